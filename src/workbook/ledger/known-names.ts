/** The names that a convention gives to its envelopes and budget lines: values that only their own columns hold. */
import type { Convention } from '../../domain/envelopes/convention';
import { findEnvelope, matchLine } from '../../domain/envelopes/names';

/** Answers for texts of cells; `null` in its place where no convention is known. */
export interface KnownNames {
  /** Equal for the same names. */
  readonly key: string;
  isEnvelope(text: string): boolean;
  /** The code of the envelope that a text names; null for any other text. */
  envelopeOf(text: string): string | null;
  isBudgetLine(text: string): boolean;
}

/** The names of a convention. */
export function namesOf(convention: Convention): KnownNames {
  const names = convention.envelopes.map(({ code, label, aliases, lines }) => [code, label, aliases, lines]);
  return {
    key: JSON.stringify(names),
    envelopeOf: (text) => findEnvelope(convention, text.trim())?.code ?? null,
    isEnvelope: (text) => findEnvelope(convention, text.trim()) !== null,
    isBudgetLine: (text) => convention.envelopes.some((envelope) => matchLine(envelope, text).kind !== 'none'),
  };
}
