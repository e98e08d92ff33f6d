/**
 * The progress of a total towards its thresholds, in the order of time, and the alerts that still hold at the end
 * (PLA-06).
 */
import type { CivilDate } from '../../calendar/civil-date';
import type { Thresholds } from '../../envelopes/convention';
import { reachesShare } from '../../money/rate';
import type { DatedCeiling } from './ceiling-walk';
import { dateOf, UNDATED } from './timeline';

const BELOW = 0;
const INFORMATION = 1;
const WARNING = 2;
const EXCEEDED = 3;

/**
 * The row (by the number that it was counted with) that reached a level, and where it brought the total; amounts in
 * cents.
 */
export interface Alert {
  readonly row: number;
  readonly date: CivilDate | null;
  readonly ceiling: number;
  readonly total: number;
}

/** An alert that holds, for the threshold (a share of the ceiling) that it reached. */
export interface Announced extends Alert {
  readonly severity: 'warning' | 'info';
  readonly threshold: number;
}

/** An envelope, or a poste of it, that has thresholds. */
export interface Watched {
  readonly envelope: string;
  /** Label of the poste; null for the whole envelope. */
  readonly line: string | null;
  readonly thresholds: Thresholds;
  readonly ceiling: DatedCeiling;
}

/** The running total of what is watched; a day is judged by its end. */
export class Progress {
  private total = 0;
  private day = Number.NaN;
  private bound = 0;
  private level = BELOW;
  /** By level, as long as the level holds. */
  private readonly alerts = new Map<number, Alert>();

  constructor(readonly watched: Watched) {}

  /** Counts a step, those of a day from the smallest amount to the largest. */
  count(row: number, day: number, cents: number): void {
    if (day !== this.day) {
      this.rearm(this.levelUnder(this.bound));
      this.day = day;
      this.bound = this.watched.ceiling.at(day);
    }
    this.total += cents;
    if (cents <= 0) return;
    const { total, bound: ceiling } = this;
    const level = this.levelUnder(ceiling);
    const alert = { row, date: dateOf(day), ceiling, total };
    for (let reached = this.level + 1; reached <= level; reached++) this.alerts.set(reached, alert);
    this.level = Math.max(level, this.level);
  }

  /**
   * The alerts that hold once everything is counted, the gravest first; PLA-01, PLA-02 and PLA-04 name the rows above
   * the ceiling.
   */
  announced(): readonly Announced[] {
    const { ceiling, thresholds } = this.watched;
    this.rearm(this.levelUnder(this.bound));
    this.rearm(this.levelUnder(ceiling.at(UNDATED)));
    const [warning, information] = [this.alerts.get(WARNING), this.alerts.get(INFORMATION)];
    const all: (Announced | null)[] = [
      warning ? { ...warning, severity: 'warning', threshold: thresholds.warning } : null,
      information && information !== warning
        ? { ...information, severity: 'info', threshold: thresholds.information }
        : null,
    ];
    return all.filter((alert) => alert !== null).filter(({ total, ceiling: bound }) => total <= bound);
  }

  private levelUnder(ceiling: number): number {
    return levelOf(this.total, ceiling, this.watched.thresholds);
  }

  /** Comes back down to a level: the alerts above it no longer hold, and may be given again. */
  private rearm(level: number): void {
    if (level >= this.level) return;
    this.level = level;
    for (let left = level + 1; left <= EXCEEDED; left++) this.alerts.delete(left);
  }
}

function levelOf(total: number, ceiling: number, { information, warning }: Thresholds): number {
  if (total > ceiling) return EXCEEDED;
  if (isReached(total, ceiling, warning)) return WARNING;
  return isReached(total, ceiling, information) ? INFORMATION : BELOW;
}

/**
 * More than a cent away from the threshold, doubles decide surely; only near it is the exact comparison, far slower,
 * asked.
 */
function isReached(total: number, ceiling: number, share: number): boolean {
  if (ceiling <= 0 || share <= 0) return false;
  const gap = total - ceiling * share;
  return Math.abs(gap) > 1 ? gap > 0 : reachesShare(total, ceiling, share);
}
