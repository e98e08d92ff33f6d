/**
 * Rows without AE whose CP are the sum of payments of their EJ, two or more: « DP mars » beside its invoices, a
 * subtotal of the EJ on a row without a DP, « Payé au 31/03 ». Amounts alone prove nothing, since the last payment may
 * be half of an EJ: the DP of the rows, or the words of the sum, do.
 */
import type { LedgerRow } from '../../../../domain/envelopes/ledger';
import { groupedBy } from '../../../../domain/grouped';
import { centsOf } from '../../read-cells';
import { plainWords } from './words-of-rows';

const FEWEST_PARTS = 2;
/** « Payé au 31/03 », « Payé 2023 », « CP fin mars », « Cumul T1 », « Situation au 30 juin »; not « Paiement 3 ». */
const OF_A_SUM =
  /^(?:deja |total |cumul |montants? |cp |somme ){0,2}(?:payee?s?|reglee?s?|mandatee?s?|versee?s?|decaissee?s?|consommee?s?|cumul[a-z]{0,4}|situation|point|bilan|recap[a-z]{0,10})(?: (?:au|a|fin|en|sur|ce|t ?[1-4]|20\d\d|[1-4]e?[a-z]{0,3} trimestre)\b|$)|^(?:paiements?|reglements?|mandats?|cp) (?:cumul[a-z]{0,4}|au \d{1,2}|a fin|fin)\b| ttc$/;

/** Payments, together. */
interface Parts {
  readonly cents: number;
  readonly count: number;
  readonly haveDp: boolean;
}
const NO_PARTS: Parts = { cents: 0, count: 0, haveDp: true };

/** Those rows among the payments of one EJ, in their order. */
export function sumsAmongPayments(payments: readonly LedgerRow[]): readonly LedgerRow[] {
  if (payments.length <= FEWEST_PARTS) return [];
  const sums = new Set(sumsOfDps(payments));
  // From the beginning, or from the sum before: a team writes either.
  let [before, since] = [NO_PARTS, NO_PARTS];
  let last: LedgerRow | null = null;
  for (const row of payments) {
    if (sums.has(row)) continue;
    if ([before, since].some((parts) => isSumOf(row, parts)) && isNotBefore(row, last)) {
      sums.add(row);
      since = NO_PARTS;
    } else [before, since, last] = [withPart(before, row), withPart(since, row), row];
  }
  return [...sums];
}

/** The row that sums the others of its DP. */
function sumsOfDps(payments: readonly LedgerRow[]): readonly LedgerRow[] {
  const dps = groupedBy(
    payments.filter(({ dpNumber }) => dpNumber !== ''),
    ({ dpNumber }) => dpNumber,
  );
  return [...dps.values()].flatMap((rows) => {
    const twice = rows.reduce((sum, { cp }) => sum + centsOf(cp), 0);
    return rows.length <= FEWEST_PARTS
      ? []
      : (rows.find(({ ae, cp }) => centsOf(ae) === 0 && 2 * centsOf(cp) === twice) ?? []);
  });
}

function isSumOf(row: LedgerRow, { cents, count, haveDp }: Parts): boolean {
  if (centsOf(row.ae) !== 0 || count < FEWEST_PARTS || centsOf(row.cp) !== cents) return false;
  return (haveDp && row.dpNumber === '') || OF_A_SUM.test(plainWords(row.label));
}

function withPart({ cents, count, haveDp }: Parts, { cp, dpNumber }: LedgerRow): Parts {
  return { cents: cents + centsOf(cp), count: count + 1, haveDp: haveDp && dpNumber !== '' };
}

/** On the day of the last payment or after it, or on none. */
function isNotBefore({ paymentDate: own }: LedgerRow, last: LedgerRow | null): boolean {
  if (own.kind !== 'date') return own.kind === 'absent';
  return last?.paymentDate.kind !== 'date' || own.date >= last.paymentDate.date;
}
