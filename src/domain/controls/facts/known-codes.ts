/** The codes of a convention in the forms that a cell may show, and those that a cell answers. */
import type { ImputationRule } from '../../envelopes/convention';
import { readCode } from '../../imputation/chorus-codes';
import { isPattern, matchesPattern } from '../../imputation/patterns';

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

/** A rule of the convention, ready to be compared. */
export function knownCode(rule: ImputationRule): KnownCode {
  const reading = readCode(rule.field, rule.value, false);
  return {
    rule,
    isPattern: isPattern(rule.value),
    canonical: 'canonical' in reading && !isPattern(rule.value) ? reading.canonical : spelling(rule.value),
    spellings: new Set([rule.value, ...rule.aliases].map(spelling)),
  };
}

/** The rules that a code answers: those that give it, else those whose pattern it has. */
export function matchesOf(known: readonly KnownCode[], canonical: string | null, spelt: string): readonly KnownCode[] {
  const given = known.filter((code) => (!code.isPattern && code.canonical === canonical) || code.spellings.has(spelt));
  if (given.length > 0 || canonical === null) return given;
  return known.filter((code) => code.isPattern && matchesPattern(code.canonical, spelling(canonical)));
}

/** The envelopes, each once, to which the convention gives a code. */
export function ownersOf(known: readonly KnownCode[], canonical: string | null, spelt: string): readonly string[] {
  return [...new Set(matchesOf(known, canonical, spelt).flatMap(({ rule }) => rule.envelope ?? []))];
}

/** A text without spaces nor case, as codes are compared. */
export function spelling(text: string): string {
  return text.replace(/\s/g, '').toUpperCase();
}
