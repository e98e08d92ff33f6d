/**
 * The alerts of the thresholds of one kind of totals, as rows are edited: a total is walked again, but for the chunks
 * that change no level.
 */
import type { RowKey } from '../../envelopes/ledger';
import type { Nature } from '../../money/nature';
import type { GroupOf, Lane } from '../facts/lanes';
import { Progress, type Announced, type Watched } from '../facts/threshold-walk';
import type { Reached } from './courses';
import type { LiveLedger } from './follower';

/** Says that a row reached a threshold that holds now, or no longer did (null). */
type Say = (row: RowKey, alert: Announced | null, watched: Watched) => void;

/** Watches the totals of one kind and nature. */
export class ThresholdWatch<L extends Lane> {
  private readonly known = new Map<GroupOf[L], { readonly watched: Watched | null; alerts: readonly Announced[] }>();

  /** `watchedOf` says null for a total without thresholds. */
  constructor(
    private readonly live: LiveLedger,
    private readonly nature: Nature,
    private readonly lane: L,
    private readonly watchedOf: (group: GroupOf[L]) => Watched | null,
  ) {}

  /** Says every alert that holds. */
  begin(say: Say): void {
    for (const group of this.live.courses.groupsOf(this.nature, this.lane)) this.walkAgain(group, say);
  }

  /** Says what changes with the totals that an edit reached. */
  follow(reached: readonly Reached[], say: Say): void {
    for (const { nature, lane, group } of reached)
      if (nature === this.nature && lane === this.lane) this.walkAgain(group as GroupOf[L], say);
  }

  private walkAgain(group: GroupOf[L], say: Say): void {
    const state = this.known.get(group) ?? { watched: this.watchedOf(group), alerts: [] };
    this.known.set(group, state);
    const { watched } = state;
    if (!watched) return;
    for (const { row } of state.alerts) say(row as RowKey, null, watched);
    state.alerts = this.alertsOf(group, watched);
    for (const alert of state.alerts) say(alert.row as RowKey, alert, watched);
  }

  private alertsOf(group: GroupOf[L], watched: Watched): readonly Announced[] {
    const progress = new Progress(watched);
    for (const chunk of this.live.courses.courseOf(this.nature, this.lane, group).chunks) {
      if (progress.staysLevel(chunk)) continue;
      chunk.keys.forEach((key, at) => progress.count(key, chunk.day, chunk.cents[at] ?? 0));
    }
    return progress.announced();
  }
}
