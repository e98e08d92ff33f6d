/** Remarks on the amount of a row: it counts as it is typed, and is reported. */
import { controlledAt } from '../../../../../src/application/control';
import { openDossier } from '../../../../../src/application/open-dossier';
import { isoDate } from '../../../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../../../src/workbook/cells';
import { doubtsAmount } from '../../../../../src/workbook/ledger/rows/marks/amount-remarks';
import { convention2023 } from '../../../../support/conventions';
import { workbookOf } from '../../../../support/ledgers/workbook-of';

test.each([
  ...['Montant à diviser par deux, autre moitié DITP', 'Moitié DITP', 'La moitié est pour la DITP', 'À proratiser'],
  ...['Seule la moitié est à notre charge', 'La DITP rembourse 50 %', 'Financé à 50 % par le FTAP', 'DITP : 3 000 €'],
  ...[
    'dont 2 000 € DITP',
    'Part DITP : 50 %',
    'À refacturer à la DITP',
    'À reverser au Trésor',
    'Charge partagée DGE/DITP',
  ],
  ...['Clé de répartition 60/40', 'hors remise de 5 %', 'Remise de 10 % non appliquée', 'moins 500 € de pénalités'],
  ...[
    'Montant HT',
    'HT',
    'H.T.',
    'AE saisi en HT',
    'Hors TVA',
    'hors taxes',
    'TVA à ajouter',
    'TVA en sus',
    'TVA non comprise',
  ],
  ...[
    'Montant en k€',
    "Montants exprimés en milliers d'euros",
    'Devise : USD',
    'Montant en dollars',
    'en francs suisses',
  ],
  ...[
    'Montant à confirmer',
    'AE reste à confirmer',
    'Montant estimé',
    'Montant provisoire',
    'Montant erroné',
    'Prix indicatif',
  ],
  ...[
    'Erreur de montant',
    'Erreur sur le montant',
    'Montant réel : 1 500 €',
    'Montant exact 1500,50',
    'En fait 1 500 €',
  ],
  ...[
    'Moitié sur SF',
    '50 % sur SF',
    '40 % à la charge de la DGE',
    'PDE 60 % / SF 40 %',
    'À partager avec la DGE',
    'Partagé avec la DGE',
  ],
  ...[
    'Dont 500 € sur SF',
    'Marché, dont 1 200,50 € annulés',
    'dont 300 hors convention',
    'Tiers pris en charge par la DGFiP',
  ],
  ...[
    'AE à réduire',
    'EJ à diminuer de 500 €',
    'Réduit à 1 500 €',
    'Ramenée à 1500',
    'Trop engagé',
    'Trop-payé',
    'Sur-engagé',
  ],
  ...[
    'Retrait de 500 € à saisir',
    'Complément de 1 200,50 € à engager',
    'Vu le 3 mars ; montant à revoir',
    'Reste 300 € à désengager',
    'Solde de 500 € restitué',
    'EJ soldé, 5 000 € non consommés rendus',
    'Reste 5 000 € d’AE non utilisés à libérer',
    'Dont 500 € ont été dégagés',
    'Le solde est rendu à la DGEFP',
    'EJ clos, reliquat restitué',
    'Crédits non consommés rendus',
    'Le reste a été désengagé',
    'Solde de l’EJ à annuler',
    'Non consommé reversé',
    'Remise de 10 % à appliquer',
  ],
  ...['Montant à ventiler entre 2 conventions'],
  ...['AE 2023 : 800 ; AE 2024 : 1200', '800 € en 2023, 1 200 € en 2024', 'À cheval sur 2023 et 2024'],
  ...['Montant TTC ou HT ?', 'HT ou TTC ?', 'Montant ?', 'Quel montant ?', 'Montant maximum', 'Prix plafond'],
  ...['Quotité 80 %', 'Quote-part : 50 %', 'Prix à négocier', 'Hors frais de port', 'Hors options'],
  ...['50/50 avec la DITP', '50-50 avec la DGE', 'Moitié-moitié avec la DITP'],
  ...['Montant pour 2 ans', 'Montant total sur trois exercices', 'AE pour 24 mois', 'Montant pluriannuel'],
  ...['dont 50 % en 2024', 'EJ notifié ; dont 12 000 € en 2024', 'Dont la moitié au titre de l’exercice 2024'],
])('« %s » casts doubt on the amount', (remark) => {
  expect(doubtsAmount(remark)).toBe(true);
});

test.each([
  ...['TTC', 'Montant TTC', 'Montant en euros', 'Montant en €', 'TVA 20 %', 'TVA non applicable', 'Dont TVA 333 €'],
  ...[
    'Montant maximum 90 000 € HT',
    'Seuil 40 000 € HT',
    'Montant définitif',
    'Montant conforme au devis',
    'Prix révisables',
  ],
  ...[
    'Avance 20 %',
    'Acompte 30 %, solde 70 %',
    '30 % à la commande, 70 % à la livraison',
    '30 % sur facture',
    '50 % sur 2 ans',
    'dont 50 % payés en 2024',
    'solde de 50 % en 2024',
    'dont 20 % de TVA',
    'Montant pour 1 an',
    'Montant pour 12 mois',
    'Marché de 2 ans',
    'Montant annuel',
    'Réunion avec la DITP',
  ],
  ...[
    '30 % réalisé',
    'Exécuté à 80 %',
    'Moitié payée',
    'Partie 2 du marché',
    'Répartition des lots',
    'Ventilation faite',
  ],
  ...[
    'Reste 500 € à payer',
    'Reste 5 000 € non consommés',
    'Solde payé en mars',
    'Reste à livrer',
    'Le solde est réglé à la livraison',
    'Rapport final rendu',
    '5 000 € engagés en mars',
    'Dont 500 € de frais de port',
    'Montant facturé 1 980 €',
    'Chiffrage DSI',
    'AE 2023',
    'CP 2024 à prévoir',
  ],
  ...[
    'Trop tard',
    'Engager la relance',
    'Remise des offres le 3 mars',
    'Reste 3 visites à faire',
    'Livres commandés',
    'Réduit le délai',
    'Porté par la DGE',
    'Tiers-lieu',
    '',
  ],
  ...[
    'CP 2023 : 500, CP 2024 : 500',
    '3 000 € en 2023',
    'Facture 2023 : 12, facture 2024 : 15',
    'Montant max du marché',
  ],
  ...['Étude commune avec la DITP', 'Marché DITP', 'Commande divisée en deux lots', 'Paiement en deux fois'],
  ...[
    'Reversé sur le compte du titulaire',
    'Prestation partagée en 3 lots',
    '50 jours de prestation',
    'Refacturation UGAP',
  ],
  ...['TTC', 'Part fixe', 'Facture TTC ?', 'Hors vacances scolaires'],
])('« %s » casts none', (remark) => {
  expect(doubtsAmount(remark)).toBe(false);
});

test('a long remark is read to its 500th character, and ends', () => {
  expect(doubtsAmount(`Montant HT ; ${'montant ae '.repeat(5000)}`)).toBe(true);
  expect(doubtsAmount(`${'vu le 3 mars ; '.repeat(60)} montant HT`)).toBe(false);
});

/** The AE of a ledger with this further column, in euros, and its LEC-05 findings. */
function read(heading: string, values: readonly CellValue[], amount = 'Montant AE'): readonly unknown[] {
  const rows = [
    ['Axe ministériel 2', 'N° EJ', "Date d'engagement", amount, heading],
    ['PDE', '1400000001', 45_000, 1000, values[0] ?? null],
    ['PDE', '1400000002', 45_001, 2000, values[1] ?? null],
    ['PDE', '1400000003', 45_002, 4000, values[2] ?? null],
  ];
  const opened = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { dossier, report } = controlledAt(opened.value, isoDate('2023-12-31'));
  const ae = dossier.ledger.rows.reduce((sum, row) => sum + (row.ae.kind === 'amount' ? row.ae.cents / 100 : 0), 0);
  const found = report.findings.flatMap(({ rule, details }) =>
    rule === 'LEC-05' ? [`${details.about ?? details.field} « ${details.raw} » ×${details.rows}`] : [],
  );
  return [ae, ...found];
}

test.each<readonly [string, readonly CellValue[]]>([
  ['Observations', [null, 'Montant HT', 'Relance']],
  ['Type de prix', ['Forfait', 'HT', 'Forfait']],
  ['Objet', ['Étude', 'Serveurs (50 % sur SF)', 'Salon']],
  ['Quote-part', ['100 %', '50 %', '100 %']],
  ['Part SF (%)', [null, '33,3 %', '0 %']],
  ['Nature', ['Dépense', 'Remboursement', 'Dépense']],
  ['Nature', ['Achat', 'Avoir', 'Achat']],
  ['Nature', ['Dépense', 'Recette', 'Dépense']],
  ['Catégorie', ['Étude', 'Retrait partiel', 'Étude']],
])('under « %s », %j: the amount counts, and is reported', (heading, values) => {
  expect(read(heading, values)).toEqual([7000, `amount « ${String(values[1])} » ×1`]);
});

test.each<readonly [string, readonly CellValue[]]>([
  ['Quotité', [1, 1, 1]],
  ['Quotité', [7, 3.5, 7]],
  ['Taux', [1, 0.2, 1]],
  ['Nature', ['Fonctionnement', 'Transferts', 'Investissement']],
  ['Catégorie', ['Déplacement', 'Remboursement de frais', 'Retraites']],
  ['Volet', ['Étude', 'Recette applicative', 'Étude']],
])('under « %s », %j: no doubt', (heading, values) => {
  expect(read(heading, values)).toEqual([7000]);
});

test('a number under « Quote-part » is a part of the whole', () => {
  expect(read('Quote-part', [1, 0.125, 1])).toEqual([7000, 'amount « 12,5 % » ×1']);
});

test('the unit of the amounts, repeated on each row, is no doubt', () => {
  expect(read('Unité', ['k€', 'k€', 'k€'], 'Montant AE (k€)')).toEqual([7_000_000]);
});
