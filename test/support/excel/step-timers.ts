/** Timers that a test runs task by task, to stop between two slices of a run. */
import type { Timers } from '../../../src/application/ports';

interface Task {
  readonly delay: number;
  readonly action: () => void;
}

export class StepTimers implements Timers {
  private tasks: readonly Task[] = [];

  after(delay: number, action: () => void): () => void {
    const task = { delay, action };
    this.tasks = [...this.tasks, task];
    return () => this.remove(task);
  }

  /** Runs at most so many tasks that wait for nothing; the number of those run. */
  run(most: number): number {
    let done = 0;
    for (; done < most; done++) if (!this.runFirst((delay) => delay === 0)) break;
    return done;
  }

  /** Runs the tasks that wait for this long at most. */
  elapse(milliseconds: number): void {
    while (this.runFirst((delay) => delay > 0 && delay <= milliseconds)) continue;
  }

  private runFirst(isDue: (delay: number) => boolean): boolean {
    const task = this.tasks.find(({ delay }) => isDue(delay));
    if (!task) return false;
    this.remove(task);
    task.action();
    return true;
  }

  private remove(task: Task): void {
    this.tasks = this.tasks.filter((other) => other !== task);
  }
}
