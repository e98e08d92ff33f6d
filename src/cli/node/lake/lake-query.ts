/** One SQL query over the tables of a lake: DuckDB in memory, with the files of the lake as views and nothing else. */
import { readdir } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { AnswerType, AnswerValue, LakeAnswer } from '../../../application/lake/lake-answer';
import type { LakeSchema } from '../../../application/lake/lake-table';
import { LAKE_SCHEMAS } from '../../../application/lake/workbook-tables';
import { failure, type Result, success } from '../../../domain/result';
import type { Failure } from '../../../workbook/failure';
import { type DuckdbPackage, quoted } from './duckdb';
import { SQL_TYPES } from './parquet-writer';

const PARTITION = [
  ['convention', 'VARCHAR'],
  ['year', 'INTEGER'],
] as const;

/** The answer to a query, which must be one SELECT. */
export async function answerOf(duckdb: DuckdbPackage, lake: string, sql: string): Promise<Result<LakeAnswer, Failure>> {
  const instance = await duckdb.DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await openViews(connection, resolve(lake), sql);
    const statements = await connection.extractStatements(sql);
    if (statements.count !== 1) return failure({ code: 'queryNotOne' });
    const statement = await statements.prepare(0);
    if (statement.statementType !== duckdb.StatementType.SELECT) return failure({ code: 'queryNotOne' });
    const reader = await statement.runAndReadAll();
    const columns = reader
      .deduplicatedColumnNames()
      .map((name, index) => ({ name, type: kindOf(reader.columnType(index).toString()) }));
    const rows = reader.getRowsJson().map((row) => row.map((value, index) => shown(value, columns[index]?.type)));
    return success({ columns, rows });
  } catch (error) {
    return failure({ code: 'badQuery', problem: firstPart((error as Error).message) });
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** The sentence of DuckDB on one line, without its kind of error and the place in the query that it shows after it. */
function firstPart(message: string): string {
  const lines = message.split('\n').map((line) => line.trim());
  const end = lines.findIndex((line) => line.startsWith('LINE '));
  const text = (end < 0 ? lines : lines.slice(0, end)).filter((line) => line !== '').join(' ');
  return text.replace(/^[A-Za-z ]{1,40}Error: /, '');
}

/** The views that a query names (all of them when it names none), then no other file, and no way back. */
async function openViews(connection: DuckDBConnection, lake: string, sql: string): Promise<void> {
  const named = LAKE_SCHEMAS.filter(({ name }) => new RegExp(`\\b${name}\\b`, 'i').test(sql));
  for (const schema of named.length > 0 ? named : LAKE_SCHEMAS)
    await connection.run(`CREATE VIEW ${schema.name} AS ${await sourceOf(lake, schema)}`);
  await connection.run(`SET allowed_directories = [${quoted(`${lake}${sep}`)}]`);
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
}

async function sourceOf(lake: string, { name, columns }: LakeSchema): Promise<string> {
  const own = columns.map((column) => [column.name, SQL_TYPES[column.type]] as const);
  if (!(await holdsParquet(join(lake, name), 2))) {
    const none = [...own, ...PARTITION].map(([column, type]) => `CAST(NULL AS ${type}) AS ${column}`);
    return `SELECT ${none.join(', ')} WHERE false`;
  }
  const types = PARTITION.map(([column, type]) => `${column}: ${type}`).join(', ');
  const files = quoted(join(lake, name, '*', '*', '*.parquet'));
  return `SELECT * FROM read_parquet(${files}, hive_partitioning = true, hive_types = {${types}})`;
}

/** Whether a folder has a Parquet file so many folders below. */
async function holdsParquet(folder: string, depth: number): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  if (depth === 0) return names.some((name) => name.endsWith('.parquet'));
  for (const name of names) if (await holdsParquet(join(folder, name), depth - 1)) return true;
  return false;
}

const WHOLE = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL\(\d+,0\))$/;

function kindOf(type: string): AnswerType {
  if (/^DECIMAL\(\d+,2\)$/.test(type)) return 'amount';
  if (WHOLE.test(type) || /^(DECIMAL|DOUBLE|FLOAT)/.test(type)) return 'number';
  if (type === 'DATE') return 'date';
  return type === 'BOOLEAN' ? 'boolean' : 'text';
}

/** Whole numbers as numbers where they are exact, decimals as texts; lists and structures as JSON. */
function shown(value: unknown, type: AnswerType | undefined): AnswerValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'string') return JSON.stringify(value);
  return type === 'number' && /^-?\d+$/.test(value) && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}
