/** Formulas left at `#NAME?` are entered again; formulas are replaced by their values; nothing else is touched. */
import { countBroken, countFreezable, planFormulas, planValues } from '../../../src/application/writing/our-formulas';
import type { CellValue } from '../../../src/workbook/cells';
import type { WriteStep } from '../../../src/workbook/plan';
import { formulaKey, type SheetSnapshot, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { emptyWorkbook } from '../../support/apply-plan';

const NAME: CellValue = { error: '#NAME?' };

/** A sheet with formulas in column B from row 1, each with its value. */
function workbookWith(
  formulas: readonly (readonly [formula: string, value: CellValue])[],
  more: Partial<SheetSnapshot> = {},
): WorkbookSnapshot {
  const workbook = emptyWorkbook('Tableau de bord');
  const [sheet] = workbook.sheets;
  if (!sheet) throw new Error('no sheet');
  const filled: SheetSnapshot = {
    ...sheet,
    used: { top: 0, left: 1, rows: formulas.length, columns: 1 },
    values: formulas.map(([, value]) => [value]),
    formulas: new Map(formulas.map(([formula], row) => [formulaKey(row, 1), formula])),
    ...more,
  };
  return { ...workbook, sheets: [filled] };
}

function stepsOf(plan: ReturnType<typeof planFormulas>): readonly WriteStep[] {
  if (!plan.ok) throw new Error(plan.failure.code);
  return plan.value.steps;
}

test.each`
  kept                                                               | entered
  ${'=ENVELOPE.REMAINING("PDE","CP")'}                               | ${'=ENVELOPE.REMAINING("PDE","CP")'}
  ${'=_xldudf_ENVELOPE_REMAINING("PDE","CP")'}                       | ${'=ENVELOPE.REMAINING("PDE","CP")'}
  ${'=[1]!_xldudf_ENVELOPE_RATE(A2)+[12]!_xldudf_ENVELOPE_RATE(A3)'} | ${'=ENVELOPE.RATE(A2)+ENVELOPE.RATE(A3)'}
  ${'=_xldudf_ENVELOPE_CHECK("a ""_xldudf_ENVELOPE_RATE("" b")'}     | ${'=ENVELOPE.CHECK("a ""_xldudf_ENVELOPE_RATE("" b")'}
  ${'=IF(A1>0,_xldudf_ENVELOPE_STATUS(A1),"")'}                      | ${'=IF(A1>0,ENVELOPE.STATUS(A1),"")'}
`('$kept at #NAME? is entered as $entered', ({ kept, entered }: { kept: string; entered: string }) => {
  const workbook = workbookWith([[kept, NAME]]);
  expect(countBroken(workbook)).toBe(1);
  const plan = planFormulas(workbook);
  expect(plan).toMatchObject({ ok: true, value: { purpose: 'formulas', expected: [{ contents: [[kept]] }] } });
  expect(stepsOf(plan)).toEqual([
    { kind: 'setCells', sheet: 'Tableau de bord', top: 0, left: 1, cells: [[{ value: null, formula: entered }]] },
  ]);
});

test.each`
  what                                    | formula                              | value
  ${'a formula of ours that has a value'} | ${'=ENVELOPE.REMAINING("PDE","CP")'} | ${12.5}
  ${'another name that Excel lacks'}      | ${'=MY_ENVELOPE.TOTAL(1)'}           | ${NAME}
  ${'another add-in'}                     | ${'=_xldudf_CONTOSO_ADD(1,2)'}       | ${NAME}
  ${'our name in a text'}                 | ${'=CONCAT("ENVELOPE.RATE(",NOPE)'}  | ${NAME}
  ${'another error'}                      | ${'=ENVELOPE.REMAINING("PDX","CP")'} | ${{ error: '#N/A' }}
`('$what is left as it is', ({ formula, value }: { formula: string; value: CellValue }) => {
  expect(stepsOf(planFormulas(workbookWith([[formula, value]])))).toEqual([]);
});

test('cells one under the other are one range; a gap begins another', () => {
  const call: readonly [string, CellValue] = ['=ENVELOPE.RATE(A1)', NAME];
  const steps = stepsOf(planFormulas(workbookWith([call, call, ['=1+1', 2], call])));
  expect(steps.map((step) => step.kind === 'setCells' && [step.top, step.cells.length])).toEqual([
    [0, 2],
    [3, 1],
  ]);
});

test('values instead of formulas: those that have one, and fill one cell', () => {
  const workbook = workbookWith([
    ['=ENVELOPE.REMAINING("PDE","CP")', 1234.5],
    ['=ENVELOPE.STATUS("PDE")', 'Ouverte'],
    ['=ENVELOPE.REMAINING("PDX","CP")', { error: '#N/A' }],
    ['=ENVELOPE.RATE("PDE")', null],
    ['=ENVELOPE.SUMMARY("CP")', 'Enveloppe'],
    ['=SUM(A1:A3)', 6],
  ]);
  expect(countFreezable(workbook)).toEqual({ freezable: 2, left: 3 });
  const plan = planValues(workbook);
  expect(stepsOf(plan)).toEqual([
    {
      kind: 'setCells',
      sheet: 'Tableau de bord',
      top: 0,
      left: 1,
      cells: [[{ value: 1234.5 }], [{ value: 'Ouverte' }]],
    },
  ]);
  expect(plan).toMatchObject({
    value: { expected: [{ contents: [['=ENVELOPE.REMAINING("PDE","CP")'], ['=ENVELOPE.STATUS("PDE")']] }] },
  });
});

test('a protected sheet is refused by name', () => {
  const workbook = workbookWith([['=ENVELOPE.RATE("PDE")', NAME]], { isProtected: true });
  expect(planFormulas(workbook)).toEqual({ ok: false, failure: { code: 'sheetProtected', sheet: 'Tableau de bord' } });
});

const named = (name: string, refersTo: string, scope: string | null = null) => ({ name, scope, refersTo });

test.each`
  formula                          | broken
  ${'=Reste'}                      | ${1}
  ${'=IF(A1>0,reste,0)'}           | ${1}
  ${'=Double'}                     | ${1}
  ${'=Reste_PDE'}                  | ${0}
  ${'=CONCAT("Reste",NOPE)'}       | ${0}
  ${'=Reste(1)+NOPE'}              | ${0}
  ${'=Reste!A1+NOPE'}              | ${0}
  ${'=T_Suivi[Reste]+NOPE'}        | ${0}
  ${'=Local+NOPE'}                 | ${0}
  ${'=Reste+ENVELOPE.RATE("PDE")'} | ${1}
`(
  'with « Reste » defined by a call, $formula at #NAME? counts $broken',
  ({ formula, broken }: { formula: string; broken: number }) => {
    const names = [
      named('Reste', '=_xldudf_ENVELOPE_REMAINING("PDE","CP")'),
      named('Double', '=Reste*2'),
      named('Local', '=ENVELOPE.RATE("PDE")'),
      named('Local', '=0.2', 'Tableau de bord'),
    ];
    const workbook = { ...workbookWith([[formula, NAME]]), names };
    expect(countBroken(workbook)).toBe(broken);
    expect(stepsOf(planFormulas(workbook)).filter(({ kind }) => kind === 'defineName')).toEqual(
      broken > 0 ? [{ kind: 'defineName', name: 'Reste', formula: '=ENVELOPE.REMAINING("PDE","CP")' }] : [],
    );
    expect(countBroken({ ...workbookWith([[formula, 12.5]]), names })).toBe(0);
  },
);
