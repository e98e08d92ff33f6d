/** English words of the CHO findings: differences between the ledger and Chorus. */
import type { GapExplained } from '../../../domain/controls/findings/details/cho';
import type { DetailsOf } from '../../evidence';
import type { CHO as FRENCH } from '../../fr/findings/cho';
import type { Formatter } from '../../formatter';
import { en } from '../../typography';

/** A row with the number of the operation, and no amount that is read. */
function unreadCell({ raw, by }: { readonly raw: string; readonly by: 'dp' | 'ej' }, format: Formatter): string {
  const number = by === 'dp' ? en`this DP` : en`this EJ`;
  return raw === ''
    ? en`${number} is in the ledger on a row without an amount`
    : en`${number} is in the ledger with an amount that is not read, ${format.quote(raw)}`;
}

/** A row of the workbook with the number of the operation, which is not of the ledger. */
function rowOutside({ reason, by }: { readonly reason: string; readonly by: 'dp' | 'ej' }, format: Formatter): string {
  const number = by === 'dp' ? en`this DP` : en`this EJ`;
  return reason === ''
    ? en`${number} is on this row of the workbook, which is not read`
    : en`${number} is on this row, which is set aside for ${format.quote(reason)}`;
}

function linesListed(lines: readonly number[]): string {
  const [last = '', ...before] = lines.map(String).reverse();
  return before.length === 0 ? last : en`${before.reverse().join(', ')} and ${last}`;
}

interface Line {
  readonly source: string;
  readonly line: number;
  readonly isOfDp?: true;
}

function unreadLineOf({ line, source, isOfDp }: Line): string {
  return en`line ${String(line)} of ${source}, which has this ${isOfDp ? en`DP` : en`EJ`}, is not read`;
}

/** The amounts that make up a gap, and the remedy. */
function gapWords({ kind, side, date, isOfAnyYear }: GapExplained, format: Formatter) {
  const isOurs = side === 'ledger';
  const where = isOurs ? en`the ledger` : en`Chorus`;
  const day = date === null ? '' : en` (${format.date(date)})`;
  const [why, action] = {
    otherYear: [
      en`in another year${day}`,
      isOfAnyYear === true
        ? en`If the extract counts earlier years too, export it for this year alone; otherwise, correct the date of the row, without changing the amounts.`
        : en`Check the year of this operation in the ledger and in Chorus, without changing the amounts.`,
    ],
    afterAsOf: [
      en`after the day of the situation${day}`,
      en`Check that date, or take the extract and the situation on the same day, without changing the amounts.`,
    ],
    carriedOver: [en`as reste à payer when the credit year opens`, WITH_CARRY_OVER],
    otherExtract: [en`in another extract too, and counted once`, ONE_EXTRACT],
    unpaid: [en`without a payment date`, STATE_OF_ROW],
    project: [en`as a project`, STATE_OF_ROW],
    cancelled: [
      en`on a cancelled operation`,
      en`Have the operation cancelled in Chorus, or correct the status of the row of the ledger.`,
    ],
  }[kind] as [string, string];
  return { explained: en`an amount present in ${where} ${why}`, action };
}

/** The remedy for an operation that Chorus alone counts, where no cell of the ledger is unreadable. */
function actionOnMissing({ entered, date, isOfAnyYear }: DetailsOf<'CHO-02'>): string {
  switch (entered) {
    case null:
      return isOfAnyYear === true
        ? en`If this EJ is of an earlier year, the extract counts its bascule: export it with a column of bascule. Otherwise, add the row to the ledger, or have the imputation corrected in Chorus when the expense is not of this convention.`
        : en`Add the row to the ledger, or have the imputation corrected in Chorus when the expense is not of this convention.`;
    case 'cancelled':
      return en`Have the operation cancelled in Chorus, or correct the status of the row of the ledger.`;
    case 'afterAsOf':
      return date === null
        ? en`Check the date of this row, or take the extract and the situation on the same day, without entering the operation again.`
        : en`Check which of the two dates is right, without entering the operation again.`;
    case 'carriedOver':
      return WITH_CARRY_OVER;
    case 'otherExtract':
      return ONE_EXTRACT;
    default:
      return entered === 'otherYear' && isOfAnyYear === true
        ? en`If the extract counts earlier years too, export it for this year alone; otherwise, correct the date of this row, without entering it again.`
        : en`Bring the status and the date of the row up to date from Chorus.`;
  }
}

const WITH_CARRY_OVER = en`The extract seems to count the bascule with the commitments: export it with a column of bascule, without changing the amounts of the ledger.`;
const ONE_EXTRACT = en`Export one extract, or extracts with the numbers of DP and of poste, then reconcile again.`;
const STATE_OF_ROW = en`Bring the status and the date of the row up to date from Chorus, without changing the amounts.`;
const READ_AGAIN = en`Correct that line of the extract, or export it again, then reconcile again.`;

export const CHO: typeof FRENCH = {
  titles: {
    'CHO-01': en`In the ledger, not in Chorus`,
    'CHO-02': en`In Chorus, not in the ledger`,
    'CHO-03': en`Amounts differ from Chorus`,
    'CHO-04': en`Imputation differs from Chorus`,
    'CHO-05': en`Twice in Chorus`,
  },
  sentences: {
    'CHO-01': (details, format) => {
      const { nature, cents, otherYear, otherExercise, afterAsOf, repeated, lastDate, unreadLine, effectlessLine } =
        details;
      const amount = format.amountOf(nature, cents);
      const isNameless = details.ej === '' && details.dp === '';
      const end = lastDate === null ? '' : en`, whose extract ends on ${format.date(lastDate)}`;
      if (otherExercise !== undefined)
        return {
          problem: en`${format.operation(details)}: ${amount} counted in the credit year, while Chorus has it in the exercice ${String(otherExercise)}.`,
          expected: en`the same year on both sides`,
          action: en`Check the year of the extract; if it is right, correct the date: the operation belongs to another year.`,
        };
      if (repeated)
        return {
          problem: en`${format.operation(details)}: ${amount} in the ledger; two extracts have this line, without a number that shows whether it is the same one, and it counts once (${repeated.source}, line ${String(repeated.line)}).`,
          expected: en`one line of Chorus for each operation`,
          action: ONE_EXTRACT,
        };
      if (afterAsOf !== undefined)
        return {
          problem: en`${format.operation(details)}: ${amount} counted in the ledger, while Chorus dates it ${format.date(afterAsOf)}, after the day of the situation.`,
          expected: en`the same date on both sides`,
          action: en`Check which of the two dates is right.`,
        };
      if (unreadLine !== null)
        return {
          problem: en`${format.operation(details)}: ${amount} not compared, because ${unreadLineOf(unreadLine)}.`,
          expected: en`an amount in euros on that line of the extract`,
          action: READ_AGAIN,
        };
      if (effectlessLine !== null) {
        const isCancelled = effectlessLine.reason === 'cancelled';
        const state = isCancelled ? en`cancelled` : en`not validated`;
        return {
          problem: en`${format.operation(details)}: ${amount} in the ledger, while line ${String(effectlessLine.line)} of ${effectlessLine.source} gives this ${effectlessLine.isOfDp ? en`DP` : en`EJ`} as ${state}.`,
          expected: en`no amount for an operation that is cancelled or not validated in Chorus`,
          action: isCancelled
            ? en`Note the cancellation in the ledger; if the operation was entered again in Chorus, correct the number of the EJ.`
            : en`Have the operation validated in Chorus, or note it as a project in the ledger.`,
        };
      }
      return {
        problem:
          otherYear !== null
            ? en`${format.operation(details)}: ${amount} counted in the credit year, while Chorus dates it ${format.date(otherYear)}.`
            : isNameless
              ? en`${format.operation(details)}: ${amount} with nothing in Chorus that surely answers it${end}.`
              : en`${format.operation(details)}: ${amount} with nothing in Chorus to answer it${end}.`,
        expected: en`the same operation in the Chorus extract of the credit year`,
        action:
          otherYear !== null
            ? en`Correct the date: the operation belongs to another year.`
            : lastDate !== null
              ? en`Reconcile again with a later extract.`
              : isNameless
                ? en`Enter the number of the EJ or of the DP: several lines of this amount, or lines without codes, cannot be matched without it.`
                : en`Check the numbers of EJ and DP and the year; an operation that was not validated in Chorus consumes nothing.`,
      };
    },
    'CHO-02': (details, format) => {
      const { nature, cents, source, lines, date, entered, enteredOn = null, cell, outside } = details;
      const where = en`${source}, ${lines.length > 1 ? en`lines` : en`line`} ${linesListed(lines)}`;
      if (cell)
        return {
          problem: en`${format.operation(details)}: ${format.amountOf(nature, cents)} in Chorus${format.dated('on', date)}, while ${unreadCell(cell, format)} (${where}).`,
          expected: en`a readable amount in that cell of the ledger`,
          action:
            cell.raw === ''
              ? en`Enter the amount in that cell, without adding a row, then reconcile again.`
              : en`Correct that cell of the ledger, without adding a row, then reconcile again.`,
        };
      if (outside)
        return {
          problem: en`${format.operation(details)}: ${format.amountOf(nature, cents)} in Chorus${format.dated('on', date)}, missing from the ledger, while ${rowOutside(outside, format)} (${where}).`,
          expected: en`the same operation in the ledger`,
          action:
            outside.reason === ''
              ? en`If it is this operation, have this row read in the ledger, without entering it again; otherwise, add the operation to the ledger.`
              : en`If it is this operation, take this row back into the ledger, or accept this finding with a reason; otherwise, add the operation to the ledger.`,
        };
      const states = {
        otherExtract: en`in another extract`,
        carriedOver: en`the reste à payer of earlier years in the ledger`,
        unpaid: en`entered in the ledger without a payment date`,
        project: en`still a project in the ledger`,
        otherYear: en`dated in another year in the ledger`,
        afterAsOf: en`entered in the ledger${format.dated('on', enteredOn)}, after the day of the situation`,
        cancelled: en`cancelled in the ledger`,
        unread: en`unreadable in the ledger`,
        outside: en`outside the ledger in the workbook`,
      };
      const state = entered === null ? en`missing from the ledger` : states[entered];
      return {
        problem: en`${format.operation(details)}: ${format.amountOf(nature, cents)} in Chorus${format.dated('on', date)}, ${state} (${where}).`,
        expected: entered === 'afterAsOf' ? en`the same date on both sides` : en`the same operation in the ledger`,
        action: actionOnMissing(details),
      };
    },
    'CHO-03': (details, format) => {
      const { nature, ledger, chorus, listed, isRolled, cell, unreadLine, isForeign, isOfAnyYear } = details;
      const gap = format.amount(ledger - chorus);
      const words = details.gap && gapWords(details.gap, format);
      if (cell)
        return {
          problem: en`${format.operation(details)}: ${format.amountOf(nature, ledger)} in the ledger and ${format.amount(chorus)} in Chorus are not compared, because ${unreadCell(cell, format)}.`,
          action: en`Correct that cell of the ledger, without changing the other amounts, then reconcile again.`,
          stated: true,
        };
      const place = listed && !isRolled ? en`the table ENV_RAP` : en`the ledger`;
      if (unreadLine)
        return {
          problem: en`${format.operation(details)}: ${format.amountOf(nature, ledger)} in ${place} and ${format.amount(chorus)} in Chorus are not compared, because ${unreadLineOf(unreadLine)}.`,
          action: READ_AGAIN,
          stated: true,
        };
      if (words)
        return {
          problem: en`${format.operation(details)}: ${format.amountOf(nature, ledger)} in the ledger, ${format.amount(chorus)} in Chorus, a gap of ${gap}, ${words.explained}.`,
          action: words.action,
          stated: true,
        };
      if (isRolled)
        return {
          problem: en`${format.operation(details)}: reste à payer of ${format.amount(ledger)} in the ledger when the credit year opens, bascule of ${format.amount(chorus)} in Chorus, a gap of ${gap}.`,
          action: en`Check the commitments, the retraits and the payments of the earlier years on this EJ.`,
        };
      return {
        problem: en`${format.operation(details)}: ${format.amountOf(nature, ledger)} in ${place}, ${format.amount(chorus)} in Chorus, a gap of ${gap}.`,
        action: listed
          ? en`Check the opening reste à payer of this EJ.`
          : isForeign
            ? en`Chorus charges it to other credits than the convention's: check the EJ number and the imputation first, before the amount.`
            : isOfAnyYear
              ? en`If this EJ comes from an earlier year, the extract counts its bascule: export it with a column of bascule before you correct an amount. Otherwise, correct the amount of the ledger from the document, or have Chorus corrected.`
              : en`Correct the amount of the ledger from the document, or have Chorus corrected.`,
      };
    },
    'CHO-04': (details, format) => {
      const { field, ledger, chorus, others, isUnknown, allowed } = details;
      const also =
        others.length === 0 ? '' : en`; also different: ${others.map((other) => format.field(other)).join(', ')}`;
      const isPart = chorus.some(({ code }) => allowed?.includes(code));
      if (allowed)
        return {
          problem: en`${format.operation(details)}: Chorus charges ${isPart ? en`a part of it` : en`it`} to other credits than the convention's, ${format.field(field)} ${format.shares(chorus)}${also}.`,
          action: en`Check the EJ number of the ledger; when it is right, ask for a reimputation in Chorus.`,
        };
      if (ledger.every(({ code }) => code === ''))
        return {
          problem: en`${format.operation(details)}: no envelope in the ledger, ${format.shares(chorus)} in Chorus${also}.`,
          action: en`Enter the envelope of this row in the ledger: without it, its amount is in no figure.`,
        };
      return {
        problem: en`${format.operation(details)}: ${format.field(field)} ${format.shares(ledger)} in the ledger, ${format.shares(chorus)} in Chorus${also}.`,
        action: isUnknown
          ? en`Chorus has a text that is no known code: have it corrected, or add it to the convention if it is another name of the same code.`
          : field === 'ejNumber'
            ? en`Correct the EJ number of the ledger, or have the demande de paiement attached to the right EJ in Chorus: the restes à payer of these EJ depend on it.`
            : field === 'dpNumber'
              ? en`Check the DP number on the document: the same EJ and the same amount, two digits exchanged; correct it in the ledger.`
              : en`Correct the imputation of the ledger, or ask for a reimputation in Chorus when the ledger has that of the convention.`,
      };
    },
    'CHO-05': (details, format) => {
      const where = en`${details.source}, lines ${String(details.firstLine)} and ${String(details.line)}`;
      return {
        problem: en`${format.operation(details)}: ${format.amountOf(details.nature, details.cents)} stands twice in Chorus (${where}).`,
        expected: en`once, as in the ledger`,
        action:
          details.nature === 'AE'
            ? en`Check in Chorus whether the commitment was entered twice or the extract repeats it.`
            : en`Check in Chorus whether it was paid twice or the extract repeats it.`,
      };
    },
  },
};
