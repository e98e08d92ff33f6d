/**
 * A finding in words: one message that says what was found, what was expected, which article and what to do, and each
 * part apart.
 */
import type { Finding, RuleCode } from '../domain/controls/findings/finding';
import type { Convention } from '../domain/envelopes/convention';
import { FINDINGS_EN, TITLES_EN } from './en/findings/families';
import { FINDINGS_FR, TITLES_FR } from './fr/findings/families';
import type { Language } from './language';
import { en, fr } from './typography';
import { Speaker, type FindingWords, type Words } from './words';

export interface FindingDescription {
  /** The whole, for one line of a list or of the command line. */
  readonly message: string;
  readonly found: string;
  readonly expected: string;
  readonly article: string;
  readonly action: string;
}

const LONGEST_FOUND = 200;

const WORDS: Readonly<Record<Language, FindingWords>> = { fr: FINDINGS_FR, en: FINDINGS_EN };

/** What a person reads of a finding; `convention` gives the names of envelopes and the numbers of articles. */
export function describeFinding(finding: Finding, convention: Convention, language: Language): FindingDescription {
  // Each entry takes the details of its own rule, which is the rule of this finding.
  const wordsOf = WORDS[language][finding.rule] as (details: Finding['details'], say: Speaker) => Words;
  const { problem, found, expected, article, action } = wordsOf(finding.details, new Speaker(convention, language));
  const message =
    language === 'fr'
      ? fr`${problem} Attendu : ${expected} (${article}). ${action}`
      : en`${problem} Expected: ${expected} (${article}). ${action}`;
  return { message, found: clip(found), expected, article, action };
}

/** A cell may hold a whole page; the reader wants to know which cell. */
function clip(text: string): string {
  return text.length > LONGEST_FOUND ? `${text.slice(0, LONGEST_FOUND - 1)}…` : text;
}

/** The short name of a rule: « Zéro de tête perdu ». */
export function ruleTitle(rule: RuleCode, language: Language): string {
  return language === 'fr' ? TITLES_FR[rule] : TITLES_EN[rule];
}
