/**
 * Lists beside a ledger, past an empty column: « Statuts » over « Projet », « Annulé », « Notifié », a legend of
 * colours. Short texts, each once, from the first row down, on a few of the rows or past the last one: no columns of
 * its rows.
 */
import type { CellValue } from '../../cells';
import { meaningOf, type ColumnHeading } from '../heading-rows';
import { headsRemarks } from '../rows/marks/remarks';
import { isFilled, type Row } from '../sheet-rows';

const FEWEST_VALUES = 2;
const LONGEST_VALUE = 60;

/** True for columns that hold lists. `samples`: the first rows; `others`: the positions of the other columns. */
export function areLists(
  columns: readonly ColumnHeading[],
  samples: readonly Row[],
  others: readonly ColumnHeading[],
): boolean {
  if (columns[0]?.kind !== 'shown' || columns.some(({ text }) => headsRemarks(text))) return false;
  const lengths = columns.map(({ position }) => lengthOfList(samples.map((row) => row[position] ?? null)));
  const longest = Math.max(...lengths.map((length) => length ?? 0));
  if (longest < FEWEST_VALUES || lengths.includes(null)) return false;
  const holdsOthers = (row: Row): boolean => others.some(({ position }) => isFilled(row[position] ?? null));
  const isPastTheLast = samples.slice(0, longest).some((row) => !holdsOthers(row));
  return isPastTheLast || longest * 2 <= samples.length;
}

/**
 * True for columns that are another table, whose own headings are in a row below those of the ledger, under a title at
 * most: « Paiements PDE » over « N° EJ », « Objet », « Montant CP ».
 */
export function areOfTableBelow(columns: readonly ColumnHeading[], samples: readonly Row[]): boolean {
  if (columns.filter(({ kind }) => kind === 'shown').length > 1) return false;
  const rows = samples.map((row) => columns.map(({ position }) => row[position] ?? null).filter(isFilled));
  const first = rows.find((values) => values.length >= FEWEST_VALUES) ?? [];
  const texts = first.filter((value) => typeof value === 'string');
  return texts.length === first.length && texts.filter((text) => meaningOf(text).size > 0).length >= FEWEST_VALUES;
}

/** The values of a list, from the first row; null for any other column. */
function lengthOfList(values: readonly CellValue[]): number | null {
  const length = values.findIndex((value) => !isFilled(value));
  const list = length < 0 ? values : values.slice(0, length);
  if (values.slice(list.length).some(isFilled) || new Set(list).size < list.length) return null;
  return list.every((value) => typeof value === 'string' && value.length <= LONGEST_VALUE) ? list.length : null;
}
