/**
 * The rows that the user saw when setting a place aside, in the column « Empreinte » of `ENV_Lecture`: five letters or
 * figures a row. A row that was inserted among them later, or that a sort moved there, is not one of them. A row is
 * known by its numbers, its codes and how many formulas it has: a comment or a label may change.
 */
import type { Area, CellValue } from '../cells';
import { fingerprintOf } from '../../domain/fingerprint';
import { formulaKey, valueAt, type SheetSnapshot } from '../snapshot';

/** Rows of one place whose digest fits in a cell of Excel (32,767 characters). */
export const MOST_SEEN_ROWS = 5_000;

const LETTERS_OF_A_ROW = 5;
const BASE = 36;
const DIGESTS = BASE ** LETTERS_OF_A_ROW;

/** The digest of the rows of a place. */
export function digestOfRows(sheet: SheetSnapshot, area: Area): string {
  return [...digestsOf(sheet, area).values()].join('');
}

/** The rows of the sheet, in the place, that are not among those of a digest. Equal rows are counted. */
export function unseenRows(sheet: SheetSnapshot, area: Area, digest: string): ReadonlySet<number> {
  const left = new Map<string, number>();
  for (let at = 0; at < digest.length; at += LETTERS_OF_A_ROW) {
    const row = digest.slice(at, at + LETTERS_OF_A_ROW);
    left.set(row, (left.get(row) ?? 0) + 1);
  }
  const unseen = new Set<number>();
  for (const [row, found] of digestsOf(sheet, area)) {
    const count = left.get(found) ?? 0;
    if (count === 0) unseen.add(row);
    else left.set(found, count - 1);
  }
  return unseen;
}

/** By row of the sheet, from the top; none for a row without number, code and formula. */
function digestsOf(sheet: SheetSnapshot, area: Area): ReadonlyMap<number, string> {
  const digests = new Map<number, string>();
  const { used } = sheet;
  if (!used) return digests;
  const last = Math.min(area.top + area.rows, used.top + used.rows);
  for (let row = Math.max(area.top, used.top); row < last; row++) {
    const content = contentOf(sheet, area, row);
    if (content !== '') digests.set(row, digestOf(content));
  }
  return digests;
}

function contentOf(sheet: SheetSnapshot, area: Area, row: number): string {
  const { left, columns } = sheet.used ?? { left: 0, columns: 0 };
  let content = '';
  for (let column = Math.max(area.left, left); column < Math.min(area.left + area.columns, left + columns); column++) {
    const isFormula = sheet.formulas.has(formulaKey(row, column));
    const mark = isFormula ? '=' : markOf(valueAt(sheet, row, column));
    if (mark !== '') content += `${mark}\n`;
  }
  return content;
}

function markOf(value: CellValue): string {
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value.trim() : '';
  return isFigureOrCode(text) ? text.toUpperCase() : '';
}

/** « 1 234,50 € », « 12/03/2023 », « FCPT1405512301 »; no sentence, which has words and blanks. */
function isFigureOrCode(text: string): boolean {
  return /\d/.test(text) && !(/\s/.test(text) && /[a-z]{2}/i.test(text));
}

/** In base 36. */
function digestOf(content: string): string {
  return (fingerprintOf(content) % DIGESTS).toString(BASE).padStart(LETTERS_OF_A_ROW, '0');
}
