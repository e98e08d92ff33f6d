/** IMP-08: a code that the spreadsheet damaged by taking it for a number. */
import { findingsIn, found } from '../../../support/controls';

const expected = ['010300000104'];

test('right: a code that looks like a number, kept as text', () => {
  expect(
    findingsIn(`
      axe 2 | activité
      PDE   | 010300000104
    `),
  ).toEqual([]);
});

test('wrong: an exponent or a decimal part: digits may be lost, no repair is certain', () => {
  expect(
    findingsIn(`
      axe 2 | activité
      PDE   | 1,03E+10
      PDE   | 10300000104.0
      PDE   | nombre 1.5
    `),
  ).toEqual([
    found('IMP-08', 'error', 1, 'activity', { field: 'activity', raw: '1,03E+10', expected }),
    found('IMP-08', 'error', 2, 'activity', { field: 'activity', raw: '10300000104.0', expected }),
    found('IMP-08', 'error', 3, 'activity', { field: 'activity', raw: '1.5', expected }),
  ]);
});

test('edge: letters in a code are no exponent (activité 0216081004E2 is a true code)', () => {
  expect(
    findingsIn(`
      axe 2 | activité
      PDE   | 0103081004E2
    `).map(({ rule }) => rule),
  ).toEqual(['IMP-03']);
});

test('not checkable: no column of codes', () => {
  expect(
    findingsIn(`
      axe 2 | objet
      PDE   | 1,03E+10
    `),
  ).toEqual([]);
});
