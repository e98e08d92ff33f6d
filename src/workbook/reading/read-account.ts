/** The workbook as it was read → the account of reading, and the facts that the controls report. */
import type { UnreadAmounts } from '../../domain/envelopes/reading-facts';
import type { Area } from '../cells';
import type { KnownNames } from '../ledger/known-names';
import { TotalWords } from '../ledger/rows/total-words';
import type { ReadingChoice } from '../registers/reading-choices';
import type { SheetSnapshot, WorkbookSnapshot } from '../snapshot';
import { UNDO_SHEET } from '../workbook-names';
import type { ReadingAccount, ReadingEntry } from './account';
import { CreditsRows } from './credits-rows';
import { inferredEnvelopes } from './inferred-envelopes';
import { LedgerEntries, ledgerTables, type LedgerRead, type LedgerTable } from './ledger-entries';
import { isOurs, ourAreas, overlap } from './our-areas';
import { RegionEntries, type LedgerColumns, type Region } from './region-entries';
import { rowsBelowTables } from './rows-below-tables';
import { SetAsidePlaces } from './set-aside-places';
import { regionsOf } from './sheet-regions';
import type { AmountNature } from './sums';

/** What the account is made of. `read` is empty for a workbook whose ledger was not found. */
export interface ReadingGiven {
  readonly workbook: WorkbookSnapshot;
  readonly read: LedgerRead;
  readonly choices: readonly ReadingChoice[];
  /** The names of the convention; null without one. */
  readonly names: KnownNames | null;
}

/** In rows: a rectangle farther below a table of the ledger is another table. */
const FARTHEST_BELOW = 20;

/** Accounts for every amount of the workbook. */
export function accountOfReading({ workbook, read, choices, names }: ReadingGiven): ReadingAccount {
  const tables = ledgerTables(workbook, read.blocks);
  const ledger = new LedgerEntries(workbook, read);
  const credits = new CreditsRows(names, workbook.uses1904Dates);
  const words = new TotalWords(names);
  const entries = workbook.sheets.flatMap((sheet) => {
    if (sheet.name === UNDO_SHEET) return [];
    const aside = new SetAsidePlaces(choices, sheet);
    const own = tables.filter((table) => table.sheet === sheet);
    const regions = new RegionEntries(sheet, credits, words, aside);
    return [...own.flatMap((table) => ledger.of(table, aside)), ...entriesOfSheet(workbook, sheet, own, regions)];
  });
  const below = rowsBelowTables(workbook, read.blocks, read.ledger.rows);
  return {
    entries,
    facts: { unread: [...entries.flatMap(unreadOf), ...below], inferred: inferredEnvelopes(read, names) },
  };
}

function entriesOfSheet(
  workbook: WorkbookSnapshot,
  sheet: SheetSnapshot,
  ledger: readonly LedgerTable[],
  regions: RegionEntries,
): readonly ReadingEntry[] {
  const ours = ourAreas(workbook, sheet);
  const inLedger = (area: Area): boolean => ledger.some((table) => overlap(table.area, area));
  const tables = workbook.tables.filter(
    (table) => table.sheet === sheet.name && !isOurs(table.name) && !inLedger(table.area),
  );
  const taken = [...ours, ...tables, ...ledger].map(({ area }) => area);
  return [
    ...ours.flatMap(({ area, table, role }) => (table ? regions.ofOurTable(table, role) : regions.ofDocument(area))),
    ...tables.flatMap(({ area, name, columns }) => regions.of({ area, table: name, headings: columns, under: null })),
    ...regionsOf(sheet, taken).flatMap((area) => regions.of(regionAt(area, ledger))),
  ];
}

/** A rectangle just below a table of the ledger has its columns. */
function regionAt(area: Area, ledger: readonly LedgerTable[]): Region {
  const above = ledger.find(
    (table) =>
      area.top >= table.area.top + table.area.rows &&
      area.top - (table.area.top + table.area.rows) <= FARTHEST_BELOW &&
      area.left < table.area.left + table.area.columns &&
      table.area.left < area.left + area.columns,
  );
  return { area, table: null, headings: null, under: above ? columnsOf(above) : null };
}

function columnsOf({ blocks }: LedgerTable): LedgerColumns {
  const columns = new Map<number, AmountNature | null>();
  for (const { block } of blocks) {
    for (const { field, column } of block.columns.values()) {
      const nature = field === 'ae' || field === 'cp' ? field : null;
      columns.set(column, nature && columns.get(column) ? 'other' : nature);
    }
  }
  return columns;
}

/** What the controls report of an entry; the rows of unknown nature have a finding of their own (LEC-05). */
function unreadOf(entry: ReadingEntry): readonly UnreadAmounts[] {
  if (entry.role !== 'unread' || entry.reason === 'natureUnknown') return [];
  const { sheet, area, rows, sums, isHidden, reason, detail } = entry;
  const what = reason === 'besideTable' ? 'beside' : reason === 'columnNotUsed' ? 'column' : 'area';
  return [{ what, sheet, area, heading: detail, rows, ...sums, isHidden, isCounted: false }];
}
