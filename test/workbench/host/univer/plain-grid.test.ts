/**
 * Law: the grid without an engine, on which the tests of the adapter and the simulated days run, does what Univer's
 * does. Any sequence of actions leaves the same workbook in both, and announces the same changes.
 */
import fc from 'fast-check';
import type { Grid, GridEvent, GridWorkbook } from '../../../../workbench/host/grid';
import { createHeadlessGrid } from '../../../../workbench/host/univer/headless';
import { area, workbookOf } from '../../../support/excel/grid-workbook';
import { PlainGrid } from '../../../support/grid/plain-grid';

const BOOK = (): GridWorkbook =>
  workbookOf(
    [
      {
        name: 'Suivi',
        blocks: {
          B2: [
            ['Axe', 'Poste', 'AE'],
            ['PDE', 'Frais', 120.5],
            ['SF', { value: '0012', numberFormat: '@' }, -3],
            ['SF', null, true],
          ],
          F8: [[{ value: 1, numberFormat: '0.00', style: { bold: true, fill: 'FFFF00' } }]],
        },
        more: { merges: [area('F2:G3')], hiddenRows: [9] },
      },
      { name: 'Bord', blocks: { A1: [['Titre']] } },
    ],
    [{ name: 'T_Suivi', sheet: 'Suivi', area: 'B2:D5' }],
    [{ name: 'ENV_AE', refersTo: '=Suivi!$D$3:$D$5' }],
  );

/** An action on a sheet by its rank. */
type Action = readonly [what: string, sheet: number, ...numbers: number[]];

const VALUES = ['PDE', 12.5, null, true, 'un texte long', 0, { error: '#N/A' }] as const;
const small = fc.nat({ max: 9 });
const action: fc.Arbitrary<Action> = fc.tuple(
  fc.constantFrom(
    ...['write', 'write', 'paste', 'format', 'clear', 'insertRows', 'deleteRows', 'insertColumns', 'deleteColumns'],
    ...['hideRows', 'hideColumns', 'merge', 'unmerge', 'rename', 'addSheet', 'deleteSheet', 'move'],
    ...['addTable', 'deleteTable', 'setName', 'deleteName', 'protect', 'hide'],
  ),
  fc.nat({ max: 1 }),
  ...([small, small, small, small, small] as const),
);

function act(grid: Grid, [what, rank, top = 0, left = 0, rows = 0, columns = 0, pick = 0]: Action): void {
  const sheet = grid.sheets()[rank % grid.sheets().length];
  if (!sheet) return;
  const { id } = sheet;
  const place = { top, left, rows: 1 + (rows % 3), columns: 1 + (columns % 3) };
  const value = VALUES[pick % VALUES.length] ?? null;
  const isFree = (name: string): boolean => grid.sheets().every((one) => one.name !== name);
  const overlaps = (other: { top: number; left: number; rows: number; columns: number }): boolean =>
    top < other.top + other.rows &&
    other.top < top + place.rows &&
    left < other.left + other.columns &&
    other.left < left + place.columns;
  switch (what) {
    case 'write':
      return grid.writeCells(id, top, left, [[{ value }]]);
    case 'paste':
      return grid.writeCells(
        id,
        top,
        left,
        Array.from({ length: place.rows }, () => [{ value }, null, { numberFormat: '0.00' }]),
      );
    case 'format':
      return grid.formatArea(id, place, { style: { bold: pick % 2 === 0, fill: pick % 3 === 0 ? null : 'DDEBF7' } });
    case 'clear':
      return grid.clearArea(id, place, (['all', 'contents', 'formats'] as const)[pick % 3] ?? 'all');
    case 'insertRows':
      return grid.insertRows(id, top, place.rows);
    case 'deleteRows':
      if (grid.tables().some((one) => one.sheetId === id && cutsEnd(one.area.top, one.area.rows, top, place.rows)))
        return;
      return grid.deleteRows(id, top, place.rows);
    case 'insertColumns':
      return grid.insertColumns(id, left, place.columns);
    case 'deleteColumns':
      if (
        grid.tables().some((one) => one.sheetId === id && cutsEnd(one.area.left, one.area.columns, left, place.columns))
      )
        return;
      return grid.deleteColumns(id, left, place.columns);
    case 'hideRows':
      return grid.setRowsHidden(id, top, place.rows, pick % 2 === 0);
    case 'hideColumns':
      return grid.setColumnsHidden(id, left, place.columns, pick % 2 === 0);
    case 'merge':
      if (place.rows * place.columns === 1 || grid.merges(id).some(overlaps)) return;
      if (grid.tables().some((table) => table.sheetId === id && overlaps(table.area))) return;
      return grid.merge(id, place);
    case 'unmerge':
      return grid.unmerge(id, place);
    case 'rename':
      return isFree(`Feuille ${pick}`) ? grid.changeSheet(id, { name: `Feuille ${pick}` }) : undefined;
    case 'addSheet':
      return isFree(`Ajout ${pick}`) ? void grid.addSheet(`Ajout ${pick}`, pick % 3) : undefined;
    case 'deleteSheet':
      return grid.sheets().length > 1 ? grid.deleteSheet(id) : undefined;
    case 'move':
      return grid.changeSheet(id, { position: pick % grid.sheets().length });
    case 'addTable':
      if (grid.tables().some((table) => table.sheetId === id && overlaps(table.area))) return;
      if (grid.merges(id).some(overlaps)) return;
      return grid.tables().some(({ name }) => name === `T${pick}`)
        ? undefined
        : void grid.addTable({
            name: `T${pick}`,
            sheetId: id,
            area: { ...place, rows: place.rows + 1 },
            hasTotalsRow: false,
            style: '',
          });
    case 'deleteTable': {
      const table = grid.tables()[pick % Math.max(1, grid.tables().length)];
      return table && grid.deleteTable(table.id);
    }
    case 'setName':
      return grid.setName({
        name: `N${pick}`,
        scope: null,
        refersTo: `=${quoted(sheet.name)}!$B$${1 + top}`,
        visible: true,
        comment: '',
      });
    case 'deleteName':
      return grid.names().some(({ name }) => name === `N${pick}`) ? grid.deleteName(`N${pick}`, null) : undefined;
    case 'protect':
      return grid.changeSheet(id, { isProtected: pick % 2 === 0 });
    default:
      return grid.changeSheet(id, { tabColor: pick % 2 === 0 ? '4472C4' : null });
  }
}

/** Univer gives a table a wrong place when a deletion goes over one of its ends, and not over the other. */
function cutsEnd(start: number, count: number, deleted: number, lines: number): boolean {
  const [last, lastDeleted] = [start + count - 1, deleted + lines - 1];
  const goesOver = (end: number): boolean => end >= deleted && end <= lastDeleted;
  return goesOver(start) !== goesOver(last);
}

const asOneCell = (refersTo: string): string => refersTo.replace(/!(\$\w+\$\d+):\1$/, '!$1');
const quoted = (name: string): string => (/^\w+$/.test(name) ? name : `'${name}'`);

/** Univer also selects what it inserts, and announces the names that follow. */
const ANNOUNCED: readonly GridEvent['kind'][] = [
  ...(['cellsChanged', 'sheetAdded', 'sheetDeleted', 'sheetRenamed', 'sheetMoved'] as const),
  ...(['tableAdded', 'tableDeleted'] as const),
];

/** The events with sheets and tables by name, since ids differ. */
function eventsOf(grid: Grid): string[] {
  const events: string[] = [];
  const nameOf = (id: string): string => grid.sheet(id)?.name ?? 'gone';
  grid.subscribe((event: GridEvent) => {
    if (!ANNOUNCED.includes(event.kind)) return;
    const facts = { ...event, ...('sheetId' in event && { sheetId: nameOf(event.sheetId) }) };
    events.push(JSON.stringify({ ...facts, tableId: undefined }));
  });
  return events;
}

/** Without ids, and with a lost reference written once: each grid has its own way. */
function contentsOf(grid: Grid): unknown {
  const { sheets, names, ...others } = grid.contents();
  const isThere = (refersTo: string): boolean => sheets.some(({ name }) => refersTo.startsWith(`=${quoted(name)}!$`));
  return {
    ...others,
    names: names.map((name) => ({ ...name, refersTo: isThere(name.refersTo) ? asOneCell(name.refersTo) : '=#REF!' })),
    sheets: sheets.map(({ id: _, merges, ...sheet }) => ({
      ...sheet,
      merges: merges.map((one) => JSON.stringify(one)).sort(),
    })),
  };
}

test('a name that is defined again keeps its place among the others', () => {
  for (const grid of [createHeadlessGrid(BOOK()), new PlainGrid(BOOK())]) {
    const define = (name: string): void =>
      grid.setName({ name, scope: null, refersTo: '=Suivi!$B$1', visible: true, comment: '' });
    ['N6', 'N0', 'N6'].forEach(define);
    expect(grid.names().map(({ name }) => name)).toEqual(['ENV_AE', 'N6', 'N0']);
    grid.dispose();
  }
});

test('any sequence of actions', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 8 }), async (actions) => {
      const grids = [createHeadlessGrid(BOOK()), new PlainGrid(BOOK())];
      try {
        const [univer, plain] = await Promise.all(
          grids.map(async (grid) => {
            await grid.calculated();
            const events = eventsOf(grid);
            for (const one of actions) {
              const before = events.length;
              act(grid, one);
              if (one[0] === 'clear') events.splice(before); // one announces the area, the other what was in it
            }
            await grid.calculated();
            return { contents: contentsOf(grid), events };
          }),
        );
        expect(plain).toEqual(univer);
      } finally {
        grids.forEach((grid) => grid.dispose());
      }
    }),
  );
});

const usedAreasOf = (grid: Grid): unknown =>
  grid
    .sheets()
    .map(({ name, id }) => [name, ...(['values', 'valuesAndFormats'] as const).map((what) => grid.usedArea(id, what))]);

const ofCells = action.filter(([what]) => /^(write|paste|format|clear|insert|delete(Rows|Columns))/.test(what));

test('the used areas after each action are those of a grid that never had others', () => {
  fc.assert(
    fc.property(fc.array(ofCells, { minLength: 1, maxLength: 8 }), (actions) => {
      const grid = new PlainGrid(BOOK());
      expect(usedAreasOf(grid)).toEqual([
        ['Suivi', area('B2:F8'), area('B2:F8')],
        ['Bord', area('A1'), area('A1')],
      ]);
      for (const one of actions) {
        act(grid, one);
        expect(usedAreasOf(grid)).toEqual(usedAreasOf(new PlainGrid(grid.contents())));
      }
    }),
    { numRuns: 400 },
  );
});

test('a reference whose cell was deleted still follows the name of its sheet, as in Excel', () => {
  const grid = new PlainGrid(BOOK());
  const [ledger = '', edge = ''] = grid.sheets().map(({ id }) => id);
  grid.writeCells(edge, 1, 0, [[{ formula: '=Suivi!$B$2' }]]);
  const formula = (): string | null => grid.readFormulas(edge, area('A2'))[0]?.[0] ?? null;
  grid.deleteRows(ledger, 1, 1);
  expect(formula()).toBe('=Suivi!#REF!');
  grid.changeSheet(ledger, { name: 'Suivi 2023' });
  expect(formula()).toBe("='Suivi 2023'!#REF!");
  grid.deleteSheet(ledger);
  expect(formula()).toBe('=#REF!');
});

test.each([
  ['headless', createHeadlessGrid],
  ['plain', (book: GridWorkbook) => new PlainGrid(book)],
])('an emptied cell under a table does not extend it, though another one there is filled: %s', (_, gridOf) => {
  const grid = gridOf(BOOK());
  const [ledger = ''] = grid.sheets().map(({ id }) => id);
  const rows = (): number | undefined => grid.tables().find(({ name }) => name === 'T_Suivi')?.area.rows;
  grid.writeCells(ledger, 5, 1, [[{ value: 'PDE' }, { value: 'Lot' }]]);
  expect(rows()).toBe(5);
  const table = grid.tables().find(({ name }) => name === 'T_Suivi')!;
  grid.changeTable(table.id, { area: { ...table.area, rows: 4 } });
  grid.writeCells(ledger, 5, 1, [[{ value: null }]]);
  expect(rows()).toBe(4);
  grid.writeCells(ledger, 5, 1, [[{ value: 'SF' }]]);
  expect(rows()).toBe(5);
  grid.dispose();
});
