/**
 * Headings near those of a field, over values that are none: the state of another piece, dates under « Fin », « Oui »
 * under « Facture reçue », a month typed 2023-03. Nothing is read there, and no cell is a fault.
 */
import type { CellValue } from '../../../../src/workbook/cells';
import { readAs, readingOf, sheetOf, type Column } from '../../../support/ledgers/sheet-of-columns';

const COLUMNS: readonly Column[] = [
  ['Enveloppe', ['PDE', 'PDE', 'SF', 'SF']],
  ['N° EJ', ['1405512301', '1405512302', '1405512303', '1405512304']],
  ['Date EJ', [45000, 45010, 45020, 45030]],
  ['Montant AE', [1000, 2000, 3000, 4000]],
  ['Date SF', [45060, 45070, 45080, 45090]],
  ['Montant CP', [1000, 2000, 3000, 4000]],
  ['Date de paiement', [45080, 45090, 45100, 45110]],
];
const { rules: ORDINARY } = readingOf(sheetOf(COLUMNS));
const FIGURES = { ae: [3000, 7000], cp: [3000, 7000] };

function withColumn(heading: string, cells: readonly CellValue[]) {
  const { rules, ...figures } = readingOf(sheetOf([...COLUMNS, [heading, cells]]));
  const added = rules.filter((rule) => !rule.startsWith('DON-08') && !ORDINARY.includes(rule));
  return { figures, added: [...new Set(added)] };
}

test.each([
  ['Statut SF', 'En attente'],
  ['Statut avenant', 'En projet'],
  ['Prochaine étape', 'À venir'],
  ['Étape suivante', 'En attente'],
  ['État livraison', 'Prévu'],
  ['État du livrable', 'En attente'],
  ['Visa', 'En attente'],
  ['Validation', 'À venir'],
  ['Signature', 'Prévu'],
  ['Notification', 'En attente'],
])('the state under « %s » is that of something else: « %s » leaves the EJ in the figures', (heading, words) => {
  const { figures } = withColumn(heading, ['Fait', words, 'Fait', words]);
  expect(figures).toEqual(FIGURES);
});

test.each(['Attesté', 'Prépayé', 'Préfinancé', 'Préliquidé', 'Précisé', 'Simplifié', 'Estampillé', 'Instruit'])(
  '« %s », near a word that awaits, moves no amount, and is reported',
  (word) => {
    const { figures, added } = withColumn('Statut', ['Notifié', word, 'Notifié', word]);
    expect({ figures, added }).toEqual({ figures: FIGURES, added: ['LEC-05'] });
  },
);

test.each(['Type', 'Nature', 'Catégorie'])('« EJ simple » under « %s » is no draft', (heading) => {
  expect(withColumn(heading, ['EJ simple', 'EJ complexe', 'EJ simple', 'EJ simple'])).toEqual({
    figures: FIGURES,
    added: [],
  });
});

test.each<readonly [string, readonly CellValue[]]>([
  ['Mois', ['2023-01', '2023-02', '2023-03', '2023-04']],
  ['Période', ['2023-01', '2023-02', '2023-03', '2023-04']],
  ['N° marché', ['2022-01', '2022-02', '2022-03', '2022-04']],
  ['Référence', ['2023-01', '2023-02', '2023-03', '2023-04']],
  ['Fin', [45107, 45291, 45107, 45291]],
  ['Financier', ['Durand', 'Martin', 'Durand', 'Martin']],
  ['Programmé', ['Oui', 'Non', 'Oui', 'Non']],
  ['Cf.', ['mail', 'devis', 'note', 'mail']],
  ['Facture reçue', ['Oui', 'Non', 'Oui', 'Non']],
  ['Facture reçue', ['x', null, '✓', null]],
  ['Facture reçue', [1, 0, 1, 0]],
  ['Facture reçue', ['Chorus Pro', 'Chorus Pro', 'Courriel', 'Courriel']],
  ['Factures reçues', [2, 1, 3, 2]],
  ['Mois de paiement', [3, 4, 5, 6]],
  ['Mois d’engagement', [3, 4, 5, 6]],
  ['Trimestre de paiement', [1, 2, 3, 4]],
  ['Rang du paiement', [1, 2, 1, 2]],
  ['Priorité CP', [1, 2, 1, 2]],
  ['Mensualités payées', [3, 4, 12, 6]],
  ['Heures facturées', [18, 35, 70, 7]],
  ['Km', [120, 350, 85, 40]],
])('no fault under « %s » over %j', (heading, cells) => {
  expect(withColumn(heading, cells)).toEqual({ figures: FIGURES, added: [] });
});

test.each(['Activité', 'Programme', 'Centre financier'])('a code badly typed under « %s » is an error', (heading) => {
  expect(withColumn(heading, ['0103x', '0103x', '0103x', '0103x']).added).toContain('IMP-02');
});

test('amounts under « Mois de mars » are reported', () => {
  expect(withColumn('Mois de mars', [1250.4, 980.15, 2300, 411.2]).added).toContain('LEC-03');
});

test.each([
  ['Type de dépense', 'Poste'],
  ['Nature de dépense', 'Poste'],
])('« %s » gives way to « %s » over the postes of the convention', (other, poste) => {
  const columns: Column[] = [
    ...COLUMNS,
    [other, ['Prestation', 'Hébergement', 'Licence', 'Formation']],
    [poste, ['Prestations', 'Outils de production', 'Prestations', 'Prestations']],
  ];
  expect(readAs('budgetLine', columns)).toEqual([poste, poste]);
});

test.each([
  ['numbers', [75012, 69001, 13002, 1000]],
  ['texts', ['75012', '69001', '13002', '01000']],
] as const)('« CP » beside « Ville » is a post code: %s', (_, cells) => {
  const place: readonly Column[] = [
    ['Adresse', ['1 rue A', '2 rue B', '3 rue C', '4 rue D']],
    ['CP', cells],
    ['Ville', ['Paris', 'Lyon', 'Marseille', 'Bourg']],
  ];
  for (const columns of [
    [...COLUMNS, ...place],
    [...place, ...COLUMNS],
  ]) {
    const { rules, ae, cp } = readingOf(sheetOf(columns));
    expect({ ae, cp, rules: rules.filter((rule) => rule === 'LEC-03') }).toEqual({ ...FIGURES, rules: [] });
  }
});

test('the procedures of purchase under « Type » set no row aside', () => {
  expect(
    withColumn('Type', ['MAPA', 'UGAP', 'Marché', 'Bon de commande']).added.filter((rule) => rule === 'LEC-05'),
  ).toEqual([]);
});

test('a column of errors alone takes the place of no column of postes', () => {
  const error = { error: '#CALC!' };
  const columns: Column[] = [
    ...COLUMNS,
    ['Poste', ['Prestations', 'Licence', 'Hébergement', 'Formation']],
    ['AE cumulées', [error, error, error, error]],
  ];
  expect(readAs('budgetLine', columns)).toEqual(['Poste', 'Poste']);
});

test.each<readonly [string, readonly CellValue[]]>([
  ['Certifié', [40_000, 6000, null, null]],
  ['Service fait', [42_500, 7500, null, null]],
])('round amounts under « %s » are no days of a service, and are reported', (heading, cells) => {
  const columns = COLUMNS.filter(([name]) => name !== 'Date SF');
  const { rules } = readingOf(sheetOf([...columns, [heading, cells]]));
  expect([rules.filter((rule) => /PER-|LEC-03/.test(rule)).map((rule) => rule.slice(0, 6))]).toEqual([['LEC-03']]);
});

test.each<readonly [string, readonly CellValue[]]>([
  ['Coût', [160.55, 4000, null, null]],
  ['Coûts', [null, null, null, 160.55]],
  ['Activité', [160.55, 4000, null, null]],
  ['Programme', [null, 160.55, null, null]],
])('a few amounts with cents under « %s » are no codes, and are reported', (heading, cells) => {
  const { rules } = readingOf(sheetOf([...COLUMNS, [heading, cells]]));
  expect([rules.filter((rule) => /IMP-0[1-58]|LEC-03/.test(rule)).map((rule) => rule.slice(0, 6))]).toEqual([
    ['LEC-03'],
  ]);
});
