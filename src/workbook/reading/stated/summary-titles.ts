/** The titles over the rows of a summary, the name of its sheet, and the day that it gives. */
import { partsOf, type CivilDate } from '../../../domain/calendar/civil-date';
import { parseDateText } from '../../../domain/calendar/date-text';
import type { LabelPeriod } from '../../../domain/calendar/label-period';
import { readEj } from '../../../domain/imputation/ej-number';
import { comparable } from '../../../domain/text';
import type { Area, CellValue } from '../../cells';
import type { KnownNames } from '../../ledger/known-names';
import { namesAPlan } from '../../ledger/rows/marks/effect-headings';
import { dateOfSerial } from '../../serials';
import { shownAt, valueAt, type SheetSnapshot } from '../../snapshot';
import type { AreaColumn } from '../amount-columns';
import { isPlainTitle, summaryWords } from './summary-words';
import { isTitleRow, labelIn } from './summary-labels';

/** The titles over a row, read together. */
export interface TitlesOver {
  /** The code of the envelope that they name; null for none or several. */
  readonly envelope: string | null;
  /** False for words that may limit the summary: « Marché API ». */
  readonly isPlain: boolean;
  /** Absent: none of them is about the credits given. */
  readonly namesCredits?: true;
  readonly periods: readonly LabelPeriod[];
}

interface Given {
  readonly names: KnownNames;
  /** The summary is on a sheet of the ledger, whose other cells are not about it. */
  readonly isBeside: boolean;
  readonly uses1904: boolean;
}

/** Rows above a rectangle whose words may be about it. */
const MOST_ROWS_ABOVE = 8;
const CREDITS =
  /(?<![a-z])(?:credits?|budgets?|budgetaires?|delegations?|deleguee?s?|conventions?|dotations?)(?![a-z])/;

/** Reads the titles over the rows of one rectangle. */
export class TitlesAbove {
  private readonly ofSheet: TitlesOver | null;

  constructor(
    private readonly sheet: SheetSnapshot,
    private readonly area: Area,
    private readonly columns: readonly AreaColumn[],
    private readonly given: Given,
  ) {
    const days = this.daysIn();
    const above = [sheet.name, ...this.textsAbove()].map((title) => this.read(title));
    this.ofSheet = days === null ? null : join([...above, { envelope: null, isPlain: true, periods: days }]);
  }

  /** Null where a title announces something else: another convention, a forecast. */
  titlesAt(row: number): TitlesOver | null {
    let own: TitlesOver | null | undefined = undefined;
    for (let at = this.area.top; at < row; at++) {
      if (!isTitleRow(this.sheet, this.area, at)) continue;
      const title = this.read(this.titleAt(at));
      // Titles one under the other are about the same rows.
      own =
        own !== undefined && at > this.area.top && isTitleRow(this.sheet, this.area, at - 1)
          ? join([own, title])
          : title;
    }
    return own === undefined ? this.ofSheet : join([this.ofSheet, own]);
  }

  private titleAt(row: number): string {
    for (let column = this.area.left; column < this.area.left + this.area.columns; column++) {
      const label = labelIn(valueAt(this.sheet, row, column));
      if (label !== null) return label;
    }
    return '';
  }

  private read(title: string): TitlesOver | null {
    const { names } = this.given;
    const words = summaryWords([title], names);
    if (words === null || namesAPlan(title) || names.namesOther(title)) return null;
    const [envelope = null, ...others] = words.envelopes;
    return {
      envelope: others.length > 0 ? null : envelope,
      isPlain: isPlainTitle(words),
      ...(CREDITS.test(comparable(title)) && { namesCredits: true as const }),
      periods: words.periods,
    };
  }

  private textsAbove(): readonly string[] {
    const { area, given, sheet } = this;
    const from = Math.max(sheet.used?.top ?? 0, area.top - MOST_ROWS_ABOVE);
    const [left, right] = given.isBeside ? [area.left, area.left + area.columns] : this.width();
    const texts: string[] = [];
    for (let row = area.top - 1; row >= from; row--) {
      const values = Array.from({ length: right - left }, (_, offset) => valueAt(sheet, row, left + offset));
      if (given.isBeside && values.some(isOfOperation)) break;
      texts.unshift(...values.flatMap((value) => labelIn(value) ?? []));
    }
    return texts;
  }

  private width(): readonly [number, number] {
    const { left = 0, columns = 0 } = this.sheet.used ?? {};
    return [left, left + columns];
  }

  /** The days written above the rows or among them, as periods; null for several. */
  private daysIn(): readonly LabelPeriod[] | null {
    const { area, given, sheet } = this;
    const from = given.isBeside ? area.top : Math.max(sheet.used?.top ?? 0, area.top - MOST_ROWS_ABOVE);
    const [left, right] = given.isBeside ? [area.left, area.left + area.columns] : this.width();
    const days = new Set<CivilDate>();
    for (let row = from; row < area.top + area.rows; row++)
      for (let column = left; column < right; column++) {
        const day = this.dayAt(valueAt(sheet, row, column), row, column);
        if (day !== null) days.add(day);
      }
    if (days.size > 1) return null;
    return [...days].map((day) => {
      const { year, month, day: of } = partsOf(day);
      return { year, from: 101, to: month * 100 + of };
    });
  }

  private dayAt(value: CellValue, row: number, column: number): CivilDate | null {
    if (typeof value === 'string') return parseDateText(value.trim());
    if (typeof value !== 'number') return null;
    const isDate = shownAt(this.sheet, row, column)?.kind === 'date';
    const isInDates = this.columns.some((one) => one.column === column && one.kind === 'dates');
    return isDate || isInDates ? dateOfSerial(value, this.given.uses1904) : null;
  }
}

/** True for a number, as no title is: above a summary on the sheet of the ledger, of its operations. */
function isOfOperation(value: CellValue): boolean {
  return typeof value === 'number' || (typeof value === 'string' && readEj(value.trim(), false).kind === 'ej');
}

/** Several titles together: the last envelope, and all that limits them; null when one is null. */
function join(sections: readonly (TitlesOver | null)[]): TitlesOver | null {
  let all: TitlesOver = { envelope: null, isPlain: true, periods: [] };
  for (const one of sections) {
    if (one === null) return null;
    all = {
      envelope: one.envelope ?? all.envelope,
      isPlain: all.isPlain && one.isPlain,
      ...((all.namesCredits ?? one.namesCredits) && { namesCredits: true as const }),
      periods: [...all.periods, ...one.periods],
    };
  }
  return all;
}
