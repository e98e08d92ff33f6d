/** Words that leave a doubt about a whole row: it counts as it is typed, and is reported. */
import { controlledAt } from '../../../../../src/application/control';
import { openDossier } from '../../../../../src/application/open-dossier';
import { isoDate } from '../../../../../src/domain/calendar/civil-date';
import { describeFinding } from '../../../../../src/messages/describe-finding';
import type { CellValue } from '../../../../../src/workbook/cells';
import { doubtsRow, labelDoubtsRow, wordsDoubtRow } from '../../../../../src/workbook/ledger/rows/marks/row-doubts';
import { convention2023 } from '../../../../support/conventions';
import { workbookOf } from '../../../../support/ledgers/workbook-of';

test.each([
  ...['?', 'PDE ou SF ?', 'Enveloppe ?', 'Qui a saisi cette ligne ?', 'Reçu le 3 mars : même EJ ?'],
  ...[
    'À vérifier',
    'À revoir avec la DGE',
    'Ligne à revoir',
    'Imputation à corriger',
    'Date d’EJ à vérifier',
    'Axe erroné',
  ],
  ...[
    'Pas validé par la DGE',
    'Pas encore validée',
    'Non conforme',
    'Non éligible',
    'Inéligible',
    'Pas d’accord de la DGE',
  ],
  ...['Accord non obtenu', 'Sans accord', 'Ne correspond pas à la convention', 'Hors objet de la convention'],
  ...['Commande non envoyée au fournisseur', 'Commande restée sans suite', 'N’a pas abouti', 'Jamais livré'],
  ...['Commande jamais arrivée', 'Commande non partie', 'Le marché n’a pas abouti'],
  ...['Commande jamais partie', 'BC pas encore envoyé', 'KO', 'Incertain', 'Pas sûr', 'Montant AMOA : hypothétique'],
  ...['EJ inconnu dans Chorus', 'N’existe pas dans Chorus', 'Pas dans Chorus', 'Non trouvé dans Chorus', 'Introuvable'],
  ...[
    'Suspendu',
    'EJ bloqué',
    'Gelé depuis mars',
    'Ajourné',
    'En suspens',
    'En stand-by',
    'Différée',
    'Marché résilié',
  ],
  ...[
    'SF plutôt',
    'Plutôt sur SF',
    'À passer sur SF',
    'Devrait être sur SF',
    'En fait c’est SF',
    'Sur une autre enveloppe',
  ],
  ...['À décaler en 2024', 'Décalé en 2024', 'Bascule 2024', 'À passer en N+1', 'Glissement sur 2024'],
  ...[
    'Pris en charge par la DGE',
    'Cofinancé par la région',
    'À la charge du SG',
    'Sur crédits propres',
    'Payé sur BOP 218',
  ],
  ...['Financé par le plan de relance', 'Dépense portée par la DGE', 'Imputé sur le programme 218'],
  ...['Idem ligne 2', 'Même EJ que ligne 4', 'Regroupé avec la ligne 5', 'Intégré dans EJ 1400000003'],
  ...['EJ à clôturer', 'Attention double paiement possible', 'NE PAS PAYER', 'Ligne en trop', 'voir si SF ou PDE'],
])('« %s » leaves a doubt', (remark) => {
  expect(doubtsRow(remark)).toBe(true);
});

test.each([
  ...['Validé par la DGE', 'Conforme au devis', 'Accord de la DGE', 'Contrôlé dans Chorus', 'EJ saisi dans Chorus'],
  ...[
    'Facture à valider',
    'RIB à vérifier',
    'Livraison à confirmer',
    'Facture non conforme',
    'Non livré',
    'Pas de facture',
  ],
  ...[
    'Livraison différée au 12 mai',
    'Différé de paiement 30 jours',
    'Arrêté du 3 mars 2023',
    'Réunion décalée en mai',
  ],
  ...['Suite du marché 2022', 'Facture non envoyée', 'Relance sans suite', 'Non transmis', 'Devis jamais reçu'],
  ...['Bloqué puis débloqué par le CBR', 'À vérifier : vérifié le 3 mars', 'Suspension levée'],
  ...['À la charge du titulaire', 'Financé par la convention', 'Sur crédits délégués', 'Projet porté par la DGE'],
  ...[
    'Payé par virement',
    'Programme 134',
    'Budget 2023',
    'Changement de RIB',
    'À passer sur Chorus',
    'À mettre en paiement',
  ],
  ...['Prise en charge par l’agent comptable', 'prise en charge par le comptable', 'Pris en charge par le CSP'],
  ...['Même fournisseur que l’an dernier', 'Commande groupée', 'Idem mois dernier', 'https://intranet/page?', ''],
])('« %s » leaves none', (remark) => {
  expect(doubtsRow(remark)).toBe(false);
});

test.each<readonly [string, boolean]>([
  ['Maintenance (à vérifier)', true],
  ['Serveurs - suspendu', true],
  ['Étude, à décaler en 2024', true],
  ['Suspendu', false],
  ['Étude : quelle stratégie ?', false],
  ['Audit, idem ligne 2', false],
])('the label « %s »: %s', (label, isDoubt) => {
  expect(labelDoubtsRow(label)).toBe(isDoubt);
});

test.each<readonly [string, boolean]>([
  ['Ajourné', true],
  ['À revoir', true],
  ['Non éligible', true],
  ['Non conforme', false],
  ['DGE ?', false],
  ['KO', true],
  ['Incertaine', true],
  ['Sûr', false],
  ['Sur crédits propres', false],
  ['Bureau gelé par le froid', false],
  [`Ajourné ${'le 3 mars '.repeat(10)}`, false],
])('« %s » under another heading: %s', (words, isDoubt) => {
  expect(wordsDoubtRow(words)).toBe(isDoubt);
});

test('a long remark is read to its 500th character, and ends', () => {
  expect(doubtsRow(`À vérifier ; ${'a passer sur '.repeat(5000)}`)).toBe(true);
  expect(doubtsRow(`${'vu le 3 mars ; '.repeat(60)} à vérifier`)).toBe(false);
});

/** The AE of a ledger with this further column, in euros, and its LEC-05 sentences. */
function read(heading: string, values: readonly CellValue[]): readonly unknown[] {
  const rows = [
    ['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Montant AE', heading],
    ['PDE', '1400000001', 45_000, 1000, values[0] ?? null],
    ['PDE', '1400000002', 45_001, 2000, values[1] ?? null],
    ['PDE', '1400000003', 45_002, 4000, values[2] ?? null],
  ];
  const opened = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { dossier, report } = controlledAt(opened.value, isoDate('2023-12-31'));
  const ae = dossier.ledger.rows.reduce((sum, row) => sum + (row.ae.kind === 'amount' ? row.ae.cents / 100 : 0), 0);
  const found = report.findings.filter(({ rule }) => rule === 'LEC-05');
  return [ae, ...found.map((one) => describeFinding(one, dossier.convention, 'fr').message.replaceAll(/\s/g, ' '))];
}

test.each<readonly [string, readonly CellValue[], string]>([
  ['Observations', [null, 'PDE ou SF ?', 'Relance'], 'laisse un doute sur la ligne'],
  ['Commission', ['Favorable', 'Ajourné', 'Favorable'], 'laisse un doute sur la ligne'],
  ['Objet', ['Étude', 'Serveurs (à vérifier)', 'Salon'], 'laisse un doute sur la ligne'],
  ['Observations', [null, 'Montant TTC ou HT ?', 'Relance'], 'met en doute le montant de la ligne'],
  ['Observations', [null, 'Suspendu : doublon', 'Relance'], 'met peut-être la ligne à part'],
])('under « %s », %j: the row counts, and is reported', (heading, values, found) => {
  const [ae, ...findings] = read(heading, values);
  expect(ae).toBe(7000);
  expect(findings).toEqual([expect.stringContaining(`Colonne « ${heading} » : « ${String(values[1])} » ${found}`)]);
});
