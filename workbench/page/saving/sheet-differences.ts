/** The differences between a sheet at two moments, its cells and tables apart, as steps of a plan for its file. */
import type { FileStep, PrintChange, RowLookChange } from '../../../src/adapters/xlsx/write/file-steps';
import { isKnownPaper } from '../../../src/adapters/xlsx/write/print-setup';
import type { WriteStep } from '../../../src/workbook/plan';
import { DEFAULT_PAGE, emptySheet, type GridPage, type GridSheetContents } from '../../host/grid';
import { rowHeights, type MeasureText } from '../row-heights';
import { ownStyle } from './cell-differences';
import type { Omission } from './omission';

const USUAL_WIDTH = 64;
const USUAL_HEIGHT = 20;
const PIXELS_PER_CHARACTER = 7;
/** The padding that the writer adds to a width, in characters. */
const PADDING = 0.7109375;
/** Columns after this one have no width of their own in the grid. */
const READ_COLUMNS = 256;

export interface SheetSteps {
  /** Merged cells are freed before they are written. */
  readonly first: readonly FileStep[];
  readonly last: readonly (WriteStep | FileStep)[];
  readonly omissions: readonly Omission[];
}

/** `before` is null for a new sheet; `name` is its name in the copy. */
export function compareSheet(
  name: string,
  before: GridSheetContents | null,
  now: GridSheetContents,
  measure: MeasureText,
): SheetSteps {
  const old = before ?? emptySheet(now.name);
  const merges = isSame(sorted(old.merges), sorted(now.merges)) ? [] : [now.merges];
  const isProtected = now.isProtected !== old.isProtected;
  const page = printChange(old.page ?? DEFAULT_PAGE, now.page ?? DEFAULT_PAGE);
  const isUnknownPaper = page?.paper !== undefined && !isKnownPaper(page.paper);
  return {
    first: merges.map((areas) => ({ kind: 'setMerges', sheet: name, merges: areas })),
    last: [
      ...dress(name, old, now),
      ...columns(name, old, now),
      ...rows(name, before, now, measure),
      ...rules(name, old, now),
      ...(page ? [{ kind: 'setPrint', sheet: name, print: page } as const] : []),
    ],
    omissions: [
      ...(isProtected ? [{ what: 'protection', sheet: name } as const] : []),
      ...(isUnknownPaper ? [{ what: 'paper', sheet: name } as const] : []),
    ],
  };
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const sorted = (items: readonly object[]): readonly string[] => items.map((item) => JSON.stringify(item)).sort();

function dress(sheet: string, old: GridSheetContents, now: GridSheetContents): (WriteStep | FileStep)[] {
  const change = {
    ...(now.visibility !== old.visibility && { visibility: now.visibility }),
    ...(now.tabColor !== old.tabColor && { tabColor: now.tabColor }),
    ...(now.showGridlines !== old.showGridlines && { showGridlines: now.showGridlines }),
  };
  const isFrozenAnew = now.freeze.rows !== old.freeze.rows || now.freeze.columns !== old.freeze.columns;
  return [
    ...(Object.keys(change).length > 0 ? [{ kind: 'dressSheet', sheet, ...change } as const] : []),
    ...(isFrozenAnew ? [{ kind: 'freezeRows', sheet, ...now.freeze } as const] : []),
  ];
}

function columns(sheet: string, old: GridSheetContents, now: GridSheetContents): (WriteStep | FileStep)[] {
  const changed = [...new Set([...old.columnWidths.keys(), ...now.columnWidths.keys()])].filter(
    (column) => column < READ_COLUMNS && widthAt(old, column) !== widthAt(now, column),
  );
  const widths = changed.map((left): WriteStep => {
    const width = Math.max(0, widthAt(now, left) / PIXELS_PER_CHARACTER - PADDING);
    return { kind: 'setColumnWidths', sheet, left, widths: [width] };
  });
  const hidden = changedLines(old.hiddenColumns, now.hiddenColumns);
  return hidden.size === 0 ? widths : [...widths, { kind: 'hideColumns', sheet, columns: hidden }];
}

const widthAt = ({ columnWidths }: GridSheetContents, column: number): number =>
  columnWidths.get(column) ?? USUAL_WIDTH;

/** The lines whose visibility changed. */
function changedLines(old: readonly number[], now: readonly number[]): ReadonlyMap<number, boolean> {
  const [before, after] = [new Set(old), new Set(now)];
  return new Map([
    ...old.filter((line) => !after.has(line)).map((line) => [line, false] as const),
    ...now.filter((line) => !before.has(line)).map((line) => [line, true] as const),
  ]);
}

/** A height that only fits the contents of a new sheet is left to Excel, whose letters differ. */
function rows(
  sheet: string,
  before: GridSheetContents | null,
  now: GridSheetContents,
  measure: MeasureText,
): FileStep[] {
  const heightAt = (one: GridSheetContents | null, row: number): number => one?.rowHeights.get(row) ?? USUAL_HEIGHT;
  const rowsWithHeight = new Set([...(before?.rowHeights.keys() ?? []), ...now.rowHeights.keys()]);
  const changed = [...rowsWithHeight].filter((row) => heightAt(before, row) !== heightAt(now, row));
  const fitted = before === null ? rowHeights({ ...now, rowHeights: new Map() }, measure) : null;
  const heights = changed.filter((row) => fitted === null || fitted.get(row) !== heightAt(now, row));
  const edits = new Map<number, RowLookChange>(heights.map((row) => [row, { height: heightAt(now, row) }]));
  for (const [row, hidden] of changedLines(before?.hiddenRows ?? [], now.hiddenRows))
    edits.set(row, { ...edits.get(row), hidden });
  return edits.size === 0 ? [] : [{ kind: 'setRows', sheet, rows: edits }];
}

function rules(sheet: string, old: GridSheetContents, now: GridSheetContents): FileStep[] {
  const highlights = difference(
    old.highlights.map((one) => ({ ...one, style: ownStyle(one.style) })),
    now.highlights.map((one) => ({ ...one, style: ownStyle(one.style) })),
  );
  const choices = difference(old.choices, now.choices);
  return [
    ...(highlights ? [{ kind: 'changeHighlights', sheet, ...highlights } as const] : []),
    ...(choices ? [{ kind: 'changeChoices', sheet, ...choices } as const] : []),
  ];
}

/** Null when both hold the same items, in any order. */
function difference<T extends object>(
  old: readonly T[],
  now: readonly T[],
): { readonly removed: readonly T[]; readonly added: readonly T[] } | null {
  const waiting = new Map<string, T[]>();
  for (const item of old) {
    const key = keyOf(item);
    waiting.set(key, [...(waiting.get(key) ?? []), item]);
  }
  const added = now.filter((item) => waiting.get(keyOf(item))?.pop() === undefined);
  const removed = [...waiting.values()].flat();
  return added.length + removed.length === 0 ? null : { removed, added };
}

/** The text of an item, its members in order. */
function keyOf(item: object): string {
  return JSON.stringify(item, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** The members that changed; the scale and the pages go together. */
function printChange(old: GridPage, now: GridPage): PrintChange | null {
  const isFittedAnew = old.scale !== now.scale || old.pagesWide !== now.pagesWide || old.pagesTall !== now.pagesTall;
  const change: PrintChange = {
    ...(now.orientation !== old.orientation && { orientation: now.orientation }),
    ...(now.paper !== old.paper && { paper: now.paper }),
    ...(isFittedAnew && { scale: now.scale, pagesWide: now.pagesWide, pagesTall: now.pagesTall }),
    ...(now.titleRows !== old.titleRows && { titleRows: now.titleRows }),
    ...(now.printArea !== old.printArea && { printArea: now.printArea }),
    ...(!isSame(now.footer, old.footer) && { footer: now.footer }),
    ...(!isSame(now.breaks, old.breaks) && { breaks: now.breaks }),
  };
  return Object.keys(change).length === 0 ? null : change;
}
