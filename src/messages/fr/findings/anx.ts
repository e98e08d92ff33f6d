/** French words of the ANX findings: the convention and its annexes. */
import type { AnxDetails, BoundByWhole, EnvelopesGap } from '../../../domain/controls/findings/details/anx';
import type { UnboundedSums } from '../../../domain/controls/findings/details/lec';
import type { Nature } from '../../../domain/money/nature';
import type { FamilyWords, Sentences } from '../../evidence';
import type { Formatter } from '../../formatter';
import { fr } from '../../typography';
import { consumedOf, notCompared } from './lec';

function postes(
  { envelope, nature, sum, expected, unbounded }: AnxDetails['ANX-01'],
  format: Formatter,
): Sentences<'ANX-01'> {
  return {
    problem:
      fr`${format.envelope(envelope)} : les postes de dépense totalisent ${format.amountOf(nature, sum)} ` +
      (expected === null
        ? fr`pour une enveloppe sans montant d'AE${consumption(nature, unbounded, format)}.`
        : nature === 'AE'
          ? fr`pour une enveloppe de ${format.amount(expected)}, soit ${format.amount(sum - expected)} d'écart.`
          : fr`pour ${format.amount(expected)} hors part destinée aux restes à payer, soit ${format.amount(sum - expected)} d'écart.`),
    action:
      nature === 'AE'
        ? fr`Corrigez le poste de dépense ou l'enveloppe d'après la convention.`
        : fr`Corrigez le poste de dépense ou l'enveloppe d'après l'annexe.`,
    stated: true,
  };
}

function rapAboveCp(
  { envelope, sum, expected, unbounded }: AnxDetails['ANX-01'],
  format: Formatter,
): Sentences<'ANX-01'> {
  return {
    problem:
      fr`${format.envelope(envelope)} : la part destinée aux restes à payer, ${format.amount(sum)}, est comprise dans les CP de l'enveloppe, ` +
      (expected === null
        ? fr`qui n'en a pas${consumption('CP', unbounded, format)}.`
        : fr`qui sont de ${format.amount(expected)}.`),
    action: fr`Corrigez « dont RAP » ou les CP de l'enveloppe d'après la convention.`,
    stated: true,
  };
}

/** The end of a sentence: what an envelope without credits consumes. */
function consumption(nature: Nature, sums: UnboundedSums | undefined, format: Formatter): string {
  return sums ? fr` ; ${notCompared(nature, sums, format)}` : '';
}

function gap({ nature, sum, printed, without, unbounded }: EnvelopesGap, format: Formatter): Sentences<'ANX-02'> {
  return {
    problem:
      fr`Les enveloppes totalisent ${format.amountOf(nature, sum)}, la convention ${format.amount(printed)} : ` +
      fr`soit ${format.amount(sum - printed)} d'écart` +
      (without === undefined
        ? '.'
        : fr` ; ${format.envelope(without)} n'a pas de montant${consumption(nature, unbounded, format)}.`),
    action: fr`Corrigez la saisie ; si la convention est ainsi rédigée, faites confirmer le montant exact par le délégant.`,
    stated: true,
  };
}

function boundByWhole({ without, ofWhole }: BoundByWhole, format: Formatter): Sentences<'ANX-02'> {
  const parts = ofWhole.map(
    ({ nature, printed, ...sums }) =>
      fr`${consumedOf(nature, sums, format)} (plafond de la convention : ${format.amount(printed)})`,
  );
  return {
    problem:
      fr`${format.envelope(without)} n'a de montant ni en AE ni en CP : seul le plafond de la convention est comparé à ` +
      fr`sa consommation, ${format.allOf(parts)}.`,
    action: fr`Saisissez ses montants dans ENV_Enveloppes (0 si elle n'en reçoit pas), ou corrigez l'enveloppe de ces lignes.`,
    stated: true,
  };
}

export const ANX: FamilyWords<'ANX'> = {
  titles: {
    'ANX-01': fr`Répartition différente de l'enveloppe`,
    'ANX-02': fr`Enveloppes différentes de la convention`,
    'ANX-03': fr`Part paramétrée non respectée`,
  },
  sentences: {
    'ANX-01': (details, format) => (details.isRap === true ? rapAboveCp(details, format) : postes(details, format)),
    'ANX-02': (details, format) => ('ofWhole' in details ? boundByWhole(details, format) : gap(details, format)),
    'ANX-03': ({ envelope, line, share, total, delegated }, format) => ({
      problem:
        fr`Poste de dépense ${format.quote(line)} (${format.envelope(envelope)}) : ${format.amount(delegated)} délégués, ` +
        fr`pour une part paramétrée de ${format.share(share)} de ${format.amount(total)}.`,
      action: fr`Vérifiez dans l'annexe les deux montants du poste de dépense, ou la part de l'enveloppe.`,
    }),
  },
};
