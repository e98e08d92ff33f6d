/** The form of a convention as typed: the convention that it makes, and every fault at its field. */
import {
  conventionOfDraft,
  jsonOfDraft,
  newConvention,
  NEW_CODE,
  NEW_ENVELOPE,
  NEW_LINE,
  type ConventionDraft,
} from '../../../src/application/writing/form/convention-form';
import {
  ARTICLES,
  blankOf,
  FURTHER,
  LISTS,
  SETTINGS,
  type FieldsDraft,
  type FormField,
  type ListName,
} from '../../../src/application/writing/form/form-fields';
import { JsonChecker } from '../../../src/conventions/json-checker';
import { faultsOfConventionJson } from '../../../src/conventions/schema';
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
  const lists = {
    ...newConvention().lists,
    fungibility: [item('fungibility', { from: 'PDE', share: '10 %' })],
    partCeilings: [item('partCeilings', { part: 'titre', value: '2', 'ceilings.AE.amount': '1 000' })],
    duties: [item('duties', { type: 'other', label: 'Compte rendu', every: 'quarter', 'delay.count': '15' })],
  };
  const envelope = { ...ENVELOPE, further: { ...ENVELOPE.further, tolerance: '5 %' } };
  const made = conventionOfDraft(draft({ lists, envelopes: [envelope] }));
  if (!made.ok) throw new Error(JSON.stringify(made.failure));
  expect(made.value).toMatchObject({
    fungibility: [{ from: 'PDE', to: null, nature: null, share: 0.1, amount: null }],
    partCeilings: [{ part: 'titre', value: '2', year: 2023, ceilings: { CP: null } }],
    duties: [{ type: 'other', every: 'quarter', delay: { count: 15, unit: 'calendar' } }],
    envelopes: [{ tolerance: { share: 0.05 } }],
  });
});

test('terms that cannot be read are refused at their fields', () => {
  const lists = {
    ...newConvention().lists,
    fungibility: [item('fungibility', { from: 'AUTRE', share: 'dix' })],
    duties: [item('duties', { label: 'Compte rendu', every: 'month', 'delay.count': 'x' })],
  };
  const made = conventionOfDraft(draft({ lists }));
  expect(made.ok ? [] : made.failure.map(({ cell }) => cell)).toEqual([
    'duties[0].delay.count',
    'fungibility[0].share',
    'fungibility[0].from',
  ]);
});

function item(name: ListName, typed: FieldsDraft): FieldsDraft {
  return { ...blankOf(LISTS[name]), ...typed };
}

/** Something typed in every field. */
function filled(fields: readonly FormField[], names: FieldsDraft = {}): FieldsDraft {
  const typed: Readonly<Record<string, string>> = {
    ...{ text: 'Texte', amount: '1 000', date: '31/12/2023', number: '15', share: '10 %', freeShare: '20 %' },
    ...{ tolerance: '5 %', names: 'a ; b', flag: 'yes' },
  };
  const draftOf = ({ key, kind }: FormField): string =>
    names[key] ?? (typeof kind === 'string' ? (typed[kind] ?? '') : (kind.find((choice) => choice !== '') ?? ''));
  return Object.fromEntries(fields.map((field) => [field.key, draftOf(field)]));
}

/** The members that the schema knows, and those that a file gives, by the path of their object. */
function membersKnown(json: object): { readonly known: ReadonlySet<string>; readonly given: ReadonlySet<string> } {
  const [known, given] = [new Set<string>(), new Set<string>()];
  const read = jest.spyOn(JsonChecker.prototype, 'object');
  try {
    expect(faultsOfConventionJson(json, 'JSON')).toEqual([]);
    for (const [value, path, required, optional = []] of read.mock.calls) {
      const place = path.replace(/\[\d+\]/g, '[]');
      for (const member of [...required, ...optional]) known.add(`${place}.${member}`);
      for (const member of Object.keys(value as object)) given.add(`${place}.${member}`);
    }
  } finally {
    read.mockRestore();
  }
  return { known, given };
}

test('every member of a convention file can be typed in the form', () => {
  const names = { from: 'PDE', to: 'PDE', envelope: 'PDE', fromLine: 'Études', toLine: 'Études', year: '2023' };
  const line = { ...NEW_LINE, label: 'Études', delegated: '10', total: '20', further: filled(FURTHER.line) };
  const byAmount = { ...line, label: 'Conseil', further: filled(FURTHER.line, { tolerance: '12', aliases: 'c' }) };
  const envelope = { ...ENVELOPE, aliases: 'P1', further: filled(FURTHER.envelope), lines: [line, byAmount] };
  const other = {
    ...{ ...ENVELOPE, code: 'SF', label: 'Signaux Faibles', aliases: 'S2' },
    further: filled(FURTHER.envelope, { tolerance: '12' }),
  };
  const envelopes = [envelope, other];
  const lists = Object.fromEntries(
    (Object.keys(LISTS) as ListName[]).map((name) => [name, [filled(LISTS[name], names)]]),
  ) as unknown as ConventionDraft['lists'];
  const code = {
    ...NEW_CODE,
    field: 'programme' as const,
    value: '0103',
    envelope: 'PDE',
    further: filled(FURTHER.code),
  };
  const year = { year: '2024', ae: '1', cp: '2', envelopes, rap: lists.rap };
  const settings = filled([...SETTINGS, ...ARTICLES]);
  const json = jsonOfDraft(
    draft({
      ae: '9',
      cp: '9',
      endsOn: '31/12/2024',
      envelopes,
      otherYears: [year],
      codes: [code],
      lists,
      settings,
    }),
  );
  const { known, given } = membersKnown(json);
  expect([...known].filter((member) => !given.has(member))).toEqual([]);
  expect(known.size).toBeGreaterThan(100);
});
