/**
 * The sets of rows that a total may sum: those since the last total of its rank, since the last blank row, those that
 * its words name, its whole table, the rows below it, the earlier tables, the totals above it. Sums are in cents.
 */
import type { Assigner } from '../../../envelopes/assignment';
import type { Convention } from '../../../envelopes/convention';
import { RUNNING_TOTAL, type Ledger, type RowKey, type TotalRow } from '../../../envelopes/ledger';
import { comparable } from '../../../text';
import { firstRowFrom } from '../../facts/rows-by-key';
import { RowNames } from './named-rows';
import { RowList, type ListByNature } from './row-list';

/** The sums of one set of rows, and how many have an amount of each nature. */
export interface RowSums {
  readonly ae: number;
  readonly cp: number;
  readonly rows: number;
  readonly aeRows: number;
  readonly cpRows: number;
}

/** The sums that a total may show. */
export interface PossibleSums {
  /** The sums to expect of it; null when no row that it may sum is in the ledger (« Report 2022 » of an older one). */
  readonly likely: RowSums | null;
  readonly sets: readonly RowSums[];
}

type Range = readonly [from: number, to: number];

/** The rank of a subtotal. */
const GROUP = 0;
/** The rank of a total of several tables. */
const GRAND = 2;
/** « Cumul des mois précédents », below the rows of the first month too. */
const OF_BEFORE = /precedent|anterieur|previous/;
const NOTHING: RowSums = { ae: 0, cp: 0, rows: 0, aeRows: 0, cpRows: 0 };

/** Sums the rows of one ledger for its totals. */
export class SummedRows {
  private readonly all: ListByNature;
  private readonly names: RowNames;
  /** For each row, the first of those that follow one another without a blank row. */
  private readonly runs: Uint32Array;

  constructor(
    private readonly ledger: Ledger,
    convention: Convention,
    assign: Assigner,
  ) {
    const { rows } = ledger;
    const positions = rows.map((_, at) => at);
    this.all = { ae: new RowList(rows, 'ae', positions), cp: new RowList(rows, 'cp', positions) };
    this.names = new RowNames(rows, convention, assign);
    this.runs = new Uint32Array(rows.length);
    for (let at = 1; at < rows.length; at++)
      this.runs[at] = (rows[at]?.key ?? 0) - (rows[at - 1]?.key ?? 0) === 1 ? (this.runs[at - 1] ?? 0) : at;
  }

  /** True when a running total of the table is above, under some of its rows. */
  private followsRunningTotal({ key }: TotalRow, first: number): boolean {
    return this.ledger.totals.some(
      (other) => other.rank === RUNNING_TOTAL && other.key < key && firstRowFrom(this.ledger, other.key) > first,
    );
  }

  /** The sums that the total at this index of the ledger may show. */
  of(index: number): PossibleSums {
    const total = this.ledger.totals[index];
    if (!total) return { likely: null, sets: [] };
    const at = firstRowFrom(this.ledger, total.key);
    const [first, end] = this.tableOf(total.key);
    const since: Range = [Math.min(firstRowFrom(this.ledger, total.firstCovered), at), at];
    const above: readonly Range[] = [since, [first, at], [0, at], [0, first]];
    const others: readonly Range[] = [
      [first, end],
      [at, this.nextTotal(index, end)],
      [Math.max(first, this.runs[at - 1] ?? at), at],
      [0, this.ledger.rows.length],
    ];
    const texts = [total.label, ...total.names];
    const named = this.names.of(texts);
    const sumsOf = (ranges: readonly Range[], lists: readonly ListByNature[]): readonly RowSums[] =>
      ranges.flatMap(([from, to]) => lists.map((list) => sum(list, from, to))).filter(({ rows }) => rows > 0);
    const carried: readonly Range[] = total.rank === RUNNING_TOTAL ? [[0, at]] : [];
    const [ofItsNames] = sumsOf([[first, at], [first, end], ...carried], named.slice(0, 1));
    const [ofThoseAbove] = sumsOf(above, [this.all]);
    const [ofAnyRow = NOTHING] = sumsOf(others, [this.all]);
    const ofBefore = this.ofBefore(index, first, named);
    const likely = ofBefore[0] ?? ofItsNames ?? ofThoseAbove ?? (total.rank === RUNNING_TOTAL ? null : ofAnyRow);
    const isOfNothing = isZero(total) && this.isOfNoRow(texts, total, since, [first, end]);
    const nothing = isOfNothing ? [NOTHING] : [];
    const ofRows = sumsOf([...above, ...others], [this.all, ...named]);
    const sets = [...ofBefore, ...ofRows, ...this.ofTotalsAbove(index, at), ...nothing];
    return total.isEither ? ofEither({ likely, sets }) : { likely, sets };
  }

  /**
   * True when no row of the table can be one that a total of zero names (a month without expense), when its table has
   * no row (a sheet prepared for a month to come), when what a running total carries from before its table has none, or
   * when a subtotal that names nothing has none since the one before.
   */
  private isOfNoRow(texts: readonly string[], total: TotalRow, since: Range, [first, end]: Range): boolean {
    const { rank, label } = total;
    const named = this.names.possible(texts);
    const [from, at] = since;
    const isFirst = OF_BEFORE.test(comparable(label)) && !this.followsRunningTotal(total, first);
    const isOfBefore = isFirst || sum(named ?? this.all, first, at).rows === 0;
    if (rank === RUNNING_TOTAL && isOfBefore && sum(named ?? this.all, 0, first).rows === 0) return true;
    if (rank === RUNNING_TOTAL) return false;
    if (named) return sum(named, first, end).rows === 0;
    if (rank < GRAND && sum(this.all, first, end).rows === 0) return true;
    return rank === GROUP && sum(this.all, from, at).rows === 0 && sum(this.all, first, at).rows > 0;
  }

  /** The rows that « Cumul des mois précédents » carries from before the part of its table that it ends. */
  private ofBefore(index: number, first: number, named: readonly ListByNature[]): readonly RowSums[] {
    const { totals } = this.ledger;
    const [total, above] = [totals[index], totals[index - 1]];
    if (total?.rank !== RUNNING_TOTAL || !OF_BEFORE.test(comparable(total.label))) return [];
    const isOfPart = above !== undefined && above.key >= this.tableStart(total.key);
    const start = isOfPart ? Math.max(first, firstRowFrom(this.ledger, above.firstCovered)) : first;
    return withRows([...named.slice(0, 1), this.all].map((list) => sum(list, 0, start)));
  }

  /** The totals of a lower rank since the last one of its own; the last running total with the rows after it. */
  private ofTotalsAbove(index: number, at: number): readonly RowSums[] {
    const { totals } = this.ledger;
    const total = totals[index];
    if (!total) return [];
    const table = this.tableStart(total.key);
    let lower = NOTHING;
    for (let before = index - 1; before >= 0; before--) {
      const above = totals[before];
      if (!above || above.key < table) break;
      if (above.rank === RUNNING_TOTAL)
        return withRows([lower, plus(sum(this.all, firstRowFrom(this.ledger, above.key), at), above)]);
      if (above.key >= total.firstCovered) lower = plus(lower, above);
    }
    return withRows([lower]);
  }

  /** The row after the last that a total above its rows may sum. */
  private nextTotal(index: number, end: number): number {
    const { totals } = this.ledger;
    const rank = totals[index]?.rank ?? 0;
    for (let below = index + 1; below < totals.length; below++) {
      const next = totals[below];
      if (next && next.rank >= rank) return Math.min(end, firstRowFrom(this.ledger, next.key));
    }
    return end;
  }

  /** The rows of the table that holds a key. */
  private tableOf(key: RowKey): Range {
    const next = this.ledger.headings.find(({ row }) => row > key);
    const end = next ? firstRowFrom(this.ledger, next.row) : this.ledger.rows.length;
    return [firstRowFrom(this.ledger, this.tableStart(key)), end];
  }

  private tableStart(key: RowKey): number {
    let start = 0;
    for (const { row } of this.ledger.headings) if (row <= key) start = row;
    return start;
  }
}

function sum(list: ListByNature, from: number, to: number): RowSums {
  const [ae, cp] = [list.ae.between(from, to), list.cp.between(from, to)];
  const rows = Math.max(ae.rows, cp.rows);
  return { ae: ae.cents, cp: cp.cents, rows, aeRows: ae.filled, cpRows: cp.filled };
}

function isZero({ ae, cp }: TotalRow): boolean {
  return [ae, cp].every((reading) => reading.kind === 'absent' || (reading.kind === 'amount' && reading.cents === 0));
}

function plus(sums: RowSums, { ae, cp }: TotalRow): RowSums {
  const [committed, paid] = [ae, cp].map((reading) => (reading.kind === 'amount' ? reading.cents : 0));
  return {
    ae: sums.ae + (committed ?? 0),
    cp: sums.cp + (paid ?? 0),
    rows: sums.rows + 1,
    aeRows: sums.aeRows + (committed ? 1 : 0),
    cpRows: sums.cpRows + (paid ? 1 : 0),
  };
}

/** The sums that one amount may show: both natures, then each of them. */
function ofEither({ likely, sets }: PossibleSums): PossibleSums {
  const both = (sums: RowSums): RowSums => ({ ...sums, ae: sums.ae + sums.cp });
  const paid = (sums: RowSums): RowSums => ({ ...sums, ae: sums.cp });
  return { likely: likely && both(likely), sets: sets.flatMap((sums) => [both(sums), sums, paid(sums)]) };
}

function withRows(sets: readonly RowSums[]): readonly RowSums[] {
  return sets.filter(({ rows }) => rows > 0);
}
