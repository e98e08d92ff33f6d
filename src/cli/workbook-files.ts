/** Workbooks named on the command line: opened and controlled, or written as a copy with a row in its journal. */
import type { Dossier } from '../application/dossier';
import { KNOWN_CONVENTIONS, loadConvention, parseConvention } from '../conventions/index';
import type { Convention } from '../domain/envelopes/convention';
import { failure, type Result, success } from '../domain/result';
import { cellAddress } from '../workbook/cells';
import type { Failure } from '../workbook/failure';
import type { WritePlan } from '../workbook/plan';
import { columnOfKey, rowOfKey } from '../workbook/snapshot';
import { type ControlledFile, controlledFile, copyWith } from '../library/controlled-file';
import { type GivenArguments, usage } from './arguments';
import { cliWords } from './cli-words';
import type { CommandIo, COMMON_OPTIONS, Terminal } from './command';
import { headingNotFound, mappedColumns } from './mapped-columns';

type OpeningArguments = GivenArguments<Exclude<keyof typeof COMMON_OPTIONS, 'as-of' | 'timeout'>>;

/** The one workbook of a command and its `--output`; `noOutput` is the sentence for a command line without it. */
export function fileAndOutput(
  given: GivenArguments<'output'>,
  noOutput: string,
): Result<{ readonly file: string; readonly output: string }, Failure> {
  const words = cliWords(given.language);
  const [file, ...others] = given.files;
  const output = given.last('output');
  if (file === undefined) return failure(usage(words.noFile));
  if (others.length > 0) return failure(usage(words.oneFile));
  return output === null ? failure(usage(noOutput)) : success({ file, output });
}

/** The convention of `--convention`, by its identifier or from a JSON file; null for the workbook's own. */
export async function namedConvention(
  given: GivenArguments<'convention'>,
  io: CommandIo,
): Promise<Result<Convention | null, Failure>> {
  const name = given.last('convention');
  if (name === null) return success(null);
  if (KNOWN_CONVENTIONS.includes(name) || !/\.json$/i.test(name)) return loadConvention(name);
  const bytes = await io.read(name);
  if (!bytes.ok) return bytes;
  const text = new TextDecoder().decode(bytes.value);
  const json = parseJson(text);
  return json === undefined ? failure(usage(cliWords(given.language).notJson(name))) : parseConvention(json, text);
}

/** Undefined for a text that is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Opens and controls one workbook under the convention of the command line; null once the refusal is printed. */
export async function loadOne(
  path: string,
  given: OpeningArguments,
  { io, refuse }: Terminal,
  asOf = given.asOf,
): Promise<ControlledFile | null> {
  const convention = await namedConvention(given, io);
  if (!convention.ok) {
    refuse(convention.failure, given.last('convention'));
    return null;
  }
  const loaded = await loadWorkbook(path, convention.value, given, io, asOf);
  if (loaded.ok) return loaded.value;
  refuse(loaded.failure, path);
  return null;
}

/** Opens and controls one workbook. Warns on the error output about formulas whose stored results may be wrong. */
export async function loadWorkbook(
  path: string,
  convention: Convention | null,
  given: OpeningArguments,
  io: CommandIo,
  asOf = given.asOf,
): Promise<Result<ControlledFile, Failure>> {
  const bytes = await io.read(path);
  if (!bytes.ok) return bytes;
  const columns = mappedColumns(given.all('map'), given.language);
  if (!columns.ok) return columns;
  const ledger = given.all('ledger');
  const options = { name: path, convention, ledger, columns: columns.value, asOf: asOf ?? io.today() };
  const loaded = controlledFile(bytes.value, options, io.codec);
  if (!loaded.ok) return loaded;
  const { file, opened } = loaded.value;
  const words = cliWords(given.language);
  const unused = headingNotFound(columns.value, opened.blocks);
  if (unused !== null) return failure(usage(words.headingNotFound(unused)));
  const warn = (sentence: string): void => io.error(`${path}${words.colon}${sentence}\n`);
  const { uncalculated, first, isPending } = file.calculation;
  if (first) warn(words.uncalculated(uncalculated, `${first.sheet}!${cellAddress(first.row, first.column)}`));
  else if (isPending && ledgerHasFormulas(opened)) warn(words.pending);
  return loaded;
}

/** Whether a figure may come from a formula of the ledger. */
function ledgerHasFormulas({ workbook, blocks }: Dossier): boolean {
  return blocks.some(({ sheet, firstRow, lastRow, columns }) => {
    const found = workbook.sheets.find(({ name }) => name === sheet);
    const used = new Set([...columns.values()].map(({ column }) => column));
    for (const key of found?.formulas.keys() ?? []) {
      const row = rowOfKey(key);
      if (row >= firstRow && row <= lastRow && used.has(columnOfKey(key))) return true;
    }
    return false;
  });
}

/**
 * Applies a plan, with its row of the journal, to a copy at a path that must not exist, with the permissions of `like`;
 * returns the plan applied.
 */
export async function writeCopy(
  opened: Pick<ControlledFile, 'file' | 'workbook'>,
  planned: Result<WritePlan, Failure>,
  path: string,
  { author, like }: { readonly author: string | null; readonly like: string | null },
  io: CommandIo,
): Promise<Result<WritePlan, Failure>> {
  const copy = copyWith(opened, planned, { on: io.today(), author: author ?? '' });
  if (!copy.ok) return copy;
  const written = await io.writeNew(path, copy.value.bytes, like);
  return written.ok ? success(copy.value.plan) : written;
}
