/** One table of a ledger on a sheet: its headings on one to three rows, its rows, and the totals among them. */
import type { CellValue } from '../../../src/workbook/cells';
import { isAmountField } from './decorate';
import { sumFormula, type SheetDraft } from './grid';
import type { Field, KeptRow } from './rows';
import type { Hand } from './values';

export interface Column {
  readonly field: Field;
  readonly heading: string;
  /** The title of the group above, and the heading under it. */
  readonly group?: string;
  readonly short?: string;
  /** The cell of a row, for a column that no operation gives. */
  readonly extra?: (row: KeptRow, place: ExtraPlace) => { readonly value: CellValue; readonly formula?: string };
}

/** The place of an extra cell: its sheet row, the columns of the fields, and the rows of the block before it. */
export interface ExtraPlace {
  readonly row: number;
  readonly first: number;
  readonly columnOf: (field: Field) => number | undefined;
  readonly before: readonly KeptRow[];
}

/** A line under the headings: a row, the title of a section, or a total of the rows since some line. */
export type Line =
  | { readonly kind: 'row'; readonly row: KeptRow }
  | { readonly kind: 'section'; readonly title: string }
  | { readonly kind: 'blank' }
  /** The headings again, as on a new page. */
  | { readonly kind: 'headings' }
  /** The total of the sheets before. */
  | { readonly kind: 'carried'; readonly label: string; readonly rows: readonly KeptRow[] }
  /** Credits less the total above. */
  | { readonly kind: 'remaining'; readonly label: string; readonly credits: number }
  | {
      readonly kind: 'total';
      readonly label: string;
      readonly since: 'start' | 'last total';
      readonly isFormula: boolean;
    };

export interface BlockLook {
  readonly columns: readonly Column[];
  readonly hand: Hand;
  /** One row of headings, or two with the titles of groups; three with the units under all of them. */
  readonly headingRows: 1 | 2 | 3;
  /** A heading without a group is on the first of these rows, as in cells merged downwards, or on the last. */
  readonly lonelyOnTop: boolean;
  readonly labelField: Field;
  /** Fields that a row leaves blank when the row above has the same EJ. */
  readonly blankBelow: ReadonlySet<Field>;
  /** The envelope is written on the first of its rows alone. */
  readonly envelopeOnce: boolean;
  /** Titles of groups, and cells that are blank because they repeat the one above, are merged with it. */
  readonly isMerged: boolean;
}

/** Where a block is. */
export interface PlacedBlock {
  readonly headingRow: number;
  /** Rows of the operations on the sheet. */
  readonly rows: readonly number[];
  /** The first row below. */
  readonly bottom: number;
}

/** Writes a block at a place. */
export function writeBlock(
  sheet: SheetDraft,
  look: BlockLook,
  lines: readonly Line[],
  top: number,
  left: number,
): PlacedBlock {
  const headingRow = writeHeadings(sheet, look, top, left);
  const writer = new LineWriter(sheet, look, headingRow + 1, left);
  lines.forEach((line, index) => writer.write(line, headingRow + 1 + index));
  if (look.isMerged) writer.mergeRepeated();
  return { headingRow, rows: writer.rows, bottom: headingRow + 1 + lines.length };
}

/** Returns the last row of the headings. */
function writeHeadings(sheet: SheetDraft, look: BlockLook, top: number, left: number): number {
  const { columns, headingRows, lonelyOnTop, isMerged } = look;
  const words = top + Math.min(headingRows, 2) - 1;
  let previous: string | undefined;
  columns.forEach(({ field, heading, group, short }, offset) => {
    const isGrouped = headingRows > 1 && group !== undefined;
    if (isGrouped) sheet.put(words, left + offset, short ?? heading);
    else sheet.put(lonelyOnTop ? top : words, left + offset, heading);
    if (!isGrouped && lonelyOnTop) sheet.merge({ top, left: left + offset, rows: words - top + 1, columns: 1 });
    // As in merged cells, the title of a group is in its first cell alone.
    if (isGrouped && group !== previous) {
      sheet.put(top, left + offset, group);
      const width = columns.filter((one) => one.group === group).length;
      if (isMerged) sheet.merge({ top, left: left + offset, rows: 1, columns: width });
    }
    previous = group;
    if (headingRows === 3) sheet.put(words + 1, left + offset, unitOf(field, look.hand));
  });
  return top + headingRows - 1;
}

/** The unit of a column, on a row of its own. */
function unitOf(field: Field, { inThousands }: Hand): string | null {
  if (isAmountField(field)) return inThousands ? 'k€' : '€';
  return isDayField(field) ? 'jj/mm/aaaa' : null;
}

function isDayField(field: Field): boolean {
  return /^(signed|served|paid\d*)$/.test(field);
}

class LineWriter {
  readonly rows: number[] = [];
  private readonly before: KeptRow[] = [];
  private readonly repeated: { readonly row: number; readonly column: number }[] = [];
  private sinceTotal: { readonly from: number; readonly index: number };
  private readonly positions: ReadonlyMap<Field, number>;

  constructor(
    private readonly sheet: SheetDraft,
    private readonly look: BlockLook,
    private readonly first: number,
    private readonly left: number,
  ) {
    this.sinceTotal = { from: first, index: 0 };
    this.positions = new Map(look.columns.map(({ field }, offset) => [field, left + offset]));
  }

  write(line: Line, row: number): void {
    switch (line.kind) {
      case 'row':
        return this.writeRow(line.row, row);
      case 'section':
        return this.sheet.put(row, this.left, line.title);
      case 'total':
        return this.writeTotal(line, row);
      case 'carried':
        return this.writeSums(line.label, row, (field) => totalOf(line.rows, field, this.look.hand));
      case 'remaining':
        return this.writeSums(line.label, row, (field) => {
          const total = /^(ae|cp)$/.test(field) ? totalOf(this.before, field, this.look.hand) : null;
          return total === null ? null : line.credits - total;
        });
      case 'headings':
        return void writeHeadings(this.sheet, this.look, row, this.left);
      case 'blank':
        return;
    }
  }

  private writeRow(kept: KeptRow, row: number): void {
    const above = this.before.at(-1);
    const repeats = above !== undefined && above.order === kept.order;
    for (const { field, extra } of this.look.columns) {
      const column = this.positions.get(field) ?? 0;
      if (extra) {
        const place = { row, first: this.first, columnOf: (of: Field) => this.positions.get(of), before: this.before };
        const { value, formula } = extra(kept, place);
        this.sheet.put(row, column, value, formula);
      } else if (
        (repeats && this.look.blankBelow.has(field)) ||
        (field === 'envelope' && this.isUnderItsEnvelope(kept))
      )
        this.repeated.push({ row, column });
      else this.sheet.put(row, column, cellOf(kept, field, this.look.hand));
    }
    this.before.push(kept);
    this.rows.push(row);
  }

  /** Merges each cell with the blank ones that repeat it, in the columns where no other row is between them. */
  mergeRepeated(): void {
    const has = (row: number, column: number): boolean =>
      this.repeated.some((one) => one.row === row && one.column === column);
    const split = new Set(this.repeated.filter(({ row }) => !this.rows.includes(row - 1)).map(({ column }) => column));
    for (const { row, column } of this.repeated) {
      if (has(row - 1, column) || split.has(column)) continue;
      let bottom = row;
      while (has(bottom + 1, column)) bottom += 1;
      this.sheet.merge({ top: row - 1, left: column, rows: bottom - row + 2, columns: 1 });
    }
  }

  private isUnderItsEnvelope({ order }: KeptRow): boolean {
    return this.look.envelopeOnce && this.before.at(-1)?.order.envelope === order.envelope;
  }

  private writeTotal({ label, since, isFormula }: Extract<Line, { kind: 'total' }>, row: number): void {
    const { from, index } = since === 'start' ? { from: this.first, index: 0 } : this.sinceTotal;
    const rows = this.before.slice(index);
    this.writeSums(
      label,
      row,
      (field) => totalOf(rows, field, this.look.hand),
      (column) => (isFormula ? sumFormula(column, from, row - 1) : undefined),
    );
    this.sinceTotal = { from: row + 1, index: this.before.length };
  }

  private writeSums(
    label: string,
    row: number,
    centsOf: (field: Field) => number | null,
    formulaOf: (column: number) => string | undefined = () => undefined,
  ): void {
    this.sheet.put(row, this.positions.get(this.look.labelField) ?? this.left, label);
    for (const { field } of this.look.columns) {
      const cents = centsOf(field);
      if (cents === null) continue;
      const column = this.positions.get(field) ?? 0;
      const value = this.look.hand.amount(cents);
      this.sheet.put(row, column, value, typeof value === 'number' ? formulaOf(column) : undefined);
    }
  }
}

/** The sum of a field over the rows as typed; null when none has it. */
function totalOf(rows: readonly KeptRow[], field: Field, hand: Hand): number | null {
  if (rows.every(({ amounts }) => amounts[field] === undefined)) return null;
  return rows.reduce((sum, kept) => sum + signed(kept, field, hand), 0);
}

/** The amount as it is typed: a decommitment may be positive. */
function signed({ amounts, kind }: KeptRow, field: Field, hand: Hand): number {
  const cents = amounts[field] ?? 0;
  return kind === 'withdrawal' && hand.withdrawalsArePositive ? -cents : cents;
}

/** The cell of a field of a row. */
export function cellOf(row: KeptRow, field: Field, hand: Hand): CellValue {
  if (row.amounts[field] !== undefined) return hand.amount(signed(row, field, hand));
  const day = row.days[field];
  if (day !== undefined) return hand.day(day);
  const text = row.texts[field];
  switch (field) {
    case 'status':
      return hand.status(row);
    case 'operation':
      return hand.operation(row.kind);
    case 'nature':
      return hand.nature(text ?? 'AE');
    case 'ej':
      return text === undefined ? hand.noNumber : hand.ej(text);
    case 'dp':
      return text === undefined ? hand.noNumber : hand.dp(text);
    case 'envelope':
      return hand.envelope(row.order.envelope);
    case 'line':
      return hand.line(row.order.envelope, row.order.line);
    default:
      return text ?? (isAmountField(field) ? hand.noAmount : isDayField(field) ? hand.noDay : null);
  }
}
