/**
 * Long work as a generator that yields between slices, so that its caller can let other tasks run or abandon it. The
 * synchronous form is `drain`.
 */

/** Work that yields between slices and returns its result. */
export type Slices<T> = Generator<undefined, T, undefined>;

/** Rows per slice: a few milliseconds of work. */
const ROWS_PER_SLICE = 10_000;

/** Runs the work to its end without a pause. */
export function drain<T>(slices: Slices<T>): T {
  for (;;) {
    const slice = slices.next();
    if (slice.done) return slice.value;
  }
}

/** Passes every row to a visitor, in order, and yields after each slice: of fewer rows where one takes longer. */
export function* visitInSlices<R>(
  rows: readonly R[],
  visit: (row: R, index: number) => void,
  perSlice = ROWS_PER_SLICE,
): Slices<void> {
  let visited = 0;
  for (const row of rows) {
    visit(row, visited);
    visited += 1;
    if (visited % perSlice === 0) yield;
  }
}
