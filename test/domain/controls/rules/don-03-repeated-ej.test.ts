/** DON-03: the rest of an EJ entered as another commitment, and a DP paid on two days. */
import type { RowKey } from '../../../../src/domain/envelopes/ledger';
import { findingsIn, found } from '../../../support/controls';

/** The findings DON-03 of a ledger. */
const duplicatesIn = (table: string) => findingsIn(table).filter(({ rule }) => rule === 'DON-03');
const rest = (row: number, ae: number, firstRow = 1) =>
  found('DON-03', 'warning', row, 'ae', { firstRow: firstRow as RowKey, repeats: { ae, by: 'rest', isDoubt: true } });

test('wrong: what is left of the EJ on each payment, before or after it', () => {
  const before = `
    axe 2 | EJ         | date EJ    | AE       | payé le    | CP
    PDE   | 1400000001 | 03/01/2023 | 6 000,00 | 28/01/2023 | 500,00
    PDE   | 1400000001 | 03/02/2023 | 5 500,00 | 28/02/2023 | 700,00
    PDE   | 1400000001 | 03/03/2023 | 4 800,00 | 28/03/2023 | 500,00
  `;
  expect(duplicatesIn(before)).toEqual([rest(2, 550_000), rest(3, 480_000)]);
  const after = `
    axe 2 | EJ         | date EJ    | AE       | payé le    | CP
    PDE   | 1400000001 | 03/01/2023 | 5 500,00 | 28/01/2023 | 500,00
    PDE   | 1400000001 | 03/01/2023 | 4 800,00 | 28/02/2023 | 700,00
    PDE   | 1400000001 | 03/01/2023 | 4 300,00 | 28/03/2023 | 500,00
  `;
  expect(duplicatesIn(after)).toEqual([rest(2, 480_000), rest(3, 430_000)]);
});

test.each([
  ['on the day of the EJ', '01/02/2022'],
  ['on none', '          '],
  ['at the new year', '01/01/2023'],
  ['in the January after', '15/01/2023'],
])('wrong: once, %s', (_, day) => {
  const table = `
    axe 2 | EJ         | date EJ    | AE        | payé le    | CP
    PDE   | 1400000001 | 01/02/2022 | 10 000,00 | 20/04/2022 | 4 000,00
    PDE   | 1400000001 | ${day} | 6 000,00  | 20/02/2023 | 2 500,00
  `;
  expect(duplicatesIn(table)).toEqual([rest(2, 600_000)]);
});

test.each([
  'Reprise Étude 11',
  'RAP',
  'À-nouveau Étude 11',
  'Reste à payer Étude 11',
  'EJ antérieur Étude 11',
  'Solde Étude 11',
])('wrong: once, on any day, under « %s »', (label) => {
  const table = `
    axe 2 | EJ         | objet    | date EJ    | AE        | payé le    | CP
    PDE   | 1400000001 | Étude 11 | 01/02/2022 | 10 000,00 | 20/04/2022 | 4 000,00
    PDE   | 1400000001 | ${label} | 20/12/2022 | 6 000,00  |            |
  `;
  expect(duplicatesIn(table)).toEqual([rest(2, 600_000)]);
});

test.each([
  ['another amount', 'Solde Étude 11', '5 000,00'],
  ['other words', 'Étude 11, suite', '6 000,00'],
])('right: %s', (_, label, ae) => {
  const table = `
    axe 2 | EJ         | objet    | date EJ    | AE        | payé le    | CP
    PDE   | 1400000001 | Étude 11 | 01/02/2022 | 10 000,00 | 20/04/2022 | 4 000,00
    PDE   | 1400000001 | ${label} | 20/12/2022 | ${ae}     |            |
  `;
  expect(duplicatesIn(table)).toEqual([]);
});

const AGAIN = (day: string, amounts: readonly string[], label = 'Étude') => `
  axe 2 | EJ         | objet    | titulaire | date EJ    | AE            | payé le    | CP
  PDE   | 1400000001 | Étude    | Octo      | 01/02/2022 | 10 000,00     | 20/04/2022 | 4 000,00
  PDE   | 1400000002 | Licences | Beta      | 01/02/2022 | 8 000,00      | 20/04/2022 | 3 500,00
  PDE   | 1400000003 | Audit    | Atos      | 01/02/2022 | 5 000,00      | 20/04/2022 | 900,00
  PDE   | 1400000001 | ${label} | Octo SA   | ${day}     | ${amounts[0]} |            |
  PDE   | 1400000002 | Licences | Beta      | ${day}     | ${amounts[1]} | 20/05/2023 | 4 500,00
  PDE   | 1400000003 | Audit 2  | Atos      | ${day}     | ${amounts[2]} |            |
`;
function withRowsReversed(table: string): string {
  const [headings = '', ...rows] = table.trim().split('\n');
  return [headings, ...rows.reverse()].join('\n');
}

const RESTS = ['6 000,00', '4 500,00', '4 100,00'] as const;
const ALL_RESTS = [rest(4, 600_000), rest(5, 450_000, 2), rest(6, 410_000, 3)];

/** Each month committed, and paid the month after. */
const RENTS = [
  'axe 2 | EJ | date EJ | AE | payé le | CP',
  ...['100', '200', '300'].flatMap((ae, at) => [
    `PDE | 140000000${at} | 01/02/2023 | ${ae},00 | | `,
    `PDE | 140000000${at} | 01/03/2023 | ${ae},00 | 28/03/2023 | ${ae},00`,
    `PDE | 140000000${at} | 01/04/2023 | ${ae},00 | 28/04/2023 | ${ae},00`,
  ]),
].join('\n');

test.each([
  ['three EJ, on any day, however the supplier and the label are written', AGAIN('06/02/2023', RESTS), ALL_RESTS],
  ['two: they may be equal by chance', AGAIN('06/02/2023', ['6 000,00', '4 500,00', '4 000,00']), []],
  [
    'typed from the last day to the first',
    withRowsReversed(AGAIN('06/02/2023', RESTS)),
    [rest(1, 410_000, 4), rest(2, 450_000, 5), rest(3, 600_000, 6)],
  ],
  ['« Option 1 »: it may be of the amount that is left', AGAIN('06/02/2023', RESTS, 'Option 1'), []],
  ['« Avenant »: an act of its own', AGAIN('06/02/2023', RESTS, 'Avenant 1'), []],
  ['rents: amounts that were committed before', RENTS, []],
])('the rests of EJ, by their amounts alone: %s', (_, table, expected) => {
  expect(duplicatesIn(table)).toEqual(expected);
});

test.each([
  ['no round amount: equal by no chance', ['3 587,12', '6 412,88'], [rest(2, 641_288)]],
  ['hundreds of euros: perhaps a further order', ['3 600,00', '6 400,00'], []],
])('the rest of a single EJ, in other words: %s', (_, [paid, ae], expected) => {
  const table = `
    axe 2 | EJ         | objet             | date EJ    | AE        | payé le    | CP
    PDE   | 1400000001 | Étude             | 01/02/2023 | 10 000,00 | 20/04/2023 | ${paid}
    PDE   | 1400000001 | Suite de l’étude  | 02/05/2023 | ${ae}     |            |
  `;
  expect(duplicatesIn(table)).toEqual(expected);
});

test.each([
  ['paid in part', '500,00'],
  ['paid in full, under one DP', '1 100,00'],
])('wrong: a row typed again with another date of commitment, %s', (_, paid) => {
  const table = `
    axe 2 | EJ         | objet | date EJ    | AE       | DP         | payé le    | CP
    PDE   | 1400000001 | Étude | 05/02/2023 | 1 100,00 | 0100000001 | 05/04/2023 | ${paid}
    PDE   | 1400000001 | Étude | 05/03/2023 | 1 100,00 | 0100000001 | 05/04/2023 | ${paid}
  `;
  const repeats = { ae: 110_000, by: 'row', isDoubt: true } as const;
  expect(duplicatesIn(table)).toEqual([found('DON-03', 'warning', 2, 'ae', { firstRow: 1 as RowKey, repeats })]);
});

test('right: two months of a rent, paid together without the number of a DP', () => {
  const table = `
    axe 2 | EJ         | objet | date EJ    | AE       | payé le    | CP
    PDE   | 1400000001 | Loyer | 05/02/2023 | 1 100,00 | 05/04/2023 | 1 100,00
    PDE   | 1400000001 | Loyer | 05/03/2023 | 1 100,00 | 05/04/2023 | 1 100,00
  `;
  expect(duplicatesIn(table)).toEqual([]);
});

test('right: a commitment of its own', () => {
  const single = `
    axe 2 | EJ         | opération | objet      | date EJ    | AE        | payé le    | CP
    PDE   | 1400000001 | EJ        | Étude      | 01/02/2023 | 10 000,00 | 20/04/2023 | 4 000,00
    PDE   | 1400000001 | EJ        | Étude      | 05/05/2023 | 6 000,00  |            |
    PDE   | 1400000002 | EJ        | Étude      | 01/02/2023 | 10 000,00 | 20/04/2023 | 4 000,00
    PDE   | 1400000002 | Avenant   | Étude      |            | 6 000,00  |            |
    PDE   | 1400000003 | EJ        | Étude      | 01/02/2023 | 10 000,00 | 20/04/2023 | 4 000,00
    PDE   | 1400000003 | EJ        | Formation  | 01/02/2023 | 6 000,00  |            |
    PDE   | 1400000004 | EJ        | Étude      | 01/02/2023 | 10 000,00 | 20/04/2023 | 4 000,00
    PDE   | 1400000004 | EJ        | Étude      | 01/02/2023 | 6 000,00  | 20/05/2023 | 9 000,00
  `;
  expect(duplicatesIn(single)).toEqual([]);
  const rent = `
    axe 2 | EJ         | date EJ    | AE       | payé le    | CP
    PDE   | 1400000001 | 03/01/2023 | 1 000,00 | 28/01/2023 | 1 000,00
    PDE   | 1400000001 | 03/02/2023 | 1 000,00 | 28/02/2023 | 1 000,00
    PDE   | 1400000001 | 03/03/2023 | 1 000,00 | 28/03/2023 | 1 000,00
  `;
  expect(duplicatesIn(rent)).toEqual([]);
});

test('wrong: a DP paid on two days, for the same EJ and amount, or for two EJ', () => {
  const table = `
    axe 2 | EJ         | date EJ    | AE        | DP        | payé le    | CP
    PDE   | 1400000001 | 01/02/2023 | 10 000,00 | 100000001 | 20/04/2023 | 4 000,00
    PDE   | 1400000002 | 01/02/2023 | 9 000,00  | 100000002 | 20/05/2023 | 2 000,00
    PDE   | 1400000001 |            |           | 100000001 | 20/07/2023 | 4 000,00
    PDE   | 1400000001 |            |           | 100000002 | 21/05/2023 | 500,00
  `;
  const paid = (row: number, firstRow: number, payment: { dp: string; cents: number; isOtherEj: boolean }) =>
    found('DON-03', 'warning', row, 'dpNumber', { firstRow: firstRow as RowKey, payment });
  expect(duplicatesIn(table)).toEqual([
    paid(3, 1, { dp: '100000001', cents: 400_000, isOtherEj: false }),
    paid(4, 2, { dp: '100000002', cents: 50_000, isOtherEj: true }),
  ]);
});

test('right: ranks of payments, one invoice of two EJ, an avoir, parts of one DP', () => {
  const table = `
    axe 2 | EJ         | date EJ    | AE        | DP        | payé le    | CP
    PDE   | 1400000001 | 01/02/2023 | 10 000,00 | 1         | 20/04/2023 | 4 000,00
    PDE   | 1400000002 | 01/02/2023 | 9 000,00  | 1         | 20/05/2023 | 4 000,00
    PDE   | 1400000001 |            |           | 100000003 | 20/06/2023 | 300,00
    PDE   | 1400000002 |            |           | 100000003 | 20/06/2023 | 300,00
    PDE   | 1400000001 |            |           | 100000004 | 20/07/2023 | 300,00
    PDE   | 1400000001 |            |           | 100000004 | 20/08/2023 | -300,00
    PDE   | 1400000001 |            |           | 100000005 | 20/07/2023 | 300,00
    PDE   | 1400000001 |            |           | 100000005 | 20/08/2023 | 200,00
  `;
  expect(duplicatesIn(table)).toEqual([]);
});

const again = (row: number, ae: number, severity: 'error' | 'warning', firstRow = 1) =>
  found('DON-03', severity, row, 'ae', {
    firstRow: firstRow as RowKey,
    repeats: { ae, by: 'payment', ...(severity === 'warning' && { isDoubt: true }) },
  });

const ON_PAYMENTS = (...rows: readonly string[]) =>
  ['axe 2 | EJ | titulaire | objet | date EJ | AE | service fait | payé le | CP', ...rows].join('\n');
const EJ_ALONE = 'PDE | 1400000001 | Octo | Étude | 05/02/2023 | 20 000,00 | | |';
const ERRORS = [again(2, 2_000_000, 'error')];
const DOUBTS = [again(2, 2_000_000, 'warning')];

test.each([
  ['under its label', ['PDE | 1400000001 | Octo | Étude | 05/02/2023 | 20 000,00 | | 14/03/2023 | 6 000,00'], ERRORS],
  ['paid in full', ['PDE | 1400000001 | Octo | Étude | 05/02/2023 | 20 000,00 | | 14/03/2023 | 20 000,00'], ERRORS],
  ['not paid yet', ['PDE | 1400000001 | Octo | Étude | 05/02/2023 | 20 000,00 | 01/03/2023 | | 6 000,00'], ERRORS],
  ['in words of a payment', ['PDE | 1400000001 | Octo | Facture F-01 | 05/02/2023 | 20 000,00 | | | 6 000,00'], ERRORS],
  [
    'a longer label',
    ['PDE | 1400000001 | Octo | Étude, mars | 05/02/2023 | 20 000,00 | | 14/03/2023 | 6 000,00'],
    DOUBTS,
  ],
  ['no label', ['PDE | 1400000001 | | | 05/02/2023 | 20 000,00 | | 14/03/2023 | 6 000,00'], DOUBTS],
  ['the payment’s day', ['PDE | 1400000001 | Octo | Étude | 14/03/2023 | 20 000,00 | | 14/03/2023 | 6 000,00'], DOUBTS],
  [
    'on its service too, then on each payment',
    [
      'PDE | 1400000001 | Octo | Étude | 05/02/2023 | 20 000,00 | 01/03/2023 | |',
      'PDE | 1400000001 | Octo | Étude | 05/02/2023 | 20 000,00 | 01/03/2023 | 14/03/2023 | 6 000,00',
      'PDE | 1400000001 | Octo | Étude | 05/02/2023 | 20 000,00 | 01/04/2023 | 14/04/2023 | 7 000,00',
    ],
    [again(2, 2_000_000, 'warning'), again(3, 2_000_000, 'error'), again(4, 2_000_000, 'error', 3)],
  ],
  [
    'right: another lot',
    ['PDE | 1400000001 | Octo | Étude, lot 2 | 05/02/2023 | 20 000,00 | | 14/03/2023 | 6 000,00'],
    [],
  ],
  ['right: other words', ['PDE | 1400000001 | Octo | Licences | 05/02/2023 | 20 000,00 | | 14/03/2023 | 6 000,00'], []],
  [
    'right: another supplier',
    ['PDE | 1400000001 | Beta | Étude | 05/02/2023 | 20 000,00 | | 14/03/2023 | 6 000,00'],
    [],
  ],
  ['right: another amount', ['PDE | 1400000001 | Octo | Étude | 05/02/2023 | 20 000,01 | | 14/03/2023 | 6 000,00'], []],
  [
    'right: an order of a later day',
    ['PDE | 1400000001 | Octo | Étude | 05/05/2023 | 20 000,00 | | 14/06/2023 | 6 000,00'],
    [],
  ],
  [
    'right: paid above one, as a rent',
    [
      'PDE | 1400000001 | Octo | Étude | 05/02/2023 | 20 000,00 | | 14/03/2023 | 20 000,00',
      'PDE | 1400000001 | Octo | Étude | 05/02/2023 | 20 000,00 | | 14/04/2023 | 20 000,00',
    ],
    [again(3, 2_000_000, 'error', 2)],
  ],
] as const)('the AE of a row that pays nothing, again: %s', (_, rows, expected) => {
  expect(duplicatesIn(ON_PAYMENTS(EJ_ALONE, ...rows))).toEqual(expected);
});
