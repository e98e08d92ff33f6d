/**
 * Reads `workbook.xml`: sheets in order, defined names, the date system, protection; and the dialect of the package.
 */
import type { XlsxPackage, Relationship } from './package';
import { damaged, refuse } from './refusal';
import {
  attributeOf,
  childOf,
  isTrue,
  itemsOf,
  MAIN_NAMESPACES,
  REFERENCE_NAMESPACES,
  referenceOf,
  type XmlElement,
} from './xml-tree';
import { decodeXstring } from './xml-text';

/** Namespaces of the package: transitional or strict. New parts and relationships use the same. */
export interface Dialect {
  readonly main: string;
  readonly reference: string;
  /** The start of relationship types, up to the last slash. */
  readonly relation: string;
}

export interface SheetEntry {
  readonly name: string;
  readonly id: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** Path of its part; null for a sheet without cells (chart, dialog, macro sheet). */
  readonly path: string | null;
  readonly relationship: string;
}

export interface NameEntry {
  readonly name: string;
  /** Position of the sheet it is local to. */
  readonly localTo: number | null;
  /** As stored, without `=`. */
  readonly text: string;
}

export interface WorkbookPart {
  readonly path: string;
  readonly dialect: Dialect;
  readonly sheets: readonly SheetEntry[];
  readonly names: readonly NameEntry[];
  readonly uses1904Dates: boolean;
  readonly structureProtected: boolean;
  /** The file asks Excel to recalculate on opening: its stored results may be outdated. */
  readonly recalculatesOnLoad: boolean;
}

export const DIALECTS: readonly Dialect[] = [0, 1].map((index) => {
  const reference = REFERENCE_NAMESPACES[index]!;
  return { main: MAIN_NAMESPACES[index]!, reference, relation: `${reference}/` };
});

/** Finds and reads the workbook of a package; refuses a package of another kind. */
export function readWorkbookPart(parts: XlsxPackage): WorkbookPart {
  const path = locateWorkbook(parts);
  const { root } = parts.tree(path);
  const dialect = DIALECTS.find((known) => known.main === root.uri);
  if (root.local !== 'workbook' || !dialect) return refuse({ code: 'notAWorkbook', looksLike: 'zip' });
  const related = new Map(parts.relationships(path).map((relationship) => [relationship.id, relationship]));
  const sheets = itemsOf(root, 'sheets', 'sheet').map((element) => readSheet(element, related, parts));
  if (sheets.length === 0) return damaged(path);
  const properties = childOf(root, 'workbookPr');
  const protection = childOf(root, 'workbookProtection');
  const calculation = childOf(root, 'calcPr');
  return {
    path,
    dialect,
    sheets,
    names: readNames(root),
    uses1904Dates: isTrue(properties && attributeOf(properties, 'date1904')),
    structureProtected: isTrue(protection && attributeOf(protection, 'lockStructure')),
    recalculatesOnLoad: isTrue(calculation && attributeOf(calculation, 'fullCalcOnLoad')),
  };
}

function locateWorkbook(parts: XlsxPackage): string {
  const main = parts.relationships('').find((relationship) => relationship.kind === 'officeDocument');
  const path = main?.target ?? 'xl/workbook.xml';
  if (!main && !parts.has(path)) return refuse({ code: 'notAWorkbook', looksLike: 'zip' });
  if (/\.bin$/i.test(path)) return refuse({ code: 'notAWorkbook', looksLike: 'xlsb' });
  if (!parts.has(path)) return damaged(path);
  return path;
}

function readSheet(element: XmlElement, related: ReadonlyMap<string, Relationship>, parts: XlsxPackage): SheetEntry {
  const relationship = referenceOf(element) ?? '';
  const target = related.get(relationship);
  const isOfCells = target?.kind === 'worksheet' && target.target !== null;
  if (isOfCells && !parts.has(target.target!)) damaged(target.target!);
  const state = attributeOf(element, 'state');
  return {
    name: decodeXstring(attributeOf(element, 'name') ?? ''),
    id: attributeOf(element, 'sheetId') ?? '',
    visibility: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
    path: isOfCells ? target.target : null,
    relationship,
  };
}

function readNames(root: XmlElement): NameEntry[] {
  return itemsOf(root, 'definedNames', 'definedName').map((element) => {
    const local = attributeOf(element, 'localSheetId');
    return {
      name: attributeOf(element, 'name') ?? '',
      localTo: local === undefined ? null : Number(local),
      text: element.text.trim(),
    };
  });
}
