/** English words of the findings. French terms of public finance stay in French where English has none (EJ, AE, CP, délégant). */
import type { CivilDate } from '../domain/calendar/civil-date';
import type { RuleCode } from '../domain/controls/finding';
import type { ImputationField } from '../domain/imputation/imputation';
import { rowNumber } from '../workbook/ledger-source';
import { en } from './typography';
import type { AboveCeiling, FindingWords, Speaker, Words } from './words';

/** Short names of the rules, for lists and filters. */
export const TITLES_EN: Readonly<Record<RuleCode, string>> = {
  'IMP-01': en`Imputation code absent`,
  'IMP-02': en`Malformed code`,
  'IMP-03': en`Code foreign to the convention`,
  'IMP-04': en`Leading zero lost`,
  'IMP-05': en`Codes of different programmes`,
  'IMP-06': en`Ministerial axis 2 absent or unknown`,
  'IMP-07': en`Ministerial axis 2 under another name`,
  'IMP-08': en`Code damaged by the spreadsheet`,
  'IMP-09': en`Code not valid at that date`,
  'PLA-01': en`AE ceiling of an envelope exceeded`,
  'PLA-02': en`CP ceiling of an envelope exceeded`,
  'PLA-03': en`Ceiling of the convention exceeded`,
  'PLA-04': en`Amount of a budget line exceeded`,
  'PLA-05': en`Opening restes à payer exceeded`,
  'PLA-06': en`Alert threshold reached`,
  'FON-04': en`Budget line of another envelope`,
  'PER-01': en`Date before the signature`,
  'PER-02': en`Date after the end`,
  'PER-03': en`Date outside the credit year`,
  'EJ-01': en`Payment without commitment`,
  'EJ-02': en`Payments above the commitment`,
  'EJ-03': en`Malformed EJ number`,
  'DON-01': en`Amount or date unreadable`,
  'DON-02': en`Amount or date kept as text`,
  'DON-03': en`Duplicate row`,
  'DON-04': en`Negative amount without reason`,
  'DON-05': en`Total row inside the data`,
  'DON-06': en`Cell in error`,
};

const FORMS: Readonly<Record<ImputationField, string>> = {
  programme: en`3 or 4 digits, such as 0103`,
  functionalDomain: en`programme-action(-sub-action), such as 0103-01-01`,
  financialCentre: en`programme-BOP-UO, such as 0103-CEFP-C002`,
  activity: en`12 characters beginning with the 4 digits of the programme`,
  costCentre: en`10 letters or digits`,
  ministerialAxis1: en`2 digits, then a hyphen and a name if any`,
  ministerialAxis2: en`the name of an envelope`,
};

const LOLF_8 = en`LOLF, art. 8`;
const GBCP_160 = en`décret n° 2012-1246 (GBCP), art. 160`;
const CHORUS = en`Chorus nomenclature`;
const EMPTY = en`empty cell`;

/** “The AE committed exceed…” on the row that crosses, “already exceeded” on the later ones. */
function aboveCeiling(subject: string, details: AboveCeiling, say: Speaker): string {
  const { nature, ceiling, total, over, crosses, date } = details;
  if (!crosses) {
    const row = nature === 'AE' ? en`this commitment` : en`this payment`;
    return en`${subject}: ${nature} ceiling already exceeded; ${row}${say.dated('of', date)} brings the excess to ${say.amount(over)}.`;
  }
  const what = nature === 'AE' ? en`the AE committed exceed` : en`the CP paid exceed`;
  const figures = en`${say.amount(total)} for ${say.amount(ceiling)}`;
  return en`${subject}: ${what} the ceiling by ${say.amount(over)}${say.dated('on', date)} (${figures}).`;
}

function atMost(cents: number, say: Speaker): string {
  return en`${say.amount(cents)} at most`;
}

/** Art. 3 of the 2023 convention: insufficiency is told without delay; without adjustment, execution is suspended. */
const TELL_DELEGANT =
  en`Reduce the expense, or tell the délégant without delay that the credits are not enough; ` +
  en`if they are not adjusted, execution is suspended.`;

function wrongDate(problem: string, found: string, expected: string, article: string): Words {
  return { problem, found, expected, article, action: en`Correct the date, or charge the expense to other credits.` };
}

export const FINDINGS_EN: FindingWords = {
  'IMP-01': ({ field, expected }, say) => ({
    problem: en`${say.field(field)}: the code is absent.`,
    found: EMPTY,
    expected: say.anyOf(expected, FORMS[field]),
    article: say.article('chorusReference'),
    action: en`Enter the convention's code.`,
  }),
  'IMP-02': ({ field, raw, expected }, say) => ({
    problem: en`${say.field(field)} ${say.quote(raw)}: this is not the form of a Chorus code.`,
    found: raw,
    expected: say.anyOf(expected, FORMS[field]),
    article: say.article('chorusReference'),
    action: en`Correct the code.`,
  }),
  'IMP-03': ({ field, raw, expected }, say) => ({
    problem: en`${say.field(field)} ${say.quote(raw)}: this code is not the convention's.`,
    found: raw,
    expected: say.anyOf(expected, FORMS[field]),
    article: say.article('chorusReference'),
    action: en`Correct the code; if the expense belongs to other credits, take the row out of this ledger.`,
  }),
  'IMP-04': ({ field, raw, expected }, say) => ({
    problem: en`${say.field(field)} ${say.quote(raw)}: the leading zero is lost.`,
    found: raw,
    expected,
    article: say.article('chorusReference'),
    action: en`Apply the proposed repair, which keeps the code as text.`,
  }),
  'IMP-05': ({ field, raw, programme, expectedProgramme }, say) => ({
    problem:
      en`${say.field(field)} ${say.quote(raw)}: a code of programme ${programme}, ` +
      en`while the other codes of the row are of programme ${expectedProgramme}.`,
    found: raw,
    expected: en`a code of programme ${expectedProgramme}`,
    article: say.article('chorusReference'),
    action: en`Correct this code: an expense is charged to one programme.`,
  }),
  'IMP-06': ({ raw, expected, nearest }, say) => ({
    problem:
      raw === ''
        ? en`Ministerial axis 2 is absent: the row belongs to no envelope and is not counted.`
        : en`Ministerial axis 2 ${say.quote(raw)}: no envelope bears that name, the row is not counted.`,
    found: raw === '' ? EMPTY : raw,
    expected: say.anyOf(expected.map((name) => say.quote(name)), FORMS.ministerialAxis2),
    article: say.article('envelopes'),
    action: nearest === null ? en`Say which envelope the expense is for.` : en`Did you mean ${say.quote(nearest)}?`,
  }),
  'IMP-07': ({ raw, expected, how }, say) => ({
    problem:
      how === 'alias'
        ? en`Ministerial axis 2 ${say.quote(raw)}: another name of ${say.quote(expected)}; the row is counted.`
        : en`Ministerial axis 2 ${say.quote(raw)}: close to ${say.quote(expected)}, under which the row is counted.`,
    found: raw,
    expected,
    article: say.article('envelopes'),
    action: en`Apply the proposed repair: Chorus and formulas want the exact words.`,
  }),
  'IMP-08': ({ field, raw, expected }, say) => ({
    problem: en`${say.field(field)} ${say.quote(raw)}: the spreadsheet took the code for a number, digits may be lost.`,
    found: raw,
    expected: say.anyOf(expected, FORMS[field]),
    article: say.article('chorusReference'),
    action: en`Format the cell as text, then enter the code again.`,
  }),
  'IMP-09': ({ field, raw, date, from, until, expected }, say) => ({
    problem: en`${say.field(field)} ${say.quote(raw)}: this code is not valid on ${say.date(date)} (${validity(from, until, say)}).`,
    found: raw,
    expected: say.anyOf(expected, en`a code valid at that date`),
    article: say.article('chorusReference'),
    action: en`Correct the code or the date.`,
  }),
  'PLA-01': (details, say) => ({
    problem: aboveCeiling(say.envelope(details.envelope), details, say),
    found: say.amount(details.total),
    expected: atMost(details.ceiling, say),
    article: en`${say.article('ceiling')}; ${LOLF_8}`,
    action: TELL_DELEGANT,
  }),
  'PLA-02': (details, say) => ({
    problem: aboveCeiling(say.envelope(details.envelope), details, say),
    found: say.amount(details.total),
    expected: atMost(details.ceiling, say),
    article: en`${say.article('credits')}; ${LOLF_8}`,
    action: TELL_DELEGANT,
  }),
  'PLA-03': (details, say) => ({
    problem: aboveCeiling(en`The whole convention`, details, say),
    found: say.amount(details.total),
    expected: atMost(details.ceiling, say),
    article: en`${say.article(details.nature === 'AE' ? 'ceiling' : 'credits')}; ${LOLF_8}`,
    action: TELL_DELEGANT,
  }),
  'PLA-04': (details, say) => ({
    problem: aboveCeiling(en`Budget line ${say.quote(details.line)} (${say.envelope(details.envelope)})`, details, say),
    found: say.amount(details.total),
    expected: atMost(details.ceiling, say),
    article: say.article('annex', details.envelope),
    action: en`Check the budget line of the row, or agree with the délégant on another split.`,
  }),
  'PLA-05': ({ envelope, rap, paid, over, date, ej }, say) => ({
    problem:
      en`${say.envelope(envelope)}: this payment${say.dated('of', date)} on the earlier EJ ${ej} ` +
      en`brings the payments on restes à payer to ${say.amount(paid)}, ${say.amount(over)} beyond their part.`,
    found: say.amount(paid),
    expected: atMost(rap, say),
    article: en`${say.article('credits')}, “dont RAP”`,
    action: en`Check the EJ of the payment; otherwise ask the délégant for more CP.`,
  }),
  'PLA-06': ({ envelope, nature, threshold, ceiling, total, date }, say) => ({
    problem:
      en`${say.envelope(envelope)}: the threshold of ${say.share(threshold)} of the ${nature} is reached${say.dated('on', date)} ` +
      en`(${say.amount(total)} of ${say.amount(ceiling)}).`,
    found: say.amount(total),
    expected: en`less than ${say.share(threshold)} of ${say.amount(ceiling)}`,
    article: say.article('ceiling'),
    action: en`Plan the rest of the consumption; the délégant must be told without delay if credits run short.`,
  }),
  'FON-04': ({ envelope, line, lineEnvelope }, say) => ({
    problem:
      en`Budget line ${say.quote(line)}: it belongs to ${say.envelope(lineEnvelope)}, ` +
      en`while ministerial axis 2 charges the row to ${say.envelope(envelope)} (disguised transfer).`,
    found: line,
    expected: en`a budget line of ${say.envelope(envelope)}`,
    article: en`${say.article('envelopes')}, envelopes not fungible`,
    action: en`Correct the budget line or ministerial axis 2; a transfer needs the délégant's express authorisation.`,
  }),
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
  'PER-03': ({ field, date, creditYear }, say) =>
    wrongDate(
      en`${say.field(field)} ${say.date(date)}: outside the year of the credits, ${String(creditYear)}.`,
      say.date(date),
      en`a date of ${String(creditYear)}`,
      say.article('credits'),
    ),
  'EJ-01': ({ raw, known, cp }, say) => ({
    problem: known
      ? en`Payment of ${say.amount(cp)} on EJ ${raw}: this EJ is neither committed in the ledger nor listed among the restes à payer.`
      : en`Payment of ${say.amount(cp)} without an EJ number.`,
    found: known ? raw : EMPTY,
    expected: en`an EJ committed in the ledger, or of the table ENV_RAP`,
    article: LOLF_8,
    action: known ? en`Correct the number, add the row of the commitment, or list the earlier EJ in ENV_RAP.` : en`Enter the number of the EJ that is paid.`,
  }),
  'EJ-02': ({ ej, committed, paid, over }, say) => ({
    problem: en`EJ ${ej}: its payments add up to ${say.amount(paid)} for ${say.amount(committed)} committed, ${say.amount(over)} too much.`,
    found: say.amount(paid),
    expected: atMost(committed, say),
    article: LOLF_8,
    action: en`Check the amount and the EJ of the payment, or complete the commitment.`,
  }),
  'EJ-03': ({ raw }, say) => ({
    problem: en`EJ number ${say.quote(raw)}: this is not the number of an engagement juridique.`,
    found: raw,
    expected: en`10 digits beginning with 10 to 22`,
    article: CHORUS,
    action: en`Copy the number from Chorus.`,
  }),
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
};

function validity(from: CivilDate | null, until: CivilDate | null, say: Speaker): string {
  if (from !== null && until !== null) return en`valid from ${say.date(from)} to ${say.date(until)}`;
  if (from !== null) return en`valid from ${say.date(from)}`;
  return until === null ? en`always valid` : en`valid until ${say.date(until)}`;
}

function unreadable(field: string, raw: string, what: 'amount' | 'date', say: Speaker): string {
  if (raw === '') return en`${field} absent: the commitment is counted out of prudence, but its date cannot be checked.`;
  if (what === 'date') return en`${field} ${say.quote(raw)}: the date cannot be read, or does not exist.`;
  return en`${field} ${say.quote(raw)}: the amount cannot be read, the row is not counted.`;
}
