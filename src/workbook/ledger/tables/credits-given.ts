/**
 * Tables of the credits that are given, by their own title, the name of the Excel Table or that of the sheet: « Crédits
 * ouverts », « Dotations », « Délégations de crédits ». Without a number of EJ, what they hold commits nothing.
 */
import { readEj } from '../../../domain/imputation/ej-number';
import type { LedgerField } from '../../../domain/envelopes/ledger';
import { valueAt, type SheetSnapshot } from '../../snapshot';
import { textOf, type CellValue } from '../../cells';
import { subjectOf } from '../columns/subjects';
import { wordsOfHeading, type Concept } from '../heading-words';
import type { KnownNames } from '../known-names';
import type { LedgerBlock } from '../ledger-source';
import { mayTitleCredits, titlesCredits } from '../rows/credit-titles';
import { isFilled } from '../sheet-rows';
import { titlesOfTable } from './planned-tables';

/** Columns of an operation: one filled cell under them makes one of its row. */
const OF_OPERATIONS: readonly LedgerField[] = ['dpNumber', 'supplier', 'serviceDate'];

const OPERATION_WORDS: readonly Concept[] = [
  ...(['commitment', 'ej', 'order', 'contract', 'supplier', 'beneficiary', 'payment'] as const),
  ...(['dp', 'invoice', 'service', 'label'] as const),
];

/** The place of a table: its headings, its rows and its columns. */
export interface PlaceOfTable {
  readonly topRow: number;
  readonly headingRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly left: number;
  readonly right: number;
}

/** True for a table of the ledger that holds credits that are given, and no operation. */
export function holdsGivenCredits(sheet: SheetSnapshot, block: LedgerBlock, names: KnownNames | null): boolean {
  const columns = [...block.columns.values()].map(({ column }) => column);
  const place = { ...block, right: Math.max(...columns) };
  if (!isTitledSo(sheet, place, block.table ?? block.belowTable ?? null, names) || holdsEj(sheet, place)) return false;
  return !OF_OPERATIONS.some((field) => {
    const column = block.columns.get(field)?.column;
    return column !== undefined && rowsOf(place).some((row) => isFilled(valueAt(sheet, row, column)));
  });
}

/** The nearest title that names credits or operations, else the names of the table and of the sheet. */
export function isTitledSo(
  sheet: SheetSnapshot,
  place: PlaceOfTable,
  table: string | null,
  names: KnownNames | null,
): boolean {
  const cells = (row: number) => columnsOf(place).map((column) => valueAt(sheet, row, column));
  const titles = titlesOfTable(cells, place, 0);
  const areOperations = cells(place.headingRow).some(headsOperations);
  const isOfCredits = (title: string): boolean =>
    titlesCredits(title, names) || (!areOperations && mayTitleCredits(title, names));
  if (titles.some(isOfCredits)) return true;
  if (titles.some((title) => subjectOf(title) !== null)) return false;
  return [...(table === null ? [] : [table.replaceAll('_', ' ')]), sheet.name].some(isOfCredits);
}

/** True for « Engagement », « Titulaire », « Objet »: under « Notifications », those of contracts. */
function headsOperations(heading: CellValue): boolean {
  const { concepts } = wordsOfHeading(textOf(heading));
  return OPERATION_WORDS.some((concept) => concepts.has(concept) && !(concept === 'commitment' && concepts.has('ae')));
}

/** True when a cell of the rows is the number of an EJ. */
export function holdsEj(sheet: SheetSnapshot, place: PlaceOfTable): boolean {
  return rowsOf(place).some((row) =>
    columnsOf(place).some((column) => {
      const value = valueAt(sheet, row, column);
      return isFilled(value) && readEj(textOf(value).trim(), typeof value === 'number').kind === 'ej';
    }),
  );
}

function rowsOf({ firstRow, lastRow }: PlaceOfTable): readonly number[] {
  return Array.from({ length: lastRow - firstRow + 1 }, (_, offset) => firstRow + offset);
}

function columnsOf({ left, right }: Pick<PlaceOfTable, 'left' | 'right'>): readonly number[] {
  return Array.from({ length: right - left + 1 }, (_, offset) => left + offset);
}
