/**
 * Changes by people in a simulated day to sheets, tables, names and columns, rather than to contents of cells. Excel
 * announces neither a table whose edge is dragged nor hidden columns: `Scene.reshaped` lets the auditor know.
 */
import type { GridArea, GridSheet, GridTable } from '../../../workbench/host/grid';
import { changesOf, ledgerOf, visibleSheets, write, type Gesture, type Scene } from './gestures-of-people';
import { HEADINGS } from './world-of-day';

/** The gestures by name, with how often each is drawn. */
export const GESTURES_OF_STRUCTURE: Readonly<Record<string, { readonly weight: number; readonly act: Gesture }>> = {
  growTable: { weight: 1, act: (scene) => resize(scene, scene.random.whole(1, 4)) },
  shrinkTable: { weight: 1, act: (scene) => resize(scene, -scene.random.whole(1, 3)) },
  convertToRange: { weight: 0.3, act: convertToRange },
  renameTable: { weight: 0.3, act: renameTable },
  deleteName: { weight: 0.7, act: deleteName },
  hideSheet: { weight: 1, act: hideSheet },
  showSheet: { weight: 1.5, act: showSheet },
  moveSheet: { weight: 1, act: moveSheet },
  hideColumns: { weight: 1, act: hideColumns },
  deleteColumn: { weight: 0.3, act: deleteColumn },
  typeHeading: { weight: 1, act: typeHeading },
  clear: { weight: 3, act: clear },
  cutAndPaste: { weight: 3, act: cutAndPaste },
  copySheet: { weight: 0.3, act: copySheet },
};

const MOST_SHEETS = 12;

/** A table that people reach, most often the ledger's. */
function reachedTable({ grid, random }: Scene): GridTable | null {
  const reached = grid.tables().filter(({ sheetId }) => isReached(grid.sheet(sheetId)));
  if (reached.length === 0) return null;
  return (random.chance(0.5) && reached.find(({ name }) => name === 'T_Suivi')) || random.pick(reached);
}

function isReached(sheet: GridSheet | undefined): boolean {
  return sheet?.visibility === 'visible' && !sheet.isProtected;
}

/** The lower edge of a table is dragged; Excel keeps one row of data, and no table over another. */
function resize(scene: Scene, rows: number): void {
  const table = reachedTable(scene);
  if (!table || table.hasTotalsRow) return;
  const area = { ...table.area, rows: Math.max(2, table.area.rows + rows) };
  const below = { ...area, top: table.area.top + table.area.rows, rows: Math.max(0, rows) };
  const isFree = scene.grid
    .tables()
    .every(({ id, sheetId, area: other }) => id === table.id || sheetId !== table.sheetId || isApart(other, below));
  if (!isFree) return;
  scene.grid.changeTable(table.id, { area });
  scene.reshaped(table.sheetId);
}

function isApart(one: GridTable['area'], other: GridTable['area']): boolean {
  return (
    one.top + one.rows <= other.top ||
    other.top + other.rows <= one.top ||
    one.left + one.columns <= other.left ||
    other.left + other.columns <= one.left
  );
}

/** The undo makes a table again where the headings still are. */
function convertToRange(scene: Scene): void {
  const { grid } = scene;
  const table = reachedTable(scene);
  if (!table) return;
  const { name, sheetId, area, hasTotalsRow, style } = table;
  grid.deleteTable(table.id);
  scene.reshaped(sheetId);
  scene.undoLast = () => {
    if (!isReached(grid.sheet(sheetId)) || !isNew(scene, name)) return;
    const [headings = []] = grid.readValues(sheetId, { ...area, rows: 1 });
    const isFree = grid.tables().every((other) => other.sheetId !== sheetId || isApart(other.area, area));
    if (!isFree || headings.some((heading, index) => heading !== table.columns[index])) return;
    grid.addTable({ name, sheetId, area, hasTotalsRow, style });
    scene.reshaped(sheetId);
  };
}

function isNew({ grid }: Scene, name: string): boolean {
  return grid.tables().every((table) => table.name.toLowerCase() !== name.toLowerCase());
}

function renameTable(scene: Scene): void {
  const { grid, random } = scene;
  const table = reachedTable(scene);
  if (!table) return;
  const rename = (name: string): void => {
    if (!isNew(scene, name) || !grid.tables().some(({ id }) => id === table.id)) return;
    grid.changeTable(table.id, { name });
    scene.reshaped(table.sheetId);
  };
  rename(`${table.name.slice(0, 20)}_${random.whole(2, 99)}`);
  scene.undoLast = () => rename(table.name);
}

/** In the name manager. */
function deleteName({ grid, random }: Scene): void {
  const names = grid.names();
  if (names.length === 0) return;
  const { name, scope } = random.pick(names);
  grid.deleteName(name, scope);
}

function hideSheet({ grid, random }: Scene): void {
  const visible = visibleSheets(grid);
  if (visible.length > 1 && !grid.structureProtected)
    grid.changeSheet(random.pick(visible).id, { visibility: 'hidden' });
}

/** People show what is hidden; what is very hidden is not in their list. */
function showSheet({ grid, random }: Scene): void {
  const hidden = grid.sheets().filter(({ visibility }) => visibility === 'hidden');
  if (hidden.length > 0 && !grid.structureProtected)
    grid.changeSheet(random.pick(hidden).id, { visibility: 'visible' });
}

function moveSheet({ grid, random }: Scene): void {
  if (grid.structureProtected) return;
  const position = random.whole(0, grid.sheets().length - 1);
  grid.changeSheet(random.pick(visibleSheets(grid)).id, { position });
}

function hideColumns(scene: Scene): void {
  const { grid, random } = scene;
  const ledger = ledgerOf(grid);
  if (!ledger || ledger.sheet.isProtected) return;
  const first = ledger.area.left + random.whole(0, HEADINGS.length - 1);
  grid.setColumnsHidden(ledger.sheet.id, first, random.whole(1, 2), random.chance(0.5));
  scene.reshaped(ledger.sheet.id);
}

function deleteColumn({ grid, random }: Scene): void {
  const sheet = random.pick(visibleSheets(grid));
  if (!sheet.isProtected) grid.deleteColumns(sheet.id, random.whole(0, HEADINGS.length), 1);
}

/** Another word for a column, another unit, or none. */
function typeHeading(scene: Scene): void {
  const ledger = ledgerOf(scene.grid);
  if (!ledger) return;
  const { random } = scene;
  const column = random.whole(0, HEADINGS.length - 1);
  const heading = random.chance(0.6)
    ? (HEADINGS[column] ?? null)
    : random.pick(['Montant AE', 'Montant AE (k€)', 'AE', 'Observations', 'Fournisseur', null]);
  write(scene, ledger.sheet.id, ledger.area.top, ledger.area.left + column, [[heading]]);
}

/** The Delete key over a few cells of the ledger, or « Effacer tout », which takes the formats too. */
function clear({ grid, random }: Scene): void {
  const ledger = ledgerOf(grid);
  if (!ledger || ledger.sheet.isProtected) return;
  const { top, left, rows } = ledger.area;
  const area = {
    top: top + random.whole(1, Math.min(rows, 30)),
    left: left + random.whole(0, HEADINGS.length - 1),
    rows: random.whole(1, 3),
    columns: random.whole(1, 3),
  };
  grid.clearArea(ledger.sheet.id, area, random.chance(0.7) ? 'contents' : 'all');
}

/** A few cells of the ledger go elsewhere in it, or below it. */
function cutAndPaste(scene: Scene): void {
  const { grid, random } = scene;
  const ledger = ledgerOf(grid);
  if (!ledger || ledger.sheet.isProtected) return;
  const { top, left, rows } = ledger.area;
  const [height, width] = [random.whole(1, 2), random.whole(1, 3)];
  const place = (): GridArea => ({
    top: top + random.whole(1, Math.min(rows + 1, 30)),
    left: left + random.whole(0, HEADINGS.length - width),
    rows: height,
    columns: width,
  });
  const [from, to] = [place(), place()];
  const { id } = ledger.sheet;
  if (!isApart(from, to)) return;
  const [cut, covered] = [changesOf(grid, id, from), changesOf(grid, id, to)];
  grid.clearArea(id, from, 'contents');
  grid.writeCells(id, to.top, to.left, cut);
  scene.undoLast = () => {
    if (grid.sheet(id)?.isProtected !== false) return;
    grid.writeCells(id, to.top, to.left, covered);
    grid.writeCells(id, from.top, from.left, cut);
  };
}

/** « Créer une copie » of a sheet: its cells, without its tables. */
function copySheet({ grid, random }: Scene): void {
  const sheet = random.pick(visibleSheets(grid));
  const used = grid.usedArea(sheet.id, 'values');
  const name = `${sheet.name.slice(0, 25)} (2)`;
  const isTaken = grid.sheets().some((other) => other.name.toLowerCase() === name.toLowerCase());
  if (!used || isTaken || grid.structureProtected || grid.sheets().length >= MOST_SHEETS) return;
  const cells = changesOf(grid, sheet.id, used);
  grid.writeCells(grid.addSheet(name).id, used.top, used.left, cells);
}
