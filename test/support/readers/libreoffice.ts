/**
 * LibreOffice as an independent reader: it loads a workbook, computes every formula again, and says what each cell then
 * shows.
 */
import { join } from 'node:path';
import { isInstalled, pythonHas, runPython } from './python';

export type OfficeValue = string | number | { readonly error: string };

export interface OfficeSheet {
  readonly name: string;
  /** From A1 to the end of the used area; an empty cell is an empty text. */
  readonly values: readonly (readonly OfficeValue[])[];
  readonly formulas: readonly (readonly string[])[];
}

export interface OfficeWorkbook {
  readonly file: string;
  /** Null when LibreOffice could not load the file. */
  readonly sheets: readonly OfficeSheet[] | null;
  readonly loadMs: number | null;
  /** What `calculateAll()` took. */
  readonly calculateMs: number | null;
}

const SCRIPT = join(__dirname, '..', '..', 'libreoffice', 'recalculate.py');
const TWO_MINUTES = 120_000;

let known: boolean | null = null;

/** True when `soffice` and its Python bridge are there. */
export function isLibreOfficeInstalled(): boolean {
  return (known ??= pythonHas(['uno']) && isInstalled('soffice'));
}

/**
 * What LibreOffice shows of each file after `calculateAll()`, its formulas too unless `valuesOnly`. The office is
 * started for the call and ended with it.
 */
export async function recalculateAll(files: readonly string[], valuesOnly = false): Promise<readonly OfficeWorkbook[]> {
  return (await runPython(
    [SCRIPT, ...(valuesOnly ? ['--values'] : []), ...files],
    TWO_MINUTES,
  )) as readonly OfficeWorkbook[];
}

/** What LibreOffice shows of one file after `calculateAll()`. */
export async function recalculate(file: string): Promise<OfficeWorkbook> {
  const [workbook] = await recalculateAll([file]);
  if (!workbook) throw new Error(`LibreOffice said nothing of ${file}`);
  return workbook;
}

/** `describe`, or a skipped one that says why. */
export function describeWithLibreOffice(name: string, body: () => void): void {
  if (isLibreOfficeInstalled()) describe(name, body);
  else describe.skip(`${name} (skipped: LibreOffice and python3-uno are not installed)`, body);
}
