/** The page set-up of a sheet: A4, fit, footer, page breaks. Settings of the team stay. */
import { attributesXml, type TextSplice } from '../package/xml-splice';
import { escapeXml } from '../package/xml-text';
import { attributeOf, childOf, isTrue, itemsOf, prefixOf, type XmlElement } from '../package/xml-tree';
import type { FollowedRows } from '../../../workbook/followed-rows';
import { movedBreaks, type BreakMove } from '../../../workbook/plan';
import { insertInOrder, putInOrder, WORKSHEET_ORDER } from './element-order';
import type { SheetDraft } from './sheet-draft';

/** Inches. */
export const PAGE_MARGINS = { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 };
/** Code of the paper size. */
export const A4 = 9;
const PAGE_FOOTER = '&L&A&RPage &P / &N';
const LAST_COLUMN = 16_383;

/** Sets A4, one page wide, with the sheet's name and the page number in the footer. */
export function setPage(splice: TextSplice, root: XmlElement, landscape: boolean): void {
  const p = prefixOf(root);
  const properties = childOf(root, 'sheetPr');
  const fit = properties && childOf(properties, 'pageSetUpPr');
  if (fit) splice.setAttributes(fit, { fitToPage: '1' });
  else if (properties) splice.append(properties, `<${p}pageSetUpPr fitToPage="1"/>`);
  else
    insertInOrder(
      splice,
      root,
      WORKSHEET_ORDER,
      'sheetPr',
      `<${p}sheetPr><${p}pageSetUpPr fitToPage="1"/></${p}sheetPr>`,
    );
  if (!childOf(root, 'pageMargins'))
    insertInOrder(splice, root, WORKSHEET_ORDER, 'pageMargins', `<${p}pageMargins${attributesXml(PAGE_MARGINS)}/>`);
  const setup = {
    paperSize: String(A4),
    orientation: landscape ? 'landscape' : 'portrait',
    fitToWidth: '1',
    fitToHeight: '0',
  };
  const present = childOf(root, 'pageSetup');
  if (present) splice.setAttributes(present, { ...setup, scale: null });
  else insertInOrder(splice, root, WORKSHEET_ORDER, 'pageSetup', `<${p}pageSetup${attributesXml(setup)}/>`);
  if (childOf(root, 'headerFooter')) return; // the team's own footer stays
  insertInOrder(
    splice,
    root,
    WORKSHEET_ORDER,
    'headerFooter',
    `<${p}headerFooter><${p}oddFooter>${escapeXml(PAGE_FOOTER)}</${p}oddFooter></${p}headerFooter>`,
  );
}

/** Sets the breaks of a new set-up, or moves those of moved rows; a break of somebody follows the row that it precedes. */
export function editBreaks(splice: TextSplice, root: XmlElement, { page, breakMoves, followed }: SheetDraft): void {
  if (followed) followInViews(splice, root, followed);
  const list = childOf(root, 'rowBreaks');
  const manual = itemsOf(root, 'rowBreaks', 'brk').filter((element) => isTrue(attributeOf(element, 'man')));
  const present = manual.map((element) => Number(attributeOf(element, 'id')));
  const ours = [...(page?.breaks ?? []).map((to) => ({ from: null, to })), ...breakMoves];
  const moves = [...ours, ...(followed ? movesOfPeople(present, ours, followed) : [])];
  if (moves.length === 0) return;
  const { breaks } = movedBreaks(present, moves);
  const p = prefixOf(root);
  if (breaks.length === 0) {
    if (list) splice.remove(list);
    return;
  }
  const items = breaks.map((id) => `<${p}brk${attributesXml({ id, max: LAST_COLUMN, man: 1 })}/>`).join('');
  const counts = attributesXml({ count: breaks.length, manualBreakCount: breaks.length });
  putInOrder(splice, root, WORKSHEET_ORDER, 'rowBreaks', `<${p}rowBreaks${counts}>${items}</${p}rowBreaks>`);
}

function movesOfPeople(
  present: readonly number[],
  ours: readonly BreakMove[],
  followed: FollowedRows,
): readonly BreakMove[] {
  const taken = new Set(ours.map(({ from }) => from));
  return present.flatMap((from) => {
    const to = rowAfter(from, followed);
    return taken.has(from) || to === from ? [] : [{ from, to }];
  });
}

/** The breaks of the views that people saved under a name. */
function followInViews(splice: TextSplice, root: XmlElement, followed: FollowedRows): void {
  const views = itemsOf(root, 'customSheetViews', 'customSheetView');
  for (const element of views.flatMap((view) => itemsOf(view, 'rowBreaks', 'brk'))) {
    const from = Number(attributeOf(element, 'id'));
    const to = rowAfter(from, followed);
    if (to !== from) splice.setAttributes(element, { id: String(to) });
  }
}

/** The new place of a row; its own when it goes. */
function rowAfter(row: number, { rows }: FollowedRows): number {
  return rows.find(({ from }) => from === row)?.to ?? row;
}
