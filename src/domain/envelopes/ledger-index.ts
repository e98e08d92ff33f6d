/**
 * The balances of a ledger at a date, kept so that an edited row costs one subtraction and one addition. Nothing is
 * kept per row but the rows that could not be counted and the retraits: an index over a million rows weighs as much as
 * over ten.
 */
import type { CivilDate } from '../calendar/civil-date';
import { committedNotPaid, Euros } from '../money/euros';
import type { Nature } from '../money/nature';
import { rateOf } from '../money/rate';
import { assert } from '../result';
import { type Assignment, createAssigner } from './assignment';
import { allocatedCents, lineCents, WHOLE_CONVENTION } from './ceilings';
import type { Convention, Envelope } from './convention';
import { EarlierEjs } from './earlier-ejs';
import type { Balances, FigureKey, Figures, UncheckedReason, UncheckedRow } from './figures';
import type { Ledger, LedgerRow, RowKey } from './ledger';
import { createEffects, type RowEffect } from './row-effects';
import { shown, Tally } from './tally';

/** What figures are kept for: an envelope, a poste or the whole convention. */
interface Account {
  readonly allocated: Readonly<Record<Nature, number>>;
  readonly openingRap: number;
  readonly tally: Tally;
}

/** The sums that a row adds to, besides those of the whole convention. */
interface Tallies {
  readonly ofEnvelope: Tally;
  readonly ofLine: Tally | null;
}

type Charged = Extract<Assignment, { readonly kind: 'assigned' }>;

/** Balances that follow the ledger row by row. */
export class LedgerIndex implements Balances {
  private readonly whole: Account;
  private readonly ofEnvelope = new Map<string, Account>();
  private readonly ofLine = new Map<number, Account & { readonly envelope: string }>();
  private readonly remembered = new Map<Charged, Tallies>();
  private readonly uncheckedRows = new Map<RowKey, UncheckedReason>();
  private sortedUnchecked: readonly UncheckedRow[] | null = null;
  private readonly assign: (row: LedgerRow) => Assignment;
  private readonly earlier: EarlierEjs;
  private readonly effectOf: (row: LedgerRow) => RowEffect;

  private constructor(
    private readonly convention: Convention,
    readonly asOf: CivilDate,
  ) {
    const openingOf = (envelope: Envelope): number => envelope.openingRap.cents;
    for (const envelope of convention.envelopes) {
      this.ofEnvelope.set(envelope.code, openAccount(convention, envelope.code, asOf, openingOf(envelope)));
      for (const line of envelope.lines) {
        const allocated = { AE: shown(lineCents(line, 'AE') ?? 0), CP: shown(lineCents(line, 'CP') ?? 0) };
        this.ofLine.set(line.index, { allocated, openingRap: 0, tally: new Tally(), envelope: envelope.code });
      }
    }
    const opening = convention.envelopes.reduce((total, envelope) => total + openingOf(envelope), 0);
    this.whole = openAccount(convention, WHOLE_CONVENTION, asOf, opening);
    this.assign = createAssigner(convention);
    this.earlier = new EarlierEjs(convention);
    this.effectOf = createEffects(convention, asOf, this.earlier.ejs);
  }

  /** The balances of a whole ledger under a convention, as they stand at a date. */
  static build(ledger: Ledger, convention: Convention, asOf: CivilDate): LedgerIndex {
    const index = new LedgerIndex(convention, asOf);
    for (const row of ledger.rows) index.earlier.follow(row, 1);
    for (const row of ledger.rows) index.count(row, 1);
    return index;
  }

  /**
   * Follows one edit: the row as it was counted (null when it is new), then as it is now (null when it is deleted).
   * Gives the balances of building anew, reading no other row than the retraits on an EJ that becomes an earlier one,
   * or stops being one.
   */
  replaceRow(before: LedgerRow | null, after: LedgerRow | null): void {
    if (before) {
      this.count(before, -1);
      this.follow(before, -1);
    }
    if (after) {
      this.follow(after, 1);
      this.count(after, 1);
    }
  }

  /** The balances of this moment, which no later edit changes. */
  asTheyStand(): Balances {
    const still = new LedgerIndex(this.convention, this.asOf);
    still.whole.tally.become(this.whole.tally);
    for (const [code, { tally }] of this.ofEnvelope) still.account(code).tally.become(tally);
    for (const [line, { tally }] of this.ofLine) still.ofLine.get(line)?.tally.become(tally);
    still.sortedUnchecked = this.unchecked;
    return still;
  }

  figures(key: FigureKey, nature: 'AE'): Figures<'AE'>;
  figures(key: FigureKey, nature: 'CP'): Figures<'CP'>;
  figures(key: FigureKey, nature: Nature): Figures;
  figures(key: FigureKey, nature: Nature): Figures {
    const { allocated, tally } =
      key.line === null ? this.account(key.envelope) : this.lineAccount(key.envelope, key.line);
    return nature === 'AE'
      ? figuresOf(allocated.AE, tally.aeConsumed, tally.aeReserved)
      : figuresOf(allocated.CP, tally.cpConsumed, tally.cpReserved);
  }

  outstanding(envelope: string): Euros {
    const { openingRap, tally } = this.account(envelope);
    const committed = openingRap + shown(tally.aeConsumed) - shown(tally.earlierDecommitted);
    return committedNotPaid(Euros.fromCents<'AE'>(committed), Euros.fromCents<'CP'>(shown(tally.cpConsumed)));
  }

  rapPaid(envelope: string): Euros<'CP'> {
    return Euros.fromCents(shown(this.account(envelope).tally.rapPaid));
  }

  get unchecked(): readonly UncheckedRow[] {
    this.sortedUnchecked ??= [...this.uncheckedRows]
      .map(([row, reason]) => ({ row, reason }))
      .sort((one, other) => one.row - other.row);
    return this.sortedUnchecked;
  }

  private follow(row: LedgerRow, sign: 1 | -1): void {
    const turned = this.earlier.turnedBy(row, sign);
    for (const retrait of turned) this.count(retrait, -1);
    this.earlier.follow(row, sign);
    for (const retrait of turned) this.count(retrait, 1);
  }

  private count(row: LedgerRow, sign: 1 | -1): void {
    if (row.status === 'cancelled') return;
    const assignment = this.assign(row);
    if (assignment.kind === 'unchecked') return this.mark(row.key, assignment.reason, sign);
    const effect = this.effectOf(row);
    if (effect.unreadable) return this.mark(row.key, 'amountUnreadable', sign);
    const { ofEnvelope, ofLine } = this.talliesOf(assignment);
    this.whole.tally.add(effect, sign);
    ofEnvelope.add(effect, sign);
    ofLine?.addToLine(effect, sign);
  }

  /** Remembered by the assignment itself, which rows of one axe 2 and one poste share. */
  private talliesOf(assignment: Charged): Tallies {
    const known = this.remembered.get(assignment);
    if (known) return known;
    const { envelope, line } = assignment;
    const ofLine = line ? this.lineAccount(envelope.code, line.index).tally : null;
    const tallies = { ofEnvelope: this.account(envelope.code).tally, ofLine };
    this.remembered.set(assignment, tallies);
    return tallies;
  }

  private mark(row: RowKey, reason: UncheckedReason, sign: 1 | -1): void {
    if (sign > 0) this.uncheckedRows.set(row, reason);
    else this.uncheckedRows.delete(row);
    this.sortedUnchecked = null;
  }

  private account(envelope: string): Account {
    const account = envelope === WHOLE_CONVENTION ? this.whole : this.ofEnvelope.get(envelope);
    assert(account, `no envelope ${envelope}`);
    return account;
  }

  private lineAccount(envelope: string, line: number): Account {
    const account = this.ofLine.get(line);
    assert(
      account && (envelope === WHOLE_CONVENTION || account.envelope === envelope),
      `no line ${line} in envelope ${envelope}`,
    );
    return account;
  }
}

function openAccount(convention: Convention, envelope: string, asOf: CivilDate, openingRap: number): Account {
  const allocatedOf = (nature: Nature): number => shown(allocatedCents(convention, envelope, nature, asOf));
  return {
    allocated: { AE: allocatedOf('AE'), CP: allocatedOf('CP') },
    openingRap: shown(openingRap),
    tally: new Tally(),
  };
}

function figuresOf(allocated: number, consumedSum: number, reservedSum: number): Figures {
  const [consumed, reserved] = [shown(consumedSum), shown(reservedSum)];
  return {
    allocated: Euros.fromCents(allocated),
    consumed: Euros.fromCents(consumed),
    reserved: Euros.fromCents(reserved),
    remaining: Euros.fromCents(allocated - consumed),
    available: Euros.fromCents(allocated - consumed - reserved),
    rate: rateOf(consumed, allocated),
  };
}
