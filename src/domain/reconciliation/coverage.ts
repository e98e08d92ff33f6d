/**
 * How much of the ledger was really compared with the extracts, by nature, and why the rest was not. A reconciliation
 * without a gap proves nothing when nothing was compared: this is read before the gaps.
 */
import { type Nature, NATURES } from '../money/nature';
import type { NotCompared } from './amounts';
import type { Count } from './balance';
import type { ChorusExtract, ChorusMovement } from './extract';
import { canCompare, givesNature } from './given-natures';
import { isCompared, type ReconciliationGroup } from './groups';

/** Why an amount that a complete extract would show was not compared. */
export type Uncompared = 'notInChorus' | Extract<NotCompared, 'natureNotGiven' | 'keyNotGiven'>;

/** Why an amount is rightly left out of the comparison; `reserved`: CP not paid yet. */
export type OutOfScope = NotCompared | 'reserved';

/**
 * Why nothing at all was compared: no extract gives this nature; they lack the number of the EJ; they have no line; all
 * their lines are of other credits, of another exercice, or after the day; none answers a row of the ledger.
 */
export type CoverageCause =
  'natureNotGiven' | 'keyNotGiven' | 'noLine' | 'otherConvention' | 'otherYear' | 'afterAsOf' | 'noCommonRow';

/** Amounts that share a reason. */
export interface CountOf<Reason> extends Count {
  readonly why: Reason;
}

/** The coverage of one nature. Counts are amounts of the ledger, with their net sum in cents. */
export interface Coverage {
  readonly nature: Nature;
  /**
   * `nothing`: there is no amount to compare; `none`: none was compared; `partial`: less than `ENOUGH_PERCENT`;
   * `enough`.
   */
  readonly state: 'nothing' | 'none' | 'partial' | 'enough';
  /** Amounts that complete extracts would show: committed, or paid, on the credits of the year by the day. */
  readonly comparable: Count;
  /** Those found on both sides, be they equal or not. */
  readonly compared: Count;
  /**
   * Whole percent, rounded down: the lower of the share of the amounts (without their signs, so that a retrait does not
   * hide a commitment) and that of the rows. Null when nothing is comparable.
   */
  readonly percent: number | null;
  /** Comparable, and not compared. */
  readonly uncompared: readonly CountOf<Uncompared>[];
  /** Not comparable. */
  readonly leftOut: readonly CountOf<OutOfScope>[];
  /** Lines of this nature that the extracts give. */
  readonly lines: number;
  /** Those of them, in cents of Chorus, that no number lets look for in the ledger: with any, `state` is not `enough`. */
  readonly nameless: Count;
  /** Those whose number another extract gives with another amount, in the same way: which is right is not known. */
  readonly contested: Count;
  /** Empty unless `state` is `none`. */
  readonly causes: readonly CoverageCause[];
}

/** Below this share of what is comparable, an absence of gaps is no success. */
export const ENOUGH_PERCENT = 95;

/** The coverage of both natures. */
export function coverageOf(
  groups: readonly ReconciliationGroup[],
  extracts: readonly ChorusExtract[],
): readonly Coverage[] {
  return NATURES.map((nature) => {
    const tally = new Tally();
    const ofNature = groups.filter((group) => group.nature === nature);
    for (const group of ofNature) tally.add(group);
    const { comparable, compared, nameless, contested } = tally;
    const percent = lowerPercent(compared, comparable);
    const state = stateOf(tally, percent);
    const lines = ofNature.reduce((count, group) => count + group.lines.length, 0);
    return {
      nature,
      state,
      comparable: plain(comparable),
      compared: plain(compared),
      percent,
      uncompared: [...tally.uncompared].map(([why, sum]) => ({ why, ...plain(sum) })),
      leftOut: [...tally.leftOut].map(([why, sum]) => ({ why, ...plain(sum) })),
      lines,
      nameless: plain(nameless),
      contested: plain(contested),
      causes: state === 'none' ? causesOf(nature, ofNature, lines, extracts) : [],
    };
  });
}

/** A count with the sum of the amounts without their signs. */
interface Sum {
  count: number;
  cents: number;
  size: bigint;
}

/** The rows of the groups of one nature, by what became of them. */
class Tally {
  readonly comparable = emptySum();
  readonly compared = emptySum();
  readonly uncompared = new Map<Uncompared, Sum>();
  readonly leftOut = new Map<OutOfScope, Sum>();
  readonly nameless = emptySum();
  readonly contested = emptySum();

  add(group: ReconciliationGroup): void {
    const { status, why, rows, lines } = group;
    if (why === 'keyNotGiven') {
      this.nameless.count += lines.length;
      this.nameless.cents += group.chorusCents;
    }
    if (why === 'otherAmount') {
      for (const { line } of lines) {
        if (STAGES.has(line.movement)) continue;
        this.contested.count++;
        this.contested.cents += line.cents;
      }
    }
    if (rows.length === 0) return;
    if (isCompared(group)) {
      addRows(this.comparable, group);
      if (lines.length > 0) addRows(this.compared, group);
      else addRows(open(this.uncompared, 'notInChorus'), group);
    } else if (why === 'natureNotGiven' || why === 'keyNotGiven') {
      addRows(this.comparable, group);
      addRows(open(this.uncompared, why), group);
    } else if (status === 'inProgress') addRows(open(this.leftOut, 'reserved'), group);
    else if (why !== null && why !== 'noAmount') addRows(open(this.leftOut, why), group);
  }
}

/** Before payment, and the mirror of payments: for information. */
const STAGES: ReadonlySet<ChorusMovement> = new Set<ChorusMovement>(['certified', 'invoiced', 'reduction']);

function emptySum(): Sum {
  return { count: 0, cents: 0, size: 0n };
}

function open<K>(sums: Map<K, Sum>, why: K): Sum {
  let sum = sums.get(why);
  if (!sum) sums.set(why, (sum = emptySum()));
  return sum;
}

function addRows(sum: Sum, { rows }: ReconciliationGroup): void {
  sum.count += rows.length;
  for (const { cents } of rows) {
    sum.cents += cents;
    sum.size += BigInt(Math.abs(cents));
  }
}

function plain({ count, cents }: Sum): Count {
  return { count, cents };
}

function lowerPercent(compared: Sum, comparable: Sum): number | null {
  if (comparable.count === 0) return null;
  const ofRows = Math.floor((compared.count * 100) / comparable.count);
  const ofAmounts = comparable.size === 0n ? ofRows : Number((compared.size * 100n) / comparable.size);
  return Math.min(ofRows, ofAmounts);
}

function stateOf({ compared, nameless, contested }: Tally, percent: number | null): Coverage['state'] {
  if (percent === null) return nameless.count === 0 ? 'nothing' : 'none';
  if (compared.count === 0) return 'none';
  return percent < ENOUGH_PERCENT || nameless.count + contested.count > 0 ? 'partial' : 'enough';
}

function causesOf(
  nature: Nature,
  groups: readonly ReconciliationGroup[],
  lines: number,
  extracts: readonly ChorusExtract[],
): readonly CoverageCause[] {
  if (extracts.every((extract) => extract.lines.length === 0)) return ['noLine'];
  if (!extracts.some((extract) => givesNature(extract, nature))) return ['natureNotGiven'];
  const allAre = (is: (group: ReconciliationGroup) => boolean): boolean =>
    groups.every((group) => group.lines.length === 0 || is(group));
  const isEmpty = extracts.some((extract) => extract.lines.length === 0 && givesNature(extract, nature));
  const ofLines: readonly CoverageCause[] =
    lines === 0
      ? [isEmpty ? 'noLine' : 'natureNotGiven']
      : allAre(({ status, why }) => status === 'outsideConvention' || why === 'codesNotGiven')
        ? ['otherConvention']
        : allAre(({ why }) => why === 'outsideCreditYear')
          ? ['otherYear']
          : allAre(({ why }) => why === 'afterAsOf')
            ? ['afterAsOf']
            : [];
  if (!canCompare(extracts, nature)) return ['keyNotGiven', ...ofLines];
  return ofLines.length > 0 ? ofLines : ['noCommonRow'];
}
