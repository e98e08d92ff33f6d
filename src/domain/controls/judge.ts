/**
 * The one way of judging: figures and findings as a pure function of a ledger, a convention and a date. The generator
 * form yields between slices, for callers that must not block the UI.
 */
import type { CivilDate } from '../calendar/civil-date';
import { chargeLedger, type ChargedLedger } from '../envelopes/charged-ledger';
import type { Convention } from '../envelopes/convention';
import type { Balances } from '../envelopes/figures';
import type { Ledger, LedgerField, LedgerRow } from '../envelopes/ledger';
import { LedgerIndex } from '../envelopes/ledger-index';
import type { ImputationField } from '../imputation/imputation';
import { drain, visitInSlices, type Slices } from '../slices';
import type { Control, Report } from './control-contract';
import { Inspection } from './facts/inspection';
import type { Finding, RuleCode } from './findings/finding';
import { otherYearsInSlices } from './other-years';
import { CONTROLS, orderOf } from './registry';
import { isOfPayments } from './rules/don-08-column-missing';

/** A ledger with its figures and its findings. */
export interface JudgedLedger {
  readonly charged: ChargedLedger;
  readonly balances: Balances;
  /**
   * Those on the convention first, which may explain the others; then in the reading order of the rows; on one row, in
   * the order of the registry.
   */
  readonly findings: readonly Finding[];
}

/**
 * Judges a ledger under the convention of its credit year. Cancelled rows are not judged.
 * @example judgeLedger(ledger, convention, isoDate('2023-12-31')).findings
 */
export function judgeLedger(ledger: Ledger, convention: Convention, asOf: CivilDate): JudgedLedger {
  return drain(judgeInSlices(ledger, convention, asOf));
}

/**
 * The same, yielding between slices: of rows, then of controls on several rows. The controls on one row are asked about
 * the rows `asked` alone, all of them when left out.
 */
export function* judgeInSlices(
  ledger: Ledger,
  convention: Convention,
  asOf: CivilDate,
  asked: readonly LedgerRow[] = ledger.rows,
): Slices<JudgedLedger> {
  const charged = chargeLedger(ledger, convention, asOf);
  const balances = yield* LedgerIndex.buildInSlices(charged);
  const inspection = yield* Inspection.inSlices(charged, balances);
  const findings: Finding[] = [];
  const report = (finding: Finding): void => void findings.push(finding);
  const judgeRow = rowJudge(inspection);
  yield* visitInSlices(asked, (row) => judgeRow(row, report));
  for (const control of possibleControls(inspection)) {
    if (control.scope !== 'ledger') continue;
    const slices = control.check(inspection, report);
    if (slices) yield* slices;
    yield;
  }
  findings.push(...(yield* otherYearsInSlices(charged)));
  return { charged, balances, findings: findings.sort(inReadingOrder) };
}

/** A function that reports the findings of the row controls on a row; the inspection is that of its ledger. */
function rowJudge(inspection: Inspection): (row: LedgerRow, report: Report<RuleCode>) => void {
  const controls = possibleControls(inspection).filter((control) => control.scope === 'row');
  const { headings, fields } = inspection.ledger;
  const isUneven = headings.some((table) => table.fields.size < fields.size);
  const deciding = inspection.naming.ofLedger;
  let written: ReadonlySet<string> | null = null;
  const isReportedElsewhere = (row: LedgerRow): boolean =>
    inspection.assignmentOf(row).kind === 'assigned' ||
    (written ??= writtenTexts(inspection.ledger, deciding)).has(rawOf(row, deciding));
  return (row, report) => {
    if (row.status === 'cancelled') return;
    const traits = inspection.traitsOf(row);
    let filtered = isUneven ? onColumnsOf(inspection.fieldsAt(row.key), report) : report;
    if (row.inherited) filtered = onOwnCells(row.inherited, filtered, isReportedElsewhere(row) ? null : deciding);
    for (const control of controls) {
      if (control.concerns === undefined || (traits & control.concerns) !== 0) control.check(row, inspection, filtered);
    }
  };
}

/**
 * If a table lacks a column, DON-08 reports it once at its headings, and nothing is reported on its rows. Exception: a
 * payment whose envelope could not be taken from its EJ (IMP-06).
 */
function onColumnsOf(fields: ReadonlySet<LedgerField>, report: Report<RuleCode>): Report<RuleCode> {
  return (finding) => {
    const { rule, place } = finding;
    if (place.kind !== 'row' || fields.has(place.field) || (rule === 'IMP-06' && isOfPayments(fields))) report(finding);
  };
}

/**
 * The cells that a payment inherits are judged on the row of its EJ, where they are corrected; not the field `always`,
 * of an unchecked row that no other row explains.
 */
function onOwnCells(
  inherited: ReadonlySet<LedgerField>,
  report: Report<RuleCode>,
  always: LedgerField | null,
): Report<RuleCode> {
  return (finding) => {
    const { place } = finding;
    if (place.kind !== 'row' || place.field === always || !inherited.has(place.field)) report(finding);
  };
}

/** The texts of a field, where rows write them themselves. */
function writtenTexts(ledger: Ledger, field: ImputationField): ReadonlySet<string> {
  const rows = ledger.rows.filter((row) => !row.inherited?.has(field));
  return new Set(rows.map((row) => rawOf(row, field)));
}

function rawOf({ imputation }: LedgerRow, field: ImputationField): string {
  const reading = imputation[field];
  return reading.kind === 'absent' ? '' : reading.raw;
}

/** The controls whose columns the team's tables have; the others cannot be judged. */
function possibleControls(inspection: Inspection): readonly Control[] {
  return CONTROLS.filter(({ needs }) => needs.every((field) => inspection.has(field)));
}

function inReadingOrder(first: Finding, second: Finding): number {
  return positionOf(first) - positionOf(second) || orderOf(first.rule) - orderOf(second.rule);
}

function positionOf({ place }: Finding): number {
  return place.kind === 'row' ? place.row : -1;
}
