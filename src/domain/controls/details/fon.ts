/** What the FON findings say. Amounts are in cents. */

/** Details of each FON rule. */
export interface FonDetails {
  'FON-04': { readonly envelope: string; readonly line: string; readonly lineEnvelope: string };
}
