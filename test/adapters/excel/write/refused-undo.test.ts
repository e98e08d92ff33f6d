/** An undo that Excel stops half way leaves the workbook as the writing had left it: it can be undone later. */
import type { WritePlan } from '../../../../src/workbook/plan';
import { everythingIn, startExcel, valueOf } from '../../../support/excel/excel';
import { area, workbookOf } from '../../../support/excel/grid-workbook';
import { isTried } from '../../../support/excel/moments';

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

/** The number of the request of a small plan that writes, after those that read. */
const SENT = 2;

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
  let moments = 0;
  for (let request = 0; request < MOST_REQUESTS; request++) {
    const { undo } = valueOf(await excel.workbook.apply(plan));
    const written = await everythingIn(excel);
    for (let at = 0; ; at++, moments++) {
      if (!isTried(at, request)) continue;
      excel.host.faults.at(request, { kind: 'failAction', at, code: 'GeneralException' });
      const undone = await excel.workbook.apply(undo);
      excel.host.faults.clear();
      if (undone.ok) break;
      expect(await everythingIn(excel)).toEqual(written);
    }
    expect(await everythingIn(excel)).toEqual(before);
  }
  expect(moments).toBeGreaterThan(30);
  excel.dispose();
});

/** A name and a formula of the team that a plan takes away, both on another sheet than those that it writes. */
const OF_ANOTHER_SHEET: WritePlan = {
  purpose: 'reading',
  expected: [],
  steps: [
    { kind: 'setCells', sheet: 'Notes', top: 0, left: 0, cells: [[{ value: 1 }], [{ value: 2 }]] },
    { kind: 'deleteName', name: 'Exercice' },
    { kind: 'deleteName', name: 'Somme' },
  ],
};
const TEAM = workbookOf(
  [
    { name: 'Suivi', blocks: { A1: [['Montant AE'], [100]] } },
    { name: 'Notes', blocks: { A1: [['=SUM(Suivi!A2:A9)'], ["='Suivi'!A2*2"]] } },
  ],
  [],
  [
    { name: 'Exercice', refersTo: '=Suivi!$A$2' },
    { name: 'Somme', refersTo: '=SUM(Suivi!$A$2:$A$9)' },
  ],
);

test('a writing that fails while a sheet is renamed gives back the names and the formulas that use it', async () => {
  const renamed = startExcel(TEAM);
  const id = renamed.grid.sheets().find(({ name }) => name === 'Suivi')?.id ?? '';
  renamed.grid.changeSheet(id, { name: 'Suivi 2024' });
  const expected = await everythingIn(renamed);
  let at = 0;
  for (; ; at++) {
    if (!isTried(at, 1)) continue;
    const excel = startExcel(TEAM);
    excel.host.faults.at(SENT, { kind: 'renameSheet', sheet: 'Suivi', to: 'Suivi 2024' });
    excel.host.faults.at(SENT, { kind: 'failAction', at, code: 'AccessDenied' });
    const applied = await excel.workbook.apply(OF_ANOTHER_SHEET);
    excel.host.faults.clear();
    const present = await everythingIn(excel);
    excel.dispose();
    if (applied.ok || applied.failure.code !== 'noPermission') break;
    expect(present).toEqual(expected);
  }
  expect(at).toBeGreaterThan(5);
  renamed.dispose();
});

test('a sheet renamed after a writing: its undo gives back the names and the formulas that use it', async () => {
  const excel = startExcel(TEAM);
  const { undo } = valueOf(await excel.workbook.apply(OF_ANOTHER_SHEET));
  const id = excel.grid.sheets().find(({ name }) => name === 'Suivi')?.id ?? '';
  excel.grid.changeSheet(id, { name: 'Suivi 2024' });
  valueOf(await excel.workbook.apply(undo));
  const renamed = startExcel(TEAM);
  renamed.grid.changeSheet(id, { name: 'Suivi 2024' });
  expect(await everythingIn(excel)).toEqual(await everythingIn(renamed));
  excel.dispose();
  renamed.dispose();
});

test('a cell that somebody empties under the rollback stays empty, although the rollback begins again', async () => {
  const blank = { value: null, style: 'text' } as const; // a look is restored whatever was done
  const plan: WritePlan = {
    purpose: 'undo',
    expected: [],
    steps: [{ kind: 'setCells', sheet: 'Suivi', top: 4, left: 0, cells: [[blank, blank]] }],
  };
  const begun = 18; // Excel has come to the cells, and has not written them
  let again = 0;
  for (let request = SENT + 1; request < SENT + 10; request++) {
    const excel = startExcel(workbookOf([{ name: 'Suivi', blocks: { A5: [['Demande', 'Objet']] } }]));
    const row = (): unknown => excel.grid.readValues(excel.grid.sheets()[0]?.id ?? '', area('A5:B5'))[0];
    excel.host.faults.at(SENT, { kind: 'failAction', at: begun, code: 'GeneralException' });
    excel.host.faults.at(SENT + 3, { kind: 'edit', sheet: 'Suivi', address: 'B5', value: null });
    excel.host.faults.at(request, { kind: 'edit', sheet: 'Suivi', address: 'A5', value: 'à garder' });
    const applied = await excel.workbook.apply(plan);
    if (!applied.ok && excel.host.requests.length > SENT + 8) again += 1;
    expect([request, applied.ok, row()]).toEqual([
      request,
      false,
      [expect.stringMatching(/^(?:Demande|à garder)$/), null],
    ]);
    excel.dispose();
  }
  expect(again).toBeGreaterThan(0);
});
