/** A failure as a person reads it: no jargon, no stack. */
export interface FailureDescription {
  readonly sentence: string;
  readonly remedy: string;
}

/** True for the text of a number with decimals: as an amount it has too many, since it could not be read as one. */
export function isFraction(text: string): boolean {
  const number = Number(text.replace(',', '.'));
  return Number.isFinite(number) && !Number.isInteger(number);
}
