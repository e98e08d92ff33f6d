/**
 * A world as the files that a person opens: a workbook with headings, formats and the convention's tables, and extracts
 * of Chorus beside it.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { blankXlsx } from '../../../src/adapters/xlsx/write/blank';
import { planInitialise } from '../../../src/application/writing/initialise';
import type { LedgerField } from '../../../src/domain/envelopes/ledger';
import { IMPUTATION_FIELDS } from '../../../src/domain/imputation/imputation';
import type { PlannedCell, StyleName } from '../../../src/workbook/plan';
import { opened, written } from '../readers/xlsx-read';
import { besideSteps, ledgerCells } from './check';
import type { World } from './world';

const WIDTHS: Readonly<Partial<Record<LedgerField, number>>> = {
  label: 28,
  supplier: 24,
  budgetLine: 34,
  operation: 18,
};
const NARROW = 16;

/** The bytes of the workbook of a world whose ledger is a table. */
export function fileOf(world: World): Uint8Array {
  const [headings = [], ...rows] = ledgerCells(world);
  const styles = world.columns.map(styleOf);
  const cells: PlannedCell[][] = [
    headings.map((value): PlannedCell => ({ value, style: 'heading' })),
    ...rows.map((row) => row.map((value, column): PlannedCell => ({ value, style: styles[column] ?? 'text' }))),
  ];
  const ledger = written(
    blankXlsx(),
    { kind: 'addSheet', sheet: 'Suivi' },
    { kind: 'setCells', sheet: 'Suivi', top: 0, left: 0, cells },
    {
      kind: 'addTable',
      sheet: 'Suivi',
      name: 'T_Suivi',
      area: { top: 0, left: 0, rows: cells.length, columns: headings.length },
    },
    { kind: 'setColumnWidths', sheet: 'Suivi', left: 0, widths: world.columns.map((field) => WIDTHS[field] ?? NARROW) },
    { kind: 'freezeRows', sheet: 'Suivi', rows: 1 },
    ...besideSteps(world),
  );
  const file = opened(ledger);
  const plan = planInitialise(file.read(), world.convention);
  const initialised = plan.ok ? file.apply(plan.value) : plan;
  if (!initialised.ok) throw new Error(JSON.stringify(initialised.failure));
  const hidden = [...world.hidden].map((row) => world.rows.indexOf(row) + 2);
  return hidden.length === 0 ? initialised.value : withHiddenRows(initialised.value, hidden);
}

/** Hides rows of the first sheet, numbered from 1: no plan of the product does it. */
function withHiddenRows(bytes: Uint8Array, rows: readonly number[]): Uint8Array {
  const parts = unzipSync(bytes);
  const path = 'xl/worksheets/sheet1.xml';
  let xml = strFromU8(parts[path] ?? new Uint8Array());
  for (const row of rows) xml = xml.replace(`<row r="${row}"`, `<row r="${row}" hidden="1"`);
  return zipSync({ ...parts, [path]: strToU8(xml) }, { mtime: new Date(1980, 0, 1) });
}

function styleOf(field: LedgerField): StyleName {
  if (field === 'ae' || field === 'cp') return 'amount';
  if (field.endsWith('Date') || field === 'contractEnd') return 'date';
  return IMPUTATION_FIELDS.some((one) => one === field) || field.endsWith('Number') ? 'code' : 'text';
}
