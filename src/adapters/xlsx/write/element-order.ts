/**
 * The order of child elements that the schema requires (ECMA-376 part 1, 18.2.27, 18.3.1.99, 18.8.39): Excel repairs a
 * part that breaks it.
 */
import type { TextSplice } from '../package/xml-splice';
import { childOf, type XmlElement } from '../package/xml-tree';

const words = (text: string): readonly string[] => text.split(/\s+/);

export const WORKBOOK_ORDER = words(
  `fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences
   definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing
   fileRecoveryPr webPublishObjects extLst`,
);

export const WORKSHEET_ORDER = words(
  `sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios
   autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting
   dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties
   cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls
   webPublishItems tableParts extLst`,
);

export const STYLES_ORDER = words(
  'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst',
);

/** Adds a child in its place: before the first child that must follow it. */
export function insertInOrder(
  splice: TextSplice,
  root: XmlElement,
  order: readonly string[],
  local: string,
  xml: string,
): void {
  const rank = order.indexOf(local);
  const next = root.children.find((child) => child.uri === root.uri && order.indexOf(child.local) > rank);
  if (next) splice.insert(next.start, xml, rank);
  else splice.append(root, xml, rank);
}

/** Replaces a child, or adds it in its place. */
export function putInOrder(
  splice: TextSplice,
  root: XmlElement,
  order: readonly string[],
  local: string,
  xml: string,
): void {
  const present = childOf(root, local);
  if (present) splice.replace(present.start, present.end, xml);
  else insertInOrder(splice, root, order, local, xml);
}
