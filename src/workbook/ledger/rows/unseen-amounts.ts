/**
 * Amounts of the ledger that nobody sees as they count: in a hidden column, white on white, in cells whose format shows
 * no figure, no minus, or another unit, always or by a condition, or without their tax by the words around them or the
 * format of their cell (DON-07). Those of a hidden row
 * or sheet are reported with it.
 */
import type { LedgerRow, RowKey, UnseenAmounts } from '../../../domain/envelopes/ledger';
import type { AmountUnit } from '../../../domain/money/amount-text';
import { SHOWN_IN_EUROS, shownText, type ShownNumber } from '../../number-formats';
import {
  columnOfKey,
  findSheet,
  formulaKey,
  shownAt,
  valueAt,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from '../../snapshot';
import { blockOfRow, sheetRow, type LedgerBlock } from '../ledger-source';
import { centsOf } from '../read-cells';
import { isWithoutTax } from '../../../domain/money/tax-words';
import { notesOf, withoutTaxAmong } from './whole-ledger/notes-apart';
import { textsOfBlocks } from './whole-ledger/texts-of-blocks';
import { withoutTaxBeside } from './whole-ledger/words-beside';

const AMOUNTS = ['ae', 'cp'] as const;

type Kind = UnseenAmounts['what'];

/** A column of amounts of a block where some may not be seen. */
interface Place {
  readonly sheet: SheetSnapshot;
  readonly column: number;
  readonly field: 'ae' | 'cp';
  readonly unit: AmountUnit;
  readonly isHidden: boolean;
  /** In a column of another unit, most numbers of which are shown in euros. */
  readonly isInEuros: boolean;
  /** « AE HT », « Montants HT » above or on a sheet of notes, where no other column gives the amounts. */
  readonly lacksTax: boolean;
}

/** The sums of one column of a sheet. */
interface Sums extends Pick<UnseenAmounts, 'what' | 'first' | 'field' | 'example'> {
  readonly rows: Set<RowKey>;
  ae: number;
  cp: number;
}

/** One for each column and kind, in reading order; amounts of zero are left out. */
export function unseenAmountsOf(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  rows: readonly LedgerRow[],
): readonly UnseenAmounts[] {
  const columns = new Map<SheetSnapshot, ReadonlySet<number>>();
  const lackTax = withoutTaxAmong(notesOf(workbook, blocks));
  const beside = textsOfBlocks(workbook, blocks, rows)?.map(withoutTaxBeside);
  const places = blocks.map((block, index) =>
    placesOf(workbook, block, columns, new Set([...lackTax, ...(beside?.[index] ?? [])])),
  );
  if (places.every(({ length }) => length === 0)) return [];
  const found = new Map<string, Sums>();
  for (const row of rows)
    for (const place of places[blockOfRow(row.key)] ?? []) {
      const cents = centsOf(row[place.field]);
      const seen = cents === 0 ? null : unseenAt(place, sheetRow(row.key));
      if (seen) add(found, place, seen, row, cents);
    }
  const inOrder = [...found.values()].sort((one, other) => one.first - other.first);
  return inOrder.map(({ rows: counted, ...sums }) => ({ ...sums, count: counted.size }));
}

function placesOf(
  workbook: WorkbookSnapshot,
  block: LedgerBlock,
  known: Map<SheetSnapshot, ReadonlySet<number>>,
  lackTax: ReadonlySet<'ae' | 'cp'>,
): readonly Place[] {
  const sheet = findSheet(workbook, block.sheet);
  if (!sheet || sheet.visibility !== 'visible') return [];
  const formatted = known.get(sheet) ?? unseenByFormat(sheet);
  known.set(sheet, formatted);
  return AMOUNTS.flatMap((field) => {
    const { column, unit = '€', heading = '' } = block.columns.get(field) ?? {};
    if (column === undefined || block.sharedFields?.has(field)) return [];
    const isHidden = sheet.hiddenColumns?.has(column) === true;
    const isInEuros = unit !== '€' && sheet.inEuros?.get(column)?.areMost === true;
    const lacksTax = isWithoutTax(heading) ?? (lackTax.has(field) || block.withoutTax?.has(column) === true);
    const place = { sheet, column, field, unit, isHidden, isInEuros, lacksTax };
    return isHidden || isInEuros || lacksTax || formatted.has(column) ? [place] : [];
  });
}

const HIDING: ReadonlySet<ShownNumber['kind']> = new Set(['unseen', 'unsigned', 'scaled', 'withoutTax']);

/** The columns of a sheet with numbers that their format, colour or condition does not show as they count. */
function unseenByFormat({ shown, veiled }: SheetSnapshot): ReadonlySet<number> {
  const columns = new Set<number>();
  for (const [key, one] of shown ?? []) if (HIDING.has(one.kind)) columns.add(columnOfKey(key));
  for (const key of veiled?.keys() ?? []) columns.add(columnOfKey(key));
  return columns;
}

interface Unseen {
  readonly what: Kind;
  readonly shown?: ShownNumber;
}

/** How the amount of a row is not seen; null when it is. */
function unseenAt(place: Place, row: number): Unseen | null {
  const { sheet, isHidden, lacksTax } = place;
  if (lacksTax) return { what: 'withoutTax' };
  if (isHidden) return { what: 'column' };
  if (sheet.hiddenRows.has(row)) return null;
  return unseenInCell(place, row) ?? veiledAt(place, row);
}

const VEILS = { white: 'colors', hiddenByRule: 'rules', otherByRule: 'otherRules' } as const;

function veiledAt({ sheet, column }: Place, row: number): Unseen | null {
  const veil = sheet.veiled?.get(formulaKey(row, column));
  return veil === undefined ? null : { what: VEILS[veil] };
}

/** How the format of a cell does not show its amount; null when it does. */
function unseenInCell({ sheet, column, unit, isInEuros }: Place, row: number): Unseen | null {
  const shown = shownAt(sheet, row, column);
  switch (shown?.kind) {
    case undefined:
      return isInEuros && hasNumber(sheet, row, column) ? { what: 'units', shown: SHOWN_IN_EUROS } : null;
    case 'unseen':
      return { what: 'figures' };
    case 'unsigned':
      return { what: 'signs' };
    case 'withoutTax':
      return { what: 'withoutTax' };
    case 'scaled':
      if (shown.words === '' && unit === '€') return { what: 'units', shown };
      if (isWithoutTax(shown.words) === true) return { what: 'withoutTax' };
      return shown.isUnsigned ? { what: 'signs' } : null;
    default:
      return null;
  }
}

function hasNumber(sheet: SheetSnapshot, row: number, column: number): boolean {
  return typeof valueAt(sheet, row, column) === 'number';
}

function add(
  found: Map<string, Sums>,
  { sheet, column, field }: Place,
  { what, shown }: Unseen,
  { key }: LedgerRow,
  cents: number,
): void {
  const place = `${sheet.id} ${column} ${what}`;
  let sums = found.get(place);
  if (!sums) {
    const value = valueAt(sheet, sheetRow(key), column);
    const text = shown?.kind === 'scaled' && typeof value === 'number' ? shownText(value, shown) : null;
    const example = text === null ? {} : { example: { shown: text, cents } };
    sums = { what, first: key, field, rows: new Set<RowKey>(), ae: 0, cp: 0, ...example };
    found.set(place, sums);
  }
  sums.rows.add(key);
  sums[field] += cents;
}
