/** Turned tables are refused by their kind, and only when there is no ledger. */
import { openDossier } from '../../../src/application/open-dossier';
import type { CellValue } from '../../../src/workbook/cells';
import { convention2023 } from '../../support/conventions';
import { workbookOf, type SheetGiven } from '../../support/ledgers/workbook-of';

const opened = (...sheets: readonly SheetGiven[]): unknown => {
  const dossier = openDossier(workbookOf(...sheets), { convention: convention2023() });
  return dossier.ok ? dossier.value.blocks.map(({ sheet }) => sheet) : dossier.failure;
};
const sheet = (rows: readonly (readonly CellValue[])[], name = 'Synthèse'): SheetGiven => ({ name, rows });

const YEARS = sheet([['Restes à payer'], [], ['N° EJ', 2022, 2023, 2024], ['1405512301', 100, 200, 300]]);
const NAMED_YEARS = sheet([
  ['N° EJ', 'Objet', 'AE 2022', 'AE 2023'],
  ['1405512301', 'Audit', 100, 200],
]);
const MONTHS = sheet([
  ['Poste', 'Janvier', 'Février', 'Mars'],
  ['Prestations', 10, '20,5', 30],
]);
const MEASURES = sheet([
  ['N° EJ', 'Mesure', 'Valeur'],
  ['1405512301', 'Montant engagé', 100],
  ['1405512301', 'Montant payé', 50],
]);
const NATURES = sheet([
  ['N° EJ', 'N° DP', 'Date EJ', 'Montant TTC'],
  ['1405512301', null, 45000, 1200],
  ['1405512301', '100050001', 45100, 600],
]);
/** One column numbers the commitments and the payments, beside one amount. */
const numbered = (heading: string, ...pieces: readonly string[]): SheetGiven =>
  sheet([
    ['Axe ministériel 2', heading, 'Date', 'Objet', 'Montant'],
    ...pieces.map((piece, index): readonly CellValue[] => ['PDE', piece, 45000 + index, 'Étude', 100 + index]),
  ]);
const NUMBERED = numbered('N°', 'EJ 1400000001', 'DP 5000000001');
const DATA = sheet([
  ['2022', '2021', '01/01/2022', 12],
  [2022, 2021, '31/01/2022', 13],
]);

test.each`
  table          | cell    | what          | words
  ${YEARS}       | ${'A3'} | ${'years'}    | ${['2022', '2023', '2024']}
  ${NAMED_YEARS} | ${'A1'} | ${'years'}    | ${['AE 2022', 'AE 2023']}
  ${MONTHS}      | ${'A1'} | ${'months'}   | ${['Janvier', 'Février', 'Mars']}
  ${MEASURES}    | ${'A1'} | ${'measures'} | ${['Montant engagé', 'Montant payé']}
  ${NATURES}     | ${'A1'} | ${'natures'}  | ${['Montant TTC']}
  ${NUMBERED}    | ${'A1'} | ${'natures'}  | ${['Montant']}
`(
  '$what: $words',
  ({ table, cell, what, words }: { table: SheetGiven; cell: string; what: string; words: readonly string[] }) => {
    expect(opened(table)).toEqual({ code: 'turnedLedger', sheet: 'Synthèse', cell, what, words });
  },
);

test('beside a ledger, a turned table is a summary', () => {
  const ledger = sheet(
    [
      ['N° EJ', 'Objet', 'Enveloppe', 'Date EJ', 'Montant AE'],
      ['1405512301', 'Audit', 'PDE', 45000, 12],
    ],
    'Suivi',
  );
  expect(opened(YEARS, ledger)).toEqual(['Suivi']);
});

test('years among data are not headings', () => {
  expect(opened(DATA)).toEqual({ code: 'noLedger' });
});

test.each<readonly [string, readonly (readonly CellValue[])[], unknown]>([
  [
    'an amount, and the column of numbers that may be it',
    [['Direction'], [], ['N° EJ', 'Titulaire', 'Date EJ', 'Coût prévu'], ['1405512301', 'Octo', 45_000, 1250.5]],
    { cell: 'A3', understood: ['N° EJ', 'Titulaire', 'Date EJ'], missing: 'amount', unread: 'Coût prévu' },
  ],
  [
    'what identifies an operation',
    [
      ['Enveloppe', 'Montant AE', 'Objet'],
      ['PDE', 1200, 'Audit'],
    ],
    { cell: 'A1', missing: 'operation', unread: null },
  ],
])('a table that lacks %s is named in the refusal', (_, rows, obstacle) => {
  expect(opened(sheet(rows, 'Budget'))).toMatchObject({
    code: 'noLedger',
    obstacle: { sheet: 'Budget', ...(obstacle as object) },
  });
});

test.each([
  ['N° EJ', 'EJ n° 1400000001', 'D.P. : 5000000001'],
  ['N° EJ / DP', 'Bon de commande 1400000001', 'Facture 20230001'],
  ['Référence', 'Engagement 1400000001', 'Paiement 5000000001'],
  ['Pièce', 'ej1400000001', 'dp 5000-000-001'],
])('« %s » with « %s » and « %s »: the nature of the amounts is asked for', (heading, commits, pays) => {
  expect(opened(numbered(heading, commits, pays))).toMatchObject({ what: 'natures', words: ['Montant'] });
});

test.each([
  ['one word for all', 'EJ 1400000001', 'EJ 1400000002'],
  ['a year is no number of a piece', 'EJ 1400000001', 'Facture 2023'],
  ['a number without words', '1400000001', '1400000002'],
])('%s: the table is read', (_, one, other) => {
  expect(opened(numbered('N° EJ', one, other))).toEqual(['Synthèse']);
});
