/** A unit in the row of headings, or in the label of a total: the amounts are in no figure, and are errors. */
import { figures, JANUARY, MARCH, type Rows } from '../../../support/ledgers/habit';

const HEADINGS = ['N° EJ', 'Date EJ', 'Axe 2', 'Montant AE', 'Date paiement', 'Montant CP'];
const FIRST = ['1405700001', JANUARY, 'PDE', 10, MARCH, 0.6];
const SECOND = ['1405700002', JANUARY, 'PDE', 5, null, null];
const NOTHING_READ = 'PDE 0 0, SF 0 0; DON-01';
const READ = 'PDE 15 0.6, SF 0 0';

test.each<readonly [string, Rows, string]>([
  ['« en k€ » to the right of the headings', [[...HEADINGS, null, null, null, 'en k€'], FIRST, SECOND], NOTHING_READ],
  ['« (k€) » beside the last one', [[...HEADINGS, '(k€)'], FIRST, SECOND], NOTHING_READ],
  ['« en € » is the unit that is read', [[...HEADINGS, null, 'en €'], FIRST, SECOND], READ],
  ['no unit', [HEADINGS, FIRST, SECOND], READ],
  [
    '« Total (k€) » of the cells above',
    [HEADINGS, FIRST, SECOND, ['Total (k€)', null, null, 15, null, 0.6]],
    NOTHING_READ,
  ],
  ['« Total (€) »', [HEADINGS, FIRST, SECOND, ['Total (€)', null, null, 15, null, 0.6]], READ],
  ['« Total »', [HEADINGS, FIRST, SECOND, ['Total', null, null, 15, null, 0.6]], READ],
])('%s', (_, rows, expected) => {
  expect(figures(rows)).toEqual([expected]);
});

test('a column that holds something under its unit is no unit of the others', () => {
  const [first] = figures([
    [...HEADINGS, 'k€'],
    [...FIRST, 0.01],
    [...SECOND, 0.005],
  ]);
  expect(first).toContain('PDE 15 0.6');
});

test('« Total (k€) » of amounts in euros, divided by a thousand, is no unit of theirs', () => {
  const [first] = figures([
    HEADINGS,
    ['1405700001', JANUARY, 'PDE', 10_000, MARCH, 600],
    ['1405700002', JANUARY, 'PDE', 5000, null, null],
    ['Total (k€)', null, null, 15, null, 0.6],
  ]);
  expect(first).toContain('PDE 15000 600');
});
