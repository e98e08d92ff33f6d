/**
 * Several columns of one amount, under titles that oppose them: « Programmé | Réalisé » over « AE | CP », or « AE »
 * over « Théorique | Réel ». The words decide which is done, wherever it is; where they do not, none is read, since
 * the first of them would be right or wrong by its place.
 */
import type { LedgerField } from '../../../domain/envelopes/ledger';
import { comparable } from '../../../domain/text';
import type { HeadingMeaning } from '../headings';
import { rankOfWords } from '../heading-ranks';
import { namesOtherAmounts } from '../heading-grammar';
import { namesOtherYear, wordsOfHeading, type Concept } from '../heading-words';

/** A column under the title of a group. */
export interface GroupedColumn {
  readonly position: number;
  /** Columns of one group follow each other; a title may come twice. */
  readonly group: number;
  readonly title: string;
  readonly heading: string;
}

interface Tests {
  readonly meaningOf: (heading: string) => HeadingMeaning;
  readonly isEnvelope: (text: string) => boolean;
}

type Nature = 'ae' | 'cp';
type Meanings = ReadonlyMap<number, HeadingMeaning>;

/** A column among those of one amount. */
interface Rival {
  readonly column: GroupedColumn;
  readonly field: Nature;
  /** The words that oppose it to the others. */
  readonly words: string;
  /** The act that the title names: « Engagements » over « AE » is its own, over « CP » another. */
  readonly act: 'own' | 'other' | null;
}

const NATURES: readonly Nature[] = ['ae', 'cp'];
const SURE = 0.6;
const NOTHING: HeadingMeaning = new Map();
const LONGEST = 60;

/** Words of a title for the amounts that are done. */
const DONE =
  /^(?:(?:total|montant|suivi) )?(?:realisee?s?|realisations?|reel(?:le)?s?|executee?s?|executions?|conso(?:mmee?s?|mmations?)?|constat(?:ee?)?s?|constatations?|fina(?:l|le|ls|les|ux)|definiti(?:f|ve)s?|validee?s?|accordee?s?|atteinte?s?|effecti(?:f|ve)s?|engagee?s?|retenue?s?|obtenue?s?|(?:annee |exercice )?n)(?: 20\d\d)?$/;
/** Words for those planned, asked or given, and for the estimate of a supplier. */
const PLANNED =
  /^(?:(?:total|montant|budget) )?(?:programmee?s?|programmations?|prevue?s?|prev|previsions?|previsionnel(?:le)?s?|budget(?:ee?)?s?|budget initial|demandee?s?|demandes?|estimee?s?|estimations?|initia(?:l|le|ls|les|ux)|notifiee?s?|notifications?|theoriques?|lfi|plf|pap|cibles?|objectifs?|proposition|propositions|proposee?s?|devis|ouverte?s?|planifiee?s?|projetee?s?|provisoires?|conventions?|(?:annee |exercice )?n ?[-+ ] ?[1-9])(?: 20\d\d)?$/;
/** A copy of what the team follows by itself. */
const COPY = /^(?:choru(?:s)?|(?:restitution|extraction|extrait)s? (?:de )?chorus)(?: 20\d\d)?$/;
/** « Total | dont DGEFP »: which of them the convention pays is not written. */
const PART = /^(?:dont|part|quote part) /;
/** « N° » is no year « N ». */
const NUMBER = /^\s{0,9}n[°º]/i;
const PLAIN_AMOUNT = /^(?:montants?|sommes?|valeurs?)$/;
/** Concepts of headings that name no amount. */
const OTHER_CONCEPTS: readonly Concept[] = [
  ...(['date', 'on', 'number', 'label', 'name', 'code', 'status', 'comment', 'item', 'type', 'category'] as const),
];

/** `known`: the words name the amount; the column of the highest place is read. */
interface Standing {
  readonly place: number;
  readonly known: boolean;
}

function placeOf({ words, act }: Rival): number {
  if (act === null) return standingOf(words).place;
  return act === 'own' ? 4 : 1;
}

function standingOf(text: string): Standing {
  if (NUMBER.test(text)) return { place: 2, known: false };
  const words = comparable(text.slice(0, LONGEST))
    .replace(/[^a-z0-9+-]+/g, ' ')
    .trim();
  if (DONE.test(words)) return { place: 3, known: true };
  if (PLANNED.test(words) || namesOtherYear(text, null)) return { place: 0, known: true };
  if (namesOtherAmounts(text) || wordsOfHeading(text).concepts.has('withoutTax')) return { place: 0, known: true };
  if (COPY.test(words)) return { place: 1, known: true };
  return { place: 2, known: false };
}

/** The meanings of the columns that are opposed to others, by position; of no other column. */
export function rivalAmounts(columns: readonly GroupedColumn[], tests: Tests): Meanings {
  const rivals = [...underTitles(columns, tests), ...underNatures(columns, tests)];
  return new Map(rivals.flatMap((group) => [...decided(group)]));
}

/** The column that is done has its field; the others have none. */
function decided(rivals: readonly Rival[]): Meanings {
  const best = Math.max(...rivals.map(placeOf));
  const first = rivals.filter((rival) => placeOf(rival) === best);
  const isClear = first.length === 1;
  return new Map(
    rivals.map((rival) => [
      rival.column.position,
      isClear && first.includes(rival) ? new Map<LedgerField, number>([[rival.field, 1]]) : NOTHING,
    ]),
  );
}

/** « AE » under several titles: « Programmé » and « Réalisé ». Ranks, years, envelopes and tables are read elsewhere. */
function underTitles(
  columns: readonly GroupedColumn[],
  { meaningOf, isEnvelope }: Tests,
): readonly (readonly Rival[])[] {
  const numbered = new Set(
    columns.filter(({ heading }) => meaningOf(heading).has('ejNumber')).map(({ group }) => group),
  );
  return NATURES.flatMap((field) => {
    const rivals = columns
      .filter(({ heading, title, group }) => isOf(meaningOf(heading), field) && title !== '' && !numbered.has(group))
      .map((column) => ({ column, field, words: column.title, act: actOf(meaningOf(column.title), field) }));
    const titles = new Set(rivals.map(({ words }) => comparable(words)));
    const headings = new Set(rivals.map(({ column }) => comparable(column.heading)));
    if (titles.size < 2 || titles.size < rivals.length || headings.size > 1) return [];
    if (rivals.some(({ words }) => isEnvelope(words) || isRanked(words))) return [];
    const years = new Set(rivals.map(({ words }) => wordsOfHeading(words).year));
    const isKnown = rivals.some(({ words }) => standingOf(words).known);
    return !isKnown && years.size > 1 ? [] : [rivals];
  });
}

/** « Théorique » and « Réel » under « AE »; « DGEFP » and « DGE » under « AE » and again under « CP ». */
function underNatures(columns: readonly GroupedColumn[], tests: Tests): readonly (readonly Rival[])[] {
  const groups = NATURES.flatMap((field) => {
    const own = columns.filter(({ title }) => isOf(tests.meaningOf(title), field));
    const mayOppose = own.filter(({ heading }) => mayBeAmount(heading, tests));
    const isOne = new Set(own.map(({ group }) => group)).size === 1;
    return isOne ? [mayOppose.map((column) => ({ column, field, words: column.heading, act: null }))] : [];
  });
  const areRepeated = groups.length === 2 && groups[0]?.map(textOf).join('|') === groups[1]?.map(textOf).join('|');
  return groups.filter((rivals) => {
    if (rivals.length < 2 || new Set(rivals.map(textOf)).size < rivals.length) return false;
    if (rivals.some(({ words }) => PLAIN_AMOUNT.test(comparable(words)))) return false;
    return areRepeated || rivals.every(({ words }) => standingOf(words).known);
  });
}

function textOf({ words }: Rival): string {
  return comparable(words);
}

/** « Paiement 2 », and not « N-1 ». */
function isRanked(words: string): boolean {
  return rankOfWords(words, '') !== null && !standingOf(words).known;
}

function mayBeAmount(heading: string, { meaningOf, isEnvelope }: Tests): boolean {
  if (isEnvelope(heading) || isRanked(heading)) return false;
  if (standingOf(heading).known || PART.test(comparable(heading))) return true;
  const { concepts } = wordsOfHeading(heading);
  if (OTHER_CONCEPTS.some((concept) => concepts.has(concept))) return false;
  return meaningOf(heading).size === 0; // « AE » under « Engagements » is opposed to that under « Paiements »
}

function actOf(meaning: HeadingMeaning, field: Nature): Rival['act'] {
  if (isOf(meaning, field)) return 'own';
  return isOf(meaning, field === 'ae' ? 'cp' : 'ae') ? 'other' : null;
}

function isOf(meaning: HeadingMeaning, field: Nature): boolean {
  const other = field === 'ae' ? 'cp' : 'ae';
  return (meaning.get(field) ?? 0) > SURE && (meaning.get(other) ?? 0) < (meaning.get(field) ?? 0);
}
