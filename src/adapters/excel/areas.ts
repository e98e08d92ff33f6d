/** Areas of a sheet, compared. */
import type { Area } from '../../workbook/cells';

/** True when both are the same rectangle, or both nothing. */
export function sameArea(one: Area | null, other: Area | null): boolean {
  return (
    one?.top === other?.top && one?.left === other?.left && one?.rows === other?.rows && one?.columns === other?.columns
  );
}

/** What two areas have in common; null when nothing. */
export function intersection(one: Area, other: Area): Area | null {
  const top = Math.max(one.top, other.top);
  const left = Math.max(one.left, other.left);
  const rows = Math.min(one.top + one.rows, other.top + other.rows) - top;
  const columns = Math.min(one.left + one.columns, other.left + other.columns) - left;
  return rows > 0 && columns > 0 ? { top, left, rows, columns } : null;
}
