/** What the commands need of the machine, so that a test can be the machine. */
import type { Codec } from '../adapters/xlsx/package/codec';
import type { CivilDate } from '../domain/calendar/civil-date';
import type { Result } from '../domain/result';
import type { Failure } from '../workbook/failure';

export interface CommandIo {
  /** The bytes of a file; refuses one that is missing, is a folder or cannot be read. */
  read(path: string): Promise<Result<Uint8Array, Failure>>;
  /** Writes a file that must not exist yet; nothing is left behind when it fails. */
  writeNew(path: string, bytes: Uint8Array): Promise<Result<null, Failure>>;
  exists(path: string): Promise<boolean>;
  /**
   * Makes a folder that must not exist yet or hold nothing, with these files; nothing is left behind when one cannot be
   * written.
   */
  writeFolder(
    path: string,
    files: readonly (readonly [name: string, bytes: Uint8Array])[],
  ): Promise<Result<null, Failure>>;
  out(text: string): void;
  error(text: string): void;
  today(): CivilDate;
  readonly codec: Codec;
}
