/**
 * Finds edits, and what covers them, by their cell: people paste thousands of cells at once, and Excel restarts an
 * add-in that compares each of them with all the others.
 */
import type { CellValue } from '../../../../workbook/cells';
import { contentOfPlanned, sameContent } from '../../../../workbook/contents';
import type { ExpectedCells, WriteStep } from '../../../../workbook/plan';
import type { MovedCell } from '../../../../workbook/registers/row-witnesses';
import type { KeptCell } from '../../../../workbook/registers/undo-of-ours';
import { formulaKey } from '../../../../workbook/snapshot';
import type { SetCells } from '../before';
import { placeOfEdit, type CoveredEdit } from './covered-edits';

/** Values by sheet, whatever the case of its name, and cell. */
class ByCell<T> {
  private readonly sheets = new Map<string, Map<number, T[]>>();

  ofSheet(sheet: string): Map<number, T[]> {
    const name = sheet.toLowerCase();
    const cells = this.sheets.get(name) ?? new Map<number, T[]>();
    this.sheets.set(name, cells);
    return cells;
  }

  /** The values of a cell, to which others can be added. */
  at({ sheet, row, column }: MovedCell): T[] {
    const cells = this.ofSheet(sheet);
    const values = cells.get(formulaKey(row, column)) ?? [];
    cells.set(formulaKey(row, column), values);
    return values;
  }

  /** The values of a cell, first to last. */
  in({ sheet, row, column }: MovedCell): readonly T[] {
    return this.sheets.get(sheet.toLowerCase())?.get(formulaKey(row, column)) ?? [];
  }
}

/** Edits by their cell. */
export class EditsByCell {
  private readonly cells = new ByCell<CoveredEdit>();

  constructor(readonly all: readonly CoveredEdit[]) {
    for (const edit of all) this.cells.at(edit).push(edit);
  }

  /** Those in the cell, first to last. */
  in(cell: MovedCell): readonly CoveredEdit[] {
    return this.cells.in(cell);
  }

  has(cell: MovedCell): boolean {
    return this.in(cell).length > 0;
  }

  /** True with an edit on the sheet. */
  isOn(sheet: string): boolean {
    return this.cells.ofSheet(sheet).size > 0;
  }

  /** True with an edit of the same cell that has the same content. */
  hasSame(edit: CoveredEdit): boolean {
    return this.in(edit).some(({ content }) => sameContent(content, edit.content));
  }
}

/** Cells as a failure names them. */
export class NamedCells {
  private readonly keys: ReadonlySet<string>;

  constructor(cells: readonly KeptCell[]) {
    this.keys = new Set(cells.map(keyOf));
  }

  has(cell: KeptCell): boolean {
    return this.keys.has(keyOf(cell));
  }

  hasEdit(edit: CoveredEdit): boolean {
    return this.has(placeOfEdit(edit));
  }
}

/** Equal for the same cell. */
export function keyOf({ sheet, cell }: KeptCell): string {
  return `${cell} ${sheet.toLowerCase()}`;
}

/** The cells without those that come again. */
export function eachOnce(cells: readonly KeptCell[]): readonly KeptCell[] {
  return [...new Map(cells.map((one) => [keyOf(one), one])).values()];
}

/** A rectangle of a sheet. */
interface Place {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
}

/** Gives the values of rectangles in each of some cells, first to last, in one pass over the rectangles. */
function valuesIn<P extends Place, T>(
  cells: readonly MovedCell[],
  places: readonly P[],
  rowsOf: (place: P) => readonly (readonly T[])[],
): (cell: MovedCell) => readonly { readonly place: P; readonly value: T }[] {
  const found = new ByCell<{ readonly place: P; readonly value: T }>();
  for (const cell of cells) found.at(cell);
  for (const place of places) {
    const wanted = found.ofSheet(place.sheet);
    if (wanted.size === 0) continue;
    rowsOf(place).forEach((row, r) =>
      row.forEach((value, c) => wanted.get(formulaKey(place.top + r, place.left + c))?.push({ place, value })),
    );
  }
  return (cell) => found.in(cell);
}

/** The steps that write each of these cells, first to last. */
export function stepsIn(
  cells: readonly MovedCell[],
  steps: Iterable<WriteStep>,
): (cell: MovedCell) => readonly SetCells[] {
  const values = valuesIn(cells, cellSteps(steps), (step) => step.cells);
  return (cell) => values(cell).flatMap(({ place, value }) => (value === null ? [] : [place]));
}

/** The contents that the steps give to each of these cells, first to last. */
export function contentsGiven(
  cells: readonly MovedCell[],
  steps: Iterable<WriteStep>,
): (cell: MovedCell) => readonly CellValue[] {
  const values = valuesIn(cells, cellSteps(steps), (step) => step.cells);
  return (cell) => values(cell).flatMap(({ value }) => (value === null ? [] : [contentOfPlanned(value)]));
}

/** The contents that the guards expect in each of these cells, first to last. */
export function contentsExpected(
  cells: readonly MovedCell[],
  guards: readonly ExpectedCells[],
): (cell: MovedCell) => readonly CellValue[] {
  const values = valuesIn(cells, guards, ({ contents }) => contents);
  return (cell) => values(cell).map(({ value }) => value);
}

function cellSteps(steps: Iterable<WriteStep>): readonly SetCells[] {
  return [...steps].filter((step): step is SetCells => step.kind === 'setCells');
}
