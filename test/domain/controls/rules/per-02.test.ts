/** PER-02: after the end (31 December 2023), for the events that the end bounds. */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { findingsIn, findingsOf, found } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';
import { ledgerOf } from '../../../support/ledgers/ledger-builder';

const endsOn = isoDate('2023-12-31');
const after = (line: number, field: 'commitmentDate' | 'serviceDate' | 'paymentDate', date: string) =>
  found('PER-02', 'error', line, field, { field, date: isoDate(date), endsOn });

test('right: the last day is inside', () => {
  expect(
    findingsIn(`
      axe 2 | date EJ    | service fait | payé le
      PDE   | 31/12/2023 | 31/12/2023   | 31/12/2023
    `),
  ).toEqual([]);
});

test('wrong: the convention of 2023 bounds the commitment, the service and the payment', () => {
  expect(
    findingsIn(`
      axe 2 | date EJ    | service fait | payé le
      PDE   | 15/11/2023 | 08/01/2024   | 10/02/2024
      PDE   | 02/01/2024 |              |
    `),
  ).toEqual([
    after(1, 'serviceDate', '2024-01-08'),
    after(1, 'paymentDate', '2024-02-10'),
    after(2, 'commitmentDate', '2024-01-02'),
  ]);
});

test('edge: another convention bounds the commitment alone; its payments are then only outside the credit year', () => {
  const convention = { ...convention2023(), endAppliesTo: ['commitment' as const] };
  expect(
    findingsIn(
      `
      axe 2 | date EJ    | service fait | payé le
      PDE   | 02/01/2024 | 08/01/2024   | 10/02/2024
    `,
      { convention },
    ),
  ).toEqual([
    after(1, 'commitmentDate', '2024-01-02'),
    found('PER-03', 'error', 1, 'paymentDate', {
      field: 'paymentDate',
      date: isoDate('2024-02-10'),
      creditYear: 2023,
      why: 'otherYear',
    }),
  ]);
});

test.each`
  ae           | date            | rules         | why
  ${'100,00'}  | ${'02/01/2024'} | ${['PER-02']} | ${'a commitment'}
  ${''}        | ${'02/01/2024'} | ${['PER-02']} | ${'an amount that is not known yet'}
  ${'-100,00'} | ${'02/01/2024'} | ${[]}         | ${'a decommitment: an earlier date would free AE of 2023'}
  ${'-100,00'} | ${'02/01/2022'} | ${['PER-01']} | ${'a decommitment before the signature'}
`('edge: after the end, « $ae » of AE dated $date: $rules, $why', ({ ae, date, rules }) => {
  const table = `axe 2 | EJ | date EJ | AE\nPDE | 1400000001 | 15/03/2023 | 100,00\nPDE | 1400000001 | ${date} | ${ae}`;
  const found = findingsIn(table, { asOf: '2024-01-31' }).filter(({ rule }) => rule.startsWith('PER'));
  expect(found.map(({ rule }) => rule)).toEqual(rules);
});

test('edge: a decommitment paid or served after the end is judged on these days', () => {
  const table = `
    axe 2 | EJ         | date EJ    | AE      | payé le    | CP
    PDE   | 1400000001 | 15/03/2023 | 100,00  |            |
    PDE   | 1400000001 | 02/01/2024 | -100,00 | 05/01/2024 | 10,00`;
  const found = findingsIn(table, { asOf: '2024-01-31' }).filter(({ rule }) => rule.startsWith('PER'));
  expect(found).toEqual([after(2, 'paymentDate', '2024-01-05')]);
});

test('edge: a convention that ends after the year of its credits: its last day is still inside it', () => {
  const convention = { ...convention2023(), endsOn: isoDate('2024-06-30') };
  expect(
    findingsIn(
      `
      axe 2 | payé le
      PDE   | 30/06/2024
      PDE   | 01/07/2024
    `,
      { convention },
    ).map(({ rule }) => rule),
  ).toEqual(['PER-03', 'PER-02']);
});

test('edge: of a row of an earlier year, the dates before the convention are right, one after its end is not', () => {
  const ledger = ledgerOf(`
    axe 2 | EJ         | date EJ    | AE     | payé le    | CP
    PDE   | 1400000001 | 14/06/2022 | 100,00 | 20/12/2022 | 60,00
    PDE   | 1400000002 | 14/06/2022 | 100,00 | 20/12/2024 | 60,00
    PDE   |            |            |        | 20/12/2022 | 7,00
  `);
  const ofEarlierYear = { ...ledger, rows: ledger.rows.map((row) => ({ ...row, isOfEarlierYear: true as const })) };
  const outside = findingsOf(ofEarlierYear, { asOf: '2024-12-31' }).filter(({ rule }) => rule.startsWith('PER'));
  expect(outside).toEqual([after(2, 'paymentDate', '2024-12-20')]);
});

test('not checkable: no column of dates', () => {
  expect(
    findingsIn(`
      axe 2 | objet
      PDE   | payé le 10/02/2024
    `),
  ).toEqual([]);
});
