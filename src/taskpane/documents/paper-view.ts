/**
 * A page of a document as blocks that a screen shows: sentences where a row has one text, tables where it has several
 * cells. The same cells as what is written; no layout.
 */
import type { PlacedChart, WrittenPage } from '../../application/documents/written-pages';
import { formatAmount, formatDate, formatRate } from '../../messages/format';
import { isCellError, type CellValue } from '../../workbook/cells';
import type { PlannedCell, StyleName } from '../../workbook/plan';
import { dateOfSerial } from '../../workbook/serials';

export interface PaperCell {
  readonly text: string;
  readonly style: StyleName;
}

export type PaperBlock =
  | { readonly kind: 'sentence'; readonly text: string; readonly style: StyleName }
  /** Every row has as many cells; a null one is left to the user. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly (PaperCell | null)[])[] }
  | { readonly kind: 'chart'; readonly chart: PlacedChart };

export interface PaperView {
  readonly blocks: readonly PaperBlock[];
  /** Rows of cells that are not shown. */
  readonly hidden: number;
}

/** Rows of a page that are shown: a document of several thousand is opened instead. */
const MOST_ROWS = 400;

/** The blocks of a page. Sentences that follow each other in one style are one paragraph. */
export function paperOf({ rows, charts }: WrittenPage, uses1904: boolean): PaperView {
  const blocks: PaperBlock[] = [];
  let table: (readonly (PaperCell | null)[])[] | null = null;
  const covered = new Set(
    charts.flatMap(({ top, rows: count }) => Array.from({ length: count }, (_, row) => top + row)),
  );
  rows.slice(0, MOST_ROWS).forEach((cells, row) => {
    for (const chart of charts)
      if (chart.top === row && isFirstOfRow(chart, charts)) blocks.push(...chartsAt(row, charts));
    const filled = cells.flatMap((cell, column) => (cell && (cell.value !== null || isInput(cell)) ? [column] : []));
    const [only] = filled;
    const isSentence = filled.length === 1 && only === 0 && cells[0]?.style !== 'label' && !isInput(cells[0]);
    if (filled.length > 0 && !isSentence && !covered.has(row)) {
      if (!table) blocks.push({ kind: 'table', rows: (table = []) });
      table.push(cells.map((cell) => cell && shownCell(cell, uses1904)));
      return;
    }
    table = null;
    if (!isSentence || !cells[0]) return;
    const { text, style } = shownCell(cells[0], uses1904);
    const last = blocks.at(-1);
    const isSame =
      last?.kind === 'sentence' && last.style === style && row > 0 && (rows[row - 1]?.[0]?.value ?? null) !== null;
    if (isSame && style === 'paragraph') blocks[blocks.length - 1] = { ...last, text: `${last.text} ${text}` };
    else blocks.push({ kind: 'sentence', text, style });
  });
  return { blocks: blocks.map(withoutEmptyColumns), hidden: Math.max(0, rows.length - MOST_ROWS) };
}

function chartsAt(row: number, charts: readonly PlacedChart[]): readonly PaperBlock[] {
  return charts.filter(({ top }) => top === row).map((chart) => ({ kind: 'chart', chart }));
}

function isFirstOfRow(chart: PlacedChart, charts: readonly PlacedChart[]): boolean {
  return charts.find(({ top }) => top === chart.top) === chart;
}

/** A cell in which the user writes. */
function isInput(cell: PlannedCell | null | undefined): boolean {
  return cell?.style === 'inputText';
}

/** A table without the columns on its right that no row fills. */
function withoutEmptyColumns(block: PaperBlock): PaperBlock {
  if (block.kind !== 'table') return block;
  const width = Math.max(...block.rows.map((row) => row.reduce((last, cell, column) => (cell ? column + 1 : last), 0)));
  return { ...block, rows: block.rows.map((row) => row.slice(0, width)) };
}

function shownCell({ value, style = 'text' }: PlannedCell, uses1904: boolean): PaperCell {
  return { text: textOf(value, style, uses1904), style };
}

/** As the number format of the style shows it. */
function textOf(value: CellValue, style: StyleName, uses1904: boolean): string {
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (typeof value !== 'number') return String(value);
  if (AMOUNTS.has(style)) return formatAmount(Math.round(value * 100), 'fr');
  if (style === 'rate' || style === 'totalRate') return formatRate(String(value), 'fr');
  const date = style === 'date' ? dateOfSerial(value, uses1904) : null;
  return date === null ? String(value).replace('.', ',') : formatDate(date, 'fr');
}

const AMOUNTS: ReadonlySet<StyleName> = new Set(['amount', 'totalAmount', 'controlAmount', 'repairedAmount']);
