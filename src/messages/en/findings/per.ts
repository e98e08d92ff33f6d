/** English words of the PER findings: dates. */
import { WHOLE_CONVENTION } from '../../../domain/envelopes/ceilings';
import type { OwnYearDetails } from '../../../domain/controls/findings/details/per';
import type { FindingOf } from '../../../domain/controls/findings/finding';
import type { Sentences } from '../../evidence';
import type { Formatter } from '../../formatter';
import type { PER as FRENCH } from '../../fr/findings/per';
import { en } from '../../typography';

const CORRECT_DATE = en`Correct the date, or charge the expense to other credits.`;

/** An EJ dated before the credits may be one of those that the opening RAP is given for. */
function correctDate(rap: number | undefined, format: Formatter): string {
  if (rap === undefined) return CORRECT_DATE;
  return en`Correct the date; if the EJ is earlier than the credits, add it to ENV_RAP: its payments draw on the ${format.amount(rap)} of restes à payer of the envelope.`;
}

const BASES = {
  envelope: en`AE of the envelope`,
  convention: en`AE of the convention`,
  currentYear: en`AE of the current year`,
} as const;

function subjectOf(envelope: string, format: Formatter): string {
  return envelope === WHOLE_CONVENTION ? en`The whole convention` : format.envelope(envelope);
}

function outsideYear(details: FindingOf<'PER-03'>['details'], format: Formatter): Sentences<'PER-03'> {
  const { date } = details;
  const [year, before] = [String(details.creditYear), String(details.creditYear - 1)];
  const action = en`Wait until the credits open, or charge the expense to other credits.`;
  switch (details.why) {
    case 'otherYear':
      return {
        problem: en`${format.field(details.field)} ${format.date(date)}: outside the credit year ${year}.`,
        expected: en`a date of ${year}`,
        action: correctDate(details.rap, format),
      };
    case 'tooEarly': {
      const problem = en`Commitment in advance on ${format.date(date)}: too early for the credits of ${year}, where it is not counted.`;
      return { problem, expected: en`from 1 November ${before}`, action };
    }
    case 'serviceTooEarly': {
      const problem = en`Commitment in advance on ${year}, service done on ${format.date(date)}: before the year.`;
      return { problem, expected: en`from 1 January ${year}`, action };
    }
    case 'beforeNovember':
    case 'noNextCredits':
      return ofOwnYear(details, format);
    case 'aboveShare':
      return {
        problem:
          en`${subjectOf(details.envelope, format)}: ${format.amount(details.total)} of AE committed in advance on ${format.date(date)}, ` +
          en`above the threshold of the team, ${format.share(details.share)} of the ${BASES[details.base]}.`,
        expected: format.value({ atMost: details.limit }),
        action: en`Postpone the commitment after 1 January ${year}, or reduce it.`,
      };
  }
}

/** The credits of its own year bear it, although it is named an advance. */
function ofOwnYear(details: OwnYearDetails, format: Formatter): Sentences<'PER-03'> {
  const { date, creditYear, cents, why } = details;
  const [year, after] = [String(creditYear), String(creditYear + 1)];
  const isEarly = why === 'beforeNovember';
  const reason = isEarly ? en`too early for the credits of ${after}` : en`no credits of ${after} in the convention`;
  return {
    problem: en`Commitment in advance on ${format.date(date)} (${format.amountOf('AE', cents)}): ${reason}, it is charged to ${year}.`,
    expected: isEarly ? en`from 1 November ${year}` : en`credits of ${after}, or a commitment on ${year}`,
    action: en`Correct the date or the kind of operation, or remove the commitment if it belongs to other credits.`,
  };
}

export const PER: typeof FRENCH = {
  titles: {
    'PER-01': en`Date before the signature`,
    'PER-02': en`Date after the end`,
    'PER-03': en`Date outside the credit year`,
    'PER-04': en`Date after the closing`,
    'PER-05': en`Dates in the wrong order`,
    'PER-06': en`Paid beyond the delay`,
    'PER-07': en`Order after the end of the contract`,
    'PER-08': en`Termination without effect`,
    'PER-09': en`Commitment after the termination`,
  },
  sentences: {
    'PER-01': ({ field, date, rap }, format) => ({
      problem: en`${format.field(field)} ${format.date(date)}: before the signature of the convention.`,
      action: correctDate(rap, format),
    }),
    'PER-02': ({ field, date }, format) => ({
      problem: en`${format.field(field)} ${format.date(date)}: after the end of the convention.`,
      action: CORRECT_DATE,
    }),
    'PER-03': (details, format) => outsideYear(details, format),
    'PER-04': ({ field, date, closing }, format) => ({
      problem: en`${format.field(field)} ${format.date(date)}: after the year-end closing date, ${format.date(closing)}.`,
      action: en`Correct the date, or check in Chorus that the operation was recorded.`,
      stated: true,
    }),
    'PER-05': ({ field, date, otherDate }, format) => ({
      problem:
        field === 'receiptDate'
          ? en`${format.field(field)} ${format.date(date)}: after the payment, made on ${format.date(otherDate)}.`
          : en`${format.field(field)} ${format.date(date)}: before the commitment, signed on ${format.date(otherDate)}.`,
      action: en`Correct the date that is wrong; an expense made before its commitment must be put in order.`,
    }),
    'PER-06': ({ date, from, fromDate, paymentDays, days, suspension }, format) => ({
      problem:
        en`Payment of ${format.date(date)}: ${format.plural(days, 'day', 'days')} after the delay of ${format.plural(paymentDays, 'day', 'days')} ` +
        (suspension === undefined
          ? en`(${format.field(from)} ${format.date(fromDate)}).`
          : en`(${format.field(from)} ${format.date(fromDate)}), the suspension of the column ${format.quote(suspension)} not being deducted.`),
      action:
        suspension === undefined
          ? en`Check the dates and the suspensions of the delay; failing that, default interest is due without being asked for.`
          : en`Deduct the suspension: after the delay so extended, default interest is due without being asked for.`,
    }),
    'PER-07': ({ field, date, contractEnd }, format) => ({
      problem: en`${format.field(field)} ${format.date(date)}: the contract ended on ${format.date(contractEnd)}.`,
      action: en`Check the end of the contract and its renewals; order on a contract in force.`,
    }),
    'PER-08': ({ date, isReceived, noticeMonths, noticeEnds, endsOn }, format) => ({
      problem:
        en`Termination ${isReceived ? 'received' : 'sent'} on ${format.date(date)}: its notice of ${format.plural(noticeMonths, 'month', 'months')} ends on ` +
        en`${format.date(noticeEnds)}, while the convention ends on ${format.date(endsOn)}; it has no effect.`,
      expected: en`a notice over before ${format.date(endsOn)}`,
      action: en`Let the convention run to its end, or agree on an amendment.`,
      stated: true,
    }),
    'PER-09': ({ date, effectiveOn }, format) => ({
      problem: en`Commitment of ${format.date(date)}: the delegation ended on ${format.date(effectiveOn)}.`,
      action: en`Correct the date, or agree with the délégant on who bears this commitment.`,
      stated: true,
    }),
  },
};
