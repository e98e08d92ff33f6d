/** A second row of an EJ by whose words its amount is the new total: it counts, and is reported (LEC-05). */
import { isoDate } from '../../../../../../src/domain/calendar/civil-date';
import { controlledAt } from '../../../../../../src/application/control';
import { openDossier } from '../../../../../../src/application/open-dossier';
import { convention2023 } from '../../../../../support/conventions';
import { workbookOf, type SheetGiven } from '../../../../../support/ledgers/workbook-of';

/** The LEC-05 of a ledger whose third row has this label, on the EJ of the first row or on its own. */
function found(label: string, remark: string | null, ej: string): readonly string[] {
  const rows = [
    ['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Objet', 'Montant AE', 'Observations'],
    ['PDE', '1400000001', 45_001, 'Maintenance', 10_000, null],
    ['PDE', '1400000002', 45_002, 'Étude', 6_000, 'RAS'],
    ['PDE', ej, 45_090, label, 12_000, remark],
  ];
  return doubtsIn(rows);
}

function doubtsIn(rows: SheetGiven['rows']): readonly string[] {
  const opened = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { report } = controlledAt(opened.value, isoDate('2023-12-31'));
  return report.findings.flatMap(({ rule, details }) =>
    rule === 'LEC-05' ? [`${details.about ?? ''} ${details.raw}`] : [],
  );
}

const WORDS = [
  ...['Avenant 1 portant le montant à 12 000 €', 'Nouveau montant', 'Montant révisé', 'Montant après avenant'],
  ...['EJ porté à 12 000 €', 'Total après avenant', 'Avenant 1 inclus', 'Remplace la ligne précédente', 'Mise à jour'],
  ...['Total engagé', 'Total EJ', 'Montant total', 'Montant total de l’EJ', 'Engagement total', 'Total de la commande'],
  ...['Cumul', 'Cumul EJ', 'Total cumulé', 'Montant initial + avenant', 'Engagement initial et avenant 1'],
  ...['Engagement rectificatif', 'Correction du montant', 'EJ rectifié', 'Correctif', 'Correction d’erreur'],
];

test.each([...WORDS, 'Annule et remplace'])('the remark « %s » on an EJ that is above', (remark) => {
  expect(found('Maintenance', remark, '1400000001')).toEqual([`amount ${remark}`]);
});

test.each(WORDS)('the label « %s » on an EJ that is above, and on one of its own', (label) => {
  expect(found(label, null, '1400000001')).toEqual([`amount ${label}`]);
  expect(found(label, null, '1400000003')).toEqual([]);
});

test.each([
  'Avenant 1 : porte le montant du marché à 12 000 €',
  'Le montant passe de 10 000 € à 12 000 €',
  'Version 2',
])('the remark « %s » gives the new total', (remark) => {
  expect(found('Maintenance', remark, '1400000001')).toEqual([`amount ${remark}`]);
});

test.each(['Marché v2 (après négociation)', 'Version 2', 'V2 du marché'])('« %s » is a version of the EJ', (label) => {
  expect(found(label, null, '1400000001')).toEqual([`amount ${label}`]);
  expect(found(label, null, '1400000003')).toEqual([]);
});

test.each([
  ...['Marché de licences version 2 du logiciel', 'Portail v2', 'Lot 2', 'Étude version longue'],
  ...['Correction de textes', 'Travaux correctifs', 'Maintenance corrective', 'Total', 'Rénovation totale', 'Cumulus'],
  ...['Total des licences', 'Montant total des licences', 'Montant initial', 'Engagement complémentaire'],
])('« %s » is what is bought', (label) => {
  expect(found(label, 'version 2 du logiciel', '1400000001')).toEqual([]);
});

test('words that give the sum of both rows are those of an addition', () => {
  expect(found('Maintenance', 'Avenant portant le montant à 22 000 €', '1400000001')).toEqual([]);
  expect(found('Maintenance', 'Porte le montant du marché à 22 k€', '1400000001')).toEqual([]);
});

test.each<readonly [string, readonly (string | number)[], readonly string[]]>([
  ['Version', [1, 2], ['amount 2']],
  ['N° de version', ['v1', 'v2'], ['amount v2']],
  ['Version', [1, 1], []],
  ['Logiciel', [1, 2], []],
])('under « %s », %j on one EJ', (heading, [first = '', second = ''], expected) => {
  const rows = [
    ['Axe ministériel 2', 'N° EJ', heading, "Date d'engagement", 'Objet', 'Montant AE'],
    ['PDE', '1400000001', first, 45_001, 'Marché', 10_000],
    ['PDE', '1400000002', first, 45_002, 'Étude', 6_000],
    ['PDE', '1400000001', second, 45_090, 'Marché', 12_000],
  ];
  expect(doubtsIn(rows)).toEqual(expected);
});

test.each(['Avenant n° 1', 'Complément', 'Tranche optionnelle 1 affermie', 'Reconduction', 'Bon de commande n° 2'])(
  'the label « %s » adds an amount',
  (label) => {
    expect(found(label, null, '1400000001')).toEqual([]);
  },
);
