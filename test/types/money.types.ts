/**
 * Operations on amounts that must not compile. `tsc -p .` and `money-types.test.ts` both check that each line under a
 * `@ts-expect-error` is an error; remove the directive to read the error.
 */
import type { CalculatedFigures, Figures } from '../../src/domain/envelopes/figures';
import { Euros } from '../../src/domain/money/euros';

declare const commitment: Euros<'AE'>;
declare const payment: Euros<'CP'>;
declare const figures: CalculatedFigures<'CP'>;
declare const unchecked: Figures<'CP'>;

export const allowed: readonly Euros[] = [
  commitment.plus(commitment),
  payment.minus(payment),
  figures.remaining.minus(payment),
];

export const refused: readonly unknown[] = [
  // @ts-expect-error A figure may not be calculable.
  unchecked.remaining.minus(payment),
  // @ts-expect-error An amount is opaque: no addition of numbers.
  commitment + 1,
  // @ts-expect-error Nor of two amounts with an operator.
  commitment + commitment,
  // @ts-expect-error Nor a multiplication.
  commitment * 2,
  // @ts-expect-error AE and CP are two authorisations, never netted (LOLF art. 8).
  commitment.plus(payment),
  // @ts-expect-error Nor subtracted.
  payment.minus(commitment),
  // @ts-expect-error Nor compared.
  commitment.isGreaterThan(payment),
  // @ts-expect-error Nor put one in the place of the other.
  payment satisfies Euros<'AE'>,
  // @ts-expect-error A number is not an amount.
  12 satisfies Euros,
  // @ts-expect-error Nobody makes an amount but `fromCents`.
  new Euros<'AE'>(12),
  // @ts-expect-error Nobody reads inside it.
  commitment.amountInCents,
  // @ts-expect-error An amount never changes.
  (commitment.cents = 3),
];
