/**
 * The sheets of a file that hold things tied to their cells which a page of cells does not hold, and so cannot move
 * when rows are inserted: comments, pictures, filters, printed areas, bars; or whose cells are used by such things.
 */
import { XlsxPackage } from '../package/package';
import { type Codec, PORTABLE_CODEC } from '../package/codec';
import { frameOf } from '../package/sheet-frame';
import { readWorkbookPart, type SheetEntry } from '../package/workbook-part';
import { decodePart, encodeAttribute } from '../package/xml-text';
import { attributeOf, childOf, childrenOf, descendantsOf, itemsOf, type XmlElement } from '../package/xml-tree';

/** Members of a sheet that hold no place, or whose places a page of cells holds too. */
const FREE: ReadonlySet<string> = new Set([
  ...[
    'sheetPr',
    'dimension',
    'sheetViews',
    'sheetFormatPr',
    'cols',
    'sheetData',
    'mergeCells',
    'conditionalFormatting',
  ],
  ...['dataValidations', 'printOptions', 'pageMargins', 'pageSetup', 'headerFooter', 'tableParts', 'phoneticPr'],
]);
const FREE_RELATIONS: ReadonlySet<string> = new Set(['table', 'printerSettings']);

/** The names of those sheets; the file must be one that `openXlsx` opens. */
export function readAnchored(bytes: Uint8Array, codec: Codec = PORTABLE_CODEC): ReadonlySet<string> {
  const parts = new XlsxPackage(bytes, codec);
  const part = readWorkbookPart(parts);
  const users = usersOfCells(parts);
  const anchored = part.sheets.filter((sheet, index) => {
    const hasLocalPlace = part.names.some(({ localTo, name }) => localTo === index && name.startsWith('_xlnm.'));
    return hasLocalPlace || isUsed(users, sheet) || holdsAnchors(parts, sheet);
  });
  return new Set(anchored.map(({ name }) => name));
}

function holdsAnchors(parts: XlsxPackage, { path }: SheetEntry): boolean {
  if (path === null) return true;
  const relations = parts.relationships(path);
  if (relations.some(({ kind }) => !FREE_RELATIONS.has(kind))) return true;
  const { root } = frameOf(parts.content(path), path);
  if (root.children.some(({ local }) => !FREE.has(local))) return true;
  return hasOtherRules(root) || relations.some(({ kind, target }) => kind === 'table' && isFiltered(parts, target));
}

function hasOtherRules(root: XmlElement): boolean {
  const formats = childrenOf(root, 'conditionalFormatting').flatMap((element) => childrenOf(element, 'cfRule'));
  return (
    formats.some((rule) => attributeOf(rule, 'type') !== 'expression') ||
    itemsOf(root, 'dataValidations', 'dataValidation').some((rule) => attributeOf(rule, 'type') !== 'list')
  );
}

/** Filters, sorts and formulas of columns hold places too. */
function isFiltered(parts: XlsxPackage, path: string | null): boolean {
  if (path === null || !parts.has(path)) return false;
  const { root } = parts.tree(path);
  const filter = childOf(root, 'autoFilter');
  return (
    (filter?.children.length ?? 0) > 0 ||
    childOf(root, 'sortState') !== undefined ||
    descendantsOf(root).some(({ local }) => local === 'calculatedColumnFormula' || local === 'totalsRowFormula')
  );
}

/** The texts of the parts that draw or gather cells of any sheet, and the rules of sheets. */
function usersOfCells(parts: XlsxPackage): readonly string[] {
  return parts.paths().flatMap((path) => {
    if (/^xl\/(?:charts|chartsheets|pivotCache|pivotTables|externalLinks|drawings)\/.*\.xml$/i.test(path))
      return [decodePart(parts.content(path)).toLowerCase()];
    return /^xl\/worksheets\/[^/]+\.xml$/i.test(path) ? [frameOf(parts.content(path), path).text.toLowerCase()] : [];
  });
}

function isUsed(users: readonly string[], { name }: SheetEntry): boolean {
  const written = [name, name.replaceAll("'", "''")].map((text) => encodeAttribute(text).toLowerCase());
  return users.some((text) =>
    written.some((one) => text.includes(`${one}!`) || text.includes(`${one}'!`) || text.includes(`sheet="${one}"`)),
  );
}
