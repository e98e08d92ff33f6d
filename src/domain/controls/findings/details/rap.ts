/** Details of the RAP findings. Amounts are in cents. */

/** Details of each RAP rule. */
export interface RapDetails {
  /**
   * `stated`: « dont RAP » of the envelope; `rolled`: the restes à payer at the start of the year, by the ledger.
   * `isPartial`: the ledger may lack some of the earlier EJ, which would explain the gap.
   */
  'RAP-01': {
    readonly envelope: string;
    readonly stated: number;
    readonly rolled: number;
    readonly isPartial: boolean;
  };
}
