/**
 * The lines of the extracts that count for nothing, by the DP or the EJ that they have: one of them may hold what a row
 * of the ledger lacks in Chorus. A line of one nature explains no amount of the other.
 */
import type { Nature } from '../../money/nature';
import { plainDp } from '../amounts';
import { type ChorusExtract, SHAPES } from '../extract';
import type { EffectlessReason, IgnoredLine } from '../extract-reading';
import type { ReconciliationGroup } from '../groups';
import { isUnread } from '../unread-lines';

/** A line, to show. `isOfDp`: it has the DP of the operation, and not only its EJ. */
interface ExtractLine {
  readonly source: string;
  readonly line: number;
  readonly isOfDp?: true;
}

/** A line that consumes nothing, and why. */
interface EffectlessLine extends ExtractLine {
  readonly reason: EffectlessReason;
}

/** Where the first line of a number is: the position of its extract, and its own. */
interface Found<T> {
  readonly rank: number;
  readonly found: T;
}

/** The lines of one nature, by their numbers. */
class LinesOfNumber<T extends ExtractLine> {
  private readonly byDp = new Map<string, Found<T>>();
  private readonly byEj = new Map<string, Found<T>>();
  /** Of lines without a DP, which may be of any DP of their EJ. */
  private readonly byEjAlone = new Map<string, Found<T>>();
  private rank = 0;

  constructor(private readonly nature: Nature) {}

  add({ ej, dp, numbers = [] }: IgnoredLine, found: T): void {
    const one = { rank: this.rank++, found };
    const dps = dp === undefined ? numbers : [dp];
    const ejs = ej === undefined ? numbers : [ej];
    if (this.nature === 'CP') for (const number of dps) keepFirst(this.byDp, plainDp(number), one);
    for (const number of ejs) {
      keepFirst(this.byEj, number, one);
      if (this.nature === 'AE' || (dp === undefined && numbers.length < 2)) keepFirst(this.byEjAlone, number, one);
    }
  }

  /** The line of a DP of the group; else one of its EJ, where the line or the ledger names no DP. */
  find({ rows, lines }: ReconciliationGroup): T | null {
    const dps = [...rows.flatMap(({ dp, otherDps }) => [dp, ...otherDps]), ...lines.map(({ dp }) => dp)];
    const ofDp = firstOf(this.byDp, dps);
    if (ofDp !== null) return { ...ofDp, isOfDp: true };
    const isNamed = rows.every(({ dp }) => dp !== '');
    return firstOf(
      isNamed ? this.byEjAlone : this.byEj,
      [...rows, ...lines].map(({ ej }) => ej),
    );
  }
}

type ByNature<T extends ExtractLine> = Readonly<Record<Nature, LinesOfNumber<T>>>;

/** The lines that may hold an amount and were not read, and those that the extract itself gives as without effect. */
export interface IgnoredLines {
  readonly unread: ByNature<ExtractLine>;
  readonly effectless: ByNature<EffectlessLine>;
}

/** The lines of all the extracts that a row of the ledger may be asked for. */
export function ignoredLines(extracts: readonly ChorusExtract[]): IgnoredLines {
  return {
    unread: linesOf(extracts, (one, place) => (isUnread(one) ? place : null)),
    effectless: linesOf(extracts, ({ reason }, place) =>
      reason === 'cancelled' || reason === 'notValidated' ? { ...place, reason } : null,
    ),
  };
}

function linesOf<T extends ExtractLine>(
  extracts: readonly ChorusExtract[],
  made: (ignored: IgnoredLine, place: ExtractLine) => T | null,
): ByNature<T> {
  const lines = { AE: new LinesOfNumber<T>('AE'), CP: new LinesOfNumber<T>('CP') };
  for (const extract of extracts) {
    const natures = naturesOf(extract);
    for (const one of extract.ignored) {
      const found = made(one, { source: extract.source, line: one.line });
      if (found !== null) for (const nature of natures) lines[nature].add(one, found);
    }
  }
  return lines;
}

const BOTH: readonly Nature[] = ['AE', 'CP'];

/** The natures that a line of the extract may be of. */
function naturesOf({ shape }: ChorusExtract): readonly Nature[] {
  const given: readonly Nature[] = SHAPES[shape];
  return given.length > 0 ? given : BOTH;
}

function keepFirst<T>(lines: Map<string, Found<T>>, number: string, one: Found<T>): void {
  if (number !== '' && !lines.has(number)) lines.set(number, one);
}

function firstOf<T>(lines: ReadonlyMap<string, Found<T>>, numbers: readonly string[]): T | null {
  const found = numbers.flatMap((number) => lines.get(number) ?? []);
  return (
    found.reduce<Found<T> | null>((first, one) => (first && first.rank <= one.rank ? first : one), null)?.found ?? null
  );
}
