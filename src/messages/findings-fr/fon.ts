/** French words of the FON findings: transfers between envelopes. */
import { fr } from '../typography';
import type { FamilyWords } from '../words';

/** Titles and sentences of the FON rules. */
export const FON_FR: FamilyWords<'FON'> = {
  titles: {
    'FON-04': fr`Poste d'une autre enveloppe`,
  },
  words: {
    'FON-04': ({ envelope, line, lineEnvelope }, say) => ({
      problem:
        fr`Poste ${say.quote(line)} : il appartient à ${say.envelope(lineEnvelope)}, ` +
        fr`alors que l'axe ministériel 2 impute la ligne sur ${say.envelope(envelope)} (virement déguisé).`,
      found: line,
      expected: fr`un poste de ${say.envelope(envelope)}`,
      article: fr`${say.article('envelopes')}, enveloppes non fongibles`,
      action: fr`Corrigez le poste ou l'axe ministériel 2 ; un virement demande l'autorisation expresse du délégant.`,
    }),
  },
};
