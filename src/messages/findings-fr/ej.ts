/** French words of the EJ findings: commitments behind the payments. */
import { fr } from '../typography';
import type { FamilyWords } from '../words';
import { EMPTY, LOLF_8, atMost } from './common';

const CHORUS = fr`nomenclature Chorus`;

/** Titles and sentences of the EJ rules. */
export const EJ_FR: FamilyWords<'EJ'> = {
  titles: {
    'EJ-01': fr`Paiement sans engagement`,
    'EJ-02': fr`Paiements supérieurs à l'engagement`,
    'EJ-03': fr`Numéro d'EJ mal formé`,
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
  },
};
