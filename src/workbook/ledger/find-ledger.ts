/**
 * Every table and sheet that may be part of the team's ledger: Excel Tables, with the rows typed below them, and plain
 * ranges, hidden sheets included. Our own tables, our documents and the places that the user set aside are never
 * candidates. `choice/choose-ledgers.ts` makes the ledger of them.
 */
import { comparable } from '../../domain/text';
import type { Area } from '../cells';
import { placeOfReference } from '../references';
import { namesOurCells } from '../document-names';
import { isUndoSheet } from '../registers/record-sheet';
import { isLikeOurTable, isOurTable } from '../workbook-names';
import type { SheetSnapshot, TableSnapshot, WorkbookSnapshot } from '../snapshot';
import { choicesFor, type ColumnChoice } from '../registers/column-choices';
import { holdsGivenCredits } from './tables/credits-given';
import { isSynthesis } from './tables/derived-amounts';
import { isPlanned } from './tables/planned-tables';
import { findRangeBlocks, findTableBlocks } from './find-blocks';
import type { KnownNames } from './known-names';
import type { LedgerBlock } from './ledger-source';
import { hasPieces, naturesOf, type BlockSearch, type FoundBlock } from './make-block';
import { CellReader } from './read-cells';
import { rowsBelowTable } from './tables/rows-below-table';
import { rowAbove, rowsOfTable, rowsOutside } from './sheet-rows';
import { groupedBy } from '../../domain/grouped';

/** A table or a sheet that may be the ledger. */
export interface LedgerCandidate {
  /** The name of the Excel Table, or of the sheet for plain ranges; the user chooses by it. */
  readonly name: string;
  readonly sheet: string;
  /** Null for plain ranges. */
  readonly table: string | null;
  /** The tables to read, from the top: one, or several stacked or side by side. */
  readonly blocks: readonly [FoundBlock, ...FoundBlock[]];
  /** Summaries on the same sheet. */
  readonly leftOut: readonly FoundBlock[];
  /** Tables of credits that are given, on the same sheet. */
  readonly credits: readonly FoundBlock[];
  /** All its tables hold credits that are given. */
  readonly isOfCredits: boolean;
  /** The score of its best block. */
  readonly score: number;
  readonly isHidden: boolean;
  /** The user made it part of the ledger (`ENV_Lecture`). */
  readonly isForced: boolean;
}

/** A decision of the user about a place (`ENV_Lecture`). */
export interface PlaceChoice {
  readonly sheet: string;
  /** Null: the whole sheet. */
  readonly area: Area | null;
  readonly decision: 'setAside' | 'ledger' | 'headings';
}

/** A table without pieces and with less than this share of the best score of its sheet is a summary. */
const HALF_AS_GOOD = 0.5;

/** The tables of these candidates, in the same order. */
export function blocksOf(candidates: readonly LedgerCandidate[]): readonly LedgerBlock[] {
  return candidates.flatMap(({ blocks }) => blocks.map(({ block }) => block));
}

/** Every table and sheet that looks like a ledger: tables, then ranges, then those of hidden sheets; best score first. */
export function findLedgers(
  workbook: WorkbookSnapshot,
  choices: readonly ColumnChoice[] = [],
  names: KnownNames | null = null,
  places: readonly PlaceChoice[] = [],
): readonly LedgerCandidate[] {
  const search = new Search(workbook, choices, names, places);
  const isForced = ({ sheet }: TableSnapshot): boolean =>
    places.some((place) => place.decision === 'ledger' && place.sheet.toLowerCase() === sheet.toLowerCase());
  const isTeams = (table: TableSnapshot): boolean => !isOurTable(table) && (!isLikeOurTable(table) || isForced(table));
  const tables = workbook.tables.filter(isTeams).map((table) => search.table(table));
  const ranges = workbook.sheets.filter((sheet) => !isUndoSheet(sheet)).map((sheet) => search.range(sheet));
  const all = [...tables, ...ranges].filter((candidate) => candidate !== null);
  return all.sort((one, other) => rankOf(one) - rankOf(other) || other.score - one.score);
}

/** False for a table or sheet of the mapping that was renamed or deleted since: the ledger is then searched again. */
export function isPresent(workbook: WorkbookSnapshot, source: string): boolean {
  const wanted = comparable(source);
  return [...workbook.tables, ...workbook.sheets].some(({ name }) => comparable(name) === wanted);
}

function rankOf(candidate: LedgerCandidate): number {
  return (candidate.isHidden ? 2 : 0) + (candidate.table === null ? 1 : 0);
}

class Search {
  private readonly cells: CellReader;
  /** By name of sheet: the areas of tables, of our documents, and of what the user set aside. */
  private readonly tables: AreasBySheet;
  private readonly documents: AreasBySheet;
  private readonly aside: AreasBySheet;

  constructor(
    private readonly workbook: WorkbookSnapshot,
    private readonly choices: readonly ColumnChoice[],
    private readonly names: KnownNames | null,
    private readonly places: readonly PlaceChoice[],
  ) {
    this.cells = new CellReader(workbook.uses1904Dates);
    this.tables = areasBySheet(workbook.tables);
    const ours = workbook.names.filter(({ name }) => namesOurCells(name));
    this.documents = areasBySheet(ours.flatMap(({ refersTo }) => placeOfReference(refersTo) ?? []));
    const aside = places.filter(({ decision }) => decision === 'setAside');
    this.aside = areasBySheet(aside.flatMap(({ sheet, area }) => (area ? [{ sheet, area }] : [])));
  }

  table(table: TableSnapshot): LedgerCandidate | null {
    const sheet = this.workbook.sheets.find((known) => known.name === table.sheet);
    if (!sheet || table.area.rows < 1 || this.isSetAside(sheet, table.area)) return null;
    const chosen = choicesFor(this.choices, [table.name, sheet.name]);
    const rows = rowsOfTable(sheet, table);
    const search: BlockSearch = { ...this.searchOf(sheet), table: table.name, rows, chosen };
    const aside = areasOf(this.aside, sheet);
    const found = findTableBlocks(search, rowAbove(sheet, table), aside);
    const tables = areasOf(this.tables, sheet).filter((area) => area !== table.area);
    const below = rowsBelowTable(search, found, sheet, table, { tables, aside });
    const isOf = (one: FoundBlock, other: FoundBlock): boolean => one.columns === other.columns;
    const parts = found.flatMap((one, at) =>
      found.slice(at + 1).some((next) => isOf(next, one)) ? [one] : [one, ...below.filter((rows) => isOf(rows, one))],
    );
    return this.candidate(sheet, table.name, parts);
  }

  range(sheet: SheetSnapshot): LedgerCandidate | null {
    const tables = areasOf(this.tables, sheet);
    const aside = [...areasOf(this.documents, sheet), ...areasOf(this.aside, sheet)];
    const rows = rowsOutside(sheet, [...tables, ...aside]);
    if (!rows || this.isSetAside(sheet, null)) return null;
    const chosen = choicesFor(this.choices, [sheet.name]);
    const search: BlockSearch = { ...this.searchOf(sheet), table: null, rows, chosen };
    const headings = this.decided(sheet, 'headings').filter((area) => area !== null);
    return this.candidate(sheet, null, findRangeBlocks(search, { tables, aside, headings }));
  }

  private searchOf(sheet: SheetSnapshot): Pick<BlockSearch, 'sheet' | 'file' | 'cells' | 'names'> {
    return { sheet, file: this.workbook.name, cells: this.cells, names: this.names };
  }

  private decided(sheet: SheetSnapshot, decision: PlaceChoice['decision']): readonly (Area | null)[] {
    const isHere = (place: PlaceChoice): boolean =>
      place.decision === decision && place.sheet.toLowerCase() === sheet.name.toLowerCase();
    return this.places.filter(isHere).map(({ area }) => area);
  }

  /** `area`: of a table; null for the plain ranges of the sheet. */
  private isSetAside(sheet: SheetSnapshot, area: Area | null): boolean {
    return this.decided(sheet, 'setAside').some((aside) => aside === null || (area !== null && contains(aside, area)));
  }

  /** All the tables of a sheet but its summaries. */
  private candidate(sheet: SheetSnapshot, table: string | null, all: readonly FoundBlock[]): LedgerCandidate | null {
    const given = all.filter(({ block }) => holdsGivenCredits(sheet, block, this.names));
    const isOfCredits = given.length === all.length;
    const found = isOfCredits ? all : all.filter((one) => !given.includes(one));
    const best = found.reduce<FoundBlock | null>((one, other) => (one && one.score >= other.score ? one : other), null);
    if (!best) return null;
    const planned = found.filter(({ block }) => isPlanned(sheet, block));
    const isSummary = (one: FoundBlock): boolean =>
      isSynthesis(sheet, one.block) ||
      (planned.includes(one) && planned.length < found.length) ||
      (!hasPieces(one) && one.score < HALF_AS_GOOD * best.score && `${naturesOf([one])}` === `${naturesOf([best])}`);
    const parts = found.filter((one) => one === best || !isSummary(one));
    const [first, ...others] = parts;
    if (!first) return null;
    const forced = this.decided(sheet, 'ledger');
    return {
      name: table ?? sheet.name,
      sheet: sheet.name,
      table,
      blocks: [first, ...others],
      leftOut: found.filter((one) => !parts.includes(one)),
      credits: isOfCredits ? [] : given,
      isOfCredits,
      score: best.score,
      isHidden: sheet.visibility !== 'visible',
      isForced: forced.some((area) => area === null || parts.some(({ block }) => holdsHeadings(area, block))),
    };
  }
}

/** Of sheets by their name in lower case. */
type AreasBySheet = ReadonlyMap<string, readonly SheetArea[]>;

interface SheetArea {
  readonly sheet: string;
  readonly area: Area;
}

function areasBySheet(places: readonly SheetArea[]): AreasBySheet {
  return groupedBy(places, ({ sheet }) => sheet.toLowerCase());
}

function areasOf(areas: AreasBySheet, sheet: SheetSnapshot): readonly Area[] {
  return (areas.get(sheet.name.toLowerCase()) ?? []).map(({ area }) => area);
}

function contains(outer: Area, inner: Area): boolean {
  return (
    outer.top <= inner.top &&
    outer.left <= inner.left &&
    outer.top + outer.rows >= inner.top + inner.rows &&
    outer.left + outer.columns >= inner.left + inner.columns
  );
}

/** True when the area reaches the rows of a table, headings included. */
function holdsHeadings(area: Area, { topRow, lastRow }: LedgerBlock): boolean {
  return area.top <= lastRow && area.top + area.rows > topRow;
}
