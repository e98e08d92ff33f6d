/**
 * A row that is not in the ledger, read as the last one of the table whose headings it has: with the further payments
 * of that table, its units, its marks, the envelope around it, and the codes that a payment takes from its EJ. A
 * heading that the table has not is read by its meaning.
 */
import type { BlockHeadings, LedgerField, LedgerRow } from '../../domain/envelopes/ledger';
import { drain } from '../../domain/slices';
import { textOf, type CellValue } from '../../workbook/cells';
import { byRank } from '../../workbook/ledger/block-layers';
import type { ColumnHeading } from '../../workbook/ledger/heading-rows';
import { inheritanceIn } from '../../workbook/ledger/inherit-imputation';
import { namesOf, type KnownNames } from '../../workbook/ledger/known-names';
import {
  blockOfRow,
  continuesTable,
  fieldsOf,
  headingsOf,
  rowKey,
  sheetRow,
  type LedgerBlock,
  type LedgerColumn,
} from '../../workbook/ledger/ledger-source';
import { proposeColumns } from '../../workbook/ledger/map-columns';
import { CellReader, isBlankText } from '../../workbook/ledger/read-cells';
import { LedgerReader, type ReadLedger } from '../../workbook/ledger/read-ledger';
import { choicesFor, readColumnChoices, type Chosen } from '../../workbook/registers/column-choices';
import type { SheetSnapshot, WorkbookSnapshot } from '../../workbook/snapshot';
import type { Dossier } from '../dossier';
import { withAllRows } from '../open-dossier';
import type { NotJudged } from './function-words';
import {
  isSameEnvelope,
  placesIn,
  tablesOfLedger,
  withoutEnvelope,
  writtenHeadings,
  type DraftTable,
  type Places,
  type WrittenHeading,
} from './draft-tables';

/** Cells under headings, at the columns of a table of the ledger. */
export interface Draft {
  readonly table: DraftTable;
  /** Its own columns, those of the table that were not given aside. */
  readonly blocks: readonly LedgerBlock[];
  readonly sheet: SheetSnapshot;
  /** The headings that neither are those of the table nor give a field. */
  readonly others: readonly WrittenHeading[];
  readonly fields: ReadonlySet<LedgerField>;
}

/** The rows of the ledger that a draft would make, one for each of its parts. */
export interface DraftRows {
  readonly rows: readonly LedgerRow[];
  readonly headings: readonly BlockHeadings[];
  /** Why it makes none. */
  readonly why: NotJudged;
}

interface PlacedHeadings {
  readonly key: string;
  readonly headings: readonly WrittenHeading[];
  readonly table: DraftTable;
  readonly places: Places;
  /** Another table has the same headings, and not the same envelope. */
  readonly isOfSeveral: boolean;
}

type Rows = readonly (readonly CellValue[])[];
/** For each block of a table, the columns of fields that it reads under headings of another name. */
type OtherColumns = readonly ReadonlyMap<LedgerField, LedgerColumn>[];

const AMOUNTS: readonly LedgerField[] = ['ae', 'cp'];

/** Reads drafts for one dossier. */
export class DraftReader {
  private readonly tables: readonly DraftTable[];
  private readonly cells: CellReader;
  private readonly names: KnownNames;
  private readonly chosen: Chosen;
  private readonly reader = new LedgerReader();
  /** A column of CHECK formulas passes the same headings on every row. */
  private last: PlacedHeadings | null = null;
  private inherit: ReturnType<typeof inheritanceIn> | null = null;

  constructor(private readonly dossier: Dossier) {
    const { workbook, blocks, convention } = dossier;
    this.tables = tablesOfLedger(workbook, blocks);
    this.cells = new CellReader(workbook.uses1904Dates);
    this.names = namesOf(convention);
    const choices = readColumnChoices(workbook);
    const sources = blocks.flatMap(({ table, sheet }) => [table ?? sheet, sheet]);
    this.chosen = choicesFor(choices.ok ? choices.value : [], sources);
  }

  /** The table of a block of the ledger. */
  tableOf(block: LedgerBlock): DraftTable | undefined {
    return this.tables.find(({ blocks: [first] }) => continuesTable(block, first));
  }

  /** Places cells under the columns of a table; null when no heading gives a field. Both rows are aligned. */
  place(values: readonly CellValue[], rows: Rows): Draft | null {
    const placed = this.placedHeadings(rows, values.length);
    if (!placed) return null;
    const { headings, table, places, isOfSeveral } = placed;
    const row = new DraftCells(table, headings, values, places);
    const others = this.otherColumns(table, row);
    const blocks = table.blocks.map((block, at) => row.blockOf(isOfSeveral ? withoutOwn(block) : block, others[at]));
    const fields = new Set(blocks.flatMap(fieldsOf));
    const isAnyGiven = blocks.some(({ columns }) => columns.size > 0);
    const notRead = headings.filter(({ position }) => !row.positions.has(position));
    return isAnyGiven ? { table, blocks, sheet: row.sheet(), others: notRead, fields } : null;
  }

  /** The rows that a draft makes, with keys after those of the ledger. */
  read({ blocks: placed, sheet, fields }: Draft): DraftRows {
    const { convention, ledger } = this.dossier;
    const isRead = ({ columns }: LedgerBlock, at: number): boolean =>
      at === 0 || AMOUNTS.some((one) => columns.has(one));
    const blocks = placed.filter(isRead);
    const workbook: WorkbookSnapshot = { ...this.dossier.workbook, sheets: [sheet], tables: [], names: [] };
    const own = this.reader.read(workbook, blocks, this.names);
    const read = drain(withAllRows(workbook, blocks, own, { names: this.names, convention }));
    const offset = this.dossier.blocks.length;
    const keyOf = (key: LedgerRow['key']): LedgerRow['key'] => rowKey(offset + blockOfRow(key), sheetRow(key));
    this.inherit ??= inheritanceIn(ledger, this.dossier.blocks, this.names);
    const inherit = this.inherit;
    const rows = read.ledger.rows.map((row): LedgerRow => {
      const block = blocks[blockOfRow(row.key)];
      const whole = block ? inherit(row, block) : row;
      return { ...whole, key: keyOf(row.key), ...(row.partOf !== undefined && { partOf: keyOf(row.partOf) }) };
    });
    const headings = headingsOf(blocks, 0);
    return {
      rows,
      headings: headings ? [{ ...headings, row: keyOf(headings.row), fields }] : [],
      why: whyNot(read),
    };
  }

  private placedHeadings(rows: Rows, width: number): PlacedHeadings | null {
    const key = JSON.stringify(rows);
    if (this.last?.key === key) return this.last;
    const headings = writtenHeadings(rows, width);
    const all = this.tables.map((table) => ({
      table,
      places: placesIn(table, headings, { haveTitles: rows.length > 1, width }),
    }));
    const most = Math.max(...all.map(({ places }) => places.size));
    const best = all.filter(({ places }) => places.size === most);
    const chosen = best.at(-1);
    if (!chosen) return null;
    const [envelope] = chosen.table.blocks;
    const isOfSeveral = best.some(({ table }) => !isSameEnvelope(table.blocks[0], envelope));
    return (this.last = { key, headings, ...chosen, isOfSeveral });
  }

  /** Columns for the headings that the table has not, by their meaning: its own field, or one that it lacks. */
  private otherColumns(table: DraftTable, row: DraftCells): OtherColumns {
    const others = row.headings.filter(({ position }) => !row.positions.has(position));
    const { base, layers } = byRank(others, this.chosen);
    const abreast = table.blocks[0].abreast !== undefined;
    return table.blocks.map((block, at) => {
      const group = at === 0 ? base : (layers[at - 1] ?? []);
      const proposed = proposeColumns(group, [row.values], this.cells, this.chosen);
      const columns = new Map<LedgerField, LedgerColumn>();
      for (const { field, position, heading } of proposed) {
        const known = block.columns.get(field);
        if (AMOUNTS.includes(field) && abreast) continue; // of which envelope
        const column = known ? row.fill(known.column, position) : at === 0 ? row.add(position) : null;
        if (column !== null) columns.set(field, { field, column, heading, ...unitOf(group, position) });
      }
      return columns;
    });
  }
}

function unitOf(headings: readonly ColumnHeading[], position: number): Pick<LedgerColumn, 'unit'> {
  const unit = headings.find((one) => one.position === position)?.unit ?? null;
  return unit === null ? {} : { unit };
}

/** An envelope that has its own columns is that of their amounts. */
function withoutOwn(block: LedgerBlock): LedgerBlock {
  return block.abreast ? block : withoutEnvelope(block);
}

function whyNot({ ledger: { totals }, ignored }: ReadLedger): NotJudged {
  if (totals.some(({ mayBeCredits }) => mayBeCredits !== undefined)) return 'credits';
  return ignored[0]?.reason ?? 'blank';
}

/** The cells of a draft on the row that follows the last one of a table. */
class DraftCells {
  /** The positions of the headings whose cells have a place in the row. */
  readonly positions = new Set<number>();
  private readonly left: number;
  private readonly row: CellValue[];
  private readonly filled = new Set<number>();

  constructor(
    private readonly table: DraftTable,
    readonly headings: readonly WrittenHeading[],
    readonly values: readonly CellValue[],
    places: Places,
  ) {
    const { used } = table.sheet;
    this.left = used?.left ?? 0;
    this.row = Array.from({ length: used?.columns ?? 0 }, () => null);
    for (const [position, at] of places) this.fill(this.left + at, position);
  }

  /** Puts a cell in a column of the table; null when another one is there. */
  fill(column: number, position: number): number | null {
    if (this.filled.has(column)) return null;
    this.filled.add(column);
    this.positions.add(position);
    this.row[column - this.left] = this.values[position] ?? null;
    return column;
  }

  /** Puts a cell after those of the table. */
  add(position: number): number {
    const column = this.left + this.row.length;
    this.row.push(null);
    this.fill(column, position);
    return column;
  }

  /** The block of this row alone, with the columns that are given. */
  blockOf(block: LedgerBlock, others: ReadonlyMap<LedgerField, LedgerColumn> = new Map()): LedgerBlock {
    const given = [...block.columns].filter(([, { column }]) => this.filled.has(column));
    const columns = new Map([...given, ...others]);
    const { effectRows, operationRows, yearRows, carried, unitRows, ...whole } = block;
    const [{ topRow, headingRow, lastRow }] = this.table.blocks;
    const isAbove = ({ row }: { readonly row: number }): boolean => row <= topRow;
    const own = {
      ...whole,
      ...{ columns, topRow: lastRow - (headingRow - topRow), headingRow: lastRow },
      ...{ firstRow: lastRow + 1, lastRow: lastRow + 1 },
      ...(effectRows && { effectRows: effectRows.filter(isAbove) }),
      ...(operationRows && { operationRows: operationRows.filter(isAbove) }),
      ...(yearRows && { yearRows: yearRows.filter(isAbove) }),
      ...(unitRows && { unitRows: unitRows.filter(isAbove) }),
      ...(carried && { carried: { ...carried, titles: carried.titles.filter(isAbove) } }),
    };
    return own.envelope && columns.has(own.envelope.field) ? withoutEnvelope(own) : own;
  }

  /** The sheet of the table with its headings and this row alone. */
  sheet(): SheetSnapshot {
    const { id, name, visibility, isProtected, used, values } = this.table.sheet;
    const [{ topRow, headingRow, lastRow }] = this.table.blocks;
    const top = used?.top ?? 0;
    const headings = values.slice(topRow - top, headingRow - top + 1);
    return {
      ...{ id, name, visibility, isProtected },
      used: {
        ...{ top: lastRow - (headingRow - topRow), left: this.left },
        ...{ rows: headings.length + 1, columns: this.row.length },
      },
      values: [...headings, this.row],
      formulas: new Map<number, string>(),
      hiddenRows: new Set<number>(),
    };
  }
}

/**
 * The headings of amounts that nothing reads, though their cells hold something: those that the table has not, and its
 * own columns that no figure uses.
 */
export function amountsNotRead(
  { table, sheet, others }: Draft,
  values: readonly CellValue[],
  isUnused: (sheet: string, column: number) => boolean,
): readonly string[] {
  const left = sheet.used?.left ?? 0;
  const cells = sheet.values.at(-1) ?? [];
  const unused = table.headings.filter(({ position }) => isUnused(sheet.name, left + position));
  return [
    ...unused.filter(({ position }) => isFilled(cells[position])),
    ...others
      .filter(({ meaning }) => AMOUNTS.some((field) => meaning.has(field)))
      .filter(({ position }) => isFilled(values[position])),
  ].map(({ text }) => text);
}

function isFilled(cell: CellValue | undefined): boolean {
  return !isBlankText(textOf(cell ?? null));
}
