/** Every read has a bound, whatever the path leads to: a pipe that nobody writes to never keeps a command waiting. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSample } from '../../../scripts/build-sample';
import { readBytes } from '../../../src/cli/node/read-bytes';
import { removeBundleAtEnd, runEnveloppe } from '../../support/cli-process';

removeBundleAtEnd();

const root = mkdtempSync(join(tmpdir(), 'enveloppe-read-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
writeFileSync(join(root, 'suivi.xlsx'), buildSample());
/** Seconds of silence, much shorter than those of the product. */
const SILENCE = 0.3;
/** Windows has no named pipe in a folder. */
const testWithPipes = process.platform === 'win32' ? test.skip : test;

function pipe(name: string): string {
  const path = join(root, name);
  execFileSync('mkfifo', [path]);
  return path;
}

test('a file that is missing, a folder, an empty file', async () => {
  const absent = join(root, 'absent.xlsx');
  expect(await readBytes(absent)).toEqual({ ok: false, failure: { code: 'fileMissing', path: absent } });
  expect(await readBytes(root)).toEqual({ ok: false, failure: { code: 'notAFile', path: root, silence: null } });
  writeFileSync(join(root, 'vide.xlsx'), '');
  expect(await readBytes(join(root, 'vide.xlsx'))).toEqual({ ok: true, value: new Uint8Array() });
});

testWithPipes('a pipe: without a writer, with a silent one, with one that comes late and pauses', async () => {
  const alone = pipe('seul.xlsx');
  const refused = (path: string) => ({ ok: false, failure: { code: 'notAFile', path, silence: SILENCE } });
  expect(await readBytes(alone, SILENCE)).toEqual(refused(alone));
  const silent = pipe('muet.xlsx');
  const writer = spawn('sh', ['-c', 'exec sleep 20 > "$0"', silent], { stdio: 'ignore' });
  expect(await readBytes(silent, SILENCE)).toEqual(refused(silent));
  writer.kill();
  const slow = pipe('lent.xlsx');
  spawn('sh', ['-c', '(sleep 0.2; printf ab; sleep 0.4; printf cd) > "$0"', slow], { stdio: 'ignore' });
  const read = await readBytes(slow, 10);
  expect(read.ok && Buffer.from(read.value).toString()).toBe('abcd');
});

testWithPipes('a device without an end is refused by its size', async () => {
  const read = await readBytes('/dev/zero');
  expect(read).toEqual({ ok: false, failure: { code: 'tooLarge', what: '/dev/zero', limit: '200 Mo' } });
});

describe('a command that is given a pipe without a writer ends with code 2 and one sentence', () => {
  beforeAll(() => {
    if (process.platform !== 'win32') pipe('tube.xlsx');
    if (process.platform !== 'win32') pipe('tube.json');
  });

  testWithPipes.each`
    command        | words
    ${'check'}     | ${['tube.xlsx']}
    ${'report'}    | ${['tube.xlsx', '--output', 'copie.xlsx']}
    ${'reconcile'} | ${['suivi.xlsx', '--chorus', 'tube.xlsx']}
    ${'compare'}   | ${['tube.xlsx', 'suivi.xlsx']}
    ${'export'}    | ${['tube.xlsx', '--output', 'lac']}
    ${'publish'}   | ${['tube.xlsx', '--output', 'jeu']}
    ${'check'}     | ${['suivi.xlsx', '--convention', 'tube.json']}
  `('$command $words', async ({ command, words }: { command: string; words: readonly string[] }) => {
    const late = Date.now() + 25_000;
    const interrupt = { signal: 'SIGKILL', when: () => Date.now() > late } as const;
    const { code, error } = await runEnveloppe(root, [command, ...words, '--timeout', '1'], { interrupt });
    expect(code).toBe(2);
    expect(error).toMatch(/tube\.\w+|suivi\.xlsx/);
    expect(error).not.toMatch(/^\s+at /m);
  });
});
