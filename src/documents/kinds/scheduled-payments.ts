/**
 * The payments to come of each envelope against its restes à payer, EJ by EJ: a payment on an EJ that is signed later,
 * or above what is left of its EJ, pays nothing of what is owed on the others.
 */
import { addDays, yearOf, type CivilDate } from '../../domain/calendar/civil-date';
import { dueDay } from '../../domain/envelopes/forecast-entries';
import type { LedgerRow } from '../../domain/envelopes/ledger';
import type { OutstandingByEj } from '../../domain/envelopes/outstanding/outstanding-by-ej';
import { computedOnce } from '../figures/figure-memory';
import type { DocumentSource } from '../input';

/** The credit year, the two after it, and all those that follow. */
export const PERIODS = 4;

/** Of one envelope; amounts in cents. */
export interface Schedule {
  /** Payments to come within the rest of their EJ, by period. */
  readonly periods: readonly number[];
  /** The rests of the EJ for which no payment has a day. */
  readonly undated: number;
  /** All the payments to come, those above what is left of their EJ included. */
  readonly toCome: number;
}

/** The rest of an EJ, and its payments to come by period. */
interface Rest {
  readonly left: number;
  readonly due: number[];
}

const [NOT_NAMED, WITHOUT_EJ, NOT_OWED] = ['not named', 'without EJ', 'not owed'];

/** By the code of the envelope; none where the payments or the restes à payer are not calculable. */
export function schedulesOf(source: DocumentSource): ReadonlyMap<string, Schedule> {
  const { balances, convention, ledger } = source.input;
  if (balances.missing.CP !== null || balances.missing.outstanding !== null) return new Map();
  const known = new Set([...committedEjs(ledger.rows), ...source.input.charged.listed.keys()]);
  const rests = restsOf(balances.byEj, convention.envelopes);
  for (const [{ envelope }, positions] of source.charged.byAssignment) {
    const ofEnvelope = computedOnce(rests, envelope.code, () => new Map<string, Rest>());
    for (const at of positions) {
      const row = ledger.rows[at];
      const day = row ? dayToCome(row, source, at) : null;
      if (!row || day === null) continue;
      const { due } = computedOnce(ofEnvelope, holderOf(row, ofEnvelope, known), () => noRest());
      const period = Math.min(PERIODS - 1, Math.max(0, yearOf(day) - convention.creditYear));
      due[period] = (due[period] ?? 0) + (source.charged.read.CP[at] ?? 0);
    }
  }
  return new Map([...rests].map(([code, ofEnvelope]) => [code, scheduleOf([...ofEnvelope.values()])]));
}

/** The rests of each EJ of each envelope, of the rows without EJ, and of the earlier EJ that nothing names. */
function restsOf(
  byEj: OutstandingByEj,
  envelopes: readonly { readonly code: string }[],
): Map<string, Map<string, Rest>> {
  const rests = new Map(
    envelopes.map(({ code }) => [code, new Map([[NOT_NAMED, noRest(byEj.notNamedIn(code))]])] as const),
  );
  for (const { ej, envelope, outstanding } of byEj.entries()) {
    const known = rests.get(envelope);
    // Two entries have no EJ: that of the earlier EJ is known already.
    if (ej !== null) known?.set(ej, noRest(outstanding));
    else known?.set(WITHOUT_EJ, noRest((known.get(WITHOUT_EJ)?.left ?? -byEj.notNamedIn(envelope)) + outstanding));
  }
  return rests;
}

/** The EJ that the ledger commits or plans, on any day. */
function committedEjs(rows: readonly LedgerRow[]): ReadonlySet<string> {
  return new Set(
    rows.flatMap(({ ej, ae, status }) =>
      ej.kind !== 'ej' || status === 'cancelled' || ae.kind === 'absent' || (ae.kind === 'amount' && ae.cents <= 0)
        ? []
        : [ej.number],
    ),
  );
}

/** A payment on an EJ that nothing knows draws on the earlier EJ that nothing names, as when it is paid. */
function holderOf({ ej }: LedgerRow, ofEnvelope: ReadonlyMap<string, Rest>, known: ReadonlySet<string>): string {
  if (ej.kind !== 'ej') return WITHOUT_EJ;
  if (ofEnvelope.has(ej.number)) return ej.number;
  return known.has(ej.number) ? NOT_OWED : NOT_NAMED;
}

/** The day of a payment to come, the one after the as-of date where it is overdue; null for another row. */
function dayToCome(row: LedgerRow, { charged, input }: DocumentSource, at: number): CivilDate | null {
  const { asOf } = input.balances;
  if (row.status !== 'firm' || !charged.counts(at) || charged.adds.paid[at] !== 0) return null;
  const paid = row.paymentDate.kind === 'date' ? row.paymentDate.date : null;
  if (paid !== null && paid <= asOf) return null;
  const day = paid ?? dueDay(row, input.convention.paymentDays);
  const tomorrow = addDays(asOf, 1);
  return day !== null && day < tomorrow ? tomorrow : day;
}

/** Each EJ pays in the order of the periods, until nothing is left of it. */
function scheduleOf(rests: readonly Rest[]): Schedule {
  const periods = new Array<number>(PERIODS).fill(0);
  let [undated, toCome] = [0, 0];
  for (const { left, due } of rests) {
    const owed = Math.max(0, left);
    let [announced, scheduled] = [0, 0];
    for (const [period, cents] of due.entries()) {
      announced += cents;
      const until = left > 0 ? Math.min(left, announced) : 0;
      periods[period] = (periods[period] ?? 0) + until - scheduled;
      scheduled = until;
    }
    undated += owed - scheduled;
    toCome += announced;
  }
  return { periods, undated, toCome };
}

function noRest(left = 0): Rest {
  return { left, due: new Array<number>(PERIODS).fill(0) };
}
