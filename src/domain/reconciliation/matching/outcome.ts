/** The outcome of the matching of one nature, and the matching inside one EJ once numbers have been compared. */
import {
  type Amount,
  byContent,
  type ChorusAmount,
  groupsBy,
  type LedgerAmount,
  sortedByFirst,
  sumOf,
} from '../amounts';
import { CLOSEST_FIRST } from '../codes/closeness';
import type { Codes } from '../codes/comparable-codes';
import { addDiffering, type Disagreement } from './differing';
import { leave, type Open } from './pair-off';
import { addAll, type AmountMatch, type Names, settle } from './settle';
import { MOST_STEPS, pick } from './subset-sum';

/** The outcome for one nature. Each group of `rows` and of `lines` is one operation that the other side lacks. */
export interface Outcome {
  readonly matches: AmountMatch[];
  readonly differing: Disagreement[];
  readonly rows: (readonly LedgerAmount[])[];
  readonly lines: (readonly ChorusAmount[])[];
  /** Lines of other conventions on an EJ that the ledger names. */
  readonly foreign: ChorusAmount[];
}

/** The amounts of one EJ that are still open. */
export interface EjBucket extends Open {
  readonly disagreements: Disagreement[];
}

const BY_EJ: Names = { alone: 'ejAmount', sum: 'ej', subset: 'subset' };

/** An outcome to fill. */
export function emptyOutcome(): Outcome {
  return { matches: [], differing: [], rows: [], lines: [], foreign: [] };
}

/**
 * Matches the free amounts of one EJ, then completes its disagreements with the leftovers: a row may sum several DP and
 * name one. What remains on both sides differs, unless both name other DP: these are separate operations.
 */
export function settleEj(bucket: EjBucket, outcome: Outcome, sums: boolean): void {
  const settled = settle(bucket.rows, bucket.lines, BY_EJ, sums);
  addAll(outcome.matches, settled.matches);
  const open: Open = { rows: settled.rows, lines: settled.lines };
  for (const disagreement of sortedByFirst(bucket.disagreements, ({ rows }) => rows))
    complete(disagreement, open, outcome);
  const linesAreNamed = open.lines.some(({ dp }) => dp !== '');
  const comparable = linesAreNamed ? open.rows.filter(({ dp }) => dp === '') : open.rows;
  if (comparable.length > 0 && open.lines.length > 0) {
    addDiffering({ rows: comparable, lines: open.lines, gaveUp: settled.gaveUp, bySum: BY_EJ.sum }, outcome);
    leave(open, new Set<Amount>([...comparable, ...open.lines]));
  }
  for (const row of open.rows) outcome.rows.push([row]);
  leaveLines(open.lines, outcome);
}

/** Lines that no row matches: those that cancel each other, then one operation for each DP, or for the EJ. */
export function leaveLines(lines: readonly ChorusAmount[], outcome: Outcome): void {
  const standing = lines.length > 1 ? withoutCancelled(lines, outcome) : lines;
  for (const group of groupsBy(standing, ({ dp, ej, line }) =>
    dp !== '' ? `${dp} ${line.company}` : ej === '' ? null : 'EJ',
  ))
    outcome.lines.push(group);
}

/**
 * Removes the lines of other conventions on the same EJ, unless they explain the amount of the ledger: then the codes
 * of the group differ (`code-differences.ts`).
 */
export function withoutForeign(
  rows: readonly Amount[],
  lines: readonly ChorusAmount[],
  outcome: Outcome,
  isSameNumber: boolean,
): readonly ChorusAmount[] {
  if (!lines.some(isForeign)) return lines;
  const own = lines.filter((line) => !isForeign(line));
  const total = sumOf(rows);
  const areExplained = own.length > 0 && sumOf(own) === total;
  if (rows.length > 0 && !areExplained && (sumOf(lines) === total || (own.length === 0 && isSameNumber))) return lines;
  addAll(outcome.foreign, lines.filter(isForeign));
  return own;
}

function isForeign({ foreign }: ChorusAmount): boolean {
  return foreign.length > 0;
}

function complete(disagreement: Disagreement, open: Open, outcome: Outcome): void {
  const gap = sumOf(disagreement.rows) - sumOf(disagreement.lines);
  const lines = gap > 0 ? pickClosest(open.lines, gap, disagreement.rows) : null;
  const rows = gap < 0 ? pickClosest(open.rows, -gap, disagreement.lines) : null;
  if (lines) {
    outcome.matches.push({ rows: disagreement.rows, lines: [...disagreement.lines, ...lines], by: 'subset' });
    leave(open, new Set<Amount>(lines));
  } else if (rows) {
    outcome.matches.push({ rows: [...disagreement.rows, ...rows], lines: disagreement.lines, by: 'subset' });
    leave(open, new Set<Amount>(rows));
  } else {
    addDiffering(disagreement, outcome);
  }
}

/** The free amounts that fill a gap, of the codes closest to those of the side that exceeds. */
function pickClosest<A extends Amount>(free: readonly A[], gap: number, side: readonly Amount[]): readonly A[] | null {
  const sorted = [...free].sort(byContent);
  for (const areClose of CLOSEST_FIRST) {
    const close = sorted.filter(({ codes }) => side.every((amount) => areClose(amount.codes, codes)));
    const picked = pick(close, gap, { steps: MOST_STEPS });
    if (picked !== null && picked !== 'gaveUp') return picked;
  }
  return null;
}

/** Removes lines that cancel each other on the same codes: the pairs +0,01 / −0,01 of Chorus, or an EJ moved away. */
function withoutCancelled(lines: readonly ChorusAmount[], outcome: Outcome): readonly ChorusAmount[] {
  if (lines.every(({ ej }) => ej !== '') && netsOf(lines).every((cents) => cents === 0)) {
    outcome.matches.push({ rows: [], lines, by: 'netZero' });
    return [];
  }
  const waiting = new Map<string, ChorusAmount[]>();
  const cancelled = new Set<ChorusAmount>();
  for (const line of [...lines].sort(byContent)) {
    const place = line.ej === '' ? `${line.dp} ${line.codes.text}` : line.codes.text;
    const opposite = waiting.get(`${-line.cents} ${place}`)?.pop();
    if (opposite) {
      cancelled.add(opposite).add(line);
      outcome.matches.push({ rows: [], lines: [opposite, line], by: 'netZero' });
      continue;
    }
    const key = `${line.cents} ${place}`;
    const same = waiting.get(key);
    if (same) same.push(line);
    else waiting.set(key, [line]);
  }
  return cancelled.size === 0 ? lines : lines.filter((line) => !cancelled.has(line));
}

/** Net amount of each tuple of codes. */
function netsOf(lines: readonly ChorusAmount[]): readonly number[] {
  const nets = new Map<Codes, number>();
  for (const { codes, cents } of lines) nets.set(codes, (nets.get(codes) ?? 0) + cents);
  return [...nets.values()];
}
