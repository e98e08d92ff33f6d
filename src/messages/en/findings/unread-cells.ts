/** English words of a cell of a register that cannot be read. */
import type { UnreadCellDetails } from '../../../domain/controls/findings/details/unread-cell';
import type { Formatter } from '../../formatter';
import { en } from '../../typography';

const DAYS: ReadonlySet<string> = new Set(['Échéance', 'Fait le', 'Du', 'Au']);

/** "“Type”: “suivi” is not known", what is in the cell and what is expected there. */
export function unreadCell(
  { column, unread, expected }: UnreadCellDetails,
  format: Formatter,
): { readonly problem: string; readonly found: string; readonly expected: string } {
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
