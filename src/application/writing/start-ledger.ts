/** For a team without a ledger: the table `Suivi`, with the columns that its convention needs and one blank row. */
import type { Convention } from '../../domain/envelopes/convention';
import { envelopeFieldOf } from '../../domain/envelopes/envelope-field';
import type { LedgerField } from '../../domain/envelopes/ledger';
import { IMPUTATION_FIELDS } from '../../domain/imputation/imputation';
import { failure, success, type Result } from '../../domain/result';
import type { Failure } from '../../workbook/failure';
import { FIELD_NAMES } from '../../workbook/field-names';
import { LEDGER_NAME } from '../../workbook/workbook-names';
import type { StyleName, WritePlan } from '../../workbook/plan';
import { findSheet, findTable, type WorkbookSnapshot } from '../../workbook/snapshot';

const OF_EXPENSE: readonly LedgerField[] = [
  'budgetLine',
  'label',
  'supplier',
  'status',
  'operation',
  'ejNumber',
  'commitmentDate',
  'ae',
  'serviceDate',
  'receiptDate',
  'dpNumber',
  'paymentDate',
  'cp',
];

const STYLES: ReadonlyMap<LedgerField, StyleName> = new Map<LedgerField, StyleName>([
  ...IMPUTATION_FIELDS.map((field) => [field, 'code'] as const),
  ...(['ejNumber', 'dpNumber'] as const).map((field) => [field, 'code'] as const),
  ...(['commitmentDate', 'serviceDate', 'receiptDate', 'paymentDate'] as const).map(
    (field) => [field, 'date'] as const,
  ),
  ...(['ae', 'cp'] as const).map((field) => [field, 'amount'] as const),
]);

const LONG: ReadonlySet<LedgerField> = new Set<LedgerField>(['label', 'budgetLine', 'supplier']);

/** The plan that adds the sheet and its table. Refuses when a sheet, a table or a name is already called so. */
export function planNewLedger(workbook: WorkbookSnapshot, convention: Convention): Result<WritePlan, Failure> {
  const taken =
    findSheet(workbook, LEDGER_NAME) ?? findTable(workbook, LEDGER_NAME) ?? nameCalled(workbook, LEDGER_NAME);
  if (workbook.structureProtected) return failure({ code: 'structureProtected' });
  if (taken) return failure({ code: 'nameTaken', name: taken.name });
  const sheet = LEDGER_NAME;
  const fields = [...codesOf(convention), ...OF_EXPENSE];
  const headings = fields.map((field) => ({ value: FIELD_NAMES[field], style: 'heading' as const }));
  const blank = fields.map((field) => ({ value: null, style: STYLES.get(field) ?? ('text' as const) }));
  return success({
    purpose: 'ledger',
    expected: [],
    steps: [
      { kind: 'addSheet', sheet },
      { kind: 'setCells', sheet, top: 0, left: 0, cells: [headings, blank] },
      { kind: 'addTable', sheet, name: LEDGER_NAME, area: { top: 0, left: 0, rows: 2, columns: fields.length } },
      { kind: 'setColumnWidths', sheet, left: 0, widths: fields.map((field) => (LONG.has(field) ? 32 : 18)) },
      { kind: 'freezeRows', sheet, rows: 1 },
      { kind: 'setPage', sheet, landscape: true, titleRows: 1 },
    ],
  });
}

/** The codes that the convention restricts, and the one that gives the envelope of a row. */
function codesOf(convention: Convention): readonly LedgerField[] {
  const ruled = new Set<LedgerField>(convention.imputation.map(({ field }) => field));
  if (convention.envelopes.length > 1) ruled.add(envelopeFieldOf(convention));
  return IMPUTATION_FIELDS.filter((field) => ruled.has(field));
}

function nameCalled(workbook: WorkbookSnapshot, wanted: string): { readonly name: string } | undefined {
  return workbook.names.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
}
