/** The postes that teams type and no envelope has, or several, each with the nearest of its envelope. */
import type { Convention, Envelope } from '../../envelopes/convention';
import { isPlaceholder } from '../../imputation/chorus-codes';
import { aliasThatLists, isLineOfOtherYear, isTypoOfOneLine, matchLine, nearestLineName } from '../../envelopes/names';

/** A poste that its envelope does not have, or a name that several of its postes share. */
export interface UnknownLine {
  /** As the convention spells it; null when none is near. */
  readonly nearest: string | null;
  /** The postes that it may be, when it is the beginning or the alias of several. */
  readonly candidates?: readonly string[];
  /** The alias of a poste that lists this name among others. */
  readonly alias?: string;
  /** One typing error makes it that poste, and no other. */
  readonly isTypo: boolean;
}

/** The unknown postes of one ledger; a text is looked up once for each envelope. */
export class LineNames {
  private readonly known = new Map<Envelope, Map<string, UnknownLine | null>>();

  constructor(private readonly convention: Convention) {}

  /**
   * Null for « # », a poste of the envelope in any credit year, and where the envelope has no postes.
   */
  unknown(envelope: Envelope, raw: string): UnknownLine | null {
    const ofEnvelope = this.known.get(envelope) ?? new Map<string, UnknownLine | null>();
    this.known.set(envelope, ofEnvelope);
    let line = ofEnvelope.get(raw);
    if (line === undefined) ofEnvelope.set(raw, (line = this.find(envelope, raw)));
    return line;
  }

  private find(envelope: Envelope, raw: string): UnknownLine | null {
    if (isPlaceholder(raw) || envelope.lines.length === 0) return null;
    const match = matchLine(envelope, raw);
    if (match.kind === 'line' || isLineOfOtherYear(this.convention, envelope, raw)) return null;
    if (match.kind === 'ambiguous') {
      return { nearest: null, candidates: match.lines.map(({ label }) => label), isTypo: false };
    }
    const alias = aliasThatLists(
      envelope.lines.flatMap(({ aliases }) => aliases),
      raw,
    );
    if (alias !== null) return { nearest: null, alias, isTypo: false };
    const nearest = nearestLineName(envelope, raw);
    return { nearest, isTypo: nearest !== null && isTypoOfOneLine(envelope, raw) };
  }
}
