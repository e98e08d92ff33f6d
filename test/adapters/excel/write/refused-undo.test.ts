/** An undo that Excel stops half way leaves the workbook as the writing had left it: it can be undone later. */
import type { WritePlan } from '../../../../src/workbook/plan';
import { everythingIn, startExcel, valueOf } from '../../../support/excel/excel';
import { area, workbookOf } from '../../../support/excel/grid-workbook';

/** A table, two names and cells on a sheet of the team, and a name of the team that the plan takes away. */
const PLAN: WritePlan = {
  purpose: 'reading',
  expected: [],
  steps: [
    {
      ...{ kind: 'setCells', sheet: 'Suivi', top: 0, left: 3 },
      cells: ['Feuille', 'Notes', 'Suivi'].map((value) => [{ value }]),
    },
    { kind: 'addTable', sheet: 'Suivi', name: 'ENV_Lecture', area: area('D1:D3') },
    { kind: 'setName', name: 'ENV_Lecture_Feuille', sheet: 'Suivi', area: area('A1') },
    { kind: 'defineName', name: 'ENV_Postes', formula: '=ENV_Lecture[Feuille]' },
    { kind: 'deleteName', name: 'Exercice' },
  ],
};

/** The same with two new sheets: they are deleted last. */
const WITH_SHEETS: WritePlan = {
  ...PLAN,
  steps: ['Annexe', 'Bilan'].reduce<WritePlan['steps']>(
    (steps, sheet) => [
      { kind: 'addSheet', sheet },
      { kind: 'setCells', sheet, top: 0, left: 0, cells: [[{ value: sheet }, { value: 100 }]] },
      { kind: 'setName', name: `ENV_${sheet}`, sheet, area: area('A1:B1') },
      ...steps,
    ],
    PLAN.steps,
  ),
  keepsUndo: true,
};

/** Requests of an undo: three that read, two that write. */
const MOST_REQUESTS = 5;

test.each([
  ['the names, the table and the cells', PLAN],
  ['the new sheets, the record of the undo and all the rest', WITH_SHEETS],
])('whichever action of the undo fails, %s stay, or all are undone', async (_, plan) => {
  const excel = startExcel(
    workbookOf(
      [
        {
          name: 'Suivi',
          blocks: {
            A1: [
              ['N° EJ', 'Montant AE'],
              ['1400000001', 100],
            ],
          },
        },
      ],
      [],
      [{ name: 'Exercice', refersTo: '=Suivi!$B$2' }],
    ),
  );
  const before = await everythingIn(excel);
  let failures = 0;
  for (let request = 0; request < MOST_REQUESTS; request++) {
    const { undo } = valueOf(await excel.workbook.apply(plan));
    const written = await everythingIn(excel);
    for (let at = 0; ; at++) {
      excel.host.faults.at(request, { kind: 'failAction', at, code: 'GeneralException' });
      const undone = await excel.workbook.apply(undo);
      excel.host.faults.clear();
      if (undone.ok) break;
      failures += 1;
      expect(await everythingIn(excel)).toEqual(written);
    }
    expect(await everythingIn(excel)).toEqual(before);
  }
  expect(failures).toBeGreaterThan(30);
  excel.dispose();
});
