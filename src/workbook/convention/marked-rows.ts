/**
 * Rows of the convention that a mark of the team may take out, and that count all the same (LEC-05); movements have
 * theirs (FON-02). Requests, duties and milestones are crossed out when they are done, and give no amount.
 */
import type { MarkedEntry } from '../../domain/envelopes/convention';
import { comparable } from '../../domain/text';
import { OurTable, type ColumnOf } from '../registers/our-tables';
import { TABLES, type TableId } from '../workbook-names';
import type { WorkbookSnapshot } from '../snapshot';
import { isRowOfNone } from './convention-cells';
import { marksOfTable } from './register-marks';
import { ownKeysOf } from './own-keys';

/** The columns that name a row, best first, or together. */
const NAMES = {
  convention: ['key'],
  envelopes: ['code', 'label'],
  lines: ['label', 'envelope'],
  imputations: ['value', 'field'],
  fungibility: ['from', 'to'],
  partCeilings: ['value', 'part'],
  rap: ['ej'],
} as const satisfies { readonly [T in TableId]?: readonly ColumnOf<T>[] };

/** The marked rows, in the order of the tables; absent where there is none. */
export function markedRowsOf(workbook: WorkbookSnapshot): { readonly markedRows?: readonly MarkedEntry[] } {
  const found = (Object.keys(NAMES) as (keyof typeof NAMES)[]).flatMap((id) => markedIn(workbook, id));
  return found.length > 0 ? { markedRows: found } : {};
}

function markedIn<T extends keyof typeof NAMES>(workbook: WorkbookSnapshot, id: T): readonly MarkedEntry[] {
  const table = OurTable.find<T>(workbook, id);
  if (!table) return [];
  const marksAt = marksOfTable(workbook, id);
  const naming: readonly string[] = NAMES[id];
  const ofTeam = new Set(id === 'convention' ? ownKeysOf(workbook).map(({ words }) => comparable(words)) : []);
  return table.rows().flatMap((row): readonly MarkedEntry[] => {
    const { mark } = marksAt(row.index);
    const names = naming.map((column) => table.text(row, column as ColumnOf<T>)).filter((name) => name !== '');
    if (!mark || isRowOfNone(row) || ofTeam.has(comparable(names[0] ?? ''))) return [];
    const name = id === 'fungibility' ? names.join(' → ') : (names[0] ?? '');
    return [{ table: TABLES[id], index: row.index, name, mark }];
  });
}
