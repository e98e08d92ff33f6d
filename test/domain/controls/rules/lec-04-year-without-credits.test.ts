/** A credit year without any amount, of a convention that gives some in another year: nothing is compared in silence. */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { naturesOf } from '../../../../src/domain/envelopes/ceilings';
import { chargeLedger } from '../../../../src/domain/envelopes/charged-ledger';
import type { Convention } from '../../../../src/domain/envelopes/convention';
import { conventionAt } from '../../../../src/domain/envelopes/credit-years';
import { LedgerIndex } from '../../../../src/domain/envelopes/ledger-index';
import { statusOf, statusOfConvention } from '../../../../src/domain/envelopes/status';
import type { YearTerms } from '../../../../src/domain/envelopes/terms';
import { Euros } from '../../../../src/domain/money/euros';
import { describeFinding } from '../../../../src/messages/describe-finding';
import { findingsIn } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';
import { ledgerOf } from '../../../support/ledgers/ledger-builder';

const OF_2023 = convention2023();
const NOTHING = { ceilings: { AE: null, CP: null }, envelopes: [], rap: [] };
const [PDE, SF] = OF_2023.envelopes;

/** The convention of 2023, prolonged: the terms of its further years. */
function prolonged(...otherYears: readonly YearTerms[]): Convention {
  return { ...OF_2023, endsOn: isoDate('2025-12-31'), otherYears };
}

/** « Autres exercices : 2024 », and nothing typed for 2024 in the amounts. */
const EMPTY_2024 = prolonged({ year: 2024, ...NOTHING });

const HEADINGS = 'axe 2 | EJ | date EJ | AE | payé le | CP | service fait';
const COMMITTED = 'PDE | 1400000002 | 01/03/2024 | 900 000,50 | | |';
const PAID = 'PDE | 1400000002 | | | 01/04/2024 | 900 000,50 | 20/03/2024';
const BEFORE = 'PDE | 1400000001 | 01/02/2023 | 100 000,00 | | |';

/** `severity envelope nature consumed of year` of each LEC-04. */
function unboundedAt(asOf: string, convention: Convention, ...rows: readonly string[]): readonly string[] {
  const turned = conventionAt(convention, isoDate(asOf));
  return findingsIn([HEADINGS, ...rows].join('\n'), { convention: turned, asOf, whole: true }).flatMap(
    ({ rule, severity, details }) => {
      if (rule !== 'LEC-04' || !('consumed' in details)) return [];
      const { envelope, nature, consumed, year } = details;
      return [`${severity} ${envelope} ${nature} ${consumed / 100} of ${year}`];
    },
  );
}

test('wrong: 900 000,50 € committed and paid in a year without amounts are errors, one for each nature', () => {
  expect(unboundedAt('2024-12-31', EMPTY_2024, BEFORE, COMMITTED, PAID)).toEqual([
    'error PDE AE 900000.5 of 2024',
    'error PDE CP 900000.5 of 2024',
  ]);
});

test('wrong: the year after, those of 2024 are errors still', () => {
  const of2025 = { year: 2025, ceilings: OF_2023.ceilings, envelopes: OF_2023.envelopes, rap: [] };
  const convention = prolonged({ year: 2024, ...NOTHING }, of2025);
  expect(unboundedAt('2025-06-30', convention, BEFORE, COMMITTED)).toEqual(['error PDE AE 900000.5 of 2024']);
});

test('the sentence gives the year, and where its amount is typed', () => {
  const convention = conventionAt(EMPTY_2024, isoDate('2024-12-31'));
  const [finding] = findingsIn([HEADINGS, COMMITTED].join('\n'), {
    convention,
    asOf: '2024-12-31',
    whole: true,
  }).filter(({ rule }) => rule === 'LEC-04');
  expect(describeFinding(finding!, convention, 'fr').message.replaceAll(/\s/g, ' ')).toMatch(
    /pas d’AE pour 2024, 900 000,50 € d’AE consommés ne sont comparés à aucun plafond.*ENV_Enveloppes, sur une ligne de l’exercice 2024 \(0 si/,
  );
});

test.each<[string, string, Convention, readonly string[]]>([
  ['nothing consumed in that year', '2024-12-31', EMPTY_2024, [BEFORE]],
  ['the year before', '2023-12-31', EMPTY_2024, [BEFORE]],
  [
    'one envelope has credits in 2024: the other has 0, which PLA-01 compares',
    '2024-12-31',
    prolonged({ year: 2024, ...NOTHING, envelopes: [SF!] }),
    [COMMITTED],
  ],
  [
    'the whole has a ceiling in 2024: each envelope has 0, which PLA-01 and PLA-02 compare',
    '2024-12-31',
    prolonged({ ...NOTHING, year: 2024, ceilings: OF_2023.ceilings }),
    [COMMITTED, PAID],
  ],
  [
    'no year gives CP',
    '2024-12-31',
    {
      ...prolonged({ year: 2024, ...NOTHING, envelopes: [{ ...PDE!, ceilings: { AE: PDE!.ceilings.AE, CP: null } }] }),
      ceilings: { AE: OF_2023.ceilings.AE, CP: null },
      envelopes: OF_2023.envelopes.map((one) => ({
        ...one,
        ceilings: { AE: one.ceilings.AE, CP: null },
        openingRap: Euros.zero<'CP'>(),
      })),
    },
    [PAID],
  ],
])('right: %s', (_, asOf, convention, rows) => {
  expect(unboundedAt(asOf, convention, ...rows)).toEqual([]);
});

test('right: a service of a first year of AE alone, paid under the CP of the next year', () => {
  const ofAe = { AE: OF_2023.ceilings.AE, CP: null };
  const withAe = OF_2023.envelopes.map((one) => ({ ...one, ceilings: { AE: one.ceilings.AE, CP: null } }));
  const of2024 = { year: 2024, ceilings: OF_2023.ceilings, envelopes: OF_2023.envelopes, rap: [] };
  const convention: Convention = { ...prolonged(of2024), ceilings: ofAe, envelopes: withAe };
  const paid = 'PDE | 1400000001 | | | 20/02/2024 | 20 000,00 | 15/12/2023';
  expect(unboundedAt('2024-06-30', convention, BEFORE, paid)).toEqual([]);
  const inTheYear = 'PDE | 1400000001 | | | 20/12/2023 | 20 000,00 | 15/12/2023';
  expect(unboundedAt('2024-06-30', convention, BEFORE, inTheYear)).toEqual(['error PDE CP 20000 of 2023']);
});

test('the natures of a year without amounts are those of the other years', () => {
  const ofAe = { AE: OF_2023.ceilings.AE, CP: null };
  const aeOnly: Convention = {
    ...EMPTY_2024,
    ceilings: ofAe,
    envelopes: OF_2023.envelopes.map((one) => ({ ...one, ceilings: { AE: one.ceilings.AE, CP: null } })),
  };
  expect(naturesOf(conventionAt(aeOnly, isoDate('2024-06-30')))).toEqual(['AE']);
});

describe('a commitment in advance on 2024, seen in 2023', () => {
  const CP_ALONE = prolonged({
    year: 2024,
    ceilings: { AE: null, CP: OF_2023.ceilings.CP },
    envelopes: OF_2023.envelopes.map((one) => ({ ...one, ceilings: { AE: null, CP: one.ceilings.CP } })),
    rap: [],
  });
  const AS_2023 = prolonged({ year: 2024, ceilings: OF_2023.ceilings, envelopes: OF_2023.envelopes, rap: [] });
  const OF_WHOLE = prolonged({ ...NOTHING, year: 2024, ceilings: OF_2023.ceilings });
  const IN_ADVANCE = 'Gestion anticipée | 1400000001 | 15/11/2023 | 5 000 000,00';
  const WITHDRAWN = 'Retrait sur EJ anticipé | 1400000001 | 01/12/2023 | -1 000 000,00';
  const found = (convention: Convention, asOf: string, rows: readonly string[]): readonly string[] => {
    const table = ['axe 2 | opération | EJ | date EJ | AE', ...rows.map((row) => `PDE | ${row}`)].join('\n');
    const turned = conventionAt(convention, isoDate(asOf));
    return findingsIn(table, { convention: turned, asOf, whole: true }).flatMap(({ rule, severity, details }) => {
      if (rule !== 'LEC-04' || !('consumed' in details)) return [];
      return [`${severity} ${details.nature} ${details.consumed / 100} of ${details.year}`];
    });
  };

  test.each<[string, Convention, string, readonly string[], readonly string[]]>([
    ['2024 has no amounts', EMPTY_2024, '2023-12-31', [IN_ADVANCE], ['error AE 5000000 of 2024']],
    ['2024 has CP alone', CP_ALONE, '2023-12-31', [IN_ADVANCE], ['error AE 5000000 of 2024']],
    ['from its own day', EMPTY_2024, '2023-11-15', [IN_ADVANCE], ['error AE 5000000 of 2024']],
    ['not before', EMPTY_2024, '2023-11-14', [IN_ADVANCE], []],
    ['less its retraits', EMPTY_2024, '2023-12-31', [IN_ADVANCE, WITHDRAWN], ['error AE 4000000 of 2024']],
    ['once, in 2024 too', EMPTY_2024, '2024-01-31', [IN_ADVANCE], ['error AE 5000000 of 2024']],
    ['2024 has AE: PER-03 compares their share', AS_2023, '2023-12-31', [IN_ADVANCE], []],
    ['the whole has AE in 2024', OF_WHOLE, '2023-12-31', [IN_ADVANCE], []],
    ['an ordinary EJ is of 2023', EMPTY_2024, '2023-12-31', [IN_ADVANCE.replace('Gestion anticipée', 'EJ')], []],
    [
      'an ordinary EJ beside it, without a day or to come, is not of 2024',
      EMPTY_2024,
      '2023-12-31',
      [IN_ADVANCE, 'EJ | 1400000002 | | 7,00', 'EJ | 1400000003 | 20/01/2024 | 9,00'],
      ['error AE 5000000 of 2024'],
    ],
  ])('%s', (_, convention, asOf, rows, expected) => {
    expect(found(convention, asOf, rows)).toEqual(expected);
  });
});

describe('STATUS of such a year', () => {
  const statesAt = (convention: Convention, ...rows: readonly string[]) => {
    const asOf = isoDate('2024-12-31');
    const turned = conventionAt(convention, asOf);
    const balances = LedgerIndex.build(chargeLedger(ledgerOf([HEADINGS, ...rows].join('\n')), turned, asOf));
    return [
      ...turned.envelopes.map((envelope) => statusOf(envelope, turned, balances)),
      statusOfConvention(turned, balances),
    ];
  };

  test('is calculable neither of an envelope nor of the whole', () => {
    expect(statesAt(EMPTY_2024, COMMITTED, PAID)).toEqual([null, null, null]);
  });
});

describe('a year with a ceiling of the whole convention (« Plafond AE 2024 ») and no row in ENV_Enveloppes', () => {
  const { ceilings } = OF_2023;
  const ofWhole = prolonged({ year: 2024, ceilings, envelopes: [], rap: [] });
  const judged = (asOf: string, ...rows: readonly string[]): readonly string[] => {
    const convention = conventionAt(ofWhole, isoDate(asOf));
    const found = findingsIn([HEADINGS, ...rows].join('\n'), { convention, asOf, whole: true });
    return found
      .filter(({ severity, rule }) => severity === 'error' && /^(PLA|ANX|DEL|LEC-04)/.test(rule))
      .map(({ rule, details }) => ('envelope' in details ? `${rule} ${details.envelope}` : rule));
  };

  test.each`
    euros        | expected                    | why
    ${'600 000'} | ${[]}                       | ${'to the cent of the whole, more than PDE had in 2023'}
    ${'600 001'} | ${['DEL-03 *', 'PLA-03 *']} | ${'a euro above the whole'}
  `('$euros € of AE of PDE: $expected ($why)', ({ euros, expected }: { euros: string; expected: string[] }) => {
    expect(judged('2024-06-30', `PDE | 1400000002 | 01/03/2024 | ${euros} | | |`)).toEqual(expected);
  });

  test('its state is that of the whole', () => {
    const convention = conventionAt(ofWhole, isoDate('2024-06-30'));
    const ledger = ledgerOf([HEADINGS, 'PDE | 1400000002 | 01/03/2024 | 900 | | |'].join('\n'));
    const balances = LedgerIndex.build(chargeLedger(ledger, convention, isoDate('2024-06-30')));
    expect(statusOfConvention(convention, balances)).toBe('open');
  });
});
