/** Rates of consumption: exact, 1 only when all is consumed, undefined on nothing. */
import fc from 'fast-check';
import { Decimal } from '../../../src/domain/money/decimal';
import { centsWithin, rateOf, reachesShare, shareOf, shownRate } from '../../../src/domain/money/rate';

const BILLION_THOUSAND = 1_000_000_000_000n;

/** `-1.5` from −1.5 × 10¹² parts of 10⁻¹². */
function partsAsText(parts: bigint): string {
  const size = parts < 0n ? -parts : parts;
  const fraction = String(size % BILLION_THOUSAND)
    .padStart(12, '0')
    .replace(/0+$/, '');
  return `${parts < 0n ? '-' : ''}${size / BILLION_THOUSAND}${fraction === '' ? '' : `.${fraction}`}`;
}

describe('the rate', () => {
  it.each`
    consumed       | allocated     | rate                | why
    ${42_697_00}   | ${50_000_00}  | ${'0.85394'}        | ${'five decimals are enough'}
    ${100_00}      | ${300_00}     | ${'0.333333333333'} | ${'cut after twelve'}
    ${200_00}      | ${300_00}     | ${'0.666666666666'} | ${'cut, not rounded'}
    ${59_999_999}  | ${60_000_000} | ${'0.999999983333'} | ${'never 1 below the ceiling'}
    ${1e14 - 1}    | ${1e14}       | ${'0.999999999999'} | ${'however close'}
    ${60_000_000}  | ${60_000_000} | ${'1'}              | ${'exactly the ceiling'}
    ${60_000_001}  | ${60_000_000} | ${'1.000000016666'} | ${'one cent more'}
    ${1e14 + 1}    | ${1e14}       | ${'1.000000000001'} | ${'above, however close'}
    ${90_000_000}  | ${60_000_000} | ${'1.5'}            | ${'above'}
    ${0}           | ${60_000_000} | ${'0'}              | ${'nothing consumed'}
    ${-1}          | ${1e14}       | ${'0'}              | ${'less than that back: no minus zero'}
    ${-30_000_000} | ${60_000_000} | ${'-0.5'}           | ${'a retrait alone'}
    ${1}           | ${1e14}       | ${'0'}              | ${'no scientific notation'}
    ${0}           | ${0}          | ${null}             | ${'nothing of nothing'}
    ${5_00}        | ${0}          | ${null}             | ${'something of nothing'}
    ${5_00}        | ${-10_00}     | ${null}             | ${'allocated below zero'}
  `(
    '$consumed of $allocated is $rate: $why',
    ({ consumed, allocated, rate }: { consumed: number; allocated: number; rate: string | null }) => {
      expect(rateOf(consumed, allocated)).toBe(rate);
    },
  );

  it('is the quotient cut after twelve decimals, computed here on integers, and 1 only when all is consumed', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e14, max: 1e14 }), fc.integer({ min: 1, max: 1e14 }), (consumed, allocated) => {
        const cut = (BigInt(consumed) * BILLION_THOUSAND) / BigInt(allocated); // BigInt division cuts toward zero
        const parts = cut === BILLION_THOUSAND && consumed > allocated ? cut + 1n : cut;
        expect(rateOf(consumed, allocated)).toBe(partsAsText(parts));
        expect(rateOf(consumed, allocated) === '1').toBe(consumed === allocated);
      }),
    );
  });
});

describe('the rate that is shown, in hundredths of a percent', () => {
  it.each`
    consumed      | allocated     | shown     | why
    ${99_738_00}  | ${100_000_00} | ${9974}   | ${'half away from zero, not cut'}
    ${12_345}     | ${100_000_00} | ${12}     | ${'below the half'}
    ${12_500}     | ${100_000_00} | ${13}     | ${'exactly the half'}
    ${-12_500}    | ${100_000_00} | ${-13}    | ${'exactly the half, below zero'}
    ${-1}         | ${100_000_00} | ${0}      | ${'no minus zero'}
    ${59_999_999} | ${60_000_000} | ${9999}   | ${'not all, though it rounds to 100 %'}
    ${60_000_000} | ${60_000_000} | ${10_000} | ${'all'}
    ${60_000_001} | ${60_000_000} | ${10_001} | ${'more than all, though it rounds to 100 %'}
    ${60_006_000} | ${60_000_000} | ${10_001} | ${'more than all'}
  `(
    '$consumed of $allocated is $shown: $why',
    ({ consumed, allocated, shown }: { consumed: number; allocated: number; shown: number }) => {
      expect(shownRate(rateOf(consumed, allocated) ?? '')).toBe(shown);
    },
  );
});

describe('a threshold', () => {
  it.each`
    consumed      | allocated     | share   | reached
    ${85_00}      | ${100_00}     | ${0.85} | ${true}
    ${84_99}      | ${100_00}     | ${0.85} | ${false}
    ${35_000_000} | ${50_000_000} | ${0.7}  | ${true}
    ${34_999_999} | ${50_000_000} | ${0.7}  | ${false}
    ${29}         | ${100}        | ${0.29} | ${true}
    ${7}          | ${100}        | ${0.07} | ${true}
    ${100}        | ${100}        | ${1}    | ${true}
    ${0}          | ${0}          | ${0.7}  | ${false}
  `(
    '$consumed of $allocated reaches $share: $reached',
    (row: { consumed: number; allocated: number; share: number; reached: boolean }) => {
      expect(reachesShare(row.consumed, row.allocated, row.share)).toBe(row.reached);
    },
  );

  it('of whole hundredths is compared as hundredths', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e12 }),
        fc.integer({ min: 1, max: 1e12 }),
        fc.integer({ min: 1, max: 150 }),
        (consumed, allocated, hundredths) => {
          const expected = BigInt(consumed) * 100n >= BigInt(allocated) * BigInt(hundredths);
          expect(reachesShare(consumed, allocated, hundredths / 100)).toBe(expected);
          expect(reachesShare(allocated * hundredths, allocated * 100, hundredths / 100)).toBe(true);
          expect(reachesShare(allocated * hundredths - 1, allocated * 100, hundredths / 100)).toBe(false);
        },
      ),
    );
  });
});

describe('a share of an amount', () => {
  it.each`
    cents         | share   | rounded       | within
    ${848_870_00} | ${0.5}  | ${424_435_00} | ${424_435_00}
    ${100_01}     | ${0.1}  | ${10_00}      | ${10_00}
    ${100_05}     | ${0.1}  | ${10_01}      | ${10_00}
    ${-100_05}    | ${0.1}  | ${-10_01}     | ${0}
    ${1}          | ${0.99} | ${1}          | ${0}
    ${29}         | ${1}    | ${29}         | ${29}
    ${0}          | ${0.5}  | ${0}          | ${0}
  `('$share of $cents cents is $rounded, or $within at most', (row: Record<string, number>) => {
    expect(shareOf(row['cents'] ?? NaN, row['share'] ?? NaN)).toBe(row['rounded']);
    expect(centsWithin(row['cents'] ?? NaN, row['share'] ?? NaN)).toBe(row['within']);
  });
});

describe('decimals', () => {
  it('keep their configuration when someone changes the library', async () => {
    const { default: library } = await import('big.js');
    library.DP = 2;
    expect(new Decimal(1).div(3).toFixed(10)).toBe('0.3333333333');
  });
});
