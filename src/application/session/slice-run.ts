/** Runs long work in slices between which the pane stays responsive; small work at once. */
import { drain, type Slices } from '../../domain/slices';
import type { Timers } from '../ports';

/** Rows above which work yields: below, it takes less than one task may. */
export const LARGE = 5_000;

/** One run at a time: a newer one abandons the one under way, whose result is never shown. */
export class SliceRun {
  private cancel: (() => void) | null = null;

  constructor(private readonly timers: Timers) {}

  /**
   * Hands the result to `show`: before it returns when the work is small. The promise resolves once the result is shown
   * or the run is abandoned; it rejects when the work throws.
   */
  async run<T>(slices: Slices<T>, isLarge: boolean, show: (result: T) => void): Promise<void> {
    this.abandon();
    if (!isLarge) return show(drain(slices));
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
