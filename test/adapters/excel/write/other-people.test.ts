/**
 * Somebody else works in the workbook while a plan is written, rolled back or undone: their entry is never lost, at
 * whichever round trip it comes.
 */
import type { Fault } from '../../../../workbench/host/faults';
import type { GridWorkbook } from '../../../../workbench/host/grid';
import type { PlannedCell, WritePlan, WriteStep } from '../../../../src/workbook/plan';
import { startExcel, valueOf, type StartedExcel } from '../../../support/excel/excel';
import { area, workbookOf } from '../../../support/excel/grid-workbook';
import { isTried, momentsOf } from '../../../support/excel/moments';

let excel: StartedExcel;
let isOpen = false;
afterEach(close);

function open(contents: GridWorkbook): void {
  close();
  excel = startExcel(contents);
  isOpen = true;
}

function close(): void {
  if (isOpen) excel.dispose();
  isOpen = false;
}

const CONTENTS = workbookOf([
  {
    name: 'Suivi',
    blocks: {
      A1: [
        ['Axe', 'AE'],
        ['PDE', 100],
        ['SRE', 200],
      ],
    },
  },
  { name: 'Autre', blocks: { A1: [['x']] } },
]);

function cells(sheet: string, address: string, rows: readonly (readonly (PlannedCell | null)[])[]): WriteStep {
  const { top, left } = area(address);
  return { kind: 'setCells', sheet, top, left, cells: rows };
}

function planOf(steps: readonly WriteStep[], more: Partial<WritePlan> = {}): WritePlan {
  return { purpose: 'documents', expected: [], steps, ...more };
}

async function at(sheet: string, address: string): Promise<unknown> {
  await excel.host.settled();
  const found = excel.grid.contents().sheets.find(({ name }) => name === sheet);
  const { top, left } = area(address);
  const cell = found?.cells.find((one) => one.row === top && one.column === left);
  return found ? (cell?.formula ?? cell?.value ?? null) : 'no sheet';
}

const sheetNames = (): string[] => excel.grid.sheets().map(({ name }) => name);

/** Round trips of a plan that nothing disturbs. */
async function tripsOf(plan: WritePlan, contents: GridWorkbook = CONTENTS): Promise<number> {
  open(contents);
  valueOf(await excel.workbook.apply(plan));
  const trips = excel.roundTrips();
  close();
  return trips;
}

/** Applies the plan with the faults, each at a round trip. */
async function disturbed(plan: WritePlan, faults: readonly (readonly [number, Fault])[]) {
  open(CONTENTS);
  for (const [trip, fault] of faults) excel.host.faults.at(trip, fault);
  return excel.workbook.apply(plan);
}

const typed = (sheet: string, address: string, remote = false, value = 'PERSONNE'): Fault => ({
  ...{ kind: 'edit', sheet, address, value, remote },
});

/** Several requests: some 3 MB of text are more than one takes. */
const TEXTS = Array.from({ length: 100 }, (_, row): PlannedCell[] => [{ value: `${row} ${'x'.repeat(30_000)}` }]);
const IN_PARTS = planOf(
  [
    cells('Suivi', 'B2', [[{ value: 111 }]]),
    { kind: 'addSheet', sheet: 'Doc' },
    cells('Doc', 'A1', TEXTS),
    cells('Suivi', 'B3', [[{ value: 222 }]]),
  ],
  { keepsUndo: true, expected: [{ sheet: 'Suivi', top: 1, left: 1, contents: [[100]] }] },
);

test('a co-author edits a cell after it was checked: the plan is refused, and their value is there', async () => {
  const plan = planOf([cells('Suivi', 'B2', [[{ value: 111 }]])], {
    expected: [{ sheet: 'Suivi', top: 1, left: 1, contents: [[100]] }],
  });
  for (let trip = 0; trip < (await tripsOf(plan)); trip++) {
    const result = await disturbed(plan, [[trip, typed('Suivi', 'B2', true)]]);
    expect([trip, result]).toMatchObject([
      trip,
      { ok: false, failure: { code: 'changedMeanwhile', sheet: 'Suivi', cell: 'B2' } },
    ]);
    expect([trip, await at('Suivi', 'B2')]).toEqual([trip, 'PERSONNE']);
  }
});

test('rows inserted above between the check and the writing: every cell keeps its content', async () => {
  const plan = planOf([cells('Suivi', 'B2', [[{ value: 111 }]])], {
    expected: [{ sheet: 'Suivi', top: 1, left: 1, contents: [[100]] }],
  });
  for (let trip = 0; trip < (await tripsOf(plan)); trip++) {
    const result = await disturbed(plan, [[trip, { kind: 'insertRows', sheet: 'Suivi', top: 1, count: 1 }]]);
    expect(result).toMatchObject({ ok: false, failure: { code: 'changedMeanwhile' } });
    expect([await at('Suivi', 'B2'), await at('Suivi', 'B3'), await at('Suivi', 'B4')]).toEqual([null, 100, 200]);
  }
});

test.each([false, true])(
  'a writing in parts fails, somebody types before it is rolled back (remote: %s)',
  async (remote) => {
    const trips = await tripsOf(IN_PARTS);
    expect(trips).toBeGreaterThan(3);
    for (let trip = 2; trip < trips; trip++) {
      const result = await disturbed(IN_PARTS, [
        [trip, { kind: 'failAction', at: 12, code: 'GeneralException' }],
        [trip + 1, typed('Suivi', 'B2', remote)],
        [trip + 1, typed('Suivi', 'Z1', remote)],
      ]);
      expect(result.ok).toBe(false);
      expect([trip, await at('Suivi', 'B2'), await at('Suivi', 'Z1'), await at('Suivi', 'B3')]).toEqual([
        trip,
        'PERSONNE',
        'PERSONNE',
        200,
      ]);
      expect(sheetNames()).toEqual(['Suivi', 'Autre']);
    }
  },
);

test('the rollback of a request of which Excel did nothing writes no cell: an entry stays in its row, which moves', async () => {
  const plan = planOf([cells('Suivi', 'B2', [[{ value: 111 }]])], { keepsUndo: true });
  const last = (await tripsOf(plan)) - 1;
  for (const trip of [1, 2, 3, 4, 5].map((later) => last + later)) {
    const result = await disturbed(plan, [
      [last, { kind: 'refuse', refusal: 'noPermission' }],
      [trip, typed('Suivi', 'B2')],
      [trip + 1, { kind: 'insertRows', sheet: 'Suivi', top: 1, count: 1 }],
    ]);
    const row = (await at('Suivi', 'A3')) === 'PDE' ? 'B3' : 'B2'; // the rollback may end before the row is inserted
    const content = excel.host.requests.length < trip ? 100 : 'PERSONNE';
    expect([trip, result.ok, sheetNames(), await at('Suivi', row)]).toEqual([
      ...[trip, false, ['Suivi', 'Autre'], content],
    ]);
  }
});

test('a cell that somebody empties before a rollback stays empty, where the plan was to empty it too', async () => {
  const plan = planOf([cells('Suivi', 'A2', [[{ value: null }]])], { keepsUndo: true });
  const last = (await tripsOf(plan)) - 1;
  const actions = excel.host.requests[last]?.actions ?? 0;
  const empty: Fault = { kind: 'edit', sheet: 'Suivi', address: 'A2', value: null };
  const named: string[] = [];
  for (let action = 0; action < actions; action++) {
    open(CONTENTS);
    valueOf(await excel.workbook.watch(() => undefined));
    excel.roundTrips();
    excel.host.faults.at(last, { kind: 'failAction', at: action, code: 'AccessDenied' });
    excel.host.faults.at(last + 2, typed('Suivi', 'A2'));
    excel.host.faults.at(last + 2, empty);
    const { ok, ...refused } = await excel.workbook.apply(plan);
    expect([action, ok, await at('Suivi', 'A2')]).toEqual([action, false, null]);
    named.push(JSON.stringify(refused).includes('"A2"') ? 'named' : 'not reached');
  }
  expect(named.join(' ')).toMatch(/^(?:not reached ){10,}(?:named ?){5,}$/);
});

test('a heading that somebody empties while a writing takes its table away comes back with the table', async () => {
  const table = { name: 'ENV_Colonnes', sheet: 'Suivi', area: 'A1:B3' };
  const contents = workbookOf(
    [
      {
        name: 'Suivi',
        blocks: {
          A1: [
            ['Axe', 'AE'],
            ['PDE', 100],
            ['SRE', 200],
          ],
        },
      },
    ],
    [table],
  );
  const blank = Array.from({ length: 3 }, () => [{ value: null }, { value: null }]);
  const plan = planOf([{ kind: 'deleteTable', name: table.name }, cells('Suivi', 'A1', blank)]);
  const last = (await tripsOf(plan, contents)) - 1;
  const empty: Fault = { kind: 'edit', sheet: 'Suivi', address: 'B1', value: null };
  for (const trip of [last, last + 1, last + 2]) {
    open(contents);
    valueOf(await excel.workbook.watch(() => undefined));
    excel.roundTrips();
    excel.host.faults.at(last, typed('Suivi', 'A2'));
    excel.host.faults.at(trip, empty);
    expect([trip, (await excel.workbook.apply(plan)).ok]).toEqual([trip, false]);
    expect([await at('Suivi', 'B1'), await at('Suivi', 'A2'), await at('Suivi', 'B3')]).toEqual([
      'AE',
      'PERSONNE',
      200,
    ]);
    expect(excel.grid.tables().map(({ columns }) => columns)).toEqual([['Axe', 'AE']]);
  }
});

test('an edit that was covered is given back when its request fails, whichever action does', async () => {
  const plan = planOf([
    cells('Suivi', 'B2', [[{ value: 111, style: 'amount' }]]),
    cells('Suivi', 'B3', [[{ value: 222 }]]),
  ]);
  const last = (await tripsOf(plan)) - 1;
  for (const code of ['GeneralException', 'AccessDenied'] as const)
    for (const action of momentsOf(30, code === 'AccessDenied' ? 1 : 0)) {
      const result = await disturbed(plan, [
        [last, typed('Suivi', 'B2')],
        [last, { kind: 'failAction', at: action, code }],
      ]);
      expect([code, action, result.ok, await at('Suivi', 'B2'), await at('Suivi', 'B3')]).toEqual([
        ...[code, action, false, 'PERSONNE', 200],
      ]);
    }
});

test('a new sheet in which somebody typed is kept by the rollback, without our cells, and is named', async () => {
  const trips = await tripsOf(IN_PARTS);
  const result = await disturbed(IN_PARTS, [
    [trips - 1, { kind: 'failAction', at: 12, code: 'GeneralException' }],
    [trips, typed('Doc', 'AZ9')],
  ]);
  expect(result).toMatchObject({ ok: false, failure: { code: 'editsKept', cells: [{ sheet: 'Doc', cell: 'AZ9' }] } });
  expect(sheetNames()).toEqual(['Suivi', 'Autre', 'Doc']);
  expect([await at('Doc', 'AZ9'), await at('Doc', 'A2'), await at('Suivi', 'B2')]).toEqual(['PERSONNE', null, 100]);
});

test('a sheet renamed between two parts is followed; the plan is written to its end and undone', async () => {
  const trips = await tripsOf(IN_PARTS);
  for (const trip of momentsOf(trips - 2).map((moment) => moment + 2)) {
    const result = await disturbed(IN_PARTS, [[trip, { kind: 'renameSheet', sheet: 'Suivi', to: 'Suivi 2024' }]]);
    expect([await at('Suivi 2024', 'B2'), await at('Suivi 2024', 'B3')]).toEqual([111, 222]);
    valueOf(await excel.workbook.apply(valueOf(result).undo));
    expect([await at('Suivi 2024', 'B2'), await at('Suivi 2024', 'B3')]).toEqual([100, 200]);
    expect(sheetNames()).toEqual(['Suivi 2024', 'Autre']);
  }
});

test('an edit that was covered is given back, even when its sheet is renamed before that', async () => {
  const written = 2;
  const plan = planOf([cells('Suivi', 'B2', [[{ value: 111 }]])]);
  for (let trip = written + 1; trip < written + 6; trip++) {
    const renamed: Fault = { kind: 'renameSheet', sheet: 'Suivi', to: 'Suivi 2024' };
    const result = await disturbed(plan, [
      [written, typed('Suivi', 'B2')],
      [trip, renamed],
    ]);
    expect([trip, result]).toMatchObject([trip, { ok: false, failure: { code: 'changedMeanwhile', cell: 'B2' } }]);
    const [first = ''] = sheetNames();
    expect([trip, await at(first, 'B2')]).toEqual([trip, 'PERSONNE']);
  }
});

test('an edit that was covered is given back, even when Excel refuses the rollback once, wherever it does', async () => {
  const written = 2;
  const plan = planOf([cells('Suivi', 'B2', [[{ value: 111 }], [{ value: 222 }]])]);
  for (let trip = written + 1; trip < written + 6; trip++)
    for (let action = 0; action < 12; action += 3) {
      if (!isTried(trip + action / 3)) continue;
      await disturbed(plan, [
        [written, typed('Suivi', 'B2')],
        [trip, { kind: 'failAction', at: action, code: 'GeneralException' }],
      ]);
      expect([trip, action, await at('Suivi', 'B2'), await at('Suivi', 'B3')]).toEqual([trip, action, 'PERSONNE', 200]);
    }
});

test('Excel refuses everything after an edit was covered: the entry is named with its content, and the sheet is half done', async () => {
  const written = 2;
  const plan = planOf([cells('Suivi', 'B2', [[{ value: 111 }], [{ value: 222 }]])]);
  const refused = Array.from({ length: 40 }, (_, more): readonly [number, Fault] => [
    written + 1 + more,
    { kind: 'refuse', refusal: 'activityLimit' },
  ]);
  const result = await disturbed(plan, [[written, typed('Suivi', 'B2')], ...refused]);
  expect(result).toEqual({
    ok: false,
    failure: {
      code: 'entriesLost',
      entries: [{ sheet: 'Suivi', cell: 'B2', content: 'PERSONNE' }],
      sheets: ['Suivi'],
    },
  });
  expect([await at('Suivi', 'B2'), await at('Suivi', 'B3')]).toEqual([111, 222]);
});

test('an entry under a rollback whose answer is lost, and after which Excel refuses everything, is named', async () => {
  const plan = planOf([cells('Suivi', 'B2', [[{ value: 111 }], [{ value: 222 }]])], { keepsUndo: true });
  const [written, restoring] = [2, 5];
  for (const action of [28, 31, 34]) {
    open(CONTENTS);
    valueOf(await excel.workbook.watch(() => undefined));
    excel.roundTrips(); // those of the writing are counted from here
    excel.host.faults.at(written, { kind: 'failAction', at: action, code: 'GeneralException' });
    excel.host.faults.at(restoring, typed('Suivi', 'B2', true));
    excel.host.faults.at(restoring, { kind: 'loseAnswer', refusal: 'connectionLost' });
    for (let more = 1; more < 40; more++)
      excel.host.faults.at(restoring + more, { kind: 'refuse', refusal: 'activityLimit' });
    const result = await excel.workbook.apply(plan);
    expect([action, await at('Suivi', 'B2'), result]).toMatchObject([
      ...[action, 100],
      { ok: false, failure: { entries: [{ sheet: 'Suivi', cell: 'B2', content: 'PERSONNE' }] } },
    ]);
  }
});

test('the last entry in a cell is named, when the writing had covered another edit of it', async () => {
  const plan = planOf([cells('Suivi', 'B2', [[{ value: 111 }], [{ value: 222 }]])], { keepsUndo: true });
  const [written, restoring] = [2, 5];
  for (const earlier of ['', 'AVANT']) {
    open(CONTENTS);
    valueOf(await excel.workbook.watch(() => undefined));
    excel.roundTrips(); // those of the writing are counted from here
    excel.host.faults.at(written, typed('Suivi', 'B2', true, earlier));
    excel.host.faults.at(written, { kind: 'failAction', at: 32, code: 'GeneralException' });
    excel.host.faults.at(restoring, typed('Suivi', 'B2', true));
    excel.host.faults.at(restoring, { kind: 'loseAnswer', refusal: 'connectionLost' });
    for (let more = 1; more < 40; more++)
      excel.host.faults.at(restoring + more, { kind: 'refuse', refusal: 'activityLimit' });
    const result = await excel.workbook.apply(plan);
    expect([earlier, result]).toMatchObject([
      earlier,
      { ok: false, failure: { entries: [{ sheet: 'Suivi', cell: 'B2', content: 'PERSONNE' }] } },
    ]);
  }
});

test('the last entry in a cell is given back, when a rollback whose answer is lost gave back an earlier one', async () => {
  const plan = planOf([cells('Suivi', 'B2', [[{ value: 111 }], [{ value: 222 }]])], { keepsUndo: true });
  for (const refusal of ['connectionLost', 'responseTooLarge'] as const)
    for (const action of [28, 31, 34]) {
      open(CONTENTS);
      valueOf(await excel.workbook.watch(() => undefined));
      excel.roundTrips(); // those of the writing are counted from here
      excel.host.faults.at(2, typed('Suivi', 'B2', true, 'AVANT'));
      excel.host.faults.at(2, { kind: 'failAction', at: action, code: 'GeneralException' });
      excel.host.faults.at(5, typed('Suivi', 'B2', true));
      excel.host.faults.at(5, { kind: 'loseAnswer', refusal });
      const result = await excel.workbook.apply(plan);
      expect([refusal, action, result.ok, await at('Suivi', 'B2'), await at('Suivi', 'B3')]).toEqual([
        ...[refusal, action, false, 'PERSONNE', 200],
      ]);
    }
});

test.each([null, 'Suivi 2024'])(
  'an edit under the rollback itself is given back, even when Excel then refuses a request; the sheet becomes %s',
  async (renamed) => {
    const plan = planOf([cells('Suivi', 'B2', [[{ value: 111 }], [{ value: 222 }]])]);
    const written = (await tripsOf(plan)) - 1;
    const rollback = written + 3; // after its reading of the structure and of the cells
    for (let refused = rollback + 1; refused <= rollback + 8; refused++) {
      open(CONTENTS);
      excel.host.faults.at(written, typed('Suivi', 'B2'));
      excel.host.faults.at(rollback, typed('Suivi', 'B3', true));
      excel.host.faults.at(refused, { kind: 'refuse', refusal: 'activityLimit' });
      if (renamed) excel.host.faults.at(refused, { kind: 'renameSheet', sheet: 'Suivi', to: renamed });
      const { ok } = await excel.workbook.apply(plan);
      const sheet = sheetNames()[0] ?? '';
      expect([refused, ok, await at(sheet, 'B2'), await at(sheet, 'B3')]).toEqual([
        refused,
        false,
        'PERSONNE',
        'PERSONNE',
      ]);
      expect(sheetNames()).toEqual([sheet, 'Autre']);
    }
  },
);

test('a new sheet that was renamed after the writing is deleted by its undo', async () => {
  open(CONTENTS);
  const steps: WriteStep[] = [{ kind: 'addSheet', sheet: 'Doc' }, cells('Doc', 'A1', [[{ value: 5 }]])];
  const { undo } = valueOf(await excel.workbook.apply(planOf(steps)));
  const doc = excel.grid.sheets().find(({ name }) => name === 'Doc');
  excel.grid.changeSheet(doc?.id ?? '', { name: 'Bilan définitif' });
  valueOf(await excel.workbook.apply(undo));
  expect(sheetNames()).toEqual(['Suivi', 'Autre']);
});

test('a cell typed over between two parts is kept, and the undo names it', async () => {
  const trips = await tripsOf(IN_PARTS);
  const result = await disturbed(IN_PARTS, [[trips - 1, typed('Suivi', 'B2', true)]]);
  expect(await at('Suivi', 'B2')).toBe('PERSONNE');
  expect(await excel.workbook.apply(valueOf(result).undo)).toMatchObject({
    ok: false,
    failure: { code: 'changedMeanwhile', sheet: 'Suivi', cell: 'B2' },
  });
  expect(await at('Suivi', 'B2')).toBe('PERSONNE');
});

test('a table that a co-author makes longer is not made shorter by a writing inside it', async () => {
  const withTable = workbookOf(
    [
      {
        name: 'Suivi',
        blocks: {
          A1: [
            ['Axe', 'AE'],
            ['PDE', 100],
          ],
        },
      },
    ],
    [{ name: 'T_Suivi', sheet: 'Suivi', area: 'A1:B2' }],
  );
  const plan = planOf([cells('Suivi', 'B2', [[{ value: 111 }]])]);
  open(withTable);
  await excel.host.settled();
  const table = excel.grid.tables()[0];
  if (!table) throw new Error('no table');
  excel.grid.actingAs('coauthor', () => {
    excel.grid.writeCells(table.sheetId, 2, 0, [[{ value: 'SF' }, { value: 7 }]]);
    excel.grid.changeTable(table.id, { area: { ...table.area, rows: 3 } });
  });
  valueOf(await excel.workbook.apply(plan));
  expect(excel.grid.tables()[0]?.area.rows).toBe(3);
  expect([await at('Suivi', 'A3'), await at('Suivi', 'B3')]).toEqual(['SF', 7]);
});

test('a sheet of the team named ENV_Annulation keeps its cells; the record goes to another sheet', async () => {
  open(
    workbookOf([
      {
        name: 'Suivi',
        blocks: {
          A1: [
            ['Axe', 'AE'],
            ['PDE', 100],
          ],
        },
      },
      { name: 'ENV_Annulation', blocks: { A1: [['mes notes'], ['précieux'], [42]], C3: [['aussi']] } },
    ]),
  );
  const notes = async (): Promise<unknown[]> =>
    Promise.all(['A1', 'A2', 'A3', 'C3'].map((address) => at('ENV_Annulation', address)));
  const plan = planOf([cells('Suivi', 'B2', [[{ value: 111 }]])], { keepsUndo: true });
  const applied = valueOf(await excel.workbook.apply(plan));
  expect(applied.isUndoKept).toBe(true);
  expect(await notes()).toEqual(['mes notes', 'précieux', 42, 'aussi']);
  expect(sheetNames()).toEqual(['Suivi', 'ENV_Annulation', 'ENV_Annulation 2']);
  valueOf(await excel.workbook.apply(applied.undo));
  expect(await notes()).toEqual(['mes notes', 'précieux', 42, 'aussi']);
  expect(sheetNames()).toEqual(['Suivi', 'ENV_Annulation']);
});

test.each`
  meanwhile                              | fault
  ${'rows are inserted above'}           | ${{ kind: 'insertRows', sheet: 'Suivi', top: 1, count: 1 }}
  ${'the rest of its row is emptied'}    | ${{ kind: 'edit', sheet: 'Suivi', address: 'A2', value: null }}
  ${'its row gets the label of another'} | ${{ kind: 'edit', sheet: 'Suivi', address: 'A2', value: 'SRE' }}
`(
  'an edit that was covered while $meanwhile is given back in its row, or in its cell of a sheet of its own',
  async ({ fault }: { fault: Fault }) => {
    const written = 2;
    const plan = planOf([cells('Suivi', 'B2', [[{ value: 111 }]])]);
    for (let trip = written + 1; trip < written + 5; trip++) {
      const result = await disturbed(plan, [
        [written, typed('Suivi', 'B2')],
        [trip, fault],
      ]);
      const inItsRow = fault.kind === 'insertRows' ? 'B3' : 'B2';
      const isMoved = (await at('Suivi', inItsRow)) !== 'PERSONNE';
      if (isMoved) expect([trip, await at('Suivi 2', 'B2')]).toEqual([trip, 'PERSONNE']);
      const cell = isMoved ? { sheet: 'Suivi 2', cell: 'B2' } : { sheet: 'Suivi', cell: 'B2' };
      const { failure } = result.ok ? { failure: null } : result;
      expect([trip, failure?.code === 'editsKept' ? failure.cells : [failure]]).toEqual([
        trip,
        expect.arrayContaining([expect.objectContaining(cell)]),
      ]);
      expect(sheetNames()).toHaveLength(isMoved ? 3 : 2);
    }
  },
);
