/** Runs the readings and the writings of the workbook one at a time, in the order in which they are asked for. */
export class TaskQueue {
  private last: Promise<void> = Promise.resolve();

  /** `recover` takes what a task threw, before the next task runs; what it throws itself rejects the promise. */
  constructor(private readonly recover: (bug: unknown) => Promise<void>) {}

  /** Runs a task after those before it. */
  run(task: () => Promise<void> | void): Promise<void> {
    const done = this.last.then(task).catch(this.recover);
    this.last = done.catch(() => undefined);
    return done;
  }
}
