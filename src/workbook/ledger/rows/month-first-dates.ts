/**
 * Dates kept as text by a tool that writes the month first (« 01/30/2023 »), which Excel does not read: the column
 * proves the order, when some of its texts have no day in the French order, and none has one in the French order alone.
 * Its other texts (« 02/10/2023 ») are days in both orders, and are read in the order of the column; so are those of a
 * column without proof, beside such a column.
 */
import { orderOfDateText } from '../../../domain/calendar/date-text';
import type { LedgerField } from '../../../domain/envelopes/ledger';
import { findSheet, type SheetSnapshot, type WorkbookSnapshot } from '../../snapshot';
import type { LedgerBlock } from '../ledger-source';

const DATES: readonly LedgerField[] = ['commitmentDate', 'serviceDate', 'receiptDate', 'paymentDate', 'contractEnd'];
/** One may be a slip of the hand in a column of the French order. */
const FEWEST_PROOFS = 2;

/** The blocks whose texts give the month first, marked; the same blocks for any other. */
export function withMonthFirst(workbook: WorkbookSnapshot, blocks: readonly LedgerBlock[]): readonly LedgerBlock[] {
  return blocks.map((block) => {
    const sheet = findSheet(workbook, block.sheet);
    const fields = sheet ? monthFirstFields(sheet, block) : [];
    return fields.length > 0 ? { ...block, monthFirst: new Set(fields) } : block;
  });
}

function monthFirstFields(sheet: SheetSnapshot, block: LedgerBlock): readonly LedgerField[] {
  const orders = DATES.map((field) => [field, orderOf(sheet, block, field)] as const);
  const isProven = orders.some(([, order]) => order === 'monthFirst');
  return isProven ? orders.flatMap(([field, order]) => (order === 'dayFirst' ? [] : [field])) : [];
}

/** The order that the texts of a column prove; null when they prove none. */
function orderOf(
  { used, values }: SheetSnapshot,
  { columns, firstRow, lastRow }: LedgerBlock,
  field: LedgerField,
): 'dayFirst' | 'monthFirst' | null {
  const column = columns.get(field)?.column;
  if (!used || column === undefined) return null;
  let proofs = 0;
  for (let row = Math.max(firstRow - used.top, 0); row <= lastRow - used.top && row < values.length; row++) {
    const value = values[row]?.[column - used.left];
    const order = typeof value === 'string' ? orderOfDateText(value) : null;
    if (order === 'dayFirst') return 'dayFirst';
    if (order === 'monthFirst') proofs++;
  }
  return proofs >= FEWEST_PROOFS ? 'monthFirst' : null;
}
