/** The workbook as it was read → the account of reading, and the facts that the controls report. */
import {
  UNREAD_REASONS,
  type ReadingFacts,
  type StatedFigure,
  type UnreadAmounts,
  type UnreadReason,
} from '../../domain/envelopes/reading-facts';
import { comparable } from '../../domain/text';
import { parseArea, type Area } from '../cells';
import { ownKeysOf } from '../convention/own-keys';
import type { LeftTable } from '../ledger/choice/left-tables';
import type { KnownNames } from '../ledger/known-names';
import { placeOfRow, type LedgerBlock } from '../ledger/ledger-source';
import { TotalWords } from '../ledger/rows/total-words';
import type { ReadingChoice } from '../registers/reading-choices';
import { findSheet, findTable, type SheetSnapshot, type TableSnapshot, type WorkbookSnapshot } from '../snapshot';
import { isUndoSheet } from '../registers/record-sheet';
import { COLUMNS, isLikeOurTable, isOurTable } from '../workbook-names';
import type { ReadingEntry, ReadingReason } from './account';
import { LedgerRows } from './beside/ledger-rows';
import { CreditsRows } from './credits-rows';
import { DerivedFormulas } from './derived-formulas';
import type { IdlePlace } from './idle-columns';
import { inferredEnvelopes } from './inferred-envelopes';
import type { LedgerRead } from './block-counts';
import { LedgerEntries } from './ledger-entries';
import { ledgerTables, type LedgerTable } from './ledger-tables';
import { numbersOutside } from './outside/numbers-outside';
import { ourAreas, overlap, type OurArea } from './our-areas';
import { isBareAmount, rowsBelowOurs, type RowsBelowGiven } from './ours/rows-below';
import { withCopies } from './ours/register-copies';
import { naturesInOurTable } from './our-natures';
import { RegionEntries, type KnownColumn, type KnownColumns, type Region } from './region-entries';
import { extendedTable } from './extended-table';
import { SetAsidePlaces } from './set-aside-places';
import { withTakenAmounts } from './sources/taken-amounts';
import { RepeatedSums } from './purchases/repeated-sums';
import { regionsOf } from './sheet-regions';
import { StatedFigures } from './stated/stated-figures';

/** The parts that make the account. `read` is empty for a workbook whose ledger was not found. */
export interface ReadingGiven {
  readonly workbook: WorkbookSnapshot;
  readonly read: LedgerRead;
  /** Tables of operations that are no part of the ledger. */
  readonly left: readonly LeftTable[];
  readonly choices: readonly ReadingChoice[];
  /** The names of the convention; null without one. */
  readonly names: KnownNames | null;
  /** Another convention than that of the workbook applies. */
  readonly isReplaced?: boolean;
}

/** The places of a workbook, in its order, and what the controls report about them (LEC-01, 02, 03, 07). */
export interface ReadingAccount {
  readonly entries: readonly ReadingEntry[];
  /** The columns of the ledger that nothing uses. */
  readonly idle: readonly IdlePlace[];
  readonly facts: ReadingFacts;
}

/** In rows: a rectangle farther below a table of the ledger is another table. */
const FARTHEST_BELOW = 20;

/** Accounts for every amount of the workbook. */
export function accountOfReading({ workbook, read, left, choices, names, isReplaced }: ReadingGiven): ReadingAccount {
  const tables = ledgerTables(workbook, read.blocks);
  const ledger = new LedgerEntries(workbook, read);
  const words = TotalWords.with(names);
  const sums = new RepeatedSums(read.ledger.rows, ({ key }) => placeOfRow(read.blocks, key)?.block.sheet ?? '', names);
  const credits = new CreditsRows(names, workbook.uses1904Dates, words, sums);
  const formulas = new DerivedFormulas(workbook, tables);
  const headings = headingsOf(workbook, read.blocks);
  const ofLedger = new Set(tables.map(({ sheet }) => sheet.name));
  const summaries = new StatedFigures(names, ofLedger, workbook.uses1904Dates);
  const stated: StatedFigure[] = [];
  const keys = isReplaced || names === null ? [] : keysOfTeam(workbook);
  const found = workbook.sheets.flatMap((sheet) => {
    if (isUndoSheet(sheet)) return [];
    const aside = new SetAsidePlaces(choices, sheet);
    const own = tables.filter((table) => table.sheet === sheet);
    const onSheet = workbook.tables.filter((table) => table.sheet === sheet.name);
    const regions = new RegionEntries(
      sheet,
      credits,
      words,
      aside,
      formulas,
      headings,
      onSheet,
      summaries,
      workbook.name,
    );
    const ofTables = own.flatMap((table) => ledger.of(table, aside));
    const ours = withRowsBelow({ workbook, names, words }, sheet, own);
    const rows = own.map((table) => new LedgerRows(table, { read, counted: ledger.countedAmounts, sums }));
    const others = entriesOfSheet(workbook, sheet, own, leftOn(left, sheet), { regions, ours, rows });
    stated.push(...regions.figures);
    return [...ofTables, ...others, ...keys.filter((key) => key.sheet === sheet.name)];
  });
  const decided = asDecided(isReplaced ? found.map(replaced) : withCopies(workbook, found, choices), choices);
  const entries = withTakenAmounts(workbook, tables, decided);
  const below = entries.flatMap((entry) => rowsBelow(workbook, entry));
  const outside = numbersOutside(workbook, choices, entries);
  return {
    entries,
    idle: ledger.idle,
    facts: {
      ...{
        unread: [...entries.flatMap((entry) => unreadOf(workbook, entry)), ...below],
        inferred: inferredEnvelopes(read, names),
      },
      ...(stated.length > 0 && { stated }),
      ...(outside && { outside }),
    },
  };
}

/**
 * A place that the user gave to the ledger and that counts nothing is unread, even without a sign of an operation: its
 * amounts were decided to be some. It lacks headings, and the choice is not to be made again.
 */
function asDecided(entries: readonly ReadingEntry[], choices: readonly ReadingChoice[]): readonly ReadingEntry[] {
  const isIn = (choice: ReadingChoice, { sheet, area }: ReadingEntry): boolean => {
    const place = parseArea(area);
    const isOnSheet = sheet.toLowerCase() === choice.sheet.toLowerCase();
    return isOnSheet && (choice.area === null || (place !== null && overlap(choice.area, place)));
  };
  const idle = choices.filter(
    (choice) =>
      choice.decision === 'ledger' && !entries.some((entry) => entry.role === 'ledger' && isIn(choice, entry)),
  );
  if (idle.length === 0) return entries;
  return entries.map((entry) => {
    const isUnknown = entry.reason === 'notRecognised' || entry.reason === 'mayBeSpent';
    const mayBe = entry.reason === 'noCredits' || (entry.role === 'unread' && isUnknown);
    const isAsked = mayBe && idle.some((choice) => isIn(choice, entry));
    return isAsked ? { ...entry, role: 'unread', reason: 'notRecognised', isAsked } : entry;
  });
}

/** The keys that the team added to the table of the convention: they hold no amount. */
function keysOfTeam(workbook: WorkbookSnapshot): readonly ReadingEntry[] {
  return ownKeysOf(workbook).map(({ sheet, table, cell, words }) => ({
    ...{ sheet, table, area: cell, role: 'convention', reason: 'ownKey', detail: words },
    isHidden: findSheet(workbook, sheet)?.visibility !== 'visible',
    ...{ rows: 0, sums: { ae: 0, cp: 0, other: 0 }, unreadable: 0 },
  }));
}

/** A table of the convention that is not used: no amount of it is one to count. */
function replaced(entry: ReadingEntry): ReadingEntry {
  const isOfConvention = entry.reason === 'conventionTable' || entry.isOfRegister === true;
  return isOfConvention ? { ...entry, role: 'convention', reason: 'conventionReplaced', detail: '' } : entry;
}

/** The headings of the team's tables, comparable. */
function headingsOf(workbook: WorkbookSnapshot, blocks: readonly LedgerBlock[]): ReadonlySet<string> {
  const ofBlocks = blocks.flatMap(({ columns }) => [...columns.values()].map(({ heading }) => heading));
  const ofTables = workbook.tables.filter((table) => !isOurTable(table)).flatMap(({ columns }) => columns);
  return new Set([...ofBlocks, ...ofTables].map(comparable));
}

/** A table, and the columns of the rows just below it. */
interface TableAbove {
  readonly area: Area;
  readonly columns: () => KnownColumns;
}

/** A place of ours, and the rows below a table that are rows of it. */
interface OurPlace extends OurArea {
  readonly below: readonly Area[];
}

function withRowsBelow(
  given: RowsBelowGiven,
  sheet: SheetSnapshot,
  ledger: readonly LedgerTable[],
): readonly OurPlace[] {
  const ours = ourAreas(given.workbook, sheet);
  const taken = [...ours, ...ledger, ...given.workbook.tables.filter((table) => table.sheet === sheet.name)];
  return ours.map((place) => ({
    ...place,
    below: place.table
      ? rowsBelowOurs(
          given,
          sheet,
          place.table,
          taken.map(({ area }) => area),
        )
      : [],
  }));
}

interface LeftBlock {
  readonly block: LedgerBlock;
  readonly why: LeftTable['why'];
}

function leftOn(left: readonly LeftTable[], sheet: SheetSnapshot): readonly LeftBlock[] {
  const blocks = left.flatMap(({ blocks: found, why }) => found.map(({ block }) => ({ block, why })));
  return blocks.filter(({ block }) => block.sheet === sheet.name);
}

interface PlacesOfSheet {
  readonly regions: RegionEntries;
  readonly ours: readonly OurPlace[];
  /** Those of the tables of the ledger. */
  readonly rows: readonly LedgerRows[];
}

function entriesOfSheet(
  workbook: WorkbookSnapshot,
  sheet: SheetSnapshot,
  ledger: readonly LedgerTable[],
  left: readonly LeftBlock[],
  { regions, ours, rows }: PlacesOfSheet,
): readonly ReadingEntry[] {
  const inLedger = (area: Area): boolean => ledger.some((table) => overlap(table.area, area));
  const tables = workbook.tables.filter(
    (table) => table.sheet === sheet.name && !isOurTable(table) && !inLedger(table.area),
  );
  const above: readonly TableAbove[] = [
    ...ledger.map(({ area, blocks }) => ({
      area,
      columns: (): KnownColumns => ({
        columns: columnsOf(blocks.map(({ block }) => block)),
        keys: keysOf(blocks.map(({ block }) => block)),
        reason: 'besideTable',
      }),
    })),
    ...tables.map((table) => ({
      area: table.area,
      columns: (): KnownColumns => ({ columns: regions.columnsOf(table), reason: null }),
    })),
  ];
  const taken = [...[...ours, ...tables, ...ledger].map(({ area }) => area), ...ours.flatMap(({ below }) => below)];
  return [
    ...ours.flatMap(({ area, table, role, below }) =>
      table
        ? [...regions.ofOurTable(table, role), ...below.flatMap((rows) => regions.belowOurTable(table, rows))]
        : regions.ofDocument(area),
    ),
    ...tables.flatMap((table) => regions.of(regionOfTable(table, left))),
    ...regionsOf(sheet, taken).flatMap((area) => regions.of(withRowsBeside(regionAt(area, left, above), rows))),
  ];
}

/** A rectangle with the rows of the nearest table of the ledger on its left. */
function withRowsBeside(region: Region, rows: readonly LedgerRows[]): Region {
  const [beside] = rows
    .filter((one) => one.isBeside(region.area))
    .sort((one, other) => other.table.area.left - one.table.area.left);
  return beside && region.known === null ? { ...region, beside } : region;
}

/** A table outside the ledger; one with the headings of a register has its columns. */
function regionOfTable(table: TableSnapshot, left: readonly LeftBlock[]): Region {
  const { area, name, columns } = table;
  const region = { ...regionAt(area, left, []), table: name, headings: columns };
  return isLikeOurTable(table) ? { ...region, known: { columns: columnsLikeOurs(table), reason: null } } : region;
}

/** The columns of a table of the team that has the headings of ours; those of keys and values are left to be judged. */
function columnsLikeOurs(table: TableSnapshot): KnownColumns['columns'] {
  const { area, columns } = table;
  return new Map(
    naturesInOurTable(table).flatMap((nature, offset): readonly (readonly [number, KnownColumn])[] => {
      if (nature === 'byLabel' && columns.includes(COLUMNS.convention.key)) return [];
      return [[area.left + offset, nature === null || nature === 'byLabel' ? null : { nature, unit: '€' }]];
    }),
  );
}

/** A rectangle just below a table has its columns; a table that was left out has its own. */
function regionAt(area: Area, left: readonly LeftBlock[], above: readonly TableAbove[]): Region {
  const found = left.find(({ block }) => isWithin(block, area));
  if (found) {
    const columns = found.why === 'natureOpen' ? withoutNature(columnsOf([found.block])) : columnsOf([found.block]);
    const known = { columns, reason: found.why };
    return { area, table: null, headings: null, known, isBelow: false };
  }
  const table = above.find((one) => isJustBelow(area, one.area));
  return { area, table: null, headings: null, known: table?.columns() ?? null, isBelow: table !== undefined };
}

function isWithin({ headingRow, left }: LedgerBlock, area: Area): boolean {
  return overlap(area, { top: headingRow, left, rows: 1, columns: 1 });
}

function isJustBelow(area: Area, table: Area): boolean {
  const gap = area.top - (table.top + table.rows);
  const sharesColumns = area.left < table.left + table.columns && table.left < area.left + area.columns;
  return gap >= 0 && gap <= FARTHEST_BELOW && sharesColumns;
}

function columnsOf(blocks: readonly LedgerBlock[]): KnownColumns['columns'] {
  const known = new Map<number, KnownColumn>();
  for (const { columns } of blocks) {
    for (const { field, column, unit = '€', otherUnit } of columns.values()) {
      const nature = field !== 'ae' && field !== 'cp' ? null : known.get(column) ? 'other' : field;
      known.set(column, nature && { nature, unit: otherUnit === undefined ? unit : null });
    }
  }
  return known;
}

/** The headings of the columns without amounts. */
function keysOf(blocks: readonly LedgerBlock[]): ReadonlySet<string> {
  const columns = blocks.flatMap((block) => [...block.columns.values()]);
  return new Set(
    columns.flatMap(({ field, heading }) =>
      field === 'ae' || field === 'cp' || heading.trim() === '' ? [] : [comparable(heading).trim()],
    ),
  );
}

/** The columns, with amounts that are neither AE nor CP for sure. */
function withoutNature(columns: KnownColumns['columns']): KnownColumns['columns'] {
  return new Map([...columns].map(([at, known]) => [at, known && { ...known, nature: 'other' }]));
}

/** The facts that the controls report of an entry; the rows of unknown nature have a finding of their own (LEC-05). */
function unreadOf(workbook: WorkbookSnapshot, entry: ReadingEntry): readonly UnreadAmounts[] {
  if (entry.reason === 'belowRegister') return [belowRegister(workbook, entry)];
  const { role, sheet, area, rows, sums, isHidden, reason, detail, unreadable } = entry;
  if (role !== 'unread' || reason === 'natureUnknown') return [];
  const isAmongAside = reason === 'amongAside';
  const isBeside = reason === 'besideTable' || isAmongAside;
  const what = isBeside ? 'beside' : reason === 'columnNotUsed' ? 'column' : 'area';
  const unread = { what, sheet, area, heading: detail, rows, ...sums, isHidden, isCounted: false } as const;
  const { isInOtherUnit, isOfRegister, isApart } = entry;
  const ofColumn = what === 'column' && {
    ...(isInOtherUnit && { isInOtherUnit }),
    ...(isOfRegister && { isOfRegister }),
    ...(isApart && { isApart }),
  };
  return [
    {
      ...unread,
      ...(isAmongAside && { isAmongAside }),
      ...(unreadable > 0 && { unreadable }),
      ...ofColumn,
      ...(isReason(reason) && { why: reason }),
      ...(entry.isAsked && { isAsked: true }),
      ...(entry.taken !== undefined && { taken: entry.taken }),
    },
  ];
}

function isReason(reason: ReadingReason): reason is UnreadReason {
  return UNREAD_REASONS.some((one) => one === reason);
}

/** Rows counted below an Excel Table: a filter or a formula of the Table omits them (LEC-02). */
function rowsBelow(workbook: WorkbookSnapshot, entry: ReadingEntry): readonly UnreadAmounts[] {
  const { sheet, area, table, rows, sums, isHidden, reason } = entry;
  if (reason !== 'belowTable' || rows === 0) return [];
  const place = parseArea(area);
  const isWhole = place?.rows === rows; // no total and no note among them
  const isExtendable = isWhole && canTakeIn(workbook, table, place);
  const unread = { what: 'beside', sheet, area, heading: '', rows, ...sums, isHidden, isCounted: true } as const;
  return [isExtendable ? { ...unread, isExtendable } : unread];
}

/** Rows below a table of the convention, which nothing reads (LEC-02); an amount alone would be no row of the table. */
function belowRegister(workbook: WorkbookSnapshot, entry: ReadingEntry): UnreadAmounts {
  const { sheet, area, table, rows, sums, isHidden, unreadable } = entry;
  const place = { sheet, area, heading: table ?? '', rows, ...sums, isHidden, isCounted: false } as const;
  const unread = { what: 'beside', ...place, isOfRegister: true, ...(unreadable > 0 && { unreadable }) } as const;
  const rowsOf = parseArea(area);
  const [ours, on] = [findTable(workbook, table ?? ''), findSheet(workbook, sheet)];
  const isBare = ours !== undefined && on !== undefined && rowsOf !== null && isBareAmount(on, ours, rowsOf.top);
  return !isBare && canTakeIn(workbook, table, rowsOf) ? { ...unread, isExtendable: true } : unread;
}

function canTakeIn(workbook: WorkbookSnapshot, table: string | null, rows: Area | null): boolean {
  return table !== null && rows !== null && extendedTable(workbook, table, rows) !== null;
}
