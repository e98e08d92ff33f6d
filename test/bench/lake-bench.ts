/**
 * Drawn workbooks exported by the built command line, then each named query: `npm run bench -- lake` draws 100 and 1,000
 * of them, `--workbooks 10000` another number. Prints the time and size of each, and how they grow. Never fails for
 * being slow.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { namedQueries } from '../../src/cli/lake/named-queries';
import { AS_OF, bytesOf, drawWorkbook } from '../support/lake/drawn-workbooks';

const ROOT = join(__dirname, '..', '..');
const COMMAND = join(ROOT, 'bin', 'enveloppe.js');
const BUILT = join(ROOT, 'dist', 'cli', 'enveloppe.js');
const WORKBOOKS_A_CONVENTION = 6;
/** Above, the check and the second export are left out. */
const MOST_TWICE = 1_000;

function option(name: string): string | null {
  const at = process.argv.indexOf(name);
  return at < 0 ? null : (process.argv[at + 1] ?? null);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Seconds of a command, and the last line that it prints. */
function timed(...words: readonly string[]): { readonly seconds: number; readonly last: string } {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...words], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status === null) throw new Error(stderr);
  return { seconds: (performance.now() - started) / 1_000, last: stdout.trim().split('\n').at(-1) ?? '' };
}

function measure(count: number): ReadonlyMap<string, number> {
  const folder = mkdtempSync(join(tmpdir(), 'enveloppe-lake-bench-'));
  try {
    const lake = join(folder, 'lake');
    const workbooks = join(folder, 'workbooks');
    for (let seed = 0; seed < count; seed += 1) {
      const workbook = drawWorkbook(seed, Math.ceil(count / WORKBOOKS_A_CONVENTION));
      const path = join(workbooks, workbook.file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytesOf(workbook));
    }
    const times = new Map<string, number>();
    const isSmall = count <= MOST_TWICE;
    if (isSmall) times.set('check', timed('check', workbooks, '--as-of', AS_OF, '--format', 'csv').seconds);
    for (const what of isSmall ? ['export', 'export again'] : ['export']) {
      const { seconds, last } = timed('export', workbooks, '--output', lake, '--as-of', AS_OF);
      print(`${count} workbooks, ${what}: ${last}`);
      times.set(what, seconds);
    }
    const files = readdirSync(lake, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const bytes = files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
    print(`${count} workbooks: ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB`);
    for (const { name } of namedQueries()) times.set(name, timed('query', lake, name, '--format', 'csv').seconds);
    return times;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function main(): void {
  if (!existsSync(BUILT)) {
    print('the command line is not built: npm run build');
    return;
  }
  const given = option('--workbooks');
  const counts = given === null ? [100, 1_000] : given.split(',').map(Number);
  const measured = counts.map(measure);
  print(`\nseconds, ${availableParallelism()} processors | ${counts.join(' | ')}`);
  for (const name of measured[0]?.keys() ?? [])
    print(`${name} | ${measured.map((times) => (times.get(name) ?? NaN).toFixed(2)).join(' | ')}`);
}

main();
