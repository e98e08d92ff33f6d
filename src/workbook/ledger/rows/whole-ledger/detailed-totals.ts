/**
 * The row of an EJ whose amount is, to the cent, that of other rows of this EJ together, two or more: the team wrote
 * there what they detail, on the same table or on a sheet of its own, « Synthèse » and « Paiements », « Suivi » and
 * « Détail par lot ». Both count, and the one that sums is reported (LEC-05).
 */
import type { LedgerRow } from '../../../../domain/envelopes/ledger';
import { blockOfRow, sheetRow, type LedgerBlock } from '../../ledger-source';
import type { ReadLedger } from '../../read-ledger';
import { centsOf } from '../../read-cells';
import { sumsAmongPayments } from './payment-sums';

/** One other row of the same amount is a repetition (DON-03), or nothing. */
const FEWEST_PARTS = 2;

type Nature = 'ae' | 'cp';

/** The rows of one EJ with an amount of one nature, in their order. */
type RowsByEj = ReadonlyMap<string, readonly LedgerRow[]>;

/** The ledger with such rows in doubt; the same object without any. */
export function withDetailedTotals(blocks: readonly LedgerBlock[], read: ReadLedger): ReadLedger {
  const paid = byEj(read.ledger.rows, 'cp');
  const doubted = new Map<LedgerRow, Nature>();
  for (const rows of paid.values()) {
    const whole = wholeAmongPayments(rows);
    const sums = whole ? [whole] : sumsAmongPayments(rows);
    if (sums.length > 0 && !areOnOneRow(blocks, rows)) for (const row of sums) doubted.set(row, 'cp');
  }
  if (blocks.length > 1) {
    for (const row of wholesOfOtherTables(blocks, byEj(read.ledger.rows, 'ae'), 'ae')) doubted.set(row, 'ae');
    for (const row of wholesOfOtherTables(blocks, paid, 'cp')) if (!doubted.has(row)) doubted.set(row, 'cp');
  }
  if (doubted.size === 0) return read;
  const inDoubt = (row: LedgerRow): LedgerRow => {
    const nature = doubted.get(row);
    if (nature === undefined || row.mark !== undefined || row.ej.kind !== 'ej') return row;
    const heading = blocks[blockOfRow(row.key)]?.columns.get(nature)?.heading ?? '';
    return { ...row, mark: { heading, raw: row.ej.number, about: nature === 'ae' ? 'aeSum' : 'cpSum' } };
  };
  return { ...read, ledger: { ...read.ledger, rows: read.ledger.rows.map(inDoubt) } };
}

function byEj(rows: readonly LedgerRow[], nature: Nature): RowsByEj {
  const found = new Map<string, LedgerRow[]>();
  for (const row of rows) {
    if (row.ej.kind !== 'ej' || centsOf(row[nature]) === 0) continue;
    const own = found.get(row.ej.number);
    if (own) own.push(row);
    else found.set(row.ej.number, [row]);
  }
  return found;
}

/**
 * Among the payments of an EJ, the one that has AE too, or the first one where its day, or its lack of one, is not
 * before the days of the others in their order: the last payment may be half of the EJ.
 */
function wholeAmongPayments(rows: readonly LedgerRow[]): LedgerRow | null {
  if (rows.length <= FEWEST_PARTS) return null;
  const withAe = rows.filter((row) => centsOf(row.ae) !== 0);
  const [first] = rows;
  if (withAe.length === 1 && isInstalment(withAe[0], rows)) return null;
  const whole = withAe.length === 1 ? withAe[0] : withAe.length === 0 && isUnderItsDate(rows) ? first : undefined;
  return whole && sumOf(rows, 'cp') === 2 * centsOf(whole.cp) ? whole : null;
}

/** 50, 30 and 20 %: a payment that another one follows sums none, and the EJ is not paid above its AE. */
function isInstalment(row: LedgerRow | undefined, rows: readonly LedgerRow[]): boolean {
  if (row?.paymentDate.kind !== 'date' || sumOf(rows, 'cp') > centsOf(row.ae)) return false;
  const { date } = row.paymentDate;
  return rows.every((other) => other === row || (other.paymentDate.kind === 'date' && other.paymentDate.date > date));
}

/** True for a first row without a day, or with one that no other passes, above rows in the order of their days. */
function isUnderItsDate([first, ...others]: readonly LedgerRow[]): boolean {
  const days = others.map(({ paymentDate: day }) => (day.kind === 'date' ? day.date : null));
  const [earliest, latest] = [days[0] ?? null, days.at(-1) ?? null];
  if (earliest === null || latest === null) return false;
  const areInOrder = days.every((day, at) => day !== null && day >= (days[at - 1] ?? day));
  const own = first?.paymentDate;
  return areInOrder && (own?.kind === 'date' ? own.date >= latest && earliest < latest : own?.kind === 'absent');
}

/**
 * The rows of each table that has in all, for most of the EJs that it shares with other tables, what these detail, for
 * one of them on two rows or more. Equal amounts on the sheets of two months are two operations.
 */
function wholesOfOtherTables(blocks: readonly LedgerBlock[], byNumber: RowsByEj, nature: Nature): readonly LedgerRow[] {
  const tables = new Map<string, { wholes: LedgerRow[]; details: number; others: number }>();
  for (const rows of byNumber.values()) {
    const total = sumOf(rows, nature);
    const shared = byTable(blocks, rows);
    if (shared.size < 2) continue;
    for (const [table, own] of shared) {
      const known = tables.get(table) ?? { wholes: [], details: 0, others: 0 };
      tables.set(table, known);
      const [row] = own;
      if (own.length > 1 || !row || total !== 2 * centsOf(row[nature])) known.others += 1;
      else {
        known.wholes.push(row);
        if (rows.length > FEWEST_PARTS) known.details += 1;
      }
    }
  }
  return [...tables.values()].flatMap(({ wholes, details, others }) =>
    details > 0 && wholes.length > others ? wholes : [],
  );
}

function byTable(
  blocks: readonly LedgerBlock[],
  rows: readonly LedgerRow[],
): ReadonlyMap<string, readonly LedgerRow[]> {
  const tables = new Map<string, LedgerRow[]>();
  for (const row of rows) {
    const table = tableOf(blocks, row);
    const own = tables.get(table);
    if (own) own.push(row);
    else tables.set(table, [row]);
  }
  return tables;
}

/** A table; one with several payments on a row, or a column for each month, is read as several blocks. */
function tableOf(blocks: readonly LedgerBlock[], row: LedgerRow): string {
  const { sheet, headingRow } = blocks[blockOfRow(row.key)] ?? {};
  return `${headingRow} ${sheet}`;
}

/** True for several payments on one row of the sheet: one of them may be half of the EJ. */
function areOnOneRow(blocks: readonly LedgerBlock[], rows: readonly LedgerRow[]): boolean {
  return new Set(rows.map((row) => `${sheetRow(row.key)} ${tableOf(blocks, row)}`)).size < rows.length;
}

function sumOf(rows: readonly LedgerRow[], nature: Nature): number {
  return rows.reduce((sum, row) => sum + centsOf(row[nature]), 0);
}
