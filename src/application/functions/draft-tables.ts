/**
 * The tables of the ledger as CHECK compares given headings with theirs: each table has one block for its rows, and one
 * for each of their further payments, or of the envelopes that they have side by side.
 */
import type { LedgerField } from '../../domain/envelopes/ledger';
import { comparable } from '../../domain/text';
import { textOf, type CellValue } from '../../workbook/cells';
import { readHeadings, type ColumnHeading } from '../../workbook/ledger/heading-rows';
import { continuesTable, fieldsOf, type LedgerBlock } from '../../workbook/ledger/ledger-source';
import { findSheet, type SheetSnapshot, type WorkbookSnapshot } from '../../workbook/snapshot';

/** A heading as it is read, and as it is written in its cell. */
export interface WrittenHeading extends ColumnHeading {
  readonly written: string;
}

/** One table of the ledger, with the rows of cells that head it. */
export interface DraftTable {
  readonly sheet: SheetSnapshot;
  /** One block for each group of columns of a row: that of its first rows, or of its last ones. */
  readonly blocks: readonly [LedgerBlock, ...LedgerBlock[]];
  /** At the positions of the values of the sheet. */
  readonly headings: readonly WrittenHeading[];
  readonly hasTitles: boolean;
  /** Those of all its rows, from a column or from what is around them. */
  readonly fields: ReadonlySet<LedgerField>;
}

/** The positions of the headings that were given → those of a table. */
export type Places = ReadonlyMap<number, number>;

type Rows = readonly (readonly CellValue[])[];

/** Headings in the order of a table, one after the other. */
const FEWEST_IN_ORDER = 2;

/** The headings of one row, or of two with the titles of groups above. */
export function writtenHeadings(rows: Rows, width: number): readonly WrittenHeading[] {
  const [first = [], second] = rows;
  const lower = second ?? first;
  const read = readHeadings({ lower, upper: second ? first : null, subject: null, left: 0 });
  return read
    .filter(({ kind, position }) => kind === 'shown' && position < width)
    .map((heading) => ({ ...heading, written: comparable(textOf(lower[heading.position] ?? null)) }));
}

/** The tables of a ledger, in reading order. */
export function tablesOfLedger(workbook: WorkbookSnapshot, blocks: readonly LedgerBlock[]): readonly DraftTable[] {
  const firsts = blocks.filter((block, at) => blocks.findIndex((one) => continuesTable(block, one)) === at);
  return firsts.flatMap((first) => {
    const sheet = findSheet(workbook, first.sheet);
    if (!sheet) return [];
    const own = blocks.filter((one) => continuesTable(one, first));
    const [base, ...others] = groupsOf(own);
    const fields = new Set(own.flatMap(fieldsOf));
    return base ? [{ sheet, blocks: [base, ...others], fields, ...headingsOf(sheet, base, firsts) }] : [];
  });
}

/** One block for each group of columns. Rows that are apart, or under the titles of several envelopes, share theirs. */
function groupsOf(blocks: readonly LedgerBlock[]): readonly LedgerBlock[] {
  const groups = new Map<string, LedgerBlock>();
  for (const block of blocks) {
    const amounts = (['ae', 'cp'] as const).map((field) => block.columns.get(field)?.column);
    const key = JSON.stringify([...amounts, block.abreast?.envelope, block.paidIn]);
    const known = groups.get(key);
    groups.set(key, known && !isSameEnvelope(known, block) ? withoutEnvelope(block) : block);
  }
  return [...groups.values()];
}

/** True when both take the same envelope from what is around them, or none. */
export function isSameEnvelope(one: LedgerBlock, other: LedgerBlock): boolean {
  return one.envelope?.field === other.envelope?.field && one.envelope?.value === other.envelope?.value;
}

/** The same block, whose rows then write their envelope. */
export function withoutEnvelope(block: LedgerBlock): LedgerBlock {
  const { envelope, ...bare } = block;
  return envelope ? bare : block;
}

function headingsOf(
  sheet: SheetSnapshot,
  { topRow, headingRow, left }: LedgerBlock,
  tables: readonly LedgerBlock[],
): Pick<DraftTable, 'headings' | 'hasTitles'> {
  const start = sheet.used?.left ?? 0;
  const nextOnes = tables.filter((one) => one.sheet === sheet.name && one.headingRow === headingRow && one.left > left);
  const end = Math.min(...nextOnes.map((one) => one.left), start + (sheet.used?.columns ?? 0)) - start;
  const top = sheet.used?.top ?? 0;
  const rows = [...new Set([topRow, headingRow])].map((row) =>
    (sheet.values[row - top] ?? []).slice(0, end).map((cell, at) => (at < left - start ? null : cell)),
  );
  return { headings: writtenHeadings(rows, end), hasTitles: rows.length > 1 };
}

/**
 * The headings of a table that these are, by their name in it; without titles of groups, by their own words too. Cells
 * given in the order of the table have those without a heading at their place too.
 */
export function placesIn(
  table: DraftTable,
  given: readonly WrittenHeading[],
  { haveTitles, width }: { readonly haveTitles: boolean; readonly width: number },
): Places {
  const places = new Map<number, number>();
  const free = [...table.headings];
  const pair = (nameOf: (heading: WrittenHeading) => string): void => {
    for (const one of given) {
      if (places.has(one.position)) continue;
      const at = free.findIndex((other) => nameOf(other) === nameOf(one));
      const [found] = at < 0 ? [] : free.splice(at, 1);
      if (found) places.set(one.position, found.position);
    }
  };
  pair(({ text }) => comparable(text));
  if (!haveTitles || !table.hasTitles) pair(({ written }) => written);
  return withUntitled(places, table, given, width);
}

function withUntitled(
  places: Places,
  { headings }: DraftTable,
  given: readonly WrittenHeading[],
  width: number,
): Places {
  const shifts = new Set([...places].map(([position, at]) => at - position));
  const [shift = 0, ...others] = shifts;
  if (places.size < FEWEST_IN_ORDER || others.length > 0) return places;
  const [titled, titledHere] = [headings, given].map((all) => new Set(all.map(({ position }) => position)));
  const untitled = Array.from({ length: width }, (_, position) => position).filter(
    (position) => !titledHere?.has(position) && !titled?.has(position + shift) && position + shift >= 0,
  );
  return new Map([...places, ...untitled.map((position) => [position, position + shift] as const)]);
}
