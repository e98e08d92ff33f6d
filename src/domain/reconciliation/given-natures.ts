/** Natures that the extracts give, and the numbers by which a row of the ledger can be found in them. */
import type { Nature } from '../money/nature';
import type { ChorusAmount, LedgerAmount } from './amounts';
import { type ChorusExtract, type ChorusLine, SHAPES } from './extract';
import type { Outcome } from './matching/outcome';

/** True when some extract gives amounts of this nature, be it without a line. */
export function givesNature({ shape, lines }: ChorusExtract, nature: Nature): boolean {
  return SHAPES[shape].some((one) => one === nature) || lines.some((line) => natureGiven(line) === nature);
}

/** True when some extract gives this nature with a number by which a row can be found. */
export function canCompare(extracts: readonly ChorusExtract[], nature: Nature): boolean {
  return extracts.some(
    (extract) =>
      givesNature(extract, nature) &&
      (!extract.lacks.includes('ej') || (nature === 'CP' && !extract.lacks.includes('dp'))),
  );
}

function natureGiven({ movement, nature }: ChorusLine): Nature | null {
  return movement === 'reduction' || movement === 'carryOver' || movement === 'certified' || movement === 'invoiced'
    ? null
    : nature;
}

/** Amounts that neither side can be asked for: no EJ and no DP, in extracts that have no such column. */
export interface WithoutNumber {
  readonly rows: readonly LedgerAmount[];
  readonly lines: readonly ChorusAmount[];
}

/**
 * Removes from an outcome what has no counterpart because its extract has no number: it is not absent from the other
 * side, it cannot be looked for.
 */
export function takeWithoutNumber(outcome: Outcome, extracts: readonly ChorusExtract[], nature: Nature): WithoutNumber {
  const isNamed = ({ ej, dp }: LedgerAmount | ChorusAmount): boolean => ej !== '' || dp !== '';
  const rows = canCompare(extracts, nature) ? [] : takeFrom(outcome.rows, (row) => !isNamed(row));
  const lines = takeFrom(
    outcome.lines,
    (line) => !isNamed(line) && (extracts[line.extract]?.lacks.includes('ej') ?? false),
  );
  return { rows, lines };
}

/** Removes the operations whose amounts are all concerned, and returns these amounts. */
function takeFrom<A>(operations: (readonly A[])[], isConcerned: (amount: A) => boolean): readonly A[] {
  const taken = operations.filter((amounts) => amounts.every(isConcerned));
  if (taken.length === 0) return [];
  const left = operations.filter((amounts) => !amounts.every(isConcerned));
  operations.splice(0, operations.length, ...left);
  return taken.flat();
}
