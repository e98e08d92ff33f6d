/** Euros: cents that add up exactly, as plain integers do. */
import fc from 'fast-check';
import { Euros } from '../../../src/domain/money/euros';

const amount = fc.integer({ min: -1e14, max: 1e14 });

/** `-1234.05` from a big integer of cents, written without looking at the class. */
function decimalsOf(cents: bigint): string {
  const size = cents < 0n ? -cents : cents;
  return `${cents < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
}

type Answers = Record<'equal' | 'greater' | 'negative', boolean>;

describe('Euros', () => {
  it.each`
    cents         | text
    ${0}          | ${'0.00'}
    ${5}          | ${'0.05'}
    ${-5}         | ${'-0.05'}
    ${42_696_800} | ${'426968.00'}
    ${-123_456}   | ${'-1234.56'}
  `('$cents cents are written $text', ({ cents, text }: { cents: number; text: string }) => {
    expect(Euros.fromCents(cents).toDecimalString()).toBe(text);
  });

  it('sum in any order to what big integers give', () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 50 }), (amounts) => {
        const total = amounts.reduce((sum, cents) => sum.plus(Euros.fromCents(cents)), Euros.zero());
        const backwards = amounts.reduceRight((sum, cents) => sum.plus(Euros.fromCents(cents)), Euros.zero());
        expect(total.toDecimalString()).toBe(decimalsOf(amounts.reduce((sum, cents) => sum + BigInt(cents), 0n)));
        expect(backwards.equals(total)).toBe(true);
      }),
    );
  });

  it('minus undoes plus, and negated twice is the same', () => {
    fc.assert(
      fc.property(amount, amount, (first, second) => {
        const [one, other] = [Euros.fromCents<'AE'>(first), Euros.fromCents<'AE'>(second)];
        expect(one.plus(other).minus(other).equals(one)).toBe(true);
        expect(one.negated().negated().cents).toBe(one.cents);
        expect(one.isGreaterThan(other)).toBe(first > second);
        expect(one.minus(one).isZero).toBe(true);
      }),
    );
  });

  it.each`
    one      | other   | equal    | greater  | sum     | less     | opposite | negative
    ${5_00}  | ${2_00} | ${false} | ${true}  | ${7_00} | ${3_00}  | ${-5_00} | ${false}
    ${2_00}  | ${5_00} | ${false} | ${false} | ${7_00} | ${-3_00} | ${-2_00} | ${false}
    ${2_00}  | ${2_00} | ${true}  | ${false} | ${4_00} | ${0}     | ${-2_00} | ${false}
    ${-2_00} | ${2_00} | ${false} | ${false} | ${0}    | ${-4_00} | ${2_00}  | ${true}
    ${0}     | ${-1}   | ${false} | ${true}  | ${-1}   | ${1}     | ${0}     | ${false}
  `('$one and $other cents', (row: Record<'one' | 'other' | 'sum' | 'less' | 'opposite', number> & Answers) => {
    const [one, other] = [Euros.fromCents(row.one), Euros.fromCents(row.other)];
    expect([one.equals(other), one.isGreaterThan(other), one.isNegative]).toEqual([
      row.equal,
      row.greater,
      row.negative,
    ]);
    expect([one.plus(other).cents, one.minus(other).cents, one.negated().cents]).toEqual([
      row.sum,
      row.less,
      row.opposite,
    ]);
    expect(one.isZero).toBe(row.one === 0);
  });

  it('has no negative zero', () => {
    expect(Object.is(Euros.fromCents(-0).cents, 0)).toBe(true);
    expect(Object.is(Euros.zero().negated().cents, 0)).toBe(true);
  });

  it.each([0.5, NaN, Infinity, 2 ** 53])('refuses %p cents: a bug of ours', (cents) => {
    expect(() => Euros.fromCents(cents)).toThrow(`Broken assumption: cents must be a safe integer, got ${cents}`);
  });
});
