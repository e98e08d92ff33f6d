/**
 * The tables of a ledger on one sheet: stacked with headings of their own, or side by side. A table ends above the next
 * headings, and above the next Excel Table in its columns; what the user set aside is cut out of it.
 */
import type { LedgerField } from '../../domain/envelopes/ledger';
import { readEj } from '../../domain/imputation/ej-number';
import { comparable } from '../../domain/text';
import { textOf, type Area, type CellValue } from '../cells';
import type { ColumnHeading } from './heading-rows';
import { continuesTable } from './ledger-source';
import { HeadingSearch } from './tables/heading-search';
import { makeBlocks, naturesOf, type BlockSearch, type Evaluated, type FoundBlock } from './make-block';
import { proposeColumns, type ProposedColumn } from './map-columns';
import { isFilled, type Row } from './sheet-rows';
import { areLists, areOfTableBelow } from './tables/lists-beside';
import { lastRowOfOperations } from './tables/small-tables-below';

/** A table beside another has its own column of one of these; otherwise it is the rest of the same rows. */
const OWN_TO_A_TABLE: readonly LedgerField[] = ['ejNumber', 'ae', 'cp'];

/** « EJ de rattachement », « EJ remplacé »: of the same row. */
const OF_ANOTHER_EJ =
  /(?<![a-z])(?:rattach|pere|parent|mere|cadre|origine|initial|preced|ancien|remplac|annul|lie(?:e|s)?(?![a-z])|marche|contrat|suite|report)/;
const AMOUNTS: readonly LedgerField[] = ['ae', 'cp'];

/** The areas of a sheet that are not plain ranges, and the headings that the user named. */
export interface TakenAreas {
  readonly tables: readonly Area[];
  readonly aside: readonly Area[];
  readonly headings: readonly Area[];
}

/** The blocks of plain ranges, from the top. */
export function findRangeBlocks(search: BlockSearch, taken: TakenAreas): readonly FoundBlock[] {
  const headings = new HeadingSearch(search);
  const places = headings.places(taken.headings);
  const found = places.flatMap((place, index) => {
    const next = places[index + 1];
    return blocksAt(search, place, next ? next.topRow - 1 : headings.lastSearched());
  });
  return withoutEmpty(search, found).flatMap((one) => outside(one, taken));
}

/** The blocks of an Excel Table, whose first row is the headings; `titles` is the row above it, maybe of group titles. */
export function findTableBlocks(
  search: BlockSearch,
  titles: FoundTitles,
  aside: readonly Area[],
): readonly FoundBlock[] {
  const place = new HeadingSearch(search).first(titles);
  const found = place ? makeBlocks(search, place, place.headings, search.rows.last) : [];
  return found.flatMap((one) => outside(one, { tables: [], aside }));
}

type FoundTitles = Parameters<HeadingSearch['first']>[0];

/** The tables side by side under these headings, or the one that they make together. */
function blocksAt(search: BlockSearch, place: Evaluated, lastRow: number): readonly FoundBlock[] {
  const made = (headings: readonly ColumnHeading[]): readonly FoundBlock[] => {
    const found = makeBlocks(search, place, headings, lastRow);
    const last = lastRowOfOperations(search, found, lastRow);
    return last < lastRow ? makeBlocks(search, place, headings, last) : found;
  };
  const sides = sidesOf(search, place);
  const parts = sides.flatMap((headings) => partsOf(search, { ...place, headings })).flatMap(made);
  return parts.length > 0 ? parts : made(place.headings);
}

/**
 * « N° EJ | … | AE | N° EJ payé | Date paiement | CP » whose payments are of other EJ than those of their rows: two
 * tables side by side, without a blank column between them. Otherwise all of the headings.
 */
function sidesOf(search: BlockSearch, { headings, samples }: Evaluated): readonly (readonly ColumnHeading[])[] {
  const pieces = headings.filter(({ position }) => areEj(samples, position));
  const [first, second, ...others] = pieces;
  if (!first || !second || others.length > 0 || OF_ANOTHER_EJ.test(comparable(second.words))) return [headings];
  const at = headings.indexOf(second);
  let start = at;
  while (start > 1 && isOfPayments(headings[start - 1])) start--;
  const isEj = (heading: ColumnHeading): ColumnHeading =>
    heading === second ? { ...heading, meaning: new Map([['ejNumber', 1]]) } : heading;
  const sides = [headings.slice(0, start), headings.slice(start).map(isEj)] as const;
  const [left, right] = sides.map((side) => {
    const columns = proposeColumns(side, samples, search.cells, search.chosen, search.names);
    return columns.filter(({ field }) => AMOUNTS.includes(field));
  });
  const [amount, ...further] = right ?? [];
  if (left?.length !== 1 || !amount || further.length > 0 || left[0]?.field === amount.field) return [headings];
  return areApart(samples, first.position, second.position) ? sides : [headings];
}

/** « N° DP », « Date paiement », before the EJ that is paid. */
function isOfPayments(heading: ColumnHeading | undefined): boolean {
  const has = (field: LedgerField): boolean => heading?.meaning.has(field) === true;
  return has('dpNumber') || (has('paymentDate') && !has('commitmentDate'));
}

/** True where most values of a column are numbers of EJ. */
function areEj(samples: readonly Row[], position: number): boolean {
  const values = samples.map((row) => row[position] ?? null).filter(isFilled);
  return values.filter((value) => ejIn(value) !== null).length * 2 > values.length;
}

function ejIn(value: CellValue): string | null {
  const reading = readEj(textOf(value).trim(), typeof value === 'number');
  return reading.kind === 'ej' ? reading.number : null;
}

/** True for numbers that differ on a row, most of those of one column in the other. */
function areApart(samples: readonly Row[], one: number, other: number): boolean {
  const numbers = samples.map((row) => [ejIn(row[one] ?? null), ejIn(row[other] ?? null)] as const);
  if (!numbers.some(([left, right]) => left !== null && right !== null && left !== right)) return false;
  const areIn = (own: readonly (string | null)[], all: readonly (string | null)[]): boolean => {
    const filled = own.filter((number) => number !== null);
    return filled.filter((number) => all.includes(number)).length * 2 > filled.length;
  };
  const [left, right] = [numbers.map(([number]) => number), numbers.map(([, number]) => number)];
  return areIn(left, right) || areIn(right, left);
}

/** The headings split at empty columns, where a separate table follows. */
function partsOf(
  { cells, chosen, names }: BlockSearch,
  { headings, samples }: Evaluated,
): readonly (readonly ColumnHeading[])[] {
  const isEmpty = ({ kind, position }: ColumnHeading): boolean =>
    kind !== 'shown' && !samples.some((row) => isFilled(row[position] ?? null));
  const segments: ColumnHeading[][] = [[]];
  for (const heading of headings) {
    if (isEmpty(heading)) segments.push([]);
    else segments.at(-1)?.push(heading);
  }
  const all = segments.filter((one) => one.length > 0);
  if (all.length < 2) return [headings];
  const isList = (one: readonly ColumnHeading[]): boolean =>
    areLists(
      one,
      samples,
      headings.filter((heading) => !one.includes(heading)),
    );
  const [main, ...beside] = all.filter((one) => !isList(one));
  const filled = main ? [main, ...beside.filter((one) => !areOfTableBelow(one, samples))] : [];
  const parts: ColumnHeading[][] = [];
  const owned: Set<LedgerField>[] = [];
  for (const segment of filled) {
    const columns = proposeColumns(segment, samples, cells, chosen, names);
    const own = columns.filter(({ field }) => OWN_TO_A_TABLE.includes(field));
    const isOfEnvelope = ({ position }: ProposedColumn): boolean =>
      segment.some((heading) => heading.position === position && heading.envelope !== undefined);
    const before = owned.at(-1);
    if (!before || own.some((column) => before.has(column.field) && !isOfEnvelope(column))) {
      parts.push([...segment]);
      owned.push(new Set(own.map(({ field }) => field)));
    } else {
      parts.at(-1)?.push(...segment);
      own.forEach(({ field }) => before.add(field));
    }
  }
  return parts;
}

/**
 * Words above the headings may read as headings themselves: a lesser table without any amount is none. An envelope
 * without any yet has its columns all the same, beside those of others.
 */
function withoutEmpty(search: BlockSearch, found: readonly FoundBlock[]): readonly FoundBlock[] {
  const isBeside = ({ block }: FoundBlock, other: FoundBlock): boolean =>
    block.abreast !== undefined && continuesTable(other.block, block) && hasAmounts(search, other);
  return found.filter(
    (one) =>
      hasAmounts(search, one) ||
      found.some((other) => isBeside(one, other)) ||
      !found.some(
        (other) => other.score > one.score && `${naturesOf([other])}` === `${naturesOf([one])}` && other !== one,
      ),
  );
}

function hasAmounts({ rows, cells }: BlockSearch, { block }: FoundBlock): boolean {
  const positions = [block.columns.get('ae'), block.columns.get('cp')].flatMap((column) =>
    column ? [column.column - rows.left] : [],
  );
  for (let row = block.firstRow; row <= block.lastRow; row++) {
    const values = rows.at(row);
    if (positions.some((position) => cells.amount(values[position] ?? null).kind === 'amount')) return true;
  }
  return false;
}

/**
 * A block without the rows of the Tables below it in its columns, nor what the user set aside: the rows with an amount
 * there, or the whole column when its other amounts are kept.
 */
export function outside(
  found: FoundBlock,
  { tables, aside }: Pick<TakenAreas, 'tables' | 'aside'>,
): readonly FoundBlock[] {
  const { block } = found;
  const columns = [...block.columns.values()].map(({ column }) => column);
  const right = Math.max(...columns);
  const below = tables.filter(
    (area) => area.top > block.headingRow && area.left <= right && lastColumn(area) >= block.left,
  );
  const lastRow = Math.min(block.lastRow, ...below.map((area) => area.top - 1));
  const isWhole = ({ top, rows }: Area): boolean => top <= block.firstRow && top + rows > lastRow;
  const covers = (area: Area, field: LedgerField): boolean => {
    const column = block.columns.get(field)?.column ?? -1;
    return column >= area.left && column <= lastColumn(area);
  };
  const amounts = AMOUNTS.filter((field) => block.columns.has(field));
  const dropped = amounts.filter((field) => aside.some((area) => isWhole(area) && covers(area, field)));
  const kept = dropped.length < amounts.length ? withoutFields(found, dropped) : found;
  const left = AMOUNTS.filter((field) => kept.block.columns.has(field));
  const cut = aside.filter((area) => left.some((field) => covers(area, field)));
  return runsOutside(block.firstRow, lastRow, cut).map(([from, to]) => ({
    ...kept,
    block: { ...kept.block, firstRow: from, lastRow: to },
  }));
}

function withoutFields(found: FoundBlock, dropped: readonly LedgerField[]): FoundBlock {
  if (dropped.length === 0) return found;
  const columns = new Map([...found.block.columns].filter(([field]) => !dropped.includes(field)));
  return {
    ...found,
    columns: found.columns.filter(({ field }) => !dropped.includes(field)),
    block: { ...found.block, columns },
  };
}

function lastColumn({ left, columns }: Area): number {
  return left + columns - 1;
}

/** The runs of rows that are in none of the areas; the whole when there is no area. */
function runsOutside(
  firstRow: number,
  lastRow: number,
  areas: readonly Area[],
): readonly (readonly [number, number])[] {
  const downwards = areas
    .filter(({ top, rows }) => top <= lastRow && top + rows > firstRow)
    .sort((one, other) => one.top - other.top);
  if (downwards.length === 0) return [[firstRow, lastRow]];
  const runs: (readonly [number, number])[] = [];
  let from = firstRow;
  for (const { top, rows } of downwards) {
    if (top > from) runs.push([from, top - 1]);
    from = Math.max(from, top + rows);
  }
  return from <= lastRow ? [...runs, [from, lastRow]] : runs;
}
