/** PER-05: a service or a payment before its commitment, a payment before its receipt. */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { Euros } from '../../../../src/domain/money/euros';
import { findingsIn, found } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';

const before = (line: number, field: 'serviceDate' | 'paymentDate', date: string, committed: string) =>
  found('PER-05', 'error', line, field, {
    field,
    date: isoDate(date),
    other: 'commitmentDate',
    otherDate: isoDate(committed),
  });

test('right: committed, served, received, paid, on one day or on several', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | date EJ    | AE       | service fait | reçue le   | payé le    | CP
      PDE   | 1400000001 | 15/02/2023 | 1 000,00 |              |            |            |
      PDE   | 1400000001 |            |          | 15/02/2023   | 15/02/2023 | 15/02/2023 | 400,00
      PDE   | 1400000001 |            |          | 28/02/2023   | 27/02/2023 | 20/03/2023 | 500,00
    `),
  ).toEqual([]);
});

test('wrong: the commitment of the EJ is on another row, above or below', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | date EJ    | AE       | service fait | payé le    | CP
      PDE   | 1400000001 |            |          | 14/02/2023   | 20/03/2023 | 400,00
      PDE   | 1400000001 | 15/02/2023 | 1 000,00 |              |            |
      PDE   | 1400000001 |            |          | 01/02/2023   | 10/02/2023 | 100,00
    `),
  ).toEqual([
    before(1, 'serviceDate', '2023-02-14', '2023-02-15'),
    before(3, 'serviceDate', '2023-02-01', '2023-02-15'),
  ]);
});

test('wrong: on the same row, without a number; a payment alone', () => {
  expect(
    findingsIn(`
      axe 2 | date EJ    | AE     | service fait | payé le    | CP
      PDE   | 15/02/2023 | 100,00 | 14/02/2023   |            |
      PDE   | 15/02/2023 | 101,00 |              | 14/02/2023 |
    `).filter(({ rule }) => rule === 'PER-05'),
  ).toEqual([
    before(1, 'serviceDate', '2023-02-14', '2023-02-15'),
    before(2, 'paymentDate', '2023-02-14', '2023-02-15'),
  ]);
});

test.each`
  ae          | isFound  | why
  ${'100,00'} | ${true}  | ${'a commitment'}
  ${'0,00'}   | ${true}  | ${'a payment that repeats the day of its commitment, with no AE'}
  ${''}       | ${true}  | ${'the same, its AE left empty'}
  ${'-10,00'} | ${false} | ${'a retrait, whose day is not that of the commitment'}
`('a service the day before, on a row without a number and with « $ae » of AE: $isFound, $why', ({ ae, isFound }) => {
  const found05 = findingsIn(`
    axe 2 | date EJ    | AE    | service fait | CP
    PDE   | 15/02/2023 | ${ae} | 14/02/2023   | 60,00
  `).filter(({ rule }) => rule === 'PER-05');
  expect(found05).toEqual(isFound ? [before(1, 'serviceDate', '2023-02-14', '2023-02-15')] : []);
});

test('wrong: a payment that repeats the day of its commitment, on an EJ that no row commits', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | date EJ    | AE | service fait | payé le    | CP
      PDE   | 1400000001 | 15/02/2023 |    | 14/02/2023   | 20/03/2023 | 60,00
    `).filter(({ rule }) => rule === 'PER-05'),
  ).toEqual([before(1, 'serviceDate', '2023-02-14', '2023-02-15')]);
});

test('wrong: paid before it was received, at the receipt', () => {
  expect(
    findingsIn(`
      axe 2 | service fait | reçue le   | payé le
      PDE   | 28/02/2023   | 21/03/2023 | 20/03/2023
    `),
  ).toEqual([
    found('PER-05', 'error', 1, 'receiptDate', {
      field: 'receiptDate',
      date: isoDate('2023-03-21'),
      other: 'paymentDate',
      otherDate: isoDate('2023-03-20'),
    }),
  ]);
});

test('edge: the first commitment counts, its complements come later', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | date EJ    | AE       | service fait | payé le    | CP
      PDE   | 1400000001 | 15/06/2023 | 500,00   |              |            |
      PDE   | 1400000001 | 15/02/2023 | 1 000,00 |              |            |
      PDE   | 1400000001 |            |          | 28/02/2023   | 20/03/2023 | 400,00
    `),
  ).toEqual([]);
});

test('edge: a payment before its own service, after the commitment, is EJ-07 alone', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | date EJ    | AE       | service fait | payé le    | CP
      PDE   | 1400000001 | 15/02/2023 | 1 000,00 |              |            |
      PDE   | 1400000001 |            |          | 28/02/2023   | 20/02/2023 | 400,00
    `).map(({ rule }) => rule),
  ).toEqual(['EJ-07']);
});

test('edge: a date that breaks the period has its finding there, and a commitment that breaks it decides for nobody', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | date EJ    | AE       | service fait | payé le    | CP
      PDE   | 1400000001 | 15/02/2023 | 1 000,00 |              |            |
      PDE   | 1400000001 |            |          | 28/02/2022   | 20/03/2023 | 400,00
      PDE   | 1400000002 | 15/02/2024 | 1 000,00 |              |            |
      PDE   | 1400000002 |            |          | 28/02/2023   | 20/03/2023 | 400,00
    `).map(({ rule, place }) => [rule, place.kind === 'row' && Number(place.row)]),
  ).toEqual([
    ['PER-01', 2],
    ['PER-02', 3],
  ]);
});

test('not checkable: an earlier EJ without a date, a commitment without one', () => {
  const convention = { ...convention2023(), rap: [{ ej: '1400000900', amount: Euros.fromCents<'CP'>(73_032_00) }] };
  const table = `
    axe 2 | EJ         | date EJ    | AE       | service fait | payé le    | CP
    PDE   | 1400000900 |            |          | 20/12/2022   | 20/01/2023 | 400,00
    PDE   | 1400000002 |            | 1 000,00 |              |            |
    PDE   | 1400000002 | 15/02/2023 | 1 001,00 |              |            |
    PDE   | 1400000002 |            |          | 28/01/2023   | 20/02/2023 | 400,00
  `;
  expect(findingsIn(table, { convention }).map(({ rule }) => rule)).toEqual(['DON-01']);
});

test('edge: a retrait dated earlier is no commitment', () => {
  expect(
    findingsIn(`
      axe 2 | opération | EJ         | date EJ    | AE       | service fait | payé le    | CP
      PDE   | Retrait   | 1400000001 | 01/02/2023 | -10,00   |              |            |
      PDE   | EJ        | 1400000001 | 15/02/2023 | 1 000,00 |              |            |
      PDE   | DP        | 1400000001 |            |          | 10/02/2023   | 20/03/2023 | 400,00
    `).filter(({ rule }) => rule === 'PER-05'),
  ).toEqual([before(3, 'serviceDate', '2023-02-10', '2023-02-15')]);
});

test('edge: served before its commitment, its invoice received and not paid yet: the service alone', () => {
  const found05 = findingsIn(`
    axe 2 | EJ         | date EJ    | AE     | service fait | reçue le   | payé le | CP
    PDE   | 1400000001 | 15/02/2023 | 100,00 | 14/02/2023   | 20/02/2023 |         |
  `).filter(({ rule }) => rule === 'PER-05');
  expect(found05).toEqual([before(1, 'serviceDate', '2023-02-14', '2023-02-15')]);
});

test('edge: served before its commitment and paid, the day of the receipt not known: the service alone', () => {
  const found05 = findingsIn(`
    axe 2 | EJ         | date EJ    | AE     | service fait | reçue le | payé le    | CP
    PDE   | 1400000001 | 15/02/2023 | 100,00 | 14/02/2023   |          | 20/02/2023 | 50,00
  `).filter(({ rule }) => rule === 'PER-05');
  expect(found05).toEqual([before(1, 'serviceDate', '2023-02-14', '2023-02-15')]);
});

test.each`
  first                             | isFound  | why
  ${'projet | 1400000001 | 100,00'} | ${false} | ${'a project commits nothing yet'}
  ${'| 1400000001 | 0,00'}          | ${false} | ${'an AE of zero commits nothing'}
  ${'| 1400000001 |'}               | ${false} | ${'no AE commits nothing'}
  ${'| 1400000002 | 100,00'}        | ${false} | ${'another EJ'}
  ${'| 1400000001 | 0,01'}          | ${true}  | ${'a cent commits'}
  ${'| 1400000001 | environ 100'}   | ${true}  | ${'a commitment, though nobody can read how much'}
`('a service before « $first » of AE on its EJ: found $isFound, $why', ({ first, isFound }) => {
  const [status, ej, ae] = (first as string).split('|');
  const found05 = findingsIn(`
    axe 2 | état      | EJ         | date EJ    | AE    | service fait | payé le    | CP
    PDE   | ${status} | ${ej}      | 15/02/2023 | ${ae} |              |            |
    PDE   |           | 1400000001 |            |       | 14/02/2023   | 20/03/2023 | 40,00
  `).filter(({ rule }) => rule === 'PER-05');
  expect(found05).toEqual(isFound ? [before(2, 'serviceDate', '2023-02-14', '2023-02-15')] : []);
});

test('edge: a payment out of the period has its finding there, not at its receipt', () => {
  expect(
    findingsIn(`
      axe 2 | service fait | reçue le   | payé le
      PDE   | 30/11/2023   | 08/01/2024 | 07/01/2024
    `).map(({ rule }) => rule),
  ).toEqual(['PER-02']);
});

test('edge: of the payments of an EJ, one served the day before its commitment is wrong, one on the day is right', () => {
  const found05 = findingsIn(`
    axe 2 | EJ         | date EJ    | AE     | service fait | payé le    | CP
    PDE   | 1400000001 | 15/02/2023 | 100,00 |              |            |
    PDE   | 1400000001 |            |        | 14/02/2023   | 20/03/2023 | 40,00
    PDE   | 1400000001 |            |        | 15/02/2023   | 20/03/2023 | 30,00
  `).filter(({ rule }) => rule === 'PER-05');
  expect(found05).toEqual([before(2, 'serviceDate', '2023-02-14', '2023-02-15')]);
});

test('edge: served before its commitment, received and paid in order: the service alone', () => {
  const found05 = findingsIn(`
    axe 2 | EJ         | date EJ    | AE     | service fait | reçue le   | payé le    | CP
    PDE   | 1400000001 | 15/02/2023 | 100,00 | 14/02/2023   | 19/02/2023 | 20/02/2023 | 50,00
    PDE   | 1400000002 | 15/02/2023 | 101,00 | 14/02/2023   | 20/02/2023 | 20/02/2023 | 51,00
  `).filter(({ rule }) => rule === 'PER-05');
  expect(found05).toEqual([
    before(1, 'serviceDate', '2023-02-14', '2023-02-15'),
    before(2, 'serviceDate', '2023-02-14', '2023-02-15'),
  ]);
});

test('right: an EJ of the restes à payer, of which the ledger has a complement alone', () => {
  const convention = { ...convention2023(), rap: [{ ej: '1404000123', amount: Euros.fromCents<'CP'>(73_032_00) }] };
  const table = (ej: string) => `
    axe 2 | EJ    | date EJ    | AE       | service fait | payé le    | CP
    PDE   | ${ej} | 01/03/2023 | 1 000,00 |              |            |
    PDE   | ${ej} |            |          | 31/01/2023   | 15/02/2023 | 500,00
  `;
  const outOfOrder = (ej: string) => findingsIn(table(ej), { convention }).filter(({ rule }) => rule === 'PER-05');
  expect(outOfOrder('1404000123')).toEqual([]);
  expect(outOfOrder('1404000124')).toEqual([before(2, 'serviceDate', '2023-01-31', '2023-03-01')]);
});

test('right: spending without prior commitment, of which AE and CP are of the day of payment', () => {
  const found05 = findingsIn(`
    axe 2 | EJ         | date EJ    | AE     | service fait | payé le    | CP
    PDE   |            | 10/05/2023 | 100,00 | 25/04/2023   | 10/05/2023 | 100,00
    PDE   | 1400000001 | 10/05/2023 | 100,00 | 25/04/2023   | 10/05/2023 | 100,00
    PDE   |            | 09/05/2023 | 101,00 | 25/04/2023   | 10/05/2023 | 101,00
    PDE   |            | 10/05/2023 | 102,00 | 25/04/2023   | 10/05/2023 | 50,00
  `).filter(({ rule }) => rule === 'PER-05');
  expect(found05).toEqual([
    before(2, 'serviceDate', '2023-04-25', '2023-05-10'),
    before(3, 'serviceDate', '2023-04-25', '2023-05-09'),
    before(4, 'serviceDate', '2023-04-25', '2023-05-10'),
  ]);
});
