/** Amounts of postes, ceilings of programmes and titres at a date, and the excess that a convention tolerates. */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { PartCeiling } from '../../../../src/domain/envelopes/allowances/allowances';
import {
  changeOfLine,
  isGivenByNature,
  lineAllocatedCents,
  hasLineCeiling,
} from '../../../../src/domain/envelopes/allowances/line-amounts';
import {
  partCeilingsOf,
  partCents,
  partValue,
  programmeOfEnvelope,
  titreOf,
} from '../../../../src/domain/envelopes/allowances/part-ceilings';
import { toleratedCents } from '../../../../src/domain/envelopes/allowances/tolerance';
import type { Ceilings, Convention, Envelope, ImputationRule } from '../../../../src/domain/envelopes/convention';
import { Euros } from '../../../../src/domain/money/euros';
import { partOf } from '../../../../src/domain/envelopes/allowances/part-of-row';
import { ledgerOf } from '../../../support/ledgers/ledger-builder';
import { conventionOf, movementOf } from '../builders';

const BASE = conventionOf([
  {
    code: 'P',
    ae: 1_000,
    cp: 1_000,
    lines: [
      ['Frais', 300],
      ['Audit', 200],
    ],
  },
  { code: 'S', ae: 2_000, cp: 2_000, lines: [['Frais', 50]] },
]);
const [FRAIS, AUDIT] = BASE.envelopes[0]!.lines;
const END = isoDate('2023-12-31');
type Change = Partial<Parameters<typeof movementOf>[0]>;

describe('a poste at a date', () => {
  it.each`
    change                                                                 | frais  | audit  | why
    ${null}                                                                | ${300} | ${200} | ${'as printed'}
    ${{ from: 'P', to: 'P', fromLine: 'Frais', toLine: 'Audit' }}          | ${290} | ${210} | ${'one gives, the other receives'}
    ${{ from: 'S', to: 'P', toLine: 'Frais' }}                             | ${310} | ${200} | ${'a transfer from the other envelope'}
    ${{ from: 'S', to: 'P', toLine: 'Frais', authorisedOn: null }}         | ${300} | ${200} | ${'the same, not authorised'}
    ${{ type: 'amendment', to: 'P', toLine: 'Frais' }}                     | ${310} | ${200} | ${'an avenant on the poste'}
    ${{ type: 'amendment', to: 'P' }}                                      | ${300} | ${200} | ${'an avenant on the envelope alone'}
    ${{ type: 'amendment', to: 'S', toLine: 'Frais' }}                     | ${300} | ${200} | ${'the poste of the same name elsewhere'}
    ${{ type: 'amendment', to: 'Inconnue', toLine: 'Frais' }}              | ${300} | ${200} | ${'an envelope that is not known'}
    ${{ type: 'freeze', from: 'P', fromLine: 'Audit' }}                    | ${300} | ${190} | ${'a freeze on the poste that gives'}
    ${{ type: 'freeze', to: 'P', toLine: 'Audit' }}                        | ${300} | ${190} | ${'a freeze written as one that receives'}
    ${{ type: 'freeze', from: 'P' }}                                       | ${300} | ${200} | ${'a freeze on the envelope alone'}
    ${{ type: 'amendment', to: 'P', toLine: 'Frais', nature: 'CP' }}       | ${300} | ${200} | ${'another nature'}
    ${{ type: 'amendment', to: 'P', toLine: 'Frais', date: '2024-01-01' }} | ${300} | ${200} | ${'later than the day'}
    ${{ type: 'amendment', to: 'P', toLine: 'Frais', date: '2023-12-31' }} | ${310} | ${200} | ${'on the day'}
    ${{ type: 'amendment', to: 'P', toLine: 'Frais', date: null }}         | ${300} | ${200} | ${'without a day'}
  `('$why: $frais and $audit', ({ change, frais, audit }: { change: Change | null; frais: number; audit: number }) => {
    const movements = change === null ? [] : [movementOf({ cents: 10, ...change })];
    const cents = [FRAIS!, AUDIT!].map((line) => lineAllocatedCents({ ...BASE, movements }, line, 'AE', END));
    expect(cents).toEqual([frais, audit]);
    if (
      movements[0] &&
      movements[0].date !== null &&
      movements[0].nature === 'AE' &&
      change?.date !== '2024-01-01' &&
      change?.authorisedOn !== null
    )
      expect(changeOfLine(BASE, movements[0], FRAIS!)).toBe(frais - 300);
  });

  test.each([0, -10])('a transfer of %i cents between two postes counts for nothing, as FON-02 has it', (cents) => {
    const ends = { from: 'P', to: 'P', fromLine: 'Frais', toLine: 'Audit' };
    const movements = [movementOf({ cents, type: 'transfer', ...ends })];
    const found = [FRAIS!, AUDIT!].map((line) => lineAllocatedCents({ ...BASE, movements }, line, 'AE', END));
    expect(found).toEqual([300, 200]);
  });

  test('amounts by nature, where the convention gives them', () => {
    const ceiling = { amount: Euros.fromCents<'AE'>(70), mode: 'warning' } as const;
    const line = { ...FRAIS!, ceilings: { AE: ceiling, CP: null } };
    const amended = {
      ...BASE,
      movements: [movementOf({ type: 'amendment', to: 'P', toLine: 'Frais', nature: 'CP', cents: 10 })],
    };
    for (const convention of [BASE, amended])
      expect((['AE', 'CP'] as const).map((nature) => lineAllocatedCents(convention, line, nature, END))).toEqual([
        ...[70, null],
      ]);
    expect([isGivenByNature(line, 'AE'), isGivenByNature(line, 'CP')]).toEqual([true, false]);
    expect([isGivenByNature(FRAIS!, 'AE'), isGivenByNature(FRAIS!, 'CP')]).toEqual([true, false]);
  });
});

function ceilingOf(part: PartCeiling['part'], value: string, more: Partial<PartCeiling> = {}): PartCeiling {
  const ceilings: Ceilings = { AE: { amount: Euros.fromCents(3_000), mode: 'blocking' }, CP: null };
  return { part, value, year: 2023, ceilings, article: '', ...more };
}

describe('the programme and the titre', () => {
  const rule = (
    value: string,
    envelope: string | null,
    field: ImputationRule['field'] = 'activity',
  ): ImputationRule => ({
    ...{ field, label: '', value, aliases: [], envelope, from: null, until: null },
  });

  it.each`
    rules                                                                                          | programme | why
    ${[rule('010300000104', 'P')]}                                                                 | ${'0103'} | ${'of its activité'}
    ${[rule('010300000104', null)]}                                                                | ${'0103'} | ${'of a code for all envelopes'}
    ${[rule('010300000104', 'S')]}                                                                 | ${null}   | ${'of another envelope'}
    ${[rule('010300000104', 'P'), rule('0305', 'P', 'programme')]}                                 | ${null}   | ${'two programmes'}
    ${[rule('010300000104', 'P'), rule('103', 'P', 'programme')]}                                  | ${'0103'} | ${'twice the same'}
    ${[rule('EMPEF00075', 'P', 'costCentre')]}                                                     | ${null}   | ${'a code that has no programme'}
    ${[rule('0103-03-02', null, 'functionalDomain'), rule('0305-01-01', 'P', 'functionalDomain')]} | ${'0305'} | ${'its own code replaces that of all'}
    ${[rule('0305-*', 'P', 'functionalDomain')]}                                                   | ${'0305'} | ${'a pattern of one programme'}
    ${[]}                                                                                          | ${null}   | ${'no code'}
  `('the programme of an envelope is $programme: $why', ({ rules, programme }) => {
    const convention = { ...BASE, imputation: rules as ImputationRule[] };
    expect(programmeOfEnvelope(convention, BASE.envelopes[0]!)).toBe(programme);
  });

  test('of an envelope with a code of its own, a movement and a row without codes are under its programme', () => {
    const imputation = [rule('0103-03-02', null, 'functionalDomain'), rule('0305-01-01', 'S', 'functionalDomain')];
    const movements = [movementOf({ cents: 10, from: 'P', to: 'S' })];
    const convention: Convention = { ...BASE, imputation, movements };
    const cents = ['0103', '0305'].map((value) => partCents(convention, ceilingOf('programme', value), 'AE', END));
    expect(cents).toEqual([2_990, 3_010]);
    const [, envelope] = convention.envelopes;
    const { rows } = ledgerOf('axe 2 | domaine | AE\nS | | 1\nS | 0305-01-01 | 1\nS | 0103-03-02 | 1\nS | 0777-01 | 1');
    const ofRow = partOf(convention, 'programme');
    // The convention accepts the code for all on its rows: one that has it is where it is typed.
    expect(rows.map((row) => ofRow(row, { envelope: envelope!, line: null }))).toEqual([
      '0305',
      '0305',
      '0103',
      '0305',
    ]);
  });

  test('the titre of a poste is its own, else that of its envelope', () => {
    const envelope: Envelope = { ...BASE.envelopes[0]!, titre: ' 3a ' };
    expect(titreOf(envelope, { ...FRAIS!, titre: '2' })).toBe('2');
    expect([titreOf(envelope, FRAIS!), titreOf(envelope, null), titreOf(BASE.envelopes[0]!, null)]).toEqual([
      ...['3A', '3A', null],
    ]);
  });

  test('the ceilings are those of the credit year; a programme has four digits, a titre is in capitals', () => {
    const [own, other] = [ceilingOf('programme', '103'), ceilingOf('titre', ' 3a ', { year: 2024 })];
    expect(partCeilingsOf({ ...BASE, partCeilings: [own, other] })).toEqual([own]);
    expect([partValue(own), partValue(other)]).toEqual(['0103', '3A']);
  });

  it.each`
    change                                                                 | programme | titre    | why
    ${null}                                                                | ${3_000}  | ${3_000} | ${'as printed'}
    ${{ from: 'S', to: 'P', toLine: 'Audit' }}                             | ${3_010}  | ${3_010} | ${'P and its poste « Audit » receive'}
    ${{ from: 'S', to: 'P' }}                                              | ${3_010}  | ${3_000} | ${'P receives, on no poste of titre 2'}
    ${{ from: 'P', fromLine: 'Audit', to: 'S' }}                           | ${2_990}  | ${2_990} | ${'P gives'}
    ${{ from: 'P', to: 'P', fromLine: 'Audit', toLine: 'Frais' }}          | ${3_000}  | ${2_990} | ${'from titre 2 to titre 3, inside P'}
    ${{ type: 'freeze', from: 'P', fromLine: 'Audit' }}                    | ${2_990}  | ${2_990} | ${'a freeze'}
    ${{ type: 'freeze', to: 'P', toLine: 'Audit' }}                        | ${2_990}  | ${2_990} | ${'a freeze written as one that receives'}
    ${{ type: 'freeze', from: 'S' }}                                       | ${3_000}  | ${3_000} | ${'a freeze elsewhere'}
    ${{ from: 'S', to: 'P', toLine: 'Audit', nature: 'CP' }}               | ${3_000}  | ${3_000} | ${'another nature'}
    ${{ from: 'S', to: 'P', toLine: 'Audit', date: '2024-01-01' }}         | ${3_000}  | ${3_000} | ${'another year'}
    ${{ from: 'S', to: 'P', toLine: 'Audit', date: '2023-10-01' }}         | ${3_000}  | ${3_000} | ${'later than the day'}
    ${{ type: 'amendment', to: 'P', toLine: 'Audit', date: '2023-09-30' }} | ${3_010}  | ${3_010} | ${'on the day'}
  `('programme $programme, titre $titre: $why', (row: { change: Change | null; programme: number; titre: number }) => {
    const [first, second] = BASE.envelopes as [Envelope, Envelope];
    const lines = [
      { ...FRAIS!, titre: '3' },
      { ...AUDIT!, titre: '2' },
    ];
    const convention: Convention = {
      ...BASE,
      envelopes: [{ ...first, lines }, second],
      imputation: [rule('010300000104', 'P'), rule('030500000104', 'S')],
      movements: row.change === null ? [] : [movementOf({ cents: 10, ...row.change })],
    };
    const at = isoDate('2023-09-30');
    expect(partCents(convention, ceilingOf('programme', '0103'), 'AE', at)).toBe(row.programme);
    expect(partCents(convention, ceilingOf('titre', '2'), 'AE', at)).toBe(row.titre);
  });

  test('a movement counts at its own envelope alone, where others have postes of the same titre', () => {
    const ofTitre2 = BASE.envelopes.map((envelope) => ({ ...envelope, titre: '2' }));
    const centsAfter = (change: Change): number =>
      partCents(
        { ...BASE, envelopes: ofTitre2, movements: [movementOf({ cents: 10, ...change })] },
        ceilingOf('titre', '2'),
        'AE',
        END,
      );
    expect(centsAfter({ type: 'amendment', to: 'P' })).toBe(3_010);
    expect(centsAfter({ type: 'freeze', from: 'S' })).toBe(2_990);
    expect(centsAfter({ from: 'P', to: 'S' })).toBe(3_000);
  });

  test('a ceiling of the other nature that prints nothing is 0', () => {
    expect(partCents(BASE, ceilingOf('titre', '2'), 'CP', END)).toBe(0);
  });
});

it.each`
  tolerance          | ceiling   | tolerated
  ${undefined}       | ${100_00} | ${0}
  ${{ share: 0.05 }} | ${100_00} | ${5_00}
  ${{ share: 0.05 }} | ${99}     | ${4}
  ${{ cents: 7_00 }} | ${100_00} | ${7_00}
  ${{ cents: -1 }}   | ${100_00} | ${0}
`('above $ceiling, $tolerance tolerates $tolerated', ({ tolerance, ceiling, tolerated }) => {
  expect(toleratedCents(tolerance as Parameters<typeof toleratedCents>[0], ceiling as number)).toBe(tolerated);
});

test.each`
  cp       | rap    | followsLineCp | ae      | ofCp     | why
  ${1_000} | ${0}   | ${false}      | ${true} | ${true}  | ${'the postes add up to the CP of the envelope'}
  ${1_100} | ${100} | ${false}      | ${true} | ${true}  | ${'to its CP less the opening RAP'}
  ${1_100} | ${0}   | ${false}      | ${true} | ${false} | ${'they do not: the delegated amount is in AE'}
  ${1_100} | ${0}   | ${true}       | ${true} | ${true}  | ${'but the team follows them'}
  ${null}  | ${0}   | ${false}      | ${true} | ${false} | ${'no CP to add up to'}
`('a poste has an amount in AE: $ae, in CP: $ofCp ($why)', ({ cp, rap, followsLineCp, ae, ofCp }) => {
  const lines = [
    ['Études', 600],
    ['Frais', 400],
  ] as const;
  const convention = conventionOf([{ code: 'P', ae: 1_000, cp: cp as number | null, rap: rap as number, lines }], {
    followsLineCp: followsLineCp as boolean,
  });
  const [envelope] = convention.envelopes;
  const natures = (['AE', 'CP'] as const).map((one) => hasLineCeiling(convention, envelope!, envelope!.lines[0]!, one));
  expect(natures).toEqual([ae, ofCp]);
});

test('a poste to which the convention gives CP has an amount in CP, whatever the CP of its envelope', () => {
  const [envelope] = BASE.envelopes;
  const ceiling = <N extends 'AE' | 'CP'>() => ({ amount: Euros.fromCents<N>(70), mode: 'warning' }) as const;
  const given = (ceilings: Ceilings): readonly boolean[] =>
    (['AE', 'CP'] as const).map((nature) => hasLineCeiling(BASE, envelope!, { ...FRAIS!, ceilings }, nature));
  expect(given({ AE: ceiling<'AE'>(), CP: ceiling<'CP'>() })).toEqual([true, true]);
  expect(given({ AE: null, CP: ceiling<'CP'>() })).toEqual([false, true]);
  expect(given({ AE: ceiling<'AE'>(), CP: null })).toEqual([true, false]);
});
