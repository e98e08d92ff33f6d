/** The cells that a rollback restores, as they are now: what they hold, and whether anything is left to restore there. */
import type { Area, CellValue } from '../../../workbook/cells';
import { contentOfPlanned, sameContent } from '../../../workbook/contents';
import { sameFormula } from '../../../workbook/formula-text';
import type { PlannedCell, WritePlan, WriteStep } from '../../../workbook/plan';
import { fixedReference, sameReference } from '../../../workbook/references';
import type { FilledCell, PresentCells } from '../../../workbook/registers/undo-of-ours';
import { formulaKey } from '../../../workbook/snapshot';
import { DATA_TYPE, sameArea } from '../excel-ranges';
import type { Before, CellsBefore, SetCells } from './before';
import { thingsOfPeople } from './edits/things-on-sheet';
import { leavesSheet } from './moved-tables';
import { presentMarksOf } from './rows/witnesses';

/** The cells that were read for a rollback. */
export interface ReadCells extends PresentCells {
  numberFormatAt(sheet: string, row: number, column: number): string | null;
}

/**
 * The part of an undo step that is left to do. A cell that is as before is not written: somebody may type there at this
 * moment. Nor is anything on a sheet that somebody protected before the request: that would fail, and stop the rest.
 */
export function leftToUndo(step: WriteStep, now: Before, present: ReadCells): readonly WriteStep[] {
  const isProtected = 'sheet' in step && now.protectedSheets.has(step.sheet.toLowerCase());
  if (isProtected && isAlreadyUndone(step, now, present)) return [];
  if (step.kind !== 'setCells') return [step];
  const { sheet, top, left } = step;
  const isLeft = (cell: PlannedCell, r: number, c: number): boolean =>
    cell.look !== undefined || !isRestored(cell, sheet, top + r, left + c, present);
  const cells = step.cells.map((row, r) => row.map((cell, c) => (cell && isLeft(cell, r, c) ? cell : null)));
  return cells.some((row) => row.some((cell) => cell !== null)) ? [{ ...step, cells }] : [];
}

/**
 * True for an undo step whose effect is already there. Tables and cells come before what is not checked here (widths,
 * pages, highlights, and the looks of cells).
 */
export function isAlreadyUndone(step: WriteStep, now: Before, present: ReadCells): boolean {
  if (step.kind === 'setName')
    return sameReference(now.names.get(step.name.toLowerCase()) ?? '', `=${fixedReference(step.sheet, step.area)}`);
  if (step.kind === 'resizeTable') return sameArea(now.tables.get(step.name.toLowerCase())?.area ?? null, step.area);
  if (step.kind === 'defineName') return sameFormula(now.names.get(step.name.toLowerCase()) ?? '', step.formula);
  if (step.kind !== 'setCells')
    return step.kind !== 'deleteSheet' && step.kind !== 'deleteName' && step.kind !== 'deleteTable';
  return step.cells.every((row, r) =>
    row.every((cell, c) => cell === null || isRestored(cell, step.sheet, step.top + r, step.left + c, present)),
  );
}

function isRestored(cell: PlannedCell, sheet: string, row: number, column: number, present: ReadCells): boolean {
  return (
    sameContent(contentOfPlanned(cell), present.contentAt(sheet, row, column)) &&
    (cell.numberFormat === undefined || cell.numberFormat === present.numberFormatAt(sheet, row, column))
  );
}

/** The contents that the cells of a step must still have when they are restored. */
export function cellsBefore({ sheet, top, left, cells }: SetCells, present: PresentCells): CellsBefore {
  const contents = cells.map((row, r) => row.map((_, c) => present.contentAt(sheet, top + r, left + c)));
  return { contents, numberFormats: [], looks: null, merged: [], spilling: [] };
}

interface ReadCell {
  readonly content: CellValue;
  readonly numberFormat: string | null;
}

const RICH: ReadCell = { content: DATA_TYPE, numberFormat: null };

/**
 * The cells that were read for an undo, and what people put on the sheets to delete. `isCut`: the last request may have
 * left a chart of ours without its name on this sheet.
 */
export function presentOf(undo: WritePlan, now: Before, isCut: (sheet: string) => boolean): ReadCells {
  const sheets = new Map<string, Map<number, ReadCell>>();
  for (const step of undo.steps) {
    const found = step.kind === 'setCells' ? now.cells.get(step) : undefined;
    if (step.kind !== 'setCells' || !found) continue;
    const cells = sheets.get(step.sheet.toLowerCase()) ?? new Map<number, ReadCell>();
    sheets.set(step.sheet.toLowerCase(), cells);
    found.contents.forEach((row, r) =>
      row.forEach((content, c) => {
        const numberFormat = found.numberFormats[r]?.[c] ?? null;
        cells.set(formulaKey(step.top + r, step.left + c), { content, numberFormat });
      }),
    );
  }
  for (const { sheet, row, column } of [...now.rich.values()].flat())
    sheets.get(sheet.toLowerCase())?.set(formulaKey(row, column), RICH);
  for (const [sheet, used] of now.sheetsToDelete)
    sheets.set(
      sheet,
      new Map(
        [...filledCells(used)].map((cell) => [formulaKey(cell.row, cell.column), { ...cell, numberFormat: null }]),
      ),
    );
  const at = (sheet: string, row: number, column: number): ReadCell | undefined =>
    sheets.get(sheet.toLowerCase())?.get(formulaKey(row, column));
  return {
    contentAt: (sheet, row, column) => at(sheet, row, column)?.content ?? null,
    numberFormatAt: (sheet, row, column) => at(sheet, row, column)?.numberFormat ?? null,
    marksOf: presentMarksOf(now),
    filledCells: (sheet) =>
      [...filledCells(now.sheetsToDelete.get(sheet.toLowerCase()))].filter(
        ({ row, column }) => !leavesSheet(undo, now, sheet, row, column),
      ),
    thingsOn: (step) => thingsOfPeople(step, now.things.get(step.sheet.toLowerCase()), isCut(step.sheet)),
  };
}

function* filledCells(
  used: { readonly area: Area; readonly contents: readonly (readonly CellValue[])[] } | undefined,
): Generator<FilledCell> {
  if (!used) return;
  for (const [r, row] of used.contents.entries())
    for (const [c, content] of row.entries())
      if (!sameContent(content, null)) yield { row: used.area.top + r, column: used.area.left + c, content };
}
