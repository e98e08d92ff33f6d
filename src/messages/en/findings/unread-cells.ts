/** English words of a cell of a register that cannot be read. */
import type { UnreadCellDetails } from '../../../domain/controls/findings/details/unread-cell';
import type { Formatter } from '../../formatter';
import { isErrorText, NOT_CALCULATED } from '../../failure-description';
import { en } from '../../typography';
import { PROBLEMS } from '../convention-failures';

const DAYS: ReadonlySet<string> = new Set(['Échéance', 'Fait le', 'Du', 'Au']);

const DAY = en`a date, such as 13/12/2022`;

const CODE_FAULTS = {
  severalCodes: {
    not: en`holds several codes`,
    expected: en`one code a row`,
    action: en`Enter each code on a row of its own (ENV_Imputations), with the same field.`,
  },
  untilBeforeFrom: {
    not: en`is before “Du”`,
    expected: en`a last day from “Du” on`,
    action: en`Correct “Du” or “Au” (ENV_Imputations).`,
  },
  damagedCode: {
    not: en`is a code that Excel made a number`,
    expected: en`the whole code, as text`,
    action: en`Enter the whole code as text (ENV_Imputations).`,
  },
  otherField: {
    not: en`is not the field that has codes of this form`,
    action: en`Correct the field or the code (ENV_Imputations).`,
  },
} as const;

/** "“Type”: “suivi” is not known", what is in the cell and what is expected there. */
export function unreadCell(
  { column, unread, expected, fault }: UnreadCellDetails,
  format: Formatter,
): { readonly problem: string; readonly found: string; readonly expected: string; readonly action?: string } {
  if (fault)
    return {
      problem: en`${format.quote(column)}: ${format.quote(unread)} ${CODE_FAULTS[fault].not}`,
      found: format.quote(unread),
      expected: fault === 'otherField' ? format.quote(expected) : CODE_FAULTS[fault].expected,
      action: CODE_FAULTS[fault].action,
    };
  const isDay = DAYS.has(column);
  if (isErrorText(unread))
    return {
      problem: en`${format.quote(column)}: ${PROBLEMS.errorInCell(unread, '')}`,
      found: format.quote(unread),
      expected: isDay ? DAY : expectedIn(column, expected),
      action: remedyOfError(unread),
    };
  const not = isDay ? en`is no date` : en`is not known`;
  return {
    problem:
      unread === ''
        ? en`${format.quote(column)} is not filled in`
        : en`${format.quote(column)}: ${format.quote(unread)} ${not}`,
    found: unread === '' ? en`nothing` : format.quote(unread),
    expected: isDay ? DAY : expectedIn(column, expected),
  };
}

function expectedIn(column: string, expected: string): string {
  if (column === 'Délai') return en`a number, such as 5, or “sans délai”`;
  return expected === '' || expected === column ? en`a text` : en`one of: ${expected}`;
}

/** The remedy of an error in a cell. */
export function remedyOfError(error: string): string {
  return error === NOT_CALCULATED
    ? en`Recalculate the workbook in Excel and save it, or enter the value.`
    : en`Correct the formula, or enter the value.`;
}
