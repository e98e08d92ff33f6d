/** IMP-02: a code that has not the form of a Chorus code. */
import { findingsIn, found } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';

test('right: the forms of real extracts, prefixes and letters included', () => {
  expect(
    findingsIn(`
      axe 2 | domaine    | centre financier    | centre de coûts
      PDE   | 0103-01-01 | 0103-CEFP-C002      | BG00/EMPEF00075
      PDE   | 0103-01-01 | AA01/0103-CEFP-C002 | empef00075
    `),
  ).toEqual([]);
});

test('wrong: each malformed code at its own cell', () => {
  expect(
    findingsIn(`
      axe 2 | domaine    | centre financier | activité      | centre de coûts
      PDE   | 103/01/01  | UO de Paris      | 0103000001045 | EMPEF75
    `),
  ).toEqual([
    found('IMP-02', 'error', 1, 'functionalDomain', {
      field: 'functionalDomain',
      raw: '103/01/01',
      expected: ['0103-01-01'],
    }),
    found('IMP-02', 'error', 1, 'financialCentre', {
      field: 'financialCentre',
      raw: 'UO de Paris',
      expected: ['0103-CEFP-C002'],
    }),
    found('IMP-02', 'error', 1, 'activity', { field: 'activity', raw: '0103000001045', expected: ['010300000104'] }),
    found('IMP-02', 'error', 1, 'costCentre', { field: 'costCentre', raw: 'EMPEF75', expected: ['EMPEF00075'] }),
  ]);
});

test('edge: the first ministerial axis decides no credit: a doubt only', () => {
  expect(
    findingsIn(`
      axe 2 | axe 1
      PDE   | travail
    `),
  ).toEqual([
    found('IMP-02', 'warning', 1, 'ministerialAxis1', { field: 'ministerialAxis1', raw: 'travail', expected: ['36'] }),
  ]);
});

test('edge: no code is expected when the convention gives none, but the form is still wrong', () => {
  const base = convention2023();
  const convention = { ...base, imputation: base.imputation.filter(({ field }) => field !== 'activity') };
  expect(
    findingsIn(
      `
      axe 2 | activité
      PDE   | 0103
      PDE   | 010300000999
      PDE   |
    `,
      { convention },
    ),
  ).toEqual([found('IMP-02', 'error', 1, 'activity', { field: 'activity', raw: '0103', expected: [] })]);
});

test('not checkable: no column of codes', () => {
  expect(
    findingsIn(`
      axe 2 | objet
      PDE   | 103/01/01
    `),
  ).toEqual([]);
});
