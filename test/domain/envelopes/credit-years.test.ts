/**
 * Conventions of several credit years, at several dates. The one of these tests gives 1 000 € to PDE in 2023, 2 000 €
 * in 2024 with 100 € of RAP on one EJ, and 3 000 € to a new envelope in 2026, with nothing for 2025.
 */
import fc from 'fast-check';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { judgeLedger } from '../../../src/domain/controls/judge';
import { chargeLedger } from '../../../src/domain/envelopes/charged-ledger';
import { allocatedCents, WHOLE_CONVENTION } from '../../../src/domain/envelopes/ceilings';
import type { Convention } from '../../../src/domain/envelopes/convention';
import {
  conventionAt,
  coversYear,
  creditYearAt,
  creditYearsOf,
  withEveryEnvelope,
} from '../../../src/domain/envelopes/credit-years';
import { LedgerIndex } from '../../../src/domain/envelopes/ledger-index';
import type { LedgerRow } from '../../../src/domain/envelopes/ledger';
import { Euros } from '../../../src/domain/money/euros';
import { anyConvention } from '../../support/conventions';
import { conventionOf, ledgerOf, movementOf, rowOf } from './builders';
import { calculated, known } from '../../support/known';

const of2024 = conventionOf([{ code: 'PDE', ae: 2000_00, cp: 2100_00, rap: 100_00, lines: [['Études', 2000_00]] }]);
const of2026 = conventionOf([{ code: 'LAB', ae: 3000_00, cp: 3000_00 }]);

function severalYears(rest: Partial<Convention> = {}): Convention {
  const base = conventionOf([{ code: 'PDE', ae: 1000_00, cp: 1000_00 }], { endsOn: isoDate('2026-12-31'), ...rest });
  const rap = [{ ej: '1400000001', amount: Euros.fromCents<'CP'>(100_00) }];
  const ceilings = { AE: { amount: Euros.fromCents<'AE'>(3000_00), mode: 'blocking' as const }, CP: null };
  return {
    ...base,
    otherYears: [
      { year: 2024, ceilings: of2024.ceilings, envelopes: of2024.envelopes, rap },
      { year: 2026, ceilings, envelopes: of2026.envelopes, rap: [] },
    ],
  };
}

const convention = severalYears();

interface YearCase {
  readonly date: string;
  readonly year: number;
  readonly envelopes: readonly string[];
  readonly ae: number;
  readonly rap: number;
}

test.each`
  date            | year    | envelopes         | ae         | rap  | why
  ${'2021-05-01'} | ${2023} | ${['PDE', 'LAB']} | ${1000_00} | ${0} | ${'before them all: the first'}
  ${'2022-12-20'} | ${2023} | ${['PDE', 'LAB']} | ${1000_00} | ${0} | ${'signed before its first credits'}
  ${'2023-12-31'} | ${2023} | ${['PDE', 'LAB']} | ${1000_00} | ${0} | ${'the last day'}
  ${'2024-01-01'} | ${2024} | ${['PDE', 'LAB']} | ${2000_00} | ${1} | ${'the first day'}
  ${'2025-07-01'} | ${2024} | ${['PDE', 'LAB']} | ${2000_00} | ${1} | ${'a year without credits: the last before it'}
  ${'2026-01-01'} | ${2026} | ${['LAB', 'PDE']} | ${3000_00} | ${0} | ${'other envelopes'}
  ${'2031-01-01'} | ${2026} | ${['LAB', 'PDE']} | ${3000_00} | ${0} | ${'after them all: the last'}
`('on $date, the credits of $year ($why)', ({ date, year, envelopes, ae, rap }: YearCase) => {
  const at = conventionAt(convention, isoDate(date));
  expect(creditYearAt(convention, isoDate(date))).toBe(year);
  expect(at.creditYear).toBe(year);
  expect(at.envelopes.map(({ code }) => code)).toEqual(envelopes);
  expect(allocatedCents(at, envelopes[0] ?? '', 'AE', isoDate(date))).toBe(ae);
  expect(at.rap).toHaveLength(rap);
  expect(creditYearsOf(at)).toEqual([2023, 2024, 2026]);
});

test.each`
  ae         | cp         | ofPde                  | why
  ${3000_00} | ${3000_00} | ${{ AE: 0, CP: 0 }}    | ${'2026 gives both natures, and nothing to PDE'}
  ${3000_00} | ${null}    | ${{ AE: 0, CP: null }} | ${'2026 bounds no CP: PDE has no ceiling of CP either'}
  ${null}    | ${3000_00} | ${{ AE: null, CP: 0 }} | ${'nor of AE, where 2026 bounds none'}
`('an envelope that only earlier years give: $why', ({ ae, cp, ofPde }) => {
  const { envelopes } = conventionOf([{ code: 'LAB', ae: ae as number | null, cp: cp as number | null }]);
  const years = convention.otherYears.map((one) =>
    one.year === 2026 ? { ...one, ceilings: { AE: null, CP: null }, envelopes } : one,
  );
  const of2026 = conventionAt({ ...convention, otherYears: years }, isoDate('2026-06-30'));
  const pde = of2026.envelopes.find(({ code }) => code === 'PDE')!.ceilings;
  expect({ AE: pde.AE && pde.AE.amount.cents, CP: pde.CP && pde.CP.amount.cents }).toEqual(ofPde);
});

test('a year that gives a ceiling to the whole convention, and names no envelope, bounds them all together', () => {
  const ofWhole = convention.otherYears.filter(({ year }) => year === 2026).map((one) => ({ ...one, envelopes: [] }));
  const at = conventionAt({ ...convention, otherYears: ofWhole }, isoDate('2026-06-30'));
  expect(at.envelopes.map(({ code, ceilings }) => [code, ceilings.AE, ceilings.CP])).toEqual([['PDE', null, null]]);
  expect(allocatedCents(at, WHOLE_CONVENTION, 'AE', isoDate('2026-06-30'))).toBe(3000_00);
});

test('a convention of one year is itself at every date', () => {
  expect(conventionAt(of2024, isoDate('2031-01-01'))).toBe(of2024);
  expect(coversYear(of2024, 2024)).toBe(false);
});

test('a convention that gives the same envelopes each year has the terms of each', () => {
  const [own, next] = [1000_00, 2000_00].map((ae) => conventionOf([{ code: 'PDE', ae, cp: ae }]));
  const yearly = {
    ...own!,
    otherYears: [{ year: 2024, ceilings: next!.ceilings, envelopes: next!.envelopes, rap: [] }],
  };
  const [of2023, of2024] = ['2023-06-30', '2024-06-30'].map((day) => conventionAt(yearly, isoDate(day)));
  expect(of2023).toBe(yearly);
  expect([of2024?.creditYear, allocatedCents(of2024!, 'PDE', 'AE', isoDate('2024-06-30'))]).toEqual([2024, 2000_00]);
});

test('a ledger of several years may name the envelopes of each year, with the postes of all of them', () => {
  const of2023 = conventionOf([{ code: 'PDE', lines: [['Audits', 100]] }]).envelopes;
  const { envelopes, creditYear } = withEveryEnvelope({ ...convention, envelopes: of2023 });
  const names = envelopes.map(({ code, lines }) => [code, ...lines.map(({ label }) => label)].join(': '));
  expect(names).toEqual(['PDE: Audits: Études', 'LAB']);
  expect(creditYear).toBe(2023);
  expect(withEveryEnvelope(of2024)).toBe(of2024);
});

test('turned to one year then to another, it is as if turned once; turned twice to one year, it is one object', () => {
  const dates = fc
    .integer({ min: 0, max: 4500 })
    .map((days) => (isoDate('2019-06-01') + days) as ReturnType<typeof isoDate>);
  fc.assert(
    fc.property(anyConvention(), dates, dates, (any, first, second) => {
      expect(conventionAt(conventionAt(any, first), second)).toEqual(conventionAt(any, second));
      expect(conventionAt(any, second)).toBe(conventionAt(any, second));
    }),
  );
});

describe('a movement counts in the credit year in which it takes effect', () => {
  const moved = severalYears({
    movements: [
      movementOf({ type: 'amendment', to: 'PDE', cents: 500_00, date: '2023-06-01' }),
      movementOf({ type: 'freeze', from: 'PDE', cents: 50_00, date: '2024-02-01' }),
    ],
  });
  test.each`
    asOf            | ae
    ${'2023-05-31'} | ${1000_00}
    ${'2023-12-31'} | ${1500_00}
    ${'2024-01-31'} | ${2000_00}
    ${'2024-02-01'} | ${1950_00}
  `('on $asOf, $ae cents', ({ asOf, ae }: { asOf: string; ae: number }) => {
    expect(allocatedCents(conventionAt(moved, isoDate(asOf)), 'PDE', 'AE', isoDate(asOf))).toBe(ae);
  });
});

describe('rows count in the credit year of their dates', () => {
  const ROWS: readonly LedgerRow[] = [
    rowOf({ axis2: 'PDE', ej: '1400000001', ae: 600_00, committed: '2023-03-01' }, 1),
    rowOf({ axis2: 'PDE', ej: '1400000001', cp: 400_00, service: '2023-04-01', paid: '2023-05-01' }, 2),
    rowOf({ axis2: 'PDE', ej: '1400000001', cp: 100_00, service: '2023-12-15', paid: '2024-01-20' }, 3),
    rowOf({ axis2: 'PDE', poste: 'Études', ej: '1400000002', ae: 1500_00, committed: '2024-02-01' }, 4),
    rowOf(
      { axis2: 'PDE', poste: 'Études', ej: '1400000002', cp: 700_00, service: '2025-01-10', paid: '2025-02-01' },
      5,
    ),
    rowOf({ axis2: 'PDE', ej: '1400000001', cp: 30_00 }, 6),
  ];

  function figures(asOf: string) {
    const at = conventionAt(convention, isoDate(asOf));
    const index = LedgerIndex.build(chargeLedger(ledgerOf(ROWS), at, isoDate(asOf)));
    const of = (nature: 'AE' | 'CP') => calculated(index.figures({ envelope: 'PDE', line: null }, nature));
    const onRap = known(index.rapPaid('PDE')).cents;
    return [of('AE').consumed.cents, of('CP').consumed.cents, of('CP').reserved.cents, onRap];
  }

  test.each`
    asOf            | ae         | paid      | reserved  | onRap     | why
    ${'2023-12-31'} | ${600_00}  | ${400_00} | ${130_00} | ${0}      | ${'the payment of January 2024 is not on the CP of 2023: its service is reserved until then'}
    ${'2024-12-31'} | ${1500_00} | ${100_00} | ${30_00}  | ${100_00} | ${'nothing of 2023 counts; the EJ of 2023 is an earlier one'}
    ${'2025-12-31'} | ${1500_00} | ${100_00} | ${30_00}  | ${100_00} | ${'2025 has no credits: what is paid then is on none'}
  `('on $asOf: $why', ({ asOf, ae, paid, reserved, onRap }: Record<string, string>) => {
    expect(figures(asOf!)).toEqual([ae, paid, reserved, onRap]);
  });

  test('a commitment made in advance on the next credits of the convention counts there alone', () => {
    const rows = ledgerOf([
      rowOf(
        { axis2: 'PDE', ej: '1400000003', operation: 'EJ en gestion anticipée', ae: 250_00, committed: '2023-11-20' },
        1,
      ),
    ]);
    const committedOn = (asOf: string) =>
      calculated(
        LedgerIndex.build(chargeLedger(rows, conventionAt(convention, isoDate(asOf)), isoDate(asOf))).figures(
          { envelope: 'PDE', line: null },
          'AE',
        ),
      ).consumed.cents;
    expect([committedOn('2023-12-31'), committedOn('2024-01-01')]).toEqual([0, 250_00]);
  });

  test.each`
    committed       | of2023    | of2024    | why
    ${'2022-11-20'} | ${250_00} | ${0}      | ${'in advance on the first credits'}
    ${'2023-10-31'} | ${250_00} | ${0}      | ${'too early for the credits of 2024: on those of its year'}
    ${'2023-11-01'} | ${0}      | ${250_00} | ${'from 1 November on, on those of 2024'}
  `('an EJ « anticipé » of $committed: $why', ({ committed, of2023, of2024 }) => {
    const row = rowOf({
      axis2: 'PDE',
      ej: '1400000003',
      operation: 'EJ anticipé',
      ae: 250_00,
      committed: committed as string,
    });
    const consumed = ['2023-12-31', '2024-12-31'].map((day) => {
      const charged = chargeLedger(ledgerOf([row]), conventionAt(convention, isoDate(day)), isoDate(day));
      return calculated(LedgerIndex.build(charged).figures({ envelope: 'PDE', line: null }, 'AE')).consumed.cents;
    });
    expect(consumed).toEqual([of2023, of2024]);
  });

  test('with one credit year too, a payment consumes the CP of its own year', () => {
    const alone = { ...convention, otherYears: [] };
    const index = LedgerIndex.build(chargeLedger(ledgerOf(ROWS), alone, isoDate('2025-12-31')));
    expect(calculated(index.figures({ envelope: 'PDE', line: null }, 'CP')).consumed.cents).toBe(400_00);
  });

  test('PER-03 is for the years without credits', () => {
    const asOf = isoDate('2024-12-31');
    const at = conventionAt(convention, asOf);
    const { findings } = judgeLedger(ledgerOf(ROWS), at, asOf);
    const outside = findings.filter(({ rule }) => rule === 'PER-03');
    expect(outside.map(({ place, details }) => [place.kind === 'row' ? place.row : null, details])).toMatchObject([
      [5, { field: 'paymentDate', date: isoDate('2025-02-01'), creditYear: 2024 }],
    ]);
  });
});
