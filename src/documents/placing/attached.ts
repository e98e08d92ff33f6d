/**
 * Notes, links, conditional formats and validations that people put on the rows of a document which is generated again.
 * Each follows its row where that has another place; where the row goes away, the writer is advised.
 */
import { cellAddress, type Area } from '../../workbook/cells';
import type { Failure } from '../../workbook/failure';
import { areasFollowing, type FollowedRows } from '../../workbook/followed-rows';
import type { Attached, SheetSnapshot } from '../../workbook/snapshot';
import type { AttachedStays } from '../../workbook/writer-advice';
import { areaOf } from '../page/document-page';
import type { RowLayout } from './row-layout';

/** The rows of the document from the first one that moves; none when it keeps them all. */
export function rowsToFollow({ area, before, places, firstMoved }: RowLayout, target: Area): FollowedRows {
  const rows = before.slice(firstMoved).map((key, index) => {
    const place = places.get(key);
    return { from: area.top + firstMoved + index, to: place === undefined ? null : area.top + place };
  });
  return { left: area.left, columns: area.columns, rows, end: target.top + target.rows };
}

/** True when some row has another place. */
export function isMoved({ rows }: FollowedRows): boolean {
  return rows.some(({ from, to }) => to !== null && to !== from);
}

/** Refuses a note or a link whose row goes away, where that of another row takes its cell: a cell holds one of each. */
export function twoOnOneCell({ name, attached = [] }: SheetSnapshot, followed: FollowedRows): Failure | null {
  const arrived = new Set(
    attached.flatMap((one) => {
      const areas = one.isFixed ? [] : (areasFollowing(one.area, followed) ?? []);
      return areas.filter((to) => !isSame(to, one.area)).map((to) => cornerKey(one.kind, to));
    }),
  );
  const lost = attached.find(
    ({ kind, area }) =>
      (kind === 'note' || kind === 'link') &&
      areasFollowing(area, followed) === null &&
      arrived.has(cornerKey(kind, area)),
  );
  return lost ? { code: 'occupied', sheet: name, cell: cellAddress(lost.area.top, lost.area.left) } : null;
}

/** The first of what cannot follow its row; null when there is none. */
export function attachedStays(layout: RowLayout): AttachedStays | null {
  const { page, sheet, area } = layout;
  const followed = rowsToFollow(layout, areaOf(page, { row: area.top, column: area.left }));
  const left = (sheet.attached ?? []).filter(({ area: place, isFixed }) => {
    const areas = areasFollowing(place, followed);
    return areas === null || (isFixed && areas.some((to) => !isSame(to, place)));
  });
  const [first] = left;
  if (!first) return null;
  const to = newRowOf(first, followed);
  return {
    kind: first.kind,
    cell: cellAddress(first.area.top, first.area.left),
    to: to === null ? null : cellAddress(to, first.area.left),
    others: left.length - 1,
  };
}

function newRowOf({ area }: Attached, { rows }: FollowedRows): number | null {
  const row = rows.find(({ from }) => from === area.top);
  return row === undefined ? area.top : row.to;
}

const cornerKey = (kind: string, { top, left }: Area): string => `${kind} ${cellAddress(top, left)}`;

function isSame(one: Area, other: Area): boolean {
  return one.top === other.top && one.left === other.left && one.rows === other.rows && one.columns === other.columns;
}
