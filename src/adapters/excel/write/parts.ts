/** Cuts a plan into parts, each one request: all of them are known before the first cell is written. */
import type { Area } from '../../../workbook/cells';
import { allSteps, type PlannedCell, type WritePlan, type WriteStep } from '../../../workbook/plan';
import { areaOf, type Before, type SetCells } from './before';
import { changesLook } from './looks/excel-looks';
import { WitnessBytes } from './rows/witnesses';

/** Bytes of a request, and of its answer. */
const STEP_BYTES = 900;
/** Of rows of cells, in the request and in the answer, whatever their cells: they are read before and after. */
const BLOCK_BYTES: Bytes = { request: 2_000, answer: 900 };
/** Of the next rows of the same step, which are read with the first ones. */
const NEXT_BLOCK_BYTES: Bytes = { request: 900, answer: 320 };
const CHART_BYTES = 24_000;
/** Bytes of the answer for one cell, twice when its content before is read too, without its texts. */
export const ANSWER_BYTES = 60;

interface Bytes {
  readonly request: number;
  readonly answer: number;
}

/** Rows of a `setCells` step. */
export interface Block {
  readonly step: SetCells;
  readonly area: Area;
  readonly rows: readonly (readonly (PlannedCell | null)[])[];
}

export type DeleteSheet = Extract<WriteStep, { kind: 'deleteSheet' }>;

/** One request: steps in order, those that write cells by blocks of rows. */
export interface Part {
  readonly operations: readonly (Block | Exclude<WriteStep, SetCells>)[];
  readonly bytes: number;
}

/** True for rows of cells. */
export function isBlock(operation: Part['operations'][number]): operation is Block {
  return 'step' in operation;
}

/** The sheets that a part deletes. */
export function deletionsOf({ operations }: Part): readonly DeleteSheet[] {
  return operations.flatMap((one) => (!isBlock(one) && one.kind === 'deleteSheet' ? [one] : []));
}

/**
 * The parts of a plan, in order; one at least. `recordBytes` is the undo record that the first one carries. Sheets are
 * deleted by a last part of their own, since nothing could bring them back: the others are carried out, and covered no
 * edit, before it is sent.
 */
export function partsOf(plan: WritePlan, before: Before, recordBytes: number): readonly Part[] {
  const steps = allSteps(plan);
  const cutter = new Cutter(recordBytes, new WitnessBytes(before), before.requestBytes);
  for (const step of steps) {
    if (step.kind === 'setCells') cutter.addCells(step, before);
    else if (step.kind !== 'deleteSheet')
      cutter.add(step, step.kind === 'addChart' || step.kind === 'redrawChart' ? CHART_BYTES : STEP_BYTES, 0);
  }
  const operations = steps.flatMap((step) => (step.kind === 'deleteSheet' ? [step] : []));
  const parts = cutter.parts();
  if (operations.length === 0) return parts;
  return [...parts.filter((part) => part.operations.length > 0), { operations, bytes: operations.length * STEP_BYTES }];
}

class Cutter {
  private readonly done: Part[] = [];
  private operations: Part['operations'][number][] = [];
  private answer = 0;

  constructor(
    private request: number,
    /** The cells around those of the request: each of its rows is read once. */
    private readonly around: WitnessBytes,
    private readonly most: number,
  ) {}

  add(operation: Part['operations'][number], request: number, answer: number): void {
    if (isBlock(operation)) this.around.add(operation);
    const isFull =
      this.request + request + this.around.request > this.most || this.answer + answer + this.around.answer > this.most;
    if (isFull && this.operations.length > 0) {
      this.close();
      if (isBlock(operation)) this.around.add(operation);
    }
    this.operations.push(operation);
    this.request += request;
    this.answer += answer;
  }

  addCells(step: SetCells, before: Before): void {
    const { columns, left } = areaOf(step);
    if (columns === 0) return;
    let first = 0;
    let empty = BLOCK_BYTES;
    let { request, answer } = empty;
    const take = (end: number): void => {
      const rows = step.cells.slice(first, end);
      const area = { top: step.top + first, left, rows: rows.length, columns };
      const isWritten = rows.some((row) => row.some((cell) => cell !== null));
      first = end;
      if (!isWritten && empty === NEXT_BLOCK_BYTES) return; // rows between two blocks are read with them
      if (isWritten) this.add({ step, area, rows }, request, answer);
      if (isWritten) empty = NEXT_BLOCK_BYTES;
      ({ request, answer } = empty);
    };
    const present = before.cells.get(step)?.contents;
    const isAmongHidden = rowsAmongHidden(step, before);
    step.cells.forEach((row, r) => {
      if (isAmongHidden(r) || isAmongHidden(r - 1)) take(r);
      const weight = requestOf(row, columns);
      const reply = answerOf(row, present?.[r], columns);
      if (request + weight > this.most || answer + reply > this.most) take(r);
      request += weight;
      answer += reply;
    });
    take(step.cells.length);
  }

  parts(): readonly Part[] {
    this.close();
    return this.done;
  }

  private close(): void {
    this.done.push({ operations: this.operations, bytes: this.request });
    this.operations = [];
    [this.request, this.answer] = [0, 0];
    this.around.clear();
  }
}

/**
 * Whether a row of a step is written alone: some Excels write several rows of which some are hidden, by a filter, into
 * the visible ones (office-js #224). A row alone is in its place.
 */
function rowsAmongHidden({ sheet, top }: SetCells, { hiddenIn }: Before): (r: number) => boolean {
  const areas = hiddenIn.get(sheet.toLowerCase()) ?? [];
  return (r) => areas.some((area) => top + r >= area.top && top + r < area.top + area.rows);
}

function requestOf(row: readonly (PlannedCell | null)[], columns: number): number {
  return row.reduce((sum, cell) => sum + weightOf(cell), (columns - row.length) * BLANK_BYTES);
}

/** `null` in the contents and in the formats. */
const BLANK_BYTES = 12;

function weightOf(cell: PlannedCell | null): number {
  if (!cell) return BLANK_BYTES;
  const text = typeof cell.value === 'string' ? cell.value.length : 12;
  return 30 + Math.max(text, cell.formula?.length ?? 0) * 1.2 + (changesLook(cell) ? 620 : 0);
}

function answerOf(
  row: readonly (PlannedCell | null)[],
  present: readonly unknown[] | undefined,
  columns: number,
): number {
  let bytes = columns * ANSWER_BYTES * (present ? 2 : 1);
  for (const cell of row) {
    const text = cell?.formula ?? cell?.value;
    if (typeof text === 'string') bytes += 2 * text.length;
  }
  for (const content of present ?? []) if (typeof content === 'string') bytes += 3 * content.length;
  return bytes;
}
