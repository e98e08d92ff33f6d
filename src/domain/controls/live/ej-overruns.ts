/**
 * The payments above their EJ (EJ-02), as rows are edited: only the EJ of the edited row are looked at again, and those
 * of which a payment comes to break the opening RAP of its envelope, or no longer does.
 */
import type { Envelope } from '../../envelopes/convention';
import type { LedgerRow } from '../../envelopes/ledger';
import { fixedCeiling, Tally, type Overrun } from '../facts/ceiling-walk';
import { dateOf } from '../facts/timeline';
import { inTime } from './course';
import type { Edit, LiveLedger } from './follower';
import { OverrunWatch } from './overrun-watch';

/** Says that a row (by its key) is above its EJ now, or no longer (null). */
type Say = (row: number, overrun: Overrun<string> | null) => void;

/** Watches the EJ of a ledger. */
export class EjWatch {
  private readonly rap: OverrunWatch<'rap'>;
  /** The payments that break the opening RAP of their envelope, and are not blamed twice. */
  private readonly blamed = new Set<number>();
  private readonly above = new Map<string, readonly number[]>();

  constructor(private readonly live: LiveLedger) {
    this.rap = new OverrunWatch(live, 'CP', 'rap', ({ openingRap }) => fixedCeiling(openingRap.cents));
  }

  /** Says every row above its EJ. */
  begin(say: Say): void {
    this.rap.begin((row, overrun) => this.blame(row, overrun));
    for (const ej of this.live.inspection.commitments.asksTooMuch().keys()) this.lookAgain(ej, say);
  }

  /** Says what changes with an edit. */
  follow({ before, after, reached }: Edit, say: Say): void {
    const ejs = new Set<string>();
    for (const row of [before, after]) if (row?.ej.kind === 'ej') ejs.add(row.ej.number);
    this.rap.follow(reached, (row, overrun) => {
      if (!this.blame(row, overrun)) return;
      const ej = overrun?.row.ej ?? (row === before?.key ? before.ej : this.live.rowOf(row).ej);
      if (ej.kind === 'ej') ejs.add(ej.number);
    });
    for (const ej of ejs) this.lookAgain(ej, say);
  }

  /** True when it changes who is blamed. */
  private blame(row: number, overrun: Overrun<Envelope> | null): boolean {
    if (overrun === null) return this.blamed.delete(row);
    const isNew = !this.blamed.has(row);
    this.blamed.add(row);
    return isNew;
  }

  private lookAgain(ej: string, say: Say): void {
    const overruns = this.overrunsOf(ej).filter(({ row }) => !this.blamed.has(row.key));
    for (const row of this.above.get(ej) ?? []) say(row, null);
    for (const overrun of overruns) say(overrun.row.key, overrun);
    if (overruns.length > 0)
      this.above.set(
        ej,
        overruns.map(({ row }) => row.key),
      );
    else this.above.delete(ej);
  }

  private overrunsOf(ej: string): readonly Overrun<string>[] {
    const payable = this.live.inspection.commitments.exceededOf(ej);
    if (payable === null) return [];
    const tally = new Tally(ej, fixedCeiling(payable));
    return this.paymentsOf(ej).flatMap(({ row, day, cents }) => {
      const excess = tally.count(cents, day);
      if (!excess) return [];
      const { group, total } = tally;
      return [
        {
          group,
          row,
          date: dateOf(day),
          ceiling: excess.ceiling,
          total,
          over: total - excess.ceiling,
          crosses: excess.crosses,
        },
      ];
    });
  }

  private paymentsOf(ej: string): readonly { readonly row: LedgerRow; readonly day: number; readonly cents: number }[] {
    const steps = this.live.inspection.commitments.rowsOf(ej).flatMap((row) => {
      const step = this.live.courses.stepOf(row, 'CP');
      return step ? [{ row, key: row.key, day: step.day, cents: step.cents }] : [];
    });
    return steps.sort(inTime);
  }
}
