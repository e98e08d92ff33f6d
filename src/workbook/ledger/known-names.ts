/** The names that a convention gives to its envelopes and budget lines: values that only their own columns hold. */
import type { BudgetLine, Convention, Envelope } from '../../domain/envelopes/convention';
import { creditYearsOf, withEveryEnvelope } from '../../domain/envelopes/credit-years';
import { envelopeFieldsOf } from '../../domain/envelopes/envelope-field';
import { findEnvelope, matchLine } from '../../domain/envelopes/names';
import { createNamer } from '../../domain/envelopes/naming/envelope-namer';
import { readCode } from '../../domain/imputation/chorus-codes';
import type { Imputation, ImputationField } from '../../domain/imputation/imputation';
import { comparable } from '../../domain/text';
import { acronymOf, namesOther } from './rows/whole-ledger/convention-names';
import { remembering } from '../../domain/remembering';

/** Answers for texts of cells; `null` in its place where no convention is known. */
export interface KnownNames {
  /** Equal for the same names. */
  readonly key: string;
  isEnvelope(text: string): boolean;
  /** True for the name of an envelope with a typing error. Absent: not known. */
  isNearEnvelope?(text: string): boolean;
  /** True for the initials of a party to the convention. */
  isParty?(text: string): boolean;
  /** True for those of one that lends the credits. */
  isDelegant?(text: string): boolean;
  /** The code of the envelope that a text names; null for any other text. */
  envelopeOf(text: string): string | null;
  /** The envelopes that a longer text names as whole words, and the text without them. */
  envelopesIn(text: string): NamedWithin;
  /** The fields that may name the envelope of a row, the one that decides first. */
  readonly envelopeFields: readonly ImputationField[];
  /** The envelope that the codes of a row name surely, and by which of those fields; null for a near spelling too. */
  namedBy(codes: Imputation): NamedEnvelope | null;
  isBudgetLine(text: string): boolean;
  /** The postes that a text names, of several envelopes or at its beginning; empty for any other text. */
  linesOf(text: string): readonly BudgetLine[];
  /** True for a title, or the name of a sheet, of another convention or programme. */
  namesOther(title: string): boolean;
  /** The year of the credits; null for a convention of several years. Absent: not known. */
  readonly creditYear?: number | null;
  /** The first and the last year of the credits. Absent: not known. */
  readonly creditYears?: readonly [number, number];
}

/** Codes, each once; a name that two envelopes share is the code of none: null. */
export interface NamedWithin {
  readonly codes: readonly (string | null)[];
  /** Comparable, its words between single spaces. */
  readonly rest: string;
}

export interface NamedEnvelope {
  /** The code of the envelope. */
  readonly envelope: string;
  readonly by: ImputationField;
}

/** The names of each convention, which is never changed in place. */
const known = new WeakMap<Convention, KnownNames>();

/** The names of a convention, in every credit year. A table is read several ways, and one convention has many tables. */
export function namesOf(convention: Convention): KnownNames {
  const names = known.get(convention) ?? readNames(convention);
  known.set(convention, names);
  return names;
}

function readNames(ofOneYear: Convention): KnownNames {
  const convention = withEveryEnvelope(ofOneYear);
  const names = convention.envelopes.map(({ code, label, aliases, lines }) => [code, label, aliases, lines]);
  const [year, ...years] = creditYearsOf(convention);
  const creditYear = year !== undefined && years.length === 0 ? year : null;
  const last = years.at(-1) ?? year ?? ofOneYear.creditYear;
  const { id, reference, title, delegants, delegates, imputation } = convention;
  const parties = [...delegants, ...delegates].map(({ name }) => name);
  const initialsOf = (some: readonly string[]) => new Set(some.map((name) => comparable(acronymOf(name))));
  const initials = initialsOf(parties);
  const lending = initialsOf(delegants.map(({ name }) => name));
  const codes = imputation.map(({ value }) => value);
  const key = JSON.stringify([names, creditYear, creditYearsOf(convention), id, reference, title, parties, codes]);
  const longest = longestOf(convention);
  const envelopeOf = remembering((text) =>
    text.length > longest ? null : (findEnvelope(convention, text.trim())?.code ?? null),
  );
  const linesOf = remembering((text): readonly BudgetLine[] =>
    text.length > longest ? [] : convention.envelopes.flatMap((envelope) => linesIn(envelope, text)),
  );
  return {
    key,
    creditYear,
    creditYears: [year ?? last, last],
    envelopeOf,
    envelopesIn: remembering((text) => {
      const { found, rest } = namesWithin(convention, text.slice(0, longest));
      return { codes: [...found].map((envelope) => envelope?.code ?? null), rest };
    }),
    envelopeFields: envelopeFieldsOf(convention),
    namedBy: namedBy(convention),
    isNearEnvelope: nearly(convention, longest),
    isEnvelope: (text) => envelopeOf(text) !== null,
    isParty: (text) => initials.has(comparable(text)),
    isDelegant: (text) => lending.has(comparable(text)),
    namesOther: remembering((title) => namesOther(title, convention)),
    isBudgetLine: (text) => linesOf(text).length > 0,
    linesOf,
  };
}

function linesIn(envelope: Envelope, text: string): readonly BudgetLine[] {
  const match = matchLine(envelope, text);
  return match.kind === 'line' ? [match.line] : match.kind === 'ambiguous' ? match.lines : [];
}

function nearly(convention: Convention, longest: number): (text: string) => boolean {
  const { nameBy } = createNamer(convention);
  return remembering((text) => {
    if (text.length > longest) return false;
    const named = nameBy('ministerialAxis2', readCode('ministerialAxis2', text, false));
    return typeof named === 'object' && named.how === 'near';
  });
}

/** Equal codes are one object, which is read once. */
function namedBy(convention: Convention): KnownNames['namedBy'] {
  const { nameOf } = createNamer(convention);
  const read = new WeakMap<Imputation, NamedEnvelope | null>();
  return (codes) => {
    const before = read.get(codes);
    if (before !== undefined) return before;
    const named = nameOf(codes);
    const isSure = typeof named === 'object' && named.how !== 'near';
    const found = isSure ? { envelope: named.envelope.code, by: named.by } : null;
    read.set(codes, found);
    return found;
  };
}

/** The usual letters of the longest names of a convention. */
const LONGEST_USUAL = 100;
/** A text is typed with this many times the letters of a name at most, spaces included. */
const SPACED = 4;

/** The letters of the longest text that may name anything of a convention. */
function longestOf({ envelopes }: Convention): number {
  const names = envelopes.flatMap(({ code, label, aliases, lines }) => [
    ...[code, label, ...aliases],
    ...lines.flatMap((line) => [line.label, ...line.aliases]),
  ]);
  return SPACED * names.reduce((longest, name) => Math.max(longest, name.length), LONGEST_USUAL);
}

/** A name of two letters is also an ordinary word: it counts only as it is spelt. */
const SHORT_NAME = 2;
const NOT_A_WORD = /[^\p{L}\p{N}]+/gu;
/** A name without two letters, or a letter and a number (« P305 »), is found in no longer text. */
const DISTINCTIVE = /\p{L}(?:\p{L}|\d\d)/u;

/**
 * The envelope that a longer text names by its code, label or alias, as whole words; null for none, and for two.
 * @example envelopeIn(convention, 'Suivi PDE 2023')?.code // 'PDE'
 */
export function envelopeIn(convention: Convention, text: string): Envelope | null {
  const whole = findEnvelope(convention, text.trim());
  if (whole) return whole;
  const [only, ...others] = namesWithin(convention, text).found;
  return only && others.length === 0 ? only : null;
}

/** The envelopes that a text names as whole words (null for a name of two of them), and its other words. */
function namesWithin(
  convention: Convention,
  text: string,
): { readonly found: ReadonlySet<Envelope | null>; readonly rest: string } {
  const names = convention.envelopes
    .flatMap((envelope) => [envelope.code, envelope.label, ...envelope.aliases])
    .map((name) => ({ name, envelope: findEnvelope(convention, name), words: wordsIn(name) }))
    .filter(({ words }) => DISTINCTIVE.test(words))
    .sort((one, other) => other.words.length - one.words.length);
  let rest = wordsIn(text);
  const found = new Set<Envelope | null>();
  for (const { name, envelope, words } of names) {
    if (name.length <= SHORT_NAME && !text.split(NOT_A_WORD).includes(name)) continue;
    if (!rest.includes(words)) continue;
    found.add(envelope);
    rest = rest.replaceAll(words, ' | '); // a shorter name inside this one is not another
  }
  return { found, rest: rest.replaceAll('|', ' ').trim() };
}

/** The words of a text between spaces, so that a name is found as whole words. */
function wordsIn(text: string): string {
  return ` ${comparable(text).replace(NOT_A_WORD, ' ').trim()} `;
}
