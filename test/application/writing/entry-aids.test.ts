/** Lists to choose from and the column of checks: added and removed in one step, never over a cell of somebody. */
import { planLists, planNoLists } from '../../../src/application/writing/choice-lists';
import { hasStatusColumn, planNoStatusColumn, planStatusColumn } from '../../../src/application/writing/status-column';
import type { Result } from '../../../src/domain/result';
import type { Failure } from '../../../src/workbook/failure';
import type { WritePlan } from '../../../src/workbook/plan';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan } from '../../support/apply-plan';
import { keptConvention } from '../../support/conventions';
import { ledgerWorkbook } from '../../support/ledgers/ledger-workbook';
import { opened } from '../../support/sample-dossier';

const LEDGER = `
  Axe ministériel 2 | Poste de dépense | Activité     | N° EJ      | Montant AE
  PDE               | Frais annexes    | 010300000104 | 1400000001 | 1000
  PDE               | Frais annexes    | 010300000104 | 1400000002 | 2000
`;
const workbook = ledgerWorkbook(keptConvention('activity', 'ministerialAxis2'), LEDGER);

function planOf(plan: Result<WritePlan, Failure>): WritePlan {
  if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
  return plan.value;
}

const cellsOf = (of: WorkbookSnapshot) => of.sheets.find(({ name }) => name === 'Suivi');
const withCell = (of: WorkbookSnapshot, row: number, value: string) =>
  applyPlan(of, {
    purpose: 'repair',
    expected: [],
    steps: [{ kind: 'setCells', sheet: 'Suivi', top: row, left: 5, cells: [[{ value }]] }],
  });

describe('the column of checks', () => {
  const added = applyPlan(workbook, planOf(planStatusColumn(opened(workbook))));

  test('is beside the ledger: a heading, then a formula a row', () => {
    expect(hasStatusColumn(workbook)).toBe(false);
    expect(hasStatusColumn(added)).toBe(true);
    expect([...(cellsOf(added)?.formulas.values() ?? [])]).toEqual([
      '=ENVELOPE.CHECK(A2:E2,$A$1:$E$1)',
      '=ENVELOPE.CHECK(A3:E3,$A$1:$E$1)',
    ]);
  });

  test('changes nothing of what is read', () => {
    expect(opened(added).ledger).toEqual(opened(workbook).ledger);
    expect(opened(added).account).toEqual(expect.arrayContaining([...opened(workbook).account]));
  });

  test('added again, it is completed: nothing while nothing lacks', () => {
    expect(planOf(planStatusColumn(opened(added))).steps).toEqual([]);
  });

  test('is removed whole', () => {
    const removed = applyPlan(added, planOf(planNoStatusColumn(added)));
    expect(cellsOf(removed)).toEqual(cellsOf(workbook));
    expect(hasStatusColumn(removed)).toBe(false);
  });

  test('is refused where somebody typed, and what somebody typed in it stays', () => {
    const typed = withCell(workbook, 1, 'vu');
    expect(planStatusColumn(opened(typed))).toMatchObject({ ok: false, failure: { code: 'occupied', cell: 'F2' } });
    const edited = withCell(added, 2, 'vu avec Mme Durand');
    const removed = applyPlan(edited, planOf(planNoStatusColumn(edited)));
    expect(cellsOf(removed)?.values.map((row) => row[5] ?? null)).toEqual([null, null, 'vu avec Mme Durand']);
  });
});

describe('the lists', () => {
  test('are those of the convention, over the rows of the ledger', () => {
    const lists = planOf(planLists(opened(workbook))).steps.map((step) =>
      step.kind === 'setList' ? [step.area.left, step.area.top, step.area.rows, step.source] : null,
    );
    expect(lists).toEqual([
      [1, 1, 2, expect.stringMatching(/^='Enveloppes et postes'!\$[A-Z]+\$\d+:\$[A-Z]+\$\d+$/)],
      [2, 1, 2, expect.stringContaining('010300000104')],
      [0, 1, 2, expect.stringContaining('PDE')],
    ]);
  });

  test('are taken away from the same columns, without a cell being written', () => {
    const columns = planOf(planNoLists(opened(workbook))).steps.map((step) => 'area' in step && step.area.left);
    expect(columns).toEqual([1, 2, 0]);
  });
});
