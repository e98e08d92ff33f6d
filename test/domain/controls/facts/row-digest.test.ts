/**
 * The rows that may repeat another are all those that an equal row gives, in order, and hardly any other, however many
 * rows there are.
 */
import { rowsThatMayRepeat } from '../../../../src/domain/controls/facts/row-digest';
import type { LedgerRow } from '../../../../src/domain/envelopes/ledger';
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
