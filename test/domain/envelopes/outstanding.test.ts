/**
 * Restes à payer by EJ over the years: a convention of 2023 to 2025, whose ledger holds 2023 and after unless a case
 * leaves it out. Amounts in cents.
 */
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { chargeLedger } from '../../../src/domain/envelopes/charged-ledger';
import type { Convention } from '../../../src/domain/envelopes/convention';
import { conventionAt } from '../../../src/domain/envelopes/credit-years';
import { LedgerIndex } from '../../../src/domain/envelopes/ledger-index';
import { Euros } from '../../../src/domain/money/euros';
import { axisRule, conventionOf, ledgerOf, rowOf, type EnvelopeSpec, type RowSpec } from './builders';

const [A, B, OLD, OTHER_OLD] = ['1400000001', '1400000002', '2100000001', '2100000002'];

interface Stated {
  readonly rap?: number;
  readonly list?: Readonly<Record<string, number>>;
}

/** A convention with one envelope P in 2023, 2024 and 2025, and Q in 2023 alone. */
function over(...years: readonly Stated[]): Convention {
  const terms = years.map(({ rap = 0, list = {} }, index) => {
    const P: EnvelopeSpec = { code: 'P', ae: 1000, cp: 1000, rap };
    const { ceilings, envelopes } = conventionOf(index === 0 ? [P, { code: 'Q', ae: 50, cp: 50 }] : [P]);
    const entries = Object.entries(list).map(([ej, cents]) => ({ ej, amount: Euros.fromCents<'CP'>(cents) }));
    return { year: 2023 + index, ceilings, envelopes, rap: entries };
  });
  const [first, ...otherYears] = terms;
  const imputation = [axisRule('P', 'P'), axisRule('Q', 'Q')];
  return { ...conventionOf([]), ...first, otherYears, imputation, endsOn: isoDate('2025-12-31') };
}

function index(convention: Convention, specs: readonly RowSpec[], asOf: string): LedgerIndex {
  const rows = specs.map((spec, key) => rowOf({ axis2: 'P', ...spec }, key));
  return LedgerIndex.build(chargeLedger(ledgerOf(rows), conventionAt(convention, isoDate(asOf)), isoDate(asOf)));
}

const outstanding = (convention: Convention, specs: readonly RowSpec[], asOf: string): number | undefined =>
  index(convention, specs, asOf).outstanding('P')?.cents;

const LEDGER: readonly RowSpec[] = [
  { ej: A, ae: 600, committed: '2023-03-01' },
  { ej: A, cp: 100, service: '2023-05-01', paid: '2023-06-01' },
  { ej: A, cp: 200, service: '2023-12-15', paid: '2024-01-20' },
  { ej: A, ae: -50, committed: '2024-05-05' },
  { ej: B, ae: 300, committed: '2024-02-01' },
  { ej: B, cp: 120, service: '2025-02-01', paid: '2025-03-01' },
];

test.each`
  asOf            | of2023 | why
  ${'2023-12-31'} | ${500} | ${'600 committed, 100 paid'}
  ${'2024-01-31'} | ${300} | ${'200 of December are paid'}
  ${'2024-12-31'} | ${550} | ${'50 withdrawn from A, 300 committed on B'}
  ${'2025-12-31'} | ${430} | ${'120 paid on B'}
`('restes à payer roll from year to year: on $asOf, $of2023 ($why)', ({ asOf, of2023 }) => {
  expect(outstanding(over({}, {}, {}), LEDGER, asOf as string)).toBe(of2023);
});

test('the movements of the year add up, and each EJ has its own', () => {
  const { byEj } = index(over({}, {}, {}), LEDGER, '2024-12-31');
  expect(byEj.of('P')).toEqual({ opening: 500, committed: 300, decommitted: 50, paid: 200, outstanding: 550 });
  expect([...byEj.entries()]).toEqual([
    { ej: A, envelope: 'P', committed: 600, decommitted: 50, paid: 300, outstanding: 250 },
    { ej: B, envelope: 'P', committed: 300, decommitted: 0, paid: 0, outstanding: 300 },
  ]);
});

describe('stated at the start of a year', () => {
  const LATER = LEDGER.slice(4);
  const PAID_OLD = { ej: OLD, cp: 30, paid: '2023-04-01' };

  test.each`
    years                                                                       | rows                                                        | asOf            | expected | why
    ${[{ rap: 70, list: { [OLD]: 70 } }, {}, {}]}                               | ${[PAID_OLD]}                                               | ${'2023-12-31'} | ${40}    | ${'a listed EJ starts from its amount'}
    ${[{ rap: 70, list: { [OLD]: 70 } }, {}, {}]}                               | ${[PAID_OLD]}                                               | ${'2025-12-31'} | ${40}    | ${'the list of the first year is not lost afterwards'}
    ${[{ rap: 70, list: { [OLD]: 70 } }, { list: { [OLD]: 40 } }, {}]}          | ${[PAID_OLD]}                                               | ${'2024-12-31'} | ${40}    | ${'listed twice: the ledger holds the year between'}
    ${[{ rap: 70, list: { [OLD]: 70 } }, { rap: 40, list: { [OLD]: 40 } }, {}]} | ${LATER}                                                    | ${'2024-12-31'} | ${340}   | ${'a ledger that starts in 2024 starts from the list of 2024'}
    ${[{ rap: 70, list: { [OLD]: 70 } }, {}, {}]}                               | ${[{ ...PAID_OLD, paid: '2023-01-01' }]}                    | ${'2023-12-31'} | ${40}    | ${'paid on the first of January: in the year'}
    ${[{ rap: 70, list: { [OLD]: 70 } }, {}, {}]}                               | ${[{ ...PAID_OLD, paid: '2022-12-31' }]}                    | ${'2023-12-31'} | ${70}    | ${'paid the day before: the list has deducted it'}
    ${[{ rap: 70, list: { [OLD]: 70 } }, { rap: 40, list: { [OLD]: 40 } }, {}]} | ${[{ ...PAID_OLD, status: 'cancelled' }, ...LATER]}         | ${'2024-12-31'} | ${340}   | ${'nor does a cancelled row of 2023 make it start then'}
    ${[{ list: { [OLD]: 70 } }, { list: { [OLD]: 35 } }, {}]}                   | ${[PAID_OLD, ...LATER]}                                     | ${'2024-12-31'} | ${340}   | ${'the ledger starts in 2023: the list of 2024 is not used'}
    ${[{ rap: 70, list: { [OLD]: 70 } }, { rap: 35, list: { [OLD]: 35 } }, {}]} | ${[...LATER, { ej: A, ae: 5, committed: '2023-12-31' }]}    | ${'2024-12-31'} | ${375}   | ${'a commitment of 2023 makes it start then too'}
    ${[{ rap: 70, list: { [OLD]: 70 } }, { rap: 35, list: { [OLD]: 35 } }, {}]} | ${[...LATER, { ej: A, committed: '2023-12-31' }]}           | ${'2024-12-31'} | ${335}   | ${'not a row of 2023 without an amount'}
    ${[{ list: { [OLD]: 70 } }, { list: { [OLD]: 35 } }, {}]}                   | ${[...LATER, PAID_OLD]}                                     | ${'2024-12-31'} | ${340}   | ${'nor where that row comes last'}
    ${[{}, {}, { rap: 70, list: { [OLD]: 70 } }]}                               | ${LATER}                                                    | ${'2024-12-31'} | ${300}   | ${'what a later year states is not owed yet'}
    ${[{ rap: 70 }, {}, {}]}                                                    | ${[PAID_OLD]}                                               | ${'2023-12-31'} | ${40}    | ${'no list: what is paid on an EJ that nothing knows draws on « dont RAP »'}
    ${[{ rap: 20 }, {}, {}]}                                                    | ${[PAID_OLD, ...LATER]}                                     | ${'2024-12-31'} | ${300}   | ${'down to 0, and no further'}
    ${[{}, { rap: 180 }, {}]}                                                   | ${LEDGER}                                                   | ${'2024-12-31'} | ${550}   | ${'the ledger holds the year before: the stated amount is not added'}
    ${[{}, { rap: 500, list: { [A]: 500 } }, {}]}                               | ${LEDGER}                                                   | ${'2024-12-31'} | ${550}   | ${'nor that of an EJ whose commitment it holds'}
    ${[{}, { rap: 470, list: { [A]: 470 } }, {}]}                               | ${[...LEDGER, { ej: A, ae: 10, committed: '2024-06-01' }]}  | ${'2024-12-31'} | ${560}   | ${'whose first commitment it holds, when a complement comes after the list'}
    ${[{ rap: 70, list: { [OLD]: 70 } }, {}, {}]}                               | ${[{ ej: OLD, ae: 90, committed: '2022-03-01' }, PAID_OLD]} | ${'2023-12-31'} | ${60}    | ${'the ledger is right'}
    ${[{ rap: 70, list: { [OLD]: 40, [OTHER_OLD]: 10 } }, {}, {}]}              | ${[PAID_OLD]}                                               | ${'2023-12-31'} | ${40}    | ${'the rest of « dont RAP » is kept'}
  `('$expected on $asOf: $why', ({ years, rows, asOf, expected }) => {
    expect(outstanding(over(...(years as Stated[])), rows as RowSpec[], asOf as string)).toBe(expected);
  });
});

describe('without a list, the payments that draw on the opening RAP are those of an EJ older than the credits', () => {
  const COMMITTED = { ej: OLD, ae: 90, committed: '2022-03-01' };
  const PAID = { ej: OLD, cp: 30, service: '2023-03-01', paid: '2023-04-01' };
  const SERVED_BEFORE = { ej: OLD, cp: 5, service: '2022-12-31', paid: '2023-02-01' };

  test.each`
    rows                                                                      | onRap | why
    ${[COMMITTED, PAID]}                                                      | ${0}  | ${'one date before the credits may be a typing error'}
    ${[COMMITTED, PAID, SERVED_BEFORE]}                                       | ${35} | ${'the ledger plainly keeps the years before: served then too'}
    ${[COMMITTED, PAID, { ...SERVED_BEFORE, service: '2023-01-01' }]}         | ${0}  | ${'served on the first day of the credits: not before'}
    ${[COMMITTED, PAID, { ...SERVED_BEFORE, status: 'cancelled' }]}           | ${0}  | ${'a cancelled row keeps nothing'}
    ${[COMMITTED, PAID, { ej: B, cp: 7, paid: '2022-06-01' }]}                | ${0}  | ${'another EJ, paid before'}
    ${[COMMITTED, PAID, SERVED_BEFORE, { ej: B, cp: 7, paid: '2023-06-01' }]} | ${35} | ${'an EJ of the year does not draw on it'}
  `('$onRap: $why', ({ rows, onRap }) => {
    expect(index(over({ rap: 70 }), rows as RowSpec[], '2023-12-31').rapPaid('P')?.cents).toBe(onRap);
  });

  test.each`
    list                    | onRap | why
    ${{}}                   | ${35} | ${'no list: the EJ of the ledger'}
    ${{ '2101000099': 20 }} | ${47} | ${'a list of an older EJ does not name those of the ledger, and adds its own'}
    ${{ [OLD]: 40 }}        | ${35} | ${'a list that names them'}
  `('of a ledger that keeps the years before, $onRap with a list of $list: $why', ({ list, onRap }) => {
    const rows = [COMMITTED, PAID, SERVED_BEFORE, { ej: '2101000099', cp: 12, paid: '2023-04-01' }];
    const listed = index(over({ rap: 70, list: list as Record<string, number> }), rows, '2023-12-31');
    expect(listed.rapPaid('P')?.cents).toBe(onRap);
  });

  test('an EJ of another credit year of the convention is no typing error: the ledger keeps that year', () => {
    const rows = [
      { ej: OLD, ae: 90, committed: '2023-03-01' },
      { ej: OLD, cp: 30, service: '2024-03-01', paid: '2024-04-01' },
    ];
    expect(index(over({}, { rap: 70 }), rows, '2024-12-31').rapPaid('P')?.cents).toBe(30);
  });

  test('an envelope without opening RAP has none to draw on', () => {
    const rows = [COMMITTED, PAID, SERVED_BEFORE].map((row) => ({ ...row, axis2: 'Q' }));
    expect(index(over({ rap: 70 }), rows, '2023-12-31').rapPaid('Q')?.cents).toBe(0);
  });
});

describe('« dont RAP » of the first year, without a list, rolls to the next as it does at the end of the first', () => {
  const NEW = '1400000009';
  const PAID_OLD = { ej: OLD, cp: 30, paid: '2023-04-01' };
  const OLD_IN_LEDGER = [
    { ej: OLD, ae: 90, committed: '2022-03-01' },
    { ej: OLD, cp: 5, service: '2022-10-01', paid: '2022-11-01' },
  ];
  const LISTED_IN_2024 = [{ rap: 70 }, { rap: 540, list: { [OLD]: 40, [A]: 500 } }];
  const dated = (rows: readonly RowSpec[], day: string): readonly RowSpec[] =>
    rows.map((row) => ({ ...row, ...(row.committed && { committed: day }) }));

  test.each`
    years                                              | rows                                                          | asOf            | expected | why
    ${[{ rap: 70 }, {}]}                               | ${LEDGER}                                                     | ${'2023-12-31'} | ${570}   | ${'500 left on A'}
    ${[{ rap: 70 }, {}]}                               | ${LEDGER}                                                     | ${'2024-01-01'} | ${570}   | ${'the next day, the same'}
    ${[{ rap: 70 }, { rap: 570 }]}                     | ${LEDGER}                                                     | ${'2024-01-01'} | ${570}   | ${'whatever 2024 states'}
    ${[{ rap: 70 }, {}]}                               | ${[...LEDGER, PAID_OLD]}                                      | ${'2024-01-01'} | ${540}   | ${'less what was paid of it in 2023'}
    ${[{ rap: 70 }, {}]}                               | ${[...LEDGER, { ...PAID_OLD, paid: '2024-01-01' }]}           | ${'2024-01-01'} | ${540}   | ${'or in 2024'}
    ${[{ rap: 70 }, {}, {}]}                           | ${LEDGER.slice(0, 2)}                                         | ${'2025-06-30'} | ${570}   | ${'two years later too'}
    ${[{}, { rap: 70 }, {}]}                           | ${dated(LEDGER.slice(4), '2024-02-01')}                       | ${'2025-01-01'} | ${370}   | ${'stated by the second year alone'}
    ${[{ rap: 85 }, {}]}                               | ${[...LEDGER, ...OLD_IN_LEDGER]}                              | ${'2023-12-31'} | ${585}   | ${'the ledger plainly keeps 2022: its EJ are not added twice'}
    ${[{ rap: 85 }, {}]}                               | ${[...LEDGER, ...OLD_IN_LEDGER]}                              | ${'2024-01-01'} | ${585}   | ${'nor a year later'}
    ${[{ rap: 70 }, {}]}                               | ${[...LEDGER, { ej: NEW, ae: 9, committed: '2022-03-01' }]}   | ${'2023-12-31'} | ${579}   | ${'a lone date of 2022 may be a typing error'}
    ${[{ rap: 70 }, {}]}                               | ${[...LEDGER, { ej: NEW, ae: 9, committed: '2022-03-01' }]}   | ${'2024-01-01'} | ${579}   | ${'a year later too'}
    ${LISTED_IN_2024}                                  | ${[...LEDGER, PAID_OLD]}                                      | ${'2024-01-01'} | ${540}   | ${'its EJ is listed later: what was paid before is not owed'}
    ${LISTED_IN_2024}                                  | ${[...LEDGER, { ...PAID_OLD, paid: '2024-01-01' }]}           | ${'2024-01-01'} | ${540}   | ${'nor what is paid afterwards'}
    ${[{ rap: 70 }, { rap: 500, list: { [A]: 500 } }]} | ${LEDGER}                                                     | ${'2024-01-01'} | ${570}   | ${'an EJ of 2023 that 2024 lists was not in it'}
    ${[{ rap: 70 }, { list: { [OLD]: 25 } }]}          | ${[...LEDGER, { ej: OLD, ae: -10, committed: '2023-05-01' }]} | ${'2024-01-01'} | ${560}   | ${'its EJ is listed later: what was withdrawn before is not owed'}
  `('$expected on $asOf: $why', ({ years, rows, asOf, expected }) => {
    expect(outstanding(over(...(years as Stated[])), rows as RowSpec[], asOf as string)).toBe(expected);
  });
});

test('« dont RAP » of a later year is not used where the ledger holds the year between', () => {
  const paid = { ej: OLD, cp: 30, paid: '2023-04-01' };
  expect(outstanding(over({ rap: 70 }, { rap: 55 }, {}), [paid], '2024-12-31')).toBe(40);
});

describe('a payment that no commitment explains hides nothing of what is owed on the other EJ', () => {
  test.each`
    payment                                     | why
    ${{ cp: 400, paid: '2023-07-01' }}          | ${'without an EJ'}
    ${{ ej: OLD, cp: 400, paid: '2023-07-01' }} | ${'on an EJ that nothing knows'}
  `('$why', ({ payment }) => {
    expect(outstanding(over({}, {}, {}), [...LEDGER, payment as RowSpec], '2023-12-31')).toBe(500);
  });

  test('without an EJ, it lowers what is committed without an EJ', () => {
    const rows = [{ ae: 90, committed: '2023-07-01' }, { cp: 30, paid: '2023-07-02' }, ...LEDGER];
    expect(outstanding(over({}, {}, {}), rows, '2023-12-31')).toBe(500 + 60);
  });

  test('on an EJ that is paid above its amount, the difference is shown', () => {
    const rows = [...LEDGER, { ej: A, cp: 700, paid: '2023-07-01' }];
    expect(outstanding(over({}, {}, {}), rows, '2023-12-31')).toBe(-200);
  });
});

test('an envelope that only 2023 gives keeps its restes à payer, and has no credits afterwards', () => {
  const rows = [{ axis2: 'Q', ej: B, ae: 40, committed: '2023-02-01' }];
  const of2024 = index(over({}, {}, {}), rows, '2024-06-30');
  expect(of2024.unchecked).toEqual([]);
  expect(of2024.outstanding('Q')?.cents).toBe(40);
  expect(of2024.figures({ envelope: 'Q', line: null }, 'CP').allocated?.cents).toBe(0);
});

describe('an envelope holds the years before when the ledger has a commitment of them in it', () => {
  const OF_2023_IN_Q: RowSpec = { axis2: 'Q', ej: B, ae: 40, committed: '2023-02-01' };

  test.each`
    committed       | holds    | owed   | why
    ${'2023-12-31'} | ${true}  | ${100} | ${'the last day before: « dont RAP » is in the ledger already'}
    ${'2024-01-01'} | ${false} | ${170} | ${'the first day of the year: « dont RAP » is of other EJ'}
  `('100 committed on $committed, « dont RAP » of 70 in 2024: $owed, $why', ({ committed, holds, owed }) => {
    const rows = [OF_2023_IN_Q, { ej: A, ae: 100, committed: committed as string }];
    const { byEj } = index(over({}, { rap: 70 }), rows, '2024-12-31');
    expect([byEj.rollsEarlierYears('P'), byEj.of('P').outstanding]).toEqual([holds, owed]);
  });
});

test.each`
  row                                           | isListed | why
  ${{ cp: 30, paid: '2023-04-01' }}             | ${true}  | ${'no EJ'}
  ${{ ej: OLD, cp: 30, paid: '2023-01-01' }}    | ${true}  | ${'an EJ that nothing knows, on the first day of the year'}
  ${{ ej: OLD, cp: 30, paid: '2022-12-31' }}    | ${false} | ${'the same, before the year'}
  ${{ ej: OLD, cp: 30, paid: '2024-01-01' }}    | ${false} | ${'the same, not paid yet'}
  ${{ ej: A, cp: 30, paid: '2023-04-01' }}      | ${false} | ${'an EJ that a row commits'}
  ${{ ej: B, cp: 30, paid: '2023-04-01' }}      | ${false} | ${'an EJ of the list'}
  ${{ axis2: 'Q', cp: 30, paid: '2023-04-01' }} | ${false} | ${'of another envelope'}
`('a payment of the year that no commitment explains: $isListed for $why', ({ row, isListed }) => {
  const rows = [...LEDGER, row as RowSpec];
  const { byEj } = index(over({ rap: 10, list: { [B]: 10 } }), rows, '2023-12-31');
  expect(byEj.withoutCommitment('P').map(({ key }) => key)).toEqual(isListed ? [LEDGER.length] : []);
});

test.each`
  rows                                            | entry                 | why
  ${[{ ae: 90, committed: '2023-02-01' }]}        | ${'90 - 0 - 0 = 90'}  | ${'a commitment'}
  ${[{ ae: 90 }, { ae: -40 }]}                    | ${'90 - 40 - 0 = 50'} | ${'a retrait withdraws from it'}
  ${[{ ae: 30 }, { ae: -40 }]}                    | ${'30 - 30 - 0 = 0'}  | ${'no more than there is: the rest is no payment in reverse'}
  ${[{ ae: -40 }]}                                | ${'none'}             | ${'a retrait of nothing leaves nothing'}
  ${[{ ae: 90 }, { cp: 30, paid: '2023-04-01' }]} | ${'90 - 0 - 30 = 60'} | ${'a payment lowers it'}
  ${[{ ae: 20 }, { cp: 30, paid: '2023-04-01' }]} | ${'20 - 0 - 20 = 0'}  | ${'by no more than there is'}
  ${[{ cp: 30, paid: '2023-04-01' }]}             | ${'none'}             | ${'a payment of nothing leaves nothing'}
`('without an EJ, committed − withdrawn − paid: $entry, $why', ({ rows, entry }) => {
  const { byEj } = index(over({}), rows as RowSpec[], '2023-12-31');
  const shown = [...byEj.entries()].map(
    ({ committed, decommitted, paid, outstanding: left }) => `${committed} - ${decommitted} - ${paid} = ${left}`,
  );
  expect(shown.join() || 'none').toBe(entry);
  const { opening, committed, decommitted, paid, outstanding: left } = byEj.of('P');
  expect([opening, `${committed} - ${decommitted} - ${paid} = ${left}`]).toEqual([
    0,
    entry === 'none' ? '0 - 0 - 0 = 0' : entry,
  ]);
});

test.each`
  rows                                                         | left  | why
  ${[{ ae: 'environ 90' }, { cp: 30, paid: '2023-04-01' }]}    | ${70} | ${'its payments do not draw on « dont RAP »'}
  ${[{ ae: '#REF!' }, { cp: 30, paid: '2023-04-01' }]}         | ${70} | ${'nor those beside a cell in error'}
  ${[{ ae: 'x' }, { ae: 20 }, { cp: 30, paid: '2023-04-01' }]} | ${70} | ${'and no less than nothing is owed on it'}
  ${[{ cp: 30, paid: '2023-04-01' }]}                          | ${40} | ${'those on an EJ that nothing knows do'}
`('restes à payer with an EJ of which an amount of AE cannot be read: $left, $why', ({ rows, left }) => {
  const ofEj = (rows as RowSpec[]).map((row) => ({ ej: A, ...row }));
  expect(outstanding(over({ rap: 70 }), ofEj, '2023-12-31')).toBe(left);
});

test('the rest of « dont RAP », that no list names, is an entry without EJ', () => {
  const entriesOf = (stated: Stated): readonly unknown[] => [...index(over(stated), [], '2023-12-31').byEj.entries()];
  const of = (ej: string | null, cents: number) => ({
    ...{ ej, envelope: 'P', committed: cents, decommitted: 0, paid: 0, outstanding: cents },
  });
  expect(entriesOf({ rap: 70 })).toEqual([of(null, 70)]);
  expect(entriesOf({ rap: 70, list: { [OLD]: 40 } })).toEqual([of(OLD, 40), of(null, 30)]);
});
