/** `npm test` runs short suites together: none is left out, none runs twice, and each keeps its path as its name. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { suitesOfGroup, suitesTogether } from './support/jest/suites-together.cjs';

const MANY = Array.from({ length: 30 }, (_, index) => `test/rules/rule-${String(index).padStart(2, '0')}.test.ts`);
/** Folders of a room whose suites are short. */
const OF_A_ROOM = Array.from({ length: 9 }, (_, index) => `test/workbook/part-${index % 3}/part-${index}.test.ts`);
const SUITES = ['test/one.test.ts', 'test/money/euros.test.ts', 'test/money/rate.test.ts', ...MANY, ...OF_A_ROOM];
const OTHERS = ['test/pane.dom.test.ts', 'test/money/helper.ts'];
const SLOW = 'test/adapters/xlsx/bad-input.test.ts';

let root = '';
let testRegex: readonly string[];
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'suites-'));
  for (const path of [...SUITES, ...OTHERS, SLOW]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), '');
  }
  ({ testRegex } = suitesTogether({ root, name: 'all', regex: ['\\.test\\.ts$'], ignored: ['\\.dom\\.test\\.ts$'] }));
});
afterAll(() => rmSync(root, { recursive: true }));

const place = (): string => join(root, '.cache', 'suites', 'all');
const groups = () => readdirSync(place()).map((name) => ({ name, text: readFileSync(join(place(), name), 'utf8') }));
const isRun = (path: string): boolean => testRegex.some((regex) => new RegExp(regex).test(path));

test('each short suite is in one group, at most twelve together, those of a folder or of a room only', () => {
  const together = groups().map(({ text }) => suitesOfGroup(text));
  expect(together.flat().sort()).toEqual([...SUITES].sort());
  expect(Math.max(...together.map(({ length }) => length))).toBeLessThanOrEqual(12);
  const placeOf = (path: string): string => (OF_A_ROOM.includes(path) ? 'test/workbook' : dirname(path));
  expect(together.map((paths) => new Set(paths.map(placeOf)).size)).toEqual(together.map(() => 1));
  expect(together).toContainEqual([...OF_A_ROOM].sort());
});

test('a group requires its suites by their place', () => {
  const required = groups().flatMap(({ text }) =>
    [...text.matchAll(/require\("([^"]+)"\)/g)].map(([, path = '']) => resolve(place(), path)),
  );
  expect(required.sort()).toEqual(SUITES.map((path) => join(root, path)).sort());
});

test('jest runs the groups and the slow suites, and no suite beside its group', () => {
  expect(groups().map(({ name }) => isRun(join(place(), name)))).toEqual(groups().map(() => true));
  expect(isRun(join(root, SLOW))).toBe(true);
  expect(SUITES.filter((path) => isRun(join(root, path)))).toEqual([]);
});

test('groups that are bundled: a slow suite is a group too, and jest runs their bundles alone', () => {
  const given = { root, name: 'bundled', regex: ['\\.test\\.ts$'], ignored: ['\\.dom\\.test\\.ts$'], isBundled: true };
  const [regex = '', ...others] = suitesTogether(given).testRegex;
  const folder = join(root, '.cache', 'suites', 'bundled');
  const files = readdirSync(join(folder, 'groups'));
  const texts = files.map((file) => readFileSync(join(folder, 'groups', file), 'utf8'));
  expect(texts.flatMap(suitesOfGroup).sort()).toEqual([...SUITES, SLOW].sort());
  expect(others).toEqual([]);
  expect(files.filter((file) => new RegExp(regex).test(join(folder, 'groups', file)))).toEqual([]);
  expect(files.filter((file) => !new RegExp(regex).test(join(folder, file)))).toEqual([]);
});

test('a helper registers nothing when it is loaded: the first suite of a group would keep it for itself', () => {
  const helpers = readdirSync(join(__dirname, 'support'), { recursive: true, encoding: 'utf8' });
  const registering = helpers
    .filter((path) => path.endsWith('.ts') && !path.startsWith('jest'))
    .filter((path) => /^(before|after)(Each|All)\(/m.test(readFileSync(join(__dirname, 'support', path), 'utf8')));
  expect(registering).toEqual([]);
});
