/**
 * A gate between a thread and the one that stops it: work inside native code is let finish, since a thread that ends in
 * the middle of it takes the whole process down.
 */

const STOPPING = 0;
const BUSY = 1;

/** Runs work that must not be cut. */
export type Hold = <T>(work: () => Promise<T>) => Promise<T>;

/** The same for work that ends before it returns. */
export type HoldNow = <T>(work: () => T) => T;

/** The memory of a gate, shared by both threads. */
export function newGate(): SharedArrayBuffer {
  return new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
}

/** For the thread: work begins only while nobody stops it; after that, it never returns. */
export function holdOf(gate: SharedArrayBuffer): Hold {
  const state = new Int32Array(gate);
  return async (work) => {
    // Busy is set before stopping is read, and the other thread does the reverse: one of them sees the other.
    Atomics.add(state, BUSY, 1);
    try {
      if (Atomics.load(state, STOPPING) === 0) return await work();
    } finally {
      Atomics.sub(state, BUSY, 1);
    }
    return new Promise(() => undefined);
  };
}

/** The same for work that ends before it returns, as an inflation: Node aborts when a thread ends while it opens one. */
export function holdNowOf(gate: SharedArrayBuffer): HoldNow {
  const state = new Int32Array(gate);
  return (work) => {
    Atomics.add(state, BUSY, 1);
    try {
      if (Atomics.load(state, STOPPING) === 0) return work();
    } finally {
      Atomics.sub(state, BUSY, 1);
    }
    for (;;) Atomics.wait(state, STOPPING, 1); // until the thread is ended
  };
}

/** For the one that stops it: resolves once the thread is out of such work, or after that many milliseconds. */
export async function closeGate(gate: SharedArrayBuffer, patience: number): Promise<void> {
  const state = new Int32Array(gate);
  Atomics.store(state, STOPPING, 1);
  const end = performance.now() + patience;
  while (Atomics.load(state, BUSY) > 0 && performance.now() < end) await new Promise((wake) => setTimeout(wake, 5));
}
