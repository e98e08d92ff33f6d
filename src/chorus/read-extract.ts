/**
 * An extract of Chorus, from the bytes of a file, a pasted text or the cells of a sheet: one reader for all the known
 * shapes.
 */
import { IMPUTATION_FIELDS } from '../domain/imputation/imputation';
import type { ChorusExtract } from '../domain/reconciliation/extract';
import type { ExtractLack, IgnoredLine } from '../domain/reconciliation/extract-reading';
import { failure, success, type Result } from '../domain/result';
import type { Failure } from '../workbook/failure';
import { announcedPart } from './announced-part';
import { readCsv } from './extract-csv';
import { DATE_FIELDS, updatedOn } from './dates/date-fields';
import { unreadYears } from './dates/unread-years';
import { decode } from './decode';
import { MOST_COLUMNS, RepairLog, withoutEntities, type GridRow } from './extract-rows';
import type { ExtractField } from './extract-columns';
import { amountColumns, type Layout } from './extract-layout';
import { layoutsOf, type LaidOut } from './table-layouts';
import { joined, type TableReading } from './stacked-tables';
import { otherUnitAround, type NamesOfExtract } from './extract-units';
import { textOf } from '../workbook/cells';
import { fileTitleOf } from '../workbook/ledger/tables/file-units';
import { lookUnder } from '../workbook/ledger/under-headings';
import { LineReader } from './lines';
import { filledDown } from './numberless-rows';
import { subTotalsOf } from './sub-totals';
import { unheadedAmounts } from './unheaded-columns';
import { unusedAmounts } from './unused-amounts';

/** The input of the reader. `source` is the name of the file or of the sheet, to show. */
export type ExtractInput =
  | { readonly source: string; readonly bytes: Uint8Array }
  /** Pasted: cells separated by tabs, or the text of a CSV. */
  | { readonly source: string; readonly text: string }
  | {
      readonly source: string;
      /** The names of the sheet and of its file, which may give a unit. */
      readonly sheet?: string;
      readonly file?: string;
      readonly rows: readonly GridRow[];
      readonly uses1904: boolean;
    };

/**
 * Reads an extract. Every row is a line, or is listed as ignored with its reason; repairs are counted; a file that is
 * no extract, or that can be read in two ways, is refused.
 */
export function readExtract(input: ExtractInput): Result<ChorusExtract, Failure> {
  const { source } = input;
  const repairs = new RepairLog();
  const grid = gridOf(input, repairs);
  if (!grid.ok) return grid;
  const rows = withoutTail(withoutEntities(grid.value, repairs));
  const found = layoutsOf(rows, source);
  if (!found.ok) return found;
  const [first] = found.value;
  for (const { table, layout } of found.value) {
    const unit = otherUnitAround(table.rows, table.header, amountColumns(layout.amounts), namesOf(input));
    if (unit) return failure({ code: 'extractIncomplete', source, missing: 'euros', unit });
  }
  const readings = found.value.map((one, at) => readTable(one, input, repairs, at === found.value.length - 1));
  const part = announcedPart(rows, first?.table.header ?? 0);
  const updated = first ? updatedOn(rows, first.layout, first.table.header, 'rows' in input && input.uses1904) : null;
  const datesCreation = found.value.every(({ layout }) => layout.columns.has('commitmentDate'));
  const more = {
    ...(updated !== null && { updated }),
    ...(datesCreation && { datesCreation }),
    ...(part && { part }),
  };
  return success({ source, ...joined(readings), repairs: repairs.list(), ...more });
}

function readTable({ table, layout }: LaidOut, input: ExtractInput, repairs: RepairLog, isLast: boolean): TableReading {
  const { rows, header, repeated } = table;
  const uses1904 = 'rows' in input && input.uses1904;
  const { firstRow } = lookUnder((index) => rows[index]?.cells ?? [], header, rows.length - 1);
  const lined = filledDown(rows.slice(firstRow), layout, repairs);
  const subTotals = subTotalsOf(lined, layout, uses1904);
  const reader = new LineReader(layout, repairs, uses1904, !('rows' in input), subTotals);
  rows.slice(0, header).forEach((row) => reader.preamble(row));
  rows.slice(header + 1, firstRow).forEach((row) => reader.underHeadings(row));
  lined.forEach((row, index) => {
    if (repeated.has(row.line)) reader.headings(row);
    else reader.row(row, isLast && index === lined.length - 1);
  });
  reader.end();
  return {
    shape: layout.shape,
    form: layout.headings.map(textOf).join('\n'),
    lines: reader.lines,
    ignored: reader.ignored,
    lacks: lacksOf(layout),
    shownTotals: reader.shownTotals(),
    sums: reader.sums(),
    unheaded: unheadedAmounts(lined, layout),
    unused: unusedAmounts(countedRows(lined, reader.ignored), layout),
    statuses: reader.qualified.unknownStatuses(),
    years: unreadYears(lined, reader.lines, layout, uses1904),
  };
}

/** The rows without the totals and those that the extract takes out; a line of zero may hold another amount. */
function countedRows(rows: readonly GridRow[], ignored: readonly IgnoredLine[]): readonly GridRow[] {
  const left = new Set(ignored.filter(({ reason }) => reason !== 'zero').map(({ line }) => line));
  return left.size === 0 ? rows : rows.filter(({ line }) => !left.has(line));
}

/** The file without its folders nor its ending. */
function namesOf(input: ExtractInput): NamesOfExtract {
  if (!('rows' in input)) return { file: fileTitleOf(input.source) };
  const { file, sheet } = input;
  return { ...(file !== undefined && { file: fileTitleOf(file) }), ...(sheet !== undefined && { sheet }) };
}

function gridOf(input: ExtractInput, repairs: RepairLog): Result<readonly GridRow[], Failure> {
  const { source } = input;
  if ('rows' in input) {
    const widest = input.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
    return widest > MOST_COLUMNS
      ? failure({ code: 'tooLarge', what: source, limit: `${MOST_COLUMNS} colonnes` })
      : success(input.rows);
  }
  const text = 'text' in input ? success(input.text) : decode(input.bytes, source, repairs);
  return text.ok ? readCsv(text.value, source, repairs) : text;
}

/** The rows up to the last that holds something. */
function withoutTail(rows: readonly GridRow[]): readonly GridRow[] {
  let end = rows.length;
  while (end > 0 && (rows[end - 1]?.cells ?? []).every((cell) => cell === null || cell === '')) end -= 1;
  return rows.slice(0, end);
}

function lacksOf({ columns, amounts }: Layout): ExtractLack[] {
  const has = (field: ExtractField): boolean => columns.has(field);
  const stages = amounts.kind === 'measures' ? [...amounts.columns.keys()] : [];
  const isOnlyEngaged =
    stages.length > 0 &&
    stages.every((stage) => stage === 'engaged' || stage === 'engagedOfYear' || stage === 'carriedOver');
  const hidesCarryOver =
    amounts.kind === 'long' ||
    (stages.includes('engaged') && !stages.includes('carriedOver') && !stages.includes('engagedOfYear'));
  const isOfCommitments = isOnlyEngaged || (amounts.kind === 'typed' && amounts.defaultValueType === 51);
  return [
    ...(has('ej') ? [] : (['ej'] as const)),
    ...(has('ejLine') ? [] : (['ejLine'] as const)),
    ...(has('dp') || isOfCommitments ? [] : (['dp'] as const)),
    ...(DATE_FIELDS.some(has) ? [] : (['date'] as const)),
    ...(IMPUTATION_FIELDS.some((field) => field !== 'ministerialAxis2' && has(field)) ? [] : (['imputation'] as const)),
    ...(has('ministerialAxis2') ? [] : (['envelope'] as const)),
    ...(hidesCarryOver ? (['carryOver'] as const) : []),
  ];
}
