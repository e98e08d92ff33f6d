/** A drawn layout as a file, and as the command line reports it. */
import { blankXlsx } from '../../../src/adapters/xlsx/write/blank';
import { formulaKey, type SheetSnapshot } from '../../../src/workbook/snapshot';
import type { WriteStep } from '../../../src/workbook/plan';
import { runOn } from '../cli-machine';
import { conventionFile } from '../convention-file';
import { written } from '../readers/xlsx-read';
import type { DrawnLayout } from './layouts';
import { askedOf, judge, type Reading } from './oracle';
import type { TrueFigures } from './truth';

/** True when the writer of files has steps for everything that is drawn: it hides and merges nothing, and adds no totals row. */
export function isWritable({ workbook }: DrawnLayout): boolean {
  const isShown = workbook.sheets.every(
    ({ visibility, hiddenRows, merges }) => visibility === 'visible' && hiddenRows.size === 0 && !merges,
  );
  return isShown && workbook.tables.every(({ hasTotalsRow }) => !hasTotalsRow);
}

/** The file of a layout that is writable. */
export function fileOf({ workbook }: DrawnLayout): Uint8Array {
  const tables = workbook.tables.map(({ sheet, name, area }): WriteStep => ({ kind: 'addTable', sheet, name, area }));
  return written(blankXlsx(), ...workbook.sheets.flatMap(stepsOf), ...tables);
}

function stepsOf(sheet: SheetSnapshot): readonly WriteStep[] {
  const { name, used, values, formulas } = sheet;
  const add: WriteStep = { kind: 'addSheet', sheet: name };
  if (!used) return [add];
  const cells = values.map((row, r) =>
    row.map((value, c) => {
      const formula = formulas.get(formulaKey(used.top + r, used.left + c));
      return value === null ? null : { value, ...(formula === undefined ? {} : { formula }) };
    }),
  );
  return [add, { kind: 'setCells', sheet: name, top: used.top, left: used.left, cells }];
}

interface Reported {
  readonly envelopes: readonly { readonly code: string; readonly AE: JsonAmounts; readonly CP: JsonAmounts }[];
  readonly total: { readonly AE: JsonAmounts; readonly CP: JsonAmounts };
  readonly findings: readonly { readonly rule: string; readonly severity: string }[];
}

interface JsonAmounts {
  readonly consumed: string | null;
  readonly reserved: string | null;
}

/** The outcome of `enveloppe check` on the file at the first date of the layout, by its output and its exit code. */
export async function checkFile(layout: DrawnLayout): Promise<Reading> {
  const [date = ''] = layout.truth.keys();
  const files = { 'suivi.xlsx': fileOf(layout), 'convention.json': JSON.stringify(conventionFile(layout.convention)) };
  const command = `check suivi.xlsx --convention convention.json --as-of ${date} --format json`;
  const { code, out, error } = await runOn({ files }, command);
  if (code === 2) return askedOf(layout, error.trim());
  const report = JSON.parse(out) as Reported;
  const shown = (envelope: string): TrueFigures => {
    const of = envelope === '*' ? report.total : report.envelopes.find((one) => one.code === envelope);
    if (!of) throw new Error(`no envelope ${envelope}`);
    return {
      aeConsumed: centsOf(of.AE.consumed),
      aeReserved: centsOf(of.AE.reserved),
      cpConsumed: centsOf(of.CP.consumed),
      cpReserved: centsOf(of.CP.reserved),
    };
  };
  const errors = report.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
  return judge(layout, date, { errors, hasError: code === 1, shown });
}

function centsOf(amount: string | null): number {
  return amount === null ? Number.NaN : Number(amount.replace('.', ''));
}
