/** French words of the notices. They are signed and sent: each sentence is complete, with its article and its figures. */
import type { Nature } from '../../domain/money/nature';
import type { NoticeKind } from '../../workbook/document-names';
import { COMMON } from '../fr/common';
import { fr } from '../typography';

export const NOTICE_WORDS = {
  title: {
    insuffisance: fr`Information du délégant : insuffisance des crédits`,
    suspension: fr`Information du délégant : suspension de l'exécution`,
    'non-consommes': fr`Information du délégant : crédits non consommés`,
    fongibilite: fr`Demande d'autorisation de fongibilité entre enveloppes`,
    avenant: fr`Transmission d'un avenant aux contrôleurs budgétaires et comptables ministériels`,
    resiliation: fr`Notification de résiliation de la délégation de gestion`,
  } satisfies Record<NoticeKind, string>,
  from: fr`De :`,
  to: fr`À :`,
  subject: fr`Fondement :`,
  bothComptrollers: (delegants: string, delegates: string): string =>
    fr`CBCM du délégant (${delegants}) et CBCM du délégataire (${delegates})`,

  tableHeadings: [
    fr`Enveloppe`,
    fr`Nature`,
    fr`Ouvert`,
    fr`Consommé`,
    fr`Reste`,
    fr`Réservé`,
    fr`Disponible`,
    fr`Commentaires`,
  ],

  missing: (envelope: string, nature: Nature, amount: string): string =>
    fr`${envelope} : il manque ${amount} en ${nature} pour couvrir ce qui est consommé et réservé.`,
  exceeded: (envelope: string, nature: Nature, amount: string): string =>
    fr`${envelope} : le plafond ${COMMON.ofNature[nature]} est dépassé de ${amount}.`,
  left: (envelope: string, nature: Nature, amount: string): string =>
    fr`${envelope} : ${amount} ${COMMON.ofNature[nature]} ne sont ni consommés ni réservés.`,
  insufficiency: (article: string, date: string): string =>
    fr`En application de la ${article}, le délégataire informe le délégant de la situation des crédits arrêtée au ${date}.`,
  notCalculable: (nature: Nature): string =>
    fr`Les chiffres ${COMMON.ofNature[nature]} ne sont pas calculables : une colonne manque au suivi.`,
  noInsufficiency: fr`Aucune insuffisance n'est constatée à cette date.`,
  elseSuspended: fr`À défaut d'ajustement de la dotation, le délégataire suspendra l'exécution de la délégation.`,
  suspension: (article: string, date: string): string =>
    fr`En application de la ${article}, faute d'ajustement de la dotation, le délégataire suspend l'exécution de la délégation (situation au ${date}).`,
  noExcess: fr`Aucun plafond n'est dépassé à cette date : une suspension n'est pas fondée sur ces chiffres.`,
  unspent: (article: string, date: string): string =>
    fr`En application de la ${article}, le délégataire informe le délégant des crédits qui ne seraient pas consommés (situation au ${date}).`,
  nothingLeft: fr`Tous les crédits sont consommés ou réservés à cette date.`,
  fungibility: (article: string, date: string): string =>
    fr`Les enveloppes ne sont pas fongibles sans autorisation expresse du délégant (${article}). ` +
    fr`Le délégataire la demande, au vu de la situation au ${date}.`,
  canGive: (giver: string, receiver: string, nature: Nature, amount: string): string =>
    fr`${giver} dispose de quoi couvrir ${amount} ${COMMON.ofNature[nature]} qui manquent à ${receiver}.`,
  noGiver: fr`Aucune autre enveloppe ne peut couvrir seule ce qui manque ; précisez ci-dessous l'objet de la demande.`,
  noNeed: fr`Aucune enveloppe n'est en insuffisance à cette date ; précisez ci-dessous l'objet de la demande.`,
  amendment: (article: string): string =>
    fr`En application de la ${article}, un exemplaire de chaque avenant est transmis au contrôleur budgétaire et comptable ministériel ` +
    fr`de chacune des parties.`,
  noAmendment: fr`À compléter avant envoi. Aucun avenant n'est inscrit dans la table ENV_Mouvements à cette date.`,
  termination: (article: string, months: number): string =>
    fr`En application de la ${article} et de l'article 5 du décret n° 2004-1085, il est mis fin à la délégation sous préavis de ${String(months)} mois.`,
  notNotified: fr`À compléter avant envoi. Les dates de notification et de réception ne sont pas inscrites dans la table ENV_Convention.`,
  sentOn: (date: string): string => fr`Notification envoyée le ${date}.`,
  receivedOn: (date: string): string => fr`Notification reçue le ${date} : le préavis court de ce jour.`,
  effectOn: (date: string): string => fr`Fin de la délégation le ${date}.`,
  withoutEffect: (date: string, end: string): string =>
    fr`Le préavis expire le ${date}, alors que la convention prend fin le ${end} : la résiliation est sans effet.`,
  outstanding: (envelope: string, amount: string): string => fr`${envelope} : ${amount} engagés restent à payer.`,

  outstandingUnknown: (envelope: string): string => fr`${envelope} : restes à payer non calculables.`,
  amendmentHeadings: [fr`Avenant`, fr`Nature`, fr`Montant`, fr`Date d'effet`, fr`Enveloppe`],
  requestHeading: fr`Demande`,
  toComplete: fr`À compléter`,
  request: [
    fr`Enveloppe qui donne`,
    fr`Enveloppe qui reçoit`,
    fr`Nature et montant`,
    fr`Justification`,
    fr`Réponse du délégant (date, auteur, référence)`,
  ],
  answerHeading: fr`Suites`,
  answer: [fr`Mesures prises par le délégataire`, fr`Réponse du destinataire`],

  sameConsumed: (envelope: string, nature: Nature): string =>
    fr`${envelope} – ${nature} consommés : document = Enveloppe`,
  reservedIsAValue: fr`La colonne « Réservé » est une valeur à la date d'arrêté : projets non signés, et CP dont le paiement n'est pas fait.`,
} as const;
