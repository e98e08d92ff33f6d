/**
 * A row that repeats an earlier one: same EJ and poste EJ, same DP, envelope, poste, dates, amounts, supplier and
 * label, however spelt; or the AE of an EJ written again on each of its payments, as an extract that joins both
 * does, or beside the items, or the lots, that it sums. It would be counted twice (convention, art. 2.2: the
 * follow-up owed to the délégant). With a DP or an EJ number it is an error; without any, two equal expenses may be
 * true, and it is a warning, as it is for lots, whose sum may be one by chance, or for an AE again on another day,
 * or on none; for the rest of an EJ as an AE, a DP paid on two days or under two labels, an invoice paid twice, and a
 * movement that is entered twice. Another number of invoice, or month, in a column that no field has, is another
 * operation. Switch it off for extracts that split one payment into equal lines.
 */
import type { LedgerRow, RowKey } from '../../envelopes/ledger';
import { cellOf, findingAt, type LedgerControl, type Report } from '../control-contract';
import type { Inspection } from '../facts/inspection';
import { isOnSameRow } from '../facts/pieces/known-pieces';
import { reportAeOnPayments } from './kit/repeats/ae-on-payments';
import { reportEqualRows } from './kit/repeats/equal-rows';
import { reportPaymentsOnCommitments } from './kit/repeats/payment-on-commitment';
import { reportRepeatedCommitments } from './kit/repeats/repeated-commitments';
import { reportRepeatedMovements } from './kit/repeats/repeated-movements';
import { reportRepeatedPayments } from './kit/repeats/repeated-payments';
import { reportRepeatedRests } from './kit/repeats/repeated-rests';
import { textOfDate } from '../facts/row-digest';

/** DON-03. */
export const duplicateRow: LedgerControl<'DON-03'> = {
  rule: 'DON-03',
  scope: 'ledger',
  needs: [],
  *check(inspection, report) {
    const reported = new Set<RowKey>();
    const envelopesApart = partsOfEnvelopes(inspection);
    const note: Report<'DON-03'> = (finding) => {
      if (finding.place.kind === 'row') {
        const { details, place } = finding;
        if ('firstRow' in details && envelopesApart(place.row, details.firstRow)) return;
        reported.add(finding.place.row);
      }
      report(finding);
    };
    const isReported = ({ key }: LedgerRow): boolean => reported.has(key);
    const { rows } = inspection.ledger;
    const passes: readonly (() => void)[] = [
      () => reportRepeatedCommitments(inspection, note, isReported),
      () => {
        if (inspection.has('ejLine')) reportSumsOfItems(rows, note);
      },
      () => reportSumsOfLots(rows, note),
      () => reportRepeatedRests(inspection, note),
      () => reportRepeatedPayments(inspection, note),
      () => reportRepeatedMovements(inspection.convention, note),
      () => reportEqualRows(inspection, note),
      () => reportPaymentsOnCommitments(inspection, note, isReported),
      () => reportAeOnPayments(inspection, note, isReported),
    ];
    for (const pass of passes) {
      pass();
      yield;
    }
  },
};

/** True for two parts of one row of the sheet, each on the columns of its envelope. */
function partsOfEnvelopes(inspection: Inspection): (one: RowKey, other: RowKey) => boolean {
  const { rows } = inspection.ledger;
  const further = new Map(rows.flatMap((row) => (row.partOf === undefined ? [] : [[row.key, row]])));
  if (further.size === 0) return () => false;
  const firsts = new Set([...further.values()].map(({ partOf }) => partOf));
  const parts = new Map(rows.flatMap((row) => (firsts.has(row.key) ? [[row.key, row]] : [])));
  const envelopeOf = (row: LedgerRow): string | null => {
    const assignment = inspection.assignmentOf(row);
    return assignment.kind === 'assigned' ? assignment.envelope.code : null;
  };
  return (one, other) => {
    const [row, first] = [one, other].map((key) => further.get(key) ?? parts.get(key));
    return row !== undefined && first !== undefined && isOnSameRow(row, first) && envelopeOf(row) !== envelopeOf(first);
  };
}

/** Rows of a whole EJ whose AE is the sum of its items, which have rows of their own. */
function reportSumsOfItems(rows: readonly LedgerRow[], report: Report<'DON-03'>): void {
  const items = new Map<string, { readonly first: LedgerRow; cents: number; rows: number }>();
  for (const row of rows) {
    if (row.ejLine === '' || row.ej.kind !== 'ej' || row.ae.kind !== 'amount' || row.status === 'cancelled') continue;
    const known = items.get(row.ej.number) ?? { first: row, cents: 0, rows: 0 };
    known.cents += row.ae.cents;
    known.rows++;
    items.set(row.ej.number, known);
  }
  for (const row of rows) {
    if (row.ejLine !== '' || row.ej.kind !== 'ej' || row.ae.kind !== 'amount' || row.ae.cents <= 0) continue;
    const of = items.get(row.ej.number);
    if (of && of.rows > 1 && of.cents === row.ae.cents && row.status !== 'cancelled')
      report(
        findingAt('DON-03', 'error', cellOf(row, 'ae'), {
          firstRow: of.first.key,
          repeats: { ae: row.ae.cents, by: 'items' },
        }),
      );
  }
}

/** More rows are no lots of one contract. */
const MOST_LOTS = 50;

/** Rows of an EJ whose AE is the sum of the rows just below, or just above: « Marché A », then its lots. */
function reportSumsOfLots(rows: readonly LedgerRow[], report: Report<'DON-03'>): void {
  rows.forEach((row, at) => {
    if (row.ae.kind !== 'amount' || row.ae.cents <= 0 || row.ej.kind !== 'ej' || row.ejLine !== '') return;
    if (row.status === 'cancelled') return;
    const lots = lotsBeside(rows, at, 1) ?? lotsBeside(rows, at, -1);
    const repeats = { ae: row.ae.cents, by: 'lots' } as const;
    if (lots) report(findingAt('DON-03', 'warning', cellOf(row, 'ae'), { firstRow: lots.key, repeats }));
  });
}

/** The first of two rows or more, on one side of a row, that are all its lots and make its AE; null without them. */
function lotsBeside(rows: readonly LedgerRow[], at: number, step: 1 | -1): LedgerRow | null {
  const whole = rows[at];
  let left = whole?.ae.kind === 'amount' ? whole.ae.cents : 0;
  let count = 0;
  while (whole && left > 0 && count < MOST_LOTS) {
    const lot = rows[at + step * (count + 1)];
    if (!lot || lot.ae.kind !== 'amount' || !isLot(lot, whole)) return null;
    left -= lot.ae.cents;
    count++;
  }
  const next = rows[at + step * (count + 1)];
  if (!whole || left !== 0 || count < 2 || (next && isLot(next, whole))) return null;
  return rows[step > 0 ? at + 1 : at - count] ?? null;
}

/** With the EJ and the day of the whole, or none of its own. */
function isLot({ ej, ejLine, ae, status, commitmentDate }: LedgerRow, whole: LedgerRow): boolean {
  if (ae.kind !== 'amount' || ae.cents <= 0 || ejLine !== '' || status === 'cancelled') return false;
  const isSameEj = ej.kind === 'ej' ? whole.ej.kind === 'ej' && ej.number === whole.ej.number : ej.kind === 'absent';
  return (
    isSameEj && (commitmentDate.kind === 'absent' || textOfDate(commitmentDate) === textOfDate(whole.commitmentDate))
  );
}
