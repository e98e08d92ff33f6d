/** Rows of a column as runs, since nearly all of them are alike: the first and the last row of each run, ascending. */
export type RowRuns = readonly number[];

/** Adds a row; one that follows the last run extends it. The rows of a sheet come in order, but in odd files. */
export function addRow(runs: number[], row: number): void {
  if (runs.length > 0 && runs.at(-1) === row - 1) runs[runs.length - 1] = row;
  else runs.push(row, row);
}

/** The runs in order, each row once. */
export function sortedRuns(runs: RowRuns): RowRuns {
  const pairs: (readonly [number, number])[] = [];
  for (let at = 0; at < runs.length; at += 2) pairs.push([runs[at]!, runs[at + 1]!]);
  const sorted: number[] = [];
  for (const [first, last] of pairs.sort(([one], [other]) => one - other)) {
    const end = sorted.at(-1);
    if (end === undefined || first > end + 1) sorted.push(first, last);
    else sorted[sorted.length - 1] = Math.max(end, last);
  }
  return sorted;
}

/** The runs with those of the rows from `first` to `last` replaced. */
export function withRows(runs: RowRuns, first: number, last: number, now: RowRuns): RowRuns {
  const kept: number[] = [];
  for (let at = 0; at < runs.length; at += 2) {
    const [start, end] = [runs[at]!, runs[at + 1]!];
    if (start < first) kept.push(start, Math.min(end, first - 1));
    if (end > last) kept.push(Math.max(start, last + 1), end);
  }
  return sortedRuns([...kept, ...now]);
}

/** True for a row of one of the runs. */
export function hasRow(runs: RowRuns, row: number): boolean {
  let [low, high] = [0, runs.length / 2 - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (row < runs[2 * middle]!) high = middle - 1;
    else if (row > runs[2 * middle + 1]!) low = middle + 1;
    else return true;
  }
  return false;
}
