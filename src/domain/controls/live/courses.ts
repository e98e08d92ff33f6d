/**
 * Every total that a ceiling may bound, in the order of time, kept as rows are edited: the timeline of the whole run,
 * cut by convention, envelope, poste and earlier EJ. A retrait whose EJ becomes an earlier one, or stops being one,
 * moves with the edit that turns it.
 */
import { EarlierEjs } from '../../envelopes/earlier-ejs';
import type { LedgerRow } from '../../envelopes/ledger';
import { createEffects, type RowEffect } from '../../envelopes/row-effects';
import { NATURES, type Nature } from '../../money/nature';
import { Tally, type Ceiling } from '../facts/ceiling-walk';
import type { Inspection } from '../facts/inspection';
import { groupOf, LANES, type GroupOf, type Lane } from '../facts/lanes';
import { stepOf, type Account, type RowStep } from '../facts/timeline';
import { Course, inTime, type Moment } from './course';

/** A total that an edit changes from a moment on. */
export interface Reached {
  readonly nature: Nature;
  readonly lane: Lane;
  readonly group: GroupOf[Lane];
  readonly from: Moment;
}

/** Some milliseconds. */
const STEPS_AT_ONCE = 25_000;

type CoursesOfLanes = { readonly [L in Lane]: Map<GroupOf[L], Course> };

/** The totals of one ledger at one date. */
export class Courses {
  private readonly ofNature = { AE: emptyLanes(), CP: emptyLanes() };
  private readonly earlier: EarlierEjs;
  private readonly effectOf: (row: LedgerRow) => RowEffect;

  constructor(private readonly inspection: Inspection) {
    const { convention, asOf, ledger } = inspection;
    this.earlier = new EarlierEjs(convention);
    this.effectOf = createEffects(convention, asOf, this.earlier.ejs);
    for (const row of ledger.rows) this.earlier.follow(row, 1);
  }

  /** Lays out the timelines, so many steps at a time; to be run to its end before anything is asked. */
  *lay(): Generator<undefined, void> {
    for (const nature of NATURES) {
      const { accounts, rows, days, cents, accountOf } = this.inspection.timelineOf(nature);
      const coursesOf = accounts.map((account) => this.lanesOf(nature, account).map(({ course }) => course));
      for (let at = 0; at < rows.length; at++) {
        const key = this.inspection.ledger.rows[rows[at] ?? -1]?.key ?? -1;
        for (const course of coursesOf[accountOf[at] ?? -1] ?? []) course.append(days[at] ?? 0, key, cents[at] ?? 0);
        if ((at + 1) % STEPS_AT_ONCE === 0) yield;
      }
    }
  }

  /** The total of one group; empty when no row adds to it. */
  courseOf<L extends Lane>(nature: Nature, lane: L, group: GroupOf[L]): Course {
    const courses: Map<GroupOf[L], Course> = this.ofNature[nature][lane];
    let course = courses.get(group);
    if (!course) courses.set(group, (course = new Course()));
    return course;
  }

  /** The groups that some row adds to, or did. */
  groupsOf<L extends Lane>(nature: Nature, lane: L): readonly GroupOf[L][] {
    const courses: ReadonlyMap<GroupOf[L], Course> = this.ofNature[nature][lane];
    return [...courses.keys()];
  }

  /** What a group has consumed by a day, in cents; undated rows count from the beginning. */
  consumedBy<L extends Lane>(nature: Nature, lane: L, group: GroupOf[L], day: number): number {
    let cents = 0;
    for (const chunk of this.courseOf(nature, lane, group).chunks) {
      if (chunk.day > day) break;
      cents += chunk.sum;
    }
    return cents;
  }

  /** The day of the last row that brought a group from under a ceiling to above it; null when none did. */
  lastCrossing<L extends Lane>(nature: Nature, lane: L, group: GroupOf[L], ceiling: Ceiling): number | null {
    const tally = new Tally(group, ceiling);
    let last: number | null = null;
    for (const chunk of this.courseOf(nature, lane, group).chunks) {
      if (tally.staysUnder(chunk) || tally.staysOver(chunk)) continue;
      for (const cents of chunk.cents) if (tally.count(cents, chunk.day)?.crosses) last = chunk.day;
    }
    return last;
  }

  /** What a row consumes of a nature; null when it takes no part. */
  stepOf(row: LedgerRow, nature: Nature): RowStep | null {
    return stepOf(row, this.effectOf(row), this.inspection.assignmentOf(row), nature);
  }

  /** Follows an edit; says which totals it changes. */
  replaceRow(before: LedgerRow | null, after: LedgerRow | null): readonly Reached[] {
    const reached = new Map<Course, Reached>();
    if (before) {
      this.move(before, -1, reached);
      this.follow(before, -1, reached);
    }
    if (after) {
      this.follow(after, 1, reached);
      this.move(after, 1, reached);
    }
    return [...reached.values()];
  }

  private follow(row: LedgerRow, sign: 1 | -1, reached: Map<Course, Reached>): void {
    const turned = this.earlier.turnedBy(row, sign);
    for (const retrait of turned) this.move(retrait, -1, reached);
    this.earlier.follow(row, sign);
    for (const retrait of turned) this.move(retrait, 1, reached);
  }

  private move(row: LedgerRow, sign: 1 | -1, reached: Map<Course, Reached>): void {
    for (const nature of NATURES) {
      const step = this.stepOf(row, nature);
      if (!step) continue;
      const moment = { day: step.day, key: row.key };
      for (const { lane, group, course } of this.lanesOf(nature, step.account)) {
        if (sign > 0) course.add(moment, step.cents);
        else course.remove(moment);
        const known = reached.get(course);
        if (!known || inTime(moment, known.from) < 0) reached.set(course, { nature, lane, group, from: moment });
      }
    }
  }

  private lanesOf(nature: Nature, account: Account): readonly { lane: Lane; group: GroupOf[Lane]; course: Course }[] {
    return LANES.flatMap((lane) => {
      const group = groupOf(lane, account);
      return group === null ? [] : [{ lane, group, course: this.courseOf(nature, lane, group) }];
    });
  }
}

function emptyLanes(): CoursesOfLanes {
  return { whole: new Map(), envelope: new Map(), line: new Map(), rap: new Map() };
}
