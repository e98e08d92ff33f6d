/**
 * The sub-totals of an EJ that repeat its number, without the words of a total: beside its lines, the row that has no
 * poste, DP nor day of its own, and is exactly their sum. The sum of one line is as well that line, twice: it is a
 * sub-total only where the extract has one of several lines.
 */
import { isPlaceholder } from '../domain/imputation/chorus-codes';
import { textOf } from '../workbook/cells';
import { CellReader, isBlankText } from '../workbook/ledger/read-cells';
import { isFilled } from '../workbook/ledger/sheet-rows';
import { meaningOf } from '../workbook/ledger/headings';
import { type ExtractField, meaningOfHeading } from './extract-columns';
import { shownInRow, type GridRow } from './extract-rows';
import { amountColumns, type Layout } from './extract-layout';
import { totalLabelOf } from './total-rows';

/** A sub-total has none of them: each line has one. */
const OF_LINES: readonly ExtractField[] = [
  ...(['ejLine', 'dp', 'dpLine', 'paymentDate', 'accountingDate', 'baseDate', 'serviceDate'] as const),
];
const EJ_NUMBER = /^\d{9,10}$/;
const FEWEST_LINES = 2;

/** The columns of suppliers, under any heading, or the blank one beside: a company may be called Total. */
export function supplierColumns({ headings }: Layout): readonly number[] {
  const isSupplier = (column: number): boolean => {
    const heading = textOf(headings[column] ?? null);
    return meaningOf(heading).has('supplier') || meaningOfHeading(heading)?.field === 'supplier';
  };
  return [...headings.keys()].filter(
    (column) => isSupplier(column) || (!isFilled(headings[column] ?? null) && column > 0 && isSupplier(column - 1)),
  );
}

interface SubTotal {
  readonly line: number;
  readonly lines: number;
}

/** The sub-totals among the rows of one table, by their line; empty where amounts are not in columns of their own. */
export function subTotalsOf(rows: readonly GridRow[], layout: Layout, uses1904: boolean): ReadonlySet<number> {
  const ej = layout.columns.get('ej');
  const details = OF_LINES.flatMap((field) => layout.columns.get(field) ?? []);
  if (ej === undefined || details.length === 0 || layout.amounts.kind !== 'measures') return new Set();
  const cells = new CellReader(uses1904);
  const found = runsOf(rows, ej).flatMap((run) => subTotalIn(run, details, layout, cells) ?? []);
  return found.some(({ lines }) => lines >= FEWEST_LINES) ? new Set(found.map(({ line }) => line)) : new Set();
}

/** Rows of one EJ that follow each other, and repeat its number. */
function runsOf(rows: readonly GridRow[], ej: number): readonly (readonly GridRow[])[] {
  const runs: GridRow[][] = [];
  let current = '';
  for (const row of rows) {
    const number = textOf(row.cells[ej] ?? null).trim();
    const isOfRun =
      EJ_NUMBER.test(number) && row.isOfGroup !== true && totalLabelOf([row.cells[ej] ?? null], false) === null;
    if (isOfRun && number === current) runs.at(-1)?.push(row);
    else if (isOfRun) runs.push([row]);
    current = isOfRun ? number : '';
  }
  return runs;
}

/** The only row of a run without details, above its lines or below them, where it is their sum. */
function subTotalIn(
  run: readonly GridRow[],
  details: readonly number[],
  layout: Layout,
  reader: CellReader,
): SubTotal | null {
  const has = ({ cells }: GridRow, column: number): boolean => isFilled(cells[column] ?? null);
  const bare = run.filter((row) => details.every((column) => !has(row, column)));
  const [row] = bare;
  const lines = run.filter((one) => one !== row);
  const isApart = row !== undefined && bare.length === 1 && (row === run[0] || row === run.at(-1));
  if (!isApart || lines.length === 0 || !details.some((column) => lines.every((one) => has(one, column)))) return null;
  const columns = amountColumns(layout.amounts);
  const shown = columns.map((column) => centsAt(row, column, reader));
  const isSum = columns.every((column, at) => {
    const cents = lines.map((one) => centsAt(one, column, reader));
    return cents.every((one) => one !== null) && cents.reduce<number>((sum, one) => sum + (one ?? 0), 0) === shown[at];
  });
  return isSum && shown.some((cents) => cents !== 0) ? { line: row.line, lines: lines.length } : null;
}

/** Null for an amount that is not read. */
function centsAt(row: GridRow, column: number, reader: CellReader): number | null {
  const text = textOf(row.cells[column] ?? null);
  if (isPlaceholder(text) || isBlankText(text)) return 0;
  const reading = reader.amountShown(row.cells[column] ?? null, shownInRow(row, column));
  return reading.kind === 'amount' ? reading.cents : null;
}
