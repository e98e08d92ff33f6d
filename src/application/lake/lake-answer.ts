/** The answer to a query over the consolidation. */

/** The kind of a column. Amounts, other decimals and dates are texts (`426968.00`, `2023-12-31`), exact. */
export type AnswerType = 'text' | 'number' | 'amount' | 'date' | 'boolean';

/** Null: nothing, or not calculable. */
export type AnswerValue = string | number | boolean | null;

export interface AnswerColumn {
  readonly name: string;
  readonly type: AnswerType;
}

export interface LakeAnswer {
  readonly columns: readonly AnswerColumn[];
  readonly rows: readonly (readonly AnswerValue[])[];
}
