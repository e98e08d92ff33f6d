/**
 * « Figer les valeurs »: dated copies of documents, with their values only, on new sheets of the same workbook. A copy
 * is never replaced: a second one of the same date gets a sheet of its own.
 */
import { type CivilDate, toIso } from '../../domain/calendar/civil-date';
import { failure, success, type Result } from '../../domain/result';
import type { DocumentFrame, DocumentId } from '../../documents/document';
import { DOCUMENT_WORDS as words } from '../../messages/documents/documents-fr';
import { formatDate } from '../../messages/format';
import type { Failure } from '../../workbook/failure';
import { copyRange } from '../../workbook/document-names';
import type { PlannedCell, WritePlan, WriteStep } from '../../workbook/plan';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import { planCopies } from './document-copies';
import type { ControlReport, Dossier } from '../dossier';

const LONGEST_SHEET_NAME = 31;

/** The plan of the copies, made on a day; of the default documents when none is named. Refuses a protected structure. */
export function planFrozenCopies(
  dossier: Dossier,
  report: ControlReport,
  madeOn: CivilDate,
  documents?: readonly DocumentId[],
): Result<WritePlan, Failure> {
  const { workbook } = dossier;
  const taken = new Set(workbook.sheets.map(({ name }) => name.toLowerCase()));
  const sheetOf = (frame: DocumentFrame): string => freeSheet(frame.sheet, toIso(report.asOf), taken);
  const copies = planCopies(dossier, report, sheetOf, documents);
  if (!copies.ok) return copies;
  if (workbook.structureProtected && copies.value.steps.length > 0) return failure({ code: 'structureProtected' });
  const names = freeNames(workbook);
  const heading = words.frozenOn(formatDate(madeOn, 'fr'));
  return success({
    purpose: 'copies',
    ...(copies.value.advice && { advice: copies.value.advice }),
    expected: [],
    steps: copies.value.steps.flatMap((step) => frozen(step, heading, names)),
  });
}

/**
 * Marks a copy beside its date, in the first cell without a note, on a row that every printed page repeats. Its named
 * range makes the sheet one of ours, never read as a ledger.
 */
function frozen(step: WriteStep, heading: string, names: Iterator<string, never>): readonly WriteStep[] {
  if (step.kind !== 'setCells') return [step];
  const [title = [], dated = [], ...rows] = step.cells;
  const mark: PlannedCell = { value: heading, style: 'subtitle' };
  const own = dated.findIndex((cell, column) => column > 1 && cell === null);
  const place = own < 0 ? Math.max(dated.length, 2) : own;
  const marked = Array.from({ length: Math.max(dated.length, place + 1) }, (_, column) =>
    column === place ? mark : (dated[column] ?? null),
  );
  const cells = [title, marked, ...rows];
  const area = {
    top: step.top,
    left: step.left,
    rows: cells.length,
    columns: Math.max(...cells.map((row) => row.length)),
  };
  return [
    { ...step, cells },
    { kind: 'setName', name: names.next().value, sheet: step.sheet, area },
  ];
}

/** `Bilan financier (2023-12-31)`, then `Bilan financier (2023-12-31) (2)`, without the year of the sheet. */
function freeSheet(sheet: string, date: string, taken: Set<string>): string {
  const base = sheet.replace(/ \d{4}$/, '');
  for (let number = 1; ; number++) {
    const end = ` (${date})${number === 1 ? '' : ` (${number})`}`;
    const room = LONGEST_SHEET_NAME - end.length;
    const name = `${base.length > room ? `${base.slice(0, room - 1).trimEnd()}…` : base}${end}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

function* freeNames({ names }: WorkbookSnapshot): Generator<string, never> {
  const taken = new Set(names.map(({ name }) => name.toLowerCase()));
  for (let number = 1; ; number++) {
    const name = copyRange(number);
    if (!taken.has(name.toLowerCase())) yield name;
  }
}
