/** Typing in a workbook in memory. */
import { type CellValue, parseArea } from '../../../src/workbook/cells';
import type { PlannedCell, WriteStep } from '../../../src/workbook/plan';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan } from '../apply-plan';
import { convention2023 } from '../conventions';

/** The workbook after somebody typed in cells. */
export function typed(
  workbook: WorkbookSnapshot,
  sheet: string,
  cells: Readonly<Record<string, PlannedCell | CellValue>>,
): WorkbookSnapshot {
  const steps = Object.entries(cells).map(([address, content]): WriteStep => {
    const area = parseArea(address);
    if (!area) throw new Error(address);
    const cell = typeof content === 'object' && content !== null && 'value' in content ? content : { value: content };
    return { kind: 'setCells', sheet, top: area.top, left: area.left, cells: [[cell]] };
  });
  return applyPlan(workbook, { purpose: 'repair', expected: [], steps });
}

/** The workbook with one more poste in its convention tables, at the end of an envelope. */
export function withLine(workbook: WorkbookSnapshot, label: string, position: number): WorkbookSnapshot {
  const table = workbook.tables.find(({ name }) => name === 'ENV_Postes');
  const envelope = convention2023().envelopes[position];
  if (!table || !envelope) throw new Error('no table of postes');
  const row = table.area.top + table.area.rows;
  const cells = [[envelope.code, label, 100, null, 'alerte', null].map((value): PlannedCell => ({ value }))];
  const longer = applyPlan(workbook, {
    purpose: 'repair',
    expected: [],
    steps: [{ kind: 'setCells', sheet: table.sheet, top: row, left: table.area.left, cells }],
  });
  return {
    ...longer,
    tables: longer.tables.map((one) =>
      one.name === 'ENV_Postes' ? { ...one, area: { ...one.area, rows: one.area.rows + 1 } } : one,
    ),
  };
}
