/**
 * A column that the convention needs is not in the team's table: the controls that read it are « non contrôlables ».
 * Reported once for each column, at the headings (convention, art. 2.2 and 3: the codes and the follow-up of expenses).
 * A warning for a code that the convention rules, an amount that it bounds and a date that it needs; an information for
 * the rest, and for the receipt of invoices where a payment comes late after its service, which PER-06 would judge; an
 * error for rows that no envelope can be found for. The other columns of a ledger are not judged. In a
 * ledger of several tables, each that lacks a column of the others is reported; commitments and payments may be kept
 * apart, and payments take their codes from their EJ. A column without which a figure is not calculable is LEC-04
 * instead.
 * Payments in columns of months, quarters or years have no day: a warning, once for the table; an error too for what
 * the columns of a year hold that has not ended.
 * Codes in the ledger under a convention that gives none are an information, once: nothing compares them, by choice or
 * because ENV_Imputations was emptied or deleted. A cell of ENV_Imputations that cannot be read is an error there.
 * Switch it off for a ledger that keeps part of its columns elsewhere.
 */
import { envelopeFieldOf, envelopeFieldsOf } from '../../envelopes/envelope-field';
import type { BlockHeadings, Ledger, LedgerField, LedgerRow, RowKey } from '../../envelopes/ledger';
import { IMPUTATION_FIELDS, type ImputationField } from '../../imputation/imputation';
import type { Nature } from '../../money/nature';
import { cellOf, findingAt, type Control, type LedgerControl } from '../control-contract';
import type { Inspection } from '../facts/inspection';
import { firstRowFrom } from '../facts/rows-by-key';
import type { ColumnMissing } from '../findings/details/don';
import type { FindingOf, Severity } from '../findings/finding';
import { openYearOf, sumOf } from './kit/open-year';
import { BY_CODES, reportUnreadCodes } from './kit/unread-codes';
import { isLateAfterService } from './per-06-paid-late';
import { columnsOfFigures, tableWithout } from './lec-04-figure-not-calculable';

/** Codes that begin with their programme: one of them is enough to know it. */
const WITH_PROGRAMME: readonly ImputationField[] = ['functionalDomain', 'financialCentre', 'activity'];

/** DON-08; `controls` is the registry, asked when the control runs. */
export function columnMissing(controls: () => readonly Control[]): LedgerControl<'DON-08'> {
  return {
    rule: 'DON-08',
    scope: 'ledger',
    needs: [],
    check(inspection, report) {
      const { ledger, convention } = inspection;
      reportUnreadCodes(convention, report);
      const [first] = ledger.headings;
      if (first === undefined) return;
      const uncoded = uncodedIn(inspection);
      const [code] = uncoded;
      if (code !== undefined) report(missing('info', first.row, { field: code, prevented: BY_CODES, uncoded }));
      const ofFigures = columnsOfFigures(inspection);
      const preventedBy = (field: LedgerField) =>
        controls()
          .filter((control) => reads(control, field))
          .map(({ rule }) => rule)
          .sort();
      for (const [field, severity] of wanted(inspection, ledger.fields)) {
        if (!ledger.fields.has(field) && !ofFigures.has(field))
          report(missing(severity, first.row, { field, prevented: preventedBy(field) }));
      }
      if (!ledger.fields.has('receiptDate') && ledger.rows.some((row) => isLateAfterService(row, inspection)))
        report(missing('info', first.row, { field: 'receiptDate', prevented: preventedBy('receiptDate') }));
      for (const table of ledger.headings) {
        if (table.paysBy)
          report(missing('warning', table.row, { field: 'paymentDate', prevented: [], paidBy: table.paysBy }));
        const open = openYearOf(rowsOf(ledger, table), table, inspection.asOf);
        if (open)
          report(
            missing('error', table.row, {
              field: open.cp === 0 ? 'commitmentDate' : 'paymentDate',
              prevented: [],
              open,
            }),
          );
        for (const [field, severity] of wanted(inspection, table.fields)) {
          if (table.fields.has(field) || !ledger.fields.has(field) || mayBeElsewhere(field, table)) continue;
          if (isInherited(ledger, table, field)) continue;
          if (ofFigures.has(field) && tableWithout(field, inspection) === table) continue;
          const uncharged = field === inspection.naming.ofLedger ? unchargedIn(inspection, table) : null;
          if (!uncharged && namesInPlace(inspection, field)) continue;
          const details = { field, prevented: preventedBy(field), elsewhere: true } as const;
          report(missing(uncharged ? 'error' : severity, table.row, { ...details, ...(uncharged && { uncharged }) }));
        }
      }
    },
  };
}

/** The columns of codes that hold some, where the convention gives no code at all; axe 2 names the envelope. */
function uncodedIn({ convention, ledger }: Inspection): readonly ImputationField[] {
  if (convention.imputation.length > 0 || convention.unreadCodes) return [];
  const columns = IMPUTATION_FIELDS.filter((field) => field !== 'ministerialAxis2' && ledger.fields.has(field));
  return columns.filter((field) => ledger.rows.some(({ imputation }) => imputation[field].kind !== 'absent'));
}

/** True for the names of envelopes where a code decides: a table needs either. */
function namesInPlace({ convention, naming }: Inspection, field: LedgerField): boolean {
  return field === naming.ofLedger && field === 'ministerialAxis2' && envelopeFieldOf(convention) !== field;
}

/** The rows of a table that are charged to no envelope, where no column of it may name one; null without any. */
function unchargedIn(
  { ledger, convention, assign }: Inspection,
  table: BlockHeadings,
): NonNullable<ColumnMissing['uncharged']> | null {
  if (envelopeFieldsOf(convention).some((field) => table.fields.has(field))) return null;
  const rows = rowsOf(ledger, table).filter((row) => assign(row).kind === 'unchecked');
  return rows.length === 0 ? null : { rows: rows.length, ae: sumOf(rows, 'ae'), cp: sumOf(rows, 'cp') };
}

/** True for retraits on a table of their own: each takes the field from its EJ. */
function isInherited(ledger: Ledger, table: BlockHeadings, field: LedgerField): boolean {
  const takes = ({ ae, inherited }: LedgerRow): boolean =>
    inherited?.has(field) === true && ae.kind === 'amount' && ae.cents < 0;
  const first = ledger.rows[firstRowFrom(ledger, table.row)];
  if (first === undefined || !takes(first)) return false;
  const rows = rowsOf(ledger, table);
  return rows.length > 0 && rows.every(takes);
}

function rowsOf(ledger: Ledger, table: BlockHeadings): readonly LedgerRow[] {
  const next = ledger.headings.find(({ row }) => row > table.row);
  return ledger.rows.slice(firstRowFrom(ledger, table.row), next ? firstRowFrom(ledger, next.row) : ledger.rows.length);
}

function missing(severity: Severity, headings: RowKey, details: ColumnMissing): FindingOf<'DON-08'> {
  return findingAt('DON-08', severity, cellOf({ key: headings }, details.field), details);
}

/** A table of commitments pays nothing, one of payments commits nothing and takes the codes and the poste of its EJ. */
function mayBeElsewhere(field: LedgerField, { fields }: BlockHeadings): boolean {
  if (field === 'ae' || field === 'cp') return true;
  return isOfPayments(fields) && (field === 'budgetLine' || IMPUTATION_FIELDS.some((code) => code === field));
}

/** A table of payments alone, whose rows take the columns that it lacks from their EJ. */
export function isOfPayments(fields: ReadonlySet<LedgerField>): boolean {
  return fields.has('cp') && fields.has('ejNumber') && !fields.has('ae');
}

function reads(control: Control, field: LedgerField): boolean {
  return control.needs.includes(field) || (control.scope === 'row' && (control.judges?.includes(field) ?? false));
}

/** The columns that this convention needs of a table with these, and how much. */
function wanted(
  inspection: Inspection,
  fields: ReadonlySet<LedgerField>,
): readonly (readonly [LedgerField, Severity])[] {
  const { convention } = inspection;
  const bounds = (nature: Nature): boolean =>
    [convention, ...convention.envelopes].some(({ ceilings }) => ceilings[nature] !== null);
  const when = (isNeeded: boolean, severity: Severity): Severity | null => (isNeeded ? severity : null);
  const [commits, pays] = [fields.has('ae'), fields.has('cp')];
  const boundsService = convention.endAppliesTo.includes('serviceCertified');
  const needs: readonly (readonly [LedgerField, Severity | null])[] = [
    ...IMPUTATION_FIELDS.map((field) => [field, needOfCode(field, inspection, fields)] as const),
    [
      'budgetLine',
      when(
        convention.envelopes.some(({ lines }) => lines.length > 0),
        'info',
      ),
    ],
    ['ejNumber', 'info'],
    ['commitmentDate', when(commits, 'warning')],
    ['serviceDate', when(pays, boundsService ? 'warning' : 'info')],
    ['paymentDate', when(pays, 'warning')],
    ['ae', when(bounds('AE'), 'warning')],
    ['cp', when(bounds('CP'), 'warning')],
  ];
  return needs.flatMap(([field, severity]) => (severity === null ? [] : [[field, severity] as const]));
}

/**
 * The first axis is analytic and decides no credit; the second names the envelope, which a convention with one only
 * does not need.
 */
function needOfCode(
  field: ImputationField,
  { convention, naming }: Inspection,
  fields: ReadonlySet<LedgerField>,
): Severity | null {
  const isRuled = (one: ImputationField): boolean =>
    (one === naming.ofLedger && convention.envelopes.length > 1) ||
    [...convention.imputation, ...(convention.unreadCodes ?? [])].some((rule) => rule.field === one);
  if (!isRuled(field)) return null;
  if (field === 'programme' && WITH_PROGRAMME.some((other) => fields.has(other) && isRuled(other))) return null;
  return field === 'ministerialAxis1' ? 'info' : 'warning';
}
