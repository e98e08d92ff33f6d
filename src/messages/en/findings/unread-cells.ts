/** English words of a cell of a register that cannot be read. */
import type { UnreadCellDetails } from '../../../domain/controls/findings/details/unread-cell';
import type { Formatter } from '../../formatter';
import { en } from '../../typography';

const DAYS: ReadonlySet<string> = new Set(['Échéance', 'Fait le', 'Du', 'Au']);

const CODE_FAULTS = {
  severalCodes: { not: en`holds several codes`, expected: en`one code a row` },
  damagedCode: { not: en`is a code that Excel made a number`, expected: en`the whole code, as text` },
} as const;

/** "“Type”: “suivi” is not known", what is in the cell and what is expected there. */
export function unreadCell(
  { column, unread, expected, fault }: UnreadCellDetails,
  format: Formatter,
): { readonly problem: string; readonly found: string; readonly expected: string } {
  if (fault)
    return {
      problem: en`${format.quote(column)}: ${format.quote(unread)} ${CODE_FAULTS[fault].not}`,
      found: format.quote(unread),
      expected: CODE_FAULTS[fault].expected,
    };
  const isDay = DAYS.has(column);
  const not = isDay ? en`is no date` : en`is not known`;
  return {
    problem:
      unread === ''
        ? en`${format.quote(column)} is not filled in`
        : en`${format.quote(column)}: ${format.quote(unread)} ${not}`,
    found: unread === '' ? en`nothing` : format.quote(unread),
    expected: isDay ? en`a date, such as 13/12/2022` : expectedIn(column, expected),
  };
}

function expectedIn(column: string, expected: string): string {
  if (column === 'Délai') return en`a number, such as 5, or “sans délai”`;
  return expected === '' || expected === column ? en`a text` : en`one of: ${expected}`;
}
