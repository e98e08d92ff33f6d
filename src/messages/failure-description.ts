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

/** A formula whose result the file does not hold is read as this error, which Excel may show too. */
export const NOT_CALCULATED = '#CALC!';

/** True for the text of an error in a cell: `#REF!`, `#N/A`, `#CALC!`. */
export function isErrorText(text: string): boolean {
  return /^#(?:N\/A|[A-Z0-9/_]{2,20}[!?])$/.test(text);
}
