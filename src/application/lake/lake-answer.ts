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

/** The figures that are null only where they are not calculable, whatever the convention gives. */
const CONSUMED = /^(ae_|cp_)?(consumed|reserved)$|^outstanding$/;
const AVAILABLE = /^(ae_|cp_)?available$/;

/**
 * True for an amount that is null because it is not calculable: a consumption, or what is available where something is
 * consumed, or not known. Another null is an amount that does not exist: a ceiling that the convention does not give.
 */
export function isNotCalculable({ columns }: LakeAnswer, row: readonly AnswerValue[], at: number): boolean {
  const column = columns[at];
  if (column?.type !== 'amount' || row[at] !== null) return false;
  if (CONSUMED.test(column.name)) return true;
  const prefix = AVAILABLE.exec(column.name)?.[1] ?? '';
  const consumed = columns.findIndex(({ name }) => name === `${prefix}consumed`);
  return AVAILABLE.test(column.name) && consumed !== -1 && Number(row[consumed] ?? Number.NaN) !== 0;
}
