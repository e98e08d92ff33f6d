/** `enveloppe check` on a workbook with accepted findings: they stay listed, and the exit code is 0. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDuckdb } from '../../src/cli/node/lake/duckdb';
import { nodeLake } from '../../src/cli/node/lake/node-lake';
import { planAcceptance } from '../../src/application/writing/accept';
import { control } from '../../src/application/control';
import { openDossier } from '../../src/application/open-dossier';
import { isoDate } from '../../src/domain/calendar/civil-date';
import { runOn } from '../support/cli-machine';
import { ledgerFile, ledgerRow } from '../support/ledgers/ledger-file';
import { opened } from '../support/readers/xlsx-read';

const WRONG = ledgerFile([ledgerRow({ 'Montant AE': 1_000 }), ledgerRow({ 'N° EJ': '12', 'Montant AE': 20 })]);

/** The file with its only finding accepted. */
function accepted(bytes: Uint8Array): Uint8Array {
  const file = opened(bytes);
  const dossier = openDossier(file.read());
  if (!dossier.ok) throw new Error(dossier.failure.code);
  const report = control(dossier.value, isoDate('2023-12-31'));
  const given = { reason: 'Numéro provisoire, voir le courriel', author: 'Zoé', on: isoDate('2023-06-01') };
  const plan = planAcceptance(dossier.value, report, report.findings, given);
  const after = plan.ok ? file.apply(plan.value) : plan;
  if (!after.ok) throw new Error(JSON.stringify(after.failure));
  return after.value;
}

test('an error that is not accepted gives 1', async () => {
  expect((await runOn({ files: { 'a.xlsx': WRONG } }, 'check a.xlsx')).code).toBe(1);
});

test('an accepted error is listed with its author, date and reason, and gives 0', async () => {
  const files = { 'a.xlsx': accepted(WRONG) };
  const { code, out } = await runOn({ files }, 'check a.xlsx --format json');
  const { findings } = JSON.parse(out) as { findings: unknown[] };
  expect(findings).toMatchObject([
    {
      rule: 'EJ-03',
      severity: 'error',
      accepted: { by: 'Zoé', on: '2023-06-01', reason: 'Numéro provisoire, voir le courriel' },
    },
  ]);
  expect(code).toBe(0);
  const text = await runOn({ files }, 'check a.xlsx');
  expect(text.out).toMatch(/1\u00a0erreur.*\ndont 1\u00a0accepté avec un motif/);
  expect(text.out).toMatch(/Accepté par Zoé le 01\/06\/2023\u00a0: Numéro provisoire, voir le courriel/);
  expect((await runOn({ files }, 'check a.xlsx --lang en')).out).toContain(
    'Accepted by Zoé on 1\u00a0Jun 2023: Numéro provisoire',
  );
});

test('in a consolidation, it is an error that is accepted, with its author, date and reason', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'enveloppe-accepted-'));
  try {
    const [lake, output] = [nodeLake(loadDuckdb, new Set()), join(folder, 'lac')];
    const files = { [join(folder, 'a.xlsx')]: accepted(WRONG) };
    const words = ['export', ...Object.keys(files), '--output', output, '--as-of', '2023-12-31'];
    expect((await runOn({ files, lake }, words)).code).toBe(0);
    const asked = async (query: string): Promise<unknown> =>
      JSON.parse((await runOn({ files: {}, lake }, ['query', output, query, '--format', 'json'])).out.split('\n')[0]!);
    expect(await asked('SELECT * FROM findings')).toMatchObject({
      ...{ rule: 'EJ-03', severity: 'error', is_accepted: true, accepted_by: 'Zoé', accepted_on: '2023-06-01' },
      accepted_reason: 'Numéro provisoire, voir le courriel',
    });
    expect(await asked('SELECT * FROM workbooks')).toMatchObject({ errors: 1, accepted: 1, accepted_errors: 1 });
    expect(await asked('situation')).toMatchObject({ errors: 1, accepted_errors: 1 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('over several workbooks, the accepted errors have a column of their own, and a line', async () => {
  const files = { 'a.xlsx': WRONG, 'b.xlsx': accepted(WRONG) };
  const { out } = await runOn({ files }, 'check a.xlsx b.xlsx --format csv');
  const [headings = '', ...lines] = out.trim().split(/\r?\n/);
  const column = (name: string): readonly unknown[] => {
    const at = headings.split(',').indexOf(name);
    return lines.map((line) => `${line.split(',')[0]} ${line.split(',')[at]}`);
  };
  expect(column('errors')).toEqual(['a.xlsx 1', 'a.xlsx 1', 'b.xlsx 1', 'b.xlsx 1']);
  expect(column('accepted_errors')).toEqual(['a.xlsx 0', 'a.xlsx 0', 'b.xlsx 1', 'b.xlsx 1']);
  expect((await runOn({ files }, 'check a.xlsx b.xlsx')).out.trimEnd()).toMatch(/dont 1\u00a0accepté avec un motif$/);
});
