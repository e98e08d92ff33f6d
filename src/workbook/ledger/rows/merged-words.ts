/**
 * A remark, a « Financeur » or an « Exercice » in a cell merged over several rows holds for each of them, as a merged
 * status does. The number of an invoice is left alone: one invoice over several rows is not paid twice.
 */
import type { CellValue } from '../../cells';
import { findSheet, type SheetSnapshot, type WorkbookSnapshot } from '../../snapshot';
import type { LedgerBlock } from '../ledger-source';

/** The workbook with these cells repeated on the rows that they cover; the same object without any. */
export function withMergedWords(workbook: WorkbookSnapshot, blocks: readonly LedgerBlock[]): WorkbookSnapshot {
  const repeated = new Map<SheetSnapshot, Map<number, CellValue[]>>();
  for (const block of blocks) {
    const sheet = findSheet(workbook, block.sheet);
    if (!sheet?.merges || !sheet.used) continue;
    const rows = repeated.get(sheet) ?? new Map<number, CellValue[]>();
    repeatWords(sheet, sheet.used, block, rows);
    if (rows.size > 0) repeated.set(sheet, rows);
  }
  if (repeated.size === 0) return workbook;
  const sheets = workbook.sheets.map((sheet) => {
    const rows = repeated.get(sheet);
    return rows ? { ...sheet, values: sheet.values.map((values, at) => rows.get(at) ?? values) } : sheet;
  });
  return { ...workbook, sheets };
}

/** The rows of `values` that a merge of words covers, with them. */
function repeatWords(
  { merges = [], values }: SheetSnapshot,
  used: { readonly top: number; readonly left: number },
  block: LedgerBlock,
  into: Map<number, CellValue[]>,
): void {
  const columns = columnsOfWords(block);
  for (const { top, left, rows } of merges) {
    if (rows < 2 || top < block.firstRow || top > block.lastRow || !columns.has(left)) continue;
    const position = left - used.left;
    const text = values[top - used.top]?.[position] ?? null;
    if (text === null) continue;
    for (let row = top + 1; row < top + rows && row <= block.lastRow; row++) {
      const at = row - used.top;
      const cells = into.get(at) ?? [...(values[at] ?? [])];
      cells[position] ??= text;
      into.set(at, cells);
    }
  }
}

/** The columns of a block that qualify its rows, without those of its fields, whose merges are read with them. */
function columnsOfWords(block: LedgerBlock): ReadonlySet<number> {
  const { effectMarks = [], tellingColumns = [], filters, carried } = block;
  const telling = tellingColumns.filter(({ tells }) => tells !== 'invoice');
  const found = [...effectMarks, ...telling, ...(carried?.columns ?? [])].map(({ column }) => column);
  const fields = new Set([...block.columns.values()].map(({ column }) => column));
  const invoices = new Set(tellingColumns.filter(({ tells }) => tells === 'invoice').map(({ column }) => column));
  return new Set([...found, ...(filters?.values() ?? [])].filter((one) => !fields.has(one) && !invoices.has(one)));
}
