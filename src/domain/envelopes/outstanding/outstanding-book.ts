/**
 * Restes à payer by EJ at a date: committed − decommitted − paid, whatever the year, so that they roll from one year to
 * the next. Three kinds of account make them, in each envelope:
 *
 * - an EJ that a signed row commits, or that a RAP list states: the difference, even negative (EJ-02 reports it). Where
 *   the ledger holds the commitment that a list states, the ledger is right and the stated amount is not added;
 * - the rest of « dont RAP », for earlier EJ that neither the ledger nor a list names: payments on EJ that nothing
 *   knows draw on it, and those on an EJ before the day from which a list states it. It rolls too: none where the
 *   ledger holds, in the envelope, the years before the one that states it;
 * - the rows without a readable EJ number, together.
 *
 * The last two are never below 0, nor is an EJ of which an amount of AE cannot be read (DON-01), whose payments do not
 * draw on « dont RAP »: a payment that no commitment explains (EJ-01) must not hide what is still owed on the other EJ.
 */
import type { CivilDate } from '../../calendar/civil-date';
import type { ChargedLedger } from '../charged-ledger';
import { commitmentDay, creditDaysOf, isOfCredits, saysAnticipated } from '../commitment-year';
import { WHOLE_CONVENTION } from '../ceilings';
import { earlierEjsAt } from './earlier-ejs';
import type { LedgerRow } from '../ledger';
import { assert } from '../../result';
import { OutstandingAccount } from './outstanding-account';
import { addUp, type EjOutstanding, type OutstandingByEj, type OutstandingSums } from './outstanding-by-ej';
import { commitsBy, dayOf, paysBy, unreadEjs } from './owed-rows';
import { newYear, openingRapOf, ownerOf } from './stated-rap';

const NEVER = Number.POSITIVE_INFINITY;
/** The keys of the accounts that are no EJ; no EJ number has a space. */
const [UNNAMED, WITHOUT_EJ] = ['not named', 'without EJ'];

/** The restes à payer of a ledger. `unread`: the EJ with a signed amount of AE that cannot be read. */
export class OutstandingBook implements OutstandingByEj {
  private readonly accounts = new Map<string, Map<string, OutstandingAccount>>();
  /** The first day of a commitment of each envelope; none for one without a dated commitment. */
  private readonly firstSigned = new Map<string, number>();
  /** The envelopes whose restes à payer start from a statement of an earlier credit year. */
  private readonly rolled = new Set<string>();
  private readonly sums = new Map<string, OutstandingSums>();
  private readonly unexplained: { readonly row: LedgerRow; readonly code: string }[] = [];
  private readonly unread: ReadonlySet<string>;
  private readonly excess: ReadonlyMap<LedgerRow, number>;

  constructor(private readonly charged: ChargedLedger) {
    const { ledger, convention, decommitments, asOf } = charged;
    this.excess = decommitments.uncountedAt(asOf);
    this.unread = unreadEjs(ledger.rows, asOf);
    for (const { code } of convention.envelopes) this.accounts.set(code, new Map());
    const envelopesOf = new Map<string, Set<string>>();
    const codes = ledger.rows.map((row) => this.envelopeOf(row));
    for (const [index, row] of ledger.rows.entries()) {
      const code = codes[index] ?? null;
      if (code !== null) this.know(row, code, envelopesOf);
    }
    this.open(envelopesOf);
    const days = creditDaysOf(convention);
    for (const [index, row] of ledger.rows.entries()) {
      const code = codes[index] ?? null;
      if (code === null) continue;
      if (row.ae.kind === 'amount' && commitsBy(row, asOf)) {
        const day = commitmentDay(row);
        const isBefore = day !== null && day < days.from && !isOfCredits(row, day, days);
        const cents = row.ae.cents + (this.excess.get(row) ?? 0);
        const own = this.accountOf(row, code);
        const account = own && cents < 0 ? this.holderOf(own, dayOf(row), code) : own;
        account?.commit(cents, dayOf(row), isBefore);
      }
      if (row.cp.kind === 'amount' && row.paymentDate.kind === 'date' && paysBy(row, asOf)) {
        const { date } = row.paymentDate;
        const own = this.accountOf(row, code);
        const account = own ? this.holderOf(own, date, code) : this.accounts.get(code)?.get(UNNAMED);
        account?.pay(row.cp.cents, date, date < days.from);
        const isOfUnread = row.ej.kind === 'ej' && this.unread.has(row.ej.number);
        if (date >= days.from && (account?.isBounded ?? true) && !isOfUnread) this.unexplained.push({ row, code });
      }
    }
  }

  of(envelope: string): OutstandingSums {
    const known = this.sums.get(envelope);
    if (known) return known;
    const parts: Iterable<OutstandingSums> =
      envelope === WHOLE_CONVENTION
        ? [...this.accounts.keys()].map((code) => this.of(code))
        : [...(this.accounts.get(envelope)?.values() ?? [])].map((account) => account.sums());
    const total = addUp(parts);
    this.sums.set(envelope, total);
    return total;
  }

  statedIn(envelope: string): number {
    const accounts = envelope === WHOLE_CONVENTION ? [...this.accounts.values()] : [this.accounts.get(envelope)];
    return accounts.flatMap((ones) => [...(ones?.values() ?? [])]).reduce((sum, { start }) => sum + start, 0);
  }

  rollsEarlierYears(envelope: string): boolean {
    return this.rolled.has(envelope) || this.holdsBefore(envelope, newYear(this.charged.convention.creditYear));
  }

  withoutCommitment(envelope: string): readonly LedgerRow[] {
    return this.unexplained.flatMap(({ row, code }) => (code === envelope ? [row] : []));
  }

  notNamedIn(envelope: string): number {
    return this.accounts.get(envelope)?.get(UNNAMED)?.total().outstanding ?? 0;
  }

  *entries(): Generator<EjOutstanding> {
    for (const [envelope, accounts] of this.accounts) {
      for (const [key, account] of accounts) {
        const ej = key === UNNAMED || key === WITHOUT_EJ ? null : key;
        if (!account.isEmpty) yield { ej, envelope, ...account.total() };
      }
    }
  }

  /** The envelope that a row counts in; null when it counts nowhere. */
  private envelopeOf(row: LedgerRow): string | null {
    if (row.status === 'cancelled') return null;
    const assignment = this.charged.assign(row);
    return assignment.kind === 'assigned' ? assignment.envelope.code : null;
  }

  /** Notes the first commitment of an EJ, and the envelopes of a listed one. */
  private know(row: LedgerRow, code: string, envelopesOf: Map<string, Set<string>>): void {
    if (row.ej.kind !== 'ej') return;
    const { number } = row.ej;
    const { listed } = this.charged;
    if (listed.has(number)) envelopesOf.set(number, (envelopesOf.get(number) ?? new Set<string>()).add(code));
    if (row.ae.kind !== 'amount' || row.ae.cents <= 0 || !commitsBy(row, this.charged.asOf)) return;
    const day = saysAnticipated(row) ? NEVER : dayOf(row);
    this.openAccount(number, code).announce(day);
    if (day < (this.firstSigned.get(code) ?? NEVER)) this.firstSigned.set(code, day);
  }

  /** Opens the accounts that start from stated restes à payer. */
  private open(envelopesOf: ReadonlyMap<string, ReadonlySet<string>>): void {
    const { ledger, convention, listed } = this.charged;
    const opening = openingRapOf(ledger.rows, convention);
    const start = newYear(convention.creditYear);
    const named = new Map<string, number>();
    for (const [ej, stated] of listed) {
      const code = ownerOf(ej, opening.size > 0 ? opening.keys() : this.accounts.keys(), envelopesOf);
      if (code === null) continue;
      if (stated.from < start) this.rolled.add(code);
      const signedOn = this.signedOn(ej);
      const isHeld = signedOn < stated.from;
      if (!isHeld) this.accounts.get(code)?.set(ej, new OutstandingAccount(stated.cents, stated.from, false));
      // Committed since « dont RAP » was stated: not one of its EJ.
      if (isHeld && signedOn >= (opening.get(code)?.from ?? start)) continue;
      named.set(code, (named.get(code) ?? 0) + stated.cents);
    }
    for (const [code, { cents, from }] of opening) {
      if (from < start) this.rolled.add(code);
      const rest = cents - (named.get(code) ?? 0);
      if (rest > 0 && !this.holdsBefore(code, from))
        this.accounts.get(code)?.set(UNNAMED, new OutstandingAccount(rest, from, true));
    }
  }

  /** True when the ledger plainly keeps the years before that day, with an EJ of this envelope in them. */
  private holdsBefore(code: string, from: CivilDate): boolean {
    const { ledger, convention, assign, earlierAreKept } = this.charged;
    if ((this.firstSigned.get(code) ?? NEVER) >= from) return false;
    if (from >= newYear(convention.creditYear)) return earlierAreKept;
    return earlierEjsAt(ledger.rows, convention, from, assign).areKept;
  }

  /** The first day of a commitment of that EJ in the ledger; infinite for one that it does not commit. */
  private signedOn(ej: string): number {
    return Math.min(NEVER, ...this.accountsNamed(ej).map(({ signedOn }) => signedOn));
  }

  /** The account that an amount of a day lowers: the rest of « dont RAP » before the account of its EJ starts. */
  private holderOf(account: OutstandingAccount, day: number, code: string): OutstandingAccount {
    return day < account.from ? (this.accounts.get(code)?.get(UNNAMED) ?? account) : account;
  }

  /** The account of a row; null for an EJ that nothing knows. */
  private accountOf({ ej }: LedgerRow, code: string): OutstandingAccount | null {
    const key = ej.kind === 'ej' ? ej.number : WITHOUT_EJ;
    const isKnown = this.accounts.get(code)?.has(key) || this.charged.listed.has(key) || this.unread.has(key);
    return isKnown || ej.kind !== 'ej' || this.accountsNamed(key).length > 0 ? this.openAccount(key, code) : null;
  }

  /** The account of that key in an envelope of the convention, opened at nothing when it is new. */
  private openAccount(key: string, code: string): OutstandingAccount {
    const accounts = this.accounts.get(code);
    assert(accounts, `an envelope of the convention: ${code}`);
    const known = accounts.get(key);
    if (known) return known;
    const account = new OutstandingAccount(0, Number.NEGATIVE_INFINITY, key === WITHOUT_EJ || this.unread.has(key));
    accounts.set(key, account);
    return account;
  }

  /** Those of one EJ, one in each envelope that has it. */
  private accountsNamed(key: string): readonly OutstandingAccount[] {
    return [...this.accounts.values()].flatMap((accounts) => accounts.get(key) ?? []);
  }
}
