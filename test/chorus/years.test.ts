/** The exercice and the days of the lines: read under the headings of teams, or reported where another year may hide. */
import { isoDate, toIso } from '../../src/domain/calendar/civil-date';
import { unreadOf } from '../../src/domain/reconciliation/unread-lines';
import { exerciseIn } from '../../src/chorus/dates/exercises';
import type { CellValue } from '../../src/workbook/cells';
import { extractOf, sheetInput } from './reading';

type Row = readonly CellValue[];

const HEADINGS = ['N° EJ', 'N° DP', 'Montant engagé', 'Montant payé'];
const LINE: Row = ['1405135458', '0100241599', 900, 900];

/** One line with a cell in a column of that heading. */
function under(heading: string, cell: CellValue, more: readonly Row[] = []) {
  return extractOf(sheetInput([...HEADINGS, heading], [...LINE, cell], ...more));
}

test.each<[string, CellValue, number | null]>([
  ['Exercice', 2022, 2022],
  ['Année', '2022', 2022],
  ['Exercice budgétaire', '2022', 2022],
  ['Exercice comptable', 'Ex. 2022', 2022],
  ['Exercice comptable', '2022,0', 2022],
  ["Exercice d'origine", 2022, null],
  ['Année EJ', 2022, null],
  ['Exercice facture', 2022, null],
])('« %s » with %s: exercice %s', (heading, cell, year) => {
  expect(under(heading, cell).lines.map(({ exercise }) => exercise)).toEqual([year, year]);
});

test.each([
  ['2023', 2023],
  ['Ex. 2022', 2022],
  ['EX2022', 2022],
  ['Exercice 2022', 2022],
  ['2022/001', 2022],
  ['012.2022', 2022],
  ['2022-2023', null],
  ['2022-23', null],
  ['22', null],
  ['2022 et 2023', null],
])('the exercice of « %s » is %s', (text, year) => {
  expect(exerciseIn(text)).toBe(year);
});

test.each([
  ['Date de paiement', null, '2022-05-15'],
  ['Date de règlement', null, '2022-05-15'],
  ['Payé le', null, '2022-05-15'],
  ["Date d'engagement", '2022-05-15', null],
  ['Date EJ', '2022-05-15', null],
  ['Date de facture', null, null],
  ["Date d'édition", null, null],
  ['Date de dernière opération', null, null],
  ['Date prévue de paiement', null, null],
  ['Date de notification', null, null],
])('« %s » dates the AE %s and the CP %s', (heading, ae, cp) => {
  const days = under(heading, '15/05/2022').lines.map(({ date }) => date && toIso(date));
  expect(days).toEqual([ae, cp]);
});

test.each<[string, CellValue, number | null]>([
  ['Date de paiement', 'mai 2022', 2022],
  ['Date de paiement', '05/2022', 2022],
  ['Date de paiement', 'mai', null],
  ['Date de paiement', 'de mai 2022 à mai 2023', null],
  ['Date comptable', 'mai 2022', 2022],
])('« %s » with %s gives its CP the exercice %s, without a day', (heading, cell, year) => {
  const { lines } = extractOf(sheetInput(['N° EJ', 'N° DP', heading, 'Montant payé'], ['1405135458', '', cell, 900]));
  expect(lines.map(({ date, exercise }) => [date, exercise])).toEqual([[null, year]]);
});

test('a day of payment is preferred to that of the last operation on the DP', () => {
  const headings = ['N° EJ', 'N° DP', 'Date de dernière opération sur la DP', 'Date de paiement', 'Montant payé'];
  const { lines } = extractOf(sheetInput(headings, ['1405135458', '0100241599', '10.01.2024', '28.12.2023', 900]));
  expect(lines.map(({ date }) => date)).toEqual([isoDate('2023-12-28')]);
});

test.each<[readonly CellValue[], number | null, string[]]>([
  [['Exercice : 2022'], 2022, []],
  [['Exercice comptable : 2022'], 2022, []],
  [['Exercice comptable', 2022], 2022, []],
  [['Exercice 2022 - suivi'], 2022, []],
  [['Exercice comptable', '2022, 2023'], null, ['2022, 2023']],
  [['Exercice : 2022-23'], null, ['2022-23']],
  [['Exercice clos'], null, []],
  [["Exercice d'origine : 2022"], null, []],
  [['INF-BUD-53 – exercice 2022'], 2022, []],
  [['Suivi de la gestion 2022, vue détaillée'], 2022, []],
  [['INF-BUD-53', "Paiements de l'exercice comptable 2022"], 2022, []],
  [['INF-BUD-53 – exercices 2022-2023'], null, ['2022-2023']],
  [["Bascule de l'exercice 2022"], null, []],
  [['Hors exercice 2022'], null, []],
  [['INF-BUD-53 – exercice 2022', 'Exercice comptable', 2023], 2023, []],
])('%j above the headings: exercice %s, reported %j', (above, year, reported) => {
  const { lines, years = [] } = extractOf(sheetInput(above, HEADINGS, LINE));
  expect(lines[0]?.exercise).toBe(year);
  expect(years.map(({ words }) => words)).toEqual(reported);
});

test('an exercice above that cannot be read is no matter where each line has its own', () => {
  const rows = [
    ['Exercice comptable', '2022, 2023'],
    [...HEADINGS, 'Exercice'],
    [...LINE, 2023],
  ];
  expect(extractOf(sheetInput(...rows)).years).toBeUndefined();
});

test('texts of the exercice that give no year are reported once, with their lines', () => {
  const { years } = under('Exercice comptable', '2022-2023', [
    [...LINE, 2023],
    [...LINE, '22'],
  ]);
  expect(years).toEqual([
    { kind: 'exercise', heading: 'Exercice comptable', words: '2022-2023', line: 2, count: 2, years: [] },
  ]);
});

test.each<[string, CellValue, boolean]>([
  ["Exercice d'origine", 2022, true],
  ["Exercice d'origine", 2023, false],
  ['Date', '15/05/2022', true],
  ['Date', '15/05/2023', false],
  ['Colonne 5', '15/05/2022', true],
  ['Colonne 5', 2022, false],
  ['Date de notification', '15/05/2022', true],
  ['Date de facture', '15/05/2022', false],
  ['Date de service fait', '15/05/2022', false],
  ['Date de notification du marché', '15/05/2022', false],
  ["Date d'édition", '05/01/2024', false],
  ["Date d'échéance", '05/01/2024', false],
  ['Dernière mise à jour', '05/01/2024', false],
])('« %s » with %s, beside lines without a date, is reported: %s', (heading, cell, isReported) => {
  const unread = unreadOf([under(heading, cell)], [], 2023).flatMap(({ years }) => years);
  expect(unread.map((one) => one.heading)).toEqual(isReported ? [heading] : []);
});

test('beside lines that have their date, no other column is reported', () => {
  const headings = ['N° EJ', 'N° DP', 'Date comptable', 'Date', 'Montant payé'];
  const rows = [headings, ['1405135458', '0100241599', '15/05/2023', '15/05/2022', 900]];
  expect(extractOf(sheetInput(...rows)).years).toBeUndefined();
});
