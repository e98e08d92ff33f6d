/** CHECK on a row of the ledger: every finding of its payments and of its envelopes, whatever is around the table. */
import { controlledAt } from '../../../src/application/control';
import { RowChecker } from '../../../src/application/functions/function-check';
import { openDossier } from '../../../src/application/open-dossier';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../src/workbook/cells';
import { convention2023 } from '../../support/conventions';
import { workbookOf } from '../../support/ledgers/workbook-of';

type Rows = readonly (readonly CellValue[])[];

/** For each row under the headings, or each of these drafts: « DON-01 cp », in order; « unchecked … » for what the range does not give. */
function checks(name: string, headings: Rows, rows: Rows, judged: Rows = rows): readonly string[] {
  const opened = openDossier(workbookOf({ name, rows: [...headings, ...rows] }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { dossier, report } = controlledAt(opened.value, isoDate('2023-12-31'));
  const checker = new RowChecker(dossier, report);
  return judged.map((row) => {
    const check = checker.check(row, headings);
    if (check.kind !== 'checked') return check.kind === 'notJudged' ? check.why : check.kind;
    const found = check.findings.map(({ rule, place }) => `${rule} ${place.kind === 'row' ? (place.field ?? '') : ''}`);
    return [...found, ...check.missing.map((field) => `unchecked ${field}`)].join(', ');
  });
}

const DAY = 45_000;

test('the second payment of a row is checked too', () => {
  const headings = ['Axe ministériel 2', 'N° EJ', 'Objet', "Date d'engagement", 'AE'];
  const payments = ['Date paiement 1', 'CP 1', 'Date paiement 2', 'CP 2'];
  expect(
    checks(
      'Suivi',
      [[...headings, ...payments]],
      [
        ['Place des entreprises', 1405700001, 'Étude', DAY, 5000, DAY, 200, DAY + 40, 'douze'],
        ['Place des entreprises', 1405700002, 'Étude', DAY, 5000, DAY, 200, null, null],
      ],
    ),
  ).toEqual(['DON-01 cp', '']);
});

test('where « Date » is the day of AE and of CP, a payment is no repetition of itself, and does not pay twice', () => {
  const headings = ['Axe ministériel 2', 'N° EJ', 'Objet', 'Date', 'AE', 'CP'];
  const rows: Rows = [
    ['Place des entreprises', 1405700001, 'Étude', DAY, 500, null],
    ['Place des entreprises', 1405700001, 'Facture 1', DAY + 40, null, 400],
  ];
  expect(checks('Suivi', [headings], rows)).toEqual(['', '']);
});

test('under « Nature », a draft is a commitment or a payment by its word', () => {
  const headings = ['Axe ministériel 2', 'N° EJ', 'Nature', 'Date', 'Montant'];
  const rows: Rows = [
    ['Place des entreprises', 1405700001, 'AE', DAY, 500],
    ['Place des entreprises', 1405700001, 'CP', DAY + 40, 400],
  ];
  const drafts: Rows = [
    ['Place des entreprises', 1405700002, 'AE', DAY, 900_000],
    ['Place des entreprises', 1405700001, 'CP', DAY + 50, 300],
  ];
  expect(checks('Suivi', [headings], rows, drafts)).toEqual(['PLA-01 ae, PLA-03 ae', 'EJ-02 cp']);
});

test('a row whose envelope is in the name of the sheet lacks no column', () => {
  const headings = ['N° EJ', 'Objet', "Date d'engagement", 'AE', 'Date de paiement', 'CP'];
  const rows: Rows = [
    [1405700001, 'Étude', DAY, 5000, DAY, 400],
    [1405700002, 'Étude', DAY, 5000, DAY, 'douze'],
  ];
  expect(checks('PDE', [headings], rows)).toEqual(['', 'DON-01 cp']);
});

describe('amounts of each envelope side by side', () => {
  const rows: Rows = [
    ['14057X', 'Étude', DAY, null, 5000, DAY, null, 'douze'],
    [1405700002, 'Étude', DAY, 5000, null, DAY, 200, null],
    [1405700003, 'Étude', DAY, null, 300, '31/02/2023', null, 10],
  ];
  const found = ['DON-01 cp, EJ-03 ejNumber', '', 'DON-01 paymentDate'];

  test('a row is checked by the part of each envelope', () => {
    const headings = ['N° EJ', 'Objet', "Date d'engagement", 'AE PDE', 'AE SF', 'Date de paiement', 'CP PDE', 'CP SF'];
    expect(checks('Suivi', [headings], rows)).toEqual(found);
  });

  test('under the titles of both natures', () => {
    const titles = [null, null, null, 'Engagements', null, null, 'Paiements', null];
    const headings = ['N° EJ', 'Objet', "Date d'engagement", 'PDE', 'SF', 'Date de paiement', 'PDE', 'SF'];
    expect(checks('Suivi', [titles, headings], rows)).toEqual(found);
  });

  test('of two rows that differ by the amount of one envelope, each has its own', () => {
    const headings = ['N° EJ', 'Objet', "Date d'engagement", 'AE PDE', 'AE SF', 'Date de paiement', 'CP PDE', 'CP SF'];
    const alike: Rows = [
      [1405700001, 'Étude', DAY, null, 5000, DAY, null, 100],
      [1405700001, 'Étude', DAY, null, null, DAY, null, 'douze'],
    ];
    expect(checks('Suivi', [headings], alike)).toEqual(['', 'DON-01 cp']);
  });
});
