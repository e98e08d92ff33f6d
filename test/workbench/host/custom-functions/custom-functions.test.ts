/** Custom functions: the grid's calls, the client's own runtime, the values and errors in the cells. */
import type { FunctionDeclaration } from '../../../../workbench/host/custom-functions/metadata';
import type { GridValue } from '../../../../workbench/host/grid';
import { startHost, type StartedHost } from '../../../support/excel/office-js';
import { area, workbookOf } from '../../../support/excel/grid-workbook';

type Streaming = CustomFunctions.StreamingInvocation<unknown>;

const FUNCTIONS: FunctionDeclaration[] = [
  {
    id: 'REMAINING',
    name: 'REMAINING',
    parameters: [
      { name: 'envelope', type: 'string' },
      { name: 'nature', optional: true },
    ],
    options: { stream: true },
  },
  { id: 'DOUBLE', name: 'DOUBLE', parameters: [{ name: 'number', type: 'number' }] },
  { id: 'TOTAL', name: 'TOTAL', parameters: [{ name: 'cells', dimensionality: 'matrix' }] },
  { id: 'ABSENT', name: 'ABSENT', parameters: [] },
];

let excel: StartedHost;
let sheetId: string;
let streams: { envelope: string; nature: unknown; invocation: Streaming; isCancelled: boolean }[];

beforeEach(() => {
  excel = startHost(workbookOf([{ name: 'Suivi', blocks: { H1: [['PDE'], [2], [3]] } }]), {
    functions: { file: { functions: FUNCTIONS }, namespace: 'ENVELOPE' },
  });
  sheetId = excel.grid.sheets()[0]?.id ?? '';
  streams = [];
  excel.CustomFunctions.associate({
    REMAINING: (envelope: string, nature: unknown, invocation: Streaming) => {
      const stream = { envelope, nature, invocation, isCancelled: false };
      invocation.onCanceled = () => (stream.isCancelled = true);
      streams.push(stream);
    },
    DOUBLE: (number: number) => number * 2,
    TOTAL: (cells: number[][]) => cells.flat().reduce((sum, cell) => sum + cell, 0),
  });
});

afterEach(() => excel.dispose());

async function enter(address: string, formula: string): Promise<void> {
  const { top, left, rows, columns } = area(address);
  excel.grid.writeCells(
    sheetId,
    top,
    left,
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => ({ formula }))),
  );
  await excel.grid.calculated();
}

const cell = (address: string): GridValue => excel.grid.readValues(sheetId, area(address))[0]?.[0] ?? null;

/** Resolves when the sheet is recalculated, as after each result of the runtime. */
function computed(): Promise<void> {
  return new Promise((resolve) => {
    const stop = excel.grid.subscribe((event) => {
      if (event.kind !== 'calculated') return;
      stop();
      resolve();
    });
  });
}

async function push(index: number, value: unknown): Promise<void> {
  const done = computed();
  streams[index]?.invocation.setResult(value);
  await done;
}

test('a cell is busy until its function answers, and then shows its values', async () => {
  await enter('A1', '=ENVELOPE.REMAINING("PDE","CP")');
  expect(cell('A1')).toEqual({ error: '#BUSY!' });
  expect(streams.map(({ envelope, nature }) => [envelope, nature])).toEqual([['PDE', 'CP']]);
  await push(0, 426_968);
  expect(cell('A1')).toBe(426_968);
  await push(0, 400_000);
  expect(cell('A1')).toBe(400_000);
});

test('a formula around the call is computed with it', async () => {
  await enter('A1', '=ROUND(ENVELOPE.REMAINING("PDE")/3,2)&" €"');
  await push(0, 100);
  expect(cell('A1')).toBe('33.33 €');
});

test('5,000 cells of the same call are one stream', async () => {
  await enter('A1:A5000', '=ENVELOPE.REMAINING("PDE","CP")');
  expect([streams.length, excel.host.functions.openCalls]).toEqual([1, 1]);
  await push(0, 7);
  expect(excel.grid.readValues(sheetId, area('A1:A5000')).every(([value]) => value === 7)).toBe(true);
});

test('arguments that differ are different calls', async () => {
  await enter('A1', '=ENVELOPE.REMAINING("PDE")');
  await enter('A2', '=ENVELOPE.REMAINING("SF")+ENVELOPE.REMAINING("PDE")');
  expect(streams.map(({ envelope, nature }) => [envelope, nature])).toEqual([
    ['PDE', null],
    ['SF', null],
  ]);
});

type Runtime = typeof CustomFunctions;

test.each`
  result                                                                                                  | shown
  ${(runtime: Runtime) => new runtime.Error(runtime.ErrorCode.notAvailable, 'Enveloppe inconnue : PDX.')} | ${{ error: '#N/A', message: 'Enveloppe inconnue : PDX.' }}
  ${(runtime: Runtime) => new runtime.Error(runtime.ErrorCode.invalidValue, 'Nature inconnue.')}          | ${{ error: '#VALUE!', message: 'Nature inconnue.' }}
  ${() => 'Ouverte'}                                                                                      | ${'Ouverte'}
  ${() => true}                                                                                           | ${true}
  ${() => Number.NaN}                                                                                     | ${{ error: '#VALUE!', message: 'NaN' }}
  ${() => ({ type: 'Double', basicValue: 12.5, numberFormat: '0.00 €' })}                                 | ${12.5}
`(
  'a result in the cell: $shown',
  async ({ result, shown }: { result: (runtime: Runtime) => unknown; shown: GridValue }) => {
    await enter('A1', '=ENVELOPE.REMAINING("PDE")');
    await push(0, result(excel.CustomFunctions));
    expect(cell('A1')).toEqual(shown);
  },
);

test('a result of several cells spills', async () => {
  await enter('A1', '=ENVELOPE.REMAINING("PDE")');
  await push(0, [
    ['AE', 1],
    ['CP', 2],
  ]);
  expect(excel.grid.readValues(sheetId, area('A1:B2'))).toEqual([
    ['AE', 1],
    ['CP', 2],
  ]);
});

describe('a spilled table', () => {
  const shown = (address: string): GridValue[][] => excel.grid.readValues(sheetId, area(address));
  const table = (rows: number): unknown[][] => Array.from({ length: rows }, (_, row) => [`ligne ${row + 1}`, row + 1]);

  beforeEach(async () => {
    await enter('A1', '=ENVELOPE.REMAINING("PDE")');
    await push(0, table(3));
  });

  test('grows and shrinks with its value, without leftovers of the longer one', async () => {
    await push(0, table(4));
    expect(shown('A4:B5')).toEqual([
      ['ligne 4', 4],
      [null, null],
    ]);
    await push(0, table(2));
    expect(shown('A1:B4')).toEqual([
      ['ligne 1', 1],
      ['ligne 2', 2],
      [null, null],
      [null, null],
    ]);
    await push(0, 12);
    expect(shown('A1:B2')).toEqual([
      [12, null],
      [null, null],
    ]);
  });

  test('is #SPILL! over a filled cell, which is kept, and spills again when the cell is emptied', async () => {
    excel.grid.writeCells(sheetId, 4, 1, [[{ value: 'à moi' }]]);
    await excel.grid.calculated();
    await push(0, table(5));
    expect(shown('A1:B2')).toEqual([
      [{ error: '#SPILL!' }, null],
      [null, null],
    ]);
    expect(shown('B5')).toEqual([['à moi']]);
    excel.grid.clearArea(sheetId, area('B5'), 'contents');
    await excel.grid.calculated();
    expect(shown('A5:B5')).toEqual([['ligne 5', 5]]);
  });

  test('is blocked by what a person types in it, and disappears with its formula', async () => {
    excel.grid.writeCells(sheetId, 1, 0, [[{ value: 'saisi' }]]);
    await excel.grid.calculated();
    expect(shown('A1:B3')).toEqual([
      [{ error: '#SPILL!' }, null],
      ['saisi', null],
      [null, null],
    ]);
    excel.grid.clearArea(sheetId, area('A2'), 'contents');
    await excel.grid.calculated();
    expect(shown('A2')).toEqual([['ligne 2']]);
    excel.grid.clearArea(sheetId, area('A1'), 'contents');
    await excel.grid.calculated();
    expect(shown('A1:B3')).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
  });

  test('formulas read its cells, and follow them', async () => {
    await enter('D1', '=SUM(B1:B5)');
    expect(shown('D1')).toEqual([[6]]);
    await push(0, table(5));
    await excel.grid.calculated();
    expect(shown('D1')).toEqual([[15]]);
  });
});

test('a call that no cell makes any more is cancelled: cleared, overwritten, its argument changed, its row deleted', async () => {
  await enter('A1', '=ENVELOPE.REMAINING("cleared")');
  await enter('A2', '=ENVELOPE.REMAINING("overwritten")');
  await enter('A3', '=ENVELOPE.REMAINING(H1)');
  await enter('A4', '=ENVELOPE.REMAINING("deleted")');
  await enter('A5', '=ENVELOPE.REMAINING("kept")');
  excel.grid.clearArea(sheetId, area('A1'), 'contents');
  excel.grid.writeCells(sheetId, 1, 0, [[{ value: 5 }]]);
  excel.grid.writeCells(sheetId, 0, 7, [[{ value: 'SF' }]]);
  await excel.grid.calculated();
  excel.grid.deleteRows(sheetId, 3, 1);
  await excel.grid.calculated();
  await excel.host.settled();
  expect(streams.map(({ envelope, isCancelled }) => [envelope, isCancelled])).toEqual([
    ['cleared', true],
    ['overwritten', true],
    ['PDE', true],
    ['deleted', true],
    ['kept', false],
    ['SF', false],
  ]);
});

test('a stream follows its cell when rows are inserted above', async () => {
  await enter('A3', '=ENVELOPE.REMAINING("PDE")');
  excel.grid.insertRows(sheetId, 0, 2);
  await excel.grid.calculated();
  await push(0, 9);
  expect(cell('A5')).toBe(9);
});

test('two cells of a stream, one cleared: the other continues', async () => {
  await enter('A1:A2', '=ENVELOPE.REMAINING("PDE")');
  excel.grid.clearArea(sheetId, area('A1'), 'contents');
  await excel.grid.calculated();
  await push(0, 9);
  expect([cell('A1'), cell('A2'), streams[0]?.isCancelled]).toEqual([null, 9, false]);
});

test('a function that returns once', async () => {
  const done = computed();
  excel.grid.writeCells(sheetId, 0, 0, [[{ formula: '=ENVELOPE.DOUBLE(H2)' }]]);
  await done;
  await computed();
  expect([cell('A1'), excel.host.functions.openCalls]).toEqual([4, 0]);
});

test('a range arrives as its rows', async () => {
  await enter('A1', '=ENVELOPE.TOTAL(H2:H3)');
  await computed();
  expect(cell('A1')).toBe(5);
});

test.each`
  formula                      | shown
  ${'=ENVELOPE.DOUBLE("abc")'} | ${{ error: '#VALUE!' }}
  ${'=ENVELOPE.DOUBLE(1/0)'}   | ${{ error: '#DIV/0!' }}
  ${'=ENVELOPE.UNKNOWN(1)'}    | ${{ error: '#NAME?' }}
`('$formula is refused before any call', async ({ formula, shown }: { formula: string; shown: GridValue }) => {
  await enter('A1', formula);
  expect(cell('A1')).toEqual(shown);
  expect(excel.host.functions.openCalls).toBe(0);
});

test('a function that the add-in did not associate gives the client’s error', async () => {
  await enter('A1', '=ENVELOPE.ABSENT()');
  await computed();
  expect(cell('A1')).toMatchObject({ error: '#VALUE!' });
});

test('the runtime restarts: every call is made again', async () => {
  await enter('A1', '=ENVELOPE.REMAINING("PDE")');
  excel.host.functions.ready();
  await excel.host.settled();
  expect(streams).toHaveLength(2);
  await push(1, 3);
  expect(cell('A1')).toBe(3);
});

test('a workbook opened with the formula in a cell makes the call', async () => {
  const opened = startHost(
    workbookOf([{ name: 'Suivi', blocks: { A1: [[{ value: 12, formula: '=ENVELOPE.REMAINING("PDE")' }]] } }]),
    {
      functions: { file: { functions: FUNCTIONS }, namespace: 'ENVELOPE' },
    },
  );
  await opened.grid.calculated();
  expect(opened.host.functions.openCalls).toBe(1);
  opened.dispose();
});
