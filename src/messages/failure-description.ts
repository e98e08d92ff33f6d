/** A failure as a person reads it: no jargon, no stack. */
export interface FailureDescription {
  readonly sentence: string;
  readonly remedy: string;
}
