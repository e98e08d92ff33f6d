/**
 * An undo or a rollback deletes a sheet of ours while somebody types in it: the entry comes after the check that the
 * sheet holds only our cells. The sheet is there again, with the entry alone.
 */
import type { AppliedPlan } from '../../../../src/application/ports';
import { Session } from '../../../../src/application/session/session';
import { workbookOf } from '../../../../src/application/session/session-state';
import type { Result } from '../../../../src/domain/result';
import type { Failure } from '../../../../src/workbook/failure';
import type { PlannedCell, WritePlan, WriteStep } from '../../../../src/workbook/plan';
import { valueAt } from '../../../../src/workbook/snapshot';
import type { Fault } from '../../../../workbench/host/faults';
import type { GridValue } from '../../../../workbench/host/grid';
import { startExcel, valueOf, type StartedExcel } from '../../../support/excel/excel';
import { generate } from '../../../support/excel/generate';
import { area, workbookOf as gridWorkbook } from '../../../support/excel/grid-workbook';
import { HandClock, HandTimers, noFiles } from '../../../support/excel/memory-workbook';
import { START } from '../../../support/troubles/scene';
import { gridOf } from '../../../support/troubles/scene-grid';

const CONTENTS = gridWorkbook([{ name: 'Suivi', blocks: { A1: [['Axe'], ['PDE'], ['SRE']] } }]);

let excel: StartedExcel;
let isOpen = false;
afterEach(close);

function open(): void {
  close();
  excel = startExcel(CONTENTS);
  isOpen = true;
}

function close(): void {
  if (isOpen) excel.dispose();
  isOpen = false;
}

function cells(sheet: string, address: string, rows: readonly (readonly PlannedCell[])[]): WriteStep {
  const { top, left } = area(address);
  return { kind: 'setCells', sheet, top, left, cells: rows };
}

/** A document with two formulas on the ledger. */
function pageOf(sheet: string): readonly WriteStep[] {
  const formula = (row: number): PlannedCell => ({ value: 'PDE', formula: `=Suivi!A${row}` });
  return [
    { kind: 'addSheet', sheet },
    cells(sheet, 'A1', [[{ value: sheet }], [formula(2)], [formula(3)], [{ value: 100 }]]),
  ];
}

function planOf(steps: readonly WriteStep[]): WritePlan {
  return { purpose: 'documents', expected: [], steps };
}

const DOC = planOf(pageOf('Doc'));

/** Every cell of a sheet, as in the formula bar; null when there is no such sheet. */
async function cellsOf(sheet: string): Promise<Readonly<Record<string, unknown>> | null> {
  await excel.host.settled();
  const found = excel.grid.contents().sheets.find(({ name }) => name === sheet);
  const filled = found?.cells.filter(({ value, formula }) => formula !== undefined || (value ?? null) !== null);
  if (!filled) return null;
  return Object.fromEntries(
    filled.map(({ row, column, value, formula }) => [`${'ABCDEFG'[column]}${row + 1}`, formula ?? value]),
  );
}

const sheetNames = (): string[] => excel.grid.sheets().map(({ name }) => name);

const typed = (sheet: string, address: string, value: GridValue = 'PERSONNE'): Fault => ({
  kind: 'edit',
  sheet,
  address,
  value,
});

const acting = (act: () => void): Fault => ({ kind: 'act', act });

function write(sheet: string, address: string, formula: string): void {
  const { top, left } = area(address);
  const id = excel.grid.sheets().find(({ name }) => name === sheet)?.id ?? '';
  excel.grid.actingAs('user', () => excel.grid.writeCells(id, top, left, [[{ formula }]]));
}

type Faults = readonly (readonly [trip: number, fault: Fault])[];

/** The undo of a plan; the faults come at its round trips. */
async function undone(plan: WritePlan, faults: Faults): Promise<Result<AppliedPlan, Failure>> {
  open();
  const { undo } = valueOf(await excel.workbook.apply(plan));
  for (const [trip, fault] of faults) excel.host.faults.at(trip, fault);
  excel.roundTrips();
  return excel.workbook.apply(undo);
}

/** The round trip of the request that deletes: the last one of an undo that nothing disturbs. */
async function lastTrip(plan: WritePlan): Promise<number> {
  valueOf(await undone(plan, []));
  return excel.roundTrips() - 1;
}

test.each`
  entry                                   | address | value
  ${'a text in an empty cell'}            | ${'C9'} | ${'PERSONNE'}
  ${'an amount over one of ours'}         | ${'A4'} | ${348}
  ${'a text that looks like a formula'}   | ${'B2'} | ${'=à revoir'}
  ${'a text that looks like an amount'}   | ${'B2'} | ${'0012'}
  ${'a text that begins with apostrophe'} | ${'B2'} | ${"'ainsi"}
`(
  '$entry, at any moment of the undo of its sheet, is kept',
  async ({ address, value }: { address: string; value: GridValue }) => {
    const last = await lastTrip(DOC);
    for (let trip = 0; trip <= last; trip++) {
      const result = await undone(DOC, [[trip, typed('Doc', address, value)]]);
      if (trip < last) {
        expect([trip, result.ok]).toEqual([trip, false]);
        expect([trip, await cellsOf('Doc')]).toMatchObject([trip, { A2: '=Suivi!A2', [address]: value }]);
        continue;
      }
      expect(valueOf(result).kept).toEqual([{ sheet: 'Doc', cell: address }]);
      expect(await cellsOf('Doc')).toEqual({ [address]: value });
    }
  },
);

test('nobody types: the sheet is gone, and nothing is reported as kept', async () => {
  expect(valueOf(await undone(DOC, []))).not.toHaveProperty('kept');
  expect(sheetNames()).toEqual(['Suivi']);
});

test('two entries of the same moment are both kept, one of them over our formula', async () => {
  const last = await lastTrip(DOC);
  const result = await undone(DOC, [
    [last, acting(() => write('Doc', 'A2', '=Suivi!A3'))],
    [last, typed('Doc', 'B7', 12)],
  ]);
  expect(valueOf(result).kept).toEqual([
    { sheet: 'Doc', cell: 'A2' },
    { sheet: 'Doc', cell: 'B7' },
  ]);
  expect(await cellsOf('Doc')).toEqual({ A2: '=Suivi!A3', B7: 12 });
});

test('of two sheets that are undone, each has its entries again; without one, it is gone', async () => {
  const both = planOf([...pageOf('Doc'), ...pageOf('Bilan')]);
  const last = await lastTrip(both);
  const [one, other] = [typed('Doc', 'C9'), typed('Bilan', 'A1', 7)] as const;
  expect(valueOf(await undone(both, [[last, one]])).kept).toEqual([{ sheet: 'Doc', cell: 'C9' }]);
  expect(sheetNames()).toEqual(['Suivi', 'Doc']);
  const result = await undone(both, [
    [last, one],
    [last, other],
  ]);
  expect(valueOf(result).kept).toHaveLength(2);
  expect([await cellsOf('Doc'), await cellsOf('Bilan')]).toEqual([{ C9: 'PERSONNE' }, { A1: 7 }]);
});

test('rows that somebody inserts at that moment displace our cells: they are no entries', async () => {
  const last = await lastTrip(DOC);
  for (const sheet of ['Suivi', 'Doc']) {
    const inserted: Fault = { kind: 'insertRows', sheet, top: 1, count: 1 };
    expect(valueOf(await undone(DOC, [[last, inserted]]))).not.toHaveProperty('kept');
    expect(sheetNames()).toEqual(['Suivi']);
    const result = await undone(DOC, [
      [last, inserted],
      [last, typed('Doc', 'C9')],
    ]);
    expect(valueOf(result).kept).toEqual([{ sheet: 'Doc', cell: 'C9' }]);
    expect(await cellsOf('Doc')).toEqual({ C9: 'PERSONNE' });
  }
});

test('a sheet renamed at that moment is kept under its new name', async () => {
  const last = await lastTrip(DOC);
  const result = await undone(DOC, [
    [last, typed('Doc', 'C9')],
    [last, { kind: 'renameSheet', sheet: 'Doc', to: 'Bilan' }],
  ]);
  expect(valueOf(result).kept).toEqual([{ sheet: 'Bilan', cell: 'C9' }]);
  expect(await cellsOf('Bilan')).toEqual({ C9: 'PERSONNE' });
});

test('a formula that uses another deleted sheet is kept as text', async () => {
  const both = planOf([...pageOf('Doc'), ...pageOf('Bilan')]);
  const last = await lastTrip(both);
  valueOf(await undone(both, [[last, acting(() => write('Doc', 'C9', '=Bilan!A1'))]]));
  const [cell] = excel.grid.contents().sheets.find(({ name }) => name === 'Doc')?.cells ?? [];
  expect(cell).toMatchObject({ value: '=Bilan!A1' });
  expect(cell?.formula).toBeUndefined();
});

test('somebody makes a sheet of that name meanwhile: it is left alone, and the entry goes to the next name', async () => {
  const last = await lastTrip(DOC);
  for (const trip of [last + 1, last + 2]) {
    const makeSheet = (): void => {
      const { id } = excel.grid.addSheet('Doc');
      excel.grid.writeCells(id, 0, 0, [[{ value: 'à nous' }]]);
    };
    const result = await undone(DOC, [
      [last, typed('Doc', 'C9')],
      [trip, acting(makeSheet)],
    ]);
    expect([trip, valueOf(result).kept]).toEqual([trip, [{ sheet: 'Doc 2', cell: 'C9' }]]);
    expect([await cellsOf('Doc'), await cellsOf('Doc 2')]).toEqual([{ A1: 'à nous' }, { C9: 'PERSONNE' }]);
  }
});

test.each<Fault>([
  { kind: 'refuse', refusal: 'activityLimit' },
  { kind: 'loseAnswer', refusal: 'connectionLost' },
  ...[0, 4, 8].map((at): Fault => ({ kind: 'failAction', at, code: 'GeneralException' })),
])('the entry is written once when Excel fails while it is given back (%j)', async (fault) => {
  const last = await lastTrip(DOC);
  for (const trip of [last + 1, last + 2]) {
    const result = await undone(DOC, [
      [last, typed('Doc', 'C9')],
      [trip, fault],
    ]);
    expect([trip, valueOf(result).kept]).toEqual([trip, [{ sheet: 'Doc', cell: 'C9' }]]);
    expect([sheetNames(), await cellsOf('Doc')]).toEqual([['Suivi', 'Doc'], { C9: 'PERSONNE' }]);
  }
});

test('Excel refuses to the end: the failure names the cell with its content', async () => {
  const last = await lastTrip(DOC);
  const refused: Faults = Array.from({ length: 20 }, (_, more) => [
    last + 1 + more,
    { kind: 'refuse', refusal: 'noPermission' },
  ]);
  expect(await undone(DOC, [[last, typed('Doc', 'C9')], ...refused])).toEqual({
    ok: false,
    failure: { code: 'entriesLost', entries: [{ sheet: 'Doc', cell: 'C9', content: 'PERSONNE' }] },
  });
});

/** The session after the undo of a document, in which somebody types at this request. */
async function undoneAt(request: number): Promise<Session> {
  excel = startExcel(gridOf(START));
  isOpen = true;
  const session = new Session(excel.workbook, new HandClock('2023-12-31'), new HandTimers(), noFiles);
  await session.start();
  await generate(session, ['annexe1']);
  expect(sheetNames()).toContain('Annexe 1');
  const apply = excel.workbook.apply.bind(excel.workbook);
  excel.workbook.apply = (plan) => {
    excel.host.faults.at(request, typed('Annexe 1', 'F99'));
    return apply(plan);
  };
  await session.undo();
  return session;
}

test('the session reports the cell that an undo keeps, and has read it', async () => {
  const { notice, phase, undoable } = (await undoneAt(4)).state(); // the request that deletes the sheet
  const kept = [{ sheet: 'Annexe 1', cell: 'F99' }];
  expect([undoable, notice]).toMatchObject([null, { kind: 'written', purpose: 'undo', kept }]);
  const sheet = workbookOf(phase)?.sheets.find(({ name }) => name === 'Annexe 1');
  expect(sheet && valueAt(sheet, 98, 5)).toBe('PERSONNE');
});

test('an entry before that request is found by the one before it: nothing is deleted, and the undo is still offered', async () => {
  const { notice, phase, undoable } = (await undoneAt(3)).state();
  const failure = { code: 'changedMeanwhile', sheet: 'Annexe 1', cell: 'F99' };
  expect([undoable, notice]).toMatchObject(['documents', { kind: 'failed', failure }]);
  const sheet = workbookOf(phase)?.sheets.find(({ name }) => name === 'Annexe 1');
  expect(sheet && [valueAt(sheet, 98, 5), valueAt(sheet, 0, 0)]).toEqual(['PERSONNE', expect.any(String)]);
});

describe('an undo that also restores a cell of the ledger', () => {
  const both = planOf([...pageOf('Doc'), cells('Suivi', 'A2', [[{ value: 'écrit' }]])]);

  test('is refused when somebody edits that cell, and no sheet is deleted, whenever the edit comes', async () => {
    const last = await lastTrip(both);
    const page = await writtenPage();
    for (let trip = 0; trip < last; trip++) {
      const result = await undone(both, [
        [trip, typed('Suivi', 'A2', 'à moi')],
        [trip, typed('Doc', 'C9')],
      ]);
      expect([trip, result]).toMatchObject([trip, { ok: false }]);
      expect([trip, await cellsOf('Suivi')]).toMatchObject([trip, { A2: 'à moi' }]);
      expect([trip, await cellsOf('Doc')]).toEqual([trip, { ...page, C9: 'PERSONNE' }]);
    }
  });

  test('is done when the edit comes once the cell is restored: the edit stays, as does the entry', async () => {
    const last = await lastTrip(both);
    const result = await undone(both, [
      [last, typed('Suivi', 'A2', 'à moi')],
      [last, typed('Doc', 'C9')],
    ]);
    expect(valueOf(result).kept).toEqual([{ sheet: 'Doc', cell: 'C9' }]);
    expect([await cellsOf('Doc'), await cellsOf('Suivi')]).toMatchObject([{ C9: 'PERSONNE' }, { A2: 'à moi' }]);
  });

  /** The cells of the document, as written. */
  async function writtenPage(): Promise<Readonly<Record<string, unknown>> | null> {
    open();
    valueOf(await excel.workbook.apply(both));
    return cellsOf('Doc');
  }
});

test('a sheet that somebody deletes at that moment stops the deletion of no other', async () => {
  const both = planOf([...pageOf('Doc'), ...pageOf('Bilan'), cells('Suivi', 'A2', [[{ value: 'écrit' }]])]);
  const last = await lastTrip(both);
  for (const sheet of ['Doc', 'Bilan']) {
    valueOf(await undone(both, [[last, { kind: 'deleteSheet', sheet }]]));
    expect([sheetNames(), await cellsOf('Suivi')]).toEqual([['Suivi'], { A1: 'Axe', A2: 'PDE', A3: 'SRE' }]);
  }
});

test('a rollback that deletes the new sheet keeps the entry, and names it', async () => {
  const name: WriteStep = { kind: 'setName', name: 'ENV_X', sheet: 'Doc', area: area('A1:A4') };
  const plan = planOf([...pageOf('Doc'), name, cells('Suivi', 'A2', [[{ value: 'écrit' }]])]);
  let kept = 0;
  for (let trip = 2; trip < 9; trip++) {
    open();
    const failing = planOf([...plan.steps, { kind: 'deleteName', name: 'ENV_ABSENT' }]);
    excel.host.faults.at(
      trip,
      acting(() => typeInDoc()),
    );
    const result = await excel.workbook.apply(failing);
    expect([trip, result.ok]).toEqual([trip, false]);
    expect([trip, await cellsOf('Suivi')]).toEqual([trip, { A1: 'Axe', A2: 'PDE', A3: 'SRE' }]);
    const left = await cellsOf('Doc');
    if (left === null) continue;
    kept++;
    expect([trip, left]).toEqual([trip, { C9: 'PERSONNE' }]);
    expect(result).toMatchObject({ failure: { code: 'editsKept', cells: [{ sheet: 'Doc', cell: 'C9' }] } });
  }
  expect(kept).toBeGreaterThan(2);
});

/** Somebody types in the new sheet, once it is there. */
function typeInDoc(): void {
  const doc = excel.grid.sheets().find(({ name }) => name === 'Doc');
  if (doc) excel.grid.actingAs('user', () => excel.grid.writeCells(doc.id, 8, 2, [[{ value: 'PERSONNE' }]]));
}
