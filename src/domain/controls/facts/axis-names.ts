/**
 * The texts that the second ministerial axis must have, one for each envelope (art. 1.2 of the 2023 convention: « PDE
 * »…).
 */
import type { Convention, Envelope, ImputationRule } from '../../envelopes/convention';
import { aliasThatLists, findEnvelope, nearestEnvelopeName } from '../../envelopes/names';
import { isPattern } from '../../imputation/patterns';

/** The names of one convention; make one per run of the controls. */
export class AxisNames {
  /** The texts that the convention accepts, in its own order. */
  readonly expected: readonly string[];
  private readonly remembered = new Map<string, string | null>();

  constructor(private readonly convention: Convention) {
    this.expected = convention.envelopes.map((envelope) => this.rulesOf(envelope)[0]?.value ?? envelope.code);
  }

  /** The text of an envelope: what the convention's rule gives, else its code; a pattern is no text to write. */
  nameOf(envelope: Envelope): string {
    return this.rulesOf(envelope).find(({ value }) => !isPattern(value))?.value ?? envelope.code;
  }

  /** The text that a person probably meant; null when nothing is close. */
  nearest(raw: string): string | null {
    let name = this.remembered.get(raw);
    if (name === undefined) this.remembered.set(raw, (name = this.findNearest(raw)));
    return name;
  }

  /** The alias of an envelope, or of its code, that lists this name among others. */
  listing(raw: string): string | null {
    const { envelopes, imputation } = this.convention;
    const rules = imputation.filter(({ field }) => field === 'ministerialAxis2');
    return aliasThatLists(
      [...envelopes, ...rules].flatMap(({ aliases }) => aliases),
      raw,
    );
  }

  private rulesOf(envelope: Envelope): readonly ImputationRule[] {
    return this.convention.imputation.filter(
      ({ field, envelope: owner }) =>
        field === 'ministerialAxis2' && owner !== null && findEnvelope(this.convention, owner) === envelope,
    );
  }

  private findNearest(raw: string): string | null {
    const name = nearestEnvelopeName(this.convention, raw);
    const envelope = name === null ? null : findEnvelope(this.convention, name);
    return envelope && this.nameOf(envelope);
  }
}
