/** A command that is stopped while it writes leaves a whole copy under its name, or nothing. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSample } from '../../../scripts/build-sample';
import { openXlsx } from '../../../src/adapters/xlsx/open';
import { removeBundleAtEnd, runEnveloppe } from '../../support/cli-process';

removeBundleAtEnd();

const root = mkdtempSync(join(tmpdir(), 'enveloppe-interrupted-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
writeFileSync(join(root, 'suivi.xlsx'), buildSample());

/** Runs a command that writes `name` in a folder of its own, stopped as soon as something is written there. */
async function stopped(signal: NodeJS.Signals, command: string, name: string) {
  const place = join(root, `${command}-${signal}`);
  mkdirSync(place);
  const words = [command, 'suivi.xlsx', '--as-of', '2023-12-31', '--output', join(place, name)];
  const interrupt = { signal, when: () => readdirSync(place).length > 0 };
  const { code, error } = await runEnveloppe(root, words, { interrupt });
  return { code, error, left: readdirSync(place), path: join(place, name) };
}

const isWholeWorkbook = (path: string): boolean => openXlsx(new Uint8Array(readFileSync(path))).ok;

test.each`
  signal       | exits
  ${'SIGINT'}  | ${[0, 1, 130]}
  ${'SIGTERM'} | ${[0, 1, 143]}
`(
  'report, on $signal: the whole copy or no copy, and nothing beside it',
  async ({ signal, exits }: { signal: NodeJS.Signals; exits: readonly number[] }) => {
    const { code, error, left, path } = await stopped(signal, 'report', 'copie.xlsx');
    expect(exits).toContain(code);
    expect(error).not.toMatch(/^\s+at /m);
    expect(left.filter((name) => name !== 'copie.xlsx')).toEqual([]);
    expect(left.length === 0 || isWholeWorkbook(path)).toBe(true);
  },
);

test('publish, on SIGTERM: the whole folder or no folder', async () => {
  const { code, left, path } = await stopped('SIGTERM', 'publish', 'jeu');
  expect([0, 1, 143]).toContain(code);
  expect(left.filter((name) => name !== 'jeu')).toEqual([]);
  const files = left.length === 0 ? [] : filesOf(join(path, 'datapackage.json'));
  expect(files.filter((name) => !existsSync(join(path, name)))).toEqual([]);
});

test('killed at once: the final name never has half a copy', async () => {
  const { code, path } = await stopped('SIGKILL', 'report', 'copie.xlsx');
  expect([-1, 0, 1]).toContain(code);
  expect(!existsSync(path) || isWholeWorkbook(path)).toBe(true);
});

/** The files that a package lists. */
function filesOf(description: string): readonly string[] {
  const { resources } = JSON.parse(readFileSync(description, 'utf8')) as { resources: readonly { path: string }[] };
  return resources.map(({ path }) => path);
}
