/**
 * The envelope and the poste that a row is charged to: axe ministériel 2 decides the envelope (convention, art. 1.2),
 * or the code of another field where the convention uses one; the poste is looked for inside it first. A row that names
 * no envelope is unchecked and shown so, never counted somewhere by chance.
 */
import type { CodeReading, ImputationField } from '../imputation/imputation';
import { isPattern, matchesPattern } from '../imputation/patterns';
import { comparable, isTypo } from '../text';
import type { BudgetLine, Convention, Envelope, ImputationRule } from './convention';
import { createCodeMatcher, envelopeFieldOf, rulesNaming } from './envelope-field';
import type { UncheckedReason } from './figures';
import type { LedgerRow } from './ledger';
import { findEnvelope, isLineOfOtherYear, matchLine } from './names';

/** Where a row is charged. */
export type Assignment =
  | {
      readonly kind: 'assigned';
      readonly envelope: Envelope;
      /** The poste inside `envelope`; null when the row names none, several, or one of another envelope. */
      readonly line: BudgetLine | null;
      /** `exact` but for case, accents and spaces; by an `alias`; by a `near` spelling. */
      readonly how: 'exact' | 'alias' | 'near';
      /** The other envelope that owns the poste: a disguised transfer (FON-04). */
      readonly lineOwner: Envelope | null;
    }
  | { readonly kind: 'unchecked'; readonly reason: Exclude<UncheckedReason, 'amountUnreadable'> };

/** The cells that decide where a row is charged. */
type Chargeable = Pick<LedgerRow, 'imputation' | 'budgetLine'>;

/** The envelope that an axe 2 names, and how surely. */
type AxisMatch = { readonly envelope: Envelope; readonly how: 'exact' | 'alias' | 'near' };

const ABSENT: Assignment = { kind: 'unchecked', reason: 'envelopeAbsent' };
const UNKNOWN: Assignment = { kind: 'unchecked', reason: 'envelopeUnknown' };

/** Assigns a row to its envelope and poste. */
export type Assigner = (row: Chargeable) => Assignment;

/**
 * A function that assigns rows of one convention. It remembers each pair of code and poste: a ledger has few, and many
 * rows.
 * @example createAssigner(convention)(row) // { kind: 'assigned', envelope: …, how: 'exact', … }
 */
export function createAssigner(convention: Convention): Assigner {
  const field = envelopeFieldOf(convention);
  const matchAxis = createMatcher(convention, field);
  const remembered = new Map<string, Map<string, Assignment>>();
  let lastAxis: CodeReading | null = null;
  let ofLastAxis = new Map<string, Assignment>();
  return (row) => {
    const axis = row.imputation[field];
    if (axis !== lastAxis) {
      const raw = axis.kind === 'absent' ? '' : axis.raw;
      const known = remembered.get(raw);
      ofLastAxis = known ?? new Map<string, Assignment>();
      if (!known) remembered.set(raw, ofLastAxis);
      lastAxis = axis;
    }
    const known = ofLastAxis.get(row.budgetLine);
    if (known) return known;
    const assignment = assign(convention, matchAxis(axis), row.budgetLine);
    ofLastAxis.set(row.budgetLine, assignment);
    return assignment;
  };
}

function assign(convention: Convention, match: AxisMatch | Assignment, budgetLine: string): Assignment {
  if ('kind' in match) return match;
  const { envelope, how } = match;
  const own = matchLine(envelope, budgetLine);
  if (own.kind === 'line') return { kind: 'assigned', envelope, line: own.line, how, lineOwner: null };
  const isElsewhere = own.kind === 'none' && !isLineOfOtherYear(convention, envelope, budgetLine);
  const lineOwner = isElsewhere ? ownerElsewhere(convention, envelope, budgetLine) : null;
  return { kind: 'assigned', envelope, line: null, how, lineOwner };
}

function ownerElsewhere(convention: Convention, own: Envelope, budgetLine: string): Envelope | null {
  const others = convention.envelopes.filter((other) => other !== own);
  return others.find((other) => matchLine(other, budgetLine).kind === 'line') ?? null;
}

function createMatcher(
  convention: Convention,
  field: ImputationField,
): (reading: CodeReading) => AxisMatch | Assignment {
  if (field === 'ministerialAxis2') return createAxisMatcher(convention);
  const match = createCodeMatcher(convention, field);
  return (reading) => {
    const envelope = match(reading);
    if (envelope) return { envelope, how: 'exact' };
    return reading.kind === 'absent' ? ABSENT : UNKNOWN;
  };
}

/** A convention with one envelope and no rule on axe 2 charges every row on it. */
function createAxisMatcher(convention: Convention): (axis: CodeReading) => AxisMatch | Assignment {
  const rules = rulesNaming(convention, 'ministerialAxis2');
  const [only, ...others] = convention.envelopes;
  if (only && others.length === 0 && rules.length === 0) return () => ({ envelope: only, how: 'exact' });
  const names = namesOfAxis(
    convention,
    rules.filter(({ value }) => !isPattern(value)),
  );
  const patterns = patternsOfAxis(convention, rules);
  return (axis) => {
    if (axis.kind === 'absent') return ABSENT;
    if (axis.kind !== 'code') return UNKNOWN;
    const text = comparable(axis.canonical);
    return names.get(text) ?? patternMatch(patterns, text) ?? nearMatch(names, text) ?? UNKNOWN;
  };
}

/**
 * Every text that names an envelope on axe 2; the value of the convention is exact, the other names of the envelope are
 * aliases.
 */
function namesOfAxis(convention: Convention, rules: readonly ImputationRule[]): ReadonlyMap<string, AxisMatch> {
  const names = new Map<string, AxisMatch>();
  const add = (name: string, envelope: Envelope | null, how: AxisMatch['how']): void => {
    const key = comparable(name);
    if (envelope && key !== '' && !names.has(key)) names.set(key, { envelope, how });
  };
  for (const rule of rules) add(rule.value, findEnvelope(convention, rule.envelope ?? ''), 'exact');
  for (const envelope of convention.envelopes) {
    const ruled = rules.some((rule) => findEnvelope(convention, rule.envelope ?? '') === envelope);
    for (const name of [envelope.code, envelope.label])
      add(name, findEnvelope(convention, name), ruled ? 'alias' : 'exact');
  }
  for (const rule of rules)
    for (const alias of rule.aliases) add(alias, findEnvelope(convention, rule.envelope ?? ''), 'alias');
  for (const envelope of convention.envelopes)
    for (const alias of envelope.aliases) add(alias, findEnvelope(convention, alias), 'alias');
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

/** One envelope only, at a typing error. */
function nearMatch(names: ReadonlyMap<string, AxisMatch>, text: string): AxisMatch | null {
  let found: Envelope | null = null;
  for (const [name, { envelope }] of names) {
    if (!isTypo(text, name)) continue;
    if (found && found !== envelope) return null;
    found = envelope;
  }
  return found && { envelope: found, how: 'near' };
}
