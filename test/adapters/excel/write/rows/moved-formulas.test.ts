/**
 * Formulas that an undo restores after rows were inserted, deleted or sorted: with the references that Excel would have
 * given them had they stayed, or not at all. A formula of another row would show another row's figure.
 */
import { undoOfRecord } from '../../../../../src/application/writing/undo-of-record';
import type { PlannedCell, WritePlan } from '../../../../../src/workbook/plan';
import { readUndoRecord } from '../../../../../src/workbook/registers/undo-record';
import { startExcel, valueOf, type StartedExcel } from '../../../../support/excel/excel';
import { workbookOf } from '../../../../support/excel/grid-workbook';

const ROWS = [
  ['Axe', 'Objet', 'AE', 'Tiers', 'Contrôle', 'Cumul'],
  ['PDE', 'étude', 100, 'A'],
  ['PDE', 'site', 200, 'A'],
  ['SRE', 'salon', 300, 'B'],
  ['SF', 'audit', 400, 'C'],
];
const FORMULAS = [2, 3, 4, 5].map((row) => [`=ENVELOPE.CHECK(A${row}:D${row},$A$1:$D$1)`, `=SUM(C$2:C${row})`]);

let excel: StartedExcel;
beforeEach(() => {
  excel = startExcel(
    workbookOf([
      { name: 'Suivi', blocks: { A1: ROWS } },
      { name: 'Bilan', blocks: { A1: [['Total']] } },
    ]),
  );
  const [ledger, summary] = excel.grid.sheets();
  const formulas = FORMULAS.map((row) => row.map((formula) => ({ formula })));
  excel.grid.writeCells(ledger?.id ?? '', 1, 4, formulas);
  excel.grid.writeCells(summary?.id ?? '', 1, 0, [[{ formula: '=SUM(Suivi!C2:C5)' }]]);
});
afterEach(() => excel.dispose());

const sheetId = (name = 'Suivi'): string => excel.grid.sheets().find((sheet) => sheet.name === name)?.id ?? '';

/** The formulas of both columns of « Suivi », and that of « Bilan ». */
function formulasNow(): readonly (string | null)[] {
  const rows = excel.grid.readFormulas(sheetId(), { top: 0, left: 4, rows: 8, columns: 2 }).flat();
  const [[total = null] = []] = excel.grid.readFormulas(sheetId('Bilan'), { top: 1, left: 0, rows: 1, columns: 1 });
  return [...rows, total];
}

/** Values over the formulas of « Suivi » and of « Bilan ». */
function writingValues(): WritePlan {
  const values = FORMULAS.map((row, at): PlannedCell[] => row.map(() => ({ value: at + 1 })));
  return {
    purpose: 'values',
    expected: [],
    keepsUndo: true,
    steps: [
      { kind: 'setCells', sheet: 'Suivi', top: 1, left: 4, cells: values },
      { kind: 'setCells', sheet: 'Bilan', top: 1, left: 0, cells: [[{ value: 1000 }]] },
    ],
  };
}

/** The column of the add-in over formulas of the team, which have their references too. */
function writingFormulas(): WritePlan {
  const cells = FORMULAS.map((_, at): PlannedCell[] => [
    { value: null, formula: `=ENVELOPE.CHECK(A${at + 2}:C${at + 2},$A$1:$C$1)` },
  ]);
  return {
    purpose: 'statusColumn',
    expected: [],
    keepsUndo: true,
    steps: [{ kind: 'setCells', sheet: 'Suivi', top: 1, left: 4, cells }],
  };
}

const ACTS: readonly (readonly [string, () => void])[] = [
  ['nothing', () => undefined],
  ['a row inserted among them', () => excel.grid.insertRows(sheetId(), 2, 1)],
  ['a row inserted under the headings', () => excel.grid.insertRows(sheetId(), 1, 1)],
  ['two rows inserted above the headings', () => excel.grid.insertRows(sheetId(), 0, 2)],
];

const PLANS: Readonly<Record<string, () => WritePlan>> = { writingValues, writingFormulas };

test.each(ACTS.flatMap(([what, act]) => Object.keys(PLANS).map((plan) => [what, plan, act] as const)))(
  '%s, then the undo of %s: the formulas are those that Excel would have adjusted',
  async (_, name, act) => {
    const plan = PLANS[name]?.() ?? writingValues();
    const { undo } = valueOf(await excel.workbook.apply(plan));
    act();
    valueOf(await excel.workbook.apply(undo));
    const restored = formulasNow();
    excel.dispose();
    excel = startExcel(
      workbookOf([
        { name: 'Suivi', blocks: { A1: ROWS } },
        { name: 'Bilan', blocks: { A1: [['Total']] } },
      ]),
    );
    excel.grid.writeCells(
      sheetId(),
      1,
      4,
      FORMULAS.map((row) => row.map((formula) => ({ formula }))),
    );
    excel.grid.writeCells(sheetId('Bilan'), 1, 0, [[{ formula: '=SUM(Suivi!C2:C5)' }]]);
    act();
    expect(restored).toEqual(formulasNow());
  },
);

test('after a restart too', async () => {
  valueOf(await excel.workbook.apply(writingValues()));
  excel.grid.insertRows(sheetId(), 2, 1);
  const workbook = await excel.read();
  const record = readUndoRecord(workbook);
  if (!record) throw new Error('no record');
  valueOf(await excel.workbook.apply(undoOfRecord(workbook, record)));
  expect(formulasNow().filter((formula) => formula !== null)).toEqual([
    ...['=ENVELOPE.CHECK(A2:D2,$A$1:$D$1)', '=SUM(C$2:C2)'],
    ...['=ENVELOPE.CHECK(A4:D4,$A$1:$D$1)', '=SUM(C$2:C4)'],
    ...['=ENVELOPE.CHECK(A5:D5,$A$1:$D$1)', '=SUM(C$2:C5)'],
    ...['=ENVELOPE.CHECK(A6:D6,$A$1:$D$1)', '=SUM(C$2:C6)'],
    '=SUM(Suivi!C2:C6)',
  ]);
});

test('rows that were sorted: no formula is restored, and the undo names a cell', async () => {
  const { undo } = valueOf(await excel.workbook.apply(writingValues()));
  const order = [4, 2, 1, 3].map((row) => (ROWS[row] ?? []).map((value) => ({ value: value ?? null })));
  excel.grid.writeCells(sheetId(), 1, 0, order);
  const present = formulasNow();
  expect(await excel.workbook.apply(undo)).toMatchObject({ ok: false, failure: { code: 'changedMeanwhile' } });
  expect(formulasNow()).toEqual(present);
});
