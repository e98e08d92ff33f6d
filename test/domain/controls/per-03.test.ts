/** PER-03: inside the convention, outside the year of its credits. */
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { Euros } from '../../../src/domain/money/euros';
import { findingsIn, found } from '../../support/controls';
import { convention2023 } from '../../support/conventions';

const outside = (line: number, field: 'commitmentDate' | 'paymentDate', date: string) =>
  found('PER-03', 'error', line, field, { field, date: isoDate(date), creditYear: 2023, why: 'otherYear' });

test('right: the first and the last day of 2023', () => {
  expect(
    findingsIn(`
      axe 2 | date EJ    | payé le
      PDE   | 01/01/2023 | 31/12/2023
    `),
  ).toEqual([]);
});

test('wrong: between the signature and the new year, the credits are not open yet', () => {
  expect(
    findingsIn(`
      axe 2 | date EJ    | payé le
      PDE   | 20/12/2022 | 31/12/2022
    `),
  ).toEqual([outside(1, 'commitmentDate', '2022-12-20'), outside(1, 'paymentDate', '2022-12-31')]);
});

test('edge: a service of December 2022 consumes no credits and is not judged', () => {
  expect(
    findingsIn(`
      axe 2 | service fait | payé le
      PDE   | 20/12/2022   | 15/01/2023
    `),
  ).toEqual([]);
});

test('edge: an earlier EJ was committed in an earlier year by definition', () => {
  const convention = { ...convention2023(), rap: [{ ej: '1400000900', amount: Euros.fromCents<'CP'>(5000000) }] };
  expect(
    findingsIn(
      `
      axe 2 | EJ         | date EJ    | payé le    | CP
      PDE   | 1400000900 | 20/12/2022 | 20/01/2023 | 1 000,00
    `,
      { convention },
    ),
  ).toEqual([]);
});

test('not checkable: absent dates', () => {
  expect(
    findingsIn(`
      axe 2 | date EJ | payé le
      PDE   |         |
    `),
  ).toEqual([]);
});
