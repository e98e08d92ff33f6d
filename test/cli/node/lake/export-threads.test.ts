/** `enveloppe export` as a process: its threads, an interruption, and the export that ends the work. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDuckdb } from '../../../../src/cli/node/lake/duckdb';
import { nodeLake } from '../../../../src/cli/node/lake/node-lake';
import { removeBundleAtEnd, runEnveloppe } from '../../../support/cli-process';
import { bytesOf, drawWorkbook } from '../../../support/lake/drawn-workbooks';

removeBundleAtEnd();

const folder = mkdtempSync(join(tmpdir(), 'enveloppe-export-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = Array.from({ length: 20 }, (_, seed) => drawWorkbook(seed, 3)).filter(({ isBroken }) => !isBroken);
for (const [index, workbook] of read.entries()) {
  mkdirSync(join(folder, 'lot'), { recursive: true });
  writeFileSync(join(folder, 'lot', `${index}.xlsx`), bytesOf(workbook));
}
writeFileSync(join(folder, 'lot', 'ancien.xls'), 'no workbook');

const WORDS = ['export', 'lot', '--output', 'lac', '--as-of', '2025-06-30'];
const kept = join(folder, 'lac', '_workbooks');

test('an interruption leaves no lock and nothing half written', async () => {
  const { code, error } = await runEnveloppe(folder, WORDS, {
    interrupt: { signal: 'SIGTERM', when: () => existsSync(kept) && readdirSync(kept).length > 1 },
  });
  expect({ code, error }).toEqual({ code: 143, error: '' });
  expect(readdirSync(join(folder, 'lac'))).not.toContain('_lock');
  expect(readdirSync(join(folder, 'lac', '_staging')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  expect(readdirSync(kept).length).toBeLessThan(read.length + 1);
});

test('the next export ends the work; a workbook that cannot be read is counted, and kept with its reason', async () => {
  const { code, out, error } = await runEnveloppe(folder, WORDS);
  expect(code).toBe(2);
  expect(out).toMatch(new RegExp(`Écrit dans lac.: ${read.length}.classeurs, et 1.classeur non lu avec le motif`));
  expect(error.trim().split('\n')).toHaveLength(1);
  expect(readdirSync(join(folder, 'lac', '_staging'))).toEqual([]);
  const sql = 'SELECT status, COUNT(*) AS n, COUNT(problem) AS reasons FROM workbooks GROUP BY status ORDER BY status';
  const answer = await nodeLake(loadDuckdb, new Set()).query(join(folder, 'lac'), sql);
  expect(answer.ok && answer.value.rows).toEqual([
    ['read', read.length, 0],
    ['unread', 1, 1],
  ]);
});
