/**
 * The timers of a frame, which end with it. The client watches its pending calls and rejects them after 65 seconds:
 * left behind by a closed page, that rejection would reach a later test and end the whole run.
 */
type Timer = ReturnType<typeof setTimeout>;

/** Timers that a frame sees as its globals, and that end with it. */
export interface ClientTimers {
  readonly globals: Readonly<Record<string, unknown>>;
  close(): void;
}

export class FrameTimers implements ClientTimers {
  private readonly running = new Set<Timer>();
  private isClosed = false;

  /** The globals that the scripts of the frame see. */
  readonly globals = {
    setTimeout: (action: () => void, delay?: number): Timer | undefined => {
      if (this.isClosed) return undefined;
      const timer = setTimeout(() => {
        this.running.delete(timer);
        action();
      }, delay);
      return this.keep(timer);
    },
    setInterval: (action: () => void, delay?: number): Timer | undefined =>
      this.isClosed ? undefined : this.keep(setInterval(action, delay)),
    clearTimeout: (timer: Timer | undefined): void => this.stop(timer),
    clearInterval: (timer: Timer | undefined): void => this.stop(timer),
  };

  /** Ends every timer; later ones never start. */
  close(): void {
    this.isClosed = true;
    for (const timer of [...this.running]) this.stop(timer);
  }

  /** How many may still fire. */
  get count(): number {
    return this.running.size;
  }

  /** Node's timers must not keep the test run alive; those of a browser are numbers. */
  private keep(timer: Timer): Timer {
    this.running.add(timer);
    const { unref } = timer as { unref?: () => void };
    unref?.call(timer);
    return timer;
  }

  private stop(timer: Timer | undefined): void {
    if (timer === undefined) return;
    this.running.delete(timer);
    clearTimeout(timer);
  }
}
