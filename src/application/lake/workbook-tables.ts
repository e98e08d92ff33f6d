/** Everything that the lake keeps of one workbook: its tables, and the convention and credit year that part them. */
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { ControlReport, Dossier } from '../dossier';
import type { Describe, DescribePlace } from '../json-report';
import { EJS, ejRows, FIGURES, figureRows, FORMER_FIGURES, formerFigureRows } from './figure-tables';
import { FINDINGS, findingRows, READING, readingRows } from './finding-tables';
import {
  amount,
  date,
  integer,
  type LakeRows,
  type LakeSchema,
  type LakeTable,
  rowsOf,
  schemaOf,
  text,
} from './lake-table';
import { LEDGER, ledgerLines } from './ledger-table';
import { PART_FIGURES, partFigureRows } from './part-table';
import {
  CODES,
  CONVENTIONS,
  ENVELOPES,
  envelopeRows,
  MOVEMENTS,
  movementRows,
  REQUESTS,
  requestRows,
} from './term-tables';

interface WorkbookRow {
  readonly file: string;
  /** Null when the workbook was read. */
  readonly problem: string | null;
  readonly asOf: CivilDate | null;
  readonly report: ControlReport | null;
  readonly unread: { readonly places: number; readonly cents: number } | null;
}

const WORKBOOKS: LakeTable<WorkbookRow> = {
  name: 'workbooks',
  meaning: 'one workbook that was exported, those that could not be read too',
  columns: [
    text('file', 'path from the folder of the lake, with `/`', ({ file }) => file),
    text('status', '`read` or `unread`', ({ problem }) => (problem === null ? 'read' : 'unread')),
    text('problem', 'why it could not be read', ({ problem }) => problem),
    date('as_of', 'date of the situation', ({ asOf }) => asOf),
    integer('rows_read', 'rows of the ledger that are not empty', ({ report }) => report?.rows.read),
    integer('rows_checked', 'those that were checked', ({ report }) => report?.rows.checked),
    integer(
      'rows_unchecked',
      'those charged to no envelope, or with an amount that cannot be read',
      ({ report }) => report?.rows.unchecked,
    ),
    integer('rows_ignored', 'totals, cancelled rows, rows of another year…', ({ report }) => report?.rows.ignored),
    integer('errors', 'findings of that severity', ({ report }) => countOf(report, 'error')),
    integer('warnings', 'findings of that severity', ({ report }) => countOf(report, 'warning')),
    integer('infos', 'findings of that severity', ({ report }) => countOf(report, 'info')),
    integer('accepted', 'findings accepted with a reason', ({ report }) => report?.accepted.size),
    integer('accepted_errors', 'the errors among them, which `errors` counts too', ({ report }) =>
      acceptedErrors(report),
    ),
    integer('unread_places', 'places with amounts that nothing reads', ({ unread }) => unread?.places),
    amount('unread_sum', 'the sum of these amounts', ({ unread }) => unread?.cents),
  ],
};

function countOf(report: ControlReport | null, severity: string): number | null {
  return report && report.findings.filter((finding) => finding.severity === severity).length;
}

function acceptedErrors(report: ControlReport | null): number | null {
  return report && [...report.accepted.keys()].filter(({ severity }) => severity === 'error').length;
}

/** One workbook, as the lake keeps it. */
export interface ExportedWorkbook {
  /** Null when it could not be read. */
  readonly partition: { readonly convention: string; readonly year: number } | null;
  readonly tables: readonly LakeRows[];
}

/** A workbook by its key, and its path from the lake. */
export interface WorkbookName {
  readonly key: string;
  readonly file: string;
}

/** The tables of a workbook that was controlled. */
export function exportedWorkbook(
  { key, file }: WorkbookName,
  dossier: Dossier,
  report: ControlReport,
  words: { readonly describe: Describe; readonly describePlace: DescribePlace },
): ExportedWorkbook {
  const { convention, account } = dossier;
  const { balances, charged, asOf } = report;
  const unread = account.filter(({ role }) => role === 'unread').map(({ sums }) => sums.ae + sums.cp + sums.other);
  const places = { places: unread.length, cents: unread.reduce((total, cents) => total + cents, 0) };
  const tables = [
    rowsOf(WORKBOOKS, key, [{ file, problem: null, asOf, report, unread: places }]),
    rowsOf(CONVENTIONS, key, [convention]),
    rowsOf(ENVELOPES, key, envelopeRows(convention)),
    rowsOf(CODES, key, convention.imputation),
    rowsOf(MOVEMENTS, key, movementRows(convention)),
    rowsOf(REQUESTS, key, requestRows(convention, asOf)),
    rowsOf(FIGURES, key, figureRows(convention, balances)),
    rowsOf(FORMER_FIGURES, key, formerFigureRows(charged, balances)),
    rowsOf(PART_FIGURES, key, partFigureRows(charged, balances)),
    rowsOf(EJS, key, ejRows(charged, balances)),
    rowsOf(LEDGER, key, ledgerLines(dossier, report)),
    rowsOf(FINDINGS, key, findingRows(dossier, report, words.describe)),
    rowsOf(READING, key, readingRows(dossier, words.describePlace)),
  ];
  return {
    partition: { convention: nameOf(convention, file), year: convention.creditYear },
    tables,
  };
}

/** Without identifier and reference, two titles are two conventions, and so are two workbooks without a title. */
function nameOf({ id, reference, title }: Dossier['convention'], file: string): string {
  return [id, reference, title, file].find((name) => name.trim() !== '') ?? file;
}

/** The one row of a workbook that could not be read. */
export function unreadWorkbook({ key, file }: WorkbookName, problem: string): ExportedWorkbook {
  return {
    partition: null,
    tables: [rowsOf(WORKBOOKS, key, [{ file, problem, asOf: null, report: null, unread: null }])],
  };
}

/** Every table of the lake, in the order of `docs/lake.md`. */
export const LAKE_SCHEMAS: readonly LakeSchema[] = [
  schemaOf(WORKBOOKS),
  schemaOf(CONVENTIONS),
  schemaOf(ENVELOPES),
  schemaOf(CODES),
  schemaOf(MOVEMENTS),
  schemaOf(REQUESTS),
  schemaOf(FIGURES),
  schemaOf(FORMER_FIGURES),
  schemaOf(PART_FIGURES),
  schemaOf(EJS),
  schemaOf(LEDGER),
  schemaOf(FINDINGS),
  schemaOf(READING),
];
