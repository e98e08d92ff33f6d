/** A correction of thousands of cells, spread over the ledger: no answer of Excel is larger than the web allows. */
import type { WritePlan } from '../../../../src/workbook/plan';
import { startExcel, valueOf } from '../../../support/excel/excel';
import { workbookOf } from '../../../support/excel/grid-workbook';
import type { RequestMeasure } from '../../../../workbench/host/host';

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

const isTooLarge = ({ requestBytes, responseBytes }: RequestMeasure): boolean =>
  Math.max(requestBytes, responseBytes) > MOST_BYTES;

test('each request and each answer is below 4 MB, and each cell is written once', async () => {
  const ledger = ledgerOf(8_000);
  const excel = startExcel(workbookOf([{ name: 'Suivi', blocks: { A1: ledger } }]));
  const steps = CODES.flatMap((left) =>
    ledger.flatMap((_, top) => ((top * 7 + left) % 27 > 0 ? [] : [correction(top, left)])),
  );
  const before = excel.host.requests.length;
  valueOf(await excel.workbook.apply({ purpose: 'repair', expected: [], steps, keepsUndo: true }));
  const requests = excel.host.requests.slice(before);
  expect(requests.filter(isTooLarge)).toEqual([]);
  const written = excel.grid.contents().sheets[0]?.cells ?? [];
  expect(written.filter(({ row, column, value }) => value === `${row} ${column}`)).toHaveLength(steps.length);
  excel.dispose();
});

/** As a filter on one of three envelopes leaves the rows. */
const TWO_OF_THREE = Array.from({ length: 20_000 }, (_, row) => row).filter((row) => row % 3 > 0);

test.each`
  hiddenRows      | actions | title
  ${[]}           | ${0.5}  | ${'none hidden'}
  ${TWO_OF_THREE} | ${8}    | ${'two rows of three hidden by a filter: each cell is written alone, but read with others'}
`(
  '7,334 corrections of two columns of codes, in 20,000 rows, ten requests at most; $title',
  async ({ hiddenRows, actions }: { readonly hiddenRows: readonly number[]; readonly actions: number }) => {
    const ledger = ledgerOf(20_000);
    const excel = startExcel(workbookOf([{ name: 'Suivi', blocks: { A1: ledger }, more: { hiddenRows } }]));
    const places = Array.from({ length: 7_334 }, (_, at) => ({ top: (at * 7_919) % 20_000, left: 6 + (at % 2) }));
    const steps = places.map(({ top, left }) => correction(top, left));
    const expected = places.map(({ top, left }) => ({
      ...{ sheet: 'Suivi', top, left },
      contents: [[ledger[top]?.[left] ?? null]],
    }));
    const before = excel.host.requests.length;
    valueOf(await excel.workbook.apply({ purpose: 'repair', expected, steps, keepsUndo: true }));
    const requests = excel.host.requests.slice(before);
    expect(requests.length).toBeLessThanOrEqual(10);
    expect(requests.filter(isTooLarge)).toEqual([]);
    expect(requests.reduce((sum, one) => sum + one.actions, 0) / places.length).toBeLessThan(actions);
    excel.dispose();
  },
);
