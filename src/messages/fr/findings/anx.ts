/** French words of the ANX findings: the convention and its annexes. */
import { ofNature } from '../common';
import { fr } from '../../typography';
import type { FamilyWords } from '../../words';

/** Titles and sentences of the ANX rules. */
export const ANX_FR: FamilyWords<'ANX'> = {
  titles: {
    'ANX-01': fr`Postes différents de l'enveloppe`,
    'ANX-02': fr`Enveloppes différentes de la convention`,
    'ANX-03': fr`Part annoncée non respectée`,
  },
  words: {
    'ANX-01': ({ envelope, nature, sum, expected }, say) => ({
      problem:
        fr`${say.envelope(envelope)} : les postes totalisent ${say.amount(sum)} ${ofNature(nature)} ` +
        (nature === 'AE'
          ? fr`pour une enveloppe de ${say.amount(expected)}, soit un écart de ${say.amount(sum - expected)}.`
          : fr`pour ${say.amount(expected)} hors restes à payer d'ouverture, soit un écart de ${say.amount(sum - expected)}.`),
      found: say.amount(sum),
      expected: say.amount(expected),
      article: say.article('annex', envelope),
      action:
        nature === 'AE'
          ? fr`Corrigez le poste ou l'enveloppe d'après la convention.`
          : fr`Corrigez le poste ou l'enveloppe ; si l'annexe ne donne que des AE, indiquez les CP de chaque poste.`,
    }),
    'ANX-02': ({ nature, sum, printed }, say) => ({
      problem:
        fr`Les enveloppes totalisent ${say.amount(sum)} ${ofNature(nature)}, la convention ${say.amount(printed)} : ` +
        fr`écart de ${say.amount(sum - printed)}.`,
      found: say.amount(printed),
      expected: say.amount(sum),
      article: say.article('credits'),
      action: fr`Corrigez la saisie ; si la convention est ainsi imprimée, faites confirmer le bon montant par le délégant.`,
    }),
    'ANX-03': ({ envelope, line, share, total, delegated, expected }, say) => ({
      problem:
        fr`Poste ${say.quote(line)} (${say.envelope(envelope)}) : ${say.amount(delegated)} délégués ne font pas ` +
        fr`la part annoncée de ${say.share(share)} de ${say.amount(total)}.`,
      found: say.amount(delegated),
      expected: say.amount(expected),
      article: say.article('annex', envelope),
      action: fr`Vérifiez les deux montants du poste dans l'annexe, ou la part de l'enveloppe.`,
    }),
  },
};
