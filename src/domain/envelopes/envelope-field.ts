/**
 * Which code of a row names its envelope. Axe ministériel 2 does in the 2023 convention (art. 1.2); where a convention
 * gives its envelopes codes of another field instead (an UO for each délégataire, a programme for each part), that
 * field does.
 */
import { normaliseCode } from '../imputation/chorus-codes';
import type { CodeReading, ImputationField } from '../imputation/imputation';
import { isPattern, matchesPattern } from '../imputation/patterns';
import type { Convention, Envelope, ImputationRule } from './convention';
import { findEnvelope } from './names';

/** From the most precise field to the least. */
const OTHER_FIELDS: readonly ImputationField[] = [
  'financialCentre',
  'costCentre',
  'activity',
  'functionalDomain',
  'programme',
  'ministerialAxis1',
];

/**
 * The field that names the envelope of a row: axe 2 as soon as one rule on it does, else the first field in which every
 * envelope has codes of its own, else axe 2 by the names of the envelopes.
 */
export function envelopeFieldOf(convention: Convention): ImputationField {
  if (convention.envelopes.length < 2 || rulesNaming(convention, 'ministerialAxis2').length > 0)
    return 'ministerialAxis2';
  const namesAll = (field: ImputationField): boolean => {
    const named = new Set(
      rulesNaming(convention, field).map(({ envelope }) => findEnvelope(convention, envelope ?? '')),
    );
    return convention.envelopes.every((envelope) => named.has(envelope));
  };
  return OTHER_FIELDS.find(namesAll) ?? 'ministerialAxis2';
}

/**
 * A function that gives the envelope of a code of that field; null when the code is none of theirs, or is of several.
 */
export function createCodeMatcher(
  convention: Convention,
  field: ImputationField,
): (reading: CodeReading) => Envelope | null {
  const codes = new Map<string, Envelope | null>();
  const patterns: { readonly pattern: string; readonly envelope: Envelope }[] = [];
  for (const rule of rulesNaming(convention, field)) {
    const envelope = findEnvelope(convention, rule.envelope ?? '');
    if (!envelope) continue;
    if (isPattern(rule.value)) patterns.push({ pattern: normaliseCode(field, rule.value), envelope });
    for (const code of isPattern(rule.value) ? rule.aliases : [rule.value, ...rule.aliases]) {
      const key = normaliseCode(field, code);
      const known = codes.get(key);
      codes.set(key, known === undefined || known === envelope ? envelope : null);
    }
  }
  return (reading) => {
    if (reading.kind === 'absent' || reading.kind === 'cellError') return null;
    const code = 'canonical' in reading ? reading.canonical : normaliseCode(field, reading.raw);
    const given = codes.get(code);
    if (given !== undefined) return given;
    const [only, ...others] = new Set(
      patterns.filter(({ pattern }) => matchesPattern(pattern, code)).map(({ envelope }) => envelope),
    );
    return only && others.length === 0 ? only : null;
  };
}

/** The rules of a field that are for one envelope. */
export function rulesNaming(convention: Convention, field: ImputationField): readonly ImputationRule[] {
  return convention.imputation.filter((rule) => rule.field === field && rule.envelope !== null);
}
