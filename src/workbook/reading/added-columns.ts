/** Columns of amounts that the team added to a register of the convention: nothing reads them. */
import { CREDIT_REGISTERS, TABLES, COLUMNS } from '../workbook-names';
import { comparable } from '../../domain/text';
import { ownHeadings } from '../registers/our-tables';
import type { Concept } from '../ledger/heading-words';
import { valueAt, type SheetSnapshot, type TableSnapshot } from '../snapshot';
import { centsAt, isUnreadableAmount } from './amount-cells';
import { columnOf, isInPlaceOfAmount, type AreaColumn } from './amount-columns';
import type { DerivedFormulas } from './derived-formulas';
import { PlaceSums } from './place-sums';
import type { SetAsidePlaces } from './set-aside-places';

const CREDIT_WORDS: readonly Concept[] = ['ae', 'cp', 'credit'];
const ACTS: readonly Concept[] = ['commitment', 'payment'];
/** « Dotation complémentaire », « Crédits ouverts »: credits in a register, whatever they are beside expenses. */
const GIVEN =
  /\b(?:dotations?|plafonds?|credits?|ouvert(?:e?s?|ures?)|allouee?s?|deleguee?s?|initia(?:ux|le?s?)|reserves?)\b/;
const NOT_GIVEN: readonly Concept[] = ['remaining', 'cumulative', 'consumed', ...ACTS, 'withoutTax', 'share'];

/** The amounts of one added column that have the same role. */
export interface AddedAmounts {
  readonly heading: string;
  readonly unit: AreaColumn['unit'];
  /** `typed` is in no figure; `aside` has the reason of the user. */
  readonly role: 'typed' | 'formulas' | 'otherAmounts' | { readonly aside: string };
  readonly sums: PlaceSums;
}

/** The amounts in the added columns of a register of credits; none for another table. */
export function addedColumns(
  sheet: SheetSnapshot,
  { name, area, columns }: TableSnapshot,
  aside: SetAsidePlaces,
  formulas: DerivedFormulas,
): readonly AddedAmounts[] {
  const id = CREDIT_REGISTERS.find((one) => TABLES[one].toLowerCase() === name.toLowerCase());
  if (id === undefined) return [];
  const known = new Set(Object.values<string>(COLUMNS[id]).map(comparable));
  const [firstRow, lastRow] = [area.top + 1, area.top + area.rows - 1];
  const own = ownHeadings(id, columns);
  return columns.flatMap((heading, offset) => {
    if (known.has(own[offset] ?? '')) return [];
    const found = columnOf(sheet, area.left + offset, [heading], firstRow, lastRow);
    if (found.kind !== 'amounts') return [];
    const asideAs = aside.ofColumn(found, { area, isExcelTable: true });
    const byReason = new Map<string, PlaceSums>();
    const [typed, computed] = [new PlaceSums(), new PlaceSums()];
    for (let row = firstRow; row <= lastRow; row++) {
      const { column, nature } = found;
      const value = valueAt(sheet, row, column);
      const cents = centsAt(sheet, row, found);
      if (cents === null && !isUnreadableAmount(value) && !isInPlaceOfAmount(value, found)) continue;
      const choice = aside.at(row, column) ?? asideAs(row);
      if (choice && !byReason.has(choice.reason)) byReason.set(choice.reason, new PlaceSums());
      const undecided = formulas.isDerived(sheet, row, column) ? computed : typed;
      const sums = (choice && byReason.get(choice.reason)) ?? undecided;
      if (cents === null || cents === 'unreadable') sums.addUnreadable(row, column);
      else sums.add(row, column, nature, cents);
    }
    const kinds: readonly (readonly [AddedAmounts['role'], PlaceSums])[] = [
      [isOther(found) ? 'otherAmounts' : 'typed', typed],
      ['formulas', computed],
      ...[...byReason].map(([reason, sums]) => [{ aside: reason }, sums] as const),
    ];
    return kinds
      .filter(([, sums]) => !sums.isEmpty)
      .map(([role, sums]) => ({ heading: found.heading, unit: found.unit, role, sums }));
  });
}

/** Balances, and what is consumed: the figures come from the ledger, and a register repeats them. */
function isOther({ heading, isOther: isBalance, concepts }: AreaColumn): boolean {
  if (GIVEN.test(comparable(heading)) && !NOT_GIVEN.some((concept) => concepts.has(concept))) return false;
  const namesCredits = CREDIT_WORDS.some((concept) => concepts.has(concept));
  return isBalance || concepts.has('consumed') || (!namesCredits && ACTS.some((concept) => concepts.has(concept)));
}
