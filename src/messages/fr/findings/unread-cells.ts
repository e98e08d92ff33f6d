/** French words of a cell of a register that cannot be read. */
import type { UnreadCellDetails } from '../../../domain/controls/findings/details/unread-cell';
import type { Formatter } from '../../formatter';
import { isErrorText, NOT_CALCULATED } from '../../failure-description';
import { fr } from '../../typography';
import { PROBLEMS } from '../convention-failures';

const DAYS: ReadonlySet<string> = new Set(['Échéance', 'Fait le', 'Du', 'Au']);

const DAY = fr`une date, comme 13/12/2022`;

const CODE_FAULTS = {
  severalCodes: {
    not: fr`contient plusieurs codes`,
    expected: fr`un seul code par ligne`,
    action: fr`Inscrivez chaque code sur sa propre ligne (ENV_Imputations), avec le même champ.`,
  },
  untilBeforeFrom: {
    not: fr`précède « Du »`,
    expected: fr`un dernier jour à partir de « Du »`,
    action: fr`Corrigez « Du » ou « Au » (ENV_Imputations).`,
  },
  damagedCode: {
    not: fr`est un code converti en nombre par Excel`,
    expected: fr`le code complet, en format Texte`,
    action: fr`Saisissez le code complet, en format Texte (ENV_Imputations).`,
  },
  otherField: {
    not: fr`n'est pas le champ dont ce code a la forme`,
    action: fr`Corrigez le champ ou le code (ENV_Imputations).`,
  },
} as const;

/** « « Type » : « suivi » n'est pas reconnu », what is in the cell and what is expected there. */
export function unreadCell(
  { column, unread, expected, fault }: UnreadCellDetails,
  format: Formatter,
): { readonly problem: string; readonly found: string; readonly expected: string; readonly action?: string } {
  if (fault)
    return {
      problem: fr`${format.quote(column)} : ${format.quote(unread)} ${CODE_FAULTS[fault].not}`,
      found: format.quote(unread),
      expected: fault === 'otherField' ? format.quote(expected) : CODE_FAULTS[fault].expected,
      action: CODE_FAULTS[fault].action,
    };
  const isDay = DAYS.has(column);
  if (isErrorText(unread))
    return {
      problem: fr`${format.quote(column)} : ${PROBLEMS.errorInCell(unread, '')}`,
      found: format.quote(unread),
      expected: isDay ? DAY : expectedIn(column, expected),
      action: remedyOfError(unread),
    };
  const not = isDay ? fr`n'est pas une date` : fr`n'est pas reconnu`;
  return {
    problem:
      unread === ''
        ? fr`${format.quote(column)} n'est pas rempli`
        : fr`${format.quote(column)} : ${format.quote(unread)} ${not}`,
    found: unread === '' ? fr`rien` : format.quote(unread),
    expected: isDay ? DAY : expectedIn(column, expected),
  };
}

function expectedIn(column: string, expected: string): string {
  if (column === 'Délai') return fr`un nombre, comme 5, ou « sans délai »`;
  return expected === '' || expected === column ? fr`un texte` : fr`l'un de : ${expected}`;
}

/** The remedy of an error in a cell. */
export function remedyOfError(error: string): string {
  return error === NOT_CALCULATED
    ? fr`Enregistrez le classeur dans Excel après l'avoir recalculé, ou saisissez la valeur.`
    : fr`Corrigez la formule, ou saisissez la valeur.`;
}
