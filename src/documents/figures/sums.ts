/**
 * Sums of SUMIFS, printed as a formula and simulated cell by cell from the same terms, so that the two always agree. As
 * in Excel, amounts kept as text are ignored and an error in a summed cell is the result.
 */
import { DOUBTFUL_AMOUNT, type CellMatch, type NativeColumn } from './column';
import { DOUBTFUL, printCriterion, rangeOf, type Criterion, type NumberRange } from './criteria';

/** Excel rounds 1.005 up although its binary form lies just below. */
const NOISE = 1e-7;

/** A criterion on a column. */
export interface Test {
  readonly column: NativeColumn;
  readonly criterion: Criterion;
}

/** Rows that pass one of several groups of tests. A row counts once for each group that it passes. */
export interface Either {
  /** The same columns in each group, each compared with a text. */
  readonly groups: readonly (readonly Test[])[];
  /** The texts of each column as the formula writes them: a list, across, with one text for each group. */
  readonly lists: readonly string[];
}

/** A SUMIFS, or a SUM when nothing is tested; its columns have the same rows. */
export interface SumTerm {
  readonly sign: 1 | -1;
  readonly amounts: NativeColumn;
  readonly either?: Either | undefined;
  readonly tests: readonly Test[];
}

/** The result of a formula in Excel: an amount to the cent, an error, or a value on which engines differ. */
export type Simulated =
  { readonly kind: 'amount'; readonly cents: number } | { readonly kind: 'error' } | { readonly kind: 'doubtful' };

/** `=ROUND(SUMIFS(…)-SUMIFS(…),2)`: binary fractions never show. */
export function printSum(terms: readonly SumTerm[]): string {
  const printed = terms.map((term, index) => `${term.sign < 0 ? '-' : index > 0 ? '+' : ''}${printTerm(term)}`);
  return `=ROUND(${printed.join('') || '0'},2)`;
}

/** The amount that the formula would show over the cells as they are. */
export function simulateSum(terms: readonly SumTerm[]): Simulated {
  const sum = { cents: 0, hasError: false, isDoubtful: false };
  for (const term of oneByOne(terms)) {
    eachAmount(term, (amount) => {
      if (Number.isFinite(amount)) sum.cents += amount;
      else if (Number.isNaN(amount)) sum.hasError = true;
      else sum.isDoubtful = true;
    });
  }
  if (sum.isDoubtful) return { kind: 'doubtful' };
  return sum.hasError ? { kind: 'error' } : { kind: 'amount', cents: roundHalfAway(sum.cents) };
}

/** The cents that each row adds to the formula; NaN where it is not an amount. */
export function amountsByRow(terms: readonly SumTerm[], rows: number): Float64Array {
  const amounts = new Float64Array(rows);
  for (const term of oneByOne(terms)) {
    eachAmount(term, (amount, row) => {
      amounts[row] = (amounts[row] ?? 0) + (Number.isFinite(amount) ? amount : NaN);
    });
  }
  return amounts;
}

/** The terms without lists of texts: one for each group of a list. */
export function oneByOne(terms: readonly SumTerm[]): readonly SumTerm[] {
  return terms.flatMap(({ either, ...term }) =>
    either ? either.groups.map((group): SumTerm => ({ ...term, tests: [...group, ...term.tests] })) : [term],
  );
}

function printTerm({ amounts, either, tests }: SumTerm): string {
  if (!either && tests.length === 0) return `SUM(${amounts.reference})`;
  const listed = (either?.groups[0] ?? []).map(({ column }, at) => `,${column.reference},${either?.lists[at] ?? ''}`);
  const criteria = tests.map(({ column, criterion }) => `,${column.reference},${printCriterion(criterion)}`);
  const sum = `SUMIFS(${amounts.reference}${[...listed, ...criteria].join('')})`;
  return either || tests.some(({ criterion }) => criterion.kind === 'listed') ? `SUMPRODUCT(${sum})` : sum;
}

/** Visits the amounts of the rows that pass all tests, starting from the test that fewest rows pass. */
function eachAmount({ sign, amounts, tests }: SumTerm, visit: (cents: number, row: number) => void): void {
  const matches = matchesOf(tests);
  const { cents } = amounts;
  const [narrowest] = [...matches].sort((one, other) => one.rows.length - other.rows.length);
  const count = narrowest ? narrowest.rows.length : cents.length;
  for (let position = 0; position < count; position++) {
    const row = narrowest ? (narrowest.rows[position] ?? 0) : position;
    const amount = cents[row] ?? 0;
    const weight = amount === 0 ? 0 : weightOf(row, matches);
    if (weight !== 0)
      visit(weight === DOUBTFUL && !Number.isNaN(amount) ? DOUBTFUL_AMOUNT : amount * sign * weight, row);
  }
}

function weightOf(row: number, matches: readonly CellMatch[]): number {
  let weight = 1;
  for (const { weights } of matches) {
    const one = weights[row] ?? 0;
    if (one === 0) return 0;
    weight = one === DOUBTFUL || weight === DOUBTFUL ? DOUBTFUL : weight * one;
  }
  return weight;
}

/** One match per compared column, since « from … below … » keeps far fewer rows than either; one per other test. */
function matchesOf(tests: readonly Test[]): readonly CellMatch[] {
  const ranges = new Map<NativeColumn, NumberRange>();
  const others: CellMatch[] = [];
  for (const { column, criterion } of tests) {
    const range = rangeOf(criterion);
    if (!range) others.push(column.match(criterion));
    else {
      const { from, below } = ranges.get(column) ?? { from: -Infinity, below: Infinity };
      ranges.set(column, { from: Math.max(from, range.from), below: Math.min(below, range.below) });
    }
  }
  return [...others, ...[...ranges].map(([column, range]) => column.within(range))];
}

/** Equal for two formulas that give the same result over a workbook, wherever each document keeps its dates and labels. */
export function keyOfTerms(terms: readonly SumTerm[]): string {
  const keyOf = (criterion: Criterion): string => {
    const range = rangeOf(criterion);
    if (range) return `${range.from} ${range.below}`;
    return criterion.kind === 'equals' ? `=${criterion.text}` : `${criterion.kind} ${printCriterion(criterion)}`;
  };
  const keyOfTests = (tests: readonly Test[]): string =>
    tests.map(({ column, criterion }) => `${column.reference}|${keyOf(criterion)}`).join('|');
  return oneByOne(terms)
    .map(({ sign, amounts, tests }) => `${sign}|${amounts.reference}|${keyOfTests(tests)}`)
    .join('\n');
}

function roundHalfAway(cents: number): number {
  const size = Math.round(Math.abs(cents) + NOISE);
  return size === 0 ? 0 : Math.sign(cents) * size;
}
