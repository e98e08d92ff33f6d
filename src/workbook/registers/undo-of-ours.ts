/**
 * The part of an undo that is left when people worked meanwhile: only cells that still hold what was written are
 * restored, and a sheet that holds anything else is kept. For a writing that stopped before its end, which nobody can
 * look at first.
 */
import { cellAddress, parseArea, type CellValue } from '../cells';
import { contentOfPlanned, holdsWritten, sameContent } from '../contents';
import type { KeptSheet, ThingsOnSheet } from '../failure';
import type { PlannedCell, RowWitness, WritePlan, WriteStep } from '../plan';
import { movedCells, type MovedCell } from './row-witnesses';
import { formulaKey } from '../snapshot';

/** A cell that holds something. */
export interface FilledCell {
  readonly row: number;
  readonly column: number;
  readonly content: CellValue;
}

/** The cells of the workbook at this moment; sheets by name. */
export interface PresentCells {
  contentAt(sheet: string, row: number, column: number): CellValue;
  /** The cells of a sheet that hold something. */
  filledCells(sheet: string): Iterable<FilledCell>;
  /** Things that people put on a sheet to delete, beside the contents of its cells. */
  thingsOn(deletion: DeleteSheet): readonly ThingsOnSheet[];
  /** The marks of the cells of a witness. */
  marksOf(witness: RowWitness): readonly string[];
}

/** A cell that somebody else changed, or whose row moved, which is left as it is. */
export interface KeptCell {
  readonly sheet: string;
  readonly cell: string;
}

interface UndoOfOurs {
  readonly steps: readonly WriteStep[];
  readonly kept: readonly KeptCell[];
  /** Cells whose row is not the one that was written, or may not be: what is known of the row belongs elsewhere. */
  readonly displaced: readonly KeptCell[];
  /** The sheets that hold something else than ours, lower-case. */
  readonly keptSheets: ReadonlySet<string>;
  /** Those with more than cells of people. */
  readonly keptThings: readonly KeptSheet[];
}

type SetCells = Extract<WriteStep, { kind: 'setCells' }>;
type DeleteSheet = Extract<WriteStep, { kind: 'deleteSheet' }>;

/** The steps of an undo that change only what is still ours. */
export function undoOfOurs(undo: WritePlan, present: PresentCells): UndoOfOurs {
  const written = new WrittenCells(undo);
  const moved = new Set(movedCells(undo.steps, undo.witnesses ?? [], (one) => present.marksOf(one)).map(keyOf));
  const [kept, displaced]: [KeptCell[], KeptCell[]] = [[], []];
  const keptSheets = new Set<string>();
  const keptThings: KeptSheet[] = [];
  const steps = undo.steps.flatMap((step): readonly WriteStep[] => {
    if (step.kind === 'setCells') return restoredCells(step, { written, moved, present }, { kept, displaced });
    if (step.kind !== 'deleteSheet') return [step];
    const { ours, others } = shareOf(step.sheet, written, present);
    const things = present.thingsOn(step);
    if (others.length === 0 && things.length === 0) return [step];
    kept.push(...others);
    if (things.length > 0) keptThings.push({ sheet: step.sheet, things });
    keptSheets.add(step.sheet.toLowerCase());
    return ours;
  });
  const ofPeople = [...kept, ...displaced];
  return { steps: steps.filter((step) => !givesBack(step, ofPeople)), kept, displaced, keptSheets, keptThings };
}

/** True for a table that would give back rows in which cells are kept: it stays as it is. */
function givesBack(step: WriteStep, kept: readonly KeptCell[]): boolean {
  if (step.kind !== 'resizeTable') return false;
  const { sheet, area, from } = step;
  return kept.some((one) => {
    const place = one.sheet.toLowerCase() === sheet.toLowerCase() ? parseArea(one.cell) : null;
    return place !== null && place.top >= area.top + area.rows && place.top < from.top + from.rows;
  });
}

/**
 * The contents that the plan wrote, by sheet and cell: two for a row that moved between two requests, since the second
 * one wrote by position.
 */
class WrittenCells {
  private readonly sheets = new Map<string, Map<number, CellValue[]>>();

  constructor(undo: WritePlan) {
    for (const { sheet, top, left, contents } of undo.expected) {
      const cells = this.sheets.get(sheet.toLowerCase()) ?? new Map<number, CellValue[]>();
      this.sheets.set(sheet.toLowerCase(), cells);
      contents.forEach((row, r) =>
        row.forEach((content, c) => {
          const key = formulaKey(top + r, left + c);
          const known = cells.get(key);
          if (known) known.push(content);
          else cells.set(key, [content]);
        }),
      );
    }
  }

  /** True when the cell holds what the plan wrote there. */
  isHeld(sheet: string, row: number, column: number, present: CellValue): boolean {
    const written = this.sheets.get(sheet.toLowerCase())?.get(formulaKey(row, column)) ?? [];
    return written.some((content) => holdsWritten(content, present));
  }
}

function keyOf({ sheet, row, column }: MovedCell): string {
  return `${formulaKey(row, column)} ${sheet.toLowerCase()}`;
}

interface Facts {
  readonly written: WrittenCells;
  /** The keys of the written cells whose row moved. */
  readonly moved: ReadonlySet<string>;
  readonly present: PresentCells;
}

/**
 * The cells of a step that are still ours; in a row where most of the written cells are not, none is. Nor in a row that
 * was not written: Excel writes a row at once, and the rows in their order, so that somebody emptied a cell that is
 * blank among former contents.
 */
function restoredCells(
  step: SetCells,
  facts: Facts,
  { kept, displaced }: Readonly<Record<'kept' | 'displaced', KeptCell[]>>,
): WriteStep[] {
  const found = step.cells.map((row, r) =>
    row.map((cell, c) => cell && stateOf(step.sheet, step.top + r, step.left + c, cell, facts)),
  );
  const isWritten = rowsWritten(found.map((states, r) => signOf(step, r, states, facts)));
  const cells = step.cells.map((row, r) => {
    const states = (found[r] ?? []).map((state) => (state === 'ours' && isWritten[r] === false ? 'theirs' : state));
    const planned = states.filter((state) => state !== null);
    const isOurRow =
      planned.filter((state) => state !== 'theirs' && state !== 'elsewhere').length * 2 >= planned.length;
    return row.map((cell, c): PlannedCell | null => {
      const state = states[c] ?? null;
      if (cell === null || state === null) return null;
      if (state === 'former' || (state === 'ours' && isOurRow)) return cell;
      const place = { sheet: step.sheet, cell: cellAddress(step.top + r, step.left + c) };
      if (state !== 'theirs') displaced.push(place);
      if (state !== 'formerElsewhere') kept.push(place);
      return null;
    });
  });
  return cells.some((row) => row.some((cell) => cell !== null)) ? [{ ...step, cells }] : [];
}

/** `written`: something of ours that is no blank; `left`: a content that the writing would have replaced. */
type Sign = 'written' | 'left' | null;

function signOf(
  { sheet, top, left, cells }: SetCells,
  r: number,
  states: readonly (State | null)[],
  { written, present }: Facts,
): Sign {
  const row = top + r;
  const isOurs = (c: number): boolean =>
    states[c] === 'ours' && !sameContent(present.contentAt(sheet, row, left + c), null);
  const isLeft = (cell: PlannedCell | null, c: number): boolean =>
    cell !== null && states[c] === 'former' && !written.isHeld(sheet, row, left + c, contentOfPlanned(cell));
  if (states.some((_, c) => isOurs(c))) return 'written';
  return cells[r]?.some(isLeft) === true ? 'left' : null;
}

/** A row without a sign was not written when the nearest before it with one is left, and the nearest after it too. */
function rowsWritten(signs: readonly Sign[]): readonly boolean[] {
  const after: Sign[] = [];
  for (let r = signs.length - 1, sign: Sign = null; r >= 0; r--) {
    after[r] = sign;
    sign = signs[r] ?? sign;
  }
  let before: Sign = null;
  return signs.map((sign, r) => {
    const isLeft = sign === 'left' || (sign === null && before === 'left' && after[r] !== 'written');
    before = sign ?? before;
    return !isLeft;
  });
}

/**
 * `former`: it holds its former content, and may still have our format. `formerElsewhere`, `elsewhere`: in a row that
 * moved, with its former content or another one.
 */
type State = 'ours' | 'former' | 'formerElsewhere' | 'elsewhere' | 'theirs';

function stateOf(
  sheet: string,
  row: number,
  column: number,
  cell: PlannedCell,
  { written, moved, present }: Facts,
): State {
  const now = present.contentAt(sheet, row, column);
  const isFormer = sameContent(contentOfPlanned(cell), now);
  if (moved.has(keyOf({ sheet, row, column }))) return isFormer ? 'formerElsewhere' : 'elsewhere';
  if (isFormer) return 'former';
  return written.isHeld(sheet, row, column, now) ? 'ours' : 'theirs';
}

/** The cells of an added sheet: steps that empty ours, and the places of the others. */
function shareOf(
  sheet: string,
  written: WrittenCells,
  present: PresentCells,
): { ours: readonly WriteStep[]; others: readonly KeptCell[] } {
  const ours: WriteStep[] = [];
  const others: KeptCell[] = [];
  for (const { row, column, content } of present.filledCells(sheet)) {
    if (written.isHeld(sheet, row, column, content))
      ours.push({ kind: 'setCells', sheet, top: row, left: column, cells: [[{ value: null }]] });
    else others.push({ sheet, cell: cellAddress(row, column) });
  }
  return { ours, others };
}
