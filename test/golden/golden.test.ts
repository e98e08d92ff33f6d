/** Golden workbooks: each folder holds a workbook and what must be seen of it. Drop a folder here, and it is a test. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seenOf, type GoldenWorkbook, type Seen } from '../support/readers/golden';

const cases = readdirSync(__dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

function read<T>(folder: string, file: string): T {
  return JSON.parse(readFileSync(join(__dirname, folder, file), 'utf8')) as T;
}

test.each(cases)('%s', (folder) => {
  const expected = read<Seen>(folder, 'expected.json');
  const seen = seenOf(read<GoldenWorkbook>(folder, 'workbook.json'));
  const places = [...new Set([...Object.keys(expected), ...Object.keys(seen)])];
  const differences = places
    .filter((place) => expected[place] !== seen[place])
    .map((place) => `${place}: expected ${expected[place] ?? 'nothing'}, got ${seen[place] ?? 'nothing'}`);
  expect(differences).toEqual([]);
});
