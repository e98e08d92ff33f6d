/** The unit of amounts in a heading or a title: `k€`, `en milliers d'euros`, `M€`. */
import type { AmountUnit } from '../../domain/money/amount-text';
import { comparable } from '../../domain/text';

/** In characters: a longer sentence that mentions k€ does not give the unit of a table. */
const LONGEST_PREAMBLE = 80;

const WORDS = String.raw`k ?€|k ?eur|k ?euros?|kilo[ -]?euros?|ke|milliers?(?: d ?euros?)?|M ?€|m ?eur|m ?euros?|millions?(?: d ?euros?)?|€|eur|euros?`;
/** Understood beside a bracket or « en » only. */
const THOUSANDS = String.raw`k|(?:€ ?)?[x×] ?1 ?000|1 ?000 ?€|000 ?€`;
const IN_UNIT = new RegExp(String.raw`(?:^|[^\p{L}\d])en (${WORDS}|${THOUSANDS})(?![\p{L}\d])`, 'iu');
const IN_PARENTHESES = new RegExp(String.raw`[([] ?(${WORDS}|${THOUSANDS})(?: (?:ttc|ht))? ?[)\]]`, 'iu');
const AT_THE_END = new RegExp(String.raw`[\s,_/-](${WORDS})(?: (?:ttc|ht))?$`, 'iu');
const AT_THE_START = /^(k ?€|M ?€)(?![\p{L}\d])/iu;
/** Units and currencies in which no amount is read. */
const OTHERS = String.raw`[kM]? ?(?:US)? ?\$(?: ?US)?|[kM]? ?[£¥]|[kM]?(?:usd|gbp|chf|jpy|cad|xpf|xof|xaf|frf)|[kM]?F|f ?c[fp][ap]|dollars?|livres? sterling|francs?(?: suisses?| cf[ap]| pacifique)?|centimes?|cts|Md ?€|mds ?€|mrds? ?€|md ?eur|milliards?(?: d ?euros?)?|%|M`;
const IN_OTHER_UNIT = new RegExp(
  String.raw`(?:^|[^\p{L}\d])en (${OTHERS})(?![\p{L}\d])|[([] ?(?:en )?(${OTHERS})(?: (?:ttc|ht))? ?[)\]]|[\s,_/-](?![FM]$)(${OTHERS})(?: (?:ttc|ht))?$`,
  'iu',
);
const ALONE = new RegExp(String.raw`^[([]? ?(?:en |unite ?: ?)?(${WORDS})(?: (?:ttc|ht))? ?[)\]]?$`, 'iu');
const EVERY_UNIT = new RegExp(
  String.raw`[([] ?(?:en )?(?:${WORDS}|${THOUSANDS})(?: (?:ttc|ht))? ?[)\]]|(?:^|[^\p{L}\d])en (?:${WORDS}|${THOUSANDS})(?![\p{L}\d])|[([]?jj ?\/ ?mm ?\/ ?aa(?:aa)?[)\]]?|(?:^|[\s,_/-])(?:k ?€|keur|M ?€|meur)(?![\p{L}\d])`,
  'giu',
);
/** Other words of a row of units: the type of a column, with or without amounts. */
const OTHER_UNIT = /^[([]?(?:ttc|ht|%|texte?|nombre|jj ?\/ ?mm ?\/ ?aa(?:aa)?|date|n°|nb|-)[)\]]?$/i;

/** The unit in a heading; null when there is none. `m€` is read as `M€`: nobody keeps thousandths of euros. */
export function unitOfHeading(heading: string): AmountUnit | null {
  const text = plain(heading);
  const patterns = [IN_PARENTHESES, IN_UNIT, AT_THE_END, AT_THE_START];
  return unitOfWord(patterns.map((pattern) => pattern.exec(text)).find((found) => found !== null)?.[1]);
}

/** The other currency of a heading, or its unit that is not read: `Montant AE ($)`, `AE en Md€`; null without one. */
export function otherUnitOf(heading: string): string | null {
  const [, ...found] = (unitOfHeading(heading) === null && IN_OTHER_UNIT.exec(plain(heading))) || [];
  return found.find((unit) => unit !== undefined) ?? null;
}

/** True for a heading with such a unit. */
export function isInOtherUnit(heading: string): boolean {
  return otherUnitOf(heading) !== null;
}

const CURRENCY_OF_ROWS =
  /^(?:devise|dev\.|monnaie|currency|unite)s?(?: (?:monetaire|(?:d[eu] |des |de la )?(?:montants?|transaction|trans\.|societe|piece)))?$/;

/** True for the heading of a column that gives the currency or the unit of the amounts of each row. */
export function namesCurrency(heading: string): boolean {
  return CURRENCY_OF_ROWS.test(comparable(plain(heading)));
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

/** The same for a currency or a unit that is not read: « Montants en dollars », « Suivi k$ ». A letter alone is none. */
export function otherUnitOfPreamble(text: string): string | null {
  const unit = text.length > LONGEST_PREAMBLE ? null : otherUnitOf(text);
  return unit !== null && (unit.length > 1 || /[$£¥]/.test(unit)) ? unit : null;
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
  if (letters.includes('000')) return 'k€';
  if (letters.startsWith('k') || letters.startsWith('millier')) return 'k€';
  return letters.startsWith('m') ? 'M€' : '€';
}
