/** A workbook file read whole: its snapshot, and the facts that writing to it needs. */
import { type Area, parseArea } from '../../../workbook/cells';
import type { NameSnapshot, SheetSnapshot, WorkbookSnapshot } from '../../../workbook/snapshot';
import { isDocumentRange } from '../../../workbook/document-names';
import { sheetsNamedIn } from '../../../workbook/formula-text';
import { placeOfReference } from '../../../workbook/references';
import { fromFileFormula } from '../formula';
import type { XlsxPackage } from '../package/package';
import { readSharedStrings } from '../package/shared-strings';
import { frameOf, hiddenColumnsOf, mergesOf } from '../package/sheet-frame';
import { readWorkbookPart, type SheetEntry, type WorkbookPart } from '../package/workbook-part';
import { attributeOf, childOf, isTrue, type XmlElement } from '../package/xml-tree';
import { readCharts } from './drawing-part';
import { attachedOf, otherUsesOf } from './read-attached';
import type { ScanContext } from './scan-context';
import { scanRows } from './sheet-scan';
import { struckStylesOf } from './struck-styles';
import { numberStylesOf } from './number-styles';
import { readTables, type TableEntry } from './table-part';

/** How far the stored results of formulas can be trusted. */
export interface CalculationState {
  /** Formula cells without a stored result (they read as `#CALC!`), and the first of them. */
  readonly uncalculated: number;
  readonly first: { readonly sheet: string; readonly row: number; readonly column: number } | null;
  /** The file asks Excel to recalculate on opening: its results may be older than its data. */
  readonly isPending: boolean;
}

/** Facts of a sheet that writing needs and that its snapshot does not hold. */
export interface SheetFacts {
  readonly entry: SheetEntry;
  readonly merges: readonly Area[];
  /** Array formulas and data tables of more than one cell. */
  readonly arrays: readonly Area[];
  /** The area that the sheet's own filter covers. */
  readonly filter: Area | null;
  /** Its rows and cells are in order, each once; nothing is written into a sheet where they are not. */
  readonly isOrdered: boolean;
}

/** An open file: its parts, and all that was read of them. */
export interface OpenedWorkbook {
  readonly parts: XlsxPackage;
  readonly part: WorkbookPart;
  readonly snapshot: WorkbookSnapshot;
  readonly tables: readonly TableEntry[];
  readonly facts: ReadonlyMap<string, SheetFacts>;
}

/** Reads the whole workbook of a package. */
export function readPackage(parts: XlsxPackage): { opened: OpenedWorkbook; calculation: CalculationState } {
  const part = readWorkbookPart(parts);
  const context = {
    strings: readSharedStrings(parts, part.path),
    uses1904Dates: part.uses1904Dates,
    struckStyles: struckStylesOf(parts, part.path),
    numberStyles: numberStylesOf(parts, part.path),
  };
  const documents = new DocumentSheets(part);
  const read = part.sheets.map((entry) => readSheet(parts, entry, context, documents));
  const tables = part.sheets.flatMap((entry) => (entry.path === null ? [] : readTables(parts, entry.path, entry.name)));
  const snapshot = {
    sheets: read.map(({ snapshot: sheet }) => ({ ...sheet, ...bareTablesOf(sheet.name, tables) })),
    tables: tables
      .filter(({ hasHeadings }) => hasHeadings)
      .map(({ name, sheet, area, columns, hasTotalsRow }) => ({ name, sheet, area, columns, hasTotalsRow })),
    names: readNames(part),
    uses1904Dates: part.uses1904Dates,
    structureProtected: part.structureProtected,
  };
  const firstOf = read.find((sheet) => sheet.firstUncalculated !== null);
  const calculation = {
    uncalculated: read.reduce((sum, sheet) => sum + sheet.uncalculated, 0),
    first: firstOf?.firstUncalculated ? { sheet: firstOf.snapshot.name, ...firstOf.firstUncalculated } : null,
    isPending: part.recalculatesOnLoad,
  };
  const facts = new Map(read.map((sheet) => [sheet.snapshot.name.toLowerCase(), sheet.facts]));
  return { opened: { parts, part, snapshot, tables, facts }, calculation };
}

function bareTablesOf(name: string, tables: readonly TableEntry[]): Pick<SheetSnapshot, 'bareTables'> {
  const bare = tables.filter(({ sheet, hasHeadings }) => sheet === name && !hasHeadings);
  const areas = bare.map(({ area, hasTotalsRow }) => ({ ...area, rows: area.rows + (hasTotalsRow ? 1 : 0) }));
  return areas.length > 0 ? { bareTables: areas } : {};
}

function readNames(part: WorkbookPart): NameSnapshot[] {
  return part.names.map(({ name, localTo, text }) => ({
    name,
    scope: localTo === null ? null : (part.sheets[localTo]?.name ?? null),
    refersTo: fromFileFormula(text),
  }));
}

interface ReadSheet {
  readonly snapshot: SheetSnapshot;
  readonly facts: SheetFacts;
  readonly uncalculated: number;
  readonly firstUncalculated: { readonly row: number; readonly column: number } | null;
}

/** The sheets that hold documents. */
class DocumentSheets {
  private readonly names: ReadonlySet<string>;

  constructor({ names }: WorkbookPart) {
    const ranges = names.filter(({ name, localTo }) => localTo === null && isDocumentRange(name));
    this.names = new Set(ranges.flatMap(({ text }) => placeOfReference(`=${text}`)?.sheet ?? []));
  }

  has(sheet: string): boolean {
    return this.names.has(sheet);
  }

  /** Notes, rules and uses that stay behind when the rows of a document move; none without a document. */
  lists(parts: XlsxPackage, { name, path }: SheetEntry, root: XmlElement): Partial<SheetSnapshot> {
    if (path === null || this.names.size === 0) return {};
    const isUsed = (formula: string): boolean =>
      this.has(name) || sheetsNamedIn(formula).some((sheet) => this.has(sheet));
    return { ...(this.has(name) && attachedOf(parts, path, root)), ...otherUsesOf(parts, path, root, isUsed) };
  }
}

function readSheet(parts: XlsxPackage, entry: SheetEntry, context: ScanContext, documents: DocumentSheets): ReadSheet {
  const { id, name, visibility, path } = entry;
  if (path === null) {
    const snapshot = {
      id,
      name,
      visibility,
      isProtected: false,
      used: null,
      values: [],
      formulas: new Map(),
      hiddenRows: new Set<number>(),
    };
    return {
      snapshot,
      facts: { entry, merges: [], arrays: [], filter: null, isOrdered: true },
      uncalculated: 0,
      firstUncalculated: null,
    };
  }
  const { root, grid } = parts.consume(path, (content) => {
    const frame = frameOf(content, path);
    return { root: frame.root, grid: scanRows(frame, context) };
  });
  const protection = childOf(root, 'sheetProtection');
  const charts = readCharts(parts, path);
  const merges = mergesOf(root);
  const contents = grid.finish();
  const hiddenColumns = contents.used && hiddenColumnsOf(root, contents.used);
  const snapshot = {
    id,
    name,
    visibility,
    isProtected: isTrue(protection && attributeOf(protection, 'sheet')),
    ...contents,
    hiddenRows: grid.hiddenRows,
    ...(hiddenColumns && hiddenColumns.size > 0 && { hiddenColumns }),
    ...(grid.struck.size > 0 && { struck: grid.struck }),
    ...(merges.length > 0 && { merges }),
    ...(charts.length > 0 && { charts }),
    ...documents.lists(parts, entry, root),
  };
  const filter = childOf(root, 'autoFilter');
  const facts = {
    entry,
    merges,
    arrays: grid.arrays,
    filter: filter ? parseArea(attributeOf(filter, 'ref') ?? '') : null,
    isOrdered: grid.isOrdered,
  };
  return { snapshot, facts, uncalculated: grid.uncalculated, firstUncalculated: grid.firstUncalculated };
}
