/** The codes that a convention lets people choose from, and the text by which a row names its envelope. */
import { isPattern } from '../../imputation/patterns';
import type { ImputationField } from '../../imputation/imputation';
import type { Convention, Envelope } from '../../envelopes/convention';
import { envelopeFieldOf, rulesNaming } from '../../envelopes/envelope-field';
import { findEnvelope } from '../../envelopes/names';

/**
 * The codes of a field for an envelope, or for any when it is null; patterns, which no one can choose, are left out.
 * @example allowedCodes(convention, 'activity', 'PDE') // ['010300000104']
 */
export function allowedCodes(
  convention: Convention,
  field: ImputationField,
  envelope: string | null,
): readonly string[] {
  const values = convention.imputation
    .filter((rule) => rule.field === field && !isPattern(rule.value))
    .filter((rule) => rule.envelope === null || envelope === null || codeOf(convention, rule.envelope) === envelope)
    .map(({ value }) => value);
  return [...new Set(values)];
}

/** The code that names an envelope in a row, as the convention gives it; else the name of the envelope. */
export function textOfEnvelope(convention: Convention, { code, label }: Envelope): string {
  const rules = rulesNaming(convention, envelopeFieldOf(convention));
  return (
    rules.find((rule) => codeOf(convention, rule.envelope ?? '') === code && !isPattern(rule.value))?.value ?? label
  );
}

function codeOf(convention: Convention, name: string): string | null {
  return findEnvelope(convention, name)?.code ?? null;
}
