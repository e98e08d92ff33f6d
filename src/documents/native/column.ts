/** A column of the team's table, or of one of ours, as native formulas see it: a reference, and the raw cells under it. */
import type { CellValue } from '../../workbook/cells';
import { DOUBTFUL, isLikeANumber, printCriterion, rangeOf, weigher, type Criterion, type NumberRange, type ReferencedCells } from './criteria';

/** What a criterion takes of a column. */
export interface Match {
  /** The weight of each cell. */
  readonly weights: Uint16Array;
  /** The cells of weight other than 0, ascending. */
  readonly rows: Uint32Array;
}

export class NativeColumn implements ReferencedCells {
  private readonly matches = new Map<string, Match>();
  private known: { readonly numbers: Float64Array; readonly doubtful: readonly number[] } | null = null;

  constructor(
    readonly reference: string,
    readonly cells: readonly CellValue[],
  ) {}

  /** Remembered: the figures of a document ask the same few questions of each column. */
  match(criterion: Criterion): Match {
    const range = rangeOf(criterion);
    if (range) return this.within(range);
    const key = criterion.kind === 'equals' ? `=${criterion.text}` : `${criterion.kind} ${printCriterion(criterion)}`;
    return this.remember(key, () => this.weigh(criterion));
  }

  /** The cells whose number is in the range, from its first to below its end; a year has twelve months, each asked for again and again. */
  within({ from, below }: NumberRange): Match {
    return this.remember(`${from} ${below}`, () => {
      const { numbers, doubtful } = this.asNumbers();
      const weights = new Uint16Array(numbers.length);
      for (const row of doubtful) weights[row] = DOUBTFUL;
      const rows = new Uint32Array(numbers.length);
      let count = 0;
      for (let row = 0; row < numbers.length; row++) {
        const number = numbers[row] ?? NaN;
        if (number >= from && number < below) weights[row] = 1;
        if (weights[row] !== 0) rows[count++] = row;
      }
      return { weights, rows: rows.slice(0, count) };
    });
  }

  private remember(key: string, find: () => Match): Match {
    let match = this.matches.get(key);
    if (!match) this.matches.set(key, (match = find()));
    return match;
  }

  /** The numbers of the cells, NaN where there is none, and the rows of the texts that some engines take for one. */
  private asNumbers(): { readonly numbers: Float64Array; readonly doubtful: readonly number[] } {
    if (this.known) return this.known;
    const numbers = new Float64Array(this.cells.length).fill(NaN);
    const doubtful: number[] = [];
    this.cells.forEach((cell, row) => {
      if (typeof cell === 'number') numbers[row] = cell;
      else if (typeof cell === 'string' && isLikeANumber(cell)) doubtful.push(row);
    });
    return (this.known = { numbers, doubtful });
  }

  private weigh(criterion: Criterion): Match {
    const weighOne = remembering(weigher(criterion));
    const weights = new Uint16Array(this.cells.length);
    const rows: number[] = [];
    this.cells.forEach((cell, row) => {
      const weight = Math.min(weighOne(cell), DOUBTFUL);
      if (weight === 0) return;
      weights[row] = weight;
      rows.push(row);
    });
    return { weights, rows: Uint32Array.from(rows) };
  }
}

/** A ledger has few distinct texts and many rows. */
function remembering(weigh: (cell: CellValue) => number): (cell: CellValue) => number {
  const known = new Map<string, number>();
  return (cell) => {
    if (typeof cell !== 'string') return weigh(cell);
    let weight = known.get(cell);
    if (weight === undefined) known.set(cell, (weight = weigh(cell)));
    return weight;
  };
}
