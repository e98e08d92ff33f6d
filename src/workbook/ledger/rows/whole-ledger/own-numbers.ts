/**
 * The EJ of commitments in another column than that of their payments: « N° | EJ lié », where a journal numbers each EJ
 * and each DP in one column and gives the EJ that a DP pays in another. Where payments name an EJ that only such a
 * column has, the commitments without an EJ take theirs from it: nothing else would commit what they pay (EJ-01).
 */
import type { EjReading, LedgerRow } from '../../../../domain/envelopes/ledger';
import { readEj } from '../../../../domain/imputation/ej-number';
import { findSheet, valueAt, type WorkbookSnapshot } from '../../../snapshot';
import { placeOfRow, type LedgerBlock } from '../../ledger-source';
import type { ReadLedger } from '../../read-ledger';
import { textOf } from '../../../cells';
import { centsOf } from '../../read-cells';

/** An EJ number in a column that no field has. */
interface OwnNumber {
  readonly heading: string;
  readonly ej: EjReading & { readonly kind: 'ej' };
}

/** The same ledger with the EJ of those commitments. */
export function withOwnNumbers(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  read: ReadLedger,
): ReadLedger {
  const { rows } = read.ledger;
  const paid = paidAlone(rows);
  if (paid.size === 0) return read;
  const numbers = new Map(rows.filter(mayTakeOne).map((row) => [row, numbersOn(workbook, blocks, row)]));
  const headings = new Set(
    [...numbers.values()].flat().flatMap(({ heading, ej }) => (paid.has(ej.number) ? [heading] : [])),
  );
  if (headings.size === 0) return read;
  const numbered = rows.map((row) => {
    const [own, ...others] = (numbers.get(row) ?? []).filter(({ heading }) => headings.has(heading));
    return own && others.length === 0 ? { ...row, ej: own.ej } : row;
  });
  return { ...read, ledger: { ...read.ledger, rows: numbered } };
}

function numbersOn(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  { key }: LedgerRow,
): readonly OwnNumber[] {
  const place = placeOfRow(blocks, key);
  const sheet = place && findSheet(workbook, place.block.sheet);
  if (!sheet) return [];
  return (place.block.tellingColumns ?? []).flatMap(({ column, heading }) => {
    const value = valueAt(sheet, place.row, column);
    const ej = readEj(textOf(value).trim(), typeof value === 'number');
    return ej.kind === 'ej' ? [{ heading, ej }] : [];
  });
}

/** A commitment whose cell of the EJ is blank. */
function mayTakeOne(row: LedgerRow): boolean {
  return row.ej.kind === 'absent' && centsOf(row.ae) > 0 && row.status !== 'cancelled';
}

/** The EJ that rows name and that none commits. */
function paidAlone(rows: readonly LedgerRow[]): ReadonlySet<string> {
  const named = new Set(rows.flatMap(({ ej }) => (ej.kind === 'ej' ? [ej.number] : [])));
  for (const row of rows) if (row.ej.kind === 'ej' && centsOf(row.ae) > 0) named.delete(row.ej.number);
  return named;
}
