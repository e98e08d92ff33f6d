/**
 * Cells that qualify the amounts of their row, in columns of their own: its currency or its unit (« USD », « k€ »), its
 * cents (« Cts »), or its side (« C », « - »), which lowers an amount typed without a minus.
 */
import type { AmountReading } from '../../../domain/envelopes/ledger';
import { comparable } from '../../../domain/text';
import { eurosIn, type AmountUnit } from '../../../domain/money/amount-text';
import { shownUnitIn, type ShownUnit } from '../../../domain/money/shown-unit';
import { textOf, type CellValue } from '../../cells';
import { isFilled } from '../sheet-rows';
import { loweringOfOperation } from './operation-words';
import { namesCurrency, unitOfCell } from '../units';

/** The columns of the marks: positions in the rows of a table, or columns of its sheet. */
export interface MarkColumns {
  /** Currencies and units, by the heading. */
  readonly currencies: readonly number[];
  /** The same in columns without a known heading: a cell counts where it holds a unit and nothing else. */
  readonly units: readonly number[];
  /** Cents beside the euros: the amount is in two cells. */
  readonly cents: readonly number[];
  readonly sides: readonly number[];
}

const SIDE =
  /^(?:sens|signe)(?: (?:de l |d |du )?(?:ecritures?|operations?|mouvements?|mvts?|montants?|comptables?|flux))?$|^(?:code|indicateur|ind\.?|type)? ?(?:d ?[/ ] ?c|db ?[/ ] ?cr|dr ?[/ ] ?cr|s ?\/ ?h|debits? ?(?:[/ ]|ou|et) ?credits?|\+ ?\/)$/;
const SIGN = /^signe(?: |$)/;
const SIGNED = /^sign[éÉ]/i;
const SIGNS = /^(?:[-+\u2212\u2013]|[-+]?1|d|db|dr|debit|c|cr|credit|plus|moins|positif|negatif)$/;
const CENTS = /^\(?(?:en )?(?:c|cts?|cents?|centimes?(?: d euros?)?)\.?\)?$/;
/** « H » is the « Haben » of SAP. */
const CREDITS = new Set([
  'c',
  'cr',
  'cred',
  'credit',
  'crediteur',
  'h',
  'moins',
  'negatif',
  '-',
  '-1',
  '\u2212',
  '\u2013',
]);
const LONGEST_MARK = 30;

/** A minus in a column of its own; the credit of an account may be either. */
const MINUSES = new Set(['-', '-1', '\u2212', '\u2013']);

/** A column as it is looked at for marks. */
interface Column {
  readonly position: number;
  readonly heading: string;
  /** Empty for a column without a heading. */
  readonly isTelling: boolean;
}

/** The columns of marks among those that no field has, next to amounts in `amounts`; null without any. */
export function marksAmong(
  columns: readonly Column[],
  amounts: readonly number[],
  samples: readonly (readonly CellValue[])[],
): MarkColumns | null {
  const positionsOf = (isOne: (column: Column) => boolean): readonly number[] =>
    columns.filter(isOne).map(({ position }) => position);
  const currencies = positionsOf(({ heading }) => namesCurrency(heading));
  const sides = positionsOf((column) => namesSide(column.heading) && !isAboutSigning(column, samples));
  const cents = positionsOf(({ position, heading }) => namesCents(heading) && amounts.includes(position - 1));
  const units = positionsOf(({ position, heading, isTelling }) => {
    if (namesCurrency(heading) || sides.includes(position) || cents.includes(position)) return false;
    return holdsUnits(position, samples) || (!isTelling && amounts.includes(position - 1));
  });
  const marks = { currencies, units, cents, sides };
  return Object.values(marks).every(({ length }) => length === 0) ? null : marks;
}

function namesCents(heading: string): boolean {
  return heading.length <= LONGEST_MARK && CENTS.test(comparable(heading.replace(/[’']/g, ' ')));
}

/** True for the heading of a column that gives the side of each amount: « Sens », « D/C », « +/- ». */
export function namesSide(heading: string): boolean {
  return heading.length <= LONGEST_MARK && SIDE.test(comparable(heading.replace(/[’'()]/g, ' ')));
}

/** « Signé », and « SIGNE » over anything but signs: whether the operation is signed. */
function isAboutSigning({ position, heading }: Column, samples: readonly (readonly CellValue[])[]): boolean {
  if (!SIGN.test(comparable(heading))) return false;
  const filled = samples.map((row) => row[position] ?? null).filter(isFilled);
  return SIGNED.test(heading.normalize('NFC')) || !filled.every(isSign);
}

function isSign(value: CellValue): boolean {
  const text = textOf(value).trim();
  return SIGNS.test(text) || SIGNS.test(comparable(text));
}

/** The same columns, their positions counted from another one. */
export function shiftedMarks({ currencies, units, cents, sides }: MarkColumns, by: number): MarkColumns {
  const shifted = (positions: readonly number[]): readonly number[] => positions.map((position) => position + by);
  return { currencies: shifted(currencies), units: shifted(units), cents: shifted(cents), sides: shifted(sides) };
}

function holdsUnits(position: number, samples: readonly (readonly CellValue[])[]): boolean {
  const filled = samples.map((row) => row[position] ?? null).filter(isFilled);
  return filled.length > 0 && filled.every(isUnit);
}

function isUnit(value: CellValue): boolean {
  return typeof value === 'string' && value.length <= LONGEST_MARK && unitOfCell(value) !== null;
}

/** Reads the marks of the rows of one table. */
export class AmountMarks {
  private readonly known = new Map<string, ShownUnit | null>();

  constructor(private readonly columns: MarkColumns | null) {}

  /** « USD », « k€ » beside amounts in euros, « + 50 cts »; null for the unit of the amounts, or for anything else. */
  otherUnit(unit: AmountUnit, cells: readonly CellValue[]): string | null {
    if (this.columns === null) return null;
    for (const position of this.columns.currencies) {
      const value = cells[position];
      if (typeof value === 'string' && this.isOther(value, unit)) return value.trim();
    }
    for (const position of this.columns.units) {
      const value = cells[position] ?? null;
      if (typeof value === 'string' && isUnit(value) && this.isOther(value, unit)) return value.trim();
    }
    return this.centsIn(cells);
  }

  /** « + 50 cts » where the cents of an amount are in a cell of their own; null where there are none. */
  private centsIn(cells: readonly CellValue[]): string | null {
    for (const position of this.columns?.cents ?? []) {
      const text = textOf(cells[position] ?? null).trim();
      if (/[1-9]/.test(text)) return `+ ${text} cts`;
    }
    return null;
  }

  /** True where the sign of a positive amount is in a cell of its own: « - » under « Sens ». */
  isMinus(reading: AmountReading, cells: readonly CellValue[]): boolean {
    if (this.columns === null || reading.kind !== 'amount' || reading.cents <= 0) return false;
    const side = this.creditIn(cells);
    return side !== null && MINUSES.has(side);
  }

  /** « (C) » where a row puts a positive amount on the side of credits; null for any other row. */
  creditAgainst(reading: AmountReading, cells: readonly CellValue[]): string | null {
    if (this.columns === null || reading.kind !== 'amount' || reading.cents <= 0) return null;
    const side = this.creditIn(cells);
    return side === null ? null : `(${side})`;
  }

  /** The mark of a credit in these cells; null without one. */
  creditIn(cells: readonly CellValue[]): string | null {
    for (const position of this.columns?.sides ?? []) {
      const text = textOf(cells[position] ?? null).trim();
      const lowers = CREDITS.has(text) || CREDITS.has(comparable(text)) || loweringOfOperation(text) !== null;
      if (lowers) return text;
    }
    return null;
  }

  private isOther(value: string, unit: AmountUnit): boolean {
    let shown = this.known.get(value);
    if (shown === undefined) this.known.set(value, (shown = shownUnitIn(value)));
    return shown?.kind === 'currency' || (shown?.kind === 'euros' && 10 ** shown.exponent !== eurosIn(unit));
  }
}
