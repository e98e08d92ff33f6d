/**
 * The cells of a table of ours that is a table no more, or has another name: « Convertir en plage », or a new name in
 * the table's own tab. Its rows would otherwise be left out without a word, and what they control too.
 */
import { comparable } from '../../domain/text';
import { cellAddress, quoteSheet, type Area } from '../cells';
import { ourAreas } from '../reading/our-areas';
import { findTable, type SheetSnapshot, type WorkbookSnapshot } from '../snapshot';
import { COLUMNS, TABLES, type TableId } from '../workbook-names';
import { isUndoSheetName } from './record-sheet';

/** A table that the workbook no longer has, and where its headings are. */
export interface LostTable {
  readonly id: TableId;
  /** The first heading: `'Imputations et mouvements'!A8`. */
  readonly address: string;
}

/** The registers and the convention are at the top of their sheets: the headings are looked for in so many rows. */
const MOST_ROWS = 1_000;
/** A row of headings is that of a table when so much of both is the same: columns may be added, or left out. */
const SHARED = 0.7;

/** The first of these tables that is missing while its headings are on a sheet; null when there is none. */
export function lostTable(workbook: WorkbookSnapshot, ids: readonly TableId[]): LostTable | null {
  const missing = ids.filter((id) => !findTable(workbook, TABLES[id])).map((id) => ({ id, headings: headingsOf(id) }));
  if (missing.length === 0) return null;
  const words = new Set(missing.flatMap(({ id }) => Object.values<string>(COLUMNS[id])));
  for (const sheet of workbook.sheets) {
    if (isUndoSheetName(sheet.name)) continue;
    for (const run of headingRuns(workbook, sheet, words)) {
      const found = missing.find(({ headings }) => isHeadedBy(run.texts, headings));
      if (found) return { id: found.id, address: `${quoteSheet(sheet.name)}!${cellAddress(run.row, run.column)}` };
    }
  }
  return null;
}

function headingsOf(id: TableId): ReadonlySet<string> {
  return new Set(Object.values<string>(COLUMNS[id]).map(comparable));
}

/** Texts side by side in a row. */
interface Run {
  readonly row: number;
  readonly column: number;
  readonly texts: readonly string[];
}

/** The runs of texts with one of these words, outside the tables that have their name and the documents. */
function* headingRuns(workbook: WorkbookSnapshot, sheet: SheetSnapshot, words: ReadonlySet<string>): Generator<Run> {
  const { used, values } = sheet;
  if (!used) return;
  let known: readonly Area[] | null = null;
  for (const [r, row] of values.slice(0, MOST_ROWS).entries()) {
    if (!row.some((value) => typeof value === 'string' && words.has(value))) continue;
    known ??= knownAreas(workbook, sheet);
    for (let c = 0; c < row.length; c++) {
      const start = c;
      while (isWord(row[c])) c++;
      const [at, column] = [used.top + r, used.left + start];
      const isKnown = known.some((area) => isInside(at, column, area));
      if (c - start > 1 && !isKnown) yield { row: at, column, texts: row.slice(start, c) as string[] };
    }
  }
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** Our tables that have their name, and our documents. */
function knownAreas(workbook: WorkbookSnapshot, sheet: SheetSnapshot): readonly Area[] {
  const names = new Set(Object.values<string>(TABLES).map((name) => name.toLowerCase()));
  return ourAreas(workbook, sheet).flatMap(({ area, table }) =>
    table === null || names.has(table.name.toLowerCase()) ? [area] : [],
  );
}

function isInside(row: number, column: number, { top, left, rows, columns }: Area): boolean {
  return row >= top && row < top + rows && column >= left && column < left + columns;
}

function isHeadedBy(texts: readonly string[], headings: ReadonlySet<string>): boolean {
  const shared = new Set(texts.map(comparable).filter((text) => headings.has(text))).size;
  return shared >= SHARED * Math.max(texts.length, headings.size);
}
