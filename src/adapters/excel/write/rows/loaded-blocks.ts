/**
 * Reads the cells that a request writes, before or after it writes them. Rows that are written one by one, since a
 * filter hides some of them, are read together: Excel gives hidden rows as the others.
 */
import type { Area, CellValue } from '../../../../workbook/cells';
import { contentsOf, isAnswered, isRich, loadContents, rangeOf } from '../../excel-ranges';
import type { Block } from '../parts';
import type { SheetFinder } from '../sheet-finder';

/** An area with the blocks of one step in it. */
class Reading {
  readonly range: Excel.Range;
  private read: readonly (readonly CellValue[])[] | null = null;

  constructor(
    sheets: SheetFinder,
    sheet: string,
    readonly area: Area,
  ) {
    this.range = loadContents(rangeOf(sheets.get(sheet), area), 'numberFormat');
  }

  contents(): readonly (readonly CellValue[])[] {
    return (this.read ??= contentsOf(this.range));
  }
}

/** A block with its cells, once Excel has answered. */
export class LoadedBlock {
  constructor(
    readonly block: Block,
    private readonly reading: Reading,
  ) {}

  get isAnswered(): boolean {
    return isAnswered(this.reading.range);
  }

  get contents(): readonly (readonly CellValue[])[] {
    return this.rowsOf(this.reading.contents());
  }

  get numberFormats(): readonly (readonly string[])[] {
    return this.rowsOf(this.reading.range.numberFormat as string[][]);
  }

  /** True for a cell that holds a data type or an image. */
  isRich(r: number, c: number): boolean {
    return isRich(this.reading.range, this.first + r, c);
  }

  private get first(): number {
    return this.block.area.top - this.reading.area.top;
  }

  private rowsOf<T>(rows: readonly T[]): readonly T[] {
    return rows.slice(this.first, this.first + this.block.area.rows);
  }
}

/** Queues the reading of blocks, which come in the order of their steps. */
export function loadBlocks(sheets: SheetFinder, blocks: readonly Block[]): readonly LoadedBlock[] {
  return runsOf(blocks).flatMap((run) => {
    const [[first], last] = [run, run.at(-1) ?? run[0]];
    const rows = last.area.top + last.area.rows - first.area.top;
    const reading = new Reading(sheets, first.step.sheet, { ...first.area, rows });
    return run.map((block) => new LoadedBlock(block, reading));
  });
}

/** The same for those of sheets that existed before the request. */
export function loadFormer(sheets: SheetFinder, blocks: readonly Block[]): readonly LoadedBlock[] {
  return loadBlocks(
    sheets,
    blocks.filter(({ step }) => sheets.isKnown(step.sheet)),
  );
}

/** The blocks of each step together. */
function runsOf(blocks: readonly Block[]): readonly (readonly [Block, ...Block[]])[] {
  const runs: [Block, ...Block[]][] = [];
  for (const block of blocks) {
    const run = runs.at(-1);
    if (run?.[0].step === block.step) run.push(block);
    else runs.push([block]);
  }
  return runs;
}
