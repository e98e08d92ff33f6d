/** English words of the LEC findings: what the reading of the workbook left out or inferred. */
import type { FindingOf } from '../../../domain/controls/findings/finding';
import type { Nature } from '../../../domain/money/nature';
import type { UnboundedConsumption, UnboundedSums, UnknownPart } from '../../../domain/controls/findings/details/lec';
import type { Sentences } from '../../evidence';
import type { Formatter } from '../../formatter';
import type { LEC as FRENCH } from '../../fr/findings/lec';
import { en } from '../../typography';

type Sums = Pick<FindingOf<'LEC-01'>['details'], 'ae' | 'cp' | 'other' | 'unreadable'>;

const FIGURES = {
  AE: en`AE committed`,
  CP: en`CP paid`,
  outstanding: en`Outstanding (RAP)`,
  envelopes: en`Figures by envelope`,
} as const;

const COUNTED_AS = {
  firm: en`counted as firm`,
  project: en`counted as a draft`,
  nothing: en`in no figure`,
  paid: en`counted as paid`,
  earlier: en`counted as a new commitment`,
  paidUndated: en`counted as due`,
  paidProject: en`counted as due in AE, and as paid in CP`,
} as const;

const WORD_EXPECTED = {
  status: {
    expected: en`a word such as notifié, projet, payé or annulé`,
    action: en`Replace it with a word that is known.`,
  },
  nature: { expected: en`AE or CP`, action: en`Give the nature of the amount: AE or CP.` },
  look: {
    expected: en`a word such as annulé in the column of the status`,
    action: en`If the operation is cancelled, write “Annulé” in the column of the status; otherwise remove the strikethrough.`,
  },
  mark: {
    expected: en`a word such as annulé in the column of the status`,
    action: en`If the operation does not count, write “Annulé” in the column of the status; otherwise clear the mark.`,
  },
} as const;

function wayOf({ about, countedAs }: FindingOf<'LEC-05'>['details']): keyof typeof COUNTED_AS {
  if (about === 'paidUndated' || about === 'paidProject') return about;
  if (about === 'unpaid') return 'paid';
  if (about === 'earlier' && countedAs === 'firm') return about;
  return about === 'payment' && countedAs !== 'nothing' ? 'paid' : countedAs;
}

function countedAs(details: FindingOf<'LEC-05'>['details'], format: Formatter): string {
  if (details.cents !== undefined) return en`${format.amountOf('CP', details.cents)} in no figure`;
  const isOfAll = details.beside === undefined ? details.heading === '' : details.beside !== 'row';
  if (isOfAll && details.about === 'amount') return en`the amounts are counted as they are`;
  if (isOfAll && details.about === 'row') return en`the rows are counted`;
  return en`${format.plural(details.rows, 'row', 'rows')} ${COUNTED_AS[wayOf(details)]}`;
}

/** A payment on a cancelled row. */
const CANCELLED_EXPECTED = {
  expected: en`a cancelled row without a payment`,
  action: en`If the payment was made, replace the status with “Payé”; otherwise clear its date.`,
};

/** A status that the date of payment contradicts. */
const DATE_EXPECTED = {
  expected: en`a status and a date of payment that agree`,
  action: en`Enter the date of the payment if it is done, otherwise clear it; then correct the status.`,
};

/** Above rows that a title may set apart, no column of status distinguishes them. */
const TITLE_EXPECTED = {
  expected: en`a column “État” for these rows`,
  action: en`Add a column “État”: “Annulé” or “Projet” for these rows, “Notifié” if they count.`,
};

/** A remark on the amount of its row. */
const AMOUNT_EXPECTED = {
  expected: en`the amount that the operation takes from its envelope, in euros and with tax`,
  action: en`Correct the amount, or split the row; if it is right, clear the remark.`,
};

/** A remark that leaves a doubt about its row. */
const ROW_EXPECTED = {
  expected: en`an operation that is certain, of the envelope and the year of its row`,
  action: en`Settle the doubt: correct the row, or write “Annulé” in the column of the status; then clear the remark.`,
};

/** An expense that is invoiced, liquidated or ordered. */
const PAYMENT_EXPECTED = {
  expected: en`the date on which the accountant paid`,
  action: en`Add a column “Date de paiement”, blank for what is not paid; if everything is paid, replace this word with “Paiement”.`,
};

/** Words that the date of payment contradicts. */
const UNPAID_EXPECTED = {
  expected: en`a date of payment on the rows that the accountant paid, and on no other`,
  action: en`If the payment is not done, clear its date, or correct it; if it is, clear the mark.`,
};

/** The same, paid on another row. */
const PAID_ELSEWHERE_EXPECTED = {
  expected: en`an expense on the row of its payment alone`,
  action: en`Keep the amount on the row of the payment, and clear it from this one; if they are two expenses, correct this word.`,
};

/** A title over rows of another nature than the column of their amounts. */
const SECTION_EXPECTED = {
  expected: en`a column “Nature”: AE or CP`,
  action: en`Add a column “Nature”, and give AE or CP on each row.`,
};

/** The amount of an EJ that its other rows detail. */
const SUM_EXPECTED = {
  expected: en`each amount counted once`,
  action: en`Keep the total or its detail: clear one of them, or set aside the sheet that sums them up.`,
};

/** An EJ of an earlier year, entered again. */
const EARLIER_EXPECTED = {
  expected: en`the AE of an EJ once, on the day of its commitment`,
  action: en`Enter the original date of the EJ; if its AE is already in the ledger, clear it here. If the EJ is new, correct these words.`,
};

function expectedOf({ field, heading, about, beside, countedAs: way }: FindingOf<'LEC-05'>['details']): {
  expected: string;
  action: string;
} {
  if (about === 'amount') return AMOUNT_EXPECTED;
  if (about === 'row') return ROW_EXPECTED;
  if (about === 'earlier') return EARLIER_EXPECTED;
  if (about === 'section') return SECTION_EXPECTED;
  if (about === 'aeSum' || about === 'cpSum') return SUM_EXPECTED;
  if (about === 'paidUndated' || about === 'paidProject') return DATE_EXPECTED;
  if (about === 'paidCancelled') return CANCELLED_EXPECTED;
  if (about === 'unpaid') return UNPAID_EXPECTED;
  if (about === 'payment') return way === 'nothing' ? PAID_ELSEWHERE_EXPECTED : PAYMENT_EXPECTED;
  return field === 'mark' && heading === '' && !beside ? TITLE_EXPECTED : WORD_EXPECTED[field];
}

/** A text that no cell of the table holds: where it is, and its doubt. */
function besideTable({ raw, heading = '', about, beside }: FindingOf<'LEC-05'>['details'], format: Formatter): string {
  const place = {
    row: en`Note on the row`,
    heading: en`Note on the column ${format.quote(heading)},`,
    prompt: en`Input message of the column ${format.quote(heading)},`,
    sheet: en`Note on the sheet`,
    page: en`Header or footer of the page`,
    shape: en`Text box`,
  }[beside ?? 'sheet'];
  const words = en`${place} ${format.quote(raw)}`;
  if (beside !== 'row')
    return en`${words}: a doubt about ${about === 'amount' ? en`the amount of the rows` : en`the rows`}`;
  if (about === undefined) return en`${words}: the row may be set apart`;
  return en`${words}: a doubt about ${about === 'amount' ? en`its amount` : en`the row`}`;
}

function unknownWord(details: FindingOf<'LEC-05'>['details'], format: Formatter): string {
  const { field, raw, heading = '', about, countedAs: way, beside } = details;
  if (beside) return besideTable(details, format);
  if (about === 'payment' && way === 'nothing')
    return en`Nature ${format.quote(raw)}: the payment of this expense is on another row`;
  if (about === 'payment')
    return en`Column ${format.quote(heading)}: ${raw === '' ? en`this stage` : format.quote(raw)} comes before the payment`;
  if (about === 'section')
    return en`Title ${format.quote(raw)}: it does not give the nature as which the column of amounts is read`;
  if (about === 'aeSum' || about === 'cpSum')
    return en`Column ${format.quote(heading)}: the amount of EJ ${raw} is also the sum of its other rows`;
  if (about === 'paidUndated') return en`Status ${format.quote(raw)}: the row has no date of payment`;
  if (about === 'paidProject' || about === 'paidCancelled')
    return en`Status ${format.quote(raw)}: the row has a date of payment`;
  const mark = raw === '' ? en`a date` : format.quote(raw);
  if (heading === '' && (about === 'amount' || about === 'row'))
    return en`Text ${format.quote(raw)}: it leaves a doubt about ${about === 'amount' ? en`the amount of the rows` : en`the rows`}`;
  if (about === 'earlier' && heading === '')
    return en`Title or sheet ${mark}: these words announce EJ of earlier years`;
  if (about === 'earlier') return en`Column ${format.quote(heading)}: ${mark} announces an EJ of an earlier year`;
  if (about === 'sheet') return en`Sheet ${mark}: its name may set its rows apart`;
  if (field === 'mark' && heading === '') return en`Title ${mark}: it may set the rows apart`;
  if (about === 'amount') return en`Column ${format.quote(heading)}: ${mark} casts doubt on the amount of the row`;
  if (about === 'row') return en`Column ${format.quote(heading)}: ${mark} leaves a doubt about the row`;
  if (about === 'unpaid') return en`Column ${format.quote(heading)}: ${mark} contradicts the date of payment`;
  if (field === 'mark') return en`Column ${format.quote(heading)}: ${mark} may set the row apart`;
  if (field === 'look' && heading !== '')
    return en`Column ${format.quote(heading)}: text crossed out, without a status that confirms it`;
  if (field === 'look') return en`Amount crossed out, without a status that confirms it`;
  if (field === 'status') return en`Status ${format.quote(raw)}: word not recognised`;
  return raw === '' ? en`Nature absent` : en`Nature ${format.quote(raw)}: word not recognised`;
}

function lineUnknown(details: FindingOf<'LEC-06'>['details'], format: Formatter) {
  const { envelope, raw, nearest, candidates, blank } = details;
  if (blank) {
    return {
      problem:
        en`${format.envelope(envelope)}: ${format.plural(blank.rows, 'row', 'rows')} without a budget line, ` +
        en`${sums({ ...blank, other: 0 }, format)} outside the ceilings of the budget lines.`,
      expected: en`a budget line of the annex on each row`,
      action: en`Enter the budget line.`,
    };
  }
  if (candidates) {
    return {
      problem:
        en`Budget line ${format.quote(raw)}: several budget lines of ${format.envelope(envelope)} have that name, ` +
        en`and the row counts in none.`,
      expected: format.anyOf(candidates.map((label) => format.quote(label))),
      action: en`Enter the budget line in full.`,
    };
  }
  return {
    problem:
      en`Budget line ${format.quote(raw)}: not in ${format.envelope(envelope)}` +
      (nearest === null ? '.' : en`; the nearest is ${format.quote(nearest)}.`),
    expected: nearest === null ? en`a budget line of the annex` : nearest,
    action: nearest === null ? en`Correct the budget line.` : en`Apply the repair, or correct the budget line.`,
  };
}

function sums({ ae, cp, other, unreadable = 0 }: Sums, format: Formatter): string {
  const parts = [
    ...(ae === 0 ? [] : [format.amountOf('AE', ae)]),
    ...(cp === 0 ? [] : [format.amountOf('CP', cp)]),
    ...(other === 0 && (ae !== 0 || cp !== 0 || unreadable > 0) ? [] : [format.amount(other)]),
    ...(unreadable === 0 ? [] : [format.unreadable(unreadable)]),
  ];
  return format.allOf(parts);
}

function notCalculable(details: FindingOf<'LEC-04'>['details'], format: Formatter): Sentences<'LEC-04'> {
  if (details.figure === 'part') return partUnknown(details, format);
  if (details.figure === 'advances') {
    const year = String(details.year);
    const rows = format.plural(details.rows, 'row', 'rows');
    return {
      problem:
        en`Commitments in advance: ${rows} and ${format.amountOf('AE', details.ae)} are not compared with the threshold, ` +
        en`the convention has no credits for ${year}.`,
      found: en`no credits for ${year}`,
      expected: en`the credits of ${year}`,
      action: en`Add the credits of ${year} to ENV_Enveloppes, or choose another base for the threshold.`,
    };
  }
  if (details.figure === 'ceiling') return unbounded(details, format);
  const column = format.quote(format.field(details.missing));
  if (details.isUnread)
    return {
      problem: en`${FIGURES[details.figure]}: not calculable, no date can be read under ${column}.`,
      found: en`no readable date`,
      expected: en`dates, such as 13/12/2022`,
      action: en`Enter the dates, with their day.`,
    };
  return {
    problem: en`${FIGURES[details.figure]}: not calculable, no column of the ledger is mapped to ${column}.`,
    found: en`no column`,
    expected: en`a column ${column}`,
    action: en`Add this column, or map a heading to it.`,
  };
}

/** “€700.00 of AE consumed are compared with no ceiling”. */
export function notCompared(nature: Nature, { consumed, reserved }: UnboundedSums, format: Formatter): string {
  const parts = [
    ...(consumed === 0 ? [] : [en`${format.amountOf(nature, consumed)} consumed`]),
    ...(reserved === 0 ? [] : [en`${format.amountOf(nature, reserved)} reserved`]),
  ];
  return en`${format.allOf(parts)} are compared with no ceiling`;
}

function unbounded({ envelope, nature, ...sums }: UnboundedConsumption, format: Formatter): Sentences<'LEC-04'> {
  return {
    problem:
      en`${format.envelope(envelope)}: the convention gives it no ${nature}, ` +
      en`${notCompared(nature, sums, format)}.`,
    found: en`no amount`,
    expected: en`the amount of ${nature} of the envelope`,
    action: en`Type this amount in ENV_Enveloppes (0 if it receives none), or correct the envelope of these rows.`,
  };
}

function partUnknown({ part, rows, ae, cp }: UnknownPart, format: Formatter): Sentences<'LEC-04'> {
  const counted = format.plural(rows, 'row', 'rows');
  return {
    problem:
      en`Ceilings by ${part}: consumption not calculable, ` +
      en`${counted} and ${sums({ ae, cp, other: 0 }, format)} have no known ${part}.`,
    found: en`no ${part}`,
    expected: en`the ${part} of each row`,
    action:
      part === 'titre'
        ? en`Give the budget line of these rows, and the titre of each budget line in ENV_Postes.`
        : en`Give the programme of these rows, or that of their envelope in ENV_Imputations.`,
  };
}

/** A further payment without a date of its own is in no figure: the day decides whether, and in which year, it is paid. */
function isOfPayments({ ae, cp, other }: Sums): boolean {
  return cp !== 0 && ae === 0 && other === 0;
}

function actionOfColumn(details: FindingOf<'LEC-03'>['details']): string {
  if (details.isOfRegister)
    return en`Enter these amounts in a row of the table, or set the column aside with a reason.`;
  if (details.isInOtherUnit) return en`Add a column of these amounts in euros, and set this one aside with a reason.`;
  if (isOfPayments(details))
    return en`Add the date of these payments beside them, map the column to a field, or set it aside with a reason.`;
  return en`Map the column to a field, or set it aside with a reason.`;
}

function rowsOutside(details: FindingOf<'LEC-02'>['details'], format: Formatter): Sentences<'LEC-02'> {
  const rows = format.plural(details.rows, 'row', 'rows');
  if (details.isAmongAside)
    return {
      problem: en`${rows} among rows set aside, added or changed since, in no figure: ${sums(details, format)}.`,
      expected: en`each row in the ledger, or set aside with a reason`,
      action: en`Add these rows to the ledger, or set them aside with a reason.`,
    };
  if (details.isOfRegister) return belowRegister(details, format);
  return {
    problem: details.isCounted
      ? en`${rows} below the table: ${sums(details, format)} counted, which the formulas of the table do not see.`
      : en`${rows} outside the table ${format.word(details.rows, en`is`, en`are`)} not counted: ${sums(details, format)}.`,
    expected: en`each row in the table`,
    action: en`Extend the table, or set these rows aside with a reason.`,
  };
}

function belowRegister(details: FindingOf<'LEC-02'>['details'], format: Formatter): Sentences<'LEC-02'> {
  const { heading, rows, ae, cp, other, unreadable = 0 } = details;
  const hasSums = ae !== 0 || cp !== 0 || other !== 0 || unreadable > 0;
  const counted = format.plural(rows, 'row', 'rows');
  return {
    problem:
      en`${counted} below the table ${heading}, which does not hold ${format.word(rows, en`it`, en`them`)}: ` +
      (hasSums ? en`${sums(details, format)} without effect.` : en`without effect.`),
    expected: en`each row in the table ${heading}`,
    action: en`Extend the table ${heading} to these rows, or set them aside with a reason.`,
  };
}

function inferredFrom({ from, text }: FindingOf<'LEC-07'>['details'], format: Formatter): string {
  if (from === 'title') return en`inferred from the title ${format.quote(text)}`;
  if (from === 'sheet') return en`inferred from the name of the sheet ${format.quote(text)}`;
  return en`taken from the cell above`;
}

export const LEC: typeof FRENCH = {
  titles: {
    'LEC-01': en`Amounts not read`,
    'LEC-02': en`Rows outside the table`,
    'LEC-03': en`Amounts not used`,
    'LEC-04': en`Figure not calculable`,
    'LEC-05': en`Doubt about a row or an amount`,
    'LEC-06': en`Unknown budget line`,
    'LEC-07': en`Envelope inferred`,
  },
  sentences: {
    'LEC-01': (details, format) => ({
      problem:
        en`Sheet ${format.quote(details.sheet)}${details.isHidden ? en` (hidden)` : ''}, ${details.area}: ` +
        (details.taken === undefined
          ? en`${format.plural(details.rows, 'row', 'rows')} and ${sums(details, format)} are not read.`
          : en`${format.plural(details.rows, 'row', 'rows')} and ${sums(details, format)}, of which the formulas of the ledger take ${format.amount(details.taken)}.`),
      expected: en`each amount of the workbook in the ledger, or set aside with a reason`,
      action: details.isAsked
        ? en`Give this range the headings of the ledger (EJ number, date, AE or CP amount), or set it aside with a reason.`
        : details.taken !== undefined
          ? en`Correct the formulas of the ledger, or set this range aside with a reason.`
          : en`Add this range to the ledger, or set it aside with a reason.`,
    }),
    'LEC-02': rowsOutside,
    'LEC-03': (details, format) => ({
      problem: en`${details.heading === '' ? 'Column without a heading' : en`Column ${format.quote(details.heading)}`}: ${sums(details, format)} are in no figure.`,
      expected: en`each amount of the ledger in a figure`,
      action: actionOfColumn(details),
    }),
    'LEC-04': notCalculable,
    'LEC-05': (details, format) => ({
      problem: en`${unknownWord(details, format)}, ${countedAs(details, format)}.`,
      ...expectedOf(details),
    }),
    'LEC-06': lineUnknown,
    'LEC-07': (details, format) => ({
      problem:
        en`${format.plural(details.rows, 'row', 'rows')} without a written envelope: ${format.envelope(details.envelope)}, ` +
        en`${inferredFrom(details, format)}.`,
      action: en`Write axe ministériel 2 on the row so that it no longer depends on this inference.`,
    }),
  },
};
