/** Ceilings over several envelopes, of the whole convention or of a programme, in the consolidated view. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDuckdb } from '../../../src/cli/node/lake/duckdb';
import { nodeLake } from '../../../src/cli/node/lake/node-lake';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { Ceilings, Convention } from '../../../src/domain/envelopes/convention';
import { Euros } from '../../../src/domain/money/euros';
import { runOn } from '../../support/cli-machine';
import { conventionFile } from '../../support/convention-file';
import { convention2023 } from '../../support/conventions';
import { ledgerFile, ledgerRow } from '../../support/ledgers/ledger-file';
import { opened, sheetNamed } from '../../support/readers/xlsx-read';

const folder = mkdtempSync(join(tmpdir(), 'enveloppe-wholes-'));
const lake = nodeLake(loadDuckdb, new Set());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const both = (euros: number): Ceilings => ({
  AE: { amount: Euros.fromCents(euros * 100), mode: 'blocking' },
  CP: { amount: Euros.fromCents(euros * 100), mode: 'blocking' },
});
/** PDE has 100 000, and SF 20 000, in AE and in CP. */
const OF_2023 = convention2023();
const SMALL: Convention = {
  ...OF_2023,
  envelopes: OF_2023.envelopes.map((one) => ({ ...one, ceilings: both(one.code === 'PDE' ? 100_000 : 20_000) })),
  ceilings: both(120_000),
};
/** 60 000 committed by PDE and 15 000 by SF: 75 000. */
const ROWS = [
  ledgerRow({ 'N° EJ': '1405612345', 'Montant AE': 60_000 }),
  ledgerRow({ 'N° EJ': '1405612346', 'Axe ministériel 2': 'Signaux Faibles', 'Montant AE': 15_000 }),
];

async function consolidated(name: string, convention: Convention, rows = ROWS): Promise<string> {
  const [output, suivi, terms] = [join(folder, name), join(folder, `${name}.xlsx`), join(folder, `${name}.json`)];
  const files = {
    [suivi]: ledgerFile(rows, { convention: false }),
    [terms]: JSON.stringify(conventionFile(convention)),
  };
  const words = ['export', suivi, '--output', output, '--convention', terms, '--as-of', '2023-12-31'];
  expect((await runOn({ files, lake }, words)).error).toBe('');
  return output;
}

async function answer(path: string, query: string, columns: readonly string[]): Promise<readonly string[]> {
  const { out, error } = await runOn({ files: {}, lake }, ['query', path, query, '--format', 'json']);
  expect(error).toBe('');
  const rows = out.split('\n').filter((line) => line !== '');
  const ofAe = rows
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ nature, scope }) => nature === 'AE' && scope !== 'poste');
  return ofAe.map((row) => columns.map((column) => row[column] ?? '–').join(' '));
}

/** The head of the first sheet, and the AE of its lines and totals: dotation, consommé, disponible, taux. */
async function synthesis(path: string): Promise<{ readonly head: string; readonly ae: readonly string[] }> {
  const target = `${path}-synthese.xlsx`;
  const { files } = await runOn({ files: {}, lake }, ['report', '--consolidated', path, '--output', target]);
  const { values } = sheetNamed(opened(files.get(target) ?? new Uint8Array()).read(), 'Synthèse');
  const top = values.findIndex(([cell]) => cell === 'Convention');
  const textOf = (value: unknown): string => String(value ?? '').replaceAll(/\s/g, ' ');
  const head = values.slice(0, top).flat().map(textOf).join(' ').replaceAll('’', "'");
  const lines = values.slice(top + 1).map((row) => [row[2] ?? textOf(row[0]).split(' ')[0], ...row.slice(4, 8)]);
  return { head, ae: lines.map((cells) => cells.join(' | ')) };
}

const CEILING = ['scope', 'programme', 'allocated', 'consumed', 'available'];

test('75 000 committed under a whole of 70 000: the total of the convention is exceeded by 5 000, as in `check`', async () => {
  const path = await consolidated('whole', { ...SMALL, ceilings: both(70_000) });
  const { head, ae } = await synthesis(path);
  expect(ae).toEqual([
    'PDE | 100000 | 60000 | 40000 | 0.6',
    'SF | 20000 | 15000 | 5000 | 0.75',
    'Total | 70000 | 75000 | -5000 | 1.0714',
    'Ensemble | 70000 | 75000 | -5000 | 1.0714',
  ]);
  expect(head).toContain("Pour 1 convention, dont le plafond d'ensemble n'est pas la somme des enveloppes");
  expect(await answer(path, 'plafonds', CEILING)).toEqual([
    'envelope 0103 120000.00 75000.00 45000.00',
    'convention – 70000.00 75000.00 -5000.00',
  ]);
});

test('one envelope of 100 000 under a whole of 50 000: its convention has a total of its own', async () => {
  const pde = SMALL.envelopes.filter(({ code }) => code === 'PDE');
  const imputation = SMALL.imputation.filter(({ envelope }) => envelope !== 'SF');
  const one = { ...SMALL, imputation, milestones: [], envelopes: pde, ceilings: both(50_000) };
  const path = await consolidated('one', one, ROWS.slice(0, 1));
  expect((await synthesis(path)).ae.slice(0, 2)).toEqual([
    'PDE | 100000 | 60000 | 40000 | 0.6',
    'Total | 50000 | 60000 | -10000 | 1.2',
  ]);
});

test('envelopes without any ceiling of their own: the whole bounds them, and its total is calculated', async () => {
  const none = SMALL.envelopes.map((one) => ({ ...one, ceilings: { AE: null, CP: null } }));
  const path = await consolidated('none', { ...SMALL, envelopes: none, ceilings: both(70_000) });
  const { ae } = await synthesis(path);
  expect(ae).toContain('Total | 70000 | 75000 | -5000 | 1.0714');
});

test('a whole that is the sum of its envelopes, or none: the head has no sentence about it', async () => {
  const path = await consolidated('sum', SMALL);
  expect((await synthesis(path)).head).not.toContain("plafond d'ensemble");
  const without = await consolidated('without', { ...SMALL, ceilings: { AE: null, CP: null } });
  expect((await synthesis(without)).ae).toContain('Total | 120000 | 75000 | 45000 | 0.625');
  expect(await answer(without, 'plafonds', CEILING)).toEqual(['envelope 0103 120000.00 75000.00 45000.00']);
});

test('a ceiling of 70 000 over programme 0103, exceeded by 5 000: in `plafonds`, in `depassements` and at the head', async () => {
  const ofProgramme = { part: 'programme', value: '103', year: 2023, ceilings: { ...both(70_000), CP: null } } as const;
  const path = await consolidated('part', { ...SMALL, partCeilings: [{ ...ofProgramme, article: 'art. 1.3' }] });
  expect(await answer(path, 'plafonds', CEILING)).toEqual([
    'envelope 0103 120000.00 75000.00 45000.00',
    'programme 0103 70000.00 75000.00 -5000.00',
    'convention – 120000.00 75000.00 45000.00',
  ]);
  const excess = await answer(path, 'depassements', ['scope', 'part_value', 'allocated', 'consumed', 'excess']);
  expect(excess).toEqual(['programme 0103 70000.00 75000.00 5000.00']);
  const { head } = await synthesis(path);
  expect(head).toContain('Hors des totaux : 1 plafond de programme ou de titre (feuille « Plafonds »)');
  expect(head).toContain('1 plafond de programme ou de titre dépassé (feuille « Dépassements »)');
});

test('a titre that no row of the ledger gives is not calculable, and exceeds nothing', async () => {
  const ofTitre = { part: 'titre', value: '3', year: 2023, ceilings: { ...both(70_000), CP: null } } as const;
  const envelopes = SMALL.envelopes.map((one) =>
    one.code === 'PDE' ? { ...one, lines: one.lines.map((line) => ({ ...line, titre: '3' })) } : one,
  );
  const path = await consolidated('titre', {
    ...SMALL,
    envelopes,
    partCeilings: [{ ...ofTitre, article: 'art. 1.3' }],
  });
  const rows = await answer(path, 'plafonds', ['scope', 'titre', 'allocated', 'consumed', 'not_calculable']);
  expect(rows).toContain('titre 3 70000.00 – 1');
  expect(await answer(path, 'depassements', ['scope'])).toEqual([]);
});

test('a programme exceeded in 2023 is in the situation of 2024 too, with its year', async () => {
  const ofYear = (year: number) => ({
    ...({ part: 'programme', value: '0103', year, article: 'art. 1.3' } as const),
    ceilings: both(70_000),
  });
  const years: Convention = {
    ...SMALL,
    endsOn: isoDate('2024-12-31'),
    partCeilings: [ofYear(2023), ofYear(2024)],
    otherYears: [{ year: 2024, ceilings: SMALL.ceilings, envelopes: SMALL.envelopes, rap: [] }],
  };
  const path = await consolidated('years', years);
  expect(await answer(path, 'depassements', ['scope', 'credit_year', 'excess'])).toEqual(['programme 2023 5000.00']);
});
