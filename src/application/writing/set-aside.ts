/**
 * « Mettre de côté » a place of the workbook, with a reason, or add it to the ledger, or name its headings: a row of
 * `ENV_Lecture`, which anybody can read and edit, and a name that follows the place. Nothing of the place is written.
 */
import type { CivilDate } from '../../domain/calendar/civil-date';
import { failure, success, type Result } from '../../domain/result';
import { areaAddress, placeAddress, type Area } from '../../workbook/cells';
import type { Failure } from '../../workbook/failure';
import type { LedgerBlock } from '../../workbook/ledger/ledger-source';
import type { ReadingEntry } from '../../workbook/reading/account';
import type { WritePlan, WriteStep } from '../../workbook/plan';
import { overlap } from '../../workbook/reading/our-areas';
import {
  DECISION_WORDS,
  markOfColumn,
  readReadingChoices,
  type ReadingChoice,
  type ReadingDecision,
} from '../../workbook/registers/reading-choices';
import { newMarker } from '../../workbook/registers/place-names';
import { OurTable } from '../../workbook/registers/our-tables';
import { digestOfRows, MOST_SEEN_ROWS } from '../../workbook/registers/seen-rows';
import { findSheet, type SheetSnapshot, type WorkbookSnapshot } from '../../workbook/snapshot';
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
 * The plan that adds the decision to the register, which is created when there is none. Empty when the same decision
 * is there already. Rows of the ledger, or just below it, are set aside with the digest of what they hold: a row that
 * comes among them later is reported. A column of the ledger that no figure uses is set aside with its heading: its
 * rows to come are part of it. Refuses to set a place aside without a reason or an author, an unreadable register, a
 * protected sheet.
 */
export function planSetAside(
  workbook: WorkbookSnapshot,
  decided: PlaceDecided,
  read: ReadWorkbook,
): Result<WritePlan, Failure> {
  if (decided.decision === 'setAside') {
    if (decided.reason.trim() === '') return failure({ code: 'setAsideIncomplete', missing: 'reason' });
    if (decided.by.trim() === '') return failure({ code: 'setAsideIncomplete', missing: 'author' });
  }
  const choices = readReadingChoices(workbook);
  if (!choices.ok) return choices;
  const places = placesOf(workbook, decided, read);
  const isWritten = ({ area, seen, column }: DecidedRows): boolean =>
    choices.value.some(
      (choice) => choice.seen === seen && choice.column === column && isSameDecision(choice, { ...decided, area }),
    );
  if (places.every(isWritten)) return success({ purpose: 'reading', expected: [], steps: [] });
  const followed = places.map((place) => ({ ...place, follower: newMarker(workbook, { ...decided, ...place }) }));
  const rows = followed.map(({ area, seen, column, follower }) => ({
    sheet: codeCell(decided.sheet),
    area: codeCell(area === null ? '' : placeAddress(area)),
    decision: codeCell(DECISION_WORDS[decided.decision]),
    reason: sentenceCell(decided.reason),
    on: dateCell(decided.on, workbook.uses1904Dates),
    by: sentenceCell(decided.by),
    marker: codeCell(follower?.name ?? ''),
    seen: codeCell(column === undefined ? (seen ?? '') : markOfColumn(column)),
  }));
  const plan = planRows(workbook, 'reading', rows, { purpose: 'reading', ...REGISTER });
  if (!plan.ok || !keepsMarkers(workbook)) return plan;
  const names = followed.flatMap(({ follower }): readonly WriteStep[] =>
    follower ? [{ kind: 'defineName', ...follower }] : [],
  );
  return success({ ...plan.value, steps: [...plan.value.steps, ...names] });
}

/** The tables of the ledger and the account of reading; empty for a workbook without a ledger. */
export interface ReadWorkbook {
  readonly blocks: readonly LedgerBlock[];
  readonly account: readonly ReadingEntry[];
}

/** A place, or a part of it. `seen`: the digest of its rows; `column`: the heading of a whole column. Absent for others. */
interface DecidedRows {
  readonly area: Area | null;
  readonly seen?: string;
  readonly column?: string;
}

/** One row of the register, or several when the place has more rows than one digest holds. */
function placesOf(
  workbook: WorkbookSnapshot,
  { decision, sheet: name, area }: PlaceDecided,
  { blocks, account }: ReadWorkbook,
): readonly DecidedRows[] {
  const sheet = findSheet(workbook, name);
  const column = decision === 'setAside' && area !== null ? columnAt(account, name, area) : null;
  if (column !== null) return [{ area, column }];
  if (decision !== 'setAside' || !sheet || area === null || !isOfOperations(workbook, sheet, area, blocks))
    return [{ area }];
  const bottom = area.top + area.rows;
  const parts = Math.ceil(area.rows / MOST_SEEN_ROWS);
  return Array.from({ length: parts }, (_, index) => {
    const top = area.top + index * MOST_SEEN_ROWS;
    const part = { ...area, top, rows: Math.min(MOST_SEEN_ROWS, bottom - top) };
    return { area: part, seen: digestOfRows(sheet, part) };
  });
}

/** The heading of the column of the ledger that no figure uses and whose amounts are in this place; null for another. */
function columnAt(account: readonly ReadingEntry[], sheet: string, area: Area): string | null {
  const address = areaAddress(area);
  const column = account.find(
    (entry) =>
      entry.reason === 'columnNotUsed' && entry.area === address && entry.sheet.toLowerCase() === sheet.toLowerCase(),
  );
  return column === undefined || column.detail === '' ? null : column.detail;
}

/** True for a place below the headings of the ledger, in a column of its amounts, that is no other Excel Table. */
function isOfOperations(
  workbook: WorkbookSnapshot,
  sheet: SheetSnapshot,
  area: Area,
  blocks: readonly LedgerBlock[],
): boolean {
  const own = blocks.filter((block) => block.sheet === sheet.name);
  const isOther = workbook.tables.some(
    (table) =>
      table.sheet === sheet.name && overlap(table.area, area) && own.every((block) => block.table !== table.name),
  );
  const isAcross = ({ columns }: LedgerBlock): boolean =>
    (['ae', 'cp'] as const).some((field) => {
      const column = columns.get(field)?.column ?? -1;
      return column >= area.left && column < area.left + area.columns;
    });
  return !isOther && own.some((block) => area.top > block.headingRow && isAcross(block));
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
