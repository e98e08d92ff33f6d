/** The programme of an envelope, which no convention states as such: its Chorus codes begin with it. */
import type { Convention, Envelope, ImputationRule } from '../../domain/envelopes/convention';
import { findEnvelope } from '../../domain/envelopes/names';
import { programmeOf, readCode } from '../../domain/imputation/chorus-codes';
import { isPattern } from '../../domain/imputation/patterns';

/** Four digits; null when its codes name none, or several. The codes of the envelope alone come before those of all. */
export function programmeOfEnvelope(convention: Convention, envelope: Envelope): string | null {
  const { imputation } = convention;
  const own = imputation.filter(
    (rule) => rule.envelope !== null && findEnvelope(convention, rule.envelope) === envelope,
  );
  const programmes = programmesOf(own);
  const found = programmes.size > 0 ? programmes : programmesOf(imputation.filter((rule) => rule.envelope === null));
  const [only, ...others] = found;
  return only !== undefined && others.length === 0 ? only : null;
}

function programmesOf(rules: readonly ImputationRule[]): ReadonlySet<string> {
  return new Set(
    rules.flatMap(({ field, value }) => {
      const reading = readCode(field, value, false);
      const code = !isPattern(value) && 'canonical' in reading ? reading.canonical : value;
      return programmeOf(field, code) ?? [];
    }),
  );
}
