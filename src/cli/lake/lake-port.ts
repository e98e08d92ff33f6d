/** The lake as the commands use it: workbooks go in, answers to queries come out. The machine behind can be replaced. */
import type { LakeAnswer } from '../../application/lake/lake-answer';
import type { ExportedWorkbook, WorkbookName } from '../../application/lake/workbook-tables';
import type { Result } from '../../domain/result';
import type { Failure } from '../../workbook/failure';

/** A lake that is open for writing. */
export interface OpenLake {
  /** The key of a workbook, and its path from the lake. Two paths to one file give one key. */
  nameOf(file: string): WorkbookName;
  /** Puts what the lake keeps of a workbook in place of what it had: all of it, or nothing. */
  replace(workbook: WorkbookName, exported: ExportedWorkbook): Promise<Result<null, Failure>>;
  close(): Promise<void>;
}

export interface LakePort {
  /**
   * Opens a lake for this command alone, and makes it when the folder is missing or empty. Refuses a folder that holds
   * something else, a lake where another command writes, and a machine without DuckDB.
   */
  begin(path: string): Promise<Result<OpenLake, Failure>>;
  /** The same lake for another thread of the command that opened it. */
  join(path: string): Promise<Result<OpenLake, Failure>>;
  /** Refuses a folder that is no lake, and one that is missing. */
  find(path: string): Promise<Result<null, Failure>>;
  /** The answer to one SQL query, which can neither write nor read anything but the lake. */
  query(path: string, sql: string): Promise<Result<LakeAnswer, Failure>>;
}
