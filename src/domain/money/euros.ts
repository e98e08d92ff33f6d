/**
 * An amount in euros, exact to the cent. `Euros<'AE'>` and `Euros<'CP'>` are different types: adding one to the other
 * does not compile, since AE and CP are two independent authorisations (LOLF art. 8). An amount is opaque: `amount + 1`
 * does not compile.
 */
import { assert } from '../result';
import type { Nature } from './nature';

declare const natureBrand: unique symbol;

/** An exact amount; make one with `fromCents`. */
export class Euros<out N extends Nature = Nature> {
  declare private readonly [natureBrand]: N;

  private constructor(private readonly amountInCents: number) {}

  /** From a whole number of cents; throws when it is not a safe integer (about 90 000 billion euros). */
  static fromCents<N extends Nature = Nature>(cents: number): Euros<N> {
    assert(Number.isSafeInteger(cents), `cents must be a safe integer, got ${cents}`);
    return new Euros<N>(cents === 0 ? 0 : cents);
  }

  /** Nothing, of either nature. */
  static zero<N extends Nature = Nature>(): Euros<N> {
    return Euros.fromCents<N>(0);
  }

  /** The same amount as a whole number of cents, for sums in bulk and for display. */
  get cents(): number {
    return this.amountInCents;
  }

  plus(other: Euros<N>): Euros<N> {
    return Euros.fromCents<N>(this.amountInCents + other.amountInCents);
  }

  minus(other: Euros<N>): Euros<N> {
    return Euros.fromCents<N>(this.amountInCents - other.amountInCents);
  }

  negated(): Euros<N> {
    return Euros.fromCents<N>(-this.amountInCents);
  }

  equals(other: Euros<N>): boolean {
    return this.amountInCents === other.amountInCents;
  }

  isGreaterThan(other: Euros<N>): boolean {
    return this.amountInCents > other.amountInCents;
  }

  get isZero(): boolean {
    return this.amountInCents === 0;
  }

  get isNegative(): boolean {
    return this.amountInCents < 0;
  }

  /** `426968.00`: the form of files and of the command line. */
  toDecimalString(): string {
    const digits = String(Math.abs(this.amountInCents)).padStart(3, '0');
    return `${this.isNegative ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  }
}
