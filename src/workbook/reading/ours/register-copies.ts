/**
 * A copy of a table of the convention, which Excel names `ENV_Enveloppes2` on the copy of a sheet: the table that has
 * its own name is read, and the copy is not. Whether both hold the same is part of the reason; a copy without amounts
 * is an entry only where they differ, since a value typed there has no effect.
 */
import { comparable } from '../../../domain/text';
import { areaAddress, textOf } from '../../cells';
import type { ReadingChoice } from '../../registers/reading-choices';
import { findSheet, findTable, valueAt, type TableSnapshot, type WorkbookSnapshot } from '../../snapshot';
import { isLikeOurTable, registerNamed, TABLES } from '../../workbook-names';
import type { ReadingEntry, ReadingSums } from '../account';
import { centsAt } from '../amount-cells';
import { natureOfLabel } from '../our-natures';
import { SetAsidePlaces } from '../set-aside-places';

/** The number that Excel adds to the name of a copied table. */
const NUMBER = /_?\d{1,4}$/;

/** The entries, those of copies of a register that is read with the name of that register. */
export function withCopies(
  workbook: WorkbookSnapshot,
  entries: readonly ReadingEntry[],
  choices: readonly ReadingChoice[],
): readonly ReadingEntry[] {
  const found = entries.flatMap((entry): readonly ReadingEntry[] => {
    const table = entry.table === null ? undefined : findTable(workbook, entry.table);
    const original = table && originalOf(workbook, table);
    if (!table || !original || !['unread', 'derived'].includes(entry.role)) return [entry];
    const reason = holdSame(workbook, original, table) ? 'registerCopy' : 'registerDiffers';
    const copy = { ...entry, role: 'unread', reason, detail: original.name } as const;
    if (entry.role === 'unread') return [copy];
    const keys = registerNamed(original.name) === 'convention' ? ceilingsIn(workbook, table) : null;
    if (keys !== null) return [{ ...copy, ...keys }];
    return reason === 'registerCopy' ? [entry] : [];
  });
  const known = new Set(found.map(({ table }) => table));
  const others = workbook.tables.filter((table) => !known.has(table.name));
  return [...found, ...others.flatMap((table) => withoutAmounts(workbook, table, choices))];
}

/** The entry of a copy that differs, and that has no amount to add up; none for any other table. */
function withoutAmounts(
  workbook: WorkbookSnapshot,
  table: TableSnapshot,
  choices: readonly ReadingChoice[],
): readonly ReadingEntry[] {
  const original = originalOf(workbook, table);
  const sheet = original && findSheet(workbook, table.sheet);
  if (!sheet || holdSame(workbook, original, table)) return [];
  const { area, name } = table;
  const choice = new SetAsidePlaces(choices, sheet).at(area.top, area.left);
  const isFilled = (row: number): boolean =>
    table.columns.some((_, offset) => textOf(valueAt(sheet, row, area.left + offset)).trim() !== '');
  const rows = Array.from({ length: area.rows - 1 }, (_, index) => area.top + 1 + index).filter(isFilled).length;
  const place = {
    ...{ sheet: sheet.name, area: areaAddress(area), table: name, isHidden: sheet.visibility !== 'visible' },
    ...{ rows, sums: { ae: 0, cp: 0, other: 0 }, unreadable: 0 },
  };
  return choice
    ? [{ ...place, role: 'setAside', reason: 'byUser', detail: choice.reason }]
    : [{ ...place, role: 'unread', reason: 'registerDiffers', detail: original.name }];
}

/** The register that a table is a copy of, by its name; undefined where the workbook has none of that name. */
function originalOf(workbook: WorkbookSnapshot, table: TableSnapshot): TableSnapshot | undefined {
  if (!isLikeOurTable(table)) return undefined;
  const id = registerNamed(table.name.replace(NUMBER, ''));
  return id === null ? undefined : findTable(workbook, TABLES[id]);
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
