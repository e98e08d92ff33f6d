/**
 * One or two rows of headings → one heading for each column. A group title (« Engagement », « Paiement ») applies to
 * the headings under it and to their right; a column without a heading beside a code is its twin (code or label), which
 * the values decide.
 */
import { IMPUTATION_FIELDS } from '../../domain/imputation/imputation';
import type { LedgerField } from '../../domain/envelopes/ledger';
import type { AmountUnit } from '../../domain/money/amount-text';
import { columnName, textOf, type CellValue } from '../cells';
import { withDatedYears } from './columns/dated-years';
import {
  envelopeColumns,
  type EnvelopeColumns,
  type HeadedEnvelope,
  type NamesOfEnvelopes,
} from './columns/envelope-columns';
import { withMissingNumbers, withMissingTitle } from './columns/missing-numbers';
import { rivalAmounts, type GroupedColumn } from './columns/rival-amounts';
import type { Subject } from './columns/subjects';
import { UniqueNames } from './columns/unique-names';
import { namesOtherAmounts } from './heading-grammar';
import { groupReadings, type GroupReading } from './heading-groups';
import { namesOtherYear, wordsOfHeading } from './heading-words';
import { rankOfWords, withOwnRanks, withRanks, type ValuesUnder } from './heading-ranks';
import { meaningOf as readMeaning, normaliseHeading, type HeadingMeaning } from './headings';
import { unitInHeading } from './tables/unit-exceptions';
import { unitFor, type UnitOfNature } from './units';

/** The heading of one column. */
export interface ColumnHeading {
  /** Position in the rows that were given. */
  readonly position: number;
  /** Its name, unique in the table; the user confirms the column by it. */
  readonly text: string;
  /** Its words, without the title of a group that adds nothing to them; empty when it is blank. */
  readonly words: string;
  readonly meaning: HeadingMeaning;
  readonly unit: AmountUnit | null;
  /**
   * `shown`: written in the table; `twin`: blank, beside a code or a numbered column; `blank`: only the values identify
   * the column.
   */
  readonly kind: 'shown' | 'twin' | 'blank';
  /** In a group of columns that is repeated, the number of the group: 2 for « Paiement 2 »; otherwise 1. */
  readonly rank: number;
  /** The year that it names, or that its group names; null without one. */
  readonly year: number | null;
  /** Every number under it is shown as a date: it is no column of amounts, unless its words name one. */
  readonly isOfDates?: true;
  /** Every number under it is shown in euros. */
  readonly isInEuros?: true;
  /** The envelope whose amounts it holds, beside those of others; absent for a column of all the row. */
  readonly envelope?: HeadedEnvelope;
}

/** A heading whose rank is that of its words, null without any. */
type WrittenHeading = Omit<ColumnHeading, 'rank'> & { readonly rank: number | null };

interface Given {
  readonly lower: readonly CellValue[];
  /** The row of group titles; null when there is one row of headings. */
  readonly upper: readonly CellValue[] | null;
  /** The subject of the whole table, from the sheet or its title. */
  readonly subject: Subject | null;
  /** The column of the sheet of position 0. */
  readonly left: number;
  /** The only credit year; null when it is not known, or when there are several. */
  readonly creditYear?: number | null;
  /** True for a name of an envelope of the convention. Absent: none is known. */
  readonly isEnvelope?: (text: string) => boolean;
  /** The names of the envelopes, where columns may be of one of them. */
  readonly names?: NamesOfEnvelopes | null;
  /** Some rows below the headings; absent where they are not known. */
  readonly samples?: () => readonly (readonly CellValue[])[];
}

const LONGEST_HEADING = 200;
const MARGIN_FOR_TWINS = 2;
/** The confidence of a meaning that comes from the sheet alone. */
const BY_THE_SHEET = 0.6;
/** A twin is a little less sure than the column that has the heading. */
const TWIN = 0.95;
const TWINS: ReadonlySet<LedgerField> = new Set<LedgerField>([...IMPUTATION_FIELDS, 'supplier', 'budgetLine']);
/** The name that Excel gives to a column of a table without a heading. */
export const NAMED_BY_EXCEL = /^(colonne|column)\s?\d+$/i;
const NOTHING: HeadingMeaning = new Map();
/** That of an amount of another year: no repeated group gives it another one. */
const OF_OTHER_YEAR: HeadingMeaning = new Map();
const AMOUNTS: readonly LedgerField[] = ['ae', 'cp'];
const DATES: readonly LedgerField[] = ['commitmentDate', 'paymentDate'];
/** « Date paiement 2024 » is that of « CP 2024 ». */
const BESIDE_AMOUNTS: readonly LedgerField[] = ['commitmentDate', 'paymentDate', 'serviceDate', 'dpNumber'];

const SUBJECTS: readonly (readonly [Subject, RegExp])[] = [
  [
    'commitment',
    /^(ej|ae|engages?|engagements?( juridiques?)?|autorisations? d engagement|bons? de commande|commandes?)( ae| ej)?$/,
  ],
  ['service', /^(sf|services? faits?|certifications?)( sf)?$/],
  [
    'payment',
    /^(dp|cp|payes?|paiements?|demandes? de paiement|credits? de paiement|mandats?|mandatements?|factures?)( cp| dp)?$/,
  ],
];
type Role = 'amount' | 'date' | 'number' | 'line';

const ROLES: readonly (readonly [Role, RegExp])[] = [
  ['amount', /^(montants?|amounts?|sommes?|total|valeur|value|ae|cp|engagee?s?|consommee?s?|payee?s?|mandatee?s?|)$/],
  ['date', /^(dates?|le|date comptable)$/],
  ['number', /^(n|reference|ref|n piece)$/],
  ['line', /^(poste|n poste|ligne|n ligne)$/],
];
const FIELDS_BY_ROLE: Readonly<Record<Subject, Readonly<Partial<Record<Role, LedgerField>>>>> = {
  commitment: { amount: 'ae', date: 'commitmentDate', number: 'ejNumber', line: 'ejLine' },
  service: { date: 'serviceDate' },
  payment: { amount: 'cp', date: 'paymentDate', number: 'dpNumber', line: 'dpLine' },
};

/** The headings of a table, from left to right, and a few columns without a heading after the last one. */
export function readHeadings(written: Given): readonly ColumnHeading[] {
  const { upper: titles, doubtful } = withMissingTitle(written.upper, written.lower);
  const given = { ...written, upper: titles };
  const last = Math.max(lastFilled(given.lower), given.upper ? lastFilled(given.upper) : -1);
  const names = new UniqueNames();
  const headings: WrittenHeading[] = [];
  const groups = groupReadings(given.upper, given.lower, {
    isEnvelope: given.isEnvelope ?? (() => false),
    isWhole: (heading) => (meaningOf(heading).get('ae') ?? 0) > BY_THE_SHEET,
    isPaid: (heading) => meaningOf(heading).has('cp'),
  });
  const opposed = opposedAmounts(given, groups);
  const ofEnvelopes = columnsOfEnvelopes(given);
  let group = '';
  for (let position = 0; position <= last + MARGIN_FOR_TWINS; position++) {
    const upper = given.upper ? textAt(given.upper, position) : '';
    const lower = textAt(given.lower, position);
    if (upper !== '') group = upper;
    const reading = groups.get(group) ?? { as: group, isPart: false, hasNoDate: false };
    const meaning = doubtful.has(position) ? NOTHING : opposed.get(position);
    const place = { position, upper, lower, group, reading, meaning };
    headings.push(ofEnvelope(place, ofEnvelopes, names) ?? headingOf(given, place, headings.at(-1), names));
  }
  const valuesUnder: ValuesUnder = (position) =>
    (given.samples?.() ?? []).map((row) => textAt(row, position)).filter((text) => text !== '');
  const payments = given.upper ? null : valuesUnder; // under « Prévu », they are none
  const ranked = rankedHeadings(headings, given.creditYear, payments);
  const meanings = new Map(ranked.map(({ position, meaning }) => [position, meaning]));
  const completed = withMissingNumbers(headings, ({ position }) => meanings.get(position) ?? NOTHING, valuesUnder);
  return completed === headings ? ranked : rankedHeadings(completed, given.creditYear, payments);
}

/** The headings with the number of their group, without the amounts of other years. */
function rankedHeadings(
  headings: readonly WrittenHeading[],
  year: Given['creditYear'],
  valuesUnder: ValuesUnder | null,
): readonly ColumnHeading[] {
  const ofYear = tablesIn(headings).flatMap((table) =>
    withoutYears(withDatedYears(withOwnRanks<ColumnHeading>(table), year ?? null), year ?? null),
  );
  return withRanks(ofYear, fieldOfRole, valuesUnder).map((heading, at) => {
    const own = ofYear[at];
    return own?.meaning === OF_OTHER_YEAR ? own : heading;
  });
}

/** The meanings of the columns of one amount that their titles oppose, « Programmé | Réalisé »; of no other column. */
export function opposedAmounts(
  { lower, upper, isEnvelope = () => false }: Pick<Given, 'lower' | 'upper' | 'isEnvelope'>,
  groups: ReadonlyMap<string, GroupReading> = new Map(),
): ReadonlyMap<number, HeadingMeaning> {
  if (!upper) return new Map();
  const columns: GroupedColumn[] = [];
  let [title, group] = ['', 0];
  for (let position = 0; position <= lastFilled(lower); position++) {
    const [above, heading] = [textAt(upper, position), textAt(lower, position)];
    if (above !== '') [title, group] = [above, group + 1];
    if (heading !== '' && title !== '' && !groups.has(title)) columns.push({ position, group, title, heading });
  }
  return rivalAmounts(columns, { meaningOf, isEnvelope });
}

/** The columns of the amounts of one envelope; null where no envelope is known. */
function columnsOfEnvelopes({ upper, lower, subject, names, samples = () => [] }: Given): EnvelopeColumns | null {
  const meaningUnder = (title: string, words: string): HeadingMeaning =>
    (title === '' ? undefined : meaningInGroup(title, words)) ?? meaningByTheSheet(words, subject);
  return names ? envelopeColumns({ upper, lower, names, samples, meaningUnder }) : null;
}

function ofEnvelope(
  { position, upper, lower, group }: Place,
  found: EnvelopeColumns | null,
  names: UniqueNames,
): WrittenHeading | null {
  const own = found?.columns.get(position);
  const text = lower === '' ? upper : lower;
  if (own) {
    const heading = shown(position, text, own.meaning, names, group);
    return { ...heading, words: own.words, envelope: own.envelope, rank: 1 };
  }
  return found?.totals.has(position) === true ? shown(position, text, NOTHING, names, group) : null;
}

/** The headings between blank columns: a summary beside the ledger is another table. */
function tablesIn(headings: readonly WrittenHeading[]): readonly (readonly WrittenHeading[])[] {
  const tables: WrittenHeading[][] = [[]];
  for (const heading of headings) {
    tables.at(-1)?.push(heading);
    if (heading.kind === 'blank') tables.push([]);
  }
  return tables;
}

/**
 * « AE 2024 » beside « AE », « AE 2023 » beside « AE 2024 », or « AE » in two groups « 2022 » and « 2023 »: each is an
 * amount of its year, not of a date of the row. The one without a year, or of the credit year, is read; LEC-03 reports
 * the others. Where both are there, or the credits have several years, reading one could lose the other, so that the
 * columns are left to the user; so are the years of a table without dates, which is turned, and « AE 2024 » alone.
 */
function withoutYears(headings: readonly ColumnHeading[], creditYear: number | null): readonly ColumnHeading[] {
  const lost = new Set<ColumnHeading>();
  const hasDates = headings.some(({ meaning }) => DATES.some((field) => meaning.has(field)));
  for (const field of [...AMOUNTS, ...BESIDE_AMOUNTS]) {
    const parts = headings.filter(({ meaning }) => meaning.has(field) && meaning.get(field) === bestScore(meaning));
    const hasYears = new Set(parts.map(({ year }) => year)).size > 1;
    const isOfOtherYear = ({ words, year }: ColumnHeading): boolean =>
      !(year === null && isUpTo(words, creditYear)) && // its day decides
      (namesOtherYear(words, creditYear) || (hasYears && creditYear !== null && year !== null && year !== creditYear));
    const own = parts.filter((part) => !isOfOtherYear(part));
    const isTurned = hasYears && !hasDates && own.some(({ words }) => wordsOfHeading(words).year !== null);
    const isClear = !isTurned && new Set(own.map(({ year }) => year)).size <= 1;
    const mayLose = AMOUNTS.includes(field) || (own.length > 0 && isClear); // one date is better than none
    for (const part of parts) if (mayLose && (!isClear || !own.includes(part))) lost.add(part);
  }
  return lost.size === 0
    ? headings
    : headings.map((one) => (lost.has(one) ? { ...one, meaning: OF_OTHER_YEAR, rank: 1 } : one));
}

/** True for words that name a year before that of the credits, or this one. */
function isUpTo(words: string, creditYear: number | null): boolean {
  const { year } = wordsOfHeading(words);
  return year !== null && (creditYear === null || year <= creditYear);
}

/** Meanings already read: a sheet may repeat one heading 16,384 times, and each row of headings is read several ways. */
const meanings = new Map<string, HeadingMeaning>();
const MOST_MEANINGS = 20_000;

/** The fields that a heading may mean, remembered. */
export function meaningOf(text: string): HeadingMeaning {
  const heading = text.slice(0, LONGEST_HEADING);
  const known = meanings.get(heading);
  if (known) return known;
  if (meanings.size >= MOST_MEANINGS) meanings.clear();
  const meaning = readMeaning(heading);
  meanings.set(heading, meaning);
  return meaning;
}

/** True for « Montant », « Montant TTC »: by itself, the heading of an amount of either nature. */
export function namesNoNature(heading: string): boolean {
  const meaning = meaningOf(heading);
  return AMOUNTS.every((field) => (meaning.get(field) ?? 0) <= BY_THE_SHEET);
}

interface Place {
  readonly position: number;
  readonly upper: string;
  readonly lower: string;
  readonly group: string;
  readonly reading: GroupReading;
  /** That of a column opposed to others; undefined for most columns. */
  readonly meaning: HeadingMeaning | undefined;
}

function headingOf(given: Given, place: Place, left: WrittenHeading | undefined, names: UniqueNames): WrittenHeading {
  const { position, upper, lower, group, reading, meaning } = place;
  if (lower === '' && upper === '') return blankHeading(given, position, left, names, '');
  if (lower === '') return shown(position, upper, meaningOf(upper), names);
  if (NAMED_BY_EXCEL.test(lower)) return blankHeading(given, position, left, names, lower);
  if (meaning) {
    const isWhole = [...meaning.keys()].every((field) => !meaningOf(lower).has(field));
    return isWhole
      ? shown(position, `${group} ${lower}`, meaning, names)
      : shown(position, lower, meaning, names, group);
  }
  const whole = reading.as === '' ? undefined : meaningInGroup(reading.as, lower);
  if (whole) {
    const heading = shown(position, `${group} ${lower}`, withoutPart(whole, reading), names);
    return { ...heading, rank: rankOfWords(lower, reading.as) ?? heading.rank };
  }
  return { ...shown(position, lower, meaningByTheSheet(lower, given.subject), names, group) };
}

/** The meaning without what another column holds. */
function withoutPart(meaning: HeadingMeaning, { isPart, hasNoDate }: GroupReading): HeadingMeaning {
  if (!isPart) return meaning;
  return new Map([...meaning].filter(([field]) => field !== 'ae' && !(hasNoDate && field === 'commitmentDate')));
}

/** Amounts in dollars, in percentages… are in no figure; LEC-03 reports their column. */
function withoutAmounts(meaning: HeadingMeaning): HeadingMeaning {
  return new Map([...meaning].filter(([field]) => field !== 'ae' && field !== 'cp'));
}

function shown(
  position: number,
  name: string,
  meaning: HeadingMeaning,
  names: UniqueNames,
  group = '',
): WrittenHeading {
  const text = names.nameFor(name, group);
  const rank = rankOfWords(text, group);
  const given = unitIn(name, meaning) ?? unitIn(group, meaning);
  const unit = given && 'unit' in given ? given.unit : null;
  const year = wordsOfHeading(name).year ?? wordsOfHeading(group).year;
  const known = given !== null && unit === null ? withoutAmounts(meaning) : meaning;
  return { position, text, words: name, meaning: known, unit, kind: 'shown', rank, year };
}

/** The unit that a heading, or the title of its group, gives to a column of AE or of CP; null without one. */
function unitIn(heading: string, meaning: HeadingMeaning): UnitOfNature | null {
  const given = heading === '' ? null : unitInHeading(heading);
  const [ae = 0, cp = 0] = [meaning.get('ae'), meaning.get('cp')];
  return given && unitFor(given, ae === cp ? null : ae > cp ? 'ae' : 'cp');
}

function blankHeading(
  given: Given,
  position: number,
  left: WrittenHeading | undefined,
  names: UniqueNames,
  name: string,
): WrittenHeading {
  const besideCode = left?.kind === 'shown' ? twinMeaning(left.meaning) : NOTHING;
  const isEmpty = (): boolean => given.samples?.().every((row) => textAt(row, position) === '') === true;
  const twin = besideCode.size > 0 && isEmpty() ? NOTHING : besideCode;
  const kind = twin.size > 0 ? 'twin' : 'blank';
  const text =
    name !== '' ? name : kind === 'twin' && left ? left.text : `Colonne ${columnName(given.left + position)}`;
  return { position, text: names.nameFor(text, ''), words: '', meaning: twin, unit: null, kind, rank: 1, year: null };
}

function twinMeaning(meaning: HeadingMeaning): HeadingMeaning {
  return new Map([...meaning].filter(([field]) => TWINS.has(field)).map(([field, score]) => [field, score * TWIN]));
}

/** The meaning of « Engagement » over « Montant »; undefined when the group adds nothing to the heading. */
function meaningInGroup(group: string, heading: string): HeadingMeaning | undefined {
  if (namesOtherAmounts(group)) return NOTHING;
  const field = fieldOfRole(subjectOfGroup(group), heading);
  if (field) return new Map([[field, 1]]);
  if (wordsOfHeading(heading).concepts.size === 0) return undefined; // « Responsable » under « Enveloppe PDE »
  const together = meaningOf(`${group} ${heading}`);
  return bestScore(together) > bestScore(meaningOf(heading)) ? together : undefined;
}

function bestScore(meaning: HeadingMeaning): number {
  return Math.max(0, ...meaning.values());
}

function subjectOfGroup(group: string): Subject | null {
  const text = normaliseHeading(group);
  const meant = SUBJECTS.find(([, pattern]) => pattern.test(text))?.[0];
  if (meant) return meant;
  const meaning = meaningOf(group);
  const [commits, pays] = [meaning.has('ae'), meaning.has('cp')];
  return commits === pays ? null : commits ? 'commitment' : 'payment';
}

/** A « Montant » alone on a sheet of payments is probably the amount paid; the user confirms it. */
function meaningByTheSheet(heading: string, subject: Subject | null): HeadingMeaning {
  const alone = meaningOf(heading);
  if ([...alone.values()].some((score) => score > BY_THE_SHEET)) return alone;
  const field = fieldOfRole(subject, heading);
  return field ? new Map([[field, BY_THE_SHEET]]) : alone;
}

function fieldOfRole(subject: Subject | null, heading: string): LedgerField | null {
  if (subject === null) return null;
  const text = normaliseHeading(heading)
    .replace(/ \d+$/, '')
    .replace(/([a-z])\d+$/, '$1');
  const role = ROLES.find(([, pattern]) => pattern.test(text))?.[0];
  return (role && FIELDS_BY_ROLE[subject][role]) ?? null;
}

function textAt(row: readonly CellValue[], position: number): string {
  const value = row[position] ?? null;
  return value === null ? '' : textOf(value).slice(0, LONGEST_HEADING).trim();
}

function lastFilled(row: readonly CellValue[]): number {
  let last = row.length - 1;
  while (last >= 0 && textAt(row, last) === '') last--;
  return last;
}
