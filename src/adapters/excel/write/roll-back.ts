/**
 * Rolls back a writing that failed half way, or was stopped: every cell that still holds what was written gets its
 * former content, a sheet that holds only ours is deleted, and what somebody else did meanwhile is left as it is.
 */
import { cellAddress } from '../../../workbook/cells';
import type { Failure } from '../../../workbook/failure';
import { allSteps, type RowWitness, type WritePlan, type WriteStep } from '../../../workbook/plan';
import { undoOfOurs, type KeptCell } from '../../../workbook/registers/undo-of-ours';
import { witnessesAfter, type MovedCell } from '../../../workbook/registers/row-witnesses';
import type { FoundRows } from '../../../workbook/registers/moved-rows';
import { withoutGoneSheets, withPresentNames } from '../../../workbook/sheet-renames';
import { failure, success, type Result } from '../../../domain/result';
import { intersection } from '../excel-ranges';
import { attempt, DONE, halfWritten, READING, type ExcelRun } from '../host-errors';
import type { Before } from './before';
import { typedSince, typedUnder } from './edits/announced-edits';
import { eachOnce, EditsByCell, keyOf, NamedCells } from './edits/by-cell';
import { isEntry, placeOfEdit, stepOfEdit, type CoveredEdit } from './edits/covered-edits';
import { carryOut, contentsWritten, onPresentSheets } from './edits/give-back';
import { fromExtended, shrunkTables, tablesOn, unnamedTables } from './edits/restored-tables';
import { isThere, lastInCells, overwritten, restoredOver, withoutResults } from './edits/restored-over';
import { leftovers, mayLackName, withoutCharts } from './looks/leftovers';
import { oursIn, presentEdits, readWhereFound } from './rows/find-moved-rows';
import { joinCells } from './join-cells';
import type { Part } from './parts';
import { cellsBefore, isAlreadyUndone, leftToUndo, presentOf, type ReadCells } from './present-cells';
import { readStructure } from './read-before';
import { SentCells } from './sent-cells';
import { SheetFinder } from './sheet-finder';
import { stillPossible } from './still-possible';
import { sheetsWritten, undoOf } from './undo';
import { holdsRecord, writtenBy } from './undo-sheet';
import { removeAppendedRows } from './rows/appended-rows';
import { emptyFilled } from './rows/filled-columns';
import { withTablesNow } from './rows/resized-tables';
import type { Writing } from './write-part';

/** Somebody may work under each rollback. */
const MOST_ROUNDS = 3;

/**
 * Returns null when the workbook is as before, co-authors' edits apart; else what to report: what was kept for somebody
 * else, or what could not be restored. Excel may refuse a request once: it is tried twice. Where Excel denies the
 * writing and its rollback alike, and nothing is found changed, the workbook is read-only.
 */
export async function rollBack(
  run: ExcelRun,
  writing: Writing,
  record: readonly string[] | null,
  reason: Failure,
): Promise<Failure | null> {
  const { plan, before } = writing;
  const whole = { ...plan, steps: allSteps(plan) };
  const cells = contentsSent(writing);
  const written = { cells, highlights: new Map(), sheetIds: writing.addedIds };
  const sent = new SentCells(writing.sentParts);
  // the rows as the sent requests left them: the cells of the others are no sign of a row that moved
  const undo = {
    ...sent.within(undoOf(whole, before, written)),
    witnesses: witnessesWith(writing, writing.writtenParts),
  };
  const restored = (again: boolean): Promise<Result<readonly KeptCell[], Failure>> =>
    attempt(run, READING, (context) => restoreUndisturbed(context, writing, undo, again));
  const once = await restored(false);
  const rolledBack = once.ok ? once : await restored(writing.isRestoring); // what is restored already is left as it is
  if (rolledBack.ok) writing.orphans.push(...writing.unplaced);
  if (rolledBack.ok) return keptBy(writing, rolledBack.value);
  const { failure: cause } = rolledBack;
  const gone = isDenied(reason) && isDenied(cause) ? await entriesGone(run, writing, record, undo) : null;
  if (gone !== null) {
    writing.orphans.push(...gone);
    return null;
  }
  const typed = writing.isRestoring ? typedUnder(undo, writing) : [];
  const known = new EditsByCell(writing.covered);
  const lost = new EditsByCell(typed.filter((edit) => !known.hasSame(edit)));
  const earlier = writing.covered.filter((edit) => isEntry(edit) && !lost.has(edit));
  writing.richLost.push(...lost.all.filter(({ isRich }) => isRich));
  writing.orphans.push(...earlier, ...lost.all); // their cells cannot be written
  return halfWritten(sheetsWritten(undo), cause);
}

/** The failure of a rollback that kept cells or sheets; null when it kept none. */
function keptBy({ keptThings: keptSheets }: Writing, cells: readonly KeptCell[]): Failure | null {
  if (cells.length === 0 && keptSheets.length === 0) return null;
  return { code: 'editsKept', cells, ...(keptSheets.length > 0 && { keptSheets }) };
}

/** The cells around those of the writing, with what these parts wrote. */
function witnessesWith({ plan, before, moved, checked }: Writing, parts: readonly Part[]): readonly RowWitness[] {
  const written = new SentCells(parts).within({ ...plan, steps: allSteps(plan) });
  return witnessesAfter(written, moved.length > 0 ? checked : before.witnesses);
}

/** The contents as Excel gave them back, else as planned. */
function contentsSent({ plan, cells }: Writing): ReturnType<typeof writtenBy> {
  return new Map(
    [...writtenBy(plan)].map(([step, planned]) => [step, planned.map((row, r) => cells.get(step)?.[r] ?? row)]),
  );
}

function isDenied({ code }: Failure): boolean {
  return code === 'noPermission';
}

/**
 * The covered entries that are not in their cells, where the workbook is as before: a first try of the rollback may
 * have written over them. Null when anything that was written is found, the undo record included, or nothing can be
 * read.
 */
async function entriesGone(
  run: ExcelRun,
  writing: Writing,
  record: readonly string[] | null,
  undo: WritePlan,
): Promise<readonly CoveredEdit[] | null> {
  const found = await attempt(run, READING, async (context) => {
    const { possible, now, present, covered } = await toRestore(context, writing, undo);
    const isUndone = possible.every((step) => isAlreadyUndone(step, now, present));
    if (!isUndone || (await isRecordBegun(context, writing, now, record))) return success(null);
    return success(covered.filter((edit) => isEntry(edit) && !isThere(edit, present)));
  });
  return found.ok ? found.value : null;
}

interface ToRestore {
  readonly possible: readonly WriteStep[];
  /** The cells that stay as somebody else made them. */
  readonly kept: readonly KeptCell[];
  /** The cells whose row is not known any more. */
  readonly displaced: readonly KeptCell[];
  /** The edits that the failed writing covered, with the present names of their sheets. */
  readonly covered: readonly CoveredEdit[];
  readonly where: Pick<FoundRows, 'rowOf' | 'isFound' | 'inMovedColumns'>;
  readonly now: Before;
  readonly present: ReadCells;
  readonly named: WritePlan;
}

/**
 * The steps of a rollback, from a reading of the workbook as the failed writing left it; `again`: or as a first try of
 * the rollback did, whose last answer may be lost.
 */
async function toRestore(
  context: Excel.RequestContext,
  writing: Writing,
  undo: WritePlan,
  again = false,
): Promise<ToRestore> {
  context.runtime.enableEvents = true; // the failed request may have left them off: people type from now on
  const structure = await readStructure(context, writing.before);
  writing.isEnded ||= !writing.isRestoring && isRecordEnded(writing, structure);
  const mayBeRestored = again || writing.isEnded;
  const under = onPresentSheets(writing.covered, writing.ids, structure);
  const more = {
    others: under.map(stepOfEdit),
    byPosition: new SentCells(writing.sentAfterMove ? [writing.sentAfterMove] : []).among(writing.moved),
    otherwise: witnessesWith(writing, writing.sentParts),
    isAgain: mayBeRestored,
  };
  const found = await readWhereFound(context, onSheetsNow(undo, structure), more, structure);
  const { now, lost, like, undo: recorded } = found;
  const extended = fromExtended(writing, recorded, now, typedSince(writing));
  const { plan: named, emptied, held } = await withTablesNow(context, extended, now);
  now.undoPlace = recordLeft(writing, now);
  keepLostRich(writing, now);
  const read = { ...named, steps: [...found.read, ...emptied] };
  const present = presentOf(read, now, (sheet) => mayLackName(writing, sheet));
  const { steps, kept: others, displaced, keptSheets, keptThings } = undoOfOurs(named, present);
  writing.keptThings = keptThings;
  const isLeft = leftIn(steps);
  const unnamed = unnamedTables(writing, now);
  const wanted = [
    ...(await leftovers(context, writing)),
    ...unnamed,
    ...tablesOn(keptSheets, writing.plan),
    ...withoutCharts(steps),
    ...shrunkTables(writing, now, typedSince(writing)),
  ];
  const typed = found.areInPlace ? typedNow(writing, structure).filter(isLeft) : [];
  const lostAgain = noted(writing, mayBeRestored ? overwritten(typed, under, steps, present) : []);
  const given = onPresentSheets(writing.given, writing.ids, structure);
  const all = [...under.filter(isLeft), ...lostAgain];
  const { covered, isGivenBefore } = lastInCells({ covered: all, given, typed }, present);
  const kept = others.filter((cell) => !isGivenBefore(cell));
  const theirs = new EditsByCell([...given, ...typed].filter((edit) => isThere(edit, present)));
  const possible = stillPossible({ ...named, expected: [], steps: wanted }, now).steps.flatMap((step) =>
    withoutGiven(step, theirs),
  );
  const gone = [...lost, ...like, ...held.filter((cell) => !unnamed.some(begins(cell, now)))].map(placeOfCell);
  const known = new NamedCells(kept);
  const over = restoredOver(typed, steps, present).filter((edit) => !known.hasEdit(edit));
  return {
    possible,
    kept: [...kept, ...gone, ...over.map(placeOfEdit)],
    displaced,
    covered,
    where: found,
    now,
    present,
    named,
  };
}

/** The cells that people typed in since the check, with the present names of their sheets. */
function typedNow(writing: Writing, structure: Before): readonly CoveredEdit[] {
  const ours = contentsWritten({ covered: writing.covered, cells: contentsSent(writing) });
  const typed = withoutResults(typedSince(writing), writing.covered, ours);
  return onPresentSheets(typed, writing.ids, structure);
}

/** The edits that a first try of the rollback restored over, once they are noted to be named. */
function noted({ richLost, named }: Writing, edits: readonly CoveredEdit[]): readonly CoveredEdit[] {
  richLost.push(...edits.filter(({ isRich }) => isRich));
  named.push(...edits);
  return edits;
}

/** Forgets the data types that are still there: the request failed at their cells, or before them. */
function keepLostRich({ rich, isRestoring }: Writing, now: Before): void {
  if (isRestoring) return; // what is there then was put there since
  const there = new Set([...now.rich.values()].flat().map((cell) => keyOf(placeOfEdit(cell))));
  rich.splice(0, rich.length, ...rich.filter((cell) => !there.has(keyOf(placeOfEdit(cell)))));
}

/** The steps of an undo on the sheets that are left, by their present names. */
function onSheetsNow(undo: WritePlan, { sheetNames }: Before): WritePlan {
  const nameOf = (id: string): string | undefined => sheetNames.get(id);
  return withPresentNames(withoutGoneSheets(undo, nameOf), nameOf);
}

/** Whether the cell is the first one of a table. */
function begins({ sheet, row, column }: MovedCell, { tables }: Before): (table: { readonly name: string }) => boolean {
  return ({ name }) => {
    const found = tables.get(name.toLowerCase());
    const isThere = found?.area.top === row && found.area.left === column;
    return isThere && found.sheet.toLowerCase() === sheet.toLowerCase();
  };
}

function placeOfCell({ sheet, row, column }: MovedCell): KeptCell {
  return { sheet, cell: cellAddress(row, column) };
}

/** True when the sheet of its record is gone, which the rollback has not deleted yet. */
function isRecordEnded({ recordKey, done, ids, before }: Writing, { sheetNames }: Before): boolean {
  const id = ids.get(before.undoPlace.name.toLowerCase());
  return recordKey !== null && done > 0 && id !== undefined && !sheetNames.has(id);
}

/**
 * False for a cell that somebody emptied in the headings of a table that the steps add: Excel leaves none blank, and
 * names such a heading itself.
 */
function leftIn(steps: readonly WriteStep[]): (edit: CoveredEdit) => boolean {
  const headings = steps.flatMap((step) =>
    step.kind === 'addTable' ? [{ sheet: step.sheet.toLowerCase(), area: { ...step.area, rows: 1 } }] : [],
  );
  const isHeading = ({ sheet, row, column }: CoveredEdit): boolean => {
    const cell = { top: row, left: column, rows: 1, columns: 1 };
    return headings.some((one) => one.sheet === sheet.toLowerCase() && intersection(one.area, cell) !== null);
  };
  return (edit) => isEntry(edit) || !isHeading(edit);
}

/** The step without the cells that hold what an earlier round gave back, or people typed: blank like ours perhaps. */
function withoutGiven(step: WriteStep, theirs: EditsByCell): readonly WriteStep[] {
  if (step.kind !== 'setCells' || !theirs.isOn(step.sheet)) return [step];
  const { sheet, top, left } = step;
  const cells = step.cells.map((row, r) =>
    row.map((cell, c) => (theirs.has({ sheet, row: top + r, column: left + c }) ? null : cell)),
  );
  return cells.some((row) => row.some((cell) => cell !== null)) ? [{ ...step, cells }] : [];
}

/** Again when somebody worked under the rollback itself: rows that moved then are found by the next one. */
async function restoreUndisturbed(
  context: Excel.RequestContext,
  writing: Writing,
  undo: WritePlan,
  again: boolean,
  round = 1,
): Promise<Result<readonly KeptCell[], Failure>> {
  writing.unplaced.length = 0;
  const restored = await restore(context, writing, undo, again);
  if (!restored.ok) return restored;
  const { kept, isDisturbed } = restored.value;
  const isAgain = isDisturbed && round < MOST_ROUNDS;
  return isAgain ? restoreUndisturbed(context, writing, undo, again, round + 1) : success(kept);
}

/**
 * Returns the cells that were kept for somebody else. An edit that the writing covered is given back in its cell, or on
 * a sheet of its own when its row is not known any more. Where somebody inserted or deleted columns, nothing is
 * restored: the record stays, by which it is once they are back.
 */
async function restore(
  context: Excel.RequestContext,
  writing: Writing,
  undo: WritePlan,
  again: boolean,
): Promise<Result<{ readonly kept: readonly KeptCell[]; readonly isDisturbed: boolean }, Failure>> {
  const found = await toRestore(context, writing, undo, again);
  const { inMovedColumns: first } = found.where;
  if (first)
    return failure({ code: 'changedMeanwhile', sheet: first.sheet, cell: cellAddress(first.row, first.column) });
  const { possible, kept, displaced, covered, where, now, present, named } = found;
  const shrunk = await removeAppendedRows(context, writing, now);
  const restored = possible.flatMap((step) => leftToUndo(step, now, present));
  const hadMoved = writing.moved.length > 0;
  const edits = presentEdits(covered, hadMoved, { undo: named, ...where });
  const [asCovered, holdsOurs] = [new EditsByCell(covered), oursIn(named, edits)];
  const [others, elsewhere] = [new NamedCells([...kept, ...displaced]), new NamedCells(displaced)];
  const hasMoved = (edit: CoveredEdit): boolean => hadMoved || !asCovered.has(edit);
  const isPlaced = (edit: CoveredEdit): boolean =>
    hasMoved(edit) ? holdsOurs(edit, present.contentAt(edit.sheet, edit.row, edit.column)) : !others.hasEdit(edit);
  const giving = edits.filter(isPlaced);
  const rest = joinCells({ ...named, expected: [], steps: [...restored, ...giving.map(stepOfEdit)] }).steps;
  for (const step of rest) if (step.kind === 'setCells') now.cells.set(step, cellsBefore(step, present));
  writing.isRestoring = true;
  const { changed, held, isOtherwise } = await carryOut(context, { steps: [...rest, ...shrunk], giving }, now, writing);
  const sheets = new SheetFinder(context, writing.ids);
  if (!hadMoved) for (const column of writing.entered.splice(0)) await emptyFilled(context, sheets, column);
  const isUnplaced = (edit: CoveredEdit): boolean => (hasMoved(edit) ? !isPlaced(edit) : elsewhere.hasEdit(edit));
  const unplaced = edits.filter((edit) => isUnplaced(edit) && !isThere(edit, present));
  writing.unplaced.push(...unplaced.filter(isEntry));
  return success({
    kept: eachOnce([...kept, ...[...writing.named, ...changed, ...held].map(placeOfEdit)]),
    isDisturbed: changed.length > 0 || held.length > 0 || isOtherwise,
  });
}

/** True when the writing got as far as its record, which it writes first: more may have been written. */
async function isRecordBegun(
  context: Excel.RequestContext,
  { before }: Writing,
  now: Before,
  record: readonly string[] | null,
): Promise<boolean> {
  if (!record) return false;
  return (before.undoPlace.id === null && now.undoPlace.id !== null) || holdsRecord(context, now, record);
}

/** The sheet of the record, also when the request failed before its first cell was written. */
function recordLeft({ before: { sheets, undoPlace }, recordKey }: Writing, now: Before): Before['undoPlace'] {
  const key = undoPlace.name.toLowerCase();
  const id = now.sheets.get(key);
  const isNew = undoPlace.id === null && !sheets.has(key) && id !== undefined;
  const isBlank = isNew && now.undoSheets.get(key)?.notice === '';
  return isBlank ? { name: undoPlace.name, id, state: null, key: recordKey ?? '' } : now.undoPlace;
}

/** Turns events on again, which the failed request had turned off. A refusal here does not change the outcome. */
export async function enableEvents(run: ExcelRun): Promise<void> {
  await attempt(run, READING, async (context) => {
    context.runtime.enableEvents = true;
    await context.sync();
    return DONE;
  });
}
