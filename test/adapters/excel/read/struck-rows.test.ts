/** Cells crossed out in Excel, read in a bounded number of round trips, whatever the rows. */
import { cellAddress } from '../../../../src/workbook/cells';
import { columnOfKey, rowOfKey } from '../../../../src/workbook/snapshot';
import { startExcel, type StartedExcel, valueOf } from '../../../support/excel/excel';
import { workbookOf } from '../../../support/excel/grid-workbook';

const COLUMNS = 4;

let excel: StartedExcel | undefined;
afterEach(() => excel?.dispose());

/** A sheet of so many rows of four numbers, crossed out where asked. */
function started(rows: number, isStruck: (row: number, column: number) => boolean): StartedExcel {
  const cells = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: COLUMNS }, (_, column) => ({
      value: row * COLUMNS + column,
      ...(isStruck(row, column) && { style: { strike: true } }),
    })),
  );
  return startExcel(workbookOf([{ name: 'Suivi', blocks: { B2: cells } }, { name: 'Vide' }]));
}

async function struckIn(host: StartedExcel): Promise<readonly string[]> {
  const [sheet] = (await host.read()).sheets;
  return [...(sheet?.struck ?? [])].map((key) => cellAddress(rowOfKey(key), columnOfKey(key))).sort();
}

test.each([
  ['nothing', () => false, []],
  ['a row from one side to the other', (row: number) => row === 1, ['B3', 'C3', 'D3', 'E3']],
  ['two cells of a row', (row: number, column: number) => row === 0 && column > 1, ['D2', 'E2']],
  ['one column of two rows', (row: number, column: number) => row > 0 && column === 0, ['B3', 'B4']],
  [
    'every cell of a row, and one of another',
    (row: number, c: number) => row === 2 || (row === 0 && c === 3),
    ['B4', 'C4', 'D4', 'E2', 'E4'],
  ],
] as const)('%s', async (_, isStruck, expected) => {
  excel = started(3, isStruck as (row: number, column: number) => boolean);
  expect(await struckIn(excel)).toEqual(expected);
});

test('a whole sheet', async () => {
  excel = started(2, () => true);
  expect(await struckIn(excel)).toHaveLength(2 * COLUMNS);
});

test('a row that somebody crosses out is announced, and read', async () => {
  excel = started(3, () => false);
  const heard: unknown[] = [];
  valueOf(await excel.workbook.watch((change) => heard.push(change)));
  expect(await struckIn(excel)).toEqual([]);
  const { grid } = excel;
  const row = { top: 2, left: 1, rows: 1, columns: COLUMNS };
  grid.actingAs('user', () => grid.formatArea(grid.sheets()[0]?.id ?? '', row, { style: { strike: true } }));
  await excel.host.settled();
  expect(heard).toEqual([{ remote: false }]);
  const [sheet] = valueOf(await excel.workbook.reread()).sheets;
  expect(sheet?.struck?.size).toBe(COLUMNS);
});
