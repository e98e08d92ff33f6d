/**
 * The rows above the ceilings of one kind, as rows are edited. A total is walked again from its first day, chunk by
 * chunk (those that stay under the ceiling are passed over), but says again only what lies after the edit: what came
 * before it has not changed.
 */
import type { Nature } from '../../money/nature';
import { Tally, type Ceiling, type Overrun } from '../facts/ceiling-walk';
import type { GroupOf, Lane } from '../facts/lanes';
import { dateOf } from '../facts/timeline';
import { inTime, type Chunk, type Moment } from './course';
import type { Reached } from './courses';
import type { LiveLedger } from './follower';

/** Says that a row (by its key) is above a ceiling now, or no longer (null). */
type Say<G> = (row: number, overrun: Overrun<G> | null) => void;

interface Watched {
  readonly ceiling: Ceiling | null;
  /** The rows above it, in the order of time. */
  above: readonly Moment[];
}

const FROM_THE_BEGINNING: Moment = { day: Number.NEGATIVE_INFINITY, key: Number.NEGATIVE_INFINITY };

/** Watches the totals of one kind and nature. */
export class OverrunWatch<L extends Lane> {
  private readonly watched = new Map<GroupOf[L], Watched>();

  /** `ceilingOf` says null for a total that is not bounded. */
  constructor(
    private readonly live: LiveLedger,
    private readonly nature: Nature,
    private readonly lane: L,
    private readonly ceilingOf: (group: GroupOf[L]) => Ceiling | null,
  ) {}

  /** Says every row above its ceiling. */
  begin(say: Say<GroupOf[L]>): void {
    for (const group of this.live.courses.groupsOf(this.nature, this.lane))
      this.walkAgain(group, FROM_THE_BEGINNING, say);
  }

  /** Says what changes with the totals that an edit reached. */
  follow(reached: readonly Reached[], say: Say<GroupOf[L]>): void {
    for (const { nature, lane, group, from } of reached) {
      if (nature === this.nature && lane === this.lane) this.walkAgain(group as GroupOf[L], from, say);
    }
  }

  private walkAgain(group: GroupOf[L], from: Moment, say: Say<GroupOf[L]>): void {
    const watched = this.watchedOf(group);
    if (!watched.ceiling) return;
    const firstStale = placeIn(watched.above, from);
    const overruns = this.overrunsFrom(group, watched.ceiling, from);
    const isAbove = new Set(overruns.map(({ row }) => row.key as number));
    for (const { key } of watched.above.slice(firstStale)) if (!isAbove.has(key)) say(key, null);
    for (const overrun of overruns) say(overrun.row.key, overrun);
    const now = overruns.map(({ row, day }) => ({ day, key: row.key }));
    watched.above = [...watched.above.slice(0, firstStale), ...now];
  }

  private overrunsFrom(group: GroupOf[L], ceiling: Ceiling, from: Moment): readonly (Overrun<GroupOf[L]> & Moment)[] {
    const tally = new Tally(group, ceiling);
    const overruns: (Overrun<GroupOf[L]> & Moment)[] = [];
    for (const chunk of this.live.courses.courseOf(this.nature, this.lane, group).chunks) {
      const isBefore = inTime({ day: chunk.day, key: chunk.keys.at(-1) ?? 0 }, from) < 0;
      if (tally.staysUnder(chunk) || (isBefore && tally.staysOver(chunk))) continue;
      this.walkChunk(tally, chunk, from, overruns);
    }
    return overruns;
  }

  private walkChunk(
    tally: Tally<GroupOf[L]>,
    chunk: Chunk,
    from: Moment,
    overruns: (Overrun<GroupOf[L]> & Moment)[],
  ): void {
    const { day, keys, cents } = chunk;
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] ?? -1;
      const excess = tally.count(cents[at] ?? 0, day);
      if (!excess || inTime({ day, key }, from) < 0) continue;
      const { group, total } = tally;
      const row = this.live.rowOf(key);
      const { ceiling, crosses } = excess;
      overruns.push({ group, row, date: dateOf(day), ceiling, total, over: total - ceiling, crosses, day, key });
    }
  }

  private watchedOf(group: GroupOf[L]): Watched {
    let watched = this.watched.get(group);
    if (!watched) this.watched.set(group, (watched = { ceiling: this.ceilingOf(group), above: [] }));
    return watched;
  }
}

/** Index of the first moment at or after one. */
function placeIn(moments: readonly Moment[], from: Moment): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const moment = moments[middle];
    if (moment && inTime(moment, from) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
