/** French words of the DEL findings: what is due to the délégant, and when. */
import { ofNature } from '../common';
import { WHOLE_CONVENTION } from '../../../domain/envelopes/ceilings';
import { fr } from '../../typography';
import type { FamilyWords, Speaker } from '../../words';

const REGISTER = fr`puis portez la date dans « Fait le » (table ENV_Obligations)`;

function nameOf(envelope: string, say: Speaker): string {
  return envelope === WHOLE_CONVENTION ? fr`Ensemble de la convention` : say.envelope(envelope);
}

function leftOf(ae: number | null, cp: number | null, say: Speaker): string {
  const parts = [
    ...(ae === null ? [] : [fr`${say.amount(ae)} d'AE`]),
    ...(cp === null ? [] : [fr`${say.amount(cp)} de CP`]),
  ];
  return parts.join(' et ');
}

/** Titles and sentences of the DEL rules. */
export const DEL_FR: FamilyWords<'DEL'> = {
  titles: {
    'DEL-01': fr`Demande du délégant en retard`,
    'DEL-02': fr`Demande du délégant à traiter`,
    'DEL-03': fr`Insuffisance de crédits à notifier`,
    'DEL-04': fr`Crédits non consommés à notifier`,
    'DEL-05': fr`Compte rendu à produire`,
  },
  words: {
    'DEL-01': ({ subject, receivedOn, due }, say) => ({
      problem:
        due === null || receivedOn === null
          ? fr`Demande ${say.quote(subject)} : sans date de réception, son délai de réponse ne peut pas être contrôlé.`
          : fr`Demande ${say.quote(subject)} reçue le ${say.date(receivedOn)} : le délai de réponse a pris fin le ${say.date(due)}.`,
      found: due === null ? fr`date de réception absente` : fr`pas de réponse`,
      expected: due === null ? fr`une date de réception` : fr`une réponse au plus tard le ${say.date(due)}`,
      article: say.article('followUp'),
      action:
        due === null
          ? fr`Saisissez la date de réception.`
          : fr`Répondez au délégant, puis portez la date de la réponse.`,
    }),
    'DEL-02': ({ subject, receivedOn, due, left }, say) => ({
      problem:
        left === 0
          ? fr`Demande ${say.quote(subject)} reçue le ${say.date(receivedOn)} : dernier jour pour répondre.`
          : fr`Demande ${say.quote(subject)} reçue le ${say.date(receivedOn)} : réponse due sous ${say.count(left)} jour(s) ouvré(s).`,
      found: fr`pas encore de réponse`,
      expected: fr`une réponse au plus tard le ${say.date(due)}`,
      article: say.article('followUp'),
      action: fr`Répondez au délégant, puis portez la date de la réponse.`,
    }),
    'DEL-03': ({ envelope, nature, missing, isExceeded, since }, say) => ({
      problem: isExceeded
        ? fr`${nameOf(envelope, say)} : plafond ${ofNature(nature)} dépassé de ${say.amount(missing)}${say.dated('depuis le', since)}, ` +
          fr`sans information du délégant.`
        : fr`${nameOf(envelope, say)} : avec ce qui est réservé, il manque ${say.amount(missing)} ${ofNature(nature)}, sans information du délégant.`,
      found: fr`aucune information notée`,
      expected: fr`le délégant informé sans délai`,
      article: say.article('insufficiency'),
      action: fr`Informez le délégant, ${REGISTER}.`,
    }),
    'DEL-04': ({ envelope, ae, cp, until, isOver }, say) => ({
      problem: isOver
        ? fr`${say.envelope(envelope)} : ${leftOf(ae, cp, say)} non consommés au terme (${say.date(until)}), sans information du délégant.`
        : fr`${say.envelope(envelope)} : ${leftOf(ae, cp, say)} restent à consommer avant le ${say.date(until)}.`,
      found: leftOf(ae, cp, say),
      expected: fr`le délégant informé dans les meilleurs délais`,
      article: say.article('unspent'),
      action: isOver
        ? fr`Informez le délégant, ${REGISTER}.`
        : fr`Estimez ce qui ne sera pas consommé et informez-en le délégant, ${REGISTER}.`,
    }),
    'DEL-05': ({ label, type, due, ended, isLate, article }, say) => ({
      problem:
        due === null
          ? fr`${say.quote(label)} : date non fixée, alors que la période à décrire a pris fin le ${say.date(ended)}.`
          : fr`${say.quote(label)} : ${isLate ? fr`en retard` : fr`à produire`}, échéance le ${say.date(due)}.`,
      found: fr`non fait`,
      expected: due === null ? fr`une échéance convenue` : fr`au plus tard le ${say.date(due)}`,
      article:
        article === '' ? say.article(type === 'yearlyReport' ? 'yearlyReport' : 'followUp') : `convention, ${article}`,
      action:
        due === null
          ? fr`Convenez d'une échéance avec le délégant, ou notez la date de remise.`
          : fr`Produisez le document, ${REGISTER}.`,
    }),
  },
};
