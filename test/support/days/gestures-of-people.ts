/** Edits by people in a simulated day, at this screen or elsewhere: none goes through the add-in. */
import type {
  Grid,
  GridArea,
  GridCellChange,
  GridOrigin,
  GridSheet,
  GridTable,
  GridValue,
} from '../../../workbench/host/grid';
import type { Host } from '../../../workbench/host/host';
import type { Random } from '../worlds/random';
import { AMOUNT_AE, FIRST_DAY, HEADINGS, ledgerRow, typedValue } from './world-of-day';

/** Where a gesture happens. */
export interface Scene {
  readonly grid: Grid;
  readonly host: Host;
  readonly random: Random;
  /** Puts back what the last gesture on cells replaced; null without one. */
  undoLast: (() => void) | null;
  /** Somebody changed a table or a column of this sheet in a way that Excel does not announce. */
  readonly reshaped: (sheetId: string) => void;
  /** Changes cells as a sort, or its undo, does: the rows move, and nobody types anything. */
  readonly sorting: (change: () => void) => void;
}

export type Gesture = (scene: Scene) => void;

/** The gestures on cells, rows and sheets by name, with how often each is drawn. */
export const GESTURES_ON_CELLS: Readonly<Record<string, { readonly weight: number; readonly act: Gesture }>> = {
  type: { weight: 40, act: type },
  typeDateForAmount: { weight: 2, act: typeDateForAmount },
  crossOut: { weight: 2, act: crossOut },
  reformat: { weight: 2, act: reformat },
  typeElsewhere: { weight: 10, act: typeElsewhere },
  paste: { weight: 6, act: (scene) => paste(scene, scene.random.whole(2, 30)) },
  pasteLarge: { weight: 0.05, act: (scene) => paste(scene, 5_000) },
  fill: { weight: 6, act: fill },
  sort: { weight: 4, act: sort },
  filter: { weight: 4, act: filter },
  insertRows: { weight: 5, act: insertRows },
  deleteRows: { weight: 4, act: deleteRows },
  insertColumn: { weight: 1, act: insertColumn },
  renameSheet: { weight: 2, act: renameSheet },
  deleteSheet: { weight: 0.7, act: deleteSheet },
  addSheet: { weight: 1, act: addSheet },
  undo: { weight: 5, act: undo },
  unannounced: { weight: 3, act: (scene) => scene.host.unannounced(() => type(scene)) },
  protect: { weight: 2, act: protect },
  unprotect: { weight: 5, act: unprotect },
};

/** The ledger, wherever it is now; null once it is gone. */
export function ledgerOf(
  grid: Grid,
): { readonly sheet: GridSheet; readonly table: GridTable | null; readonly area: GridArea } | null {
  const table = grid.tables().find(({ name }) => name === 'T_Suivi') ?? null;
  const sheet = table ? grid.sheet(table.sheetId) : grid.sheets().find(({ name }) => name.startsWith('Suivi'));
  if (!sheet) return null;
  const area = table?.area ?? grid.usedArea(sheet.id, 'values');
  return area && { sheet, table, area };
}

/** People reach no other sheet. */
export function visibleSheets(grid: Grid): GridSheet[] {
  return grid.sheets().filter(({ visibility }) => visibility === 'visible');
}

/** People's gestures are refused by Excel on a protected sheet. */
export function write(
  scene: Scene,
  sheetId: string,
  top: number,
  left: number,
  values: readonly (readonly GridValue[])[],
): void {
  const changes = values.map((line) => line.map((value) => ({ value })));
  writeChanges(scene, sheetId, top, left, changes);
}

function writeChanges(scene: Scene, sheetId: string, top: number, left: number, changes: GridCellChange[][]): void {
  const { grid } = scene;
  if (grid.sheet(sheetId)?.isProtected !== false) return;
  const area = { top, left, rows: changes.length, columns: changes[0]?.length ?? 1 };
  const before = changesOf(grid, sheetId, area);
  scene.undoLast = () => {
    if (grid.sheet(sheetId)?.isProtected === false) grid.writeCells(sheetId, top, left, before);
  };
  grid.writeCells(sheetId, top, left, changes);
}

/** The cells of an area, to be written elsewhere or given back. */
export function changesOf(grid: Grid, sheetId: string, area: GridArea): GridCellChange[][] {
  const formulas = grid.readFormulas(sheetId, area);
  const formats = grid.readNumberFormats(sheetId, area);
  return grid.readValues(sheetId, area).map((line, r) =>
    line.map((value, c) => {
      const formula = formulas[r]?.[c] ?? null;
      const look = { numberFormat: formats[r]?.[c] ?? 'General' };
      return formula === null ? { value, ...look } : { formula, ...look };
    }),
  );
}

function type(scene: Scene): void {
  const ledger = ledgerOf(scene.grid);
  if (!ledger) return;
  const { random } = scene;
  const { top, left, rows } = ledger.area;
  const column = random.chance(0.4) ? AMOUNT_AE : random.whole(0, HEADINGS.length - 1);
  const row = top + random.whole(1, Math.min(rows, 40));
  write(scene, ledger.sheet.id, row, left + column, [[typedValue(column, random)]]);
}

/** 12/05/2023 in the place of an amount: Excel gives the cell a date format, and keeps a number. */
function typeDateForAmount(scene: Scene): void {
  const ledger = ledgerOf(scene.grid);
  if (!ledger) return;
  const { random } = scene;
  const row = ledger.area.top + random.whole(1, Math.min(ledger.area.rows, 40));
  const date = { value: FIRST_DAY + random.whole(0, 360), numberFormat: 'dd/mm/yyyy' };
  writeChanges(scene, ledger.sheet.id, row, ledger.area.left + AMOUNT_AE, [[date]]);
}

/** A row that somebody cancels by crossing it out, or takes up again. */
function crossOut({ grid, random }: Scene): void {
  const ledger = ledgerOf(grid);
  if (!ledger || ledger.sheet.isProtected) return;
  const { top, left, rows, columns } = ledger.area;
  const row = top + random.whole(1, Math.min(rows, 20));
  const strike = random.chance(0.6);
  grid.formatArea(ledger.sheet.id, { top: row, left, rows: 1, columns }, { style: { strike } });
}

/** The amounts of a few rows get another number format. */
function reformat({ grid, random }: Scene): void {
  const ledger = ledgerOf(grid);
  if (!ledger || ledger.sheet.isProtected) return;
  const { top, left, rows } = ledger.area;
  const area = { top: top + random.whole(1, Math.min(rows, 20)), left: left + AMOUNT_AE, rows: 3, columns: 1 };
  const numberFormat = random.pick(['dd/mm/yyyy', 'General', '#,##0.00', '@', '0%', '0.0 "k€"', '[$$-409]0']);
  grid.formatArea(ledger.sheet.id, area, { numberFormat });
}

/** On any visible sheet: notes, the convention, a document of ours. */
function typeElsewhere(scene: Scene): void {
  const { grid, random } = scene;
  const sheet = random.pick(visibleSheets(grid));
  const used = grid.usedArea(sheet.id, 'values') ?? { top: 0, left: 0, rows: 1, columns: 1 };
  const row = used.top + random.whole(0, used.rows);
  const column = used.left + random.whole(0, Math.min(used.columns, 12));
  const value = random.pick<GridValue>(['note', 100, null, "l'avis", '=texte', 0.5, 'PDE']);
  write(scene, sheet.id, row, column, [[value]]);
}

function paste(scene: Scene, rows: number): void {
  const ledger = ledgerOf(scene.grid);
  if (!ledger) return;
  const { top, left } = ledger.area;
  const from = top + scene.random.whole(1, Math.min(ledger.area.rows, 20));
  write(
    scene,
    ledger.sheet.id,
    from,
    left,
    Array.from({ length: rows }, () => ledgerRow(scene.random) as GridValue[]),
  );
}

function fill(scene: Scene): void {
  const ledger = ledgerOf(scene.grid);
  if (!ledger || ledger.area.rows < 3) return;
  const { random, grid } = scene;
  const { top, left, rows } = ledger.area;
  const row = top + random.whole(1, Math.min(rows - 2, 20));
  const column = left + random.whole(0, HEADINGS.length - 1);
  const [[value = null] = []] = grid.readValues(ledger.sheet.id, { top: row, left: column, rows: 1, columns: 1 });
  const count = random.whole(1, Math.min(8, rows - 1 - (row - top)));
  write(
    scene,
    ledger.sheet.id,
    row + 1,
    column,
    Array.from({ length: count }, () => [value]),
  );
}

function sort(scene: Scene): void {
  const ledger = ledgerOf(scene.grid);
  if (!ledger || ledger.area.rows < 3 || ledger.area.rows > 200) return;
  const { top, left, rows, columns } = ledger.area;
  const body = { top: top + 1, left, rows: rows - 1, columns };
  const by = scene.random.whole(0, columns - 1);
  const order = (line: readonly GridValue[]): string => JSON.stringify(line[by] ?? null);
  const lines = scene.grid.readValues(ledger.sheet.id, body);
  if (scene.grid.readFormulas(ledger.sheet.id, body).some((line) => line.some((formula) => formula !== null))) return;
  const sorted = [...lines].sort((one, other) => (order(one) < order(other) ? -1 : 1));
  const { id } = ledger.sheet;
  const before = scene.undoLast;
  scene.host.sort(id, body, () => scene.sorting(() => write(scene, id, body.top, left, sorted)));
  const giveBack = scene.undoLast;
  if (!giveBack || giveBack === before) return;
  const isAsSorted = (): boolean => JSON.stringify(scene.grid.readValues(id, body)) === JSON.stringify(sorted);
  // what was typed since is overwritten by people, and is no row that moved
  scene.undoLast = () => (isAsSorted() ? scene.sorting(giveBack) : giveBack());
}

function filter({ grid, random }: Scene): void {
  const ledger = ledgerOf(grid);
  if (!ledger || ledger.sheet.isProtected) return;
  const { top, rows } = ledger.area;
  const first = top + random.whole(1, Math.min(rows, 20));
  grid.setRowsHidden(ledger.sheet.id, first, random.whole(1, 5), random.chance(0.5));
}

function insertRows({ grid, random }: Scene): void {
  const sheet = random.chance(0.8) ? ledgerOf(grid)?.sheet : random.pick(visibleSheets(grid));
  if (!sheet || sheet.isProtected || sheet.visibility !== 'visible') return;
  const top = ledgerOf(grid)?.area.top ?? 0;
  grid.insertRows(sheet.id, top + random.whole(0, 10), random.whole(1, 3));
}

function deleteRows({ grid, random }: Scene): void {
  const ledger = ledgerOf(grid);
  if (!ledger || ledger.sheet.isProtected || ledger.area.rows < 5) return;
  const first = random.whole(1, Math.min(ledger.area.rows - 3, 30));
  grid.deleteRows(ledger.sheet.id, ledger.area.top + first, random.whole(1, Math.min(2, ledger.area.rows - 2 - first)));
}

/** Rows that a paste of thousands leaves after the next quiet moment: each reading costs as much as the paste. */
const MOST_ROWS = 120;

/** Somebody deletes the last rows of a ledger that a large paste made long; a small one stays. */
export function shortenLedger(grid: Grid): void {
  const ledger = ledgerOf(grid);
  if (!ledger || ledger.sheet.isProtected || ledger.area.rows <= MOST_ROWS) return;
  grid.deleteRows(ledger.sheet.id, ledger.area.top + MOST_ROWS, ledger.area.rows - MOST_ROWS);
}

function insertColumn({ grid, random }: Scene): void {
  const sheet = random.pick(visibleSheets(grid));
  if (sheet.isProtected || sheet.visibility !== 'visible') return;
  grid.insertColumns(sheet.id, random.whole(0, 3), 1);
}

function renameSheet({ grid, random }: Scene): void {
  const sheet = random.pick(visibleSheets(grid));
  if (sheet.visibility !== 'visible' || grid.structureProtected) return;
  const name = `${sheet.name.slice(0, 20)} ${random.whole(2, 99)}`;
  if (!grid.sheets().some((other) => other.name.toLowerCase() === name.toLowerCase()))
    grid.changeSheet(sheet.id, { name });
}

function deleteSheet({ grid, random }: Scene): void {
  const visible = visibleSheets(grid);
  const sheet = random.pick(visible);
  const isKept = sheet.name.startsWith('Suivi') || sheet.name.startsWith('Tableau');
  if (!isKept && visible.length > 1 && !grid.structureProtected) grid.deleteSheet(sheet.id);
}

function addSheet({ grid, random }: Scene): void {
  const name = random.pick(['Brouillon', 'Journal', 'Annexe 1', 'Convention', 'Feuil9']);
  if (grid.structureProtected || grid.sheets().some((sheet) => sheet.name === name)) return;
  const sheet = grid.addSheet(name);
  grid.writeCells(sheet.id, 0, 0, [[{ value: 'à nous' }, { value: 42 }]]);
}

function undo(scene: Scene): void {
  scene.undoLast?.();
  scene.undoLast = null;
}

function protect({ grid, random }: Scene): void {
  if (random.chance(0.2)) grid.structureProtected = true;
  else grid.changeSheet(random.pick(visibleSheets(grid)).id, { isProtected: true });
}

function unprotect({ grid }: Scene): void {
  grid.structureProtected = false;
  for (const { id, isProtected } of grid.sheets()) if (isProtected) grid.changeSheet(id, { isProtected: false });
}

/** One person in four is a co-author. */
export function originOf(random: Random): GridOrigin {
  return random.chance(0.25) ? 'coauthor' : 'user';
}
