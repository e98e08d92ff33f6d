/**
 * The same words as in a remark, as the state of a row (« Statut ») or as the title over its rows: a state that begins
 * as a firm one may leave a doubt (LEC-05), and so may a title; ordinary ones leave none.
 */
import { doubtOfSheet, doubtOfTitle } from '../../../../../src/workbook/ledger/tables/title-words';
import { marksIn } from '../../../../support/ledgers/marks-under';
import { silentAmong, textsIn } from '../../../../support/ledgers/silent-words';

test('a state that leaves another doubt is reported', () => {
  const states = textsIn(`
    Payé deux fois | Payée en double | Facture non reçue | Réellement payé 480 € | Facturé 480 € seulement | Service non
    fait | Non livré | Prestation non réalisée | Paiement bloqué | Pas encore payé | Payé en janvier 2024 | Payé par le
    SG | Payé par l’autre direction | À basculer sur Signaux Faibles | Ne pas comptabiliser | Facture contestée`);
  expect(silentAmong('Statut', states)).toEqual([]);
});

test('ordinary states are not reported', () => {
  const states = textsIn(`
    Notifié | Engagé | EJ validé | EJ soldé | Payé | Payé en totalité | Payé le 3 avril | Facture reçue | Service fait
    constaté | SF validé | Soldé | Commande passée | Facture conforme | Payé par virement | Livré le 12 juin`);
  expect(silentAmong('Statut', states)).toEqual(states);
});

test.each(
  textsIn(`
    Dépenses imputées à tort | À réimputer | Erreurs d’imputation | Autre budget | Payé par le SG | Pris en charge par la
    DINUM | Refacturé à la DITP | Anciennes lignes | Erreurs | Dépenses communes | Dépenses partagées | Charges mutualisées
    avec la DITP | Dépenses cofinancées | À répartir entre PDE et SF | À vérifier | À vérifier avec la DGE | Lignes à
    revoir | EJ à vérifier | Lignes douteuses | Dépenses non justifiées | Remplacés | EJ remplacés | Lignes remplacées |
    EJ obsolètes`),
)('the rows under « %s » are in doubt, as a title or the name of a sheet', (title) => {
  expect([doubtOfTitle(title, null), doubtOfSheet(title, null)]).toEqual(['all', 'all']);
});

test.each(
  textsIn(`
    Suivi des engagements et paiements | Marché AMI DITP | Cofinancement des PME | Engagements hors marché | Montants HT |
    Projets numériques | Tests utilisateurs | Retraits | Bascule 2022 | Prestations en cours | Subventions versées |
    Communes | Communs numériques | Marchés communs | Services partagés | Partage de connaissances | Dépenses financées |
    Dépenses courantes | Vérification des installations | Contrôles techniques | Matériel remplacé | Remplacements |
    Vérifiés | Dépenses justifiées | Services faits | Factures reçues | Livrés | Crédits d’intervention | Gestion de
    projet | Répartition | À Paris`),
)('« %s » leaves its rows in no doubt', (title) => {
  expect([doubtOfTitle(title, null), doubtOfSheet(title, null)]).toEqual([null, null]);
});

test.each(
  textsIn(`
    Factures non reçues | Factures non parvenues | Factures manquantes | FNP | Services non faits | Commandes non livrées`),
)('the payments under « %s » are in doubt', (title) => {
  expect([doubtOfTitle(title, null), doubtOfSheet(title, null)]).toEqual(['payments', 'payments']);
});

test.each`
  title                          | day       | isReported | why
  ${'Crédits 2024'}              | ${45_000} | ${true}    | ${'committed in 2023, on other credits'}
  ${'Dépenses sur crédits 2022'} | ${45_000} | ${true}    | ${'committed in 2023, on other credits'}
  ${'Budget 2024'}               | ${null}   | ${true}    | ${'no day decides'}
  ${'Crédits 2024'}              | ${45_400} | ${false}   | ${'committed in 2024: PER-03 judges it'}
  ${'Crédits 2023'}              | ${45_000} | ${false}   | ${'the credits of the ledger'}
  ${'Budget participatif'}       | ${45_000} | ${false}   | ${'what is bought'}
`('« $title » over a row committed on $day: $why', ({ title, day, isReported }) => {
  const headings = ['Axe ministériel 2', 'N° EJ', 'Objet', 'Date d’engagement', 'Montant AE'];
  const rows = [
    headings,
    ['PDE', '1400000001', 'Étude', 45_000, 100],
    [title as string],
    ['PDE', '1400000002', 'Audit', day as number | null, 200],
  ];
  expect(marksIn({ name: 'Suivi', rows }).map(({ row }) => row)).toEqual(isReported ? [4] : []);
});
