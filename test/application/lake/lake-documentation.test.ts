/** `docs/lake.md` describes every table and every named query of the lake, as they are. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LakeSchema } from '../../../src/application/lake/lake-table';
import { LAKE_SCHEMAS } from '../../../src/application/lake/workbook-tables';
import { namedQueries } from '../../../src/cli/lake/named-queries';

const PATH = join(__dirname, '../../../docs/lake.md');
const page = readFileSync(PATH, 'utf8');
const PARTS = /<!-- schema -->\n([^]*)<!-- \/schema -->/;

function described({ name, meaning, columns }: LakeSchema): string {
  const rows = columns.slice(1).map((column) => `| \`${column.name}\` | ${column.type} | ${column.meaning} |`);
  return [`### \`${name}\`: ${meaning}`, '', '| column | type | meaning |', '|---|---|---|', ...rows, ''].join('\n');
}

test('every column, with its type and its meaning; `WRITE_DOCS=1` writes them', () => {
  const expected = `\n${LAKE_SCHEMAS.map(described).join('\n')}\n`;
  if (process.env.WRITE_DOCS)
    writeFileSync(
      PATH,
      page.replace(PARTS, () => `<!-- schema -->\n${expected}<!-- /schema -->`),
    );
  else expect(PARTS.exec(page)?.[1]).toBe(expected);
});

test('every named query', () => {
  for (const { name } of namedQueries()) expect(page).toContain(`| \`${name}\` |`);
});
