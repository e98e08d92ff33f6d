/**
 * Reads the areas that the formula of one cell fills (`=FILTER(…)`): their other cells hold values and no formula, and a
 * value written in one of them would leave the formula in error.
 */
import { isRefusal } from '../host-errors';
import { areaOfRange, rangeOf } from '../excel-ranges';
import { cellsInSpills, type CellOfSheet } from '../spills';
import type { SheetCells } from './sheet-cells';

/** So few formula cells are each asked for the area that it fills, one by one. */
const FEW_CELLS = 200;
/** Formula cells of one request: half a megabyte. */
const MOST_ASKED = 1_000;
/** After so many, an area is not known; the writing asks Excel again about the cells that it writes. */
const MOST_ANCHORS = 5_000;

/** A sheet of which some cells are filled by the formula of another. */
export interface SpillingSheet {
  readonly sheetId: string;
  readonly cells: SheetCells;
}

interface FormulaCell extends CellOfSheet {
  readonly cells: SheetCells;
}

/** Adds its areas to each sheet, whatever their cells show. None where Excel refuses them. */
export async function readSpills(context: Excel.RequestContext, sheets: readonly SpillingSheet[]): Promise<void> {
  try {
    await askForSpills(context, sheets);
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
}

async function askForSpills(context: Excel.RequestContext, sheets: readonly SpillingSheet[]): Promise<void> {
  const formulas = sheets.flatMap(({ sheetId, cells }) =>
    cells.formulaCells().map((cell): FormulaCell => ({ sheetId, cells, ...cell })),
  );
  const anchors = (await cellsInSpills(context, formulas, FEW_CELLS)).slice(0, MOST_ANCHORS);
  for (let at = 0; at < anchors.length; at += MOST_ASKED) await ask(context, anchors.slice(at, at + MOST_ASKED));
}

async function ask(context: Excel.RequestContext, anchors: readonly FormulaCell[]): Promise<void> {
  const asked = anchors.map(({ sheetId, cells, row: top, column: left }) => {
    const cell = rangeOf(context.workbook.worksheets.getItem(sheetId), { top, left, rows: 1, columns: 1 });
    const filled = cell.getSpillingToRangeOrNullObject();
    filled.load('rowIndex,columnIndex,rowCount,columnCount');
    return { cells, filled };
  });
  await context.sync();
  for (const { cells, filled } of asked) if (!filled.isNullObject) cells.putArray(areaOfRange(filled));
}
