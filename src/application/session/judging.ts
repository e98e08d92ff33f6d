/**
 * Judges one dossier at a time: a small one at once, a large one in slices between which the pane stays responsive. A
 * newer run abandons the one under way, so that its result is never shown.
 */
import type { CivilDate } from '../../domain/calendar/civil-date';
import { drain } from '../../domain/slices';
import { controlInSlices, type ControlledDossier } from '../control';
import type { Dossier } from '../dossier';
import type { Timers } from '../ports';

/** Rows above which a run yields: below, it takes less than one task may. */
const LARGE = 20_000;

/** The runs of one session, one at a time. */
export class Judging {
  private cancel: (() => void) | null = null;

  /** `large`: number of rows above which a run is done in slices. */
  constructor(
    private readonly timers: Timers,
    private readonly large = LARGE,
  ) {}

  /**
   * Judges a dossier as of a date and hands the result to `show`: before it returns when the ledger is small. The
   * promise resolves once the result is shown or the run is abandoned; it rejects when the run throws.
   */
  async judge(dossier: Dossier, asOf: CivilDate, show: (controlled: ControlledDossier) => void): Promise<void> {
    this.abandon();
    const slices = controlInSlices(dossier, asOf);
    if (dossier.ledger.rows.length <= this.large) return show(drain(slices));
    await new Promise<void>((resolve, reject) => {
      const next = (): void => {
        try {
          const slice = slices.next();
          if (!slice.done) return schedule();
          this.cancel = null;
          show(slice.value);
          resolve();
        } catch (error) {
          this.cancel = null;
          reject(error as Error);
        }
      };
      const schedule = (): void => {
        const stop = this.timers.after(0, next);
        this.cancel = () => {
          stop();
          resolve();
        };
      };
      schedule();
    });
  }

  /** Abandons the run under way, whose result is then never shown; true when there was one. */
  abandon(): boolean {
    const { cancel } = this;
    this.cancel = null;
    cancel?.();
    return cancel !== null;
  }
}
