/**
 * The journal of the workbook, `ENV_Journal`: each writing adds its row in its own batch, so that one never exists
 * without the other. Rows are only added, under the last one: an undo has its own row, and rows that people edit or
 * sort stay so.
 */
import type { CivilDate } from '../../domain/calendar/civil-date';
import { failure, success, type Result } from '../../domain/result';
import { comparable } from '../../domain/text';
import { JOURNAL_WORDS as words } from '../../messages/documents/journal-fr';
import { areaAddress, cellAddress, quoteSheet, type Area } from '../../workbook/cells';
import { firstTaken } from '../../workbook/contents';
import type { Failure } from '../../workbook/failure';
import { JOURNAL } from '../../workbook/workbook-names';
import { isEmptyPlan, type PlannedCell, type WritePlan, type WriteStep } from '../../workbook/plan';
import { serialOfDate } from '../../workbook/serials';
import {
  findSheet,
  findTable,
  valueAt,
  type SheetSnapshot,
  type TableSnapshot,
  type WorkbookSnapshot,
} from '../../workbook/snapshot';
import { summarisePlan } from './plan-summary';

/** Author and date of a writing; the rest of the row comes from the plan. */
export interface JournalEntry {
  readonly on: CivilDate;
  /** As the user typed it: Excel does not give it to an add-in. Empty when unknown. */
  readonly author: string;
  /** For a plan that ends another one, undone or kept: the purpose of that one. */
  readonly ended?: WritePlan['purpose'];
}

type Column = keyof typeof JOURNAL.columns;
type Row = Readonly<Record<Column, PlannedCell>>;

const COLUMNS = Object.keys(JOURNAL.columns) as Column[];
const WIDTHS: Readonly<Record<Column, number>> = { date: 14, action: 26, author: 24, range: 48, detail: 60 };
const HEADING_ROW = 3;
/** Characters. A cell holds 32,767; a longer list is cut with `…`. */
const LONGEST_TEXT = 1000;
/** Ranges of a sheet listed one by one; above that, the rectangle around them is. */
const MOST_RANGES = 8;

/**
 * Adds to a plan its row of the journal, and the journal sheet when there is none. An empty plan stays empty. Refuses a
 * journal that is protected or filtered, lacks a column, or has cells under it: nothing is written without its row.
 */
export function withJournal(
  workbook: WorkbookSnapshot,
  plan: WritePlan,
  entry: JournalEntry,
): Result<WritePlan, Failure> {
  if (isEmptyPlan(plan)) return success(plan);
  const row = rowOf(plan, entry, workbook.uses1904Dates);
  const table = journalTable(workbook);
  const sheet = table && findSheet(workbook, table.sheet);
  const journal = table && sheet ? append(table, sheet, row) : create(workbook, plan, row);
  return journal.ok ? success({ ...plan, journal: journal.value }) : journal;
}

/** By name; or by its headings, when somebody renamed it. */
export function journalTable(workbook: WorkbookSnapshot): TableSnapshot | undefined {
  const named = findTable(workbook, JOURNAL.table);
  return (
    named ??
    workbook.tables.find(({ columns }) =>
      COLUMNS.every((column) => columns.some((heading) => isHeading(heading, column))),
    )
  );
}

function append(table: TableSnapshot, sheet: SheetSnapshot, row: Row): Result<readonly WriteStep[], Failure> {
  const { area, columns } = table;
  if (sheet.isProtected) return failure({ code: 'sheetProtected', sheet: sheet.name });
  const lacking = COLUMNS.find((column) => !columns.some((heading) => isHeading(heading, column)));
  if (lacking) {
    return failure({
      code: 'badConvention',
      table: JOURNAL.table,
      cell: null,
      problem: 'columnMissing',
      found: '',
      expected: JOURNAL.columns[lacking],
    });
  }
  const isHidden = Array.from({ length: area.rows }, (_, index) => area.top + index).some((at) =>
    sheet.hiddenRows.has(at),
  );
  if (table.hasTotalsRow || isHidden) return failure({ code: 'tableNotPlain', table: table.name, sheet: sheet.name });
  const below = area.top + area.rows;
  const taken = firstTaken(sheet, { top: below, left: area.left, rows: 1, columns: columns.length });
  if (taken) return failure(taken);
  const cells = columns.map((heading): PlannedCell => {
    const column = COLUMNS.find((one) => isHeading(heading, one));
    return column ? row[column] : { value: null };
  });
  return success([{ kind: 'appendRow', sheet: sheet.name, table: table.name, cells }]);
}

function isHeading(heading: string, column: Column): boolean {
  return comparable(heading) === comparable(JOURNAL.columns[column]);
}

function create(workbook: WorkbookSnapshot, plan: WritePlan, row: Row): Result<readonly WriteStep[], Failure> {
  if (workbook.structureProtected) return failure({ code: 'structureProtected' });
  const added = plan.steps.flatMap((step) => (step.kind === 'addSheet' ? [step.sheet.toLowerCase()] : []));
  const isTaken = (name: string): boolean =>
    findSheet(workbook, name) !== undefined || added.includes(name.toLowerCase());
  const sheet = freeSheet(isTaken);
  const earlier = workbook.sheets.find((one) => valueAt(one, 0, 0) === words.title);
  const subtitle = earlier ? words.continues(earlier.name) : words.subtitle;
  const headings = COLUMNS.map((column): PlannedCell => ({ value: JOURNAL.columns[column], style: 'heading' }));
  const cells = [headings, COLUMNS.map((column) => row[column])];
  const area: Area = { top: HEADING_ROW, left: 0, rows: cells.length, columns: COLUMNS.length };
  return success([
    { kind: 'addSheet', sheet },
    {
      kind: 'setCells',
      sheet,
      top: 0,
      left: 0,
      cells: [[{ value: words.title, style: 'title' }], [{ value: subtitle, style: 'subtitle' }]],
    },
    { kind: 'setCells', sheet, top: HEADING_ROW, left: 0, cells },
    { kind: 'addTable', sheet, name: JOURNAL.table, area },
    { kind: 'setColumnWidths', sheet, left: 0, widths: COLUMNS.map((column) => WIDTHS[column]) },
    { kind: 'freezeRows', sheet, rows: HEADING_ROW + 1 },
    { kind: 'setPage', sheet, landscape: true, titleRows: HEADING_ROW + 1 },
  ]);
}

function freeSheet(isTaken: (name: string) => boolean): string {
  if (!isTaken(JOURNAL.sheet)) return JOURNAL.sheet;
  for (let number = 1; ; number++) {
    const name = number === 1 ? JOURNAL.otherSheet : `${JOURNAL.otherSheet} ${number}`;
    if (!isTaken(name)) return name;
  }
}

function rowOf(plan: WritePlan, { on, author, ended }: JournalEntry, uses1904: boolean): Row {
  const text = (value: string): PlannedCell => ({ value: value === '' ? null : shortened(value), style: 'text' });
  return {
    date: { value: serialOfDate(on, uses1904), style: 'date' },
    action: text(words.actions[plan.purpose]),
    author: text(author.trim()),
    range: text(rangesOf(plan)),
    detail: text(detailOf(plan, ended)),
  };
}

function shortened(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
}

/** `'Annexe 1'!A1:D20 ; Suivi!C5, C9`. */
function rangesOf(plan: WritePlan): string {
  const bySheet = new Map<string, Area[]>();
  for (const step of plan.steps) {
    if (step.kind !== 'setCells') continue;
    const columns = Math.max(0, ...step.cells.map((row) => row.length));
    if (columns === 0) continue;
    const areas = bySheet.get(step.sheet) ?? [];
    bySheet.set(step.sheet, areas);
    areas.push({ top: step.top, left: step.left, rows: step.cells.length, columns });
  }
  return [...bySheet].map(([sheet, areas]) => `${quoteSheet(sheet)}!${addressesOf(areas)}`).join(' ; ');
}

function addressesOf(areas: readonly Area[]): string {
  const addressOf = (area: Area): string =>
    area.rows * area.columns === 1 ? cellAddress(area.top, area.left) : areaAddress(area);
  if (areas.length <= MOST_RANGES) return areas.map(addressOf).join(', ');
  const [top, left] = [Math.min(...areas.map((area) => area.top)), Math.min(...areas.map((area) => area.left))];
  const rows = Math.max(...areas.map((area) => area.top + area.rows)) - top;
  const columns = Math.max(...areas.map((area) => area.left + area.columns)) - left;
  return words.manyRanges(addressOf({ top, left, rows, columns }), areas.length);
}

function detailOf(plan: WritePlan, ended: JournalEntry['ended']): string {
  const { sheetsAdded, cells, formulas } = summarisePlan(plan);
  const removed = plan.steps.flatMap((step) => (step.kind === 'deleteSheet' ? [step.sheet] : []));
  const charts = plan.steps.filter(
    ({ kind }) => kind === 'addChart' || kind === 'redrawChart' || kind === 'deleteChart',
  ).length;
  return [
    ...(ended ? [words[plan.purpose === 'keep' ? 'stopped' : 'undone'](words.actions[ended])] : []),
    ...(cells > 0 ? [words.cells(cells, formulas)] : []),
    ...(charts > 0 ? [words.charts(charts)] : []),
    ...(sheetsAdded.length > 0 ? [words.sheetsAdded(sheetsAdded)] : []),
    ...(removed.length > 0 ? [words.sheetsRemoved(removed)] : []),
    ...(plan.left ? [words.left(plan.left.length)] : []),
  ].join(' ; ');
}
