/** A column of the team's table, or of one of ours, as native formulas see it: a reference, and the raw cells under it. */
import type { CellValue } from '../../workbook/cells';
import { DOUBTFUL, printCriterion, weigher, type Criterion, type ReferencedCells } from './criteria';

/** What a criterion takes of a column. */
export interface Match {
  /** The weight of each cell. */
  readonly weights: Uint16Array;
  /** The cells of weight other than 0, ascending. */
  readonly rows: Uint32Array;
}

export class NativeColumn implements ReferencedCells {
  private readonly matches = new Map<string, Match>();

  constructor(
    readonly reference: string,
    readonly cells: readonly CellValue[],
  ) {}

  /** Remembered: the figures of a document ask the same few questions of each column. */
  match(criterion: Criterion): Match {
    const key = criterion.kind === 'equals' ? `=${criterion.text}` : `${criterion.kind} ${printCriterion(criterion)}`;
    const known = this.matches.get(key);
    if (known) return known;
    const match = this.weigh(criterion);
    this.matches.set(key, match);
    return match;
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
