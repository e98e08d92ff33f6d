/**
 * « Mettre de côté » a place of the workbook, with a reason, or add it to the ledger, or name its headings: a row of
 * `ENV_Lecture`, which anybody can read and edit, and a name that follows the place. Nothing of the place is written.
 */
import type { CivilDate } from '../../domain/calendar/civil-date';
import { failure, success, type Result } from '../../domain/result';
import { placeAddress, type Area } from '../../workbook/cells';
import type { Failure } from '../../workbook/failure';
import type { WritePlan } from '../../workbook/plan';
import {
  DECISION_WORDS,
  readReadingChoices,
  type ReadingChoice,
  type ReadingDecision,
} from '../../workbook/registers/reading-choices';
import { newMarker } from '../../workbook/registers/place-names';
import { OurTable } from '../../workbook/registers/our-tables';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import { codeCell, dateCell, planRows, sentenceCell, type NewRegister } from './register-rows';

/** A decision of the user about a place. */
export interface PlaceDecided {
  readonly sheet: string;
  /** Null: the whole sheet. */
  readonly area: Area | null;
  readonly decision: ReadingDecision;
  /** May be empty unless the place is set aside. */
  readonly reason: string;
  readonly by: string;
  readonly on: CivilDate;
}

const REGISTER: NewRegister = {
  title: 'Lecture du classeur',
  widest: 'reason',
};

/**
 * The plan that adds the decision to the register, which is created when there is none. Empty when the same decision is
 * there already. Refuses to set a place aside without a reason or an author, an unreadable register, a protected sheet.
 */
export function planSetAside(workbook: WorkbookSnapshot, decided: PlaceDecided): Result<WritePlan, Failure> {
  if (decided.decision === 'setAside') {
    if (decided.reason.trim() === '') return failure({ code: 'setAsideIncomplete', missing: 'reason' });
    if (decided.by.trim() === '') return failure({ code: 'setAsideIncomplete', missing: 'author' });
  }
  const choices = readReadingChoices(workbook);
  if (!choices.ok) return choices;
  if (choices.value.some((choice) => isSameDecision(choice, decided)))
    return success({ purpose: 'reading', expected: [], steps: [] });
  const follower = newMarker(workbook, decided);
  const row = {
    sheet: codeCell(decided.sheet),
    area: codeCell(decided.area === null ? '' : placeAddress(decided.area)),
    decision: codeCell(DECISION_WORDS[decided.decision]),
    reason: sentenceCell(decided.reason),
    on: dateCell(decided.on, workbook.uses1904Dates),
    by: sentenceCell(decided.by),
    marker: codeCell(follower?.name ?? ''),
  };
  const plan = planRows(workbook, 'reading', [row], { purpose: 'reading', ...REGISTER });
  if (!plan.ok || !follower || !keepsMarkers(workbook)) return plan;
  return success({ ...plan.value, steps: [...plan.value.steps, { kind: 'defineName', ...follower }] });
}

/** False for a register of an earlier version, which has no column for the names: its places stay at their address. */
function keepsMarkers(workbook: WorkbookSnapshot): boolean {
  return OurTable.find(workbook, 'reading')?.has('marker') ?? true;
}

function isSameDecision(choice: ReadingChoice, decided: PlaceDecided): boolean {
  const address = (area: Area | null): string => (area === null ? '' : placeAddress(area));
  return (
    choice.decision === decided.decision &&
    choice.sheet.toLowerCase() === decided.sheet.toLowerCase() &&
    address(choice.area) === address(decided.area)
  );
}
