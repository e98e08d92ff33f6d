/**
 * Moves what people put on the rows of a document to the new place of each row: notes with their box and their answers,
 * links, conditional formats, validations, filters, scenarios, controls, shapes, and the other lists of cells of a
 * sheet.
 */
import { areaAddress, cellAddress, parseArea, type Area } from '../../../../workbook/cells';
import { areasFollowing, type FollowedRows } from '../../../../workbook/followed-rows';
import { renderTemplate, templateOf } from '../../formula';
import type { XlsxPackage } from '../../package/package';
import { TextSplice } from '../../package/xml-splice';
import { decodePart, encodeFormulaText } from '../../package/xml-text';
import { attributeOf, descendantsOf, type XmlElement } from '../../package/xml-tree';
import { linksOf, ownCellsOf, placesOf, rulesOf, sqrefOf } from '../../read/read-attached';
import type { Following } from '../../read/read-anchors';
import { followControls, followInDrawing, rowsFollowing } from './follow-anchors';

/** Elements with a list of cells that shows where the user is, or what the view is. */
const OF_VIEWS: ReadonlySet<string> = new Set(['selection', 'pane']);

/** In the frame of the sheet. */
export function followInSheet(splice: TextSplice, root: XmlElement, followed: FollowedRows): void {
  for (const { areas, formulas } of rulesOf(root)) {
    const down = firstRow(moved(areas, followed)) - firstRow(areas);
    if (down === 0) continue;
    for (const formula of formulas) {
      const text = renderTemplate(templateOf(formula.text), down, 0);
      splice.replace(formula.openEnd, formula.closeStart, encodeFormulaText(text));
    }
  }
  for (const element of descendantsOf(root)) {
    const places = OF_VIEWS.has(element.local) ? null : placesOf(sqrefOf(element) ?? '');
    if (places) setPlaces(splice, element, places, moved(places, followed));
  }
  for (const link of linksOf(root)) setPlace(splice, link, 'ref', (area) => singleArea(area, followed));
  for (const cell of ownCellsOf(root)) setPlace(splice, cell, 'r', (area) => singleArea(area, followed));
  for (const filter of filtersOf(root)) setPlace(splice, filter, 'ref', (area) => filterFollowing(area, followed));
  followControls(splice, root, followed);
}

/** The filter of the sheet, and the sorts: those of Tables are in parts of their own. */
function filtersOf(root: XmlElement): readonly XmlElement[] {
  return descendantsOf(root).filter(({ local }) => local === 'autoFilter' || local === 'sortState');
}

/** The area of a filter; the same one when it cannot follow its rows. */
export function filterFollowing(area: Area, followed: FollowedRows): Area {
  const to = singleArea(area, followed);
  return isSame(to, area) ? area : to;
}

function singleArea(area: Area, followed: FollowedRows): Area {
  const [to, ...others] = areasFollowing(area, followed) ?? [area];
  return to && others.length === 0 ? to : area;
}

function setPlace(splice: TextSplice, element: XmlElement, attribute: 'ref' | 'r', follow: (area: Area) => Area): void {
  const area = parseArea(attributeOf(element, attribute) ?? '');
  const to = area && follow(area);
  if (area && to && !isSame(to, area)) splice.setAttributes(element, { [attribute]: areaAddress(to) });
}

function moved(areas: readonly Area[], followed: FollowedRows): readonly Area[] {
  return areas.flatMap((area) => areasFollowing(area, followed) ?? [area]);
}

const firstRow = (areas: readonly Area[]): number => Math.min(...areas.map(({ top }) => top));
const isSame = (one: Area, other: Area): boolean => areaAddress(one) === areaAddress(other);

function setPlaces(splice: TextSplice, element: XmlElement, before: readonly Area[], after: readonly Area[]): void {
  if (before.length === after.length && before.every((area, index) => isSame(area, after[index]!))) return;
  const sqref = after.map(areaAddress).join(' ');
  if (element.attributes.has('sqref')) return splice.setAttributes(element, { sqref });
  const list = element.children.find(({ local }) => local === 'sqref');
  if (list) splice.replace(list.openEnd, list.closeStart, sqref);
}

/** In the parts that a sheet leads to. */
export function followInParts(parts: XlsxPackage, sheetPath: string, followed: FollowedRows): void {
  for (const { kind, target } of parts.relationships(sheetPath)) {
    if (target === null || !parts.has(target)) continue;
    if (kind === 'comments' || kind === 'threadedComment') followInList(parts, target, followed);
    if (kind === 'vmlDrawing') followInShapes(parts, target, followed);
    if (kind === 'drawing') followInDrawing(parts, target, followed);
  }
}

function followInList(parts: XlsxPackage, path: string, followed: FollowedRows): void {
  const { text, root } = parts.tree(path);
  const splice = new TextSplice(text);
  for (const element of descendantsOf(root)) {
    const isNote = element.local === 'comment' || element.local === 'threadedComment';
    const area = isNote ? parseArea(attributeOf(element, 'ref') ?? '') : null;
    const [to] = area ? (areasFollowing(area, followed) ?? []) : [];
    if (area && to && to.top !== area.top) splice.setAttributes(element, { ref: cellAddress(to.top, to.left) });
  }
  if (!splice.isUntouched) parts.set(path, splice.toString());
}

/** The box of a note and a control are shapes, in a language that is not always well-formed XML. */
function followInShapes(parts: XlsxPackage, path: string, followed: FollowedRows): void {
  const text = decodePart(parts.content(path));
  const edited = text
    .split(/(?<=<\/v:shape>)/i)
    .map((shape) => followedShape(shape, followed))
    .join('');
  if (edited !== text) parts.set(path, edited);
}

const ROW = /(<x:Row>\s*)(\d{1,7})(?=\s*<\/x:Row>)/i;
const COLUMN = /<x:Column>\s*(\d{1,5})\s*<\/x:Column>/i;
const ANCHOR = /(<x:Anchor>)([^<]*)(?=<\/x:Anchor>)/i;
/** Left column, top row, right column, bottom row, each followed by an offset. */
const TOP_AND_BOTTOM: ReadonlySet<number> = new Set([2, 6]);

function followedShape(shape: string, followed: FollowedRows): string {
  return /ObjectType="Note"/i.test(shape) ? followedNote(shape, followed) : followedControl(shape, followed);
}

function followedNote(shape: string, followed: FollowedRows): string {
  const [row, column] = [ROW.exec(shape)?.[2], COLUMN.exec(shape)?.[1]];
  if (row === undefined || column === undefined) return shape;
  const [to] = areasFollowing({ top: Number(row), left: Number(column), rows: 1, columns: 1 }, followed) ?? [];
  const down = to ? to.top - Number(row) : 0;
  if (down === 0) return shape;
  const moved = shape.replace(ROW, (_, open: string, number: string) => `${open}${Number(number) + down}`);
  return withAnchor(moved, (number) => Math.max(0, number + down));
}

/** The reverse of their names: an object that has the first does not move; with the second, it keeps its size. */
const STAYS = /<x:MoveWithCells\s*(?:\/>|>\s*(?:<|true|1|t\b))/i;
const KEEPS_SIZE = /<x:SizeWithCells\s*(?:\/>|>\s*(?:<|true|1|t\b))/i;

function followedControl(shape: string, followed: FollowedRows): string {
  const numbers = (ANCHOR.exec(shape)?.[2] ?? '').split(',').map(Number);
  const [column = 0, , top = 0, , , , bottom = 0, offset = 0] = numbers;
  if (numbers.length < 8 || !numbers.every(Number.isInteger)) return shape;
  const following: Following = STAYS.test(shape) ? 'fixed' : KEEPS_SIZE.test(shape) ? 'moved' : 'stretched';
  const rows = rowsFollowing({ row: top, column }, { row: bottom, offset }, following, followed);
  if (rows.from === top && rows.to === bottom) return shape;
  return withAnchor(shape, (_, index) => (index === 2 ? rows.from : rows.to));
}

function withAnchor(shape: string, rowOf: (number: number, index: number) => number): string {
  return shape.replace(ANCHOR, (_, open: string, numbers: string) => {
    const shifted = numbers
      .split(',')
      .map((number, index) => (TOP_AND_BOTTOM.has(index) ? String(rowOf(Number(number), index)) : number));
    return open + shifted.join(',');
  });
}
