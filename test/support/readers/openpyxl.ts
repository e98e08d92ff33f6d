/** openpyxl as a second independent reader of what our writer made. */
import { join } from 'node:path';
import { pythonHas, runPython } from './python';

export interface PySheet {
  readonly name: string;
  /** Values and formulas by address. */
  readonly cells: Readonly<Record<string, string | number | boolean>>;
  readonly bold: readonly string[];
  readonly numberFormats: Readonly<Record<string, string>>;
  /** Area of each table by its name. */
  readonly tables: Readonly<Record<string, string>>;
  readonly merges: readonly string[];
  /** Top left cell of what scrolls. */
  readonly freeze: string | null;
  readonly widths: Readonly<Record<string, number>>;
  readonly landscape: boolean;
  readonly paper: number | null;
  readonly fitToPage: boolean;
  /** Rows repeated on each page (`$1:$2`), rows after which a page ends, left and right of the foot. */
  readonly titleRows: string | null;
  readonly breaks: readonly number[];
  readonly footer: readonly (string | null)[];
  /** For each chart its kinds, the references of its series, its title and those of its axes. */
  readonly charts: readonly {
    readonly kinds: readonly string[];
    readonly series: readonly string[];
    readonly titles: readonly (string | null)[];
    readonly numberFormat: string;
    readonly legend: string | null;
  }[];
  readonly highlights: readonly { readonly area: string; readonly formula: string }[];
}

export interface PyWorkbook {
  readonly sheets: readonly PySheet[];
  readonly names: Readonly<Record<string, string>>;
  readonly recalculates: boolean;
}

const SCRIPT = join(__dirname, '..', '..', 'libreoffice', 'openpyxl_read.py');

let known: boolean | null = null;

export function isOpenpyxlInstalled(): boolean {
  return (known ??= pythonHas(['openpyxl']));
}

/** A file as openpyxl reads it; rejects when openpyxl refuses it. */
export async function readWithOpenpyxl(file: string): Promise<PyWorkbook> {
  const [workbook] = (await runPython([SCRIPT, file])) as readonly PyWorkbook[];
  if (!workbook) throw new Error(`openpyxl returned nothing for ${file}`);
  return workbook;
}

/** `describe`, or a skipped one that names the missing package. */
export function describeWithOpenpyxl(name: string, body: () => void): void {
  if (isOpenpyxlInstalled()) describe(name, body);
  else describe.skip(`${name} (skipped: openpyxl is not installed)`, body);
}
