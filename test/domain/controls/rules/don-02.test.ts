/** DON-02: an amount or a date kept as text. */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { findingsIn, found } from '../../../support/controls';

test('right: numbers and dates as such', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | date EJ    | AE
      PDE   | 1400000001 | 15/02/2023 | 1 234,50
    `),
  ).toEqual([]);
});

test('wrong: each is repaired with the value that was read', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | date EJ          | AE
      PDE   | 1400000001 | texte 15.02.2023 | texte 1 234,50 €
    `),
  ).toEqual([
    found(
      'DON-02',
      'warning',
      1,
      'commitmentDate',
      { field: 'commitmentDate', raw: '15.02.2023', what: 'date' },
      { kind: 'date', date: isoDate('2023-02-15') },
    ),
    found(
      'DON-02',
      'warning',
      1,
      'ae',
      { field: 'ae', raw: '1 234,50 €', what: 'amount' },
      { kind: 'amount', cents: 123450 },
    ),
  ]);
});

test('edge: a text with fractions of a cent is not rewritten for certain; they are DON-09', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | date EJ    | AE
      PDE   | 1400000001 | 15/02/2023 | texte 10,0055
    `),
  ).toEqual([
    found('DON-02', 'warning', 1, 'ae', { field: 'ae', raw: '10,0055', what: 'amount' }),
    found('DON-09', 'warning', 1, 'ae', { field: 'ae', raw: '10,0055', cents: 1001 }),
  ]);
});

test('edge: a text that cannot be read is DON-01 alone; « # » is nothing', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | date EJ    | AE         | CP
      PDE   | 1400000001 | 15/02/2023 | texte 1,234 | texte #
    `).map(({ rule }) => rule),
  ).toEqual(['DON-01']);
});

test('not checkable: no column of amounts', () => {
  expect(
    findingsIn(`
      axe 2 | objet
      PDE   | 1 234,50 €
    `),
  ).toEqual([]);
});
