/** Amounts outside the ledger that nobody can read: « 12,5 K ». Their place is reported, with how many there are. */
import { openDossier } from '../../../src/application/open-dossier';
import { isUnreadableAmount } from '../../../src/workbook/reading/amount-cells';
import type { CellValue } from '../../../src/workbook/cells';
import { convention2023 } from '../../support/conventions';
import { sampleDossier } from '../../support/sample-dossier';
import { workbookOf, type SheetGiven } from '../../support/ledgers/workbook-of';

const DAY = 45_000;
const HEADINGS = ['N° EJ', 'Objet', 'Axe ministériel 2', "Date d'engagement", 'Montant AE'];
const LEDGER = [HEADINGS, ['1405512301', 'Marché 1', 'PDE', DAY, 100], ['1405512302', 'Marché 2', 'PDE', DAY + 3, 200]];

/** The unread places: address, why, euros, amounts that cannot be read. */
function unreadIn(...sheets: readonly SheetGiven[]): readonly string[] {
  const opened = openDossier(workbookOf(...sheets), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const left = opened.value.account.filter(({ role }) => role === 'unread');
  const facts = opened.value.ledger.reading?.unread ?? [];
  expect(facts.map(({ area, unreadable = 0 }) => `${area} ${unreadable}`)).toEqual(
    left.map(({ area, unreadable }) => `${area} ${unreadable}`),
  );
  return left.map(
    ({ area, reason, rows, sums: { ae, cp, other }, unreadable }) =>
      `${area} ${reason}, ${rows} rows, ${(ae + cp + other) / 100} €, ${unreadable} unreadable`,
  );
}

const OTHER = ['EJ', 'Titulaire', 'Somme retenue'];

test.each<readonly [what: string, rows: readonly (readonly CellValue[])[], left: readonly string[]]>([
  ['amounts', [['1405519901', 'Hermine', 50]], ['A1:C2 notRecognised, 1 rows, 50 €, 0 unreadable']],
  ['no amount at all', [['1405519901', 'Hermine', '12,5 K']], ['A1:C2 notRecognised, 1 rows, 0 €, 1 unreadable']],
  [
    'one that is read and one that is not',
    [
      ['1405519901', 'Hermine', '1 200'],
      ['1405519902', 'Ondine', '1O0,00'],
    ],
    ['A1:C3 notRecognised, 2 rows, 1200 €, 1 unreadable'],
  ],
  [
    'words and errors in place of every amount',
    [
      ['1405519901', 'Hermine', 'à préciser'],
      ['1405519902', 'Ondine', 'cent euros'],
      ['1405519903', 'Ondine', { error: '#N/A' }],
    ],
    ['A1:C4 notRecognised, 3 rows, 0 €, 3 unreadable'],
  ],
  [
    'words in place of one amount',
    [
      ['1405519901', 'Hermine', 1_200],
      ['1405519902', 'Ondine', 'voir devis'],
    ],
    ['A1:C3 notRecognised, 2 rows, 1200 €, 1 unreadable'],
  ],
  [
    'no amount, in words',
    [
      ['1405519901', 'Hermine', 'néant'],
      ['1405519902', 'Ondine', 'sans objet'],
      ['1405519903', 'Ondine', '-'],
    ],
    [],
  ],
  [
    'the words of sections in the column of amounts',
    [
      [null, null, 'Signaux Faibles'],
      ['1405519901', 'Hermine', 1_200],
    ],
    ['A1:C3 notRecognised, 1 rows, 1200 €, 0 unreadable'],
  ],
])('another sheet of operations with %s', (_, rows, left) => {
  expect(unreadIn({ name: 'Suivi', rows: LEDGER }, { name: 'Divers', rows: [OTHER, ...rows] })).toEqual(left);
});

const NA: CellValue = { error: '#N/A' };
const REF: CellValue = { error: '#REF!' };

test.each<readonly [what: string, rows: readonly (readonly CellValue[])[], left: readonly string[]]>([
  [
    'the errors of a broken look-up',
    [
      ['Titulaire', 'Réglé le', 'Somme'],
      ['Hermine', '12/03/2023', NA],
      ['Ondine', '15/04/2023', REF],
    ],
    ['A1:C3 notRecognised, 2 rows, 0 €, 2 unreadable'],
  ],
  [
    'titles above, dates as text and words under « Montant AE »',
    [
      ['Marchés en préparation', null, null],
      [null, null, null],
      ['Objet', 'Date prévue', 'Montant AE'],
      ['Étude', '12/09/2023', 'à chiffrer'],
      ['Licences', '15/10/2023', 'voir devis'],
    ],
    ['A1:C5 doubtful, 2 rows, 0 €, 2 unreadable'],
  ],
  [
    'dates as numbers, which are no amounts',
    [
      ['Objet', 'Quand', 'Montant'],
      ['Étude', DAY, 'à chiffrer'],
    ],
    ['A1:C2 notRecognised, 1 rows, 0 €, 1 unreadable'],
  ],
  [
    'an amount in words above the amounts that are read',
    [
      ['Objet', 'Date', 'Montant'],
      ['Étude', '12/03/2023', 'à chiffrer'],
      ['Licences', '15/04/2023', 800],
    ],
    ['A1:C3 summary, 2 rows, 800 €, 1 unreadable'],
  ],
  [
    'an error under « Paiement », beside amounts that look like dates',
    [
      ['EJ', 'Combien', 'Paiement'],
      ['1405519901', DAY, NA],
      ['1405519902', 800.5, NA],
    ],
    ['A1:C3 notRecognised, 2 rows, 45800.5 €, 2 unreadable'],
  ],
])('another sheet with %s', (_, rows, left) => {
  expect(unreadIn({ name: 'Suivi', rows: LEDGER }, { name: 'Divers', rows })).toEqual(left);
});

test.each<readonly [what: string, rows: readonly (readonly CellValue[])[]]>([
  [
    'contacts',
    [
      ['Nom', 'Fonction', 'Nommé le', 'Téléphone'],
      ['Hermine Durand', 'Cheffe de bureau', '01/02/2023', '01 40 00 00 00'],
      ['Ondine Petit', 'Adjointe', '01/03/2023', NA],
    ],
  ],
  [
    'a legend',
    [
      ['Code', 'Valeur', 'Signification'],
      ['AE', 'à saisir', 'Autorisations d’engagement'],
      ['CP', 'à saisir', 'Crédits de paiement'],
    ],
  ],
  [
    'commitments followed by their state, without any amount',
    [
      ['EJ', 'Objet', 'Paiement', 'Observations sur le montant'],
      ['1405512301', 'Étude', 'en cours', 'à revoir avec le titulaire'],
      ['1405512302', 'Licences', 'soldé', 'conforme'],
    ],
  ],
  [
    'amounts by nature, as words',
    [
      ['EJ', 'AE/CP', 'Type de montant'],
      ['1405512301', 'AE', 'initial'],
      ['1405512302', 'CP', 'solde'],
    ],
  ],
  [
    'answers',
    [
      ['EJ', 'Objet', 'Montant'],
      ['1405512301', 'Étude', 'oui'],
      ['1405512302', 'Licences', 'non'],
    ],
  ],
  [
    'a summary whose look-ups are broken',
    [
      ['Enveloppe', 'Engagé', 'Payé'],
      ['PDE', REF, REF],
      ['Total', REF, REF],
    ],
  ],
  [
    'a pivot table of errors',
    [
      ['Étiquettes de lignes', 'Somme de Montant AE'],
      ['1405512301', REF],
    ],
  ],
])('no finding on %s', (_, rows) => {
  expect(unreadIn({ name: 'Suivi', rows: LEDGER }, { name: 'Divers', rows })).toEqual([]);
});

test('an operation below the ledger whose amount is words; a note there is none', () => {
  const blanks = [0, 1, 2].map(() => [null, null, null, null, null]);
  const note = ['Note', 'Les montants sont TTC', null, null, 'voir annexe'];
  const row = ['1405512309', 'Marché 9', 'PDE', '03/05/2023', 'à préciser'];
  const ledger: SheetGiven = { name: 'Suivi', rows: LEDGER, tables: { T_Suivi: 'A1:E3' } };
  expect(unreadIn({ ...ledger, rows: [...LEDGER, ...blanks, note] })).toEqual([]);
  expect(unreadIn({ ...ledger, rows: [...LEDGER, ...blanks, row] })).toEqual([
    'A7:E7 besideTable, 1 rows, 0 €, 1 unreadable',
  ]);
});

test('a column of the ledger that no figure uses, with an amount that cannot be read', () => {
  const rows = LEDGER.map((cells, index) => [...cells, ['Montant complémentaire', '12,5 K', null][index] ?? null]);
  expect(unreadIn({ name: 'Suivi', rows })).toEqual(['F2 columnNotUsed, 1 rows, 0 €, 1 unreadable']);
});

test('a column of the ledger that no figure uses, with words and an error; and columns of words about amounts', () => {
  const amounts = ['Montant complémentaire', 'à préciser', NA];
  const others = [
    ['Observations sur le montant', 'à revoir', 'conforme'],
    ['Montant en lettres', 'cent euros', 'deux cents euros'],
  ];
  const rows = LEDGER.map((cells, index) => [...cells, ...[amounts, ...others].map((column) => column[index] ?? null)]);
  expect(unreadIn({ name: 'Suivi', rows })).toEqual(['F2:F3 columnNotUsed, 2 rows, 0 €, 2 unreadable']);
});

test('a price list with an amount that cannot be read is no finding', () => {
  const prices = [
    ['Prestation', 'Montant TTC'],
    ['Jour de conseil', '1,2 k'],
    ['Jour de formation', 800],
  ];
  expect(unreadIn({ name: 'Suivi', rows: LEDGER }, { name: 'Prix', rows: prices })).toEqual([]);
});

test.each<readonly [CellValue]>([['12,5 K'], ['env. 12 500 €'], ['montant de 2023 à voir'], [{ error: '#N/A' }]])(
  'a row that came among rows set aside, with the amount %p',
  (amount) => {
    const seen = 'zzzzz';
    const register: SheetGiven = {
      name: 'Réglages',
      rows: [
        ['Feuille', 'Plage', 'Décision', 'Motif', 'Repère', 'Empreinte'],
        ['Suivi', 'A3:E4', 'mis de côté', 'Saisi deux fois', 'ENV_Lecture_A3_E4', seen],
      ],
      tables: { ENV_Lecture: 'A1:F2' },
    };
    const rows = [...LEDGER, ['1405512303', 'Marché 3', 'PDE', DAY + 9, amount]];
    expect(unreadIn({ name: 'Suivi', rows }, register)).toEqual(['A3:E4 amongAside, 2 rows, 200 €, 1 unreadable']);
  },
);

test('a number that its cell shows as a date is an amount that cannot be read, outside the ledger and beside it', () => {
  const outside = [
    ['1405519901', 'Hermine', 50],
    ['1405519902', 'Ondine', DAY],
  ];
  const withOther = LEDGER.map((row, at) => [...row, ['Montant complémentaire', 12.5, DAY][at] ?? null]);
  expect(
    unreadIn(
      { name: 'Suivi', rows: withOther, dated: ['F3'] },
      { name: 'Autre', rows: [OTHER, ...outside], dated: ['C3'] },
    ),
  ).toEqual(['F2:F3 columnNotUsed, 2 rows, 12.5 €, 1 unreadable', 'A1:C3 notRecognised, 2 rows, 50 €, 1 unreadable']);
});

test('so is one shown as a percentage, in dollars or in k€, and a percentage typed as text', () => {
  const withOther = LEDGER.map((row, at) => [...row, ['Montant complémentaire', 12.5, 0.2][at] ?? null]);
  const outside = [
    ['1405519901', 'Hermine', 50],
    ['1405519902', 'Ondine', 12],
    ['1405519903', 'Vega', 12],
    ['1405519904', 'Orion', '20 %'],
  ];
  expect(
    unreadIn(
      { name: 'Suivi', rows: withOther, formats: { F3: '0%' } },
      { name: 'Autre', rows: [OTHER, ...outside], formats: { C3: '"$"0', C4: '0 "k€"' } },
    ),
  ).toEqual(['F2:F3 columnNotUsed, 2 rows, 12.5 €, 1 unreadable', 'A1:C5 notRecognised, 4 rows, 50 €, 3 unreadable']);
});

test('a rate beside the amounts is none, although it is shown as a percentage', () => {
  const withRate = LEDGER.map((row, at) => [...row, ['Avancement', 0.2, 12.5][at] ?? null]);
  const formats = { F2: '0%', F3: '0%' };
  expect(unreadIn({ name: 'Suivi', rows: withRate, formats })).toEqual([]);
});

test.each<readonly [CellValue, boolean]>([
  ['12,5 K', true],
  ['1O0,00', true],
  ['-3.5.2', true],
  ['€ 12 x 3', true],
  ['1 200,50 €', false],
  ['12/03/2023', false],
  ['env. 12 500 €', true],
  ['≈ 3 000', true],
  ['2e tranche', false],
  ['93,58 %', false],
  ['à venir', false],
  ['-', false],
  ['', false],
  [null, false],
  [12.5, false],
])('%p in a column of amounts: unreadable %p', (value, isUnreadable) => {
  expect(isUnreadableAmount(value)).toBe(isUnreadable);
});

test('the amounts of the sample that cannot be read are those of its ledger', () => {
  const { account } = sampleDossier();
  expect(account.filter(({ unreadable }) => unreadable > 0).map(({ role, unreadable }) => [role, unreadable])).toEqual([
    ['ledger', 2],
  ]);
});
