/**
 * Reads the areas that the formula of one cell fills (`=FILTER(…)`): their other cells hold values and no formula, and a
 * value written in one of them would leave the formula in error.
 */
import type { Area } from '../../../workbook/cells';
import { isRefusal } from '../host-errors';
import { areaOfRange, rangeOf } from '../excel-ranges';
import type { SheetCells } from './sheet-cells';

/** Formula cells of one request: half a megabyte. */
const MOST_ASKED = 1_000;
/** Of a sheet; after so many, an area is not known. */
const MOST_ANCHORS = 5_000;

/** A sheet of which some cells are filled by the formula of another. */
export interface SpillingSheet {
  readonly sheetId: string;
  readonly cells: SheetCells;
}

/**
 * Adds its areas to each sheet: those of the formula cells that have values and no formula beside or below. None where
 * Excel refuses them.
 */
export async function readSpills(context: Excel.RequestContext, sheets: readonly SpillingSheet[]): Promise<void> {
  try {
    await askForSpills(context, sheets);
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
}

async function askForSpills(context: Excel.RequestContext, sheets: readonly SpillingSheet[]): Promise<void> {
  const anchors = sheets.flatMap(({ sheetId, cells }) =>
    cells.mayFillOthers(MOST_ANCHORS).map((area) => ({ sheetId, cells, area })),
  );
  for (let at = 0; at < anchors.length; at += MOST_ASKED) await ask(context, anchors.slice(at, at + MOST_ASKED));
}

async function ask(
  context: Excel.RequestContext,
  anchors: readonly (SpillingSheet & { readonly area: Area })[],
): Promise<void> {
  const asked = anchors.map(({ sheetId, cells, area }) => {
    const filled = rangeOf(context.workbook.worksheets.getItem(sheetId), area).getSpillingToRangeOrNullObject();
    filled.load('rowIndex,columnIndex,rowCount,columnCount');
    return { cells, filled };
  });
  await context.sync();
  for (const { cells, filled } of asked) if (!filled.isNullObject) cells.putArray(areaOfRange(filled));
}
