/**
 * The imputation of a row: the tuple of Chorus codes that charges it to credits (convention, art. 1.2 and 3). A reading
 * keeps the text of the cell, so that a finding can quote it and a repair can restore it.
 */
import { compareTexts } from '../text';

/** The coded columns of a ledger, in the order of the convention's « Référence Chorus » (art. 3). */
export const IMPUTATION_FIELDS = [
  'programme',
  'functionalDomain',
  'financialCentre',
  'activity',
  'costCentre',
  'ministerialAxis1',
  'ministerialAxis2',
] as const;

/** A coded column. */
export type ImputationField = (typeof IMPUTATION_FIELDS)[number];

/** The reading of one code cell, before any convention is considered. */
export type CodeReading =
  | { readonly kind: 'absent' }
  /** Well formed; `canonical` is upper case, without the `XXXX/` prefix, hyphens and spaces normalised. */
  | { readonly kind: 'code'; readonly raw: string; readonly canonical: string }
  /** Well formed once the leading zeros that Excel dropped are put back (`10300000104` → `010300000104`). */
  | { readonly kind: 'zeroLost'; readonly raw: string; readonly canonical: string }
  /**
   * A number that Excel showed in scientific notation or with a decimal part: digits may be lost, nothing is guessed.
   */
  | { readonly kind: 'damaged'; readonly raw: string }
  | { readonly kind: 'malformed'; readonly raw: string }
  /** The cell holds an Excel error such as `#REF!`. */
  | { readonly kind: 'cellError'; readonly raw: string };

/**
 * The readings of a row's codes. Rows with the same raw codes share one object, so controls can remember by identity.
 */
export type Imputation = Readonly<Record<ImputationField, CodeReading>>;

/** Orders imputations by the texts as read: two unknown names of an envelope may have the same codes. */
export function compareImputations(one: Imputation, other: Imputation): number {
  if (one === other) return 0;
  let order = 0;
  for (const field of IMPUTATION_FIELDS) order ||= compareTexts(rawOf(one[field]), rawOf(other[field]));
  return order;
}

function rawOf(reading: CodeReading): string {
  return reading.kind === 'absent' ? '' : reading.raw;
}
