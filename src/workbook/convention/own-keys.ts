/**
 * The keys of `ENV_Convention`, by their words: ours, and those that a team adds for itself (« Contact »). One of the
 * team is left aside and named in the account of reading, unless it may be a term that was renamed.
 */
import { CLAUSES } from '../../domain/envelopes/terms';
import { comparable } from '../../domain/text';
import { cellAddress, textOf, type CellValue } from '../cells';
import { CellReader, isBlankText } from '../ledger/read-cells';
import { OurTable, type OurRow } from '../registers/our-tables';
import { CONVENTION_KEYS, EARLIER_KEYS, keyOfClause, keyOfYear, type ConventionKey } from '../workbook-names';
import type { WorkbookSnapshot } from '../snapshot';
import { meansNone } from './convention-cells';
import {
  ADVANCE_BASE_WORDS,
  ANSWER_WORDS,
  EVENT_WORDS,
  identifierOf,
  MODE_WORDS,
  UNIT_WORDS,
  ZONE_WORDS,
} from './convention-words';
import { itemsOfYears, yearIn } from './typed-years';
import { readShare } from './typed-shares';

/** The words of every key but those of another credit year. */
const KEY_WORDS: readonly string[] = [...Object.values(CONVENTION_KEYS), ...CLAUSES.map(keyOfClause)];
const YEARLY = ['ae', 'cp', 'mode'] as const;
/** The key of earlier versions, in comparable words → that of today. */
const EARLIER: ReadonlyMap<string, string> = new Map(
  Object.entries(EARLIER_KEYS).map(([key, words]) => [comparable(words), CONVENTION_KEYS[key as ConventionKey]]),
);
/** Words of a term: a key that has one is no note of the team. Comparable. */
const OF_A_TERM =
  /\b(?:ae|cp|rap|plafonds?|modes?|exercices?|annees?|dates?|delais?|preavis|echeances?|termes?|fin|duree|resiliation|denonciation|prorogation|prolongation|avenants?|seuils?|montants?|credits?|enveloppes?|budgets?|limites?|cloture|anticipation)\b/;
/** A number there is no amount. Comparable. */
const PHONE = /^(?:n° (?:de )?|numero (?:de )?)?(?:tel|telephone|telephones|portable|mobile|standard|fax|telecopie)\b/;
/** A key that begins so is a note, whatever follows (« Contact du délégant »). Comparable. */
const NOTE =
  /^(?:contacts?|responsables?|referente?s?|gestionnaires?|courriels?|e?mails?|adresses?|interlocut(?:eur|rice)s?|redact(?:eur|rice)s?|(?:dossier )?suivi par|observations?|commentaires?|remarques?|notes?)\b/;
/** Few words: one of them where a term is expected is perhaps that term. */
const WORDS_OF_TERMS = [MODE_WORDS, EVENT_WORDS, UNIT_WORDS, ZONE_WORDS, ADVANCE_BASE_WORDS, ANSWER_WORDS] as const;

/** The years of « Autres exercices », null for each item that is none; empty for « néant ». */
export function yearsIn(text: string): readonly (number | null)[] {
  return itemsOfYears(text)
    .filter((item) => !meansNone(item))
    .map(yearIn);
}

/** The keys that are read in a table, as we write them; those of its other credit years among them. */
export function knownKeys(otherYears: string): readonly string[] {
  const ofYears = yearsIn(otherYears).flatMap((year) =>
    year === null ? [] : YEARLY.map((key) => keyOfYear(key, year)),
  );
  return [...KEY_WORDS, ...ofYears];
}

/** The words of a key of today, comparable. */
export function keyOfToday(words: string): string {
  return comparable(EARLIER.get(comparable(words)) ?? words);
}

/**
 * True for a key that the team added for itself: its words are those of a note (« Contact », « Observations »), and it
 * gives a text. Any other key may be one of ours under another name, whose value would be lost.
 */
export function isOwnKey(words: string, value: CellValue, uses1904: boolean): boolean {
  const key = comparable(words);
  if (OF_A_TERM.test(key)) return false;
  return PHONE.test(key) || (NOTE.test(key) && isNote(value, uses1904));
}

function isNote(value: CellValue, uses1904: boolean): boolean {
  if (typeof value !== 'string') return false;
  const cells = new CellReader(uses1904);
  const isFigure =
    cells.amount(value).kind === 'amount' || cells.date(value).kind === 'date' || readShare(value) !== null;
  return !isFigure && !WORDS_OF_TERMS.some((terms) => identifierOf<string>(terms, value) !== null);
}

/** A key of the team, where it is. */
export interface OwnKey {
  readonly sheet: string;
  readonly table: string;
  /** `A59`. */
  readonly cell: string;
  readonly words: string;
}

/** The keys of the team in a convention that was read: every key with a value that is none of ours. */
export function ownKeysOf(workbook: WorkbookSnapshot): readonly OwnKey[] {
  const table = OurTable.find(workbook, 'convention');
  if (!table) return [];
  const rows = table.rows().filter((row) => !isBlankText(textOf(table.value(row, 'value'))));
  const isOfYears = (row: OurRow<'convention'>): boolean =>
    keyOfToday(table.text(row, 'key')) === comparable(CONVENTION_KEYS.otherYears);
  const years = rows.find(isOfYears);
  const known = new Set(knownKeys(years ? table.text(years, 'value') : '').map(comparable));
  return rows.flatMap((row): readonly OwnKey[] => {
    const words = table.text(row, 'key');
    if (words === '' || known.has(keyOfToday(words))) return [];
    const { sheet, row: at, column } = table.place(row, 'key');
    return [{ sheet, table: table.name, cell: cellAddress(at, column), words }];
  });
}
