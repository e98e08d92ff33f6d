/** Amounts that are the same operation by their number, and that no match explains: what differs, and by how much. */
import { type Amount, byContent, type ChorusAmount, type LedgerAmount, sumOf } from '../amounts';
import { CLOSEST_FIRST } from '../codes/closeness';
import { envelopeOf } from '../codes/comparable-codes';
import type { MatchedBy } from '../groups';
import { type KeyOf, type Open, pairOff } from './pair-off';
import type { AmountMatch } from './settle';
import { compareTexts } from '../../text';

/** Amounts of both sides of one number. */
export interface Disagreement {
  readonly rows: readonly LedgerAmount[];
  readonly lines: readonly ChorusAmount[];
  /** How many amounts made the search for a sum give up; 0 when it ended. */
  readonly gaveUp: number;
  /** The name of a match by the sum of that number. */
  readonly bySum: MatchedBy;
}

/**
 * Adds what differs. Each poste, else each envelope, differs apart where both sides name the same ones: an amount too
 * large on one envelope makes up for none too small on another. A part whose sums are equal is matched.
 */
export function addDiffering(
  { rows, lines, gaveUp, bySum }: Disagreement,
  { matches, differing }: { readonly matches: AmountMatch[]; readonly differing: Disagreement[] },
): void {
  const open: Open = { rows, lines };
  const areEqual = sumOf(rows) === sumOf(lines);
  const parts = areEqual ? null : (partsBy(open, posteOf) ?? partsBy(open, ({ codes }) => envelopeOf(codes)));
  for (const part of parts ?? [open]) {
    if (sumOf(part.rows) === sumOf(part.lines)) matches.push({ ...part, by: bySum });
    else if (part.rows.length !== part.lines.length || part.rows.length === 1)
      differing.push({ ...part, gaveUp, bySum });
    else for (const pair of pairsOf(part)) differing.push({ ...pair, gaveUp: 0, bySum });
  }
}

/** The amounts of each key; null unless each amount has one, and both sides the same ones. */
function partsBy({ rows, lines }: Open, keyOf: KeyOf): readonly Open[] | null {
  const parts = new Map<string | null, { rows: LedgerAmount[]; lines: ChorusAmount[] }>();
  const part = (amount: Amount): { rows: LedgerAmount[]; lines: ChorusAmount[] } => {
    const key = keyOf(amount);
    const known = parts.get(key) ?? { rows: [], lines: [] };
    parts.set(key, known);
    return known;
  };
  for (const row of rows) part(row).rows.push(row);
  for (const line of lines) part(line).lines.push(line);
  const all = [...parts.values()];
  return !parts.has(null) && all.every((one) => one.rows.length > 0 && one.lines.length > 0) ? all : null;
}

/** As many rows as lines, two by two: those of one poste first, then of close codes, each in the order of the amounts. */
function pairsOf({ rows, lines }: Open): readonly Open[] {
  const open: Open = { rows: [...rows].sort(byPoste), lines: [...lines].sort(byPoste) };
  const pairs: Open[] = [];
  for (const keyOf of [posteOf, () => '']) {
    for (const areClose of CLOSEST_FIRST)
      pairOff(open, keyOf, areClose, (row, line) => pairs.push({ rows: [row], lines: [line] }));
  }
  return pairs;
}

/** The poste of a DP, else that of an EJ; null where neither is named. */
function posteOf({ dpLine, ejLine }: Amount): string | null {
  return dpLine === '' && ejLine === '' ? null : `${dpLine} ${ejLine}`;
}

function byPoste(one: Amount, other: Amount): number {
  return (
    compareTexts(one.dpLine, other.dpLine) ||
    compareTexts(one.ejLine, other.ejLine) ||
    one.cents - other.cents ||
    byContent(one, other)
  );
}
