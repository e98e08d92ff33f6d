/**
 * The only list of controls, in the order in which findings are read: first the convention and what is due to the
 * délégant, then for each row what cannot be read, where the row is charged, its codes, its poste, its EJ, its dates,
 * and last what it does to the ceilings, which makes sense once the rest is right.
 */
import type { LedgerField, LedgerRow } from '../envelopes/ledger';
import type { ControlContext } from './facts/context';
import type { Control, LedgerControl, Report, RowControl } from './control';
import { linesAndEnvelope } from './rules/anx-01-lines-and-envelope';
import { envelopesAndConvention } from './rules/anx-02-envelopes-and-convention';
import { announcedShare } from './rules/anx-03-announced-share';
import { requestOverdue } from './rules/del-01-request-overdue';
import { requestDueSoon } from './rules/del-02-request-due-soon';
import { insufficiencyToNotify } from './rules/del-03-insufficiency-to-notify';
import { unspentToNotify } from './rules/del-04-unspent-to-notify';
import { reportDue } from './rules/del-05-report-due';
import { unreadable } from './rules/don-01-unreadable';
import { keptAsText } from './rules/don-02-kept-as-text';
import { duplicateRow } from './rules/don-03-duplicate-row';
import { negativeWithoutReason } from './rules/don-04-negative-without-reason';
import { totalRow } from './rules/don-05-total-row';
import { cellError } from './rules/don-06-cell-error';
import { hiddenRows } from './rules/don-07-hidden-rows';
import { columnMissing, isOfPayments } from './rules/don-08-column-missing';
import { moreThanTwoDecimals } from './rules/don-09-more-than-two-decimals';
import { paymentWithoutEj } from './rules/ej-01-payment-without-ej';
import { paymentsAboveEj } from './rules/ej-02-payments-above-ej';
import { ejMalformed } from './rules/ej-03-ej-malformed';
import { prefixAgainstNature } from './rules/ej-04-prefix-against-nature';
import { ejOnTwoEnvelopes } from './rules/ej-05-ej-on-two-envelopes';
import { decommitmentFreesNothing } from './rules/ej-06-decommitment-frees-nothing';
import { paymentBeforeService } from './rules/ej-07-payment-before-service';
import type { Finding, RuleCode } from './findings/finding';
import { transferWithoutAuthorisation } from './rules/fon-01-transfer-without-authorisation';
import { authorisationIncomplete } from './rules/fon-02-authorisation-incomplete';
import { movementAboveAvailable } from './rules/fon-03-movement-above-available';
import { disguisedTransfer } from './rules/fon-04-disguised-transfer';
import { codeAbsent } from './rules/imp-01-code-absent';
import { codeMalformed } from './rules/imp-02-code-malformed';
import { codeForeign } from './rules/imp-03-code-foreign';
import { leadingZeroLost } from './rules/imp-04-leading-zero-lost';
import { codesContradict } from './rules/imp-05-codes-contradict';
import { envelopeUnknown } from './rules/imp-06-envelope-unknown';
import { envelopeByOtherName } from './rules/imp-07-envelope-by-other-name';
import { numberDamaged } from './rules/imp-08-number-damaged';
import { codeOutOfDate } from './rules/imp-09-code-out-of-date';
import { Inspection } from './facts/inspection';
import { beforeSignature } from './rules/per-01-before-signature';
import { afterEnd } from './rules/per-02-after-end';
import { outsideCreditYear } from './rules/per-03-outside-credit-year';
import { afterClosing } from './rules/per-04-after-closing';
import { datesOutOfOrder } from './rules/per-05-dates-out-of-order';
import { paidLate } from './rules/per-06-paid-late';
import { afterContract } from './rules/per-07-after-contract';
import { noticeWithoutEffect } from './rules/per-08-notice-without-effect';
import { aeCeiling } from './rules/pla-01-ae-ceiling';
import { cpCeiling } from './rules/pla-02-cp-ceiling';
import { conventionCeiling } from './rules/pla-03-convention-ceiling';
import { lineCeiling } from './rules/pla-04-line-ceiling';
import { openingRap } from './rules/pla-05-opening-rap';
import { thresholdReached } from './rules/pla-06-threshold-reached';

/** Every control, in order. */
export const CONTROLS: readonly Control[] = [
  linesAndEnvelope,
  envelopesAndConvention,
  announcedShare,
  transferWithoutAuthorisation,
  authorisationIncomplete,
  movementAboveAvailable,
  noticeWithoutEffect,
  requestOverdue,
  requestDueSoon,
  insufficiencyToNotify,
  unspentToNotify,
  reportDue,
  columnMissing(() => CONTROLS),
  hiddenRows,
  cellError,
  unreadable,
  keptAsText,
  moreThanTwoDecimals,
  totalRow,
  duplicateRow,
  negativeWithoutReason,
  envelopeUnknown,
  envelopeByOtherName,
  codeAbsent,
  codeMalformed,
  numberDamaged,
  leadingZeroLost,
  codesContradict,
  codeForeign,
  codeOutOfDate,
  disguisedTransfer,
  ejMalformed,
  paymentWithoutEj,
  paymentsAboveEj,
  prefixAgainstNature,
  ejOnTwoEnvelopes,
  decommitmentFreesNothing,
  beforeSignature,
  afterEnd,
  outsideCreditYear,
  afterClosing,
  afterContract,
  datesOutOfOrder,
  paymentBeforeService,
  paidLate,
  openingRap,
  lineCeiling,
  aeCeiling,
  cpCeiling,
  conventionCeiling,
  thresholdReached,
];

const ORDER: ReadonlyMap<RuleCode, number> = new Map(CONTROLS.map(({ rule }, index) => [rule, index]));

/**
 * Everything that the controls find in a ledger, in the reading order of its rows, then in the order of the registry.
 * Cancelled rows are not judged. The rows are passed over once for all the row controls.
 */
export function runControls(context: ControlContext): Finding[] {
  const inspection = new Inspection(context);
  const controls = possible(inspection);
  const judgeRow = rowJudge(inspection);
  const findings: Finding[] = [];
  const report = (finding: Finding): void => void findings.push(finding);
  for (const row of context.ledger.rows) judgeRow(row, report);
  for (const control of controls) if (control.scope === 'ledger') control.check(inspection, report);
  return findings.sort(inReadingOrder);
}

/** What the row controls find in one row; the inspection is that of its ledger. */
export function checkRow(row: LedgerRow, inspection: Inspection): Finding[] {
  const findings: Finding[] = [];
  rowJudge(inspection)(row, (finding) => void findings.push(finding));
  return findings;
}

/**
 * A function that says what the row controls find in each row that it is given; the inspection is that of their ledger.
 */
export function rowJudge(inspection: Inspection): (row: LedgerRow, report: Report<RuleCode>) => void {
  const rowControls = possible(inspection).filter((control) => control.scope === 'row');
  const tables = inspection.ledger.headings;
  const isUneven = tables.some(({ fields }) => fields.size < inspection.ledger.fields.size);
  return (row, report) =>
    judge(row, rowControls, inspection, isUneven ? onColumnsOf(inspection.fieldsAt(row.key), report) : report);
}

/**
 * What a table has no column for is not controllable on its rows, and is said once at its headings (DON-08). A payment
 * that was to take its envelope from its EJ, and could not, is said all the same (IMP-06).
 */
function onColumnsOf(fields: ReadonlySet<LedgerField>, report: Report<RuleCode>): Report<RuleCode> {
  return (finding) => {
    const { rule, place } = finding;
    if (place.kind !== 'row' || fields.has(place.field) || (rule === 'IMP-06' && isOfPayments(fields))) report(finding);
  };
}

/** The controls on several rows that can be judged, each with its place in the registry. */
export function ledgerControls(inspection: Inspection): readonly (readonly [LedgerControl, number])[] {
  const controls = possible(inspection).filter((control) => control.scope === 'ledger');
  return controls.map((control) => [control, orderOf(control.rule)] as const);
}

/** The place of a rule in the registry. */
export function orderOf(rule: RuleCode): number {
  return ORDER.get(rule) ?? 0;
}

function judge(
  row: LedgerRow,
  controls: readonly RowControl[],
  inspection: Inspection,
  report: Report<RuleCode>,
): void {
  if (row.status === 'cancelled') return;
  const traits = inspection.traitsOf(row);
  if (traits === 0) return;
  const told = row.inherited ? onOwnCells(row.inherited, report) : report;
  for (const control of controls) if ((traits & control.concerns) !== 0) control.check(row, inspection, told);
}

/** What a payment inherits is judged on the row of its EJ, where it is mended. */
function onOwnCells(inherited: ReadonlySet<LedgerField>, report: Report<RuleCode>): Report<RuleCode> {
  return (finding) => {
    if (finding.place.kind !== 'row' || !inherited.has(finding.place.field)) report(finding);
  };
}

/** The controls whose columns the team's table has; the others cannot be judged. */
function possible(inspection: Inspection): readonly Control[] {
  return CONTROLS.filter(({ needs }) => needs.every((field) => inspection.has(field)));
}

function inReadingOrder(first: Finding, second: Finding): number {
  return positionOf(first) - positionOf(second) || orderOf(first.rule) - orderOf(second.rule);
}

/** Faults of the convention's own tables come before those of the rows, which they may explain. */
function positionOf({ place }: Finding): number {
  return place.kind === 'row' ? place.row : -1;
}
