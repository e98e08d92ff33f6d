/** One workbook exported under two names counts twice: the export names both. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDuckdb } from '../../../src/cli/node/lake/duckdb';
import { nodeLake } from '../../../src/cli/node/lake/node-lake';
import { runOn } from '../../support/cli-machine';
import { ledgerFile, ledgerRow } from '../../support/ledgers/ledger-file';

const folder = mkdtempSync(join(tmpdir(), 'enveloppe-same-'));
const lake = nodeLake(loadDuckdb, new Set());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ROWS = [ledgerRow({ 'Montant AE': 1_000 }), ledgerRow({ 'Montant AE': 500 })];
const SUIVI = ledgerFile(ROWS);

test.each<[string, Readonly<Record<string, Uint8Array>>, readonly string[]]>([
  ['a copy under another name', { 'suivi.xlsx': SUIVI, 'suivi v2.xlsx': SUIVI }, ['../suivi v2.xlsx, ../suivi.xlsx']],
  ['another row', { 'suivi.xlsx': SUIVI, 'b.xlsx': ledgerFile(ROWS.slice(1)) }, []],
  ['another reference', { 'suivi.xlsx': SUIVI, 'b.xlsx': ledgerFile(ROWS, { reference: 'TSTX2300002X' }) }, []],
  ['no operation yet', { 'suivi.xlsx': ledgerFile([]), 'b.xlsx': ledgerFile([]) }, []],
])('%s', async (name, given, expected) => {
  const files = Object.fromEntries(Object.entries(given).map(([file, bytes]) => [join(folder, file), bytes]));
  const words = ['export', ...Object.keys(files), '--output', join(folder, name), '--as-of', '2023-12-31'];
  const { out } = await runOn({ files, lake }, words);
  const found = [...out.matchAll(/^Même convention et même suivi dans (.*)\u00a0: si/gm)].map(([, which]) => which);
  expect(found).toEqual(expected);
});
