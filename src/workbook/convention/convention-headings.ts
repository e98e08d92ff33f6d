/**
 * The headings of the convention tables. Columns may be added or left out. One that was renamed would lose what it
 * holds, and the rows of some tables cannot do without others: both are faults.
 */
import { comparable } from '../../domain/text';
import { cellAddress, quoteSheet, textOf, type CellValue } from '../cells';
import { CellReader, isBlankText } from '../ledger/read-cells';
import { namesCredits, OurTable, ownHeadings, type ColumnOf } from '../registers/our-tables';
import {
  findSheet,
  findTable,
  formulaKey,
  shownAt,
  valueAt,
  type SheetSnapshot,
  type TableSnapshot,
  type WorkbookSnapshot,
} from '../snapshot';
import { COLUMNS, TABLES, type TableId } from '../workbook-names';
import { aliasesIn, wordsIn, type ConventionCells } from './convention-cells';
import { itemsOfThresholds, readShare } from './typed-shares';
import { identifierOf, MODE_WORDS, RECURRENCE_WORDS } from './convention-words';
import { meantName } from './meant-name';

/** Columns that the rows of a table cannot do without; those of envelopes, lines and keys are in their own readers. */
const NEEDED: { readonly [T in TableId]?: readonly ColumnOf<T>[] } = {
  imputations: ['field', 'value'],
  movements: ['type', 'nature', 'amount'],
  fungibility: ['from', 'to', 'nature', 'share', 'amount'],
  partCeilings: ['part', 'value', 'ae', 'cp'],
  rap: ['ej', 'amount'],
  duties: ['type'],
  requests: ['receivedOn'],
};
/** Columns of days, whose content recognises them under any heading. */
const DAYS: { readonly [T in TableId]?: readonly ColumnOf<T>[] } = {
  imputations: ['from', 'until'],
  movements: ['date', 'authorisedOn'],
  duties: ['dueOn', 'doneOn'],
  requests: ['receivedOn', 'answeredOn'],
  milestones: ['planned', 'done'],
};
/** Columns of names of envelopes, of modes, of thresholds and of recurrences, which their content recognises too. */
const ENVELOPES: readonly string[] = [
  COLUMNS.imputations.envelope,
  COLUMNS.lines.envelope,
  COLUMNS.milestones.envelope,
  COLUMNS.movements.from,
  COLUMNS.movements.to,
];
const MODES: readonly string[] = [COLUMNS.envelopes.mode, COLUMNS.lines.mode, COLUMNS.partCeilings.mode];
const THRESHOLDS: readonly string[] = [COLUMNS.envelopes.thresholds, COLUMNS.lines.thresholds];
const NATURES: readonly string[] = [COLUMNS.envelopes.ae, COLUMNS.envelopes.cp];
const YEAR = comparable(COLUMNS.rap.year);
/** Headings of the CP that are given for earlier EJ, comparable. */
const RAP =
  /\brap\b|\breste?s? a payer\b|\brestants? a payer\b|\bopening outstanding\b|\b(?:engagements?|ej|cp|annees?) (?:anterieur|precedent)e?s?\b/;
/** « Délégué 2023 », « Crédits délégués », comparable. */
const DELEGATED = /\bdeleguee?s?\b/;
const YEARS = /^(?:19|20)\d\d$/;

/** Reports the first heading that is renamed, given twice or missing, in each of these tables. */
export function checkHeadings(cells: ConventionCells, workbook: WorkbookSnapshot, ids: readonly TableId[]): void {
  const reader = new CellReader(workbook.uses1904Dates);
  const names = namesOfEnvelopes(workbook);
  for (const id of ids) {
    const table = findTable(workbook, TABLES[id]);
    if (table) checkTable(cells, workbook, { reader, names }, id, table);
    checkNeeded(cells, workbook, id);
  }
}

function checkNeeded<T extends TableId>(cells: ConventionCells, workbook: WorkbookSnapshot, id: T): void {
  const table = OurTable.find(workbook, id);
  if (table && table.rows().length > 0) cells.requireColumns(table, NEEDED[id] ?? []);
}

function checkTable(
  cells: ConventionCells,
  workbook: WorkbookSnapshot,
  by: { readonly reader: CellReader; readonly names: ReadonlySet<string> },
  id: TableId,
  { sheet: name, area, columns }: TableSnapshot,
): void {
  const headings = Object.values<string>(COLUMNS[id]);
  const known = new Set(headings.map(comparable));
  const own = ownHeadings(id, columns);
  const missing = headings.filter((heading) => !own.includes(comparable(heading)));
  const days = (DAYS[id] ?? []).map(
    (column: string) => (COLUMNS[id] as Readonly<Record<string, string>>)[column] ?? '',
  );
  const sheet = findSheet(workbook, name);
  if (!sheet) return;
  own.forEach((heading, position) => {
    const column = area.left + position;
    const isRepeated = known.has(heading) && own.indexOf(heading) < position;
    if (known.has(heading) && !isRepeated) return;
    const rows = Array.from({ length: Math.max(0, area.rows - 1) }, (_, row) => area.top + 1 + row);
    const filled = rows.filter((row) => !isBlankText(textOf(valueAt(sheet, row, column))));
    if (filled.length === 0) return;
    const values = filled.map((row) => valueAt(sheet, row, column));
    const isDay = (value: CellValue, at: number): boolean =>
      by.reader.date(value).kind === 'date' &&
      (typeof value === 'string' || shownAt(sheet, filled[at] ?? 0, column)?.kind === 'date');
    const like = missing.filter(
      (other) =>
        (comparable(other) === YEAR && values.every((value) => YEARS.test(textOf(value)))) ||
        (days.includes(other) && values.every(isDay)) ||
        isTypedAs(other, { sheet, column, rows: filled }, by.names) ||
        isNatureUnder(heading, other, { sheet, column, rows: filled }) ||
        (other === COLUMNS.envelopes.rap && namesRap(heading, { sheet, column, rows: filled })) ||
        (other === COLUMNS.lines.delegated && DELEGATED.test(heading) && holdsAmounts({ sheet, column, rows: filled })),
    );
    const text = columns[position] ?? '';
    const place = `${quoteSheet(name)}!${cellAddress(area.top, column)}`;
    const meant = meantName(text, missing) ?? like[0];
    if (isRepeated) cells.report(TABLES[id], place, 'memberRepeated', text, '');
    else if (meant !== undefined) cells.report(TABLES[id], place, 'memberUnknown', text, meant);
  });
}

/** The filled cells of a column. */
interface FilledCells {
  readonly sheet: SheetSnapshot;
  readonly column: number;
  readonly rows: readonly number[];
}

/** True where each cell has what is typed under that heading: a mode, « mensuelle », an envelope. A formula is the team's. */
function isTypedAs(heading: string, { sheet, column, rows }: FilledCells, names: ReadonlySet<string>): boolean {
  if (rows.some((row) => sheet.formulas.has(formulaKey(row, column)))) return false;
  const texts = rows.map((row) => textOf(valueAt(sheet, row, column)));
  const isPercentage = (text: string, at: number): boolean =>
    shownAt(sheet, rows[at] ?? 0, column)?.kind === 'percentage' ||
    itemsOfThresholds(text).every((item) => item.endsWith('%') && readShare(item) !== null);
  if (MODES.includes(heading))
    return texts.every((text) => wordsIn(text).every((item) => identifierOf(MODE_WORDS, item) !== null));
  if (heading === COLUMNS.duties.every) return texts.every((text) => identifierOf(RECURRENCE_WORDS, text) !== null);
  if (THRESHOLDS.includes(heading)) return texts.every(isPercentage);
  return ENVELOPES.includes(heading) && texts.every((text) => names.has(comparable(text)));
}

/** « AE 2023 », « AE/CP », « Dotation AE » over typed amounts, in place of « AE ». */
function isNatureUnder(heading: string, other: string, { sheet, column, rows }: FilledCells): boolean {
  return NATURES.includes(other) && namesCredits(heading, comparable(other)) && holdsAmounts({ sheet, column, rows });
}

/** Typed amounts. A formula is the team's. */
function holdsAmounts({ sheet, column, rows }: FilledCells): boolean {
  if (rows.some((row) => sheet.formulas.has(formulaKey(row, column)))) return false;
  return rows.some((row) => /\d/.test(textOf(valueAt(sheet, row, column))));
}

/** « RAP 2022 », « Restes à payer », « dont engagements antérieurs » over typed amounts. A formula is the team's. */
function namesRap(heading: string, { sheet, column, rows }: FilledCells): boolean {
  if (!RAP.test(heading) || rows.some((row) => sheet.formulas.has(formulaKey(row, column)))) return false;
  const values = rows.map((row) => valueAt(sheet, row, column));
  return values.some((value) => value !== 0 && value !== '0') && values.every((value) => /\d/.test(textOf(value)));
}

/** The codes, the labels and the aliases of the envelopes, comparable. */
function namesOfEnvelopes(workbook: WorkbookSnapshot): ReadonlySet<string> {
  const rows = OurTable.find(workbook, 'envelopes')?.rows() ?? [];
  const names = rows.flatMap((row) => [
    row.table.text(row, 'code'),
    row.table.text(row, 'label'),
    ...aliasesIn(row.table.text(row, 'aliases')),
  ]);
  return new Set(names.filter((name) => name !== '').map(comparable));
}
