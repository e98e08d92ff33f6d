/** A retrait on an EJ committed in advance frees the credits that the EJ took: those of the next year. */
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { chargeLedger } from '../../../src/domain/envelopes/charged-ledger';
import { withAdvances } from '../../../src/domain/envelopes/commitment-year';
import type { Convention } from '../../../src/domain/envelopes/convention';
import { conventionAt } from '../../../src/domain/envelopes/credit-years';
import type { LedgerRow } from '../../../src/domain/envelopes/ledger';
import { convention2023 } from '../../support/conventions';
import { ledgerOf } from '../../support/ledgers/ledger-builder';

const BASE = convention2023();
const BOTH: Convention = {
  ...BASE,
  endsOn: isoDate('2024-12-31'),
  otherYears: [{ year: 2024, ceilings: BASE.ceilings, envelopes: BASE.envelopes, rap: [] }],
};
const IN_ADVANCE = 'Engagement anticipé | 1400000001 | 20/11/2023 | 5 000,00';

/** The rows of a table, as they are read. */
function rowsOf(lines: readonly string[]): readonly LedgerRow[] {
  const table = ['axe 2 | opération | EJ | date EJ | AE | état', ...lines.map((line) => `PDE | ${line}`)].join('\n');
  return withAdvances(ledgerOf(table).rows);
}

/** Euros of AE committed on the credits of each year. */
function committed(lines: readonly string[]): readonly number[] {
  const rows = rowsOf(lines);
  return ['2023-12-31', '2024-12-31'].map((day) => {
    const { effectOf } = chargeLedger({ ...ledgerOf(''), rows }, conventionAt(BOTH, isoDate(day)), isoDate(day));
    return rows.reduce((sum, row) => sum + effectOf(row).aeConsumed, 0) / 100;
  });
}

test.each<readonly [string, readonly string[], readonly number[]]>([
  ['the EJ alone', [IN_ADVANCE], [0, 5_000]],
  ['its retrait of December', [IN_ADVANCE, 'Retrait | 1400000001 | 10/12/2023 | -1 000,00'], [0, 4_000]],
  ['its retrait of the next year', [IN_ADVANCE, 'Retrait | 1400000001 | 10/05/2024 | -1 000,00'], [0, 4_000]],
  ['its retrait of the next December', [IN_ADVANCE, 'Retrait | 1400000001 | 10/12/2024 | -1 000,00'], [0, 4_000]],
  [
    'the retrait of another EJ',
    [IN_ADVANCE, 'EJ | 1400000002 | 10/03/2023 | 900,00', 'Retrait | 1400000002 | 10/12/2023 | -100,00'],
    [800, 5_000],
  ],
  [
    'an EJ that is of both years',
    [IN_ADVANCE, 'EJ | 1400000001 | 10/03/2023 | 900,00', 'Retrait | 1400000001 | 10/12/2023 | -100,00'],
    [800, 5_000],
  ],
  ['an EJ by its status', ['Engagement | 1400000001 | 20/11/2023 | 5 000,00 | EJ anticipé'], [0, 5_000]],
  [
    'the retrait, named so, of an EJ in advance on this year',
    ['EJ anticipé | 1400000001 | 20/11/2022 | 5 000,00', 'Retrait EJ anticipé | 1400000001 | 15/11/2023 | -100,00'],
    [4_900, 0],
  ],
  [
    'the retrait, named so or not, of an EJ before November',
    [
      'EJ anticipé | 1400000001 | 20/10/2023 | 5 000,00',
      'Retrait EJ anticipé | 1400000001 | 15/11/2023 | -100,00',
      'Retrait | 1400000001 | 16/11/2023 | -10,00',
    ],
    [4_890, 0],
  ],
  [
    'the retrait, named so, of an EJ that is none',
    ['EJ | 1400000001 | 20/10/2023 | 5 000,00', 'Retrait par anticipation | 1400000001 | 15/11/2023 | -100,00'],
    [4_900, 0],
  ],
  ['a contract that ends early', ['Fin anticipée | 1400000001 | 15/11/2023 | 10,00'], [10, 0]],
])('%s: %j of AE in 2023 and 2024', (_, lines, expected) => {
  expect(committed(lines)).toEqual(expected);
});

test('without a commitment in advance, the rows are the same', () => {
  const rows = ledgerOf('axe 2 | EJ | date EJ | AE\nPDE | 1400000001 | 20/11/2023 | 5 000,00').rows;
  expect(withAdvances(rows)).toBe(rows);
});
