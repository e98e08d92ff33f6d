/** Runs the readings and the writings of the workbook one at a time, in the order in which they are asked for. */
export class TaskQueue {
  private last: Promise<void> = Promise.resolve();

  /** Runs a task after those before it. The promise rejects when the task throws; the next task runs all the same. */
  run(task: () => Promise<void> | void): Promise<void> {
    const done = this.last.then(task);
    this.last = done.catch(() => undefined);
    return done;
  }
}
