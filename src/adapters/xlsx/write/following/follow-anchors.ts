/**
 * Moves the shapes, the pictures, the team's charts, the slicers and the controls that are anchored on the rows of a
 * document to the new place of each row, as Excel does when rows are inserted. Ours are drawn again by their document.
 */
import { areasFollowing, type FollowedRows } from '../../../../workbook/followed-rows';
import { TextSplice } from '../../package/xml-splice';
import type { XlsxPackage } from '../../package/package';
import { descendantsOf, type XmlElement } from '../../package/xml-tree';
import { anchorsIn, cornerOf, followingOf, isOurAnchor, type Corner, type Following } from '../../read/read-anchors';

/** In the drawing of a sheet. */
export function followInDrawing(parts: XlsxPackage, path: string, followed: FollowedRows): void {
  const { text, root } = parts.tree(path);
  const splice = new TextSplice(text);
  for (const anchor of anchorsIn(root)) if (!isOurAnchor(anchor)) followAnchor(splice, anchor, followed);
  if (!splice.isUntouched) parts.set(path, splice.toString());
}

/** The controls and the embedded objects that the frame of a sheet lists. */
export function followControls(splice: TextSplice, root: XmlElement, followed: FollowedRows): void {
  for (const element of descendantsOf(root)) if (element.local === 'anchor') followAnchor(splice, element, followed);
}

function followAnchor(splice: TextSplice, anchor: XmlElement, followed: FollowedRows): void {
  const [from, to] = [cornerOf(anchor, 'from'), cornerOf(anchor, 'to')];
  if (!from) return;
  const rows = rowsFollowing(from, to, followingOf(anchor), followed);
  setRow(splice, from, rows.from);
  if (to) setRow(splice, to, rows.to);
}

/** The new rows of the two corners of an object; its lower edge may be at the top of the row under its last one. */
export function rowsFollowing(
  from: Pick<Corner, 'row' | 'column'>,
  to: Pick<Corner, 'row' | 'offset'> | null,
  following: Following,
  followed: FollowedRows,
): { readonly from: number; readonly to: number } {
  const end = to?.row ?? from.row;
  if (following === 'fixed') return { from: from.row, to: end };
  const top = rowFollowing(from.row, from.column, followed) ?? from.row;
  const moved = end + top - from.row;
  if (following === 'moved' || !to) return { from: top, to: moved };
  const isAtTop = to.offset === 0 && to.row > from.row;
  const last = rowFollowing(isAtTop ? to.row - 1 : to.row, from.column, followed);
  const stretched = last === null ? moved : isAtTop ? last + 1 : last;
  return { from: top, to: stretched < top ? moved : stretched };
}

/** The new row of a cell; null when its row goes. */
function rowFollowing(row: number, column: number, followed: FollowedRows): number | null {
  return areasFollowing({ top: row, left: column, rows: 1, columns: 1 }, followed)?.[0]?.top ?? null;
}

function setRow(splice: TextSplice, { row, element }: Corner, to: number): void {
  if (row !== to) splice.replace(element.openEnd, element.closeStart, String(to));
}
