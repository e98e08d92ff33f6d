/** Rates of consumption: exact, cut and never rounded up, undefined on nothing. */
import fc from 'fast-check';
import { Decimal } from '../../../src/domain/money/decimal';
import { rateOf, reachesShare } from '../../../src/domain/money/rate';

/** `-1.5` from −1 500 000 millionths, written without decimals. */
function millionthsAsText(millionths: bigint): string {
  const size = millionths < 0n ? -millionths : millionths;
  const fraction = String(size % 1_000_000n)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return `${millionths < 0n ? '-' : ''}${size / 1_000_000n}${fraction === '' ? '' : `.${fraction}`}`;
}

describe('the rate', () => {
  it.each`
    consumed       | allocated     | rate          | why
    ${42_697_00}   | ${50_000_00}  | ${'0.85394'}  | ${'five decimals are enough'}
    ${100_00}      | ${300_00}     | ${'0.333333'} | ${'cut after six'}
    ${200_00}      | ${300_00}     | ${'0.666666'} | ${'cut, not rounded'}
    ${59_999_999}  | ${60_000_000} | ${'0.999999'} | ${'never 1 below the ceiling'}
    ${999_999_999} | ${1e9}        | ${'0.999999'} | ${'however close'}
    ${60_000_000}  | ${60_000_000} | ${'1'}        | ${'exactly the ceiling'}
    ${60_000_001}  | ${60_000_000} | ${'1'}        | ${'one cent more, cut'}
    ${90_000_000}  | ${60_000_000} | ${'1.5'}      | ${'above'}
    ${0}           | ${60_000_000} | ${'0'}        | ${'nothing consumed'}
    ${-1}          | ${60_000_000} | ${'0'}        | ${'less than a millionth back: no minus zero'}
    ${-30_000_000} | ${60_000_000} | ${'-0.5'}     | ${'a retrait alone'}
    ${1}           | ${1e14}       | ${'0'}        | ${'no scientific notation'}
    ${0}           | ${0}          | ${null}       | ${'nothing of nothing'}
    ${5_00}        | ${0}          | ${null}       | ${'something of nothing'}
    ${5_00}        | ${-10_00}     | ${null}       | ${'allocated below zero'}
  `(
    '$consumed of $allocated is $rate: $why',
    ({ consumed, allocated, rate }: { consumed: number; allocated: number; rate: string | null }) => {
      expect(rateOf(consumed, allocated)).toBe(rate);
    },
  );

  it('is the whole millionths of the quotient, computed here on integers', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e14, max: 1e14 }), fc.integer({ min: 1, max: 1e14 }), (consumed, allocated) => {
        const millionths = (BigInt(consumed) * 1_000_000n) / BigInt(allocated); // BigInt division cuts toward zero
        expect(rateOf(consumed, allocated)).toBe(millionthsAsText(millionths));
        expect(Number(rateOf(consumed, allocated)) >= 1).toBe(consumed >= allocated);
      }),
    );
  });
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

describe('decimals', () => {
  it('keep their configuration when someone changes the library', async () => {
    const library = await import('decimal.js');
    library.Decimal.set({ precision: 2 });
    expect(new Decimal(1).div(3).toFixed(10)).toBe('0.3333333333');
  });
});
