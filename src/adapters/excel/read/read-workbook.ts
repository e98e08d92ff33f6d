/**
 * Reads a workbook as a snapshot, or again only what changed since an earlier one. A sheet that is too large is refused
 * by name.
 */
import type { Failure } from '../../../workbook/failure';
import { failure, success, type Result } from '../../../domain/result';
import type { Area } from '../../../workbook/cells';
import type { SheetSnapshot, WorkbookSnapshot } from '../../../workbook/snapshot';
import { intersection, sameArea } from '../excel-ranges';
import { readPieces, type Piece, type SendRequest } from './read-pieces';
import { SheetCells } from './sheet-cells';
import { readStructure, type SheetStructure, type Structure } from './structure';
import { readSpills } from './read-spills';
import { BesideReading, type EarlierBeside } from './read-beside';

/** More cells than any ledger: rather a leftover value in the last column. */
const MOST_CELLS_PER_SHEET = 4_000_000;
/** Up to this size, a sheet is read completely as soon as anything in it may have changed. */
const SMALL_SHEET_CELLS = 20_000;

export interface WorkbookReading {
  readonly snapshot: WorkbookSnapshot;
  readonly calculatesOnDemand: boolean;
}

/** Reads the workbook; with an earlier reading, only what its changes concern. `givesNotes`: this Excel does. */
export async function readWorkbook(
  context: Excel.RequestContext,
  known: EarlierBeside | null,
  pause: () => Promise<void>,
  givesNotes: boolean,
): Promise<Result<WorkbookReading, Failure>> {
  const beside = new BesideReading(context, givesNotes, known);
  const request = <T>(load: () => T): Promise<T> => beside.request(load);
  const structure = await readStructure(context, request);
  const tooLarge = structure.sheets.find(
    ({ used }) => used !== null && used.rows * used.columns > MOST_CELLS_PER_SHEET,
  );
  if (tooLarge) return failure({ code: 'tooLarge', what: tooLarge.name, limit: String(MOST_CELLS_PER_SHEET) });
  const plans = structure.sheets.map((sheet) => planSheet(sheet, known));
  await readPieces(
    context,
    plans.flatMap(({ pieces }) => pieces),
    pause,
    request,
  );
  await beside.finish();
  await addSpills(context, plans, pause, request);
  return success({
    snapshot: {
      ...snapshotOf(
        structure,
        plans.map(({ sheet, cells }) => sheetSnapshot(sheet, cells, structure, beside)),
      ),
      ...beside.unread(),
    },
    calculatesOnDemand: structure.calculatesOnDemand,
  });
}

/** The areas that formulas fill; their cells change without an event, and are read again in a sheet that was kept. */
async function addSpills(
  context: Excel.RequestContext,
  plans: readonly SheetPlan[],
  pause: () => Promise<void>,
  request: SendRequest,
): Promise<void> {
  const spilling = plans.flatMap(({ sheet: { id: sheetId, spills }, cells, isKept }) =>
    spills === 'some' && cells ? [{ sheetId, cells, isKept }] : [],
  );
  if (spilling.length === 0) return;
  await readSpills(context, spilling);
  const pieces = spilling.flatMap(({ sheetId, cells, isKept }) =>
    isKept
      ? cells.arrayAreas.flatMap((filled) => {
          const area = intersection(filled, cells.used);
          return area ? [{ sheetId, cells, area, what: 'contents' as const }] : [];
        })
      : [],
  );
  await readPieces(context, pieces, pause, request);
}

interface SheetPlan {
  readonly sheet: SheetStructure;
  readonly cells: SheetCells | null;
  readonly pieces: readonly Piece[];
  /** True for cells of an earlier reading. */
  readonly isKept: boolean;
}

function planSheet(sheet: SheetStructure, known: EarlierBeside | null): SheetPlan {
  const { used } = sheet;
  if (!used) return { sheet, cells: null, pieces: [], isKept: false };
  const before = known?.sheets.find(({ id }) => id === sheet.id);
  const changed = known?.changes.get(sheet.id) ?? [];
  const cells =
    before && changed !== 'whole' && isWorthKeeping(before, used, changed) ? SheetCells.from(before, used) : null;
  const plan =
    cells && changed !== 'whole'
      ? { cells, pieces: partsToRead(sheet.id, cells, changed) }
      : wholeSheet(sheet.id, used);
  return {
    sheet,
    cells: plan.cells,
    isKept: plan.cells === cells,
    pieces: [...plan.pieces, ...hiddenLinesToRead(sheet, plan.cells), ...struckRowsToRead(sheet, plan.cells)],
  };
}

function wholeSheet(sheetId: string, used: Area): { cells: SheetCells; pieces: Piece[] } {
  const cells = new SheetCells(used);
  return { cells, pieces: [{ sheetId, cells, area: used, what: 'contents' }] };
}

/** Reused: a sheet without reported changes or formulas, or a large one, of which only parts are read. */
function isWorthKeeping(before: SheetSnapshot, used: Area, changed: readonly Area[]): boolean {
  const isUntouched = changed.length === 0 && before.formulas.size === 0 && sameArea(before.used, used);
  return (
    isUntouched ||
    (before.used !== null && used.rows * used.columns > SMALL_SHEET_CELLS && isExplained(before.used, used, changed))
  );
}

/**
 * True when the reported changes explain how the used area moved; otherwise an event was missed, and the whole sheet is
 * read.
 */
function isExplained(before: Area, used: Area, changed: readonly Area[]): boolean {
  if (sameArea(before, used)) return true;
  const reach = [before, ...changed];
  const top = Math.min(...reach.map((area) => area.top));
  const left = Math.min(...reach.map((area) => area.left));
  const bottom = Math.max(...reach.map((area) => area.top + area.rows));
  const right = Math.max(...reach.map((area) => area.left + area.columns));
  return (
    changed.length > 0 &&
    used.top >= top &&
    used.left >= left &&
    used.top + used.rows <= bottom &&
    used.left + used.columns <= right
  );
}

/** The edited areas, and the results of every formula: a result changes without any event. */
function partsToRead(sheetId: string, cells: SheetCells, changed: readonly Area[]): Piece[] {
  const edited = changed.flatMap((area) => {
    const inside = intersection(area, cells.used);
    return inside ? [{ sheetId, cells, area: inside, what: 'contents' as const }] : [];
  });
  const results = [...cells.formulaColumns()].map(([column, { first, last }]) => ({
    sheetId,
    cells,
    area: { top: first, left: column, rows: last - first + 1, columns: 1 },
    what: 'results' as const,
  }));
  return [...edited, ...results];
}

function hiddenLinesToRead({ id: sheetId, hidden, hiddenColumns }: SheetStructure, cells: SheetCells): Piece[] {
  if (hidden === 'all') cells.hideAllRows();
  if (hiddenColumns === 'all') cells.hideAllColumns();
  return [
    ...(hidden === 'some' ? [{ sheetId, cells, area: { ...cells.used, columns: 1 }, what: 'rows' as const }] : []),
    ...(hiddenColumns === 'some'
      ? [{ sheetId, cells, area: { ...cells.used, rows: 1 }, what: 'columns' as const }]
      : []),
  ];
}

/** Read each time, as hidden rows are: the event of a changed format does not report which one. */
function struckRowsToRead({ id, struck }: SheetStructure, cells: SheetCells): Piece[] {
  return struck === 'some' ? [{ sheetId: id, cells, area: cells.used, what: 'struckRows' }] : [];
}

function sheetSnapshot(
  sheet: SheetStructure,
  cells: SheetCells | null,
  { bareTables, documents }: Structure,
  beside: BesideReading,
): SheetSnapshot {
  const { id, name, visibility, isProtected, charts } = sheet;
  const contents = cells?.snapshot() ?? {
    used: null,
    values: [],
    formulas: new Map<number, string>(),
    hiddenRows: new Set<number>(),
  };
  const bare = bareTables.filter((table) => table.sheet === name).map(({ area }) => area);
  const commented = documents.has(name) ? beside.commentedIn(id) : [];
  const attached = commented.map((area) => ({ kind: 'note', area, isFixed: true }) as const);
  return {
    ...{ id, name, visibility, isProtected },
    ...contents,
    ...(attached.length > 0 && { attached }),
    ...(bare.length > 0 && { bareTables: bare }),
    ...beside.textsOf(id, sheet.isOfCharts),
    ...beside.mergesOf(id),
    ...(charts.length > 0 && { charts }),
  };
}

function snapshotOf(
  { name, tables, names, uses1904Dates, structureProtected }: Structure,
  sheets: readonly SheetSnapshot[],
): WorkbookSnapshot {
  return { name, sheets, tables, names, uses1904Dates, structureProtected };
}
