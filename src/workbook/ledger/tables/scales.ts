/**
 * Scales of the amounts of a table, in the texts above it: « Facteur | 1000 » is in thousands. Any other scale,
 * « Facteur | 100 », « Montants divisés par 10 », makes the unit unclear.
 */
import type { CellValue } from '../../cells';
import { comparable } from '../../../domain/text';
import { textOf } from '../read-cells';
import { isFilled, type Row } from '../sheet-rows';
import { namesScale, unclear, type GivenUnit } from '../units';
import { isScale } from './scale-words';

/** A text of a row, and the unit that it gives. */
export interface TextOfUnit {
  readonly position: number;
  readonly text: string;
  readonly given: GivenUnit;
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
