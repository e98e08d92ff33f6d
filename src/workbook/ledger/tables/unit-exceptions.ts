/**
 * Units that a text gives to AE or to CP alone: « en k€ sauf le CP », « AE en k€, CP en euros », « seuls les AE sont en
 * k€ ». Where a text gives several units and does not name plainly what each is of, the unit is not clear: no amount is
 * read under it, and each shows the text.
 */
import { remembering } from '../../../domain/remembering';
import { comparable } from '../../../domain/text';
import { withoutRounding } from './rounding-words';
import { keepsUnitToSome } from './unit-limits';
import { OF_EUROS, unclear, unitGivenByHeading, type GivenUnit, type UnitOfNature } from '../units';

type AmountField = 'ae' | 'cp';

interface Mention<T> {
  readonly at: number;
  readonly what: T;
}

const EXCEPTION =
  /(?:^|[^a-z])(sauf|hors|hormis|except(?:e|ee|es|ees)?|(?:a )?l exception d(?:e|es|u)|mis(?:e|es)? a part)(?![a-z])/;
const NATURES: readonly (readonly [AmountField, RegExp])[] = [
  ['ae', /(?<![a-z])(?:ae|autorisations? d engagement|engagements?|engage(?:e|s|es)?)(?![a-z])/g],
  ['cp', /(?<![a-z])(?:cp|credits? de paiement|paiements?|paye(?:e|s|es)?)(?![a-z])/g],
];
const UNITS: readonly (readonly ['€' | 'k€' | 'M€', string])[] = [
  [
    'k€',
    String.raw`k[ -]?€|k[ -]?eur(?:os?)?|kilo[ -]?(?:euros?|€)|ke|milliers?(?:${OF_EUROS})?|(?:€|eur(?:os?)?) thousands?|thousands?(?:${OF_EUROS})?`,
  ],
  ['M€', String.raw`m ?€|m ?eur(?:os?)?|millions?(?:${OF_EUROS})?`],
  ['€', String.raw`€|eur|euros?`],
];
const UNIT = new RegExp(
  String.raw`(?<![a-z\d€])(?<!\d )(?:${UNITS.map(([, words]) => `(${words})`).join('|')})(?![a-z\d€])`,
  'g',
);
/** « En k€ et non en euros » names one unit. */
const DENIED = new RegExp(
  String.raw`(?:et |mais |and )?(?:non|pas|not)(?: pas)? (?:en |in )?(?:k ?€|m ?€|€|k?euros?|k?eur|milliers${OF_EUROS})(?![a-z\d€])`,
  'g',
);
const ONLY = /(?<![a-z])(?:only|seul(?:s|e|es)?|seulement|uniquement)(?![a-z])/;
/** « Sauf mention contraire » excepts nothing by itself: a heading with a unit of its own does. */
const UNLESS_STATED = /(?<![a-z])(?:contraire|contraires|autrement|precise|precisee?s?|indique|indiquee?s?)(?![a-z])/;
const NAMES_COLUMNS = /(?<![a-z])(?:colonnes?|lignes?)(?![a-z])/;
/** Words beside a unit and a nature in a text that names nothing else. */
const PLAIN_WORDS = new Set(
  (
    'a au aux d de des du en est et il ils elle elles l la le les leur leurs ce ces ceux celui celle celles qui que ou sont par pour reste restent ' +
    'etre colonne colonnes montant montants somme sommes chiffre chiffres valeur valeurs unite unites exprime exprimes ' +
    'in of the are is all and amount amounts figure figures value values unit units column columns expressed stated exprimee exprimees donne donnes donnee donnees indique indiques saisi saisis ttc sommes total totaux seul seule seuls seules seulement uniquement'
  ).split(' '),
);
/** In a text that gives each nature its unit: « Suivi des engagements en k€ et des paiements en € ». */
const OF_A_TITLE = /(?<![a-z])(?:suivis?|tableau|etat|situation|convention|delegation)(?![a-z])/g;
const LONGEST_TEXT = 400;

const NONE: GivenUnit = { unit: '€' };

type ReadUnit = (text: string) => GivenUnit | null;

/** The unit that a text about a table gives, by `read`, with those of AE and CP where it names them; null without one. */
export function unitInText(given: string, read: ReadUnit): GivenUnit | null {
  const text = withoutRounding(given);
  const words = comparable(text.slice(0, LONGEST_TEXT));
  const except = EXCEPTION.exec(words);
  if (except) return withException(text, words, except, read);
  const units = unitsIn(words);
  const natures = naturesIn(words);
  if (new Set(units.map(({ what }) => what)).size > 1) return ofSeveral(text, words, units, natures, read);
  const [nature] = natures;
  const unit = units.length === 0 && words.search(DENIED) >= 0 ? null : read(text); // « pas en k€ »
  if (unit === null) return null;
  if (!nature || natures.some(({ what }) => what !== nature.what) || !isPlain(words)) return ofAll(text, words, unit);
  const others: UnitOfNature = ONLY.test(words) ? { unit: '€' } : unclear(text);
  return { ...others, byNature: { [nature.what]: unit } };
}

/**
 * The same in a heading or in the title of a group, which names the nature of its own columns: « CP (k€) ». Two units
 * for one column, « AE (€ ou k€) », are not clear.
 */
export const unitInHeading = remembering((heading) => unitInWords(heading, unitGivenByHeading));

/** The same by another reading of the words than that of a heading. */
export function unitInWords(heading: string, read: ReadUnit): GivenUnit | null {
  const text = withoutRounding(heading);
  const words = comparable(text.slice(0, LONGEST_TEXT));
  const except = EXCEPTION.exec(words);
  if (except) return withException(text, words, except, read);
  const units = unitsIn(words);
  if (new Set(units.map(({ what }) => what)).size > 1)
    return ofSeveral(text, words, units, naturesIn(words), () => NONE);
  const given = read(text);
  const isMissed = given === null && units.some(({ what }) => what !== '€'); // « AE (k€ à partir de mai) »
  return isMissed ? unclear(text) : ofAll(text, words, given);
}

/** The unit, where the text gives it to all the amounts. */
function ofAll(text: string, words: string, given: GivenUnit | null): GivenUnit | null {
  return given !== null && keepsUnitToSome(words) ? unclear(text) : given;
}

/** True for a heading whose amounts are in a unit that is not read. */
export function isInUnreadUnit(heading: string): boolean {
  const given = unitInHeading(heading);
  return given !== null && 'otherUnit' in given;
}

/** « En k€ sauf le CP », « en euros sauf AE en k€ »: what is excepted is in its own unit, or in euros. */
function withException(text: string, words: string, except: RegExpExecArray, read: ReadUnit): GivenUnit | null {
  const main = closed(words.slice(0, except.index));
  const rest = words.slice(except.index + except[0].length);
  const natures = new Set(naturesIn(rest).map(({ what }) => what));
  const [nature] = natures;
  const given = read(main);
  const excepts = natures.size > 0 || NAMES_COLUMNS.test(rest) || unitsIn(rest).length > 0;
  const isScope = !excepts && except[1] === 'hors'; // « hors taxes », « hors T2 »
  if (isScope || UNLESS_STATED.test(rest)) return given ?? read(text);
  if (given === null) return read(text) === null ? null : unclear(text);
  const own = unitsIn(rest).map(({ what }) => what);
  const unit = own[0] ?? ('unit' in given && given.unit === '€' ? null : '€');
  if (natures.size !== 1 || nature === undefined || own.length > 1 || unit === null || !isPlain(rest))
    return unclear(text);
  return { ...given, byNature: { [nature]: { unit } } };
}

/** « AE en k€, CP en euros », « k€ (AE), € (CP) »: each nature beside its unit, in turn. */
function ofSeveral(
  text: string,
  words: string,
  units: readonly Mention<'€' | 'k€' | 'M€'>[],
  natures: readonly Mention<AmountField>[],
  read: ReadUnit,
): GivenUnit | null {
  const isPair = units.length === 2 && natures.length === 2 && natures[0]?.what !== natures[1]?.what;
  const alternates = [...units, ...natures]
    .sort((one, other) => one.at - other.at)
    .every((one, at, all) => at === 0 || isUnit(one) !== isUnit(all[at - 1]));
  if (isPair && alternates && isPlain(words.replace(OF_A_TITLE, ' '))) {
    const byNature: { ae?: UnitOfNature; cp?: UnitOfNature } = {};
    natures.forEach(({ what }, at) => (byNature[what] = { unit: units[at]?.what ?? '€' }));
    return { ...unclear(text), byNature };
  }
  return read(text) === null ? null : unclear(text);
}

function isUnit(mention: Mention<unknown> | undefined): boolean {
  return UNITS.some(([unit]) => unit === mention?.what);
}

function unitsIn(words: string): readonly Mention<'€' | 'k€' | 'M€'>[] {
  return [...words.replace(DENIED, (denied) => ' '.repeat(denied.length)).matchAll(UNIT)].flatMap((found) => {
    const unit = UNITS.find((_, at) => found[at + 1] !== undefined)?.[0];
    return unit === undefined ? [] : [{ at: found.index, what: unit }];
  });
}

function naturesIn(words: string): readonly Mention<AmountField>[] {
  return NATURES.flatMap(([what, pattern]) =>
    [...words.matchAll(pattern)].map(({ index }) => ({ at: index, what })),
  ).sort((one, other) => one.at - other.at);
}

/** True for a text that names nothing but units, natures and columns of amounts. */
function isPlain(words: string): boolean {
  const others = NATURES.reduce((text, [, pattern]) => text.replace(pattern, ' '), words).replace(UNIT, ' ');
  return others.split(/[^a-z\d€]+/).every((word) => word === '' || PLAIN_WORDS.has(word));
}

/** The first part of a text that is cut inside a bracket. */
function closed(words: string): string {
  const text = words.replace(/[ ,;:([–—-]{1,9}$/, '');
  return text.lastIndexOf('(') > text.lastIndexOf(')') ? `${text})` : text;
}
