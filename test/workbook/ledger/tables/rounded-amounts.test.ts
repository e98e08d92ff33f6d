/** Words by which the amounts of a table are rounded: the amounts count as they are, and the words are reported once. */
import { controlledAt } from '../../../../src/application/control';
import { openDossier } from '../../../../src/application/open-dossier';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { roundsAmounts, withoutRounding } from '../../../../src/workbook/ledger/tables/rounding-words';
import type { CellValue } from '../../../../src/workbook/cells';
import { convention2023 } from '../../../support/conventions';
import { workbookOf } from '../../../support/ledgers/workbook-of';

type Rows = readonly (readonly CellValue[])[];

const HEADINGS = ['N° EJ', 'Date EJ', 'Axe 2', 'Objet', 'Montant AE'];
const ej = (number: number, ae: number, what = 'Étude'): readonly CellValue[] => [
  `14000000${number}`,
  45_000,
  'PDE',
  what,
  ae,
];

/** The AE that count, in euros, then the doubts: « 1400 LEC-05 ». */
function read(rows: Rows): string {
  const opened = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!opened.ok) return opened.failure.code;
  const { dossier, report } = controlledAt(opened.value, isoDate('2023-12-31'));
  const ae = dossier.ledger.rows.reduce((sum, row) => sum + (row.ae.kind === 'amount' ? row.ae.cents / 100 : 0), 0);
  const found = report.findings.map(({ rule }) => rule).filter((rule) => /LEC-05|DON-01/.test(rule));
  return [ae, ...found].join(' ');
}

const above = (note: string): string => read([['Suivi'], [note], [], HEADINGS, ej(11, 1000), ej(12, 400)]);
const below = (note: string): string => read([HEADINGS, ej(11, 1000), ej(12, 400), [], [note]]);

test.each([
  ['Les montants sont arrondis à la centaine', '1400 LEC-05'],
  ["Les montants sont arrondis à la centaine d'euros", '1400 LEC-05'],
  ['Montants arrondis à l’euro', '1400 LEC-05'],
  ['Montants arrondis à l’euro près', '1400 LEC-05'],
  ['Montants en euros (arrondis à l’unité)', '1400 LEC-05'],
  ['Les AE sont arrondies à la dizaine', '1400 LEC-05'],
  ['Chiffres arrondis', '1400 LEC-05'],
  ['Amounts rounded to the nearest hundred euros', '1400 LEC-05'],
  ['Les montants ne sont pas arrondis', '1400'],
  ['Seuils des montants arrondis à la centaine', '1400'],
  ['Montants arrondis au millier d’euros', '0 DON-01 DON-01'],
  ['Montants arrondis au centime', '1400'],
  ['Suivi exact au centime près', '1400'],
  ['Suivi sans centimes', '1400'],
  ['Chiffres arrondis, sans centimes', '1400 LEC-05'],
  ['Montants arrondis à l’euro, sans les centimes', '1400 LEC-05'],
  ['Montants en centimes', '0 DON-01 DON-01'],
  ['Montants en cents', '0 DON-01 DON-01'],
  ['Amounts in cents', '0 DON-01 DON-01'],
  ['Montants donnés en centimes d’euro', '0 DON-01 DON-01'],
])('« %s » above or below a table: %s', (note, expected) => {
  expect([above(note), below(note)]).toEqual([expected, expected]);
});

test.each([
  ['Les montants sont en k€, arrondis à la centaine d’euros', '1400000 LEC-05'],
  ['Montants en k€ (arrondis à l’euro)', '1400000 LEC-05'],
])('« %s » gives their unit to the amounts all the same: %s', (note, expected) => {
  expect(above(note)).toBe(expected);
});

test('in the heading of the amounts', () => {
  const headings = [...HEADINGS.slice(0, 4), 'Montant AE (arrondi à l’euro)'];
  expect(read([headings, ej(11, 1000), ej(12, 400)])).toBe('1400 LEC-05');
});

test('an object is none of these words', () => {
  expect(read([HEADINGS, ej(11, 1000, 'Outil de montants arrondis à l’euro'), ej(12, 400)])).toBe('1400');
});

test('the words of rounding alone are taken out', () => {
  expect(withoutRounding('AE (arrondies à l’euro supérieur)')).toBe('ae ()');
  expect(withoutRounding('Arrondissement de Lyon en k€')).toBe('Arrondissement de Lyon en k€');
  expect(roundsAmounts('Arrondi à l’euro du loyer')).toBe(false);
});
