/** The unit of amounts in a heading or a title: `k€`, `en milliers d'euros`, `M€`. */
import type { AmountUnit } from '../../domain/money/amount-text';
import { comparable } from '../../domain/text';

/** In characters: a longer sentence that mentions k€ does not give the unit of a table. */
const LONGEST_PREAMBLE = 80;

const WORDS = String.raw`k ?€|keur|k ?euros?|milliers?(?: d ?euros?)?|M ?€|meur|m ?euros?|millions?(?: d ?euros?)?|€|eur|euros?`;
const IN_UNIT = new RegExp(String.raw`(?:^|[^\p{L}\d])en (${WORDS})(?![\p{L}\d])`, 'iu');
const IN_PARENTHESES = new RegExp(String.raw`[([] ?(${WORDS}) ?[)\]]`, 'iu');
const AT_THE_END = new RegExp(String.raw`[\s,_-](${WORDS})(?: (?:ttc|ht))?$`, 'iu');
const ALONE = new RegExp(String.raw`^[([]? ?(?:en |unite ?: ?)?(${WORDS})(?: (?:ttc|ht))? ?[)\]]?$`, 'iu');
const EVERY_UNIT = new RegExp(
  String.raw`[([] ?(?:en )?(?:${WORDS}) ?[)\]]|(?:^|[^\p{L}\d])en (?:${WORDS})(?![\p{L}\d])|[([]?jj ?\/ ?mm ?\/ ?aa(?:aa)?[)\]]?|[\s,_-](?:k ?€|keur|M ?€|meur)(?![\p{L}\d])`,
  'giu',
);
/** Other words of a row of units: the type of a column, with or without amounts. */
const OTHER_UNIT = /^[([]?(?:ttc|ht|%|texte?|nombre|jj ?\/ ?mm ?\/ ?aa(?:aa)?|date|n°|nb|-)[)\]]?$/i;

/** The unit in a heading; null when there is none. `m€` is read as `M€`: nobody keeps thousandths of euros. */
export function unitOfHeading(heading: string): AmountUnit | null {
  const text = plain(heading);
  return unitOfWord((IN_PARENTHESES.exec(text) ?? IN_UNIT.exec(text) ?? AT_THE_END.exec(text))?.[1]);
}

/** The unit in a cell of a row of units; null when the cell holds anything else. */
export function unitOfCell(text: string): AmountUnit | null {
  return unitOfWord(ALONE.exec(plain(text))?.[1]);
}

/** True for a cell that may be part of a row of units under the headings. */
export function isUnitCell(text: string): boolean {
  return unitOfCell(text) !== null || OTHER_UNIT.test(text.trim());
}

/** The unit of all the amounts of a table, from a title above it such as « Montants en k€ »; null without one. */
export function unitOfPreamble(text: string): AmountUnit | null {
  if (text.length > LONGEST_PREAMBLE) return null;
  const words = plain(text);
  return unitOfWord((ALONE.exec(words) ?? IN_UNIT.exec(words) ?? IN_PARENTHESES.exec(words))?.[1]);
}

/** The heading without its unit, nor the form of its dates. */
export function withoutUnit(heading: string): string {
  return heading.replace(/[’']/g, ' ').replace(EVERY_UNIT, ' ');
}

function plain(text: string): string {
  return text
    .slice(0, 200)
    .replace(/[’'\s\u00a0\u202f]+/g, ' ')
    .normalize('NFC')
    .replace(/é/g, 'e')
    .trim();
}

function unitOfWord(word: string | undefined): AmountUnit | null {
  if (word === undefined) return null;
  const letters = comparable(word);
  if (letters.startsWith('k') || letters.startsWith('millier')) return 'k€';
  return letters.startsWith('m') ? 'M€' : '€';
}
