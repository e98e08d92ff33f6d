/** French words of a cell of a register that cannot be read. */
import type { UnreadCellDetails } from '../../../domain/controls/findings/details/unread-cell';
import type { Formatter } from '../../formatter';
import { fr } from '../../typography';

const DAYS: ReadonlySet<string> = new Set(['Échéance', 'Fait le', 'Du', 'Au']);

const CODE_FAULTS = {
  severalCodes: { not: fr`contient plusieurs codes`, expected: fr`un seul code par ligne` },
  damagedCode: { not: fr`est un code converti en nombre par Excel`, expected: fr`le code complet, en format Texte` },
} as const;

/** « « Type » : « suivi » n'est pas reconnu », what is in the cell and what is expected there. */
export function unreadCell(
  { column, unread, expected, fault }: UnreadCellDetails,
  format: Formatter,
): { readonly problem: string; readonly found: string; readonly expected: string } {
  if (fault)
    return {
      problem: fr`${format.quote(column)} : ${format.quote(unread)} ${CODE_FAULTS[fault].not}`,
      found: format.quote(unread),
      expected: CODE_FAULTS[fault].expected,
    };
  const isDay = DAYS.has(column);
  const not = isDay ? fr`n'est pas une date` : fr`n'est pas reconnu`;
  return {
    problem:
      unread === ''
        ? fr`${format.quote(column)} n'est pas rempli`
        : fr`${format.quote(column)} : ${format.quote(unread)} ${not}`,
    found: unread === '' ? fr`rien` : format.quote(unread),
    expected: isDay ? fr`une date, comme 13/12/2022` : expectedIn(column, expected),
  };
}

function expectedIn(column: string, expected: string): string {
  if (column === 'Délai') return fr`un nombre, comme 5, ou « sans délai »`;
  return expected === '' || expected === column ? fr`un texte` : fr`l'un de : ${expected}`;
}
