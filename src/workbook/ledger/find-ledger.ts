/**
 * Finds the team's ledger: Excel Tables first, then plain ranges under title rows; visible sheets before hidden ones.
 * Our own tables and the sheets of our documents are never candidates. Between two candidates that are as good, the
 * user chooses.
 */
import type { LedgerField } from '../../domain/envelopes/ledger';
import { failure, success, type Result } from '../../domain/result';
import { comparable } from '../../domain/text';
import { parseArea } from '../cells';
import { choicesFor, type ColumnChoice } from '../registers/column-choices';
import type { Failure } from '../failure';
import { findRangeBlocks, findTableBlocks } from './find-blocks';
import type { FoundBlock } from './make-block';
import type { KnownNames } from './known-names';
import type { LedgerBlock } from './ledger-source';
import { OUR_PREFIX } from '../workbook-names';
import { CellReader } from './read-cells';
import { rowAbove, rowsOfTable, rowsOutsideTables } from './sheet-rows';
import type { SheetSnapshot, TableSnapshot, WorkbookSnapshot } from '../snapshot';

/** A table or a sheet that may be the ledger. */
export interface LedgerCandidate {
  /** The name of the Excel Table, or of the sheet for plain ranges; the user chooses by it. */
  readonly name: string;
  readonly sheet: string;
  /** Null for plain ranges. */
  readonly table: string | null;
  /** The tables to read, from the top: one, or several stacked or side by side. */
  readonly blocks: readonly [FoundBlock, ...FoundBlock[]];
  /** Tables of the same sheet with too few recognised columns to be part of the ledger. */
  readonly leftOut: readonly FoundBlock[];
  /** The score of its best block. */
  readonly score: number;
  readonly isHidden: boolean;
}

/** A candidate with this share of the best score is as good as the best. */
const AS_GOOD = 0.8;
/** A table of the same sheet with less than this share of the best score is a summary. */
const HALF_AS_GOOD = 0.5;
/** A table of payments has fewer columns than one of commitments: three that are sure, or nearly, are enough. */
const GOOD_ENOUGH = 2.4;

const AMOUNTS: readonly LedgerField[] = ['ae', 'cp'];

/** The tables of these candidates, in the same order. */
export function blocksOf(candidates: readonly LedgerCandidate[]): readonly LedgerBlock[] {
  return candidates.flatMap(({ blocks }) => blocks.map(({ block }) => block));
}

/**
 * Every table and sheet that looks like a ledger, best rank first: tables, then ranges, then those of hidden sheets.
 */
export function findLedgers(
  workbook: WorkbookSnapshot,
  choices: readonly ColumnChoice[] = [],
  names: KnownNames | null = null,
): readonly LedgerCandidate[] {
  const search: Search = { workbook, choices, cells: new CellReader(workbook.uses1904Dates), names };
  const tables = workbook.tables.filter((table) => !isOurs(table.name)).map((table) => tableCandidate(search, table));
  const ranges = workbook.sheets
    .filter((sheet) => !holdsOurDocument(workbook, sheet))
    .map((sheet) => rangeCandidate(search, sheet));
  const all = [...tables, ...ranges].filter((candidate) => candidate !== null);
  return all.sort((one, other) => rankOf(one) - rankOf(other) || other.score - one.score);
}

interface Search {
  readonly workbook: WorkbookSnapshot;
  readonly choices: readonly ColumnChoice[];
  readonly cells: CellReader;
  readonly names: KnownNames | null;
}

/**
 * The ledger to use: the tables or sheets named by the user, otherwise the only good candidate, or the two halves of a
 * ledger with separate commitments and payments. Refuses when there is none, when a name is not a candidate, and when
 * two are as good.
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
  const isSeen = ({ isHidden }: LedgerCandidate): boolean => isHidden === best.isHidden;
  const halves = candidates.filter(
    (candidate) => isSeen(candidate) && candidate.score >= GOOD_ENOUGH && completes(candidate, best),
  );
  return halves.length > 1 ? failure(severalLedgers([best, ...halves])) : success([best, ...halves]);
}

/** One has commitments without payments, the other payments without commitments. */
function completes(candidate: LedgerCandidate, best: LedgerCandidate): boolean {
  const natures = [naturesOf(candidate.blocks), naturesOf(best.blocks)];
  return natures.includes('ae') && natures.includes('cp');
}

function naturesOf(blocks: readonly FoundBlock[]): string {
  return AMOUNTS.filter((field) => blocks.some(({ block }) => block.columns.has(field))).join();
}

/** False for a table or sheet of the mapping that was renamed or deleted since: the ledger is then searched again. */
export function isPresent(workbook: WorkbookSnapshot, source: string): boolean {
  const wanted = comparable(source);
  return [...workbook.tables, ...workbook.sheets].some(({ name }) => comparable(name) === wanted);
}

function severalLedgers(candidates: readonly LedgerCandidate[]): Failure {
  return { code: 'severalLedgers', candidates: candidates.map(({ name }) => name) };
}

function isNamed(candidate: LedgerCandidate, name: string): boolean {
  const wanted = comparable(name);
  return comparable(candidate.name) === wanted || comparable(candidate.sheet) === wanted;
}

function rankOf(candidate: LedgerCandidate): number {
  return (candidate.isHidden ? 2 : 0) + (candidate.table === null ? 1 : 0);
}

function isOurs(name: string): boolean {
  return name.toUpperCase().startsWith(OUR_PREFIX);
}

/** True for a sheet that holds one of our tables or documents. */
function holdsOurDocument(workbook: WorkbookSnapshot, sheet: SheetSnapshot): boolean {
  if (isOurs(sheet.name)) return true;
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

function tableCandidate({ workbook, choices, cells, names }: Search, table: TableSnapshot): LedgerCandidate | null {
  const sheet = workbook.sheets.find((known) => known.name === table.sheet);
  if (!sheet || table.area.rows < 1) return null;
  const chosen = choicesFor(choices, [table.name, sheet.name]);
  const rows = rowsOfTable(sheet, table);
  const blocks = findTableBlocks(
    { sheet: sheet.name, table: table.name, rows, chosen, cells, names },
    rowAbove(sheet, table),
  );
  return candidate(sheet, table.name, blocks);
}

function rangeCandidate({ workbook, choices, cells, names }: Search, sheet: SheetSnapshot): LedgerCandidate | null {
  const rows = rowsOutsideTables(sheet, workbook.tables);
  if (!rows) return null;
  return candidate(
    sheet,
    null,
    findRangeBlocks({ sheet: sheet.name, table: null, rows, chosen: choicesFor(choices, [sheet.name]), cells, names }),
  );
}

/** Reads every table of a sheet but a summary: one with a much lower score and the same natures as the best. */
function candidate(sheet: SheetSnapshot, table: string | null, found: readonly FoundBlock[]): LedgerCandidate | null {
  const best = found.reduce<FoundBlock | null>((one, other) => (one && one.score >= other.score ? one : other), null);
  if (!best) return null;
  const isPart = (block: FoundBlock): boolean =>
    block.score >= HALF_AS_GOOD * best.score || naturesOf([block]) !== naturesOf([best]);
  const [first, ...others] = found.filter(isPart);
  if (!first) return null;
  return {
    name: table ?? sheet.name,
    sheet: sheet.name,
    table,
    blocks: [first, ...others],
    leftOut: found.filter((block) => !isPart(block)),
    score: best.score,
    isHidden: sheet.visibility !== 'visible',
  };
}
