/**
 * A column of the team's table, or of one of ours, as native formulas see it: a reference, and the raw cells under it.
 */
import { readAmountNumber } from '../../domain/money/amount-text';
import { isCellError, type CellValue } from '../../workbook/cells';
import {
  DOUBTFUL,
  isLikeANumber,
  printCriterion,
  rangeOf,
  weigher,
  type Criterion,
  type NumberRange,
  type ReferencedCells,
} from './criteria';

/** What not every engine would add alike; an error is NaN. */
export const DOUBTFUL_AMOUNT = Number.POSITIVE_INFINITY;

/** What a criterion takes of a column. */
export interface Match {
  /** The weight of each cell. */
  readonly weights: Uint16Array;
  /** The cells of weight other than 0, ascending. */
  readonly rows: Uint32Array;
}

/** The different contents of a column, and which of them each cell has. */
interface Contents {
  readonly different: readonly CellValue[];
  readonly of: Uint32Array;
}

/**
 * The numbers of the cells, NaN where there is none; the rows of the texts that some engines take for one, and of the
 * truths, which LibreOffice does.
 */
interface Numbers {
  readonly numbers: Float64Array;
  readonly doubtful: readonly number[];
  readonly truths: readonly number[];
}

export class NativeColumn implements ReferencedCells {
  private readonly matches = new Map<string, Match>();
  private knownCents: Float64Array | null = null;
  private knownNumbers: Numbers | null = null;
  private knownContents: Contents | null = null;

  constructor(
    readonly reference: string,
    readonly cells: readonly CellValue[],
  ) {}

  /** What each cell adds to a sum, in cents: 0 where it is no number, NaN where it is an error, `DOUBTFUL_AMOUNT`. */
  get cents(): Float64Array {
    if (this.knownCents) return this.knownCents;
    const cents = new Float64Array(this.cells.length);
    this.cells.forEach((cell, row) => (cents[row] = centsOf(cell)));
    return (this.knownCents = cents);
  }

  /** Remembered: the figures of a document ask the same few questions of each column. */
  match(criterion: Criterion): Match {
    const range = rangeOf(criterion);
    if (range) return this.within(range);
    const key = criterion.kind === 'equals' ? `=${criterion.text}` : `${criterion.kind} ${printCriterion(criterion)}`;
    return this.remember(key, () => this.weigh(criterion));
  }

  /**
   * The cells whose number is in the range, from its first to below its end; a year has twelve months, each asked for
   * again and again.
   */
  within({ from, below }: NumberRange): Match {
    return this.remember(`${from} ${below}`, () => {
      const { numbers, doubtful, truths } = this.asNumbers();
      const weights = new Uint16Array(numbers.length);
      for (let row = 0; row < numbers.length; row++) {
        const number = numbers[row] ?? NaN;
        if (number >= from && number < below) weights[row] = 1;
      }
      for (const row of doubtful) weights[row] = DOUBTFUL;
      for (const row of truths)
        if (Number(this.cells[row]) >= from && Number(this.cells[row]) < below) weights[row] = DOUBTFUL;
      return matchOf(weights);
    });
  }

  private remember(key: string, find: () => Match): Match {
    let match = this.matches.get(key);
    if (!match) this.matches.set(key, (match = find()));
    return match;
  }

  private asNumbers(): Numbers {
    if (this.knownNumbers) return this.knownNumbers;
    const numbers = new Float64Array(this.cells.length).fill(NaN);
    const [doubtful, truths]: [number[], number[]] = [[], []];
    this.cells.forEach((cell, row) => {
      if (typeof cell === 'number') numbers[row] = cell;
      else if (typeof cell === 'boolean') truths.push(row);
      else if (typeof cell === 'string' && isLikeANumber(cell)) doubtful.push(row);
    });
    return (this.knownNumbers = { numbers, doubtful, truths });
  }

  /** A ledger has many rows and few texts: each is weighed once. */
  private weigh(criterion: Criterion): Match {
    const weighOne = weigher(criterion);
    const { different, of } = (this.knownContents ??= contentsOf(this.cells));
    const known = Uint16Array.from(different, (cell) => Math.min(weighOne(cell), DOUBTFUL));
    const weights = new Uint16Array(of.length);
    for (let row = 0; row < of.length; row++) weights[row] = known[of[row] ?? 0] ?? 0;
    return matchOf(weights);
  }
}

function contentsOf(cells: readonly CellValue[]): Contents {
  const numbers = new Map<CellValue, number>();
  const of = new Uint32Array(cells.length);
  cells.forEach((cell, row) => {
    let number = numbers.get(cell);
    if (number === undefined) numbers.set(cell, (number = numbers.size));
    of[row] = number;
  });
  return { different: [...numbers.keys()], of };
}

function matchOf(weights: Uint16Array): Match {
  let count = 0;
  for (let row = 0; row < weights.length; row++) if (weights[row] !== 0) count++;
  const rows = new Uint32Array(count);
  for (let row = 0, at = 0; at < count; row++) if (weights[row] !== 0) rows[at++] = row;
  return { weights, rows };
}

/** Exact for amounts of two decimals; what is beyond the cent is kept, since Excel keeps it until it rounds the sum. */
function centsOf(cell: CellValue): number {
  if (typeof cell !== 'number') return isCellError(cell) ? NaN : cell === true ? DOUBTFUL_AMOUNT : 0; // a truth is nothing for Excel, one for LibreOffice
  const read = readAmountNumber(cell);
  if (!read) return DOUBTFUL_AMOUNT;
  return read.rounded ? cell * 100 : read.cents;
}
