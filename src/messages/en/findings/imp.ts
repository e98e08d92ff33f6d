/** English words of the IMP findings: codes of the rows. */
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { ImputationField } from '../../../domain/imputation/imputation';
import { en } from '../../typography';
import type { FamilyWords, Speaker } from '../../words';
import { EMPTY } from '../common';

const FORMS: Readonly<Record<ImputationField, string>> = {
  programme: en`3 or 4 digits, such as 0103`,
  functionalDomain: en`programme-action(-sub-action), such as 0103-01-01`,
  financialCentre: en`programme-BOP-UO, such as 0103-CEFP-C002`,
  activity: en`12 characters beginning with the 4 digits of the programme`,
  costCentre: en`10 letters or digits`,
  ministerialAxis1: en`2 digits, then a hyphen and a name if any`,
  ministerialAxis2: en`the name of an envelope`,
};

function validity(from: CivilDate | null, until: CivilDate | null, say: Speaker): string {
  if (from !== null && until !== null) return en`valid from ${say.date(from)} to ${say.date(until)}`;
  if (from !== null) return en`valid from ${say.date(from)}`;
  return until === null ? en`always valid` : en`valid until ${say.date(until)}`;
}

/** Titles and sentences of the IMP rules. */
export const IMP_EN: FamilyWords<'IMP'> = {
  titles: {
    'IMP-01': en`Imputation code absent`,
    'IMP-02': en`Malformed code`,
    'IMP-03': en`Code foreign to the convention`,
    'IMP-04': en`Leading zero lost`,
    'IMP-05': en`Codes of different programmes`,
    'IMP-06': en`Ministerial axis 2 absent or unknown`,
    'IMP-07': en`Ministerial axis 2 under another name`,
    'IMP-08': en`Code damaged by the spreadsheet`,
    'IMP-09': en`Code not valid at that date`,
  },
  words: {
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
      expected: say.anyOf(
        expected.map((name) => say.quote(name)),
        FORMS.ministerialAxis2,
      ),
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
  },
};
