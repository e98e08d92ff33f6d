/**
 * Queues one request of a writing and takes its answer. The contents under each written cell are read in the same
 * request, just before: an edit that came after the check cannot be prevented, but it is found, and can be given back.
 */
import { cellAddress, type CellValue } from '../../../workbook/cells';
import { contentOfPlanned, holdsWritten, sameContent } from '../../../workbook/contents';
import type { KeptSheet } from '../../../workbook/failure';
import type { PlannedCell, RowWitness, WritePlan } from '../../../workbook/plan';
import { contentsOf, isAnswered, isRich, loadContents, rangeOf } from '../excel-ranges';
import { isAnswerLost } from '../host-errors';
import { areaOf, type AppendRow, type Before, type SetCells } from './before';
import { stepsIn } from './edits/by-cell';
import type { CoveredEdit } from './edits/covered-edits';
import { loadThingsAhead } from './edits/things-on-sheet';
import type { HeardEdit } from '../read/change-log';
import type { MovedCell } from '../../../workbook/registers/row-witnesses';
import { queueList } from './lists';
import { loadOrphans, loadTypedAhead } from './edits/orphans';
import { writtenBeside, writtenOtherwise } from './edits/written-otherwise';
import { isBlock, type Block, type Part } from './parts';
import { SheetFinder } from './sheet-finder';
import type { HighlightWhen } from './undo';
import { columnsBlank, emptyFilledColumns, entered, watchColumns, type BlankColumn } from './rows/filled-columns';
import { loadBlocks, loadFormer, type LoadedBlock } from './rows/loaded-blocks';
import { keepTables, watchTables } from './rows/resized-tables';
import { tablesAtEdges } from './rows/tables-at-edges';
import { loadWitnesses } from './rows/witnesses';
import { queueBlock, queueHighlight, queueRow, queueStep } from './write-steps';

/** The contents of the cells of steps, by their rows. */
export type Contents = Map<SetCells, (readonly CellValue[])[]>;

/** A writing in progress: what Excel answered so far. */
export class Writing {
  /** The contents that Excel gave to the written cells. */
  readonly cells: Contents = new Map();
  readonly highlights = new Map<HighlightWhen, string>();
  readonly covered: CoveredEdit[] = [];
  /** Entries that were deleted with their sheet, by its name at that moment. */
  readonly orphans: CoveredEdit[] = [];
  /** Covered edits that a rollback gave back: their cells are people's from then on. */
  readonly given: CoveredEdit[] = [];
  /** Covered entries whose cell is not known any more, as the last rollback found them. */
  readonly unplaced: CoveredEdit[] = [];
  /** Ids of the sheets, by lower-case name, those added so far included. */
  readonly ids: Map<string, string>;
  readonly addedIds = new Map<string, string>();
  readonly removedHighlights = new Set<string>();
  /** The cells around the written ones when the plan was checked; those of `before` are as each request found them. */
  readonly checked: readonly RowWitness[];
  /** Written cells whose row moved between the check and the request. */
  readonly moved: MovedCell[] = [];
  /** The request before which they moved: there it wrote by position, whichever row was there. */
  sentAfterMove: Part | null = null;
  /** Written cells in an area that somebody edited, with contents that no answer and no event gives. */
  readonly unread: MovedCell[] = [];
  /** Cells that people put into the rows that a request took out of a table: it has them again. */
  readonly heldRows: MovedCell[] = [];
  /** The edits that Excel announced since the check. */
  heard: () => readonly HeardEdit[] = () => [];
  /** Written cells in which somebody put a data type or an image since the check: no rollback gives it back. */
  readonly rich: MovedCell[] = [];
  /** The same, over which its rollback wrote. */
  readonly richLost: MovedCell[] = [];
  /** Cells in which Excel wrote something else, without an error, each with what it is to hold. */
  readonly otherwise: CoveredEdit[] = [];
  /** Blank columns of tables in which a request that failed entered a formula: Excel may have filled them. */
  readonly entered: BlankColumn[] = [];
  /** Cells that somebody changed in the sheets that the next request would delete. */
  readonly typedAhead: CoveredEdit[] = [];
  /** Those sheets, with the things that people put on them. */
  readonly thingsAhead: KeptSheet[] = [];
  /** The new sheets that a rollback left for what people put on them. */
  keptThings: readonly KeptSheet[] = [];
  /** Entries of people that a rollback left in a row that it emptied, or gave back: to be named. */
  readonly named: CoveredEdit[] = [];
  /** True once a request of its rollback is sent: some rows may be restored. */
  isRestoring = false;
  /** The key of the record that its first request writes; null without one. */
  recordKey: string | null = null;
  /** True when somebody else ended its record while it was under way: its cells may be restored already. */
  isEnded = false;
  /** Requests that were carried out. */
  done = 0;
  /** The number of the last part whose cells Excel answered: tables are given their rows again by one more request. */
  answered = 0;
  /** Requests that may have been carried out, in part or whole. */
  sent = 0;
  /** The blocks that a request which failed did not come to. */
  readonly untouched = new Set<Block>();
  /** The block of which it wrote no contents, but formats perhaps. */
  begun: Block | null = null;

  constructor(
    readonly plan: WritePlan,
    readonly before: Before,
    readonly parts: readonly Part[],
  ) {
    this.ids = new Map(before.sheets);
    this.checked = before.witnesses.map((witness) => ({ ...witness, rows: [...witness.rows] }));
  }

  isLast(number: number): boolean {
    return number === this.parts.length;
  }

  /** The parts that were sent, without the blocks that Excel did not come to. */
  get sentParts(): readonly Part[] {
    return this.partsWithout((block) => this.untouched.has(block));
  }

  /** The same, without the block of which Excel wrote no contents. */
  get writtenParts(): readonly Part[] {
    return this.partsWithout((block) => this.untouched.has(block) || block === this.begun);
  }

  private partsWithout(isLeft: (block: Block) => boolean): readonly Part[] {
    return this.parts.slice(0, this.sent).map((part) => ({
      ...part,
      operations: part.operations.filter((one) => !isBlock(one) || !isLeft(one)),
    }));
  }
}

/** Queues and sends a part; `first` and `last` queue what frames its steps. */
export async function sendPart(
  context: Excel.RequestContext,
  writing: Writing,
  part: Part,
  frame: { readonly first: (sheets: SheetFinder) => void; readonly last: (sheets: SheetFinder) => void },
): Promise<void> {
  const sheets = new SheetFinder(context, writing.ids);
  context.runtime.enableEvents = false;
  context.application.suspendApiCalculationUntilNextSync();
  frame.first(sheets);
  const blocks = part.operations.filter(isBlock);
  const before = loadFormer(sheets, blocks);
  const movedRows = loadWitnesses(sheets, writing.plan, writing.before, blocks);
  const rows = part.operations.flatMap((one) =>
    !isBlock(one) && one.kind === 'appendRow' ? [{ step: one, range: rowBelow(context, one) }] : [],
  );
  const orphans = loadOrphans(sheets, writing.plan, writing.before, part);
  const next = writing.parts[writing.done + 1];
  const typedAhead = next && loadTypedAhead(sheets, writing.plan, writing.before, next);
  const thingsAhead = next ? loadThingsAhead(sheets, writing.before, next) : [];
  const shorter = watchTables(context, sheets, part);
  const tables = tablesAtEdges(context, sheets, writing.plan, writing.before, part);
  const columns = watchColumns(context, writing.before, blocks);
  const { highlights, written } = queueAll(context, sheets, writing, part);
  tables.forEach(({ table, area }) => table.resize(area));
  const after = loadBlocks(sheets, blocks);
  const formulas = entered(columns);
  if (writing.isLast(writing.done + 1)) fitRows(sheets, writing.plan);
  frame.last(sheets);
  context.runtime.enableEvents = true;
  const takeEdits = (): void => {
    const moved = movedRows();
    if (moved === null) return; // nothing is written before the rows are read
    writing.moved.push(...moved);
    if (moved.length > 0) writing.sentAfterMove = part;
    takeUnder(writing, before, rows);
  };
  try {
    await context.sync();
  } catch (error) {
    writing.entered.push(...columnsBlank(columns));
    takeEdits(); // Excel answers what it did before the action that it refused
    if (!isAnswerLost(error)) noteReached(writing, written, movedRows() !== null);
    throw error;
  }
  writing.answered = writing.done + 1;
  takeIds(writing, sheets);
  takeContents(writing.cells, after);
  takeOtherwise(writing, before, after, part);
  for (const [step, added] of highlights) writing.highlights.set(step, added.id);
  writing.orphans.push(...orphans());
  writing.typedAhead.push(...(typedAhead?.() ?? []));
  writing.thingsAhead.push(...thingsAhead.flatMap((found) => found()));
  takeEdits();
  await emptyFilledColumns(context, sheets, formulas, ({ step, area }, r, c) => {
    return writing.cells.get(step)?.[area.top - step.top + r]?.[c];
  });
  writing.heldRows.push(...(await keepTables(context, sheets, shorter, writing.plan, writing.before)));
}

/**
 * The same answer, asked for again because it was lost; of edits that were covered, only events are left. A cell that
 * somebody changed before it is read again is taken to have been written as planned. Returns the contents read.
 */
export async function readPart(context: Excel.RequestContext, writing: Writing, part: Part): Promise<Contents> {
  const added = part.operations.flatMap((one) => (!isBlock(one) && one.kind === 'addSheet' ? [one.sheet] : []));
  const found = added.map((name) => ({ name, sheet: context.workbook.worksheets.getItemOrNullObject(name) }));
  for (const { sheet } of found) sheet.load('id');
  const sheets = new SheetFinder(context, writing.ids);
  const after = loadBlocks(sheets, part.operations.filter(isBlock));
  await context.sync();
  for (const { name, sheet } of found) if (!sheet.isNullObject) keepId(writing, name.toLowerCase(), sheet.id);
  const present: Contents = new Map();
  takeContents(present, after);
  for (const [step, rows] of present) {
    const known = writing.cells.get(step) ?? [];
    writing.cells.set(step, known);
    rows.forEach((row, r) => (known[r] = row.map((content, c) => contentWritten(step.cells[r]?.[c] ?? null, content))));
  }
  return present;
}

/** The content that a request wrote in a cell, from its present one: Excel may have respelt it. */
function contentWritten(planned: PlannedCell | null, present: CellValue): CellValue {
  if (planned === null) return present;
  const content = contentOfPlanned(planned);
  return holdsWritten(content, present) ? present : content;
}

/** The present contents of the cells of a part. */
export async function readContents(context: Excel.RequestContext, writing: Writing, part: Part): Promise<Contents> {
  const sheets = new SheetFinder(context, writing.ids);
  const blocks = loadBlocks(sheets, part.operations.filter(isBlock));
  await context.sync();
  const present: Contents = new Map();
  takeContents(present, blocks);
  return present;
}

/**
 * Notes the blocks that a refused request did not come to, and the first without its contents, at which it may have
 * failed: Excel answers the others.
 */
function noteReached(writing: Writing, written: readonly WrittenPlace[], hasBegun: boolean): void {
  const [first, ...others] = written.filter(({ range }) => !isAnswered(range, 'rowIndex'));
  if (first && !hasBegun) writing.untouched.add(first.block);
  else if (first) writing.begun = first.block;
  for (const { block } of others) writing.untouched.add(block);
}

interface LoadedRow {
  readonly step: AppendRow;
  readonly range: Excel.Range;
}

function rowBelow(context: Excel.RequestContext, { table }: AppendRow): Excel.Range {
  const range = context.workbook.tables.getItem(table).getRange().getRowsBelow(1);
  loadContents(range, 'numberFormat', 'rowIndex', 'columnIndex');
  return range;
}

/** A block with its range, of which Excel answers how far it came (`queueBlock`). */
interface WrittenPlace {
  readonly block: Block;
  readonly range: Excel.Range;
}

interface Queued {
  readonly highlights: readonly (readonly [HighlightWhen, Excel.ConditionalFormat])[];
  /** The place of each block, read once it is written. */
  readonly written: readonly WrittenPlace[];
}

function queueAll(
  context: Excel.RequestContext,
  sheets: SheetFinder,
  { before, removedHighlights }: Writing,
  part: Part,
): Queued {
  const written: WrittenPlace[] = [];
  const highlights = part.operations.flatMap((operation) => {
    if (isBlock(operation)) written.push({ block: operation, range: queueBlock(sheets, operation, before) });
    else if (operation.kind === 'appendRow') queueRow(context, operation);
    else if (operation.kind === 'highlightWhen') {
      const added = queueHighlight(sheets, operation, before, removedHighlights);
      return added ? [[operation, added] as const] : [];
    } else if (operation.kind === 'setList' || operation.kind === 'removeList') {
      queueList(rangeOf(sheets.get(operation.sheet), operation.area), operation, before.lists.get(operation));
    } else queueStep(context, sheets, operation, before);
    return [];
  });
  return { highlights, written };
}

/** Fits row heights on the sheets that the plan creates; on the team's sheets, heights are the team's. */
function fitRows(sheets: SheetFinder, plan: WritePlan): void {
  const steps = [...plan.steps, ...(plan.journal ?? [])];
  const created = new Set(steps.flatMap((step) => (step.kind === 'addSheet' ? [step.sheet.toLowerCase()] : [])));
  for (const step of steps) {
    if (step.kind !== 'setCells' || !created.has(step.sheet.toLowerCase())) continue;
    const area = areaOf(step);
    if (area.rows > 0 && area.columns > 0) rangeOf(sheets.get(step.sheet), area).format.autofitRows();
  }
}

function takeIds(writing: Writing, sheets: SheetFinder): void {
  for (const [name, id] of sheets.addedIds()) keepId(writing, name, id);
}

function keepId(writing: Writing, name: string, id: string): void {
  writing.ids.set(name, id);
  writing.addedIds.set(name, id);
}

function takeOtherwise(
  writing: Writing,
  before: readonly LoadedBlock[],
  after: readonly LoadedBlock[],
  part: Part,
): void {
  const beside = writtenBeside(before, after, part, writing.before);
  writing.covered.push(...beside);
  writing.otherwise.push(...writtenOtherwise(after, part, writing.before), ...beside);
}

function takeContents(cells: Contents, after: readonly LoadedBlock[]): void {
  for (const { block, contents } of after) {
    const rows = cells.get(block.step) ?? [];
    cells.set(block.step, rows);
    contents.forEach((row, r) => (rows[block.area.top - block.step.top + r] = row));
  }
}

/** The edits and the data types under the cells and the rows that the request wrote. */
function takeUnder(writing: Writing, before: readonly LoadedBlock[], rows: readonly LoadedRow[]): void {
  writing.covered.push(...editsUnder(before, writing), ...rows.flatMap(editsUnderRow));
  writing.rich.push(...before.flatMap(richUnder));
  writing.richLost.push(...rows.flatMap(richUnderRow));
}

/** The written cells that no longer held what was read when the plan was checked, nor what an earlier step wrote. */
function editsUnder(blocks: readonly LoadedBlock[], { plan, before }: Writing): readonly CoveredEdit[] {
  const changed = blocks.map((one) => ({ step: one.block.step, edits: changedUnder(one, before) }));
  const all = changed.flatMap(({ edits }) => edits);
  const stepsOver = stepsIn(all, plan.steps);
  return changed.flatMap(({ step, edits }) => edits.filter((edit) => (stepsOver(edit)[0] ?? step) === step));
}

/** The written cells of a block that no longer held what was read when the plan was checked. */
function changedUnder(loaded: LoadedBlock, before: Before): CoveredEdit[] {
  if (!loaded.isAnswered) return [];
  const { step, area, rows } = loaded.block;
  const known = before.cells.get(step)?.contents;
  const [found, formats] = [loaded.contents, loaded.numberFormats];
  return rows.flatMap((cells, r) =>
    cells.flatMap((cell, c): CoveredEdit[] => {
      const [row, column] = [area.top + r, area.left + c];
      const content = found[r]?.[c] ?? null;
      const expected = known?.[row - step.top]?.[c] ?? null;
      if (cell === null || sameContent(expected, content)) return [];
      return [{ sheet: step.sheet, row, column, content, numberFormat: formats[r]?.[c] ?? 'General' }];
    }),
  );
}

/** The cells of a block that hold a data type or an image at the moment of the writing. */
function richUnder(loaded: LoadedBlock): readonly MovedCell[] {
  if (!loaded.isAnswered) return [];
  const { step, area, rows } = loaded.block;
  return rows.flatMap((cells, r) =>
    cells.flatMap((cell, c) =>
      cell !== null && loaded.isRich(r, c) ? [{ sheet: step.sheet, row: area.top + r, column: area.left + c }] : [],
    ),
  );
}

function editsUnderRow({ step, range }: LoadedRow): CoveredEdit[] {
  if (!isAnswered(range)) return [];
  return (contentsOf(range)[0] ?? []).flatMap((content, c): CoveredEdit[] =>
    sameContent(content, null)
      ? []
      : [
          {
            sheet: step.sheet,
            row: range.rowIndex,
            column: range.columnIndex + c,
            content,
            numberFormat: String(range.numberFormat[0]?.[c] ?? 'General'),
          },
        ],
  );
}

function richUnderRow({ step: { sheet }, range }: LoadedRow): readonly MovedCell[] {
  if (!isAnswered(range)) return [];
  const { rowIndex: row, columnIndex, values } = range;
  return (values[0] ?? []).flatMap((_, c) => (isRich(range, 0, c) ? [{ sheet, row, column: columnIndex + c }] : []));
}

/** `B12`, for the sentence of a failure. */
export function addressOfEdit({ row, column }: MovedCell): string {
  return cellAddress(row, column);
}
