/**
 * The rows that say again what an earlier one says, kept as rows are edited: rows of one digest, then of one identity.
 */
import type { LedgerRow } from '../../envelopes/ledger';
import { digestOf } from '../facts/row-digest';

/** Says of which earlier row a row is the repetition now; null when of none. */
type Say = (row: LedgerRow, first: LedgerRow | null) => void;

/** Rows of one digest: by identity, each list in reading order. */
type Alike = Map<string, LedgerRow[]>;

/**
 * Equal rows must have equal identities and equal digests; only the rows that share their digest are asked for their
 * identity.
 */
export class Twins {
  private readonly ofDigest = new Map<number, LedgerRow | Alike>();

  /** `counts` says which rows are looked at. */
  constructor(
    rows: readonly LedgerRow[],
    private readonly counts: (row: LedgerRow) => boolean,
    private readonly identityOf: (row: LedgerRow) => string,
  ) {
    for (const row of rows) if (counts(row)) this.add(row);
  }

  /** Says every row that repeats another. */
  begin(say: Say): void {
    for (const held of this.ofDigest.values()) {
      if (!(held instanceof Map)) continue;
      for (const [first, ...others] of held.values()) for (const row of others) say(row, first ?? null);
    }
  }

  /** Follows an edit, and says what changes. */
  replaceRow(before: LedgerRow | null, after: LedgerRow | null, say: Say): void {
    if (before && this.counts(before)) this.remove(before, say);
    if (after && this.counts(after)) this.tell(this.add(after), after, say);
  }

  private add(row: LedgerRow): readonly LedgerRow[] {
    const digest = digestOf(row);
    const held = this.ofDigest.get(digest);
    if (!held) {
      this.ofDigest.set(digest, row);
      return [row];
    }
    const alike: Alike = held instanceof Map ? held : new Map([[this.identityOf(held), [held]]]);
    this.ofDigest.set(digest, alike);
    const identity = this.identityOf(row);
    const rows = alike.get(identity) ?? [];
    alike.set(identity, rows);
    const isLast = (rows.at(-1)?.key ?? -1) < row.key;
    rows.splice(isLast ? rows.length : rows.findIndex(({ key }) => key > row.key), 0, row);
    return rows;
  }

  private remove(row: LedgerRow, say: Say): void {
    const digest = digestOf(row);
    const held = this.ofDigest.get(digest);
    if (!(held instanceof Map)) return void this.ofDigest.delete(digest);
    const identity = this.identityOf(row);
    const rows = held.get(identity) ?? [];
    const place = rows.findIndex(({ key }) => key === row.key);
    rows.splice(place, 1);
    say(row, null);
    if (rows.length === 0) held.delete(identity);
    if (held.size === 0) this.ofDigest.delete(digest);
    if (place === 0) this.tellAll(rows, say);
  }

  /** A row came into its list: it repeats the first, or the others now repeat it. */
  private tell(rows: readonly LedgerRow[], row: LedgerRow, say: Say): void {
    const [first] = rows;
    if (first === row) this.tellAll(rows, say);
    else say(row, first ?? null);
  }

  private tellAll([first, ...others]: readonly LedgerRow[], say: Say): void {
    if (first) say(first, null);
    for (const row of others) say(row, first ?? null);
  }
}
