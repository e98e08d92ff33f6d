/**
 * Carries out a rollback, and gives back what somebody typed under it: in the same cell while that cell still holds
 * ours, else on a sheet of its own (`keep-orphans.ts`), since its row may have moved.
 */
import type { CellValue } from '../../../../workbook/cells';
import { sameContent } from '../../../../workbook/contents';
import type { WritePlan, WriteStep } from '../../../../workbook/plan';
import type { MovedCell } from '../../../../workbook/registers/row-witnesses';
import type { Before, SetCells } from '../before';
import { partsOf } from '../parts';
import { readCells, readStructure } from '../read-before';
import type { SheetFinder } from '../sheet-finder';
import { dropRecord, queueUndoRolledBack } from '../undo-sheet';
import { sendPart, Writing } from '../write-part';
import { EditsByCell, stepsIn } from './by-cell';
import { isEntry, stepOfEdit, type CoveredEdit } from './covered-edits';

/** Somebody may type at each attempt to give back what they typed. */
const MOST_ROUNDS = 3;

/** The work of somebody under a rollback. */
interface CarriedOut {
  readonly changed: readonly CoveredEdit[];
  /** A cell of each table that was to give back rows, and has them again. */
  readonly held: readonly MovedCell[];
  readonly isOtherwise: boolean;
}

/**
 * Sends the steps of a rollback; `giving`: the entries that some of them give back. Returns what somebody changed under
 * them, which is given back too; what Excel wrote otherwise than asked (`isOtherwise`) is written again: a filter may have
 * come since the reading. The entries that have no place any more join those of the failed writing, and those
 * whose sheet was deleted its orphans. A table in whose rows somebody worked keeps them (`held`).
 */
export async function carryOut(
  context: Excel.RequestContext,
  { steps, giving }: { readonly steps: readonly WriteStep[]; readonly giving: readonly CoveredEdit[] },
  now: Before,
  failed: Writing,
): Promise<CarriedOut> {
  const writing = writingOf(steps, now);
  await send(context, writing, failed, (sheets) => {
    if (failed.recordKey !== null && failed.recordKey === now.undoPlace.key) dropRecord(sheets, now);
    else if (failed.plan.purpose === 'undo') queueUndoRolledBack(sheets, failed.plan, failed.before, now);
  });
  await giveBack(context, writing, giving, failed);
  const otherwise = new EditsByCell(writing.otherwise);
  const changed = writing.covered.filter((edit) => !otherwise.has(edit));
  return { changed, held: writing.heldRows, isOtherwise: writing.otherwise.length > 0 };
}

/** Gives back what the writing covered; `given`: the entries that it wrote. */
async function giveBack(
  context: Excel.RequestContext,
  writing: Writing,
  given: readonly CoveredEdit[],
  failed: Writing,
  round = 1,
): Promise<void> {
  if (writing.covered.length === 0) return;
  failed.unplaced.push(...changedAmong(writing.covered, given));
  const { places, state } = await placesOf(context, writing);
  const isAgain = ({ isSame }: Place): boolean => isSame && round < MOST_ROUNDS;
  const again = places.filter(isAgain);
  const others = places.filter((place) => !isAgain(place));
  failed.unplaced.push(...others.map(({ edit }) => edit).filter(isEntry));
  const steps = again.map(({ step }) => step);
  const next = writingOf(steps, state);
  await send(context, next, failed, () => undefined);
  forget(failed, again);
  const giving = again.map(({ edit }) => edit);
  failed.given.push(...giving);
  await giveBack(context, next, giving, failed, round + 1);
}

function writingOf(steps: readonly WriteStep[], now: Before): Writing {
  const plan: WritePlan = { purpose: 'undo', expected: [], steps };
  return new Writing(plan, { ...now, witnesses: [] }, partsOf(plan, now, 0));
}

/**
 * Sends the requests of a writing; `last` queues what ends the last one. What each covered is an edit under the failed
 * writing too, until it is given back: a rollback that fails in between is tried again.
 */
async function send(
  context: Excel.RequestContext,
  writing: Writing,
  failed: Writing,
  last: (sheets: SheetFinder) => void,
): Promise<void> {
  for (const part of writing.parts) {
    const covered = writing.covered.length;
    try {
      await sendPart(context, writing, part, {
        first: () => undefined,
        last: (sheets) => {
          if (writing.isLast(writing.done + 1)) last(sheets);
        },
      });
    } finally {
      const known = new EditsByCell(writing.covered);
      writing.covered.push(...writing.otherwise.filter((cell) => !known.has(cell)));
      remember(failed, writing, writing.covered.slice(covered));
      failed.richLost.push(...writing.rich.splice(0));
    }
    writing.done++;
    failed.orphans.push(...writing.orphans.splice(0));
  }
}

/** Adds the edits to those of the failed writing, with the ids of their sheets. */
function remember(failed: Writing, { ids }: Writing, edits: readonly CoveredEdit[]): void {
  failed.covered.push(...edits);
  for (const { sheet } of edits) {
    const id = ids.get(sheet.toLowerCase());
    if (id !== undefined) failed.ids.set(sheet.toLowerCase(), id);
  }
}

/** Edits that are given back. */
function forget({ covered }: Writing, places: readonly Place[]): void {
  const given = new Set(places.map(({ found }) => found));
  const left = covered.filter((edit) => !given.has(edit));
  covered.length = 0;
  for (const edit of left) covered.push(edit);
}

interface Place {
  /** The edit as it was found, with the name that its sheet had. */
  readonly found: CoveredEdit;
  readonly edit: CoveredEdit;
  /** Gives the edit back. */
  readonly step: SetCells;
  /** True while the cell holds what was written over the edit. */
  readonly isSame: boolean;
}

/** The cells of what the writing covered, as they are now; `state` is that of the workbook. */
async function placesOf(
  context: Excel.RequestContext,
  writing: Writing,
): Promise<{ readonly places: readonly Place[]; readonly state: Before }> {
  const structure = await readStructure(context);
  const written = contentsWritten(writing);
  const found = writing.covered.flatMap((edit) =>
    onPresentSheets([edit], writing.ids, structure).map((present) => ({
      found: edit,
      edit: present,
      step: stepOfEdit(present),
      written: written(edit),
    })),
  );
  const steps = found.map(({ step }) => step);
  const state = await readCells(context, { purpose: 'undo', expected: [], steps }, structure);
  const places = found.map(({ written, ...place }) => {
    const content = state.cells.get(place.step)?.contents[0]?.[0] ?? null;
    return { ...place, isSame: sameContent(content, written) && !state.rich.has(place.step) };
  });
  return { places, state };
}

/** The content that the writing gave to the cell of each edit that it covered, as Excel returned it. */
export function contentsWritten({
  covered,
  cells,
}: {
  readonly covered: readonly CoveredEdit[];
  readonly cells: ReadonlyMap<SetCells, readonly (readonly CellValue[])[]>;
}): (edit: CoveredEdit) => CellValue {
  const stepsOver = stepsIn(covered, cells.keys());
  return (edit) => {
    const step = stepsOver(edit).at(-1);
    return (step && cells.get(step)?.[edit.row - step.top]?.[edit.column - step.left]) ?? null;
  };
}

/** The entries whose cell held something else when they were written back: it may be the cell of another row. */
function changedAmong(covered: readonly CoveredEdit[], given: readonly CoveredEdit[]): readonly CoveredEdit[] {
  const byCell = new EditsByCell(covered);
  return given.filter((edit) => {
    const [there] = byCell.in(edit);
    return there !== undefined && isEntry(edit) && !sameContent(there.content, edit.content);
  });
}

/** The edits with the present names of their sheets, which may be renamed meanwhile; `ids` are those of their names. */
export function onPresentSheets(
  covered: readonly CoveredEdit[],
  ids: ReadonlyMap<string, string>,
  { sheetNames }: Before,
): readonly CoveredEdit[] {
  return covered.flatMap((edit) => {
    const sheet = sheetNames.get(ids.get(edit.sheet.toLowerCase()) ?? '');
    return sheet === undefined ? [] : [{ ...edit, sheet }];
  });
}
