/** `enveloppe export`: what the folder holds, and what another export, a refusal or an interruption makes of it. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDuckdb } from '../../../src/cli/node/lake/duckdb';
import { nodeLake } from '../../../src/cli/node/lake/node-lake';
import { runOn } from '../../support/cli-machine';
import { AS_OF, bytesOf, drawWorkbook } from '../../support/lake/drawn-workbooks';
import { ledgerFile, ledgerRow } from '../../support/ledgers/ledger-file';

const folder = mkdtempSync(join(tmpdir(), 'enveloppe-lake-'));
const temporaries = new Set<string>();
const lake = nodeLake(loadDuckdb, temporaries);
const output = join(folder, 'consolidation');
const first = join(folder, 'a.xlsx');
const second = join(folder, 'b.xlsx');
const bytes = (seed: number): Uint8Array => bytesOf(drawWorkbook(seed, 20));
const isRead = (seed: number): boolean => !drawWorkbook(seed, 20).isBroken;
const [one = 0, two = 0, three = 0] = Array.from({ length: 20 }, (_, seed) => seed).filter(isRead);

type Files = Readonly<Record<string, Uint8Array | string>>;

async function exported(files: Files, ...more: string[]): Promise<{ code: number; out: string; error: string }> {
  const { code, out, error } = await runOn({ files, lake }, [
    ...['export', ...Object.keys(files), '--output', output, '--as-of', AS_OF],
    ...more,
  ]);
  return { code, out, error };
}

/** Every file of the folder, by its path, with its bytes. */
function content(): Map<string, string> {
  const entries = readdirSync(output, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(output.length + 1), readFileSync(path).toString('base64')] as const),
  );
}

async function answer(sql: string): Promise<unknown[]> {
  const { out, error } = await runOn({ files: {}, lake }, ['query', output, sql, '--format', 'json']);
  expect(error).toBe('');
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}

const ofKey = (key: RegExp): string[] => [...content().keys()].filter((path) => key.test(path));

beforeEach(() => rmSync(output, { recursive: true, force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a file for each table, in the folder of its convention and year; nothing else is left', async () => {
  await exported({ [first]: bytes(one) });
  const reference = drawWorkbook(one, 20).convention;
  expect(reference).toBe("Conv. n°0/2023 « l'été » 100 %");
  const tables = [
    'codes',
    'conventions',
    'ejs',
    'envelopes',
    'figures',
    'findings',
    'ledger',
    'reading',
    'requests',
    'workbooks',
  ];
  expect([...content().keys()].map((path) => path.replace(/a-[0-9a-f]{16}/, 'KEY'))).toEqual([
    '_enveloppe.json',
    '_workbooks/KEY.json',
    ...tables.map(
      (table) => `${table}/convention=Conv.%20n°0%2F2023%20«%20l%27été%20»%20100%20%25/year=2023/KEY.parquet`,
    ),
  ]);
  expect(await answer('SELECT DISTINCT convention, year FROM figures')).toEqual([
    { convention: reference, year: 2023 },
  ]);
  expect(temporaries.size).toBe(0);
});

test('the same export twice gives the same bytes', async () => {
  const files = { [first]: bytes(one), [second]: bytes(two) };
  await exported(files);
  const before = content();
  expect(before.size).toBeGreaterThan(15);
  await exported(files);
  expect(content()).toEqual(before);
});

test('a workbook replaces its own files alone, and leaves the convention that it no longer has', async () => {
  await exported({ [first]: bytes(one), [second]: bytes(two) });
  const others = ofKey(/\/b-/).map((path) => [path, content().get(path)]);
  await exported({ [first]: bytes(three) });
  expect(ofKey(/\/b-/).map((path) => [path, content().get(path)])).toEqual(others);
  expect(await answer("SELECT convention FROM workbooks WHERE file = '../a.xlsx'")).toEqual([
    { convention: drawWorkbook(three, 20).convention },
  ]);
  expect(readdirSync(join(output, 'ledger'))).toHaveLength(2);
});

test('a workbook that can no longer be read loses its figures, and keeps the reason', async () => {
  await exported({ [first]: bytes(one) });
  const { code, error } = await exported({ [first]: 'no workbook' });
  expect(code).toBe(2);
  expect(error).toContain('n’est pas un classeur');
  expect(ofKey(/\.parquet/)).toHaveLength(1);
  const [row, ...more] = await answer('SELECT file, convention, year, status, problem, errors FROM workbooks');
  expect(more).toEqual([]);
  expect(row).toMatchObject({ file: '../a.xlsx', convention: null, year: null, status: 'unread', errors: null });
  expect((row as { problem: string }).problem).toMatch(/^Ce fichier n’est pas un classeur/);
  expect(await answer('SELECT * FROM figures')).toEqual([]);
});

test('two paths to one file are one workbook', async () => {
  await exported({ [first]: bytes(one), [join(folder, 'x', '..', 'a.xlsx')]: bytes(one) });
  expect(await answer('SELECT COUNT(*) AS n FROM workbooks')).toEqual([{ n: 1 }]);
});

test('a figure that is not calculable is null', async () => {
  const file = ledgerFile([ledgerRow({ 'Montant AE': 1_000.5 })], { headings: { 'Montant CP': 'Remarque' } });
  await exported({ [first]: file });
  const rows = await answer(
    "SELECT nature, consumed, remaining, missing FROM figures WHERE scope = 'envelope' AND envelope = 'PDE' ORDER BY nature",
  );
  expect(rows).toEqual([
    { nature: 'AE', consumed: '1000.50', remaining: '498999.50', missing: null },
    { nature: 'CP', consumed: null, remaining: null, missing: 'Montant CP' },
  ]);
  expect(await answer('SELECT SUM(ae_consumed) AS ae, SUM(cp_consumed) AS cp FROM ledger')).toEqual([
    { ae: '1000.50', cp: null },
  ]);
});

test('a folder that holds something else is refused, and left as it is', async () => {
  mkdirSync(output);
  writeFileSync(join(output, 'notes.txt'), 'à garder');
  const { code, error } = await exported({ [first]: bytes(one) });
  expect(code).toBe(2);
  expect(error).toContain('n’est pas une consolidation');
  expect(readdirSync(output)).toEqual(['notes.txt']);
});

test('a lake of a later layout is refused', async () => {
  mkdirSync(output);
  writeFileSync(join(output, '_enveloppe.json'), '{"lake":2}');
  expect((await exported({ [first]: bytes(one) })).error).toContain('cette version');
});

test('a path that DuckDB reads as a pattern is refused', async () => {
  const words = ['export', first, '--output', join(folder, 'lot [2023]')];
  const { code, error } = await runOn({ files: { [first]: bytes(one) }, lake }, words);
  expect(code).toBe(2);
  expect(error).toContain('motif');
  expect(existsSync(join(folder, 'lot [2023]'))).toBe(false);
});

test('a lake where another command writes is refused; the lock of a dead command is not', async () => {
  await exported({ [first]: bytes(one) });
  const opened = await lake.begin(output);
  expect((await exported({ [first]: bytes(two) })).error).toContain('Une autre commande écrit');
  if (opened.ok) await opened.value.close();
  expect((await exported({ [first]: bytes(two) })).error).toBe('');
  writeFileSync(join(output, '_lock'), JSON.stringify({ host: hostname(), pid: 2 ** 30 }));
  expect((await exported({ [first]: bytes(two) })).error).toBe('');
  writeFileSync(join(output, '_lock'), JSON.stringify({ host: 'another machine', pid: 2 ** 30 }));
  expect((await exported({ [first]: bytes(two) })).error).toContain('Une autre commande écrit');
});

test('what an interrupted export had prepared whole is put in place by the next; the rest is removed', async () => {
  await exported({ [first]: bytes(one), [second]: bytes(two) });
  const [key = ''] = ofKey(/_workbooks\/a-/).map((path) => path.replace(/^_workbooks\/|\.json$/g, ''));
  const staged = join(output, '_staging', key);
  mkdirSync(staged, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(output, '_workbooks', `${key}.json`), 'utf8')) as Record<
    string,
    string
  >;
  const ledger = manifest.ledger ?? '';
  const moved = ledger.replace('year=2023', 'year=2024');
  // Interrupted after the move of every file but those of the ledger: the list of files is still the old one.
  renameSync(join(output, ledger), join(staged, 'ledger.parquet'));
  writeFileSync(join(staged, 'manifest.json'), JSON.stringify({ ...manifest, ledger: moved }));
  mkdirSync(join(output, '_staging', 'c-0123.tmp'));
  await exported({ [second]: bytes(two) });
  expect(statSync(join(output, moved)).size).toBeGreaterThan(0);
  expect(existsSync(join(output, ledger))).toBe(false);
  expect(readdirSync(join(output, '_staging'))).toEqual([]);
  expect(
    await answer("SELECT DISTINCT l.year FROM ledger l JOIN workbooks w USING (workbook) WHERE w.file = '../a.xlsx'"),
  ).toEqual([{ year: 2024 }]);
});

test('without DuckDB, one sentence gives the command that installs it, and nothing is written', async () => {
  const without = nodeLake(() => Promise.reject(new Error('Cannot find module')), new Set());
  const { code, error } = await runOn({ files: { [first]: bytes(one) }, lake: without }, [
    'export',
    first,
    '--output',
    output,
  ]);
  expect({ code, isThere: existsSync(output) }).toEqual({ code: 2, isThere: false });
  expect(error).toContain('npm install @duckdb/node-api');
  expect(error.trim().split('\n')).toHaveLength(1);
});

test.each([
  ['export --output d', 'indiquez au moins un classeur'],
  ['export a.xlsx', 'export attend --output'],
  ['export a.xlsx --output d --timeout soon', '--timeout'],
  ['export a.xlsx --output d --convention nowhere', 'nowhere'],
])('%s: %s', async (command, sentence) => {
  const { code, error } = await runOn({ files: {}, lake }, command);
  expect(code).toBe(2);
  expect(error).toContain(sentence);
});
