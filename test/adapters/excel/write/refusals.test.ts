/** Errors during a writing, on the real client: each refusal is a failure by name, and the workbook is as before. */
import type { Failure } from '../../../../src/workbook/failure';
import type { GridWorkbook } from '../../../../workbench/host/grid';
import type { PlannedCell, WritePlan, WriteStep } from '../../../../src/workbook/plan';
import { chartOn } from '../../../support/excel/charts';
import { everythingIn, startExcel, valueOf, type StartedExcel } from '../../../support/excel/excel';
import { area, workbookOf } from '../../../support/excel/grid-workbook';
import { isTried, momentsOf } from '../../../support/excel/moments';

let excel: StartedExcel;
afterEach(() => excel.dispose());

const CONTENTS = workbookOf(
  [
    {
      name: 'Suivi',
      blocks: {
        A1: [
          ['Axe', 'AE'],
          ['PDE', 100],
          [
            { value: null, formula: '=B2*2' },
            { value: 'fin', style: { fill: 'FFEE00' } },
          ],
        ],
      },
    },
    { name: 'Fermée', blocks: { A1: [['x']] }, more: { isProtected: true } },
    { name: 'Fusionnée', blocks: { A1: [['titre']] }, more: { merges: [area('A1:C2')] } },
  ],
  [{ name: 'T_Suivi', sheet: 'Suivi', area: 'A1:B2' }],
  [{ name: 'ENV_Taux', refersTo: '=0.2' }],
);

function start(contents: GridWorkbook = CONTENTS, payloadLimit?: number): void {
  excel = startExcel(contents, payloadLimit === undefined ? {} : { payloadLimit });
}

function cells(sheet: string, address: string, rows: readonly (readonly (PlannedCell | null)[])[]): WriteStep {
  const { top, left } = area(address);
  return { kind: 'setCells', sheet, top, left, cells: rows };
}

function planOf(steps: readonly WriteStep[], expected: WritePlan['expected'] = []): WritePlan {
  return { purpose: 'documents', expected, steps };
}

async function refusal(plan: WritePlan): Promise<Failure> {
  const result = await excel.workbook.apply(plan);
  if (result.ok) throw new Error('was carried out');
  return result.failure;
}

const WRITE = cells('Suivi', 'A2', [
  [
    { value: 'SF', style: 'text' },
    { value: 5, style: 'amount' },
  ],
]);

describe('refused before anything is written', () => {
  const cases: readonly [string, WritePlan, Failure][] = [
    [
      'a cell that is no longer what was read',
      planOf([WRITE], [{ sheet: 'Suivi', top: 1, left: 0, contents: [['PDE', 99]] }]),
      { code: 'changedMeanwhile', sheet: 'Suivi', cell: 'B2' },
    ],
    [
      'a formula where a value was read',
      planOf([WRITE], [{ sheet: 'Suivi', top: 2, left: 0, contents: [[200]] }]),
      { code: 'changedMeanwhile', sheet: 'Suivi', cell: 'A3' },
    ],
    [
      'a protected sheet',
      planOf([WRITE, cells('Fermée', 'A1', [[{ value: 'y' }]])]),
      { code: 'sheetProtected', sheet: 'Fermée' },
    ],
    [
      'a sheet that is not there',
      planOf([WRITE, cells('Absente', 'A1', [[{ value: 1 }]])]),
      { code: 'sheetMissing', sheet: 'Absente' },
    ],
    [
      'a guard on a sheet that is not there',
      planOf([WRITE], [{ sheet: 'Absente', top: 0, left: 0, contents: [[1]] }]),
      { code: 'sheetMissing', sheet: 'Absente' },
    ],
    [
      'a new sheet of a name in use, whatever the case',
      planOf([WRITE, { kind: 'addSheet', sheet: 'SUIVI' }]),
      { code: 'nameTaken', name: 'SUIVI' },
    ],
    [
      'the same new sheet twice',
      planOf([
        { kind: 'addSheet', sheet: 'N' },
        { kind: 'addSheet', sheet: 'n' },
      ]),
      { code: 'nameTaken', name: 'n' },
    ],
    [
      'a table of a name in use',
      planOf([WRITE, { kind: 'addTable', sheet: 'Suivi', name: 't_suivi', area: area('D1:E2') }]),
      { code: 'nameTaken', name: 't_suivi' },
    ],
    [
      'a table named as a name',
      planOf([{ kind: 'addTable', sheet: 'Suivi', name: 'ENV_Taux', area: area('D1:E2') }]),
      { code: 'nameTaken', name: 'ENV_Taux' },
    ],
    [
      'a name that means something else',
      planOf([{ kind: 'setName', name: 'ENV_Taux', sheet: 'Suivi', area: area('A1') }]),
      { code: 'nameTaken', name: 'ENV_Taux' },
    ],
    [
      'merged cells',
      planOf([WRITE, cells('Fusionnée', 'A1', [[{ value: 'a' }, { value: 'b' }]])]),
      { code: 'mergedCells', sheet: 'Fusionnée', cell: 'B1' },
    ],
  ];

  test.each(cases)('%s', async (_, plan, failure) => {
    start();
    const before = await everythingIn(excel);
    expect(await refusal(plan)).toEqual(failure);
    expect(await everythingIn(excel)).toEqual(before);
  });

  test('the first of merged cells may be written', async () => {
    start();
    valueOf(await excel.workbook.apply(planOf([cells('Fusionnée', 'A1', [[{ value: 'autre titre' }, null]])])));
  });

  test.each(['addSheet', 'deleteSheet'] as const)('%s in a protected structure', async (kind) => {
    start({ ...CONTENTS, structureProtected: true });
    expect(await refusal(planOf([{ kind, sheet: kind === 'addSheet' ? 'N' : 'Suivi' }]))).toEqual({
      code: 'structureProtected',
    });
  });

  test('an empty cell equals an empty text', async () => {
    start();
    valueOf(await excel.workbook.apply(planOf([WRITE], [{ sheet: 'Suivi', top: 9, left: 9, contents: [['', null]] }])));
  });
});

describe('refused by Excel', () => {
  test.each`
    refusal               | code                 | trips
    ${'cellEditMode'}     | ${'cellBeingEdited'} | ${[0, 1, 2]}
    ${'sessionTimedOut'}  | ${'busy'}            | ${[0, 1, 2]}
    ${'connectionLost'}   | ${'busy'}            | ${[0, 1, 2]}
    ${'dialogOpen'}       | ${'busy'}            | ${[0, 1, 2]}
    ${'activityLimit'}    | ${'busy'}            | ${[0, 1, 2]}
    ${'requestTooLarge'}  | ${'tooLarge'}        | ${[0, 1, 2]}
    ${'responseTooLarge'} | ${'tooLarge'}        | ${[0, 2]}
    ${'noPermission'}     | ${'noPermission'}    | ${[0, 1, 2]}
  `(
    '$refusal is $code, at whichever round trip it comes',
    async ({ refusal: name, code, trips }: { refusal: 'cellEditMode'; code: string; trips: readonly number[] }) => {
      for (const at of trips) {
        start();
        const before = await everythingIn(excel);
        excel.host.faults.at(at, { kind: 'refuse', refusal: name });
        expect(await refusal(planOf([WRITE]))).toMatchObject({ code });
        expect(await everythingIn(excel)).toEqual(before);
        excel.dispose();
      }
      start();
    },
  );

  test('an answer about the cells that is too large is asked for again in smaller ones', async () => {
    start();
    excel.host.faults.at(1, { kind: 'refuse', refusal: 'responseTooLarge' });
    valueOf(await excel.workbook.apply(planOf([WRITE])));
  });

  test('an unknown error keeps Excel’s own message', async () => {
    start();
    excel.host.faults.at(1, { kind: 'failAction', at: 0, code: 'GeneralException' });
    expect(await refusal(planOf([WRITE]))).toMatchObject({
      code: 'hostRefused',
      hostCode: 'GeneralException',
      message: expect.stringContaining('GeneralException'),
    });
  });

  test('a cell being edited: a writing is refused at once, a reading waits for its end', async () => {
    start();
    excel.host.faults.startCellEdit();
    expect(await refusal(planOf([WRITE]))).toEqual({ code: 'cellBeingEdited' });
    let isRead = false;
    const reading = excel.workbook.read().then((result) => {
      isRead = true;
      return result;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(isRead).toBe(false);
    excel.host.faults.endCellEdit();
    expect((await reading).ok).toBe(true);
  });

  test('a sheet protected just before the writing keeps its cells', async () => {
    start();
    await excel.host.settled();
    const id = excel.grid.sheets()[0]?.id ?? '';
    const before = excel.grid.readValues(id, area('A1:B3'));
    excel.host.faults.at(2, { kind: 'protectSheet', sheet: 'Suivi' });
    expect(['noPermission', 'halfWritten']).toContain((await refusal(planOf([WRITE]))).code);
    expect(excel.grid.readValues(id, area('A1:B3'))).toEqual(before);
  });

  test('a bug of ours is thrown, not a failure', async () => {
    start();
    const plan = planOf([{ kind: 'setCells', sheet: 'Suivi', top: 0, left: 0, cells: null as unknown as [] }]);
    await expect(excel.workbook.apply(plan)).rejects.toThrow(TypeError);
    await excel.host.settled();
  });
});

describe('a batch that fails half way', () => {
  const steps: WriteStep[] = [
    WRITE,
    cells('Suivi', 'A3', [
      [
        { value: 1, style: 'totalAmount' },
        { value: 'x', style: 'heading' },
      ],
    ]),
    { kind: 'addSheet', sheet: 'Annexe 1' },
    cells('Annexe 1', 'A1', [
      [
        { value: 'Poste', style: 'heading' },
        { value: 'AE', style: 'heading' },
      ],
      [{ value: 'a' }, { value: 2, formula: '=1+1' }],
    ]),
    { kind: 'addTable', sheet: 'Annexe 1', name: 'ENV_T', area: area('A1:B2') },
    { kind: 'setName', name: 'ENV_Doc', sheet: 'Annexe 1', area: area('A1:B2') },
    { kind: 'setColumnWidths', sheet: 'Suivi', left: 0, widths: [40] },
    { kind: 'freezeRows', sheet: 'Suivi', rows: 1 },
    { kind: 'highlightWhen', sheet: 'Suivi', area: area('A1:B2'), formula: '=$A1>1' },
    chartOn('Suivi', 'ENV_Graphique_essai', 'Annexe 1'),
  ];

  test('is rolled back, whichever action fails', async () => {
    start();
    valueOf(await excel.workbook.apply(planOf(steps)));
    const actions = excel.host.requests[2]?.actions ?? 0;
    expect(actions).toBeGreaterThan(20);
    for (const at of momentsOf(actions)) {
      excel.dispose();
      start();
      const before = await everythingIn(excel);
      excel.host.faults.at(2, { kind: 'failAction', at, code: 'GeneralException' });
      const failure = await refusal(planOf(steps));
      expect([at, failure.code]).toEqual([at, 'hostRefused']);
      expect([at, await everythingIn(excel)]).toEqual([at, before]);
    }
  });

  test('is rolled back with its undo record, whichever action is denied', async () => {
    const plan: WritePlan = { ...planOf([WRITE]), keepsUndo: true };
    start();
    valueOf(await excel.workbook.apply(plan));
    const actions = excel.host.requests.at(-1)?.actions ?? 0;
    excel.dispose();
    expect(actions).toBeGreaterThan(20);
    for (const at of momentsOf(actions, 1)) {
      start();
      const before = await everythingIn(excel);
      excel.host.faults.at(2, { kind: 'failAction', at, code: 'AccessDenied' });
      expect([at, (await refusal(plan)).code]).toEqual([at, 'noPermission']);
      expect([at, await everythingIn(excel)]).toEqual([at, before]);
      valueOf(await excel.workbook.apply(plan));
      excel.dispose();
    }
    start();
  });

  test('an undo is rolled back, whichever action is denied', async () => {
    const longer: WriteStep[] = [
      { kind: 'resizeTable', sheet: 'Suivi', name: 'T_Suivi', area: area('A1:B4'), from: area('A1:B2') },
      cells('Suivi', 'A4', [[{ value: 'c', style: 'code' }, { value: 3 }]]),
    ];
    const taken = { ...{ sheet: 'Suivi', top: 2, left: 0 }, contents: [['=B2*2', 'fin']] };
    const plan = planOf(longer, [taken]);
    start();
    valueOf(await excel.workbook.apply(valueOf(await excel.workbook.apply(plan)).undo));
    const actions = excel.host.requests.at(-1)?.actions ?? 0;
    excel.dispose();
    expect(actions).toBeGreaterThan(10);
    for (const at of momentsOf(actions, 2)) {
      start();
      const { undo } = valueOf(await excel.workbook.apply(plan));
      const before = await everythingIn(excel);
      excel.host.faults.at(3, { kind: 'failAction', at, code: 'AccessDenied' });
      expect([at, (await refusal(undo)).code]).toEqual([at, 'noPermission']);
      expect([at, await everythingIn(excel)]).toEqual([at, before]);
      valueOf(await excel.workbook.apply(undo));
      excel.dispose();
    }
    start();
  });

  test('an entry over which the rollback wrote is kept, whichever requests Excel then refuses', async () => {
    const plan: WritePlan = { ...planOf([WRITE]), keepsUndo: true };
    start();
    valueOf(await excel.workbook.apply(plan));
    const last = (excel.host.requests.at(-1)?.actions ?? 1) - 1;
    excel.dispose();
    let covered = 0;
    for (const typed of [3, 4, 5, 6])
      for (const first of [1, 2, 3])
        for (const refusals of [1, 2, 3]) {
          if (!isTried(typed + first + refusals)) continue; // each pair of the three is tried
          start();
          excel.host.faults.at(2, { kind: 'failAction', at: last, code: 'AccessDenied' });
          excel.host.faults.at(typed, { kind: 'edit', sheet: 'Suivi', address: 'A2', value: 'à moi' });
          for (let more = 0; more < refusals; more++)
            excel.host.faults.at(typed + first + more, { kind: 'refuse', refusal: 'noPermission' });
          const failure = await refusal(plan);
          excel.host.faults.clear();
          const held = JSON.stringify((await excel.read()).sheets.map(({ values }) => values));
          const isNamed = failure.code === 'entriesLost' && failure.entries.some(({ content }) => content === 'à moi');
          expect([typed, first, refusals, held.includes('à moi') || isNamed]).toEqual([typed, first, refusals, true]);
          covered += failure.code === 'editsKept' ? 1 : 0;
          excel.dispose();
        }
    expect(covered).toBeGreaterThan(3);
    start();
  });

  test('names what remains half written when the rollback fails twice', async () => {
    start();
    excel.host.faults.at(2, { kind: 'failAction', at: 12, code: 'GeneralException' });
    for (const again of [3, 4]) excel.host.faults.at(again, { kind: 'refuse', refusal: 'noPermission' });
    expect(await refusal(planOf(steps))).toEqual({
      code: 'halfWritten',
      sheets: ['Suivi', 'Annexe 1'],
      hostCode: 'noPermission',
      message: '',
    });
  });

  test('people’s edits are reported again afterwards', async () => {
    start();
    let told = 0;
    valueOf(await excel.workbook.watch(() => told++));
    excel.host.faults.at(2, { kind: 'failAction', at: 9, code: 'GeneralException' });
    await refusal(planOf(steps));
    await excel.host.settled();
    told = 0;
    excel.grid.writeCells(excel.grid.sheets()[0]?.id ?? '', 1, 1, [[{ value: 7 }]]);
    await excel.host.settled();
    expect(told).toBe(1);
  });
});

describe('undo after somebody’s change', () => {
  async function generated(): Promise<WritePlan> {
    start();
    const steps: WriteStep[] = [
      { kind: 'addSheet', sheet: 'Annexe 1' },
      cells('Annexe 1', 'A1', [
        [{ value: 'Poste' }, { value: 'AE' }],
        [{ value: 'a' }, null],
      ]),
      { kind: 'setName', name: 'ENV_Doc', sheet: 'Annexe 1', area: area('A1:B2') },
      WRITE,
    ];
    return valueOf(await excel.workbook.apply(planOf(steps))).undo;
  }

  function typed(sheet: string, address: string, value: string): void {
    const { top, left } = area(address);
    const id = excel.grid.sheets().find(({ name }) => name === sheet)?.id ?? '';
    excel.grid.writeCells(id, top, left, [[{ value }]]);
  }

  test('a generated cell that was changed is named, and nothing is undone', async () => {
    const undo = await generated();
    typed('Annexe 1', 'A2', 'corrigé');
    expect(await refusal(undo)).toEqual({ code: 'changedMeanwhile', sheet: 'Annexe 1', cell: 'A2' });
    expect(excel.grid.sheets().map(({ name }) => name)).toContain('Annexe 1');
  });

  test('a comment typed on the generated sheet is not deleted with it', async () => {
    const undo = await generated();
    typed('Annexe 1', 'D9', 'à relire');
    expect(await refusal(undo)).toEqual({ code: 'occupied', sheet: 'Annexe 1', cell: 'D9' });
  });

  test('an object already deleted does not stop the rest', async () => {
    const undo = await generated();
    excel.grid.deleteSheet(excel.grid.sheets().find(({ name }) => name === 'Annexe 1')?.id ?? '');
    excel.grid.deleteName('ENV_Doc', null);
    valueOf(await excel.workbook.apply(undo));
    expect(excel.grid.readValues(excel.grid.sheets()[0]?.id ?? '', area('A2:B2'))).toEqual([['PDE', 100]]);
  });
});

describe('events', () => {
  test('our own writing is not reported; an edit by a person is, once per burst; a co-author’s is marked', async () => {
    start();
    const told: boolean[] = [];
    valueOf(await excel.workbook.watch(({ remote }) => told.push(remote)));
    valueOf(await excel.workbook.apply(planOf([WRITE, { kind: 'addSheet', sheet: 'N' }])));
    await excel.host.settled();
    expect(told).toEqual([]);
    const id = excel.grid.sheets()[0]?.id ?? '';
    excel.grid.writeCells(id, 1, 1, [[{ value: 1 }]]);
    excel.grid.writeCells(id, 1, 0, [[{ value: 'x' }]]);
    await excel.host.settled();
    expect(told).toEqual([false]);
    excel.grid.actingAs('coauthor', () => excel.grid.writeCells(id, 1, 1, [[{ value: 2 }]]));
    await excel.host.settled();
    expect(told).toEqual([false, true]);
  });

  test.each<[string, () => void]>([
    ['a sheet added', () => void excel.grid.addSheet('Nouvelle')],
    ['a sheet renamed', () => excel.grid.changeSheet(excel.grid.sheets()[0]?.id ?? '', { name: 'Suivi 2024' })],
    ['a sheet deleted', () => excel.grid.deleteSheet(excel.grid.sheets()[2]?.id ?? '')],
    ['a sheet protected', () => excel.grid.changeSheet(excel.grid.sheets()[0]?.id ?? '', { isProtected: true })],
    ['a table deleted', () => excel.grid.deleteTable(excel.grid.tables()[0]?.id ?? '')],
  ])('%s is reported', async (_, change) => {
    start();
    let told = 0;
    valueOf(await excel.workbook.watch(() => told++));
    change();
    await excel.host.settled();
    expect(told).toBeGreaterThan(0);
  });
});

describe('going to a cell', () => {
  test('shows its sheet, hidden ones included, and selects it', async () => {
    start({
      ...CONTENTS,
      sheets: CONTENTS.sheets.map((sheet) => (sheet.name === 'Fusionnée' ? { ...sheet, visibility: 'hidden' } : sheet)),
    });
    valueOf(await excel.workbook.goTo({ sheet: 'Fusionnée', row: 4, column: 2 }));
    const { sheetId, areas } = excel.grid.selection();
    expect(excel.grid.sheet(sheetId)).toMatchObject({ name: 'Fusionnée', visibility: 'visible' });
    expect(areas).toEqual([area('C5')]);
  });

  test('a deleted sheet is named', async () => {
    start();
    expect(await excel.workbook.goTo({ sheet: 'Partie', row: 0, column: 0 })).toEqual({
      ok: false,
      failure: { code: 'sheetMissing', sheet: 'Partie' },
    });
  });
});
