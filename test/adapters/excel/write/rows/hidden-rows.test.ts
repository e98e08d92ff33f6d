/**
 * A filter hides rows of the ledger. Some Excels write several rows at once into the visible ones alone, each with the
 * first row (office-js #224): whatever is written, undone or rolled back is in its own row all the same, or refused.
 */
import type { PlannedCell, WritePlan, WriteStep } from '../../../../../src/workbook/plan';
import { everythingIn, startExcel, valueOf, type StartedExcel } from '../../../../support/excel/excel';
import { workbookOf } from '../../../../support/excel/grid-workbook';

const ROWS = 40;
const CODES = Array.from({ length: ROWS }, (_, row) => `10300000${100 + row}`);
/** As a filter on one of two envelopes leaves them. */
const HIDDEN = CODES.flatMap((_, row) => (row % 3 === 0 ? [] : [row]));

let excel: StartedExcel;
afterEach(() => excel.dispose());

function start(hiddenRows: readonly number[]): void {
  const blocks = { A1: CODES.map((code, row) => [code, row, `=B${row + 1}*2`]) };
  excel = startExcel(workbookOf([{ name: 'Suivi', blocks, more: { hiddenRows } }]));
  excel.host.model.weaknesses.add('writesVisibleRows');
}

function hide(rows: readonly number[]): void {
  const [sheet] = excel.grid.sheets();
  for (const row of rows) excel.grid.setRowsHidden(sheet?.id ?? '', row, 1, true);
}

const longer = (row: number): string => `0${CODES[row]}`;

/** Each lost zero, as the corrections of the pane have them: one cell a step. */
const CORRECTIONS = CODES.map((_, top): WriteStep => ({
  ...{ kind: 'setCells', sheet: 'Suivi', top, left: 0 },
  cells: [[{ value: longer(top), style: 'repairedText' }]],
}));

/** The same in one step, with formulas and looks beside. */
const RECTANGLE: readonly WriteStep[] = [
  {
    ...{ kind: 'setCells', sheet: 'Suivi', top: 0, left: 0 },
    cells: CODES.map((_, row): PlannedCell[] => [
      { value: longer(row), style: 'text' },
      { value: row * 10, style: 'amount' },
      { value: null, formula: `=B${row + 1}*3` },
    ]),
  },
];

/** Three cells of forty. */
const SCATTERED = CORRECTIONS.filter((_, row) => row % 19 === 1);

const planOf = (steps: readonly WriteStep[]): WritePlan => ({
  purpose: 'repair',
  expected: [],
  steps,
  keepsUndo: true,
});

async function codes(): Promise<readonly unknown[]> {
  await excel.host.settled();
  const cells = excel.grid.contents().sheets[0]?.cells ?? [];
  return CODES.map((_, row) => cells.find((cell) => cell.row === row && cell.column === 0)?.value);
}

describe.each`
  steps          | hidden                    | title
  ${CORRECTIONS} | ${HIDDEN}                 | ${'corrections of each row, two rows of three hidden'}
  ${CORRECTIONS} | ${CODES.map((_, r) => r)} | ${'corrections of each row, all hidden'}
  ${RECTANGLE}   | ${HIDDEN}                 | ${'a rectangle with its looks'}
  ${SCATTERED}   | ${HIDDEN}                 | ${'a few corrections'}
`('$title', ({ steps, hidden }: { steps: readonly WriteStep[]; hidden: readonly number[] }) => {
  const written = CODES.map((code, row) => (steps === SCATTERED && row % 19 !== 1 ? code : longer(row)));

  test('each value in its row; undone, all is as before', async () => {
    start(hidden);
    const before = await everythingIn(excel);
    const { undo } = valueOf(await excel.workbook.apply(planOf(steps)));
    expect(await codes()).toEqual(written);
    valueOf(await excel.workbook.apply(undo));
    expect(await codes()).toEqual(CODES);
    const [sheet] = excel.grid.contents().sheets;
    expect(JSON.stringify(before)).toContain(JSON.stringify(sheet?.hiddenRows));
  });

  test('refused half way, all is as before', async () => {
    start(hidden);
    const plan = planOf([...steps, { kind: 'addSheet', sheet: 'Doc' }]);
    excel.host.faults.at(2, { kind: 'failAction', at: 40, code: 'GeneralException' });
    const done = await excel.workbook.apply(plan);
    expect([done.ok, await codes()]).toEqual([false, CODES]);
  });

  test.each([3, 4, 5, 6, 7])('filtered before request %d, which rolls back: all is as before', async (request) => {
    start([]);
    const plan = planOf([...steps, { kind: 'addSheet', sheet: 'Doc' }]);
    excel.host.faults.at(2, { kind: 'failAction', at: 40, code: 'GeneralException' });
    excel.host.faults.at(request, { kind: 'act', act: () => hide(hidden) });
    const done = await excel.workbook.apply(plan);
    expect([done.ok, await codes()]).toEqual([false, CODES]);
  });

  test('filtered in the instant before the request: refused, all is as before', async () => {
    start([]);
    const trips = await tripsOf(planOf(steps));
    start([]);
    excel.host.faults.at(trips - 1, { kind: 'act', act: () => hide(hidden) });
    const done = await excel.workbook.apply(planOf(steps));
    expect(await codes()).toEqual(done.ok ? written : CODES);
  });
});

/** Round trips of a plan that nothing disturbs, its last one being the writing. */
async function tripsOf(plan: WritePlan): Promise<number> {
  valueOf(await excel.workbook.apply(plan));
  const trips = excel.roundTrips();
  excel.dispose();
  return trips;
}
