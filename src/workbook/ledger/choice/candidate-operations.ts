/**
 * The operations of a table that may be part of the ledger: how many, their sums, and by what each is recognised in
 * another table. An EJ is committed once, whatever the date that each table gives, except in sheets of one series (see
 * amount-owners.ts); a payment is known by its DP, or by its EJ and its date.
 */
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { DateReading, LedgerRow, RowKey } from '../../../domain/envelopes/ledger';
import { comparable } from '../../../domain/text';
import type { LedgerCandidate } from '../find-ledger';
import { envelopeNamed } from '../rows/whole-ledger/orders/order-facts';
import type { LedgerBlock } from '../ledger-source';
import { readLedger } from '../read-ledger';
import { findSheet, type WorkbookSnapshot } from '../../snapshot';

/** Sums in cents. */
export interface CandidateOperations {
  readonly rows: number;
  /** Rows with an EJ, a DP or a date. */
  readonly identified: number;
  readonly ae: number;
  readonly cp: number;
  readonly amounts: readonly KnownAmount[];
  readonly byEj: ReadonlyMap<string, AmountsOfEj>;
  /** Those with an amount, in reading order. */
  readonly entries: readonly ListedRow[];
}

/** One row with an amount; sums in cents. */
export interface ListedRow {
  /** Its place among the blocks that were read. */
  readonly key: RowKey;
  readonly ej: string | null;
  readonly ae: number;
  readonly cp: number;
  readonly poste: string;
  readonly dp: string;
  readonly supplier: string;
  /** As its axe 2 names it, comparable; empty without one. */
  readonly envelope: string;
  /** The kind of operation, and its label, as typed. */
  readonly words: string;
  /** The day of the payment; null when it has none. */
  readonly paidOn: CivilDate | null;
  readonly isFirm: boolean;
}

/** The amounts of one EJ, in cents. */
export interface AmountsOfEj {
  /** Of each row that commits. */
  readonly ae: number[];
  /** Of each row that pays. */
  readonly cp: number[];
  /** Rows that commit and pay nothing. */
  unpaid: number;
}

/** One amount: its own keys, and those of another table that show that it is the same. */
export interface KnownAmount {
  readonly keys: readonly string[];
  readonly same: readonly string[];
  /** Of a commitment with the number of its EJ. Absent: of any other amount. */
  readonly commitment?: KnownCommitment;
  /** Of a commitment, in cents. Absent: of a payment. */
  readonly committed?: number;
  /** A commitment without the number of its EJ. Absent: no. */
  readonly isNameless?: true;
}

/** A commitment of an EJ, in cents; its label is comparable. */
export interface KnownCommitment {
  readonly ej: string;
  readonly cents: number;
  readonly day: CivilDate | null;
  readonly label: string;
  /** The poste of the EJ, comparable. */
  readonly item: string;
}

/** The first rows of a larger table show whether it is a copy. */
const MOST_ROWS = 20_000;

/** A table is read again only when a cell of its sheet changed. */
const known = new WeakMap<object, Map<string, CandidateOperations>>();

/** The operations of the rows of a candidate. */
export function operationsOf(workbook: WorkbookSnapshot, candidate: LedgerCandidate): CandidateOperations {
  const values = findSheet(workbook, candidate.sheet)?.values ?? [];
  const blocks = candidate.blocks.map(({ block }) => shortened(block));
  const frame = JSON.stringify([
    workbook.uses1904Dates,
    blocks.map(({ columns, ...block }) => [block, [...columns.values()]]),
  ]);
  const ofSheet = known.get(values) ?? new Map<string, CandidateOperations>();
  known.set(values, ofSheet);
  const found = ofSheet.get(frame) ?? readOperations(workbook, blocks);
  ofSheet.set(frame, found);
  return found;
}

function shortened(block: LedgerBlock): LedgerBlock {
  return { ...block, lastRow: Math.min(block.lastRow, block.firstRow + MOST_ROWS) };
}

function readOperations(workbook: WorkbookSnapshot, blocks: readonly LedgerBlock[]): CandidateOperations {
  const amounts: KnownAmount[] = [];
  const sums = { ae: 0, cp: 0 };
  const byEj = new Map<string, AmountsOfEj>();
  const entries: ListedRow[] = [];
  const { rows } = readLedger(workbook, blocks).ledger;
  let identified = 0;
  for (const row of rows) {
    const commitment = centsOf(row, 'ae');
    if (commitment !== 0) amounts.push(knownCommitment(row, commitment));
    const payment = centsOf(row, 'cp');
    if (payment !== 0) amounts.push(knownPayment(row, payment));
    if (isIdentified(row)) identified++;
    if (commitment !== 0 || payment !== 0) entries.push(listedRow(row, commitment, payment));
    if (row.ej.kind === 'ej') addTo(byEj, row.ej.number, commitment, payment);
    sums.ae += commitment;
    sums.cp += payment;
  }
  return { rows: rows.length, identified, ...sums, amounts, byEj, entries };
}

function listedRow(row: LedgerRow, ae: number, cp: number): ListedRow {
  const { key, ej, paymentDate, dpNumber, budgetLine, supplier, operation, label, status } = row;
  return {
    key,
    ej: ej.kind === 'ej' ? ej.number : null,
    ae,
    cp,
    poste: comparable(budgetLine),
    dp: /\d/.test(dpNumber) ? comparable(dpNumber) : '',
    supplier: comparable(supplier),
    envelope: envelopeNamed(row),
    words: `${operation} ${label}`,
    paidOn: paymentDate.kind === 'date' ? paymentDate.date : null,
    isFirm: status === 'firm',
  };
}

function addTo(byEj: Map<string, AmountsOfEj>, ej: string, ae: number, cp: number): void {
  const known = byEj.get(ej) ?? { ae: [], cp: [], unpaid: 0 };
  byEj.set(ej, known);
  if (ae !== 0) known.ae.push(ae);
  if (cp !== 0) known.cp.push(cp);
  else if (ae !== 0) known.unpaid++;
}

function isIdentified({ ej, dpNumber, commitmentDate, serviceDate, paymentDate }: LedgerRow): boolean {
  const dates = [commitmentDate, serviceDate, paymentDate];
  return ej.kind === 'ej' || /\d{4}/.test(dpNumber) || dates.some(({ kind }) => kind === 'date');
}

function centsOf(row: LedgerRow, field: 'ae' | 'cp'): number {
  const amount = row[field];
  return amount.kind === 'amount' ? amount.cents : 0;
}

function knownCommitment(row: LedgerRow, cents: number): KnownAmount {
  const key = row.ej.kind === 'ej' ? row.ej.number : wordsOf(row, row.commitmentDate);
  const known = { keys: [`ae ${key} ${cents}`], same: [`ae ${key} ${cents}`], committed: cents };
  if (row.ej.kind !== 'ej') return { ...known, isNameless: true };
  const day = row.commitmentDate.kind === 'date' ? row.commitmentDate.date : null;
  return {
    ...known,
    commitment: {
      ej: row.ej.number,
      cents,
      day,
      label: comparable(row.label).trim(),
      item: comparable(row.ejLine).trim(),
    },
  };
}

/** Two DP of one EJ, of one day and of one amount are two payments; without a DP, the date decides. */
function knownPayment(row: LedgerRow, cents: number): KnownAmount {
  const ej = row.ej.kind === 'ej' ? row.ej.number : '';
  const isDated = ej !== '' && row.paymentDate.kind === 'date';
  const day = isDated ? `${ej} ${row.paymentDate.date} ${cents}` : `${ej} ${wordsOf(row, row.paymentDate)} ${cents}`;
  if (!/\d/.test(row.dpNumber)) return { keys: [`cp ${day}`], same: [`cp ${day}`, `cp with DP ${day}`] };
  const piece = `dp ${comparable(row.dpNumber)} ${row.dpLine} ${cents}`;
  return { keys: [piece, `cp with DP ${day}`], same: [piece, `cp ${day}`] };
}

function wordsOf({ supplier, label }: LedgerRow, date: DateReading): string {
  return `${date.kind === 'date' ? date.date : ''} ${comparable(supplier)} ${comparable(label)}`;
}
