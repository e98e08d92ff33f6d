/** A plan of the add-in as the auditor follows it, from the moment when the adapter gets it. */
import { groupedBy } from '../../../src/domain/grouped';
import type { Failure } from '../../../src/workbook/failure';
import { cellAddress } from '../../../src/workbook/cells';
import { allSteps, type PlannedCell, type WritePlan } from '../../../src/workbook/plan';
import { cellOfContent } from '../../../src/workbook/contents';
import { GRID_COLUMNS, type Grid, type GridArea } from '../../../workbench/host/grid';
import type { DeletedEntries } from './deleted-entries';
import { contentOf, inItsRow, type CellChange, type Content, type Shadow } from './shadow';

/** An entry of somebody while a plan was under way, and how many requests the add-in had sent by then. */
export interface Edit {
  readonly change: CellChange;
  readonly requests: number;
  /** The entries of people before it, in the same cell. */
  readonly earlier: readonly Content[];
  /** The content before people changed it, when the add-in had not written it yet: the one that the plan was made for. */
  readonly original: Content | null;
}

export interface Writing {
  readonly plan: WritePlan;
  readonly began: number;
  readonly sheetIds: ReadonlyMap<string, string>;
  readonly planned: ReadonlyMap<string, PlannedCell>;
  readonly growing: ReadonlySet<string>;
  /** Where the tables that the plan moves are, and where they go. */
  readonly moving: readonly TableColumns[];
  /** Null where they cannot be counted. */
  readonly journalRows: number | null;
  /** `structureOf` the workbook before. */
  readonly structure: string;
  /** True once somebody else changed anything since. */
  isOverlaid: boolean;
  /** First and last states of each cell that the add-in changed. */
  readonly changed: Map<string, CellChange>;
  /** The contents of others that the add-in replaced, or people before it: `inItsRow`, wherever the rows are now. */
  readonly formers: Set<Content>;
  readonly sheetsAdded: Set<string>;
  /** Sheets in which somebody moved rows or columns since. */
  readonly moved: Set<string>;
  /** Edits by people meanwhile, by cell. */
  readonly edits: Map<string, Edit>;
  /** In the sheets that the add-in deleted. */
  readonly deleted: DeletedEntries;
  lastWrite: number;
  /** The answers that the host had lost by its beginning. */
  readonly lostBefore: number;
  /** True once its undo is kept in the workbook. */
  hasRecord: boolean;
  /** True when Excel refused its rollback. */
  isHalfWritten: boolean;
  /** True when the runtime died before its end. */
  isInterrupted: boolean;
}

/** The columns of a table, from its title down: it may have another number of rows by the time that it moves. */
export interface TableColumns {
  readonly sheetId: string;
  readonly top: number;
  readonly left: number;
  readonly columns: number;
}

/** The places, before and after, of the tables that a plan moves. */
export function tablesMovedBy(plan: WritePlan, grid: Grid, sheetIds: ReadonlyMap<string, string>): TableColumns[] {
  return allSteps(plan).flatMap((step) => {
    if (step.kind !== 'moveTable') return [];
    const columns = grid.tables().find(({ name }) => name === step.name)?.area.columns ?? 0;
    return [step.from, step].map(({ sheet, top, left }) => ({
      ...{ sheetId: sheetIds.get(sheet.toLowerCase()) ?? sheet, top, left, columns },
    }));
  });
}

/** True in the columns of a table that the plan moves: its contents, people's too, move with it. */
export function isMoving({ moving }: Writing, { sheetId, row, column }: Omit<CellChange, 'before' | 'after'>): boolean {
  return moving.some(
    (one) => one.sheetId === sheetId && row >= one.top && column >= one.left && column < one.left + one.columns,
  );
}

/**
 * True for a large paste, and for one over all that a row of the plan holds beside what is written in it: nothing
 * distinguishes the rows that it overwrites from rows that moved.
 */
export function replacesRows(
  { planned }: Writing,
  changes: readonly CellChange[],
  shadow: Pick<Shadow, 'at'>,
): boolean {
  const rows = groupedBy(changes, ({ row }) => row);
  if (rows.size >= MANY_ROWS) return true;
  const sheetId = changes[0]?.sheetId ?? '';
  const written = new Set([...planned.keys()].map(partsOf).flatMap(([sheet, row]) => (sheet === sheetId ? [row] : [])));
  return [...rows].some(([row, own]) => {
    const pasted = new Set(own.map(({ column }) => column));
    if (!written.has(row) || pasted.size < A_ROW) return false;
    const isOther = (column: number): boolean => !pasted.has(column) && !planned.has(keyOf(sheetId, row, column));
    for (let column = 0; column < COLUMNS_OF_A_ROW; column++)
      if (isOther(column) && shadow.at(sheetId, row, column).content !== '') return false;
    return true;
  });
}

const MANY_ROWS = 100;
/** Fewer cells are typed, and are no row. */
const A_ROW = 4;
const COLUMNS_OF_A_ROW = 40;

/** True when most of the cells that the plan writes in a row are now of people: it may be another row. */
export function isRowOfPeople(
  { planned }: Writing,
  { sheetId, row }: CellChange,
  isOfPeople: (column: number) => boolean,
): boolean {
  const own = [...planned.keys()].map(partsOf).filter(([sheet, at]) => sheet === sheetId && at === row);
  return own.filter(([, , column]) => isOfPeople(column)).length * 2 > own.length;
}

/** Of two people in the same cell, the second one wins; where it empties the cell, the entry of the first may be back. */
export function noteEdit({ edits, changed, formers }: Writing, change: CellChange, requests: number): void {
  const { sheetId, row, column, before } = change;
  const key = keyOf(sheetId, row, column);
  const known = edits.get(key);
  const earlier = known ? [...known.earlier, known.change.after.content] : [];
  const original = known ? known.original : changed.has(key) ? null : before.content;
  edits.set(key, { change, requests, earlier, original });
  if (original !== null) formers.add(inItsRow(original, row));
}

/** True when the plan is for a cell that holds what somebody just gave to it. */
export function isExpected({ plan, sheetIds }: Writing, { sheetId, row, column, after }: CellChange): boolean {
  return plan.expected.some(({ sheet, top, left, contents }) => {
    const expected = contents[row - top]?.[column - left];
    if (expected === undefined || sheetIds.get(sheet.toLowerCase()) !== sheetId) return false;
    const { value, formula } = cellOfContent(expected);
    return contentOf(value, formula ?? null) === after.content;
  });
}

/**
 * True for a cell to which somebody gave what the plan then wrote: only the answer of that request showed what it held
 * before, so that a rollback without it gives back the content that the plan was made for.
 */
function isLostWithAnswer({ planned, lostBefore }: Writing, edit: Edit, now: Content, answersLost: number): boolean {
  const { sheetId, row, column, after } = edit.change;
  const cell = planned.get(keyOf(sheetId, row, column));
  const isAsPlanned = cell !== undefined && contentOf(cell.value, cell.formula ?? null) === after.content;
  return isAsPlanned && answersLost > lostBefore && now === edit.original;
}

/**
 * True for an entry of a large paste that a request without an answer covered: no event gives its content, and the
 * failure names its cell (docs/excel-checklist.md). `names`: those of the sheets.
 */
export function isNamedUnknown(
  { lostBefore }: Writing,
  failure: Failure | null,
  { sheetId, row, column }: CellChange,
  names: ReadonlyMap<string, string>,
  answersLost: number,
): boolean {
  if (!failure || !('cells' in failure) || answersLost <= lostBefore) return false;
  return failure.cells.some(({ sheet, cell }) => sheet === names.get(sheetId) && cell === cellAddress(row, column));
}

/** True for an entry that only the lost answer of a request had, or whose cell the failure names for that reason. */
export function isExcused(
  writing: Writing,
  edit: Edit,
  now: Content,
  {
    failure,
    names,
    host,
  }: { failure: Failure | null; names: ReadonlyMap<string, string>; host: { answersLost: number } },
): boolean {
  return (
    isLostWithAnswer(writing, edit, now, host.answersLost) ||
    isNamedUnknown(writing, failure, edit.change, names, host.answersLost)
  );
}

/** True for a change that an undo restores in another row of its column. */
export function isGivenElsewhere({ changed }: Writing, { sheetId, row, column, before, after }: CellChange): boolean {
  return [...changed.values()].some(
    (one) =>
      one.sheetId === sheetId &&
      one.column === column &&
      one.row !== row &&
      one.before.content === after.content &&
      one.after.content === before.content,
  );
}

/** True for what a writing changed in this column, given back where its row is now. */
export function isUndoneAs(done: Writing | undefined, { sheetId, column, before, after }: CellChange): boolean {
  return [...(done?.changed.values() ?? [])].some(
    (one) =>
      one.sheetId === sheetId &&
      one.column === column &&
      one.after.content === before.content &&
      one.before.content === after.content,
  );
}

/** The add-in deleted rows: the entries below them moved up; one in these rows has no place any more, and is lost. */
export function withoutRows(writing: Writing | null, sheetId: string, { top, rows }: GridArea): void {
  const edits = [...(writing?.edits.values() ?? [])].filter(({ change }) => change.sheetId === sheetId);
  const below = edits.filter(({ change: { row } }) => row >= top);
  for (const { change } of below) writing?.edits.delete(keyOf(sheetId, change.row, change.column));
  for (const edit of below) {
    const row = edit.change.row < top + rows ? NOWHERE : edit.change.row - rows;
    writing?.edits.set(keyOf(sheetId, row, edit.change.column), { ...edit, change: { ...edit.change, row } });
  }
}

const NOWHERE = 2 ** 20;

/** In rows that moved, people changed the cell in which their entry is now. */
export function forgetOverwritten({ edits }: Writing, { sheetId, before }: CellChange): void {
  if (before.content === '') return;
  for (const [key, { change }] of edits)
    if (change.sheetId === sheetId && change.after.content === before.content) return void edits.delete(key);
}

/** People deleted the sheet, or rows or columns of it, and perhaps their own entries in them. */
export function forgetEdits(writing: Writing | null, sheetId: string): void {
  for (const [key, { change }] of writing?.edits ?? []) if (change.sheetId === sheetId) writing?.edits.delete(key);
}

/**
 * The sheets that a refused or half-written plan added to give entries back, and that its failure names, are people's
 * from now on: its undo leaves them. `nameOf`: the present name of a sheet.
 */
export function leaveEntriesOf(
  writing: Writing,
  named: readonly string[],
  nameOf: (sheetId: string) => string | undefined,
): void {
  const planned = allSteps(writing.plan).flatMap((step) =>
    step.kind === 'addSheet' ? [step.sheet.toLowerCase()] : [],
  );
  for (const id of [...writing.sheetsAdded]) {
    const name = nameOf(id);
    if (name === undefined || !named.includes(name) || planned.includes(name.toLowerCase())) continue;
    writing.sheetsAdded.delete(id);
    writing.isOverlaid = true;
    for (const [key, { sheetId }] of writing.changed) if (sheetId === id) writing.changed.delete(key);
  }
}

export function keyOf(sheet: string, row: number, column: number): string {
  return `${row * GRID_COLUMNS + column} ${sheet}`;
}

export function partsOf(key: string): [sheet: string, row: number, column: number] {
  const space = key.indexOf(' ');
  const cell = Number(key.slice(0, space));
  return [key.slice(space + 1), Math.floor(cell / GRID_COLUMNS), cell % GRID_COLUMNS];
}

/** True when a writing itself stays half done, beside the entries that are lost. */
export function isHalfDone(failure: Failure): boolean {
  return failure.code === 'entriesLost' && failure.sheets !== undefined;
}

/** True for an entry whose cell and content a failure gives. */
export function isNamedIn(
  entries: Extract<Failure, { code: 'entriesLost' }>['entries'],
  { row, column, after }: CellChange,
): boolean {
  return entries.some(({ cell, content }) => {
    const { value, formula } = cellOfContent(content);
    return cell === cellAddress(row, column) && contentOf(value, formula ?? null) === after.content;
  });
}
