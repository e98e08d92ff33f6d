/** The dress of a sheet as somebody set it: tab, gridlines, page, footer, page breaks. Other settings stay. */
import { attributesXml, type TextSplice } from '../package/xml-splice';
import { encodeXstring } from '../package/xml-text';
import { childAt, childOf, prefixOf, type XmlElement } from '../package/xml-tree';
import { insertInOrder, putInOrder, WORKSHEET_ORDER } from './element-order';
import type { PrintChange } from './file-steps';
import type { SheetDraft } from './sheet-draft';

const PAPERS: ReadonlyMap<string, number> = new Map([
  ['Letter', 1],
  ['Legal', 5],
  ['A3', 8],
  ['A4', 9],
  ['A5', 11],
]);
const LAST_COLUMN = 16_383;

/** True when files have a code for that paper. */
export const isKnownPaper = (paper: string): boolean => PAPERS.has(paper);

export function dressSheetPart(splice: TextSplice, root: XmlElement, { dress, print }: SheetDraft): void {
  const { tabColor, showGridlines } = dress;
  const hasFit = print !== null && print.scale !== undefined;
  const isFitted = print !== null && isFit(print);
  setProperties(splice, root, tabColor, hasFit ? isFitted : undefined);
  const view = childAt(root, 'sheetViews', 'sheetView');
  if (showGridlines !== undefined && view) splice.setAttributes(view, { showGridLines: showGridlines ? null : '0' });
  if (print !== null) setPrint(splice, root, print);
}

const isFit = ({ pagesWide, pagesTall }: PrintChange): boolean => (pagesWide ?? pagesTall ?? null) !== null;

/** The children of `<sheetPr>`: the colour of the tab, then the fit. */
function setProperties(
  splice: TextSplice,
  root: XmlElement,
  tabColor: string | null | undefined,
  isFitted: boolean | undefined,
): void {
  if (tabColor === undefined && isFitted === undefined) return;
  const p = prefixOf(root);
  const properties = childOf(root, 'sheetPr');
  const color = tabColor ? `<${p}tabColor rgb="FF${tabColor}"/>` : '';
  const fit = `<${p}pageSetUpPr fitToPage="1"/>`;
  if (!properties) {
    const inner = color + (isFitted ? fit : '');
    if (inner) insertInOrder(splice, root, WORKSHEET_ORDER, 'sheetPr', `<${p}sheetPr>${inner}</${p}sheetPr>`);
    return;
  }
  const present = childOf(properties, 'tabColor');
  const first = properties.children.find((child) => child !== present);
  if (tabColor !== undefined && present) splice.replace(present.start, present.end, color);
  else if (color && first) splice.insert(first.start, color);
  else if (color) splice.append(properties, color);
  const set = childOf(properties, 'pageSetUpPr');
  if (isFitted === undefined) return;
  if (set) splice.setAttributes(set, { fitToPage: isFitted ? '1' : null });
  else if (isFitted) splice.append(properties, fit, 1);
}

function setPrint(splice: TextSplice, root: XmlElement, print: PrintChange): void {
  const { orientation, paper, scale, pagesWide, pagesTall, footer, breaks } = print;
  const size = paper === undefined ? undefined : PAPERS.get(paper);
  const fitted = isFit(print);
  const setup: Record<string, string | null> = {
    ...(orientation !== undefined && { orientation }),
    ...(size !== undefined && { paperSize: String(size) }),
    ...(scale !== undefined && {
      scale: fitted || scale === null || scale === 100 ? null : String(scale),
      fitToWidth: fitted ? String(pagesWide ?? 0) : null,
      fitToHeight: fitted ? String(pagesTall ?? 0) : null,
    }),
  };
  if (Object.keys(setup).length > 0) setPageSetup(splice, root, setup);
  if (footer !== undefined) setFooter(splice, root, footer);
  if (breaks !== undefined) setBreaks(splice, root, breaks);
}

function setPageSetup(splice: TextSplice, root: XmlElement, setup: Readonly<Record<string, string | null>>): void {
  const present = childOf(root, 'pageSetup');
  if (present) return splice.setAttributes(present, setup);
  const given = Object.entries(setup).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
  const xml = `<${prefixOf(root)}pageSetup${attributesXml(Object.fromEntries(given))}/>`;
  insertInOrder(splice, root, WORKSHEET_ORDER, 'pageSetup', xml);
}

function setFooter(splice: TextSplice, root: XmlElement, parts: NonNullable<PrintChange['footer']>): void {
  const p = prefixOf(root);
  const text = parts.map((part, index) => (part === '' ? '' : `&${'LCR'[index]}${part}`)).join('');
  const xml = text === '' ? '' : `<${p}oddFooter>${encodeXstring(text)}</${p}oddFooter>`;
  const list = childOf(root, 'headerFooter');
  const present = list && childOf(list, 'oddFooter');
  const header = list && childOf(list, 'oddHeader');
  if (present) splice.replace(present.start, present.end, xml);
  else if (header) splice.insert(header.end, xml);
  else if (list?.children[0]) splice.insert(list.children[0].start, xml);
  else if (list) splice.append(list, xml);
  else insertInOrder(splice, root, WORKSHEET_ORDER, 'headerFooter', `<${p}headerFooter>${xml}</${p}headerFooter>`);
}

function setBreaks(splice: TextSplice, root: XmlElement, breaks: readonly number[]): void {
  const list = childOf(root, 'rowBreaks');
  if (breaks.length === 0) {
    if (list) splice.remove(list);
    return;
  }
  const p = prefixOf(root);
  const items = breaks.map((id) => `<${p}brk${attributesXml({ id, max: LAST_COLUMN, man: 1 })}/>`).join('');
  const counts = attributesXml({ count: breaks.length, manualBreakCount: breaks.length });
  putInOrder(splice, root, WORKSHEET_ORDER, 'rowBreaks', `<${p}rowBreaks${counts}>${items}</${p}rowBreaks>`);
}
