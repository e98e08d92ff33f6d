/** « Nouvelle ligne »: judged before it is written, written under the table and nowhere else. */
import { controlledAt } from '../../../src/application/control';
import {
  judgeNewRow,
  newRowReader,
  planNewRow,
  unreadableTexts,
  type NewRow,
} from '../../../src/application/writing/new-row';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { drain } from '../../../src/domain/slices';
import { snapshotAfter } from '../../../src/workbook/snapshot-after';
import { findTable, valueAt, findSheet } from '../../../src/workbook/snapshot';
import { applyPlan } from '../../support/apply-plan';
import { keptConvention } from '../../support/conventions';
import { ledgerWorkbook } from '../../support/ledgers/ledger-workbook';
import { opened, sampleDossier } from '../../support/sample-dossier';

const DAY = isoDate('2023-12-31');
const LEDGER = `
  Axe ministériel 2 | Poste de dépense | Activité     | N° EJ      | Date d'engagement | Montant AE
  PDE               | Frais annexes    | 010300000104 | 1400000001 | 15/02/2023        | 1000
`;
const ROW: NewRow = {
  sheet: 'Suivi',
  nature: 'AE',
  texts: {
    ministerialAxis2: 'PDE',
    budgetLine: 'Frais annexes',
    activity: '010300000104',
    ejNumber: '1400000002',
    commitmentDate: '16/02/2023',
    ae: '65,50',
  },
};
const dossierOf = (isTable: boolean) =>
  opened(ledgerWorkbook(keptConvention('activity', 'ministerialAxis2'), LEDGER, { isTable }));

function planned(isTable: boolean, row: NewRow = ROW) {
  const dossier = dossierOf(isTable);
  const plan = planNewRow(dossier, row);
  if (!plan.ok) throw new Error(plan.failure.code);
  return { dossier, plan: plan.value, after: opened(applyPlan(dossier.workbook, plan.value)) };
}

test.each([true, false])('in a Table (%s) it is the row below the last one, read as it was typed', (isTable) => {
  const { dossier, plan, after } = planned(isTable);
  expect(after.ledger.rows).toHaveLength(dossier.ledger.rows.length + 1);
  const last = after.ledger.rows.at(-1);
  expect(last?.ae).toMatchObject({ kind: 'amount', cents: 65_50, asText: false });
  expect(last?.commitmentDate).toMatchObject({ date: isoDate('2023-02-16'), asText: false });
  expect(last?.ej).toMatchObject({ number: '1400000002' });
  const [guard] = plan.expected;
  expect(guard?.contents.flat().every((content) => content === null)).toBe(true);
  if (isTable) expect(findTable(after.workbook, 'T_Suivi')?.area.rows).toBe(3);
});

test.each`
  below            | cell
  ${'=F3*2'}       | ${null}
  ${'=F3*3'}       | ${'G3'}
  ${'=SUM(F2:F3)'} | ${'G3'}
`('under a computed column, $below is what Excel fills again, or what somebody typed: $cell', ({ below, cell }) => {
  const ledger = `
    Axe ministériel 2 | Poste de dépense | Activité     | N° EJ      | Date d'engagement | Montant AE | Double
    PDE               | Frais annexes    | 010300000104 | 1400000001 | 15/02/2023        | 1000       | 2000
  `;
  const workbook = ledgerWorkbook(keptConvention('activity', 'ministerialAxis2'), ledger, { isTable: true });
  const cells = ['=F2*2', below].map((formula: string) => [{ value: 1, formula }]);
  const filled = applyPlan(workbook, {
    purpose: 'repair',
    expected: [],
    steps: [{ kind: 'setCells', sheet: 'Suivi', top: 1, left: 6, cells }],
  });
  const plan = planNewRow(opened(filled), ROW);
  expect(plan).toMatchObject(cell === null ? { ok: true } : { failure: { code: 'occupied', cell } });
});

test.each`
  where                             | column | cell
  ${'in a cell that it would fill'} | ${1}   | ${'B3'}
  ${'in one that it would leave'}   | ${6}   | ${'G3'}
`('what somebody typed under a Table, $where, is neither written over nor taken in', ({ column, cell }) => {
  const ledger = `
    Axe ministériel 2 | Poste de dépense | Activité     | N° EJ      | Date d'engagement | Montant AE | Remarque
    PDE               | Frais annexes    | 010300000104 | 1400000001 | 15/02/2023        | 1000       | vu
  `;
  const workbook = ledgerWorkbook(keptConvention('activity', 'ministerialAxis2'), ledger, { isTable: true });
  const cells = [[{ value: 'à moi' }]];
  const typed = applyPlan(workbook, {
    purpose: 'repair',
    expected: [],
    steps: [{ kind: 'setCells', sheet: 'Suivi', top: 2, left: column, cells }],
  });
  expect(planNewRow(opened(typed), ROW)).toEqual({ ok: false, failure: { code: 'occupied', sheet: 'Suivi', cell } });
});

test('the workbook as it would be is the one that is read after the writing', () => {
  const { dossier, plan, after } = planned(true);
  expect(opened(snapshotAfter(dossier.workbook, plan)).ledger).toEqual(after.ledger);
});

test('it is judged as if it were written: the same findings as afterwards', () => {
  const tooMuch: NewRow = { ...ROW, texts: { ...ROW.texts, ejNumber: '14', ae: '900 000' } };
  const { dossier, after } = planned(true, tooMuch);
  const judged = drain(judgeNewRow(dossier, tooMuch, DAY, {}, newRowReader()));
  if (!judged.ok) throw new Error(judged.failure.code);
  const rulesOf = (findings: readonly { rule: string }[]) => findings.map(({ rule }) => rule);
  const written = controlledAt(after, DAY).report;
  expect(rulesOf(judged.value.report.findings)).toEqual(rulesOf(written.findings));
  expect(rulesOf(judged.value.report.findings)).toEqual(expect.arrayContaining(['EJ-03', 'PLA-01']));
  expect(judged.value.keys).toHaveLength(1);
});

test('a row without an amount nor an EJ would not be read', () => {
  const judged = drain(judgeNewRow(dossierOf(true), { ...ROW, texts: {} }, DAY, {}, newRowReader()));
  expect(judged.ok && judged.value.keys).toEqual([]);
});

test('in the sample workbook it comes under the table, whose last row is a total', () => {
  const dossier = sampleDossier();
  const plan = planNewRow(dossier, { ...ROW, sheet: 'Suivi 2023', texts: { ...ROW.texts, activity: '' } });
  if (!plan.ok) throw new Error(plan.failure.code);
  const after = applyPlan(dossier.workbook, plan.value);
  const sheet = findSheet(after, 'Suivi 2023');
  expect(sheet && valueAt(sheet, 166, 1)).toBe('1400000002');
  expect(sheet && valueAt(sheet, 165, 0)).toBe('Total général');
});

test.each`
  field               | text            | isUnreadable
  ${'ae'}             | ${'1 440,00 €'} | ${false}
  ${'ae'}             | ${'mille'}      | ${true}
  ${'commitmentDate'} | ${'29/12/2023'} | ${false}
  ${'commitmentDate'} | ${'31/02/2023'} | ${true}
  ${'label'}          | ${'mille'}      | ${false}
  ${'ae'}             | ${''}           | ${false}
`('$field « $text »: unreadable $isUnreadable', ({ field, text, isUnreadable }) => {
  expect(unreadableTexts({ texts: { [field as string]: text as string } })).toEqual(isUnreadable ? [field] : []);
});
