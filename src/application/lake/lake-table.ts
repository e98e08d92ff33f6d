/**
 * A table of the lake: its columns, with the value that each row gives them. The lake is the consolidated store of many
 * workbooks (`docs/lake.md`); its names are a public contract: a column is never renamed.
 */

/**
 * `amount`: whole cents here, `decimal(18,2)` of euros in the file; `rate`: a decimal text, `decimal(38,12)`; `date`:
 * days since 1970.
 */
export type LakeType = 'text' | 'integer' | 'boolean' | 'amount' | 'rate' | 'date';

/** Null: nothing was written, or the figure is not calculable; never 0 by default. */
export type LakeValue = string | number | boolean | null;

export interface LakeColumn<T> {
  readonly name: string;
  readonly type: LakeType;
  /** Its meaning, for `docs/lake.md`. */
  readonly meaning: string;
  readonly of: (row: T) => LakeValue;
}

/** The schema of a table. */
export interface LakeSchema {
  readonly name: string;
  /** The thing that a row describes. */
  readonly meaning: string;
  readonly columns: readonly Pick<LakeColumn<never>, 'name' | 'type' | 'meaning'>[];
}

export interface LakeTable<T> extends LakeSchema {
  readonly columns: readonly LakeColumn<T>[];
}

/** The rows of one workbook in one table, in the order of its columns; made as they are read, once. */
export interface LakeRows {
  readonly schema: LakeSchema;
  readonly rows: Iterable<readonly LakeValue[]>;
}

/** The key of the workbook: the first column of every table, which joins them. */
const WORKBOOK: LakeSchema['columns'][number] = { name: 'workbook', type: 'text', meaning: 'key of the workbook' };

/** The schema of a table, the key first. */
export function schemaOf<T>({ name, meaning, columns }: LakeTable<T>): LakeSchema {
  return { name, meaning, columns: [WORKBOOK, ...columns.map(({ of: _, ...column }) => column)] };
}

/** The rows of one workbook. */
export function rowsOf<T>(table: LakeTable<T>, workbook: string, rows: Iterable<T>): LakeRows {
  return { schema: schemaOf(table), rows: valuesOf(table, workbook, rows) };
}

function* valuesOf<T>({ columns }: LakeTable<T>, workbook: string, rows: Iterable<T>): Iterable<readonly LakeValue[]> {
  for (const row of rows) yield [workbook, ...columns.map(({ of }) => of(row))];
}

type ColumnMaker<V extends LakeValue> = <T>(
  name: string,
  meaning: string,
  of: (row: T) => V | null | undefined,
) => LakeColumn<T>;

function columnOf<V extends LakeValue>(type: LakeType): ColumnMaker<V> {
  return (name, meaning, of) => ({ name, type, meaning, of: (row) => of(row) ?? null });
}

/** An empty text is no value. */
export function text<T>(name: string, meaning: string, of: (row: T) => string | null | undefined): LakeColumn<T> {
  return { name, type: 'text', meaning, of: (row) => of(row) || null };
}

export const integer = columnOf<number>('integer');
export const flag = columnOf<boolean>('boolean');
export const amount = columnOf<number>('amount');
export const rate = columnOf<string>('rate');
export const date = columnOf<number>('date');
