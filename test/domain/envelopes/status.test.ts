/** The state of an envelope of 1 000 € AE and 1 000 € CP, thresholds 70 % and 85 %. */
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { chargeLedger } from '../../../src/domain/envelopes/charged-ledger';
import { LedgerIndex } from '../../../src/domain/envelopes/ledger-index';
import { type EnvelopeStatus, statusOf } from '../../../src/domain/envelopes/status';
import { conventionOf, type EnvelopeSpec, ledgerOf, rowOf, type RowSpec } from './builders';
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
