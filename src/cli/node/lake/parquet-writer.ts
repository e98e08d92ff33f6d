/** Rows of the lake → a Parquet file, by DuckDB: decimals and dates as such, zstd. */
import type { DuckDBConnection, DuckDBType, DuckDBValue } from '@duckdb/node-api';
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

  async write({ schema, rows }: LakeRows, path: string): Promise<void> {
    await this.emptyTable(schema);
    const appender = await this.connection.createAppender(schema.name);
    const types = schema.columns.map(({ type }) => this.typeOf(type));
    for (let from = 0; from < rows.length; from += ROWS_A_CHUNK) {
      const some = rows.slice(from, from + ROWS_A_CHUNK);
      const chunk = this.duckdb.DuckDBDataChunk.create(types);
      chunk.setColumns(
        schema.columns.map(({ type }, column) => some.map((row) => this.valueOf(type, row[column] ?? null))),
      );
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
    await this.connection.run(`COPY ${schema.name} TO ${quoted(path)} (FORMAT parquet, COMPRESSION zstd)`);
  }

  close(): void {
    this.connection.closeSync();
  }

  /** Made again each time: a table that is emptied keeps its deleted rows, and reading it takes longer and longer. */
  private async emptyTable({ name, columns }: LakeSchema): Promise<void> {
    const list = columns.map((column) => `${column.name} ${SQL_TYPES[column.type]}`).join(', ');
    await this.connection.run(`CREATE OR REPLACE TABLE ${name} (${list})`);
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

/** `0.85394` → 853 940 000 000, further decimals cut; null for another text, such as `1e-7`. */
function scaled(decimal: string): bigint | null {
  if (!/^-?\d+(\.\d+)?$/.test(decimal)) return null;
  const [whole = '0', decimals = ''] = decimal.split('.');
  return BigInt(whole + decimals.slice(0, RATE_DIGITS).padEnd(RATE_DIGITS, '0'));
}
