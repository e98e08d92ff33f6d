/** The amounts that figures lack, by nature and by envelope; and the unchecked rows that no figure would count. */
import fc from 'fast-check';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { chargeLedger } from '../../../src/domain/envelopes/charged-ledger';
import { LedgerIndex } from '../../../src/domain/envelopes/ledger-index';
import {
  missedBy,
  missedInNatures,
  sumOfMissed,
  type FigureName,
} from '../../../src/domain/envelopes/missed/missed-sums';
import { Euros } from '../../../src/domain/money/euros';
import type { Nature } from '../../../src/domain/money/nature';
import { axisRule, conventionOf, ledgerOf, rowOf, type RowSpec } from './builders';

const EARLIER = '1400000900';
const CONVENTION = conventionOf(
  [
    { code: 'P', ae: 1_000, cp: 1_000, rap: 90, lines: [['Frais', 500]] },
    { code: 'S', ae: 1_000, cp: 1_000 },
  ],
  {
    imputation: [axisRule('P', 'P'), axisRule('S', 'S')],
    rap: [{ ej: EARLIER, amount: Euros.fromCents<'CP'>(90) }],
  },
);

function indexOf(specs: readonly RowSpec[]): LedgerIndex {
  const ledger = ledgerOf(specs.map((spec, at) => rowOf(spec, at)));
  return LedgerIndex.build(chargeLedger(ledger, CONVENTION, isoDate('2023-12-31')));
}

/** `AE ?`: an amount of AE that is not read; `CP 40`: 40 cents of CP that are read and not counted. */
const missedAt = (specs: readonly RowSpec[], envelope: string): string => {
  const found = missedInNatures(indexOf(specs).missed, { envelope, line: null });
  return found.map(({ nature, cents }) => `${nature ?? 'AE or CP'} ${cents === null ? '?' : String(cents)}`).join(', ');
};

const DAY = '2023-02-01';

describe('the available amounts lack, because of', () => {
  it.each`
    row                                                   | spec                                                                    | ofP             | ofS   | ofWhole
    ${'a row that is read'}                               | ${{ axis2: 'P', ae: 100, committed: DAY }}                              | ${''}           | ${''} | ${''}
    ${'an AE that is not read'}                           | ${{ axis2: 'P', ae: '12,5 K', committed: DAY }}                         | ${'AE ?'}       | ${''} | ${'AE ?'}
    ${'an Excel error'}                                   | ${{ axis2: 'P', ae: '#DIV/0!', committed: DAY }}                        | ${'AE ?'}       | ${''} | ${'AE ?'}
    ${'a draft that is not read'}                         | ${{ axis2: 'P', ae: 'abc', status: 'project' }}                         | ${'AE ?'}       | ${''} | ${'AE ?'}
    ${'a CP that is not read, beside an AE that is read'} | ${{ axis2: 'P', ae: 100, cp: 'abc', committed: DAY, paid: DAY }}        | ${'CP ?'}       | ${''} | ${'CP ?'}
    ${'an AE of 0 beside a CP that is not read'}          | ${{ axis2: 'P', ae: 0, cp: 'abc', paid: DAY }}                          | ${'CP ?'}       | ${''} | ${'CP ?'}
    ${'both amounts that are not read'}                   | ${{ axis2: 'P', ae: 'x', cp: 'y', committed: DAY, paid: DAY }}          | ${'AE ?, CP ?'} | ${''} | ${'AE ?, CP ?'}
    ${'an amount of no envelope'}                         | ${{ axis2: '', ae: 40, committed: DAY }}                                | ${''}           | ${''} | ${'AE 40'}
    ${'an amount of no envelope that is not read'}        | ${{ axis2: 'X', cp: 'abc', paid: DAY }}                                 | ${''}           | ${''} | ${'CP ?'}
    ${'a row of no envelope, without an amount'}          | ${{ axis2: 'X' }}                                                       | ${''}           | ${''} | ${''}
    ${'a cancelled row'}                                  | ${{ axis2: 'P', ae: 'abc', status: 'cancelled', committed: DAY }}       | ${''}           | ${''} | ${''}
    ${'a commitment after the day'}                       | ${{ axis2: 'P', ae: 'abc', committed: '2024-01-15' }}                   | ${''}           | ${''} | ${''}
    ${'a payment of another year'}                        | ${{ axis2: 'P', cp: 'abc', service: '2022-02-01', paid: '2022-03-01' }} | ${''}           | ${''} | ${''}
    ${'a commitment of an earlier year'}                  | ${{ axis2: 'P', ae: 'abc', committed: '2022-02-01' }}                   | ${''}           | ${''} | ${''}
    ${'a retrait on an earlier EJ, which frees no AE'}    | ${{ axis2: '', ej: EARLIER, ae: -40, committed: DAY }}                  | ${''}           | ${''} | ${''}
    ${'an undated AE that is not read, out of prudence'}  | ${{ axis2: 'P', ae: 'abc' }}                                            | ${'AE ?'}       | ${''} | ${'AE ?'}
  `('$row: P « $ofP », S « $ofS », the whole « $ofWhole »', ({ spec, ofP, ofS, ofWhole }) => {
    expect(['P', 'S', '*'].map((code) => missedAt([spec as RowSpec], code))).toEqual([ofP, ofS, ofWhole]);
  });
});

it.each`
  what                                  | spec                                                                      | nature  | figure         | line    | lacks
  ${'a commitment'}                     | ${{ axis2: 'P', poste: 'Frais', ae: 'abc', committed: DAY }}              | ${'AE'} | ${'consumed'}  | ${null} | ${1}
  ${'a commitment'}                     | ${{ axis2: 'P', poste: 'Frais', ae: 'abc', committed: DAY }}              | ${'AE'} | ${'reserved'}  | ${null} | ${0}
  ${'a commitment'}                     | ${{ axis2: 'P', poste: 'Frais', ae: 'abc', committed: DAY }}              | ${'AE'} | ${'remaining'} | ${0}    | ${1}
  ${'a commitment'}                     | ${{ axis2: 'P', poste: 'Frais', ae: 'abc', committed: DAY }}              | ${'AE'} | ${'allocated'} | ${null} | ${0}
  ${'a commitment'}                     | ${{ axis2: 'P', poste: 'Frais', ae: 'abc', committed: DAY }}              | ${'CP'} | ${'available'} | ${null} | ${0}
  ${'a draft'}                          | ${{ axis2: 'P', ae: 'abc', status: 'project' }}                           | ${'AE'} | ${'remaining'} | ${null} | ${0}
  ${'a draft'}                          | ${{ axis2: 'P', ae: 'abc', status: 'project' }}                           | ${'AE'} | ${'available'} | ${null} | ${1}
  ${'a payment not made yet'}           | ${{ axis2: 'P', cp: 'abc', service: DAY }}                                | ${'CP'} | ${'reserved'}  | ${null} | ${1}
  ${'a commitment on an EJ of the RAP'} | ${{ axis2: 'P', poste: 'Frais', ej: EARLIER, ae: 'abc', committed: DAY }} | ${'AE'} | ${'consumed'}  | ${0}    | ${1}
  ${'a payment on an EJ of the RAP'}    | ${{ axis2: 'P', poste: 'Frais', ej: EARLIER, cp: 'abc', paid: DAY }}      | ${'CP'} | ${'consumed'}  | ${null} | ${1}
  ${'a payment on an EJ of the RAP'}    | ${{ axis2: 'P', poste: 'Frais', ej: EARLIER, cp: 'abc', paid: DAY }}      | ${'CP'} | ${'consumed'}  | ${0}    | ${0}
`('because of $what, $figure $nature of the poste $line lacks $lacks', ({ spec, nature, figure, line, lacks }) => {
  const key = { envelope: 'P', line: line as number | null };
  const found = missedBy(indexOf([spec as RowSpec]).missed, key, nature as Nature, figure as FigureName);
  expect(found).toHaveLength(lacks as number);
});

test.each`
  what              | spec                                                          | missed    | why
  ${'a commitment'} | ${{ ae: 'abc', committed: '2022-02-01' }}                     | ${['AE']} | ${'of an earlier year: by restes à payer alone'}
  ${'a payment'}    | ${{ cp: 'abc', paid: '2022-02-01' }}                          | ${['CP']} | ${'of an earlier year: by restes à payer alone'}
  ${'a date alone'} | ${{ ae: 'abc', committed: '2022-02-01', paid: '2022-03-01' }} | ${['AE']} | ${'there is no payment under it'}
  ${'a commitment'} | ${{ ae: 'abc', committed: '2024-02-01' }}                     | ${[]}     | ${'after the day: by nothing'}
`('$what that is not read, $why', ({ spec, missed }) => {
  const found = indexOf([{ axis2: 'P', ...(spec as RowSpec) }]).missed;
  expect(found.map(({ nature }) => nature)).toEqual(missed);
  for (const one of found) expect(one).toMatchObject({ cents: null, addsTo: { AE: null, CP: null } });
});

test.each`
  row                                                        | spec                                                                      | addsTo                                | why
  ${'signed in the year'}                                    | ${{ committed: DAY }}                                                     | ${{ AE: 'consumed', CP: 'reserved' }} | ${'committed, or due and not paid'}
  ${'signed and paid'}                                       | ${{ committed: DAY, paid: DAY }}                                          | ${{ AE: 'consumed', CP: 'consumed' }} | ${'committed, or paid'}
  ${'signed in the year, to be served and paid in the next'} | ${{ committed: DAY, service: '2024-02-01', paid: '2024-02-01' }}          | ${{ AE: 'consumed', CP: null }}       | ${'only a commitment would count'}
  ${'signed before the year, and paid in it'}                | ${{ committed: '2022-02-01', paid: DAY }}                                 | ${{ AE: null, CP: 'consumed' }}       | ${'only a payment would count'}
  ${'cancelled'}                                             | ${{ committed: DAY, paid: DAY, status: 'cancelled' }}                     | ${null}                               | ${'it counts in nothing'}
  ${'of another year'}                                       | ${{ committed: '2024-02-01', service: '2024-02-01', paid: '2024-02-01' }} | ${null}                               | ${'neither does it'}
`('« 500 HT ? », of AE or of CP, on a row $row: $why', ({ spec, addsTo }) => {
  const row = rowOf({ axis2: 'P', ...(spec as RowSpec) });
  const ae = { kind: 'unreadable', raw: '500 HT ?', nature: 'HT ?' } as const;
  const { missed } = LedgerIndex.build(chargeLedger(ledgerOf([{ ...row, ae }]), CONVENTION, isoDate('2023-12-31')));
  expect(missed.map((one) => [one.nature, one.cents, one.addsTo])).toEqual(
    addsTo === null ? [] : [[null, null, addsTo]],
  );
});

test('amounts are counted by nature, rows once', () => {
  const { missed } = indexOf([
    { axis2: 'P', ae: 'abc', committed: DAY },
    { axis2: 'P', ae: 100, cp: 'x', committed: DAY, paid: DAY },
    { axis2: '', ae: 30, cp: 20, committed: DAY, paid: DAY },
  ]);
  expect(sumOfMissed(missed)).toEqual({
    rows: 3,
    unread: { AE: 1, CP: 1, unknown: 0 },
    readRows: 1,
    cents: { AE: 30, CP: 20 },
    undated: { rows: 0, cents: 0 },
  });
});

describe('a payment whose date cannot be read is reserved, and may be paid', () => {
  test.each`
    payment                  | spec                                                                                | undated
    ${'« avril 2023 »'}      | ${{ axis2: 'P', poste: 'Frais', cp: 40, service: DAY, paid: 'avril 2023' }}         | ${['P 0 40']}
    ${'an Excel error'}      | ${{ axis2: 'P', cp: 40, service: DAY, paid: '#REF!' }}                              | ${['P null 40']}
    ${'on an EJ of the RAP'} | ${{ axis2: 'P', poste: 'Frais', ej: EARLIER, cp: 40, service: DAY, paid: '10/02' }} | ${['P null 40']}
    ${'of another envelope'} | ${{ axis2: 'S', cp: 40, paid: 'T2 2023' }}                                          | ${['S null 40']}
    ${'not made yet'}        | ${{ axis2: 'P', cp: 40, service: DAY }}                                             | ${[]}
    ${'a date that is read'} | ${{ axis2: 'P', cp: 40, service: DAY, paid: DAY }}                                  | ${[]}
    ${'a cancelled one'}     | ${{ axis2: 'P', cp: 40, paid: 'avril 2023', status: 'cancelled' }}                  | ${[]}
    ${'without an amount'}   | ${{ axis2: 'P', ae: 40, committed: DAY, paid: 'avril 2023' }}                       | ${[]}
  `('$payment: $undated', ({ spec, undated }) => {
    const paid = { axis2: 'P', cp: 5, service: DAY, paid: DAY };
    const index = indexOf([spec as RowSpec, paid]);
    expect(index.undated.map(({ envelope, line, cents }) => `${envelope} ${line} ${cents}`)).toEqual(undated);
    expect(index.missed).toEqual([]);
  });

  test('what is consumed and what remains lack it; what is reserved and what is available have it', () => {
    const index = indexOf([
      { axis2: 'P', cp: 40, service: DAY, paid: 'avril 2023' },
      { axis2: 'P', cp: 5, service: DAY, paid: DAY },
    ]);
    const lacks = (['consumed', 'remaining', 'reserved', 'available'] as const).map((figure) =>
      missedBy(index.undated, { envelope: 'P', line: null }, 'CP', figure).map(({ cents }) => cents),
    );
    expect(lacks).toEqual([[40], [40], [], []]);
    expect(sumOfMissed(index.undated)).toMatchObject({ rows: 0, cents: { CP: null }, undated: { rows: 1, cents: 40 } });
  });

  test('none where no date of payment can be read: CP are not calculable', () => {
    const index = indexOf([{ axis2: 'P', cp: 40, service: DAY, paid: 'avril 2023' }]);
    expect([index.missing.CP, index.undated]).toEqual(['paymentDate', []]);
  });
});

test('law: the amounts missed, once they are read, change the available amounts by their cents', () => {
  const amount = fc.integer({ min: 1, max: 500 });
  const day = fc.constantFrom('2022-05-01', DAY, '2023-12-31', '2024-02-01');
  const spec = fc.record({
    axis2: fc.constantFrom('P', 'S', ''),
    status: fc.constantFrom('firm', 'project', 'cancelled'),
    ae: fc.option(amount, { nil: null }),
    cp: fc.option(amount, { nil: null }),
    committed: fc.option(day, { nil: null }),
    service: fc.option(day, { nil: null }),
    paid: fc.option(day, { nil: null }),
  }) as fc.Arbitrary<RowSpec>;
  fc.assert(
    fc.property(fc.array(spec, { maxLength: 12 }), (specs) => {
      // The same rows, charged to P where they name no envelope: what was missed is now counted.
      const before = indexOf(specs);
      const after = indexOf(specs.map((one) => (one.axis2 === '' ? { ...one, axis2: 'P' } : one)));
      for (const nature of ['AE', 'CP'] as const) {
        const key = { envelope: '*', line: null };
        const available = (index: LedgerIndex): number => index.figures(key, nature).available?.cents ?? NaN;
        const cents = sumOfMissed(missedBy(before.missed, key, nature)).cents[nature] ?? 0;
        expect(available(before) - available(after)).toBe(cents);
      }
      expect(after.missed).toEqual([]);
    }),
  );
});
