/** English words of the LEC findings: what the reading of the workbook left out or inferred. */
import { WHOLE_CONVENTION } from '../../../domain/envelopes/ceilings';
import type { FindingOf } from '../../../domain/controls/findings/finding';
import type { UnreadReason } from '../../../domain/envelopes/reading-facts';
import type { Nature } from '../../../domain/money/nature';
import {
  isCopyWithoutAmounts,
  type UnboundedConsumption,
  type UnboundedSums,
  type UnknownPart,
} from '../../../domain/controls/findings/details/lec';
import type { Sentences } from '../../evidence';
import type { Formatter } from '../../formatter';
import type { LEC as FRENCH } from '../../fr/findings/lec';
import { inferred } from './lec-envelopes';
import { COMMON } from '../common';
import { en, shorten } from '../../typography';
import { wordNotKnown } from './lec-words';

type Sums = Pick<FindingOf<'LEC-01'>['details'], 'ae' | 'cp' | 'other' | 'unreadable'>;

const FIGURES = {
  AE: en`AE committed`,
  CP: en`CP paid`,
  outstanding: en`Outstanding (RAP)`,
  envelopes: en`Figures by envelope`,
} as const;

function lineUnknown(details: FindingOf<'LEC-06'>['details'], format: Formatter) {
  const { envelope, raw, nearest, candidates, blank, alias } = details;
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
  if (alias !== undefined) {
    return {
      problem: en`Budget line ${format.quote(raw)}: the convention only has the alias ${format.quote(alias)}, read as one name.`,
      expected: en`a budget line of the annex`,
      action: COMMON.separateAliases,
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
  if (details.datesLeft) {
    const left = format.anyOf(details.datesLeft.map((heading) => format.quote(heading)));
    const [first = ''] = details.datesLeft;
    return {
      problem:
        en`${FIGURES[details.figure]}: not calculable, no column of the ledger is mapped to ${column}, ` +
        en`and nothing shows that ${left} is that date.`,
      found: en`no column`,
      expected: en`a column ${column}`,
      action:
        en`If ${left} is that date, map the column: “Columns” in the pane, or ` +
        en`--map "${shorten(first)}=${format.field(details.missing)}" on the command line; otherwise, add the column ${column}.`,
    };
  }
  return {
    problem: en`${FIGURES[details.figure]}: not calculable, no column of the ledger is mapped to ${column}.`,
    found: en`no column`,
    expected: en`a column ${column}`,
    action: en`Add this column, or map a heading to it.`,
  };
}

/** The consumption and the reservations of an envelope: “AE €700.00 consumed and AE €50.00 reserved”. */
export function consumedOf(nature: Nature, { consumed, reserved }: UnboundedSums, format: Formatter): string {
  const parts = [
    ...(consumed === 0 ? [] : [en`${format.amountOf(nature, consumed)} consumed`]),
    ...(reserved === 0 ? [] : [en`${format.amountOf(nature, reserved)} reserved`]),
  ];
  return format.allOf(parts);
}

/** “€700.00 of AE consumed are compared with no ceiling”. */
export function notCompared(nature: Nature, sums: UnboundedSums, format: Formatter): string {
  return en`${consumedOf(nature, sums, format)} are compared with no ceiling`;
}

function unbounded({ envelope, nature, year, ...sums }: UnboundedConsumption, format: Formatter): Sentences<'LEC-04'> {
  if (envelope === WHOLE_CONVENTION)
    return {
      problem: en`The convention gives no amount of ${nature}: ${notCompared(nature, sums, format)}.`,
      found: en`no amount`,
      expected: en`a ceiling of ${nature}`,
      action: en`Type it in ENV_Convention or in ENV_Enveloppes; if the convention sets none, accept this finding with that reason.`,
    };
  const ofYear = year === undefined ? '' : en` for ${String(year)}`;
  const row = year === undefined ? '' : en`, on a row of the credit year ${String(year)}`;
  const wrong = year === undefined ? en`the envelope` : en`the envelope or the dates`;
  return {
    problem:
      en`${format.envelope(envelope)}: the convention gives it no ${nature}${ofYear}, ` +
      en`${notCompared(nature, sums, format)}.`,
    found: en`no amount`,
    expected: en`the amount of ${nature} of the envelope${ofYear}`,
    action: en`Type this amount in ENV_Enveloppes${row} (0 if it receives none), or correct ${wrong} of these rows.`,
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
        ? en`Give the titre of their envelope (ENV_Enveloppes), or their budget line and the titre of each budget line (ENV_Postes).`
        : en`Give the programme of these rows, or that of their envelope in ENV_Imputations.`,
  };
}

/** A further payment without a date of its own is in no figure: the day decides whether, and in which year, it is paid. */
function isOfPayments({ ae, cp, other }: Sums): boolean {
  return cp !== 0 && ae === 0 && other === 0;
}

/** “8 rows and 9,000.00 € of AE are not read”; the rows of a table of codes have no sum. */
function notRead(details: FindingOf<'LEC-01'>['details'], format: Formatter): string {
  const { rows } = details;
  const counted = format.plural(rows, 'row', 'rows');
  if (isCopyWithoutAmounts(details)) return counted + format.word(rows, en` is not read`, en` are not read`);
  return en`${counted} and ${sums(details, format)} are not read`;
}

const WHY_UNREAD: Readonly<Record<UnreadReason, string>> = {
  mayBeSpent: en`: spending, perhaps`,
  besideRows: en`, beside the rows of the ledger: spending, perhaps`,
  copy: en`: some or all are already in the ledger`,
  aside: en`, by the name of the sheet`,
  doubtful: en`: neither committed nor paid, perhaps`,
  natureOpen: en`: on EJ that are committed elsewhere, and nothing shows whether they are AE or CP`,
  contracts: en`, contracts whose orders are in the ledger`,
  unpaid: en`: some have no payment in the ledger`,
  summary: en`: a summary, perhaps`,
  registerCopy: en`, in a copy of a table of the convention`,
  registerDiffers: en`, in a copy of a table of the convention, and not the same`,
};

function whyUnread({ why, heading }: FindingOf<'LEC-01'>['details']): string {
  if (why === undefined) return '';
  const isCopy = why === 'registerCopy' || why === 'registerDiffers';
  return WHY_UNREAD[why] + (isCopy ? en` (${heading} alone is read)` : '');
}

const ENTER = en`Enter in the ledger what is committed or paid and is not in it, then set this range aside with a reason.`;
const REMEDY: Readonly<Record<UnreadReason, string>> = {
  mayBeSpent: en`If they are spending, enter them in the ledger; if not, set this range aside with a reason.`,
  besideRows: en`If they are spending, give their column a heading, or enter them in those of the ledger; if not, set this range aside with a reason.`,
  copy: en`Set this range aside as a copy: added to the ledger, it would count twice. Enter in the ledger the operations that it lacks; if they are other commitments of the same EJ, give each its own label or poste of the EJ.`,
  aside: en`Set this range aside with a reason; add it to the ledger if the ledger lacks its operations.`,
  doubtful: ENTER,
  natureOpen: en`If these amounts add to the ledger, name their column (“Montant AE”, or “Montant CP” and “Date de paiement”); otherwise set the range aside with a reason.`,
  contracts: ENTER,
  unpaid: ENTER,
  summary: ENTER,
  registerCopy: en`Delete this copy, or set it aside with a reason.`,
  registerDiffers: en`Enter in the table that is read what has to change, then delete this copy or set it aside with a reason.`,
};

function actionOfArea({ why, isAsked, taken }: FindingOf<'LEC-01'>['details']): string {
  if (isAsked)
    return en`Give this range the headings of the ledger (EJ number, date, AE or CP amount), or set it aside with a reason.`;
  if (taken !== undefined) return en`Correct the formulas of the ledger, or set this range aside with a reason.`;
  return why ? REMEDY[why] : en`Add this range to the ledger, or set it aside with a reason.`;
}

function actionOfColumn(details: FindingOf<'LEC-03'>['details']): string {
  if (details.isOfRegister)
    return en`Enter these amounts in a row of the table, or set the column aside with a reason.`;
  if (details.isInOtherUnit) return en`Add a column of these amounts in euros, and set this one aside with a reason.`;
  if (details.isApart)
    return en`Enter these amounts on rows of the ledger, or move the column into its table, with no blank column before it; otherwise, set it aside with a reason.`;
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
          ? en`${notRead(details, format)}${whyUnread(details)}.`
          : en`${format.plural(details.rows, 'row', 'rows')} and ${sums(details, format)}, of which the formulas of the ledger take ${format.amount(details.taken)}.`),
      expected: isCopyWithoutAmounts(details)
        ? en`one table ${details.heading}`
        : en`each amount of the workbook in the ledger, or set aside with a reason`,
      action: actionOfArea(details),
    }),
    'LEC-02': rowsOutside,
    'LEC-03': (details, format) => ({
      problem: en`${details.heading === '' ? 'Column without a heading' : en`Column ${format.quote(details.heading)}`}: ${sums(details, format)} are in no figure.`,
      expected: en`each amount of the ledger in a figure`,
      action: actionOfColumn(details),
    }),
    'LEC-04': notCalculable,
    'LEC-05': wordNotKnown,
    'LEC-06': lineUnknown,
    'LEC-07': inferred,
  },
};
