/**
 * Rows with amounts by envelope, read once for each envelope with an amount on them. The first of these parts has what
 * all share, and answers for it; a day of payment beside no CP of a part is that of another.
 */
import type { LedgerField, LedgerRow, RowKey } from '../../../domain/envelopes/ledger';
import { textOf, type CellValue } from '../../cells';
import { blockOfRow, sheetRow, type LedgerBlock } from '../ledger-source';
import { isBlankText } from '../read-cells';

type Positions = ReadonlyMap<LedgerField, number>;

const ABSENT: { readonly kind: 'absent' } = { kind: 'absent' };
/** The cells that a part without the amount leaves to another, unless it has such a column of its own. */
const BESIDE_NOTHING = {
  ae: { commitmentDate: ABSENT },
  cp: { paymentDate: ABSENT, dpNumber: '', dpLine: '' },
} as const;

/** The parts of the rows of one block. */
export class RowsAbreast {
  private readonly withoutAe: Partial<LedgerRow>;
  private readonly withoutCp: Partial<LedgerRow>;

  private constructor(
    private readonly own: Positions,
    private readonly others: readonly Positions[],
    private readonly before: number,
    private readonly around: ReadonlySet<LedgerField>,
    private readonly elsewhere: ReadonlySet<LedgerField>,
  ) {
    const shared = (of: Partial<LedgerRow>): Partial<LedgerRow> =>
      Object.fromEntries(Object.entries(of).filter(([field]) => !own.has(field as LedgerField)));
    this.withoutAe = shared(BESIDE_NOTHING.ae);
    this.withoutCp = shared(BESIDE_NOTHING.cp);
  }

  /** `left`: the column of the sheet from which cells are counted. Null for a block of whole rows. */
  static of({ abreast, envelope, sharedFields }: LedgerBlock, left: number): RowsAbreast | null {
    if (!abreast) return null;
    const at = (columns: Positions): Positions =>
      new Map([...columns].map(([field, column]) => [field, column - left]));
    const around = new Set(envelope ? [envelope.field] : []);
    const elsewhere = new Set([...(sharedFields ?? []), ...around]);
    return new RowsAbreast(at(abreast.own), abreast.others.map(at), abreast.before, around, elsewhere);
  }

  /** True for a row with nothing of this envelope, which another block reads. */
  isOfOthers(values: readonly CellValue[]): boolean {
    if (isAnyGiven(values, this.own)) return false;
    return this.before > 0 || this.others.some((columns) => isAnyGiven(values, columns));
  }

  /** True for a row of which a block before this one reads a part. */
  isFurther(values: readonly CellValue[]): boolean {
    return this.others.some((columns, at) => at < this.before && isAnyGiven(values, columns));
  }

  /** The fields that are judged elsewhere: the first part of a row answers for what all share. */
  inheritedOn(values: readonly CellValue[]): ReadonlySet<LedgerField> {
    return this.isFurther(values) ? this.elsewhere : this.around;
  }

  /** The row without the days, and the DP, of amounts that it has not. */
  withoutDaysOfOthers(row: LedgerRow, values: readonly CellValue[]): LedgerRow {
    const isElsewhere = (nature: 'ae' | 'cp'): boolean =>
      !isGiven(values, this.own.get(nature)) &&
      (this.isFurther(values) || this.others.some((columns) => isGiven(values, columns.get(nature))));
    const [commits, pays] = [isElsewhere('ae'), isElsewhere('cp')];
    return commits || pays ? { ...row, ...(commits && this.withoutAe), ...(pays && this.withoutCp) } : row;
  }
}

/** The same rows, each further part of a row of the sheet with the first one (`partOf`). */
export function linkAbreast(rows: LedgerRow[], blocks: readonly LedgerBlock[]): void {
  if (!blocks.some(({ abreast }) => abreast)) return;
  const firsts = new Map<string, RowKey>();
  rows.forEach((row, at) => {
    const block = blocks[blockOfRow(row.key)];
    if (!block?.abreast) return;
    const place = `${sheetRow(row.key)} ${block.headingRow} ${block.left} ${block.sheet}`;
    const first = firsts.get(place);
    if (first === undefined) firsts.set(place, row.key);
    const { partOf, ...alone } = row;
    if (partOf !== first) rows[at] = first === undefined ? alone : { ...row, partOf: first };
  });
}

function isAnyGiven(values: readonly CellValue[], columns: Positions): boolean {
  for (const position of columns.values()) if (isGiven(values, position)) return true;
  return false;
}

/** True for a cell that is neither blank nor 0. */
function isGiven(values: readonly CellValue[], position = -1): boolean {
  const value = values[position] ?? null;
  return value !== null && value !== 0 && !isBlankText(textOf(value));
}
