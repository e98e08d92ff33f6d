/** Several conventions under one identifier: they are not added up, and the export reports them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDuckdb } from '../../../src/cli/node/lake/duckdb';
import { nodeLake } from '../../../src/cli/node/lake/node-lake';
import { runOn } from '../../support/cli-machine';
import { ledgerFile, ledgerRow } from '../../support/ledgers/ledger-file';
import { opened, sheetNamed, written } from '../../support/readers/xlsx-read';

const folder = mkdtempSync(join(tmpdir(), 'enveloppe-shared-'));
const lake = nodeLake(loadDuckdb, new Set());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ID = 'dgefp-dge-2023';
/** One commitment of 1 000, paid by 400. */
const ROWS = [
  ledgerRow({ 'Montant AE': 1_000 }),
  ledgerRow({ 'Montant CP': 400, 'Date de service fait': 45_016, 'Date de paiement': 45_030 }),
];

/** Exports a workbook for each reference; returns the consolidation and what the command writes. */
async function exported(name: string, references: readonly string[]): Promise<{ lake: string; out: string }> {
  const output = join(folder, name);
  const files = references.map(
    (reference, index) => [join(folder, `${name}-${index}.xlsx`), ledgerFile(ROWS, { reference })] as const,
  );
  const { out, error } = await runOn({ files: Object.fromEntries(files), lake }, [
    ...['export', ...files.map(([path]) => path), '--output', output, '--as-of', '2023-12-31'],
  ]);
  expect(error).toBe('');
  return { lake: output, out: out.replaceAll(/[\u00a0\u202f]/g, ' ') };
}

async function rowsOf(path: string, query: string): Promise<readonly Record<string, unknown>[]> {
  const { out, error } = await runOn({ files: {}, lake }, ['query', path, query, '--format', 'json']);
  expect(error).toBe('');
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

test('two references: a line for each, in every query that adds up', async () => {
  const { lake: path, out } = await exported('two', ['ECOI2236199X', 'TSTX2300002X']);
  expect(out).toContain(`L’identifiant « ${ID} » désigne plusieurs conventions (ECOI2236199X, TSTX2300002X)`);
  const names = [`${ID} (ECOI2236199X)`, `${ID} (TSTX2300002X)`];
  const ceilings = (await rowsOf(path, 'plafonds')).filter(
    ({ nature, scope }) => nature === 'AE' && scope === 'envelope',
  );
  expect(ceilings.map(({ convention, workbooks, consumed }) => [convention, workbooks, consumed])).toEqual(
    names.map((name) => [name, 1, '1000.00']),
  );
  const open = (await rowsOf(path, 'rap-par-age')).filter(({ state }) => state === 'dated');
  expect(open.map(({ convention, outstanding }) => [convention, outstanding])).toEqual(
    names.map((name) => [name, '600.00']),
  );
  expect([...new Set((await rowsOf(path, 'situation')).map(({ convention }) => convention))]).toEqual(names);
});

test('the synthesis has a total of each, and does not call them one convention', async () => {
  const { lake: path } = await exported('synthesis', ['ECOI2236199X', 'TSTX2300002X']);
  const target = join(folder, 'synthesis.xlsx');
  const { files } = await runOn({ files: {}, lake }, ['report', '--consolidated', path, '--output', target]);
  const sheet = sheetNamed(opened(files.get(target) ?? new Uint8Array()).read(), 'Synthèse');
  const texts = sheet.values.flat().map((value) => String(value ?? '').replaceAll(/[\u00a0\u202f]/g, ' '));
  expect(texts).toContain(`Total ${ID} (TSTX2300002X)`);
  expect(texts.some((text) => text.startsWith('2 classeurs lus, 2 conventions'))).toBe(true);
  expect(texts.filter((text) => text.includes('dans plusieurs classeurs'))).toEqual([]);
});

test('one reference, however written: one convention kept in two workbooks', async () => {
  const { lake: path, out } = await exported('same', ['ECOI2236199X', 'ecoi 2236199 X']);
  expect(out).not.toContain('désigne plusieurs conventions');
  const [ceiling] = await rowsOf(path, 'plafonds');
  expect(ceiling).toMatchObject({ convention: ID, workbooks: 2, consumed: '2000.00' });
});

describe('neither identifier nor reference', () => {
  /** The workbook with another title, and nothing else that names its convention. */
  const titled = (title: string, rows = ROWS): Uint8Array => {
    const cells = [[null], [null], [title]].map((row) => row.map((value) => ({ value, style: 'text' }) as const));
    return written(ledgerFile(rows), { kind: 'setCells', sheet: 'Convention', top: 4, left: 1, cells });
  };

  test('two titles are two conventions, and the export counts them', async () => {
    const output = join(folder, 'unnamed');
    const files = { [join(folder, 'alpha.xlsx')]: titled('Alpha'), [join(folder, 'beta.xlsx')]: titled('Beta') };
    const { out, error } = await runOn({ files, lake }, [
      ...['export', ...Object.keys(files), '--output', output, '--as-of', '2023-12-31'],
    ]);
    expect(error).toBe('');
    expect(out.replaceAll(/\s/g, ' ')).toContain(
      '2 classeurs ne donnent à leur convention ni identifiant ni référence : elle est désignée par son titre',
    );
    const ceilings = (await rowsOf(output, 'plafonds')).filter(
      ({ nature, scope }) => nature === 'AE' && scope === 'envelope',
    );
    expect(ceilings.map(({ convention, workbooks, consumed }) => [convention, workbooks, consumed])).toEqual([
      ['Alpha', 1, '1000.00'],
      ['Beta', 1, '1000.00'],
    ]);
  });
});

/** The column of cost centres holds suppliers. */
const SUPPLIED = { headings: { 'Centre de coûts': 'Titulaire' } } as const;

test('an avoir is deducted from what the supplier was paid by an envelope', async () => {
  const paid = (axis: string, cp: number, more = {}) =>
    ledgerRow({
      ...{ 'Axe ministériel 2': axis, 'Centre de coûts': 'ACME', 'Montant CP': cp },
      ...{ "Date d'engagement": null, 'Date de service fait': 45_016, 'Date de paiement': 45_030, ...more },
    });
  const rows = [paid('PDE', 400), paid('Signaux Faibles', 90), paid('PDE', -150, { Objet: 'Avoir' })];
  const path = join(folder, 'avoirs');
  const file = join(folder, 'avoirs.xlsx');
  await runOn({ files: { [file]: ledgerFile(rows, SUPPLIED) }, lake }, [
    'export',
    file,
    '--output',
    path,
    '--as-of',
    '2023-12-31',
  ]);
  expect((await rowsOf(path, 'titulaires-communs')).map(({ envelope, paid: of }) => [envelope, of])).toEqual([
    ['PDE', '250.00'],
    ['SF', '90.00'],
  ]);
});
