/** The other credit years: an excess of 2023 is reported in 2024, at its row or movement; an advance on 2024, in 2023. */
import { conventionAt } from '../../../src/domain/envelopes/credit-years';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { Convention } from '../../../src/domain/envelopes/convention';
import { digestOf } from '../../../src/domain/controls/findings/acceptance';
import { describeFinding } from '../../../src/messages/describe-finding';
import { findingsIn } from '../../support/controls';
import { movementOf } from '../envelopes/builders';
import { CONVENTION } from './rules/ceilings';

/** 2023 and 2024 with the same credits: PDE 500 000 of AE and 573 032 of CP, of which 73 032 of RAP. */
const BOTH: Convention = {
  ...CONVENTION,
  endsOn: isoDate('2024-12-31'),
  otherYears: [{ year: 2024, ceilings: CONVENTION.ceilings, envelopes: CONVENTION.envelopes, rap: [] }],
};

const withoutAe = (one: (typeof CONVENTION.envelopes)[number]) => ({ ...one, ceilings: { ...one.ceilings, AE: null } });

const HEADINGS = 'axe 2 | EJ | date EJ | AE | payé le | CP | service fait';

/** The findings of the ceilings, in words, up to a day. */
function overrunsAt(asOf: string, rows: readonly string[], of = BOTH): readonly string[] {
  const convention = conventionAt(of, isoDate(asOf));
  return findingsIn([HEADINGS, ...rows].join('\n'), { convention, asOf }).flatMap((finding) =>
    finding.rule.startsWith('PLA-')
      ? [`${finding.rule} ${describeFinding(finding, convention, 'fr').message.split(' ;')[0]?.replaceAll(/\s/g, ' ')}`]
      : [],
  );
}

const LARGE = 'PDE | 1400000001 | 20/06/2023 | 500 000,00 | | |';
const TOO_MUCH = 'PDE | 1400000002 | 21/06/2023 | 1 000,00 | | |';

test('an excess of AE of 2023 is one in 2024 too, and gives its year', () => {
  const of2023 =
    'PLA-01 Place des entreprises : 501 000,00 € d’AE engagées au 21/06/2023 pour une dotation de 500 000,00 €';
  expect(overrunsAt('2023-12-31', [LARGE, TOO_MUCH])).toEqual([expect.stringContaining(of2023)]);
  expect(overrunsAt('2024-02-01', [LARGE, TOO_MUCH])).toEqual([
    expect.stringContaining(of2023.replace('PLA-01 ', 'PLA-01 Crédits de 2023, ')),
  ]);
});

test('accepted in 2023, it stays so', () => {
  const digestsAt = (asOf: string): readonly string[] =>
    findingsIn([HEADINGS, LARGE, TOO_MUCH].join('\n'), { convention: conventionAt(BOTH, isoDate(asOf)), asOf }).flatMap(
      (finding) => (finding.rule === 'PLA-01' ? [digestOf(finding, [])] : []),
    );
  expect(digestsAt('2024-02-01')).toEqual(digestsAt('2023-12-31'));
});

test('of CP too, of postes and of the whole convention', () => {
  const paid = (ej: number, cp: string) => `SF | 140000000${ej} | 15/02/2023 | 10,00 | 20/11/2023 | ${cp} | 01/11/2023`;
  expect(overrunsAt('2024-02-01', [paid(1, '100 000,00'), paid(2, '0,01')])).toEqual([
    expect.stringContaining('PLA-02 Crédits de 2023, Signaux Faibles'),
  ]);
  const all = ['PDE | 1400000001 | 20/06/2023 | 500 000,00 | | |', 'SF | 1400000002 | 21/06/2023 | 100 000,01 | | |'];
  expect(overrunsAt('2024-02-01', all)).toEqual([
    expect.stringContaining('PLA-01 Crédits de 2023, Signaux Faibles'),
    expect.stringContaining('PLA-03 Crédits de 2023, Ensemble de la convention'),
  ]);
});

test.each<[string, string, readonly string[], Convention]>([
  ['each year within its own credits', '2024-06-30', [LARGE, 'PDE | 1400000002 | 21/06/2024 | 500 000,00 | | |'], BOTH],
  ['a year to come', '2023-12-31', [LARGE, 'PDE | 1400000002 | 21/06/2024 | 500 000,01 | | |'], BOTH],
  [
    'a row without a day, which counts in the year of the controls alone',
    '2024-06-30',
    [LARGE, 'PDE | 1400000002 | | 1 000,00 | | |'],
    BOTH,
  ],
  [
    'a convention of 2024 alone, over a ledger that keeps 2023',
    '2024-06-30',
    [LARGE, TOO_MUCH],
    { ...CONVENTION, creditYear: 2024 },
  ],
])('%s: nothing', (_, asOf, rows, of) => {
  expect(overrunsAt(asOf, rows, of)).toEqual([]);
});

test('the part of the CP for restes à payer of 2023 stays exceeded', () => {
  const rap = { ...BOTH, rap: [{ ej: '2100000001', amount: BOTH.envelopes[0]!.openingRap }] };
  const paid = 'PDE | 2100000001 | | | 20/05/2023 | 73 032,01 | 01/05/2023';
  expect(overrunsAt('2024-02-01', [paid], rap)).toEqual([
    expect.stringContaining('PLA-05 Crédits de 2023, Place des entreprises, EJ 2100000001'),
  ]);
});

test('without the column that a ceiling needs, it is not judged in a former year either', () => {
  const convention = conventionAt(BOTH, isoDate('2024-02-01'));
  const table = 'axe 2 | EJ | payé le | CP | service fait\nPDE | 1400000001 | 20/06/2023 | 600 000,00 | 01/06/2023';
  const rules = findingsIn(table, { convention, asOf: '2024-02-01' }).map(({ rule }) => rule);
  expect(rules.filter((rule) => rule.startsWith('PLA-'))).toEqual(['PLA-02']);
});

describe('a movement above what is left', () => {
  const transfer = movementOf({
    ...{ type: 'transfer', from: 'SF', to: 'PDE', nature: 'AE', cents: 50_000_00, date: '2023-05-01' },
    ...{ authorisedBy: 'DGEFP', authorisedOn: '2023-04-28', reference: 'R1' },
  });
  const of = { ...BOTH, movements: [transfer] };
  const found = (asOf: string, ae: string): readonly unknown[] => {
    const table = `axe 2 | EJ | date EJ | AE\nSF | 1400000001 | 10/03/2023 | ${ae}`;
    return findingsIn(table, { convention: conventionAt(of, isoDate(asOf)), asOf }).flatMap(({ rule, details }) =>
      rule === 'FON-03' ? [details] : [],
    );
  };

  test('in 2023 stays one in 2024, with its year', () => {
    const details = { type: 'transfer', envelope: 'SF', nature: 'AE', cents: 50_000_00, available: 20_000_00 };
    expect(found('2023-12-31', '80 000,00')).toMatchObject([details]);
    expect(found('2024-12-31', '80 000,00')).toMatchObject([{ ...details, formerYear: 2023 }]);
  });

  test('is none when enough was left', () => {
    expect(found('2024-12-31', '50 000,00')).toEqual([]);
  });
});

describe('a commitment in advance on 2024', () => {
  const table = (ae: string): string =>
    `axe 2 | opération | EJ | date EJ | AE\nSF | Engagement anticipé | 1400000001 | 20/11/2023 | ${ae}`;
  const found = (asOf: string, ae: string): readonly unknown[] =>
    findingsIn(table(ae), { convention: conventionAt(BOTH, isoDate(asOf)), asOf }).flatMap(({ rule, details }) =>
      rule === 'PER-03' ? [details] : [],
    );

  test.each`
    asOf            | ae             | why
    ${'2023-11-20'} | ${'25 000,01'} | ${['aboveShare']}
    ${'2023-12-31'} | ${'25 000,01'} | ${['aboveShare']}
    ${'2024-01-31'} | ${'25 000,01'} | ${['aboveShare']}
    ${'2023-11-19'} | ${'25 000,01'} | ${[]}
    ${'2023-12-31'} | ${'25 000,00'} | ${[]}
  `('of $ae, at $asOf: $why', ({ asOf, ae, why }: { asOf: string; ae: string; why: string[] }) => {
    expect(found(asOf, ae)).toMatchObject(why.map((one) => ({ why: one, creditYear: 2024 })));
  });
});

test('a commitment in advance meets the credits of the first day of its year, with their movements of that day', () => {
  const ofYear = {
    ceilings: { ...CONVENTION.ceilings, AE: null },
    envelopes: CONVENTION.envelopes.map(withoutAe),
    rap: [],
  };
  const movement = (euros: number) =>
    movementOf({ type: 'amendment', date: '2024-01-01', from: null, to: 'SF', nature: 'AE', cents: euros * 100 });
  const found = (asOf: string, euros: number): readonly string[] => {
    const of = { ...BOTH, otherYears: [{ year: 2024, ...ofYear }], movements: [movement(euros)] };
    const table =
      'axe 2 | opération | EJ | date EJ | AE\nSF | Engagement anticipé | 1400000001 | 20/11/2023 | 5 000,00';
    const all = findingsIn(table, { convention: conventionAt(of, isoDate(asOf)), asOf });
    return all.map(({ rule }) => rule).filter((rule) => /^(?:PLA|PER-03)/.test(rule));
  };
  for (const asOf of ['2023-12-31', '2024-06-30']) {
    expect([asOf, found(asOf, 40_000)]).toEqual([asOf, []]);
    expect([asOf, found(asOf, 4_000)]).toEqual([asOf, asOf < '2024' ? ['PER-03'] : ['PER-03', 'PLA-01']]);
  }
});

describe('a commitment in advance on a year is judged from the day that it is made, in the later years too', () => {
  const rows = (year: number, ae: string, service: string): string =>
    `axe 2 | opération | EJ | date EJ | AE | service fait\nSignaux Faibles | EJ anticipé | 1400000001 | 20/12/${year} | ${ae} | ${service}`;
  const found = (asOf: string, table: string): readonly unknown[] => {
    const convention = conventionAt(BOTH, isoDate(asOf));
    return findingsIn(table, { convention, asOf }).map(({ rule, details }) => [rule, 'why' in details && details.why]);
  };

  test.each`
    made    | ae             | service         | why
    ${2022} | ${'25 000,01'} | ${''}           | ${['aboveShare']}
    ${2022} | ${'25 000,00'} | ${''}           | ${[]}
    ${2022} | ${'10,00'}     | ${'28/12/2022'} | ${['serviceTooEarly']}
    ${2022} | ${'10,00'}     | ${'02/01/2023'} | ${[]}
    ${2023} | ${'10,00'}     | ${'28/12/2023'} | ${['serviceTooEarly']}
  `('made in $made, of $ae, served on $service: $why', ({ made, ae, service, why }) => {
    const expected = (why as string[]).map((one) => ['PER-03', one]);
    for (const asOf of ['2023-12-31', '2024-02-01'])
      expect(found(asOf, rows(made as number, ae as string, service as string))).toEqual(expected);
  });
});

test('a commitment in advance on the first year is right, in the later ones too', () => {
  const table = 'axe 2 | opération | EJ | date EJ | AE\nPDE | EJ anticipé | 1400000001 | 20/12/2022 | 10,00';
  for (const asOf of ['2023-12-31', '2024-12-31'])
    expect(findingsIn(table, { convention: conventionAt(BOTH, isoDate(asOf)), asOf })).toEqual([]);
});

describe('a row dated before every credit year', () => {
  const table = (...lines: readonly string[]): string =>
    ['axe 2 | EJ | date EJ | AE | payé le | CP | service fait', ...lines.map((line) => `PDE | ${line}`)].join('\n');
  const ofYear = (year: number): string => `1400000009 | 10/03/${year} | 500,00 | | |`;
  const found = (asOf: string, lines: readonly string[]): readonly string[] => {
    const convention = conventionAt(BOTH, isoDate(asOf));
    return findingsIn(table(...lines), { convention, asOf }).flatMap(({ rule, severity, place }) =>
      rule.startsWith('PER-') && place.kind === 'row' ? [`${rule} ${severity} ${place.row} ${place.field}`] : [],
    );
  };

  test.each<readonly [string, readonly string[], readonly string[]]>([
    ['after the signature', ['1400000001 | 20/12/2022 | 900,00 | | |'], ['PER-03 error 1 commitmentDate']],
    ['before it', ['1400000001 | 10/03/2022 | 900,00 | | |'], ['PER-01 error 1 commitmentDate']],
    ['paid before it, on an EJ of 2023', ['1400000009 | | | 20/12/2022 | 500,00 |'], ['PER-03 error 1 paymentDate']],
    [
      'in a ledger that keeps 2022, paid in it',
      ['1400000001 | 10/03/2022 | 900,00 | | |', '1400000001 | | | 20/05/2022 | 900,00 | 01/05/2022'],
      [],
    ],
  ])('%s, is reported in each year alike', (_, lines, expected) => {
    const rows = [...lines, ofYear(2023)];
    expect(found('2023-12-31', rows)).toEqual(expected);
    expect(found('2024-06-30', rows)).toEqual(expected);
    expect(found('2024-06-30', [...rows, ofYear(2024)])).toEqual(expected);
  });
});
