/** French words of the RAP findings: the restes à payer over the years. */
import type { FamilyWords } from '../../evidence';
import { fr } from '../../typography';

export const RAP: FamilyWords<'RAP'> = {
  titles: {
    'RAP-01': fr`Restes à payer d'ouverture inexacts`,
  },
  sentences: {
    'RAP-01': (details, format) => {
      if ('raw' in details) {
        return {
          problem: fr`ENV_RAP : ${format.quote(details.raw)} n'est pas un numéro d'engagement juridique, et ses ${format.amount(details.cents)} de restes à payer ne sont rattachés à aucun paiement.`,
          expected: fr`10 chiffres commençant par 10 à 22`,
          action: fr`Recopiez le numéro depuis Chorus, une ligne par EJ.`,
        };
      }
      const { envelope, stated, rolled, isPartial } = details;
      return {
        problem:
          fr`${format.envelope(envelope)} : ${format.amount(stated)} de restes à payer d'ouverture saisis, ` +
          fr`${format.amount(rolled)} d'après les exercices antérieurs du suivi, soit ${format.amount(stated - rolled)} d'écart.`,
        expected: format.amount(rolled),
        action: isPartial
          ? fr`Le suivi peut ne contenir qu'une partie des EJ antérieurs : vérifiez ENV_RAP dans Chorus.`
          : fr`Vérifiez ENV_RAP dans Chorus.`,
      };
    },
  },
};
