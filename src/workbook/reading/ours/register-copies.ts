/**
 * A copy of a table of the convention, which Excel names `ENV_Enveloppes2` on the copy of a sheet: the table that has
 * its own name is read, and the amounts of the copy are not. Whether both hold the same is part of the reason.
 */
import { comparable } from '../../../domain/text';
import { textOf } from '../../cells';
import { findSheet, findTable, valueAt, type TableSnapshot, type WorkbookSnapshot } from '../../snapshot';
import { CREDIT_REGISTERS, isLikeOurTable, registerNamed, TABLES, type TableId } from '../../workbook-names';
import type { ReadingEntry, ReadingSums } from '../account';
import { centsAt } from '../amount-cells';
import { natureOfLabel } from '../our-natures';

/** The number that Excel adds to the name of a copied table. */
const NUMBER = /_?\d{1,4}$/;
const REGISTERS: readonly TableId[] = CREDIT_REGISTERS;

/** The entries, those of copies of a register that is read with the name of that register. */
export function withCopies(workbook: WorkbookSnapshot, entries: readonly ReadingEntry[]): readonly ReadingEntry[] {
  return entries.map((entry) => {
    const table = entry.table === null ? undefined : findTable(workbook, entry.table);
    const original = table && originalOf(workbook, table);
    if (!table || !original || !['unread', 'derived'].includes(entry.role)) return entry;
    const reason = holdSame(workbook, original, table) ? 'registerCopy' : 'registerDiffers';
    const found = { ...entry, role: 'unread', reason, detail: original.name } as const;
    if (entry.role === 'unread') return found;
    const keys = registerNamed(original.name) === 'convention' ? ceilingsIn(workbook, table) : null;
    return keys === null ? entry : { ...found, ...keys };
  });
}

/** The register that a table is a copy of, by its name; undefined where the workbook has none of that name. */
function originalOf(workbook: WorkbookSnapshot, table: TableSnapshot): TableSnapshot | undefined {
  if (!isLikeOurTable(table)) return undefined;
  const id = registerNamed(table.name.replace(NUMBER, ''));
  return id !== null && REGISTERS.includes(id) ? findTable(workbook, TABLES[id]) : undefined;
}

/** True for the same cells under the same headings. */
function holdSame(workbook: WorkbookSnapshot, one: TableSnapshot, other: TableSnapshot): boolean {
  const textsOf = ({ area, columns, sheet }: TableSnapshot): ReadonlyMap<string, readonly string[]> => {
    const on = findSheet(workbook, sheet);
    const textAt = (row: number, column: number): string => (on ? textOf(valueAt(on, row, column)).trim() : '');
    const rows = Array.from({ length: area.rows - 1 }, (_, index) => area.top + 1 + index);
    return new Map(
      columns.map((heading, offset) => [comparable(heading), rows.map((row) => textAt(row, area.left + offset))]),
    );
  };
  const [first, second] = [textsOf(one), textsOf(other)];
  return (
    first.size === second.size &&
    [...first].every(([heading, texts]) => {
      return JSON.stringify(second.get(heading)) === JSON.stringify(texts);
    })
  );
}

/** The ceilings of a table of keys and values; null without one. */
function ceilingsIn(
  workbook: WorkbookSnapshot,
  { area, sheet }: TableSnapshot,
): { readonly rows: number; readonly sums: ReadingSums } | null {
  const on = findSheet(workbook, sheet);
  const sums = { ae: 0, cp: 0, other: 0 };
  let count = 0;
  for (let row = area.top + 1; on && row < area.top + area.rows; row++) {
    const nature = natureOfLabel(textOf(valueAt(on, row, area.left)));
    const cents = centsAt(on, row, { column: area.left + 1, isMoney: true, unit: '€' });
    if (nature === null || typeof cents !== 'number') continue;
    sums[nature] += cents;
    count++;
  }
  return count === 0 ? null : { rows: count, sums };
}
