/** DON-07: amounts in hidden or filtered rows, a hidden column or a hidden sheet are counted, and reported. */
import type { Finding } from '../../../../src/domain/controls/findings/finding';
import type { HiddenRows, RowKey } from '../../../../src/domain/envelopes/ledger';
import { findingsOf, found } from '../../../support/controls';
import { ledgerOf } from '../../../support/ledgers/ledger-builder';

const LEDGER = ledgerOf(`
  axe 2 | EJ         | DP        | date EJ    | AE     | payé le    | CP
  PDE   | 1400000001 |           | 15/02/2023 | 900,00 |            |
  PDE   | 1400000001 | 100000001 |            |        | 15/03/2023 | 100,00
  PDE   | 1400000001 | 100000002 |            |        | 16/03/2023 | 200,50
  PDE   | 1400000001 | 100000003 |            |        | 17/03/2023 | -0,25
  PDE   | 1400000001 | 100000004 |            |        | 18/03/2023 | 50,00
  PDE   | 1400000001 | 100000005 |            |        | 19/03/2023 | 60,00
`);

function findingsWith(
  ...hidden: readonly (readonly [first: number, count: number, what?: HiddenRows['what']])[]
): readonly Finding[] {
  const runs = hidden.map(([first, count, what = 'rows']) => ({ first: first as RowKey, count, what }));
  return findingsOf({ ...LEDGER, hidden: runs });
}

test('right: every row is seen', () => expect(findingsWith()).toEqual([]));

test('wrong: one information for a run, at its first row, with what it adds up to', () => {
  expect(findingsWith([1, 4])).toEqual([
    found('DON-07', 'info', 1, 'ae', { what: 'rows', count: 4, groups: 1, ae: 90000, cp: 30025 }),
  ]);
});

test('wrong: two runs are two findings; a hidden sheet is one', () => {
  expect(findingsWith([2, 1], [5, 2])).toEqual([
    found('DON-07', 'info', 2, 'ae', { what: 'rows', count: 1, groups: 1, ae: 0, cp: 10000 }),
    found('DON-07', 'info', 5, 'ae', { what: 'rows', count: 2, groups: 1, ae: 0, cp: 11000 }),
  ]);
  expect(findingsWith([1, 6, 'sheet'])).toEqual([
    found('DON-07', 'info', 1, 'ae', { what: 'sheet', count: 6, groups: 1, ae: 90000, cp: 41025 }),
  ]);
});

test('wrong: one information for each hidden column, at its first amount, with its sum', () => {
  const unseen = [
    { what: 'column', first: 1 as RowKey, field: 'ae', count: 1, ae: 90000, cp: 0 },
    { what: 'column', first: 2 as RowKey, field: 'cp', count: 5, ae: 0, cp: 41025 },
  ] as const;
  expect(findingsOf({ ...LEDGER, unseen })).toEqual([
    found('DON-07', 'info', 1, 'ae', { what: 'column', count: 1, groups: 1, ae: 90000, cp: 0 }),
    found('DON-07', 'info', 2, 'cp', { what: 'column', count: 5, groups: 1, ae: 0, cp: 41025 }),
  ]);
});

test('wrong: amounts that their cells do not show, or show without their minus, once for the column; a warning for the unit', () => {
  const [ae, cp] = [{ first: 1 as RowKey, field: 'ae' } as const, { first: 2 as RowKey, field: 'cp' } as const];
  const example = { shown: '900 €', cents: 90000000 };
  const unseen = [
    { what: 'figures', ...ae, count: 1, ae: 90000, cp: 0 },
    { what: 'signs', ...cp, count: 1, ae: 0, cp: -25 },
    { what: 'units', ...ae, count: 1, ae: 90000000, cp: 0, example },
  ] as const;
  expect(findingsOf({ ...LEDGER, unseen })).toEqual(
    expect.arrayContaining([
      found('DON-07', 'info', 1, 'ae', { what: 'figures', count: 1, groups: 1, ae: 90000, cp: 0 }),
      found('DON-07', 'info', 2, 'cp', { what: 'signs', count: 1, groups: 1, ae: 0, cp: -25 }),
      found('DON-07', 'warning', 1, 'ae', { what: 'units', count: 1, groups: 1, ae: 90000000, cp: 0, example }),
    ]),
  );
});

test('edge: the many runs of a filter are reported once', () => {
  expect(findingsWith([1, 1], [2, 1], [3, 1], [4, 1], [5, 1], [6, 1])).toEqual([
    found('DON-07', 'info', 1, 'ae', { what: 'rows', count: 6, groups: 6, ae: 90000, cp: 41025 }),
  ]);
});

test('edge: five runs are five findings; a hidden sheet beside the runs of a filter is reported apart', () => {
  expect(findingsWith([1, 1], [2, 1], [3, 1], [4, 1], [5, 1])).toHaveLength(5);
  const runs = [1, 2, 3, 4, 5, 6].map((first) => [first, 1] as const);
  expect(findingsWith(...runs, [4, 3, 'sheet']).map(({ details }) => details)).toEqual([
    { what: 'rows', count: 6, groups: 6, ae: 90000, cp: 41025 },
    { what: 'sheet', count: 3, groups: 1, ae: 0, cp: 10975 },
  ]);
});

test('edge: an amount that nobody can read adds nothing to what is hidden', () => {
  const unread = { kind: 'unreadable', raw: 'environ 100' } as const;
  const rows = LEDGER.rows.map((row) => (row.key === 2 ? { ...row, cp: unread } : row));
  const found07 = findingsOf({ ...LEDGER, rows, hidden: [{ first: 2 as RowKey, count: 2, what: 'rows' }] }).filter(
    ({ rule }) => rule === 'DON-07',
  );
  expect(found07).toMatchObject([{ details: { count: 2, ae: 0, cp: 20050 } }]);
});

test('edge: without a column of AE it is reported at the CP', () => {
  const fields = new Set([...LEDGER.fields].filter((field) => field !== 'ae'));
  const places = findingsOf({ ...LEDGER, fields, hidden: [{ first: 2 as RowKey, count: 1, what: 'rows' }] }).filter(
    ({ rule }) => rule === 'DON-07',
  );
  expect(places.map(({ place }) => place)).toEqual([{ kind: 'row', row: 2, field: 'cp' }]);
});
