/**
 * Rows of a piece without its amount: an EJ with its day and no AE, a demande de paiement with its day and no CP. They
 * count for nothing, and nothing of the ledger gives their amount elsewhere.
 */
import type { CivilDate } from '../../calendar/civil-date';
import type { LedgerField, LedgerRow } from '../../envelopes/ledger';
import type { Commitments } from './commitments';
import { PREFIXES } from './ej-nature';
import { comparableNumber } from './row-digest';

/** The column of the amount that a row lacks, and the number of its piece. */
export interface MissingAmount {
  readonly field: 'ae' | 'cp';
  readonly piece: string;
}

/** The pieces of a ledger whose payments have an amount, readable or not. */
export class PaidPieces {
  private readonly keys = new Set<string>();

  constructor(rows: readonly LedgerRow[]) {
    for (const row of rows) {
      if (row.cp.kind === 'absent') continue;
      if (row.dpNumber !== '') this.keys.add(keyOfRequest(row));
      if (row.ej.kind !== 'ej') continue;
      this.keys.add(row.ej.number).add(keyOfDay(row.ej.number, row));
    }
  }

  /** True when the payment of a row without CP is on another one: that of its DP, of its EJ on its day, of its EJ. */
  has(row: LedgerRow): boolean {
    if (row.dpNumber !== '') return this.keys.has(keyOfRequest(row));
    if (row.ej.kind !== 'ej') return true;
    return this.keys.has(row.ae.kind === 'absent' ? keyOfDay(row.ej.number, row) : row.ej.number);
  }
}

/** « 1 », « 2 » number the payments of one EJ. */
const SHORTEST_NUMBER = 6;

function keyOfRequest({ dpNumber, ej }: LedgerRow): string {
  const number = comparableNumber(dpNumber);
  return `DP ${number} ${number.length < SHORTEST_NUMBER && ej.kind === 'ej' ? ej.number : ''}`;
}

const keyOfDay = (ej: string, { paymentDate }: LedgerRow): string =>
  `${ej} ${paymentDate.kind === 'date' ? paymentDate.date : ''}`;

/** The CP that a row lacks, paid on a day up to `asOf`; null for none. `fields`: the columns of its table. */
export function missingPayment(
  row: LedgerRow,
  fields: ReadonlySet<LedgerField>,
  asOf: CivilDate,
  paid: () => PaidPieces,
): MissingAmount | null {
  const { ae, cp, paymentDate, status, mark, dpNumber, ej } = row;
  if (cp.kind !== 'absent' || (ae.kind !== 'absent' && ae.kind !== 'amount')) return null; // one of them may be its own
  if (paymentDate.kind !== 'date' || paymentDate.date > asOf) return null;
  if (status !== 'firm' || mark || !fields.has('cp') || paid().has(row)) return null;
  return { field: 'cp', piece: dpNumber === '' && ej.kind === 'ej' ? ej.number : dpNumber };
}

/**
 * The AE that the first dated row of an EJ lacks; null for none. A framework agreement commits none: its orders do. The
 * AE of an EJ of earlier years is with its restes à payer.
 */
export function missingCommitment(
  row: LedgerRow,
  fields: ReadonlySet<LedgerField>,
  commitments: Commitments,
): MissingAmount | null {
  const { ae, cp, ej, commitmentDate, paymentDate, status, mark, isOfEarlierYear } = row;
  if (ae.kind !== 'absent' || cp.kind !== 'absent' || ej.kind !== 'ej' || commitmentDate.kind !== 'date') return null;
  if (paymentDate.kind !== 'absent') return null; // its CP is asked for
  if (status !== 'firm' || mark || isOfEarlierYear || !fields.has('ae') || isFramework(row, ej.number)) return null;
  if (commitments.isEarlier(ej.number) || commitments.isDatedEarlier(ej.number)) return null;
  const ofEj = commitments.rowsOf(ej.number);
  const missing = { field: 'ae', piece: ej.number } as const;
  if (ofEj.some((one) => one.ae.kind !== 'absent')) return changesEj(row, ofEj) ? missing : null;
  if (ofEj.some((one) => one.cp.kind !== 'absent')) return null;
  return ofEj.find((one) => one.commitmentDate.kind === 'date') === row ? missing : null;
}

/** « Retrait », « Avenant », on a day of its own: it changes an EJ whose AE is on other rows, by an amount. */
function changesEj(row: LedgerRow, ofEj: readonly LedgerRow[]): boolean {
  const { operation, commitmentDate, serviceDate, receiptDate, dpNumber } = row;
  if (operation === '' || dpNumber !== '' || serviceDate.kind !== 'absent' || receiptDate.kind !== 'absent')
    return false;
  const day = commitmentDate.kind === 'date' ? commitmentDate.date : null;
  const isOfDay = ({ ae, commitmentDate: of }: LedgerRow): boolean =>
    ae.kind !== 'absent' && (of.kind !== 'date' || of.date === day);
  return !ofEj.some(isOfDay);
}

/** « Accord-cadre », « Marché à bons de commande », « MàBC »; an order names the one that it depends on. */
const FRAMEWORK = /(?:accords?|march[ée]s?)[\s-]cadres?|march[ée]s? [àa] bons? de|\bm[àa]?bc\b/iu;
const ORDER = /^\s*(?:bons? de commande|bdc|bc)\b/i;
const LONGEST_LABEL = 200;

function isFramework({ operation, label }: LedgerRow, ej: string): boolean {
  if (PREFIXES.frameworkAgreement.includes(ej.slice(0, 2))) return true;
  const words = `${operation} ${label}`.slice(0, LONGEST_LABEL);
  return FRAMEWORK.test(words) && !ORDER.test(operation) && !ORDER.test(label);
}
