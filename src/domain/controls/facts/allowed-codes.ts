/** The codes that a convention lets people choose from, and the text by which a row names its envelope. */
import { codesOfUnread } from '../../imputation/code-cells';
import { isPattern } from '../../imputation/patterns';
import type { ImputationField } from '../../imputation/imputation';
import type { Convention, Envelope } from '../../envelopes/convention';
import { envelopeFieldsOf, rulesNaming } from '../../envelopes/envelope-field';
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

/**
 * The codes and the patterns of a field; none where it is not ruled. Those of a row of the codes that cannot be read
 * may be the convention's too: an operation that has them is not another's.
 */
export function valuesGiven(convention: Convention, wanted: ImputationField): readonly string[] {
  const { imputation, unreadCodes = [] } = convention;
  const ruled = imputation.filter(({ field }) => field === wanted).map(({ value }) => value);
  const unread = unreadCodes
    .filter(({ field }) => field === wanted || (field === null && ruled.length > 0))
    .flatMap((code) => codesOfUnread(wanted, code));
  return [...ruled, ...unread].filter((code) => code !== '');
}

/** The field by which a new row of a table with these columns names its envelope; null when none has a text for each. */
export function writtenNamingField(
  convention: Convention,
  columns: Pick<ReadonlySet<string>, 'has'>,
): ImputationField | null {
  const names = (field: ImputationField): boolean =>
    convention.envelopes.every((envelope) => textOfEnvelope(convention, envelope, field) !== null);
  return envelopeFieldsOf(convention).find((field) => columns.has(field) && names(field)) ?? null;
}

/**
 * The text that names an envelope in a field, as the convention gives it; for axe ministériel 2, else the name of the
 * envelope. Null where the convention gives patterns alone: the code of the row is not known.
 */
export function textOfEnvelope(
  convention: Convention,
  { code, label }: Envelope,
  field: ImputationField,
): string | null {
  const rules = rulesNaming(convention, field);
  const rule = rules.find(({ envelope, value }) => codeOf(convention, envelope ?? '') === code && !isPattern(value));
  return rule?.value ?? (field === 'ministerialAxis2' ? label : null);
}

function codeOf(convention: Convention, name: string): string | null {
  return findEnvelope(convention, name)?.code ?? null;
}
