/**
 * Finds the team's ledger: Excel Tables first, then plain ranges under title rows; visible sheets before hidden ones. Our own tables and
 * the sheets of our documents are never candidates. Nothing is guessed between two that are as good: the user chooses.
 */
import type { LedgerField } from '../domain/envelopes/ledger';
import { failure, success, type Result } from '../domain/result';
import { comparable } from '../domain/text';
import { parseArea, type Area, type CellValue } from './cells';
import { choicesFor, type Chosen, type ColumnChoice } from './column-choices';
import type { Failure } from './failure';
import { meaningOf } from './headings';
import type { LedgerBlock, LedgerColumn } from './ledger-source';
import { proposeColumns, type ProposedColumn } from './map-columns';
import { OUR_PREFIX } from './names';
import { CellReader, textOf } from './read-cells';
import { valueAt, type SheetSnapshot, type TableSnapshot, type WorkbookSnapshot } from './snapshot';

/** A table or a range that may be the ledger. */
export interface LedgerCandidate {
  /** The name of the Excel Table, or that of the sheet for a plain range: what the user chooses by. */
  readonly name: string;
  readonly block: LedgerBlock;
  /** The proposed mapping, best first. */
  readonly columns: readonly ProposedColumn[];
  /** The sum of the confidences. */
  readonly score: number;
  readonly isHidden: boolean;
}

const HEADING_ROWS_SEARCHED = 30;
const COLUMNS_SEARCHED = 200;
const ROWS_SAMPLED = 100;
/** A sheet may have its last value a million rows below the others. */
const ROWS_LOOKED_AT = 2000;
const FEWEST_FIELDS = 3;
/** A second candidate this close to the best is as good. */
const AS_GOOD = 0.8;
/** The sheet of payments may know less than that of commitments. */
const HALF_AS_GOOD = 0.5;
/** An amount column that says neither AE nor CP. */
const UNSPECIFIC = 0.6;
const PAYMENT = /^(dp|paiement|facture|mandat|demande de paiement)\b/;
const COMMITMENT = /^(ej|engagement|commande|bon de commande|bc)\b/;

/** Headings may be repeated below: a lower row is the heading row only when it says clearly more than a higher one. */
const CLEARLY_BETTER = 1.2;

const AMOUNTS: readonly LedgerField[] = ['ae', 'cp'];
/** A ledger says which operation each row is: a table of amounts by envelope alone is a summary. */
const OPERATIONS: readonly LedgerField[] = ['ejNumber', 'dpNumber', 'commitmentDate', 'paymentDate'];

/** Every table and range that looks like a ledger, best rank first: tables, then ranges, then those of hidden sheets. */
export function findLedgers(workbook: WorkbookSnapshot, choices: readonly ColumnChoice[] = []): readonly LedgerCandidate[] {
  const search: Search = { workbook, choices, cells: new CellReader(workbook.uses1904Dates) };
  const tables = workbook.tables.filter((table) => !isOurs(table.name)).map((table) => tableCandidate(search, table));
  const ranges = workbook.sheets.filter((sheet) => !holdsOurDocument(workbook, sheet)).map((sheet) => rangeCandidate(search, sheet));
  const all = [...tables, ...ranges].filter((candidate) => candidate !== null);
  return all.sort((one, other) => rankOf(one) - rankOf(other) || other.score - one.score);
}

interface Search {
  readonly workbook: WorkbookSnapshot;
  readonly choices: readonly ColumnChoice[];
  readonly cells: CellReader;
}

/**
 * The ledger to use: those named by the user (table or sheet names), otherwise the only good one, or the two halves of one that keeps its
 * commitments and its payments apart. Refuses when there is none, when a name is not a ledger, and when two are as good.
 */
export function chooseLedgers(
  candidates: readonly LedgerCandidate[],
  wanted: readonly string[],
): Result<readonly LedgerCandidate[], Failure> {
  const [best] = candidates;
  if (!best) return failure({ code: 'noLedger' });
  if (wanted.length > 0) {
    const chosen = wanted.flatMap((name) => candidates.find((candidate) => isNamed(candidate, name)) ?? []);
    return chosen.length === wanted.length ? success(chosen) : failure(severalLedgers(candidates));
  }
  const peers = candidates.filter((candidate) => rankOf(candidate) === rankOf(best));
  const rivals = peers.filter((candidate) => candidate.score >= AS_GOOD * best.score && !completes(candidate, best));
  if (rivals.length > 1) return failure(severalLedgers(rivals));
  const halves = peers.filter((candidate) => candidate.score >= HALF_AS_GOOD * best.score && completes(candidate, best));
  return halves.length > 1 ? failure(severalLedgers([best, ...halves])) : success([best, ...halves]);
}

/** One has commitments without payments, the other payments without commitments. */
function completes(candidate: LedgerCandidate, best: LedgerCandidate): boolean {
  const natures = [candidate, best].map(({ block }) => AMOUNTS.filter((field) => block.columns.has(field)).join());
  return natures.includes('ae') && natures.includes('cp');
}

function severalLedgers(candidates: readonly LedgerCandidate[]): Failure {
  return { code: 'severalLedgers', candidates: candidates.map(({ name }) => name) };
}

function isNamed(candidate: LedgerCandidate, name: string): boolean {
  const wanted = comparable(name);
  return comparable(candidate.name) === wanted || comparable(candidate.block.sheet) === wanted;
}

function rankOf(candidate: LedgerCandidate): number {
  return (candidate.isHidden ? 2 : 0) + (candidate.block.table === null ? 1 : 0);
}

function isOurs(name: string): boolean {
  return name.toUpperCase().startsWith(OUR_PREFIX);
}

/** True for a sheet where one of our tables or generated documents stands. */
function holdsOurDocument(workbook: WorkbookSnapshot, sheet: SheetSnapshot): boolean {
  if (workbook.tables.some((table) => isOurs(table.name) && table.sheet === sheet.name)) return true;
  return workbook.names.some((name) => isOurs(name.name) && sheetOfReference(name.refersTo) === sheet.name);
}

/** The sheet of `='Annexe 1'!$A$1:$D$9`; null when the name refers to no sheet. */
function sheetOfReference(refersTo: string): string | null {
  const mark = refersTo.lastIndexOf('!');
  if (mark < 0 || parseArea(refersTo.slice(mark + 1)) === null) return null;
  const name = refersTo.slice(refersTo.startsWith('=') ? 1 : 0, mark);
  return name.startsWith("'") && name.endsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

function tableCandidate({ workbook, choices, cells }: Search, table: TableSnapshot): LedgerCandidate | null {
  const sheet = workbook.sheets.find((known) => known.name === table.sheet);
  if (!sheet || table.area.rows < 1) return null;
  const { top, left, rows } = table.area;
  const last = top + rows - 1;
  const headings = table.columns.slice(0, COLUMNS_SEARCHED);
  const samples = sampleRows(readerOf(sheet, left, headings.length, everywhere), top + 1, last, headings);
  const columns = proposeColumns(headings, samples, cells, choicesFor(choices, [table.name, sheet.name]));
  return mixesNatures(columns, samples) ? null : candidate(sheet, table.name, top, last, left, columns);
}

function rangeCandidate({ workbook, choices, cells }: Search, sheet: SheetSnapshot): LedgerCandidate | null {
  const { used } = sheet;
  if (!used) return null;
  const rowAt = readerOf(sheet, used.left, Math.min(used.columns, COLUMNS_SEARCHED), outsideTables(workbook, sheet));
  const chosen = choicesFor(choices, [sheet.name]);
  const last = used.top + used.rows - 1;
  let best: LedgerCandidate | null = null;
  for (let row = used.top; row <= Math.min(last, used.top + HEADING_ROWS_SEARCHED - 1); row++) {
    const headings = rowAt(row);
    if (!headings.some((heading) => namesAnAmount(heading, chosen))) continue;
    const samples = sampleRows(rowAt, row + 1, last, headings);
    const columns = proposeColumns(headings, samples, cells, chosen);
    const found = mixesNatures(columns, samples) ? null : candidate(sheet, null, row, last, used.left, columns);
    if (found && found.score > CLEARLY_BETTER * (best?.score ?? 0)) best = found;
  }
  return best;
}

/**
 * One column of amounts, AE on the rows of EJ and CP on those of DP: reading it as either would be wrong without a word, so that such a
 * table is no candidate until the user says what the column is.
 */
function mixesNatures(columns: readonly ProposedColumn[], rows: readonly (readonly CellValue[])[]): boolean {
  const [amount, ...others] = columns.filter(({ field }) => AMOUNTS.includes(field));
  const operation = columns.find(({ field }) => field === 'operation');
  if (!amount || others.length > 0 || amount.confidence > UNSPECIFIC || !operation) return false;
  const words = rows.map((row) => comparable(textOf(row[operation.position] ?? null)));
  return words.some((word) => PAYMENT.test(word)) && words.some((word) => COMMITMENT.test(word));
}

/** Values alone never tell AE from CP: a heading row names one of them, or the user did. Most rows are passed over so, at little cost. */
function namesAnAmount(heading: CellValue, chosen: Chosen): boolean {
  if (typeof heading !== 'string') return false;
  const choice = chosen(heading);
  const fields: readonly LedgerField[] = choice ? [choice] : [...meaningOf(heading).keys()];
  return fields.some((field) => AMOUNTS.includes(field));
}

function candidate(
  sheet: SheetSnapshot,
  table: string | null,
  headingRow: number,
  lastRow: number,
  left: number,
  columns: readonly ProposedColumn[],
): LedgerCandidate | null {
  const fields = new Set(columns.map(({ field }) => field));
  const has = (wanted: readonly LedgerField[]): boolean => wanted.some((field) => fields.has(field));
  if (fields.size < FEWEST_FIELDS || !has(AMOUNTS) || !has(OPERATIONS)) return null;
  return {
    name: table ?? sheet.name,
    block: { sheet: sheet.name, table, headingRow, firstRow: headingRow + 1, lastRow, columns: blockColumns(columns, left) },
    columns,
    score: columns.reduce((sum, { confidence }) => sum + confidence, 0),
    isHidden: sheet.visibility !== 'visible',
  };
}

/** The proposed columns as columns of the sheet. */
function blockColumns(columns: readonly ProposedColumn[], left: number): ReadonlyMap<LedgerField, LedgerColumn> {
  return new Map(columns.map(({ field, position, heading }) => [field, { field, column: left + position, heading }]));
}

type IsOurConcern = (row: number, column: number) => boolean;
type RowAt = (row: number) => readonly CellValue[];

const everywhere: IsOurConcern = () => true;

/** The cells of no table: a plain range may stand beside one. */
function outsideTables(workbook: WorkbookSnapshot, sheet: SheetSnapshot): IsOurConcern {
  const areas: readonly Area[] = workbook.tables.filter((table) => table.sheet === sheet.name).map((table) => table.area);
  if (areas.length === 0) return everywhere;
  const isIn = (area: Area, row: number, column: number): boolean =>
    row >= area.top && row < area.top + area.rows && column >= area.left && column < area.left + area.columns;
  return (row, column) => !areas.some((area) => isIn(area, row, column));
}

function readerOf(sheet: SheetSnapshot, left: number, width: number, concerns: IsOurConcern): RowAt {
  return (row) => Array.from({ length: width }, (_, offset) => (concerns(row, left + offset) ? valueAt(sheet, row, left + offset) : null));
}

/** Some filled rows below the headings, those that repeat the headings left out. */
function sampleRows(rowAt: RowAt, first: number, last: number, headings: readonly CellValue[]): (readonly CellValue[])[] {
  const rows: (readonly CellValue[])[] = [];
  for (let row = first; row <= Math.min(last, first + ROWS_LOOKED_AT) && rows.length < ROWS_SAMPLED; row++) {
    const values = rowAt(row);
    const filled = values.filter((value) => value !== null && textOf(value).trim() !== '').length;
    const repeated = values.filter((value, position) => value !== null && value === headings[position]).length;
    if (filled > 0 && repeated * 2 <= filled) rows.push(values);
  }
  return rows;
}
