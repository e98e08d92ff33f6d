/** Shares of a ceiling, as a cell gives them: `70 %`, `0,7`, and the thresholds `70 %; 85 %`, `70 % et 85 %`, `70 / 85`. */
import type { Thresholds } from '../../domain/envelopes/convention';
import { percentOfShare, shareOfPercent } from '../../domain/money/rate';

/** A comma before a figure is that of a decimal, but after the sign. */
const BETWEEN_THRESHOLDS = /[;/]|\bet\b|,(?!\d)/i;
/** Percent without its sign: no threshold is so many times its ceiling, and none is under it. */
const BARE = /^\d{2,3}(?:[.,]\d)?$/;

/** A share as the cell shows it: `70 %`. */
export function shareText(share: number): string {
  return `${percentOfShare(share).replace('.', ',')} %`;
}

/** The share that a text gives, as JSON gives it: `70 %`, `70%`, `0,7`; null when it is none between 0 and 1. */
export function readShare(text: string): number | null {
  const match = /^(\d{1,3}(?:[.,]\d{1,20})?)\s*(%?)$/.exec(text.trim());
  if (!match) return null;
  const number = (match[1] ?? '').replace(',', '.');
  const share = match[2] === '%' ? shareOfPercent(number) : Number(number);
  return share > 0 && share <= 1 ? share : null;
}

/** Two thresholds: the lower informs, the higher warns. */
export function thresholdsInOrder(one: number, other: number): Thresholds {
  return { information: Math.min(one, other), warning: Math.max(one, other) };
}

/** The items of a cell of thresholds. */
export function itemsOfThresholds(text: string): readonly string[] {
  const items = text.replaceAll(/%\s{0,3},/g, '%;').split(BETWEEN_THRESHOLDS);
  return items.map((item) => item.trim()).filter((item) => item !== '');
}

/** The shares of a cell of thresholds, null for each item that is none; a bare `70` there is 70 %. */
export function thresholdsIn(text: string): readonly (number | null)[] {
  return itemsOfThresholds(text).map((item) => readShare(BARE.test(item) ? `${item} %` : item));
}
