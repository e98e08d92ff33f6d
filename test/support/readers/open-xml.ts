/** Microsoft's own validator of the format (Open XML SDK), as the reader closest to Excel that runs anywhere. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The oldest Excel that the add-in runs in. */
const VERSION = 'Office2016';
const PROGRAM = join(
  __dirname,
  '..',
  '..',
  '..',
  'node_modules',
  '@xarsh',
  'ooxml-validator-linux-x64',
  'ooxml-validator',
);
const ONE_MINUTE = 60_000;
/** .NET counts the calls of each function to compile it better later: too late for a program of half a second. */
const ENVIRONMENT = { ...process.env, DOTNET_TieredPGO: '0' };

interface Verdict {
  readonly errors: readonly { readonly path: string; readonly description: string }[];
}

/** The faults that the validator finds, a line each: part, then reason. */
export async function openXmlFaults(bytes: Uint8Array): Promise<string[]> {
  const verdict = await inFile(
    bytes,
    (file) =>
      new Promise<Verdict>((resolve, reject) => {
        execFile(
          PROGRAM,
          [file, VERSION],
          { timeout: ONE_MINUTE, maxBuffer: 1 << 26, env: ENVIRONMENT },
          (error, stdout, stderr) => {
            if (error) reject(new Error(stderr || error.message));
            else resolve(JSON.parse(stdout) as Verdict);
          },
        );
      }),
  );
  return verdict.errors.map(({ path, description }) => `${path}: ${description}`);
}

/** `describe`, or a skipped one that names the missing package. */
export function describeWithOpenXml(name: string, body: () => void): void {
  if (canRun()) describe(name, body);
  else describe.skip(`${name} (skipped: the Open XML validator is not installed; npm has it for 64-bit Linux)`, body);
}

/** The package is optional: npm installs it on 64-bit Linux alone, where it needs nothing else. */
function canRun(): boolean {
  return spawnSync(PROGRAM, [], { stdio: 'ignore', timeout: ONE_MINUTE }).error === undefined;
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
