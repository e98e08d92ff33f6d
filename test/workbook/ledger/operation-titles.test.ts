/** Sheets and titles beside the ledger: retraits are lowered, whatever sign they have; what is not done is left out. */
import { controlledAt } from '../../../src/application/control';
import { openDossier } from '../../../src/application/open-dossier';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../src/workbook/cells';
import { convention2023 } from '../../support/conventions';
import { workbookOf } from '../../support/ledgers/workbook-of';

const HEADINGS = ['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Montant AE', 'Date de paiement', 'Montant CP'];
type Rows = readonly (readonly CellValue[])[];
const ENGAGED: Rows = [
  ['PDE', '1400000001', 45_000, 1000, null, null],
  ['PDE', '1400000002', 45_001, 2000, null, null],
];
const withdrawn = (amount: number): Rows => [['PDE', '1400000002', 45_050, amount, null, null]];

/** The AE that count, in euros, and the findings on signs and unread places. */
function read(...sheets: readonly { readonly name: string; readonly rows: Rows }[]): readonly [number, string] {
  const opened = openDossier(workbookOf(...sheets), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { dossier, report } = controlledAt(opened.value, isoDate('2023-12-31'));
  const ae = dossier.ledger.rows.reduce((sum, row) => sum + (row.ae.kind === 'amount' ? row.ae.cents / 100 : 0), 0);
  const found = report.findings.map(({ rule }) => rule).filter((rule) => /DON-10|LEC-0[15]|EJ-0[689]/.test(rule));
  return [ae, found.join(' ')];
}

test.each([
  ['Retraits', 500, 2500, 'DON-10'],
  ['Retraits', -500, 2500, ''],
  ['Retraits d’EJ 2023', 500, 2500, 'DON-10'],
  ['Dégagements', 500, 2500, 'DON-10'],
  ['Annulations', 2000, 1000, 'DON-10'],
  ['Reversements au délégant', 500, 2500, 'DON-10'],
  ['Remboursements de trop-perçus', 500, 2500, 'DON-10'],
  ['Remboursements', 500, 3500, 'LEC-05'],
  ['Restitution', 500, 3500, ''],
  ['Engagements et retraits', 500, 3500, ''],
  ['Retraite et pensions', 500, 3500, ''],
  ['Hors convention', 500, 3000, 'LEC-01'],
])('a sheet « %s » beside the ledger, with %d: %d of AE, %s', (name, amount, ae, found) => {
  const [suivi, apart] = [
    { name: 'Suivi', rows: [HEADINGS, ...ENGAGED] },
    { name, rows: [HEADINGS, ...withdrawn(amount)] },
  ];
  expect(read(suivi, apart)).toEqual([ae, found]);
});

test.each([
  ['À engager', 3000, 'LEC-01'],
  ['Engagements refusés', 3000, 'LEC-01'],
  ['DA', 3000, 'LEC-01'],
  ['En attente de visa', 3000, 'LEC-01'],
  ['Projets', 3500, 'LEC-05'],
  ['Demandes', 3500, ''],
  ['Engagements 2023', 3500, ''],
])('a sheet « %s » beside the ledger: %d of AE, %s', (name, ae, found) => {
  const rows = [HEADINGS, ...withdrawn(500)];
  expect(read({ name: 'Suivi', rows: [HEADINGS, ...ENGAGED] }, { name, rows })).toEqual([ae, found]);
});

test('a sheet « Projets » without numbers of EJ is left to the user; alone, « À engager » is the ledger', () => {
  const bare = [HEADINGS, ...withdrawn(500)].map(([first = null, , ...others]) => [first, ...others]);
  const suivi = { name: 'Suivi', rows: [HEADINGS, ...ENGAGED] };
  expect(read(suivi, { name: 'Projets', rows: bare })).toEqual([3000, 'LEC-01']);
  expect(read({ ...suivi, name: 'À engager' })).toEqual([3000, '']);
});

test.each([
  ['Notifié', 3500, ''],
  [null, 3000, 'LEC-01'],
])('a sheet « À engager » whose column of status holds « %s »: %d of AE, %s', (status, ae, found) => {
  const rows = [[...HEADINGS, 'Situation'], ...withdrawn(500).map((row) => [...row, status])];
  expect(read({ name: 'Suivi', rows: [HEADINGS, ...ENGAGED] }, { name: 'À engager', rows })).toEqual([ae, found]);
});

test.each([
  ['Retraits', 500, 2500, 'DON-10'],
  ['Annulations d’engagements', -500, 2500, ''],
  ['Régularisations', 500, 3500, ''],
])('rows under the title « %s », with %d: %d of AE, %s', (title, amount, ae, found) => {
  const rows = [HEADINGS, ...ENGAGED, [title], ...withdrawn(amount)];
  expect(read({ name: 'Suivi', rows })).toEqual([ae, found]);
});

test('the title of the next part ends that of the retraits', () => {
  const rows = [HEADINGS, ...ENGAGED, ['Retraits'], ...withdrawn(-500), ['Avenants'], ...withdrawn(300)];
  expect(read({ name: 'Suivi', rows })).toEqual([2800, '']);
});

test('a column of operations is what counts', () => {
  const rows = [
    [...HEADINGS, 'Opération'],
    ...ENGAGED.map((row) => [...row, 'Engagement']),
    ['Retraits'],
    ...withdrawn(500).map((row) => [...row, 'Engagement']),
  ];
  expect(read({ name: 'Suivi', rows })[0]).toBe(3500);
});

const PAID = ['N° EJ', 'Date', 'Montant'];
const paidOn = (day: number): Rows => [['1400000001', day, 300]];

test.each([
  ['Paiements 2024', 45_275, 'LEC-05'],
  ['Paiements 2024', 45_300, ''],
  ['Paiements 2023', 45_275, ''],
  ['Paiements', 45_275, ''],
])('a sheet « %s » with a payment of day %d: %s', (name, day, found) => {
  const rows = [PAID, ...paidOn(day)];
  expect(read({ name: 'Suivi', rows: [HEADINGS, ...ENGAGED] }, { name, rows })).toEqual([3000, found]);
});

test.each([
  ['Acomptes', 3000, ''],
  ['Paiements', 3000, ''],
  ['CP à payer', 3000, 'LEC-05'],
  ['Impayés', 3000, 'LEC-05'],
  ['Services faits', 3000, 'LEC-01'],
  ['Intérêts moratoires', 3000, 'LEC-01'],
])('below the ledger, « %s » over « N° EJ | Date | Montant »: %d of AE, %s', (title, ae, found) => {
  const rows = [HEADINGS, ...ENGAGED, [], [title], PAID, ...paidOn(45_275)];
  expect(read({ name: 'Suivi', rows })).toEqual([ae, found]);
});

test.each([
  ['AE T1', 'AE T2', ''],
  ['AE – T3', 'AE – T2', ''],
  ['T4', 'Dépenses T2', ''],
  ['Suivi', 'AE T2', 'LEC-05'],
  ['AE T1', 'Titre 2', 'LEC-05'],
])('sheets « %s » and « %s »: %s', (first, second, found) => {
  const others = [HEADINGS, ...withdrawn(500)];
  expect(read({ name: first, rows: [HEADINGS, ...ENGAGED] }, { name: second, rows: others })).toEqual([3500, found]);
});

/** Two tables of one amount, one under the other, with the same headings: the AE and the CP that count. */
function stacked(first: string, second: string): readonly [ae: number, cp: number] {
  const headings = ['Date', 'N° EJ', 'Titulaire', 'Axe ministériel 2', 'Montant'];
  const rows: Rows = [
    ...(first === '' ? [] : [[first]]),
    headings,
    [45_000, '1400000001', 'Octo', 'PDE', 1000],
    [45_001, '1400000002', 'Wave', 'PDE', 2000],
    [],
    ...(second === '' ? [] : [[second]]),
    headings,
    [45_050, '1400000001', 'Octo', 'PDE', 300],
    [45_060, '1400000002', 'Wave', 'PDE', 400],
  ];
  const opened = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const sumOf = (nature: 'ae' | 'cp'): number =>
    opened.value.ledger.rows.reduce((sum, { [nature]: one }) => sum + (one.kind === 'amount' ? one.cents / 100 : 0), 0);
  return [sumOf('ae'), sumOf('cp')];
}

test.each([
  ['ENGAGEMENTS', 'PAIEMENTS', 3000, 700],
  ['AE', 'CP', 3000, 700],
  ['Engagements 2023', 'Paiements 2023', 3000, 700],
  ['', 'Paiements', 3000, 700],
  ['PAIEMENTS', 'ENGAGEMENTS', 700, 3000],
  ['Engagements de mars', 'Engagements d’avril', 3700, 0],
  ['Lot 1', 'Lot 2', 3700, 0],
  ['ENGAGEMENTS', 'Avenants', 3700, 0],
  ['ENGAGEMENTS', '', 3700, 0],
])('« Montant » under « %s », then under « %s »: %d of AE, %d of CP', (first, second, ae, cp) => {
  expect(stacked(first, second)).toEqual([ae, cp]);
});
