/**
 * Which column takes which field: the assignment whose confidences sum to the most, one column for a field and one
 * field for a column (Hungarian algorithm). Choosing column by column would give a field to the first heading that
 * claims it and leave another column without its only meaning.
 */

/** A column that may be a field. */
export interface Claim<F> {
  readonly field: F;
  readonly position: number;
  /** From 0 to 1. */
  readonly confidence: number;
}

/** More claims for one field are the weakest of a very wide sheet. */
const MOST_CLAIMS_FOR_A_FIELD = 12;
/** Between equal sums the first column of the order wins. */
const PREFERENCE_FOR_THE_FIRST = 1e-7;

/**
 * The claims of the best assignment, in no particular order. `preferred`: the positions in the order in which equal
 * columns are taken; from left to right without it.
 */
export function bestAssignment<F, C extends Claim<F>>(
  claims: readonly C[],
  preferred: readonly number[] = [...claims].map(({ position }) => position).sort((a, b) => a - b),
): readonly C[] {
  const order = new Map([...new Set(preferred)].map((position, rank) => [position, rank]));
  const inOrder = (one: number, other: number): number => (order.get(one) ?? one) - (order.get(other) ?? other);
  const strongest = strongestByField<F, C>(claims, inOrder);
  const fields = [...strongest.keys()].sort();
  const positions = [...new Set([...strongest.values()].flat().map(({ position }) => position))].sort(inOrder);
  const gains = fields.map((field) => {
    const weakestFirst = [...(strongest.get(field) ?? [])].reverse();
    const row = new Map(weakestFirst.map((claim) => [claim.position, claim]));
    return positions.map((position) => row.get(position) ?? null);
  });
  const chosen = assign(
    gains.map((row) => row.map((claim, rank) => (claim ? claim.confidence - rank * PREFERENCE_FOR_THE_FIRST : 0))),
  );
  return chosen.flatMap((column, row) => gains[row]?.[column] ?? []);
}

function strongestByField<F, C extends Claim<F>>(
  claims: readonly C[],
  inOrder: (one: number, other: number) => number,
): ReadonlyMap<F, readonly C[]> {
  const byField = new Map<F, C[]>();
  for (const claim of claims) {
    const known = byField.get(claim.field);
    if (known) known.push(claim);
    else byField.set(claim.field, [claim]);
  }
  for (const list of byField.values()) {
    list.sort((one, other) => other.confidence - one.confidence || inOrder(one.position, other.position));
    list.length = Math.min(list.length, MOST_CLAIMS_FOR_A_FIELD);
  }
  return byField;
}

/**
 * For each row, the column that it takes in the assignment of the greatest sum; a column past the last one is none.
 * Rows are given columns one at a time along the cheapest augmenting path.
 */
function assign(gains: readonly (readonly number[])[]): readonly number[] {
  const rows = gains.length;
  const columns = (gains[0]?.length ?? 0) + rows; // one blank column for each row: it may take none
  const cost = (row: number, column: number): number => -(gains[row]?.[column] ?? 0);
  const rowPrice = new Float64Array(rows + 1);
  const columnPrice = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1).fill(-1); // the last column is where a path starts
  for (let row = 0; row < rows; row++) {
    augment(row, { columns, cost, rowPrice, columnPrice, rowOf });
  }
  const taken = new Array<number>(rows).fill(columns);
  for (let column = 0; column < columns; column++) {
    const row = rowOf[column] ?? -1;
    if (row >= 0) taken[row] = column;
  }
  return taken;
}

interface Matching {
  readonly columns: number;
  readonly cost: (row: number, column: number) => number;
  readonly rowPrice: Float64Array;
  readonly columnPrice: Float64Array;
  readonly rowOf: Int32Array;
}

function augment(start: number, { columns, cost, rowPrice, columnPrice, rowOf }: Matching): void {
  const least = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(columns).fill(columns);
  const seen = new Uint8Array(columns + 1);
  rowOf[columns] = start;
  let column = columns;
  do {
    seen[column] = 1;
    const row = rowOf[column] ?? start;
    let step = Number.POSITIVE_INFINITY;
    let next = columns;
    for (let other = 0; other < columns; other++) {
      if (seen[other]) continue;
      const reduced = cost(row, other) - (rowPrice[row] ?? 0) - (columnPrice[other] ?? 0);
      if (reduced < (least[other] ?? 0)) {
        least[other] = reduced;
        from[other] = column;
      }
      if ((least[other] ?? 0) < step) {
        step = least[other] ?? 0;
        next = other;
      }
    }
    for (let other = 0; other <= columns; other++) {
      if (seen[other]) {
        const owner = rowOf[other] ?? start;
        rowPrice[owner] = (rowPrice[owner] ?? 0) + step;
        columnPrice[other] = (columnPrice[other] ?? 0) - step;
      } else if (other < columns) {
        least[other] = (least[other] ?? 0) - step;
      }
    }
    column = next;
  } while ((rowOf[column] ?? -1) >= 0);
  while (column !== columns) {
    const before = from[column] ?? columns;
    rowOf[column] = rowOf[before] ?? start;
    column = before;
  }
}
