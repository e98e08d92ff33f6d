/** The names of the fields of a ledger, as our tables hold them. */
import type { LedgerField } from '../domain/envelopes/ledger';
import type { ColumnField } from './ledger/column-field';

/** The name of each field of a ledger in `ENV_Colonnes` and `ENV_Imputations`. */
export const FIELD_NAMES: Readonly<Record<LedgerField, string>> = {
  programme: 'Programme',
  functionalDomain: 'Domaine fonctionnel',
  financialCentre: 'Centre financier',
  activity: 'Activité',
  costCentre: 'Centre de coûts',
  ministerialAxis1: 'Axe ministériel 1',
  ministerialAxis2: 'Axe ministériel 2',
  operation: 'Opération',
  status: 'État',
  budgetLine: 'Poste de dépense',
  ejNumber: 'N° EJ',
  ejLine: 'Poste EJ',
  dpNumber: 'N° DP',
  dpLine: 'Poste DP',
  supplier: 'Titulaire',
  label: 'Objet',
  commitmentDate: "Date d'engagement",
  serviceDate: 'Date de service fait',
  receiptDate: 'Date de réception de la facture',
  paymentDate: 'Date de paiement',
  contractEnd: 'Fin du marché',
  ae: 'Montant AE',
  cp: 'Montant CP',
};

/** The name of each field of a column in `ENV_Colonnes`. */
export const COLUMN_FIELD_NAMES: Readonly<Record<ColumnField, string>> = {
  ...FIELD_NAMES,
  amount: 'Montant (AE ou CP)',
  date: 'Date (EJ ou DP)',
  nature: 'Nature (AE ou CP)',
  creditYear: 'Exercice',
  conventionName: 'Convention',
};
