/** The period that the label of a total names: « Sous-total janvier », « Total 2022 », « T2 », « Cumul au 31/03 ». */
import { comparable } from '../text';
import { partsOf, type CivilDate } from './civil-date';

/** Days as `month × 100 + day`, both ends included; `year` is null when the label gives none. */
export interface LabelPeriod {
  readonly year: number | null;
  readonly from: number;
  readonly to: number;
}

const MONTHS = ['janv', 'fevr', 'mars', 'avri', 'mai', 'juin', 'juil', 'aout', 'sept', 'octo', 'nove', 'dece'];
/** In letters: enough to distinguish months (« janv. », « sept », « juil. »); one less is read too (« nov. »), but « jui ». */
const LETTERS_OF_A_MONTH = 4;
const YEAR = /^20\d{2}$/;
const SHORT_PART = /^([tqs])([1-4])$/;
const RANK = /^([1-4])(?:ere?|eme|er|re|e|nde?|st|nd|rd|th)?$/;
const RANKS_IN_LETTERS: readonly RegExp[] = [/^premiere?$/, /^(?:deuxieme|seconde?)$/, /^troisieme$/, /^quatrieme$/];
/** The months of a part of the year, by its word or its letter. */
const PARTS: ReadonlyMap<string, number> = new Map([
  ...['t', 'q', 'trimestre', 'quarter'].map((word) => [word, 3] as const),
  ...['s', 'semestre'].map((word) => [word, 6] as const),
]);
const DAY = /^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?$/;
const MONTH_OF_YEAR = /^(\d{1,2})[/.](20\d{2})$/;
const CENTURY = 2000;
const LAST_DAY = 31;
const WHOLE_YEAR = { from: 101, to: 1231 };

/** The period named by the words of a label, as `comparable` writes them; null without one. */
export function periodOf(words: readonly string[]): LabelPeriod | null {
  const year = words.find((word) => YEAR.test(word));
  const ofYear = year === undefined ? null : Number(year);
  for (const [at, word] of words.entries()) {
    const part = partOfYear(word, [words[at - 1] ?? '', words[at + 1] ?? ''], ofYear);
    const period = untilDay(word) ?? monthOfYear(word) ?? part ?? month(word, ofYear);
    if (period) return period;
  }
  return ofYear === null ? null : { year: ofYear, ...WHOLE_YEAR };
}

const NAMED_MONTH =
  '(?:janv|fevr?|avr|juill?|sept?|oct|nov|dec|jan)\\.?|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre';
const RANKED = '(?:[1-4] ?(?:ere?|eme|er|re|e|nde?)?|premiere?|deuxieme|seconde?|troisieme|quatrieme) (?:tri|se)mestre';
/** « T1 2023 », « 1er trimestre 2023 », « Janvier », « 02-2023 », « Exercice 2023 », and nothing else. */
const ALONE = new RegExp(
  `^(?:(?:(?:mois|periode) (?:de |d )?)?(?:[tqs] ?[1-4]|[1-4] ?t|${RANKED}|(?:tri|se)mestre [1-4]|${NAMED_MONTH}|(?:0?[1-9]|1[0-2]) ?/)` +
    '(?: ?[/–-]? ?(?:20)?[0-9]{2})?|(?:0?[1-9]|1[0-2]) 20[0-9]{2}|(?:(?:exercice|annee|gestion) )?20[0-9]{2})$',
);
const LONGEST_PERIOD = 40;

/** True for a text that names a period, and nothing else: the title of a part of a table. */
export function isPeriodAlone(text: string): boolean {
  return text.length <= LONGEST_PERIOD && ALONE.test(comparable(text));
}

/** True for a day of the period. */
export function isIn(period: LabelPeriod, date: CivilDate): boolean {
  const { year, month: of, day } = partsOf(date);
  const inYear = of * 100 + day;
  return (period.year === null || period.year === year) && inYear >= period.from && inYear <= period.to;
}

/** From the beginning of the year until a day, since totals « au 31/03 » are those of the year. */
function untilDay(word: string): LabelPeriod | null {
  const [, day, of, year] = DAY.exec(word) ?? [];
  if (day === undefined || Number(of) > MONTHS.length) return null;
  const ofYear = year === undefined ? null : Number(year) < 100 ? CENTURY + Number(year) : Number(year);
  return { year: ofYear, from: WHOLE_YEAR.from, to: Number(of) * 100 + Number(day) };
}

function monthOfYear(word: string): LabelPeriod | null {
  const [, of, year] = MONTH_OF_YEAR.exec(word) ?? [];
  return of === undefined || Number(of) > MONTHS.length ? null : months(Number(year), Number(of), Number(of));
}

/** « T4 », « 4e trimestre », « semestre 2 », « Q3 ». */
function partOfYear(word: string, beside: readonly string[], year: number | null): LabelPeriod | null {
  const [, letter, digit] = SHORT_PART.exec(word) ?? [];
  const length = PARTS.get(letter ?? word);
  if (length === undefined || (letter === undefined && word.length === 1)) return null;
  const rank = digit === undefined ? (beside.map(rankIn).find((found) => found > 0) ?? 0) : Number(digit);
  return rank === 0 || rank * length > MONTHS.length ? null : months(year, (rank - 1) * length + 1, rank * length);
}

/** 1 to 4; 0 for any other word. */
function rankIn(word: string): number {
  return Number(RANK.exec(word)?.[1] ?? RANKS_IN_LETTERS.findIndex((letters) => letters.test(word)) + 1);
}

function month(word: string, year: number | null): LabelPeriod | null {
  const letters = word.replace(/\.$/, '');
  const isShort = letters.length === LETTERS_OF_A_MONTH - 1;
  const named = MONTHS.filter((known) =>
    isShort ? known.startsWith(letters) : known === letters.slice(0, LETTERS_OF_A_MONTH),
  );
  const [only] = named;
  if (only === undefined || named.length > 1) return null;
  const rank = MONTHS.indexOf(only) + 1;
  return months(year, rank, rank);
}

function months(year: number | null, first: number, last: number): LabelPeriod {
  return { year, from: first * 100 + 1, to: last * 100 + LAST_DAY };
}
