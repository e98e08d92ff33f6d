/** English words of DON-05: totals and stated figures that the rows do not give. */
import type { FindingOf } from '../../../domain/controls/findings/finding';
import type { RowOfCredits } from '../../../domain/envelopes/ledger';
import type { Sentences } from '../../evidence';
import type { Formatter } from '../../formatter';
import { en } from '../../typography';

const STATED = {
  aeConsumed: en`of AE consumed`,
  cpConsumed: en`of CP consumed`,
  aeRemaining: en`of AE not consumed`,
  cpRemaining: en`of CP not consumed`,
  outstanding: en`of restes à payer`,
} as const;

/** A figure of a summary that the ledger contradicts. */
function stated(
  { shown, sum, stated: of }: Extract<FindingOf<'DON-05'>['details'], { readonly shown: number }>,
  format: Formatter,
): { problem: string; action: string } | null {
  if (!of || sum === null) return null;
  const envelope = of.envelope === null ? '' : en` for ${format.envelope(of.envelope)}`;
  return {
    problem:
      en`A figure typed outside the ledger, ${format.quote(of.words)}: ${format.amount(shown)}, while the ledger gives ` +
      en`${format.amount(sum)} ${STATED[of.figure]}${envelope} on ${format.date(of.asOf)}.`,
    action: en`If it is out of date, replace it with a formula, or write its date beside it; if it is right, look for the row, or the credits, that the ledger lacks or should not count.`,
  };
}

/** Amounts of credits typed among the operations. */
function credits(
  details: FindingOf<'DON-05'>['details'],
  isCarried: RowOfCredits,
  format: Formatter,
): Sentences<'DON-05'> {
  const amount = details.shown === null ? format.quote(details.raw) : format.amount(details.shown);
  const cp = details.shown === null ? undefined : details.beside;
  const beside = cp === undefined ? '' : en` and ${format.field('cp')} ${format.amount(cp)}`;
  const unread = details.shown === null ? en`, which cannot be read` : '';
  if (isCarried === 'left')
    return {
      problem: en`A dated row that is not counted: ${format.field(details.field)} ${amount}${beside}${unread}, on a row whose words name credits, a balance, a difference or what is consumed.`,
      action: en`Nothing to do if the row recalls a figure; if it is an expense, name what is paid, and enter the number of its EJ.`,
      stated: true,
    };
  const start =
    isCarried === 'paid' ? en`Credits on the day of a payment, not counted` : en`Credits that are not counted`;
  return {
    problem: en`${start}: ${format.field(details.field)} ${amount}${beside}${unread}, on a row whose words name credits.`,
    action: en`If they are credits received, returned or frozen, enter them in ENV_Mouvements, unless they are there; if it is an expense, name what is paid, and enter the number of its EJ.`,
    stated: true,
  };
}

/** A total that agrees with its rows, differs from them, or cannot be compared. */
export function total(details: FindingOf<'DON-05'>['details'], format: Formatter): Sentences<'DON-05'> {
  const ofSummary = details.shown === null ? null : stated(details, format);
  if (ofSummary) return ofSummary;
  if (details.isCarried !== undefined && details.isCarried !== true) return credits(details, details.isCarried, format);
  if (details.shown !== null && details.isCarried)
    return {
      problem: en`A dated carry-over, not counted: ${format.field(details.field)} ${format.amount(details.shown)}, the sum of no rows.`,
      action: en`If it is of credits carried over, enter them in ENV_Mouvements; nothing to do if they are there, or if the row recalls another ledger.`,
      stated: true,
    };
  const { field, shown, sum } = details;
  const start = en`A total row among the data, not counted: ${format.field(field)}`;
  const amount = shown === null ? format.quote(details.raw) : format.amount(shown);
  if (sum === null) {
    return {
      problem: en`${start} ${amount}, while the rows that it sums are not in the ledger.`,
      action: en`Nothing to do if those rows are in another ledger; otherwise, enter them.`,
    };
  }
  if (shown === sum && details.mayBePayment)
    return {
      problem: en`A row without a label or an EJ, on a day of payment, not counted: ${format.field(field)} ${format.amount(sum)}, as other rows add up to.`,
      action: en`If it is a payment, enter the number of its EJ; if it is a total, clear its date of payment, or write “Total” on the row.`,
    };
  if (shown === sum) {
    return {
      problem: en`${start} ${format.amount(sum)}, as the rows add up to.`,
      action: en`Nothing to do; a totals row of the table would be safer.`,
    };
  }
  const unlike = shown === null ? en`${amount} cannot be read` : amount;
  return {
    problem: en`${start} ${unlike}, while the rows add up to ${format.amount(sum)}.`,
    action: en`Correct the total, or the row that it forgets.`,
  };
}
