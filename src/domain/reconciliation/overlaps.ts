/**
 * Operations that several extracts contain: the same line in two monthly files that overlap, or the same EJ in files of
 * two shapes (a national and a regional one). One extract gives them; the lines of the others are shown, and not
 * compared a second time.
 */
import { byContent, type ChorusAmount, compareTexts, groupsBy } from './amounts';
import { type ChorusExtract, type ChorusLine, type ChorusShape, SHAPES } from './extract';

const NONE: ReadonlySet<ChorusAmount> = new Set();

/**
 * The amounts that a preferred extract gives already; `amounts` holds those of each extract. Preferred are the shapes
 * in the order of `SHAPES`, then the names of the files: never the order in which they were given.
 */
export function givenElsewhere(
  extracts: readonly ChorusExtract[],
  amounts: readonly (readonly ChorusAmount[])[],
): ReadonlySet<ChorusAmount> {
  if (extracts.length < 2) return NONE;
  const elsewhere = new Set<ChorusAmount>();
  const shapes = new Map<string, ChorusShape>();
  const given = new Map<string, number>();
  const order = extracts
    .map(({ shape, source }, at) => ({ at, shape, source, rank: Object.keys(SHAPES).indexOf(shape) }))
    .sort((one, other) => one.rank - other.rank || compareTexts(one.source, other.source));
  for (const { at, shape } of order) {
    const own = (amounts[at] ?? []).filter((amount) => {
      const key = `${kindOf(amount.line)} ${amount.ej || `DP ${amount.dp}`}`;
      const giving = shapes.get(key) ?? shape;
      shapes.set(key, giving);
      if (giving !== shape) elsewhere.add(amount);
      return giving === shape;
    });
    for (const alike of groupsBy(own, identityOf)) {
      const identity = alike[0] ? identityOf(alike[0]) : '';
      const known = given.get(identity) ?? 0;
      for (const amount of alike.sort(byContent).slice(0, known)) elsewhere.add(amount);
      given.set(identity, Math.max(known, alike.length));
    }
  }
  return elsewhere;
}

/** The content of a line, its position and codes apart. */
export function identityOf({ line, ej, ejLine, dp, dpLine }: ChorusAmount): string {
  const { movement, nature, company, exercise, date, cents } = line;
  return [movement, nature, ej, ejLine, dp, dpLine, company, exercise ?? '', date ?? '', cents].join('|');
}

function kindOf({ movement, nature }: ChorusLine): string {
  return movement === 'carryOver' || movement === 'certified' || movement === 'invoiced' || movement === 'reduction'
    ? movement
    : nature;
}
