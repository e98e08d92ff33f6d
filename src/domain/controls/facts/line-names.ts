/** The postes that teams type and no envelope has, each with the nearest of its envelope. */
import type { Convention, Envelope } from '../../envelopes/convention';
import { isPlaceholder } from '../../imputation/chorus-codes';
import { isLineOfOtherYear, isTypoOfOneLine, matchLine, nearestLineName } from '../../envelopes/names';

/** A poste that its envelope does not have. */
export interface UnknownLine {
  /** As the convention spells it; null when none is near. */
  readonly nearest: string | null;
  /** One typing error makes it that poste, and no other. */
  readonly isTypo: boolean;
}

/** The unknown postes of one ledger; a text is looked up once for each envelope. */
export class LineNames {
  private readonly known = new Map<Envelope, Map<string, UnknownLine | null>>();

  constructor(private readonly convention: Convention) {}

  /**
   * Null for « # », a poste of the envelope in any credit year, or the beginning of several, and where the envelope has
   * no postes.
   */
  unknown(envelope: Envelope, raw: string): UnknownLine | null {
    const ofEnvelope = this.known.get(envelope) ?? new Map<string, UnknownLine | null>();
    this.known.set(envelope, ofEnvelope);
    let line = ofEnvelope.get(raw);
    if (line === undefined) ofEnvelope.set(raw, (line = this.find(envelope, raw)));
    return line;
  }

  private find(envelope: Envelope, raw: string): UnknownLine | null {
    if (isPlaceholder(raw) || envelope.lines.length === 0 || matchLine(envelope, raw).kind !== 'none') return null;
    if (isLineOfOtherYear(this.convention, envelope, raw)) return null;
    const nearest = nearestLineName(envelope, raw);
    return { nearest, isTypo: nearest !== null && isTypoOfOneLine(envelope, raw) };
  }
}
