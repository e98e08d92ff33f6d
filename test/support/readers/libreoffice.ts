/** LibreOffice as an independent reader: loads a workbook, computes every formula again, and returns the cells. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { isInstalled, PYTHON, pythonHas, runPython } from './python';

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
  /** Duration of `calculateAll()`. */
  readonly calculateMs: number | null;
}

/** Names, in the environment, the process that keeps the LibreOffice shared by every suite of a run. */
const SHARED_OFFICE = 'ENVELOPPE_OFFICE';
const SCRIPT = join(__dirname, '..', '..', 'libreoffice', 'recalculate.py');

let known: boolean | null = null;
let served: ChildProcess | null = null;

/** True when `soffice` and its Python bridge are installed. */
export function isLibreOfficeInstalled(): boolean {
  return (known ??= pythonHas(['uno']) && isInstalled('soffice'));
}

/** Starts the LibreOffice of the run, which lives until `stopOffice` or the end of this process; does not wait. */
export function startOffice(): void {
  served = spawn(PYTHON, [SCRIPT, '--serve'], { stdio: ['pipe', 'ignore', 'inherit'] });
  process.env[SHARED_OFFICE] = String(served.pid);
}

/** Ends the LibreOffice of `startOffice`, if any, and waits for its end. */
export async function stopOffice(): Promise<void> {
  const child = served;
  if (child?.exitCode !== null) return;
  served = null;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.stdin?.end();
  await ended;
}

/**
 * The cells of each file after `calculateAll()`, without the formulas if `valuesOnly`. Uses the shared LibreOffice of
 * the run; without one, starts its own for the call.
 */
export async function recalculateAll(files: readonly string[], valuesOnly = false): Promise<readonly OfficeWorkbook[]> {
  const shared = process.env[SHARED_OFFICE];
  const options = [...(valuesOnly ? ['--values'] : []), ...(shared === undefined ? [] : ['--office', shared])];
  return (await runPython([SCRIPT, ...options, ...files])) as readonly OfficeWorkbook[];
}

/** The cells of one file after `calculateAll()`. */
export async function recalculate(file: string): Promise<OfficeWorkbook> {
  const [workbook] = await recalculateAll([file]);
  if (!workbook) throw new Error(`LibreOffice returned nothing for ${file}`);
  return workbook;
}

/** `describe`, or a skipped one that names the missing packages. */
export function describeWithLibreOffice(name: string, body: () => void): void {
  if (isLibreOfficeInstalled()) describe(name, body);
  else describe.skip(`${name} (skipped: LibreOffice and python3-uno are not installed)`, body);
}
