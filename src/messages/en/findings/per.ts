/** English words of the PER findings: dates. */
import { en } from '../../typography';
import type { FindingOf } from '../../../domain/controls/findings/finding';
import type { FamilyWords, Speaker, Words } from '../../words';

function wrongDate(problem: string, found: string, expected: string, article: string): Words {
  return { problem, found, expected, article, action: en`Correct the date, or charge the expense to other credits.` };
}

const LOLF_9 = en`LOLF, art. 9`;
const GBCP_30 = en`décret n° 2012-1246 (GBCP), art. 30 to 32`;
const CCP_DELAY = en`code de la commande publique, art. R2192-10, R2192-12 and R2192-13`;

function outsideYear(details: FindingOf<'PER-03'>['details'], say: Speaker): Words {
  const { date } = details;
  const [year, before] = [String(details.creditYear), String(details.creditYear - 1)];
  const action = en`Wait until the credits open, or charge the expense to other credits.`;
  switch (details.why) {
    case 'otherYear':
      return wrongDate(
        en`${say.field(details.field)} ${say.date(date)}: outside the year of the credits, ${year}.`,
        say.date(date),
        en`a date of ${year}`,
        say.article('credits'),
      );
    case 'tooEarly': {
      const problem = en`Commitment in advance on ${say.date(date)}: too early for the credits of ${year}, where it is not counted.`;
      return { problem, found: say.date(date), expected: en`from 1 November ${before}`, article: LOLF_9, action };
    }
    case 'serviceTooEarly': {
      const problem = en`Commitment in advance on ${year}, service done on ${say.date(date)}: before the year.`;
      return { problem, found: say.date(date), expected: en`from 1 January ${year}`, article: LOLF_9, action };
    }
    case 'aboveQuarter':
      return {
        problem: en`${say.envelope(details.envelope)}: ${say.amount(details.total)} of AE committed in advance, more than a quarter of the credits of ${year}.`,
        found: say.amount(details.total),
        expected: en`${say.amount(details.quarter)} at most`,
        article: LOLF_9,
        action: en`Postpone the commitment after 1 January ${year}, or reduce it.`,
      };
  }
}

/** Titles and sentences of the PER rules. */
export const PER_EN: FamilyWords<'PER'> = {
  titles: {
    'PER-01': en`Date before the signature`,
    'PER-02': en`Date after the end`,
    'PER-03': en`Date outside the credit year`,
    'PER-04': en`Date after the closing`,
    'PER-05': en`Dates in the wrong order`,
    'PER-06': en`Paid beyond the delay`,
    'PER-07': en`Order after the end of the contract`,
    'PER-08': en`Termination without effect`,
  },
  words: {
    'PER-01': ({ field, date, signedOn }, say) =>
      wrongDate(
        en`${say.field(field)} ${say.date(date)}: before the signature of the convention.`,
        say.date(date),
        en`from ${say.date(signedOn)}`,
        say.article('period'),
      ),
    'PER-02': ({ field, date, endsOn }, say) =>
      wrongDate(
        en`${say.field(field)} ${say.date(date)}: after the end of the convention.`,
        say.date(date),
        en`${say.date(endsOn)} at the latest`,
        say.article('period'),
      ),
    'PER-03': (details, say) => outsideYear(details, say),
    'PER-04': ({ field, date, closing }, say) => ({
      problem: en`${say.field(field)} ${say.date(date)}: after the closing date of the year, ${say.date(closing)}.`,
      found: say.date(date),
      expected: en`${say.date(closing)} at the latest`,
      article: en`year-end closing calendar (ENV_Convention)`,
      action: en`Correct the date, or check in Chorus that the operation was taken.`,
    }),
    'PER-05': ({ field, date, other, otherDate }, say) => ({
      problem:
        field === 'receiptDate'
          ? en`${say.field(field)} ${say.date(date)}: after the payment, made on ${say.date(otherDate)}.`
          : en`${say.field(field)} ${say.date(date)}: before the commitment, signed on ${say.date(otherDate)}.`,
      found: say.date(date),
      expected: field === 'receiptDate' ? en`${say.date(otherDate)} at the latest` : en`from ${say.date(otherDate)}`,
      article: other === 'paymentDate' ? CCP_DELAY : GBCP_30,
      action: en`Correct the date that is wrong; an expense made before its commitment must be put in order.`,
    }),
    'PER-06': ({ date, from, fromDate, paymentDays, dueOn, days }, say) => ({
      problem:
        en`Payment of ${say.date(date)}: ${say.count(days)} day(s) after the delay of ${say.count(paymentDays)} days ` +
        en`(${say.field(from)} ${say.date(fromDate)}).`,
      found: say.date(date),
      expected: en`${say.date(dueOn)} at the latest`,
      article: CCP_DELAY,
      action: en`Check the dates and the suspensions of the delay; failing that, default interest is due without being asked for.`,
    }),
    'PER-07': ({ field, date, contractEnd }, say) => ({
      problem: en`${say.field(field)} ${say.date(date)}: the contract ended on ${say.date(contractEnd)}.`,
      found: say.date(date),
      expected: en`${say.date(contractEnd)} at the latest`,
      article: en`${say.article('period')}; code de la commande publique, art. R2162-5`,
      action: en`Check the end of the contract and its renewals; order on a contract in force.`,
    }),
    'PER-08': ({ date, isReceived, noticeMonths, noticeEnds, endsOn }, say) => ({
      problem:
        en`Termination ${isReceived ? 'received' : 'sent'} on ${say.date(date)}: its notice of ${say.count(noticeMonths)} months ends on ` +
        en`${say.date(noticeEnds)}, while the convention ends on ${say.date(endsOn)}; it has no effect.`,
      found: say.date(date),
      expected: en`a notice over before ${say.date(endsOn)}`,
      article: en`${say.article('termination')}; décret n° 2004-1085, art. 5`,
      action: en`Let the convention run to its end, or agree on an amendment.`,
    }),
  },
};
