/** French words of the DEL findings: what is due to the délégant, and when. */
import { WHOLE_CONVENTION } from '../../../domain/envelopes/ceilings';
import type { FindingOf } from '../../../domain/controls/findings/finding';
import type { DueReport, DutyDoubt, OtherDuty, UnreadDutyCell } from '../../../domain/controls/findings/details/del';
import type { FamilyWords, Sentences } from '../../evidence';
import { isErrorText } from '../../failure-description';
import type { Formatter } from '../../formatter';
import { fr } from '../../typography';
import { COMMON } from '../common';
import { PROBLEMS } from '../convention-failures';
import { bounded, ofYear } from './pla';
import { remedyOfError, unreadCell } from './unread-cells';

const REGISTER = fr`puis saisissez la date dans « Fait le » (ENV_Obligations)`;

function nameOf({ envelope, of }: Pick<FindingOf<'DEL-03'>['details'], 'envelope' | 'of'>, format: Formatter): string {
  return envelope === WHOLE_CONVENTION ? bounded(of) : format.envelope(envelope);
}

function leftOf(ae: number | null, cp: number | null, format: Formatter): string {
  return format.allOf([
    ...(ae === null ? [] : [format.amountOf('AE', ae)]),
    ...(cp === null ? [] : [format.amountOf('CP', cp)]),
  ]);
}

/** The ceiling of the whole convention, where it leaves less than its envelopes add up to. */
function wholeLeaves(whole: FindingOf<'DEL-04'>['details']['whole'], format: Formatter): string {
  return whole ? fr` ; le plafond de la convention laisse en tout ${leftOf(whole.ae, whole.cp, format)}` : '';
}

function othersLate(count: number, format: Formatter): string {
  if (count === 0) return '';
  return fr`, puis ${format.plural(count, fr`autre échéance passée`, fr`autres échéances passées`)}`;
}

/** The day of a duty that is probably a slip. */
function doubtful({ label, column, day, doubt, limit }: DutyDoubt, format: Formatter): Sentences<'DEL-05' | 'DEL-06'> {
  const isAfter = doubt === 'longAfterEnd';
  return {
    problem:
      fr`${format.quote(label)}, ${format.quote(column)} : le ${format.date(day)}, plus d'un an ${isAfter ? fr`après la fin` : fr`avant la signature`} de la convention` +
      (column === 'Échéance' ? fr` ; elle n'est pas suivie.` : fr`.`),
    found: format.date(day),
    expected: fr`une date proche de la convention, ${isAfter ? fr`qui finit` : fr`signée`} le ${format.date(limit)}`,
    action: fr`Vérifiez l'année de la date.`,
  };
}

function unreadDuty(details: UnreadDutyCell, format: Formatter): Sentences<'DEL-05' | 'DEL-06'> {
  const { label, column } = details;
  const cell = unreadCell(details, format);
  const isDay = column === 'Échéance' || column === 'Fait le';
  return {
    ...cell,
    problem: fr`${label === '' ? fr`Obligation sans objet` : format.quote(label)}, ${cell.problem} ; l'obligation n'est pas contrôlée.`,
    action:
      cell.action ?? (isDay ? fr`Saisissez la date, ou videz la cellule.` : fr`Corrigez la cellule (ENV_Obligations).`),
  };
}

/** The day of a request that cannot be read: « « mars » illisible », or the error in its cell. */
function unreadDay(text: string, format: Formatter): string {
  return isErrorText(text) ? fr`non lue (${PROBLEMS.errorInCell(text, '')})` : fr`${format.quote(text)} illisible`;
}

function otherDuty({ label, due, isOfDelegant }: OtherDuty, format: Formatter): Sentences<'DEL-06'> {
  return {
    problem:
      due === null
        ? fr`${format.quote(label)} : à faire dans les meilleurs délais après la signature.`
        : fr`${format.quote(label)} : à faire au plus tard le ${format.date(due)}.`,
    found: fr`non fait`,
    expected: due === null ? fr`dans les meilleurs délais` : fr`au plus tard le ${format.date(due)}`,
    action: isOfDelegant
      ? fr`Rappelez cette formalité au délégant, ${REGISTER}.`
      : fr`Accomplissez cette formalité, ${REGISTER}.`,
    stated: true,
  };
}

function dueReport({ label, due, ended, isLate, lateToo = 0 }: DueReport, format: Formatter): Sentences<'DEL-05'> {
  return {
    problem:
      due === null
        ? fr`${format.quote(label)} : date non fixée, alors que la période à décrire a pris fin le ${format.date(ended)}.`
        : fr`${format.quote(label)} : ${isLate ? fr`en retard` : fr`à produire`}, échéance le ${format.date(due)}${othersLate(lateToo, format)}.`,
    found: fr`non fait`,
    expected: due === null ? fr`une échéance convenue` : fr`au plus tard le ${format.date(due)}`,
    action:
      due === null
        ? fr`Convenez d'une échéance avec le délégant, ou saisissez la date de remise.`
        : fr`Produisez le document, ${REGISTER}.`,
  };
}

/** « Demande « Prévision » ». */
function request(subject: string, format: Formatter): string {
  return subject === '' ? fr`Demande sans objet` : fr`Demande ${format.quote(subject)}`;
}

export const DEL: FamilyWords<'DEL'> = {
  titles: {
    'DEL-01': fr`Demande du délégant en retard`,
    'DEL-02': fr`Demande du délégant à traiter`,
    'DEL-03': fr`Insuffisance de crédits à notifier`,
    'DEL-04': fr`Crédits non consommés à notifier`,
    'DEL-05': fr`Compte rendu à produire`,
    'DEL-06': fr`Autre obligation à accomplir`,
  },
  sentences: {
    'DEL-01': (details, format) => {
      const { subject } = details;
      if ('unread' in details) {
        const day = details.which === 'receivedOn' ? fr`date de réception` : fr`date de réponse`;
        return {
          problem: fr`Demande ${format.quote(subject)} : ${day} ${unreadDay(details.unread, format)}, son délai de réponse ne peut pas être contrôlé.`,
          found: format.quote(details.unread),
          expected: fr`une date, comme 13/12/2022`,
          action: isErrorText(details.unread)
            ? remedyOfError(details.unread)
            : fr`Saisissez la date, ou videz la cellule.`,
        };
      }
      const { receivedOn } = details;
      if ('answeredOn' in details) {
        return {
          problem: fr`${request(subject, format)} : répondue le ${format.date(details.answeredOn)}, avant d'être reçue le ${format.date(details.receivedOn)}.`,
          found: fr`une réponse le ${format.date(details.answeredOn)}`,
          expected: fr`une réponse à partir du ${format.date(details.receivedOn)}`,
          action: fr`Corrigez la date de réception ou celle de la réponse.`,
        };
      }
      if ('doubt' in details) {
        const isAfter = details.doubt === 'longAfterEnd';
        const bound = isAfter
          ? fr`après la fin de la convention ; elle n'est pas suivie`
          : fr`avant la signature de la convention`;
        return {
          problem: fr`${request(subject, format)} : reçue le ${format.date(details.receivedOn)}, plus d'un an ${bound}.`,
          found: fr`une réception le ${format.date(details.receivedOn)}`,
          expected: fr`une date proche de la convention, ${isAfter ? fr`qui finit` : fr`signée`} le ${format.date(details.limit)}`,
          action: fr`Vérifiez l'année de la date de réception.`,
        };
      }
      const { due } = details;
      return {
        problem:
          due === null || receivedOn === null
            ? fr`${request(subject, format)} : sans date de réception, son délai de réponse ne peut pas être contrôlé.`
            : fr`${request(subject, format)} reçue le ${format.date(receivedOn)} : le délai de réponse a expiré le ${format.date(due)}.`,
        found: due === null ? fr`date de réception absente` : fr`pas de réponse`,
        expected: due === null ? fr`une date de réception` : fr`une réponse au plus tard le ${format.date(due)}`,
        action:
          due === null
            ? fr`Saisissez la date de réception.`
            : fr`Répondez au délégant, puis saisissez la date de la réponse.`,
      };
    },
    'DEL-02': ({ subject, receivedOn, due, left }, format) => ({
      problem:
        left === 0
          ? fr`${request(subject, format)} reçue le ${format.date(receivedOn)} : dernier jour pour répondre.`
          : fr`${request(subject, format)} reçue le ${format.date(receivedOn)} : réponse due sous ${format.plural(left, 'jour ouvré', 'jours ouvrés')}.`,
      found: fr`pas encore de réponse`,
      expected: fr`une réponse au plus tard le ${format.date(due)}`,
      action: fr`Répondez au délégant, puis saisissez la date de la réponse.`,
    }),
    'DEL-03': ({ nature, missing, isExceeded, since, ...of }, format) => ({
      problem: isExceeded
        ? fr`${ofYear(of)}${nameOf(of, format)} : dotation ${COMMON.ofNature[nature]} dépassée de ${format.amount(missing)}${format.dated('depuis le', since)}, ` +
          fr`sans information inscrite du délégant.`
        : fr`${ofYear(of)}${nameOf(of, format)} : avec les dépenses en attente, il manque ${format.amountOf(nature, missing)}, sans information inscrite du délégant.`,
      found: fr`aucune information inscrite`,
      expected: fr`le délégant informé sans délai`,
      action: fr`Informez le délégant, ${REGISTER}.`,
    }),
    'DEL-04': ({ envelope, ae, cp, until, isOver, isLessCarried, whole, ...year }, format) => ({
      problem: isOver
        ? fr`${ofYear(year)}${format.envelope(envelope)} : ${leftOf(ae, cp, format)} non consommés au terme, le ${format.date(until)}${isLessCarried ? fr`, reports déduits` : ''}, sans information inscrite du délégant${wholeLeaves(whole, format)}.`
        : fr`${ofYear(year)}${format.envelope(envelope)} : ${leftOf(ae, cp, format)} restent à consommer avant le ${format.date(until)}${wholeLeaves(whole, format)}.`,
      found: leftOf(ae, cp, format),
      expected: fr`le délégant informé dans les meilleurs délais`,
      action: isOver
        ? fr`Informez le délégant, ${REGISTER}.`
        : fr`Estimez ce qui ne sera pas consommé et informez-en le délégant, ${REGISTER}.`,
    }),
    'DEL-06': (details, format) => {
      if ('unread' in details) return unreadDuty(details, format);
      return 'doubt' in details ? doubtful(details, format) : otherDuty(details, format);
    },
    'DEL-05': (details, format) => {
      if ('unread' in details) return unreadDuty(details, format);
      return 'doubt' in details ? doubtful(details, format) : dueReport(details, format);
    },
  },
};
