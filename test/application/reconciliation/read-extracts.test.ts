/** The extracts of files, of workbooks with several sheets, and of the clipboard. */
import { extractsOf, type ExtractSource } from '../../../src/application/reconciliation/read-extracts';
import type { CellValue } from '../../../src/workbook/cells';
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

function said(source: ExtractSource): unknown {
  const read = extractsOf(source);
  return read.ok
    ? read.value.map((extract) => `${extract.source}: ${extract.shape}, ${extract.lines.length}`)
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
  expect(said({ name: 'S.xlsx', workbook: workbookOf(ledger, extract) })).toEqual(['S.xlsx · Chorus: subvention, 1']);
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
