/** English words of the DEL findings: what is due to the délégant, and when. */
import { WHOLE_CONVENTION } from '../../../domain/envelopes/ceilings';
import type { FindingOf } from '../../../domain/controls/findings/finding';
import type { DueReport, DutyDoubt, OtherDuty, UnreadDutyCell } from '../../../domain/controls/findings/details/del';
import type { Sentences } from '../../evidence';
import { isErrorText } from '../../failure-description';
import type { Formatter } from '../../formatter';
import type { DEL as FRENCH } from '../../fr/findings/del';
import { en } from '../../typography';
import { bounded, ofYear } from './pla';
import { PROBLEMS } from '../convention-failures';
import { remedyOfError, unreadCell } from './unread-cells';

const REGISTER = en`then put the day in “Fait le” (table ENV_Obligations)`;

function nameOf({ envelope, of }: Pick<FindingOf<'DEL-03'>['details'], 'envelope' | 'of'>, format: Formatter): string {
  return envelope === WHOLE_CONVENTION ? bounded(of) : format.envelope(envelope);
}

function leftOf(ae: number | null, cp: number | null, format: Formatter): string {
  return format.allOf([
    ...(ae === null ? [] : [format.amountOf('AE', ae)]),
    ...(cp === null ? [] : [format.amountOf('CP', cp)]),
  ]);
}

function wholeLeaves(whole: FindingOf<'DEL-04'>['details']['whole'], format: Formatter): string {
  return whole ? en`; the ceiling of the convention leaves ${leftOf(whole.ae, whole.cp, format)} in all` : '';
}

function othersLate(count: number, format: Formatter): string {
  return count === 0 ? '' : en`, then ${format.plural(count, 'other day', 'other days')} past`;
}

/** The day of a duty that is probably a slip. */
function doubtful({ label, column, day, doubt, limit }: DutyDoubt, format: Formatter): Sentences<'DEL-05' | 'DEL-06'> {
  const isAfter = doubt === 'longAfterEnd';
  return {
    problem:
      en`${format.quote(label)}, ${format.quote(column)}: ${format.date(day)}, more than a year ${isAfter ? en`after the end` : en`before the signature`} of the convention` +
      (column === 'Échéance' ? en`; it is not followed.` : en`.`),
    found: format.date(day),
    expected: en`a day near the convention, ${isAfter ? en`which ends` : en`signed`} on ${format.date(limit)}`,
    action: en`Check the year of the day.`,
  };
}

function unreadDuty(details: UnreadDutyCell, format: Formatter): Sentences<'DEL-05' | 'DEL-06'> {
  const { label, column } = details;
  const cell = unreadCell(details, format);
  const isDay = column === 'Échéance' || column === 'Fait le';
  return {
    ...cell,
    problem: en`${label === '' ? en`Duty without a subject` : format.quote(label)}, ${cell.problem}; the duty is not checked.`,
    action:
      cell.action ?? (isDay ? en`Enter the date, or empty the cell.` : en`Correct the cell (table ENV_Obligations).`),
  };
}

/** The day of a request that cannot be read: “March” unreadable, or the error in its cell. */
function unreadDay(text: string, format: Formatter): string {
  return isErrorText(text) ? en`not read (${PROBLEMS.errorInCell(text, '')})` : en`${format.quote(text)} unreadable`;
}

function otherDuty({ label, due, isOfDelegant }: OtherDuty, format: Formatter): Sentences<'DEL-06'> {
  return {
    problem:
      due === null
        ? en`${format.quote(label)}: to be done as soon as possible after the signature.`
        : en`${format.quote(label)}: to be done by ${format.date(due)}.`,
    found: en`not done`,
    expected: due === null ? en`as soon as possible` : en`on ${format.date(due)} at the latest`,
    action: isOfDelegant ? en`Remind the délégant of it, ${REGISTER}.` : en`Do it, ${REGISTER}.`,
    stated: true,
  };
}

function dueReport({ label, due, ended, isLate, lateToo = 0 }: DueReport, format: Formatter): Sentences<'DEL-05'> {
  return {
    problem:
      due === null
        ? en`${format.quote(label)}: no day is fixed, and the period to describe ended on ${format.date(ended)}.`
        : en`${format.quote(label)}: ${isLate ? en`overdue` : en`to be given`}, due on ${format.date(due)}${othersLate(lateToo, format)}.`,
    found: en`not done`,
    expected: due === null ? en`a day agreed with the délégant` : en`on ${format.date(due)} at the latest`,
    action:
      due === null
        ? en`Agree on a day with the délégant, or enter the day on which it was given.`
        : en`Produce the document, ${REGISTER}.`,
  };
}

/** “Request “Prévision””. */
function request(subject: string, format: Formatter): string {
  return subject === '' ? en`Request without a subject` : en`Request ${format.quote(subject)}`;
}

export const DEL: typeof FRENCH = {
  titles: {
    'DEL-01': en`Request of the délégant overdue`,
    'DEL-02': en`Request of the délégant due soon`,
    'DEL-03': en`Insufficient credits to notify`,
    'DEL-04': en`Unspent credits to notify`,
    'DEL-05': en`Report due`,
    'DEL-06': en`Another duty due`,
  },
  sentences: {
    'DEL-01': (details, format) => {
      const { subject } = details;
      if ('unread' in details) {
        const day = details.which === 'receivedOn' ? en`day of receipt` : en`day of the answer`;
        return {
          problem: en`Request ${format.quote(subject)}: ${day} ${unreadDay(details.unread, format)}, its delay of answer cannot be checked.`,
          found: format.quote(details.unread),
          expected: en`a date, such as 13/12/2022`,
          action: isErrorText(details.unread) ? remedyOfError(details.unread) : en`Enter the date, or empty the cell.`,
        };
      }
      const { receivedOn } = details;
      if ('answeredOn' in details) {
        return {
          problem: en`${request(subject, format)}: answered on ${format.date(details.answeredOn)}, before it was received on ${format.date(details.receivedOn)}.`,
          found: en`an answer on ${format.date(details.answeredOn)}`,
          expected: en`an answer from ${format.date(details.receivedOn)} on`,
          action: en`Correct the day of receipt or that of the answer.`,
        };
      }
      if ('doubt' in details) {
        const isAfter = details.doubt === 'longAfterEnd';
        const bound = isAfter
          ? en`after the end of the convention; it is not followed`
          : en`before the signature of the convention`;
        return {
          problem: en`${request(subject, format)}: received on ${format.date(details.receivedOn)}, more than a year ${bound}.`,
          found: en`a receipt on ${format.date(details.receivedOn)}`,
          expected: en`a day near the convention, ${isAfter ? en`which ends` : en`signed`} on ${format.date(details.limit)}`,
          action: en`Check the year of the day of receipt.`,
        };
      }
      const { due } = details;
      return {
        problem:
          due === null || receivedOn === null
            ? en`${request(subject, format)}: without its day of receipt, the delay of answer cannot be checked.`
            : en`${request(subject, format)} received on ${format.date(receivedOn)}: the delay of answer ended on ${format.date(due)}.`,
        found: due === null ? en`no day of receipt` : en`no answer`,
        expected: due === null ? en`a day of receipt` : en`an answer on ${format.date(due)} at the latest`,
        action:
          due === null ? en`Enter the day of receipt.` : en`Answer the délégant, then enter the day of the answer.`,
      };
    },
    'DEL-02': ({ subject, receivedOn, due, left }, format) => ({
      problem:
        left === 0
          ? en`${request(subject, format)} received on ${format.date(receivedOn)}: this is the last day to answer.`
          : en`${request(subject, format)} received on ${format.date(receivedOn)}: the answer is due within ${format.plural(left, 'working day', 'working days')}.`,
      found: en`no answer yet`,
      expected: en`an answer on ${format.date(due)} at the latest`,
      action: en`Answer the délégant, then enter the day of the answer.`,
    }),
    'DEL-03': ({ nature, missing, isExceeded, since, ...of }, format) => ({
      problem: isExceeded
        ? en`${ofYear(of)}${nameOf(of, format)}: the ${nature} ceiling is exceeded by ${format.amount(missing)}${format.dated('since', since)}, ` +
          en`and the délégant was not informed.`
        : en`${ofYear(of)}${nameOf(of, format)}: with what is reserved, ${format.amountOf(nature, missing)} are missing, and the délégant was not informed.`,
      found: en`no notice written down`,
      expected: en`the délégant informed without delay`,
      action: en`Tell the délégant, ${REGISTER}.`,
    }),
    'DEL-04': ({ envelope, ae, cp, until, isOver, isLessCarried, whole, ...year }, format) => ({
      problem: isOver
        ? en`${ofYear(year)}${format.envelope(envelope)}: ${leftOf(ae, cp, format)} were not spent at the end (${format.date(until)})${isLessCarried ? en`, carry-overs deducted` : ''}, and the délégant was not informed${wholeLeaves(whole, format)}.`
        : en`${ofYear(year)}${format.envelope(envelope)}: ${leftOf(ae, cp, format)} are left to spend before ${format.date(until)}${wholeLeaves(whole, format)}.`,
      found: leftOf(ae, cp, format),
      expected: en`the délégant informed as soon as possible`,
      action: isOver
        ? en`Tell the délégant, ${REGISTER}.`
        : en`Estimate what will not be spent and tell the délégant, ${REGISTER}.`,
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
