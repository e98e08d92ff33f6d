/** IMP-03: a well-formed code that is not the convention's. */
import { findingsIn, found } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';

test('right: the convention’s own codes, case and spaces aside', () => {
  expect(
    findingsIn(`
      axe 2 | centre financier | centre de coûts | axe 1
      PDE   | 0103-cefp-c002   | EMPEF 00075     | 36
    `),
  ).toEqual([]);
});

test('wrong: another centre, another activité of the same programme', () => {
  expect(
    findingsIn(`
      axe 2 | centre financier | activité     | centre de coûts | axe 1
      PDE   | 0103-CEFP-C001   | 010300000108 | DREETS0035      | 09-PNPR
    `),
  ).toEqual([
    found('IMP-03', 'error', 1, 'financialCentre', {
      field: 'financialCentre',
      raw: '0103-CEFP-C001',
      expected: ['0103-CEFP-C002'],
    }),
    found('IMP-03', 'error', 1, 'activity', { field: 'activity', raw: '010300000108', expected: ['010300000104'] }),
    found('IMP-03', 'error', 1, 'costCentre', { field: 'costCentre', raw: 'DREETS0035', expected: ['EMPEF00075'] }),
    found('IMP-03', 'warning', 1, 'ministerialAxis1', { field: 'ministerialAxis1', raw: '09-PNPR', expected: ['36'] }),
  ]);
});

test('wrong: a row of another convention altogether: each of its codes, since none contradicts the others', () => {
  expect(
    findingsIn(`
      axe 2 | domaine | centre financier | activité
      PDE   | 0102-01 | 0102-CEFP-C001   | 010200000101
    `),
  ).toEqual([
    found('IMP-03', 'error', 1, 'functionalDomain', {
      field: 'functionalDomain',
      raw: '0102-01',
      expected: ['0103-01-01'],
    }),
    found('IMP-03', 'error', 1, 'financialCentre', {
      field: 'financialCentre',
      raw: '0102-CEFP-C001',
      expected: ['0103-CEFP-C002'],
    }),
    found('IMP-03', 'error', 1, 'activity', { field: 'activity', raw: '010200000101', expected: ['010300000104'] }),
  ]);
});

test('edge: the action alone is not the convention’s sub-action', () => {
  expect(
    findingsIn(`
      axe 2 | domaine
      PDE   | 0103-01
    `),
  ).toEqual([
    found('IMP-03', 'error', 1, 'functionalDomain', {
      field: 'functionalDomain',
      raw: '0103-01',
      expected: ['0103-01-01'],
    }),
  ]);
});

test('edge: a code given to one envelope is foreign to the other; a row of no envelope may have either', () => {
  const base = convention2023();
  const activityOf = (envelope: string, value: string) => ({
    field: 'activity' as const,
    label: '',
    value,
    aliases: [],
    envelope,
    from: null,
    until: null,
  });
  const others = base.imputation.filter(({ field }) => field !== 'activity');
  const convention = {
    ...base,
    imputation: [...others, activityOf('PDE', '010300000104'), activityOf('SF', '010300000105')],
  };
  expect(
    findingsIn(
      `
      axe 2           | activité
      PDE             | 010300000104
      Signaux Faibles | 010300000105
      Signaux Faibles | 010300000104
    `,
      { convention },
    ),
  ).toEqual([
    found('IMP-03', 'error', 3, 'activity', { field: 'activity', raw: '010300000104', expected: ['010300000105'] }),
  ]);
  expect(
    findingsIn(
      `
      axe 2          | activité
      DOSSIER PAPIER | 010300000105
      DOSSIER PAPIER | 010300000999
    `,
      { convention },
    ).filter(({ rule }) => rule !== 'IMP-06'),
  ).toEqual([
    found('IMP-03', 'error', 2, 'activity', {
      field: 'activity',
      raw: '010300000999',
      expected: ['010300000104', '010300000105'],
    }),
  ]);
});

test('not checkable: no column of codes', () => {
  expect(
    findingsIn(`
      axe 2 | EJ
      PDE   | 1400000001
    `),
  ).toEqual([]);
});
