/** A workbook file read whole: its snapshot, and the facts that writing to it needs. */
import { type Area, parseArea } from '../../../workbook/cells';
import { overlap } from '../../../workbook/reading/our-areas';
import {
  columnOfKey,
  rowOfKey,
  type NameSnapshot,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from '../../../workbook/snapshot';
import { fromFileFormula } from '../formula';
import type { XlsxPackage } from '../package/package';
import { readSharedStrings } from '../package/shared-strings';
import { frameOf, hiddenColumnsOf, mergesOf } from '../package/sheet-frame';
import { readWorkbookPart, type SheetEntry, type WorkbookPart } from '../package/workbook-part';
import { attributeOf, childOf, isTrue } from '../package/xml-tree';
import { DocumentSheets } from './document-sheets';
import { readCharts } from './drawing-part';
import type { ScanContext } from './scan-context';
import { scanRows } from './sheet-scan';
import { struckStylesOf } from './struck-styles';
import { numberStylesOf } from './number-styles';
import { darkTablesOn, whiteStylesOf } from './white-styles';
import { paintsOf, veiledCells, type Paints } from './veiling-rules';
import { Colors } from './look/colors';
import { readTables, type TableEntry } from './table-part';
import { textsBeside } from './texts-beside';

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
    whiteStyles: whiteStylesOf(parts, part.path),
  };
  const paints = paintsOfWorkbook(parts, part.path);
  const documents = new DocumentSheets(part);
  const read = part.sheets.map((entry) => readSheet(parts, entry, context, { paints, documents }));
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

/** The conditional formats of the workbook: `styles.xml` is read as a tree when a sheet has a rule. */
function paintsOfWorkbook(parts: XlsxPackage, workbookPath: string): Paints {
  const path = parts.related(workbookPath, 'styles');
  return paintsOf(
    () => (path === null ? null : parts.tree(path).root),
    (styles) => Colors.of(parts, workbookPath, styles),
  );
}

/** The white cells of a sheet, without those of Tables that have a dark ground. */
function whiteOn(parts: XlsxPackage, path: string, white: ReadonlySet<number>): ReadonlySet<number> {
  const dark = white.size === 0 ? [] : darkTablesOn(parts, path);
  if (dark.length === 0) return white;
  const isDark = (key: number): boolean =>
    dark.some((area) => overlap(area, { top: rowOfKey(key), left: columnOfKey(key), rows: 1, columns: 1 }));
  return new Set([...white].filter((key) => !isDark(key)));
}

function readSheet(
  parts: XlsxPackage,
  entry: SheetEntry,
  context: ScanContext,
  { paints, documents }: { readonly paints: Paints; readonly documents: DocumentSheets },
): ReadSheet {
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
    ...veiledCells(root, contents, whiteOn(parts, path, grid.white), paints),
    ...(merges.length > 0 && { merges }),
    ...(grid.arrays.length > 0 && { arrays: grid.arrays }),
    ...(charts.length > 0 && { charts }),
    ...textsBeside(parts, path, root, contents.used === null),
    ...documents.lists(parts, entry, root, grid.dataInputs),
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
