/**
 * Rows among the operations of a table that give a unit: « k€ » under the amounts, « Suite (en milliers d’euros) ». It
 * may be that of the rows below alone, or a reminder for all: where it is not the unit of the columns, the amounts
 * below are in no figure until a row gives the unit of the columns again.
 * Scales in a row too: « Facteur | 1000 » is in thousands; any other one, « Facteur | 100 », makes the unit unclear.
 */
import { comparable } from '../../../domain/text';
import { textOf, type CellValue } from '../../cells';
import { isFilled, type Row, type SheetRows } from '../sheet-rows';
import { givenIn, isUnitRow } from '../under-headings';
import {
  isUnitCell,
  namesCurrency,
  namesScale,
  unclear,
  unitFor,
  unitOfCell,
  unitOfTitle,
  type GivenUnit,
  type UnitOfNature,
} from '../units';
import { isScale } from './scale-words';
import { unitInText } from './unit-exceptions';

/** A text of a row, and the unit that it gives. */
export interface TextOfUnit {
  readonly position: number;
  readonly text: string;
  readonly given: GivenUnit;
}

/** A row that gives a unit to the operations below it, by columns of the sheet. */
export interface UnitRow {
  readonly row: number;
  readonly units: readonly (Omit<TextOfUnit, 'position'> & { readonly column: number })[];
}

const SCALES: ReadonlyMap<string, 'k€' | 'M€' | '€'> = new Map([
  ['1000', 'k€'],
  ['1000000', 'M€'],
  ['1', '€'],
]);
const SEPARATORS = /[\s\u00a0\u202f.]|,0{1,2}$/g;
const IN_EUROS = /(?<=\d) ?(?:€|eur(?:os?)?)$/i;
const NUMBER_ALONE = /^(?:[x×*/÷] ?)?\d[\d .,/:]{0,20}%?$/;
const IN_LETTERS = /^(?:dix|cent|mille|dix mille|cent mille|un million)$/;
const MOST_TEXTS_OF_A_NOTE = 3;
const BEGINS_AS_AN_AMOUNT = /^\s{0,9}[-+(]?\d/;

/** The units that a row without amounts gives, as a row of units or as a note. */
export function unitsInRow(cells: Row): readonly TextOfUnit[] {
  return isNote(cells) ? unitsInTitle(cells) : isUnitRow(cells) ? unitsBy(givenIn, cells) : [];
}

/** The units that the texts of a row above a table give. */
export function unitsInTitle(cells: Row): readonly TextOfUnit[] {
  return [...unitsBy(readNote, cells), ...scalesIn(cells)];
}

function unitsBy(read: (text: string) => GivenUnit | null, cells: Row): readonly TextOfUnit[] {
  return cells.flatMap((cell, position) => {
    const given = typeof cell === 'string' && isFilled(cell) ? read(cell) : null;
    return given === null ? [] : [{ position, text: textOf(cell).trim(), given }];
  });
}

/** True for a row without amounts in these positions: false for almost every line, of which nothing else is looked at. */
export function lacksAmounts(cells: readonly CellValue[], positions: readonly number[]): boolean {
  return positions.every((position) => {
    const cell = cells[position] ?? null;
    if (!isFilled(cell)) return true;
    return typeof cell === 'string' && (!BEGINS_AS_AN_AMOUNT.test(cell) || unitOfCell(cell) !== null); // « (1 = 1000 €) »
  });
}

/** The rows of units among the operations of a table, whose columns of amounts are given. */
export function unitRowsOf(
  rows: SheetRows,
  firstRow: number,
  lastRow: number,
  positions: readonly number[],
): readonly UnitRow[] {
  const found: UnitRow[] = [];
  for (let row = firstRow; row <= lastRow; row++) {
    const cells = rows.at(row);
    if (!lacksAmounts(cells, positions) || !isOfUnitsAlone(cells)) continue;
    const units = unitsInRow(cells).map(({ position, ...unit }) => ({ column: rows.left + position, ...unit }));
    if (units.length > 0) found.push({ row, units });
  }
  return found;
}

/** From a row of the sheet on, the unit of the amounts of a column by a row of units; null for its own. */
export interface UnitFrom {
  readonly row: number;
  readonly otherUnit: string | null;
}

/** The units that rows of units give to a column, in their order; `field` is null for neither AE nor CP. */
export function unitsBelow(
  unitRows: readonly UnitRow[],
  column: number,
  field: 'ae' | 'cp' | null,
  own: UnitOfNature,
): readonly UnitFrom[] {
  return unitRows.map((one) => ({ row: one.row, otherUnit: otherUnitUnder(one, column, field, own) }));
}

/** The unit of the amount in a row of the sheet, where it is not that of its column; null where it is. */
export function otherUnitAt(from: readonly UnitFrom[], sheetRow: number): string | null {
  if (from.length === 0) return null;
  return from.filter(({ row }) => row < sheetRow).at(-1)?.otherUnit ?? null;
}

/** The unit of the amounts of a column under a row of units, where it is not their own; null where it is, or unknown. */
function otherUnitUnder(
  { units }: UnitRow,
  column: number,
  field: 'ae' | 'cp' | null,
  own: UnitOfNature,
): string | null {
  const [only] = units;
  const found = units.find((one) => one.column === column) ?? (units.length === 1 ? only : undefined);
  if (!found) return null;
  const given = unitFor(found.given, field);
  return nameOf(given) === nameOf(own) ? null : unclear(found.text).otherUnit;
}

function nameOf(unit: UnitOfNature): string {
  return 'unit' in unit ? unit.unit : unit.otherUnit.toLowerCase();
}

/** True for a row that holds nothing else: an operation without amounts yet may name a unit in its subject. */
function isOfUnitsAlone(cells: Row): boolean {
  if (cells.some((cell) => cell !== null && typeof cell !== 'string')) return false;
  const isOfUnit = (text: string): boolean => isUnitCell(text) || namesCurrency(text) || readNote(text) !== null;
  return cells.every((cell) => !isFilled(cell) || isOfUnit(textOf(cell).trim()));
}

function readNote(text: string): GivenUnit | null {
  return unitInText(text, unitOfTitle);
}

function isNote(cells: Row): boolean {
  const filled = cells.filter(isFilled);
  return filled.length <= MOST_TEXTS_OF_A_NOTE && filled.every((cell) => typeof cell === 'string');
}

/** « Facteur de mise à l'échelle | 1000 »: a label, and its number in the next filled cell. */
export function scalesIn(cells: Row): readonly TextOfUnit[] {
  const filled = cells.flatMap((cell, position) => (isFilled(cell) ? [{ cell, position }] : []));
  return filled.flatMap(({ cell, position }, at) => {
    const factor = filled[at + 1]?.cell ?? null;
    const given = typeof cell === 'string' && namesScale(cell) ? scaleOf(cell, factor) : null;
    return given === null ? [] : [{ position, text: `${textOf(cell).trim()} ${textOf(factor)}`, given }];
  });
}

function scaleOf(label: string, factor: CellValue): GivenUnit | null {
  const value = textOf(factor).trim().replace(IN_EUROS, '');
  const unit = SCALES.get(value.replace(SEPARATORS, ''));
  if (unit !== undefined) return { unit };
  const isNumber = NUMBER_ALONE.test(value) || IN_LETTERS.test(comparable(value));
  return isNumber && isScale(comparable(label)) ? unclear(`${label.trim()} ${value}`) : null;
}
