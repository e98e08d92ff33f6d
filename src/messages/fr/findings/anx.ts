/** French words of the ANX findings: the convention and its annexes. */
import type { FamilyWords } from '../../evidence';
import { fr } from '../../typography';

export const ANX: FamilyWords<'ANX'> = {
  titles: {
    'ANX-01': fr`Postes différents de l'enveloppe`,
    'ANX-02': fr`Enveloppes différentes de la convention`,
    'ANX-03': fr`Part annoncée non respectée`,
  },
  sentences: {
    'ANX-01': ({ envelope, nature, sum, expected }, format) => ({
      problem:
        fr`${format.envelope(envelope)} : les postes totalisent ${format.amountOf(nature, sum)} ` +
        (nature === 'AE'
          ? fr`pour une enveloppe de ${format.amount(expected)}, soit un écart de ${format.amount(sum - expected)}.`
          : fr`pour ${format.amount(expected)} hors restes à payer d'ouverture, soit un écart de ${format.amount(sum - expected)}.`),
      action:
        nature === 'AE'
          ? fr`Corrigez le poste ou l'enveloppe d'après la convention.`
          : fr`Corrigez le poste ou l'enveloppe ; si l'annexe ne donne que des AE, indiquez les CP de chaque poste.`,
    }),
    'ANX-02': ({ nature, sum, printed }, format) => ({
      problem:
        fr`Les enveloppes totalisent ${format.amountOf(nature, sum)}, la convention ${format.amount(printed)} : ` +
        fr`écart de ${format.amount(sum - printed)}.`,
      action: fr`Corrigez la saisie ; si la convention est ainsi imprimée, faites confirmer le bon montant par le délégant.`,
    }),
    'ANX-03': ({ envelope, line, share, total, delegated }, format) => ({
      problem:
        fr`Poste ${format.quote(line)} (${format.envelope(envelope)}) : ${format.amount(delegated)} délégués ne font pas ` +
        fr`la part annoncée de ${format.share(share)} de ${format.amount(total)}.`,
      action: fr`Vérifiez les deux montants du poste dans l'annexe, ou la part de l'enveloppe.`,
    }),
  },
};
