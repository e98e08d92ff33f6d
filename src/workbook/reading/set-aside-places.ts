/** The places of one sheet that the user set aside (ENV_Lecture). */
import { comparable } from '../../domain/text';
import type { Area, CellValue } from '../cells';
import { isFilled } from '../ledger/sheet-rows';
import type { ReadingChoice } from '../registers/reading-choices';
import { unseenRows } from '../registers/seen-rows';
import { valueAt, type SheetSnapshot } from '../snapshot';
import { areHeadings } from './amount-columns';
import { overlap } from './our-areas';

/** A column of the sheet, with its heading. */
interface NamedColumn {
  readonly column: number;
  readonly heading: string;
}

interface TableOfColumn {
  readonly area: Area;
  readonly isExcelTable: boolean;
}

interface PlaceAside {
  readonly choice: ReadingChoice;
  /** Rows of the sheet that came into the place after the decision, or changed. */
  readonly unseen: ReadonlySet<number>;
}

export class SetAsidePlaces {
  private readonly places: readonly PlaceAside[];

  constructor(
    choices: readonly ReadingChoice[],
    private readonly sheet: SheetSnapshot,
  ) {
    const name = sheet.name.toLowerCase();
    const own = choices.filter((choice) => choice.decision === 'setAside' && choice.sheet.toLowerCase() === name);
    this.places = own.map((choice) => ({ choice, unseen: unseenIn(sheet, choice) }));
  }

  /** The choice that leaves a cell out; null without one. */
  at(row: number, column: number): ReadingChoice | null {
    if (this.places.length === 0) return null;
    return this.places.find(({ choice, unseen }) => isIn(choice, row, column) && !unseen.has(row))?.choice ?? null;
  }

  /**
   * The choice that leaves a cell of a column of a table out, because the column was set aside: the rows that came
   * since, as far as they follow its own without a blank row or headings between. All those of an Excel Table follow.
   */
  ofColumn({ column, heading }: NamedColumn, table: TableOfColumn): (row: number) => ReadingChoice | null {
    const named = comparable(heading);
    const found = this.places.flatMap(({ choice }) => {
      const { area, column: decided } = choice;
      if (area?.left !== column || decided === undefined || comparable(decided) !== named) return [];
      const isInTable = table.isExcelTable && overlap(table.area, area);
      return [{ choice, rows: isInTable ? table.area : this.following(area, table.area) }];
    });
    return (row) => found.find(({ rows }) => row >= rows.top && row < rows.top + rows.rows)?.choice ?? null;
  }

  /** The rows of a place, with those that follow it above and below. */
  private following(place: Area, { left, columns }: Area): Pick<Area, 'top' | 'rows'> {
    const { used } = this.sheet;
    const end = used ? used.top + used.rows : 0;
    const follows = (row: number): boolean => isOfSameTable(rowOf(this.sheet, row, left, columns));
    let { top } = place;
    let last = Math.min(place.top + place.rows, end) - 1;
    while (top > 0 && follows(top - 1)) top--;
    while (last + 1 < end && follows(last + 1)) last++;
    return { top, rows: last - top + 1 };
  }

  /** True for a cell in a place that was set aside, even when its row is not one that the user saw. */
  surrounds(row: number, column: number): boolean {
    return this.places.some(({ choice }) => isIn(choice, row, column));
  }
}

function unseenIn(sheet: SheetSnapshot, { area, seen }: ReadingChoice): ReadonlySet<number> {
  return area === null || seen === undefined ? new Set() : unseenRows(sheet, area, seen);
}

function isIn({ area }: ReadingChoice, row: number, column: number): boolean {
  if (area === null) return true;
  return row >= area.top && row < area.top + area.rows && column >= area.left && column < area.left + area.columns;
}

function rowOf(sheet: SheetSnapshot, row: number, left: number, columns: number): readonly CellValue[] {
  return Array.from({ length: columns }, (_, offset) => valueAt(sheet, row, left + offset));
}

/** False for a blank row, and for headings. */
function isOfSameTable(cells: readonly CellValue[]): boolean {
  if (!cells.some(isFilled)) return false;
  const hasNumber = cells.some((value) => typeof value === 'number');
  return hasNumber || !areHeadings(cells.filter((value) => typeof value === 'string'));
}
