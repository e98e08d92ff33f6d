/** The forecast: ledgers that a finance officer can compute by hand, then its laws over any ledger. */
import fc from 'fast-check';
import { isoDate, type CivilDate } from '../../../src/domain/calendar/civil-date';
import { chargeLedger } from '../../../src/domain/envelopes/charged-ledger';
import type { Convention } from '../../../src/domain/envelopes/convention';
import { forecastOf, type Forecast } from '../../../src/domain/envelopes/forecast';
import { LedgerIndex } from '../../../src/domain/envelopes/ledger-index';
import type { Nature } from '../../../src/domain/money/nature';
import { Euros } from '../../../src/domain/money/euros';
import { conventionOf, ledgerOf, movementOf, rowOf, type RowSpec } from './builders';
import { calculated, known } from '../../support/known';

const ENVELOPES = [
  { code: 'PDE', ae: 120_000_00, cp: 120_000_00 },
  { code: 'SF', ae: 50_000_00, cp: 50_000_00 },
];
const CONVENTION = conventionOf(ENVELOPES, { signedOn: isoDate('2022-12-13'), endsOn: isoDate('2023-12-31') });

function forecast(
  rows: readonly RowSpec[],
  asOf: string,
  nature: Nature,
  convention: Convention = CONVENTION,
  envelope = 'PDE',
): Forecast {
  const ledger = ledgerOf(
    rows.map((row, key) => rowOf({ axis2: 'PDE', ...row }, key)),
    ['ejNumber'], // the retraits are as typed
  );
  const both = forecastOf(chargeLedger(ledger, convention, isoDate(asOf))).get(envelope);
  if (!both) throw new Error(envelope);
  return known<Forecast>(both[nature]);
}

/** `10000+0 …`: realised and forecast of each month, in euros. */
const shape = ({ months }: Forecast): string =>
  months.map(({ realised, forecast: next }) => `${realised.cents / 100}+${next.cents / 100}`).join(' ');

const paid = (month: number, euros: number): RowSpec => ({
  cp: euros * 100,
  paid: `2023-${String(month).padStart(2, '0')}-10`,
  service: '2023-01-02',
});

describe('CP', () => {
  test('two months at 10 000: as much in each month to come', () => {
    const one = forecast([paid(1, 8_000), paid(2, 12_000)], '2023-02-28', 'CP');
    expect(shape(one)).toBe(
      '8000+0 12000+0 0+10000 0+10000 0+10000 0+10000 0+10000 0+10000 0+10000 0+10000 0+10000 0+10000',
    );
    expect([one.landing.cents, one.monthly.cents, one.method]).toEqual([120_000_00, 10_000_00, 'trend']);
  });

  test('the mean of the months is to the nearest cent, half a cent up', () => {
    const monthly = (...cents: readonly number[]): number =>
      forecast(
        cents.map((one, month) => paid(month + 1, one / 100)),
        `2023-0${cents.length}-28`,
        'CP',
      ).monthly.cents;
    expect([monthly(100_00, 100_01), monthly(100_00, 100_00, 100_01), monthly(100_00, 100_01, 100_01)]).toEqual([
      ...[100_01, 100_00, 100_01],
    ]);
  });

  test('the month under way is completed, not started again', () => {
    const one = forecast([paid(1, 10_000), paid(2, 4_000)], '2023-02-15', 'CP');
    expect(shape(one)).toMatch(/^10000\+0 4000\+6000 0\+10000 /);
  });

  test('what is due and not paid comes first, in its month; the trend only tops up', () => {
    const due: readonly RowSpec[] = [
      { cp: 3_000_00, service: '2023-06-20' }, // to be paid within 30 days: in July
      { cp: 14_000_00, service: '2023-06-01', paid: '2023-08-15' },
      { cp: 500_00 }, // without any date: now
    ];
    const one = forecast([paid(6, 6_000), ...due], '2023-06-30', 'CP');
    expect(shape(one)).toBe('0+0 0+0 0+0 0+0 0+0 6000+500 0+3000 0+14000 0+1000 0+1000 0+1000 0+1000');
    expect([one.consumed.cents, one.known.cents, one.trend.cents]).toEqual([6_000_00, 17_500_00, 4_000_00]);
  });

  test.each`
    service         | receipt         | month   | why
    ${'2023-06-20'} | ${null}         | ${'07'} | ${'thirty days from the service'}
    ${'2023-06-20'} | ${'2023-07-25'} | ${'08'} | ${'from the invoice, received later'}
    ${'2023-07-25'} | ${'2023-06-20'} | ${'08'} | ${'from the service, done later'}
    ${null}         | ${'2023-07-25'} | ${'08'} | ${'from the invoice alone'}
  `('due in month $month: $why', ({ service, receipt, month }: Record<string, string>) => {
    const due = shape(forecast([{ cp: 3_000_00, service: service!, receipt: receipt! }], '2023-06-30', 'CP')).split(
      ' ',
    );
    expect(due.indexOf('0+3000') + 1).toBe(Number(month));
  });

  test('the trend stops at the credits open; known operations do not', () => {
    const trend = forecast([paid(1, 60_000)], '2023-01-31', 'CP');
    expect([trend.landing.cents, trend.unbounded.cents, trend.method]).toEqual([120_000_00, 720_000_00, 'bounded']);
    const known = forecast([paid(1, 60_000), { cp: 90_000_00, service: '2023-01-10' }], '2023-01-31', 'CP');
    expect(known.landing.cents).toBe(150_000_00);
  });

  test('payments on the opening RAP count and do not recur', () => {
    const convention = { ...CONVENTION, rap: [{ ej: '2101000001', amount: Euros.fromCents<'CP'>(70_000_00) }] };
    const one = forecast([{ ...paid(1, 70_000), ej: '2101000001' }, paid(2, 2_000)], '2023-02-28', 'CP', convention);
    expect([one.consumed.cents, one.monthly.cents, one.landing.cents]).toEqual([72_000_00, 1_000_00, 82_000_00]);
  });

  test('a debt already due is brought back to December, even when its payment is announced for January', () => {
    const one = forecast(
      [
        { cp: 1_000_00, service: '2023-11-30', paid: '2024-01-10' },
        { cp: 9_00, service: '2023-12-20' },
      ],
      '2023-12-20',
      'CP',
    );
    expect(shape(one).split(' ').at(-1)).toBe('0+1009');
  });
});

describe('AE', () => {
  test('a row in projet and a row dated later in the year are known; one of next year is not', () => {
    const rows: readonly RowSpec[] = [
      { ae: 20_000_00, committed: '2023-09-01', status: 'project' },
      { ae: 5_000_00, committed: '2023-10-01' },
      { ae: 7_000_00, status: 'project' },
      { ae: 900_00, committed: '2024-01-05', status: 'project' },
      { ae: 800_00, committed: '2024-01-05' },
    ];
    const one = forecast(rows, '2023-06-15', 'AE');
    expect(shape(one)).toBe('0+0 0+0 0+0 0+0 0+0 0+7000 0+0 0+0 0+20000 0+5000 0+0 0+0');
    expect(one.method).toBe('known');
  });

  test('what has no date is consumed, in the month asked for', () => {
    expect(shape(forecast([{ ae: 1_000_00 }], '2023-03-31', 'AE'))).toMatch(/^0\+0 0\+0 1000\+0 0\+333\.33 /);
  });

  test('a retrait that is not carried out is not expected; one that is lowers the mean', () => {
    const rows: readonly RowSpec[] = [
      { ae: 6_000_00, committed: '2023-01-10' },
      { ae: -1_500_00, committed: '2023-02-10' },
    ];
    const one = forecast([...rows, { ae: -900_00, status: 'project' }], '2023-02-28', 'AE');
    expect([one.known.cents, one.monthly.cents]).toEqual([0, 2_250_00]);
  });
});

describe('no trend makes up for the retraits of the month under way', () => {
  const retraits: readonly RowSpec[] = [
    { ae: 1_000_00, committed: '2023-01-10' },
    { ae: -1_500_00, committed: '2023-12-10' },
  ];
  test.each`
    what                                           | asOf            | landing    | forecast | method
    ${'the year over: what is consumed'}           | ${'2024-03-01'} | ${-500}    | ${0}     | ${'after'}
    ${'December under way: its own pace, no more'} | ${'2023-12-20'} | ${-409.09} | ${90.91} | ${'trend'}
  `(
    '$what',
    ({
      asOf,
      landing,
      forecast: expected,
      method,
    }: {
      asOf: string;
      landing: number;
      forecast: number;
      method: string;
    }) => {
      const one = forecast(retraits, asOf, 'AE');
      expect([one.landing.cents / 100, (one.landing.cents - one.consumed.cents) / 100, one.method]).toEqual([
        landing,
        expected,
        method,
      ]);
    },
  );

  test('a retrait of the first month of the year, before any month has elapsed', () => {
    const one = forecast([{ ae: -1_500_00, committed: '2023-01-10' }], '2023-01-20', 'AE');
    expect([one.landing.cents, one.trend.cents, one.method]).toEqual([-1_500_00, 0, 'known']);
  });
});

describe('known to come in the year, and only then', () => {
  test.each`
    row                                                             | nature  | known    | why
    ${{ ae: 4_000_00, status: 'project', committed: '2023-09-01' }} | ${'AE'} | ${4_000} | ${'a project of the year'}
    ${{ ae: 4_000_00, status: 'project', committed: '2024-09-01' }} | ${'AE'} | ${0}     | ${'a project of the next'}
    ${{ ae: 4_000_00, status: 'project', committed: '2022-05-01' }} | ${'AE'} | ${4_000} | ${'a project that the last year left'}
    ${{ cp: 700_00, service: '2023-10-01' }}                        | ${'CP'} | ${700}   | ${'a service to come in the year'}
    ${{ cp: 700_00, service: '2024-08-01' }}                        | ${'CP'} | ${700}   | ${'a service of the next, issued without a date of payment'}
    ${{ cp: 700_00, committed: '2024-07-01' }}                      | ${'CP'} | ${700}   | ${'on an EJ of the next, likewise'}
  `('$nature, $why: $known', ({ row, nature, known: expected }) => {
    const one = forecast([row as RowSpec], '2023-03-31', nature as Nature);
    expect(one.known.cents / 100).toBe(expected);
  });
});

describe('the whole convention, at 10 000 of AE a month for PDE and 5 000 for SF, on 31 January', () => {
  const january: readonly RowSpec[] = [
    { ae: 10_000_00, committed: '2023-01-10' },
    { ae: 5_000_00, committed: '2023-01-20', axis2: 'SF' },
  ];
  const projet: RowSpec = { ae: 200_000_00, committed: '2023-12-01', status: 'project' };
  const whole = (all: number | null, each: number | null, rows: readonly RowSpec[]): Forecast => {
    const ceilings = {
      AE: all === null ? null : { amount: Euros.fromCents<'AE'>(all * 100), mode: 'blocking' as const },
      CP: null,
    };
    const envelopes = ['PDE', 'SF'].map((code) => ({ code, ae: each === null ? null : each * 100, cp: null }));
    return forecast(rows, '2023-01-31', 'AE', conventionOf(envelopes, { ceilings }), '*');
  };

  test.each`
    all        | each       | rows                    | landing    | unbounded  | method       | why
    ${null}    | ${null}    | ${january}              | ${180_000} | ${180_000} | ${'trend'}   | ${'nothing bounds it'}
    ${180_000} | ${null}    | ${january}              | ${180_000} | ${180_000} | ${'trend'}   | ${'the pace fits exactly'}
    ${120_000} | ${null}    | ${january}              | ${120_000} | ${180_000} | ${'bounded'} | ${'the ceiling of the whole'}
    ${120_000} | ${100_000} | ${january}              | ${120_000} | ${180_000} | ${'bounded'} | ${'below what the envelopes add up to'}
    ${180_000} | ${80_000}  | ${january}              | ${140_000} | ${180_000} | ${'bounded'} | ${'an envelope bounds its own part'}
    ${null}    | ${80_000}  | ${january}              | ${140_000} | ${180_000} | ${'bounded'} | ${'the same, without a printed total'}
    ${120_000} | ${null}    | ${[...january, projet]} | ${215_000} | ${370_000} | ${'bounded'} | ${'only what is known goes above it'}
  `(
    'ceiling $all, $each for each envelope: $landing, $why',
    (row: {
      all: number;
      each: number;
      rows: readonly RowSpec[];
      landing: number;
      unbounded: number;
      method: string;
    }) => {
      const { landing, unbounded, method } = whole(row.all, row.each, row.rows);
      expect([landing.cents / 100, unbounded.cents / 100, method]).toEqual([row.landing, row.unbounded, row.method]);
    },
  );

  test('the months to come are topped up in order, until its credits are all used', () => {
    expect(shape(whole(125_000, null, january))).toBe(
      '15000+0 0+15000 0+15000 0+15000 0+15000 0+15000 0+15000 0+15000 0+5000 0+0 0+0 0+0',
    );
  });

  test('each envelope keeps a landing of its own', () => {
    const ceilings = { AE: { amount: Euros.fromCents<'AE'>(120_000_00), mode: 'blocking' as const }, CP: null };
    const convention = conventionOf(ENVELOPES, { ceilings });
    const landings = ['PDE', 'SF'].map((code) => forecast(january, '2023-01-31', 'AE', convention, code).landing.cents);
    expect(landings).toEqual([120_000_00, 50_000_00]);
  });

  test('an amendment raises its ceiling', () => {
    const ceilings = { AE: { amount: Euros.fromCents<'AE'>(120_000_00), mode: 'blocking' as const }, CP: null };
    const movements = [movementOf({ type: 'amendment', to: 'SF', cents: 30_000_00, date: '2023-11-01' })];
    const envelopes = ['PDE', 'SF'].map((code) => ({ code, ae: null, cp: null }));
    const convention = conventionOf(envelopes, { ceilings, movements });
    expect(forecast(january, '2023-01-31', 'AE', convention, '*').landing.cents).toBe(150_000_00);
  });
});

describe('outside the year', () => {
  test.each`
    asOf            | landing  | method
    ${'2022-12-31'} | ${0}     | ${'before'}
    ${'2023-01-01'} | ${6_000} | ${'known'}
    ${'2023-12-31'} | ${5_000} | ${'after'}
    ${'2024-02-01'} | ${5_000} | ${'after'}
  `('on $asOf: $landing ($method)', ({ asOf, landing, method }: { asOf: string; landing: number; method: string }) => {
    const rows: readonly RowSpec[] = [
      { ae: 5_000_00, committed: '2023-05-05' },
      ...(asOf < '2023-02' ? [{ ae: 1_000_00, committed: '2023-05-05' }] : []),
    ];
    const one = forecast(rows, asOf, 'AE');
    expect([one.landing.cents / 100, one.method]).toEqual([landing, method]);
  });
});

test('the mean starts with the signature and the trend ends with the convention', () => {
  const convention = { ...CONVENTION, signedOn: isoDate('2023-03-15'), endsOn: isoDate('2023-08-31') };
  expect(shape(forecast([paid(3, 1_000), paid(4, 3_000)], '2023-04-30', 'CP', convention))).toBe(
    '0+0 0+0 1000+0 3000+0 0+2000 0+2000 0+2000 0+2000 0+0 0+0 0+0 0+0',
  );
});

test('payments go on after the end of a convention that ends its commitments alone', () => {
  const convention = { ...CONVENTION, endsOn: isoDate('2023-08-31'), endAppliesTo: ['commitment'] as const };
  const rows = [paid(3, 1_000), paid(4, 3_000), { ae: 4_000_00, committed: '2023-01-10' }];
  const ended = shape(forecast(rows, '2023-04-30', 'AE', convention));
  expect(shape(forecast(rows, '2023-04-30', 'CP', convention))).toMatch(/( 0\+1000){8}$/);
  expect(ended).toMatch(/( 0\+1000){4}( 0\+0){4}$/);
});

describe('a termination that takes effect on 5 June', () => {
  const termination = { sentOn: isoDate('2023-03-01'), receivedOn: isoDate('2023-03-05') };
  const commitment = ['commitment'] as const;
  const payment = ['payment'] as const;
  test.each`
    nature  | changes                                                  | months | why
    ${'AE'} | ${{ termination }}                                       | ${2}   | ${'May and June'}
    ${'CP'} | ${{ termination }}                                       | ${2}   | ${'the end of this convention is that of its payments'}
    ${'AE'} | ${{ termination, endAppliesTo: payment }}                | ${2}   | ${'nothing is committed after a termination'}
    ${'CP'} | ${{ termination, endAppliesTo: commitment }}             | ${8}   | ${'the end of this one is not that of its payments'}
    ${'AE'} | ${{ endAppliesTo: payment }}                             | ${8}   | ${'no termination'}
    ${'AE'} | ${{ termination: { ...termination, receivedOn: null } }} | ${8}   | ${'only sent'}
    ${'AE'} | ${{ termination, endsOn: isoDate('2023-05-31') }}        | ${1}   | ${'the convention ends first'}
  `('$nature: the trend goes on for $months months, $why', ({ nature, changes, months }) => {
    const convention = { ...CONVENTION, ...(changes as Partial<Convention>) };
    const rows: readonly RowSpec[] = [
      { ae: 2_000_00, committed: '2023-01-10' },
      { ae: 2_000_00, committed: '2023-04-10' },
      ...[paid(1, 2_000), paid(4, 2_000)],
    ];
    const one = forecast(rows, '2023-04-30', nature as Nature, convention);
    expect(
      shape(one)
        .split(' ')
        .slice(4)
        .filter((month) => month === '0+1000'),
    ).toHaveLength(months as number);
    expect(one.landing.cents).toBe(4_000_00 + (months as number) * 1_000_00);
  });
});

describe('laws', () => {
  const day = fc.option(
    fc.integer({ min: 0, max: 450 }).map((days) => new Date(Date.UTC(2022, 10, 15 + days)).toISOString().slice(0, 10)),
    { freq: 4 },
  );
  const cents = fc.option(fc.oneof(fc.integer({ min: -500_000, max: 9_000_000 }), fc.constantFrom(0, 1, -1)));
  const anyRow = fc.record({
    axis2: fc.constantFrom('PDE', 'SF', 'XYZ'),
    status: fc.constantFrom('firm' as const, 'firm' as const, 'project' as const, 'cancelled' as const),
    ae: cents,
    cp: cents,
    committed: day,
    service: day,
    paid: day,
  });
  const anyDay = fc.integer({ min: isoDate('2022-11-01'), max: isoDate('2024-03-31') });
  const natures = ['AE', 'CP'] as const;
  const law = (check: (one: Forecast, index: LedgerIndex, nature: Nature, code: string) => void): void => {
    const property = fc.property(fc.array(anyRow, { maxLength: 25 }), anyDay, (specs, at) => {
      const ledger = ledgerOf(specs.map((spec, key) => rowOf(spec, key)));
      const charged = chargeLedger(ledger, CONVENTION, at as CivilDate);
      const all = forecastOf(charged);
      const index = LedgerIndex.build(charged);
      for (const [code, both] of all)
        for (const nature of natures) check(known<Forecast>(both[nature]), index, nature, code);
    });
    fc.assert(property, { numRuns: 300 });
  };

  test('the months add up to the landing, those realised to what is consumed', () => {
    law(({ months, landing, consumed }) => {
      const sum = (pick: 'realised' | 'forecast'): number =>
        months.reduce((total, month) => total + month[pick].cents, 0);
      expect([months.length, sum('realised'), sum('realised') + sum('forecast')]).toEqual([
        12,
        consumed.cents,
        landing.cents,
      ]);
    });
  });

  test('the consumption is that of the figures, and the landing is never below it, nor below it and the amounts due', () => {
    law(({ consumed, landing, method }, index, nature, code) => {
      const figures = calculated(index.figures({ envelope: code, line: null }, nature));
      expect(consumed.cents).toBe(figures.consumed.cents);
      expect(landing.cents).toBeGreaterThanOrEqual(consumed.cents);
      if (nature === 'CP' && method !== 'before' && method !== 'after') {
        expect(landing.cents).toBeGreaterThanOrEqual(consumed.cents + figures.reserved.cents);
      }
    });
  });

  test('the trend alone never goes above the credits open, and the unbounded landing is never lower', () => {
    law(({ consumed, known, trend, landing, unbounded }, _, __, code) => {
      if (trend.cents > 0 && code !== '*')
        expect(landing.cents).toBeLessThanOrEqual(ENVELOPES.find((one) => one.code === code)?.ae ?? 0);
      expect(landing.cents).toBe(consumed.cents + known.cents + trend.cents);
      expect(unbounded.cents).toBeGreaterThanOrEqual(landing.cents);
    });
  });

  test('the trend of the whole convention never goes above its ceiling, nor above the trends of its envelopes', () => {
    const ceiling = fc.integer({ min: 0, max: 60_000_000 }).map((all) => Euros.fromCents<'AE'>(all));
    const property = fc.property(fc.array(anyRow, { maxLength: 25 }), anyDay, ceiling, (specs, at, amount) => {
      const convention = { ...CONVENTION, ceilings: { AE: { amount, mode: 'blocking' as const }, CP: null } };
      const ledger = ledgerOf(specs.map((spec, key) => rowOf(spec, key)));
      const all = forecastOf(chargeLedger(ledger, convention, at as CivilDate));
      const [pde, sf, whole] = ['PDE', 'SF', '*'].map((code) => known<Forecast>(all.get(code)?.AE)) as Forecast[];
      const trends = (pde?.trend.cents ?? 0) + (sf?.trend.cents ?? 0);
      const base = (whole?.consumed.cents ?? 0) + (whole?.known.cents ?? 0);
      expect(whole?.trend.cents).toBe(Math.min(trends, Math.max(0, amount.cents - base)));
      const months = whole?.months.reduce((sum, { realised, forecast: next }) => sum + realised.cents + next.cents, 0);
      expect(months).toBe(whole?.landing.cents);
    });
    fc.assert(property, { numRuns: 200 });
  });

  test('the whole convention, without a ceiling, is the sum of its envelopes, month by month', () => {
    const property = fc.property(fc.array(anyRow, { maxLength: 25 }), anyDay, (specs, at) => {
      const ledger = ledgerOf(specs.map((spec, key) => rowOf(spec, key)));
      const all = forecastOf(chargeLedger(ledger, CONVENTION, at as CivilDate));
      for (const nature of natures) {
        const [pde, sf, whole] = ['PDE', 'SF', '*'].map((code) => known(all.get(code)?.[nature]).months);
        whole?.forEach((month, index) =>
          expect(month.forecast.cents).toBe((pde?.[index]?.forecast.cents ?? 0) + (sf?.[index]?.forecast.cents ?? 0)),
        );
      }
    });
    fc.assert(property, { numRuns: 100 });
  });
});
