/**
 * Whether the lines of an extract may be of earlier years: without a date nor an exercice, or AE without the share that
 * earlier years left (bascule) on an EJ that was not created in the year.
 */
import type { Nature } from '../../money/nature';
import { type ChorusAmount, NO_DAY } from '../amounts';
import type { ChorusExtract } from '../extract';
import type { CreditYear } from '../ledger-side';

/** AE that may include the bascule of an earlier EJ. */
export function mayIncludeCarryOver(
  nature: Nature,
  lines: readonly ChorusAmount[],
  extracts: readonly ChorusExtract[],
  year: CreditYear,
): boolean {
  const isOfYear = ({ extract, day }: ChorusAmount): boolean =>
    extracts[extract]?.datesCreation === true && day >= year.first && day <= year.last;
  return nature === 'AE' && lines.some((one) => extracts[one.extract]?.lacks.includes('carryOver') && !isOfYear(one));
}

/** Lines of which nothing gives the year. */
export function areOfNoYear(lines: readonly ChorusAmount[]): boolean {
  return areOfNoDay(lines) && lines.every(({ line }) => line.exercise === null);
}

/** Lines of which nothing gives the day. */
export function areOfNoDay(lines: readonly ChorusAmount[]): boolean {
  return lines.every(({ day }) => day === NO_DAY);
}
