/** The exercice of the lines, and their dates, under headings that no list knows: « Exercice », « Date de règlement ». */
import { comparable } from '../../domain/text';
import { textOf, type CellValue } from '../../workbook/cells';
import { wordsOfHeading, type Concept } from '../../workbook/ledger/heading-words';
import { meaningOf } from '../../workbook/ledger/headings';
import type { Known } from '../extract-columns';
import type { GridRow } from '../extract-rows';

/** The exercice given above the headings: its year, or the words that give none, with their line. */
export interface ExerciseAbove {
  readonly year: number | null;
  readonly unread: { readonly words: string; readonly line: number } | null;
}

/** Beside « Exercice » or « Année »; with another word, it is the year of something else. */
const OF_EXERCISE: readonly Concept[] = ['year', 'budget', 'credit', 'accounting'];
/** A day of payment is preferred to that of the last operation on the DP. */
const [BEFORE_ALL, AFTER_ALL] = [-1, 100];

/** The exercice, the day of the commitment or that of the payment, by the words of a heading; null for any other. */
export function datingFieldOf(heading: CellValue): Known | null {
  if (typeof heading !== 'string' || heading.length > 200 || heading.trim() === '') return null;
  const { concepts, unknown, year } = wordsOfHeading(heading);
  if (concepts.has('year')) {
    const isExercise = unknown === 0 && year === null && [...concepts].every((one) => OF_EXERCISE.includes(one));
    return isExercise ? { field: 'exercise', rank: AFTER_ALL } : null;
  }
  if (!concepts.has('date') && !concepts.has('on')) return null;
  const meaning = meaningOf(heading);
  if (meaning.get('paymentDate') === 1) return { field: 'paymentDate', rank: BEFORE_ALL };
  // « Date de notification » is that of a contract, which may be older than the EJ
  const isCommitment = concepts.has('commitment') || concepts.has('ej');
  return isCommitment && meaning.get('commitmentDate') === 1 ? { field: 'commitmentDate', rank: AFTER_ALL } : null;
}

const ONE_YEAR =
  /^(?:(?:ex|exercice|annee|gestion)(?: comptable| budgetaire)? ?[.:]? ?)?((?:19|20)\d\d)(?:[.,]0{1,9})?$/;
/** « 2023/001 », « 001.2023 »: a year with its period, which begins with a zero. */
const WITH_PERIOD = /^(?:((?:19|20)\d\d)[/.-]0\d{1,2}|0\d{1,2}[/.-]((?:19|20)\d\d))$/;

/** The year of a cell of « Exercice »; null where it gives none, or several. */
export function exerciseIn(text: string): number | null {
  const words = comparable(text);
  const period = WITH_PERIOD.exec(words);
  const year = ONE_YEAR.exec(words)?.[1] ?? period?.[1] ?? period?.[2];
  return year === undefined ? null : Number(year);
}

const EXERCISE_WORDS = /^(?:exercice|annee)s?(?: (?:comptable|budgetaire)s?)? ?[:=]? ?(?=\d|$)/;
/** « INF-BUD-53 – exercice 2022 ». */
const IN_TITLE =
  /(?<!\p{L})(?:exercice|ann[ée]e|gestion)s?(?:\s(?:comptable|budg[ée]taire)s?)?\s?[:=]?\s?((?:19|20)\d\d(?:\s?[-–/]\s?\d{2,4}|\s(?:et|à)\s\d{4})?)(?!\d)/iu;
/** The exercice that is left out, or that another follows. */
const OF_OTHERS = /report|bascul|anterieur|precedent|origine|hors|avant|apres|depuis|partir|jusqu|clos/;
const LONGEST = 200;
const SOME_YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/g;
/** « 2022-23 ». */
const CUT_YEARS = /\d{4} ?[-–/] ?[2-9]\d(?!\d)/;
const UNCLEAR: readonly (number | null)[] = [null];

/** « Exercice comptable » in a cell above the headings, with its year in that cell or in the next. */
export function exerciseAbove(rows: readonly GridRow[]): ExerciseAbove {
  const cells = rows.flatMap(({ cells: ofRow, line }) =>
    ofRow.map((cell) => ({ words: textOf(cell).trim(), line })).filter(({ words }) => words !== ''),
  );
  const named = cells.flatMap(({ words, line }, at) => {
    if (words.length > LONGEST || !EXERCISE_WORDS.test(comparable(words))) return [];
    const digit = words.search(/\d/);
    const next = digit < 0 ? (cells[at + 1]?.words ?? '') : words.slice(digit);
    return yearsIn(next).length === 0 ? [] : [{ words: next, line }];
  });
  const given = named.length > 0 ? named : cells.flatMap(inTitle);
  const years = new Set<number | null>(
    given.flatMap(({ words }) => (CUT_YEARS.test(words) ? UNCLEAR : yearsIn(words))),
  );
  const [first] = given;
  const [year = null] = years;
  return years.size > 1 || (first && year === null) ? { year: null, unread: first ?? null } : { year, unread: null };
}

function inTitle({ words, line }: { readonly words: string; readonly line: number }) {
  if (words.length > LONGEST || OF_OTHERS.test(comparable(words))) return [];
  const year = IN_TITLE.exec(words)?.[1];
  return year === undefined ? [] : [{ words: year, line }];
}

/** The exercice of a day of which the cell gives the year alone: « mai 2022 », « 05/2022 ». */
export function yearWithoutDay(cells: readonly CellValue[]): number | null {
  const text = cells.map((cell) => textOf(cell).trim()).find((one) => one !== '') ?? '';
  const [year = null, ...others] = text.length > LONGEST ? [] : yearsIn(text);
  return others.length === 0 ? year : null;
}

/** The years that a text names, once each. */
export function yearsIn(text: string): readonly number[] {
  return [...new Set((text.slice(0, LONGEST).match(SOME_YEAR) ?? []).map(Number))];
}
