/**
 * Codes corrected in several requests, in rows of which some have the right code already: rows are inserted, deleted or
 * sorted between any two of the requests. The writing is rolled back, and each row is as before, wherever it is now.
 */
import type { WritePlan, WriteStep } from '../../../../../src/workbook/plan';
import type { GridValue } from '../../../../../workbench/host/grid';
import { startExcel, valueOf, type StartedExcel } from '../../../../support/excel/excel';
import { workbookOf } from '../../../../support/excel/grid-workbook';

const [RIGHT, WRONG] = ['010300000104', '10300000104'];
/** Rows of the same codes, days and amounts but a few. */
const LEDGER = [
  ['Axe', 'Poste', 'Activité', 'N° EJ', 'Date', 'AE', 'Payé le', 'CP'],
  ['PDE', 'Frais', WRONG, '1400000001', 45000, 1000, 45100, 600],
  ['PDE', 'Frais', RIGHT, '1400000002', 45001, 2000, 45100, 300],
  ['pde', 'Frais', WRONG, '1400000003', 45002, 'texte', 45100, 400],
  ['PDE', 'Frais', WRONG, '1400000004', 45003, 4000, 45100, 500],
  ['PDE', 'Frais', RIGHT, '1400000005', 45004, 5000, 45100, 500],
];
const [FIRST_BODY, COLUMNS] = [1, 8];

const correction = (top: number, left: number, value: GridValue): WriteStep => ({
  ...{ kind: 'setCells', sheet: 'Suivi', top, left },
  cells: [[{ value: value as string | number }]],
});
const PLAN: WritePlan = {
  purpose: 'repair',
  expected: [],
  keepsUndo: true,
  steps: [correction(3, 5, 3000), correction(1, 2, RIGHT), correction(3, 2, RIGHT), correction(4, 2, RIGHT)],
};

let excel: StartedExcel;
beforeEach(start);
afterEach(() => excel.dispose());

function start(): void {
  const oneByOne = { requestBytes: 1 }; // a step, or a row of cells, in a request
  excel = startExcel(workbookOf([{ name: 'Suivi', blocks: { A1: LEDGER } }]), oneByOne);
}

const sheetId = (): string => excel.grid.sheets()[0]?.id ?? '';

function rowsNow(): GridValue[][] {
  const all = { top: FIRST_BODY, left: 0, rows: 12, columns: COLUMNS };
  const rows = excel.grid.readValues(sheetId(), all).map((row) => [...row]);
  return rows.filter((row) => row.some((value) => value !== null && value !== ''));
}

function reverse(): void {
  const rows = rowsNow().reverse();
  const cells = rows.map((row) => row.map((value) => ({ value })));
  const body = { top: FIRST_BODY, left: 0, rows: cells.length, columns: COLUMNS };
  excel.host.sort(sheetId(), body, () => excel.grid.writeCells(sheetId(), FIRST_BODY, 0, cells));
}

const ACTS: Readonly<Record<string, () => void>> = {
  'a row inserted above': () => excel.grid.insertRows(sheetId(), FIRST_BODY, 1),
  'two rows inserted among them': () => excel.grid.insertRows(sheetId(), 3, 2),
  'a row without a correction deleted': () => excel.grid.deleteRows(sheetId(), 2, 1),
  'the rows in the reverse order': reverse,
};

test.each(Object.keys(ACTS))('%s, between any two requests', async (what) => {
  valueOf(await excel.workbook.apply(PLAN));
  const requests = excel.roundTrips();
  expect(requests).toBeGreaterThan(4);
  for (let request = 2; request < requests; request++) {
    excel.dispose();
    start();
    const act = (): void => excel.grid.actingAs('coauthor', () => ACTS[what]?.());
    excel.host.faults.at(request, { kind: 'act', act });
    const { ok } = await excel.workbook.apply(PLAN);
    await excel.host.settled();
    const isLeft = what.includes('deleted') ? ([, , , ej]: readonly GridValue[]) => ej !== '1400000002' : () => true;
    const former = LEDGER.slice(FIRST_BODY).filter(isLeft);
    const now = rowsNow().sort((one, other) => String(one[3]).localeCompare(String(other[3])));
    expect([request, ok, now]).toEqual([request, false, former]);
  }
});
