/** Numbers shown in Excel as dates, or as anything else than euros, read in a bounded number of round trips. */
import { cellAddress } from '../../../../src/workbook/cells';
import { columnOfKey, rowOfKey, shownAt, type SheetSnapshot } from '../../../../src/workbook/snapshot';
import { startExcel, type StartedExcel, valueOf } from '../../../support/excel/excel';
import { workbookOf } from '../../../support/excel/grid-workbook';

const DATE = 'dd/mm/yyyy';

let excel: StartedExcel | undefined;
afterEach(() => excel?.dispose());

interface MadeCell {
  readonly value: number | string | null;
  readonly numberFormat?: string;
  readonly formula?: string;
}

function start(rows: readonly (readonly MadeCell[])[]): void {
  excel = startExcel(workbookOf([{ name: 'Suivi', blocks: { B2: rows.map((row) => [...row]) } }]));
}

async function datedIn(): Promise<readonly string[]> {
  const [sheet] = (await excel!.read()).sheets;
  return addressesOf(sheet);
}

function addressesOf(sheet: SheetSnapshot | undefined): readonly string[] {
  const found = [...(sheet?.shown ?? [])].filter(([, { kind }]) => kind !== 'unseen');
  return found.map(([key]) => cellAddress(rowOfKey(key), columnOfKey(key))).sort();
}

test('the dates of a column of amounts, typed or computed; not an amount that is as large as the number of a day', async () => {
  start([
    [{ value: 1500 }, { value: 45_058, numberFormat: DATE }],
    [{ value: 45_058, numberFormat: DATE }, { value: 'PDE' }],
    [{ value: 300, numberFormat: DATE }, { value: null }],
    [{ value: 45_058, numberFormat: '#,##0.00 "dus"' }, { value: null }],
    [
      { value: 45_059, formula: '=B3+1', numberFormat: 'd mmm' },
      { value: 2, numberFormat: DATE },
    ],
  ]);
  expect(await datedIn()).toEqual(['B3', 'B6', 'C2']);
});

describe('long columns of numbers that may all be dates', () => {
  const ROWS = 12_000;

  /** A column whose rows from 0 have this format, and another column of amounts. */
  function startColumns(formatOf: (row: number) => string): void {
    const rows = Array.from({ length: ROWS }, (_, row) => [
      { value: 40_000 + (row % 5000), numberFormat: formatOf(row) },
      { value: (row % 900) + 0.5 },
    ]);
    start(rows);
  }

  /** How many cells of the column are dates for who reads an amount there, and its last cell. */
  async function dates(): Promise<readonly [count: number, last: boolean]> {
    const [sheet] = (await excel!.read()).sheets;
    const isDate = (row: number): boolean => shownAt(sheet!, row, 1)?.kind === 'date';
    return [Array.from({ length: ROWS }, (_, row) => 1 + row).filter(isDate).length, isDate(ROWS)];
  }

  test('all dates: known by the first ones, no cell is listed', async () => {
    startColumns(() => DATE);
    expect(await dates()).toEqual([ROWS, true]);
    const [sheet] = (await excel!.read()).sheets;
    expect([...(sheet?.dateColumns ?? [])]).toEqual([1]);
    expect((sheet?.shown ?? new Map()).size).toBeLessThanOrEqual(20);
  });

  test('amounts as large as days, one of them a date: only that one', async () => {
    startColumns((row) => (row === ROWS - 1 ? DATE : '#,##0'));
    expect(await dates()).toEqual([1, true]);
  });

  test.each<[string, MadeCell, readonly [number, boolean]]>([
    ['an amount as large as a day', { value: 45_000, numberFormat: '#,##0' }, [ROWS - 1, false]],
    ['an amount', { value: 12.5, numberFormat: DATE }, [ROWS - 1, false]],
    ['another date', { value: 45_000, numberFormat: DATE }, [ROWS, true]],
  ])('%s typed in a column of dates', async (_, cell, expected) => {
    startColumns(() => DATE);
    const { grid, host, workbook } = excel!;
    valueOf(await workbook.watch(() => undefined));
    await excel!.read();
    grid.actingAs('user', () => grid.writeCells(grid.sheets()[0]?.id ?? '', ROWS, 1, [[cell]]));
    await host.settled();
    const [sheet] = valueOf(await workbook.reread()).sheets;
    const isDate = (row: number): boolean => shownAt(sheet!, row, 1)?.kind === 'date';
    expect([Array.from({ length: ROWS }, (_row, row) => 1 + row).filter(isDate).length, isDate(ROWS)]).toEqual(
      expected,
    );
  });
});

test('percentages, times, other currencies and k€, typed or computed; not euros', async () => {
  start([
    [
      { value: 1500, numberFormat: '#,##0.00 "€"' },
      { value: 0.2, numberFormat: '0%' },
      { value: 0.0625, numberFormat: 'h:mm' },
      { value: 12, numberFormat: '[$$-409]#,##0.00' },
      { value: 12, numberFormat: '0 "k€"' },
    ],
    [
      { value: 0.4, formula: '=C2*2', numberFormat: '0%' },
      { value: 'PDE', numberFormat: '0%' },
    ],
  ]);
  expect(await datedIn()).toEqual(['B3', 'C2', 'D2', 'E2', 'F2']);
});

describe('of a large sheet, read again after an edit', () => {
  const amounts = (): MadeCell[][] =>
    Array.from({ length: 6000 }, (_, row) => [
      { value: 'PDE' },
      { value: 'libellé' },
      { value: 'objet' },
      row === 9 ? { value: 45_058, numberFormat: DATE } : { value: 100 + row / 100 },
    ]);

  async function type(row: number, cell: MadeCell): Promise<readonly string[]> {
    const { grid, host, workbook } = excel!;
    const id = grid.sheets()[0]?.id ?? '';
    grid.actingAs('user', () => grid.writeCells(id, row, 4, [[cell]]));
    await host.settled();
    return addressesOf(valueOf(await workbook.reread()).sheets[0]);
  }

  beforeEach(async () => {
    start(amounts());
    valueOf(await excel!.workbook.watch(() => undefined));
    expect(await datedIn()).toEqual(['E11']);
    excel!.roundTrips();
  });

  test('amounts typed in euros, and one that gets another format, are known one by one', async () => {
    const inEuros = async (row: number, cell: MadeCell): Promise<unknown> => {
      await type(row, cell);
      return (await excel!.workbook.read()).ok
        ? valueOf(await excel!.workbook.reread()).sheets[0]?.inEuros?.get(4)
        : null;
    };
    expect(await inEuros(20, { value: 12, numberFormat: '0 "€"' })).toEqual({ rows: [20, 20], areMost: false });
    expect(await inEuros(21, { value: 13, numberFormat: '0 "€"' })).toEqual({ rows: [20, 21], areMost: false });
    expect(await inEuros(20, { value: 12, numberFormat: '0.00' })).toEqual({ rows: [21, 21], areMost: false });
  });

  test('an amount typed over the date is one', async () => {
    expect(await type(10, { value: 300, numberFormat: DATE })).toEqual([]);
    expect(excel!.roundTrips()).toBeLessThanOrEqual(3);
  });

  test.each([
    ['a date', { value: 45_100, numberFormat: DATE }],
    ['a percentage', { value: 0.2, numberFormat: '0%' }],
    ['an amount in dollars', { value: 12, numberFormat: '"$"0.00' }],
  ])('%s typed in the place of another amount is listed beside the first', async (_, cell) => {
    expect(await type(4000, cell)).toEqual(['E11', 'E4001']);
    expect(excel!.roundTrips()).toBeLessThanOrEqual(3);
  });

  test.each([
    ['cells', { top: 10, left: 4, rows: 3, columns: 1 }],
    ['a column', { top: 0, left: 4, rows: 1_048_576, columns: 1 }],
  ])('a format changed alone, of %s: heard, and read again', async (_, formatted) => {
    const { grid, host, workbook } = excel!;
    const heard: unknown[] = [];
    valueOf(await workbook.watch((change) => heard.push(change)));
    const id = grid.sheets()[0]?.id ?? '';
    for (const [numberFormat, dated] of [
      ['#,##0.00', []],
      [DATE, ['E11']],
    ] as const) {
      grid.actingAs('user', () => grid.formatArea(id, formatted, { numberFormat }));
      await host.settled();
      expect(heard.length).toBeGreaterThan(0);
      heard.length = 0;
      expect(addressesOf(valueOf(await workbook.reread()).sheets[0])).toEqual(dated);
    }
  });
});

test('amounts that their format hides, typed or computed, and the columns shown in euros', async () => {
  const euros = '#,##0.00\\ "€"';
  start([
    [
      { value: 12, numberFormat: ';;;' },
      { value: -12, numberFormat: '0;[Red]0' },
      { value: 12, numberFormat: euros },
      { value: 1, numberFormat: euros },
    ],
    [
      { value: 24, formula: '=B2*2', numberFormat: '""' },
      { value: 300, numberFormat: DATE },
      { value: 's.o.', numberFormat: euros },
      { value: 2 },
    ],
    [
      { value: 0, numberFormat: ';;;' },
      { value: 3 },
      { value: 36, formula: '=D2*3', numberFormat: euros },
      { value: 3 },
    ],
  ]);
  const [sheet] = (await excel!.read()).sheets;
  const kinds = [...(sheet?.shown ?? [])].map(
    ([key, { kind }]) => `${cellAddress(rowOfKey(key), columnOfKey(key))} ${kind}`,
  );
  expect(kinds.sort()).toEqual(['B2 unseen', 'B3 unseen', 'C2 unsigned', 'C3 unseen']);
  expect([...(sheet?.inEuros ?? [])].sort()).toEqual([
    [3, { rows: [1, 3], areMost: true }],
    [4, { rows: [1, 1], areMost: false }],
  ]);
});
