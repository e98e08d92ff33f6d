/** French words that several families of findings share. */
import type { ImputationField } from '../../domain/imputation/imputation';
import type { Nature } from '../../domain/money/nature';
import { fr } from '../typography';

export const COMMON = {
  quoted: (text: string): string => fr`« ${text} »`,
  or: fr` ou `,
  and: fr` et `,
  isPlural: (count: number): boolean => count >= 2,
  emptyCell: fr`cellule vide`,
  unreadable: ['montant illisible', 'montants illisibles'] as [one: string, many: string],
  atMost: (amount: string): string => fr`${amount} au plus`,
  from: (date: string): string => fr`à partir du ${date}`,
  until: (date: string): string => fr`au plus tard le ${date}`,
  /** The form of an imputation code, for a convention that gives none. */
  forms: {
    programme: fr`3 ou 4 chiffres, comme 0103`,
    functionalDomain: fr`programme-action(-sous-action), comme 0103-01-01`,
    financialCentre: fr`programme-BOP-UO, comme 0103-CEFP-C002`,
    activity: fr`12 caractères commençant par les 4 chiffres du programme`,
    costCentre: fr`10 lettres ou chiffres`,
    ministerialAxis1: fr`2 chiffres, suivis au besoin d'un tiret et d'un libellé`,
    ministerialAxis2: fr`le nom d'une enveloppe`,
    validThen: fr`un code valable à cette date`,
  } satisfies Record<ImputationField | 'validThen', string>,
  ofNature: { AE: fr`d'AE`, CP: fr`de CP` } satisfies Record<Nature, string>,
  separateAliases: fr`Dans la convention, séparez ces noms par « ; ».`,
  /** An operation that has neither EJ nor DP. */
  withoutNumber: {
    AE: fr`engagement sans numéro d'EJ`,
    CP: fr`paiement sans numéro de DP ni d'EJ`,
  } satisfies Record<Nature, string>,
};
