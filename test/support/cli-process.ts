/** The command line as a process of its own, from its source. */
import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const PROGRAM = [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), join(ROOT, 'src/cli/main.ts')];
/** Milliseconds between two looks at the condition of an interruption. */
const GLANCE = 2;

export interface EndedProcess {
  /** -1 when a signal ended it. */
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

export interface ProcessOptions {
  /** The file or device of the standard output, instead of `out`. */
  readonly outputTo?: string;
  /** The signal is sent as soon as the condition is true. */
  readonly interrupt?: { readonly signal: NodeJS.Signals; readonly when: () => boolean };
}

/** Runs `enveloppe` with these words in a folder, to its end. */
export async function runEnveloppe(
  folder: string,
  words: readonly string[],
  { outputTo, interrupt }: ProcessOptions = {},
): Promise<EndedProcess> {
  const output = outputTo === undefined ? 'pipe' : openSync(outputTo, 'w');
  const child = spawn(process.execPath, [...PROGRAM, ...words], { cwd: folder, stdio: ['ignore', output, 'pipe'] });
  const printed = { out: '', error: '' };
  child.stdout?.on('data', (text: Buffer) => (printed.out += text.toString()));
  child.stderr?.on('data', (text: Buffer) => (printed.error += text.toString()));
  const watch = setInterval(() => {
    if (interrupt?.when() !== true) return;
    clearInterval(watch);
    child.kill(interrupt.signal);
  }, GLANCE);
  return new Promise((resolve) =>
    child.once('close', (code) => {
      clearInterval(watch);
      resolve({ code: code ?? -1, ...printed });
    }),
  );
}
