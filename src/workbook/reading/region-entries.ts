/** The entries of a rectangle outside the ledger: what it holds, and whether it should have been read. */
import type { StatedFigure } from '../../domain/envelopes/reading-facts';
import type { AmountUnit } from '../../domain/money/amount-text';
import { comparable } from '../../domain/text';
import { areaAddress, textOf, type Area, type CellValue } from '../cells';
import type { LeftReason } from '../ledger/choice/left-tables';
import { announcesPayments, titlesIssued } from '../ledger/rows/whole-ledger/issued-words';
import { valueAt, type SheetSnapshot, type TableSnapshot } from '../snapshot';
import { naturesInOurTable, natureOfLabel } from './our-natures';
import type { ReadingEntry, ReadingReason, ReadingRole } from './account';
import { addedColumns } from './added-columns';
import { centsAt, isNoAmount, isUnreadableAmount } from './amount-cells';
import {
  columnsOfArea,
  isInPlaceOfAmount,
  isNoMoneyByLabel,
  namesAnAmount,
  type AreaColumn,
  type AreaColumns,
} from './amount-columns';
import { addTo, BesideEntries, type EntryMakers } from './beside/beside-entries';
import type { LedgerRows } from './beside/ledger-rows';
import type { CreditsRows } from './credits-rows';
import { withPrices } from './purchases/price-columns';
import { rowTotals } from './purchases/row-totals';
import { titlesAbove } from './purchases/titles-above';
import { footOf, isPivot } from './derived-cells';
import type { DerivedFormulas } from './derived-formulas';
import type { TotalWords } from '../ledger/rows/total-words';
import type { SetAsidePlaces } from './set-aside-places';
import { PlaceSums, sumsIn, type AmountNature } from './place-sums';
import { cellsBetween, isFilled, looksLikeHeadings } from '../ledger/sheet-rows';
import { NO_SUMMARY, type StatedFigures, type Summary } from './stated/stated-figures';

/** A rectangle, and what is known of it. */
export interface Region {
  readonly area: Area;
  readonly table: string | null;
  /** The headings of an Excel Table. */
  readonly headings: readonly string[] | null;
  /** The known columns: those of the table of the ledger just above it, or those of a table left out. */
  readonly known: KnownColumns | null;
  /** Just below a table, with its columns unless it has headings of its own. */
  readonly isBelow: boolean;
  /** The rows of the ledger on its left. */
  readonly beside?: LedgerRows;
}

/** Null for a column that holds no amounts; their unit is null when none is read. */
export type KnownColumn = { readonly nature: AmountNature; readonly unit: AmountUnit | null } | null;

/**
 * Columns of the sheet, and why their rows are in no figure, null when the rows themselves decide; `keys`: the headings
 * of those without amounts, comparable.
 */
export interface KnownColumns {
  readonly columns: ReadonlyMap<number, KnownColumn>;
  readonly keys?: ReadonlySet<string>;
  readonly reason: 'besideTable' | LeftReason | null;
}

/** `withoutTax`: amounts of operations where no other column gives them. */
type Bucket = 'main' | 'totals' | 'formulas' | 'otherAmounts' | 'withoutTax';

const REASONS: Readonly<Record<Bucket, ReadingReason>> = {
  main: 'notRecognised',
  totals: 'totals',
  formulas: 'formulas',
  otherAmounts: 'otherAmounts',
  withoutTax: 'otherAmounts',
};

/** One may be a word of the team. */
const FEWEST_KEYS = 2;
const FEWEST_WORDS = 3;
const MOST_HEADING_ROWS = 3;
const SHORTEST_NUMBER = 9; // the digits of an EJ, a DP, a SIREN

/** Reads rectangles of one sheet. */
export class RegionEntries {
  constructor(
    private readonly sheet: SheetSnapshot,
    private readonly credits: CreditsRows,
    private readonly words: TotalWords,
    private readonly aside: SetAsidePlaces,
    private readonly formulas: DerivedFormulas,
    /** The headings of the tables of the workbook, comparable. */
    private readonly tableHeadings: ReadonlySet<string>,
    /** The Excel Tables of the sheet. */
    private readonly tables: readonly TableSnapshot[],
    private readonly stated: StatedFigures,
    /** The name of the file; absent when it is not known. */
    private readonly file?: string,
  ) {}

  /** The figures of the summaries of the sheet, once its rectangles are read. */
  readonly figures: StatedFigure[] = [];

  /** The entry of one of our tables, none without amounts, and those of the columns of amounts added to it. */
  ofOurTable(table: TableSnapshot, role: 'convention' | 'document'): readonly ReadingEntry[] {
    const added = addedColumns(this.sheet, table, this.aside, this.formulas);
    const entries = added.map(({ role: own, heading, unit, sums }): ReadingEntry => {
      if (typeof own === 'object') return this.entry(sums.area, table.name, 'setAside', 'byUser', own.aside, sums);
      if (own !== 'typed') return this.entry(sums.area, table.name, 'derived', own, heading, sums);
      const unread = this.entry(sums.area, table.name, 'unread', 'columnNotUsed', heading, sums);
      return { ...unread, isOfRegister: true, ...(unit === null && { isInOtherUnit: true }) };
    });
    return [...this.ownColumns(table, role), ...entries];
  }

  /** The entry of rows below one of our tables that are rows of it; those that were set aside apart. */
  belowOurTable(table: TableSnapshot, { top, rows, left, columns }: Area): readonly ReadingEntry[] {
    const asideAt = (row: number): string | null => {
      const cells = Array.from({ length: columns }, (_, offset) => this.aside.at(row, left + offset));
      return cells.find((choice) => choice !== null)?.reason ?? null;
    };
    const runs: { top: number; rows: number; readonly reason: string | null }[] = [];
    for (let row = top; row < top + rows; row++) {
      const [run, reason] = [runs.at(-1), asideAt(row)];
      if (run?.reason === reason) run.rows++;
      else runs.push({ top: row, rows: 1, reason });
    }
    return runs.map(({ reason, ...run }): ReadingEntry => {
      const area: Area = { ...run, left, columns };
      const sums = this.sumsOfOurs(table, run.top, run.rows);
      const entry =
        reason === null
          ? this.entry(area, table.name, 'unread', 'belowRegister', table.name, sums)
          : this.entry(area, table.name, 'setAside', 'byUser', reason, sums);
      return { ...entry, rows: run.rows, isOfRegister: true };
    });
  }

  private ownColumns(table: TableSnapshot, role: 'convention' | 'document'): readonly ReadingEntry[] {
    const { name, area } = table;
    const sums = this.sumsOfOurs(table, area.top + 1, area.rows - 1);
    const reason = role === 'convention' ? 'conventionTable' : 'document';
    return sums.isEmpty ? [] : [this.entry(area, name, role, reason, '', sums)];
  }

  private sumsOfOurs(table: TableSnapshot, firstRow: number, rows: number): PlaceSums {
    const { area } = table;
    const sums = new PlaceSums();
    const amounts = naturesInOurTable(table).flatMap((nature, offset) =>
      nature === null ? [] : [{ column: area.left + offset, nature }],
    );
    for (let row = firstRow; row < firstRow + rows; row++) {
      for (const { column, nature } of amounts) {
        const cents = centsAt(this.sheet, row, { column, isMoney: true, unit: '€' });
        if (cents === null || cents === 'unreadable') continue;
        const label = nature === 'byLabel' ? natureOfLabel(textOf(valueAt(this.sheet, row, area.left))) : nature;
        if (label !== null) sums.add(row, column, label, cents);
      }
    }
    return sums;
  }

  /** The entry of a document; none without amounts. */
  ofDocument(area: Area): readonly ReadingEntry[] {
    const sums = new PlaceSums();
    const { firstRow, columns } = columnsOfArea(this.sheet, area, null, { isOurs: true });
    this.eachAmount(area, firstRow, columns, (row, { column, nature }, cents) => {
      if (cents !== null) sums.add(row, column, nature, cents);
    });
    return sums.isEmpty ? [] : [this.entry(area, null, 'document', 'document', '', sums)];
  }

  /** The columns under headings that repeat some of the table above, and not its amounts: a table of its own. */
  private rowOfKeys(area: Area, keys: ReadonlySet<string> = new Set()): AreaColumns | null {
    const most = keys.size < FEWEST_KEYS ? 0 : Math.min(area.rows - 1, MOST_HEADING_ROWS);
    for (let offset = 0; offset < most; offset++) {
      const top = area.top + offset;
      const headings = cellsBetween(this.sheet, top, area.left, area.columns).map(textOf);
      if (headings.filter((heading) => keys.has(comparable(heading).trim())).length < FEWEST_KEYS) continue;
      return this.columnsIn({ ...area, top, rows: area.rows - offset }, headings);
    }
    return null;
  }

  /** False for headings with a word where the table above has amounts, and for rows with nothing there at all. */
  private continues({ top, left, rows, columns }: Area, known: KnownColumns | null): boolean {
    if (known === null) return true;
    const isIn = (row: number): boolean =>
      [...known.columns].some(([column, found]) => found !== null && isFilled(valueAt(this.sheet, row, column)));
    const [first] = Array.from({ length: rows }, (_, at) => top + at).filter(isIn);
    if (first !== top) return first !== undefined;
    return !looksLikeHeadings(cellsBetween(this.sheet, top, left, columns), FEWEST_WORDS);
  }

  /** The entries of a rectangle that is not ours. */
  of({ area, table, headings, ...region }: Region): readonly ReadingEntry[] {
    const head = this.rowOfKeys(area, region.known?.keys);
    const own = head ?? this.columnsIn(area, headings, region.beside);
    const isHeaded = head !== null || own.columns.some(({ heading }) => namesAnAmount(heading));
    const isBeside = region.isBelow && !isHeaded && this.continues(area, region.known);
    const known = region.isBelow && !isBeside ? null : region.known;
    const found = withKnown(own, known);
    const { firstRow, columns } = found;
    const [buckets, asides] = [new Map<Bucket, PlaceSums>(), new Map<string, PlaceSums>()];
    const [unseen, all] = [new PlaceSums(), new PlaceSums()];
    const beside = new BesideEntries(this.sheet, region.beside, this.aside, this.entry.bind(this));
    const footAt = oncePerRow((row) => this.footAt(row, columns));
    const totalled = once(() => rowTotals(this.sheet, area, found));
    const placesOf = (row: number, column: AreaColumn, cents: number | null): readonly PlaceSums[] => {
      const choice = this.aside.at(row, column.column) ?? beside.choiceAt(row, column);
      if (choice) return [sumsIn(asides, choice.reason)];
      const bucket = totalled().has(column.column) ? 'totals' : this.bucketOf(row, column, footAt);
      if (bucket === 'main' && this.aside.surrounds(row, column.column)) return [unseen];
      beside.add({ row, column, cents, isMain: bucket === 'main' });
      return [all, sumsIn(buckets, bucket)];
    };
    this.eachAmount(area, isBeside ? area.top : firstRow, columns, (row, column, cents) => {
      for (const sums of placesOf(row, column, cents)) addTo(sums, { row, column, cents });
    });
    const entries = [...asides].map(([why, sums]) => this.entry(sums.area, table, 'setAside', 'byUser', why, sums));
    if (!unseen.isEmpty) entries.push(this.entry(unseen.rowsOf(area), table, 'unread', 'amongAside', '', unseen));
    if (all.isEmpty) return entries;
    const [why, other] = [known?.reason ?? null, this.notOperations(area, found, known)];
    if (other !== null) return [this.entry(area, table, 'derived', other, '', all), ...entries];
    const isPivotTable = isPivot(this.sheet, area, this.tableHeadings);
    const main: Bucket = buckets.has('main') ? 'main' : 'withoutTax';
    const rowsOf = (bucket: Bucket): number => buckets.get(bucket)?.rows ?? 0;
    const summary = once((): Summary => (isPivotTable ? NO_SUMMARY : this.stated.of(this.sheet, area, found)));
    const mayHoldCredits = (): boolean => this.credits.areIn(this.sheet, area, found) && summary().rows < rowsOf(main);
    const isComputedHere = rowsOf('formulas') > 0 && rowsOf('formulas') >= rowsOf('main');
    const unreadAs = (): ReadingReason | null => {
      if (isPivotTable || !buckets.has(main)) return null;
      if ((why !== null && why !== 'summary') || mayHoldCredits())
        return why ?? (this.isDoubtful(area, found) ? 'doubtful' : 'notRecognised');
      const mayBeSpent = main === 'main' && !isComputedHere && summary().rows === 0;
      return mayBeSpent && this.credits.doubtIn(this.sheet, area, found).length > 0 ? 'mayBeSpent' : null;
    };
    const detail = !buckets.has('main') && buckets.has('otherAmounts') ? headingOfOthers(columns) : null;
    const reason = isPivotTable
      ? 'pivot'
      : isComputedHere
        ? 'formulas'
        : detail === null
          ? 'noCredits'
          : 'otherAmounts';
    const derived: EntryMakers['derived'] = (at, sums) => this.entry(at, table, 'derived', reason, detail ?? '', sums);
    const unread = unreadAs();
    const mayBeOfRows = region.beside && !isPivotTable && (unread === null || unread === 'mayBeSpent');
    const ofRows = mayBeOfRows && summary().rows === 0 ? beside.entries(columns, derived) : [];
    if (ofRows.length > 0) return [...ofRows, ...entries];
    if (unread !== null) return [...this.ofBuckets(buckets, { area, table, main, unread }), ...entries];
    this.figures.push(...summary().figures);
    return [derived(area, all), ...entries];
  }

  private ofBuckets(
    buckets: ReadonlyMap<Bucket, PlaceSums>,
    { area, table, main, unread }: Pick<Region, 'area' | 'table'> & { main: Bucket; unread: ReadingReason },
  ): readonly ReadingEntry[] {
    return [...buckets].map(([bucket, sums]) =>
      bucket === main
        ? this.entry(area, table, 'unread', unread, '', sums)
        : this.entry(sums.area, table, 'derived', REASONS[bucket], '', sums),
    );
  }

  private columnsIn(area: Area, headings: readonly string[] | null, beside?: LedgerRows): AreaColumns {
    const found = columnsOfArea(this.sheet, area, headings, {
      file: this.file,
      ...(beside && { over: (column: number) => beside.headingsOver(column) }),
    });
    return withPrices(this.sheet, area, found, this.words);
  }

  /** Why a rectangle is known to hold no operation of the ledger; null when its rows decide. */
  private notOperations(area: Area, found: AreaColumns, known: KnownColumns | null): LeftReason | null {
    if (known === null) return this.credits.areGiven(this.sheet, area, found) ? 'credits' : null;
    const { reason } = known;
    return reason === 'extract' || reason === 'issued' || reason === 'credits' ? reason : null;
  }

  /** « Services faits », « CP à payer », « Subventions », as the name of the sheet or a title above: not the ledger's, perhaps. */
  private isDoubtful(area: Area, found: AreaColumns): boolean {
    const titles = [this.sheet.name, ...titlesAbove(this.sheet, area, found)];
    return titles.some((title) => announcesPayments(title) || titlesIssued(title) || this.credits.isDoubtedBy(title));
  }

  /** The columns of an Excel Table. */
  columnsOf({ area, columns }: TableSnapshot): KnownColumns['columns'] {
    const found = columnsOfArea(this.sheet, area, columns, { file: this.file }).columns;
    return new Map(
      found.map(({ column, kind, nature, unit }) => [column, kind === 'amounts' ? { nature, unit } : null]),
    );
  }

  private bucketOf(row: number, { column, isOther, concepts }: AreaColumn, footAt: FootAt): Bucket {
    if (this.formulas.isDerived(this.sheet, row, column)) return 'formulas';
    if (this.tables.some((table) => isTotalsRow(table, row, column))) return 'totals';
    const foot = footAt(row);
    if (foot !== null) return foot === 'total' ? 'totals' : 'otherAmounts';
    if (!isOther) return 'main';
    return concepts.has('withoutTax') && !concepts.has('limit') ? 'withoutTax' : 'otherAmounts';
  }

  /** The kind of a row of totals or of balances; null for an operation, which has a number of piece or a date. */
  private footAt(row: number, columns: readonly AreaColumn[]): ReturnType<typeof footOf> {
    const foot = footOf(this.sheet, columns, row, this.words);
    return foot !== null && this.credits.isIdentified(this.sheet, row, columns) ? null : foot;
  }

  /** Visits the amounts row by row; `cents` is null for one that cannot be read. */
  private eachAmount(
    area: Area,
    firstRow: number,
    columns: readonly AreaColumn[],
    visit: (row: number, column: AreaColumn, cents: number | null) => void,
  ): void {
    const amounts = columns.filter(({ kind }) => kind === 'amounts');
    const isOperation = oncePerRow(this.credits.judgeOf(this.sheet, columns));
    const { top = 0, left = 0 } = this.sheet.used ?? {};
    for (let row = firstRow; row < area.top + area.rows && amounts.length > 0; row++) {
      const values = this.sheet.values[row - top];
      if (!values) continue;
      for (const found of amounts) {
        const { column, heading } = found;
        const value = values[column - left] ?? null;
        const read = centsAt(this.sheet, row, found);
        const cents = read === 'unreadable' ? null : read;
        if (read === null && !this.isUnreadable(value, row, found, isOperation)) continue;
        const mayBeLabelled = heading === '' || isLong(value);
        if (mayBeLabelled && isNoMoneyByLabel(value, values[column - left - 1] ?? null)) continue;
        visit(row, found, cents);
      }
    }
  }

  private isUnreadable(
    value: CellValue,
    row: number,
    column: AreaColumn,
    isOperation: (row: number) => boolean,
  ): boolean {
    if (isUnreadableAmount(value)) return true;
    if (this.aside.surrounds(row, column.column) && isNoAmount(value)) return true;
    return isInPlaceOfAmount(value, column) && isOperation(row);
  }

  private entry(
    area: Area,
    table: string | null,
    role: ReadingRole,
    reason: ReadingReason,
    detail: string,
    places: PlaceSums,
  ): ReadingEntry {
    const { name, visibility } = this.sheet;
    const isHidden = visibility !== 'visible';
    const { rows, sums } = places;
    const unreadable = places.unreadableAs(role);
    return { sheet: name, area: areaAddress(area), table, isHidden, role, reason, detail, rows, sums, unreadable };
  }
}

function headingOfOthers(columns: readonly AreaColumn[]): string {
  return columns.find(({ isOther, kind }) => isOther && kind === 'amounts')?.heading ?? '';
}

/** « EJ | 1405000100 » among the rows of a form, under the text of its first row. */
function isLong(value: CellValue): boolean {
  const digits = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return digits.length >= SHORTEST_NUMBER;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

type FootAt = (row: number) => ReturnType<typeof footOf>;

/** Keeps the answer about the last row: it reads every column of the row, and each amount of the row asks it. */
function oncePerRow<T>(answerOf: (row: number) => T): (row: number) => T {
  let last: { readonly row: number; readonly answer: T } | null = null;
  return (row) => {
    if (last?.row !== row) last = { row, answer: answerOf(row) };
    return last.answer;
  };
}

/** The columns as the table above, or the one that was left out, has them. */
function withKnown({ firstRow, columns }: AreaColumns, known: KnownColumns | null): AreaColumns {
  if (known === null) return { firstRow, columns };
  const settled = columns.map((column): AreaColumn => {
    const found = known.columns.get(column.column);
    if (found === undefined) return column;
    if (found !== null) return { ...column, ...found, kind: 'amounts', isMoney: true };
    return column.kind === 'amounts' ? { ...column, kind: column.mayBeDates ? 'dates' : 'others' } : column;
  });
  return { firstRow, columns: settled };
}

function isTotalsRow({ area, hasTotalsRow }: TableSnapshot, row: number, column: number): boolean {
  return hasTotalsRow && row === area.top + area.rows && column >= area.left && column < area.left + area.columns;
}
