/** `enveloppe query`: formats, refusals, and what a query may not do. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { namedQueries } from '../../../src/cli/lake/named-queries';
import { loadDuckdb } from '../../../src/cli/node/lake/duckdb';
import { nodeLake } from '../../../src/cli/node/lake/node-lake';
import { LAKE_SCHEMAS } from '../../../src/application/lake/workbook-tables';
import { runOn, type CommandResult } from '../../support/cli-machine';
import { ledgerFile, ledgerRow, MARCH_31 } from '../../support/ledgers/ledger-file';

const folder = mkdtempSync(join(tmpdir(), "enveloppe l'été-"));
const lake = nodeLake(loadDuckdb, new Set());
const output = join(folder, 'consolidation');
const workbook = join(folder, 'suivi.xlsx');
const HOSTILE = `=1+1"; DROP TABLE ledger; --'`;

const query = async (...words: readonly string[]): Promise<CommandResult> =>
  runOn({ files: {}, lake }, ['query', output, ...words]);

beforeAll(async () => {
  const rows = [
    ledgerRow({ 'Montant AE': 650_000.25, Objet: HOSTILE }),
    ledgerRow({
      "Date d'engagement": null,
      'Date de service fait': MARCH_31,
      'Date de paiement': MARCH_31,
      'Montant CP': 400,
    }),
  ];
  const { code } = await runOn({ files: { [workbook]: ledgerFile(rows) }, lake }, [
    'export',
    workbook,
    '--output',
    output,
  ]);
  expect(code).toBe(1);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('without a query, the named ones, each with what it answers', async () => {
  const { code, out } = await query();
  expect(code).toBe(0);
  for (const { name, about } of namedQueries()) {
    expect(about.fr.length * about.en.length).toBeGreaterThan(0);
    expect(out).toContain(`${name} `);
  }
  expect((await query('--lang', 'en')).out).toContain('ceilings exceeded');
});

test('a folder that is missing, or no consolidation, is refused without a query too', async () => {
  for (const path of [join(folder, 'nowhere'), folder]) {
    const { code, out, error } = await runOn({ files: {}, lake }, ['query', path]);
    expect([code, out]).toEqual([2, '']);
    expect(error).toMatch(/n’est pas une consolidation/);
  }
});

test('the named queries keep to what every engine has', () => {
  const own =
    /\b(QUALIFY|ILIKE|EXCLUDE|LIMIT|FILTER|USING|LIST|STRUCT|DATEDIFF|DATE_DIFF|GROUP BY ALL|ORDER BY ALL)\b|::|\$\d/i;
  for (const { name, sql } of namedQueries())
    expect([name, own.exec(sql.replaceAll(/^--.*$/gm, ''))]).toEqual([name, null]);
});

test('every named query answers', async () => {
  for (const { name } of namedQueries()) expect([name, (await query(name)).code]).toEqual([name, 0]);
});

test('a CP ceiling that no convention gives to a poste is not exceeded', async () => {
  // « Audit de sécurité » has 10 000 in its annex, which is in AE; Signaux Faibles has 100 000 in AE and in CP.
  const audit = { 'Axe ministériel 2': 'Signaux Faibles', 'Poste de dépense': 'Audit de sécurité' };
  const rows = [
    ledgerRow({ ...audit, 'Montant AE': 14_400 }),
    ledgerRow({ ...audit, "Date d'engagement": null, 'Date de paiement': MARCH_31, 'Montant CP': 14_400 }),
  ];
  const other = join(folder, 'postes');
  await runOn({ files: { [workbook]: ledgerFile(rows) }, lake }, ['export', workbook, '--output', other]);
  const asked = await runOn({ files: {}, lake }, ['query', other, 'depassements', '--format', 'json']);
  const found = asked.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(found.map(({ scope, envelope, nature, excess }) => [scope, envelope, nature, String(excess)])).toEqual([
    ['poste', 'SF', 'AE', '4400.00'],
  ]);
});

test('a table to read: headings and amounts of the language, numbers to the right', async () => {
  const { out } = await query(
    "SELECT envelope, nature, consumed FROM figures WHERE consumed > 0 AND scope <> 'poste' ORDER BY nature, envelope NULLS FIRST",
  );
  expect(out.replaceAll(/[\u00a0\u202f]/g, ' ').split('\n')).toEqual([
    'enveloppe  nature      consommé',
    '           AE      650 000,25 €',
    'PDE        AE      650 000,25 €',
    '           CP          400,00 €',
    'PDE        CP          400,00 €',
    '',
  ]);
});

test('CSV neutralises what a spreadsheet would run; JSON keeps the text', async () => {
  const sql = 'SELECT label, ae, committed_on, sheet_row FROM ledger WHERE ae IS NOT NULL';
  expect((await query(sql, '--format', 'csv')).out).toBe(
    `label,ae,committed_on,sheet_row\r\n"'=1+1""; DROP TABLE ledger; --'",650000.25,2023-03-31,4\r\n`,
  );
  expect(JSON.parse((await query(sql, '--format', 'json')).out)).toEqual({
    label: HOSTILE,
    ae: '650000.25',
    committed_on: '2023-03-31',
    sheet_row: 4,
  });
});

test('values of every kind', async () => {
  const sql =
    "SELECT 1.5 AS d, CAST(0.5 AS DOUBLE) AS f, true AS b, [1, 2] AS l, 9007199254740993 AS n, NULL AS e, 'x' AS c, 'y' AS c";
  expect(JSON.parse((await query(sql, '--format', 'json')).out)).toEqual({
    d: '1.5',
    f: 0.5,
    b: true,
    l: '[1,2]',
    n: '9007199254740993',
    e: null,
    c: 'x',
    'c:1': 'y',
  });
  expect((await query('SELECT 1 AS n WHERE false')).out).toBe('Aucune ligne.\n');
});

test.each([
  ["COPY (SELECT 1) TO 'OUT'", 'DuckDB refuse'],
  ["COPY ledger TO 'LAKE/ledger.csv'", 'un seul SELECT'],
  ["EXPLAIN ANALYZE COPY ledger TO 'LAKE/ledger.csv'", 'un seul SELECT'],
  ['CREATE TABLE x (a INTEGER)', 'un seul SELECT'],
  ['SET enable_external_access = true', 'un seul SELECT'],
  ['SELECT 1; SELECT 2', 'un seul SELECT'],
  ['DROP VIEW ledger', 'un seul SELECT'],
  ["SELECT * FROM read_csv('SECRET')", 'DuckDB refuse'],
  ["SELECT * FROM 'SECRET'", 'DuckDB refuse'],
  ["SELECT * FROM read_text('SECRET')", 'DuckDB refuse'],
  ["SELECT * FROM glob('FOLDER/*')", 'DuckDB refuse'],
  ['SELECT * FROM lines', 'DuckDB refuse'],
  ['SELEC 1 FROM x', 'DuckDB refuse'],
  ['plafond', 'inconnue'],
])('refused: %s', async (sql, sentence) => {
  const secret = join(folder, 'secret.csv');
  writeFileSync(secret, 'a,b\n1,2\n');
  const path = (text: string): string => text.replaceAll("'", "''");
  const words = sql
    .replace('SECRET', path(secret))
    .replace('LAKE', path(output))
    .replace('FOLDER', path(folder))
    .replace('OUT', path(join(folder, 'out.csv')));
  const { code, out, error } = await query(words);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(error).toContain(sentence);
  expect(error.trim().split('\n')).toHaveLength(1);
  expect(existsSync(join(folder, 'out.csv'))).toBe(false);
  expect(readdirSync(output)).not.toContain('ledger.csv');
});

test('a folder that is no lake, a query too many, no lake, no DuckDB', async () => {
  const run = async (words: readonly string[], port = lake): Promise<[number, string]> => {
    const { code, error } = await runOn({ files: {}, lake: port }, ['query', ...words]);
    return [code, error];
  };
  const without = nodeLake(() => Promise.reject(new Error('no module')), new Set());
  expect(await run([folder, 'plafonds'])).toEqual([2, expect.stringContaining('n’est pas une consolidation')]);
  expect(await run([output, 'SELECT', '1'])).toEqual([2, expect.stringContaining('guillemets')]);
  expect(await run([])).toEqual([2, expect.stringContaining('query attend')]);
  expect(await run([output, 'plafonds'], without)).toEqual([2, expect.stringContaining('npm install')]);
  expect(await run([output, 'plafonds', '--format', 'xml'])).toEqual([2, expect.stringContaining('--format')]);
});

test('the tables of an empty lake answer without rows, with their columns', async () => {
  const empty = join(folder, 'vide');
  const opened = await lake.begin(empty);
  if (opened.ok) await opened.value.close();
  for (const { name, columns } of LAKE_SCHEMAS) {
    const { code, out } = await runOn({ files: {}, lake }, [
      'query',
      empty,
      `SELECT * FROM ${name}`,
      '--format',
      'csv',
    ]);
    expect({ code, out }).toEqual({
      code: 0,
      out: `${[...columns.map((column) => column.name), 'convention', 'year'].join(',')}\r\n`,
    });
  }
});
