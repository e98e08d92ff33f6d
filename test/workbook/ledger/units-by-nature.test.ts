/**
 * A text around a table that gives a unit to AE or to CP alone: each nature is read in its own; where the text is not
 * plain, no amount is counted and DON-01 shows it.
 */
import { controlledAt } from '../../../src/application/control';
import { openDossier } from '../../../src/application/open-dossier';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../src/workbook/cells';
import { convention2023 } from '../../support/conventions';
import { workbookOf } from '../../support/ledgers/workbook-of';

const HEADINGS = ['Axe ministériel 2', 'N° EJ', 'Date engagement', 'AE', 'Date de paiement', 'CP'];
const ORDER = ['PDE', '1400000001', 45_000, 20, null, null];
const PAYMENT = ['PDE', '1400000001', null, null, 45_010, 5];

type Rows = readonly (readonly CellValue[])[];

/** The AE and the CP of PDE in euros, and the cells that DON-01 names. */
function read(rows: Rows, name = 'Suivi'): readonly [ae: number, cp: number, unreadable: number] {
  const opened = openDossier(workbookOf({ name, rows }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { balances, findings } = controlledAt(opened.value, isoDate('2023-12-31')).report;
  const euros = (nature: 'AE' | 'CP'): number =>
    (balances.figures({ envelope: 'PDE', line: null }, nature).consumed?.cents ?? NaN) / 100;
  return [euros('AE'), euros('CP'), findings.filter(({ rule }) => rule === 'DON-01').length];
}

function underTitle(title: string): readonly [ae: number, cp: number, unreadable: number] {
  return read([[title], [], HEADINGS, ORDER, PAYMENT]);
}

test.each([
  'En milliers d’euros sauf le CP',
  'Montants en k€ hors colonne CP',
  'Suivi des dépenses (en k€ sauf CP)',
  'Montants en k€ à l’exception des CP',
  'Montants en k€, excepté les paiements',
  'AE en k€, CP en euros',
  'Montants en k€ (AE) et en € (CP)',
  'Unités : k€ (AE) ; € (CP)',
  'AE : k€ – CP : €',
  'Les AE sont en milliers d’euros, les CP en euros',
  'Montants en euros sauf AE en k€',
  'Seuls les AE sont en k€',
  'k€ pour les engagements seulement',
  'Suivi des engagements en k€ et des paiements en €',
])('« %s »: AE in thousands, CP in euros', (title) => {
  expect(underTitle(title)).toEqual([20_000, 5, 0]);
});

test.each([
  'Suivi (k€, sauf AE en euros)',
  'CP en k€, AE en €',
  'Autorisations d’engagement en €, crédits de paiement en k€',
])('« %s »: AE in euros, CP in thousands', (title) => {
  expect(underTitle(title)).toEqual([20, 5000, 0]);
});

test.each([
  'Montants en k€ sauf mention contraire',
  'Montants en k€ hors taxes',
  'En k€ hors T2',
  'Montants en milliers d’euros et non en euros',
  'Suivi des AE et des CP (k€)',
  'Suivi des engagements (k€)',
  'Suivi en k€ des engagements au 31/12/2023',
  'Situation à partir du 1er janvier 2023 (k€)',
  'Suivi en k€ à partir des données Chorus',
  'Montants en k€ pour l’exercice 2023',
  'Suivi des lignes budgétaires en k€',
  'Budget PDE en k€ - exercice 2023',
  '1 unité = 1 000 €',
  'Unité : 1000 €',
  '1 u = 1 k€',
  'Montants à multiplier par 1 000',
  'Échelle : facteur 1000',
  'Montants / 1000',
  'Montants divisés par 1 000',
])('« %s » is of all the amounts', (title) => {
  expect(underTitle(title)).toEqual([20_000, 5000, 0]);
});

test.each(['Montants en euros (et non en k€)', 'Budget de 500 k€, suivi en euros'])('« %s »: all in euros', (title) => {
  expect(underTitle(title)).toEqual([20, 5, 0]);
});

test.each([
  'Montants en k€ sauf lignes 3 et 4',
  'En k€ (sauf la colonne H)',
  'Montants en k€ sauf le CP du premier trimestre',
  'Montants exprimés en k€ ou en euros selon les lignes',
  'Montants en euros sauf le CP',
  'Tous les montants sont en k€ à partir de mars',
  'À partir de mars, montants en k€',
  'En k€ à compter du 1er avril',
  'En k€ depuis 2023',
  'En k€ dès le 1er mars',
  'Montants en k€ jusqu’au 30 juin',
  'Montants en k€, avant le 30 juin',
  'Montants en k€ (sauf 2022)',
  'Montants en k€ pour le lot 2',
  'Montants en k€ uniquement pour PDE',
  'Montants en k€ (T1 seulement)',
  'Montants en k€ au-dessus de 10 000',
  'Montants en k€ selon le cas',
  'Certains montants sont en k€',
  'Montants arrondis au millier d’euros',
  'Valeurs en centaines d’euros',
  'Montants en milliards d’euros',
  'Parfois en k€',
  'Les montants de 2022 sont en k€',
  'Lignes 3 à 10 en k€',
  'Colonne H en k€',
])('« %s » is not plain: no amount is counted in silence', (title) => {
  expect(underTitle(title)).toEqual([0, 0, 2]);
});

test.each([
  ['AE (k€)', [20_000, 0, 1]],
  ['Montants en k€ pour les AE', [20_000, 0, 1]],
  ['CP en k€', [0, 5000, 1]],
])('« %s » leaves the other nature without a unit, and it is not counted', (title, expected) => {
  expect(underTitle(title)).toEqual(expected);
});

test.each<[string, Rows]>([
  ['a note below', [HEADINGS, ORDER, PAYMENT, [], ['Montants en k€ sauf CP']]],
  ['a row of units', [HEADINGS, ['k€ sauf CP'], ORDER, PAYMENT]],
  ['the title of a group', [[null, null, null, 'Montants (k€ sauf CP)'], HEADINGS, ORDER, PAYMENT]],
  ['a text for each nature', [['AE en k€', 'CP en €'], [], HEADINGS, ORDER, PAYMENT]],
])('an exception in %s', (_, rows) => {
  expect(read(rows)).toEqual([20_000, 5, 0]);
});

test('an exception in the name of the sheet', () => {
  expect(read([HEADINGS, ORDER, PAYMENT], 'AE en k€, CP en €')).toEqual([20_000, 5, 0]);
});

test('« AE (k€ sauf mention contraire) » is in thousands', () => {
  const headings = HEADINGS.map((heading) => (heading === 'AE' ? 'AE (k€ sauf mention contraire)' : heading));
  expect(read([headings, ORDER, PAYMENT])).toEqual([20_000, 5, 0]);
});

test.each(['AE (€ ou k€)', 'AE en k€ ou en €', 'AE (€/k€)', 'AE (k€, € à partir de mai)', 'AE (k€ à partir de mai)'])(
  '« %s » heads no amounts that can be counted',
  (own) => {
    const headings = HEADINGS.map((heading) => (heading === 'AE' ? own : heading));
    const [ae, cp] = read([headings, ORDER, PAYMENT]);
    expect([ae, cp]).toEqual([NaN, 5]);
  },
);

test.each<[string, Rows[number], readonly [number, number]]>([
  ['a factor beside its label', ['Facteur de mise à l’échelle', 1000], [20_000, 5000]],
  ['the same as a text', ['Facteur d’échelle', '1 000,00'], [20_000, 5000]],
  ['a unit beside its label', ['Unité', 1_000_000], [20_000_000, 5_000_000]],
  ['a factor of one', ['Facteur de mise à l’échelle', 1], [20, 5]],
  ['another number', ['Budget', 1000], [20, 5]],
])('%s above the table', (_, above, [ae, cp]) => {
  expect(read([above, [], HEADINGS, ORDER, PAYMENT])).toEqual([ae, cp, 0]);
});

test('a unit at the right of the title, past the table, is that of the table', () => {
  const title = ['Suivi', ...new Array<null>(9).fill(null), 'k€'];
  expect(read([title, [], HEADINGS, ORDER, PAYMENT])).toEqual([20_000, 5000, 0]);
});

test('a unit alone over the last columns, not merged, is not clear for the others', () => {
  const over = (column: number): CellValue[] => ['Suivi', ...new Array<null>(column - 1).fill(null), '(en k€)'];
  expect(read([over(5), HEADINGS, ORDER, PAYMENT])).toEqual([0, 5000, 1]);
});

test.each(['AE en centaines d’euros', 'AE en milliards d’euros'])('« %s » heads no amounts in euros', (own) => {
  const headings = HEADINGS.map((heading) => (heading === 'AE' ? own : heading));
  const [ae] = read([headings, ORDER, PAYMENT]);
  expect(ae).toBeNaN();
});
