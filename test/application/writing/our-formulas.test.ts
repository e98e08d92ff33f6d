/** Formulas left at `#NAME?` are entered again; formulas are replaced by their values; nothing else is touched. */
import { countBroken, countFreezable, planFormulas, planValues } from '../../../src/application/writing/our-formulas';
import { stateOfDossier, type FunctionState } from '../../../src/application/functions/function-state';
import { openDossier } from '../../../src/application/open-dossier';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../src/workbook/cells';
import type { WriteStep } from '../../../src/workbook/plan';
import { formulaKey, type SheetSnapshot, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { emptyWorkbook } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';
import { ledgerWorkbook } from '../../support/ledgers/ledger-workbook';

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
  ${'=@_xldudf_ENVELOPE_STATUS("PDE")'}                              | ${'=@ENVELOPE.STATUS("PDE")'}
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

test.each`
  what                                  | beside                   | formula                                                  | isEntered
  ${'a guard over the name of a file'}  | ${'=1+1'}                | ${'=IFERROR(_xldudf_ENVELOPE_REMAINING("PDE","CP"),0)'}  | ${true}
  ${'a guard, beside a visible one'}    | ${'=ENVELOPE.RATE("A")'} | ${'=IF(ISERROR(ENVELOPE.RATE(A1)),0,ENVELOPE.RATE(A1))'} | ${true}
  ${'a guard, beside none'}             | ${'=1+1'}                | ${'=IFERROR(ENVELOPE.REMAINING("PDE","CP"),0)'}          | ${false}
  ${'no guard, beside a visible one'}   | ${'=ENVELOPE.RATE("A")'} | ${'=ENVELOPE.REMAINING("PDE","CP")'}                     | ${false}
  ${'a sheet with the name of a call'}  | ${'=ENVELOPE.RATE("A")'} | ${"='IFERROR(Envelope.PDE(2)'!A1"}                       | ${false}
  ${'a column with the name of a call'} | ${'=ENVELOPE.RATE("A")'} | ${'=IFERROR(T[_xldudf_ENVELOPE_RATE(k)],0)'}             | ${false}
`(
  'the #NAME? that a cell hides: $what',
  ({ beside, formula, isEntered }: Record<'beside' | 'formula', string> & { isEntered: boolean }) => {
    const workbook = workbookWith([
      [formula, 0],
      [beside, beside === '=1+1' ? 2 : NAME],
    ]);
    const entered = stepsOf(planFormulas(workbook)).some((step) => step.kind === 'setCells' && step.top === 0);
    expect(entered).toBe(isEntered);
  },
);

test('a quote in the name of a sheet hides no call, and a text between two such names neither', () => {
  const kept = `='12" tubes'!A1+_xldudf_ENVELOPE_RATE("a")+'8" tubes'!A1`;
  const [step] = stepsOf(planFormulas(workbookWith([[kept, NAME]])));
  expect(step).toMatchObject({ cells: [[{ formula: `='12" tubes'!A1+ENVELOPE.RATE("a")+'8" tubes'!A1` }]] });
});

test('cells one under the other are one range; a gap begins another', () => {
  const call: readonly [string, CellValue] = ['=ENVELOPE.RATE(A1)', NAME];
  const steps = stepsOf(planFormulas(workbookWith([call, call, ['=1+1', 2], call])));
  expect(steps.map((step) => step.kind === 'setCells' && [step.top, step.cells.length])).toEqual([
    [0, 2],
    [3, 1],
  ]);
});

/** The figures of two envelopes: 99 000 € of AE are left on PDE. */
function figuresOf(): FunctionState {
  const ledger = `
    Axe ministériel 2 | Poste de dépense | N° EJ      | Date d'engagement | Montant AE | Date de paiement | Montant CP
    PDE               | Prestations      | 1400000002 | 01/03/2023        | 401000     |                  |
  `;
  const opened = openDossier(ledgerWorkbook(convention2023(), ledger), {});
  if (!opened.ok) throw new Error(opened.failure.code);
  return stateOfDossier(opened.value, isoDate('2023-12-31'));
}

const PDE = '=ENVELOPE.REMAINING("PDE","AE")';
const LEFT = 99_000;

test('values instead of formulas: those that have one, and fill one cell', () => {
  const workbook = workbookWith(
    [
      [PDE, LEFT],
      ['=ENVELOPE.STATUS("PDE")', 'Ouverte'],
      ['=ENVELOPE.REMAINING("PDX","CP")', { error: '#N/A' }],
      ['=ENVELOPE.RATE("PDE","AE")', null],
      ['=ENVELOPE.SUMMARY("CP")', 'Enveloppe'],
      ['=SUM(A1:A3)', 6],
      [`=VSTACK(ENVELOPE.RATE("PDE","AE"),ENVELOPE.RATE("SF","AE"))`, 0.5],
    ],
    { arrays: [{ top: 6, left: 1, rows: 2, columns: 1 }] },
  );
  expect(countFreezable(workbook)).toEqual({ freezable: 2, left: 4 });
  const plan = planValues(workbook, figuresOf());
  expect(stepsOf(plan)).toEqual([
    {
      kind: 'setCells',
      sheet: 'Tableau de bord',
      top: 0,
      left: 1,
      cells: [[{ value: LEFT }], [{ value: 'Ouverte' }]],
    },
  ]);
  expect(plan).toMatchObject({ value: { expected: [{ contents: [[PDE], ['=ENVELOPE.STATUS("PDE")']] }] } });
});

test.each`
  what                                       | formula                                                 | shown         | expected
  ${'its answer'}                            | ${PDE}                                                  | ${LEFT}       | ${LEFT}
  ${'a former one'}                          | ${PDE}                                                  | ${LEFT + 5}   | ${'notCalculated'}
  ${'a former one, with a mark'}             | ${`=@${PDE.slice(1)}`}                                  | ${LEFT + 5}   | ${'notCalculated'}
  ${'its answer, marked under a guard'}      | ${`=IFERROR(@${PDE.slice(1)},0)`}                       | ${LEFT}       | ${LEFT}
  ${'a former one, under a guard'}           | ${`=IFERROR(${PDE.slice(1)},0)`}                        | ${0}          | ${'notCalculated'}
  ${'its answer, under a guard'}             | ${`=IFERROR(${PDE.slice(1)},0)`}                        | ${LEFT}       | ${LEFT}
  ${'that of the guard: there is no answer'} | ${'=IFERROR(ENVELOPE.REMAINING("PDX","AE"),0)'}         | ${0}          | ${0}
  ${'a value, where there is no answer'}     | ${'=ENVELOPE.REMAINING("PDX","AE")'}                    | ${0}          | ${'notCalculated'}
  ${'by a cell, its answer'}                 | ${'=ENVELOPE.REMAINING(B2,"AE",,45291)'}                | ${LEFT}       | ${LEFT}
  ${'by a cell, a former one'}               | ${'=ENVELOPE.REMAINING(\'Tableau de bord\'!$B$2,"AE")'} | ${0}          | ${'notCalculated'}
  ${'a sum with it: not known here'}         | ${`${PDE}+1`}                                           | ${7}          | ${7}
  ${'an argument not known here, a guard'}   | ${'=IFERROR(ENVELOPE.REMAINING(B2&"","AE"),0)'}         | ${0}          | ${'left'}
  ${'the check of a range, under a guard'}   | ${'=IFERROR(ENVELOPE.CHECK(A1:B1,A2:B2),"")'}           | ${'Conforme'} | ${'left'}
  ${'a sum with it, under a guard'}          | ${`=IFERROR(${PDE.slice(1)}+1,0)`}                      | ${0}          | ${'left'}
  ${'whether it is a number'}                | ${`=ISNUMBER(${PDE.slice(1)})`}                         | ${false}      | ${'left'}
`(
  'the value of a cell that shows $what',
  ({ formula, shown, expected }: { formula: string; shown: CellValue; expected: unknown }) => {
    const plan = planValues(
      workbookWith([
        [formula, shown],
        ['', 'PDE'],
      ]),
      figuresOf(),
    );
    const [step] = plan.ok ? plan.value.steps : [];
    const written = step?.kind === 'setCells' ? step.cells[0]?.[0]?.value : 'left';
    expect(plan.ok ? written : plan.failure.code).toBe(expected);
  },
);

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
