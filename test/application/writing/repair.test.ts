/** « Réparer »: only what is certain, in the cell of the finding, when it still holds what was read. */
import { control } from '../../../src/application/control';
import type { Dossier } from '../../../src/application/dossier';
import { isRepairable, planRepair } from '../../../src/application/writing/repair';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { Finding, RuleCode } from '../../../src/domain/controls/findings/finding';
import { cellAddress, parseArea, type CellValue } from '../../../src/workbook/cells';
import { findSheet, formulaKey, valueAt } from '../../../src/workbook/snapshot';
import { applyPlan } from '../../support/apply-plan';
import { opened, sampleDossier } from '../../support/sample-dossier';

const DAY = isoDate('2023-12-31');
const dossier = sampleDossier();
const findingsOf = (of: Dossier): readonly Finding[] => control(of, DAY).findings;
const all = findingsOf(dossier);
const repairable = all.filter((finding) => isRepairable(dossier, finding));

function planned(of: Dossier, findings: readonly Finding[]) {
  const plan = planRepair(of, findings);
  if (!plan.ok) throw new Error(plan.failure.code);
  return plan.value;
}

function cell(of: Dossier, address: string): CellValue {
  const sheet = findSheet(of.workbook, 'Suivi 2023');
  const area = parseArea(address);
  return sheet && area ? valueAt(sheet, area.top, area.left) : null;
}

test('certain repairs are those of lost zeros, aliases and values kept as text', () => {
  expect(new Set(repairable.map(({ rule }) => rule))).toEqual(new Set<RuleCode>(['IMP-04', 'IMP-07', 'DON-02']));
});

test('repairing everything repairs exactly those findings and breaks nothing', () => {
  const after = opened(applyPlan(dossier.workbook, planned(dossier, repairable)));
  const names = (findings: readonly Finding[]) =>
    findings.map(({ rule, place }) => `${rule} ${place.kind === 'row' ? place.row : ''}`);
  const expected = all.filter((finding) => !repairable.includes(finding));
  expect(names(findingsOf(after))).toEqual(names(expected));
});

test.each`
  cell      | before              | after
  ${'K57'}  | ${10300000104}      | ${'010300000104'}
  ${'K89'}  | ${'10300000104'}    | ${'010300000104'}
  ${'G59'}  | ${'Signaux Fables'} | ${'Signaux Faibles'}
  ${'G101'} | ${'SF'}             | ${'Signaux Faibles'}
  ${'Q121'} | ${'1 080,00'}       | ${1080}
  ${'O115'} | ${'17/10/2023'}     | ${45216}
`(
  '$cell: $before becomes $after',
  ({ cell: address, before, after }: { cell: string; before: CellValue; after: CellValue }) => {
    expect(cell(dossier, address)).toEqual(before);
    const repaired = opened(applyPlan(dossier.workbook, planned(dossier, repairable)));
    expect(cell(repaired, address)).toEqual(after);
  },
);

test('each step expects the cell as it was read, and touches no other', () => {
  const plan = planned(dossier, repairable);
  expect(plan.purpose).toBe('repair');
  expect(plan.expected).toHaveLength(plan.steps.length);
  plan.steps.forEach((step, index) => {
    const expected = plan.expected[index];
    expect(step).toMatchObject({ kind: 'setCells', sheet: expected?.sheet, top: expected?.top, left: expected?.left });
    expect(step.kind === 'setCells' && step.cells.flat()).toHaveLength(1);
  });
});

test('a cell that somebody changed meanwhile is not overwritten', () => {
  const plan = planned(dossier, repairable);
  const edit = { kind: 'setCells', sheet: 'Suivi 2023', top: 56, left: 10, cells: [[{ value: 'autre' }]] } as const;
  const edited = applyPlan(dossier.workbook, { purpose: 'undo', expected: [], steps: [edit] });
  expect(() => applyPlan(edited, plan)).toThrow('Expected 10300000104, found "autre"');
});

test('what a formula computes is never overwritten', () => {
  const sheet = findSheet(dossier.workbook, 'Suivi 2023');
  if (!sheet) throw new Error('no sheet');
  const formulas = new Map(sheet.formulas).set(formulaKey(56, 10), '=Convention!R1');
  const sheets = dossier.workbook.sheets.map((known) => (known === sheet ? { ...sheet, formulas } : known));
  const withFormula = { ...dossier, workbook: { ...dossier.workbook, sheets } };
  const addresses = planned(withFormula, repairable).steps.map((step) =>
    step.kind === 'setCells' ? cellAddress(step.top, step.left) : '',
  );
  expect(addresses).not.toContain('K57');
  expect(addresses).toContain('K89');
});

test('a protected sheet is refused by name', () => {
  const sheets = dossier.workbook.sheets.map((sheet) =>
    sheet.name === 'Suivi 2023' ? { ...sheet, isProtected: true } : sheet,
  );
  const closed = { ...dossier, workbook: { ...dossier.workbook, sheets } };
  expect(planRepair(closed, repairable)).toEqual({
    ok: false,
    failure: { code: 'sheetProtected', sheet: 'Suivi 2023' },
  });
});

test('findings without a certain repair give an empty plan', () => {
  const others = all.filter((finding) => !repairable.includes(finding));
  expect(planned(dossier, others)).toEqual({ purpose: 'repair', expected: [], steps: [] });
});
