/**
 * `ENV_Lecture`: the decisions of the user about places of the workbook, which override the reading. A place set aside
 * is in no figure and is no finding; a place of the ledger is counted; a row may be named as headings.
 */
import type { CivilDate } from '../../domain/calendar/civil-date';
import { failure, success, type Result } from '../../domain/result';
import { MOST_COLUMNS, MOST_ROWS, parseArea, parseColumns, type Area } from '../cells';
import { ConventionCells } from '../convention/convention-cells';
import type { Failure } from '../failure';
import type { WorkbookSnapshot } from '../snapshot';
import { lostTables } from './lost-tables';
import { OurTable } from './our-tables';
import { presentPlace, type RegisteredPlace } from './place-names';

export type ReadingDecision = 'setAside' | 'ledger' | 'headings';

export interface ReadingChoice extends RegisteredPlace {
  readonly decision: ReadingDecision;
  /** Never empty on a place set aside. */
  readonly reason: string;
  /** Null when the register gives none. */
  readonly on: CivilDate | null;
  readonly by: string;
  /** The digest of the rows that the user saw in the place (`seen-rows.ts`); absent when none was kept. */
  readonly seen?: string;
  /** The heading of the column that the place is, rows to come included; absent for cells alone. */
  readonly column?: string;
}

/** Before the heading of a column that is set aside, in « Empreinte »; no digest has a colon. */
const COLUMN_MARK = 'colonne : ';

/** « Empreinte » of a column that is set aside. */
export function markOfColumn(heading: string): string {
  return `${COLUMN_MARK}${heading}`;
}

/** The words of the column « Décision ». */
export const DECISION_WORDS: Readonly<Record<ReadingDecision, string>> = {
  setAside: 'mis de côté',
  ledger: 'suivi',
  headings: 'en-têtes',
};

/**
 * The choices of a workbook, top to bottom, each where its place is now; none without `ENV_Lecture`, nor for a place
 * whose cells were deleted. Refuses a row that cannot be read, with its cell:
 * ignoring it would change the figures in silence.
 */
export function readReadingChoices(workbook: WorkbookSnapshot): Result<readonly ReadingChoice[], Failure> {
  const table = OurTable.find(workbook, 'reading');
  const cells = new ConventionCells(workbook.uses1904Dates);
  if (!table) cells.reportLost(lostTables(workbook, ['reading']));
  if (!table) return cells.fault ? failure(cells.fault) : success([]);
  const rows = table.rows();
  if (rows.length > 0) cells.requireColumns(table, ['sheet', 'area', 'decision', 'reason']);
  const choices = rows.flatMap((row): readonly ReadingChoice[] => {
    cells.name(row, 'decision');
    const decision = cells.word<ReadingDecision, 'reading'>(row, 'decision', DECISION_WORDS, 'setAside');
    const place = cells.text(row, 'area');
    const area = place === '' ? null : areaOf(place);
    if ((place !== '' && area === null) || (place === '' && decision === 'headings'))
      cells.reportCell(row, 'area', 'areaUnreadable', 'B12:F30');
    const written = { sheet: cells.name(row, 'sheet'), area };
    const reason = decision === 'setAside' ? cells.name(row, 'reason') : cells.text(row, 'reason');
    const signed = { on: cells.date(row, 'on'), by: cells.text(row, 'by') };
    const present = presentPlace(workbook, written, cells.text(row, 'marker'));
    if (!present) return [];
    const seen = present.isAsDecided ? cells.text(row, 'seen') : '';
    const { sheet, area: at } = present;
    const kept = seen.startsWith(COLUMN_MARK) ? { column: seen.slice(COLUMN_MARK.length) } : { seen };
    return [{ sheet, area: at, decision, reason, ...signed, ...(seen !== '' && kept) }];
  });
  return cells.fault ? failure(cells.fault) : success(withRowsOfLedger(choices));
}

/** A later decision wins: rows added to the ledger are no longer part of a place that was set aside around them. */
function withRowsOfLedger(choices: readonly ReadingChoice[]): readonly ReadingChoice[] {
  return choices.flatMap((choice, index) => {
    if (choice.decision !== 'setAside' || choice.area === null) return [choice];
    const added = choices
      .slice(index + 1)
      .filter(({ decision, sheet }) => decision === 'ledger' && sheet.toLowerCase() === choice.sheet.toLowerCase());
    const areas = added.reduce(
      (left, { area }) => (area ? left.flatMap((one) => rowsOutside(one, area)) : left),
      [choice.area],
    );
    return areas.map((area) => ({ ...choice, area }));
  });
}

/** The rows of an area above and below a part of it; the whole when the other area is no part of it. */
function rowsOutside(area: Area, part: Area): readonly Area[] {
  const isAcross = part.left <= area.left && part.left + part.columns >= area.left + area.columns;
  const [bottom, end] = [area.top + area.rows, part.top + part.rows];
  if (!isAcross || part.top < area.top || end > bottom) return [area];
  const parts = [
    { ...area, rows: part.top - area.top },
    { ...area, top: end, rows: bottom - end },
  ];
  return parts.filter(({ rows }) => rows > 0);
}

/** `B12:F30`, or the whole columns `F:H`; null for another text, and outside a sheet. */
function areaOf(text: string): Area | null {
  const area = parseArea(text) ?? parseColumns(text);
  const isOnSheet = area !== null && area.top + area.rows <= MOST_ROWS && area.left + area.columns <= MOST_COLUMNS;
  return isOnSheet ? area : null;
}
