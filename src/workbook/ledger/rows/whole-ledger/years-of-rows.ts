/**
 * The year of a commitment without a readable day, in a convention of several years: that of its text (« mars 2025 »),
 * else of its column « Exercice » or « Année EJ », of the title over it, or of the name of its sheet. The row counts in
 * that year alone; without any, in each of them (`commitmentDay`). In a convention of one year, an amendment without a
 * column for its day has that of its EJ.
 */
import { yearOf } from '../../../../domain/calendar/civil-date';
import { creditYearsOf } from '../../../../domain/envelopes/credit-years';
import type { Convention } from '../../../../domain/envelopes/convention';
import type { LedgerRow } from '../../../../domain/envelopes/ledger';
import { findSheet, valueAt, type WorkbookSnapshot } from '../../../snapshot';
import { blockOfRow, placeOfRow, type LedgerBlock } from '../../ledger-source';
import { textOf } from '../../../cells';
import type { ReadLedger } from '../../read-ledger';
import { titleOver } from '../../tables/effect-rows';
import { yearAlone } from '../../tables/title-words';
import { SharedColumns, yearIn } from './other-rows';

/** The ledger with these years, or with the amendments that follow their EJ; the same object without such rows. */
export function withYears(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  read: ReadLedger,
  convention: Convention,
): ReadLedger {
  if (convention.otherYears.length === 0) return withAmendments(blocks, read);
  const years = new Set(creditYearsOf(convention));
  const cells = new SharedColumns(workbook, blocks);
  const mixed = mixedBlocks(blocks, read.ledger.rows);
  const yearOfRow = (row: LedgerRow): number | undefined => {
    const { commitmentDate } = row;
    const own = commitmentDate.kind === 'unreadable' ? onlyYearIn(commitmentDate.raw) : 0;
    const found = [own, yearIn(row, cells), ...placesOf(workbook, blocks, row, mixed).map(onlyYearIn)].find(
      (year) => year > 0,
    );
    return found !== undefined && years.has(found) ? found : undefined;
  };
  let areSame = true;
  const rows = read.ledger.rows.map((row): LedgerRow => {
    if (row.ae.kind === 'absent' || row.commitmentDate.kind === 'date') return row;
    const creditYear = yearOfRow(row);
    if (creditYear === undefined) return row;
    areSame = false;
    return { ...row, creditYear };
  });
  return areSame ? read : { ...read, ledger: { ...read.ledger, rows } };
}

/**
 * « Avenant » of a row whose EJ has a day, in a table without a column for its own: no cell waits for it, and the
 * credits have one year. Its day is judged as that of its EJ.
 */
function withAmendments(blocks: readonly LedgerBlock[], read: ReadLedger): ReadLedger {
  const undated = ({ key, partOf, ae, commitmentDate }: LedgerRow): boolean =>
    ae.kind === 'amount' &&
    partOf !== undefined &&
    commitmentDate.kind === 'absent' &&
    blocks[blockOfRow(key)]?.columns.has('commitmentDate') === false;
  const firsts = new Set(read.ledger.rows.flatMap((row) => (undated(row) ? (row.partOf ?? []) : [])));
  if (firsts.size === 0) return read;
  const dated = new Set(
    read.ledger.rows.flatMap(({ key, commitmentDate }) =>
      firsts.has(key) && commitmentDate.kind === 'date' ? [key] : [],
    ),
  );
  const rows = read.ledger.rows.map((row): LedgerRow => {
    if (row.partOf === undefined || !dated.has(row.partOf) || !undated(row)) return row;
    return { ...row, inherited: new Set([...(row.inherited ?? []), 'commitmentDate' as const]) };
  });
  return { ...read, ledger: { ...read.ledger, rows } };
}

/** The places of the blocks with a day of another year than the name of their sheet: it gives none. */
function mixedBlocks(blocks: readonly LedgerBlock[], rows: readonly LedgerRow[]): ReadonlySet<number> {
  const years = blocks.map(({ sheet }) => onlyYearIn(sheet));
  const mixed = new Set<number>();
  for (const { key, ae, commitmentDate } of rows)
    if (ae.kind === 'amount' && commitmentDate.kind === 'date') {
      const block = blockOfRow(key);
      if (yearOf(commitmentDate.date) !== years[block]) mixed.add(block);
    }
  return mixed;
}

/** The texts that may give the year of a row, the nearest first. */
function placesOf(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  { key }: LedgerRow,
  mixed: ReadonlySet<number>,
): readonly string[] {
  const place = placeOfRow(blocks, key);
  const sheet = place && findSheet(workbook, place.block.sheet);
  if (!place || !sheet) return [];
  const { carried, yearRows = [] } = place.block;
  const ofEj = (carried?.columns ?? [])
    .filter(({ holds }) => holds === 'years')
    .map(({ column }) => textOf(valueAt(sheet, place.row, column)));
  const title = titleOver(yearRows, place.row)?.title ?? '';
  return [...ofEj, String(yearAlone(title) ?? ''), mixed.has(blockOfRow(key)) ? '' : sheet.name];
}

/** The one year that a text gives; 0 for none or several. */
function onlyYearIn(text: string): number {
  const years = new Set(text.match(/(?<!\d)20\d\d(?!\d)/g) ?? []);
  return years.size === 1 ? Number([...years][0]) : 0;
}
