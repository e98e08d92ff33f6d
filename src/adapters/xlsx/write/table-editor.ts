/** Changes an Excel Table in its own part: area, headings, totals row, style, name. Its formulas and filters stay. */
import type { XlsxPackage } from '../package/package';
import { TextSplice } from '../package/xml-splice';
import { decodeXstring, encodeAttribute } from '../package/xml-text';
import { childOf, childrenOf, prefixOf, type XmlElement } from '../package/xml-tree';
import { areaAddress, type Area } from '../../../workbook/cells';
import type { TableEntry } from '../read/table-part';
import type { TableChange } from './file-steps';

export function editTable(parts: XlsxPackage, table: TableEntry, change: TableChange): void {
  const { text, root } = parts.tree(table.path);
  const splice = new TextSplice(text);
  const hasTotalsRow = change.hasTotalsRow ?? table.hasTotalsRow;
  const whole = change.area ?? { ...table.area, rows: table.area.rows + (table.hasTotalsRow ? 1 : 0) };
  setAreas(splice, root, whole, hasTotalsRow);
  if (hasTotalsRow !== table.hasTotalsRow)
    splice.setAttributes(root, {
      totalsRowCount: hasTotalsRow ? '1' : null,
      totalsRowShown: hasTotalsRow ? null : '0',
    });
  if (change.newName !== undefined) splice.setAttributes(root, { name: change.newName, displayName: change.newName });
  if (change.columns) setColumns(splice, root, change.columns, text);
  if (change.style !== undefined) setStyle(splice, root, change.style);
  if (!splice.isUntouched && splice.toString() !== text) parts.set(table.path, splice.toString());
}

function setAreas(splice: TextSplice, root: XmlElement, whole: Area, hasTotalsRow: boolean): void {
  const ref = areaAddress(whole);
  if (root.attributes.get('ref') !== ref) splice.setAttributes(root, { ref });
  const filter = childOf(root, 'autoFilter');
  const filtered = areaAddress({ ...whole, rows: whole.rows - (hasTotalsRow ? 1 : 0) });
  if (filter && filter.attributes.get('ref') !== filtered) splice.setAttributes(filter, { ref: filtered });
}

/** Columns that keep their name, or else their rank, keep their own formula and format. */
function setColumns(splice: TextSplice, root: XmlElement, columns: readonly string[], text: string): void {
  const list = childOf(root, 'tableColumns');
  const present = list ? childrenOf(list, 'tableColumn') : [];
  if (list === undefined || present.length === columns.length) {
    present.forEach((element, index) => {
      const name = columns[index];
      if (name !== undefined && nameOf(element) !== name) splice.setAttributes(element, { name });
    });
    return;
  }
  const p = prefixOf(list);
  const byName = new Map(present.map((element) => [nameOf(element).toLowerCase(), element]));
  let lastId = Math.max(0, ...present.map((element) => Number(element.attributes.get('id') ?? '0')));
  const items = columns.map((name) => {
    const known = byName.get(name.toLowerCase());
    if (known) return text.slice(known.start, known.end);
    lastId += 1;
    return `<${p}tableColumn id="${lastId}" name="${encodeAttribute(name)}"/>`;
  });
  splice.replace(list.start, list.end, `<${list.name} count="${columns.length}">${items.join('')}</${list.name}>`);
}

const nameOf = (column: XmlElement): string => decodeXstring(column.attributes.get('name') ?? '');

function setStyle(splice: TextSplice, root: XmlElement, style: string): void {
  const info = childOf(root, 'tableStyleInfo');
  if (info) return splice.setAttributes(info, { name: style });
  const p = prefixOf(root);
  splice.append(root, `<${p}tableStyleInfo name="${encodeAttribute(style)}" showRowStripes="1"/>`);
}
