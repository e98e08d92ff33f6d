/** Words that give the nature of a row: « AE », « Engagement », « Bon de commande »; « CP », « DP », « Facture ». */
import type { Nature } from '../../domain/money/nature';
import { comparable } from '../../domain/text';
import { wordsOfHeading, type Concept } from './heading-words';

const COMMITS: readonly Concept[] = ['commitment', 'ej', 'ae', 'order', 'withdrawal', 'amendment'];
const PAYS: readonly Concept[] = ['payment', 'dp', 'cp', 'invoice', 'creditNote'];
/** Concepts found beside both, which decide nothing. */
const NEUTRAL: ReadonlySet<Concept> = new Set<Concept>([
  ...(['amount', 'number', 'credit', 'piece', 'request', 'contract', 'expense', 'operation', 'type'] as const),
  ...(['chorus', 'accounting', 'one', 'two', 'total'] as const),
]);
/** Short names, which nobody types for anything else: enough under any heading. */
const CODES: readonly Concept[] = ['ae', 'cp', 'ej', 'dp'];
const LONGEST = 60;

/**
 * The nature of the amount of a row, from the words of a cell; null when they give none, or both. A service fait is
 * neither: it makes a debt certain and consumes nothing.
 */
export function natureOfWords(text: string): Nature | null {
  if (text.length > LONGEST) return null;
  const { concepts, unknown } = wordsOfHeading(text);
  if (unknown > 0 || concepts.size === 0) return null;
  const commits = COMMITS.some((concept) => concepts.has(concept));
  const pays = PAYS.some((concept) => concepts.has(concept));
  const others = [...concepts].some((one) => !NEUTRAL.has(one) && !COMMITS.includes(one) && !PAYS.includes(one));
  if (others || commits === pays) return null;
  return commits ? 'AE' : 'CP';
}

/** Letters and cuts that name a stage in a column of natures, and may be anything in another one. */
const MARKS: ReadonlyMap<string, string> = new Map([
  ...[['e', 'Engagement'] as const, ['l', 'Liquidation'] as const, ['liq', 'Liquidation'] as const],
  ...[['m', 'Mandatement'] as const, ['mand', 'Mandatement'] as const, ['p', 'Paiement'] as const],
]);

/** The word that « E », « L », « P » or « Liq. » abridges in a column of natures; null for any other text. */
export function wordOfMark(text: string): string | null {
  return MARKS.get(comparable(text).replace(/\.$/, '')) ?? null;
}

/** The nature that a cell of a column of natures gives, « P » also; null when it gives none, or both. */
export function natureOfCell(text: string): Nature | null {
  return natureOfWords(wordOfMark(text) ?? text);
}

/** Words, then the number of a piece: « EJ 1400000001 », « DP n° 5000000001 ». */
const NAMED_PIECE = /^(\p{L}[^\d]{0,20})\d[\d ./-]{5,30}$/u;

/** The nature of the piece that a text numbers; null without words before the number. */
export function natureOfPiece(text: string): Nature | null {
  const [, words] = NAMED_PIECE.exec(text.trim()) ?? [];
  return words === undefined ? null : natureOfWords(words);
}

/** True for « AE », « CP », « EJ » and « DP » themselves. */
export function isNatureCode(text: string): boolean {
  const { concepts, unknown } = wordsOfHeading(text.slice(0, LONGEST));
  return unknown === 0 && CODES.some((code) => concepts.has(code)) && concepts.size === 1;
}
