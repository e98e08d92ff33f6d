/**
 * Rows of a document that take another place, and what people put on their cells: notes, links, conditional formats,
 * validations. The contents are written again, while those stay at their address: each follows its row.
 */
import type { Area } from './cells';

/** The rows of a document from the first one that moves, by their former row of the sheet. */
export interface FollowedRows {
  readonly left: number;
  readonly columns: number;
  /** The new row of each; null when it goes. */
  readonly rows: readonly { readonly from: number; readonly to: number | null }[];
  /** The row under the last one of the document, once it is written. */
  readonly end: number;
}

/**
 * The areas that follow the rows of an area, which is unchanged where none of them moves; null when it cannot follow:
 * all its rows go, or it is partly beside the document.
 */
export function areasFollowing(area: Area, followed: FollowedRows): readonly Area[] | null {
  const [bottom, right] = [area.top + area.rows, area.left + area.columns];
  const inside = followed.rows.filter(({ from }) => from >= area.top && from < bottom);
  const isBeside = right <= followed.left || area.left >= followed.left + followed.columns;
  if (isBeside || inside.every(({ from, to }) => from === to)) return [area];
  if (area.left < followed.left || right > followed.left + followed.columns) return null;
  const kept = inside.flatMap(({ to }) => to ?? []);
  const first = followed.rows[0]?.from ?? 0;
  const isAll = inside.length === followed.rows.length;
  const hasAbove = area.top < first || (isAll && area.top === first);
  const hasBelow = bottom > first + followed.rows.length;
  if (kept.length === 0 && !hasAbove && !hasBelow) return null;
  const top = hasAbove ? area.top : Math.min(...kept);
  const last = hasBelow ? bottom : isAll ? followed.end : Math.max(first, ...kept.map((row) => row + 1));
  const others = followed.rows.filter(({ from, to }) => to !== null && to >= top && to < last && !isIn(area, from));
  const sides = { left: area.left, columns: area.columns };
  if (others.length === 0) return [{ ...sides, top, rows: last - top }];
  const above = hasAbove && area.top < first ? rowsBetween(area.top, first) : [];
  const below = hasBelow ? rowsBetween(Math.max(first + followed.rows.length, followed.end), bottom) : [];
  return runsOf([...above, ...kept, ...below]).map(([from, until]) => ({ ...sides, top: from, rows: until - from }));
}

const isIn = ({ top, rows }: Area, row: number): boolean => row >= top && row < top + rows;

function rowsBetween(from: number, until: number): readonly number[] {
  return Array.from({ length: Math.max(0, until - from) }, (_, index) => from + index);
}

/** Runs of adjacent rows, each with the row after its last. */
function runsOf(rows: readonly number[]): readonly (readonly [from: number, until: number])[] {
  const runs: [number, number][] = [];
  for (const row of [...new Set(rows)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.[1] === row) last[1] = row + 1;
    else runs.push([row, row + 1]);
  }
  return runs;
}
