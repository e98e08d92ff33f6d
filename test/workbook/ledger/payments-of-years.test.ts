/** Payments in columns of years, each beside its day: « CP 2022 | Date de paiement | CP 2023 | Date de paiement ». */
import { figures } from '../../support/ledgers/habit';

const [IN_2022, IN_2023] = [44_700, 45_100];
const FIRST = ['Enveloppe', 'N° EJ', 'Objet', 'Date engagement', 'AE'];
const OPERATION = ['PDE', '1405700001', 'Lot 1', IN_2022 - 90, 1000];
const OTHER = ['PDE', '1405700002', 'Lot 2', IN_2023 - 90, 500];

test.each<readonly [string, readonly string[]]>([
  ['bare days', ['CP 2022', 'Date de paiement', 'CP 2023', 'Date de paiement']],
  ['days of a year', ['CP 2022', 'Date paiement 2022', 'CP 2023', 'Date paiement 2023']],
  ['« Payé le »', ['Payé 2022', 'Payé le', 'Payé 2023', 'Payé le']],
])('after the amount, %s', (_, headings) => {
  const rows = [
    [...FIRST, ...headings],
    [...OPERATION, 300, IN_2022, 200, IN_2023],
    [...OTHER, null, null, 50, IN_2023 + 9],
  ];
  expect(figures(rows)).toEqual(['PDE 500 250, SF 0 0']);
});

test('before the amount', () => {
  const rows = [
    [...FIRST, 'Payé le', 'CP 2022', 'Payé le', 'CP 2023'],
    [...OPERATION, IN_2022, 300, IN_2023, 200],
    [...OTHER, null, null, IN_2023 + 9, 50],
  ];
  expect(figures(rows)).toEqual(['PDE 500 250, SF 0 0']);
});

test('in groups of years', () => {
  const rows = [
    [...FIRST, '2022', null, '2023', null],
    [null, null, null, null, null, 'CP payés', 'Date de paiement', 'CP payés', 'Date de paiement'],
    [...OPERATION, 300, IN_2022, 200, IN_2023],
    [...OTHER, null, null, 50, IN_2023 + 9],
  ];
  expect(figures(rows)).toEqual(['PDE 500 250, SF 0 0']);
});

test.each<readonly [string, readonly string[]]>([
  ['no day for the second', ['CP 2022', 'Date de paiement', 'CP 2023']],
  ['the day of another year', ['CP 2022', 'Date paiement 2022', 'CP 2023', 'Date paiement 2024']],
])('no payments of the row: %s', (_, headings) => {
  const rows = [
    [...FIRST, ...headings],
    [...OPERATION, 300, IN_2022, 200, IN_2023],
  ];
  expect(figures(rows).every((one) => one.includes('LEC-0'))).toBe(true);
});
