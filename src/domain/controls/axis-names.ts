/** The texts that the second ministerial axis must bear, one for each envelope (art. 1.2 of the 2023 convention: « PDE »…). */
import type { Convention, Envelope } from '../envelopes/convention';
import { findEnvelope, nearestEnvelopeName } from '../envelopes/names';

/** The names of one convention; make one per run of the controls. */
export class AxisNames {
  /** What the convention accepts, in its own order. */
  readonly expected: readonly string[];
  private readonly remembered = new Map<string, string | null>();

  constructor(private readonly convention: Convention) {
    this.expected = convention.envelopes.map((envelope) => this.nameOf(envelope));
  }

  /** The text of an envelope: the convention's rule, else its code. */
  nameOf(envelope: Envelope): string {
    const rule = this.convention.imputation.find(
      ({ field, envelope: owner }) => field === 'ministerialAxis2' && owner !== null && findEnvelope(this.convention, owner) === envelope,
    );
    return rule?.value ?? envelope.code;
  }

  /** The text that a person probably meant; null when nothing is close. */
  nearest(raw: string): string | null {
    let name = this.remembered.get(raw);
    if (name === undefined) this.remembered.set(raw, (name = this.findNearest(raw)));
    return name;
  }

  private findNearest(raw: string): string | null {
    const name = nearestEnvelopeName(this.convention, raw);
    const envelope = name === null ? null : findEnvelope(this.convention, name);
    return envelope && this.nameOf(envelope);
  }
}
