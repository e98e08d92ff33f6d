/**
 * « Accepter » a finding, with a reason, and « rouvrir » it: rows of the register `ENV_Acceptations`, which anybody can
 * read and edit. The finding stays listed; a later change of its row reopens it.
 */
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Finding } from '../../domain/controls/findings/finding';
import { failure, success, type Result } from '../../domain/result';
import type { Failure } from '../../workbook/failure';
import type { PlannedCell, WritePlan, WriteStep } from '../../workbook/plan';
import { acceptedViews } from '../../workbook/registers/acceptances';
import { findSheet, findTable } from '../../workbook/snapshot';
import { TABLES } from '../../workbook/workbook-names';
import type { ControlReport, Dossier } from '../dossier';
import {
  codeCell,
  contentsOf,
  dateCell,
  planRows,
  sentenceCell,
  type NewRegister,
  type RegisterRow,
} from './register-rows';

export interface AcceptanceGiven {
  readonly reason: string;
  readonly author: string;
  readonly on: CivilDate;
}

const REGISTER: NewRegister = { title: 'Constats acceptés', widest: 'reason' };

/**
 * The plan that accepts findings: one row each in the register, which is created when there is none. Findings already
 * accepted, and those of a convention outside the workbook, are skipped; the plan is empty when none remains. Refuses
 * without a reason or an author, and on a protected sheet.
 */
export function planAcceptance(
  dossier: Dossier,
  report: Pick<ControlReport, 'accepted'>,
  findings: readonly Finding[],
  given: AcceptanceGiven,
): Result<WritePlan, Failure> {
  for (const missing of ['reason', 'author'] as const) {
    if (given[missing].trim() === '') return failure({ code: 'acceptanceIncomplete', missing });
  }
  const viewOf = acceptedViews(dossier.workbook, dossier.blocks, dossier.ledger);
  const rows = findings
    .filter((finding) => !report.accepted.has(finding))
    .map((finding) => ({ rule: finding.rule, ...viewOf(finding) }))
    .filter(({ sheet }) => sheet !== '')
    .map((view) => cellsOf({ ...view, ...given }, dossier.workbook.uses1904Dates));
  return planRows(dossier.workbook, 'acceptances', rows, { purpose: 'acceptance', ...REGISTER });
}

/**
 * The plan that reopens accepted findings: it empties their rows of the register. Empty when none of them is accepted.
 */
export function planReopen(
  { workbook }: Dossier,
  report: Pick<ControlReport, 'accepted'>,
  findings: readonly Finding[],
): Result<WritePlan, Failure> {
  const table = findTable(workbook, TABLES.acceptances);
  const sheet = table && findSheet(workbook, table.sheet);
  const accepted = findings.flatMap((finding) => report.accepted.get(finding) ?? []);
  if (!table || !sheet || accepted.length === 0) return success({ purpose: 'acceptance', expected: [], steps: [] });
  if (sheet.isProtected) return failure({ code: 'sheetProtected', sheet: sheet.name });
  const { left, columns, top } = table.area;
  const blank = Array.from({ length: columns }, (): PlannedCell => ({ value: null }));
  const tops = [...new Set(accepted.map(({ index }) => top + 1 + index))];
  return success({
    purpose: 'acceptance',
    expected: tops.map((row) => contentsOf(sheet, { top: row, left, rows: 1, columns })),
    steps: tops.map((row): WriteStep => ({ kind: 'setCells', sheet: sheet.name, top: row, left, cells: [blank] })),
  });
}

function cellsOf(
  row: {
    readonly rule: string;
    readonly sheet: string;
    readonly cell: string;
    readonly digest: string;
  } & AcceptanceGiven,
  uses1904: boolean,
): RegisterRow<'acceptances'> {
  return {
    rule: codeCell(row.rule),
    sheet: codeCell(row.sheet),
    cell: codeCell(row.cell),
    digest: codeCell(row.digest),
    reason: sentenceCell(row.reason),
    author: sentenceCell(row.author),
    date: dateCell(row.on, uses1904),
  };
}
