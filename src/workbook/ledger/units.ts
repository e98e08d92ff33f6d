/** The unit of amounts in a heading or a title: `k€`, `en milliers d'euros`, `M€`. */
import { remembering } from '../../domain/remembering';
import type { AmountUnit } from '../../domain/money/amount-text';
import type { LedgerField } from '../../domain/envelopes/ledger';
import { comparable } from '../../domain/text';
import { namesScaleIn, scaleAlone, scaleInHeading, scaleInTitle, spaced, type ScaleWords } from './tables/scale-words';

/** A unit: `otherUnit` is another currency, or a unit in which no amount is read. */
export type UnitOfNature = { readonly unit: AmountUnit } | { readonly otherUnit: string };

/** A unit as words give it, with that of AE or of CP where they name it: « en k€ sauf le CP ». */
export type GivenUnit = UnitOfNature & {
  readonly byNature?: { readonly ae?: UnitOfNature; readonly cp?: UnitOfNature };
};

/** A unit, from one column of the sheet to another. */
export interface UnitOfColumns {
  readonly from: number;
  readonly to: number;
  readonly given: GivenUnit;
}

/** From the first column to the last. */
export const EVERYWHERE = { from: 0, to: Number.MAX_SAFE_INTEGER };

/** A unit in which no amount is read, named by the text itself. */
export function unclear(text: string): UnitOfNature & { readonly otherUnit: string } {
  const shown = text.trim().replace(/\s+/g, ' ');
  return { otherUnit: `(${shown.length > LONGEST_SHOWN ? `${shown.slice(0, LONGEST_SHOWN - 1)}…` : shown})` };
}

/** The unit of a column of amounts under words that give one. */
export function unitFor(given: GivenUnit, field: LedgerField | null): UnitOfNature {
  const own = field === 'ae' || field === 'cp' ? given.byNature?.[field] : undefined;
  return own ?? ('unit' in given ? { unit: given.unit } : { otherUnit: given.otherUnit });
}

const LONGEST_SHOWN = 60;
/** In characters: a longer sentence gives the unit of a table only where it is about its amounts. */
const LONGEST_PREAMBLE = 80;
const LONGEST_NOTE = 400;
const LONGEST_HEADING = 200;

/** Words of amounts after which a letter alone is a unit: « AE k », « Montant CP K », « AE M ». */
const AMOUNTS = String.raw`(?:ae|cp|montants?|mt|engag[eé]e?s?|pay[eé]e?s?|paiements?|cr[eé]dits?|d[eé]penses?|ttc|ht)`;
const LETTER_ALONE = new RegExp(String.raw`(?:^|[^\p{L}\d])${AMOUNTS}[\s,_/-](k)(?: (?:ttc|ht))?$`, 'iu');
/** « (milliers) d'euros », « d'€ ». */
export const OF_EUROS = String.raw`(?: d| of)? ?(?:euros?|eur|€)`;
/** « €k », « EUR k », « €m », « T€ », « Mio € », « thousands of euros »: as in English, in German, in Switzerland. */
const FOREIGN = String.raw`(?:€|eur) ?[km]|t ?€|(?:tsd|mio|mln)\.? ?(?:€|eur)|(?:thousand|million)s?(?: of)?(?: (?:€|eur(?:os?)?))|(?:€|eur(?:os?)?) (?:thousand|million)s?`;
const WORDS = String.raw`${FOREIGN}|k[ -]?€uros?|k[ .-]?€|k[ -]?eur|k[ -]?euros?|kilo[ -]?(?:euros?|€)|ke|milliers?(?:${OF_EUROS})?|M ?€|m ?eur|m ?euros?|millions?(?:${OF_EUROS})?|mille(?: (?:€|euros?))?|thousands|€|eur|euros?`;
const CURRENCIES = String.raw`(?:US)? ?\$(?: ?US)?|[£¥]|usd|gbp|chf|jpy|cad|xpf|xof|xaf|frf|f ?c[fp][ap]|(?:us |canadian )?dollars?|livres? sterling|pounds?(?: sterling)?|swiss francs?|francs?(?: suisses?| cf[ap]| pacifique)?`;
/** « En milliers de dollars » is no unit of euros. */
const NO_CURRENCY = String.raw`(?! ?(?:de |d |of )?(?:${CURRENCIES})(?![\p{L}\d]))`;
/** Understood beside a bracket or « en » only. */
const THOUSANDS = String.raw`k|(?:€ ?)?[x×] ?1 ?000(?: ?€)?|1 ?000 ?€|000 ?€`;
/** The factor that BW writes under a heading: « * 1.000 EUR ». */
const FACTOR = String.raw`[x×*] ?1(?:[ .]?000){1,2}(?: ?(?:€|eur(?:os?)?))?`;
const IN_UNIT = new RegExp(
  String.raw`(?:^|[^\p{L}\d])(?:en|in) (${WORDS}|${THOUSANDS})(?![\p{L}\d])${NO_CURRENCY}`,
  'iu',
);
const IN_PARENTHESES = new RegExp(
  String.raw`[([] ?(?:(?:en|in) )?(${WORDS}|${THOUSANDS})(?: (?:ttc|ht))? ?[)\]]`,
  'iu',
);
/** « En centaines d'euros » is not in euros. */
const NOT_OF = String.raw`(?<![^\p{L}](?:d|of))`;
const AT_THE_END = new RegExp(String.raw`${NOT_OF}[\s,_/-](${WORDS})(?: (?:ttc|ht))?$`, 'iu');
const AT_THE_START = /^(k ?€|M ?€)(?![\p{L}\d])/iu;
/** In a sentence of any length: « Les montants sont exprimés en milliers d'euros ». */
const SENTENCE_ON_AMOUNTS = String.raw`(?:^|[^\p{L}])(?:montants?|sommes?|chiffres|valeurs?|amounts?|figures|values|sums)(?: \p{L}{1,20}){0,16} (?:en|in) `;
const OF_AMOUNTS = new RegExp(
  String.raw`${SENTENCE_ON_AMOUNTS}(${WORDS}|${THOUSANDS})(?![\p{L}\d])${NO_CURRENCY}`,
  'iu',
);
/** Units and currencies in which no amount is read. « Acompte 30 % » is a part of an amount, in euros. */
const OTHERS = String.raw`(?:(?:[kM]|milliers?|millions?|milliards?|thousands?|billions?)(?: de| d| of)? ?)?(?:${CURRENCIES})|[kM]?F|centimes?(?:${OF_EUROS})?|cents|cts|c€|(?:dizaines?|centaines?|hundreds?|billions?)(?:${OF_EUROS})?|Md ?€|mds ?€|mrds? ?€|md ?eur|milliards?(?:${OF_EUROS})?|(?<!\d )%|M`;
const IN_OTHER_UNIT = new RegExp(
  String.raw`(?:^|[^\p{L}\d])(?:en|in) (${OTHERS})(?![\p{L}\d])|[([] ?(?:(?:en|in) )?(${OTHERS})(?: (?:ttc|ht))? ?[)\]]|[\s,_/-](?![FM]$)(${OTHERS})(?: (?:ttc|ht))?$|(?:^|[^\p{L}\d])${AMOUNTS}[\s,_/-]([FM])$`,
  'iu',
);
const OTHER_OF_AMOUNTS = new RegExp(String.raw`${SENTENCE_ON_AMOUNTS}(${OTHERS})(?![\p{L}\d])`, 'iu');
const ALONE = new RegExp(
  String.raw`^[([]? ?(?:en |in |units? ?: ?|unite ?: ?)?(${WORDS})(?: (?:ttc|ht))? ?[)\]]?$`,
  'iu',
);
const THOUSANDS_ALONE = new RegExp(String.raw`^[([]? ?(k|${FACTOR}) ?[)\]]?$`, 'i');
const OTHER_ALONE = new RegExp(String.raw`^[([]? ?(?:en |in |units? ?: ?|unite ?: ?)?(?!%)(${OTHERS}) ?[)\]]?$`, 'iu');
/** At the end of a title, and no amount: « Suivi 2023 k€ », but not « Budget : 500 k€ ». */
const AT_THE_END_OF_TITLE = new RegExp(
  String.raw`(?:\D|(?:^|\D)20\d\d)${NOT_OF}[\s,_/-](${WORDS})(?: (?:ttc|ht))?$`,
  'iu',
);
const AMOUNT_AT_THE_END = new RegExp(String.raw`(?<!(?:^|\D)20\d)\d[\s,_/-]?(?:${OTHERS})$`, 'iu');
const EVERY_UNIT = new RegExp(
  String.raw`(?<=(?:^|[^\p{L}\d])${AMOUNTS}[\s,_/-])k(?=(?: (?:ttc|ht))?$)|[([] ?(?:(?:en|in) )?(?:${WORDS}|${THOUSANDS})(?: (?:ttc|ht))? ?[)\]]|(?:^|[^\p{L}\d])(?:en|in) (?:${WORDS}|${THOUSANDS})(?![\p{L}\d])|[([]?jj ?\/ ?mm ?\/ ?aa(?:aa)?[)\]]?|(?:^|[\s,_/-])(?:${FOREIGN}|k ?€|k ?eur(?:os?)?|M ?€|m ?eur(?:os?)?)(?![\p{L}\d])`,
  'giu',
);
/** Other words of a row of units: the type of a column, with or without amounts. */
const OTHER_UNIT = /^[([]?(?:ttc|ht|%|texte?|nombre|jj ?\/ ?mm ?\/ ?aa(?:aa)?|date|n°|nb|-)[)\]]?$/i;

/** The unit in a heading; null when there is none. `m€` is read as `M€`: nobody keeps thousandths of euros. */
export function unitOfHeading(heading: string): AmountUnit | null {
  const scale = scaleInHeading(heading);
  if (scale !== null) return scale.unit;
  const text = plain(heading);
  const patterns = [IN_PARENTHESES, IN_UNIT, AT_THE_END, AT_THE_START, LETTER_ALONE];
  return unitOfWord(patterns.map((pattern) => pattern.exec(text)).find((found) => found !== null)?.[1]);
}

/** The other currency of a heading, or its unit that is not read: `Montant AE ($)`, `AE en Md€`; null without one. */
export function otherUnitOf(heading: string): string | null {
  const [, ...found] = (unitOfHeading(heading) === null && IN_OTHER_UNIT.exec(plain(heading))) || [];
  return found.find((unit) => unit !== undefined) ?? null;
}

const CURRENCY_OF_ROWS =
  /^(?:devise|dev\.|monnaie|currency|unite|unit)s?(?: (?:of (?:the )?(?:amounts?|measure|account)|monetaire|de (?:mesure|compte)|(?:d[eu] |des |de la )?(?:montants?|transaction|trans\.|societe|piece)))?$/;

/** True for the heading of a column that gives the currency or the unit of the amounts of each row. */
export function namesCurrency(heading: string): boolean {
  return CURRENCY_OF_ROWS.test(comparable(plain(heading)));
}

/** True for the label of a scale or of a unit, whose value is in the next cell: « Facteur de mise à l'échelle | 1000 ». */
export function namesScale(label: string): boolean {
  return label.length <= LONGEST_PREAMBLE && (namesCurrency(label) || namesScaleIn(comparable(plain(label))));
}

/** The unit in a cell of a row of units; null when the cell holds anything else. */
export function unitOfCell(text: string): GivenUnit | null {
  const words = plain(text);
  const unit = unitOfWord((ALONE.exec(words) ?? THOUSANDS_ALONE.exec(words))?.[1]);
  const scale = unit === null ? scaleAlone(text) : null;
  if (scale !== null) return ofScale(scale, text);
  return unit === null ? otherUnit(OTHER_ALONE.exec(words)?.[1] ?? null) : { unit };
}

/** True for a cell that may be part of a row of units under the headings. */
export function isUnitCell(text: string): boolean {
  return unitOfCell(text) !== null || OTHER_UNIT.test(text.trim());
}

/** The unit that a heading gives to its column; null without one. */
export const unitGivenByHeading = remembering((heading): GivenUnit | null => {
  const scale = scaleInHeading(heading);
  if (scale !== null) return ofScale(scale, heading);
  const unit = unitOfHeading(heading);
  if (unit !== null) return { unit };
  const other = otherUnitOf(heading);
  return other === null ? null : { otherUnit: other };
});

/** The unit of a scale; no amount is read in one that is not understood. */
function ofScale({ unit }: ScaleWords, text: string): GivenUnit {
  return unit === null ? unclear(text) : { unit };
}

/** The unit of all the amounts of a table, in the name of its sheet: « Suivi k€ », « Suivi k$ »; null without one. */
export function unitOfSheet(name: string): GivenUnit | null {
  const unit = unitOfHeading(name);
  return unit === null ? otherUnit(otherUnitOf(name)) : { unit };
}

/** The same in a title: « Montants en k€ », « Suivi 2023 k€ », « Montants en dollars ». */
export const unitOfTitle = remembering((text): GivenUnit | null => {
  const scale = text.length > LONGEST_PREAMBLE ? null : scaleInTitle(text);
  if (scale !== null) return ofScale(scale, text);
  const unit = unitOfPreamble(text);
  if (unit !== null) return { unit };
  const alone = unitOfCell(text);
  if (alone !== null) return alone;
  if (text.length > LONGEST_PREAMBLE) return otherUnit(OTHER_OF_AMOUNTS.exec(plain(text, LONGEST_NOTE))?.[1] ?? null);
  return AMOUNT_AT_THE_END.test(plain(text)) ? null : otherUnit(otherUnitOf(text));
});

/** The unit of all the amounts of a table in a title, when it is one in which amounts are read; null without one. */
function unitOfPreamble(text: string): AmountUnit | null {
  const words = plain(text, LONGEST_NOTE);
  const patterns =
    text.length > LONGEST_PREAMBLE ? [OF_AMOUNTS] : [ALONE, IN_UNIT, IN_PARENTHESES, AT_THE_END_OF_TITLE, AT_THE_START];
  return unitOfWord(patterns.map((pattern) => pattern.exec(words)).find((found) => found !== null)?.[1]);
}

/** A letter alone is no other unit, away from the heading of a column. */
function otherUnit(word: string | null): GivenUnit | null {
  return word !== null && (word.length > 1 || /[$£¥]/.test(word)) ? { otherUnit: word } : null;
}

/** The heading without its unit, nor the form of its dates. */
export function withoutUnit(heading: string): string {
  const scale = scaleInHeading(heading);
  const text = scale === null ? heading : without(spaced(heading), scale);
  return text.replace(/[’']/g, ' ').replace(EVERY_UNIT, ' ');
}

function without(text: string, { from, to }: ScaleWords): string {
  return `${text.slice(0, from)} ${text.slice(to)}`;
}

/** Without the accents of « é », nor the signs at the end: « AE - k€ - ». */
function plain(text: string, most = LONGEST_HEADING): string {
  return text
    .slice(0, most)
    .replace(/[’'\s\u00a0\u202f]+/g, ' ')
    .normalize('NFC')
    .replace(/é/g, 'e')
    .trim()
    .replace(/[ .,:;–—-]{1,20}$/, '');
}

const CURRENCY_FIRST = /^(?:€|eur(?:os?)?) ?(?=[km]$|thousand|million)/;

function unitOfWord(word: string | undefined): AmountUnit | null {
  if (word === undefined) return null;
  const letters = comparable(word).replace(CURRENCY_FIRST, '');
  const digits = letters.replace(/\D/g, '');
  if (digits !== '') return digits === '1000000' ? 'M€' : 'k€';
  if (/^(?:k|t|mill(?:e|ier))/.test(letters)) return 'k€';
  return letters.startsWith('m') ? 'M€' : '€';
}
