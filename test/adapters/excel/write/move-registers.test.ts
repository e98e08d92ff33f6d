/** The registers of an earlier version moved over the real client: formulas follow, and the undo takes all of it back. */
import type { WritingFollower } from '../../../../src/application/ports';
import { planMoveRegisters } from '../../../../src/application/writing/move-registers';
import { undoOfRecord } from '../../../../src/application/writing/undo-of-record';
import type { WritePlan, WriteStep } from '../../../../src/workbook/plan';
import { readUndoRecord } from '../../../../src/workbook/registers/undo-record';
import { registersAway } from '../../../../src/workbook/registers/registers-away';
import { findTable, valueAt, type WorkbookSnapshot } from '../../../../src/workbook/snapshot';
import { convention2023 } from '../../../support/conventions';
import { everythingIn, startExcel, valueOf, type StartedExcel } from '../../../support/excel/excel';
import { workbookOf } from '../../../support/excel/grid-workbook';
import { ONE_SHEET, registersOnOneSheet } from '../../../support/ledgers/registers-on-one-sheet';

let excel: StartedExcel;
let before: unknown;

beforeEach(async () => {
  excel = startExcel(workbookOf([{ name: 'Calculs' }]), { computes: true });
  const old = { purpose: 'initialise', expected: [], steps: registersOnOneSheet(convention2023()) } as const;
  valueOf(await excel.workbook.apply(old));
  const { area } = table(await excel.read(), 'ENV_Postes');
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Calculs');
    // One formula by the table, one by the address of a cell of it.
    sheet.getRange('A1:B1').formulas = [
      ['=SUM(ENV_Postes[Montant délégué])', `=${ONE_SHEET}!${column(area.left + 1)}${area.top + 2}`],
    ];
    await context.sync();
  });
  await excel.host.settled();
  before = await everythingIn(excel);
});

afterEach(() => excel.dispose());

function table(workbook: WorkbookSnapshot, name: string) {
  const found = findTable(workbook, name);
  if (!found) throw new Error(name);
  return found;
}

function column(number: number): string {
  return number < 26
    ? String.fromCharCode(65 + number)
    : String.fromCharCode(64 + Math.floor(number / 26)) + column(number % 26);
}

async function planned(): Promise<WritePlan> {
  return { ...valueOf(planMoveRegisters(await excel.read())), keepsUndo: true };
}

async function calculated(): Promise<readonly unknown[]> {
  await excel.host.settled();
  const sheet = (await excel.read()).sheets.find(({ name }) => name === 'Calculs');
  return sheet ? [valueAt(sheet, 0, 0), valueAt(sheet, 0, 1)] : [];
}

test('formulas by table and by address give the same values from the new place; undone, all is as before', async () => {
  const values = await calculated();
  expect(values).toEqual([600_000, expect.stringContaining('Prestations')]);
  const { undo } = valueOf(await excel.workbook.apply(await planned()));
  expect(await calculated()).toEqual(values);
  const workbook = await excel.read();
  expect(registersAway(workbook)).toEqual([]);
  expect(table(workbook, 'ENV_Postes').sheet).toBe('Enveloppes et postes');
  expect(table(workbook, 'ENV_Convention').sheet).toBe(ONE_SHEET);
  valueOf(await excel.workbook.apply(undo));
  await excel.host.settled();
  expect(await everythingIn(excel)).toEqual(before);
});

test('undone after a reload, with the rows typed meanwhile; what was typed at a former place is named first', async () => {
  const { area: former } = table(await excel.read(), 'ENV_Postes');
  valueOf(await excel.workbook.apply(await planned()));
  await excel.host.settled();
  const type = (typed: string | null) =>
    excel.run(async (context) => {
      const below = context.workbook.tables.getItem('ENV_RAP').getRange().getRowsBelow(1);
      if (typed !== null) below.values = [['1405508811', 12, 2023]];
      const cell = context.workbook.worksheets.getItem(ONE_SHEET).getCell(former.top + 1, former.left);
      cell.values = [[typed ?? '']];
      await context.sync();
    });
  await type('à moi');
  expect(await excel.workbook.apply(await keptUndo())).toEqual({
    ok: false,
    failure: { code: 'changedMeanwhile', sheet: ONE_SHEET, cell: `${column(former.left)}${former.top + 2}` },
  });
  await type(null);
  valueOf(await excel.workbook.apply(await keptUndo()));
  const after = await excel.read();
  const { sheet, area } = table(after, 'ENV_RAP');
  const home = after.sheets.find(({ name }) => name === sheet);
  expect(sheet).toBe(ONE_SHEET);
  expect(home && valueAt(home, area.top + area.rows - 1, area.left + 1)).toBe(12);
});

describe('typed while the undo moves the tables back, then deletes their sheets', () => {
  /** Undoes; « Poste de Léa » is typed in a table at the request that moves it, « à moi » beside it at another one. */
  async function undoWith(trips: { readonly inTable: number; readonly beside: number } | null) {
    const { undo } = valueOf(await excel.workbook.apply(await planned()));
    const { sheet, area } = table(await excel.read(), 'ENV_Postes');
    const typed = { kind: 'edit', sheet } as const;
    const address = `${column(area.left + 1)}${area.top + 2}`;
    if (trips) excel.host.faults.at(trips.inTable, { ...typed, address, value: 'Poste de Léa' });
    if (trips) excel.host.faults.at(trips.beside, { ...typed, address: 'AB300', value: 'à moi' });
    excel.roundTrips();
    const applied = await excel.workbook.apply(undo);
    return { trips: excel.roundTrips(), applied };
  }

  async function lineTyped(): Promise<readonly unknown[]> {
    const { sheet, area } = table(await excel.read(), 'ENV_Postes');
    return [sheet, await typedIn(sheet, area.top + 1, area.left + 1)];
  }

  test('in a table it moves with it; beside it, the request that deletes the sheet gives it back', async () => {
    const { trips } = await undoWith(null);
    const { applied } = await undoWith({ inTable: trips - 2, beside: trips - 1 });
    expect(valueOf(applied).kept).toEqual([{ sheet: 'Enveloppes et postes', cell: 'AB300' }]);
    expect(await lineTyped()).toEqual([ONE_SHEET, 'Poste de Léa']);
  });

  test('beside it one request earlier, nothing is deleted, and the tables stay where they were', async () => {
    const { trips } = await undoWith(null);
    const { applied } = await undoWith({ inTable: trips - 2, beside: trips - 2 });
    const failure = { code: 'changedMeanwhile', sheet: 'Enveloppes et postes', cell: 'AB300' };
    expect(applied).toEqual({ ok: false, failure });
    expect(await lineTyped()).toEqual(['Enveloppes et postes', 'Poste de Léa']);
  });
});

test('the same content, typed at the place that a table left just before its sheet is deleted, is kept', async () => {
  const { undo } = valueOf(await excel.workbook.apply(await planned()));
  const { sheet, area } = table(await excel.read(), 'ENV_Postes');
  const [row, left] = [area.top + 1, area.left + 1];
  const address = `${column(left)}${row + 1}`;
  const value = await typedIn(sheet, row, left);
  const follower: WritingFollower = {
    progress: (done, total) => {
      if (done === total - 1) excel.host.faults.next({ kind: 'edit', sheet, address, value });
    },
    isStopped: () => false,
  };
  expect(valueOf(await excel.workbook.apply(undo, follower)).kept).toEqual([{ sheet, cell: address }]);
  expect(await typedIn(sheet, row, left)).toBe(value);
});

async function typedIn(sheet: string, row: number, left: number): Promise<string> {
  const found = (await excel.read()).sheets.find(({ name }) => name === sheet);
  return String(found && valueAt(found, row, left));
}

async function keptUndo(): Promise<WritePlan> {
  const workbook = await excel.read();
  const record = readUndoRecord(workbook);
  if (!record) throw new Error('the workbook keeps no undo');
  return undoOfRecord(workbook, record);
}

test('stopped by Excel half way, it leaves no trace', async () => {
  const { steps } = await planned();
  const isDress = ({ kind }: WriteStep): boolean => kind === 'setPage' || kind === 'freezeRows';
  const plan: WritePlan = { purpose: 'registers', expected: [], steps: steps.filter((step) => !isDress(step)) };
  const asked = excel.host.requests.length;
  const { undo } = valueOf(await excel.workbook.apply(plan));
  const writing = excel.host.requests.length - asked - 1;
  const actions = excel.host.requests.at(-1)?.actions ?? 1;
  valueOf(await excel.workbook.apply(undo));
  await excel.host.settled();
  excel.host.faults.at(writing, { kind: 'failAction', at: Math.floor(actions / 2), code: 'GeneralException' });
  expect(await excel.workbook.apply(plan)).toMatchObject({ ok: false, failure: { code: 'hostRefused' } });
  await excel.host.settled();
  expect(await everythingIn(excel)).toEqual(before);
});
