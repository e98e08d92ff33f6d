/** French words of the EJ findings: commitments behind the payments. */
import type { EjNature } from '../../../domain/controls/facts/ej-nature';
import { fr } from '../../typography';
import type { FamilyWords } from '../../words';
import { EMPTY, GBCP_160, LOLF_8, atMost } from '../common';

const GBCP_31 = fr`décret n° 2012-1246 (GBCP), art. 31 à 33`;
const CHORUS = fr`nomenclature Chorus`;

const NATURES: Readonly<Record<EjNature, string>> = {
  purchaseOrder: fr`un bon de commande`,
  frameworkAgreement: fr`un accord-cadre`,
  adaptedProcedure: fr`un MAPA`,
  contract: fr`un marché`,
  lease: fr`un bail`,
  grant: fr`une subvention`,
};

/** Titles and sentences of the EJ rules. */
export const EJ_FR: FamilyWords<'EJ'> = {
  titles: {
    'EJ-01': fr`Paiement sans engagement`,
    'EJ-02': fr`Paiements supérieurs à l'engagement`,
    'EJ-03': fr`Numéro d'EJ mal formé`,
    'EJ-04': fr`Préfixe d'EJ d'une autre nature`,
    'EJ-05': fr`EJ sur deux enveloppes`,
    'EJ-06': fr`Retrait qui ne libère pas d'AE`,
    'EJ-07': fr`Paiement avant service fait`,
  },
  words: {
    'EJ-01': ({ raw, known, cp }, say) => ({
      problem: known
        ? fr`Paiement de ${say.amount(cp)} sur l'EJ ${raw} : cet EJ n'est ni engagé dans le suivi, ni dans la liste des restes à payer.`
        : fr`Paiement de ${say.amount(cp)} sans numéro d'EJ.`,
      found: known ? raw : EMPTY,
      expected: fr`un EJ engagé dans le suivi, ou de la table ENV_RAP`,
      article: LOLF_8,
      action: known
        ? fr`Corrigez le numéro, ajoutez la ligne d'engagement, ou inscrivez l'EJ antérieur dans ENV_RAP.`
        : fr`Saisissez le numéro de l'EJ payé.`,
    }),
    'EJ-02': ({ ej, committed, paid, over }, say) => ({
      problem: fr`EJ ${ej} : les paiements cumulés atteignent ${say.amount(paid)} pour ${say.amount(committed)} engagés, soit ${say.amount(over)} de trop.`,
      found: say.amount(paid),
      expected: atMost(committed, say),
      article: LOLF_8,
      action: fr`Vérifiez le montant et l'EJ du paiement, ou complétez l'engagement.`,
    }),
    'EJ-03': ({ raw }, say) => ({
      problem: fr`N° EJ ${say.quote(raw)} : ce n'est pas un numéro d'engagement juridique.`,
      found: raw,
      expected: fr`10 chiffres commençant par 10 à 22`,
      article: CHORUS,
      action: fr`Recopiez le numéro depuis Chorus.`,
    }),
    'EJ-04': ({ ej, nature, expected }, say) => ({
      problem: fr`EJ ${ej} : la ligne dit ${NATURES[nature]}, le préfixe ${ej.slice(0, 2)} est celui d'une autre nature.`,
      found: ej,
      expected: fr`un numéro commençant par ${say.anyOf(expected, '')}`,
      article: CHORUS,
      action: fr`Vérifiez le numéro dans Chorus, ou la nature que dit la ligne.`,
    }),
    'EJ-05': ({ ej, envelope, firstEnvelope, commits }, say) => ({
      problem: commits
        ? fr`EJ ${ej} : engagé sur ${say.envelope(envelope)}, alors qu'il l'est d'abord sur ${say.envelope(firstEnvelope)}.`
        : fr`EJ ${ej} : imputé sur ${say.envelope(envelope)}, alors qu'il est engagé sur ${say.envelope(firstEnvelope)}.`,
      found: say.envelope(envelope),
      expected: say.envelope(firstEnvelope),
      article: fr`${say.article('envelopes')}, enveloppes non fongibles`,
      action: fr`Corrigez l'axe ministériel 2 ou le numéro d'EJ ; une dépense partagée demande un EJ, ou un poste d'EJ, par enveloppe.`,
    }),
    'EJ-06': ({ ej, cents, listed }, say) => ({
      problem: listed
        ? fr`Retrait de ${say.amount(cents)} sur l'EJ antérieur ${ej} : il diminue les restes à payer et ne libère pas d'AE.`
        : fr`Retrait de ${say.amount(cents)} sur l'EJ ${ej}, engagé avant l'exercice : il diminue les restes à payer et ne libère pas d'AE.`,
      found: say.amount(cents),
      expected: fr`aucune AE à réemployer`,
      article: GBCP_160,
      action: fr`Ne réengagez pas ce montant, sauf base légale inscrite dans ENV_Convention (Base du recyclage d'AE).`,
    }),
    'EJ-07': ({ paid, served }, say) => ({
      problem:
        served === null
          ? fr`Paiement du ${say.date(paid)} sans date de service fait.`
          : fr`Paiement du ${say.date(paid)} : le service n'est fait que le ${say.date(served)}.`,
      found: served === null ? EMPTY : say.date(served),
      expected: fr`un service fait du ${say.date(paid)} au plus tard`,
      article: GBCP_31,
      action:
        served === null
          ? fr`Saisissez la date du service fait, ou dites dans l'objet qu'il est présumé (abonnement, avance…).`
          : fr`Corrigez la date du service fait ou du paiement ; une avance se dit dans l'objet.`,
    }),
  },
};
