/** Words by which an operation is not taken up or never took place, or lowers: the row counts, and is reported. */
import type { CellValue } from '../../../../../src/workbook/cells';
import { doubtsAmount } from '../../../../../src/workbook/ledger/rows/marks/amount-remarks';
import { effectOfHeading } from '../../../../../src/workbook/ledger/rows/marks/effect-headings';
import { isOptional, labelTakesRowOut, takesRowOut } from '../../../../../src/workbook/ledger/rows/marks/remarks';
import { doubtsRow } from '../../../../../src/workbook/ledger/rows/marks/row-doubts';
import { loweringInBudget, loweringOfLabel } from '../../../../../src/workbook/ledger/rows/operation-words';
import { statusOfWords } from '../../../../../src/workbook/ledger/rows/status-words';
import { marksIn } from '../../../../support/ledgers/marks-under';

test.each([
  ...[
    'Tranche non affermie',
    'TO1 non affermie',
    'Tranche à affermir',
    'Non affermissement TO1',
    'Pas encore affermie',
  ],
  ...['N’a pas eu lieu', 'Formation n’ayant pas eu lieu', 'Ne se fera pas', 'Ne sera pas réalisé', 'Jamais exécuté'],
  ...['Mission non effectuée', 'Prestation non réalisée', 'Clôturé sans exécution', 'Pas exécuté', 'Tombé à l’eau'],
  ...['Prescrit', 'EJ prescrit', 'Périmé', 'Désistement du titulaire', 'Fournisseur en liquidation', 'Renonciation'],
  ...['EJ créé à tort', 'Ligne créée par erreur', 'Test', 'Exemple', 'Engagement conditionnel', 'Prestation annulée'],
])('the remark « %s » may take its row out', (remark) => {
  expect(takesRowOut(remark)).toBe(true);
});

test.each([
  ...['TO1 affermie', 'Tranche optionnelle affermie le 12/03', 'Affermissement TO1', 'Tranche ferme', 'Option n° 2'],
  ...[
    'Mission effectuée',
    'Prestation réalisée',
    'Pas encore réalisé',
    'Non livré',
    'Pas de facture',
    'Sans incidence',
  ],
  ...['Prescrit par la DGE', 'Test OK', 'Tests utilisateurs', 'Exemple de rapport joint', 'Liquidation de la facture'],
  ...['Non soumis à TVA', 'Prix ferme et définitif', 'Réunion reportée', 'Sera livré en mai', 'Ne pas relancer'],
])('the remark « %s » does not', (remark) => {
  expect(takesRowOut(remark)).toBe(false);
});

test.each([
  ['Prestation 2 – annulée et remplacée par EJ 1405510005', true],
  ['Annulé et remplacé par EJ 1405510005', true],
  ['EJ annulé et remplacé par 1405510009', true],
  ['Prestation : annulée puis remplacée', true],
  ['Annule et remplace EJ 1405510005', false],
  ['Annule et remplace l’EJ 1405510005', false],
])('« %s » is on the row that another one replaces: %s', (text, isReplaced) => {
  expect([labelTakesRowOut(text, true), takesRowOut(text)]).toEqual([isReplaced, isReplaced]);
});

test('labels and operations that are not taken up', () => {
  expect(labelTakesRowOut('Hébergement (tranche non affermie)', true)).toBe(true);
  expect(labelTakesRowOut('Formation (n’a pas eu lieu)', true)).toBe(true);
  expect(labelTakesRowOut('Exemple de saisie', true)).toBe(true);
  expect(takesRowOut('Ligne d’exemple de saisie')).toBe(true);
  expect(labelTakesRowOut('Exemple de convention type', true)).toBe(false);
  expect(labelTakesRowOut('Hébergement (tranche ferme)', true)).toBe(false);
  expect(isOptional('Engagement conditionnel')).toBe(true);
  expect(isOptional('Tranche optionnelle')).toBe(false);
});

test.each(['Affermie', 'Affermissement', 'Tranche affermie', 'Engagement ferme'])('« %s » heads an act', (heading) => {
  expect(effectOfHeading(heading)?.by).toBe('acted');
});

test.each([
  ['Tranche affermie', 'firm', true],
  ['Non affermie', 'project', true],
  ['À affermir', 'project', true],
  ['Définitif', 'firm', true],
  ['Engagement définitif', 'firm', true],
  ['Révisable', 'firm', false],
])('the status « %s » is %s, known: %s', (text, status, isKnown) => {
  expect(statusOfWords(text)).toEqual({ status, isKnown });
});

test.each([
  ...['Diminution', 'Avenant de diminution', 'Avenant n° 2 en moins', 'Réduction du bon de commande', 'Moins-value'],
  ...[
    'Ajustement à la baisse',
    'Restitution AE',
    'Libération AE',
    'AE rendues',
    'Reprise AE',
    'Retour AE',
    'Baisse EJ',
  ],
  ...['Solde EJ non consommé', 'Clôture EJ', 'Abandon tranche 2', 'Suppression lot 3', 'Minoration', 'Avenant -'],
  ...['Rétablissement de crédits', 'Remboursement fournisseur', 'Régularisation négative', 'Déduction avance'],
  ...['Résorption de l’avance', 'Précompte avance', 'Remb. avance', 'Imputation de l’avance', 'Retour de virement'],
  ...['Titre de perception n° 12', 'Ordre de reversement', 'Pénalités de retard', 'Résiliation marché'],
])('« %s » may lower the amounts of its row, typed with a plus', (words) => {
  expect(loweringInBudget(words)?.certainty).toBe('possible');
  expect(loweringOfLabel(words)).not.toBeNull();
});

test.each([
  ...['Restitution de l’étude', 'Restitution', 'Remboursement de frais de mission', 'Reprise de données'],
  ...['Retour d’expérience', 'Retour fournisseur', 'Clôture du projet', 'EJ clôturé', 'Économie circulaire'],
  ...['Suppression de comptes', 'Diminution des délais', 'Libération des données', 'Pénalité abandonnée'],
  ...['Avenant n° 2', 'Avenant de prolongation', 'Solde EJ', 'Régularisation', 'Complément EJ', 'Moteur de rendu'],
  ...['Facture 3, résorption de l’avance', 'Imputation EJ', 'Apurement des comptes', 'Amortissement du matériel'],
  ...['Annulation de la pénalité', 'Tranche optionnelle 2', 'Non-recours', 'Abonnement annuel'],
])('« %s » is of something else', (words) => {
  expect(loweringInBudget(words)).toBeNull();
});

test.each([
  ...['EJ à cheval 2023-2024', '50 % SF', 'avenant +5 000 € non saisi', 'Attention montant mensuel', 'Prix unitaire'],
  ...['À rembourser', 'Avoir de 100 € à venir', 'Retrait non comptabilisé'],
])('« %s » casts doubt on the amount', (remark) => {
  expect(doubtsAmount(remark)).toBe(true);
});

test.each([
  ...['20 % TVA', '100 % PDE', '30 % TTC', 'Loyer mensuel', 'Forfait mensuel', 'Montant annuel', 'Avenant n° 2 saisi'],
  ...['Remboursement agent', 'Remboursé à l’agent', 'Avoir reçu', 'Prix ferme'],
])('« %s » does not', (remark) => {
  expect(doubtsAmount(remark)).toBe(false);
});

test.each([
  ['Ne passera pas par la convention', true],
  ['Ne sera pas imputé sur la convention', true],
  ['Sous réserve', true],
  ['Sous réserve de validation', true],
  ['Projet arrêté', true],
  ['Sous réserve de service fait', false],
  ['Arrêté du 3 mars 2023', false],
])('« %s » leaves a doubt on its row: %s', (remark, isDoubt) => {
  expect(doubtsRow(remark)).toBe(isDoubt);
});

/** The number of marks that a remark leaves on the row of an EJ with this operation, these AE and CP. */
function marksOf(remark: string, operation: string, ae: CellValue, cp: CellValue): number {
  const headings = ['Axe ministériel 2', 'N° EJ', 'Opération', 'Date d’engagement', 'AE', 'CP', 'Observations'];
  const before = ['PDE', 1405700001, 'Engagement', 45_000, 40_000, 2000, null];
  const row = ['PDE', 1405700001, operation, 45_010, ae, cp, remark];
  return marksIn({ name: 'Suivi', rows: [headings, before, row] }).filter(({ row: at }) => at === 3).length;
}

test.each`
  remark                              | operation       | ae             | cp         | marks
  ${'2 jours non réalisés'}           | ${'Avoir'}      | ${null}        | ${-1000}   | ${0}
  ${'2 jours non réalisés'}           | ${'Avoir'}      | ${null}        | ${'1 000'} | ${0}
  ${'Prestation non réalisée'}        | ${''}           | ${-500}        | ${null}    | ${0}
  ${'Prestation non réalisée'}        | ${''}           | ${'−500,00 €'} | ${null}    | ${0}
  ${'Prestation non réalisée'}        | ${'Retrait'}    | ${'−500,00'}   | ${0}       | ${0}
  ${'Prestation non réalisée'}        | ${'Retrait'}    | ${500}         | ${null}    | ${0}
  ${'Remplacé par l’EJ 1405700009'}   | ${'Retrait'}    | ${'40 000'}    | ${null}    | ${0}
  ${'Remplacé par l’EJ 1405700009'}   | ${''}           | ${-40_000}     | ${null}    | ${0}
  ${'Prestation non réalisée'}        | ${'Engagement'} | ${500}         | ${null}    | ${1}
  ${'Prestation non réalisée'}        | ${'Engagement'} | ${'500,00'}    | ${null}    | ${1}
  ${'Prestation non réalisée'}        | ${'Engagement'} | ${500}         | ${-200}    | ${1}
  ${'Prestation non réalisée'}        | ${'Retrait'}    | ${500}         | ${200}     | ${1}
  ${'Non réalisé'}                    | ${''}           | ${-500}        | ${null}    | ${1}
  ${'Annulé'}                         | ${''}           | ${-500}        | ${null}    | ${1}
  ${'À imputer sur le programme 134'} | ${'Retrait'}    | ${500}         | ${null}    | ${1}
`(
  '« $remark » on « $operation », $ae of AE and $cp of CP: $marks mark',
  ({
    remark,
    operation,
    ae,
    cp,
    marks,
  }: Record<'remark' | 'operation', string> & Record<'ae' | 'cp', CellValue> & { marks: number }) => {
    expect(marksOf(remark, operation, ae, cp)).toBe(marks);
  },
);
