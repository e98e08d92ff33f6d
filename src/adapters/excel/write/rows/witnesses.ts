/**
 * Reads the cells around those that a plan writes, by which its rows are recognised (`row-witnesses.ts`): before the
 * writing, in the request that writes, and before an undo or a rollback.
 */
import { MOST_COLUMNS, MOST_ROWS, type Area, type CellValue } from '../../../../workbook/cells';
import type { RowWitness, WritePlan } from '../../../../workbook/plan';
import { ByRows } from '../../../../workbook/registers/by-rows';
import { markOf, movedCells, type MovedCell, type PresentMarks } from '../../../../workbook/registers/row-witnesses';
import { intersection, isAnswered, rangeOf } from '../../excel-ranges';
import { areaOf, type Before, type SetCells } from '../before';
import { rowsQuestion, type Question } from '../questions';
import type { SheetFinder } from '../sheet-finder';

/** Columns on both sides of the written ones: the numbers and the names of a row are mostly on its left. */
const [LEFT, RIGHT] = [12, 6];
/** Wider areas are not joined to others. */
const WIDEST = 40;
/** Rows between two areas that are still joined: reading them is about as long as asking for an area of its own. */
const GAP = 3;
/** Bytes of a request for one area. */
const AREA_BYTES = 500;
/** The answer for one cell, compared with one that is read with its value and its format. */
export const SHARE = 1 / 4;

/** Rows of a step that one request writes. */
interface Written {
  readonly step: SetCells;
  readonly area: Area;
}

interface Place {
  readonly sheet: string;
  readonly area: Area;
}

/** The areas to read: around the written cells of the sheets that exist, or those that the undo recorded. */
function placesOf(plan: WritePlan, before: Before): readonly Place[] {
  if (plan.witnesses) return plan.witnesses.map((witness) => ({ sheet: witness.sheet, area: areaOfWitness(witness) }));
  const around = plan.steps.flatMap((step): Place[] =>
    step.kind === 'setCells' && before.sheets.has(step.sheet.toLowerCase()) && areaOf(step).columns > 0
      ? [{ sheet: step.sheet, area: surroundings(areaOf(step)) }]
      : [],
  );
  return joined(around);
}

function surroundings({ top, left, rows, columns }: Area): Area {
  const [first, start] = [Math.max(0, top - 1), Math.max(0, left - LEFT)];
  return {
    top: first,
    left: start,
    rows: Math.min(MOST_ROWS, top + rows + 1) - first,
    columns: Math.min(MOST_COLUMNS, left + columns + RIGHT) - start,
  };
}

function areaOfWitness({ top, left, rows }: RowWitness): Area {
  return { top, left, rows: rows.length, columns: rows[0]?.length ?? 0 };
}

/** Places that share rows become one, unless it would be too wide. */
function joined(places: readonly Place[]): readonly Place[] {
  const done: Place[] = [];
  const sorted = [...places].sort(
    (one, other) =>
      one.sheet.localeCompare(other.sheet) || one.area.top - other.area.top || one.area.left - other.area.left,
  );
  for (const place of sorted) {
    const last = done.at(-1);
    const both = last && unionOf(last.area, place.area);
    const isNear =
      last?.sheet.toLowerCase() === place.sheet.toLowerCase() && place.area.top <= last.area.top + last.area.rows + GAP;
    if (last && both && isNear && both.columns <= Math.max(WIDEST, last.area.columns, place.area.columns))
      done[done.length - 1] = { ...last, area: both };
    else done.push(place);
  }
  return done;
}

function unionOf(one: Area, other: Area): Area {
  const [top, left] = [Math.min(one.top, other.top), Math.min(one.left, other.left)];
  return {
    top,
    left,
    rows: Math.max(one.top + one.rows, other.top + other.rows) - top,
    columns: Math.max(one.left + one.columns, other.left + other.columns) - left,
  };
}

/** The questions that fill `before.witnesses`. */
export function witnessQuestions(
  sheetOf: (name: string) => Excel.Worksheet | null,
  plan: WritePlan,
  before: Before,
): Question[] {
  return placesOf(plan, before).flatMap(({ sheet, area }) => {
    const found = sheetOf(sheet);
    if (!found || area.rows === 0 || area.columns === 0) return [];
    const [rows, bytes]: [string[], number[]] = [[], []];
    const witness = { sheet, top: area.top, left: area.left, rows };
    before.witnesses.push(witness);
    before.aroundBytes.set(witness, bytes);
    const ask = (first: number, count: number): (() => void) => {
      const range = rangeOf(found, { ...area, top: area.top + first, rows: count });
      range.load('formulas');
      return () => {
        marksOf(range).forEach((marks, r) => (rows[first + r] = marks));
        range.formulas.forEach((cells, r) => (bytes[first + r] = JSON.stringify(cells).length));
      };
    };
    return [rowsQuestion(0, area.rows, Math.ceil(area.columns * SHARE), ask)];
  });
}

export function marksOf({ formulas }: Excel.Range): string[] {
  return (formulas as CellValue[][]).map((row) => row.map(markOf).join(''));
}

/** The cells that an undo restores and whose row is no longer where it was written. */
export function movedSince(undo: WritePlan, now: Before): readonly MovedCell[] {
  return movedCells(undo.steps, undo.witnesses ?? [], presentMarksOf(now));
}

/** The marks of each recorded witness as they are now. */
export function presentMarksOf({ witnesses }: Before): PresentMarks {
  const keyOf = ({ sheet, top, left }: RowWitness): string => `${top} ${left} ${sheet.toLowerCase()}`;
  const marks = new Map([...witnesses].reverse().map((one) => [keyOf(one), one.rows]));
  return (witness) => marks.get(keyOf(witness)) ?? [];
}

/**
 * Reads, in the request that writes the blocks, the cells around them; returns the cells whose row moved since the
 * check, null when the request failed before they were read. What was read is then what the undo compares with.
 */
export function loadWitnesses(
  sheets: SheetFinder,
  plan: WritePlan,
  before: Before,
  blocks: readonly Written[],
): () => readonly MovedCell[] | null {
  const places = blocks.map(({ step, area }): Place => ({ sheet: step.sheet.toLowerCase(), area: surroundings(area) }));
  const beside = new ByRows(places, ({ sheet, area }) => ({ ...area, sheet }));
  const loaded = before.witnesses.flatMap((witness) => {
    const rows = rowsOf(witness, beside.over({ ...witness, rows: witness.rows.length }));
    if (!rows || !sheets.isKnown(witness.sheet)) return [];
    const range = rangeOf(sheets.get(witness.sheet), { ...areaOfWitness(witness), ...rows });
    range.load('formulas');
    const offset = rows.top - witness.top;
    const checked = { ...witness, top: rows.top, rows: witness.rows.slice(offset, offset + rows.rows) };
    return [{ witness, checked, offset, range }];
  });
  return () => {
    if (!loaded.every(({ range }) => isAnswered(range))) return null;
    return loaded.flatMap(({ witness, checked, offset, range }) => {
      const marks = marksOf(range);
      marks.forEach((text, r) => (witness.rows[offset + r] = text));
      return movedCells(plan.steps, [checked], () => marks);
    });
  };
}

interface Measured {
  readonly witness: RowWitness;
  /** Bytes of the rows before each row, and of all. */
  readonly upTo: readonly number[];
}

type Span = readonly [first: number, end: number];

/** The bytes that `loadWitnesses` adds to a request and to its answer, block after block. */
export class WitnessBytes {
  private readonly measured: ByRows<Measured>;
  private readonly spans = new Map<Measured, Span>();
  answer = 0;

  constructor({ witnesses, aroundBytes }: Pick<Before, 'witnesses' | 'aroundBytes'>) {
    const measured = witnesses.map((witness): Measured => {
      let sum = 0;
      return { witness, upTo: [0, ...(aroundBytes.get(witness) ?? []).map((bytes) => (sum += bytes))] };
    });
    this.measured = new ByRows(measured, ({ witness }) => ({ ...witness, rows: witness.rows.length }));
  }

  /** Of another request. */
  clear(): void {
    this.spans.clear();
    this.answer = 0;
  }

  get request(): number {
    return this.spans.size * AREA_BYTES;
  }

  add(block: Written): void {
    const place = { sheet: block.step.sheet.toLowerCase(), area: surroundings(block.area) };
    for (const one of this.measured.over({ ...place.area, sheet: place.sheet })) {
      const rows = rowsOf(one.witness, [place]);
      if (!rows) continue;
      const first = rows.top - one.witness.top;
      const known = this.spans.get(one);
      const span: Span = [Math.min(first, known?.[0] ?? first), Math.max(first + rows.rows, known?.[1] ?? 0)];
      this.spans.set(one, span);
      this.answer += bytesOf(one, span) - (known ? bytesOf(one, known) : 0);
    }
  }
}

function bytesOf({ upTo }: Measured, [first, end]: Span): number {
  return (upTo[end] ?? 0) - (upTo[first] ?? 0);
}

/** The rows of a witness next to the blocks. */
function rowsOf(witness: RowWitness, places: readonly Place[]): { readonly top: number; readonly rows: number } | null {
  const [name, own] = [witness.sheet.toLowerCase(), areaOfWitness(witness)];
  const areas = places.flatMap(({ sheet, area }) => (sheet === name && intersection(own, area)) || []);
  if (areas.length === 0) return null;
  const top = Math.min(...areas.map((area) => area.top));
  return { top, rows: Math.max(...areas.map((area) => area.top + area.rows)) - top };
}
