/**
 * The amounts that the figures of a date lack: those of unchecked rows that would count if they could be read, or
 * charged to an envelope. A row that counts in no figure, whatever its amount, lacks nothing: cancelled, of another
 * year, dated after the day. A row with one amount that cannot be read is in no figure, so its other amount is missed
 * too, and its cents are known.
 */
import type { KnownCents } from '../../money/known-cents';
import type { ChargedLedger } from '../charged-ledger';
import type { MissedAmount, UncheckedReason, UncheckedRow } from '../figures';
import type { AmountReading, LedgerRow } from '../ledger';
import { commitsBy, paysBy } from '../outstanding/owed-rows';

interface OutsideRow {
  readonly row: LedgerRow;
  readonly reason: UncheckedReason;
}

const ABSENT: AmountReading = { kind: 'absent' };
/** Takes the place of an amount that is not read, to learn which figure it would add to. */
const ANY_AMOUNT: AmountReading = { kind: 'amount', cents: 1, asText: false, rounded: false, raw: '' };

/** The rows of a ledger that no figure counts, and the amounts missed because of them. */
export class OutsideRows {
  private readonly rows: OutsideRow[] = [];
  private uncheckedRows: readonly UncheckedRow[] | null = null;
  private missedAmounts: readonly MissedAmount[] | null = null;

  constructor(private readonly charged: ChargedLedger) {}

  add(row: LedgerRow, reason: UncheckedReason): void {
    this.rows.push({ row, reason });
  }

  /** In reading order; made when first asked for, after the last row. */
  get unchecked(): readonly UncheckedRow[] {
    return (this.uncheckedRows ??= this.sorted().map(({ row, reason }) => ({ row: row.key, reason })));
  }

  /** In the order of the rows, the AE of a row before its CP; made when first asked for. */
  get missed(): readonly MissedAmount[] {
    if (this.rows.length === 0) return [];
    const excess = this.charged.decommitments.uncountedAt(this.charged.asOf);
    return (this.missedAmounts ??= this.sorted().flatMap((one) =>
      missedOfRow(this.charged, one, excess.get(one.row) ?? 0),
    ));
  }

  private sorted(): readonly OutsideRow[] {
    return this.rows.sort((one, other) => one.row.key - other.row.key);
  }
}

/** `above`: the cents that its retrait withdraws above its EJ. */
function missedOfRow(charged: ChargedLedger, { row, reason }: OutsideRow, above: number): readonly MissedAmount[] {
  const isOfUnknownNature = row.ae.kind === 'unreadable' && row.ae.nature !== undefined;
  const ae = countable(row.ae, above);
  const cp = isOfUnknownNature ? ANY_AMOUNT : countable(row.cp, 0);
  const effect = charged.effectOf({ ...row, ae, cp });
  const added = { AE: termOf(effect.aeConsumed, effect.aeReserved), CP: termOf(effect.cpConsumed, effect.cpReserved) };
  const assignment = charged.assign(row);
  const [envelope, line] =
    assignment.kind === 'assigned' ? [assignment.envelope.code, assignment.line?.index ?? null] : [null, null];
  const common = { row: row.key, reason, envelope };
  if (isOfUnknownNature)
    return added.AE === null && added.CP === null
      ? []
      : [{ ...common, line, nature: null, addsTo: added, cents: null }];
  const missed: MissedAmount[] = [];
  const centsOf = (read: AmountReading, counted: AmountReading): KnownCents =>
    read.kind === 'amount' && counted.kind === 'amount' ? counted.cents : null;
  if (added.AE !== null || (ae !== ABSENT && commitsBy(row, charged.asOf)))
    missed.push({ ...common, line, nature: 'AE', addsTo: { AE: added.AE, CP: null }, cents: centsOf(row.ae, ae) });
  if (added.CP !== null || (cp !== ABSENT && paysBy(row, charged.asOf)))
    missed.push({
      ...common,
      line: effect.onRap ? null : line,
      nature: 'CP',
      addsTo: { AE: null, CP: added.CP },
      cents: centsOf(row.cp, cp),
    });
  return missed.filter(({ cents }) => cents !== 0);
}

/** The amount that would count: as read, or any where nothing is read; `above` corrects a retrait above its EJ. */
function countable(reading: AmountReading, above: number): AmountReading {
  if (reading.kind === 'absent') return ABSENT;
  return reading.kind === 'amount' ? { ...reading, cents: reading.cents + above } : ANY_AMOUNT;
}

function termOf(consumed: number, reserved: number): 'consumed' | 'reserved' | null {
  return consumed !== 0 ? 'consumed' : reserved !== 0 ? 'reserved' : null;
}
