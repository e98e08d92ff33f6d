/**
 * The figures and the findings of a ledger that is edited row by row: after each edit they are those of a whole run on
 * the ledger as it then stands, order included, but only what the edit touches is worked out again. The row is judged
 * anew, with the rows of its EJ when what is known of that EJ changes; each control on several rows follows in its own
 * way (`follow`), or is run again whole.
 */
import type { CivilDate } from '../calendar/civil-date';
import { createAssigner } from '../envelopes/assignment';
import type { Convention } from '../envelopes/convention';
import type { Balances } from '../envelopes/figures';
import type { Ledger, LedgerRow } from '../envelopes/ledger';
import { LedgerIndex } from '../envelopes/ledger-index';
import { assert } from '../result';
import type { Finding } from './findings/finding';
import { Inspection } from './facts/inspection';
import { Courses } from './live/courses';
import { FindingBook, rankOf, type Changes } from './live/finding-book';
import type { Follower, LiveLedger, Put } from './live/follower';
import { rerunOf } from './live/rerun';
import { ledgerControls, orderOf, rowJudge } from './registry';
import { firstRowFrom } from './facts/rows-by-key';

const NOTHING_FOUND: ReadonlyMap<number, readonly Finding[]> = new Map();
/** So many rows are judged in one stage of the preparation: some milliseconds. */
const ROWS_AT_ONCE = 25_000;

/** A ledger under a convention at a date, with what the controls say of it, as its rows are edited. */
export class LiveControls {
  private readonly judge: ReturnType<typeof rowJudge>;
  private readonly followers: (readonly [Follower, number])[] = [];
  private readonly book = new FindingBook();
  /** The ranks that the row controls took on each row that bears something. */
  private readonly judged = new Map<number, readonly number[]>();

  private constructor(
    private readonly rows: LedgerRow[],
    private readonly index: LedgerIndex,
    private readonly inspection: Inspection,
    private readonly courses: Courses,
  ) {
    this.judge = rowJudge(inspection);
  }

  /** Prepares what edits need, which costs several whole runs. The ledger is left as it is: its rows are copied. */
  static of(ledger: Ledger, convention: Convention, asOf: CivilDate): LiveControls {
    const stages = LiveControls.inStages(ledger, convention, asOf);
    for (;;) {
      const stage = stages.next();
      if (stage.done) return stage.value;
    }
  }

  /** The same in stages, some tens of milliseconds each at 100,000 rows, for who must not keep a screen waiting. */
  static *inStages(given: Ledger, convention: Convention, asOf: CivilDate): Generator<undefined, LiveControls> {
    const rows = [...given.rows];
    const ledger = { ...given, rows };
    const balances = LedgerIndex.build(ledger, convention, asOf);
    yield;
    const inspection = new Inspection({ convention, ledger, balances, asOf, assign: createAssigner(convention) });
    yield;
    inspection.timelineOf('AE');
    yield;
    const courses = new Courses(inspection);
    yield* courses.lay();
    const live = new LiveControls(rows, balances, inspection, courses);
    yield* live.findAll();
    return live;
  }

  private *findAll(): Generator<undefined, void> {
    const changes: Changes = new Map();
    for (let start = 0; start < this.rows.length; start += ROWS_AT_ONCE) {
      for (const row of this.rows.slice(start, start + ROWS_AT_ONCE)) this.judgeAgain(row.key, row, changes);
      yield;
    }
    const live: LiveLedger = { inspection: this.inspection, courses: this.courses, rowOf: (key) => this.rowOf(key) };
    for (const [control, order] of ledgerControls(this.inspection)) {
      const follower = control.follow?.(live) ?? rerunOf(control, this.inspection);
      follower.begin(putTo(changes, order));
      this.followers.push([follower, order]);
      yield;
    }
    this.book.apply(changes);
  }

  /** The figures of the ledger as it stands; they follow the edits. */
  get balances(): Balances {
    return this.index;
  }

  /** The figures of this moment, which no later edit changes. */
  balancesNow(): Balances {
    return this.index.asTheyStand();
  }

  /** What `runControls` would find in the ledger as it stands, in its order; a new list after each change. */
  get findings(): readonly Finding[] {
    return this.book.findings;
  }

  /** A copy of the ledger as it stands. */
  get edited(): Ledger {
    return { ...this.inspection.ledger, rows: this.rows.slice() };
  }

  /**
   * Follows one edit: the row as it was (null when it is new), then as it is (null when it is deleted). The row that
   * was must be in the ledger; a new one takes the place of its key.
   */
  replaceRow(before: LedgerRow | null, after: LedgerRow | null): void {
    if (before && after && before.key !== after.key) {
      this.replaceRow(before, null);
      return this.replaceRow(null, after);
    }
    const row = before ?? after;
    if (!row) return;
    const was = before && this.rowOf(before.key);
    const { advances, commitments } = this.inspection;
    const touched = this.ejsOf(was, after).map((ej) => ({ ej, known: commitments.knownOf(ej) }));
    const quarters = advances.beyondQuarter();
    this.place(row.key, was, after);
    this.index.replaceRow(was, after);
    const isOfAdvances = this.inspection.replaceRow(was, after);
    const reached = this.courses.replaceRow(was, after);
    const changes: Changes = new Map();
    this.judgeAgain(row.key, after, changes);
    for (const { ej, known } of touched) {
      if (commitments.knownOf(ej) === known) continue;
      for (const other of commitments.rowsOf(ej)) this.judgeAgain(other.key, other, changes);
    }
    if (isOfAdvances) this.judgeAdvancesAgain(quarters.keys(), changes);
    for (const [follower, order] of this.followers)
      follower.follow({ before: was, after, reached }, putTo(changes, order));
    this.book.apply(changes);
  }

  /** An advance above the quarter may bring others above it, or back (PER-03). */
  private judgeAdvancesAgain(before: Iterable<number>, changes: Changes): void {
    for (const key of new Set([...before, ...this.inspection.advances.beyondQuarter().keys()])) {
      const row = this.rows[firstRowFrom(this.inspection.ledger, key)];
      if (row?.key === key) this.judgeAgain(key, row, changes);
    }
  }

  private place(key: number, before: LedgerRow | null, after: LedgerRow | null): void {
    const at = firstRowFrom(this.inspection.ledger, key);
    const [taken, put] = [before ? 1 : 0, after ? [after] : []];
    assert(before !== null || this.rows[at]?.key !== key, `no row yet at the key ${key}`);
    if (taken === put.length && after) this.rows[at] = after;
    else this.rows.splice(at, taken, ...put);
  }

  private judgeAgain(key: number, row: LedgerRow | null, changes: Changes): void {
    const found = row ? this.foundOn(row) : NOTHING_FOUND;
    const before = this.judged.get(key);
    if (before) for (const rank of before) changes.set(rank, []);
    for (const [rank, findings] of found) changes.set(rank, findings);
    if (found.size > 0) this.judged.set(key, [...found.keys()]);
    else if (before) this.judged.delete(key);
  }

  private foundOn(row: LedgerRow): ReadonlyMap<number, readonly Finding[]> {
    let found: Map<number, Finding[]> | null = null;
    this.judge(row, (finding) => {
      found ??= new Map();
      const rank = rankOf(row.key, orderOf(finding.rule), 0);
      const findings = found.get(rank);
      if (findings) findings.push(finding);
      else found.set(rank, [finding]);
    });
    return found ?? NOTHING_FOUND;
  }

  private ejsOf(...rows: readonly (LedgerRow | null)[]): readonly string[] {
    return [...new Set(rows.flatMap((row) => (row?.ej.kind === 'ej' ? [row.ej.number] : [])))];
  }

  private rowOf(key: number): LedgerRow {
    const row = this.rows[firstRowFrom(this.inspection.ledger, key)];
    assert(row?.key === key, `a row at the key ${key}`);
    return row;
  }
}

function putTo(changes: Changes, order: number): Put {
  return (row, part, findings) => void changes.set(rankOf(row, order, part), findings);
}
