/** Questions to Excel about the workbook, asked together in as few round trips as the size of an answer allows. */
import { isResponseTooLarge } from '../host-errors';

/** A question: queued with others, answered after the next round trip. */
export interface Question {
  /** The size of its answer, in cells read with their formats: some 60 bytes each. */
  readonly cells: number;
  /** Queues it; what it returns takes the answer. */
  readonly ask: () => () => void;
  /** The same in two smaller questions; absent when it cannot be smaller. */
  readonly halves?: () => readonly Question[];
}

const MOST_QUESTIONS = 1_500;
/** Some 2.4 MB, below the 5 MB of Excel on the web. */
export const MOST_CELLS = 40_000;

/** A question whose answer is as large as this many cells. */
export function question(cells: number, ask: Question['ask']): Question {
  return { cells, ask };
}

/** A question about rows `first` to `first + rows - 1`, whose answer is as large as this many cells a row. */
export function rowsQuestion(
  first: number,
  rows: number,
  cellsOfRow: number,
  ask: (first: number, rows: number) => () => void,
): Question {
  const cells = rows * cellsOfRow;
  if (rows <= 1) return question(cells, () => ask(first, rows));
  const upper = Math.ceil(rows / 2);
  return {
    cells,
    ask: () => ask(first, rows),
    halves: () => [
      rowsQuestion(first, upper, cellsOfRow, ask),
      rowsQuestion(first + upper, rows - upper, cellsOfRow, ask),
    ],
  };
}

/** Asks all the questions, in order. */
export async function askAll(context: Excel.RequestContext, questions: readonly Question[]): Promise<void> {
  for (const group of inGroups(questions.flatMap(cut))) await askGroup(context, group);
}

/** The question, cut until each part fits in one answer. */
function cut(one: Question): readonly Question[] {
  return one.cells > MOST_CELLS && one.halves ? one.halves().flatMap(cut) : [one];
}

/** Long texts can make an answer larger than it was estimated: it is then asked for in halves. */
async function askGroup(context: Excel.RequestContext, group: readonly Question[]): Promise<void> {
  const answers = group.map(({ ask }) => ask());
  try {
    await context.sync();
  } catch (error) {
    const smaller = isResponseTooLarge(error) ? halvesOf(group) : null;
    if (!smaller) throw error;
    for (const half of smaller) await askGroup(context, half);
    return;
  }
  answers.forEach((take) => take());
}

function halvesOf(group: readonly Question[]): readonly (readonly Question[])[] | null {
  const middle = Math.ceil(group.length / 2);
  if (group.length > 1) return [group.slice(0, middle), group.slice(middle)];
  return group[0]?.halves?.().map((half) => [half]) ?? null;
}

function* inGroups(questions: readonly Question[]): Generator<readonly Question[]> {
  let group: Question[] = [];
  let cells = 0;
  for (const one of questions) {
    if (group.length > 0 && (group.length >= MOST_QUESTIONS || cells + one.cells > MOST_CELLS)) {
      yield group;
      group = [];
      cells = 0;
    }
    group.push(one);
    cells += one.cells;
  }
  if (group.length > 0) yield group;
}
