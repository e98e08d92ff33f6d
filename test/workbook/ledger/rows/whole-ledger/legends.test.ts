/** Legends of colours, under the ledger or at its right: the rows count, and are in doubt. */
import { controlledAt } from '../../../../../src/application/control';
import { openDossier } from '../../../../../src/application/open-dossier';
import { isoDate } from '../../../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../../../src/workbook/cells';
import { headsLegend, isLegend } from '../../../../../src/workbook/ledger/rows/whole-ledger/legends';
import { convention2023 } from '../../../../support/conventions';
import { workbookOf } from '../../../../support/ledgers/workbook-of';

type Rows = readonly (readonly CellValue[])[];
const HEADINGS = ['N° EJ', 'Date EJ', 'Axe ministériel 2', 'Montant AE'];
const ORDERS: Rows = [
  ['1400000001', 45_000, 'PDE', 1000],
  ['1400000002', 45_010, 'PDE', 2000],
  ['1400000003', 45_020, 'PDE', 4000],
];

/** The AE of PDE, and the texts of LEC-05 with their column. */
function read(...rows: Rows) {
  return readWith([], ...rows);
}

/** The same, with other sheets. */
function readWith(others: readonly { name: string; rows: CellValue[][] }[], ...rows: Rows) {
  const workbook = workbookOf({ name: 'Suivi', rows: rows.map((row) => [...row]) }, ...others);
  const opened = openDossier(workbook, { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { report, dossier } = controlledAt(opened.value, isoDate('2023-12-31'));
  const doubts = report.findings.flatMap(({ rule, details }) =>
    rule === 'LEC-05' ? [`${details.heading}: ${details.raw}`] : [],
  );
  const counted = dossier.ledger.rows.filter(({ status }) => status === 'firm').length;
  return [counted, ...doubts];
}

/** The ledger with two columns at its right, the first under « Légende ». */
const beside = (...right: readonly (readonly [CellValue, CellValue])[]): Rows => [
  [...HEADINGS, null, 'Légende', null],
  ...ORDERS.map((row, index) => [...row, null, ...(right[index] ?? [null, null])]),
];

test('the meanings beside coloured cells are no status of the rows on which they are', () => {
  expect(read(...beside([null, 'payé'], [null, 'annulé'], [null, 'en attente']))).toEqual([
    3,
    ': annulé',
    'G: annulé',
    'G: en attente',
  ]);
  expect(read(...beside([null, 'payé'], [null, 'signé'], [null, 'notifié']))).toEqual([3]);
});

test.each<[string, Rows]>([
  [': annulé', [HEADINGS, ...ORDERS, [], ['Légende'], [null, 'payé'], [null, 'annulé']]],
  [': annulé', [HEADINGS, ...ORDERS, [], ['Code couleur :', ''], ['rouge', 'annulé']]],
  [': en attente du visa', [HEADINGS, ...ORDERS, [], ['Légende des couleurs'], ['', 'en attente du visa']]],
])('%s, under the ledger', (doubt, rows) => {
  expect(read(...rows)).toEqual([3, doubt]);
});

test.each`
  sheet             | legend                                           | doubts
  ${'Légende'}      | ${[[null, 'Payé'], [null, 'Annulé']]}            | ${[': Annulé']}
  ${'Code couleur'} | ${[['Rouge', 'en attente du visa']]}             | ${[': en attente du visa']}
  ${'Aide'}         | ${[['Légende'], [null, 'Annulé']]}               | ${[': Annulé']}
  ${'Légende'}      | ${[[null, 'Payé'], [null, 'Notifié']]}           | ${[]}
  ${'Listes'}       | ${[['État'], ['Notifié'], ['Annulé']]}           | ${[]}
  ${'Services'}     | ${[['Saisi par', 'Durand'], ['Projet', 'DITP']]} | ${[]}
`('a legend on a sheet of its own, « $sheet »: $doubts', ({ sheet, legend, doubts }) => {
  const other = { name: sheet as string, rows: legend as CellValue[][] };
  expect(readWith([other], HEADINGS, ...ORDERS)).toEqual([3, ...(doubts as string[])]);
});

test('the meanings of colours of rows that count are no doubt', () => {
  expect(read(HEADINGS, ...ORDERS, [], ['Légende'], [null, 'payé'], [null, 'à relancer'])).toEqual([3]);
});

test.each`
  text                                                      | isOne
  ${'Les cellules grisées ne sont pas à prendre en compte'} | ${true}
  ${'Les montants en rouge sont estimés'}                   | ${true}
  ${'Les lignes en italique sont des prévisions'}           | ${true}
  ${'Fond jaune : en attente du visa'}                      | ${true}
  ${'italique = projet'}                                    | ${true}
  ${'vert : payé'}                                          | ${false}
  ${'Bleu : saisi par Mme Durand'}                          | ${false}
  ${'en gras : nouveaux engagements'}                       | ${false}
  ${'Projet annulé'}                                        | ${false}
`('« $text » is a legend by which rows do not count: $isOne', ({ text, isOne }) => {
  expect(isLegend(text as string)).toBe(isOne);
});

test.each(['Légende', 'LÉGENDE :', 'Code couleur', 'Légende des couleurs', 'Codes couleurs'])('« %s »', (text) => {
  expect(headsLegend(text)).toBe(true);
});

test.each(['Code', 'Légende urbaine', 'Couleur des murs'])('« %s » heads no legend', (text) => {
  expect(headsLegend(text)).toBe(false);
});
