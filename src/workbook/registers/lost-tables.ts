/**
 * The cells of a table of ours that is a table no more, or has another name: « Convertir en plage », or a new name in
 * the table's own tab. Its rows would otherwise be left out without a word, and what they control too.
 */
import { comparable } from '../../domain/text';
import { cellAddress, quoteSheet, type Area } from '../cells';
import type { BadConvention } from '../failure';
import { ourAreas } from '../reading/our-areas';
import { findTable, valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../snapshot';
import { COLUMNS, CONVENTION_KEYS, TABLES, type TableId } from '../workbook-names';
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

/** The tables without one of which there is no convention. */
const ESSENTIAL: ReadonlySet<TableId> = new Set(['convention', 'envelopes']);
/** « Clé » and « Valeur » head many a table; under those of the convention are at least so many of these keys. */
const TELLING_KEYS = [
  CONVENTION_KEYS.delegants,
  CONVENTION_KEYS.delegates,
  CONVENTION_KEYS.signedOn,
  CONVENTION_KEYS.endsOn,
].map(comparable);
const FEWEST_KEYS = 3;

/** Those of these tables that are missing while their headings are on a sheet, each once, in the order of the sheets. */
export function lostTables(workbook: WorkbookSnapshot, ids: readonly TableId[]): readonly LostTable[] {
  const missing = new Map(ids.filter((id) => !findTable(workbook, TABLES[id])).map((id) => [id, headingsOf(id)]));
  const words = new Set([...missing.keys()].flatMap((id) => Object.values<string>(COLUMNS[id])));
  const lost: LostTable[] = [];
  for (const sheet of workbook.sheets) {
    if (missing.size === 0) break;
    if (isUndoSheetName(sheet.name)) continue;
    for (const run of headingRuns(workbook, sheet, words)) {
      const found = [...missing].find(([id, headings]) => isHeadedBy(run, headings) && hasItsKeys(id, run));
      if (!found) continue;
      const [id] = found;
      missing.delete(id);
      lost.push({ id, address: `${quoteSheet(sheet.name)}!${cellAddress(run.row, run.column)}` });
    }
  }
  return lost;
}

/**
 * True when these lost tables are those of a convention, in a workbook that has none of them under its name. A team's
 * own sheet may have the three headings of a small register; it has not those of the envelopes.
 */
export function areOfAConvention(lost: readonly LostTable[]): boolean {
  return lost.some(({ id }) => ESSENTIAL.has(id));
}

/** The refusal that names them all; null when none is lost. */
export function faultOfLost([first, ...others]: readonly LostTable[]): BadConvention | null {
  if (!first) return null;
  const table = TABLES[first.id];
  const fault = { table, cell: first.address, problem: 'tableLost', found: '', expected: table } as const;
  const alsoLost = others.map(({ id, address }) => ({ table: TABLES[id], cell: address }));
  return { code: 'badConvention', ...fault, ...(alsoLost.length > 0 && { alsoLost }) };
}

function headingsOf(id: TableId): ReadonlySet<string> {
  return new Set(Object.values<string>(COLUMNS[id]).map(comparable));
}

/** Texts side by side in a row. */
interface Run {
  readonly row: number;
  readonly column: number;
  readonly texts: readonly string[];
  readonly sheet: SheetSnapshot;
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
      if (c - start > 1 && !isKnown) yield { row: at, column, texts: row.slice(start, c) as string[], sheet };
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

function isHeadedBy({ texts }: Run, headings: ReadonlySet<string>): boolean {
  const shared = new Set(texts.map(comparable).filter((text) => headings.has(text))).size;
  return shared >= SHARED * Math.max(texts.length, headings.size);
}

/** True when the cells under the headings are those of the convention; the other tables need no such proof. */
function hasItsKeys(id: TableId, { row, column, texts, sheet }: Run): boolean {
  if (id !== 'convention') return true;
  const keys = column + texts.map(comparable).indexOf(comparable(COLUMNS.convention.key));
  const under = new Set<string>();
  for (let at = row + 1; at < row + MOST_ROWS; at++) {
    const text = valueAt(sheet, at, keys);
    if (isWord(text)) under.add(comparable(text));
  }
  return TELLING_KEYS.filter((key) => under.has(key)).length >= FEWEST_KEYS;
}
