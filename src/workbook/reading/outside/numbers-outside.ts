/**
 * Numbers of EJ and of DP on rows that the user set aside, or that nothing reads: an operation that the ledger lacks
 * may be one of them, and adding it a second time would count it twice.
 */
import type { NumbersOutside, RowOutside } from '../../../domain/envelopes/reading-facts';
import { areaAddress, parseArea, textOf, type Area } from '../../cells';
import type { ReadingChoice } from '../../registers/reading-choices';
import { valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../../snapshot';
import type { ReadingEntry } from '../account';
import { SetAsidePlaces } from '../set-aside-places';

const NUMBER = /(?<!\d)\d{9,10}(?!\d)/g;
const DIGITS = 10;

/** The rows by number, found when the first number is asked for; null where no place is outside the ledger. */
export function numbersOutside(
  workbook: WorkbookSnapshot,
  choices: readonly ReadingChoice[],
  entries: readonly ReadingEntry[],
): NumbersOutside | null {
  const aside = choices.filter(({ decision }) => decision === 'setAside');
  const unread = entries.filter(({ role, reason }) => role === 'unread' && reason !== 'columnNotUsed');
  if (aside.length + unread.length === 0) return null;
  let known: ReadonlyMap<string, readonly RowOutside[]> | null = null;
  return { get: (number) => (known ??= rowsByNumber(workbook, aside, unread)).get(number) ?? [] };
}

function rowsByNumber(
  workbook: WorkbookSnapshot,
  aside: readonly ReadingChoice[],
  unread: readonly ReadingEntry[],
): ReadonlyMap<string, readonly RowOutside[]> {
  const rows = new Map<string, RowOutside[]>();
  const add = (sheet: SheetSnapshot, area: Area, searched: Area, reasonAt: (row: number) => string | null): void => {
    for (let row = area.top; row < area.top + area.rows; row++) {
      const reason = reasonAt(row);
      const numbers = reason === null ? [] : numbersOfRow(sheet, row, searched);
      const place = areaAddress({ ...area, top: row, rows: 1 });
      for (const number of numbers) {
        const one = { sheet: sheet.name, area: place, reason: reason ?? '', isAlone: numbers.length === 1 };
        const known = rows.get(number);
        if (known) known.push(one);
        else rows.set(number, [one]);
      }
    }
  };
  for (const sheet of workbook.sheets) {
    const places = new SetAsidePlaces(aside, sheet);
    for (const { area, ...choice } of aside) {
      const within = choice.sheet.toLowerCase() === sheet.name.toLowerCase() ? common(sheet, area) : null;
      // one cell set aside leaves its whole row out; a column leaves the rows in
      const isOfRows = choice.column === undefined && within !== null && within.rows < (sheet.used?.rows ?? 0);
      const searched = isOfRows ? (sheet.used ?? within) : within;
      if (within && searched) add(sheet, within, searched, (row) => places.at(row, within.left)?.reason ?? null);
    }
    for (const entry of unread) {
      const within = entry.sheet === sheet.name ? common(sheet, parseArea(entry.area)) : null;
      if (within) add(sheet, within, within, () => '');
    }
  }
  return rows;
}

/** The part of an area where the sheet has values; the whole of them without an area. */
function common({ used }: SheetSnapshot, area: Area | null): Area | null {
  if (used === null || area === null) return used;
  const [top, left] = [Math.max(area.top, used.top), Math.max(area.left, used.left)];
  const rows = Math.min(area.top + area.rows, used.top + used.rows) - top;
  const columns = Math.min(area.left + area.columns, used.left + used.columns) - left;
  return rows > 0 && columns > 0 ? { top, left, rows, columns } : null;
}

function numbersOfRow(sheet: SheetSnapshot, row: number, { left, columns }: Area): readonly string[] {
  const numbers = new Set<string>();
  for (let column = left; column < left + columns; column++)
    for (const [number] of textOf(valueAt(sheet, row, column)).matchAll(NUMBER))
      numbers.add(number.padStart(DIGITS, '0'));
  return [...numbers];
}
