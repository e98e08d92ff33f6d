/** The text beside published tables: what they leave blank, what adds up, and the ceilings over several envelopes. */
import { isoDate } from '../../src/domain/calendar/civil-date';
import type { Ceilings, Convention } from '../../src/domain/envelopes/convention';
import { Euros } from '../../src/domain/money/euros';
import { runOn } from '../support/cli-machine';
import { conventionFile } from '../support/convention-file';
import { convention2023 } from '../support/conventions';
import { ledgerFile, ledgerRow, MARCH_31 } from '../support/ledgers/ledger-file';
import { recordsOf } from '../support/readers/frictionless';

const OF_2023 = convention2023();
const NONE: Ceilings = { AE: null, CP: null };
const ROWS = [ledgerRow({ 'Montant AE': 60_000 })];
const ADDS_UP_TO_POSTES = "s'additionnent en ceux des postes, et ceux des postes en ceux des enveloppes.";

async function published(
  convention: Convention,
  headings: Readonly<Record<string, string>> = {},
  asOf = '2023-12-31',
  rows = ROWS,
): Promise<{ readonly readMe: string; readonly table: (name: string) => readonly (readonly string[])[] }> {
  const machine = {
    'suivi.xlsx': ledgerFile(rows, { convention: false, headings }),
    'terms.json': JSON.stringify(conventionFile(convention)),
  };
  const words = ['publish', 'suivi.xlsx', '--convention', 'terms.json', '--as-of', asOf, '--output', 'jeu'];
  const { files, error } = await runOn({ files: machine }, words);
  expect(error).toBe('');
  const textOf = (path: string): string => new TextDecoder().decode(files.get(`jeu/${path}`));
  const readMe = textOf('LISEZMOI.txt')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replaceAll('’', "'");
  return { readMe, table: (name) => recordsOf(textOf(`${name}.csv`)) };
}

test('a ledger without a column of postes: their amounts are blank, and the text states it', async () => {
  const rows = [ledgerRow({ 'Montant AE': 60_000, 'Poste de dépense': null })];
  const headings = { 'Poste de dépense': 'Remarque' };
  const { readMe, table } = await published(OF_2023, headings, '2023-12-31', rows);
  const [names = [], ...postes] = table('postes');
  expect(new Set(postes.map((row) => row[names.indexOf('ae_consommees')]))).toEqual(new Set(['']));
  expect(readMe).toContain('laissés vides dans les tables : AE des postes de dépense et CP des postes de dépense.');
  expect(readMe).not.toContain(ADDS_UP_TO_POSTES);
  expect(readMe).toContain("En AE et CP, les montants comptés des opérations s'additionnent en ceux des enveloppes.");
});

test('CP without a day of payment: only AE add up', async () => {
  const { readMe } = await published(OF_2023, { 'Montant CP': 'Remarque' });
  expect(readMe).toContain(`En AE, les montants comptés des opérations ${ADDS_UP_TO_POSTES}`);
  expect(readMe).not.toContain('En CP');
});

test('a ledger with all its columns: everything adds up, and nothing is blank', async () => {
  const { readMe } = await published(OF_2023);
  expect(readMe).toContain(`Les montants comptés des opérations ${ADDS_UP_TO_POSTES}`);
  expect(readMe).not.toMatch(/non calculables|sans plafond|Plafond de l'ensemble|exercice 2023/);
});

test('a credit year without amounts: the envelopes whose dotation and disponible are blank, and the year', async () => {
  const envelopes = OF_2023.envelopes.map((one) => ({ ...one, ceilings: NONE }));
  const convention = {
    ...OF_2023,
    endsOn: isoDate('2024-12-31'),
    otherYears: [{ year: 2024, ceilings: NONE, envelopes, rap: [] }],
  };
  const { readMe, table } = await published(convention, {}, '2024-06-30');
  for (const name of ['enveloppes', 'postes']) {
    const [names = [], ...rows] = table(name);
    expect(new Set(rows.map((row) => row[names.indexOf('exercice')]))).toEqual(new Set(['2024']));
  }
  expect(readMe).toContain('Situation arrêtée au 30/06/2024, exercice 2024.');
  expect(readMe).toContain(
    'Enveloppes sans plafond propre en 2024, dont la dotation, le non consommé, le disponible et le taux sont laissés ' +
      'vides : PDE (AE et CP) et SF (AE et CP).',
  );
});

test('a credit year of CP alone that commits AE: they are in the table of envelopes, whose AE have no ceiling', async () => {
  const ofCp = OF_2023.envelopes.map((one) => ({ ...one, ceilings: { AE: null, CP: one.ceilings.CP } }));
  const convention = {
    ...OF_2023,
    endsOn: isoDate('2024-12-31'),
    otherYears: [{ year: 2024, ceilings: { AE: null, CP: OF_2023.ceilings.CP }, envelopes: ofCp, rap: [] }],
  };
  const rows = [...ROWS, ledgerRow({ 'Montant AE': 7_000, "Date d'engagement": '10/02/2024' })];
  const { readMe, table } = await published(convention, {}, '2024-06-30', rows);
  const [names = [], ...envelopes] = table('enveloppes');
  const consumed = envelopes.map((row) => ['enveloppe', 'nature', 'consomme'].map((name) => row[names.indexOf(name)]));
  expect(consumed).toContainEqual(['PDE', 'AE', '7000.00']);
  expect(readMe).toContain('laissés vides : PDE (AE) et SF (AE).');
});

test('60 000 committed under a whole of 50 000, which no table has: the text gives it, and what is exceeded', async () => {
  const whole = { amount: Euros.fromCents<'AE'>(5_000_000), mode: 'blocking' } as const;
  const { readMe } = await published({ ...OF_2023, ceilings: { ...OF_2023.ceilings, AE: whole } });
  expect(readMe).toContain(
    "Plafond de l'ensemble de la convention en AE : dotation 50 000,00 €, consommé 60 000,00 €, disponible −10 000,00 €.",
  );
  expect(readMe).not.toContain("Plafond de l'ensemble de la convention en CP");
});

test('so for a ceiling over a programme', async () => {
  const ceilings = { AE: { amount: Euros.fromCents<'AE'>(7_000_000), mode: 'blocking' }, CP: null } as const;
  const ofProgramme = { part: 'programme', value: '103', year: 2023, ceilings, article: 'art. 1.3' } as const;
  const { readMe } = await published({ ...OF_2023, partCeilings: [ofProgramme] });
  expect(readMe).toContain(
    'Plafond du programme 0103 en AE : dotation 70 000,00 €, consommé 60 000,00 €, disponible 10 000,00 €.',
  );
});

test('CP that the convention does not give: the rows of the ledger add up to envelopes whose dotation is blank', async () => {
  const envelopes = OF_2023.envelopes.map((one) => ({ ...one, ceilings: { ...one.ceilings, CP: null } }));
  const convention = { ...OF_2023, envelopes, ceilings: { ...OF_2023.ceilings, CP: null } };
  const paid = ledgerRow({ 'Montant AE': 60_000, 'Montant CP': 1_200.5, 'Date de paiement': MARCH_31 });
  const natures = async (rows: (typeof ROWS)[number][]): Promise<readonly string[]> => {
    const { table } = await published(convention, {}, '2023-12-31', rows);
    const [names = [], ...found] = table('enveloppes');
    const shown = ['enveloppe', 'nature', 'dotation', 'consomme', 'disponible'];
    return found.map((row) => shown.map((name) => row[names.indexOf(name)]).join(' '));
  };
  expect(await natures([paid])).toEqual([
    'PDE AE 500000.00 60000.00 440000.00',
    'PDE CP  1200.50 ',
    'SF AE 100000.00 0.00 100000.00',
    'SF CP  0.00 ',
  ]);
  expect(await natures(ROWS)).toHaveLength(2);
});
