/** « Répartir les registres »: the registers of an earlier version, on the sheets of their purpose. */
import { planMoveRegisters } from '../../../src/application/writing/move-registers';
import { planInitialise } from '../../../src/application/writing/initialise';
import { readConventionTables } from '../../../src/workbook/convention/convention-tables';
import { isEmptyPlan, type WritePlan, type WriteStep } from '../../../src/workbook/plan';
import { registersAway } from '../../../src/workbook/registers/registers-away';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan, emptyWorkbook } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';
import { ONE_SHEET, registersOnOneSheet } from '../../support/ledgers/registers-on-one-sheet';

const convention = convention2023();
const applied = (workbook: WorkbookSnapshot, steps: readonly WriteStep[]): WorkbookSnapshot =>
  applyPlan(workbook, { purpose: 'initialise', expected: [], steps });
const OLD = applied(emptyWorkbook(), registersOnOneSheet(convention));

function planned(workbook: WorkbookSnapshot): WritePlan {
  const plan = planMoveRegisters(workbook);
  if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
  return plan.value;
}

/** The tables of each sheet, from left to right. */
function tablesBySheet({ tables }: WorkbookSnapshot): Readonly<Record<string, readonly string[]>> {
  const sheets: Record<string, string[]> = {};
  for (const { sheet, name } of [...tables].sort((one, other) => one.area.left - other.area.left))
    (sheets[sheet] ??= []).push(name.replace('ENV_', ''));
  return sheets;
}

test('each register is on the sheet of its purpose, as in a new workbook, with what it holds', () => {
  const moved = applied(OLD, planned(OLD).steps);
  const plan = planInitialise(emptyWorkbook(), convention);
  const fresh = applied(emptyWorkbook(), plan.ok ? plan.value.steps : []);
  expect(Object.keys(tablesBySheet(OLD))).toEqual([ONE_SHEET]);
  expect(tablesBySheet(moved)).toEqual(tablesBySheet(fresh));
  expect(readConventionTables(moved)).toEqual(readConventionTables(OLD));
  expect(isEmptyPlan(planned(moved))).toBe(true);
  expect(isEmptyPlan(planned(fresh))).toBe(true);
});

test('a name that a sheet of the team has is not taken', () => {
  const withTeam = applied(OLD, [{ kind: 'addSheet', sheet: 'Enveloppes et postes' }]);
  const moved = applied(withTeam, planned(withTeam).steps);
  expect(tablesBySheet(moved)['Enveloppes et postes (2)']).toEqual(['Enveloppes', 'Postes']);
});

test('a register that a person moved to a sheet of its own stays there', () => {
  const alone = OLD.tables.map((table) => (table.name === 'ENV_RAP' ? { ...table, sheet: 'Restes' } : table));
  const workbook = { ...applied(OLD, [{ kind: 'addSheet', sheet: 'Restes' }]), tables: alone };
  expect(registersAway(workbook).flatMap(({ tables }) => tables.map(({ id }) => id))).not.toContain('rap');
});

test.each<[string, Partial<WorkbookSnapshot>, object]>([
  ['a protected structure', { structureProtected: true }, { code: 'structureProtected' }],
  [
    'a protected sheet',
    { sheets: OLD.sheets.map((sheet) => ({ ...sheet, isProtected: true })) },
    { code: 'sheetProtected', sheet: ONE_SHEET },
  ],
  [
    'merged cells in a register',
    { sheets: OLD.sheets.map((sheet) => ({ ...sheet, merges: [{ top: 4, left: 19, rows: 2, columns: 1 }] })) },
    { code: 'mergedCells', sheet: ONE_SHEET, cell: 'T5' },
  ],
])('%s is refused, with its place', (_, changes, failure) => {
  expect(planMoveRegisters({ ...OLD, ...changes })).toEqual({ ok: false, failure });
});
