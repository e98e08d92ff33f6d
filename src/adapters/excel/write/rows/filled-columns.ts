/**
 * A formula entered in a blank column of a table: Excel fills the whole column with it (« Remplir les formules dans les
 * tableaux », on unless somebody turned it off; office-js #2093). Nobody asked for the others: they are emptied again.
 */
import type { Area } from '../../../../workbook/cells';
import { isFilledDown } from '../../../../workbook/moved-references';
import { areaOfRange, isAnswered, rangeOf } from '../../excel-ranges';
import type { Before } from '../before';
import type { Block } from '../parts';
import type { SheetFinder } from '../sheet-finder';

/** A column of a table in which a request enters a formula, with its first and last cells before the request. */
export interface WatchedColumn {
  readonly block: Block;
  /** The first of its formulas, by its row in the block. */
  readonly first: number;
  readonly column: number;
  readonly body: Excel.Range;
  readonly before: readonly Excel.Range[];
}

/** A column of which the first or the last cell was blank before a formula was entered in it. */
export interface BlankColumn {
  readonly sheet: string;
  readonly body: Area;
  /** The rows that the block writes. */
  readonly written: Area;
  /** The row of the formula. */
  readonly row: number;
  readonly formula: string;
}

/** The same with those cells after it. */
export interface EnteredColumn extends WatchedColumn {
  readonly after: readonly Excel.Range[];
}

/** Rows of formulas of one answer. */
const MOST_ROWS = 10_000;

/** Loads the columns of tables in which blocks enter formulas. */
export function watchColumns(
  context: Excel.RequestContext,
  { tables }: Before,
  blocks: readonly Block[],
): readonly WatchedColumn[] {
  return blocks.flatMap((block) =>
    columnsWithFormulas(block).flatMap(({ column, first }): readonly WatchedColumn[] => {
      const row = block.area.top + first;
      const found = [...tables].find(
        ([, { sheet, area }]) =>
          sheet.toLowerCase() === block.step.sheet.toLowerCase() && isInBody(area, row, column) && area.rows > 2,
      );
      if (!found) return [];
      const [name, { area }] = found;
      const body = context.workbook.tables
        .getItem(name)
        .getDataBodyRange()
        .getColumn(column - area.left);
      body.load('rowIndex,columnIndex,rowCount,columnCount');
      return [{ block, first, column, body, before: endsOf(body) }];
    }),
  );
}

function columnsWithFormulas({ area, rows }: Block): readonly { readonly column: number; readonly first: number }[] {
  return Array.from({ length: area.columns }, (_, c) => ({
    column: area.left + c,
    first: rows.findIndex((row) => row[c]?.formula !== undefined),
  })).filter(({ first }) => first >= 0);
}

function isInBody({ top, left, rows, columns }: Area, row: number, column: number): boolean {
  return row > top && row < top + rows && column >= left && column < left + columns;
}

/** Loads the first and last cells again, once the formulas are entered. */
export function entered(watched: readonly WatchedColumn[]): readonly EnteredColumn[] {
  return watched.map((one) => ({ ...one, after: endsOf(one.body) }));
}

function endsOf(body: Excel.Range): readonly Excel.Range[] {
  const ends = [body.getCell(0, 0), body.getLastCell()];
  for (const end of ends) end.load('formulas,rowIndex');
  return ends;
}

/** Empties what Excel filled by itself in those columns; `formulaAt`: the formula that Excel gave to a cell of a block. */
export async function emptyFilledColumns(
  context: Excel.RequestContext,
  sheets: SheetFinder,
  columns: readonly EnteredColumn[],
  formulaAt: (block: Block, r: number, c: number) => unknown,
): Promise<void> {
  for (const one of columns) {
    const formula = formulaAt(one.block, one.first, one.column - one.block.area.left);
    if (typeof formula !== 'string' || !one.after.some((end, at) => isFilled(end, one.before[at], one, formula)))
      continue;
    await emptyFilled(context, sheets, blankColumn(one, formula));
  }
}

/** Those of a request that failed, as far as Excel answered; the formula as planned. */
export function columnsBlank(watched: readonly WatchedColumn[]): readonly BlankColumn[] {
  return watched.flatMap((one) => {
    const formula = one.block.rows[one.first]?.[one.column - one.block.area.left]?.formula;
    const isBlank = one.before.some((end) => isAnswered(end) && formulaIn(end) === '');
    return formula !== undefined && isBlank ? [blankColumn(one, formula)] : [];
  });
}

function blankColumn({ block, first, body }: WatchedColumn, formula: string): BlankColumn {
  const { area, step } = block;
  return { sheet: step.sheet, body: areaOfRange(body), written: area, row: area.top + first, formula };
}

function isFilled(end: Excel.Range, before: Excel.Range | undefined, entered: WatchedColumn, formula: string): boolean {
  return formulaIn(before) === '' && isCopy(formulaIn(end), end.rowIndex, blankColumn(entered, formula));
}

function formulaIn(cell: Excel.Range | undefined): unknown {
  return (cell?.formulas as unknown[][] | undefined)?.[0]?.[0];
}

/** True for the formula of the block, filled down or up to a row beside it. */
function isCopy(present: unknown, row: number, { written, row: from, formula }: BlankColumn): boolean {
  const isBeside = row < written.top || row >= written.top + written.rows;
  return isBeside && typeof present === 'string' && isFilledDown(formula, row - from, present);
}

/** Empties the cells beside the block that hold its formula, filled down or up. */
export async function emptyFilled(
  context: Excel.RequestContext,
  sheets: SheetFinder,
  column: BlankColumn,
): Promise<void> {
  const { body } = column;
  for (let at = 0; at < body.rows; at += MOST_ROWS)
    await emptyPart(context, sheets.get(column.sheet), column, {
      ...body,
      top: body.top + at,
      rows: Math.min(MOST_ROWS, body.rows - at),
    });
}

/** Each cell is read just before it is emptied: somebody may have typed over the formula meanwhile. */
async function emptyPart(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  column: BlankColumn,
  part: Area,
): Promise<void> {
  const range = rangeOf(sheet, part);
  range.load('formulas');
  await context.sync();
  const filled = (range.formulas as unknown[][]).map(([present], r) => isCopy(present, part.top + r, column));
  context.runtime.enableEvents = false;
  for (const run of runsOf(filled))
    rangeOf(sheet, { ...part, top: part.top + run.from, rows: run.rows }).clear('Contents');
  context.runtime.enableEvents = true;
  await context.sync();
}

function runsOf(marks: readonly boolean[]): readonly { readonly from: number; readonly rows: number }[] {
  const runs: { from: number; rows: number }[] = [];
  marks.forEach((isMarked, at) => {
    const last = runs.at(-1);
    if (!isMarked) return;
    if (last && last.from + last.rows === at) last.rows++;
    else runs.push({ from: at, rows: 1 });
  });
  return runs;
}
