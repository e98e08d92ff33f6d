/** Requests and duties, entered in the team's registers: one row or one cell, read back, undoable, never on another row. */
import { planDate, planRequest, type DueCell } from '../../../src/application/writing/due-registers';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { Convention } from '../../../src/domain/envelopes/convention';
import { readConventionTables } from '../../../src/workbook/convention/convention-tables';
import type { WritePlan } from '../../../src/workbook/plan';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
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
