/** The cells of the rows of a block, by field, for the groups of `group-finder.ts`. */
import type { LedgerField } from '../../../../domain/envelopes/ledger';
import { textOf, type CellValue } from '../../../cells';
import type { SheetSnapshot } from '../../../snapshot';
import type { LedgerBlock } from '../../ledger-source';
import { natureOfCell } from '../../nature-words';
import { CellReader, isBlankText } from '../../read-cells';
import { loweringOfOperation } from '../operation-words';
import { isNoteAlone } from '../row-cells';

const AMOUNTS: readonly LedgerField[] = ['ae', 'cp'];

/** The values of a row of the sheet. */
export type RowValues = readonly CellValue[];

export class GroupCells {
  readonly positions: ReadonlyMap<LedgerField, number>;
  readonly amounts: readonly number[];
  /** The positions of the fields and of the amounts of all envelopes, each once: one column may have two fields. */
  readonly columns: readonly number[];
  /** The amounts of AE: one, or that of each envelope. */
  private readonly commitsAt: readonly number[];
  private readonly nature: number | null;
  private readonly reader = new CellReader(false);

  constructor(sheet: SheetSnapshot, block: LedgerBlock) {
    const left = sheet.used?.left ?? 0;
    const { columns, amounts } = block.groupsOfRows ?? { columns: block.columns, amounts: amountColumns(block) };
    this.positions = new Map([...columns].map(([field, { column }]) => [field, column - left]));
    this.amounts = amounts.map((column) => column - left);
    const ofAe = block.groupsOfRows?.commits ?? [columns.get('ae')?.column ?? []].flat();
    this.commitsAt = ofAe.map((column) => column - left);
    this.columns = [...new Set([...this.positions.values(), ...this.amounts])];
    this.nature = block.natureColumn === undefined ? null : block.natureColumn - left;
  }

  commits(values: RowValues): boolean {
    if (this.nature !== null) return natureOfCell(textOf(values[this.nature] ?? null)) === 'AE';
    return this.commitsAt.some((position) => isFilled(values[position] ?? null) && values[position] !== 0);
  }

  /** A retrait, by its amount or, whatever its sign, by its operation. */
  lowers(values: RowValues): boolean {
    const amounts = this.commitsAt.map((position) => this.reader.amount(values[position] ?? null));
    const cents = amounts.map((amount) => (amount.kind === 'amount' ? amount.cents : 0)).find((one) => one !== 0) ?? 0;
    if (cents === 0) return false;
    return cents < 0 || loweringOfOperation(this.textAt(values, 'operation'))?.certainty === 'sure';
  }

  /** True for a cell that is blank, or that repeats the one of another row. */
  isSame(values: RowValues, above: RowValues, field: LedgerField): boolean {
    return !this.has(values, field) || this.textAt(values, field) === this.textAt(above, field);
  }

  /** A note under a heading that is no field, « N° marché »: its row is not blank. */
  isNoteAside(values: RowValues): boolean {
    const [only, ...others] = values.slice(0, Math.max(0, ...this.columns)).filter(isFilled);
    return others.length === 0 && typeof only === 'string' && isNoteAlone(only);
  }

  countFilled(values: RowValues): number {
    let filled = 0;
    for (const position of this.columns) if (isFilled(values[position] ?? null)) filled++;
    return filled;
  }

  has(values: RowValues, field: LedgerField): boolean {
    const position = this.positions.get(field);
    return position !== undefined && isFilled(values[position] ?? null);
  }

  textAt(values: RowValues, field: LedgerField): string {
    const position = this.positions.get(field);
    return position === undefined ? '' : textOf(values[position] ?? null).trim();
  }
}

/** The columns of the amounts of a block. */
export function amountColumns({ columns }: LedgerBlock): readonly number[] {
  return AMOUNTS.flatMap((field) => columns.get(field)?.column ?? []);
}

export function isFilled(value: CellValue): boolean {
  return value !== null && (typeof value !== 'string' || !isBlankText(value));
}
