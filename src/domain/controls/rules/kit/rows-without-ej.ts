/**
 * The rows that name no EJ in a ledger that numbers its commitments. Some are typed totals, « Point au 28/02 », or the
 * supplier below its orders: their amounts are, to the cent, those of two numbered rows or more, as a total may sum
 * them (DON-05). Others may be needs, credits or balances. Computed once per run of the controls.
 */
import type { LedgerRow, TotalRow } from '../../../envelopes/ledger';
import { areCredits } from '../../../envelopes/row-effects';
import { marksOf } from '../../../envelopes/reading-facts';
import { groupedBy } from '../../../grouped';
import { namesNoEj } from '../../facts/pieces/names-no-ej';
import { aeOf, cpOf } from '../../facts/pieces/row-cents';
import type { Inspection } from '../../facts/inspection';
import { SummedRows, type RowSums } from './summed-rows';

/**
 * One other row of the same amount is another operation, or a repetition (DON-03), unless this row has its AE and its
 * CP without a day of payment: « Prestations » above its only order.
 */
const FEWEST_PARTS = 2;
/** For each commitment without an EJ, as many have one at least, where nearly all have. */
const NUMBERED_FOR_EACH = 2;
/** As many rows without an EJ are the habit of a team. */
const MOST_CANDIDATES = 1000;
const TOTAL_RANK = 1;

interface RowsWithoutEj {
  /** Nearly all the commitments name their EJ. */
  readonly areOthersNumbered: boolean;
  /** How many rows each row that may be a total sums. */
  readonly sums: ReadonlyMap<LedgerRow, number>;
}

const known = new WeakMap<Inspection, RowsWithoutEj>();

/** The rows without an EJ of the ledger that is inspected. */
export function rowsWithoutEj(inspection: Inspection): RowsWithoutEj {
  const found = known.get(inspection) ?? findRows(inspection);
  known.set(inspection, found);
  return found;
}

/** True for a commitment without an EJ that no words explain: it is firm, and no other doubt is on it. */
export function isUnexplained({ status, unknownStatus, ...row }: LedgerRow): boolean {
  return status === 'firm' && unknownStatus === undefined && marksOf(row).length === 0;
}

function findRows(inspection: Inspection): RowsWithoutEj {
  let numbered = 0;
  const others: LedgerRow[] = [];
  for (const row of inspection.ledger.rows) {
    if (!namesNoEj(row)) numbered += row.status === 'firm' && aeOf(row) > 0 ? 1 : 0;
    else if (isUnexplained(row) && inspection.fieldsAt(row.key).has('ejNumber')) others.push(row);
  }
  const sums = sumsOf(others.filter(mayBeTotal), inspection);
  const unnumbered = others.filter(
    (row) => row.ej.kind === 'absent' && aeOf(row) > 0 && cpOf(row) <= 0 && !sums.has(row),
  ).length;
  return { areOthersNumbered: numbered >= NUMBERED_FOR_EACH * Math.max(1, unnumbered), sums };
}

function mayBeTotal(row: LedgerRow): boolean {
  const [ae, cp] = [aeOf(row), cpOf(row)];
  return row.inherited?.has('ejNumber') !== true && !/\d/.test(row.dpNumber) && ae >= 0 && cp >= 0 && ae + cp > 0;
}

/** Each row is compared with the rows of its own envelope. */
function sumsOf(candidates: readonly LedgerRow[], inspection: Inspection): RowsWithoutEj['sums'] {
  const sums = new Map<LedgerRow, number>();
  if (candidates.length === 0 || candidates.length > MOST_CANDIDATES) return sums;
  const { ledger, convention, assign } = inspection;
  const numbered = ledger.rows.filter(
    (row) => row.status !== 'cancelled' && (!namesNoEj(row) || /\d/.test(row.dpNumber)),
  );
  if (numbered.length < Math.max(FEWEST_PARTS, candidates.length)) return sums;
  const totals = withTotals(
    ledger.totals.filter((row) => !areCredits(row)),
    candidates,
  );
  const byKey = new Map(candidates.map((row) => [row.key, row]));
  const envelopeOf = (row: LedgerRow): string | null => {
    const assignment = inspection.assignmentOf(row);
    return assignment.kind === 'assigned' ? assignment.envelope.code : null;
  };
  for (const [envelope, rows] of groupedBy(numbered, envelopeOf)) {
    if (envelope === null || rows.length < FEWEST_PARTS) continue;
    const summed = new SummedRows({ ...ledger, rows, totals }, convention, assign);
    totals.forEach(({ key }, index) => {
      const row = byKey.get(key);
      if (row === undefined || envelopeOf(row) !== envelope) return;
      const set = summed.of(index).sets.find((one) => isSumOf(one, row));
      if (set) sums.set(row, Math.max(set.aeRows, set.cpRows));
    });
  }
  return sums;
}

function isSumOf({ ae, cp, aeRows, cpRows }: RowSums, row: LedgerRow): boolean {
  const [ownAe, ownCp] = [aeOf(row), cpOf(row)];
  if ((ownAe !== 0 && ownAe !== ae) || (ownCp !== 0 && ownCp !== cp)) return false;
  const parts = ownAe !== 0 ? aeRows : cpRows;
  return parts >= FEWEST_PARTS || (parts === 1 && ownAe !== 0 && ownCp !== 0 && row.paymentDate.kind === 'absent');
}

/** The totals of the ledger with these rows, each of which may sum those since the one before. */
function withTotals(totals: readonly TotalRow[], rows: readonly LedgerRow[]): readonly TotalRow[] {
  const all = [...totals, ...rows.map(asTotal)].sort((one, other) => one.key - other.key);
  const own = new Set(rows.map(({ key }) => key));
  return all.map((total, at) => {
    const firstCovered = ((all[at - 1]?.key ?? -1) + 1) as TotalRow['key'];
    return own.has(total.key) ? { ...total, firstCovered } : total;
  });
}

function asTotal({ key, label, imputation, budgetLine, supplier, operation, ae, cp }: LedgerRow): TotalRow {
  const axis = imputation.ministerialAxis2;
  const names = [axis.kind === 'absent' ? '' : axis.raw, budgetLine, supplier, operation].filter((one) => one !== '');
  return { key, label, names, rank: TOTAL_RANK, ae, cp, firstCovered: key };
}
