/** IMP-07: axe ministériel 2 by an alias or a near spelling: counted, and repairable. */
import { findingsIn, found } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';

const named = (line: number, raw: string, expected: string, how: 'alias' | 'near') =>
  found('IMP-07', 'info', line, 'ministerialAxis2', { raw, expected, how }, { kind: 'text', value: expected });

test('right: the exact words, case and accents aside', () => {
  expect(
    findingsIn(`
      axe 2
      Pde
      signaux faibles
    `),
  ).toEqual([]);
});

test('wrong: an alias, the label of the envelope, a slip of the finger', () => {
  expect(
    findingsIn(`
      axe 2
      Place des entreprises
      SF
      Signaux Failbes
    `),
  ).toEqual([
    named(1, 'Place des entreprises', 'PDE', 'alias'),
    named(2, 'SF', 'Signaux Faibles', 'alias'),
    named(3, 'Signaux Failbes', 'Signaux Faibles', 'near'),
  ]);
});

test('wrong: two names of one envelope at once; two envelopes are none', () => {
  expect(
    findingsIn(`
      axe 2
      PDE - Place des entreprises
      Signaux faibles (SF)
      PDE - Signaux faibles
    `).filter(({ rule }) => rule.startsWith('IMP')),
  ).toEqual([
    named(1, 'PDE - Place des entreprises', 'PDE', 'near'),
    named(2, 'Signaux faibles (SF)', 'Signaux Faibles', 'near'),
    expect.objectContaining({ rule: 'IMP-06' }),
  ]);
});

test('edge: the right name is that of axe 2, where the convention gives other codes to the envelope before it', () => {
  const base = convention2023();
  const activity = base.imputation.find(({ field }) => field === 'activity')!;
  const convention = { ...base, imputation: [{ ...activity, envelope: 'PDE' }, ...base.imputation] };
  const table = `
    axe 2
    Place des entreprises
    DOSSIER PAPIER
  `;
  expect(findingsIn(table, { convention })).toEqual([
    named(1, 'Place des entreprises', 'PDE', 'alias'),
    found('IMP-06', 'error', 2, 'ministerialAxis2', {
      raw: 'DOSSIER PAPIER',
      expected: ['PDE', 'Signaux Faibles'],
      nearest: null,
    }),
  ]);
});

test('edge: too far from any name is unknown, and never both', () => {
  expect(
    findingsIn(`
      axe 2
      PDA
    `).map(({ rule }) => rule),
  ).toEqual(['IMP-06']);
});

test('not checkable: no column of axe 2', () => {
  expect(
    findingsIn(`
      poste
      SF
    `),
  ).toEqual([]);
});
