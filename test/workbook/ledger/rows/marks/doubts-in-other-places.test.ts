/**
 * The same words as in a remark, as the state of a row (« Statut ») or as the title over its rows: a state that begins
 * as a firm one may leave a doubt (LEC-05), and so may a title; ordinary ones leave none.
 */
import { doubtOfSheet, doubtOfTitle } from '../../../../../src/workbook/ledger/tables/title-words';
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
    DINUM | Refacturé à la DITP | Anciennes lignes | Erreurs`),
)('the rows under « %s » are in doubt, as a title or the name of a sheet', (title) => {
  expect([doubtOfTitle(title, null), doubtOfSheet(title, null)]).toEqual(['all', 'all']);
});

test.each(
  textsIn(`
    Suivi des engagements et paiements | Marché AMI DITP | Cofinancement des PME | Engagements hors marché | Montants HT |
    Projets numériques | Tests utilisateurs | Retraits | Bascule 2022 | Prestations en cours | Subventions versées`),
)('« %s » leaves its rows in no doubt', (title) => {
  expect([doubtOfTitle(title, null), doubtOfSheet(title, null)]).toEqual([null, null]);
});
