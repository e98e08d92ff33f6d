/**
 * The envelope that the codes of a row name: the field that decides, or another where that one is blank. Axe 2 names it
 * by the words of the convention, by another name or at a typing error; the other fields by their codes.
 */
import type { CodeReading, Imputation, ImputationField } from '../../imputation/imputation';
import { isPattern, matchesPattern } from '../../imputation/patterns';
import { comparable, isTypo } from '../../text';
import type { Convention, Envelope, ImputationRule, UnreadCode } from '../convention';
import { createCodeMatcher, envelopeFieldsOf, rulesNaming } from '../envelope-field';
import { findEnvelope } from '../names';

/** The envelope that a code names, and how surely. */
interface AxisMatch {
  readonly envelope: Envelope;
  /** `exact` but for case, accents and spaces; by an `alias`; by a `near` spelling. */
  readonly how: 'exact' | 'alias' | 'near';
}

/** With the field of that code. */
export interface Named extends AxisMatch {
  readonly by: ImputationField;
}

/** Why codes name no envelope. */
export type Unnamed = 'envelopeAbsent' | 'envelopeUnknown';

/** Names the envelopes of one convention. */
export interface EnvelopeNamer {
  readonly deciding: ImputationField;
  /** The fields that name the envelope where the deciding one is blank, the first that does so first. */
  readonly others: readonly ImputationField[];
  readonly nameOf: (imputation: Imputation) => Named | Unnamed;
  /** The envelope that one of these fields names by itself. */
  readonly nameBy: (field: ImputationField, reading: CodeReading) => Named | Unnamed;
}

/** A filled code of the deciding field is the envelope or a fault; the text of another may be about something else. */
export function createNamer(convention: Convention): EnvelopeNamer {
  const [deciding = 'ministerialAxis2', ...others] = envelopeFieldsOf(convention);
  const matchers = new Map([deciding, ...others].map((field) => [field, createMatcher(convention, field)]));
  const nameBy = (field: ImputationField, reading: CodeReading): Named | Unnamed => {
    const found = matchers.get(field)?.(reading) ?? 'envelopeUnknown';
    if (typeof found !== 'object') return found;
    // Where another field decides, the convention has no words for axe 2: each name of an envelope is as good.
    const isAsGood = field !== deciding && found.how === 'alias';
    return { envelope: found.envelope, how: isAsGood ? 'exact' : found.how, by: field };
  };
  const nameOf = (imputation: Imputation): Named | Unnamed => {
    const decided = nameBy(deciding, imputation[deciding]);
    if (decided !== 'envelopeAbsent') return decided;
    for (const field of others) {
      const found = nameBy(field, imputation[field]);
      if (typeof found === 'object') return found;
    }
    return others.some((field) => imputation[field].kind !== 'absent') ? 'envelopeUnknown' : decided;
  };
  return { deciding, others, nameOf, nameBy };
}

function createMatcher(convention: Convention, field: ImputationField): (reading: CodeReading) => AxisMatch | Unnamed {
  if (field === 'ministerialAxis2') return createAxisMatcher(convention);
  const match = createCodeMatcher(convention, field);
  return (reading) => {
    const envelope = match(reading);
    if (envelope) return { envelope, how: 'exact' };
    return reading.kind === 'absent' ? 'envelopeAbsent' : 'envelopeUnknown';
  };
}

/** A convention with one envelope, and no row that may be a rule on axe 2, charges every row on it. */
function createAxisMatcher(convention: Convention): (axis: CodeReading) => AxisMatch | Unnamed {
  const rules = rulesNaming(convention, 'ministerialAxis2');
  const [only, ...others] = convention.envelopes;
  const mayBeRule = ({ field, envelope }: UnreadCode): boolean =>
    envelope !== null && (field === null || field === 'ministerialAxis2');
  const isRuled = rules.length > 0 || (convention.unreadCodes?.some(mayBeRule) ?? false);
  if (only && others.length === 0 && !isRuled) return () => ({ envelope: only, how: 'exact' });
  const names = namesOfAxis(
    convention,
    rules.filter(({ value }) => !isPattern(value)),
  );
  const patterns = patternsOfAxis(convention, rules);
  return (axis) => {
    if (axis.kind === 'absent') return 'envelopeAbsent';
    if (axis.kind !== 'code') return 'envelopeUnknown';
    const text = comparable(axis.canonical);
    const known = names.get(text);
    if (known !== undefined) return known ?? 'envelopeUnknown';
    return patternMatch(patterns, text) ?? nearMatch(names, text) ?? 'envelopeUnknown';
  };
}

/** A text that names an envelope; null for one that two envelopes have at the same rank, which names neither. */
type AxisNamesByText = ReadonlyMap<string, AxisMatch | null>;

/**
 * Every text that names an envelope on axe 2; the value of the convention is exact, the other names of the envelope are
 * aliases.
 */
function namesOfAxis(convention: Convention, rules: readonly ImputationRule[]): AxisNamesByText {
  const names = new Map<string, AxisMatch | null>();
  const ownerOf = ({ envelope }: ImputationRule): Envelope | null => findEnvelope(convention, envelope ?? '');
  const ruled = new Set(rules.map(ownerOf));
  const addRank = (named: readonly (readonly [string, Envelope | null])[], how: AxisMatch['how'] | null): void => {
    const ofThisRank = new Map<string, AxisMatch | null>();
    for (const [name, envelope] of named) {
      const key = comparable(name);
      if (!envelope || key === '' || names.has(key)) continue;
      const known = ofThisRank.get(key);
      const isShared = known !== undefined && known?.envelope !== envelope;
      ofThisRank.set(key, isShared ? null : { envelope, how: how ?? (ruled.has(envelope) ? 'alias' : 'exact') });
    }
    for (const [key, match] of ofThisRank) names.set(key, match);
  };
  const { envelopes } = convention;
  const found = (texts: readonly string[]) => texts.map((name) => [name, findEnvelope(convention, name)] as const);
  addRank(
    rules.map((rule) => [rule.value, ownerOf(rule)]),
    'exact',
  );
  addRank(found(envelopes.flatMap(({ code, label }) => [code, label])), null);
  addRank(
    rules.flatMap((rule) => rule.aliases.map((alias) => [alias, ownerOf(rule)] as const)),
    'alias',
  );
  addRank(found(envelopes.flatMap(({ aliases }) => aliases)), 'alias');
  return names;
}

interface AxisPattern {
  readonly pattern: string;
  readonly envelope: Envelope;
}

function patternsOfAxis(convention: Convention, rules: readonly ImputationRule[]): readonly AxisPattern[] {
  return rules.flatMap(({ value, envelope: owner }) => {
    const envelope = isPattern(value) ? findEnvelope(convention, owner ?? '') : null;
    return envelope ? [{ pattern: comparable(value), envelope }] : [];
  });
}

/** A text that has the form of two envelopes names neither. */
function patternMatch(patterns: readonly AxisPattern[], text: string): AxisMatch | null {
  const [envelope, ...others] = new Set(
    patterns.filter(({ pattern }) => matchesPattern(pattern, text)).map((one) => one.envelope),
  );
  return envelope && others.length === 0 ? { envelope, how: 'exact' } : null;
}

/** In characters. */
const LONGEST_NAME = 200;
const BETWEEN_NAMES = /[\s()[\]/:;,|]+/;

/** The envelope of « PDE - Place des entreprises », « Place des entreprises (PDE) »; null for any other text. */
function namedTwice(names: AxisNamesByText, text: string): Envelope | null {
  if (text.length > LONGEST_NAME) return null;
  const words = text.split(BETWEEN_NAMES).filter((word) => word !== '');
  const envelopeOf = (from: number, end?: number): Envelope | undefined =>
    names.get(words.slice(from, end).join(' '))?.envelope;
  for (let count = 1; count < words.length; count++) {
    const first = envelopeOf(0, count);
    if (first && first === envelopeOf(count)) return first;
  }
  return null;
}

/** One envelope only, named twice or at a typing error. */
function nearMatch(names: AxisNamesByText, text: string): AxisMatch | null {
  const twice = namedTwice(names, text);
  if (twice) return { envelope: twice, how: 'near' };
  let found: Envelope | null = null;
  for (const [name, match] of names) {
    if (!isTypo(text, name)) continue;
    if (!match || (found && found !== match.envelope)) return null;
    found = match.envelope;
  }
  return found && { envelope: found, how: 'near' };
}
