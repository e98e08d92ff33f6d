/**
 * A ledger shared by several conventions or years has a column for each: the rows of another convention, and those of
 * a year without credits, are not counted. Rows whose cell is blank or resembles the convention are counted, out of
 * prudence; and so are those whose own day is in a year with credits, and those of an EJ of an earlier year that is
 * not paid in full: they make the restes à payer. Where
 * no row names the convention for sure, those that name another one are counted too, and reported (LEC-05); so are
 * those that count in another year than their cell gives.
 */
import { yearOf } from '../../../../domain/calendar/civil-date';
import { creditYearsOf } from '../../../../domain/envelopes/credit-years';
import type { Convention } from '../../../../domain/envelopes/convention';
import type { LedgerRow } from '../../../../domain/envelopes/ledger';
import { withMark } from '../../../../domain/envelopes/reading-facts';
import { findSheet, valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../../../snapshot';
import type { RowFilter } from '../../column-field';
import { placeOfRow, type IgnoredRow, type LedgerBlock } from '../../ledger-source';
import { textOf } from '../../../cells';
import type { ReadLedger } from '../../read-ledger';
import { compare, type ConventionMatch } from './convention-names';
import { unseenAmountsOf } from '../unseen-amounts';
import { hiddenRowsOf } from '../hidden-rows';

const YEAR = /\b20\d{2}\b/;

/** The ledger of the convention and of its years; the same object when no column distinguishes other rows. */
export function ownLedger(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  whole: ReadLedger,
  convention: Convention,
): ReadLedger {
  const { ledger, ignored } = whole;
  const cells = new SharedColumns(workbook, blocks);
  if (cells.isEmpty) return whole;
  const { aside: ofConvention, doubtful } = otherConventions(ledger.rows, cells, convention);
  const kept = ledger.rows.filter((row) => !ofConvention.has(row));
  const { aside: ofYear, earlier } = otherYears(kept, cells, convention);
  const misdated = rowsOfTwoYears(kept, cells, convention);
  if (ofConvention.size + ofYear.size + earlier.size + doubtful.size + misdated.size === 0) return whole;
  const rows = kept
    .filter((row) => !ofYear.has(row))
    .map((row): LedgerRow => (earlier.has(row) ? { ...row, isOfEarlierYear: true } : row))
    .map((row) => inDoubt(row, doubtful.get(row.key) ?? misdated.get(row.key)));
  const leftOut = (set: ReadonlySet<LedgerRow>, reason: IgnoredRow['reason']): readonly IgnoredRow[] =>
    [...set].map(({ key }) => ({ row: key, reason }));
  const { struck } = ledger;
  const left = [...leftOut(ofConvention, 'otherConvention'), ...leftOut(ofYear, 'otherYear')];
  return {
    ledger: {
      ...ledger,
      rows,
      leftOut: [...(ledger.leftOut ?? []), ...ofConvention, ...ofYear],
      hidden: hiddenRowsOf(workbook, blocks, rows),
      unseen: unseenAmountsOf(workbook, blocks, rows),
      ...(struck && { struck: struck.filter(({ row }) => !ofConvention.has(row) && !ofYear.has(row)) }),
    },
    ignored: [...ignored, ...left].sort((one, other) => one.row - other.row),
  };
}

/** A row keeps its other marks. */
function inDoubt(row: LedgerRow, mark: LedgerRow['mark']): LedgerRow {
  return mark === undefined ? row : withMark(row, mark);
}

/** The columns of the year and of the convention, which no field has. */
export class SharedColumns {
  private readonly sheets: ReadonlyMap<LedgerBlock, SheetSnapshot | undefined>;

  constructor(
    workbook: WorkbookSnapshot,
    private readonly blocks: readonly LedgerBlock[],
  ) {
    this.sheets = new Map(blocks.map((block) => [block, findSheet(workbook, block.sheet)] as const));
  }

  get isEmpty(): boolean {
    return this.blocks.every(({ filters }) => filters === undefined);
  }

  /** The text of a row in one of these columns; empty without one. */
  textOf(row: LedgerRow, filter: RowFilter): string {
    const place = placeOfRow(this.blocks, row.key);
    const column = place?.block.filters?.get(filter);
    const sheet = place && this.sheets.get(place.block);
    return !place || !sheet || column === undefined ? '' : textOf(valueAt(sheet, place.row, column)).trim();
  }

  /** True for a row of a table with a column of days of commitments: a blank one is reported for itself (DON-01). */
  dates(row: LedgerRow): boolean {
    return placeOfRow(this.blocks, row.key)?.block.columns.has('commitmentDate') ?? false;
  }

  /** That text, with its heading. */
  markOf(row: LedgerRow, filter: RowFilter): NonNullable<LedgerRow['mark']> {
    const block = placeOfRow(this.blocks, row.key)?.block;
    const sheet = block && this.sheets.get(block);
    const column = block?.filters?.get(filter);
    const heading = sheet && column !== undefined ? textOf(valueAt(sheet, block.headingRow, column)).trim() : '';
    return { heading, raw: this.textOf(row, filter) };
  }
}

/** Rows in doubt, with the cell that leaves it. */
type Doubts = ReadonlyMap<LedgerRow['key'], NonNullable<LedgerRow['mark']>>;

/** Rows by a column of conventions, or of delegants. */
interface OtherConventions {
  readonly aside: ReadonlySet<LedgerRow>;
  /** Rows that may be of another convention, with what names it. */
  readonly doubtful: Doubts;
}

/**
 * When some rows name the convention, the others are those of others. When none does, of several names, those that
 * resemble nothing of the convention are in doubt.
 */
function otherConventions(rows: readonly LedgerRow[], cells: SharedColumns, convention: Convention): OtherConventions {
  const known = new Map<string, ConventionMatch>();
  const verdictOf = (row: LedgerRow): ConventionMatch => {
    const text = cells.textOf(row, 'conventionName');
    const verdict = known.get(text) ?? (text === '' ? 'near' : compare(text, convention));
    known.set(text, verdict);
    return verdict;
  };
  const others = rows.filter((row) => verdictOf(row) === 'other');
  if ([...known.values()].includes('ours')) return { aside: new Set(others), doubtful: new Map() };
  known.delete('');
  const marks = others.map((row) => [row.key, cells.markOf(row, 'conventionName')] as const);
  return { aside: new Set(), doubtful: new Map(known.size > 1 ? marks : []) };
}

/** Rows of years without credits. */
interface OtherYears {
  readonly aside: ReadonlySet<LedgerRow>;
  /** Rows of an earlier year that are kept: they or their EJ count in a year with credits, or it is not paid in full. */
  readonly earlier: ReadonlySet<LedgerRow>;
}

function otherYears(rows: readonly LedgerRow[], cells: SharedColumns, convention: Convention): OtherYears {
  const years = new Set(creditYearsOf(convention));
  const first = Math.min(...years);
  const others = rows.filter((row) => yearIn(row, cells) !== 0 && !years.has(yearIn(row, cells)));
  if (others.length === 0 || others.length === rows.length) return { aside: new Set(), earlier: new Set() };
  const own = new Set(convention.rap.map(({ ej }) => ej));
  const left = new Map<string, number>();
  const other = new Set(others);
  for (const row of rows) {
    if (row.ej.kind !== 'ej') continue;
    if (!other.has(row) || countsIn(row, years)) own.add(row.ej.number);
    else if (yearIn(row, cells) < first) left.set(row.ej.number, (left.get(row.ej.number) ?? 0) + balanceOf(row));
  }
  const isKept = (row: LedgerRow): boolean =>
    countsIn(row, years) || (row.ej.kind === 'ej' && (own.has(row.ej.number) || (left.get(row.ej.number) ?? 0) !== 0));
  return {
    aside: new Set(others.filter((row) => !isKept(row))),
    earlier: new Set(others.filter((row) => isKept(row) && yearIn(row, cells) < first)),
  };
}

/**
 * Rows that count in a year with credits while their cell gives another one: « Exercice » 2022 on a payment of January
 * 2023, or on an EJ of a table without days of commitments, where other rows are of a year with credits: its AE count
 * whatever the day of its payment. None else where one of their dates is of the year of the cell, nor for a payment of
 * an EJ committed in that year, with credits too: the column has the year of the EJ.
 */
function rowsOfTwoYears(rows: readonly LedgerRow[], cells: SharedColumns, convention: Convention): Doubts {
  const years = new Set(creditYearsOf(convention));
  const doubts = new Map<LedgerRow['key'], NonNullable<LedgerRow['mark']>>();
  let ofYears: boolean | null = null;
  let committed: ReadonlySet<string> | null = null;
  const isOfEj = (row: LedgerRow, year: number): boolean =>
    row.ae.kind === 'absent' &&
    row.ej.kind === 'ej' &&
    (committed ??= ejsByYear(rows, cells)).has(`${year} ${row.ej.number}`);
  const areOfYears = (): boolean => (ofYears ??= rows.some((row) => years.has(yearIn(row, cells))));
  for (const row of rows) {
    const year = yearIn(row, cells);
    if (year === 0 || (years.has(year) && isOfEj(row, year))) continue;
    const isUndated = !years.has(year) && row.ae.kind === 'amount' && row.ae.cents !== 0 && !cells.dates(row);
    if ((countsIn(row, years) && !datesOf(row).includes(year)) || (isUndated && areOfYears()))
      doubts.set(row.key, { ...cells.markOf(row, 'creditYear'), about: 'row' });
  }
  return doubts;
}

/** True for a row whose amounts count in one of these years, by their own day, whatever its cell gives. */
function countsIn({ ae, cp, commitmentDate, paymentDate }: LedgerRow, years: ReadonlySet<number>): boolean {
  const days = [ae.kind === 'amount' && commitmentDate, cp.kind === 'amount' && paymentDate];
  return days.some((day) => day !== false && day.kind === 'date' && years.has(yearOf(day.date)));
}

/** `2024 1400000001`: an EJ, and the year of a commitment of it, by its day or else by its cell. */
function ejsByYear(rows: readonly LedgerRow[], cells: SharedColumns): ReadonlySet<string> {
  const found = new Set<string>();
  for (const row of rows) {
    const { ae, ej, commitmentDate: day } = row;
    if (ae.kind === 'amount' && ae.cents > 0 && ej.kind === 'ej')
      found.add(`${day.kind === 'date' ? yearOf(day.date) : yearIn(row, cells)} ${ej.number}`);
  }
  return found;
}

/** The years of the dates of a row. */
function datesOf({ commitmentDate, serviceDate, receiptDate, paymentDate }: LedgerRow): readonly number[] {
  const dates = [commitmentDate, serviceDate, receiptDate, paymentDate];
  return dates.flatMap((date) => (date.kind === 'date' ? [yearOf(date.date)] : []));
}

/** The year in the cell of a row; 0 without one. */
export function yearIn(row: LedgerRow, cells: SharedColumns): number {
  return Number(YEAR.exec(cells.textOf(row, 'creditYear'))?.[0] ?? 0);
}

/** Committed less paid, in cents. */
function balanceOf({ ae, cp }: LedgerRow): number {
  return (ae.kind === 'amount' ? ae.cents : 0) - (cp.kind === 'amount' ? cp.cents : 0);
}
