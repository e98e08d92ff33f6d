/**
 * Texts that one EJ alone has, from the top of a block down to a row: its label, or a number in a column that is no
 * field, « N° de DA », « N° marché ». A row that repeats one of them is of that EJ.
 */
import { comparable } from '../../../../domain/text';
import { textOf, type CellValue } from '../../../cells';
import type { GroupCells, RowValues } from './group-cells';

/** Digits of a number that names something: a count, a year of its own or a quarter has fewer. */
const FEWEST_DIGITS = 5;
/** A typed number that is no amount and no day. */
const LEAST_NUMBER = 10_000_000;

/** A row that commits an EJ. */
export interface RowOfEj {
  readonly row: number;
  readonly values: RowValues;
}

interface Owner {
  readonly ej: string;
  /** The first row where another EJ has the text. */
  until: number;
}

export class TextsOfEj {
  private readonly owners = new Map<number, Map<string, Owner>>();
  private readonly label: number;
  private readonly fields: ReadonlySet<number>;

  constructor(
    private readonly cells: GroupCells,
    commitments: readonly RowOfEj[],
  ) {
    this.label = cells.positions.get('label') ?? -1;
    this.fields = new Set(cells.columns);
    for (const { row, values } of commitments) {
      const ej = cells.textAt(values, 'ejNumber');
      if (ej === '') continue;
      values.forEach((_, position) => {
        const text = this.textAt(values, position);
        if (text === '') return;
        const texts = this.owners.get(position) ?? new Map<string, Owner>();
        this.owners.set(position, texts);
        const owner = texts.get(text);
        if (!owner) texts.set(text, { ej, until: Infinity });
        else if (owner.ej !== ej) owner.until = Math.min(owner.until, row);
      });
    }
  }

  /** True for a row that repeats a text of the EJ of another row, which no other EJ has above it. */
  areShared(row: number, values: RowValues, ofEj: RowValues, positions?: readonly number[]): boolean {
    const ej = this.cells.textAt(ofEj, 'ejNumber');
    return (positions ?? [...this.owners.keys()]).some((position) => {
      const owner = this.owners.get(position)?.get(this.textAt(values, position));
      return owner?.ej === ej && row < owner.until && this.textAt(ofEj, position) === this.textAt(values, position);
    });
  }

  /** The label, or the number in a column that is no field; empty for anything else. */
  private textAt(values: RowValues, position: number): string {
    const value = values[position] ?? null;
    if (position === this.label) return comparable(textOf(value)).trim();
    return this.fields.has(position) || !isNumberOfSomething(value) ? '' : textOf(value).trim();
  }
}

function isNumberOfSomething(value: CellValue): boolean {
  if (typeof value === 'number') return Number.isInteger(value) && value >= LEAST_NUMBER;
  return typeof value === 'string' && value.replaceAll(/\D/g, '').length >= FEWEST_DIGITS;
}
