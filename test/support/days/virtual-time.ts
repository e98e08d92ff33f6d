/**
 * Time that passes only when a simulation lets it: the timers of the session, those of the Office.js client, and the
 * answers that Excel delays. Two runs of one seed fire the same timers in the same order.
 */
import type { Timers } from '../../../src/application/ports';
import type { ClientTimers } from '../excel/frame-timers';

interface Entry {
  readonly id: number;
  readonly due: number;
  readonly action: () => void;
  /** Milliseconds between two firings; null for a timer that fires once. */
  readonly every: number | null;
}

/** 31/12/2023, noon: the date of the simulated machine when a day begins. */
const START = Date.UTC(2023, 11, 31, 12);

export class VirtualTime implements Timers {
  private milliseconds = 0;
  private entries: Entry[] = [];
  private lastId = 0;
  /** How many timers have fired. */
  fired = 0;

  get now(): number {
    return this.milliseconds;
  }

  after(milliseconds: number, action: () => void): () => void {
    const id = this.add(milliseconds, action, null);
    return () => this.cancel(id);
  }

  add(milliseconds: number, action: () => void, every: number | null): number {
    this.lastId += 1;
    this.entries.push({ id: this.lastId, due: this.milliseconds + Math.max(milliseconds, 0), action, every });
    return this.lastId;
  }

  cancel(id: number): void {
    this.entries = this.entries.filter((entry) => entry.id !== id);
  }

  readonly wait = (milliseconds: number): Promise<void> => new Promise((resolve) => this.after(milliseconds, resolve));

  /** Fires the next timer that is due at this moment at the latest; false, and nothing happens, without one. */
  fireNext(until: number): boolean {
    let next: Entry | null = null;
    for (const entry of this.entries) if (entry.due <= until && (!next || entry.due < next.due)) next = entry;
    if (!next) return false;
    this.milliseconds = Math.max(this.milliseconds, next.due);
    this.cancel(next.id);
    if (next.every !== null) this.entries.push({ ...next, due: this.milliseconds + Math.max(next.every, 1) });
    this.fired += 1;
    next.action();
    return true;
  }

  /** Moves the clock on; what is due must have been fired. */
  moveTo(moment: number): void {
    this.milliseconds = Math.max(this.milliseconds, moment);
  }
}

/** The timers of one runtime of the add-in: they end with it. */
export class RuntimeTimers implements ClientTimers, Timers {
  private readonly running = new Set<number>();
  private isClosed = false;

  constructor(private readonly time: VirtualTime) {}

  readonly globals: Readonly<Record<string, unknown>> = {
    setTimeout: (action: () => void, delay = 0): number => this.start(action, delay, null),
    setInterval: (action: () => void, delay = 0): number => this.start(action, delay, delay),
    clearTimeout: (id: number): void => this.stop(id),
    clearInterval: (id: number): void => this.stop(id),
    performance: { now: () => this.time.now },
    Date: virtualDate(() => START + this.time.now),
  };

  after(milliseconds: number, action: () => void): () => void {
    const id = this.start(action, milliseconds, null);
    return () => this.stop(id);
  }

  every(milliseconds: number, action: () => void): void {
    this.start(action, milliseconds, milliseconds);
  }

  close(): void {
    this.isClosed = true;
    for (const id of this.running) this.time.cancel(id);
    this.running.clear();
  }

  private start(action: () => void, delay: number, every: number | null): number {
    if (this.isClosed) return 0;
    const id = this.time.add(
      delay,
      () => {
        if (every === null) this.running.delete(id);
        action();
      },
      every,
    );
    this.running.add(id);
    return id;
  }

  private stop(id: number): void {
    this.running.delete(id);
    this.time.cancel(id);
  }
}

/** A `Date` whose present is another clock's. */
function virtualDate(now: () => number): DateConstructor {
  return class extends Date {
    constructor(...given: readonly number[]) {
      super(...((given.length === 0 ? [now()] : given) as [number]));
    }

    static override now(): number {
      return now();
    }
  } as unknown as DateConstructor;
}
