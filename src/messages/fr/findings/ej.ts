/** French words of the EJ findings: commitments behind the payments. */
import type { EjNature } from '../../../domain/controls/facts/ej-nature';
import type { FindingOf } from '../../../domain/controls/findings/finding';
import type { FamilyWords, Sentences } from '../../evidence';
import type { Formatter } from '../../formatter';
import { fr } from '../../typography';

/** « à confirmer »; a text with digits is a number that was copied wrong. */
const HAS_DIGIT = /\d/;
const NATURES: Readonly<Record<EjNature, string>> = {
  purchaseOrder: fr`un bon de commande`,
  frameworkAgreement: fr`un accord-cadre`,
  adaptedProcedure: fr`un MAPA`,
  contract: fr`un marché`,
  lease: fr`un bail`,
  grant: fr`une subvention`,
};

/** A row that names no EJ. */
function unnumbered({ cp, ae, parts }: FindingOf<'EJ-01'>['details'], format: Formatter): Sentences<'EJ-01'> {
  const row = ae === undefined ? fr`Paiement de ${format.amount(cp)}` : fr`Engagement de ${format.amount(ae)}`;
  if (parts !== undefined)
    return {
      problem: fr`${row} sans numéro d'EJ : les montants de la ligne sont aussi ${parts === 1 ? 'ceux d’une autre' : `la somme de ${format.plural(parts, 'autre', 'autres')}`}, et tout est compté.`,
      expected: fr`chaque montant compté une fois`,
      action: fr`Si la ligne est un total, effacez ses montants, ou remplacez son libellé par « Total ». Sinon, saisissez le numéro de l'EJ, ou l'état « Projet » si rien n'est signé.`,
    };
  if (ae !== undefined)
    return {
      problem: fr`${row} sans numéro d'EJ, alors que presque tous ceux du suivi en ont un : il est compté.`,
      expected: fr`un EJ, ou l'état « Projet »`,
      action: fr`Saisissez le numéro de l'EJ. Si rien n'est signé, inscrivez « Projet » dans une colonne « État » ; si la ligne n'engage rien, inscrivez-y « Annulé ».`,
    };
  return {
    problem: fr`${row} sans numéro d'EJ.`,
    expected: COVERED,
    action: fr`Saisissez le numéro de l'EJ payé ; si la dépense est sans engagement préalable, saisissez une AE égale au CP, datée du paiement, puis acceptez le constat.`,
  };
}

const COVERED = fr`un EJ engagé dans le suivi, ou de la table ENV_RAP`;

function uncovered(details: FindingOf<'EJ-01'>['details'], format: Formatter): Sentences<'EJ-01'> {
  const { raw, known, cp, withoutAe } = details;
  if (!known) return unnumbered(details, format);
  if (withoutAe !== undefined)
    return {
      problem: fr`Paiement de ${format.amount(cp)} sur l'EJ ${raw}, que le suivi n'engage pas : ${format.envelope(withoutAe)} n'a que des CP.`,
      expected: COVERED,
      action: fr`Rien à faire si l'EJ est engagé sur d'autres crédits ; sinon, corrigez le numéro, ou inscrivez l'EJ antérieur dans ENV_RAP.`,
    };
  return {
    problem: fr`Paiement de ${format.amount(cp)} sur l'EJ ${raw} : cet EJ n'est ni engagé dans le suivi, ni dans la liste des restes à payer.`,
    expected: COVERED,
    action: fr`Corrigez le numéro, ajoutez la ligne d'engagement, ou inscrivez l'EJ antérieur dans ENV_RAP.`,
  };
}

export const EJ: FamilyWords<'EJ'> = {
  titles: {
    'EJ-01': fr`Paiement sans engagement, ou engagement sans EJ`,
    'EJ-02': fr`Paiements supérieurs à l'engagement`,
    'EJ-03': fr`Numéro d'EJ mal formé`,
    'EJ-04': fr`Préfixe d'EJ d'une autre nature`,
    'EJ-05': fr`EJ sur deux enveloppes`,
    'EJ-06': fr`Retrait qui ne libère pas d'AE`,
    'EJ-07': fr`Paiement avant service fait`,
    'EJ-08': fr`Retrait sur un EJ inconnu`,
    'EJ-09': fr`Retrait supérieur à l'EJ`,
  },
  sentences: {
    'EJ-01': uncovered,
    'EJ-02': ({ ej, committed, paid, over }, format) => ({
      problem: fr`EJ ${ej} : ${format.amount(paid)} payés pour ${format.amount(committed)} engagés, soit ${format.amount(over)} de trop.`,
      stated: true,
      action: fr`Vérifiez le montant et l'EJ du paiement, ou complétez l'engagement.`,
    }),
    'EJ-03': ({ raw, several, retrait }, format) => ({
      problem:
        (several
          ? fr`N° EJ ${format.quote(raw)} : la cellule contient plusieurs numéros.`
          : fr`N° EJ ${format.quote(raw)} : ce n'est pas un numéro d'engagement juridique.`) +
        (retrait === undefined ? '' : fr` Le retrait de ${format.amount(retrait)} ne libère aucune AE.`),
      expected: fr`10 chiffres commençant par 10 à 22`,
      action: several
        ? fr`Saisissez une ligne par EJ, avec la part du montant de chacun.`
        : HAS_DIGIT.test(raw)
          ? fr`Recopiez le numéro depuis Chorus.`
          : fr`Saisissez le numéro que Chorus a donné à l'EJ ; s'il n'est pas créé, inscrivez « Projet » dans la colonne de l'état.`,
    }),
    'EJ-04': ({ ej, nature, expected }, format) => ({
      problem: fr`EJ ${ej} : la ligne indique ${NATURES[nature]}, le préfixe ${ej.slice(0, 2)} est celui d'une autre nature.`,
      expected: fr`un numéro commençant par ${format.anyOf(expected)}`,
      action: fr`Vérifiez le numéro dans Chorus, ou la nature indiquée dans la ligne.`,
    }),
    'EJ-05': ({ ej, envelope, firstEnvelope, commits, ownPoste }, format) => ({
      problem: commits
        ? ownPoste !== undefined
          ? fr`EJ ${ej} : son poste ${ownPoste} est engagé sur ${format.envelope(envelope)}, alors que l'EJ l'est d'abord sur ${format.envelope(firstEnvelope)}.`
          : fr`EJ ${ej} : engagé sur ${format.envelope(envelope)}, alors qu'il l'est d'abord sur ${format.envelope(firstEnvelope)}.`
        : fr`EJ ${ej} : imputé sur ${format.envelope(envelope)}, alors qu'il est engagé sur ${format.envelope(firstEnvelope)}.`,
      ...(ownPoste === undefined
        ? {
            expected: format.envelope(firstEnvelope),
            action: fr`Corrigez l'axe ministériel 2 ou le numéro d'EJ ; une dépense partagée demande un EJ, ou un poste d'EJ, par enveloppe.`,
          }
        : {
            expected: fr`l'imputation que Chorus donne à ce poste d'EJ`,
            action: fr`Vérifiez l'imputation de ce poste dans Chorus : si elle est celle du suivi, acceptez le constat avec ce motif ; sinon, corrigez l'axe ministériel 2.`,
          }),
    }),
    'EJ-06': ({ ej, cents, listed }, format) => ({
      problem: listed
        ? fr`Retrait de ${format.amount(cents)} sur l'EJ antérieur ${ej} : il diminue les restes à payer et ne libère pas d'AE.`
        : fr`Retrait de ${format.amount(cents)} sur l'EJ ${ej}, engagé avant l'exercice : il diminue les restes à payer et ne libère pas d'AE.`,
      expected: fr`aucune AE à réemployer`,
      action: fr`Ne réengagez pas ce montant, sauf fondement du recyclage inscrit dans ENV_Convention.`,
    }),
    'EJ-07': ({ paid, served }, format) => ({
      problem:
        served === null
          ? fr`Paiement du ${format.date(paid)} sans date de service fait.`
          : fr`Paiement du ${format.date(paid)} : le service n'est fait que le ${format.date(served)}.`,
      expected: fr`un service fait du ${format.date(paid)} au plus tard`,
      action:
        served === null
          ? fr`Saisissez la date du service fait, ou indiquez dans l'objet qu'il est présumé (abonnement, avance…).`
          : fr`Corrigez la date du service fait ou du paiement ; indiquez une avance dans l'objet.`,
    }),
    'EJ-08': ({ ej, cents, counted, isPresent }, format) => ({
      problem:
        ej !== ''
          ? fr`Retrait de ${format.amount(cents)} sur l'EJ ${ej}, ${isPresent ? fr`dont les lignes n'engagent aucune AE` : fr`absent du suivi`} : aucune AE n'est libérée.`
          : counted
            ? fr`Retrait de ${format.amount(cents)} sans numéro d'EJ : il est compté pour ${format.amount(counted)}, sur ce que le suivi engage sans numéro.`
            : fr`Retrait de ${format.amount(cents)} sans numéro d'EJ : aucune AE n'est libérée.`,
      expected: fr`un EJ engagé dans le suivi, ou de la table ENV_RAP`,
      action:
        ej === ''
          ? fr`Saisissez le numéro de l'EJ diminué.`
          : isPresent
            ? fr`Saisissez l'AE de l'EJ dans le suivi, ou corrigez le numéro.`
            : fr`Corrigez le numéro, ou ajoutez la ligne d'engagement.`,
      stated: true,
    }),
    'EJ-09': ({ ej, withdrawn, committed, counted }, format) => ({
      problem:
        fr`EJ ${ej} : ${format.amount(withdrawn)} retirés pour ${format.amount(committed)} engagés ; ` +
        fr`ce retrait est compté pour ${format.amount(counted)}.`,
      action: fr`Corrigez le montant du retrait, ou le numéro d'EJ.`,
      stated: true,
    }),
  },
};
