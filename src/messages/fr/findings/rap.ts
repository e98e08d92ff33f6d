/** French words of the RAP findings: the restes à payer over the years. */
import type { FamilyWords } from '../../evidence';
import { fr } from '../../typography';

export const RAP: FamilyWords<'RAP'> = {
  titles: {
    'RAP-01': fr`Restes à payer d'ouverture inexacts`,
  },
  sentences: {
    'RAP-01': ({ envelope, stated, rolled, isPartial }, format) => ({
      problem:
        fr`${format.envelope(envelope)} : ${format.amount(stated)} de restes à payer d'ouverture saisis, ` +
        fr`${format.amount(rolled)} d'après les exercices antérieurs du suivi, soit ${format.amount(stated - rolled)} d'écart.`,
      action: isPartial
        ? fr`Le suivi peut ne contenir qu'une partie des EJ antérieurs : vérifiez ENV_RAP dans Chorus.`
        : fr`Vérifiez ENV_RAP dans Chorus.`,
    }),
  },
};
