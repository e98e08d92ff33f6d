/** English words of the IMP findings: codes of the rows. */
import type { FindingOf } from '../../../domain/controls/findings/finding';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { Formatter } from '../../formatter';
import type { IMP as FRENCH } from '../../fr/findings/imp';
import { COMMON } from '../common';
import { en } from '../../typography';

function validity(from: CivilDate | null, until: CivilDate | null, format: Formatter): string {
  if (from !== null && until !== null) return en`valid from ${format.date(from)} to ${format.date(until)}`;
  if (from !== null) return en`valid from ${format.date(from)}`;
  return until === null ? en`always valid` : en`valid until ${format.date(until)}`;
}

function envelopeUnknown({ field, raw, nearest, alias }: FindingOf<'IMP-06'>['details'], format: Formatter) {
  if (field) {
    return {
      problem: en`${format.field(field)} ${format.quote(raw)}: this code does not give one envelope, the row is not counted.`,
      action: en`Correct the code, or its row in ENV_Imputations.`,
    };
  }
  if (alias !== undefined) {
    return {
      problem: en`Ministerial axis 2 ${format.quote(raw)}: the convention only has the alias ${format.quote(alias)}, read as one name; the row is not counted.`,
      action: COMMON.separateAliases,
    };
  }
  return {
    problem:
      raw === ''
        ? en`Ministerial axis 2 is absent: the row belongs to no envelope and is not counted.`
        : en`Ministerial axis 2 ${format.quote(raw)}: no envelope bears that name, the row is not counted.`,
    action: nearest === null ? en`Say which envelope the expense is for.` : en`Did you mean ${format.quote(nearest)}?`,
  };
}

export const IMP: typeof FRENCH = {
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
  sentences: {
    'IMP-01': ({ field }, format) => ({
      problem: en`${format.field(field)}: the code is absent.`,
      action: en`Enter the convention's code.`,
    }),
    'IMP-02': ({ field, raw }, format) => ({
      problem: en`${format.field(field)} ${format.quote(raw)}: this is not the form of a Chorus code.`,
      action: en`Correct the code.`,
    }),
    'IMP-03': ({ field, raw, owners }, format) =>
      owners === undefined
        ? {
            problem: en`${format.field(field)} ${format.quote(raw)}: this code is not the convention's.`,
            action: en`Correct the code; if the expense belongs to other credits, take the row out of this ledger.`,
          }
        : {
            problem: en`${format.field(field)} ${format.quote(raw)}: this is the code of ${format.allOf(owners.map((code) => format.envelope(code)))}.`,
            action: en`Correct the code, or ministerial axis 2.`,
          },
    'IMP-04': ({ field, raw }, format) => ({
      problem: en`${format.field(field)} ${format.quote(raw)}: the leading zero is lost.`,
      action: en`Apply the proposed repair, which keeps the code as text.`,
    }),
    'IMP-05': ({ field, raw, programme, expectedProgramme }, format) => ({
      problem:
        en`${format.field(field)} ${format.quote(raw)}: a code of programme ${programme}, ` +
        en`while the other codes of the row are of programme ${expectedProgramme}.`,
      expected: en`a code of programme ${expectedProgramme}`,
      action: en`Correct this code: an expense is charged to one programme.`,
    }),
    'IMP-06': envelopeUnknown,
    'IMP-07': ({ raw, expected, how }, format) => ({
      problem:
        how === 'alias'
          ? en`Ministerial axis 2 ${format.quote(raw)}: another name of ${format.quote(expected)}; the row is counted.`
          : en`Ministerial axis 2 ${format.quote(raw)}: close to ${format.quote(expected)}, under which the row is counted.`,
      action: en`Apply the proposed repair: Chorus and formulas want the exact words.`,
    }),
    'IMP-08': ({ field, raw }, format) => ({
      problem: en`${format.field(field)} ${format.quote(raw)}: the spreadsheet took the code for a number, digits may be lost.`,
      action: en`Format the cell as text, then enter the code again.`,
    }),
    'IMP-09': ({ field, raw, date, from, until }, format) => ({
      problem: en`${format.field(field)} ${format.quote(raw)}: this code is not valid on ${format.date(date)} (${validity(from, until, format)}).`,
      action: en`Correct the code or the date.`,
    }),
  },
};
