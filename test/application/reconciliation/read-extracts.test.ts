/** The extracts of files, of workbooks with several sheets, and of the clipboard. */
import {
  extractsOf,
  type ComparedLedger,
  type ExtractSource,
} from '../../../src/application/reconciliation/read-extracts';
import { openDossier } from '../../../src/application/open-dossier';
import type { CellValue } from '../../../src/workbook/cells';
import { convention2023 } from '../../support/conventions';
import { workbookOf, type SheetGiven } from '../../support/ledgers/workbook-of';

const SUBVENTION: readonly CellValue[] = [
  ...[
    'N° EJ',
    'N° poste EJ',
    'Fournisseur payé (DP)',
    '',
    'Branche',
    'Société',
    'Exercice comptable',
    'N° DP',
    'N° poste DP',
    'Montant payé',
  ],
];
const payment = (ej: string, amount: number): CellValue[] => [
  ej,
  '1',
  '1000000001',
  'ASSOCIATION',
  '#',
  'ADCE',
  '2023',
  '100240001',
  '1',
  amount,
];
const sheet = (name: string, rows: readonly (readonly CellValue[])[], hidden = false): SheetGiven => ({
  name,
  rows,
  ...(hidden && { hidden: true as const }),
});

function said(source: ExtractSource, ledger?: ComparedLedger): unknown {
  const read = extractsOf(source, ledger);
  return read.ok
    ? read.value.map(
        ({ source, shape, lines, refusal }) => `${source}: ${refusal?.code ?? `${shape}, ${lines.length}`}`,
      )
    : read.failure;
}

test('every visible sheet that is an extract is read, whatever its name', () => {
  const workbook = workbookOf(
    sheet('Résumé', [['Exportation'], ['Feuille', 'Tableau']]),
    sheet('Une', [SUBVENTION, payment('2100000001', 10)]),
    sheet('Deux', [['Extraction'], [], SUBVENTION, payment('2100000002', 20), payment('2100000003', 30)]),
    sheet('Cachée', [SUBVENTION, payment('2100000004', 40)], true),
  );
  expect(said({ name: 'DS.xlsx', workbook })).toEqual([
    'DS.xlsx · Une: subvention, 1',
    'DS.xlsx · Deux: subvention, 2',
    'DS.xlsx · Cachée: extractHidden',
  ]);
  expect(said({ name: 'DS.xlsx', workbook, sheet: 'deux' })).toEqual(['deux: subvention, 2']);
  expect(said({ name: 'DS.xlsx', workbook, sheet: 'Trois' })).toEqual({ code: 'sheetMissing', sheet: 'Trois' });
});

test('hidden sheets are looked at only when no other is an extract', () => {
  const workbook = workbookOf(
    sheet('Résumé', [['Exportation']]),
    sheet('Cachée', [SUBVENTION, payment('2100000004', 40)], true),
  );
  expect(said({ name: 'DS.xlsx', workbook })).toEqual(['DS.xlsx · Cachée: subvention, 1']);
});

test('a table with a ledger’s headings gives way to an extract of a known shape', () => {
  const ledger = sheet('Suivi', [
    ['N° EJ', 'N° DP', 'Montant engagé', 'Montant payé'],
    ['1405000001', '', 1, 2],
  ]);
  const extract = sheet('Chorus', [SUBVENTION, payment('2100000001', 10)]);
  expect(said({ name: 'S.xlsx', workbook: workbookOf(ledger, extract) })).toEqual([
    'S.xlsx · Chorus: subvention, 1',
    'S.xlsx · Suivi: extractRepeated',
  ]);
  expect(said({ name: 'S.xlsx', workbook: workbookOf(ledger) })).toEqual(['S.xlsx · Suivi: unnamed, 2']);
});

test('the numbers of lines are those of the sheet, wherever its table begins', () => {
  const extracts = extractsOf({
    name: 'DS.xlsx',
    workbook: workbookOf(sheet('Une', [[], [], SUBVENTION, payment('2100000001', 10)])),
  });
  expect(extracts.ok && extracts.value[0]?.lines[0]?.line).toBe(4);
});

test('bytes and pasted cells are one extract each, and a refusal gives the most precise reason', () => {
  const text = [SUBVENTION, payment('2100000001', 10)].map((row) => row.join('\t')).join('\n');
  expect(said({ name: 'presse-papiers', text })).toEqual(['presse-papiers: subvention, 1']);
  expect(said({ name: 'DS.txt', bytes: new TextEncoder().encode(text) })).toEqual(['DS.txt: subvention, 1']);
  const eur = SUBVENTION.map((heading) =>
    heading === 'Montant payé' ? 'EUR' : heading === 'Branche' ? 'Autre' : heading,
  );
  const unclear = workbookOf(sheet('Résumé', [['Exportation']]), sheet('Une', [eur, payment('2100000001', 10)]));
  expect(said({ name: 'DS.xlsx', workbook: unclear })).toMatchObject({
    code: 'extractAmbiguous',
    source: 'DS.xlsx · Une',
  });
  const none = workbookOf(sheet('Résumé', [['Exportation']]));
  expect(said({ name: 'DS.xlsx', workbook: none })).toEqual({
    code: 'notAnExtract',
    source: 'DS.xlsx',
    looksLike: 'table',
  });
});

const OF_DOLLARS = SUBVENTION.map((heading) => (heading === 'Montant payé' ? 'Montant payé ($)' : heading));
const UNKNOWN = ['Eng. jur.', 'Dom fonct', 'CF', 'Réf.', 'Mnt'];
const CODED = ['2100000004', '0103-01-01', '0103-CEFP-C002', '010300000104', 40];

test.each<[string, string, readonly (readonly CellValue[])[], string]>([
  ['thousands in the name of the sheet', 'Autre k€', [SUBVENTION, payment('2100000004', 40)], 'extractIncomplete'],
  ['another currency above', 'Autre', [['Devise', 'USD'], SUBVENTION, payment('2100000004', 40)], 'extractIncomplete'],
  ['another currency in a heading', 'Autre', [OF_DOLLARS, payment('2100000004', 40)], 'extractIncomplete'],
  ['thousands among its lines', 'Autre', [SUBVENTION, payment('2100000004', 40), ['k€']], 'extractIncomplete'],
  ['amounts that could be two', 'Autre', [[...SUBVENTION, 'Montant payé'], payment('1', 40)], 'extractAmbiguous'],
  ['headings that are not known', 'Autre', [UNKNOWN, CODED], 'notAnExtract'],
])('a sheet that looks like an extract and is not read is named beside those that are: %s', (_, name, rows, code) => {
  const workbook = workbookOf(sheet('Bon', [SUBVENTION, payment('2100000001', 10)]), sheet(name, rows));
  expect(said({ name: 'DS.xlsx', workbook })).toEqual(['DS.xlsx · Bon: subvention, 1', `DS.xlsx · ${name}: ${code}`]);
  const hidden = workbookOf(sheet('Bon', [SUBVENTION, payment('2100000001', 10)], true), sheet(name, rows));
  expect(said({ name: 'DS.xlsx', workbook: hidden })).toEqual([
    'DS.xlsx · Bon: subvention, 1',
    `DS.xlsx · ${name}: ${code}`,
  ]);
});

test.each<[string, readonly (readonly CellValue[])[]]>([
  ['notes', [['Extrait Chorus du 3 avril'], ['Ne pas oublier le N° EJ 2100000004']]],
  [
    'a cover',
    [
      ['Programme', '0103'],
      ['Exercice comptable', 2023],
      ['Montant payé', 10],
    ],
  ],
  [
    'a pivot table',
    [
      ['N° EJ', 'Domaine fonctionnel', 'Centre financier', 'Somme de Montant payé'],
      ['2100000001', '0103-01-01', '0103-CEFP-C002', 10],
    ],
  ],
  [
    'a pivot table with columns of Chorus',
    [
      ['N° EJ', 'N° poste EJ', 'Exercice comptable', 'Somme de Montant payé'],
      ['2100000001', '1', 2023, 10],
    ],
  ],
  ['a list of codes', [UNKNOWN.slice(1, 4), CODED.slice(1, 4)]],
])('%s beside an extract are no extract', (_, rows) => {
  const workbook = workbookOf(sheet('Bon', [SUBVENTION, payment('2100000001', 10)]), sheet('Autre', rows));
  expect(said({ name: 'DS.xlsx', workbook })).toEqual(['DS.xlsx · Bon: subvention, 1']);
});

test('the ledger beside the extract is none, even with columns of Chorus', () => {
  const ledger = sheet('Suivi', [
    ['N° EJ', 'N° poste EJ', 'N° DP', 'N° poste DP', 'Axe ministériel 2', 'Date EJ', 'Montant AE', 'Montant CP'],
    ['1405000001', '1', '', '', 'PDE', 45_000, 1, null],
  ]);
  const workbook = workbookOf(ledger, sheet('Chorus', [SUBVENTION, payment('2100000001', 10)]));
  const opened = openDossier(workbook, { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  expect(said({ name: 'S.xlsx', workbook }, opened.value)).toEqual(['S.xlsx · Chorus: subvention, 1']);
  expect(said({ name: 'S.xlsx', workbook })).toEqual([
    'S.xlsx · Chorus: subvention, 1',
    'S.xlsx · Suivi: extractIncomplete',
  ]);
});

const PAID = ['N° EJ', 'N° DP', 'Date comptable', 'Montant payé'];
const AMOUNT = ['N° EJ', 'N° DP', 'Date comptable', 'Montant'];
const OWN_WORDS = ['EJ', 'DP', 'Payé le', 'Montant réglé'];
const inDecember = (ej: string, dp: string, amount: number): CellValue[] => [ej, dp, '15/12/2023', amount];
const SUM = ['N° EJ', 'Fournisseur', 'Total payé'];

test.each<[string, readonly (readonly CellValue[])[], string | null]>([
  ['operations under headings of an extract', [PAID, inDecember('2100000007', '100240007', 60)], 'unnamed, 1'],
  ['operations under « Montant »', [AMOUNT, inDecember('2100000007', '100240007', 60)], 'extractAmbiguous'],
  ['operations under other words', [OWN_WORDS, inDecember('2100000007', '100240007', 60)], 'notAnExtract'],
  ['operations without headings', [inDecember('2100000007', '100240007', 60)], 'notAnExtract'],
  ['an operation of the extract, with another amount', [PAID, inDecember('', '100240001', 60)], 'extractRepeated'],
  ['a copy of the operations', [PAID, inDecember('2100000001', '100240001', 10)], null],
  ['the sum of each EJ', [SUM, ['2100000001', 'ASSOCIATION', 10], ['Total', '', 10]], null],
  [
    'the codes of each EJ',
    [
      ['N° EJ', 'Axe'],
      ['2100000007', 'PDE'],
    ],
    null,
  ],
])('%s, in a sheet beside an extract', (_, rows, told) => {
  const workbook = workbookOf(sheet('Bon', [SUBVENTION, payment('2100000001', 10)]), sheet('Complément', rows));
  expect(said({ name: 'DS.xlsx', workbook })).toEqual([
    'DS.xlsx · Bon: subvention, 1',
    ...(told === null ? [] : [`DS.xlsx · Complément: ${told}`]),
  ]);
});

test('in the workbook of the ledger, the other tables are those of the team', () => {
  const ledger = sheet('Suivi', [
    ['N° EJ', 'Axe ministériel 2', 'Date EJ', 'Montant AE'],
    ['1405000001', 'PDE', 45_000, 1],
  ]);
  const notes = sheet('Points à voir', [OWN_WORDS, inDecember('2100000007', '100240007', 60)]);
  const workbook = workbookOf(ledger, sheet('Chorus', [SUBVENTION, payment('2100000001', 10)]), notes);
  const opened = openDossier(workbook, { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  expect(said({ name: 'S.xlsx', workbook }, opened.value)).toEqual(['S.xlsx · Chorus: subvention, 1']);
});
