/**
 * DuckDB, an optional package that only the consolidation needs. It is loaded when a command asks for it, and is in no
 * bundle.
 */
import type * as Duckdb from '@duckdb/node-api';
import { failure, type Result, success } from '../../../domain/result';
import type { Failure } from '../../../workbook/failure';

export type DuckdbPackage = typeof Duckdb;

/** Loads the package; rejects when it is not installed. */
export type DuckdbLoader = () => Promise<DuckdbPackage>;

export const loadDuckdb: DuckdbLoader = async () => import('@duckdb/node-api');

/** The package, or the refusal with the command that installs it. */
export async function duckdbFrom(load: DuckdbLoader): Promise<Result<DuckdbPackage, Failure>> {
  try {
    return success(await load());
  } catch {
    return failure({ code: 'engineMissing', engine: 'DuckDB', install: 'npm install @duckdb/node-api' });
  }
}

/** A text between the quotes of SQL. Only for names of ours and paths: the values of cells never enter a statement. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
