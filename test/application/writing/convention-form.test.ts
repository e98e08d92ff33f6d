/** The form of a convention as typed: the convention that it makes, and every fault at its field. */
import {
  conventionOfDraft,
  newConvention,
  NEW_CODE,
  NEW_ENVELOPE,
  NEW_LINE,
  type ConventionDraft,
} from '../../../src/application/writing/convention-form';
import { toIso } from '../../../src/domain/calendar/civil-date';

const PARTY = { name: 'DGEFP', representative: '', signatory: '' };
const ENVELOPE = {
  ...NEW_ENVELOPE,
  code: 'PDE',
  label: 'Place des entreprises',
  ae: '500 000',
  cp: '573 032,00 €',
  rap: '73032',
};

function draft(change: Partial<ConventionDraft> = {}): ConventionDraft {
  const parties = { delegants: [PARTY], delegates: [{ ...PARTY, name: 'DGE' }] };
  const dates = { signedOn: '13/12/2022', endsOn: '2023-12-31', creditYear: ' 2023 ' };
  return { ...newConvention(), ...parties, ...dates, envelopes: [ENVELOPE], ...change };
}

test('amounts and dates are read as in cells; an empty ceiling is none', () => {
  const made = conventionOfDraft(draft({ ae: '600000' }));
  if (!made.ok) throw new Error(JSON.stringify(made.failure));
  const { signedOn, endsOn, creditYear, ceilings, envelopes } = made.value;
  expect([toIso(signedOn), toIso(endsOn), creditYear]).toEqual(['2022-12-13', '2023-12-31', 2023]);
  expect([ceilings.AE?.amount.cents, ceilings.CP]).toEqual([60_000_000, null]);
  expect([envelopes[0]?.ceilings.CP?.amount.cents, envelopes[0]?.openingRap.cents]).toEqual([57_303_200, 7_303_200]);
});

test.each<[string, Partial<ConventionDraft>, readonly string[]]>([
  [
    'nothing typed',
    newConvention(),
    [
      'delegants[0].name',
      'delegates[0].name',
      'signedOn',
      'endsOn',
      'creditYear',
      'envelopes[0].code',
      'envelopes[0].label',
    ],
  ],
  ['a date and an amount that cannot be read', { signedOn: 'hier', ae: 'x' }, ['signedOn', 'ceilings.AE.amount']],
  ['an end before the signature', { endsOn: '2021-01-01' }, ['endsOn']],
  [
    'a poste without its amount',
    { envelopes: [{ ...ENVELOPE, lines: [{ ...NEW_LINE, label: 'Études' }] }] },
    ['envelopes[0].lines[0].delegated'],
  ],
  ['one name for two envelopes', { envelopes: [ENVELOPE, { ...ENVELOPE, code: 'B' }] }, ['envelopes[1]']],
  [
    'a code of an envelope that is gone',
    { codes: [{ ...NEW_CODE, value: '0103', envelope: 'ZZ' }] },
    ['imputation[0].envelope'],
  ],
  ['no envelope', { envelopes: [] }, ['envelopes']],
])('%s is reported at its field', (_, change, paths) => {
  const made = conventionOfDraft(draft(change));
  expect(made.ok ? [] : [...new Set(made.failure.map(({ cell }) => cell))]).toEqual(expect.arrayContaining([...paths]));
  expect(made.ok).toBe(false);
});

test('fungibility, ceilings by titre, recurring reports and tolerance are the terms of the convention', () => {
  const terms = {
    fungibility: [{ from: 'PDE', to: '', share: '10 %', amount: '' }],
    partCeilings: [{ part: 'titre' as const, value: '2', ae: '1 000', cp: '' }],
    reports: [{ label: 'Compte rendu', every: 'quarter' as const, days: '15' }],
  };
  const made = conventionOfDraft(draft({ terms, envelopes: [{ ...ENVELOPE, tolerance: '5 %' }] }));
  if (!made.ok) throw new Error(JSON.stringify(made.failure));
  expect(made.value).toMatchObject({
    fungibility: [{ from: 'PDE', to: null, nature: null, share: 0.1, amount: null }],
    partCeilings: [{ part: 'titre', value: '2', year: 2023, ceilings: { CP: null } }],
    duties: [{ type: 'other', every: 'quarter', delay: { count: 15, unit: 'calendar' } }],
    envelopes: [{ tolerance: { share: 0.05 } }],
  });
});

test('terms that cannot be read are refused at their fields', () => {
  const terms = {
    fungibility: [{ from: 'AUTRE', to: '', share: 'dix', amount: '' }],
    partCeilings: [],
    reports: [{ label: '', every: 'month' as const, days: 'x' }],
  };
  const made = conventionOfDraft(draft({ terms }));
  expect(made.ok ? [] : made.failure.map(({ cell }) => cell)).toEqual([
    'duties[0].delay.count',
    'fungibility[0].share',
    'fungibility[0].from',
  ]);
});
