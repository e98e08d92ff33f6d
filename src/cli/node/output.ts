/** The two outputs of the process, written at once: what is printed is never kept, however long it is. */
import { writeSync } from 'node:fs';

/** The reader of the output is gone, or its disk is full: the command ends. */
export class OutputLost extends Error {}

const WAIT = new Int32Array(new SharedArrayBuffer(4));
/** Milliseconds between two attempts on a pipe that is full. */
const PAUSE = 1;

/** Writes a whole text to a file descriptor; throws `OutputLost` when it cannot be written. */
export function writeWhole(descriptor: 1 | 2, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (code !== 'EAGAIN') throw new OutputLost(code);
      Atomics.wait(WAIT, 0, 0, PAUSE);
    }
  }
}
