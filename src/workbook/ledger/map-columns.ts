/**
 * Proposes a field for each column, with a confidence, from the headings and from the values below them. Values decide
 * where headings are ambiguous: of two « Poste », the one with numbers is the line of the EJ; of two « Domaine
 * fonctionnel », the one with codes; a « Montant » is AE or CP by the words beside it.
 */
import type { LedgerField } from '../../domain/envelopes/ledger';
import type { DatesLeft } from '../../domain/envelopes/reading-facts';
import { isCellError, textOf, type CellValue } from '../cells';
import type { Chosen } from '../registers/column-choices';
import { clearsPayments, namesClearing } from './columns/clearing-dates';
import { bestAssignment } from './columns/column-assignment';
import { plainestFirst, withoutOutranked } from './columns/heading-precision';
import { isLedgerField, type ColumnField, type RowFilter } from './column-field';
import { examplesOf, valuesUnder, withoutTitles } from './columns/examples';
import { holdsPostcodes } from './columns/postcodes';
import {
  holdsAmounts,
  holdsNoDates,
  holdsNoSuch,
  shareOfCodes,
  shareThatReads,
  withNearNames,
  type ValueReaders,
} from './columns/value-shares';
import { isStateOfOthers, otherMeaningOf } from './heading-grammar';
import { wordsOfHeading } from './heading-words';
import type { ColumnHeading } from './heading-rows';
import type { KnownNames } from './known-names';
import {
  answersStatus,
  datesLeft,
  holdsAnswers,
  holdsDates,
  holdsStatuses,
  loneColumns,
  meaningsOfColours,
  type LoneColumn,
} from './columns/lone-columns';
import { isRunningTotal } from './columns/paid-amounts';
import { totalsOfEj } from './columns/totals-of-ej';
import { isJournal, naturePosition, type ValuedHeading } from './natured-columns';
import { isBlankText, type CellReader } from './read-cells';
import { isInUnreadUnit } from './tables/unit-exceptions';

/** A column that may be a field. */
interface ColumnClaim {
  readonly field: ColumnField;
  /** Position in the rows, from 0. */
  readonly position: number;
  readonly heading: string;
  /** From 0 to 1, from the heading and the values. */
  readonly confidence: number;
  /** The user chose it in `ENV_Colonnes`. */
  readonly isChosen: boolean;
  /** A few values of the column, to show. */
  readonly examples: readonly string[];
}

/** A column that was recognised. One that is AE or CP by the row is listed as both. */
export interface ProposedColumn extends ColumnClaim {
  readonly field: LedgerField;
}

/** The columns of a table. */
export interface ProposedTable {
  /** The fields, best first. */
  readonly columns: readonly ProposedColumn[];
  /** The position of the column that gives the nature of the amount, or of the date, of each row; null without one. */
  readonly nature: number | null;
  readonly filters: ReadonlyMap<RowFilter, number>;
  /** Columns that no field takes, with the field that each is most like; null for none. */
  readonly unused: readonly UnusedColumn[];
  /** Null when no unread column of dates may be one that the table lacks. */
  readonly datesLeft: DatesLeft | null;
}

/** A column with a heading that nothing reads. */
export interface UnusedColumn {
  readonly position: number;
  readonly heading: string;
  readonly likely: ColumnField | null;
}

type Rows = readonly (readonly CellValue[])[];

const LEAST_CONFIDENCE = 0.35;
/** The least share of readable values for a column without a meaningful heading. */
const ALMOST_ALL = 0.9;
const CONFIDENCE_BY_VALUES_ALONE = 0.5;
const FEWEST_VALUES_ALONE = 3;
const CONFIDENCE_WITHOUT_VALUES = 0.8;
/** The highest confidence of an amount column whose heading names neither AE nor CP. */
const UNSPECIFIC = 0.6;
/** The words of the nature are those of the operation, unless another column, « Type », has these. */
const BY_ITS_NATURE = 0.59;

/** Fields recognised by their values alone; not `costCentre`, since ten letters may be anything. */
const RECOGNISABLE_FIELDS = ['functionalDomain', 'financialCentre', 'activity', 'ejNumber'] as const;
const NAMED_FIELDS: readonly LedgerField[] = ['ministerialAxis2', 'budgetLine']; // by the convention
const NAMED_IN_THE_CONVENTION = 0.7;
/** « 0103-01 », and not « 2023-01 », a month or the number of a contract. */
const OF_A_PROGRAMME = /^\s{0,9}0/;
const BESIDE = 0.75; // a date by the amount beside it
/** Words of status under « Type » or « Nature ». */
const STATUSES = 0.65;
const AMOUNTS: readonly ColumnField[] = ['ae', 'cp'];
const DATES = ['commitmentDate', 'paymentDate'] as const;

/** The recognised fields, best first. `rows` are some rows below the headings. A choice of the user always wins. */
export function proposeColumns(
  headings: readonly ColumnHeading[],
  rows: Rows,
  cells: CellReader,
  chosen: Chosen,
  names: KnownNames | null = null,
): readonly ProposedColumn[] {
  return proposeTable(headings, rows, cells, chosen, names).columns;
}

/** The fields, the nature and the filters of a table. */
export function proposeTable(
  headings: readonly ColumnHeading[],
  rows: Rows,
  cells: CellReader,
  chosen: Chosen,
  names: KnownNames | null = null,
): ProposedTable {
  const untitled = withoutTitles(rows, names);
  const mayTitle = ({ kind, meaning }: ColumnHeading): boolean => kind !== 'shown' || meaning.has('ministerialAxis2');
  const columns = headings.map((heading): ValuedHeading => ({
    heading,
    values: valuesUnder(heading, mayTitle(heading) ? rows : untitled),
    choice: chosen(heading.text),
  }));
  const nature = naturePosition(columns, rows, cells);
  const all = columns.flatMap((column) => claimsOf(column, { cells, names }, nature));
  const totals = totalsOfEj(all, rows, cells);
  const isTotal = ({ field, position }: ColumnClaim): boolean =>
    totals.has(position) && (field === 'amount' || AMOUNTS.includes(field));
  const claims = all.filter((claim) => claim.isChosen || !(isOfOthers(claim, columns) || isTotal(claim)));
  const choice = { columns, readers: { cells, names } };
  const taken = withoutStatesOfOthers(assignmentOf(claims, choice), nature);
  const named = withDates(withAmounts(taken, nature !== null), claims, headings, rows, cells);
  const unread = unreadOf(columns, [...named, ...taken], nature);
  const ejAt = named.find(({ field }) => field === 'ejNumber')?.position;
  const lone = loneColumns(
    unread.filter((one) => !isStateOfOthers(one.heading.words) && !isRunningTotal(one, rows, ejAt, cells)),
    new Set(named.map(({ field }) => field)),
    { cells, names },
  );
  const fields = [...named, ...lone.map(proposedOf)];
  const isNatured = AMOUNTS.concat(DATES).some((field) => isShared(fields, field));
  return {
    columns: fields.sort(surestFirst),
    nature: isNatured ? nature : null,
    filters: new Map(
      taken.flatMap(({ field, position }) =>
        field === 'creditYear' || field === 'conventionName' ? [[field, position] as const] : [],
      ),
    ),
    unused: unusedOf(columns, claims, [...fields, ...taken], isNatured ? nature : null),
    datesLeft: datesLeft(new Set(fields.map(({ field }) => field)), unread, { cells, names }),
  };
}

/** Post codes under « CP », and days of a comparison with Chorus under « Rapproché le ». */
function isOfOthers({ field, position, heading }: ColumnClaim, columns: readonly ValuedHeading[]): boolean {
  if (field === 'cp') return holdsPostcodes(columns, position);
  return field === 'paymentDate' && namesClearing(heading) && !clearsPayments(columns.map((one) => one.heading.words));
}

/** Beside a column of AE, « Statut DP », « Statut SF » are no status of the row: they leave its EJ as it is. */
function withoutStatesOfOthers(taken: readonly ColumnClaim[], nature: number | null): readonly ColumnClaim[] {
  if (nature !== null || !taken.some(({ field }) => field === 'ae')) return taken;
  return taken.filter(({ field, isChosen, heading }) => field !== 'status' || isChosen || !isStateOfOthers(heading));
}

/** The columns that nothing reads and that the user did not leave out. */
function unreadOf(
  columns: readonly ValuedHeading[],
  taken: readonly ColumnClaim[],
  nature: number | null,
): readonly ValuedHeading[] {
  const used = new Set([...taken.map(({ position }) => position), ...meaningsOfColours(columns), nature]);
  return columns.filter(
    ({ heading, values, choice }) => choice === undefined && values.length > 0 && !used.has(heading.position),
  );
}

function proposedOf({ field, column: { heading, values }, confidence }: LoneColumn): ProposedColumn {
  const { position, text } = heading;
  return { field, position, heading: text, confidence, isChosen: false, examples: examplesOf(values) };
}

/** True when the column of a field has another field too: it is one or the other by the row. */
export function isShared(columns: readonly ProposedColumn[], field: ColumnField): boolean {
  const own = columns.find((column) => column.field === field);
  return own !== undefined && columns.some((other) => other !== own && other.position === own.position);
}

/** The best assignment; without a lone amount when AE or CP has a column of its own. */
function assignmentOf(claims: readonly ColumnClaim[], choice: Choice): readonly ColumnClaim[] {
  const taken = assign(claims, choice);
  const isOwn = ({ field, confidence }: ColumnClaim): boolean => AMOUNTS.includes(field) && confidence > UNSPECIFIC;
  return taken.some(({ field, isChosen }) => field === 'amount' && !isChosen) && taken.some(isOwn)
    ? assign(
        claims.filter(({ field }) => field !== 'amount'),
        choice,
      )
    : taken;
}

/** The data of a choice between columns that may be one field. */
interface Choice {
  readonly columns: readonly ValuedHeading[];
  readonly readers: ValueReaders;
}

function assign(claims: readonly ColumnClaim[], { columns, readers }: Choice): readonly ColumnClaim[] {
  const byUser = firstOfEach(claims.filter(({ isChosen }) => isChosen));
  const free = claims.filter(
    (claim) => !byUser.some(({ field, position }) => field === claim.field || position === claim.position),
  );
  const order = plainestFirst(
    columns.map(({ heading: { position, text }, values }) => ({ position, heading: text, filled: values.length })),
  );
  const valuesAt = new Map(columns.map(({ heading, values }) => [heading.position, values]));
  const judged = ({ field, position }: ColumnClaim) => {
    const values = (valuesAt.get(position) ?? []).filter((value) => !isCellError(value)); // those may be anything
    return { share: shareThatReads(field, values, readers) ?? 0, filled: values.length };
  };
  const best = withoutOutranked(free, judged);
  const taken = bestAssignment<ColumnField, ColumnClaim>(best, order);
  if (best.length === free.length) return [...byUser, ...taken];
  const ofAll = bestAssignment<ColumnField, ColumnClaim>(free, order);
  const isKept = ofAll.every(({ field }) => taken.some((one) => one.field === field));
  return [...byUser, ...(isKept ? taken : ofAll)]; // the better heading may name another field better still
}

/** Of two headings chosen for one field, the leftmost takes it. */
function firstOfEach(chosen: readonly ColumnClaim[]): readonly ColumnClaim[] {
  return chosen.filter((claim, index) => chosen.findIndex(({ field }) => field === claim.field) === index);
}

/** The fields, with the one amount as both AE and CP. */
function withAmounts(taken: readonly ColumnClaim[], hasNature: boolean): ProposedColumn[] {
  const amount = hasNature ? taken.find(({ field }) => field === 'amount') : undefined;
  const own = taken.filter(
    (claim): claim is ProposedColumn => isLedgerField(claim.field) && !(amount && AMOUNTS.includes(claim.field)),
  );
  return amount ? [...own, { ...amount, field: 'ae' }, { ...amount, field: 'cp' }] : own;
}

/**
 * The fields, with the one date as that of the commitment and of the payment when rows do one or the other. « Date »
 * beside « Montant CP », without an amount of AE, is that of the payment.
 */
function withDates(
  fields: readonly ProposedColumn[],
  claims: readonly ColumnClaim[],
  headings: readonly ColumnHeading[],
  rows: Rows,
  cells: CellReader,
): ProposedColumn[] {
  const columnOf = (field: ColumnField): ProposedColumn | undefined => fields.find((column) => column.field === field);
  const [ae, cp] = [columnOf('ae'), columnOf('cp')];
  const found = DATES.filter((field) => columnOf(field));
  const chosen = claims.find(({ field, isChosen }) => field === 'date' && isChosen);
  const isDate = ({ position }: ColumnClaim): boolean =>
    headings.some((heading) => heading.position === position && otherMeaningOf(heading.words).has('date'));
  const bare = headings.filter((heading) => isBareDate(heading, { fields, rows, cells }));
  if (ae && cp && ae.position !== cp.position && !chosen && bare.length === 2 && areOfOneTable(bare, headings)) {
    const own = fields.filter(({ field, isChosen }) => !DATES.some((one) => one === field) || isChosen);
    return own.some(({ field }) => DATES.some((one) => one === field))
      ? [...fields]
      : [...own, ...beside(bare, ae, cp)];
  }
  const date = chosen ?? (found[0] && found.length === 1 ? columnOf(found[0]) : undefined);
  if (!ae && cp && cp.confidence > UNSPECIFIC && date?.field === 'commitmentDate' && !date.isChosen && isDate(date))
    return fields.map((field) => (field === date ? { ...date, field: 'paymentDate' } : field));
  if (!ae || !cp || !date || (!chosen && (date.isChosen || !isDate(date)))) return [...fields];
  const free = headings.filter((heading) => fields.every(({ position }) => position !== heading.position));
  const at = { ae: ae.position, cp: cp.position, date: date.position, free };
  if (chosen === undefined && !isJournal(rows, at, cells)) return [...fields];
  const others = fields.filter(({ field }) => !DATES.some((one) => one === field));
  return [...others, ...DATES.map((field) => ({ ...date, field }))];
}

/** « Date », over dates that no other field has. */
function isBareDate(
  { position, words, kind }: ColumnHeading,
  { fields, rows, cells }: { readonly fields: readonly ColumnClaim[]; readonly rows: Rows; readonly cells: CellReader },
): boolean {
  const taken = fields.find((column) => column.position === position);
  if (kind !== 'shown' || !otherMeaningOf(words).has('date')) return false;
  if (taken && !DATES.some((field) => field === taken.field)) return false;
  const values = rows.map((row) => row[position] ?? null).filter((value) => !isBlankText(textOf(value)));
  return values.some((value) => cells.date(value).kind === 'date');
}

/** False for headings on both sides of a column without one, which are those of two tables. */
function areOfOneTable([first, second]: readonly ColumnHeading[], headings: readonly ColumnHeading[]): boolean {
  if (!first || !second) return false;
  const between = headings.filter(({ position }) => position > first.position && position < second.position);
  return between.length === second.position - first.position - 1 && between.every(({ kind }) => kind === 'shown');
}

/** Two columns « Date »: each is that of the amount after it, or before it; neither when both are together. */
function beside(
  [first, second]: readonly ColumnHeading[],
  ae: ColumnClaim,
  cp: ColumnClaim,
): readonly ProposedColumn[] {
  const [one, other] = ae.position < cp.position ? [ae, cp] : [cp, ae];
  if (!first || !second) return [];
  const [left, right] = [first.position, second.position];
  const isBefore = left < one.position && one.position < right && right < other.position;
  const isAfter = one.position < left && left < other.position && other.position < right;
  if (!isBefore && !isAfter) return [];
  const dateOf = ({ field }: ColumnClaim): LedgerField => (field === 'ae' ? 'commitmentDate' : 'paymentDate');
  return [[first, one] as const, [second, other] as const].map(([{ position, text }, amount]) => ({
    ...{ field: dateOf(amount), position, heading: text },
    ...{ confidence: BESIDE, isChosen: false, examples: [] },
  }));
}

function surestFirst(one: ColumnClaim, other: ColumnClaim): number {
  return (
    Number(other.isChosen) - Number(one.isChosen) || other.confidence - one.confidence || one.position - other.position
  );
}

function claimsOf(column: ValuedHeading, readers: ValueReaders, nature: number | null): ColumnClaim[] {
  const { heading: named, values, choice } = column;
  const { text: heading, words, position, meaning, kind } = named;
  if (kind !== 'shown' && values.length === 0 && choice === undefined) return [];
  const examples = examplesOf(values);
  if (choice !== undefined)
    return choice === null ? [] : [{ field: choice, confidence: 1, position, heading, examples, isChosen: true }];
  const shareOf = (field: ColumnField): number | null => shareThatReads(field, values, readers);
  const claims: { field: ColumnField; confidence: number }[] = [];
  const others = otherMeaningOf(words);
  const { concepts } = wordsOfHeading(words);
  const isNamed = concepts.has('date') || concepts.has('on') || concepts.has('number') || concepts.has('code');
  const isNatured = nature !== null && others.has('amount'); // « Montant »: AE or CP by the row, never one of them
  for (const [field, score] of meaning) {
    if (field === 'ministerialAxis2' && values.length === 0 && score <= UNSPECIFIC) continue; // « Code projet »
    if (AMOUNTS.includes(field) && (isNatured || holdsDates(named) || holdsAnswers(column))) continue;
    if (!isNamed && (holdsAmounts(field, values, readers) || holdsNoSuch(field, column, readers))) continue;
    if (!isNamed && holdsNoDates(field, column)) continue;
    if (nature !== position || field === 'operation') claims.push({ field, confidence: score * trust(shareOf(field)) });
  }
  if (nature === position && !meaning.has('operation')) claims.push({ field: 'operation', confidence: BY_ITS_NATURE });
  const isVague = meaning.size > 0 && [...meaning.values()].every((score) => score <= UNSPECIFIC);
  if (isVague && holdsStatuses(column, readers)) claims.push({ field: 'status', confidence: STATUSES });
  if (answersStatus(column)) claims.push({ field: 'status', confidence: STATUSES });
  const known = concepts.has('envelope') || concepts.has('beneficiary') ? withNearNames(readers) : readers;
  for (const field of NAMED_FIELDS) {
    const share =
      readers.names && !values.every(isCellError) ? (shareThatReads(field, values, known, ALMOST_ALL) ?? 0) : 0;
    if (share >= ALMOST_ALL) claims.push({ field, confidence: NAMED_IN_THE_CONVENTION * share });
  }
  for (const [field, score] of others) {
    const isOurAmount = field === 'amount' && nature !== null && !isInUnreadUnit(words);
    if (field === 'creditYear' || field === 'conventionName' || isOurAmount)
      claims.push({ field, confidence: score * trust(shareOf(field)) });
  }
  if (meaning.size === 0 && values.length >= FEWEST_VALUES_ALONE) {
    for (const field of RECOGNISABLE_FIELDS) {
      if (field === 'functionalDomain' && !values.every((value) => OF_A_PROGRAMME.test(textOf(value)))) continue;
      const share = shareOfCodes(field, values, readers.cells);
      if (share >= ALMOST_ALL) claims.push({ field, confidence: CONFIDENCE_BY_VALUES_ALONE * share });
    }
  }
  const believed = claims.filter(({ confidence }) => confidence >= LEAST_CONFIDENCE);
  return believed.map((claim) => ({ ...claim, position, heading, examples, isChosen: false }));
}

/** Values that cannot be read as the field halve the confidence only: they may be the errors to repair. */
function trust(share: number | null): number {
  return share === null ? CONFIDENCE_WITHOUT_VALUES : 0.5 + share / 2;
}

function unusedOf(
  columns: readonly ValuedHeading[],
  claims: readonly ColumnClaim[],
  taken: readonly ColumnClaim[],
  nature: number | null,
): readonly UnusedColumn[] {
  const used = new Set([...taken.map(({ position }) => position), ...(nature === null ? [] : [nature])]);
  const best = new Map(
    [...claims]
      .sort(surestFirst)
      .reverse()
      .map(({ position, field }) => [position, field] as const),
  );
  return columns.flatMap(({ heading: { position, text, kind } }) =>
    used.has(position) || kind !== 'shown' ? [] : [{ position, heading: text, likely: best.get(position) ?? null }],
  );
}
