/**
 * Words that scale amounts: « 1 = 1000 € », « x 1 000 », « ÷1000 », « facteur 1000 », « 10^3 € », in a heading, in a
 * bracket of a title, or alone in a cell. Thousands and millions are units; any other scale is not understood.
 */

/** A scale, and its place in the text as `spaced` gives it. */
export interface ScaleWords {
  /** Null where the scale is not understood. */
  readonly unit: '€' | 'k€' | 'M€' | null;
  readonly from: number;
  readonly to: number;
}

type Unit = ScaleWords['unit'];

const UNITS: ReadonlyMap<number, '€' | 'k€' | 'M€'> = new Map([
  [1, '€'],
  [1000, 'k€'],
  [1_000_000, 'M€'],
]);
const IN_LETTERS: ReadonlyMap<string, number> = new Map([
  ['dix', 10],
  ['cent', 100],
  ['mille', 1000],
  ['un million', 1_000_000],
]);
const MAY_SCALE = /\d|mille|cent|dix|million/;
const LONGEST = 200;
const EURO = String.raw`(?:€|euros?|eur)`;
const BRACKETS = /[([{]([^()[\]{}]{1,60})[)\]}]/g;
/** Where a scale may begin outside brackets: not inside « 500 000 € », nor at « lot 1 : 1000 € ». */
const STARTS = /(?<=^|[ ,:;–—_(-])(?:[a-z€×*/÷]|(?<!\d[ .])\d(?! ?(?::|pour )))|(?<=[a-z])[×*/÷]/g;
const SIGNS_AT_THE_END = /[ .,:;–—-]{1,20}$/;
const FIRST_WORDS = /^(?:exprime(?:e|s|es)? )?(?:en|in) /;
const TAX_AT_THE_END = /[ ,;-]{1,3}(?:ttc|ht)$/;
const SIGNED = new RegExp(String.raw`^${EURO}? ?([x×*/÷]) ?(\S.*)$`);
const EQUAL = /^([^=:]{1,20}?) ?(?:[=:]|pour|vaut|equivaut a|represente) ?([^=:]{1,20})$/;
const ONE = new RegExp(String.raw`^(?:1 ?(?:unites?|u|${EURO}|points?|pts?)?|unites?|u)$`);
const FRACTION = /^1 ?[/:] ?(\d.{1,10}?)e?$/;
const PER = /^par (\S.*)$/;
/** « Base 1000 », « base 100 en 2020 »: not « base 2023 », nor « base 12 mois ». */
const BASE = /^base (\d[\d .]{0,11}?)(?: (?:en|au) .{1,20})?$/;
/** « '000 », « €000 », « 000s »: the apostrophe is a space. */
const ZEROS = new RegExp(String.raw`^(?:${EURO} ?)?000 ?s?(?: ?${EURO})?$`);
const POWER = new RegExp(String.raw`^1(?:0 ?\^|e) ?(\d)(?: ?${EURO})?$`);
const OF_EUROS = new RegExp(String.raw` ?(?:([km]) ?)?${EURO}$`);
const DIGITS = /^\d{1,3}(?:[ .]\d{3}){1,3}(?:,\d{1,4})?$|^\d{1,9}(?:[.,]\d{1,4})?$/;
const SCALE =
  /(?<![a-z])(?:facteurs?|factors?|echelle|scales?|scaling|coeff?(?:icients?)?|multipli[a-z]{1,8}|divise(?:e|s|es|r|ur)?)(?![a-z])/g;
/** « Facteur d'échelle des montants »; not « Coefficient de TVA », nor « Échelle des salaires ». */
const BESIDE_SCALES = new Set(
  (
    'mise a au aux l la le les d de du des par pour ce tous toutes tableau est sont ont ete en euro euros unite unites ' +
    'montant montants valeur valeurs chiffre chiffres somme sommes donnee donnees ae cp affichage conversion monetaire ' +
    'applique appliquer amount amounts figures values of the all in'
  ).split(' '),
);
/** « Montants x », « Montants / ». */
const BY_SIGN = /^(?:montants?|chiffres?|valeurs?|donnees?|sommes?) ?[x×*/÷] ?$/;
const LABEL_AND_NUMBER = /^([^\d()[\]]{1,60})(\d[^()[\]]*)$/;
const WHOLE_BRACKET = /^[([]([^()[\]]{1,60})[)\]]$/;
const EXPONENTS: ReadonlyMap<string, number> = new Map([
  ['²', 2],
  ['³', 3],
  ['⁶', 6],
]);
/** Spaces and points between thousands. */
const GROUPS = /[ .](?=\d{3}(?!\d))/g;
const FEWEST_TENS = 10;
const [FIRST_YEAR, LAST_YEAR] = [1990, 2099];
const THOUSAND = 1000;

/** True for `comparable` words with one of a scale. */
export function namesScaleIn(words: string): boolean {
  return words.search(SCALE) >= 0;
}

/** True for a label, in `comparable` words, that names a scale and nothing else. */
export function isScale(label: string): boolean {
  const others = label.replace(SCALE, ' ');
  return others !== label && others.split(/[^a-z\d]+/).every((word) => word === '' || BESIDE_SCALES.has(word));
}

/** The text in which a scale has its place: one space between words, composed letters. */
export function spaced(text: string): string {
  return text
    .slice(0, LONGEST)
    .normalize('NFC')
    .replace(/[’'\s]+/g, ' ');
}

/** The scale of a heading, in its brackets or at its end: « AE (÷1000) », « AE x 1000 »; null without one. */
export function scaleInHeading(heading: string): ScaleWords | null {
  const words = folded(heading);
  return MAY_SCALE.test(words) ? (inBrackets(words, scaleOfBracket) ?? atTheEnd(words, 1)) : null;
}

/** The scale of a title: « Suivi (1 = 1000 €) », « Montants à multiplier par 1 000 »; null without one. */
export function scaleInTitle(title: string): ScaleWords | null {
  const words = folded(title);
  return MAY_SCALE.test(words) ? (inBrackets(words, scaleOf) ?? atTheEnd(words, 0)) : null;
}

/** The scale that a cell holds alone: « 1 = 1000 € », « (÷1000) »; null without one. */
export function scaleAlone(text: string): ScaleWords | null {
  const words = folded(text).trim();
  if (!MAY_SCALE.test(words)) return null;
  const [whole = words, content = words] = WHOLE_BRACKET.exec(words) ?? [];
  return placed(scaleOf(content.trim()), 0, whole.length);
}

/** The same letters in the same places, without the accents that scales have. */
function folded(text: string): string {
  const words = spaced(text).toLowerCase().replace(/[éè]/g, 'e').replace(/à/g, 'a');
  return words.replace(/10([²³⁶])/g, (_, power: string) => `1e${EXPONENTS.get(power) ?? ''}`);
}

function inBrackets(words: string, read: (content: string) => Unit | undefined): ScaleWords | null {
  for (const found of words.matchAll(BRACKETS)) {
    const scale = placed(read((found[1] ?? '').trim()), found.index, found.index + found[0].length);
    if (scale !== null) return scale;
  }
  return null;
}

/** « AE x 1000 », « AE : 1 = 1000 € »: from the first word that begins a scale, at this place at the earliest. */
function atTheEnd(words: string, earliest: number): ScaleWords | null {
  const text = words.replace(SIGNS_AT_THE_END, '');
  for (const { index } of text.matchAll(STARTS)) {
    if (index < earliest) continue;
    const scale = placed(scaleOf(text.slice(index)), index, text.length);
    if (scale !== null) return scale;
  }
  return null;
}

function placed(unit: Unit | undefined, from: number, to: number): ScaleWords | null {
  return unit === undefined ? null : { unit, from, to };
}

/** In a bracket of a heading any factor is a scale, « (/12) », and a thousand alone may be one; not « (* 2) ». */
function scaleOfBracket(content: string): Unit | undefined {
  const scale = scaleOf(content);
  if (scale !== undefined) return scale;
  const [, sign, factor = ''] = SIGNED.exec(content) ?? [];
  const value = sign === undefined ? null : valueOf(factor);
  if (value !== null && !isYear(value) && (sign !== '*' || value >= FEWEST_TENS)) return null;
  if (!/\d/.test(content) || !isPowerOfTen(valueOf(content), THOUSAND)) return undefined;
  return valueOf(content) === THOUSAND && OF_EUROS.test(content) ? 'k€' : null;
}

/** The unit that words give as a scale; null where they are one that is not understood, undefined where they are none. */
function scaleOf(content: string): Unit | undefined {
  const words = content.replace(FIRST_WORDS, '').replace(TAX_AT_THE_END, '');
  if (ZEROS.test(words)) return 'k€';
  const power = POWER.exec(words)?.[1];
  if (power !== undefined) return unitOf(10 ** Number(power));
  const factor = SIGNED.exec(words)?.[2] ?? PER.exec(words)?.[1];
  if (factor !== undefined) return tenfold(valueOf(factor));
  if (isPowerOfTen(valueOf(FRACTION.exec(words)?.[1] ?? ''), THOUSAND)) return null;
  if (isPowerOfTen(valueOf(BASE.exec(words)?.[1] ?? ''), FEWEST_TENS)) return null;
  const equal = ofEqual(words);
  return equal === undefined ? ofLabel(words) : equal;
}

/** « 1 = 1000 € », « 1€ = 1k€ », « unité : 1 000 € »; « 1000 = 1 » is not understood. */
function ofEqual(words: string): Unit | undefined {
  const [, left, right = ''] = EQUAL.exec(words) ?? [];
  if (left === undefined) return undefined;
  const value = valueOf(right);
  const isOfEuros = OF_EUROS.test(right);
  if (ONE.test(left))
    return value !== null && isOfEuros ? unitOf(value) : /^\D/.test(left) ? undefined : tenfold(value);
  const areTens = isPowerOfTen(valueOf(left), FEWEST_TENS) && isPowerOfTen(value, 1);
  return areTens || (valueOf(left) !== null && isOfEuros && value !== null) ? null : undefined;
}

/** « Facteur 1000 », « à multiplier par 1 000 », « échelle : 1/1000 ». */
function ofLabel(words: string): Unit | undefined {
  const [, label = '', factor = ''] = LABEL_AND_NUMBER.exec(words) ?? [];
  if (!isScale(label) && !BY_SIGN.test(label)) return undefined;
  const value = valueOf(factor);
  return value === null ? null : unitOf(value);
}

/** A factor outside a label is a power of ten: « x 1000 », not « x 3 ». */
function tenfold(value: number | null): Unit | undefined {
  return value === 1 || isPowerOfTen(value, FEWEST_TENS) ? unitOf(value) : undefined;
}

function unitOf(value: number): Unit {
  return UNITS.get(value) ?? null;
}

function isPowerOfTen(value: number | null, least: number): value is number {
  return value !== null && value >= least && Number.isInteger(Math.log10(value));
}

function isYear(value: number): boolean {
  return value >= FIRST_YEAR && value <= LAST_YEAR;
}

/** The number that words write, « 1 000 € », « 1 k€ », « 10^3 », « mille »; null for anything else. */
function valueOf(words: string): number | null {
  const [whole = '', letter] = OF_EUROS.exec(words) ?? [];
  const number = words.slice(0, words.length - whole.length).trim();
  const times = letter === 'k' ? 1000 : letter === 'm' ? 1_000_000 : 1;
  if (number === '') return letter === undefined ? null : times;
  const power = POWER.exec(number)?.[1];
  if (power !== undefined) return times * 10 ** Number(power);
  const inLetters = IN_LETTERS.get(number);
  if (inLetters !== undefined) return times * inLetters;
  return DIGITS.test(number) ? times * Number(number.replace(GROUPS, '').replace(',', '.')) : null;
}
