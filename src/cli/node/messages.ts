/** Messages between the threads of the command line. */
import type { MessagePort } from 'node:worker_threads';
import type { FileOutcome } from '../file-outcome';

/** Given to a thread when it starts: the words of the command, or null for a thread that waits for tasks. */
export interface ThreadData {
  readonly argv: readonly string[] | null;
  /** Where the thread announces its temporary files. */
  readonly temporaries: MessagePort;
  /** `gate.ts`. */
  readonly gate: SharedArrayBuffer;
}

/** A temporary file that begins or ends to exist. */
export interface TemporaryMessage {
  readonly path: string;
  readonly exists: boolean;
}

/** A command over one workbook. */
export interface Task {
  readonly index: number;
  readonly argv: readonly string[];
}

export type FromThread =
  /** The work that begins must end within that time; otherwise the thread is stopped, and this sentence is the reason. */
  | { readonly kind: 'begins'; readonly seconds: number; readonly sentence: string }
  /** `isLate`: it took longer, although the watching thread, kept busy, had not stopped it yet. */
  | { readonly kind: 'ends'; readonly isLate: boolean; readonly sentence: string }
  | { readonly kind: 'tasks'; readonly tasks: readonly Task[] }
  | { readonly kind: 'outcome'; readonly index: number; readonly outcome: FileOutcome }
  | { readonly kind: 'finished'; readonly code: number }
  | { readonly kind: 'outputLost' }
  | { readonly kind: 'compiled' };

export type ToThread =
  /** By the build: to keep the compiled code (`thread.ts`). */
  | { readonly kind: 'compile' }
  | { readonly kind: 'task'; readonly task: Task }
  | { readonly kind: 'outcome'; readonly index: number; readonly outcome: FileOutcome };
