/** Rows of the lake → a Parquet file, by DuckDB: decimals and dates as such, zstd. */
import type { DuckDBAppender, DuckDBConnection, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import type { LakeRows, LakeSchema, LakeType, LakeValue } from '../../../application/lake/lake-table';
import { type DuckdbPackage, quoted } from './duckdb';

/** Rows in one vector of DuckDB. */
const ROWS_A_CHUNK = 2_048;
const RATE_DIGITS = 12;

/** The SQL type of each type of the lake. */
export const SQL_TYPES: Readonly<Record<LakeType, string>> = {
  text: 'VARCHAR',
  integer: 'INTEGER',
  boolean: 'BOOLEAN',
  amount: 'DECIMAL(18,2)',
  rate: `DECIMAL(38,${RATE_DIGITS})`,
  date: 'DATE',
};

/** Writes one file after another. Equal rows give equal bytes: one thread, and nothing of the clock. */
export class ParquetWriter {
  private constructor(
    private readonly duckdb: DuckdbPackage,
    private readonly connection: DuckDBConnection,
  ) {}

  static async start(duckdb: DuckdbPackage): Promise<ParquetWriter> {
    const instance = await duckdb.DuckDBInstance.create(':memory:', { threads: '1' });
    return new ParquetWriter(duckdb, await instance.connect());
  }

  /** False, and no file, when there is no row. */
  async write({ schema, rows }: LakeRows, path: string): Promise<boolean> {
    const types = schema.columns.map(({ type }) => this.typeOf(type));
    let appender: DuckDBAppender | null = null;
    for (const some of inChunks(rows)) {
      appender ??= await this.emptyTable(schema);
      const chunk = this.duckdb.DuckDBDataChunk.create(types);
      chunk.setColumns(
        schema.columns.map(({ type }, column) => some.map((row) => this.valueOf(type, row[column] ?? null))),
      );
      appender.appendDataChunk(chunk);
    }
    if (appender === null) return false;
    appender.closeSync();
    await this.connection.run(`COPY ${schema.name} TO ${quoted(path)} (FORMAT parquet, COMPRESSION zstd)`);
    return true;
  }

  close(): void {
    this.connection.closeSync();
  }

  /** Made again each time: a table that is emptied keeps its deleted rows, and reading it takes longer and longer. */
  private async emptyTable({ name, columns }: LakeSchema): Promise<DuckDBAppender> {
    const list = columns.map((column) => `${column.name} ${SQL_TYPES[column.type]}`).join(', ');
    await this.connection.run(`CREATE OR REPLACE TABLE ${name} (${list})`);
    return this.connection.createAppender(name);
  }

  private typeOf(type: LakeType): DuckDBType {
    const { VARCHAR, INTEGER, BOOLEAN, DATE, DECIMAL } = this.duckdb;
    const types: Record<LakeType, DuckDBType> = {
      text: VARCHAR,
      integer: INTEGER,
      boolean: BOOLEAN,
      amount: DECIMAL(18, 2),
      rate: DECIMAL(38, RATE_DIGITS),
      date: DATE,
    };
    return types[type];
  }

  private valueOf(type: LakeType, value: LakeValue): DuckDBValue {
    if (value === null) return null;
    const { DuckDBDecimalValue, DuckDBDateValue } = this.duckdb;
    if (type === 'amount') return new DuckDBDecimalValue(BigInt(value), 18, 2);
    if (type === 'rate') {
      const units = scaled(String(value));
      return units === null ? null : new DuckDBDecimalValue(units, 38, RATE_DIGITS);
    }
    return type === 'date' ? new DuckDBDateValue(Number(value)) : value;
  }
}

function* inChunks(rows: LakeRows['rows']): Iterable<readonly (readonly LakeValue[])[]> {
  let some: (readonly LakeValue[])[] = [];
  for (const row of rows) {
    some.push(row);
    if (some.length < ROWS_A_CHUNK) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

/** `0.85394` → 853 940 000 000, further decimals cut; null for another text, such as `1e-7`. */
function scaled(decimal: string): bigint | null {
  if (!/^-?\d+(\.\d+)?$/.test(decimal)) return null;
  const [whole = '0', decimals = ''] = decimal.split('.');
  return BigInt(whole + decimals.slice(0, RATE_DIGITS).padEnd(RATE_DIGITS, '0'));
}
