/**
 * Rows of the convention that count although a mark of the team may take them out (LEC-05; movements have theirs,
 * FON-02) or although they are hidden or filtered out (DON-07). Requests, duties and milestones are crossed out or
 * filtered when they are done, and give no amount.
 */
import type { HiddenEntries, MarkedEntry } from '../../domain/envelopes/convention';
import { comparable } from '../../domain/text';
import { OurTable, type ColumnOf } from '../registers/our-tables';
import { findSheet, findTable, type WorkbookSnapshot } from '../snapshot';
import { COLUMNS, TABLES, type TableId } from '../workbook-names';
import { isRowOfNone } from './convention-cells';
import { marksOfTable } from './register-marks';
import { ownKeysOf } from './own-keys';

/** The columns that name a row, best first, or together. */
const NAMES = {
  convention: ['key'],
  envelopes: ['code', 'label'],
  lines: ['label', 'envelope'],
  imputations: ['value', 'field'],
  movements: ['reference', 'type', 'amount'],
  fungibility: ['from', 'to'],
  partCeilings: ['value', 'part'],
  rap: ['ej', 'amount'],
} as const satisfies { readonly [T in TableId]?: readonly ColumnOf<T>[] };

type Counted = keyof typeof NAMES;

const COUNTED = Object.keys(NAMES) as readonly Counted[];

/** The marked rows, in the order of the tables; absent where there is none. */
export function markedRowsOf(workbook: WorkbookSnapshot): { readonly markedRows?: readonly MarkedEntry[] } {
  const found = COUNTED.flatMap((id) => (id === 'movements' ? [] : markedIn(workbook, id)));
  return found.length > 0 ? { markedRows: found } : {};
}

function markedIn(workbook: WorkbookSnapshot, id: Exclude<Counted, 'movements'>): readonly MarkedEntry[] {
  const marksAt = marksOfTable(workbook, id);
  return namedRowsOf(workbook, id).flatMap(({ index, name }): readonly MarkedEntry[] => {
    const { mark } = marksAt(index);
    return mark ? [{ table: TABLES[id], index, name, mark }] : [];
  });
}

/** The hidden rows, in the order of the tables; absent where there is none. */
export function hiddenRowsOfTables(workbook: WorkbookSnapshot): { readonly hiddenRows?: readonly HiddenEntries[] } {
  const found = COUNTED.flatMap((id): readonly HiddenEntries[] => {
    const table = findTable(workbook, TABLES[id]);
    const hidden = table && findSheet(workbook, table.sheet)?.hiddenRows;
    if (!table || !hidden?.size) return [];
    const rows = namedRowsOf(workbook, id).filter(({ index }) => hidden.has(table.area.top + 1 + index));
    const [first] = rows;
    const [column = ''] = Object.values<string>(COLUMNS[id]);
    return first ? [{ table: TABLES[id], index: first.index, column, names: rows.map(({ name }) => name) }] : [];
  });
  return found.length > 0 ? { hiddenRows: found } : {};
}

/** The rows that count, with their names: not those of the team's own keys, nor those that hold nothing. */
function namedRowsOf<T extends Counted>(
  workbook: WorkbookSnapshot,
  id: T,
): readonly { readonly index: number; readonly name: string }[] {
  const table = OurTable.find<T>(workbook, id);
  if (!table) return [];
  const naming: readonly string[] = NAMES[id];
  const ofTeam = new Set(id === 'convention' ? ownKeysOf(workbook).map(({ words }) => comparable(words)) : []);
  return table.rows().flatMap((row) => {
    const names = naming.map((column) => table.text(row, column as ColumnOf<T>)).filter((name) => name !== '');
    const isEmpty = id === 'convention' && table.text(row, 'value' as ColumnOf<T>) === '';
    if (isEmpty || isRowOfNone(row) || ofTeam.has(comparable(names[0] ?? ''))) return [];
    return [{ index: row.index, name: id === 'fungibility' ? names.join(' → ') : (names[0] ?? '') }];
  });
}
