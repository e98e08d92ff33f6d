/**
 * The amounts that the figures of a date lack: those of unchecked rows that would count if they could be read, or
 * charged to an envelope. A row that counts in no figure, whatever its amount, lacks nothing: cancelled, of another
 * year, dated after the day. Of a row with one amount that cannot be read, the other one counts. Apart: the payments
 * whose date cannot be read, reserved until it is.
 */
import type { KnownCents } from '../../money/known-cents';
import type { Nature } from '../../money/nature';
import type { Assignment } from '../assignment';
import type { ChargedLedger } from '../charged-ledger';
import type { MissedAmount, UncheckedReason, UncheckedRow } from '../figures';
import type { AmountReading, LedgerRow } from '../ledger';
import type { RowEffect } from '../row-effects';
import { commitsBy, paysBy } from '../outstanding/owed-rows';

interface OutsideRow {
  readonly row: LedgerRow;
  readonly reason: UncheckedReason;
}

type Charged = Extract<Assignment, { readonly kind: 'assigned' }>;

const ABSENT: AmountReading = { kind: 'absent' };
/** Takes the place of an amount that is not read, to learn which figure it would add to. */
const ANY_AMOUNT: AmountReading = { kind: 'amount', cents: 1, asText: false, rounded: false, raw: '' };

/** The rows of a ledger that no figure counts, and the amounts missed because of them. */
export class OutsideRows {
  private readonly rows: OutsideRow[] = [];
  private uncheckedRows: readonly UncheckedRow[] | null = null;
  private missedAmounts: readonly MissedAmount[] | null = null;
  /** In the order of the rows. */
  readonly undated: MissedAmount[] = [];

  constructor(private readonly charged: ChargedLedger) {}

  add(row: LedgerRow, reason: UncheckedReason): void {
    this.rows.push({ row, reason });
  }

  /** A row that reserves CP, which are perhaps paid: its date of payment is not read. */
  addIfUndated({ key: row, paymentDate }: LedgerRow, { envelope, line }: Charged, effect: RowEffect): void {
    if (paymentDate.kind === 'date' || paymentDate.kind === 'absent') return;
    const subject = {
      envelope: envelope.code,
      line: effect.onRap ? null : (line?.index ?? null),
      nature: 'CP',
    } as const;
    const addsTo = { AE: null, CP: 'consumed' } as const;
    this.undated.push({ row, reason: 'paymentDateUnread', ...subject, addsTo, cents: effect.cpReserved });
  }

  /** In reading order; made when first asked for, after the last row. */
  get unchecked(): readonly UncheckedRow[] {
    return (this.uncheckedRows ??= this.sorted().map(({ row, reason }) => ({ row: row.key, reason })));
  }

  /** In the order of the rows, the AE of a row before its CP; made when first asked for. */
  get missed(): readonly MissedAmount[] {
    if (this.rows.length === 0) return [];
    if (this.missedAmounts) return this.missedAmounts;
    const excess = this.charged.decommitments.uncountedAt(this.charged.asOf);
    const missed: MissedAmount[] = [];
    for (const one of this.sorted()) addMissed(missed, this.charged, one, excess.get(one.row) ?? 0);
    return (this.missedAmounts = missed);
  }

  private sorted(): readonly OutsideRow[] {
    return this.rows.sort((one, other) => one.row.key - other.row.key);
  }
}

/** Adds what one row misses. `above`: the cents that its retrait withdraws above its EJ. */
function addMissed(missed: MissedAmount[], charged: ChargedLedger, { row, reason }: OutsideRow, above: number): void {
  const isOfUnknownNature = row.ae.kind === 'unreadable' && row.ae.nature !== undefined;
  const isCounted = reason === 'amountUnreadable'; // what is read of it
  const ae = isCounted && row.ae.kind === 'amount' ? ABSENT : countable(row.ae);
  const cp = isOfUnknownNature ? ANY_AMOUNT : isCounted && row.cp.kind === 'amount' ? ABSENT : countable(row.cp);
  const { aeConsumed, aeReserved, cpConsumed, cpReserved, onRap } = charged.effectOf(row, { ae, cp });
  const [ofAe, ofCp] = [termOf(aeConsumed, aeReserved), termOf(cpConsumed, cpReserved)];
  const assignment = charged.assign(row);
  const charge = assignment.kind === 'assigned' ? assignment : null;
  const [envelope, poste] = [charge?.envelope.code ?? null, charge?.line?.index ?? null];
  const add = (nature: Nature | null, addsTo: MissedAmount['addsTo'], cents: KnownCents): void => {
    const line = nature === 'CP' && onRap ? null : poste;
    if (cents !== 0) missed.push({ row: row.key, reason, envelope, line, nature, addsTo, cents });
  };
  if (isOfUnknownNature) {
    if (ofAe !== null || ofCp !== null) add(null, { AE: ofAe, CP: ofCp }, null);
    return;
  }
  if (ofAe !== null || (ae !== ABSENT && commitsBy(row, charged.asOf)))
    add('AE', { AE: ofAe, CP: null }, centsOf(row.ae, above));
  if (ofCp !== null || (cp !== ABSENT && paysBy(row, charged.asOf)))
    add('CP', { AE: null, CP: ofCp }, centsOf(row.cp, 0));
}

/** The amount that would count: as read, or any where nothing is read. */
function countable(reading: AmountReading): AmountReading {
  if (reading.kind === 'absent') return ABSENT;
  return reading.kind === 'amount' ? reading : ANY_AMOUNT;
}

/** `above` corrects a retrait above its EJ. */
function centsOf(reading: AmountReading, above: number): KnownCents {
  return reading.kind === 'amount' ? reading.cents + above : null;
}

function termOf(consumed: number, reserved: number): 'consumed' | 'reserved' | null {
  return consumed !== 0 ? 'consumed' : reserved !== 0 ? 'reserved' : null;
}
