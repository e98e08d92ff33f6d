/** Percents as cells hold them: « 50 % », 0,5, or 50 under a heading in percent. */
import type { CellValue } from '../../cells';

export const WHOLE = 100;

const PERCENT = /^\s*(\d{1,3}(?:[.,]\d{1,4})?)\s?%\s*$/;
const LONGEST = 120;

/** 0 for « 0 % », 100 for « 100 % » and 1; null for any other. */
export function limitIn(value: CellValue, isInPercent: boolean): number | null {
  const text = typeof value === 'string' ? PERCENT.exec(value.slice(0, LONGEST))?.[1] : undefined;
  const number = typeof value === 'number' ? (isInPercent && value > 1 ? value : WHOLE * value) : Number(text ?? NaN);
  return number === 0 || number === WHOLE ? number : null;
}

/** The part of a whole in a cell, above 0 and below 100; null for any other. `isInPercent`: 10 is 10 %, as 0,1 is. */
export function percentIn(value: CellValue, isInPercent: boolean): number | null {
  const percent = typeof value === 'string' ? PERCENT.exec(value.slice(0, LONGEST)) : null;
  const factor = isInPercent && typeof value === 'number' && value > 1 ? 1 : WHOLE;
  const share = percent ? Number((percent[1] ?? '').replace(',', '.')) : typeof value === 'number' ? factor * value : 0;
  return share > 0 && share < WHOLE ? share : null;
}

/** « 33,33 % ». */
export function shownPercent(percent: number): string {
  return `${String(Math.round(percent * 100) / 100).replace('.', ',')} %`;
}
