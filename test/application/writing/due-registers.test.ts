/** Requests and duties, entered in the team's registers: one row or one cell, read back, undoable, never on another row. */
import { planDate, planRequest, type DueCell } from '../../../src/application/writing/due-registers';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { Convention } from '../../../src/domain/envelopes/convention';
import { readConventionTables } from '../../../src/workbook/convention/convention-tables';
import type { WritePlan } from '../../../src/workbook/plan';
import { cellAddress } from '../../../src/workbook/cells';
import { findTable, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';
import { ledgerWorkbook } from '../../support/ledgers/ledger-workbook';
import { withoutTable } from '../../support/without-table';

const DAY = isoDate('2023-12-22');
const REQUESTS = [
  { index: 0, subject: 'Prévision', receivedOn: isoDate('2023-12-18'), answeredOn: null },
  { index: 1, subject: 'Bilan', receivedOn: null, answeredOn: null },
];
const WORKBOOK = ledgerWorkbook({ ...convention2023(), requests: REQUESTS }, 'Axe ministériel 2 | Montant AE\nPDE | 1');

function conventionOf(workbook: WorkbookSnapshot): Convention {
  const read = readConventionTables(workbook);
  if (!read.ok || !read.value) throw new Error('the convention is read');
  return read.value;
}

function planned(plan: ReturnType<typeof planDate>): WritePlan {
  if (!plan.ok) throw new Error(plan.failure.code);
  return plan.value;
}

test('a request is the next row of its register, with the words as typed', () => {
  const plan = planned(planRequest(WORKBOOK, { receivedOn: DAY, subject: '  =Prévision d’atterrissage ' }));
  expect(plan.purpose).toBe('request');
  expect(conventionOf(applyPlan(WORKBOOK, plan)).requests).toEqual([
    ...REQUESTS,
    { index: 2, subject: '=Prévision d’atterrissage', receivedOn: DAY, answeredOn: null },
  ]);
});

/** The register of requests with a column of the team that is computed, and a blank row, on which it is too. */
function withComputedColumn(formulas: readonly string[]): WorkbookSnapshot {
  const { sheet, area } = findTable(WORKBOOK, 'ENV_Demandes')!;
  const longer = { ...area, rows: area.rows + 1, columns: area.columns + 1 };
  const [first, ...others] = formulas.map((formula) => [{ value: 3, formula }]);
  const cells = [[{ value: 'Délai' }], first ?? [], first ?? [], ...others];
  const written = applyPlan(WORKBOOK, {
    purpose: 'repair',
    expected: [],
    steps: [
      { kind: 'setCells', sheet, top: area.top, left: area.left + area.columns, cells },
      { kind: 'resizeTable', sheet, name: 'ENV_Demandes', area: longer, from: area },
    ],
  });
  const tables = written.tables.map((table) =>
    table.name === 'ENV_Demandes' ? { ...table, columns: [...table.columns, 'Délai'] } : table,
  );
  return { ...written, tables };
}

test('a computed column of the team fills no row: a request takes the blank one, then the next', () => {
  const computed = withComputedColumn(['=1+2', '=1+2']);
  expect(conventionOf(computed).requests).toEqual(REQUESTS);
  const next = { receivedOn: DAY, subject: 'Avenant' };
  const once = applyPlan(computed, planned(planRequest(computed, next)));
  const twice = applyPlan(once, planned(planRequest(once, next)));
  expect(conventionOf(twice).requests.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
  expect(findTable(twice, 'ENV_Demandes')?.area.rows).toBe(5);
});

test('what is under the register is named by its own cell, unless it is the formula of its column', () => {
  const full = (below: string): WorkbookSnapshot => {
    const filled = withComputedColumn(['=1+2', '=1+2', below]);
    return applyPlan(filled, planned(planRequest(filled, { receivedOn: DAY, subject: 'Avenant' })));
  };
  const add = (workbook: WorkbookSnapshot) => planRequest(workbook, { receivedOn: DAY, subject: 'Autre' });
  expect(add(full('=1+2'))).toMatchObject({ ok: true });
  const { area } = findTable(WORKBOOK, 'ENV_Demandes')!;
  const cell = cellAddress(area.top + area.rows + 1, area.left + area.columns);
  expect(add(full('=SUM(D1:D4)'))).toMatchObject({ failure: { code: 'occupied', cell } });
});

const request = (index: number, label: string, column: 'answeredOn' | 'receivedOn'): DueCell => ({
  table: 'requests',
  index,
  label,
  column,
});

test('an answer, a receipt, a duty done and a day agreed on each fill their own cell', () => {
  const [first] = conventionOf(WORKBOOK).duties;
  const duty = { table: 'duties', index: first?.index ?? 0, label: first?.label ?? '' } as const;
  const cells: readonly DueCell[] = [
    request(0, 'Prévision', 'answeredOn'),
    request(1, 'Bilan', 'receivedOn'),
    { ...duty, column: 'doneOn' },
    { ...duty, column: 'dueOn' },
  ];
  const after = conventionOf(
    cells.reduce((workbook, cell) => applyPlan(workbook, planned(planDate(workbook, cell, DAY))), WORKBOOK),
  );
  expect(after.requests.map(({ receivedOn, answeredOn }) => [receivedOn, answeredOn])).toEqual([
    [isoDate('2023-12-18'), DAY],
    [DAY, null],
  ]);
  expect(after.duties[0]).toEqual({ ...first, doneOn: DAY, dueOn: DAY });
});

test('the same day again writes nothing', () => {
  const cell = request(0, 'Prévision', 'answeredOn');
  const once = applyPlan(WORKBOOK, planned(planDate(WORKBOOK, cell, DAY)));
  expect(planned(planDate(once, cell, DAY)).steps).toEqual([]);
});

const without = (heading: string): WorkbookSnapshot => ({
  ...WORKBOOK,
  tables: WORKBOOK.tables.map((table) => ({
    ...table,
    columns: table.columns.map((column) => (column === heading ? 'Autre' : column)),
  })),
});
const PROTECTED: WorkbookSnapshot = {
  ...WORKBOOK,
  sheets: WORKBOOK.sheets.map((sheet) => ({ ...sheet, isProtected: true })),
};
const NO_REGISTER = withoutTable(WORKBOOK, 'ENV_Demandes');

/** A colleague entered her own answer since the pane was drawn. */
const ANSWERED = applyPlan(
  WORKBOOK,
  planned(planDate(WORKBOOK, request(0, 'Prévision', 'answeredOn'), isoDate('2023-12-20'))),
);

/** Hers is a text. */
const ANSWERED_IN_WORDS = applyPlan(ANSWERED, {
  purpose: 'duty',
  expected: [],
  steps: planned(planDate(WORKBOOK, request(0, 'Prévision', 'answeredOn'), DAY)).steps.map((step) =>
    step.kind === 'setCells' ? { ...step, cells: [[{ value: '20/12/2023', style: 'text' }]] } : step,
  ),
});

test.each`
  workbook                  | label          | code                  | why
  ${WORKBOOK}               | ${'Autre'}     | ${'changedMeanwhile'} | ${'the rows were sorted: another request is there'}
  ${ANSWERED}               | ${'Prévision'} | ${'changedMeanwhile'} | ${'somebody entered another day meanwhile'}
  ${ANSWERED_IN_WORDS}      | ${'Prévision'} | ${'changedMeanwhile'} | ${'somebody entered it as text meanwhile'}
  ${without('Répondue le')} | ${'Prévision'} | ${'badConvention'}    | ${'the column is gone'}
  ${NO_REGISTER}            | ${'Prévision'} | ${'badConvention'}    | ${'the register is gone'}
  ${PROTECTED}              | ${'Prévision'} | ${'sheetProtected'}   | ${'the sheet is protected'}
`(
  'refused with $code: $why',
  ({ workbook, label, code }: { workbook: WorkbookSnapshot; label: string; code: string }) => {
    const plan = planDate(workbook, request(0, label, 'answeredOn'), DAY);
    expect(plan.ok ? 'written' : plan.failure.code).toBe(code);
  },
);
