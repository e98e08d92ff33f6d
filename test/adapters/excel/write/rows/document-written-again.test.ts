/**
 * A document is written again with a row less, or more: each of its rows then holds what the one beside it held. A
 * request that fails leaves it as it was, and names no cell as an edit of somebody.
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
  for (let at = 0; at < actions; at++) {
    excel.dispose();
    open(before);
    const contents = excel.grid.contents();
    excel.host.faults.at(WRITING, { kind: 'failAction', at, code: 'GeneralException' });
    const done = await excel.workbook.apply(planOf(after));
    expect([at, done.ok || done.failure.code]).toEqual([at, 'hostRefused']);
    expect(excel.grid.contents()).toEqual(contents);
  }
});
