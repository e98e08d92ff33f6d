/**
 * Dates as texts of a cell or of a formula: the French order, the SAP form with points, ISO; always with a whole year.
 */
import { type CivilDate, civilDate } from './civil-date';

const LONGEST_DATE = 40;
const FIRST_YEAR = 1900;

const HYPHENS = /[\u2010-\u2015\u2212]/g;
const DAY_FIRST = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/;
const YEAR_FIRST = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const WITH_TIME = /^(\S+?)(?:(?:\s+|T)\d{1,2}[:h]\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * The day that a text names: `31/12/2023`, `31.12.2023`, `31-12-2023` or `2023-12-31`, with or without a time after it,
 * which is dropped. Null for anything else: two-digit years and month-first dates are never guessed.
 * @example parseDateText('03.02.2023 05:32:09') // 3 February 2023
 */
export function parseDateText(text: string): CivilDate | null {
  if (text.length > LONGEST_DATE) return null;
  const day = WITH_TIME.exec(text.trim().replace(HYPHENS, '-'))?.[1] ?? '';
  const dayFirst = DAY_FIRST.exec(day);
  if (dayFirst) return fromParts(dayFirst[4], dayFirst[3], dayFirst[1]);
  const yearFirst = YEAR_FIRST.exec(day);
  return yearFirst ? fromParts(yearFirst[1], yearFirst[2], yearFirst[3]) : null;
}

function fromParts(year: string | undefined, month: string | undefined, day: string | undefined): CivilDate | null {
  return Number(year) >= FIRST_YEAR ? civilDate(Number(year), Number(month), Number(day)) : null;
}
