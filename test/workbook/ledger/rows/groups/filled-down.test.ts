/** Cells that repeat the one above: vertical merges, an EJ and its payments, an envelope and its rows. */
import { openDossier } from '../../../../../src/application/open-dossier';
import type { Dossier } from '../../../../../src/application/dossier';
import type { LedgerRow } from '../../../../../src/domain/envelopes/ledger';
import { parseArea } from '../../../../../src/workbook/cells';
import { LedgerReader } from '../../../../../src/workbook/ledger/read-ledger';
import type { WorkbookSnapshot } from '../../../../../src/workbook/snapshot';
import { convention2023 } from '../../../../support/conventions';
import { cellsOfLedger, controlled, ledgerWorkbook } from '../../../../support/ledgers/ledger-workbook';

/** The sheet of the ledger: its headings are on row 3. */
function workbookWith(table: string, ...merged: readonly string[]): WorkbookSnapshot {
  const workbook = ledgerWorkbook(convention2023(), cellsOfLedger(table), { isTable: false });
  const merges = merged.map((address) => {
    const area = parseArea(address);
    if (!area) throw new Error(`${address} is no area`);
    return area;
  });
  const sheets = workbook.sheets.map((sheet) => (sheet.name === 'Suivi' ? { ...sheet, merges } : sheet));
  return merges.length === 0 ? workbook : { ...workbook, sheets };
}

function opened(workbook: WorkbookSnapshot, reader?: LedgerReader): Dossier {
  const dossier = openDossier(workbook, {}, reader);
  if (!dossier.ok) throw new Error(dossier.failure.code);
  return dossier.value;
}

/** Each row as `envelope | poste | EJ`, « · » where nothing is known. */
function keysOf({ rows }: { readonly rows: readonly LedgerRow[] }): readonly string[] {
  return rows.map(({ imputation: { ministerialAxis2: axis }, budgetLine, ej }) =>
    [axis.kind === 'absent' ? '' : axis.raw, budgetLine, ej.kind === 'ej' ? ej.number.slice(-1) : '']
      .map((text) => text || '·')
      .join(' | '),
  );
}

const keysIn = (table: string, ...merged: readonly string[]): readonly string[] =>
  keysOf(opened(workbookWith(table, ...merged)).ledger);

const HEADINGS = 'Axe ministériel 2 | Poste | N° EJ | Titulaire | Date EJ | Montant AE | Payé le | Montant CP';

test('a supplier written on the first rows only is not that of the EJ under them', () => {
  const suppliers = opened(
    workbookWith(`${HEADINGS}
    PDE | Frais annexes | 1400000001 | Durand | 15/02/2023 | 1000 |            |
    PDE | Frais annexes | 1400000002 | Martin | 15/02/2023 | 500  |            |
    PDE | Frais annexes | 1400000003 |        | 15/02/2023 | 50   | 20/04/2023 | 50
    PDE | Frais annexes | 1400000004 |        | 15/02/2023 | 60   | 20/04/2023 | 60
    PDE | Frais annexes | 1400000005 |        | 15/02/2023 | 70   | 20/04/2023 | 70`),
  ).ledger.rows.map(({ supplier }) => supplier);
  expect(suppliers).toEqual(['Durand', 'Martin', '', '', '']);
});

test.each([
  [
    'on its day is the last payment',
    '20/06/2023',
    ['PDE | · | 1', 'PDE | · | 1', 'PDE | · | 1', 'PDE | · | 1', 'PDE | · | 2'],
  ],
  ['without a day is a balance', '', ['PDE | · | 1', 'PDE | · | 1', 'PDE | · | 1', 'PDE | · | 2']],
])('« Solde » under the payments of an EJ that is written once, %s', (_, day, keys) => {
  const table = `Axe ministériel 2 | N° EJ | Objet | Date EJ | Montant AE | Payé le | Montant CP
    PDE | 1400000001 | Marché  | 15/02/2023 | 1000 |            |
        |            | Avance  |            |      | 20/03/2023 | 200
        |            | Acompte |            |      | 20/04/2023 | 300
        |            | Solde   |            |      | ${day}     | 500
    PDE | 1400000002 | Audit   | 15/02/2023 | 50   |            |`;
  expect(keysIn(table)).toEqual(keys);
});

test('an EJ written once, its payments under it: they take its number, its envelope, its poste, its supplier', () => {
  const table = `${HEADINGS}
    PDE             | Frais annexes | 1400000001 | Durand | 15/02/2023 | 1000 |            |
                    |               |            |        |            |      | 20/03/2023 | 400
                    |               |            |        |            |      | 20/04/2023 | 600
    PDE             | Frais annexes | 1400000002 | Durand | 15/02/2023 | 50   | 20/04/2023 | 50
    Signaux Faibles |               | 1400000003 | Martin | 15/02/2023 | 2000 |            |
                    |               |            |        |            |      | 20/05/2023 | 700`;
  expect(keysIn(table)).toEqual([
    'PDE | Frais annexes | 1',
    'PDE | Frais annexes | 1',
    'PDE | Frais annexes | 1',
    'PDE | Frais annexes | 2',
    'Signaux Faibles | · | 3',
    'Signaux Faibles | · | 3',
  ]);
  const { report } = controlled(workbookWith(table));
  expect(report.findings.map(({ rule }) => rule).filter((rule) => /^(EJ-01|IMP-06)$/.test(rule))).toEqual([]);
  expect(report.findings.filter(({ rule }) => rule === 'LEC-07')).toMatchObject([
    { severity: 'info', details: { envelope: 'PDE', from: 'above', area: 'A5:H6', rows: 2 } },
    { severity: 'info', details: { envelope: 'SF', from: 'above', area: 'A9:H9', rows: 1 } },
  ]);
});

test('an envelope written once above its rows, then another', () => {
  expect(
    keysIn(`${HEADINGS}
      PDE             | Frais annexes | 1400000001 | Durand | 15/02/2023 | 1000 |            |
                      | Frais annexes | 1400000002 | Martin | 16/02/2023 | 500  |            |
                      | Frais annexes | 1400000001 | Durand |            |      | 20/03/2023 | 400
      Signaux Faibles | Prestations   | 1400000003 | Martin | 15/02/2023 | 2000 |            |
                      | Prestations   | 1400000003 | Martin |            |      | 20/05/2023 | 700`),
  ).toEqual([
    'PDE | Frais annexes | 1',
    'PDE | Frais annexes | 2',
    'PDE | Frais annexes | 1',
    'Signaux Faibles | Prestations | 3',
    'Signaux Faibles | Prestations | 3',
  ]);
});

const WITH_LABEL = `${HEADINGS} | Objet`;

test('a retrait under its EJ, which repeats what the EJ describes, is of that EJ', () => {
  expect(
    keysIn(`${WITH_LABEL}
      PDE | Frais annexes | 1400000001 | Durand | 15/02/2023 | 1000 |            |     | Étude
      PDE | Frais annexes |            | Durand |            |      | 20/03/2023 | 400 | Étude
      PDE | Frais annexes |            | Durand | 01/04/2023 | -100 |            |     | Étude
      PDE | Frais annexes | 1400000002 | Martin | 15/02/2023 | 500  |            |     | Audit
      PDE | Frais annexes |            | Martin |            |      | 20/03/2023 | 50  | Audit
      PDE | Frais annexes |            | Martin | 01/04/2023 | -20  |            |     | Étude
      PDE | Frais annexes |            | Martin | 01/04/2023 | 20   |            |     | Audit`),
  ).toEqual([
    ...['PDE | Frais annexes | 1', 'PDE | Frais annexes | 1', 'PDE | Frais annexes | 1'],
    ...['PDE | Frais annexes | 2', 'PDE | Frais annexes | 2'],
    ...['PDE | Frais annexes | ·', 'PDE | Frais annexes | ·'], // of another thing; a commitment without its number
  ]);
});

test.each([
  ['Étude', 'PDE | Frais annexes | 1'],
  ['Audit', 'PDE | Frais annexes | ·'],
  ['', 'PDE | Frais annexes | ·'],
])('a single payment without a number, « %s » under the EJ of « Étude »', (label, expected) => {
  const keys = keysIn(`${WITH_LABEL}
      PDE | Frais annexes | 1400000001 | Durand | 15/02/2023 | 1000 |            |     | Étude
      PDE | Frais annexes |            | Durand |            |      | 20/03/2023 | 400 | ${label}`);
  expect(keys[1]).toBe(expected);
});

const WITH_STATE = `${HEADINGS} | État`;

test.each(['Soldé', 'SOLDE'])('« %s » as the state of an EJ: its row is one of its group', (state) => {
  expect(
    keysIn(`${WITH_STATE}
      PDE             | Frais annexes | 1400000001 | Durand | 15/02/2023 | 1000 |            |     | ${state}
                      | Frais annexes | 1400000002 | Martin | 16/02/2023 | 500  |            |     | En cours
                      | Frais annexes | 1400000001 | Durand |            |      | 20/03/2023 | 400 | ${state}
      Signaux Faibles | Prestations   | 1400000003 | Martin | 15/02/2023 | 2000 |            |     | En cours
                      | Prestations   | 1400000003 | Martin |            |      | 20/05/2023 | 700 | ${state}`),
  ).toEqual([
    'PDE | Frais annexes | 1',
    'PDE | Frais annexes | 2',
    'PDE | Frais annexes | 1',
    'Signaux Faibles | Prestations | 3',
    'Signaux Faibles | Prestations | 3',
  ]);
});

test('an envelope repeated on the next row is no group, whatever the state of its EJ', () => {
  expect(
    keysIn(`${WITH_STATE}
      SF  | Frais annexes | 1400000001 | Durand | 15/02/2023 | 1000 | | | Soldé
      SF  | Frais annexes | 1400000002 | Martin | 16/02/2023 | 500  | | | En cours
          | Frais annexes | 1400000003 | Durand | 17/02/2023 | 40   | | | En cours
          | Frais annexes | 1400000004 | Martin | 18/02/2023 | 20   | | | Soldé`),
  ).toEqual(['SF | Frais annexes | 1', 'SF | Frais annexes | 2', '· | Frais annexes | 3', '· | Frais annexes | 4']);
});

test('an envelope as the title of its rows', () => {
  expect(
    keysIn(`${HEADINGS}
      Place des entreprises |        |            |        |            |      |            |
                            |        | 1400000001 | Durand | 15/02/2023 | 1000 |            |
                            |        | 1400000002 | Martin | 16/02/2023 | 500  |            |
      Signaux Faibles       |        |            |        |            |      |            |
                            |        | 1400000003 | Martin | 15/02/2023 | 2000 |            |`),
  ).toEqual(['Place des entreprises | · | 1', 'Place des entreprises | · | 2', 'Signaux Faibles | · | 3']);
});

test('merged cells: every column but the amounts', () => {
  const table = `${HEADINGS}
    PDE             | Frais annexes | 1400000001 | Durand | 15/02/2023 | 1000 | 20/03/2023 | 400
                    |               |            |        |            |      | 20/04/2023 | 600
    Signaux Faibles | Prestations   | 1400000003 | Martin | 15/02/2023 | 2000 | 20/05/2023 | 700`;
  const merged = ['A4:A5', 'B4:B5', 'C4:C5', 'D4:D5', 'E4:E5', 'F4:F5'];
  expect(keysIn(table, ...merged)).toEqual([
    'PDE | Frais annexes | 1',
    'PDE | Frais annexes | 1',
    'Signaux Faibles | Prestations | 3',
  ]);
  const { rows } = opened(workbookWith(table, ...merged)).ledger;
  expect(rows.map(({ ae }) => (ae.kind === 'amount' ? ae.cents : null))).toEqual([100_000, null, 200_000]);
  expect(rows[1]?.inherited).toEqual(
    new Set(['ministerialAxis2', 'budgetLine', 'ejNumber', 'supplier', 'commitmentDate']),
  );
});

describe('a blank cell stays blank', () => {
  test.each([
    [
      'alone in a column otherwise filled',
      `PDE | Frais annexes | 1400000001 | Durand | 15/02/2023 | 10 | |
       PDE | Frais annexes | 1400000002 | Durand | 15/02/2023 | 20 | |
           | Frais annexes | 1400000003 | Durand | 15/02/2023 | 30 | |
       PDE | Frais annexes |            | Durand |            |    | 20/03/2023 | 5`,
      ['PDE | Frais annexes | 1', 'PDE | Frais annexes | 2', '· | Frais annexes | 3', 'PDE | Frais annexes | ·'],
    ],
    [
      'on a commitment of its own, not numbered yet',
      `PDE | Frais annexes | 1400000001 | Durand | 15/02/2023 | 10 |            |
           |               |            |        |            |    | 20/03/2023 | 5
           |               |            |        |            |    | 21/03/2023 | 5
       PDE | Frais annexes |            | Martin | 16/02/2023 | 30 |            |`,
      ['PDE | Frais annexes | 1', 'PDE | Frais annexes | 1', 'PDE | Frais annexes | 1', 'PDE | Frais annexes | ·'],
    ],
    [
      'in a payment of another supplier',
      `PDE | Frais annexes | 1400000001 | Durand | 15/02/2023 | 10 |            |
           |               |            |        |            |    | 20/03/2023 | 5
           |               |            |        |            |    | 21/03/2023 | 5
       PDE | Frais annexes |            | Martin |            |    | 22/03/2023 | 7`,
      ['PDE | Frais annexes | 1', 'PDE | Frais annexes | 1', 'PDE | Frais annexes | 1', 'PDE | Frais annexes | ·'],
    ],
    [
      'under a payment whose amount is not written: it is no EJ over its payments',
      `PDE | Frais annexes | 1400000001 | Durand | 15/02/2023 | 10 |            |
       PDE | Frais annexes | 1400000002 | Durand |            |    | 20/03/2023 |
           |               |            |        |            |    | 21/03/2023 | 5
           |               |            |        |            |    | 22/03/2023 | 7`,
      ['PDE | Frais annexes | 1', 'PDE | Frais annexes | 2', '· | · | ·', '· | · | ·'],
    ],
  ])('%s', (_, rows, expected) => {
    expect(keysIn(`${HEADINGS}\n${rows}`)).toEqual(expected);
  });
});

test('an edit above changes the rows that repeat it: read again, they are as in a first reading', () => {
  const table = (axis: string, title = '') => `${HEADINGS}
    ${axis}         | Frais annexes | 1400000001 | Durand | 15/02/2023 | 1000 |            |
                    |               |            |        |            |      | 20/03/2023 | 400
    ${title}        |               |            |        |            |      |            |
                    |               |            |        |            |      | 20/04/2023 | 600
    Signaux Faibles | Prestations   | 1400000003 | Martin | 15/02/2023 | 2000 |            |
                    |               |            |        |            |      | 20/04/2023 | 600`;
  const reader = new LedgerReader();
  for (const given of [table('PDE'), table('SF'), table('SF', 'PDE'), table('PDE'), table('')]) {
    const workbook = workbookWith(given);
    expect(opened(workbook, reader).ledger).toEqual(opened(workbook).ledger);
  }
});

const OWN_EJ = `
  PDE | Frais annexes | 1400000001 | Durand | 15/02/2023 | 1000 |            |
      |               | 1400000001 |        |            |      | 20/04/2023 | 400
      |               | 1400000001 |        |            |      | 21/04/2023 | 600
  PDE | Frais annexes | 1400000002 | Martin | 15/02/2023 | 500  |            |
  SF  | Frais annexes | 1400000003 | Martin | 15/02/2023 | 700  |            |
      |               | 1400000003 |        |            |      | 22/04/2023 | 700`;

test('payments that write their EJ alone take its envelope and its poste (LEC-07)', () => {
  const { ledger } = opened(workbookWith(`${HEADINGS}${OWN_EJ}`));
  expect(keysOf(ledger)).toEqual([
    ...['PDE | Frais annexes | 1', 'PDE | Frais annexes | 1', 'PDE | Frais annexes | 1'],
    ...['PDE | Frais annexes | 2', 'SF | Frais annexes | 3', 'SF | Frais annexes | 3'],
  ]);
  expect(ledger.reading?.inferred.map(({ envelope, from, rows }) => `${envelope} ${from} ${rows}`)).toEqual([
    'PDE above 2',
    'SF above 1',
  ]);
});

test('under another EJ, a payment takes the envelope of its own', () => {
  expect(
    keysIn(`${HEADINGS}
    PDE | Frais annexes | 1400000001 | Durand | 15/02/2023 | 10 |            |
    SF  | Prestations   | 1400000002 | Martin | 15/02/2023 | 20 |            |
        | Frais annexes | 1400000001 | Durand |            |    | 20/03/2023 | 5
        | Prestations   | 1400000002 | Martin |            |    | 20/03/2023 | 5`).slice(2),
  ).toEqual(['PDE | Frais annexes | 1', 'SF | Prestations | 2']);
});

test('an EJ on two envelopes gives none to its payments', () => {
  const second = `
  SF  | Frais annexes | 1400000001 | Durand | 15/02/2023 | 1000 |            |`;
  expect(keysIn(`${HEADINGS}${OWN_EJ}${second}`).slice(1, 3)).toEqual([
    '· | Frais annexes | 1',
    '· | Frais annexes | 1',
  ]);
});

const MARKS = [
  'idem',
  'Idem',
  'id.',
  'id°',
  '"',
  '″',
  '//',
  "''",
  '↳',
  'ibid.',
  'même EJ',
  'Cf. ci-dessus',
  'voir ci-dessus',
];

test.each(MARKS)('%s repeats the cell above', (mark) => {
  expect(
    keysIn(`${HEADINGS}
    PDE     | Frais annexes | 1400000001 | Durand  | 15/02/2023 | 1000 |            |
    ${mark} | ${mark}       | ${mark}    | ${mark} |            |      | 20/04/2023 | 400
    ${mark} | ${mark}       | 1400000002 | Martin  | 15/02/2023 | 500  |            |`),
  ).toEqual(['PDE | Frais annexes | 1', 'PDE | Frais annexes | 1', 'PDE | Frais annexes | 2']);
});

test('what follows an inner total of BW goes on with its envelope, up to the total of the envelope', () => {
  const headings = 'Axe ministériel 2 | N° EJ | Titulaire | Date EJ | Montant AE';
  const first = `${headings}
    PDE             | 1400000001 | Octo | 01/03/2023 | 1000
                    | Résultat   |      |            | 1000
                    | 1400000002 | Octo | 02/03/2023 | 2000
                    | Résultat   |      |            | 2000
    Résultat        |            |      |            | 3000
    Signaux Faibles | 1400000003 | Beta | 03/03/2023 | 4000`;
  expect(keysIn(first)).toEqual(['PDE | · | 1', 'PDE | · | 2', 'Signaux Faibles | · | 3']);
});

test('a single blank envelope above one total stays blank', () => {
  const headings = 'Axe ministériel 2 | N° EJ | Titulaire | Date EJ | Montant AE';
  const table = `${headings}
    PDE             | 1400000001 | Octo | 01/03/2023 | 1000
                    | 1400000002 | Octo | 02/03/2023 | 2000
    Signaux Faibles | 1400000003 | Beta | 03/03/2023 | 4000
    Total           |            |      |            | 7000`;
  expect(keysIn(table)).toEqual(['PDE | · | 1', '· | · | 2', 'Signaux Faibles | · | 3']);
});

test.each([
  ['Solde', '10/09/2023', 'PDE | · | 1'],
  ['Solde à payer', '10/09/2023', '· | · | ·'],
  ['Solde restant dû', '10/09/2023', '· | · | ·'],
  ['Solde', '10/04/2023', '· | · | ·'],
])('« %s » on %s, below two payments: %s', (label, day, key) => {
  const headings = 'Axe ministériel 2 | N° EJ | Objet | Date EJ | Montant AE | Date de paiement | Montant CP';
  const keys = keysIn(`${headings}
    PDE             | 1400000001 | Étude     | 01/03/2023 | 20000 |            |
                    |            | Acompte 1 |            |       | 10/03/2023 | 5000
                    |            | Acompte 2 |            |       | 10/04/2023 | 5000
                    |            | ${label}  |            |       | ${day}     | 10000
    Signaux Faibles | 1400000003 | Audit     | 03/03/2023 | 4000  |            |`);
  expect(keys[3]).toEqual(key);
});

describe('a text alone on a row, between an EJ and its payments', () => {
  const between = (text: string): readonly string[] =>
    keysIn(`${HEADINGS}
      PDE | Outils | 1400000001 | Octo | 10/01/2023 | 9000 |            |
      ${text}
          |        |            |      |            |      | 15/02/2023 | 300
          |        |            |      |            |      | 15/03/2023 | 400
      SF  | Audit  | 1400000002 | Adis | 11/01/2023 | 9000 |            |
          |        |            |      |            |      | 15/04/2023 | 500`);

  test.each([
    'NB : facture attendue en fin de mois',
    '* voir le courriel',
    'Relance faite',
    'N.B. relance',
    'cf. mail',
  ])('« %s » is a note: the payments are of the EJ above it', (note) =>
    expect(between(note).slice(1, 3)).toEqual(['PDE | Outils | 1', 'PDE | Outils | 1']),
  );

  test.each([
    ['NB : facture attendue', 'PDE | Outils | 1'],
    ['Second semestre', '· | · | ·'],
  ])('under « N° marché », which is no field, « %s »: %s', (text, key) => {
    const keys = keysIn(`N° marché | ${HEADINGS}
      2023-1 | PDE | Outils | 1400000001 | Octo | 10/01/2023 | 9000 |            |
      2023-1 |     |        |            |      |            |      | 15/02/2023 | 300
      ${text}
      2023-1 |     |        |            |      |            |      | 15/03/2023 | 400
      2023-2 | SF  | Audit  | 1400000002 | Adis | 11/01/2023 | 9000 |            |
      2023-2 |     |        |            |      |            |      | 15/04/2023 | 500`);
    expect(keys[2]).toEqual(key);
  });

  const TITLES = [
    'Notes de frais',
    'Paiements par carte',
    'PS Consulting',
    'CF Digital',
    'Remarque : par carte, hors EJ',
  ];

  test.each(TITLES)('« %s » may be the title of payments without an EJ: they take none from above', (title) =>
    expect(between(title).slice(1, 3)).toEqual(['· | · | ·', '· | · | ·']),
  );
});

test('words alone in the column of the amounts are no operation of the EJ above', () => {
  const table = `Montant AE | N° EJ | Date EJ | Payé le | Montant CP | Axe ministériel 2
    9000 | 1400000001 | 10/01/2023 |            |     | PDE
         |            |            | 15/02/2023 | 300 |
    ↓ commandes du second semestre
    8000 | 1400000002 | 11/01/2023 |            |     | SF
         |            |            | 15/03/2023 | 400 |
    Point fait avec le CSP le 12/03
         |            |            | 15/04/2023 | 500 |`;
  expect(keysIn(table)).toEqual(['PDE | · | 1', 'PDE | · | 1', 'SF | · | 2', 'SF | · | 2', 'SF | · | 2']);
});
