/** English words of the DON findings: the data themselves. */
import { rowNumber } from '../../workbook/ledger-source';
import { en } from '../typography';
import type { FamilyWords, Speaker } from '../words';
import { EMPTY } from './common';

const GBCP_160 = en`décret n° 2012-1246 (GBCP), art. 160`;

function unreadable(field: string, raw: string, what: 'amount' | 'date', say: Speaker): string {
  if (raw === '') return en`${field} absent: the commitment is counted out of prudence, but its date cannot be checked.`;
  if (what === 'date') return en`${field} ${say.quote(raw)}: the date cannot be read, or does not exist.`;
  return en`${field} ${say.quote(raw)}: the amount cannot be read, the row is not counted.`;
}

/** Titles and sentences of the DON rules. */
export const DON_EN: FamilyWords<'DON'> = {
  titles: {
    'DON-01': en`Amount or date unreadable`,
    'DON-02': en`Amount or date kept as text`,
    'DON-03': en`Duplicate row`,
    'DON-04': en`Negative amount without reason`,
    'DON-05': en`Total row inside the data`,
    'DON-06': en`Cell in error`,
  },
  words: {
    'DON-01': ({ field, raw, what }, say) => ({
      problem: unreadable(say.field(field), raw, what, say),
      found: raw === '' ? EMPTY : raw,
      expected: what === 'date' ? en`a date, such as 13/12/2022` : en`an amount, such as 1234.56`,
      article: say.article('followUp'),
      action: what === 'date' ? en`Enter the date.` : en`Enter the amount as a number.`,
    }),
    'DON-02': ({ field, raw, what }, say) => ({
      problem: en`${say.field(field)} ${say.quote(raw)}: the ${what} is kept as text; Excel formulas do not see it.`,
      found: raw,
      expected: what === 'date' ? en`an Excel date` : en`a number`,
      article: say.article('followUp'),
      action: en`Apply the proposed repair, or enter the cell again.`,
    }),
    'DON-03': ({ firstRow }, say) => ({
      problem: en`This row repeats row ${String(rowNumber(firstRow))}: same references, same dates, same amounts.`,
      found: en`the same content as row ${String(rowNumber(firstRow))}`,
      expected: en`one row for each operation`,
      article: say.article('followUp'),
      action: en`Delete the extra row, or tell the two operations apart by their DP numbers.`,
    }),
    'DON-04': ({ field, cents }, say) => ({
      problem: en`${say.field(field)} of ${say.amount(cents)}: a negative amount without EJ, without DP and without a reason.`,
      found: say.amount(cents),
      expected: en`an EJ, a DP or a reason such as retrait, avoir or pénalité`,
      article: field === 'ae' ? GBCP_160 : say.article('followUp'),
      action: en`Give the EJ or the DP that the row corrects, or its reason in the label.`,
    }),
    'DON-05': ({ field, shown, sum }, say) => ({
      problem:
        shown === sum
          ? en`A total row among the data, not counted: ${say.field(field)} ${say.amount(sum)}, as the rows add up to.`
          : en`A total row among the data, not counted: ${say.field(field)} ${say.amount(shown)}, while the rows add up to ${say.amount(sum)}.`,
      found: say.amount(shown),
      expected: say.amount(sum),
      article: say.article('followUp'),
      action: shown === sum ? en`Nothing to do; a totals row of the table would be safer.` : en`Correct the total, or the row that it forgets.`,
    }),
    'DON-06': ({ field, raw }, say) => ({
      problem: en`${say.field(field)}: the cell holds the error ${raw}.`,
      found: raw,
      expected: en`a value`,
      article: say.article('followUp'),
      action: en`Correct the formula or enter the value again.`,
    }),
  },
};
