/** Runs work made of slices between the tasks of the page, so that none of them waits for it. */
import type { Slices } from '../../domain/slices';

/** Milliseconds of work between two pauses: a frame of a smooth scroll lasts 16. */
const BUDGET = 8;

/** Runs the work, then hands its result over; the returned function abandons it. */
export function runInSlices<T>(slices: Slices<T>, onDone: (result: T) => void): () => void {
  let timer = setTimeout(step, 0);
  function step(): void {
    const end = performance.now() + BUDGET;
    while (performance.now() < end) {
      const slice = slices.next();
      if (slice.done) return onDone(slice.value);
    }
    timer = setTimeout(step, 0);
  }
  return () => clearTimeout(timer);
}
