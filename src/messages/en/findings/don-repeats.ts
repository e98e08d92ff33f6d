/** English words of DON-03: what is counted twice. */
import type { DonDetails, RepeatedMovement, RepeatedPayment } from '../../../domain/controls/findings/details/don';
import type { FindingOf } from '../../../domain/controls/findings/finding';
import { rowNumber } from '../../../workbook/ledger/ledger-source';
import type { Sentences } from '../../evidence';
import type { Formatter } from '../../formatter';
import { en } from '../../typography';
import { MOVEMENTS } from './fon';

function repeatedMovement(
  { type, date, nature, cents, first }: RepeatedMovement,
  format: Formatter,
): Sentences<'DON-03'> {
  const row = String(first + 1);
  return {
    problem:
      en`${MOVEMENTS[type]} of ${format.amountOf(nature, cents)} on ${format.date(date)}: the same envelopes and the same ` +
      en`reference as movement ${row} of ENV_Mouvements; both are counted.`,
    found: en`the same as movement ${row}`,
    expected: en`one row for each movement`,
    action: en`Delete the extra row; if they are two decisions, tell them apart by their references.`,
  };
}

/** A DP, or an invoice, that two rows pay. */
function paidTwice(payment: RepeatedPayment, row: string, format: Formatter): Sentences<'DON-03'> {
  if (payment.invoice !== undefined)
    return {
      problem:
        en`Invoice ${payment.invoice} of ${format.amount(payment.cents)}: already on row ${row}` +
        en`${payment.isOtherEj ? en` for another EJ` : ''}, of the same supplier and amount; both rows are counted.`,
      found: en`an invoice paid twice`,
      expected: en`an invoice paid once`,
      action: en`Delete the extra row, or correct the number of the invoice.`,
    };
  if (payment.isOnTheDay)
    return {
      problem: en`DP ${payment.dp} of ${format.amount(payment.cents)}: already paid on row ${row} on the same day, under another label; both payments are counted.`,
      found: en`a DP paid twice`,
      expected: en`a DP paid once`,
      action: en`Delete the extra row; if they are two parts of the DP, enter the EJ line or the invoice of each.`,
    };
  return {
    problem: payment.isOtherEj
      ? en`DP ${payment.dp}: already paid on row ${row}, on another day and for another EJ; both payments are counted.`
      : en`DP ${payment.dp} of ${format.amount(payment.cents)}: already paid on row ${row}, on another day; both payments are counted.`,
    found: en`a DP paid twice`,
    expected: en`a DP paid once`,
    action: en`Delete the extra row, or correct the DP number or the date of payment.`,
  };
}

/** The sentences of one finding. */
export function repeated(details: FindingOf<'DON-03'>['details'], format: Formatter): Sentences<'DON-03'> {
  if (details.movement) return repeatedMovement(details.movement, format);
  const { firstRow, repeats, payment, paid, differs } = details;
  const row = String(rowNumber(firstRow));
  if (payment) return paidTwice(payment, row, format);
  if (differs)
    return {
      problem: en`The same amounts and dates as on row ${row}, except ${format.quote(differs.heading)}: ${format.quote(differs.text)} instead of ${format.quote(differs.first)}; both rows are counted.`,
      found: differs.text,
      expected: en`one row for each operation`,
      action: en`Delete the row if the operation is the same.`,
    };
  if (paid !== undefined)
    return {
      problem: en`Payment of ${format.amount(paid)}: already on row ${row}, on the same day, with the AE of the same EJ; both payments are counted.`,
      found: en`the payment entered twice`,
      expected: en`a payment once`,
      action: en`Clear the CP of one of the two rows, or tell the two payments apart by their DP numbers.`,
    };
  if (!repeats)
    return {
      problem: en`This row repeats row ${row}: same references, same dates, same amounts.`,
      found: en`the same content as row ${row}`,
      expected: en`one row for each operation`,
      action: en`Delete the extra row, or tell the two operations apart by their DP numbers.`,
    };
  return repeatedAe(repeats, row, format);
}

type RepeatedAe = NonNullable<Extract<DonDetails['DON-03'], { firstRow: unknown }>['repeats']>;

/** The AE of an EJ that are counted twice. */
function repeatedAe(repeats: RepeatedAe, row: string, format: Formatter): Sentences<'DON-03'> {
  const ae = en`AE of ${format.amount(repeats.ae)}`;
  const expected = en`the AE of an EJ once`;
  if (repeats.by === 'rest')
    return {
      problem: en`${ae}: it is the rest of the EJ committed on row ${row}, counted as another commitment.`,
      found: en`the rest of the EJ`,
      expected,
      action: en`Keep the AE on the first row of the EJ; if it is a new commitment, give its EJ item.`,
    };
  if (repeats.by === 'paid')
    return {
      problem: en`${ae}, as the payment of the row: the EJ is committed on row ${row} for an amount that covers its payments, and this AE is added to it.`,
      found: en`the AE repeated on the payment`,
      expected,
      action: en`If the row only pays, clear its AE; if it is a new commitment, give its EJ item.`,
    };
  if (repeats.by === 'row')
    return {
      problem: en`${ae} and its payment: already counted on row ${row} for the same EJ, on another date of commitment.`,
      found: en`the row repeated on another date`,
      expected,
      action: en`Remove one of the two rows, or give them their own EJ items and DP.`,
    };
  if (repeats.by === 'lots')
    return {
      problem: en`${ae}: it is the sum of the rows of the same EJ from row ${row} on, which are counted too.`,
      found: en`the AE of the EJ, then of its parts`,
      expected,
      action: en`If the row sums them, remove its amount; otherwise give each row its EJ item.`,
    };
  return repeats.by === 'items'
    ? {
        problem: en`${ae} of a complete EJ: it is the sum of its items, which are counted too from row ${row} on.`,
        found: en`the AE of the EJ and of its items`,
        expected,
        action: en`Remove the AE from the row of the EJ, or from those of its items.`,
      }
    : {
        problem: en`${ae} already counted on row ${row} for the same EJ${repeats.isDoubt ? '' : en`, on the same date`}, with another payment.`,
        found: en`the AE repeated on each payment`,
        expected,
        action: en`Keep the AE on the first row of the EJ, or tell the two commitments apart by their EJ items.`,
      };
}
