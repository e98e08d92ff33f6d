/**
 * « Accepter » a finding, with a reason, and « rouvrir » it: rows of the register `ENV_Acceptations`, which anybody can
 * read and edit. The finding stays listed; a later change of its row reopens it.
 */
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Finding } from '../../domain/controls/findings/finding';
import { failure, success, type Result } from '../../domain/result';
import { acceptedViews } from '../../workbook/registers/acceptances';
import { cellAddress, type Area, type CellValue } from '../../workbook/cells';
import type { Failure } from '../../workbook/failure';
import { COLUMNS, SHEETS, TABLES } from '../../workbook/workbook-names';
import { headingOf, OurTable, type ColumnOf } from '../../workbook/registers/our-tables';
import type { ExpectedCells, PlannedCell, WritePlan, WriteStep } from '../../workbook/plan';
import { serialOfDate } from '../../workbook/serials';
import {
  findSheet,
  findTable,
  formulaKey,
  valueAt,
  type SheetSnapshot,
  type TableSnapshot,
} from '../../workbook/snapshot';
import type { ControlReport, Dossier } from '../dossier';

export interface AcceptanceGiven {
  readonly reason: string;
  readonly author: string;
  readonly on: CivilDate;
}

/** Characters. A cell of Excel holds 32,767; a reason is a sentence. */
const LONGEST_TEXT = 1000;
/** Columns between the acceptances and the other tables of the convention, which grow downwards. */
const GAP = 1;
const HEADING_ROW = 3;

type Column = ColumnOf<'acceptances'>;
const COLUMN_NAMES = Object.keys(COLUMNS.acceptances) as Column[];

/**
 * The plan that accepts findings: one row each in the register, which is created when there is none. Findings already
 * accepted, and those of a convention outside the workbook, are skipped; the plan is empty when none remains. Refuses
 * without a reason or an author, and on a protected sheet.
 */
export function planAcceptance(
  dossier: Dossier,
  report: Pick<ControlReport, 'accepted'>,
  findings: readonly Finding[],
  given: AcceptanceGiven,
): Result<WritePlan, Failure> {
  for (const missing of ['reason', 'author'] as const) {
    if (given[missing].trim() === '') return failure({ code: 'acceptanceIncomplete', missing });
  }
  const viewOf = acceptedViews(dossier.workbook, dossier.blocks, dossier.ledger);
  const rows = findings
    .filter((finding) => !report.accepted.has(finding))
    .map((finding) => ({ rule: finding.rule, ...viewOf(finding) }))
    .filter(({ sheet }) => sheet !== '')
    .map((view) => cellsOf({ ...view, ...given }, dossier.workbook.uses1904Dates));
  if (rows.length === 0) return success({ purpose: 'acceptance', expected: [], steps: [] });
  const table = findTable(dossier.workbook, TABLES.acceptances);
  const sheet = table && findSheet(dossier.workbook, table.sheet);
  return table && sheet ? planAppend(dossier, table, sheet, rows) : planRegister(dossier, rows);
}

/**
 * The plan that reopens accepted findings: it empties their rows of the register. Empty when none of them is accepted.
 */
export function planReopen(
  { workbook }: Dossier,
  report: Pick<ControlReport, 'accepted'>,
  findings: readonly Finding[],
): Result<WritePlan, Failure> {
  const table = findTable(workbook, TABLES.acceptances);
  const sheet = table && findSheet(workbook, table.sheet);
  const accepted = findings.flatMap((finding) => report.accepted.get(finding) ?? []);
  if (!table || !sheet || accepted.length === 0) return success({ purpose: 'acceptance', expected: [], steps: [] });
  if (sheet.isProtected) return failure({ code: 'sheetProtected', sheet: sheet.name });
  const { left, columns, top } = table.area;
  const blank = Array.from({ length: columns }, (): PlannedCell => ({ value: null }));
  const tops = [...new Set(accepted.map(({ index }) => top + 1 + index))];
  return success({
    purpose: 'acceptance',
    expected: tops.map((row) => contentsOf(sheet, { top: row, left, rows: 1, columns })),
    steps: tops.map((row): WriteStep => ({ kind: 'setCells', sheet: sheet.name, top: row, left, cells: [blank] })),
  });
}

type Cells = ReadonlyMap<Column, PlannedCell>;

function cellsOf(
  row: {
    readonly rule: string;
    readonly sheet: string;
    readonly cell: string;
    readonly digest: string;
  } & AcceptanceGiven,
  uses1904: boolean,
): Cells {
  const text = (value: string): PlannedCell => ({ value: value.trim().slice(0, LONGEST_TEXT), style: 'text' });
  const code = (value: string): PlannedCell => ({ value, style: 'code' });
  return new Map<Column, PlannedCell>([
    ['rule', code(row.rule)],
    ['sheet', code(row.sheet)],
    ['cell', code(row.cell)],
    ['digest', code(row.digest)],
    ['reason', text(row.reason)],
    ['author', text(row.author)],
    ['date', { value: serialOfDate(row.on, uses1904), style: 'date' }],
  ]);
}

/** Fills the blank rows of the register, then lengthens it. Refuses to cover a cell below it that is not empty. */
function planAppend(
  { workbook }: Dossier,
  table: TableSnapshot,
  sheet: SheetSnapshot,
  rows: readonly Cells[],
): Result<WritePlan, Failure> {
  if (sheet.isProtected) return failure({ code: 'sheetProtected', sheet: sheet.name });
  const ours = OurTable.find(workbook, 'acceptances');
  const lacking = COLUMN_NAMES.find((column) => !ours?.has(column));
  const { top, left, columns } = table.area;
  if (lacking || !ours) return failure(missingColumn(lacking ?? 'rule'));
  const filled = new Set(ours.rows().map(({ index }) => index));
  const present = table.area.rows - 1;
  const indexes: number[] = [];
  for (let index = 0; indexes.length < rows.length; index++) if (!filled.has(index)) indexes.push(index);
  const longest = Math.max(present, ...indexes.map((index) => index + 1));
  const positions = COLUMN_NAMES.map((column) => [column, ours.place(null, column).column - left] as const);
  const steps = rows.map((cells, order): WriteStep => {
    const line = Array.from({ length: columns }, (): PlannedCell | null => null);
    for (const [column, position] of positions) line[position] = cells.get(column) ?? null;
    return { kind: 'setCells', sheet: sheet.name, top: top + 1 + (indexes[order] ?? 0), left, cells: [line] };
  });
  const expected = indexes.map((index) => contentsOf(sheet, { top: top + 1 + index, left, rows: 1, columns }));
  const taken = expected.find(({ contents }) => contents.flat().some((content) => content !== null && content !== ''));
  if (taken) return failure({ code: 'occupied', sheet: sheet.name, cell: cellAddress(taken.top, taken.left) });
  if (longest === present) return success({ purpose: 'acceptance', expected, steps });
  const area: Area = { top, left, rows: longest + 1, columns };
  return success({
    purpose: 'acceptance',
    expected,
    steps: [...steps, { kind: 'resizeTable', sheet: sheet.name, name: table.name, area }],
  });
}

function contentsOf(sheet: SheetSnapshot, { top, left, rows, columns }: Area): ExpectedCells {
  const contents = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_column, column): CellValue => {
      const [at, across] = [top + row, left + column];
      return sheet.formulas.get(formulaKey(at, across)) ?? valueAt(sheet, at, across);
    }),
  );
  return { sheet: sheet.name, top, left, contents };
}

/** Refuses a register that lost a column. */
function missingColumn(column: Column): Failure {
  return {
    code: 'badConvention',
    table: TABLES.acceptances,
    cell: null,
    problem: 'columnMissing',
    found: '',
    expected: headingOf('acceptances', column),
  };
}

/**
 * Creates the register beside the tables of the sheet `Convention`; adds that sheet when the convention is not in the
 * workbook.
 */
function planRegister({ workbook }: Dossier, rows: readonly Cells[]): Result<WritePlan, Failure> {
  const sheet = findSheet(workbook, SHEETS.convention);
  if (!sheet && workbook.structureProtected) return failure({ code: 'structureProtected' });
  if (sheet?.isProtected) return failure({ code: 'sheetProtected', sheet: sheet.name });
  const name = sheet?.name ?? SHEETS.convention;
  const left = sheet?.used ? sheet.used.left + sheet.used.columns + GAP : 0;
  const headings = COLUMN_NAMES.map((column): PlannedCell => ({
    value: headingOf('acceptances', column),
    style: 'heading',
  }));
  const cells = [headings, ...rows.map((row) => COLUMN_NAMES.map((column) => row.get(column) ?? null))];
  const area: Area = { top: HEADING_ROW, left, rows: cells.length, columns: headings.length };
  const title: PlannedCell = { value: 'Constats acceptés', style: 'subtitle' };
  const blank = Array.from({ length: area.rows + GAP }, () => headings.map((): CellValue => null));
  return success({
    purpose: 'acceptance',
    expected: sheet ? [{ sheet: name, top: HEADING_ROW - GAP, left, contents: blank }] : [],
    steps: [
      ...(sheet ? [] : [{ kind: 'addSheet', sheet: name } as const]),
      { kind: 'setCells', sheet: name, top: HEADING_ROW - GAP, left, cells: [[title]] },
      { kind: 'setCells', sheet: name, top: HEADING_ROW, left, cells },
      { kind: 'addTable', sheet: name, name: TABLES.acceptances, area },
      {
        kind: 'setColumnWidths',
        sheet: name,
        left,
        widths: COLUMN_NAMES.map((column) => (column === 'reason' ? 40 : 16)),
      },
    ],
  });
}
