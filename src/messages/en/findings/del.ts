/** English words of the DEL findings: what is due to the délégant, and when. */
import { WHOLE_CONVENTION } from '../../../domain/envelopes/ceilings';
import { en } from '../../typography';
import type { FamilyWords, Speaker } from '../../words';

const REGISTER = en`then put the day in “Fait le” (table ENV_Obligations)`;

function nameOf(envelope: string, say: Speaker): string {
  return envelope === WHOLE_CONVENTION ? en`Whole convention` : say.envelope(envelope);
}

function leftOf(ae: number | null, cp: number | null, say: Speaker): string {
  const parts = [
    ...(ae === null ? [] : [en`${say.amount(ae)} of AE`]),
    ...(cp === null ? [] : [en`${say.amount(cp)} of CP`]),
  ];
  return parts.join(' and ');
}

/** Titles and sentences of the DEL rules. */
export const DEL_EN: FamilyWords<'DEL'> = {
  titles: {
    'DEL-01': en`Request of the délégant overdue`,
    'DEL-02': en`Request of the délégant due soon`,
    'DEL-03': en`Insufficient credits to notify`,
    'DEL-04': en`Unspent credits to notify`,
    'DEL-05': en`Report due`,
  },
  words: {
    'DEL-01': ({ subject, receivedOn, due }, say) => ({
      problem:
        due === null || receivedOn === null
          ? en`Request ${say.quote(subject)}: without its day of receipt, the delay of answer cannot be checked.`
          : en`Request ${say.quote(subject)} received on ${say.date(receivedOn)}: the delay of answer ended on ${say.date(due)}.`,
      found: due === null ? en`no day of receipt` : en`no answer`,
      expected: due === null ? en`a day of receipt` : en`an answer on ${say.date(due)} at the latest`,
      article: say.article('followUp'),
      action: due === null ? en`Enter the day of receipt.` : en`Answer the délégant, then enter the day of the answer.`,
    }),
    'DEL-02': ({ subject, receivedOn, due, left }, say) => ({
      problem:
        left === 0
          ? en`Request ${say.quote(subject)} received on ${say.date(receivedOn)}: this is the last day to answer.`
          : en`Request ${say.quote(subject)} received on ${say.date(receivedOn)}: the answer is due within ${say.count(left)} working day(s).`,
      found: en`no answer yet`,
      expected: en`an answer on ${say.date(due)} at the latest`,
      article: say.article('followUp'),
      action: en`Answer the délégant, then enter the day of the answer.`,
    }),
    'DEL-03': ({ envelope, nature, missing, isExceeded, since }, say) => ({
      problem: isExceeded
        ? en`${nameOf(envelope, say)}: the ${nature} ceiling is exceeded by ${say.amount(missing)}${say.dated('since', since)}, ` +
          en`and the délégant was not told.`
        : en`${nameOf(envelope, say)}: with what is reserved, ${say.amount(missing)} of ${nature} are missing, and the délégant was not told.`,
      found: en`no notice written down`,
      expected: en`the délégant told without delay`,
      article: say.article('insufficiency'),
      action: en`Tell the délégant, ${REGISTER}.`,
    }),
    'DEL-04': ({ envelope, ae, cp, until, isOver }, say) => ({
      problem: isOver
        ? en`${say.envelope(envelope)}: ${leftOf(ae, cp, say)} were not spent at the end (${say.date(until)}), and the délégant was not told.`
        : en`${say.envelope(envelope)}: ${leftOf(ae, cp, say)} are left to spend before ${say.date(until)}.`,
      found: leftOf(ae, cp, say),
      expected: en`the délégant told as soon as possible`,
      article: say.article('unspent'),
      action: isOver
        ? en`Tell the délégant, ${REGISTER}.`
        : en`Estimate what will not be spent and tell the délégant, ${REGISTER}.`,
    }),
    'DEL-05': ({ label, type, due, ended, isLate, article }, say) => ({
      problem:
        due === null
          ? en`${say.quote(label)}: no day is fixed, and the period to describe ended on ${say.date(ended)}.`
          : en`${say.quote(label)}: ${isLate ? en`overdue` : en`to be given`}, due on ${say.date(due)}.`,
      found: en`not done`,
      expected: due === null ? en`a day agreed with the délégant` : en`on ${say.date(due)} at the latest`,
      article:
        article === '' ? say.article(type === 'yearlyReport' ? 'yearlyReport' : 'followUp') : `convention, ${article}`,
      action:
        due === null
          ? en`Agree on a day with the délégant, or enter the day on which it was given.`
          : en`Produce the document, ${REGISTER}.`,
    }),
  },
};
