/** The command as a process: its threads, its outputs, its time, and files of every kind. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeBundleAtEnd, runEnveloppe } from '../../support/cli-process';
import { ledgerFile, ledgerRow } from '../../support/ledgers/ledger-file';

removeBundleAtEnd();

const folder = mkdtempSync(join(tmpdir(), 'enveloppe-threads-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const enveloppe = (...words: readonly string[]) => runEnveloppe(folder, words);

const CLEAN = ledgerFile([ledgerRow({ 'Montant AE': 1_000.5 })]);
const WRONG = ledgerFile([ledgerRow({ 'Montant AE': 600_000 })]);
mkdirSync(join(folder, 'lot/sous'), { recursive: true });
const files: Readonly<Record<string, Uint8Array | string>> = {
  'lot/b.xlsx': CLEAN,
  'lot/a.xlsx': WRONG,
  'lot/sous/c.xlsm': CLEAN,
  'lot/sous/ancien.xls': 'no workbook',
  'lot/~$b.xlsx': 'lock file of Excel',
  'lot/notes.txt': 'no workbook either',
};
for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);

const fieldsOf = (csv: string): string[][] =>
  csv
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));

test.each([
  ['built', false],
  ['run from its source', true],
])(
  '%s, the workbooks of a folder, in order; one that cannot be used does not stop the others',
  async (_, fromSource) => {
    const words = ['check', 'lot', '--format', 'csv', '--as-of', '2023-12-31'];
    const { code, out, error } = await runEnveloppe(folder, words, { fromSource });
    const [headings, ...lines] = fieldsOf(out);
    expect(headings?.slice(0, 4)).toEqual(['file', 'convention', 'problem', 'errors']);
    expect(lines.map(([file, , problem, errors, ...more]) => [file, problem === '', errors, more[5], more[6]])).toEqual(
      [
        ['lot/a.xlsx', true, '2', 'PDE', '-100000.00'],
        ['lot/a.xlsx', true, '2', 'SF', '100000.00'],
        ['lot/b.xlsx', true, '0', 'PDE', '498999.50'],
        ['lot/b.xlsx', true, '0', 'SF', '100000.00'],
        ['lot/sous/ancien.xls', false, '', '', ''],
        ['lot/sous/c.xlsm', true, '0', 'PDE', '498999.50'],
        ['lot/sous/c.xlsm', true, '0', 'SF', '100000.00'],
      ],
    );
    expect(error).toMatch(/^lot\/sous\/ancien\.xls\u00a0: .*\n$/);
    expect(code).toBe(2);
  },
);

test('a pattern; without a match it is refused', async () => {
  const [found, none] = await Promise.all([
    enveloppe('check', 'lot/[ab].xlsx', '--format', 'json', '--as-of', '2023-12-31'),
    enveloppe('check', 'lot/[xyz].xlsx'),
  ]);
  const reports = found.out.trim().split('\n');
  expect(reports.map((line) => (JSON.parse(line) as { file: string }).file)).toEqual(['lot/a.xlsx', 'lot/b.xlsx']);
  expect([found.code, found.error]).toEqual([1, '']);
  expect([none.code, none.out, none.error]).toEqual([2, '', expect.stringContaining('lot/[xyz].xlsx')]);
});

test('a workbook that takes too long is stopped; the others are checked', async () => {
  const alone = await enveloppe('check', 'lot/b.xlsx', '--timeout', '0.001');
  expect([alone.code, alone.out]).toEqual([2, '']);
  expect(alone.error).toMatch(/^lot\/b\.xlsx\u00a0: le classeur n’a pas été traité en 0\.001 secondes\. .*\n$/);
});

test('a device without end, an output that cannot be written: 2, and one sentence', async () => {
  if (process.platform !== 'linux') return;
  const device = await enveloppe('check', '/dev/zero');
  expect([device.code, device.error.split('\n')]).toEqual([2, [expect.stringContaining('200'), '']]);
  const full = await runEnveloppe(folder, ['check', 'lot/b.xlsx'], { outputTo: '/dev/full' });
  expect([full.code, full.error.split('\n').at(-2)]).toEqual([2, expect.stringContaining('la sortie n’a pas pu être')]);
});

test('a copy has the permissions of its workbook, and nothing is left beside it', async () => {
  const { code } = await enveloppe(
    'report',
    'lot/b.xlsx',
    '--output',
    'copie.xlsx',
    '--only',
    'reference',
    '--as-of',
    '2023-12-31',
  );
  expect(code).toBe(0);
  expect(statSync(join(folder, 'copie.xlsx')).mode & 0o777).toBe(statSync(join(folder, 'lot/b.xlsx')).mode & 0o777);
  expect(readdirSync(folder).sort()).toEqual(['copie.xlsx', 'lot']);
});
