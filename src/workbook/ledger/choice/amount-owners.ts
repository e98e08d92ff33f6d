/**
 * Which of the tables that are part of the ledger holds an amount already. Sheets of months or of years with the same
 * headings may commit one EJ for one amount again, as a rent: on another day, it is another commitment. Under other
 * headings the day may be that of another step of the same EJ, and the amount is the same.
 */
import type { KnownAmount } from './candidate-operations';

/** A table that holds amounts, and its headings. */
export interface AmountOwner {
  readonly headings: ReadonlySet<string>;
  readonly operations: { readonly amounts: readonly KnownAmount[] };
}

/** Two tables with this share of their headings in common are sheets of one series. */
const OF_A_SERIES = 0.8;

/** The tables taken so far, by what they hold. */
export class AmountOwners<T extends AmountOwner> {
  private readonly owners = new Map<string, Map<KnownAmount['day'], T>>();

  add(owner: T): void {
    for (const { keys, day } of owner.operations.amounts)
      for (const key of keys) {
        const known = this.owners.get(key);
        if (!known) this.owners.set(key, new Map([[day, owner]]));
        else if (!known.has(day)) known.set(day, owner);
      }
  }

  /** The first table that holds an amount of another one; null for none. */
  of({ same, day }: KnownAmount, other: T): T | null {
    for (const key of same)
      for (const [known, owner] of this.owners.get(key) ?? [])
        if (known === day || known === null || day === null || !areOfASeries(owner, other)) return owner;
    return null;
  }
}

function areOfASeries({ headings: some }: AmountOwner, { headings: others }: AmountOwner): boolean {
  const shared = [...some].filter((heading) => others.has(heading)).length;
  return shared >= OF_A_SERIES * Math.max(some.size, others.size);
}
