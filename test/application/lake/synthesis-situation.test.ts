/** The lines of the délégant's view, where the convention gives an envelope no AE or no CP. */
import { Situation } from '../../../src/application/lake/synthesis-situation';

const AMOUNTS = ['ae_allocated', 'ae_consumed', 'ae_available', 'cp_allocated', 'cp_consumed', 'cp_available'];
const COLUMNS = ['convention', 'year', 'envelope', 'programme', ...AMOUNTS, 'outstanding', 'errors', 'file'];

/** The cells from AE to the rate of CP of each line, then of the total; `null` for an amount that is not known. */
function shown(...lines: readonly (readonly (string | null)[])[]): unknown[][] {
  const columns = COLUMNS.map((name) => ({ name, type: 'text' }) as const);
  const rows = lines.map((amounts, at) => ['C1', '2023', `E${at}`, '103', ...amounts, '0.00', '0', 'a.xlsx']);
  const situation = new Situation({ columns, rows }, (file) => file);
  return situation.rows(0).map((cells) => cells.slice(4, 12).map((cell) => cell?.value));
}

test('no CP in one envelope, which pays nothing: a dash, and the totals of the others', () => {
  const [pde, sf, total] = shown(
    ['100.00', '40.00', '60.00', '50.00', '10.00', '40.00'],
    ['200.00', '50.00', '150.00', null, '0.00', null],
  );
  expect(pde).toEqual([100, 40, 60, 0.4, 50, 10, 40, 0.2]);
  expect(sf).toEqual([200, 50, 150, 0.25, '–', 0, '–', 's.o.']);
  expect(total).toEqual([300, 90, 210, 0.3, 50, 10, 40, 0.2]);
});

test('an envelope that commits under the ceiling of the whole alone: what is available is not that of the others', () => {
  // 100 000 for DO, all committed; SSFB has no AE of its own and commits 30 000: the whole is exceeded.
  const [, ssfb, total] = shown(
    ['100000.00', '100000.00', '0.00', '50.00', '10.00', '40.00'],
    [null, '30000.00', null, '50.00', '10.00', '40.00'],
  );
  expect(ssfb?.slice(0, 4)).toEqual(['–', 30_000, '–', 's.o.']);
  expect(total).toEqual(['non calculable', 130_000, 'non calculable', 'non calculable', 100, 20, 80, 0.2]);
});

test('no CP anywhere: a dash in the total too', () => {
  const none = ['100.00', '40.00', '60.00', null, '0.00', null];
  expect(shown(none, none).at(-1)).toEqual([200, 80, 120, 0.4, '–', 0, '–', 's.o.']);
});

test('a consumption that is not known is not calculable, nor is its total', () => {
  const [line, , total] = shown(
    ['100.00', null, null, '50.00', '10.00', '40.00'],
    ['100.00', '40.00', '60.00', '50.00', '10.00', '40.00'],
  );
  expect(line?.slice(0, 4)).toEqual([100, 'non calculable', 'non calculable', 'non calculable']);
  expect(total?.slice(0, 4)).toEqual([200, 'non calculable', 'non calculable', 'non calculable']);
});
