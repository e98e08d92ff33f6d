/**
 * Operations of a sheet beside the extracts of its workbook, under headings that are not those of an extract: a
 * complement to read, or a copy or a recapitulation of lines already read. Judged by numbers of EJ and of DP.
 */
import type { ChorusLine } from '../domain/reconciliation/extract';
import { plainDp } from '../domain/reconciliation/amounts';
import { textOf } from '../workbook/cells';
import type { GridRow } from './extract-rows';
import { centsIn, holdsOperation, isPiece } from './stray-amounts';

/** `none`: no operation; `given`: each is among the lines, by its number and amount; `others`: some are not. */
export type Beside = 'none' | 'given' | 'others';

/** Compares the operations of these rows with the lines that were read. */
export function operationsBeside(rows: readonly GridRow[], lines: readonly ChorusLine[]): Beside {
  const operations = rows.filter(holdsOperation);
  if (operations.length === 0) return 'none';
  const known = amountsByNumber(lines);
  const isGiven = (row: GridRow): boolean =>
    row.cells.some((cell) => {
      const amounts = known.get(plainDp(textOf(cell).trim()));
      return amounts !== undefined && row.cells.some((_, column) => amounts.has(centsIn(row, column) ?? 0));
    });
  return operations.every(isGiven) ? 'given' : 'others';
}

/** By number of EJ and of DP: the amounts of its lines, and their sum in each nature. */
function amountsByNumber(lines: readonly ChorusLine[]): ReadonlyMap<string, ReadonlySet<number>> {
  const amounts = new Map<string, Set<number>>();
  const sums = new Map<string, number>();
  for (const { ej, dp, nature, cents } of lines)
    for (const number of [ej, plainDp(dp)]) {
      if (!isPiece(number)) continue;
      const known = amounts.get(number) ?? new Set();
      amounts.set(number, known.add(cents));
      sums.set(`${nature} ${number}`, (sums.get(`${nature} ${number}`) ?? 0) + cents);
    }
  for (const [key, cents] of sums) amounts.get(key.slice(3))?.add(cents);
  return amounts;
}
