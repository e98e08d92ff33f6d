/**
 * A workbook file, read whole when it is opened: what comes after cannot fail for a reason that opening would have
 * shown. Writing splices the parts that a plan touches and copies every other one as it was.
 */
import type { Failure } from '../../workbook/failure';
import type { Result } from '../../domain/result';
import { type Area, parseArea } from '../../workbook/cells';
import type { WritePlan } from '../../workbook/plan';
import type { NameSnapshot, SheetSnapshot, WorkbookSnapshot } from '../../workbook/snapshot';
import { readCharts } from './read/drawing-part';
import { type Codec, PORTABLE_CODEC } from './package/codec';
import { fromFileFormula } from './formula';
import { XlsxPackage } from './package/package';
import { guarded } from './package/refusal';
import { readSharedStringsOf } from './package/shared-strings-part';
import { frameOf, mergesOf } from './package/sheet-frame';
import { type ScanContext, scanRows } from './read/sheet-scan';
import { readTables, type TableEntry } from './read/table-part';
import { readWorkbookPart, type SheetEntry, type WorkbookPart } from './package/workbook-part';
import { attributeOf, childOf, isTrue } from './package/xml-tree';
import { applyPlan } from './write/apply-plan';

/** How far the stored results of formulas can be trusted. */
export interface CalculationState {
  /** Formula cells without a stored result (they read as `#CALC!`), and the first of them. */
  readonly uncalculated: number;
  readonly first: { readonly sheet: string; readonly row: number; readonly column: number } | null;
  /** The file asks Excel to compute everything again: results may be older than the data. */
  readonly isPending: boolean;
}

/** What writing needs to know of a sheet beyond its snapshot. */
export interface SheetFacts {
  readonly entry: SheetEntry;
  readonly merges: readonly Area[];
  /** Array formulas and data tables of more than one cell. */
  readonly arrays: readonly Area[];
  /** The area that the sheet's own filter covers. */
  readonly filter: Area | null;
}

/** What is known of a file once it is open. */
export interface OpenedWorkbook {
  readonly parts: XlsxPackage;
  readonly part: WorkbookPart;
  readonly snapshot: WorkbookSnapshot;
  readonly tables: readonly TableEntry[];
  readonly facts: ReadonlyMap<string, SheetFacts>;
}

/** Opens a workbook; refuses with the reason a file that is not one, is encrypted, is damaged or is too large. */
export function openXlsx(bytes: Uint8Array, codec: Codec = PORTABLE_CODEC): Result<XlsxFile, Failure> {
  return guarded(() => new XlsxFile(bytes, codec));
}

export class XlsxFile {
  readonly calculation: CalculationState;
  private readonly opened: OpenedWorkbook;

  /** Use `openXlsx`. */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly codec: Codec,
  ) {
    const { opened, calculation } = readWorkbook(new XlsxPackage(bytes, codec));
    this.opened = opened;
    this.calculation = calculation;
  }

  /** The workbook as it was when opened. */
  read(): WorkbookSnapshot {
    return this.opened.snapshot;
  }

  /** A new file with the plan carried out, or the reason why nothing was. This object does not change. */
  apply(plan: WritePlan): Result<Uint8Array, Failure> {
    return guarded(() => applyPlan({ ...this.opened, parts: new XlsxPackage(this.bytes, this.codec) }, plan));
  }
}

function readWorkbook(parts: XlsxPackage): { opened: OpenedWorkbook; calculation: CalculationState } {
  const part = readWorkbookPart(parts);
  const context = { strings: readSharedStringsOf(parts, part.path), uses1904Dates: part.uses1904Dates };
  const read = part.sheets.map((entry) => readSheet(parts, entry, context));
  const tables = part.sheets.flatMap((entry) => (entry.path === null ? [] : readTables(parts, entry.path, entry.name)));
  const snapshot = {
    sheets: read.map((sheet) => sheet.snapshot),
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

function readSheet(parts: XlsxPackage, entry: SheetEntry, context: ScanContext): ReadSheet {
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
      facts: { entry, merges: [], arrays: [], filter: null },
      uncalculated: 0,
      firstUncalculated: null,
    };
  }
  const frame = frameOf(parts.content(path), path);
  const grid = scanRows(frame, context);
  const protection = childOf(frame.root, 'sheetProtection');
  const charts = readCharts(parts, path);
  const snapshot = {
    id,
    name,
    visibility,
    isProtected: isTrue(protection && attributeOf(protection, 'sheet')),
    ...grid.finish(),
    formulas: grid.formulas,
    hiddenRows: grid.hiddenRows,
    ...(charts.length > 0 && { charts }),
  };
  const filter = childOf(frame.root, 'autoFilter');
  const facts = {
    entry,
    merges: mergesOf(frame),
    arrays: grid.arrays,
    filter: filter ? parseArea(attributeOf(filter, 'ref') ?? '') : null,
  };
  return { snapshot, facts, uncalculated: grid.uncalculated, firstUncalculated: grid.firstUncalculated };
}
