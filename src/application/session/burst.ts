/**
 * What comes in bursts (the edits of a paste or a fill), answered once it pauses, or after a while when it does not.
 */
import type { Timers } from '../ports';

const QUIET = 120;
const LONGEST_DELAY = 600;

export class Burst {
  private cancelQuiet: (() => void) | null = null;
  private cancelDeadline: (() => void) | null = null;

  constructor(
    private readonly timers: Timers,
    private readonly answer: () => void,
  ) {}

  /** One more. */
  again(): void {
    const due = (): void => {
      this.cancelQuiet?.();
      this.cancelDeadline?.();
      this.cancelQuiet = null;
      this.cancelDeadline = null;
      this.answer();
    };
    this.cancelQuiet?.();
    this.cancelQuiet = this.timers.after(QUIET, due);
    this.cancelDeadline ??= this.timers.after(LONGEST_DELAY, due);
  }
}
