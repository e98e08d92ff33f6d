/** A credit year typed alone or after its word: « 2023 », « exercice 2023 », « exercice budgétaire 2023 ». */
import { comparable } from '../../domain/text';
import { YEAR_BOUNDS } from './convention-bounds';

const YEAR = /^(?:(?:exercices?|annees?|gestions?|ex\.?)(?: budgetaires?| civiles?)? ?)?(\d{4})$/;
const BETWEEN_YEARS = /[;,\n]|\bet\b/i;

/** The year that a text gives; null where it gives none, or one out of bounds. */
export function yearIn(text: string): number | null {
  const year = Number(YEAR.exec(comparable(text))?.[1] ?? NaN);
  return year >= YEAR_BOUNDS[0] && year <= YEAR_BOUNDS[1] ? year : null;
}

/** True for a text that gives several years: « 2023-2024 », « 2023 à 2025 ». */
export function holdsYears(text: string): boolean {
  return new Set(text.match(/\b(?:19|20)\d\d\b/g)).size > 1;
}

/** The items of a list of years: « 2024; 2025 », « 2024, 2025 », « exercices 2024 et 2025 ». */
export function itemsOfYears(text: string): readonly string[] {
  return text
    .split(BETWEEN_YEARS)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
