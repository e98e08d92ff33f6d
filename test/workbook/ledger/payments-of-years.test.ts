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

const THREE_DAYS = ['Date de paiement', 'Date de paiement', 'Date de paiement'];
const UNEVEN = [
  [...OPERATION, 300, IN_2022, 200, IN_2023, 10, IN_2023 + 30],
  [...OTHER, null, null, 50, IN_2023 + 9, null, null],
];

test.each<readonly [string, readonly string[]]>([
  ['one heading twice', ['CP 2022', 'CP 2023', 'CP 2023']],
  ['« Montant CP (2023) » twice', ['Montant CP (2022)', 'Montant CP (2023)', 'Montant CP (2023)']],
  ['numbers after the year', ['CP 2022', 'CP 2023 (1)', 'CP 2023 (2)']],
  ['numbers before the year', ['CP 2022', 'CP 1 2023', 'CP 2 2023']],
  ['a last one without a year', ['CP 2022', 'CP 2023', 'CP']],
])('one column for a year and two for the next, each with its day: %s', (_, amounts) => {
  const headings = amounts.flatMap((amount, at) => [amount, THREE_DAYS[at] ?? '']);
  expect(figures([[...FIRST, ...headings], ...UNEVEN])).toEqual(['PDE 500 260, SF 0 0']);
});

test('two columns for a year and one for the next, days before the amounts', () => {
  const rows = [
    [...FIRST, 'Payé le', 'CP 2022', 'Payé le', 'CP 2022', 'Payé le', 'CP 2023'],
    [...OPERATION, IN_2022, 300, IN_2022 + 30, 10, IN_2023, 200],
    [...OTHER, null, null, null, null, IN_2023 + 9, 50],
  ];
  expect(figures(rows)).toEqual(['PDE 500 250, SF 0 0']);
});

test('a day that is beside no amount is that of none', () => {
  const rows = [
    [...FIRST, 'Date de paiement', 'Observations', 'CP 2022', 'Payé le', 'CP 2023', 'Payé le'],
    [...OPERATION, IN_2023, null, 300, IN_2022, 200, IN_2023],
    [...OTHER, IN_2022, null, null, null, 50, IN_2023 + 9],
  ];
  expect(figures(rows)).toEqual(['PDE 500 250, SF 0 0']);
});

test.each<readonly [string, readonly string[]]>([
  ['a column without a day', ['CP 2022', 'Date de paiement', 'CP 2023', 'CP 2023', 'Date de paiement']],
  ['days on both sides', ['Payé le', 'CP 2022', 'Payé le', 'CP 2023', 'Payé le']],
  ['another side', ['CP 2022', 'Payé le', 'Objet du paiement', 'Payé le', 'CP 2023']],
])('no payment is read with the day of another: %s', (_, headings) => {
  const cells = headings.map((heading) => (heading.startsWith('CP') ? 200 : heading.startsWith('O') ? 'x' : IN_2023));
  expect(
    figures([
      [...FIRST, ...headings],
      [...OPERATION, ...cells],
    ]),
  ).toEqual([expect.stringMatching(/^PDE 0 (?:0|-), SF 0 (?:0|-); .*LEC-0[34]/)]);
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
