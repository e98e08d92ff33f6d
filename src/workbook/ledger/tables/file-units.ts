/**
 * The unit in the name of a file: « Suivi 2023 k€.xlsx ». A name is soon copied or changed, so that it gives no unit:
 * it makes that of the amounts uncertain where nothing in the workbook gives one.
 */
import type { SheetSnapshot } from '../../snapshot';
import { EVERYWHERE, unclear, unitOfTitle, type GivenUnit, type UnitOfColumns } from '../units';
import { unitInWords } from './unit-exceptions';

const FOLDERS = /^.*[/\\]/;
const ENDING = /\.[a-z]{1,5}$/i;
/** « k€ (1) », « k€ - Copie », « k€ v2 ». */
const OF_A_COPY = /[ -]{1,3}(?:\(\d{1,3}\)|copie|copy|v ?\d{1,3})$/i;
/** Years, and the ends of codes (« JP57 dollars »): no figure of an amount, as that of « 500 k€ » is. */
const NO_FIGURES = /(?<!\d)20\d\d(?!\d)|(?<=\p{L})\d{1,9}/gu;

const FIGURES = /\d{1,20}/g;

/** The name of a file without its folders. */
export function fileNameOf(path: string): string {
  return path.replace(FOLDERS, '');
}

/** The same, without its ending. */
export function fileTitleOf(path: string): string {
  return fileNameOf(path).replace(ENDING, '');
}

/**
 * True for the title of a file that gives another unit than euros, or two, in words: « 000 », « lot par 1000 » are the
 * number or the date of a file.
 */
export function namesOtherUnit(title: string): boolean {
  const words = title.replaceAll('_', ' ').replace(OF_A_COPY, '').replace(NO_FIGURES, ' ');
  return givesOtherUnit(words) && givesOtherUnit(words.replace(FIGURES, ' '));
}

function givesOtherUnit(words: string): boolean {
  return words.trim().length > 1 && isOtherUnit(unitInWords(words, unitOfTitle)); // « k.xlsx »
}

/** True for a unit other than euros, of all the amounts or of some. */
export function isOtherUnit(given: GivenUnit | null): boolean {
  if (given === null) return false;
  const units = [given, ...Object.values(given.byNature ?? {})];
  return units.some((one) => !('unit' in one && one.unit === '€'));
}

/** The columns of a sheet whose unit the name of its file makes uncertain: not those that are shown in euros. */
export function unitsOfFile({ inEuros }: SheetSnapshot, file: string | undefined): readonly UnitOfColumns[] {
  if (file === undefined || !namesOtherUnit(fileTitleOf(file))) return [];
  const shown = [...(inEuros ?? [])].filter(([, { areMost }]) => areMost);
  const inEurosAlone = shown.map(([column]) => ({ from: column, to: column, given: { unit: '€' } as const }));
  return [...inEurosAlone, { ...EVERYWHERE, given: unclear(file) }];
}
