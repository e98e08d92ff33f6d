/** Details of the RAP findings. Amounts are in cents. */

/** Details of each RAP rule. */
export interface RapDetails {
  /** `stated`: « dont RAP » of the envelope; `rolled`: the restes à payer at the start of the year, by the ledger. */
  'RAP-01': { readonly envelope: string; readonly stated: number; readonly rolled: number };
}
