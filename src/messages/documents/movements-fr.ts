/** Why no formula follows a movement of the convention tables, in the notes of a document. */
import type { Movement } from '../../domain/envelopes/convention';
import { MOVEMENT_WORDS } from '../../workbook/convention/convention-words';
import { formatDate } from '../format';
import { fr } from '../typography';

/**
 * How a movement counts otherwise than its row reads: `unknown`: its word means none, and it does not count; `freeze`:
 * it lifts more than was frozen; `against`: its sign or its end contradicts its operation; `free`: a transfer that
 * needs no authorisation; `notNamed`: words in place of its author or its reference name none, and it does not
 * count; `heldBack`: a mark of the team takes it out, and it does not count; `twoEnds`:
 * a report or a rétablissement between two envelopes, which does not count.
 */
export type Otherwise = 'unknown' | 'freeze' | 'against' | 'free' | 'notNamed' | 'heldBack' | 'twoEnds';

/** The movement, how it counts, and what to do. */
export function describeOtherwise({ index, word, type, date }: Movement, how: Otherwise): string {
  const day = date === null ? '' : fr` du ${formatDate(date, 'fr')}`;
  const named = fr`« ${word ?? MOVEMENT_WORDS[type]} »${day}`;
  const ways: Readonly<Record<Otherwise, string>> = {
    unknown: fr`son type n'est pas connu et il ne compte pas (FON-02) ; corrigez-le, puis mettez à jour le document.`,
    freeze: fr`il lève plus que ce qui était gelé, qui compte seul (FON-02) ; corrigez-le, puis mettez à jour le document.`,
    against: fr`son signe ou son enveloppe contredit son opération, qui décide (FON-02) ; corrigez-le, puis mettez à jour le document.`,
    notNamed: fr`« Autorisé par » ou « Référence » ne contient ni auteur ni référence, et il ne compte pas (FON-01, FON-02) ; corrigez-le, puis mettez à jour le document.`,
    heldBack: fr`il est barré ou porte un mot qui l'écarte, et il ne compte pas (FON-02) ; corrigez-le, puis mettez à jour le document.`,
    twoEnds: fr`il a une enveloppe dans « De » et une autre dans « Vers », et il ne compte pas (FON-02) ; corrigez-le, puis mettez à jour le document.`,
    free: fr`il compte sans autorisation, par la fongibilité que prévoit la convention.`,
  };
  return fr`Ligne ${String(index + 1)} de ENV_Mouvements (${named}) : ${ways[how]}`;
}
