/** A correction of thousands of cells, spread over the ledger: no answer of Excel is larger than the web allows. */
import type { WritePlan } from '../../../../src/workbook/plan';
import { startExcel, valueOf } from '../../../support/excel/excel';
import { workbookOf } from '../../../support/excel/grid-workbook';

const COLUMNS = 18;
/** Codes of ten columns, each in one row of 27. */
const CODES = Array.from({ length: 10 }, (_, at) => 4 + at);
/** The limit of the plan's parts, below the 5 MB of Excel on the web. */
const MOST_BYTES = 4_000_000;

const ledgerOf = (rows: number): readonly string[][] =>
  Array.from({ length: rows }, (_, row) =>
    Array.from({ length: COLUMNS }, (_unused, column) => `Libellé ${10_000 + row} ${10 + column}`),
  );

const correction = (top: number, left: number): WritePlan['steps'][number] => ({
  ...{ kind: 'setCells', sheet: 'Suivi', top, left },
  cells: [[{ value: `${top} ${left}` }]],
});

test('each request and each answer is below 4 MB, and each cell is written once', async () => {
  const ledger = ledgerOf(8_000);
  const excel = startExcel(workbookOf([{ name: 'Suivi', blocks: { A1: ledger } }]));
  const steps = CODES.flatMap((left) =>
    ledger.flatMap((_, top) => ((top * 7 + left) % 27 > 0 ? [] : [correction(top, left)])),
  );
  const before = excel.host.requests.length;
  valueOf(await excel.workbook.apply({ purpose: 'repair', expected: [], steps, keepsUndo: true }));
  const requests = excel.host.requests.slice(before);
  const tooLarge = requests.filter(
    ({ requestBytes, responseBytes }) => Math.max(requestBytes, responseBytes) > MOST_BYTES,
  );
  expect(tooLarge).toEqual([]);
  const written = excel.grid.contents().sheets[0]?.cells ?? [];
  expect(written.filter(({ row, column, value }) => value === `${row} ${column}`)).toHaveLength(steps.length);
  excel.dispose();
});

test('7,334 corrections of two columns of codes, in 20,000 rows: ten requests at most', async () => {
  const ledger = ledgerOf(20_000);
  const excel = startExcel(workbookOf([{ name: 'Suivi', blocks: { A1: ledger } }]));
  const places = Array.from({ length: 7_334 }, (_, at) => ({ top: (at * 7_919) % ledger.length, left: 6 + (at % 2) }));
  const steps = places.map(({ top, left }) => correction(top, left));
  const expected = places.map(({ top, left }) => ({
    ...{ sheet: 'Suivi', top, left },
    contents: [[ledger[top]?.[left] ?? null]],
  }));
  const before = excel.host.requests.length;
  valueOf(await excel.workbook.apply({ purpose: 'repair', expected, steps, keepsUndo: true }));
  expect(excel.host.requests.length - before).toBeLessThanOrEqual(10);
  excel.dispose();
});
