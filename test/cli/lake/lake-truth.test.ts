/** Drawn workbooks exported and queried: each named query equals the sums computed apart from the true operations. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDuckdb } from '../../../src/cli/node/lake/duckdb';
import { nodeLake } from '../../../src/cli/node/lake/node-lake';
import { AS_OF, bytesOf, drawWorkbook } from '../../support/lake/drawn-workbooks';
import { type AnswerRow, trueAnswers } from '../../support/lake/true-answers';
import { runOn } from '../../support/cli-machine';

const COUNT = Number(process.env.LAKE_WORKBOOKS ?? 24);
const folder = mkdtempSync(join(tmpdir(), "enveloppe d'un lac-"));
const lake = nodeLake(loadDuckdb, new Set<string>());
const drawn = Array.from({ length: COUNT }, (_, seed) => drawWorkbook(seed, Math.ceil(COUNT / 6)));
const files = Object.fromEntries(drawn.map((workbook) => [join(folder, workbook.file), bytesOf(workbook)]));
const output = join(folder, 'consolidation');

async function rowsOf(name: string): Promise<AnswerRow[]> {
  const { code, out, error } = await runOn({ files: {}, lake }, ['query', output, name, '--format', 'json']);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as AnswerRow);
}

const sorted = (rows: readonly AnswerRow[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

beforeAll(async () => {
  const { code, out } = await runOn({ files, lake }, [
    'export',
    ...Object.keys(files),
    '--output',
    output,
    '--as-of',
    AS_OF,
  ]);
  expect({ code, out: out.includes(output) }).toEqual({ code: 2, out: true }); // 2: some files are no workbooks
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(Object.entries(trueAnswers(drawn)))('%s', async (name, expected) => {
  const given = await rowsOf(name);
  const withPath = expected.map((row) => ('file' in row ? { ...row, file: `../${row.file}` } : row));
  expect(expected.length).toBeGreaterThan(0);
  const columns = Object.keys(withPath[0] ?? {});
  expect(
    sorted(given.map((row) => Object.fromEntries(columns.map((column) => [column, row[column] ?? null])))),
  ).toEqual(sorted(withPath));
});
