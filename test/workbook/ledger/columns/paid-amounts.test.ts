/** Amounts that are the payments beside « Date de paiement », and amounts under « Service fait », which are no dates. */
import type { CellValue } from '../../../../src/workbook/cells';
import { findLedgers } from '../../../../src/workbook/ledger/find-ledger';
import { judged } from '../../../support/ledgers/judged';
import { workbookOf } from '../../../support/ledgers/workbook-of';

const DAY = 45_000;
const EJ = '1405512301';

/** The CP paid, in a ledger of one order with columns of these headings before « Date de paiement ». */
function paid(...headings: readonly string[]): number | null {
  const rows = [
    ['N° EJ', 'Date EJ', 'Axe ministériel 2', 'AE', ...headings, 'Date de paiement'],
    [EJ, DAY, 'PDE', 1_000, ...headings.map((_, at) => 200 + at), DAY + 20],
    ['1405512302', DAY + 1, 'SF', 90, ...headings.map(() => null), null],
  ];
  return judged(rows).cp;
}

test.each([
  ...['CP du mois', 'Montant facture TTC', 'Total payé', 'Net à payer', 'Montant facturé', 'Montant de la facture'],
  ...['Montant payé du mois', 'Net payé', 'Montant net TTC'],
])('« %s » is the CP', (heading) => {
  expect(paid(heading)).toBe(200);
});

test.each([
  ['CP du mois', 'CP cumulés'],
  ['Montant facture TTC', 'Montant facture HT'],
])('« %s » is the CP beside « %s »', (heading, other) => {
  expect(paid(heading, other)).toBe(200);
});

test.each([['Reste à payer'], ['CP prévus du mois'], ['Montant facture HT'], ['Montant facture TTC', 'Net à payer']])(
  '%s: nothing is paid for sure',
  (...headings) => {
    expect(paid(...headings)).toBeNull();
  },
);

test('a column of CP is preferred', () => {
  expect(paid('Montant facture TTC', 'CP')).toBe(201);
});

test('a table of invoices with the days of their payment', () => {
  const ledger = {
    name: 'EJ',
    rows: [
      ['N° EJ', 'Date EJ', 'Axe ministériel 2', 'Montant AE'],
      [EJ, DAY, 'PDE', 1_000],
    ],
  };
  const rows = [
    ['N° EJ', 'N° facture', 'Montant facture TTC', 'Date de paiement'],
    [EJ, 'F1', 200, DAY + 20],
    [EJ, 'F2', 50, null],
  ];
  expect(judged([ledger, { name: 'Feuil2', rows }]).cp).toBe(200);
});

test.each([
  ['grows from row to row of an EJ is asked about', [200, 300, 40], null],
  ['does not is the CP', [300, 200, 40], 540],
])('« Total payé » that %s', (_, [first, second, third], expected) => {
  const rows = [
    ['N° EJ', 'Date EJ', 'Axe ministériel 2', 'AE', 'Total payé', 'Date de paiement'],
    [EJ, DAY, 'PDE', 1_000, first, DAY + 20],
    [EJ, null, 'PDE', null, second, DAY + 50],
    ['1405512302', DAY, 'PDE', 100, third, DAY + 50],
  ] as CellValue[][];
  expect(judged(rows).cp).toBe(expected);
});

/** The heading that is read as the date of service fait; undefined for none. */
function serviceDate(values: readonly CellValue[], inEuros = false): string | undefined {
  const rows = values.map((value, at) => [`140551230${at}`, DAY, 'PDE', 100_000, value]);
  const formats = Object.fromEntries(values.map((_, at) => [`E${at + 2}`, inEuros ? '#,##0.00 €' : 'General']));
  const headings = ['N° EJ', 'Date EJ', 'Axe 2', 'AE', 'Service fait'];
  const found = findLedgers(workbookOf({ name: 'Suivi', rows: [headings, ...rows], formats }));
  return found[0]?.blocks[0].block.columns.get('serviceDate')?.heading;
}

test.each<[string, readonly CellValue[], boolean, string | undefined]>([
  ['days', [DAY, DAY + 3], false, 'Service fait'],
  ['a day and a wrong one', [DAY, 4_500], false, 'Service fait'],
  ['amounts with cents', [20_000.5, 3_000], false, undefined],
  ['one amount with cents', [20_000.5], false, undefined],
  ['amounts', [20_000, 3_000], false, undefined],
  ['amounts shown in euros', [45_000, 40_000], true, undefined],
])('« Service fait » over %s', (_, values, inEuros, expected) => {
  expect(serviceDate(values, inEuros)).toBe(expected);
});
