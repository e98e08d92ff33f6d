/** The terms of a bridge in words: what moved is named, whatever the sign of its effect. */
import type { Finding } from '../../src/domain/controls/findings/finding';
import { findingAt } from '../../src/domain/controls/control-contract';
import { causeLabel, describeTerm, formerlyFound } from '../../src/messages/comparison-words';
import { convention2023 } from '../support/conventions';

test.each`
  cause          | cents      | fr                                   | en
  ${'consumed'}  | ${-30_795} | ${'hausse du consommé'}              | ${'more consumed'}
  ${'consumed'}  | ${200}     | ${'baisse du consommé'}              | ${'less consumed'}
  ${'reserved'}  | ${51_620}  | ${'baisse des montants en attente'}  | ${'less reserved'}
  ${'reserved'}  | ${-1}      | ${'hausse des montants en attente'}  | ${'more reserved'}
  ${'allocated'} | ${5_000}   | ${'hausse de la dotation'}           | ${'more allocated'}
  ${'allocated'} | ${-5_000}  | ${'baisse de la dotation'}           | ${'less allocated'}
  ${'paid'}      | ${-600}    | ${'CP payés'}                        | ${'CP paid'}
  ${'envelope'}  | ${5}       | ${'changements d’enveloppe'}         | ${'envelopes changed'}
  ${'poste'}     | ${5}       | ${'changements de poste'}            | ${'budget lines changed'}
  ${'period'}    | ${34_395}  | ${'opérations entre les deux dates'} | ${'operations between the two dates'}
`(
  '$cents because of $cause: $fr',
  ({ cause, cents, fr, en }: Record<'cause' | 'fr' | 'en', never> & { cents: number }) => {
    expect([causeLabel(cause, cents, 'fr'), causeLabel(cause, cents, 'en')]).toEqual([fr, en]);
  },
);

test('a row of the convention whose cells are all in its name has come, or is gone', () => {
  const term = { table: 'imputations', name: [{ text: 'Axe ministériel 2' }, { text: 'API' }] } as const;
  const plain = (text: string): string => text.replace(/\u00a0/g, ' ');
  expect(plain(describeTerm({ ...term, before: null, after: [] }, 'fr'))).toBe(
    'ENV_Imputations, Axe ministériel 2 API : (absent) → (présent)',
  );
  expect(describeTerm({ ...term, before: [], after: null }, 'en')).toBe(
    'ENV_Imputations, Axe ministériel 2 API: (present) → (absent)',
  );
});

test('a finding that changed, with the same words: its severity where it differs, else that it is the same', () => {
  const convention = convention2023();
  const foundAs = (severity: Finding['severity']): Finding =>
    findingAt('DON-04', severity, { kind: 'area', sheet: 'Suivi', area: 'A1' }, { field: 'ae', cents: -500 });
  const formerly = (before: Finding['severity']): string =>
    formerlyFound({ before: foundAs(before), after: foundAs('info') }, { before: convention, after: convention }, 'fr');
  expect(formerly('warning').replace(/\u00a0/g, ' ')).toBe('Avant : Avertissement');
  expect(formerly('info').replace(/\u00a0/g, ' ')).toBe('Avant : même constat');
});
