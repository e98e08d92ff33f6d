/** `implemented.md` lists the implemented members, and each of them has a test through the real client. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IMPLEMENTED, type ObjectType } from '../../../workbench/host/rich-api/model';
import { ROOTS } from '../../../workbench/host/rich-api/objects/workbook';

const LIST = join(__dirname, '../../../workbench/host/implemented.md');

/** Classes that only the client itself uses; the tests of the transports cover them. */
const OF_THE_CLIENT = new Set(['AddinInternalService', 'AppRuntimeService', 'CustomFunctions']);
const HIDDEN = /^_|^Gridlines$/;

const asWritten = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

function membersOf({ scalars, links, calls, items, item }: ObjectType<unknown>): string[] {
  const named = [scalars, links, calls]
    .flatMap((group) => Object.keys(group ?? {}))
    .filter((name) => !HIDDEN.test(name));
  return [...new Set([...named.map(asWritten), ...(items ? ['items'] : []), ...(item ? ['getItem'] : [])])].sort();
}

const types = IMPLEMENTED.filter(({ name }) => !OF_THE_CLIENT.has(name)).map((type) => ({
  name: type.name,
  members: membersOf(type),
}));

test('the list is that of the code', () => {
  expect(Object.keys(ROOTS).length).toBeGreaterThan(0);
  const rows = types.map(({ name, members }) => `| \`${name}\` | ${members.join(', ')} |`).sort();
  const head = [
    '# What the simulated Excel answers',
    '',
    'Checked against the code by `test/workbench/host/implemented.test.ts`. Anything else is refused by its name.',
  ];
  const [list] = readFileSync(LIST, 'utf8').split('\n## ');
  expect(list).toBe([...head, '', '| class | members |', '|---|---|', ...rows, ''].join('\n'));
});

test('each member is in a test', () => {
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.test.ts'),
  );
  const words = new Set(files.flatMap((file) => readFileSync(join(__dirname, file), 'utf8').match(/\w+/g) ?? []));
  expect(
    types.flatMap(({ name, members }) =>
      members.filter((member) => !words.has(member)).map((member) => `${name}.${member}`),
    ),
  ).toEqual([]);
});
