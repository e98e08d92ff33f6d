/**
 * Operations that several extracts contain: the same line in two monthly files that overlap, or the same operation in
 * files of two shapes (a national and a regional one, a total and its lines). One extract gives them; the lines of the
 * others are shown, and not compared a second time. A line that the preferred shape does not have is compared.
 */
import { type ChorusAmount, byContent, groupsBy, type NotCompared, sumOf } from '../amounts';
import { type ChorusExtract, type ChorusShape, SHAPES } from '../extract';
import { MOST_STEPS, pick } from '../matching/subset-sum';
import { identityOf, kindOf, newestFirst, outdatedAmong } from './versions';

/**
 * `otherExtract`: a preferred extract has it; `replaced`: a newer extract of the shape has another state of it;
 * `otherAmount`: a preferred extract has that number with other amounts, and nothing shows whether these are the same
 * operation.
 */
export type GivenElsewhere = Extract<NotCompared, 'otherExtract' | 'replaced' | 'otherAmount'>;

type Found = Map<ChorusAmount, GivenElsewhere>;

/**
 * The amounts that a preferred extract gives already; `amounts` holds those of each extract. Preferred are the shapes
 * in the order of `SHAPES`, then the newest extract, then the names: never the order in which they were given.
 */
export function givenElsewhere(
  extracts: readonly ChorusExtract[],
  amounts: readonly (readonly ChorusAmount[])[],
): ReadonlyMap<ChorusAmount, GivenElsewhere> {
  const found: Found = new Map();
  if (extracts.length < 2) return found;
  const held = new Map<string, ChorusAmount[]>();
  for (const shape of Object.keys(SHAPES) as ChorusShape[]) {
    const own = ofShape(shape, extracts, amounts, found);
    if (held.size > 0)
      for (const candidates of groupsBy(own, mainKeyOf)) compareWith(heldBeside(candidates, held), candidates, found);
    for (const amount of own) {
      if (found.has(amount)) continue;
      for (const key of keysOf(amount)) {
        const known = held.get(key);
        if (known) known.push(amount);
        else held.set(key, [amount]);
      }
    }
  }
  return found;
}

/** The amounts of the extracts of one shape, without what a newer one of them has as often, or in another state. */
function ofShape(
  wanted: ChorusShape,
  extracts: readonly ChorusExtract[],
  amounts: readonly (readonly ChorusAmount[])[],
  found: Found,
): readonly ChorusAmount[] {
  const given = new Map<string, number>();
  const files = newestFirst(
    extracts.flatMap((extract, at) => (extract.shape === wanted ? [{ extract, own: amounts[at] ?? [] }] : [])),
  );
  for (const [amount, why] of outdatedAmong(files)) found.set(amount, why);
  return files.flatMap(({ own }) => {
    const upToDate = own.filter((amount) => !found.has(amount));
    for (const alike of groupsBy(upToDate, identityOf)) {
      const identity = alike[0] ? identityOf(alike[0]) : '';
      const known = given.get(identity) ?? 0;
      for (const amount of alike.sort(byContent).slice(0, known)) found.set(amount, 'otherExtract');
      given.set(identity, Math.max(known, alike.length));
    }
    return upToDate.filter((amount) => !found.has(amount));
  });
}

/** The amounts of preferred shapes on the same EJ; on the same DP where one of the two sides has no EJ. */
function heldBeside(
  candidates: readonly ChorusAmount[],
  held: ReadonlyMap<string, readonly ChorusAmount[]>,
): readonly ChorusAmount[] {
  const hasEj = candidates.some(({ ej }) => ej !== '');
  const keys = new Set(candidates.flatMap(keysOf));
  const beside = [...keys].flatMap((key) => held.get(key) ?? []);
  const ej = candidates[0]?.ej ?? '';
  return [...new Set(beside)].filter((one) => !hasEj || one.ej === '' || one.ej === ej);
}

/**
 * Number by number, a DP or a poste, where both sides have it; what is left has other numbers, and is another
 * operation, unless one of the sides gives none: then by its amounts.
 */
function compareWith(held: readonly ChorusAmount[], candidates: readonly ChorusAmount[], found: Found): void {
  if (held.length === 0) return;
  if (isSameWhole(held, candidates)) {
    for (const amount of candidates) found.set(amount, 'otherExtract');
    return;
  }
  const ofHeld = new Set(held.map(numberOf));
  const shared = new Set(candidates.map(numberOf).filter((number) => number !== '' && ofHeld.has(number)));
  for (const number of shared) {
    const isOfIt = (amount: ChorusAmount): boolean => numberOf(amount) === number;
    compareAmounts(held.filter(isOfIt), candidates.filter(isOfIt), found);
  }
  const isLeft = (amount: ChorusAmount): boolean => !shared.has(numberOf(amount));
  const [heldLeft, left] = [held.filter(isLeft), candidates.filter(isLeft)];
  const isUnnumbered = (amount: ChorusAmount): boolean => numberOf(amount) === '';
  compareAmounts(
    left.some(isUnnumbered) ? heldLeft : heldLeft.filter(isUnnumbered),
    heldLeft.some(isUnnumbered) ? left : left.filter(isUnnumbered),
    found,
  );
}

/** Equal sums of one EJ in AE, when one side has all the postes of the other: a total may give one of them alone. */
function isSameWhole(held: readonly ChorusAmount[], candidates: readonly ChorusAmount[]): boolean {
  if (candidates[0]?.line.nature !== 'AE' || sumOf(held) !== sumOf(candidates)) return false;
  const [ours, theirs] = [held, candidates].map((side) => new Set(side.map(numberOf))) as [Set<string>, Set<string>];
  return [...theirs].every((number) => ours.has(number)) || [...ours].every((number) => theirs.has(number));
}

/** By equal sums, equal amounts, then one amount that several of the other side add up to. */
function compareAmounts(held: readonly ChorusAmount[], candidates: readonly ChorusAmount[], found: Found): void {
  if (held.length === 0 || candidates.length === 0) return;
  const give = (amounts: readonly ChorusAmount[]): void => {
    for (const amount of amounts) found.set(amount, 'otherExtract');
  };
  if (sumOf(held) === sumOf(candidates)) return give(candidates);
  let free = [...held].sort(byContent);
  const take = (taken: readonly ChorusAmount[]): void => {
    const gone = new Set(taken);
    free = free.filter((amount) => !gone.has(amount));
  };
  const budget = { steps: MOST_STEPS };
  const queues = new Map(groupsBy(free, ({ cents }) => String(cents)).map((alike) => [alike[0]?.cents, alike]));
  const paired: ChorusAmount[] = [];
  let left = [...candidates].sort(byContent).filter((amount) => {
    const same = queues.get(amount.cents)?.pop();
    if (same) paired.push(same);
    if (same) give([amount]);
    return !same;
  });
  take(paired);
  for (const amount of left) {
    const picked = pick(free, amount.cents, budget);
    if (picked === null || picked === 'gaveUp') continue;
    take(picked);
    give([amount]);
  }
  left = left.filter((amount) => !found.has(amount));
  for (const amount of free) {
    const picked = pick(left, amount.cents, budget);
    if (picked === null || picked === 'gaveUp') continue;
    take([amount]);
    give(picked);
    left = left.filter((one) => !found.has(one));
  }
  const isNamed = left.some(({ ej, dp }) => ej !== '' || dp !== '');
  if (free.length > 0 && isNamed) for (const amount of left) if (amount.cents !== 0) found.set(amount, 'otherAmount');
}

/** The number of the DP of a payment, the poste of a commitment; empty without one. */
function numberOf({ line, dp, ejLine }: ChorusAmount): string {
  return line.nature === 'AE' ? ejLine : dp;
}

function mainKeyOf(amount: ChorusAmount): string {
  return keysOf(amount)[0] ?? '';
}

/** By EJ, and by DP: the first is that of its operation. */
function keysOf({ line, ej, dp }: ChorusAmount): readonly string[] {
  const kind = kindOf(line);
  return [...(ej === '' ? [] : [`${kind} EJ ${ej}`]), ...(dp === '' && ej !== '' ? [] : [`${kind} DP ${dp}`])];
}
