/** An amount that is not calculable stays so in every sum: it never counts for zero. */
import { Euros } from '../../../src/domain/money/euros';
import { centsOf, lessKnown, sumOfKnown, type KnownCents } from '../../../src/domain/money/known-cents';
import { NATURES } from '../../../src/domain/money/nature';

it.each`
  amounts          | sum
  ${[]}            | ${0}
  ${[5_00]}        | ${5_00}
  ${[5_00, -2_00]} | ${3_00}
  ${[5_00, 0]}     | ${5_00}
  ${[5_00, null]}  | ${null}
  ${[null, 5_00]}  | ${null}
  ${[null]}        | ${null}
`('the sum of $amounts is $sum', ({ amounts, sum }: { amounts: readonly KnownCents[]; sum: KnownCents }) => {
  expect(sumOfKnown(amounts)).toBe(sum);
});

it.each`
  first   | second  | difference
  ${5_00} | ${2_00} | ${3_00}
  ${5_00} | ${0}    | ${5_00}
  ${0}    | ${2_00} | ${-2_00}
  ${5_00} | ${null} | ${null}
  ${null} | ${2_00} | ${null}
  ${null} | ${null} | ${null}
`('$first less $second is $difference', (row: Record<'first' | 'second' | 'difference', KnownCents>) => {
  expect(lessKnown(row.first, row.second)).toBe(row.difference);
});

it('the cents of an amount that is not calculable are not calculable', () => {
  expect([centsOf(Euros.fromCents(5_00)), centsOf(Euros.zero()), centsOf(null)]).toEqual([5_00, 0, null]);
});

it('every document shows AE before CP', () => {
  expect(NATURES).toEqual(['AE', 'CP']);
});
