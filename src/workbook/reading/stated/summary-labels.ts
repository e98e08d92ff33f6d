/** The labels of a figure in a summary: the texts on its left, and the headings above it. */
import type { Area, CellValue } from '../../cells';
import { parseDateText } from '../../../domain/calendar/date-text';
import { valueAt, type SheetSnapshot } from '../../snapshot';
import { isBlankText } from '../../ledger/read-cells';
import { centsOf } from '../amount-cells';
import { isYear } from '../amount-columns';

/** The texts of a cell's labels, the nearest last. */
export interface FigureLabels {
  readonly left: readonly string[];
  readonly above: readonly string[];
}

const LONGEST_LABEL = 120;

/** The labels of one cell of a rectangle. */
export function labelsOf(sheet: SheetSnapshot, area: Area, row: number, column: number): FigureLabels {
  return { left: onTheLeft(sheet, area, row, column), above: headingsOf(sheet, area, row, column) };
}

/** A text that is no amount and no date; null for any other content. */
export function labelIn(value: CellValue): string | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  const isLabel = !isBlankText(text) && centsOf(text) === null && parseDateText(text) === null;
  return isLabel ? text.slice(0, LONGEST_LABEL) : null;
}

/** True for an empty cell, « - », and a formula that shows nothing. */
function isBlank(value: CellValue): boolean {
  return value === null || (typeof value === 'string' && isBlankText(value));
}

/** « AE engagées | 16 000 | CP payés | 9 000 »: the texts after the amount before, else the first ones of the row. */
function onTheLeft(sheet: SheetSnapshot, area: Area, row: number, column: number): readonly string[] {
  const texts: string[] = [];
  for (let at = column - 1; at >= area.left; at--) {
    const value = valueAt(sheet, row, at);
    const label = labelIn(value);
    if (label !== null) texts.unshift(label);
    else if (typeof value === 'number' && isYear(value)) texts.unshift(String(value));
    else if (!isBlank(value) && texts.length > 0) break;
  }
  return texts;
}

/** The heading of a column, and the one of its group above: « AE » over « Consommé ». */
function headingsOf(sheet: SheetSnapshot, area: Area, row: number, column: number): readonly string[] {
  for (let at = row - 1; at >= area.top; at--) {
    const value = valueAt(sheet, at, column);
    if (isBlank(value) || typeof value === 'number') continue;
    const own = labelIn(value);
    if (own === null || isTitleRow(sheet, area, at)) return [];
    const group = at > area.top && !isTitleRow(sheet, area, at - 1) ? groupAt(sheet, area, at - 1, column) : null;
    return group === null ? [own] : [group, own];
  }
  return [];
}

function groupAt(sheet: SheetSnapshot, area: Area, row: number, column: number): string | null {
  for (let at = column; at > area.left; at--) {
    const value = valueAt(sheet, row, at);
    const label = labelIn(value);
    if (label !== null) return label;
    if (!isBlank(value)) return null;
  }
  return null;
}

/** True for a row with one text and nothing else. */
export function isTitleRow(sheet: SheetSnapshot, area: Area, row: number): boolean {
  let found = 0;
  for (let column = area.left; column < area.left + area.columns; column++) {
    const value = valueAt(sheet, row, column);
    if (isBlank(value)) continue;
    if (labelIn(value) === null) return false;
    found++;
  }
  return found === 1;
}
