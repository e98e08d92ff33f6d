/** PER-01: before the signature (13 December 2022 for the 2023 convention). */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { Euros } from '../../../../src/domain/money/euros';
import { describeFinding } from '../../../../src/messages/describe-finding';
import { findingsIn, found } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';

const signedOn = isoDate('2022-12-13');
const before = (line: number, field: 'commitmentDate' | 'serviceDate' | 'paymentDate', date: string) =>
  found('PER-01', 'error', line, field, { field, date: isoDate(date), signedOn });

test('right: dates of the year of the credits', () => {
  expect(
    findingsIn(`
      axe 2 | date EJ    | service fait | payé le
      PDE   | 02/01/2023 | 15/02/2023   | 20/03/2023
    `),
  ).toEqual([]);
});

test('wrong: each date before the signature, and not as outside the credit year too', () => {
  expect(
    findingsIn(`
      axe 2 | date EJ    | service fait | payé le
      PDE   | 05/12/2022 | 15/02/2023   | 20/03/2023
      PDE   | 05/12/2022 | 06/12/2022   | 12/12/2022
    `),
  ).toEqual([
    before(1, 'commitmentDate', '2022-12-05'),
    before(2, 'commitmentDate', '2022-12-05'),
    before(2, 'serviceDate', '2022-12-06'),
    before(2, 'paymentDate', '2022-12-12'),
  ]);
});

test('edge: the day of the signature is inside the convention (though outside the credit year)', () => {
  expect(
    findingsIn(`
      axe 2 | date EJ
      PDE   | 12/12/2022
      PDE   | 13/12/2022
    `).map(({ rule }) => rule),
  ).toEqual(['PER-01', 'PER-03']);
});

test('edge: an earlier EJ was committed, and perhaps served, before the convention; its payment was not', () => {
  const convention = { ...convention2023(), rap: [{ ej: '1400000900', amount: Euros.fromCents<'CP'>(5000000) }] };
  expect(
    findingsIn(
      `
      axe 2 | EJ         | date EJ    | service fait | payé le    | CP
      PDE   | 1400000900 | 03/05/2022 | 30/11/2022   | 20/01/2023 | 1 000,00
      PDE   | 1400000900 | 03/05/2022 | 30/11/2022   | 01/12/2022 | 2 000,00
    `,
      { convention },
    ),
  ).toEqual([before(2, 'paymentDate', '2022-12-01')]);
});

test('not checkable: absent or unreadable dates', () => {
  expect(
    findingsIn(`
      axe 2 | date EJ   | AE     | payé le
      PDE   |           |        |
      PDE   | vers juin | 100,00 |
    `).map(({ rule }) => rule),
  ).toEqual(['DON-01']);
});

test('wrong: an EJ dated before it may be one of those that the opening RAP of its envelope is given for', () => {
  const of2022 = findingsIn(`
    axe 2           | EJ         | date EJ    | AE       | payé le    | CP
    PDE             | 1400000009 | 01/06/2022 | 6 000,00 | 20/02/2023 | 2 500,00
    PDE             | 1400000010 | 20/12/2022 | 6 000,00 | 20/02/2023 | 2 500,00
    Signaux Faibles | 1400000011 | 01/06/2022 | 6 000,00 | 20/02/2023 | 2 500,00
  `);
  const ofPeriod = of2022.filter(({ rule }) => rule === 'PER-01' || rule === 'PER-03');
  expect(ofPeriod.map(({ rule, details }) => [rule, 'rap' in details ? details.rap : null])).toEqual([
    ['PER-01', 7_303_200],
    ['PER-03', 7_303_200],
    ['PER-01', null],
  ]);
  expect(ofPeriod.map((finding) => describeFinding(finding, convention2023(), 'fr').message)).toEqual([
    expect.stringContaining('inscrivez-le dans ENV_RAP'),
    expect.stringContaining('inscrivez-le dans ENV_RAP'),
    expect.stringContaining('sur d’autres crédits'),
  ]);
});

test('payments that repeat the date of their EJ: it is reported once, or EJ-01 asks for the commitment', () => {
  const rules = (rows: string): readonly string[] =>
    findingsIn(`
      axe 2 | EJ         | date EJ    | AE       | payé le    | CP
      ${rows}`)
      .map(({ rule }) => rule)
      .filter((rule) => rule === 'PER-01' || rule === 'EJ-01');
  expect(
    rules(`PDE | 1400000009 | 01/06/2022 | 6 000,00 | 20/02/2023 | 2 500,00
      PDE | 1400000009 | 01/06/2022 |  | 20/03/2023 | 1 500,00`),
  ).toEqual(['PER-01']);
  expect(rules('PDE | 1400000009 | 01/06/2022 |  | 20/02/2023 | 2 500,00')).toEqual(['EJ-01']);
});
