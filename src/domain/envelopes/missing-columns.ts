/**
 * The columns that the figures of a ledger lack. A figure without them is not calculable, which is never written 0,00:
 *
 * - no column that decides the envelope, and no row whose envelope is inferred or named by another: every figure, those
 *   of the whole convention too, since rows without an envelope are in no total. A convention of one envelope needs no
 *   such column where it takes every row.
 * - no AE column in any table: the figures of AE.
 * - no CP column in any table, or no payment date: the figures of CP. Without the date, an amount is consumed, reserved
 *   or of another credit year; even `available` depends on it. One table that pays without a date is enough; so are
 *   dates of which none can be read, in the whole ledger.
 * - no poste column: the figures of postes. Those of CP need the EJ too where the convention lists the EJ of its RAP,
 *   whose payments have no poste, and the AE where an EJ of the ledger may be of them: one dated before the credits.
 * - no EJ column: restes à payer, which are a figure by EJ and need AE and CP too; retraits on earlier EJ.
 * - no date of service: the services certified and not paid.
 *
 * A commitment without a date counts, out of prudence: no figure needs that column, unless the table has a column of
 * dates that may be it and that is not read, or the convention has several years and nothing gives that of its amounts.
 * An empty ledger with the columns gives true zeros.
 */
import type { Assigner } from './assignment';
import type { Convention } from './convention';
import { envelopeFieldsOf, rulesNaming } from './envelope-field';
import { commitmentDay, creditDaysOf, isOfCredits } from './commitment-year';
import type { BlockHeadings, Ledger, LedgerField, LedgerRow } from './ledger';

/** The first column that each figure lacks; null for a figure that can be calculated. */
export interface MissingColumns {
  readonly AE: LedgerField | null;
  readonly CP: LedgerField | null;
  readonly outstanding: LedgerField | null;
  /** CP paid on the EJ of the RAP list. */
  readonly rapPaid: LedgerField | null;
  /** Retraits on earlier EJ, which only their EJ distinguishes. */
  readonly decommittedEarlier: LedgerField | null;
  /** CP of certified services not paid yet. */
  readonly serviceNotPaid: LedgerField | null;
  /** Of each poste. */
  readonly lines: { readonly AE: LedgerField | null; readonly CP: LedgerField | null };
  /** The column that decides the envelope, when every figure lacks it. */
  readonly envelopes: LedgerField | null;
}

/** The columns that the figures of a ledger lack under a convention. */
export function missingColumnsOf(ledger: Ledger, convention: Convention, assign: Assigner): MissingColumns {
  const { fields } = ledger;
  const lacks = (field: LedgerField): LedgerField | null => (fields.has(field) ? null : field);
  const envelopes = missingEnvelope(ledger, convention, assign);
  const AE = envelopes ?? lacks('ae') ?? (tableWithoutYear(ledger, convention) ? 'commitmentDate' : null);
  const CP = envelopes ?? lacks('cp') ?? (paysUndated(ledger) ? 'paymentDate' : null);
  const ej = lacks('ejNumber');
  const ejOfRap = (convention.rap.length > 0 ? ej : null) ?? (mayBeOnRap(ledger, convention) ? lacks('ae') : null);
  return {
    AE,
    CP,
    outstanding: AE ?? CP ?? ej,
    rapPaid: CP ?? ejOfRap,
    decommittedEarlier: AE ?? ej,
    serviceNotPaid: CP ?? lacks('serviceDate'),
    lines: { AE: AE ?? lacks('budgetLine'), CP: CP ?? lacks('budgetLine') ?? ejOfRap },
    envelopes,
  };
}

/**
 * True when the ledger dates an EJ before the credits, under a convention whose envelopes have an opening RAP: its
 * payments are on it where the AE show that the ledger keeps earlier years.
 */
function mayBeOnRap({ rows }: Ledger, convention: Convention): boolean {
  if (convention.envelopes.every(({ openingRap }) => openingRap.isZero)) return false;
  const days = creditDaysOf(convention);
  return rows.some((row) => {
    const day = commitmentDay(row);
    if (row.ej.kind !== 'ej' || row.status !== 'firm' || day === null) return false;
    return day < days.from && !isOfCredits(row, day, days);
  });
}

/**
 * Null when the ledger has the column, a row whose envelope is inferred or named by another field, or one envelope for
 * every row. The texts of another field may be about something else: its column is enough without a row alone.
 */
function missingEnvelope({ fields, rows }: Ledger, convention: Convention, assign: Assigner): LedgerField | null {
  const [deciding = 'ministerialAxis2', ...others] = envelopeFieldsOf(convention);
  const isOfOne = convention.envelopes.length === 1 && rulesNaming(convention, deciding).length === 0;
  if (isOfOne || fields.has(deciding) || rows.some(({ imputation }) => imputation[deciding].kind !== 'absent'))
    return null;
  const isNamed =
    rows.length === 0 ? others.some((field) => fields.has(field)) : rows.some((row) => assign(row).kind === 'assigned');
  return others.length > 0 && isNamed ? null : deciding;
}

/** True when no table has a payment date, or when one has CP amounts and none that is read. */
function paysUndated(ledger: Ledger): boolean {
  return !ledger.fields.has('paymentDate') || tableWithoutPaymentDate(ledger) !== null || areUnread(ledger.rows);
}

/** The first table that has CP amounts and no payment date, or dates of which none is read; null when there is none. */
export function tableWithoutPaymentDate(ledger: Ledger): BlockHeadings | null {
  const undated = ledger.headings.filter(({ fields }) => fields.has('cp') && !fields.has('paymentDate'));
  const table = undated.find((one) => hasAmounts(ledger, one, 'cp'));
  if (table || !areUnread(ledger.rows)) return table ?? null;
  return ledger.headings.find((one) => hasAmounts(ledger, one, 'cp', hasUnreadPayment)) ?? null;
}

/** True when no date of payment can be read, of some. Blank ones are those of payments to come: nothing is paid then. */
function areUnread(rows: readonly LedgerRow[]): boolean {
  let hasUnread = false;
  for (const row of rows) {
    if (!counts(row, 'cp')) continue;
    if (row.paymentDate.kind === 'date') return false;
    hasUnread ||= hasUnreadPayment(row);
  }
  return hasUnread;
}

function hasUnreadPayment({ paymentDate }: LedgerRow): boolean {
  return paymentDate.kind === 'unreadable' || paymentDate.kind === 'cellError';
}

/**
 * The first table whose AE are of no known year; null when there is none. It has AE amounts and no commitment date, and
 * dates that are not read; or the convention has several years, and nothing gives that of any of these amounts: neither
 * a day nor the year of their column, title or sheet. They would be consumed in each of them.
 */
export function tableWithoutYear(ledger: Ledger, { otherYears }: Convention): BlockHeadings | null {
  const unread = ledger.headings.find((table) => table.datesLeft?.commitmentDate && hasAmounts(ledger, table, 'ae'));
  if (unread || otherYears.length === 0) return unread ?? null;
  const isPlaced = (row: LedgerRow): boolean => commitmentDay(row) !== null;
  const isAnyPlaced = ledger.rows.some((row) => counts(row, 'ae') && isPlaced(row));
  const unplaced = ledger.headings.filter(({ fields }) => !isAnyPlaced || !fields.has('commitmentDate'));
  return unplaced.find((one) => hasAmounts(ledger, one, 'ae') && !hasAmounts(ledger, one, 'ae', isPlaced)) ?? null;
}

/** True when a row of the table, of these, has an amount of this nature. */
function hasAmounts(
  { rows, headings }: Ledger,
  { row: heading }: BlockHeadings,
  nature: 'ae' | 'cp',
  isOne: (row: LedgerRow) => boolean = () => true,
): boolean {
  const next = headings.find(({ row }) => row > heading)?.row ?? Number.POSITIVE_INFINITY;
  return rows.some((row) => row.key > heading && row.key < next && counts(row, nature) && isOne(row));
}

function counts(row: LedgerRow, nature: 'ae' | 'cp'): boolean {
  const amount = row[nature];
  return row.status !== 'cancelled' && amount.kind === 'amount' && amount.cents !== 0;
}
