/** A file named on the command line → its dossier and what the controls say of it. */
import { openXlsx, type XlsxFile } from '../adapters/xlsx/open';
import { controlledAt } from '../application/control';
import type { ControlReport, Dossier } from '../application/dossier';
import { openDossier } from '../application/open-dossier';
import { KNOWN_CONVENTIONS, loadConvention, parseConvention } from '../conventions/index';
import type { Convention } from '../domain/envelopes/convention';
import { failure, type Result, success } from '../domain/result';
import { cellAddress } from '../workbook/cells';
import type { Failure } from '../workbook/failure';
import type { WorkbookOptions } from './arguments';
import type { CommandIo } from './io';
import { wordsOf } from './words';

export interface Loaded {
  readonly file: XlsxFile;
  readonly dossier: Dossier;
  readonly report: ControlReport;
}

/** The convention that the command names; null when it leaves it to the workbook. */
export async function namedConvention(
  options: Pick<WorkbookOptions, 'convention' | 'language'>,
  io: CommandIo,
): Promise<Result<Convention | null, Failure>> {
  const { convention: name, language } = options;
  if (name === null) return success(null);
  if (KNOWN_CONVENTIONS.includes(name) || !/\.json$/i.test(name)) return loadConvention(name);
  const bytes = await io.read(name);
  if (!bytes.ok) return bytes;
  const json = parseJson(bytes.value);
  return json === undefined
    ? failure({ code: 'usage', problem: wordsOf(language).notJson(name) })
    : parseConvention(json);
}

/** Undefined when the bytes are not JSON. */
function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/**
 * Opens and controls one workbook. What cannot be trusted in its stored results is said beside, on the error output.
 */
export async function load(
  path: string,
  convention: Convention | null,
  options: WorkbookOptions,
  io: CommandIo,
): Promise<Result<Loaded, Failure>> {
  const bytes = await io.read(path);
  if (!bytes.ok) return bytes;
  const file = openXlsx(bytes.value, io.codec);
  if (!file.ok) return file;
  const dossier = openDossier(file.value.read(), { ...(convention && { convention }), ledger: options.ledger });
  if (!dossier.ok) return dossier;
  warnOfResults(path, file.value, dossier.value, options, io);
  return success({ file: file.value, ...controlledAt(dossier.value, options.asOf ?? io.today()) });
}

function warnOfResults(path: string, file: XlsxFile, dossier: Dossier, options: WorkbookOptions, io: CommandIo): void {
  const words = wordsOf(options.language);
  const { uncalculated, first, isPending } = file.calculation;
  const say = (sentence: string): void => io.error(`${path}${words.colon}${sentence}\n`);
  if (first) say(words.uncalculated(String(uncalculated), `${first.sheet}!${cellAddress(first.row, first.column)}`));
  else if (isPending && ledgerHasFormulas(dossier)) say(words.pending);
}

/** Whether any figure could come from a formula of the ledger. */
function ledgerHasFormulas({ workbook, blocks }: Dossier): boolean {
  return blocks.some(({ sheet, firstRow, lastRow, columns }) => {
    const found = workbook.sheets.find(({ name }) => name === sheet);
    const used = new Set([...columns.values()].map(({ column }) => column));
    for (const key of found?.formulas.keys() ?? []) {
      const row = Math.floor(key / COLUMNS_PER_SHEET);
      if (row >= firstRow && row <= lastRow && used.has(key % COLUMNS_PER_SHEET)) return true;
    }
    return false;
  });
}

const COLUMNS_PER_SHEET = 16_384;
