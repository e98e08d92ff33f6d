/**
 * Every link of the guides leads to a file and a heading that exist, and every command is one that the project has:
 * those of the command line run on the sample; each of the others is run by a test that is named here.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guideExtract } from '../scripts/guide/guide-files';
import { buildSample } from '../scripts/build-sample';
import { scripts } from '../package.json';
import { loadDuckdb } from '../src/cli/node/lake/duckdb';
import { nodeLake } from '../src/cli/node/lake/node-lake';
import { runOn } from './support/cli-machine';
import { anchorsOf, commandsOf, GUIDES, linksOf, textOf } from './support/guides';
import { ROOT } from './support/tidy/sources';

const MARKDOWN = /\.md$/;
const BENCHES = readdirSync(join(ROOT, 'test/bench')).filter((file) => file.endsWith('-bench.ts'));

test.each(GUIDES)('%s: each link leads somewhere', (guide) => {
  const broken = linksOf(guide).filter(({ href, file, anchor, isImage, text }) => {
    if (/^https?:/.test(href)) return true; // an address that no test can follow
    if (isImage && text === '') return true;
    if (!existsSync(join(ROOT, file))) return true;
    return anchor !== null && MARKDOWN.test(file) && !anchorsOf(file).includes(anchor);
  });
  expect(broken.map(({ href }) => href)).toEqual([]);
});

/** Commands of other programs: the test that runs each, and its words there; or why no test can. */
const OTHERS: readonly { readonly command: RegExp; readonly runBy?: string; readonly as?: string }[] = [
  {
    command: /^curl -I https:\/\/[\w./-]+\/taskpane\.html$/,
    runBy: 'test/e2e/deployment.e2e.ts',
    as: "'curl', ['-sS', '--insecure', '-I'",
  },
  {
    command: /^sha256sum --check SHA256SUMS$/,
    runBy: 'test/e2e/deployment.e2e.ts',
    as: "'sha256sum', ['--check', 'SHA256SUMS']",
  },
  { command: /^node scripts\/build\.mjs /, runBy: 'test/e2e/deployment.e2e.ts', as: "'scripts/build.mjs'" },
  { command: /^podman build -t enveloppe \.$/ }, // few machines have podman
  { command: /^npx office-addin-usage-data off$/ }, // Microsoft's package, fetched on demand
];

test.each(GUIDES)('%s: each command exists', (guide) => {
  const unknown = commandsOf(guide).filter((command) => {
    const [, script] = /^npm (?:run )?([\w:-]+)/.exec(command) ?? [];
    const [, bench] = /^npm run bench -- (\w+)/.exec(command) ?? [];
    if (bench !== undefined && bench !== 'WORD') return !BENCHES.some((file) => file.includes(bench));
    if (script !== undefined) return !(script in scripts) && !['install', 'ci'].includes(script);
    if (command.startsWith('node bin/enveloppe.js')) return false;
    return !OTHERS.some((other) => other.command.test(command));
  });
  expect(unknown).toEqual([]);
});

test('the tests that run the other commands do', () => {
  const claimed = OTHERS.flatMap(({ runBy, as }) => (runBy === undefined || as === undefined ? [] : [{ runBy, as }]));
  expect(claimed.filter(({ runBy, as }) => !textOf(runBy).includes(as))).toEqual([]);
});

/** The consolidation is a real folder; the other files are in memory. */
const FOLDER = mkdtempSync(join(tmpdir(), 'enveloppe-guides-'));
const CONSOLIDATION = join(FOLDER, 'consolidation');
const LEDGER = join(FOLDER, 'SUIVI.xlsx');
const MACHINE = {
  files: { 'SUIVI.xlsx': buildSample(), [LEDGER]: buildSample(), 'EXTRAIT.csv': guideExtract() },
  today: '2023-12-31',
  lake: nodeLake(loadDuckdb, new Set<string>()),
};
beforeAll(() => runOn(MACHINE, ['export', LEDGER, '--output', CONSOLIDATION]));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

/** The exit code on the sample: 1, since errors were planted in it. */
const CODES: Readonly<Record<string, number>> = {
  ...{ check: 1, report: 1, reconcile: 1, publish: 1, init: 0, compare: 1 },
  ...{ export: 1, query: 0 },
};
/** The sample is written without the results of its formulas: the warning is right. */
const NOT_CALCULATED =
  /^(?:[^\n:]*\/)?SUIVI\.xlsx ?: (?:ce classeur doit être recalculé|the workbook asks to be computed again)[^\n]*\n$/;
const ON_COMMAND_LINE = [
  ...new Set(
    GUIDES.flatMap(commandsOf)
      .filter((command) => command.startsWith('node bin/enveloppe.js '))
      .map((command) => command.slice('node bin/enveloppe.js '.length)),
  ),
];

/** The words of a command, with the files of the sample in the place of those of the guide. */
function onTheSample(words: string): string {
  return words
    .replace(/^(export )\S+/, `$1${LEDGER}`)
    .replace(/ (?:LAKE|CONSOLIDATION)\b/, ` ${CONSOLIDATION}`)
    .replace('FILE|FOLDER|GLOB', 'SUIVI.xlsx')
    .replace('EXTRAIT…', 'EXTRAIT.csv');
}

test('the guides show each command of the command line', () => {
  expect([...new Set(ON_COMMAND_LINE.map((words) => words.split(' ')[0]))].sort()).toEqual(Object.keys(CODES).sort());
});

test.each(ON_COMMAND_LINE)('enveloppe %s, on the sample', async (words) => {
  const { code, out, error } = await runOn(MACHINE, onTheSample(words));
  const expected = words.includes('--consolidated') ? 0 : CODES[words.split(' ')[0] ?? ''];
  expect([words, code]).toEqual([words, expected]);
  expect(error.replace(/[\u00a0\u202f]/g, ' ').replace(NOT_CALCULATED, '')).toBe('');
  expect(out).not.toBe('');
});
