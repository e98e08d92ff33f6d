/** Details of the RAP findings. Amounts are in cents. */

/** Details of each RAP rule. */
export interface RapDetails {
  'RAP-01': OpeningGap | NotAnEj;
}

/**
 * `stated`: « dont RAP » of the envelope; `rolled`: the restes à payer at the start of the year, by the ledger.
 * `isPartial`: the ledger may lack some of the earlier EJ, which would explain the gap.
 */
export interface OpeningGap {
  readonly envelope: string;
  readonly stated: number;
  readonly rolled: number;
  readonly isPartial: boolean;
}

/** An amount of the list of restes à payer beside a text that is no EJ number. */
export interface NotAnEj {
  readonly raw: string;
  readonly cents: number;
}
