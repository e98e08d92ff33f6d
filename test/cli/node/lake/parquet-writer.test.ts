/** Rows written as Parquet and read back: every type, its extremes, hostile texts, and more rows than one vector holds. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LakeSchema, LakeValue } from '../../../../src/application/lake/lake-table';
import { loadDuckdb } from '../../../../src/cli/node/lake/duckdb';
import { ParquetWriter } from '../../../../src/cli/node/lake/parquet-writer';
import { isoDate } from '../../../../src/domain/calendar/civil-date';

const folder = mkdtempSync(join(tmpdir(), "enveloppe d'essai-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SCHEMA: LakeSchema = {
  name: 'sample',
  meaning: '',
  columns: (['text', 'integer', 'boolean', 'amount', 'rate', 'date'] as const).map((type) => ({
    name: `of_${type}`,
    type,
    meaning: '',
  })),
};

async function readBack(rows: readonly (readonly LakeValue[])[], select = '*'): Promise<unknown[][]> {
  const duckdb = await loadDuckdb();
  const path = join(folder, 'sample.parquet');
  const writer = await ParquetWriter.start(duckdb);
  await writer.write({ schema: SCHEMA, rows }, path);
  writer.close();
  const connection = await (await duckdb.DuckDBInstance.create(':memory:')).connect();
  const reader = await connection.runAndReadAll(`SELECT ${select} FROM read_parquet('${path.replaceAll("'", "''")}')`);
  connection.closeSync();
  return reader.getRowsJson();
}

test.each<[string, LakeValue[], unknown[]]>([
  ['nothing is null', [null, null, null, null, null, null], [null, null, null, null, null, null]],
  [
    'ordinary values',
    ['Hébergement', 12, true, 65_000_025, '0.853936', isoDate('2023-12-31')],
    ['Hébergement', 12, true, '650000.25', '0.853936000000', '2023-12-31'],
  ],
  [
    'the largest amounts, an old day',
    ['', 0, false, Number.MAX_SAFE_INTEGER, '-9007199254740991.5', isoDate('0001-01-01')],
    ['', 0, false, '90071992547409.91', '-9007199254740991.500000000000', '0001-01-01'],
  ],
  [
    'a negative amount below one euro, a rate that is no plain decimal',
    ["'; DROP TABLE sample; --", -1, null, -5, '1e-7', null],
    ["'; DROP TABLE sample; --", -1, null, '-0.05', null, null],
  ],
  [
    'texts of every kind',
    ['a\u0000b\n"€😀\ud800', 1, null, 0, '0', null],
    ['a\u0000b\n"€😀\ufffd', 1, null, '0.00', '0.000000000000', null],
  ],
])('%s', async (_, row, expected) => {
  expect(await readBack([row])).toEqual([expected]);
});

test('more rows than a vector holds, in their order', async () => {
  const rows = Array.from({ length: 5_001 }, (_, index): LakeValue[] => [`n${index}`, index, null, index, null, null]);
  expect(await readBack(rows, 'COUNT(*), SUM(of_amount), MIN(of_integer), MAX(of_integer)')).toEqual([
    ['5001', '125025.00', 0, 5_000],
  ]);
});
