/** Writes the part of a sheet: its rows are spliced as bytes, the rest as a splice of its small frame. */
import { fromFileFormula, toFileFormula } from '../formula';
import { XML_DECLARATION } from '../package/package';
import { frameOf, type SheetFrame } from '../package/sheet-frame';
import { attributesXml, TextSplice } from '../package/xml-splice';
import { encodeFormulaText } from '../package/xml-text';
import { attributeOf, childOf, childrenOf, prefixOf, referenceAttribute, type XmlElement } from '../package/xml-tree';
import type { Dialect } from '../package/workbook-part';
import { type Area, areaAddress, cellAddress, parseArea } from '../../../workbook/cells';
import type { LookStyle } from '../read/look/style-looks';
import { columnStyles, editColumns } from './column-widths';
import { A4, editBreaks, PAGE_MARGINS, setPage } from './page-setup';
import { followInSheet } from './following/follow-rows';
import { insertInOrder, putInOrder, WORKSHEET_ORDER } from './element-order';
import { dressSheetPart } from './print-setup';
import { editRules, setMerges } from './rules-editor';
import { writeFollowers, spliceRows, type StyleChooser } from './row-splice';
import type { SheetDraft } from './sheet-draft';

/** Data of the other parts that a sheet needs. */
export interface SheetMeans {
  readonly dialect: Dialect;
  readonly chooseStyle: StyleChooser;
  /** dxfs index of the highlight. */
  highlight(): number;
  /** dxfs index of another paint. */
  paint(style: LookStyle): number;
  /** Relationship ids of the tables to add, and of those to remove. */
  readonly addedTables: readonly string[];
  readonly removedTables: ReadonlySet<string>;
  /** Relationship id of a new drawing. */
  readonly drawing: string | null;
}

const utf8 = new TextEncoder();

/** An empty sheet, set up for A4. */
export function emptySheet(dialect: Dialect, codeName?: string): string {
  const properties = codeName === undefined ? '' : `<sheetPr codeName="${codeName}"/>`;
  return (
    `${XML_DECLARATION}<worksheet xmlns="${dialect.main}" xmlns:r="${dialect.reference}">${properties}` +
    '<sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData/>' +
    `<pageMargins${attributesXml(PAGE_MARGINS)}/><pageSetup paperSize="${A4}" orientation="portrait"/></worksheet>`
  );
}

/** The new content of the part. */
export function writeSheet(content: Uint8Array, path: string, draft: SheetDraft, means: SheetMeans): Uint8Array {
  const frame = frameOf(content, path);
  const edited = frameOf(utf8.encode(editFrame(frame, draft, means)), path);
  const rows = rowsOf(frame, draft, means);
  if (edited.dataStart === edited.dataEnd) return edited.bytes;
  const opening =
    frame.dataEnd > frame.contentEnd
      ? frame.bytes.subarray(frame.dataStart, frame.contentStart)
      : utf8.encode(`<${frame.prefix}sheetData>`);
  const pieces = [
    edited.bytes.subarray(0, edited.dataStart),
    opening,
    ...rows,
    utf8.encode(`</${frame.prefix}sheetData>`),
    edited.bytes.subarray(edited.dataEnd),
  ];
  return joined(pieces);
}

function rowsOf(frame: SheetFrame, draft: SheetDraft, means: SheetMeans): readonly Uint8Array[] {
  const styles = columnStyles(frame);
  const { pieces, lostMasters } = spliceRows(
    frame,
    draft.cells,
    { looks: draft.rows, attributes: draft.rowAttributes },
    means.chooseStyle,
    (column) => styles(column),
  );
  if (lostMasters.size === 0) return pieces;
  const rows = new TextDecoder().decode(joined(pieces));
  return [utf8.encode(writeFollowers(rows, frame.prefix, lostMasters))];
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function editFrame(frame: SheetFrame, draft: SheetDraft, means: SheetMeans): string {
  const splice = new TextSplice(frame.text);
  const { root } = frame;
  if (!childOf(root, 'sheetData'))
    insertInOrder(splice, root, WORKSHEET_ORDER, 'sheetData', `<${frame.prefix}sheetData/>`);
  if (draft.isPlaceholder) unmarkPlaceholder(splice, root);
  editDimension(splice, root, draft);
  editColumns(splice, frame, draft.widths, draft.hiddenColumns);
  dressSheetPart(splice, root, draft);
  if (draft.merges) setMerges(splice, root, draft.merges);
  if (draft.frozen) freeze(splice, root, draft.frozen);
  if (draft.page) setPage(splice, root, draft.page.landscape);
  editBreaks(splice, root, draft);
  if (draft.followed) followInSheet(splice, root, draft.followed);
  addHighlights(splice, root, draft, means);
  editRules(splice, root, draft, (style) => means.paint(style));
  if (means.drawing !== null) {
    const reference = referenceAttribute(root, means.dialect.reference, means.drawing);
    insertInOrder(splice, root, WORKSHEET_ORDER, 'drawing', `<${frame.prefix}drawing ${reference}/>`);
  }
  editTableParts(splice, root, means);
  return splice.toString();
}

/** Unmarks the placeholder of an empty workbook, which becomes the first sheet of the plan. */
function unmarkPlaceholder(splice: TextSplice, root: XmlElement): void {
  const properties = childOf(root, 'sheetPr');
  if (properties) splice.setAttributes(properties, { codeName: null });
}

/** Extends the stated area of a sheet, on which some readers rely. */
function editDimension(splice: TextSplice, root: XmlElement, draft: SheetDraft): void {
  const planned = plannedArea(draft);
  if (!planned) return;
  const present = childOf(root, 'dimension');
  const known = draft.present?.snapshot.used ?? null;
  const stated = present ? parseArea(attributeOf(present, 'ref') ?? '') : known;
  const ref = areaAddress(stated && known ? union(stated, planned) : planned);
  if (present) splice.setAttributes(present, { ref });
  else insertInOrder(splice, root, WORKSHEET_ORDER, 'dimension', `<${prefixOf(root)}dimension ref="${ref}"/>`);
}

function plannedArea(draft: SheetDraft): Area | null {
  let area: Area | null = null;
  for (const [row, cells] of draft.cells) {
    for (const column of cells.keys()) {
      const cell = { top: row, left: column, rows: 1, columns: 1 };
      area = area ? union(area, cell) : cell;
    }
  }
  return area;
}

function union(a: Area, b: Area): Area {
  const top = Math.min(a.top, b.top);
  const left = Math.min(a.left, b.left);
  return {
    top,
    left,
    rows: Math.max(a.top + a.rows, b.top + b.rows) - top,
    columns: Math.max(a.left + a.columns, b.left + b.columns) - left,
  };
}

function freeze(
  splice: TextSplice,
  root: XmlElement,
  frozen: { readonly rows: number; readonly columns: number },
): void {
  const p = prefixOf(root);
  const pane = paneXml(p, frozen.rows, frozen.columns);
  const views = childOf(root, 'sheetViews');
  const view = views && childOf(views, 'sheetView');
  if (!view) {
    putInOrder(
      splice,
      root,
      WORKSHEET_ORDER,
      'sheetViews',
      `<${p}sheetViews><${p}sheetView workbookViewId="0">${pane}</${p}sheetView></${p}sheetViews>`,
    );
    return;
  }
  for (const child of view.children) if (child.local === 'pane' || child.local === 'selection') splice.remove(child);
  if (view.children.length > 0) splice.insert(view.openEnd, pane);
  else splice.append(view, pane);
}

function paneXml(p: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return '';
  const active = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const splits = { ...(columns > 0 && { xSplit: columns }), ...(rows > 0 && { ySplit: rows }) };
  const attributes = attributesXml({
    ...splits,
    topLeftCell: cellAddress(rows, columns),
    activePane: active,
    state: 'frozen',
  });
  return `<${p}pane${attributes}/><${p}selection pane="${active}"/>`;
}

function addHighlights(splice: TextSplice, root: XmlElement, draft: SheetDraft, means: SheetMeans): void {
  const p = prefixOf(root);
  const present = childrenOf(root, 'conditionalFormatting');
  const rules = present.flatMap((element) => childrenOf(element, 'cfRule'));
  let priority = Math.max(0, ...rules.map((rule) => Number(attributeOf(rule, 'priority') ?? '0')));
  for (const { area, formula } of draft.highlights) {
    const ref = areaAddress(area);
    const known = present.some(
      (element) =>
        attributeOf(element, 'sqref') === ref &&
        childrenOf(element, 'cfRule').some((rule) => formulaOf(rule) === formula),
    );
    if (known) continue;
    priority += 1;
    const rule = `<${p}cfRule type="expression" dxfId="${means.highlight()}" priority="${priority}">`;
    const text = `<${p}formula>${encodeFormulaText(toFileFormula(formula))}</${p}formula>`;
    const xml = `<${p}conditionalFormatting sqref="${ref}">${rule}${text}</${p}cfRule></${p}conditionalFormatting>`;
    insertInOrder(splice, root, WORKSHEET_ORDER, 'conditionalFormatting', xml);
  }
}

function formulaOf(rule: XmlElement): string {
  return fromFileFormula(childOf(rule, 'formula')?.text ?? '');
}

function editTableParts(splice: TextSplice, root: XmlElement, means: SheetMeans): void {
  const { addedTables, removedTables, dialect } = means;
  if (addedTables.length === 0 && removedTables.size === 0) return;
  const p = prefixOf(root);
  const list = childOf(root, 'tableParts');
  const present = list ? childrenOf(list, 'tablePart') : [];
  const removed = present.filter((element) => [...element.attributes.values()].some((id) => removedTables.has(id)));
  const added = addedTables.map((id) => `<${p}tablePart ${referenceAttribute(root, dialect.reference, id)}/>`).join('');
  const count = present.length - removed.length + addedTables.length;
  if (!list)
    return insertInOrder(
      splice,
      root,
      WORKSHEET_ORDER,
      'tableParts',
      `<${p}tableParts count="${count}">${added}</${p}tableParts>`,
    );
  if (count === 0) return splice.remove(list);
  for (const element of removed) splice.remove(element);
  if (added) splice.append(list, added);
  splice.setAttributes(list, { count: String(count) });
}
