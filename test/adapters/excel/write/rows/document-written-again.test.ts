/**
 * A document is written again with a row less, or more: each of its rows then holds what the one beside it held. A
 * request that fails leaves it as it was, and names no cell as an edit of somebody; the same when people insert or
 * delete rows in it before the rollback.
 */
import type { WritePlan } from '../../../../../src/workbook/plan';
import { startExcel, valueOf, type StartedExcel } from '../../../../support/excel/excel';
import { workbookOf } from '../../../../support/excel/grid-workbook';

type Row = readonly (string | number | null)[];

const BLANK: Row = [null, null, null, null, null];
const SHORT: readonly Row[] = [
  ['Répartition', null, null, null, null],
  BLANK,
  ['Enveloppe', 'AE', 'CP', 'Écart', 'État'],
  ['PDE', 500, 400, 0, 'Conforme'],
  BLANK,
  ['Contrôles', 'Document', 'Référence', 'Écart', 'État'],
  ['AE : enveloppes', 500, 500, 0, 'Conforme'],
  BLANK,
];
const LONG = [...SHORT.slice(0, 1), ['Programme 103', null, null, null, null], ...SHORT.slice(1)];

let excel: StartedExcel;
afterEach(() => excel.dispose());

const open = (rows: readonly Row[]): StartedExcel =>
  (excel = startExcel(workbookOf([{ name: 'Répartition', blocks: { A1: rows } }])));

const planOf = (rows: readonly Row[]): WritePlan => ({
  purpose: 'documents',
  keepsUndo: true,
  expected: [],
  steps: rows.map((row, top) => ({
    kind: 'setCells',
    sheet: 'Répartition',
    top,
    left: 0,
    cells: [row.map((value) => ({ value }))],
  })),
});

/** The request that writes: after the structure and the cells. */
const WRITING = 2;

test.each([
  ['a row less', LONG, [...SHORT, BLANK]],
  ['a row more', [...SHORT, BLANK], LONG],
])('%s: at whichever action the writing fails, the document is as before', async (_, before, after) => {
  open(before);
  valueOf(await excel.workbook.apply(planOf(after)));
  const actions = excel.host.requests[WRITING]?.actions ?? 0;
  expect(actions).toBeGreaterThan(after.length);
  for (let at = 0; at < actions; at += 2) {
    excel.dispose();
    open(before);
    const contents = excel.grid.contents();
    excel.host.faults.at(WRITING, { kind: 'failAction', at, code: 'GeneralException' });
    const done = await excel.workbook.apply(planOf(after));
    expect([at, done.ok || done.failure.code]).toEqual([at, 'hostRefused']);
    expect(excel.grid.contents()).toEqual(contents);
  }
});

const sheetId = (): string => excel.grid.sheets()[0]?.id ?? '';

function rowsNow(): Row[] {
  const used = excel.grid.usedArea(sheetId(), 'values');
  const rows = used ? excel.grid.readValues(sheetId(), { ...used, top: 0, rows: used.top + used.rows }) : [];
  return rows.map((row) => BLANK.map((_, column) => (row[column] as string | number | null | undefined) ?? null));
}

/** Blank rows next to one another are alike: which of them holds a former text again is not known. */
const filled = (rows: readonly Row[]): readonly Row[] => rows.filter((row) => row.some((cell) => cell !== null));

test.each([
  ['two rows inserted in it', LONG, [...SHORT, BLANK], () => excel.grid.insertRows(sheetId(), 3, 2)],
  ['a row inserted above it', LONG, [...SHORT, BLANK], () => excel.grid.insertRows(sheetId(), 0, 1)],
  ['a row inserted above it, a row more', [...SHORT, BLANK], LONG, () => excel.grid.insertRows(sheetId(), 0, 1)],
  ['its title deleted', LONG, [...SHORT, BLANK], () => excel.grid.deleteRows(sheetId(), 0, 1)],
])('%s before the rollback: each of the other rows is as before, in its order', async (_, before, after, act) => {
  open(before);
  valueOf(await excel.workbook.apply(planOf(after)));
  const actions = excel.host.requests[WRITING]?.actions ?? 0;
  excel.dispose();
  open(before);
  act();
  const wanted = filled(rowsNow());
  const right: number[] = [];
  for (let at = 0; at < actions; at += 5) {
    excel.dispose();
    open(before);
    excel.host.faults.at(WRITING, { kind: 'failAction', at, code: 'GeneralException' });
    excel.host.faults.at(WRITING + 1, { kind: 'act', act });
    expect((await excel.workbook.apply(planOf(after))).ok).toBe(false);
    await excel.host.settled();
    expect([at, filled(rowsNow())]).toEqual([at, wanted]);
    right.push(at);
  }
  expect(right.length).toBeGreaterThan(15);
});

test.each([
  ['a row less', LONG, [...SHORT, BLANK]],
  ['a row more', [...SHORT, BLANK], LONG],
])(
  '%s, in a request that Excel did not do: the document is as before, but for what people type',
  async (_, old, rows) => {
    for (let row = 0; row < rows.length; row++)
      for (const value of ['à moi', null]) {
        open(old);
        const contents = excel.grid.readValues(sheetId(), { top: 0, left: 0, rows: rows.length, columns: 5 });
        const act = (): void =>
          excel.grid.actingAs('user', () => excel.grid.writeCells(sheetId(), row, 1, [[{ value }]]));
        excel.host.faults.at(WRITING, { kind: 'refuse', refusal: 'responseTooLarge' });
        excel.host.faults.at(WRITING + 1, { kind: 'act', act });
        const { purpose, steps } = planOf(rows); // without a record: its cells alone show that nothing was done
        const done = await excel.workbook.apply({ purpose, expected: [], steps });
        const wanted = contents.map((cells, at) => cells.map((cell, c) => (at === row && c === 1 ? value : cell)));
        const found = excel.grid.readValues(sheetId(), { top: 0, left: 0, rows: rows.length, columns: 5 });
        expect([row, value, done.ok, found]).toEqual([row, value, false, wanted]);
        excel.dispose();
      }
    open(old);
  },
);
