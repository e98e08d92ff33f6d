/** Edits that Excel does not announce, or announces by another event than that of an edit, are read all the same. */
import type { WorkbookChange } from '../../../../src/application/ports';
import { startExcel, valueOf, type StartedExcel } from '../../../support/excel/excel';
import { valueAt } from '../../../../src/workbook/snapshot';
import { area, workbookOf } from '../../../support/excel/grid-workbook';

const ROWS = 3000;
let excel: StartedExcel;
let heard: WorkbookChange[];
let sheetId: string;

beforeEach(async () => {
  const rows = Array.from({ length: ROWS }, (_, row) => [row % 2 === 0 ? 'PDE' : 'SF', row, '=B1*2', 'note', 'x', 'y']);
  excel = startExcel(
    workbookOf(
      [
        { name: 'Suivi', blocks: { A1: rows } },
        { name: 'Autre', blocks: { A1: [['a']] } },
        {
          name: 'Registre',
          blocks: {
            A1: [
              ['Date', 'Objet'],
              [45_000, 'avis'],
              [45_001, 'envoi'],
              [45_002, 'reçu'],
            ],
          },
        },
      ],
      [{ name: 'T_Registre', sheet: 'Registre', area: 'A1:B3' }],
      [{ name: 'Exercice', refersTo: '=Autre!$A$1' }],
    ),
  );
  heard = [];
  sheetId = excel.grid.sheets()[0]?.id ?? '';
  valueOf(await excel.workbook.watch((change) => heard.push(change)));
  await excel.read();
  excel.roundTrips();
});

afterEach(() => excel.dispose());

const put = (address: string, value: string | number) => () => {
  const { top, left } = area(address);
  excel.grid.writeCells(sheetId, top, left, [[{ value }]]);
};

async function select(address: string): Promise<void> {
  excel.grid.select(sheetId, area(address));
  await settle();
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) {
    await excel.host.settled();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function cell(row: number, column: number): Promise<unknown> {
  return valueOf(await excel.workbook.reread()).sheets[0]?.values[row]?.[column];
}

test('a drop-down list on the web: found as soon as the user goes to another cell', async () => {
  await select('A5');
  excel.host.unannounced(put('A5', 'SRE'));
  await settle();
  expect(heard).toEqual([]);
  await select('A6');
  expect(heard).toEqual([{ remote: false }]);
  expect(await cell(4, 0)).toBe('SRE');
});

test('Text to Columns: a whole column is selected, and the cells beside it are filled', async () => {
  excel.grid.select(sheetId, { top: 0, left: 3, rows: 1_048_576, columns: 1 });
  await settle();
  excel.host.unannounced(put('D9', 'first part'));
  await select('A1');
  expect(heard).toHaveLength(1);
  expect(await cell(8, 3)).toBe('first part');
});

test('a user who stays in the cell, or an edit elsewhere: found within a few regular checks', async () => {
  await select('A5');
  excel.host.unannounced(put('A5', 'SRE'));
  excel.tick();
  await settle();
  expect(heard).toHaveLength(1);
  await excel.workbook.reread();
  excel.host.unannounced(put('D2900', 'far from the selection'));
  for (let tick = 0; tick < 3 && heard.length === 1; tick++) {
    excel.tick();
    await settle();
  }
  expect(heard).toHaveLength(2);
  expect(await cell(2899, 3)).toBe('far from the selection');
});

test('small sheets are checked together: an edit in the last of twenty is found by the first regular check', async () => {
  const sheets = Array.from({ length: 20 }, (_, at) => ({ name: `Onglet ${at}`, blocks: { A1: [['x'], [at]] } }));
  const small = startExcel(workbookOf(sheets));
  valueOf(await small.workbook.watch((change) => heard.push(change)));
  await small.read();
  const last = small.grid.sheets().at(-1)?.id ?? '';
  small.host.unannounced(() => small.grid.writeCells(last, 1, 0, [[{ value: 'changé' }]]));
  small.tick();
  await small.host.settled();
  await settle();
  expect(heard).toHaveLength(1);
  small.dispose();
});

test.each`
  what                              | change
  ${'a new last row'}               | ${() => put(`A${ROWS + 1}`, 'PDE')()}
  ${'a sheet in addition'}          | ${() => excel.grid.addSheet('Bilan')}
  ${'another name of a sheet'}      | ${() => excel.grid.changeSheet(sheetId, { name: 'Suivi 2023' })}
  ${'a sheet that is hidden'}       | ${() => excel.grid.changeSheet(sheetId, { visibility: 'hidden' })}
  ${'the new edge of a table'}      | ${() => excel.grid.changeTable(tableId(), { area: area('A1:B4') })}
  ${'a table that becomes a range'} | ${() => excel.grid.deleteTable(tableId())}
  ${'a name that moves'}            | ${() => rename('=Autre!$A$2')}
  ${'a hidden column'}              | ${() => excel.grid.setColumnsHidden(sheetId, 1, 1, true)}
  ${'rows of an advanced filter'}   | ${() => excel.grid.setRowsHidden(sheetId, 2500, 9, true)}
`('$what without an event is found by the next check, wherever it is', async ({ change }: { change: () => void }) => {
  excel.host.unannounced(change);
  excel.tick();
  await settle();
  expect(heard).toHaveLength(1);
  await excel.workbook.reread();
  excel.tick();
  await settle();
  expect(heard).toHaveLength(1);
});

const tableId = (): string => excel.grid.tables()[0]?.id ?? '';

function rename(refersTo: string): void {
  const [known] = excel.grid.names();
  if (known) excel.grid.setName({ ...known, refersTo });
}

test('rows hidden by hand, or by a filter: their own event', async () => {
  excel.grid.setRowsHidden(sheetId, 4, 2, true);
  await settle();
  expect(heard).toEqual([{ remote: false }]);
  expect([...(valueOf(await excel.workbook.reread()).sheets[0]?.hiddenRows ?? [])]).toEqual([4, 5]);
  excel.grid.setRowsHidden(sheetId, 4, 1, false);
  await settle();
  expect(heard).toHaveLength(2);
  expect([...(valueOf(await excel.workbook.reread()).sheets[0]?.hiddenRows ?? [])]).toEqual([5]);
});

test('other rows hidden without an event, beside hidden ones: found within a few regular checks', async () => {
  excel.host.unannounced(() => excel.grid.setRowsHidden(sheetId, 4, 2, true));
  await excel.read();
  excel.host.unannounced(() => {
    excel.grid.setRowsHidden(sheetId, 4, 2, false);
    excel.grid.setRowsHidden(sheetId, 2990, 2, true);
  });
  for (let tick = 0; tick < 3; tick++) {
    excel.tick();
    await settle();
  }
  expect(heard.length).toBeGreaterThan(0);
  expect([...(valueOf(await excel.workbook.reread()).sheets[0]?.hiddenRows ?? [])]).toEqual([2990, 2991]);
});

test('another column hidden beside a hidden one, or shown again: found by the next regular check', async () => {
  excel.host.unannounced(() => excel.grid.setColumnsHidden(sheetId, 0, 1, true));
  const hidden = async () => [...(valueOf(await excel.workbook.reread()).sheets[0]?.hiddenColumns ?? [])];
  excel.tick();
  await settle();
  expect([heard.length, await hidden()]).toEqual([1, [0]]);
  excel.host.unannounced(() => {
    excel.grid.setColumnsHidden(sheetId, 0, 1, false);
    excel.grid.setColumnsHidden(sheetId, 1, 1, true);
  });
  excel.tick();
  await settle();
  expect([heard.length, await hidden()]).toEqual([2, [1]]);
});

test('a check costs one request, and an unchanged workbook nothing more', async () => {
  await select('A5');
  await select('B5:C9');
  excel.tick();
  await settle();
  expect([excel.roundTrips(), heard]).toEqual([3, []]);
  expect(Math.max(...excel.host.requests.slice(-3).map(({ responseBytes }) => responseBytes))).toBeLessThan(150_000);
});

test('nothing is checked while Excel is being read or edited, and a refusal changes nothing', async () => {
  excel.host.faults.startCellEdit();
  await select('A5');
  excel.host.unannounced(put('A5', 'SRE'));
  excel.tick();
  await settle();
  expect(heard).toEqual([]);
  excel.host.faults.endCellEdit();
  excel.tick();
  await settle();
  expect(heard).toHaveLength(1);
});

test('a reading that failed is asked for again by the next regular check, until one succeeds', async () => {
  excel.host.unannounced(put('A5', 'SRE'));
  for (const check of [1, 2]) {
    excel.host.faults.next({ kind: 'refuse', refusal: 'connectionLost' });
    expect(await excel.workbook.read()).toMatchObject({ ok: false, failure: { code: 'busy' } });
    excel.tick();
    await settle();
    expect(heard).toHaveLength(check);
  }
  expect(await cell(4, 0)).toBe('SRE');
  excel.tick();
  await settle();
  expect(heard).toHaveLength(2);
});

test('a sort, which has its own event, is read', async () => {
  const { top, left } = area('A2');
  excel.host.sort(sheetId, area('A2:F3'), () => {
    excel.grid.writeCells(sheetId, top, left, [[{ value: 'PDE' }], [{ value: 'SRE' }]]);
  });
  await settle();
  expect(heard).toEqual([{ remote: false }]);
  expect([await cell(1, 0), await cell(2, 0)]).toEqual(['PDE', 'SRE']);
});

test.each`
  what                                 | returns
  ${'the pane is shown again'}         | ${() => excel.show()}
  ${'the user comes back to the book'} | ${() => excel.host.activate()}
`('when $what, everything is read', async ({ returns }: { returns: () => void }) => {
  excel.host.unannounced(put('D2000', 'while away'));
  returns();
  await settle();
  expect(heard).toEqual([{ remote: false }]);
  expect(await cell(1999, 3)).toBe('while away');
});

describe('a result that changes without an edit: a calculation on demand, a link that is updated', () => {
  let result = 12;

  beforeEach(() => {
    result = 12;
    excel.grid.registerFunction({
      ...{ name: 'ENVELOPE.RESULT', description: '', minimumArguments: 0, maximumArguments: 0 },
      evaluate: () => result,
    });
  });

  async function tick(times: number): Promise<void> {
    for (let number = 0; number < times; number++) {
      excel.tick();
      await settle();
    }
  }

  test.each`
    what                                   | sheet         | address
    ${'at the end of a column of 3,000'}   | ${'Suivi'}    | ${`D${ROWS}`}
    ${'in the first row, outside a table'} | ${'Suivi'}    | ${'E1'}
    ${'on a sheet of one cell'}            | ${'Autre'}    | ${'A1'}
    ${'below a table of another sheet'}    | ${'Registre'} | ${'B9'}
  `(
    '$what: found by the next regular checks, read, and found once',
    async ({ sheet, address }: { sheet: string; address: string }) => {
      const id = excel.grid.sheets().find(({ name }) => name === sheet)?.id ?? '';
      const { top: row, left: column } = area(address);
      excel.grid.writeCells(id, row, column, [[{ formula: '=ENVELOPE.RESULT()' }]]);
      await excel.grid.calculated();
      await excel.read();
      heard = [];
      result = 13;
      excel.grid.recalculate([{ sheetId: id, row, column }]);
      await excel.grid.calculated();
      await settle();
      expect(heard).toEqual([]);
      await tick(3);
      expect(heard.length).toBeGreaterThan(0);
      const read = valueOf(await excel.workbook.reread()).sheets.find(({ name }) => name === sheet);
      expect(read && valueAt(read, row, column)).toBe(13);
      heard = [];
      await tick(3);
      expect(heard).toEqual([]);
    },
  );
});
