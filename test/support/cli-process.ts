/** The command line as a process of its own, from its source as it is. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
/** The source itself, compiled as it runs: four times the time of the bundle. */
const SOURCE = [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), join(ROOT, 'src/cli/main.ts')];
/** The folder of the bundle, made when a suite first runs it; from there the command finds its optional packages. */
let bundle: string | null = null;

/** At the top of a suite that runs the command: its bundle goes when the suite ends. */
export function removeBundleAtEnd(): void {
  afterAll(() => {
    if (bundle !== null) rmSync(bundle, { recursive: true });
    bundle = null;
  });
}

function bundled(): string {
  if (bundle !== null) return bundle;
  const cache = join(ROOT, '.cache');
  mkdirSync(cache, { recursive: true });
  bundle = mkdtempSync(join(cache, 'cli-'));
  execFileSync(process.execPath, [join(__dirname, 'bundle-cli.cjs'), bundle]);
  return bundle;
}

/** Milliseconds between two looks at the condition of an interruption. */
const GLANCE = 2;

export interface EndedProcess {
  /** -1 when a signal ended it. */
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

export interface ProcessOptions {
  /** As a developer runs it, without a build. */
  readonly fromSource?: boolean;
  /** The file or device of the standard output, instead of `out`. */
  readonly outputTo?: string;
  /** The signal is sent as soon as the condition is true. */
  readonly interrupt?: { readonly signal: NodeJS.Signals; readonly when: () => boolean };
}

/** Runs `enveloppe` with these words in a folder, to its end. */
export async function runEnveloppe(
  folder: string,
  words: readonly string[],
  { fromSource = false, outputTo, interrupt }: ProcessOptions = {},
): Promise<EndedProcess> {
  const output = outputTo === undefined ? 'pipe' : openSync(outputTo, 'w');
  const program = fromSource ? SOURCE : [join(bundled(), 'enveloppe.js')];
  const child = spawn(process.execPath, [...program, ...words], { cwd: folder, stdio: ['ignore', output, 'pipe'] });
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
