/** An undo that deletes a sheet which formulas elsewhere use asks first, and keeps the sheet when asked to. */
import { undoAsAsked } from '../../../src/application/writing/undo-references';
import type { WritePlan, WriteStep } from '../../../src/workbook/plan';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan, emptyWorkbook } from '../../support/apply-plan';

const DOC: WriteStep = {
  kind: 'setCells',
  sheet: "Bilan d'essai",
  top: 0,
  left: 0,
  cells: [[{ value: 5 }, { value: 5, formula: "='Bilan d''essai'!A1" }]],
};

function workbookWith(formula: string): WorkbookSnapshot {
  const own: WriteStep = { kind: 'setCells', sheet: 'Suivi', top: 9, left: 0, cells: [[{ value: 1, formula }]] };
  const plan = { purpose: 'repair' as const, expected: [], steps: [DOC, own] };
  const area = { top: 0, left: 0, rows: 2, columns: 1 };
  const table = { name: 'T_Doc', sheet: 'Doc', area, columns: ['AE'], hasTotalsRow: false };
  return { ...applyPlan(emptyWorkbook('Suivi', "Bilan d'essai", 'Doc'), plan), tables: [table] };
}

function undoOf(sheet: string): WritePlan {
  return {
    purpose: 'undo',
    expected: [
      { sheet, top: 0, left: 0, contents: [[5]] },
      { sheet: 'Suivi', top: 0, left: 0, contents: [[null]] },
    ],
    steps: [
      { kind: 'deleteSheet', sheet },
      { kind: 'setCells', sheet: 'Suivi', top: 0, left: 0, cells: [[{ value: 'avant' }]] },
    ],
  };
}

test.each`
  sheet              | formula                              | isUsed
  ${"Bilan d'essai"} | ${"='Bilan d''essai'!A1*2"}          | ${true}
  ${"Bilan d'essai"} | ${"=SUM('BILAN D''ESSAI'!A1:A9)"}    | ${true}
  ${'Doc'}           | ${'=Doc!A1'}                         | ${true}
  ${'Doc'}           | ${'=1+DOC!A1'}                       | ${true}
  ${'Doc'}           | ${"='Doc'!A1"}                       | ${true}
  ${"Bilan d'essai"} | ${'=SUM(Suivi:Doc!A1)'}              | ${true}
  ${'Doc'}           | ${'=SUM(Suivi:Doc!A1)'}              | ${true}
  ${'Doc'}           | ${"=SUM('Suivi:Bilan d''essai'!A1)"} | ${false}
  ${"Bilan d'essai"} | ${"=SUM('Suivi:Bilan d''essai'!A1)"} | ${true}
  ${"Bilan d'essai"} | ${'=SUM(Suivi!A1:Suivi!B2)'}         | ${false}
  ${'Doc'}           | ${'=SUM(T_Doc[AE])'}                 | ${true}
  ${'Doc'}           | ${'=SUM(Mon_T_Doc[AE])'}             | ${false}
  ${'Doc'}           | ${'=MonDoc!A1'}                      | ${false}
  ${'Doc'}           | ${'=[Autre.xlsx]Doc!A1'}             | ${false}
  ${'Doc'}           | ${'="Doc!A1"'}                       | ${false}
  ${'Doc'}           | ${'=A1'}                             | ${false}
`(
  '$formula uses $sheet: $isUsed',
  ({ sheet, formula, isUsed }: { sheet: string; formula: string; isUsed: boolean }) => {
    const asked = undoAsAsked(workbookWith(formula), undoOf(sheet), 'ask');
    if (isUsed)
      expect(asked).toEqual({
        ok: false,
        failure: { code: 'sheetReferenced', sheet, by: { sheet: 'Suivi', cell: 'A10' } },
      });
    else expect(asked).toEqual({ ok: true, value: undoOf(sheet) });
  },
);

test.each([
  ['TOTAL', null, '=Doc!$A$1', true],
  ['LOCAL', 'Suivi', '=Doc!$A$1', true],
  ['LOCAL', 'Doc', '=Doc!$A$1', false],
  ['TOTAL', null, '=Suivi!$A$1', false],
  ['ENV_Doc', null, '=Doc!$A$1', false],
])('the name %s of %s for %s uses the sheet: %s', (name, scope, refersTo, isUsed) => {
  const workbook = { ...workbookWith('=A1'), names: [{ name, scope, refersTo }] };
  const undo = undoOf('Doc');
  const own = { ...undo, steps: [...undo.steps, { kind: 'deleteName' as const, name: 'ENV_Doc' }] };
  const asked = undoAsAsked(workbook, own, 'ask');
  expect(asked).toEqual(
    isUsed ? { ok: false, failure: { code: 'sheetReferenced', sheet: 'Doc', by: { name } } } : { ok: true, value: own },
  );
});

test('kept, the sheet stays with its cells and the rest is undone; otherwise it is deleted all the same', () => {
  const workbook = workbookWith('=Doc!A1');
  const undo = undoOf('Doc');
  expect(undoAsAsked(workbook, undo, 'keep')).toEqual({
    ok: true,
    value: { ...undo, expected: undo.expected.slice(1), steps: undo.steps.slice(1) },
  });
  expect(undoAsAsked(workbook, undo, 'delete')).toEqual({ ok: true, value: undo });
});

test('a sheet that was renamed since is found by its id', () => {
  const workbook = workbookWith('=Doc!A1');
  const undo = { ...undoOf('Ancien nom'), sheetIds: [{ sheet: 'Ancien nom', id: 'Doc' }] };
  expect(undoAsAsked(workbook, undo, 'ask')).toMatchObject({
    ok: false,
    failure: { code: 'sheetReferenced', sheet: 'Doc' },
  });
});
