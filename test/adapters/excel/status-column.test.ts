/** The column of checks over the real client: each table keeps its own, whatever happens to the tables around it. */
import { hasStatusColumn } from '../../../src/application/writing/status-column';
import { Session } from '../../../src/application/session/session';
import { convention2023 } from '../../support/conventions';
import { everythingIn, startExcel, type StartedExcel } from '../../support/excel/excel';
import { gridOfSnapshot } from '../../support/excel/grid-of-snapshot';
import { area } from '../../support/excel/grid-workbook';
import { HandClock, HandTimers, noFiles } from '../../support/excel/memory-workbook';
import { ledgerWorkbook } from '../../support/ledgers/ledger-workbook';

const LEDGER = `
  Axe ministériel 2 | Poste de dépense | N° EJ      | Date d'engagement | Montant AE | Date de paiement | Montant CP
  PDE               | Frais annexes    | 1400000001 | 15/02/2023        | 1000       | 10/03/2023       | 800
  PDE               | Prestations      | 1400000002 | 01/03/2023        | 400000     |                  |
`;
const OTHER_EJ = new Map([
  ['1400000001', '1400000011'],
  ['1400000002', '1400000012'],
]);

let excel: StartedExcel;
let session: Session;
afterEach(() => excel.dispose());

const id = (name = 'Suivi'): string => excel.grid.sheets().find((sheet) => sheet.name === name)?.id ?? '';
const names = (): string[] =>
  excel.grid
    .names()
    .filter((one) => one.name.startsWith('ENV_Controle_'))
    .map(({ name, refersTo }) => `${name} ${refersTo}`)
    .sort();
/** The cells that hold a formula of the column or its heading, but for those of somebody. */
const columnCells = (): string[] =>
  excel.grid.contents().sheets.flatMap(({ name, cells }) =>
    cells
      .filter(({ value, formula }) => /CHECK/.test(formula ?? '') || value === 'Contrôle')
      .map(({ row, column, formula }) => `${name} ${row} ${column}${formula === undefined ? '' : ' formula'}`)
      .sort(),
  );
const setColumn = (isThere: boolean): Promise<void> => session.rows.setStatusColumn(isThere);
/** The workbook without the journal, which no undo changes. */
async function everything(): Promise<unknown> {
  const { sheets, tables, ...rest } = (await everythingIn(excel)) as Record<string, { name: string }[]>;
  const isWritten = ({ name }: { name: string }): boolean => !/Journal|Annulation/.test(name);
  return { ...rest, sheets: sheets?.filter(isWritten), tables: tables?.filter(isWritten) };
}

async function start(isTable: boolean): Promise<void> {
  excel = startExcel(gridOfSnapshot(ledgerWorkbook(convention2023(), LEDGER, { isTable })));
  session = new Session(excel.workbook, new HandClock('2023-12-31'), new HandTimers(), noFiles);
  await session.start();
}

/** The ledger again under other EJ, at another place. */
function copyLedger(sheet: string, top: number, left = 0): void {
  const from = excel.grid.contents().sheets.find(({ name }) => name === 'Suivi');
  const first = from?.cells.find(({ value }) => value === 'Axe ministériel 2');
  for (const { row, column, value, numberFormat = 'General' } of from?.cells ?? []) {
    if (row < (first?.row ?? 0) || column > 6) continue;
    const copied = OTHER_EJ.get(String(value)) ?? value;
    const place = { row: top + row - (first?.row ?? 0), column: left + column };
    excel.grid.writeCells(id(sheet), place.row, place.column, [[{ value: copied, numberFormat }]]);
  }
}

describe.each([true, false])('beside a Table: %s', (isTable) => {
  const top = isTable ? 0 : 2;
  const rows = [0, 1, 2].map((row) => top + row);
  const cellsOn = (sheet: string, from = top): string[] =>
    [0, 1, 2].map((row) => `${sheet} ${from + row} 7${row === 0 ? '' : ' formula'}`);
  const place = (sheet: string): string => `=${sheet}!$H$${top + 1}:$H$${top + 3}`;

  async function startWithJanuary(): Promise<void> {
    await start(isTable);
    await setColumn(true);
    excel.grid.addSheet('Janvier', 0);
    copyLedger('Janvier', 0);
    await session.refresh();
  }

  test('a table that comes before the others takes no name of theirs', async () => {
    await startWithJanuary();
    await setColumn(true);
    expect(columnCells()).toEqual([...cellsOn('Janvier', 0), ...cellsOn('Suivi')]);
    expect(names()).toEqual([`ENV_Controle_1 ${place('Suivi')}`, 'ENV_Controle_2 =Janvier!$H$1:$H$3']);
    const before = await everything();
    await setColumn(false);
    expect([...columnCells(), ...names()]).toEqual([]);
    await session.undo();
    expect(await everything()).toEqual(before);
  });

  test('a column without a name, as earlier versions left it, is named by one command and removed by the other', async () => {
    await startWithJanuary();
    await setColumn(true);
    const refersTo = '=Janvier!$H$1:$H$3';
    excel.grid.deleteName('ENV_Controle_2', null);
    excel.grid.setName({ name: 'ENV_Controle_1', scope: null, refersTo, visible: true, comment: '' });
    await session.refresh();
    const before = await everything();
    await setColumn(true);
    expect(names()).toEqual([`ENV_Controle_1 ${refersTo}`, `ENV_Controle_2 ${place('Suivi')}`]);
    await session.undo();
    expect(await everything()).toEqual(before);
    await setColumn(false);
    expect(columnCells()).toEqual([]);
  });

  test('a renamed sheet keeps its column, and a row typed since has its formula', async () => {
    await start(isTable);
    await setColumn(true);
    excel.grid.changeSheet(id(), { name: 'Suivi 2023' });
    excel.grid.insertRows(id('Suivi 2023'), top + 2, 1);
    excel.grid.writeCells(id('Suivi 2023'), top + 2, 0, [
      [{ value: 'PDE' }, { value: 'Prestations' }, { value: '1400000009' }, null, { value: 5 }],
    ]);
    await session.refresh();
    await setColumn(true);
    expect(columnCells()).toHaveLength(4);
    expect(names()).toHaveLength(1);
    await setColumn(false);
    expect([...columnCells(), ...names()]).toEqual([]);
  });

  test('a column deleted by hand is added again, and its dead name is deleted with the column', async () => {
    await start(isTable);
    await setColumn(true);
    excel.grid.deleteColumns(id(), 7, 1);
    await session.refresh();
    expect(names()).toEqual([expect.stringContaining('#REF!')]);
    expect(hasStatusColumn(await excel.read())).toBe(false);
    const before = await everything();
    await setColumn(true);
    expect(columnCells()).toEqual(cellsOn('Suivi'));
    await session.undo();
    expect(await everything()).toEqual(before);
    await setColumn(true);
    const added = await everything();
    await setColumn(false);
    expect([...columnCells(), ...names()]).toEqual([]);
    await session.undo();
    expect(await everything()).toEqual(added);
  });

  test('a column cleared by hand is filled again, or forgotten', async () => {
    await start(isTable);
    await setColumn(true);
    excel.grid.clearArea(id(), { top, left: 7, rows: 3, columns: 1 }, 'contents');
    await session.refresh();
    await setColumn(true);
    expect(columnCells()).toEqual(cellsOn('Suivi'));
    expect(names()).toEqual([`ENV_Controle_1 ${place('Suivi')}`]);
    await session.undo();
    await setColumn(false);
    expect([...columnCells(), ...names()]).toEqual([]);
  });

  test('a name of the team that looks like ours is left, with its cells', async () => {
    await start(isTable);
    excel.grid.writeCells(id(), top, 12, [[{ value: 'Contrôle' }], [{ value: 'vu' }]]);
    for (const [number, refersTo] of [
      [1, `=Suivi!$M$${top + 1}:$M$${top + 2}`],
      [3, '=0.2'],
    ] as const)
      excel.grid.setName({ name: `ENV_Controle_${number}`, scope: null, refersTo, visible: true, comment: '' });
    await session.refresh();
    expect(hasStatusColumn(await excel.read())).toBe(false);
    const before = await everything();
    await setColumn(true);
    expect(names()).toContain(`ENV_Controle_2 ${place('Suivi')}`);
    await setColumn(false);
    expect(await everything()).toEqual(before);
  });

  test('a name that Excel gave to a copy of the sheet leaves that of the workbook', async () => {
    await startWithJanuary();
    const cells = rows.map((row) => ({
      row,
      formula: excel.grid.readFormulas(id(), { top: row, left: 7, rows: 1, columns: 1 })[0]?.[0],
    }));
    excel.grid.writeCells(
      id('Janvier'),
      0,
      7,
      cells.map(({ formula }) => [
        formula ? { formula: formula.replace(/\d+/g, (n) => String(Number(n) - top)) } : { value: 'Contrôle' },
      ]),
    );
    excel.grid.setName({
      name: 'ENV_Controle_1',
      scope: 'Janvier',
      refersTo: '=Janvier!$H$1:$H$3',
      visible: true,
      comment: '',
    });
    await session.refresh();
    await setColumn(true);
    expect(names()).toContain(`ENV_Controle_1 ${place('Suivi')}`);
    await setColumn(false);
    expect(columnCells()).toEqual([]);
  });
});

test.each([
  ['a Table, the second below', true, 10, 0],
  ['ranges side by side', false, 2, 10],
])('two ledgers on a sheet, %s: each has its column, also once rows are typed', async (_, isTable, row, left) => {
  await start(isTable);
  await setColumn(true);
  const first = columnCells();
  copyLedger('Suivi', row, left);
  await session.refresh();
  await setColumn(true);
  const column = left + 7;
  const second = [`Suivi ${row} ${column}`, `Suivi ${row + 1} ${column} formula`, `Suivi ${row + 2} ${column} formula`];
  expect(columnCells()).toEqual([...first, ...second].sort());
  expect(names()).toHaveLength(2);
  excel.grid.writeCells(id(), row + 2, column, [[{ value: null }]]);
  await session.refresh();
  await setColumn(true);
  expect(columnCells()).toHaveLength(6);
  await setColumn(false);
  expect([...columnCells(), ...names()]).toEqual([]);
});

test('the column of a deleted sheet is forgotten', async () => {
  await start(true);
  await setColumn(true);
  excel.grid.addSheet('Janvier', 0);
  copyLedger('Janvier', 0);
  await session.refresh();
  await setColumn(true);
  excel.grid.deleteSheet(id('Janvier'));
  await session.refresh();
  await setColumn(false);
  expect([...columnCells(), ...names()]).toEqual([]);
});

test.each([
  ['keeps them without the add-in', '_xldudf_ENVELOPE_'],
  ['marks them, saved by a program without dynamic arrays', '@ENVELOPE.'],
  ['does both', '@_xldudf_ENVELOPE_'],
])('formulas as Excel %s are of the column too: it is complete, and removed', async (_, respelled) => {
  await start(true);
  await setColumn(true);
  const formulas = excel.grid.readFormulas(id(), area('H2:H3'));
  excel.grid.writeCells(
    id(),
    1,
    7,
    formulas.map(([formula]) => [{ formula: (formula ?? '').replace('ENVELOPE.', respelled) }]),
  );
  await session.refresh();
  await setColumn(true);
  expect(session.state().notice).toMatchObject({ kind: 'nothingToWrite' });
  await setColumn(false);
  expect([...columnCells(), ...names()]).toEqual([]);
});
