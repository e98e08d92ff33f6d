/** A finding in words: one message with what was found, what was expected, the article and what to do, and each apart. */
import type { Finding, RuleCode } from '../domain/controls/findings/finding';
import type { Convention } from '../domain/envelopes/convention';
import { FINDINGS as ENGLISH } from './en/findings';
import { evidenceOf, type Family, type FamilyWords, type Sentences } from './evidence';
import { Formatter } from './formatter';
import { FINDINGS as FRENCH } from './fr/findings';
import type { Language } from './language';

const FINDINGS: Readonly<Record<Language, typeof FRENCH>> = { fr: FRENCH, en: ENGLISH };

export interface FindingDescription {
  /** The whole, for one line of a list or of the command line. */
  readonly message: string;
  readonly found: string;
  readonly expected: string;
  readonly article: string;
  readonly action: string;
}

/** The words that a language gives a rule; it leaves out the parts that are values. */
type Words = Readonly<Record<'problem' | 'action', string> & Partial<Record<'found' | 'expected', string>>> &
  Pick<Sentences<RuleCode>, 'stated'>;

const LONGEST_FOUND = 200;

/** Describes a finding; `convention` gives the names of envelopes and the numbers of articles. */
export function describeFinding(finding: Finding, convention: Convention, language: Language): FindingDescription {
  const format = new Formatter(convention, language);
  const evidence = evidenceOf(finding);
  // Each entry takes the details of its own rule, which is the rule of this finding.
  const wordsOf = familyOf(finding.rule, language).sentences[finding.rule] as (
    details: Finding['details'],
    format: Formatter,
  ) => Words;
  const words = wordsOf(finding.details, format);
  const found = evidence.found ? format.value(evidence.found) : (words.found ?? '');
  const expected = evidence.expected ? format.value(evidence.expected) : (words.expected ?? '');
  const article = format.article(evidence.article);
  const awaited = words.stated ? '' : FINDINGS[language].expected(expected);
  const message = `${sentenceOf(words.problem, awaited, article)} ${words.action}`;
  return { message, found: clip(found), expected, article, action: words.action };
}

/** The problem, what was expected and the citation as one sentence; a citation that the problem contains is not repeated. */
function sentenceOf(problem: string, awaited: string, article: string): string {
  const start = problem.replace(/\.$/, '') + awaited;
  return problem.includes(article) ? `${start}.` : `${start} (${article}).`;
}

/** A cell may hold a whole page; the reader wants to know which cell. */
function clip(text: string): string {
  return text.length > LONGEST_FOUND ? `${text.slice(0, LONGEST_FOUND - 1)}…` : text;
}

/** The short name of a rule: « Zéro initial perdu ». */
export function ruleTitle(rule: RuleCode, language: Language): string {
  return familyOf(rule, language).titles[rule];
}

/** Every rule, those of the reconciliation too, by family. */
export function ruleCodes(): readonly RuleCode[] {
  return Object.values(FRENCH.families).flatMap(({ titles }) => Object.keys(titles) as RuleCode[]);
}

function familyOf(rule: RuleCode, language: Language): FamilyWords<Family> {
  const family = rule.slice(0, rule.indexOf('-')) as Family;
  return FINDINGS[language].families[family] as FamilyWords<Family>;
}
