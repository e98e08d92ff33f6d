/**
 * The rows that may repeat another are all those that an equal row gives, in order, and hardly any other, however many
 * rows there are.
 */
import { rowsThatMayRepeat } from '../../../../src/domain/controls/facts/row-digest';
import type { LedgerRow } from '../../../../src/domain/envelopes/ledger';
import { rowOf } from '../../envelopes/builders';
import { drawer, ledgerFor } from '../../../bench/ledgers';

const ROWS = 6_000;

test.each([1, 2, 3])('rows drawn with repetitions, draw %d', (seed) => {
  const { rows } = ledgerFor(ROWS, 0);
  const draw = drawer(seed);
  const drawn = rows.map((row): LedgerRow => (draw(50) === 0 ? { ...(rows[draw(ROWS)] ?? row), key: row.key } : row));
  expect(rowsThatMayRepeat(drawn)).toEqual(expectedOf(drawn));
});

test('no row, one row, and rows that are all equal', () => {
  const { rows } = ledgerFor(2, 0);
  const [first] = rows;
  expect(rowsThatMayRepeat([])).toEqual([]);
  expect(rowsThatMayRepeat(rows)).toEqual([]);
  const same = first ? [first, first, first] : [];
  expect(rowsThatMayRepeat(same)).toEqual(same);
});

/** Rows whose text, the key aside, is that of another. */
function expectedOf(rows: readonly LedgerRow[]): readonly LedgerRow[] {
  const texts = rows.map(({ key: _, ...row }) => JSON.stringify(row));
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return rows.filter((_, index) => (counts.get(texts[index] ?? '') ?? 0) > 1);
}

test.each(['ae', 'cp', 'commitmentDate', 'serviceDate', 'paymentDate', 'ej', 'dpNumber', 'label', 'supplier'] as const)(
  'two rows that differ by %s do not repeat each other',
  (field) => {
    const one: LedgerRow = {
      ...rowOf({ ej: '1400000001', ae: 1, cp: 2, committed: '2023-01-01', service: '2023-02-01', paid: '2023-03-01' }),
      ...{ dpNumber: '0100000001', label: 'Mission', supplier: 'ACME' },
    };
    const other: LedgerRow = {
      ...rowOf({ ej: '1400000002', ae: 3, cp: 4, committed: '2023-01-02', service: '2023-02-02', paid: '2023-03-02' }),
      ...{ dpNumber: '0100000002', label: 'Retour', supplier: 'Béta' },
    };
    expect(rowsThatMayRepeat([one, { ...one, [field]: other[field] }])).toEqual([]);
    expect(rowsThatMayRepeat([one, { ...one }])).toHaveLength(2);
  },
);
