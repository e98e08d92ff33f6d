/** English words of the DON findings: the data themselves. */
import type { FindingOf } from '../../../domain/controls/findings/finding';
import type { LedgerField } from '../../../domain/envelopes/ledger';
import type { Sentences } from '../../evidence';
import { NOT_CALCULATED } from '../../failure-description';
import type { Formatter } from '../../formatter';
import type { DON as FRENCH } from '../../fr/findings/don';
import { columnMissing } from './don-columns';
import { repeated } from './don-repeats';
import { en } from '../../typography';
import { total } from './don-totals';

function unreadable(details: FindingOf<'DON-01'>['details'], format: Formatter): string {
  const { field, raw, what, withdrawn } = details;
  const name = format.field(field);
  if (withdrawn) return undatedRetrait(name, raw, withdrawn, format);
  if (what === 'missing') return en`${name}: no amount ${missing(details, format)}; nothing is counted.`;
  if (raw === '') return en`${name} absent: the commitment is counted out of prudence, but its date cannot be checked.`;
  const effect = field === 'paymentDate' ? en`; the CP of the row are not counted as paid` : '';
  if (what === 'date') return en`${name} ${format.quote(raw)}: the date cannot be read, or does not exist${effect}.`;
  if (what === 'year') return en`${name}: ${format.quote(raw)} is not a whole date, only the year is known${effect}.`;
  if (what === 'month') return en`${name} ${format.quote(raw)}: the day is not known, only the month is${effect}.`;
  return en`${name} ${format.quote(raw)}: ${IN_PLACE_OF_AMOUNT[what].found}, ${notCounted(field)}.`;
}

/** The amounts that are lost with the cell; those of the other nature count. */
function notCounted(field: LedgerField): string {
  const nature = field === 'ae' ? 'AE' : 'CP';
  return en`the ${nature} of the row are not counted`;
}

/** The piece without its amount, and the cell that gives it as committed or paid. */
function missing({ raw, status }: FindingOf<'DON-01'>['details'], format: Formatter): string {
  const piece = raw === '' ? en`on this row` : en`for ${raw}`;
  return status === undefined
    ? en`${piece}, whose date is given`
    : en`${piece}, whose status is ${format.quote(status)}`;
}

type Withdrawn = NonNullable<FindingOf<'DON-01'>['details']['withdrawn']>;

/** It lowers the consumption without a day: the contrary of prudence, which the reader has to know. */
function undatedRetrait(name: string, raw: string, { cents, freed }: Withdrawn, format: Formatter): string {
  const found = raw === '' ? en`${name} absent` : en`${name} ${format.quote(raw)} cannot be read, or does not exist`;
  return freed > 0
    ? en`${found}: the decommitment lowers the consumption by ${format.amountOf('AE', freed)}, and its date cannot be checked.`
    : en`${found}: the decommitment of ${format.amountOf('AE', cents)} does not lower the consumption, and its date cannot be checked.`;
}

const IN_PLACE_OF_AMOUNT = {
  missing: { found: en`no amount`, action: en`Enter the amount, or 0 if there is none.` },
  amount: { found: en`the amount cannot be read`, action: en`Enter the amount as a number.` },
  dateForAmount: {
    found: en`a date in the place of an amount`,
    action: en`Enter the amount, and give the cell the Number format.`,
  },
  timeForAmount: {
    found: en`a time or a duration in the place of an amount`,
    action: en`Enter the amount, and give the cell the Number format.`,
  },
  percentageForAmount: {
    found: en`a percentage in the place of an amount`,
    action: en`Enter the amount in euros, and give the cell the Number format.`,
  },
  currencyForAmount: {
    found: en`the currency shown is not the euro`,
    action: en`Enter the amount in euros, and give the cell the Number format.`,
  },
  quantityForAmount: {
    found: en`a quantity in the place of an amount`,
    action: en`Enter the amount in euros, and give the cell the Number format.`,
  },
  unitForAmount: {
    found: en`an uncertain amount, the unit shown is not that of the value or of the column`,
    action: en`Enter the amount in the unit of the column, given by its heading (“AE (€)”), and give the cell the Number format.`,
  },
  digitsForAmount: {
    found: en`an uncertain amount, the format of the cell adds digits or a sign to its value`,
    action: en`Enter the whole amount, and give the cell the Number format.`,
  },
  sideForAmount: {
    found: en`an uncertain amount, a credit by another column, without a minus`,
    action: en`Enter the amount with its sign, or clear the cell of the side.`,
  },
  sharedForAmount: {
    found: en`one cell merged over rows of several envelopes, the share of each is not known`,
    action: en`Unmerge the cell, and enter on each row the share of its envelope.`,
  },
} as const;

/** The amounts that are not seen, and their sums. */
function hidden(details: FindingOf<'DON-07'>['details'], format: Formatter): string {
  const { what, count, groups, example } = details;
  const sums = en`${format.amount(details.ae)} of AE and ${format.amount(details.cp)} of CP are counted`;
  const fromHere = count === 1 ? '' : en` of the column, from this one on,`;
  const amounts = format.plural(count, 'amount', 'amounts');
  switch (what) {
    case 'sheet':
      return en`The sheet is hidden and holds ${format.plural(count, 'row', 'rows')} of the ledger: ${sums} and not seen.`;
    case 'column':
      return en`The column is hidden and holds ${amounts}: ${sums} and not seen.`;
    case 'figures': {
      const are = count === 1 ? 'is' : 'are';
      return en`${amounts}${fromHere} ${are} not shown, by the format of the cell: ${sums} and not seen.`;
    }
    case 'signs': {
      const negative = format.plural(count, 'negative amount', 'negative amounts');
      const are = count === 1 ? en`is shown without its sign` : en`are shown without their sign`;
      return en`${negative}${fromHere} ${are}, by the format of the cell: ${sums}.`;
    }
    case 'units': {
      const are = count === 1 ? 'is' : 'are';
      const such = example ? en` (${format.quote(example.shown)} counts for ${format.amount(example.cents)})` : '';
      return en`${amounts}${fromHere} ${are} shown in another unit${such}: ${sums}.`;
    }
    case 'colors':
      return en`${amounts}${fromHere} ${count === 1 ? 'is' : 'are'} written in white on white: ${sums} and not seen.`;
    case 'rules':
    case 'otherRules': {
      const how = what === 'rules' ? 'hidden' : en`shown in another unit or currency`;
      return en`${amounts}${fromHere} may be ${how} by a conditional format: ${sums}.`;
    }
    case 'withoutTax':
      return en`${amounts}${fromHere} without tax, by the heading, a title, a note, the format of the cells or the name of the file: ${sums} without the VAT, which the same credits pay.`;
    case 'rows': {
      if (details.of) return hiddenOfConvention(details.of, format);
      const where = groups === 1 ? en`from this one on` : en`in ${format.count(groups)} groups, from this one on`;
      return en`${format.plural(count, 'row', 'rows')} hidden or filtered out, ${where}: ${sums} and not seen.`;
    }
  }
}

/** The rows of a table of the convention, the first three by their names. */
function hiddenOfConvention({ table, names }: HiddenOfConvention, format: Formatter): string {
  const count = names.length;
  const others = count - MOST_NAMES;
  const shown = names.slice(0, MOST_NAMES).map((name) => format.quote(name));
  const more = others > 0 ? [format.plural(others, 'other', 'others')] : [];
  const rows = format.plural(count, 'row', 'rows');
  const are = count === 1 ? en`is counted and not seen` : en`are counted and not seen`;
  return en`${table}, ${rows} hidden or filtered out: ${format.allOf([...shown, ...more])} ${are}.`;
}

type HiddenOfConvention = NonNullable<FindingOf<'DON-07'>['details']['of']>;
const MOST_NAMES = 3;

const TO_SHOW = {
  sheet: {
    expected: en`rows that are seen`,
    action: en`Show the sheet, or take it out of the ledger if its rows are no part of it.`,
  },
  rows: {
    expected: en`rows that are seen`,
    action: en`Clear the filter or show the rows; delete those that must not count.`,
  },
  column: {
    expected: en`a column that is seen`,
    action: en`Show the column, or map another one if its amounts must not count.`,
  },
  figures: {
    expected: en`an amount that is seen`,
    action: en`Give the cells the Number format; clear the amounts that must not count.`,
  },
  signs: {
    expected: en`a minus that is seen`,
    action: en`Choose a number format that shows the minus, and check the sign of the amounts.`,
  },
  units: {
    expected: en`amounts shown in the unit of the column`,
    action: en`Check the unit, then correct the heading or the format of the cells.`,
  },
  colors: {
    expected: en`an amount that is seen`,
    action: en`Choose another colour of font; clear the amounts that must not count.`,
  },
  rules: {
    expected: en`an amount that is always seen`,
    action: en`Delete the conditional format; clear the amounts that must not count.`,
  },
  otherRules: {
    expected: en`amounts shown in the unit of the column`,
    action: en`Check the unit of these amounts, then delete the conditional format.`,
  },
  withoutTax: {
    expected: en`amounts with tax`,
    action: en`Add a column of the amounts with tax, or correct the heading, the title or the format if the VAT is included or not due.`,
  },
} as const;

function signAgainst(details: FindingOf<'DON-10'>['details'], format: Formatter): { problem: string; action: string } {
  const { field, words, cents, isLowered, isUncharged, raises } = details;
  const amount = en`${format.field(field)} of ${format.amount(cents)}`;
  if (raises) {
    const [others, one] = field === 'ae' ? [en`EJ`, en`commitment`] : [en`payments`, en`payment`];
    return {
      problem: en`${amount} typed with a minus under ${format.quote(words)}, as the other ${others} of the ledger are: it counts as a ${one}.`,
      action: en`Nothing to do if the ledger holds its ${others} as negative amounts; otherwise correct the sign.`,
    };
  }
  return {
    problem: isUncharged
      ? en`${amount} typed with a plus on ${format.quote(words)}: the row, of no known envelope, is in no figure.`
      : isLowered
        ? en`${amount} typed with a plus on ${format.quote(words)}: it is counted as lowering.`
        : en`${amount} typed with a plus on ${format.quote(words)}: it is counted as typed, since the words may mean something else.`,
    action: isLowered
      ? en`Correct the sign, or the kind of operation.`
      : en`Enter the minus sign, or give the operation in its column.`,
  };
}

function negative(details: FindingOf<'DON-04'>['details'], format: Formatter): Sentences<'DON-04'> {
  const { field, cents, operation, isOfPayment } = details;
  const amount = en`${format.field(field)} of ${format.amount(cents)}`;
  if (isOfPayment)
    return {
      problem: en`${amount} on a payment of the same amount: counted as a decommitment of the EJ, although a payment frees no AE.`,
      expected: en`no AE on a payment`,
      action: en`Erase the AE of the row; if the EJ is reduced too, enter the decommitment on a row of its own.`,
    };
  if (operation !== undefined)
    return {
      problem: en`${amount} on ${format.quote(operation)}: a negative amount, counted as a decommitment of the EJ.`,
      expected: en`a reason such as retrait, or a positive amount`,
      action: en`Correct the sign, or the kind of operation.`,
    };
  return {
    problem: en`${amount}: a negative amount without EJ, without DP and without a reason.`,
    expected: en`an EJ, a DP or a reason such as retrait, avoir or pénalité`,
    action: en`Give the EJ or the DP that the row corrects, or its reason in the label.`,
  };
}

export const DON: typeof FRENCH = {
  titles: {
    'DON-01': en`Amount or date missing or unreadable`,
    'DON-02': en`Amount or date kept as text`,
    'DON-03': en`Duplicate row`,
    'DON-04': en`Negative amount without reason`,
    'DON-05': en`Total row inside the data, or typed in a summary`,
    'DON-06': en`Cell in error`,
    'DON-07': en`Amounts hidden or shown otherwise, counted`,
    'DON-08': en`Column missing, or codes not checked`,
    'DON-09': en`Amount with more than two decimals`,
    'DON-10': en`Sign against the operation`,
  },
  sentences: {
    'DON-01': (details, format) => ({
      problem: unreadable(details, format),
      expected:
        details.field === 'ae' || details.field === 'cp'
          ? en`an amount, such as 1234.56`
          : en`a date, such as 13/12/2022`,
      action:
        details.what === 'date' || details.what === 'month' || details.what === 'year'
          ? en`Enter the date.`
          : IN_PLACE_OF_AMOUNT[details.what].action,
    }),
    'DON-02': ({ field, raw, what }, format) => ({
      problem:
        en`${format.field(field)} ${format.quote(raw)}: the ${what === 'amount' ? 'amount' : 'date'} is kept as text` +
        (what === 'monthFirst' ? en`, read month first, as the texts of the column are written` : '') +
        en`; Excel formulas do not see it.`,
      expected: what === 'amount' ? en`a number` : en`an Excel date`,
      action: en`Apply the proposed repair, or enter the cell again.`,
    }),
    'DON-03': repeated,
    'DON-04': negative,
    'DON-05': total,
    'DON-06': ({ field, raw }, format) => ({
      problem:
        (raw === NOT_CALCULATED
          ? en`${format.field(field)}: the formula has no stored result (${raw})`
          : en`${format.field(field)}: the cell holds the error ${raw}`) +
        (field === 'ae' || field === 'cp' ? en`, ${notCounted(field)}.` : '.'),
      expected: en`a value`,
      action:
        raw === NOT_CALCULATED
          ? en`Open the workbook in Excel, recalculate it and save it; if the error stays, correct the formula.`
          : en`Correct the formula or enter the value again.`,
    }),
    'DON-07': (details, format) => ({
      problem: hidden(details, format),
      found: {
        sheet: en`a hidden sheet`,
        column: en`a hidden column`,
        rows: format.plural(details.count, 'hidden row', 'hidden rows'),
        figures: format.plural(details.count, 'amount not shown', 'amounts not shown'),
        signs: format.plural(details.count, 'sign not shown', 'signs not shown'),
        units: details.example?.shown ?? en`another unit`,
        colors: format.plural(details.count, 'amount in white', 'amounts in white'),
        rules: format.plural(details.count, 'amount hidden at times', 'amounts hidden at times'),
        otherRules: en`another unit at times`,
        withoutTax: format.plural(details.count, 'amount without tax', 'amounts without tax'),
      }[details.what],
      ...TO_SHOW[details.what],
    }),
    'DON-08': columnMissing,
    'DON-09': ({ field, raw, cents }, format) => ({
      problem: en`${format.field(field)} ${format.quote(raw)}: more than two decimals; the amount is counted as ${format.amount(cents)}.`,
      expected: en`an amount to the cent`,
      action: en`Enter the exact amount of the document, or round the formula to the cent.`,
    }),
    'DON-10': signAgainst,
  },
};
