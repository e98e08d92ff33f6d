/** The names of a convention, of its parties and of its programmes, as a cell or a title writes them. */
import { ADMINISTRATIONS } from '../marks/administrations';
import { creditYearsOf } from '../../../../domain/envelopes/credit-years';
import type { Convention } from '../../../../domain/envelopes/convention';
import { comparable, editDistance } from '../../../../domain/text';

/** `near`: it resembles the convention. */
export type ConventionMatch = 'ours' | 'near' | 'other';

const YEAR = /\b20\d{2}\b/;
const ACRONYM = /\(([^()]{2,20})\)/;
/** Words of any convention. */
const USUAL = new Set(
  'convention conv delegation gestion de du des la le les l d et no n avec entre pour credits'.split(' '),
);
/** Letters that a reference may have wrong. */
const FEW_LETTERS = 2;
const LONGEST_TITLE = 80;
/** Administrations that lend credits by such conventions; a team may have the name of any other. */
const OF_ADMINISTRATIONS: ReadonlySet<string> = new Set(ADMINISTRATIONS);
const NOR = /\b[a-z]{4}\d{7}[a-z]\b/;
const AMENDS = /\b(?:avenant|modifi)/;
const PROGRAMME =
  /\b(?:programmes?|prog|bop|rprog) (?:(?:n|no|numero) )?0?(\d{3})\b|^(?:(?:credits?|depenses?|budget|part) )?p ?0?(\d{3})\b|\b0(\d{3}) (?:[a-z]{4}\b|\d\d\b)/;
/** « Convention 2022 », « Délégation de gestion DGEFP-DGE 2022 », and not « Convention du 3 mars 2022 ». */
const OF_CONVENTION = /^(?:suivi )?(?:de )?(?:la )?(?:conventions?|conv|delegations?)\b/;
const ENDS_WITH_A_YEAR = /\b20\d\d$/;
const DATED = /\b(?:du|le|signee?)\b/;
const OTHER_CREDITS =
  /\b(?:(?:credits?|fonds|moyens|budgets?) propres?|autres? (?:credits|conventions?|programmes?|delegations?|bop))\b/;
/** « Convention SGAE-DGE »: two acronyms. */
const OF_TWO_PARTIES = /\b[Cc](?:onvention|ONVENTION|onv|ONV)\.? (?:de |avec )?(\p{Lu}{3,8}) ?[-–/] ?(\p{Lu}{3,8})\b/u;

/** « DGE » of « Direction générale des entreprises (DGE) »; the name itself where it has no initials. */
export function acronymOf(name: string): string {
  return ACRONYM.exec(name)?.[1] ?? name;
}

/** `near`: the convention perhaps, by one of its parties, an envelope, or a reference with a slip. */
export function compare(text: string, convention: Convention): ConventionMatch {
  const words = wordsOf(text);
  const names = (name: string): boolean => name !== '' && ` ${words} `.includes(` ${wordsOf(name)} `);
  const { id, reference, title, delegants, delegates, envelopes } = convention;
  if (names(reference) || names(id) || words === wordsOf(title)) return 'ours';
  const year = YEAR.exec(words)?.[0];
  if (year !== undefined && !creditYearsOf(convention).includes(Number(year))) return 'other';
  const parties = [...delegants, ...delegates].map(({ name }) => names(name) || names(ACRONYM.exec(name)?.[1] ?? ''));
  if (parties.length > 1 && parties.every((isNamed) => isNamed)) return 'ours';
  const isSlip = editDistance(words, wordsOf(reference), FEW_LETTERS) <= FEW_LETTERS;
  const isEnvelope = envelopes.some(({ code, label, aliases }) => [code, label, ...aliases].some(names));
  if (isSlip || isEnvelope) return 'near';
  return parties.includes(true) && !namesAnother(words, convention) ? 'near' : 'other';
}

/** True when a text has a word that the convention never uses: « Convention DGE/ANCT » is one of another party. */
function namesAnother(words: string, convention: Convention): boolean {
  const own = ownWords(convention);
  return words.split(' ').some((word) => !own.has(word) && !USUAL.has(word) && !/^\d+$/.test(word));
}

/**
 * True for a title, or the name of a sheet, of another convention or programme: « Convention DITP-DGE 2023 »,
 * « Convention 2022 », « NOR ECOI2136111X », « Programme 134 », « DITP », « Crédits propres ».
 */
export function namesOther(title: string, convention: Convention): boolean {
  if (title.length > LONGEST_TITLE) return false;
  const words = wordsOf(title);
  return (
    OTHER_CREDITS.test(words) ||
    (OF_THE_TEAM.test(words) && fundsOf(words, convention) === 'delegate') ||
    namesOtherProgramme(words, convention) ||
    namesOtherNor(words, convention) ||
    namesOtherYear(words, convention) ||
    (namesAdministration(words, convention) && compare(title, convention) !== 'ours') ||
    (OF_TWO_PARTIES.test(title) && compare(title, convention) === 'other')
  );
}

/**
 * The credits that a text names: `ours`, by the convention, its delegant, its programme or its envelopes; those of the
 * team itself, the `delegate`; some `other` ones for sure; `none`, « 100 % », « Fonctionnement »; or words `unknown`.
 */
export type Funds = 'ours' | 'delegate' | 'other' | 'unknown' | 'none';

/** « Crédits DGE », « Part DGE », and nothing else. */
const OF_THE_TEAM = /^(?:credits|part) (?:(?:de|la|du|l|d) )*[a-z]{2,10}$/;
/** « Crédits propres », « Propres ». */
const OWN_CREDITS = /^propres?$/;
/** « 134-CDGE », « 0103 », « 103 ». */
const CODE = /^p? ?0?(\d{3})(?: [a-z]|$)/;
const OF_DELEGATION = /\b(?:convention|delegation|deleguee?s?|delegant|deleguant)\b/;
/** Kinds of expenses, answers, years and shares, which name no credits. */
const NO_FUNDS =
  /^(?:(?:oui|non|ok|x|o|n|ras|neant|fonctionnement|investissement|intervention|personnel|faite?s?|en cours|total[a-z]{0,4}|t ?\d|ht2|hors t2|titre \d|ae|cp|annuel(?:le)?|20\d\d|\d{1,3}|le)(?: |$))*$/;

/** The credits that a cell under « Financement », or a remark, names. */
export function fundsOf(text: string, convention: Convention): Funds {
  const words = wordsOf(text);
  const names = (name: string): boolean => name !== '' && ` ${words} `.includes(` ${wordsOf(name)} `);
  const isNamed = ({ name }: { readonly name: string }): boolean => names(name) || names(ACRONYM.exec(name)?.[1] ?? '');
  const { delegants, delegates, envelopes, reference, id } = convention;
  if (OTHER_CREDITS.test(words) || OWN_CREDITS.test(words) || namesOtherYear(words, convention)) return 'other';
  const own = programmesOf(convention);
  const code = CODE.exec(words)?.[1];
  if (code !== undefined && own.includes(code)) return 'ours';
  if (namesOtherProgramme(words, convention) || (code !== undefined && own.length > 0 && words !== code))
    return 'other';
  const ownNames = ownWords(convention);
  if (words.split(' ').some((word) => OF_ADMINISTRATIONS.has(word) && !ownNames.has(word))) return 'other';
  if (names(reference) || names(id) || delegants.some(isNamed) || OF_DELEGATION.test(words)) return 'ours';
  if (delegates.some(isNamed)) return 'delegate';
  if (envelopes.some(({ code: own, label, aliases }) => [own, label, ...aliases].some(names))) return 'ours';
  if (PROGRAMME.test(words)) return 'ours';
  return NO_FUNDS.test(words) ? 'none' : 'unknown';
}

function namesOtherProgramme(words: string, convention: Convention): boolean {
  const found = PROGRAMME.exec(words);
  const code = found?.[1] ?? found?.[2] ?? found?.[3];
  const own = programmesOf(convention);
  return code !== undefined && own.length > 0 && !own.some((programme) => words.includes(programme));
}

/** The three digits of its programmes, which begin its codes too. */
function programmesOf({ imputation }: Convention): readonly string[] {
  const codes = imputation.flatMap(({ value }) => /^0(\d{3})(?:$|-)/.exec(value)?.[1] ?? []);
  return [...new Set(codes)];
}

function namesOtherNor(words: string, { reference }: Convention): boolean {
  const own = NOR.exec(wordsOf(reference))?.[0];
  const found = NOR.exec(words)?.[0];
  if (own === undefined || found === undefined || AMENDS.test(words)) return false;
  return editDistance(found, own, FEW_LETTERS) > FEW_LETTERS;
}

function namesOtherYear(words: string, convention: Convention): boolean {
  if (!OF_CONVENTION.test(words) || !ENDS_WITH_A_YEAR.test(words) || DATED.test(words)) return false;
  const years = words
    .split(' ')
    .filter((word) => YEAR.test(word))
    .map(Number);
  return !creditYearsOf(convention).some((year) => year >= Math.min(...years) && year <= Math.max(...years));
}

/** True for words that are all of conventions, one of which is another administration. */
function namesAdministration(words: string, convention: Convention): boolean {
  const own = ownWords(convention);
  const all = words.split(' ');
  const isOther = (word: string): boolean => OF_ADMINISTRATIONS.has(word) && !own.has(word);
  return (
    all.some(isOther) && all.every((word) => isOther(word) || own.has(word) || USUAL.has(word) || /^\d+$/.test(word))
  );
}

function ownWords({ reference, id, title, delegants, delegates }: Convention): ReadonlySet<string> {
  const names = [...delegants, ...delegates].map(({ name }) => name);
  return new Set([reference, id, title, ...names].flatMap((name) => wordsOf(name).split(' ')));
}

function wordsOf(text: string): string {
  return comparable(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .join(' ');
}
