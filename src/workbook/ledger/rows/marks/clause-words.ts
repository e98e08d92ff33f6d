/**
 * The words of a clause of a remark, in a plain form for patterns: without case, accents or signs, with the names of
 * the convention's envelopes, and the years of other credits, as one sign each. A label may end with a clause that no
 * sign announces.
 */
import { comparable } from '../../../../domain/text';

/** The words of the convention that a remark may hold. */
export interface RemarkNames {
  /** The first and the last year of the credits. */
  readonly creditYears: readonly [number, number];
  isEnvelope(text: string): boolean;
  envelopeOf?(text: string): string | null;
  /** True for the initials of a party to the convention, who may well pay. */
  isParty?(text: string): boolean;
}

/**
 * The signs: another envelope than that of the row, that of the row, one where that of the row is not known; another
 * year; a party to the convention.
 */
const [OTHER, OWN, EITHER, OTHER_YEAR, PARTY] = ['¬', '¤', '¥', '¶', '¢'] as const;

const LONGEST = 500;
const LONGEST_CLAUSE = 80;
const MOST_CLAUSES = 12;
const CLAUSE = /[;:()\n\r]+|\.(?=\s|$)|,(?!\d)|\s[-–—]\s|\s\/\s(?!\s?[A-Z]{2})/;
const PIECE = /[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu;
const WORD = /^[\p{L}\p{N}]/u;
const MOST_WORDS_OF_A_NAME = 4;
/** « PDE + SF », « PDE/SF »; not « 12/03 ». */
const AND = /(?<=[¬¤¥]) ?[+/&] ?(?=[¬¤¥\p{L}])/gu;
const YEARS_AROUND = /\bn ?[-+] ?[1-9]\b/gi;
const EURO = /€/g;
const PERCENT = /%/g;
const YEAR = /\b20\d\d\b/g;
/** Of « err. imputation », « imput. autre BOP »: no end of a clause. */
const ABBREVIATION = /\b(imput|imp|err|conv|prog|regul|régul|min|env|montt?|excl|incl|fact|exerc|suppr)\.(?= )/gi;
const NOT_A_WORD = /[^a-z0-9¬¤¥¶¢]+/;

/** False for almost every label, which is one clause. */
export function hasClauses(text: string): boolean {
  return CLAUSE.test(text.slice(0, LONGEST));
}

/** Acts that end a commitment, whatever thing the label names: « Développement annulé ». */
const ENDED = '(?:annul|abandonn|supprim|r[ée]sili|rejet|refus)[ée]e?';
/** Acts that may be those of the thing that was bought: « Évaluation des projets financés par la Région ». */
const DONE =
  '(?:(?:report|(?:r[ée])?imput|pay|r[ée]gl|(?:co-?)?financ|transf[ée]r|bascul|comptabilis|compt|retir)(?:ée?|ee)s?|exclue?s?|saisie?s?)';
const NOT_DONE = 'non (?:[ée]ligible|imputable|compt[ée]|r[ée]alis[ée]|engag[ée]|livr[ée])e?s?';
const TO_DO = 'à (?:annuler|supprimer|r[ée]imputer|imputer|retirer|sortir|exclure|rembourser|r[ée]partir|refacturer)';
const ALREADY = 'd[ée]j[àa] (?:compt|pay|saisi|engag)[ée]?e?s?';
const NOT_TO_DO = '(?:à )?ne (?:pas|plus) (?:compter|imputer|payer|engager|comptabiliser|prendre en compte)';
const AT_END = 'en double|doublon|pour m[ée]moire|sans suite|hors (?:la )?(?:convention|d[ée]l[ée]gation)';
/** Where the last words of a label may be a clause without a sign before them. */
const LAST_CLAUSES = new RegExp(
  String.raw`\s(?=(?:(?:${ENDED}s?|${DONE}|${NOT_DONE}|${TO_DO}|${NOT_TO_DO}|${ALREADY})(?:\s|\W?$)|(?:${AT_END})\W?$))`,
  'giu',
);
const IS_DONE = new RegExp(`^${DONE}`, 'iu');
/** Words before which no clause begins: « Étude sur les refus », « Frais non remboursés ». */
const LEADING =
  /(?:^|[\s'’])(?:d|l|de|des|du|la|le|les|un|une|sur|par|pour|et|ou|à|au|aux|en|non|ne|pas|plus|est|sont|a|ont|été|être|avec|sans|entre|contre|ni)$/i;
/** « … des projets », « … de la plateforme »: what was done may be done to this thing. */
const OF_A_THING = /(?:^|[\s'’])(?:des?|du|d|la|le|les|l|aux?|un|une|cette|ces?)[\s'’][^\s'’]+$/i;
/** « … d'un poste supprimé », « … de données supprimées »: so may an end. */
const OF_ONE = /(?:^|[\s'’])d['’]une?\s[^\s'’]+$/i;
const ENDED_IN_PLURAL = new RegExp(`^${ENDED}s(?!\\p{L})`, 'iu');
/** Money that a cancellation costs or gives back: « Frais de mission annulée ». */
const OF_A_COST = /^\s*(?:frais|indemnit|p[ée]nalit|rembours|d[ée]dit|d[ée]dommag|avoir|compensation)/i;

/**
 * A label with a sign before its last words, where these are a clause by themselves: « Développement ; annulé »; null
 * for another label.
 */
export function withLastClause(label: string): string | null {
  if (label.length > LONGEST) return null;
  for (const { index } of label.matchAll(LAST_CLAUSES)) {
    const [name, clause] = [label.slice(0, index), label.slice(index + 1)];
    if (LEADING.test(name) || OF_A_COST.test(name)) continue;
    const isOfAThing = (IS_DONE.test(clause) || ENDED_IN_PLURAL.test(clause) ? OF_A_THING : OF_ONE).test(name);
    if (!isOfAThing) return `${name} ; ${clause}`;
  }
  return null;
}

/** The clauses of a remark in their plain form. `own`: the text that names the envelope of its row; '' when it is not known. */
export function plainClauses(remark: string, names: RemarkNames | null, own: string): readonly string[] {
  return remark
    .slice(0, LONGEST)
    .replace(ABBREVIATION, '$1')
    .split(CLAUSE, MOST_CLAUSES)
    .filter((clause) => clause.length <= LONGEST_CLAUSE)
    .map((clause) => plainClause(clause, names, own))
    .filter((clause) => clause !== '');
}

function plainClause(clause: string, names: RemarkNames | null, own: string): string {
  const named = names === null ? clause : withNames(clause, names, own).replace(AND, ' et ');
  const signed = named.replace(YEARS_AROUND, OTHER_YEAR).replace(EURO, ' euros ').replace(PERCENT, ' pct ');
  return comparable(names === null ? signed : signed.replace(YEAR, (year) => yearIn(year, names)))
    .split(NOT_A_WORD)
    .filter((word) => word !== '')
    .join(' ');
}

function yearIn(year: string, { creditYears: [first, last] }: RemarkNames): string {
  return Number(year) >= first && Number(year) <= last ? year : OTHER_YEAR;
}

/** The clause with a sign in place of each envelope, and each party, that it names. */
function withNames(clause: string, names: RemarkNames, own: string): string {
  const pieces = clause.match(PIECE) ?? [];
  const signs: string[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const [name, length] = nameAt(pieces, at, names);
    signs.push(length === 0 ? (pieces[at] ?? '') : signOf(name, names, own));
    if (length > 0) at += length - 1;
  }
  return signs.join('');
}

/** The longest name that begins at a piece, and how many pieces it takes; none takes 0. */
function nameAt(pieces: readonly string[], at: number, names: RemarkNames): readonly [string, number] {
  if (!WORD.test(pieces[at] ?? '')) return ['', 0];
  for (let words = MOST_WORDS_OF_A_NAME; words > 0; words--) {
    const length = 2 * words - 1;
    if (at + length > pieces.length) continue;
    const name = pieces.slice(at, at + length).join('');
    if (names.isEnvelope(name) || (words === 1 && names.isParty?.(name))) return [name, length];
  }
  return ['', 0];
}

function signOf(name: string, { envelopeOf, isParty }: RemarkNames, own: string): string {
  if (isParty?.(name)) return PARTY;
  const envelope = envelopeOf?.(own) ?? null;
  if (envelope === null) return EITHER;
  return envelopeOf?.(name) === envelope ? OWN : OTHER;
}
