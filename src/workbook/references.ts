/** References as defined names hold them. */
import { fixedAddress, parseArea, parseColumns, parseRows, quoteSheet, type Area } from './cells';

/** An area of a sheet. */
export interface SheetArea {
  readonly sheet: string;
  readonly area: Area;
}

/**
 * The place behind `='Annexe 1'!$A$1:$D$9`, whole columns and whole rows too; null when the name is not one area (a
 * formula, a constant, a lost reference).
 */
export function placeOfReference(refersTo: string): SheetArea | null {
  const mark = refersTo.lastIndexOf('!');
  if (mark < 0 || refersTo.includes('#REF!')) return null;
  const address = refersTo.slice(mark + 1);
  const area = parseArea(address) ?? parseColumns(address) ?? parseRows(address);
  if (area === null) return null;
  const name = refersTo.slice(refersTo.startsWith('=') ? 1 : 0, mark);
  return { sheet: name.startsWith("'") && name.endsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name, area };
}

/** `'Annexe 1'!$A$1:$D$9`: a reference that does not move with its cell. */
export function fixedReference(sheet: string, area: Area): string {
  return `${quoteSheet(sheet)}!${fixedAddress(area)}`;
}

/** True for one place, however its sheet is written: Excel gives quotes back only where it needs them. */
export function sameReference(one: string, other: string): boolean {
  const [first, second] = [placeOfReference(one), placeOfReference(other)];
  if (!first || !second) return one === other;
  const addressOf = (text: string): string => text.slice(text.lastIndexOf('!')).toUpperCase();
  return first.sheet.toLowerCase() === second.sheet.toLowerCase() && addressOf(one) === addressOf(other);
}
