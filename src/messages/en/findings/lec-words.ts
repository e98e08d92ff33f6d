/** English words of LEC-05: words of the team that no rule understands, or that leave a doubt about their row. */
import type { FindingOf } from '../../../domain/controls/findings/finding';
import type { Formatter } from '../../formatter';
import { en } from '../../typography';

const COUNTED_AS = {
  firm: en`counted as firm`,
  project: en`counted as a draft`,
  nothing: en`in no figure`,
  paid: en`counted as paid`,
  aeStage: en`counted as further commitments`,
  earlier: en`counted as a new commitment`,
  otherYear: en`counted in the year of the date`,
  aeInYear: en`counted on the last day of the year of the column`,
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
  if (about === 'cpPast') return 'paidUndated';
  if (about === 'aeYear' || about === 'cpYear') return 'otherYear';
  if (about === 'unpaid' || about === 'cpGrows') return 'paid';
  if (about === 'aeStage' || about === 'aeInYear') return about;
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

/** The kind of the operation of a row, in words that may be none: the row needs one. */
const OPERATION_EXPECTED = {
  expected: en`an operation such as a commitment (engagement), a payment (paiement), a retrait or an avenant`,
  action: en`Replace this word with the operation of the row; if it does not count, write “Annulé” in a column “État”.`,
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

/** The amount of an EJ, again on another of its rows. */
const AGAIN_EXPECTED = {
  expected: en`the amount of an EJ once`,
  action: en`If it is the amount of the whole EJ, leave it on one row alone; if each row commits it, name the column “Montant de la ligne”.`,
};

/** An AE that another row of the EJ commits, on a row of its service fait or of its payment. */
const STAGE_EXPECTED = {
  expected: en`the AE on the row of the commitment alone`,
  action: en`Clear the AE of this row, which commits nothing; if it commits another amount, replace this word with “Engagement”.`,
};

/** An order that another row replaces, or a request that became an order. */
const REPLACED_EXPECTED = {
  expected: en`each operation counted once`,
  action: en`If the other row replaces it, write “Annulé” in the status column or enter its decommitment; otherwise correct the other row, or accept the finding.`,
};

/** An amount whose day is of another year than its column. */
const YEAR_EXPECTED = {
  expected: en`an amount in the column of the year of its date`,
  action: en`Correct the date, or put the amount in the column of its year.`,
};

/** Payments by period that may be cumulative. */
const PERIOD_EXPECTED = {
  expected: en`what was paid in each period`,
  action: en`If the amounts are cumulative, replace each with what was paid in its period; otherwise, accept the finding.`,
};

/** A payment without a day, of a past year. */
const PAST_EXPECTED = {
  expected: en`the date of each payment of a past year`,
  action: en`Enter the date of the payment; if it has not been made, put the amount in the column of the year.`,
};

/** An EJ of an earlier year, entered again. */
const EARLIER_EXPECTED = {
  expected: en`the AE of an EJ once, on the day of its commitment`,
  action: en`Enter the original date of the EJ; if its AE is already in the ledger, clear it here. If the EJ is new, correct these words.`,
};

/** A type of amount of Chorus, of a row that may commit nothing. */
const MOVEMENT_EXPECTED = {
  expected: en`the types 100 Original, 150 Modification and 500 Ajustement`,
  action: en`If the row only mirrors a payment (200) or is a carry-over (350), write “Annulé” in a column “État”; if it counts, accept the finding.`,
};

function expectedOf({ field, heading, about, beside, countedAs: way }: FindingOf<'LEC-05'>['details']): {
  expected: string;
  action: string;
} {
  if (about === 'amount') return AMOUNT_EXPECTED;
  if (about === 'row') return ROW_EXPECTED;
  if (about === 'operation') return OPERATION_EXPECTED;
  if (about === 'movement') return MOVEMENT_EXPECTED;
  if (about === 'earlier') return EARLIER_EXPECTED;
  if (about === 'aeYear' || about === 'aeInYear' || about === 'cpYear') return YEAR_EXPECTED;
  if (about === 'cpPast') return PAST_EXPECTED;
  if (about === 'cpGrows') return PERIOD_EXPECTED;
  if (about === 'section') return SECTION_EXPECTED;
  if (about === 'aeSum' || about === 'cpSum') return SUM_EXPECTED;
  if (about === 'aeAgain') return AGAIN_EXPECTED;
  if (about === 'aeStage') return STAGE_EXPECTED;
  if (about === 'replaced') return REPLACED_EXPECTED;
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
    return en`Title, label or column ${format.quote(raw)}: these words do not give the nature as which the column of amounts is read`;
  if (about === 'aeSum' || about === 'cpSum')
    return en`Column ${format.quote(heading)}: the amount of EJ ${raw} is also the sum of other rows of this EJ`;
  if (about === 'aeAgain')
    return en`Column ${format.quote(heading)}: the amount of EJ ${raw} is on another row of this EJ already`;
  if (about === 'aeStage')
    return en`Column ${format.quote(heading)}: ${format.quote(raw)} follows the commitment, which is counted on another row of the EJ`;
  if (about === 'replaced') return en`Row ${format.quote(raw)}: it may replace this one`;
  if (about === 'paidUndated') return en`Status ${format.quote(raw)}: the row has no date of payment`;
  if (about === 'paidProject' || about === 'paidCancelled')
    return en`Status ${format.quote(raw)}: the row has a date of payment`;
  if (about === 'aeYear' || about === 'aeInYear')
    return en`Column ${format.quote(heading)}: the date of the commitment is of another year`;
  if (about === 'cpYear') return en`Column ${format.quote(heading)}: the date of payment is of another year`;
  if (about === 'cpGrows')
    return en`Column ${format.quote(heading)}: from each period to the next, the amounts of every row only grow, as cumulative ones do`;
  if (about === 'cpPast') return en`Column ${format.quote(heading)}: a past year, without a date of payment`;
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
  if (about === 'movement')
    return en`Column ${format.quote(heading)}: the type ${mark} is neither of a commitment nor of a change to one`;
  if (about === 'unpaid') return en`Column ${format.quote(heading)}: ${mark} contradicts the date of payment`;
  if (field === 'mark') return en`Column ${format.quote(heading)}: ${mark} may set the row apart`;
  if (field === 'look' && heading !== '')
    return en`Column ${format.quote(heading)}: text crossed out, without a status that confirms it`;
  if (field === 'look') return en`Amount crossed out, without a status that confirms it`;
  if (field === 'status') return en`Status ${format.quote(raw)}: word not recognised`;
  return raw === '' ? en`Nature absent` : en`Nature ${format.quote(raw)}: word not recognised`;
}

/** A row of the convention that is crossed out, or that a column of the team takes out. */
function ofConvention(
  { table, name }: NonNullable<FindingOf<'LEC-05'>['details']['of']>,
  { field, raw, heading = '' }: FindingOf<'LEC-05'>['details'],
  format: Formatter,
): { problem: string; expected: string; action: string } {
  const isCrossed = field === 'look';
  const found = isCrossed
    ? en`the text of ${format.quote(heading)} is crossed out`
    : raw === ''
      ? en`${format.quote(heading)} is filled in`
      : en`${format.quote(heading)} holds ${format.quote(raw)}`;
  return {
    problem: en`${table}, row ${format.quote(name)}: ${found}, the row counts.`,
    expected: en`a row in force`,
    action: isCrossed
      ? en`If this row is in force, remove the strikethrough; if not, delete it.`
      : en`If this row is in force, correct this cell; if not, delete the row.`,
  };
}

/** The sentences of one finding. */
export function wordNotKnown(
  details: FindingOf<'LEC-05'>['details'],
  format: Formatter,
): { problem: string; expected: string; action: string } {
  if (details.of) return ofConvention(details.of, details, format);
  return { problem: en`${unknownWord(details, format)}, ${countedAs(details, format)}.`, ...expectedOf(details) };
}
