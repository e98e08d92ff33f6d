/**
 * Rows of a piece without its amount: an EJ with its day and no AE, a payment with its day and no CP, or a status that
 * gives either as done. They count for nothing, and nothing of the ledger gives their amount elsewhere.
 */
import type { CivilDate } from '../../../calendar/civil-date';
import type { BlockHeadings, LedgerRow } from '../../../envelopes/ledger';
import type { Commitments } from '../commitments';
import { PREFIXES } from '../ej-nature';
import { isOnSameRow, numberOfPiece, whoOf, type KnownPieces } from './known-pieces';
import { amountClaimedBy } from './status-claims';

/** The column of the amount that a row lacks, and the number of its piece; empty when it has none. */
export interface MissingAmount {
  readonly field: 'ae' | 'cp';
  readonly piece: string;
  /** The status that gives the act as done. Absent: a date does. */
  readonly status?: string;
}

/** The rest of the ledger. `paid`, `committed`: asked for the first row that may lack its amount. */
export interface KnownAmounts {
  readonly asOf: CivilDate;
  readonly commitments: Commitments;
  readonly paid: () => KnownPieces;
  readonly committed: () => KnownPieces;
}

type Table = Pick<BlockHeadings, 'fields' | 'hasOneDate'>;

/** True for a row whose own cells may lack an amount. */
export function mayLackAmount(row: LedgerRow): boolean {
  const { ae, cp, commitmentDate, paymentDate } = row;
  if (cp.kind !== 'absent') return false;
  if (paymentDate.kind === 'date' || (ae.kind === 'absent' && commitmentDate.kind === 'date')) return true;
  const claimed = claimedByStatus(row);
  return claimed === 'cp' || (claimed === 'ae' && ae.kind === 'absent');
}

/** A further payment of a row has the status of the row, which is judged on the first. */
function claimedByStatus({ statusText = '', inherited }: LedgerRow): 'ae' | 'cp' | null {
  return statusText === '' || inherited?.has('status') ? null : amountClaimedBy(statusText);
}

/** The CP that a row lacks, paid on a day up to that of the controls or by its status; null for none. */
export function missingPayment(row: LedgerRow, { fields }: Table, { asOf, paid }: KnownAmounts): MissingAmount | null {
  const { ae, cp, paymentDate, status, mark, statusText = '' } = row;
  if (cp.kind !== 'absent' || (ae.kind !== 'absent' && ae.kind !== 'amount')) return null; // one of them may be its own
  if (status !== 'firm' || mark || !fields.has('cp')) return null;
  const missing = { field: 'cp', piece: numberOfPiece(row) } as const;
  if (paymentDate.kind === 'absent')
    return claimedByStatus(row) === 'cp' && !paid().has(row) ? { ...missing, status: statusText } : null;
  if (paymentDate.kind !== 'date' || paymentDate.date > asOf || paid().hasOn(paymentDate.date, row)) return null;
  return missing;
}

/**
 * The AE that the first dated row of an EJ lacks, or its first one in force; null for none. A framework agreement
 * commits none: its orders do. The AE of an EJ of earlier years is with its restes à payer.
 */
export function missingCommitment(row: LedgerRow, table: Table, known: KnownAmounts): MissingAmount | null {
  const { ae, cp, ej, commitmentDate, paymentDate, status, mark, isOfEarlierYear } = row;
  if (ae.kind !== 'absent' || cp.kind !== 'absent') return null;
  const isDated = commitmentDate.kind === 'date';
  if (!isDated && (commitmentDate.kind !== 'absent' || claimedByStatus(row) !== 'ae')) return null;
  if (paymentDate.kind !== 'absent') return null; // its CP is asked for
  if (status !== 'firm' || mark || isOfEarlierYear || !table.fields.has('ae') || isFramework(row)) return null;
  const lacks = ej.kind === 'ej' ? lacksAmountOfEj(row, ej.number, known) : lacksAmountOfItsOwn(row, table, known);
  if (!lacks) return null;
  return { field: 'ae', piece: numberOfPiece(row), ...(!isDated && { status: row.statusText ?? '' }) };
}

function lacksAmountOfEj(row: LedgerRow, ej: string, { commitments }: KnownAmounts): boolean {
  if (commitments.isEarlier(ej) || commitments.isDatedEarlier(ej)) return false;
  const isDated = row.commitmentDate.kind === 'date';
  if (isDated && row.partOf !== undefined) return true; // « Avenant 1 » with its own day
  const ofEj = commitments.rowsOf(ej);
  const others = isDated ? ofEj.filter((one) => !isOnSameRow(one, row)) : ofEj;
  if (others.some((one) => one.ae.kind !== 'absent')) return changesEj(row, ofEj);
  if (ofEj.some((one) => one.cp.kind !== 'absent')) return false;
  return row === (ofEj.find((one) => one.commitmentDate.kind === 'date') ?? ofEj.find(isCommittedByStatus));
}

const isCommittedByStatus = (row: LedgerRow): boolean => claimedByStatus(row) === 'ae';

/** Without an EJ, or with a number that is none: a name, and a day that is not that of a note in a journal. */
function lacksAmountOfItsOwn(row: LedgerRow, { hasOneDate }: Table, { asOf, committed }: KnownAmounts): boolean {
  const { ej, supplier, commitmentDate } = row;
  if (ej.kind === 'absent') {
    if (commitmentDate.kind === 'date' ? supplier === '' || hasOneDate : whoOf(row) === '') return false;
    if (commitmentDate.kind === 'date' && commitmentDate.date > asOf) return false;
  }
  return row.dpNumber === '' && !committed().has(row);
}

/** « Retrait », « Avenant », on a day of its own: it changes an EJ whose AE is on other rows, by an amount. */
function changesEj(row: LedgerRow, ofEj: readonly LedgerRow[]): boolean {
  const { operation, commitmentDate, serviceDate, receiptDate, dpNumber } = row;
  if (operation === '' || commitmentDate.kind !== 'date' || dpNumber !== '') return false;
  if (serviceDate.kind !== 'absent' || receiptDate.kind !== 'absent') return false;
  const isOfDay = ({ ae, commitmentDate: of }: LedgerRow): boolean =>
    ae.kind !== 'absent' && (of.kind !== 'date' || of.date === commitmentDate.date);
  return !ofEj.some(isOfDay);
}

/** « Accord-cadre », « Marché à bons de commande », « MàBC »; an order names the one that it depends on. */
const FRAMEWORK = /(?:accords?|march[ée]s?)[\s-]cadres?|march[ée]s? [àa] bons? de|\bm[àa]?bc\b/iu;
const ORDER = /^\s*(?:bons? de commande|bdc|bc)\b/i;
const LONGEST_LABEL = 200;

function isFramework({ operation, label, ej }: LedgerRow): boolean {
  if (ej.kind === 'ej' && PREFIXES.frameworkAgreement.includes(ej.number.slice(0, 2))) return true;
  const words = `${operation} ${label}`.slice(0, LONGEST_LABEL);
  return FRAMEWORK.test(words) && !ORDER.test(operation) && !ORDER.test(label);
}
