/** A delay typed with its unit: « 8 jours », « trois mois », « 15 jours ouvrés », « deux (2) mois », « au plus 30 jours ». */
import type { DelayUnit } from '../../domain/envelopes/terms';
import { comparable } from '../../domain/text';
import { UNIT_WORDS } from './convention-words';

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...(
    [
      ...['un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze', 'treize'],
      ...['quatorze', 'quinze', 'seize'],
    ] as const
  ).map((word, at): [string, number] => [word, at + 1]),
  ['vingt', 20],
  ['trente', 30],
  ['quarante cinq', 45],
  ['quarante', 40],
  ['soixante', 60],
  ['quatre vingt dix', 90],
]);
/** A delay is the most that is allowed, with these words or without. */
const BEFORE = '(?:(?:au (?:plus|maximum)|maximum|max\\.?|dans (?:un|le) delai de|delai de|sous) )?';
const AFTER = '(?:,? ?\\(?(?:au (?:plus|maximum)|maximum|maxi?\\.?)\\)?)?';
/** A number in figures or in words, again between brackets or not, and a unit or not. Comparable. */
const COUNT = new RegExp(
  `^${BEFORE}(\\d{1,6}|${[...NUMBERS.keys()].sort((one, other) => other.length - one.length).join('|')})` +
    `(?: ?\\((\\d{1,6})\\))? ?(mois|j|jours?)?(?: (ouvre|ouvrable|franc|calendaire)s?)?${AFTER}$`,
);

/** The unit as a person writes it: « mois », « jours ouvrés ». */
export function unitText(unit: DelayUnit): string {
  return unit === 'months' ? UNIT_WORDS.months : `jours ${UNIT_WORDS[unit]}`;
}

/** The number of a delay in this unit; null where the text is no number, or names another unit. */
export function countIn(text: string, unit: DelayUnit): number | null {
  const [, typed = '', again, of = '', kind = ''] = COUNT.exec(comparable(text)) ?? [];
  const number = NUMBERS.get(typed) ?? (typed === '' ? NaN : Number(typed));
  if (Number.isNaN(number) || (again !== undefined && Number(again) !== number)) return null;
  if (of === '' && kind === '') return /^\d+$/.test(typed) ? number : null;
  const isOfMonths = of === 'mois';
  const isSameKind = kind === '' || comparable(UNIT_WORDS[unit]) === `${kind}s`;
  return isOfMonths === (unit === 'months') && (isOfMonths ? kind === '' : isSameKind) ? number : null;
}
