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
import { computedOnce } from './figure-memory';

/** A cell that spreadsheet engines add differently; an error is NaN. */
export const DOUBTFUL_AMOUNT = Number.POSITIVE_INFINITY;

/** The cells of a column that meet a criterion. */
export interface CellMatch {
  /** The weight of each cell. */
  readonly weights: Uint16Array;
  /** The cells of weight other than 0, ascending. */
  readonly rows: Uint32Array;
}

/** The distinct contents of a column, and the index of that of each cell. */
interface Contents {
  readonly different: readonly CellValue[];
  readonly of: Uint32Array;
}

/**
 * The numbers of the cells, NaN where there is none; the rows of texts that some engines read as numbers, and of
 * booleans, which LibreOffice counts as numbers.
 */
interface Numbers {
  readonly numbers: Float64Array;
  readonly doubtful: readonly number[];
  readonly booleans: readonly number[];
}

export class NativeColumn implements ReferencedCells {
  private readonly matches = new Map<string, CellMatch>();
  private knownCents: Float64Array | null = null;
  private knownOthers: boolean | null = null;
  private knownNumbers: Numbers | null = null;
  private knownContents: Contents | null = null;

  constructor(
    readonly reference: string,
    readonly cells: readonly CellValue[],
  ) {}

  /** Cents that each cell adds to a sum: 0 where it is no number, NaN where it is an error, or `DOUBTFUL_AMOUNT`. */
  get cents(): Float64Array {
    if (this.knownCents) return this.knownCents;
    const cents = new Float64Array(this.cells.length);
    this.cells.forEach((cell, row) => (cents[row] = centsOf(cell)));
    return (this.knownCents = cents);
  }

  /** True when a cell is neither a number nor blank. */
  get hasOthers(): boolean {
    return (this.knownOthers ??= this.cells.some((cell) => typeof cell !== 'number' && cell !== null && cell !== ''));
  }

  /** The count of texts, empty ones left out. */
  get texts(): number {
    return this.cells.reduce<number>((count, cell) => (typeof cell === 'string' && cell !== '' ? count + 1 : count), 0);
  }

  /** Computed once: the figures of a document use the same few criteria. */
  match(criterion: Criterion): CellMatch {
    const range = rangeOf(criterion);
    if (range) return this.within(range);
    const key = criterion.kind === 'equals' ? `=${criterion.text}` : `${criterion.kind} ${printCriterion(criterion)}`;
    return computedOnce(this.matches, key, () => this.weigh(criterion));
  }

  /** The cells whose number is in the range, its end left out. */
  within({ from, below }: NumberRange): CellMatch {
    return computedOnce(this.matches, `${from} ${below}`, () => {
      const { numbers, doubtful, booleans } = this.asNumbers();
      const weights = new Uint16Array(numbers.length);
      for (let row = 0; row < numbers.length; row++) {
        const number = numbers[row] ?? NaN;
        if (number >= from && number < below) weights[row] = 1;
      }
      for (const row of doubtful) weights[row] = DOUBTFUL;
      for (const row of booleans)
        if (Number(this.cells[row]) >= from && Number(this.cells[row]) < below) weights[row] = DOUBTFUL;
      return matchOf(weights);
    });
  }

  private asNumbers(): Numbers {
    if (this.knownNumbers) return this.knownNumbers;
    const numbers = new Float64Array(this.cells.length).fill(NaN);
    const [doubtful, booleans]: [number[], number[]] = [[], []];
    this.cells.forEach((cell, row) => {
      if (typeof cell === 'number') numbers[row] = cell;
      else if (typeof cell === 'boolean') booleans.push(row);
      else if (typeof cell === 'string' && isLikeANumber(cell)) doubtful.push(row);
    });
    return (this.knownNumbers = { numbers, doubtful, booleans });
  }

  /** Each distinct content is weighed once: a ledger has many rows and few texts. */
  private weigh(criterion: Criterion): CellMatch {
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

function matchOf(weights: Uint16Array): CellMatch {
  let count = 0;
  for (let row = 0; row < weights.length; row++) if (weights[row] !== 0) count++;
  const rows = new Uint32Array(count);
  for (let row = 0, at = 0; at < count; row++) if (weights[row] !== 0) rows[at++] = row;
  return { weights, rows };
}

/** Exact for amounts of two decimals. Fractions of a cent are kept, as Excel keeps them until it rounds the sum. */
function centsOf(cell: CellValue): number {
  // Excel ignores TRUE in a sum, LibreOffice adds 1.
  if (typeof cell !== 'number') return isCellError(cell) ? NaN : cell === true ? DOUBTFUL_AMOUNT : 0;
  const read = readAmountNumber(cell);
  if (!read) return DOUBTFUL_AMOUNT;
  return read.rounded ? cell * 100 : read.cents;
}
