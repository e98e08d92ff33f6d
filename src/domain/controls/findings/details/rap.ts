/** Details of the RAP findings. Amounts are in cents. */

/** Details of each RAP rule. */
export interface RapDetails {
  'RAP-01': OpeningGap | NotAnEj | ListGap | NegativeRap | RepeatedEj;
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

/**
 * `stated`: « dont RAP » of a year; `listed`: the sum of the EJ that its list names. `envelope`: `'*'` for all those of
 * the year together.
 */
export interface ListGap {
  readonly envelope: string;
  readonly year: number;
  readonly stated: number;
  readonly listed: number;
}

/** An EJ that the list of a year has on several rows; `cents`: their sum, which counts. */
export interface RepeatedEj {
  readonly repeated: string;
  readonly year: number;
  readonly rows: number;
  readonly cents: number;
}

/** A negative amount of restes à payer: of an EJ of the list, or « dont RAP » of an envelope. */
export interface NegativeRap {
  readonly cents: number;
  readonly of: { readonly ej: string } | { readonly envelope: string };
}
