/** Tables that list again the EJ of the ledger, or their payments, commit and pay nothing of their own (LEC-01). */
import type { CellValue } from '../../../../src/workbook/cells';
import { chooseLedgers } from '../../../../src/workbook/ledger/choice/choose-ledgers';
import { findLedgers } from '../../../../src/workbook/ledger/find-ledger';
import { formulaKey, type WorkbookSnapshot } from '../../../../src/workbook/snapshot';
import { workbookOf } from '../../../support/ledgers/workbook-of';

type Rows = readonly (readonly CellValue[])[];

const DAY = 45_000;
const LEDGER: Rows = [
  ['N° EJ', 'Axe ministériel 2', 'Poste', 'Objet', 'Date EJ', 'Montant AE', 'Date de paiement', 'Montant CP'],
  ['1405006035', 'PDE', 'Prestations', 'Messagerie', DAY, 1377.38, null, null],
  ['1405006070', 'PDE', 'Prestations', 'Rédaction', DAY + 9, 2108.4, DAY + 40, 733.7],
  ['1405006042', 'Signaux Faibles', 'Prestations', 'Licences', DAY + 10, 3381.08, DAY + 41, 3381.08],
  ['1405006098', 'PDE', 'Prestations', 'Audit', DAY + 20, 2212.43, DAY + 60, 1000],
];
const RESTS: Rows = [
  ['N° EJ', 'Axe ministériel 2', 'Objet', 'Date', 'Montant'],
  ['1405006035', 'PDE', 'Messagerie', DAY + 280, 1377.38],
  ['1405006070', 'PDE', 'Rédaction', DAY + 280, 1374.7],
  ['1405006098', 'PDE', 'Audit', DAY + 280, 1212.43],
];
/** The same, with a date that names their nature. */
const DATED: Rows = [['N° EJ', 'Axe ministériel 2', 'Objet', 'Date EJ', 'Montant'], ...RESTS.slice(1)];
const RECAP: Rows = [
  ['N° EJ', 'Axe ministériel 2', 'Montant AE', 'CP payés', 'Reste à payer'],
  ['1405006035', 'PDE', 1377.38, null, 1377.38],
  ['1405006070', 'PDE', 2108.4, 733.7, 1374.7],
  ['1405006042', 'Signaux Faibles', 3381.08, 3381.08, 0],
  ['1405006098', 'PDE', 2212.43, 1000, 1212.43],
];
const COMMITTED: Rows = [
  ['N° EJ', 'Axe ministériel 2', 'Date EJ', 'AE'],
  ['1405006035', 'PDE', DAY, 1377.38],
  ['1405006070', 'PDE', DAY + 9, 2108.4],
  ['1405006042', 'Signaux Faibles', DAY + 10, 3381.08],
  ['1405006098', 'PDE', DAY + 20, 2212.43],
];
const PAID: Rows = [
  ['N° EJ', 'Axe ministériel 2', 'Date de paiement', 'Montant CP'],
  ['1405006070', 'PDE', DAY + 40, 733.7],
  ['1405006042', 'Signaux Faibles', DAY + 41, 3381.08],
];
const PAID_BY_DP: Rows = [
  ['N° DP', 'Fournisseur', 'Date', 'Montant'],
  ['0100406030', 'Orange', DAY + 40, 733.7],
  ['0100406024', 'ATOL CD', DAY + 41, 3381.08],
  ['0100406045', 'Sopra', DAY + 60, 1000],
];
/** The rows of a table with another value in a column. */
const withValue = (rows: Rows, column: number, value: (row: readonly CellValue[]) => CellValue): Rows =>
  rows.map((row, at) => (at === 0 ? row : row.map((cell, position) => (position === column ? value(row) : cell))));

/** The places that are counted, then those left out, by their rows of headings. */
function choice(workbook: WorkbookSnapshot, named: readonly string[] = []): string {
  const found = chooseLedgers(workbook, findLedgers(workbook), named);
  if (!found.ok) return found.failure.code;
  const { chosen, left } = found.value;
  const placesOf = ({ blocks }: (typeof chosen)[number] | (typeof left)[number]): string =>
    blocks.map(({ block }) => `${block.sheet} ${block.headingRow + 1}`).join(' + ');
  return [chosen.map(placesOf).join(' + '), ...left.map((one) => `${placesOf(one)}: ${one.why}`)].join(', ');
}

const below = (title: string, rows: Rows): WorkbookSnapshot =>
  workbookOf({ name: 'Suivi', rows: [...LEDGER, [], [title], ...rows] });
const beside = (rows: Rows): WorkbookSnapshot =>
  workbookOf({ name: 'Suivi', rows: LEDGER.map((row, at) => [...row, null, ...(rows[at] ?? [])]) });
const onSheet = (name: string, rows: Rows): WorkbookSnapshot =>
  workbookOf({ name: 'Suivi', rows: LEDGER }, { name, rows });

test.each<readonly [string, WorkbookSnapshot, string]>([
  ['rests, on a sheet', onSheet('EJ non soldés', RESTS), 'Suivi 1, EJ non soldés 1: copy'],
  ['rests, under any name', onSheet('Revue des EJ', RESTS), 'Suivi 1, Revue des EJ 1: copy'],
  ['rests, below the ledger', below('EJ à solder', RESTS), 'Suivi 1, Suivi 8: copy'],
  ['a recapitulation by EJ, below', below('Récapitulatif par EJ', RECAP), 'Suivi 1, Suivi 8: copy'],
  ['the EJ again, below', below('EJ', COMMITTED), 'Suivi 1, Suivi 8: copy'],
  ['the EJ again, beside', beside(COMMITTED), 'Suivi 1, Suivi 1: copy'],
  ['some payments, below', below('Paiements d’avril', PAID), 'Suivi 1, Suivi 8: copy'],
  ['payments without EJ', onSheet('Paiements PDE', PAID_BY_DP), 'Suivi 1, Paiements PDE 1: copy'],
  [
    'one amount of four unknown, and not above its EJ',
    onSheet('SFNP', [...RESTS, ['1405006042', 'Signaux Faibles', 'Licences', DAY + 280, 10]]),
    'Suivi 1, SFNP 1: copy',
  ],
])('listed again: %s', (_, workbook, expected) => {
  expect(choice(workbook)).toBe(expected);
});

test.each<readonly [string, WorkbookSnapshot, string]>([
  ['acts of their own', onSheet('Avenants', RESTS), 'Suivi 1 + Avenants 1'],
  [
    'labels of acts of their own',
    onSheet(
      'Suite',
      withValue(RESTS, 2, (row) => `Complément ${String(row[2])}`),
    ),
    'Suivi 1 + Suite 1',
  ],
  [
    'other amounts',
    onSheet(
      'Suite',
      withValue(DATED, 4, (row) => Number(row[4]) - 7),
    ),
    'Suivi 1 + Suite 1',
  ],
  [
    'amounts above their EJ',
    onSheet('Suite', [...DATED, ['1405006042', 'Signaux Faibles', 'Licences', DAY + 280, 9000]]),
    'Suivi 1 + Suite 1',
  ],
  ['an EJ of its own', onSheet('Suite', [...DATED, ['1405006777', 'PDE', 'Étude', DAY + 80, 50]]), 'Suivi 1 + Suite 1'],
  [
    'payments of another day',
    below(
      'Paiements de mai',
      withValue(PAID, 2, () => DAY + 70),
    ),
    'Suivi 1 + Suivi 8',
  ],
])('counted: %s', (_, workbook, expected) => {
  expect(choice(workbook)).toBe(expected);
});

test('a sheet that the user named stays in the ledger; a table below it that lists it again does not', () => {
  expect(choice(onSheet('EJ non soldés', RESTS), ['Suivi', 'EJ non soldés'])).toBe('Suivi 1 + EJ non soldés 1');
  expect(choice(below('EJ à solder', RESTS), ['Suivi'])).toBe('Suivi 1, Suivi 8: copy');
});

test('commitments summed from the orders of a sheet without envelopes stay those of the ledger', () => {
  const orders = LEDGER.slice(1).flatMap(([ej, , , , day, ae]): Rows => {
    const half = Math.floor(Number(ae) * 50) / 100;
    return [half, Math.round((Number(ae) - half) * 100) / 100].map((amount, at) => [
      `BC00${at}`,
      ej ?? null,
      'Octo',
      day ?? null,
      amount,
    ]);
  });
  const workbook = workbookOf(
    { name: 'Suivi', rows: LEDGER },
    { name: 'Bons de commande', rows: [['N° BC', 'N° EJ', 'Fournisseur', 'Date BC', 'Montant'], ...orders] },
  );
  const formulas = new Map(
    [1, 2, 3, 4].map((row) => [
      formulaKey(row, 5),
      `=SUMIFS('Bons de commande'!E:E,'Bons de commande'!B:B,A${row + 1})`,
    ]),
  );
  const sheets = workbook.sheets.map((sheet) => (sheet.name === 'Suivi' ? { ...sheet, formulas } : sheet));
  expect(choice({ ...workbook, sheets })).toBe('Suivi 1, Bons de commande 1: copy');
});
