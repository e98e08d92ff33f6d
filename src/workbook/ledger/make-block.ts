/** The columns recognised under rows of headings → blocks of the ledger. */
import type { LedgerField } from '../../domain/envelopes/ledger';
import type { Nature } from '../../domain/money/nature';
import type { Chosen } from '../registers/column-choices';
import type { ColumnHeading } from './heading-rows';
import type { KnownNames } from './known-names';
import type { LedgerBlock, LedgerColumn } from './ledger-source';
import { byRank, datedBy, layerOf, repeatsAmounts, withoutUndated } from './block-layers';
import { abreast, byEnvelope, withoutEnvelopes, type BlockOfEnvelope } from './columns/envelope-blocks';
import { periodColumns, type PeriodColumn } from './tables/period-columns';
import {
  proposeColumns,
  proposeTable,
  type ProposedColumn,
  type ProposedTable,
  type UnusedColumn,
} from './map-columns';
import { natureOfPiece, natureOfWords } from './nature-words';
import { textOf } from '../cells';
import type { CellReader } from './read-cells';
import type { SheetSnapshot } from '../snapshot';
import { marksAmong, shiftedMarks, type MarkColumns } from './rows/amount-marks';
import type { Row, SheetRows } from './sheet-rows';
import { effectsOfTable } from './columns/table-effects';
import { lookUnder } from './under-headings';
import { EVERYWHERE, namesCurrency, unitFor, type GivenUnit, type UnitOfColumns, type UnitOfNature } from './units';
import { unitInHeading } from './tables/unit-exceptions';
import { columnsOfTitles } from './tables/effect-rows';
import { columnsWithoutTax, unitIn, unitOverSome, unitsAround, type TablePlace } from './tables/table-units';
import { unitRowsOf } from './tables/unit-rows';

/** A table that may be part of the ledger. */
export interface FoundBlock {
  readonly block: LedgerBlock;
  readonly headings: readonly ColumnHeading[];
  /** The proposed mapping, best first. */
  readonly columns: readonly ProposedColumn[];
  /** Columns with a heading that nothing reads. */
  readonly unused: readonly UnusedColumn[];
  /** The sum of the confidences. */
  readonly score: number;
  /** Some rows below the headings. */
  readonly samples: readonly Row[];
}

/** The rows to search, and the reader of their cells. */
export interface BlockSearch {
  readonly sheet: SheetSnapshot;
  /** The name of the file; absent when it is not known. */
  readonly file?: string | undefined;
  /** Name of the Excel Table; null for plain ranges. */
  readonly table: string | null;
  readonly rows: SheetRows;
  readonly chosen: Chosen;
  readonly cells: CellReader;
  /** The names of the convention; null when none is known. */
  readonly names: KnownNames | null;
}

/** The rows of headings of a table. */
export interface HeadingPlace {
  readonly topRow: number;
  readonly headingRow: number;
  /** The group titles. */
  readonly upper: Row | null;
}

/** Rows of headings with what they give. */
export interface Evaluated extends HeadingPlace {
  readonly headings: readonly ColumnHeading[];
  readonly samples: readonly Row[];
  /** The mapping proposed for all of the headings. */
  readonly proposed: ProposedTable;
  readonly score: number;
  /** The unit below headings that repeat those of another part, whose title gives its own. */
  readonly partUnit?: GivenUnit;
}

const FEWEST_FIELDS = 3;
/** The highest confidence of an amount column whose heading names neither AE nor CP. */
const UNSPECIFIC = 0.6;
/** The confidence of a column of payments by period, and of the dates that its heading gives. */
export const BY_PERIOD = 0.8;
const AMOUNTS: readonly LedgerField[] = ['ae', 'cp'];
/** A ledger identifies the operation of each row: a table of amounts by envelope alone is a summary. */
const OPERATIONS: readonly LedgerField[] = ['ejNumber', 'dpNumber', 'commitmentDate', 'paymentDate'];

/** The blocks under these headings, one for each envelope that has amounts of its own; none when they make no ledger. */
export function makeBlocks(
  search: BlockSearch,
  place: Evaluated,
  headings: readonly ColumnHeading[],
  lastRow: number,
): readonly FoundBlock[] {
  const envelopes = byEnvelope(headings, search.chosen);
  if (envelopes.length === 0) return blocksUnder(search, place, headings, lastRow);
  const found = envelopes.map(({ all }) => blocksUnder(search, place, all, lastRow));
  const parts = envelopes.flatMap(({ headings: own, ...envelope }, at): EnvelopePart[] => {
    const [one, ...layers] = found[at] ?? [];
    const positions = new Set(own.map(({ position }) => position));
    const columns = one?.columns.filter(({ position }) => positions.has(position)) ?? [];
    const hasAmount = columns.some(({ field }) => AMOUNTS.includes(field));
    const isPlain = layers.length === 0 && one?.block.natureColumn === undefined;
    if (!one || !hasAmount || !isPlain) return [];
    const ownColumns = new Map(columns.map(({ field, position }) => [field, search.rows.left + position]));
    return [{ ...envelope, found: one, block: one.block, headings: own, columns, own: ownColumns }];
  });
  // payments by month, or several on a row, of none of the envelopes
  if (parts.length < envelopes.length) return blocksUnder(search, place, withoutEnvelopes(headings), lastRow);
  return abreast(parts).flatMap((block, at): FoundBlock[] => {
    const part = parts[at];
    if (!part) return [];
    if (at === 0) return [{ ...part.found, block }];
    const { headings: own, columns } = part;
    const positions = new Set(own.map(({ position }) => position));
    const unused = part.found.unused.filter(({ position }) => positions.has(position));
    return [{ ...part.found, block, headings: own, columns, unused }];
  });
}

/** The block of one envelope, with the headings and the columns that are its own. */
interface EnvelopePart extends BlockOfEnvelope {
  readonly found: FoundBlock;
  readonly headings: readonly ColumnHeading[];
  readonly columns: readonly ProposedColumn[];
}

function blocksUnder(
  search: BlockSearch,
  place: Evaluated,
  headings: readonly ColumnHeading[],
  lastRow: number,
): readonly FoundBlock[] {
  const { rows, table, chosen, cells, names } = search;
  const { headingRow, topRow, samples } = place;
  const under = lookUnder((row) => rows.at(row), headingRow, lastRow);
  const periods = periodsBeside(search, place, headings);
  const { base, layers } = byRank(withoutPeriods(headings, periods), chosen);
  const year = periods.find(({ nature }) => nature === 'ae'); // the others are layers
  const isWhole = base.length === place.headings.length && base.every((one, at) => one === place.headings[at]);
  const whole = isWhole ? place.proposed : proposeTable(base, samples, cells, chosen, names);
  const groups = layers.map((group) => ({ group, own: proposeTable(group, samples, cells, chosen, names) }));
  const dated = withoutUndated(whole, groups);
  const proposed = year ? { ...dated, columns: [...dated.columns, columnOfPeriod(year)] } : dated;
  const { columns, nature, filters, unused, datesLeft } = proposed;
  if (!isLedger(proposed.columns, samples)) return [];
  const positions = headings.map(({ position }) => rows.left + position);
  const [left, right] = [Math.min(...positions), Math.max(...positions)];
  const frame = { topRow, headingRow, firstRow: under.firstRow, lastRow, left };
  const around = unitsOf(search, place, { ...frame, right });
  const units = new TableUnits(headings, under, around, rows.left);
  const mapped = (proposed: readonly ProposedColumn[]): ReadonlyMap<LedgerField, LedgerColumn> =>
    new Map(proposed.map((column) => [column.field, ledgerColumn(column, rows.left, units)]));
  const withoutTax = columnsWithoutTax(search.sheet, { ...frame, right }, search.file);
  const unitRows = unitRowsOf(rows, under.firstRow, lastRow, amountPositions(headings, columns));
  const marks = marksOf(headings, columns, samples);
  const block: LedgerBlock = {
    ...{ sheet: search.sheet.name, table, ...frame },
    columns: mapped(columns),
    ...(nature !== null && { natureColumn: rows.left + nature }),
    ...(year && { committedIn: year.paidIn }),
    ...(datesLeft && { datesLeft }),
    ...(marks && { marks: shiftedMarks(marks, rows.left) }),
    ...effectsOfTable(proposed, search, {
      ...{ headings, samples, givesUnits: unitColumnsOf(marks), areBare: areBare(columns, nature) },
      frame: { ...frame, titles: columnsOfTitles(search, place.headings, headings) },
    }),
    ...(around.length > 0 && { units: around }),
    ...(withoutTax.size > 0 && { withoutTax }),
    ...(unitRows.length > 0 && { unitRows }),
    ...(filters.size > 0 && { filters: new Map([...filters].map(([filter, at]) => [filter, rows.left + at])) }),
  };
  const first = { block, headings: base, columns, unused, score: scoreOf(columns), samples };
  const [further, notRead]: [FoundBlock[], UnusedColumn[]] = [[], []];
  for (const { group, own } of groups) {
    const layer = repeatsAmounts(own.columns, columns, rowsBetween(rows, under.firstRow, lastRow))
      ? null
      : layerOf(block, mapped(own.columns));
    if (layer) further.push({ ...first, block: layer, headings: group, columns: own.columns, unused: own.unused });
    else notRead.push(...allUnused(group, own));
  }
  further.push(...layersOfPeriods(periods, year, first, mapped));
  const read = new Set(further.flatMap((layer) => layer.headings.map(({ position }) => position)));
  const others = headings.filter(({ position }) => !read.has(position));
  return [{ ...first, headings: others, unused: [...unused, ...notRead] }, ...further];
}

/** The blocks of the columns of periods, without that of the first year of AE, which is in the first block. */
function layersOfPeriods(
  periods: readonly PeriodColumn[],
  year: PeriodColumn | undefined,
  first: FoundBlock,
  mapped: (columns: readonly ProposedColumn[]) => ReadonlyMap<LedgerField, LedgerColumn>,
): readonly FoundBlock[] {
  return periods.flatMap((period): FoundBlock[] => {
    const columns = [columnOfPeriod(period)];
    const layer = period === year ? null : layerOf(first.block, mapped(columns));
    if (!layer) return [];
    return [{ ...first, block: datedBy(layer, period, first.block), headings: [period.heading], columns }];
  });
}

/** The positions of the columns that give units or currencies. */
function unitColumnsOf(marks: MarkColumns | null): ReadonlySet<number> {
  return new Set([...(marks?.currencies ?? []), ...(marks?.units ?? [])]);
}

/** The columns of marks among those that no field has. */
function marksOf(
  headings: readonly ColumnHeading[],
  columns: readonly ProposedColumn[],
  samples: readonly Row[],
): MarkColumns | null {
  const taken = new Set(columns.map(({ position }) => position));
  const isFree = ({ position, text }: ColumnHeading): boolean => !taken.has(position) || namesCurrency(text);
  return marksAmong(
    headings
      .filter(isFree)
      .map(({ position, text, kind }) => ({ position, heading: text, isTelling: kind === 'shown' })),
    columns.filter(({ field }) => AMOUNTS.includes(field)).map(({ position }) => position),
    samples,
  );
}

/** The units that the words around a table give, the nearest first. */
function unitsOf({ sheet, file }: BlockSearch, { topRow, upper, partUnit }: Evaluated, frame: TablePlace) {
  const ofPart = partUnit ? [{ ...EVERYWHERE, given: partUnit }] : [];
  return [...ofPart, ...unitOverSome(sheet, topRow, upper), ...unitsAround(sheet, frame, file)];
}

/**
 * Columns of payments by period, in a table of EJ that has no other column of payments; columns of AE by year, beside
 * the only day of their EJ, where no other is of the AE.
 */
export function periodsBeside(
  search: BlockSearch,
  place: HeadingPlace & Pick<Evaluated, 'samples'>,
  headings: readonly ColumnHeading[],
): readonly PeriodColumn[] {
  const periods = periodColumns(search, { ...place, headings });
  if (periods.length === 0 || periods.some(({ heading }) => search.chosen(heading.text) !== undefined)) return [];
  const { chosen, cells, names } = search;
  const fields = proposeColumns(withoutPeriods(headings, periods), place.samples, cells, chosen, names);
  const has = (field: LedgerField): boolean => fields.some((column) => column.field === field);
  const days = headings.filter(({ meaning }) => (meaning.get('commitmentDate') ?? 0) > UNSPECIFIC);
  const committed = has('ae') || days.length !== 1 ? [] : periods.filter(({ nature }) => nature === 'ae');
  const paid = has('cp') || has('paymentDate') ? [] : periods.filter(({ nature }) => nature === 'cp');
  return has('ejNumber') && (has('ae') || committed.length > 0) ? [...committed, ...paid] : [];
}

function withoutPeriods(
  headings: readonly ColumnHeading[],
  periods: readonly PeriodColumn[],
): readonly ColumnHeading[] {
  return headings.filter((heading) => !periods.some((period) => period.heading === heading));
}

/** The positions of what may be amounts. */
function amountPositions(headings: readonly ColumnHeading[], columns: readonly ProposedColumn[]): readonly number[] {
  const read = columns.filter(({ field }) => AMOUNTS.includes(field));
  const others = headings.filter(({ meaning }) => AMOUNTS.some((field) => meaning.has(field)));
  return [...new Set([...read, ...others].map(({ position }) => position))];
}

function columnOfPeriod({ nature, heading: { position, text } }: PeriodColumn): ProposedColumn {
  return { field: nature, position, heading: text, confidence: BY_PERIOD, isChosen: false, examples: [] };
}

/** The columns of AE among some of periods. */
export function columnsOfYears(periods: readonly PeriodColumn[]): readonly ProposedColumn[] {
  return periods.filter(({ nature }) => nature === 'ae').map(columnOfPeriod);
}

function rowsBetween(rows: SheetRows, firstRow: number, lastRow: number): readonly Row[] {
  return Array.from({ length: lastRow - firstRow + 1 }, (_, offset) => rows.at(firstRow + offset));
}

/** The columns of a group that makes no block. */
function allUnused(group: readonly ColumnHeading[], own: ProposedTable): readonly UnusedColumn[] {
  return group.map(({ position, text }) => ({
    position,
    heading: text,
    likely: own.columns.find((column) => column.position === position)?.field ?? null,
  }));
}

/** The units of the amounts of a table: of a column by its heading, else by the words around the table. */
class TableUnits {
  constructor(
    private readonly headings: readonly ColumnHeading[],
    private readonly under: ReturnType<typeof lookUnder>,
    private readonly around: readonly UnitOfColumns[],
    private readonly left: number,
  ) {}

  of({ position, heading, field }: ProposedColumn): Pick<LedgerColumn, 'unit' | 'otherUnit'> {
    const own = unitInHeading(heading);
    if (own && 'otherUnit' in own) return { otherUnit: own.otherUnit };
    const nature = field === 'ae' || field === 'cp' ? field : null;
    const under = this.under.unitAt(position);
    const given =
      this.ofHeading(position) ??
      (under && unitFor(under, nature)) ??
      unitIn(this.around, this.left + position, nature);
    return given !== null && !('unit' in given && given.unit === '€') ? given : {};
  }

  private ofHeading(position: number): UnitOfNature | null {
    const unit = this.headings.find((one) => one.position === position)?.unit ?? null;
    return unit === null ? null : { unit };
  }
}

function ledgerColumn(proposed: ProposedColumn, left: number, units: TableUnits): LedgerColumn {
  const { field, position, heading } = proposed;
  return { field, column: left + position, heading, ...(AMOUNTS.includes(field) && units.of(proposed)) };
}

/** True when the columns make rows of operations. */
export function isLedger(columns: readonly ProposedColumn[], samples: readonly Row[]): boolean {
  const fields = new Set(columns.map(({ field }) => field));
  const has = (wanted: readonly LedgerField[]): boolean => wanted.some((field) => fields.has(field));
  return fields.size >= FEWEST_FIELDS && has(AMOUNTS) && has(OPERATIONS) && !mixesNatures(columns, samples);
}

/** The sum of the confidences. */
export function scoreOf(columns: readonly ProposedColumn[]): number {
  return columns.reduce((sum, { confidence }) => sum + confidence, 0);
}

/** The natures of the amounts of some tables. */
export function naturesOf(blocks: readonly FoundBlock[]): readonly ('ae' | 'cp')[] {
  return (['ae', 'cp'] as const).filter((field) => blocks.some(({ block }) => block.columns.has(field)));
}

/** True for a table with a column of EJ or of DP. */
export function hasPieces({ block }: FoundBlock): boolean {
  return block.columns.has('ejNumber') || block.columns.has('dpNumber');
}

/** True for a table whose only amounts have a heading that names neither AE nor CP (« Montant »). */
export function isUnspecific({ block, columns }: FoundBlock): boolean {
  return areBare(columns, block.natureColumn ?? null);
}

function areBare(columns: readonly ProposedColumn[], nature: number | null): boolean {
  const amounts = columns.filter(({ field }) => AMOUNTS.includes(field));
  return nature === null && amounts.length > 0 && amounts.every(({ confidence }) => confidence <= UNSPECIFIC);
}

/**
 * True for a column of amounts whose heading names neither AE nor CP, on rows of EJ and of DP, or beside DP numbers.
 * Reading it as either would be silently wrong: such a table is no candidate until the user maps the column.
 */
export function mixesNatures(columns: readonly ProposedColumn[], rows: readonly Row[]): boolean {
  const [amount, ...others] = columns.filter(({ field }) => AMOUNTS.includes(field));
  const operation = columns.find(({ field }) => field === 'operation');
  if (!amount || others.length > 0 || amount.confidence > UNSPECIFIC) return false;
  if (amount.field === 'ae' && columns.some(({ field }) => field === 'dpNumber')) return true;
  if (numbersBoth(rows)) return true;
  if (!operation) return false;
  const natures = rows.map((row) => natureOfWords(textOf(row[operation.position] ?? null)));
  return natures.includes('AE') && natures.includes('CP');
}

/** True when one column numbers commitments and payments: « EJ 1400000001 », then « DP 5000000001 ». */
function numbersBoth(rows: readonly Row[]): boolean {
  const natures = new Map<number, Nature>();
  for (const row of rows) {
    for (const [position, value] of row.entries()) {
      const nature = typeof value === 'string' ? natureOfPiece(value) : null;
      if (nature === null) continue;
      if (natures.get(position) === (nature === 'AE' ? 'CP' : 'AE')) return true;
      natures.set(position, nature);
    }
  }
  return false;
}
