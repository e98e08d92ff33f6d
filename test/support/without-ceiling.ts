/** Conventions of which one envelope has no amount of a nature, as a blank cell in ENV_Enveloppes gives it. */
import type { Convention, Envelope, Movement } from '../../src/domain/envelopes/convention';
import type { Nature } from '../../src/domain/money/nature';
import { convention2023 } from './conventions';

/** The convention without the amount of one envelope in one nature. */
export function withoutCeiling(code: string, nature: Nature, base: Convention = convention2023()): Convention {
  const emptied = (envelope: Envelope): Envelope =>
    envelope.code === code ? { ...envelope, ceilings: { ...envelope.ceilings, [nature]: null } } : envelope;
  return { ...base, envelopes: base.envelopes.map(emptied) };
}

/** The same, with movements in the place of its own. */
export function withMovements(convention: Convention, ...movements: readonly Movement[]): Convention {
  return { ...convention, movements: movements.map((movement, index) => ({ ...movement, index })) };
}
