/** The codes of a convention in the forms that a cell may show. */
import type { ImputationRule } from '../../../envelopes/convention';
import { programmeOf, readCode } from '../../../imputation/chorus-codes';
import type { ImputationField } from '../../../imputation/imputation';
import { isPattern, matchesPattern } from '../../../imputation/patterns';
import { comparable } from '../../../text';

/** A rule with the forms that a cell may show. */
export interface KnownCode {
  readonly rule: ImputationRule;
  /** The code, or the pattern, as it is compared. */
  readonly canonical: string;
  /** The rule gives a pattern: any well-formed code of that form is right, unless a code of its own is given too. */
  readonly isPattern: boolean;
  /** Other spellings in the convention itself, ready to compare. */
  readonly spellings: ReadonlySet<string>;
}

/** The programme of a pattern that leaves it open. */
export const ANY_PROGRAMME = '*';

/** The rules that a code answers: those that give it, else those whose pattern it has. */
export function matchesOf(known: readonly KnownCode[], canonical: string | null, spelt: string): readonly KnownCode[] {
  const given = known.filter((code) => (!code.isPattern && code.canonical === canonical) || code.spellings.has(spelt));
  if (given.length > 0 || canonical === null) return given;
  return known.filter((code) => code.isPattern && matchesPattern(code.canonical, spelling(canonical)));
}

/** The rules on axe 2 that a text answers, in the same order: it is typed by hand. */
export function matchesOnAxis(known: readonly KnownCode[], text: string): readonly KnownCode[] {
  const typed = comparable(text);
  const given = known.filter(({ rule }) => [rule.value, ...rule.aliases].some((name) => comparable(name) === typed));
  if (given.length > 0) return given;
  return known.filter((code) => code.isPattern && matchesPattern(comparable(code.rule.value), typed));
}

/** The envelopes, each once, to which the convention gives a code. */
export function ownersOf(known: readonly KnownCode[], canonical: string | null, spelt: string): readonly string[] {
  return [...new Set(matchesOf(known, canonical, spelt).flatMap(({ rule }) => rule.envelope ?? []))];
}

/** A rule as its code is compared. */
export function knownCode(rule: ImputationRule): KnownCode {
  const reading = readCode(rule.field, rule.value, false);
  return {
    rule,
    isPattern: isPattern(rule.value),
    canonical: 'canonical' in reading && !isPattern(rule.value) ? reading.canonical : spelling(rule.value),
    spellings: new Set([rule.value, ...rule.aliases].map(spelling)),
  };
}

/**
 * The programme of a rule's code, when its field has one; a pattern gives it by its first four digits, or leaves it
 * open.
 */
export function programmeOfRule(
  field: ImputationField,
  { canonical, isPattern: isOpen }: KnownCode,
): readonly string[] {
  const programme = programmeOf(field, canonical);
  if (programme !== null) return [programme];
  return isOpen && programmeOf(field, '0000') !== null ? [ANY_PROGRAMME] : [];
}

/** A code as it is spelt, spaces and case aside. */
export function spelling(text: string): string {
  return text.replace(/\s/g, '').toUpperCase();
}

/** True for the code without the zeros that begin it. */
export function lacksLeadingZeros(text: string, value: string): boolean {
  return text.length < value.length && text.padStart(value.length, '0') === value;
}
