/** Tables of what is ordered or invoiced, beside the payments of the same EJ: the payment alone consumes CP. */
import { sumsRead } from '../../../support/ledgers/sums-read';
import type { SheetGiven } from '../../../support/ledgers/workbook-of';

type Rows = SheetGiven['rows'];

const DAY = 45_000;
const COMMITMENTS: Rows = [
  ['N° EJ', 'Axe ministériel 2', 'Objet', 'Date EJ', 'Montant AE'],
  ['1405512301', 'PDE', 'Hébergement', DAY, 1_000],
  ['1405512302', 'SF', 'Licences', DAY + 3, 2_000],
];
const ORDERS: Rows = [
  ['N° EJ', 'Date', 'Montant'],
  ['1405512301', DAY + 30, 400],
  ['1405512302', DAY + 31, 700],
];
const PAYMENTS: Rows = [
  ['N° EJ', 'N° DP', 'Date de paiement', 'Montant payé'],
  ['1405512301', '0100302650', DAY + 40, 400],
  ['1405512302', '0100302651', DAY + 41, 300],
  ['1405512302', '0100302652', DAY + 44, 400],
];

const EJ: SheetGiven = { name: 'EJ', rows: COMMITMENTS };
const PAID: SheetGiven = { name: 'Paiements', rows: PAYMENTS };

test.each(['Mandatements', 'Mandats émis', 'Ordonnancements', 'Demandes de paiement', 'DP', 'Factures'])(
  'a sheet « %s » of amounts that are all paid',
  (name) => {
    expect(sumsRead(EJ, { name, rows: ORDERS }, PAID)).toBe('AE 3000, CP 1100, 0 unread');
  },
);

test('those that are not all paid are in doubt, and in no figure', () => {
  const paid = { name: 'Paiements', rows: PAYMENTS.slice(0, 2) };
  expect(sumsRead(EJ, { name: 'Mandatements', rows: ORDERS }, paid)).toBe('AE 3000, CP 400, 1 unread');
});

test('without other payments of their EJ, they are the payments', () => {
  expect(sumsRead(EJ, { name: 'Mandatements', rows: ORDERS })).toBe('AE 3000, CP 1100, 0 unread');
});

test.each(['Demandes de paiement', 'Mandatements', 'Factures reçues'])('under « %s », on one sheet', (title) => {
  const headings = ['N° EJ', 'Axe ministériel 2', 'N°', 'Objet', 'Date', 'Montant'];
  const ordered = [headings, ['1405512301', 'PDE', '1', 'Hébergement', DAY + 30, 400]];
  const paid = [headings, ['1405512301', 'PDE', '0100302650', 'Hébergement', DAY + 40, 400]];
  const rows = [['Engagements'], ...COMMITMENTS, [], [title], ...ordered, [], ['Paiements'], ...paid];
  expect(sumsRead({ name: 'Suivi', rows })).toBe('AE 3000, CP 400, 0 unread');
});
