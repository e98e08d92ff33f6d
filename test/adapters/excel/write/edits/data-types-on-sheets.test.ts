/**
 * A data type or an image that somebody puts on a sheet of ours: an undo does not delete it with the sheet, whatever
 * its text. Where it came at that moment, only its text is kept, and its cell is named.
 */
import type { WritePlan } from '../../../../../src/workbook/plan';
import type { GridValue } from '../../../../../workbench/host/grid';
import { startExcel, valueOf, type StartedExcel } from '../../../../support/excel/excel';
import { workbookOf } from '../../../../support/excel/grid-workbook';

/** The text that we wrote, converted to a geographic type. */
const SAME_TEXT: GridValue = { error: 'Monaco', isEntity: true };
const STOCK: GridValue = { error: 'MSFT', isEntity: true };

const DOC: WritePlan = {
  purpose: 'documents',
  expected: [],
  steps: [
    { kind: 'addSheet', sheet: 'Doc' },
    { kind: 'setCells', sheet: 'Doc', top: 0, left: 0, cells: [[{ value: 'Monaco' }, { value: 12 }]] },
    { kind: 'setCells', sheet: 'Suivi', top: 0, left: 2, cells: [[{ value: 'Contrôle' }]] },
  ],
  keepsUndo: true,
};

let excel: StartedExcel;
beforeEach(() => {
  excel = startExcel(workbookOf([{ name: 'Suivi', blocks: { A1: [['Axe', 'AE']] } }]));
});
afterEach(() => excel.dispose());

const idOf = (name: string): string => excel.grid.sheets().find((sheet) => sheet.name === name)?.id ?? '';
const put = (value: GridValue, column: number) => (): void =>
  excel.grid.actingAs('coauthor', () => excel.grid.writeCells(idOf('Doc'), 0, column, [[{ value }]]));
const held = (): unknown =>
  idOf('Doc') === '' ? [] : excel.grid.readValues(idOf('Doc'), { top: 0, left: 0, rows: 1, columns: 3 })[0];

/** The undo reads by two requests, writes the ledger by the third, and deletes the sheet by the fourth. */
test.each`
  put          | column | request | outcome                                         | left
  ${SAME_TEXT} | ${0}   | ${0}    | ${{ failure: 'changedMeanwhile A1' }}           | ${[SAME_TEXT, 12, null]}
  ${SAME_TEXT} | ${0}   | ${3}    | ${{ failure: 'changedMeanwhile A1' }}           | ${[SAME_TEXT, 12, null]}
  ${SAME_TEXT} | ${0}   | ${4}    | ${{ kept: [{ cell: 'A1', isTextOnly: true }] }} | ${['Monaco', null, null]}
  ${STOCK}     | ${2}   | ${0}    | ${{ failure: 'changedMeanwhile C1' }}           | ${['Monaco', 12, STOCK]}
  ${STOCK}     | ${2}   | ${3}    | ${{ failure: 'changedMeanwhile C1' }}           | ${['Monaco', 12, STOCK]}
  ${STOCK}     | ${2}   | ${4}    | ${{ kept: [{ cell: 'C1', isTextOnly: true }] }} | ${[null, null, 'MSFT']}
  ${'un mot'}  | ${2}   | ${4}    | ${{ kept: [{ cell: 'C1' }] }}                   | ${[null, null, 'un mot']}
`('$put.error in column $column before request $request of the undo', async (row) => {
  const { undo } = valueOf(await excel.workbook.apply(DOC));
  excel.host.faults.at(row.request as number, { kind: 'act', act: put(row.put as GridValue, row.column as number) });
  const done = await excel.workbook.apply(undo);
  const failure = done.ok || !('cell' in done.failure) ? null : `${done.failure.code} ${done.failure.cell}`;
  const kept = done.ok ? (done.value.kept ?? []).map(({ sheet: _, ...one }) => one) : [];
  expect([failure ? { failure } : { kept }, held()]).toEqual([row.outcome, row.left]);
});
