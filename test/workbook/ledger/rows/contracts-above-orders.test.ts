/** A marché above its orders: a supplier and an object without any figure are no operation, whose envelope nobody asks. */
import type { CellValue } from '../../../../src/workbook/cells';
import { judged } from '../../../support/ledgers/judged';

const HEADINGS = [
  'Marché',
  'N° EJ',
  'Enveloppe',
  'Date EJ',
  'Titulaire',
  'Objet',
  'Montant AE',
  'Date paiement',
  'Montant CP',
];
const ORDERS = [1, 2, 3, 4].map((rank) => [
  ...[null, `140000000${rank}`, 'PDE', 44_958, 'Octo'],
  ...[`BC n° ${rank}`, 10_000, 45_036, 4000],
]);

function found(above: Partial<Record<string, CellValue>>): readonly string[] {
  const row = HEADINGS.map((heading) => above[heading] ?? null);
  return judged([HEADINGS, ...ORDERS.slice(0, 2), row, ...ORDERS.slice(2)]).found;
}

test.each<readonly [string, Partial<Record<string, CellValue>>]>([
  ['its holder and its object', { Marché: '2022-DGE-001', Titulaire: 'Octo', Objet: 'Accord-cadre' }],
  ['its object', { Marché: '2022-DGE-001', Objet: 'Accord-cadre à bons de commande' }],
])('a marché with %s', (_, above) => {
  expect(found(above)).toEqual([]);
});

const NAMED = { Titulaire: 'Octo', Objet: 'Étude' };

test.each<readonly [string, Partial<Record<string, CellValue>>, readonly string[]]>([
  ['an EJ', { ...NAMED, 'N° EJ': '1400000007' }, ['IMP-06 C4']],
  ['a day', { ...NAMED, 'Date EJ': 44_990 }, ['DON-01 G4', 'IMP-06 C4']],
  ['an amount to come', { ...NAMED, 'Montant AE': 'à préciser' }, ['DON-01 G4', 'IMP-06 C4']],
  ['an amount of zero', { ...NAMED, 'Montant AE': 0 }, ['IMP-06 C4']],
])('with %s, it is an operation', (_, above, expected) => {
  expect(found(above)).toEqual(expected);
});

test('a number that may be an amount leaves the row as it was', () => {
  expect(found({ ...NAMED, Marché: 5000 })).toEqual(['LEC-03 A4', 'IMP-06 C4']);
});
