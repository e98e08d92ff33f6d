/**
 * The state of an envelope of 1 000 € AE and 1 000 € CP, thresholds 70 % and 85 %; then that of a whole convention of
 * two envelopes.
 */
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { chargeLedger } from '../../../src/domain/envelopes/charged-ledger';
import { LedgerIndex } from '../../../src/domain/envelopes/ledger-index';
import { type EnvelopeStatus, statusOf, statusOfConvention } from '../../../src/domain/envelopes/status';
import { conventionOf, type EnvelopeSpec, ledgerOf, rowOf, type RowSpec } from './builders';
import type { CeilingMode } from '../../../src/domain/envelopes/convention';
import { Euros } from '../../../src/domain/money/euros';
import { known } from '../../support/known';

function status(rows: readonly RowSpec[], envelope: Partial<EnvelopeSpec> = {}, asOf = '2023-06-30'): EnvelopeStatus {
  const convention = conventionOf([{ code: 'A', ae: 1000_00, cp: 1000_00, ...envelope }]);
  const ledger = ledgerOf(rows.map((row, key) => rowOf(row, key)));
  const index = LedgerIndex.build(chargeLedger(ledger, convention, isoDate(asOf)));
  return known(statusOf(convention.envelopes[0]!, convention, index));
}

describe('by what is committed and paid', () => {
  it.each`
    ae         | cp         | expected
    ${0}       | ${0}       | ${'open'}
    ${849_99}  | ${0}       | ${'open'}
    ${850_00}  | ${0}       | ${'alert'}
    ${0}       | ${850_00}  | ${'alert'}
    ${999_99}  | ${999_99}  | ${'alert'}
    ${1000_00} | ${0}       | ${'exhausted'}
    ${0}       | ${1000_00} | ${'exhausted'}
    ${1000_01} | ${0}       | ${'suspended'}
    ${1000_00} | ${1000_01} | ${'suspended'}
  `(
    '$ae cents of AE and $cp of CP: $expected',
    ({ ae, cp, expected }: { ae: number; cp: number; expected: string }) => {
      expect(status([{ ae, cp, committed: '2023-01-02', paid: '2023-02-01' }])).toBe(expected);
    },
  );
});

describe('by what else holds', () => {
  const paid = { committed: '2023-01-02', paid: '2023-02-01' };

  it('reserved above the remaining amount is an alert, not a suspension', () => {
    expect(
      status([
        { ae: 500_00, ...paid },
        { ae: 500_01, status: 'project' },
      ]),
    ).toBe('alert');
    expect(
      status([
        { ae: 500_00, ...paid },
        { ae: 500_00, status: 'project' },
      ]),
    ).toBe('open');
  });

  it('a ceiling that only warns, or informs, does not suspend', () => {
    expect(status([{ ae: 1200_00, ...paid }], { mode: 'warning' })).toBe('exhausted');
    expect(status([{ ae: 1200_00, ...paid }], { mode: 'information' })).toBe('exhausted');
  });

  it('an envelope without any AE is not exhausted by it; spending there suspends', () => {
    expect(status([{ cp: 1, ...paid }], { ae: 0 })).toBe('open');
    expect(status([{ ae: 1, ...paid }], { ae: 0 })).toBe('suspended');
  });

  it('without ceilings nothing is reached', () => {
    expect(status([{ ae: 9_999_00, cp: 9_999_00, ...paid }], { ae: null, cp: null })).toBe('open');
  });

  it('after the end of the convention, expired above all', () => {
    expect(status([{ ae: 1200_00, ...paid }], {}, '2023-12-31')).toBe('suspended');
    expect(status([{ ae: 1200_00, ...paid }], {}, '2024-01-01')).toBe('expired');
  });
});

it.each`
  sent            | received        | asOf            | expected       | why
  ${'2023-03-01'} | ${'2023-03-05'} | ${'2023-06-05'} | ${'suspended'} | ${'the last day of the notice'}
  ${'2023-03-01'} | ${'2023-03-05'} | ${'2023-06-06'} | ${'expired'}   | ${'the termination has taken effect'}
  ${'2023-03-01'} | ${null}         | ${'2023-06-06'} | ${'suspended'} | ${'only sent: the day of its effect is a doubt'}
  ${'2023-10-01'} | ${'2023-10-02'} | ${'2023-12-31'} | ${'suspended'} | ${'received too late to have an effect'}
`('terminated, received on $received, on $asOf: $expected, $why', ({ sent, received, asOf, expected }) => {
  const day = (text: unknown) => (text === null ? null : isoDate(String(text)));
  const termination = { sentOn: day(sent), receivedOn: day(received) };
  const convention = conventionOf([{ code: 'A', ae: 1000_00, cp: null }], { termination });
  const ledger = ledgerOf([rowOf({ ae: 1200_00, committed: '2023-01-02' })]);
  const index = LedgerIndex.build(chargeLedger(ledger, convention, isoDate(String(asOf))));
  expect([statusOf(convention.envelopes[0]!, convention, index), statusOfConvention(convention, index)]).toEqual([
    ...[expected, expected],
  ]);
});

describe('of the whole convention', () => {
  interface Case {
    /** AE of each envelope, in euros; null: the convention gives it none of its own. */
    readonly each: number | null;
    /** AE of the whole convention, in euros; null: it prints no total. */
    readonly all: number | null;
    readonly mode: CeilingMode;
    readonly a: number;
    readonly b: number;
    readonly draft: number;
    readonly expected: EnvelopeStatus;
  }
  const statusOfWhole = ({ each, all, mode, a, b, draft }: Case, asOf = '2023-06-30') => {
    const ceilings = { AE: all === null ? null : { amount: Euros.fromCents<'AE'>(all * 100), mode }, CP: null };
    const envelope = (code: string): EnvelopeSpec => ({ code, ae: each === null ? null : each * 100, cp: null });
    const convention = conventionOf([envelope('A'), envelope('B')], { ceilings });
    const committed = '2023-01-02';
    const rows: readonly RowSpec[] = [
      { axis2: 'A', ae: a * 100, committed },
      { axis2: 'B', ae: b * 100, committed },
      { axis2: 'B', ae: draft * 100, status: 'project' },
    ];
    const ledger = ledgerOf(rows.map((row, key) => rowOf(row, key)));
    return statusOfConvention(convention, LedgerIndex.build(chargeLedger(ledger, convention, isoDate(asOf))));
  };

  it.each`
    each    | all     | mode             | a       | b      | draft  | expected       | why
    ${null} | ${1000} | ${'blocking'}    | ${700}  | ${149} | ${0}   | ${'open'}      | ${'below its threshold'}
    ${null} | ${1000} | ${'blocking'}    | ${700}  | ${150} | ${0}   | ${'alert'}     | ${'85 % of the whole, which no envelope shows'}
    ${null} | ${1000} | ${'blocking'}    | ${500}  | ${100} | ${401} | ${'alert'}     | ${'what is reserved no longer fits'}
    ${null} | ${1000} | ${'blocking'}    | ${700}  | ${300} | ${0}   | ${'exhausted'} | ${'exactly 100 % is not exceeded'}
    ${null} | ${1000} | ${'blocking'}    | ${700}  | ${301} | ${0}   | ${'suspended'} | ${'the ceiling of the whole is exceeded'}
    ${null} | ${1000} | ${'warning'}     | ${700}  | ${301} | ${0}   | ${'exhausted'} | ${'a ceiling that only warns'}
    ${null} | ${1000} | ${'information'} | ${700}  | ${301} | ${0}   | ${'exhausted'} | ${'or informs'}
    ${null} | ${null} | ${'blocking'}    | ${9000} | ${9e3} | ${0}   | ${'open'}      | ${'nothing bounds anything'}
    ${1000} | ${2000} | ${'blocking'}    | ${1001} | ${0}   | ${0}   | ${'suspended'} | ${'an envelope is the worst'}
    ${1000} | ${1500} | ${'blocking'}    | ${800}  | ${701} | ${0}   | ${'suspended'} | ${'below both envelopes, above their whole'}
    ${1000} | ${null} | ${'blocking'}    | ${800}  | ${800} | ${0}   | ${'open'}      | ${'no total is printed'}
  `('each $each, all $all ($mode): $a and $b committed, $draft in projet: $expected, $why', (row: Case) => {
    expect(statusOfWhole(row)).toBe(row.expected);
    expect(statusOfWhole(row, '2024-01-01')).toBe('expired');
  });

  it('is not known without its rows, as for an envelope', () => {
    const convention = conventionOf([{ code: 'A', ae: null, cp: null }]);
    const index = LedgerIndex.build(chargeLedger(ledgerOf([]), convention, isoDate('2023-06-30')));
    expect(statusOfConvention(convention, index)).toBeNull();
  });

  it('an envelope that is not calculable leaves only what is worst of all', () => {
    const given = { amount: Euros.fromCents<'AE'>(1000_00), mode: 'blocking' } as const;
    const status = (ae: number) => {
      const convention = conventionOf([{ code: 'A', ae: null, cp: 500_00 }], { ceilings: { AE: given, CP: null } });
      const ledger = ledgerOf([rowOf({ axis2: 'A', ae, committed: '2023-01-02' })], ['cp']);
      return statusOfConvention(convention, LedgerIndex.build(chargeLedger(ledger, convention, isoDate('2023-06-30'))));
    };
    expect([status(900_00), status(1000_00), status(1000_01)]).toEqual([null, null, 'suspended']);
  });

  describe('under the ceiling of a titre, which is that of some envelopes', () => {
    /** 1 000 € for titre 3, that of A; B is of titre 2, and the rows of C have no titre. */
    const statusOfPart = (mode: CeilingMode, ofA: number, ofC: number): EnvelopeStatus | null => {
      const spec = (code: string): EnvelopeSpec => ({ code, ae: 5000_00, cp: null });
      const AE = { amount: Euros.fromCents<'AE'>(1000_00), mode };
      const partCeilings = [
        { part: 'titre' as const, value: '3', year: 2023, ceilings: { AE, CP: null }, article: '' },
      ];
      const given = conventionOf([spec('A'), spec('B'), spec('C')], { partCeilings });
      const titres: Readonly<Record<string, string>> = { A: '3', B: '2' };
      const envelopes = given.envelopes.map((one) => ({
        ...one,
        ...(titres[one.code] && { titre: titres[one.code] }),
      }));
      const committed = '2023-01-02';
      const rows: readonly RowSpec[] = [
        { axis2: 'A', ae: ofA * 100, committed },
        { axis2: 'B', ae: 900_00, committed },
        { axis2: 'C', ae: ofC * 100, committed },
      ];
      const ledger = ledgerOf(rows.map((row, key) => rowOf(row, key)));
      const convention = { ...given, envelopes };
      return statusOfConvention(convention, LedgerIndex.build(chargeLedger(ledger, convention, isoDate('2023-06-30'))));
    };

    it.each`
      mode          | ofA     | ofC    | expected       | why
      ${'blocking'} | ${800}  | ${0}   | ${'open'}      | ${'what other titres spend is not of it'}
      ${'blocking'} | ${850}  | ${0}   | ${'alert'}     | ${'its threshold'}
      ${'blocking'} | ${1000} | ${0}   | ${'exhausted'} | ${'exactly 100 % is not exceeded'}
      ${'blocking'} | ${1001} | ${0}   | ${'suspended'} | ${'it is exceeded, and no envelope is'}
      ${'warning'}  | ${1001} | ${0}   | ${'exhausted'} | ${'it only warns'}
      ${'blocking'} | ${800}  | ${300} | ${null}        | ${'rows of no known titre may be of it (LEC-04)'}
      ${'blocking'} | ${1001} | ${300} | ${'suspended'} | ${'with them or without them'}
    `('$mode, $ofA of it and $ofC of no known titre: $expected, $why', ({ mode, ofA, ofC, expected }) => {
      expect(statusOfPart(mode as CeilingMode, Number(ofA), Number(ofC))).toBe(expected);
    });
  });
});
