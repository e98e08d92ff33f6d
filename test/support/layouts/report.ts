/** Many layouts, by feature: read, asked, reported, silent, false alarms; and the smallest layouts that still fail. */
import { drawLayout, type DrawnLayout } from './layouts';
import { OUTCOMES, readLayout, type Outcome, type Reading } from './oracle';

export interface LayoutRun {
  readonly seed: number;
  readonly features: readonly string[];
  readonly reading: Reading;
}

export type Tally = Record<Outcome, number>;

/** Draws and reads the layout of a seed; a crash of the product is thrown with its seed. */
export function runLayout(seed: number, dropped: ReadonlySet<string> = new Set()): LayoutRun {
  const layout = drawLayout(seed, { allows: (feature) => !dropped.has(feature) });
  return { seed, features: layout.features, reading: readOrThrow(layout) };
}

function readOrThrow(layout: DrawnLayout): Reading {
  try {
    return readLayout(layout);
  } catch (error) {
    throw new Error(`layout ${layout.seed}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** How many of each outcome. */
export function tallyOf(runs: readonly LayoutRun[]): Tally {
  const tally: Tally = { read: 0, falseAlarm: 0, asked: 0, reported: 0, silent: 0 };
  for (const { reading } of runs) tally[reading.outcome] += 1;
  return tally;
}

/** The same run with as few features as keep its outcome. */
export function shrunk(run: LayoutRun): LayoutRun {
  const dropped = new Set<string>();
  let smallest = run;
  for (let hasChanged = true; hasChanged;) {
    hasChanged = false;
    for (const feature of smallest.features) {
      const tried = runLayout(run.seed, new Set([...dropped, feature]));
      if (tried.reading.outcome !== run.reading.outcome || tried.features.includes(feature)) continue;
      dropped.add(feature);
      smallest = tried;
      hasChanged = true;
      break;
    }
  }
  return smallest;
}

/** Every feature, with how its layouts were read. */
export function byFeature(runs: readonly LayoutRun[]): ReadonlyMap<string, Tally> {
  const features = [...new Set(runs.flatMap((run) => run.features))].sort();
  return new Map(features.map((feature) => [feature, tallyOf(runs.filter((run) => run.features.includes(feature)))]));
}

/** The table by feature, as text. */
export function tableOf(runs: readonly LayoutRun[]): string {
  const line = (name: string, tally: Tally): string => {
    const all = OUTCOMES.reduce((sum, one) => sum + tally[one], 0);
    const cells = OUTCOMES.map((one) => String(tally[one]).padStart(11));
    return `${name.padEnd(46)}${String(all).padStart(7)}${cells.join('')}${percent(tally.read, all).padStart(8)}`;
  };
  const heading = `${'feature'.padEnd(46)}${'drawn'.padStart(7)}${OUTCOMES.map((one) => one.padStart(11)).join('')}   read %`;
  return [heading, line('all', tallyOf(runs)), ...[...byFeature(runs)].map(([name, tally]) => line(name, tally))].join(
    '\n',
  );
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)}`;
}

/** Making a run small reads some twenty workbooks: only so many of each outcome. */
const MOST_SHRUNK = 15;

/** The failing runs made small, grouped by the features that are left; at most so many seeds of each. */
export function smallestFailures(runs: readonly LayoutRun[], outcome: Outcome, seeds: number): readonly string[] {
  const groups = new Map<string, LayoutRun[]>();
  for (const run of runs.filter(({ reading }) => reading.outcome === outcome).slice(0, MOST_SHRUNK)) {
    const small = shrunk(run);
    const key = small.features.join(' + ') || '(plain)';
    groups.set(key, [...(groups.get(key) ?? []), small]);
  }
  return [...groups]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([key, group]) => {
      const [first] = group;
      const shown = group.slice(0, seeds).map(({ seed }) => seed);
      const details = [...(first?.reading.codes ?? []), ...(first?.reading.differences.slice(0, 2) ?? [])];
      return `${String(group.length).padStart(4)} × ${key}: seeds ${shown.join(', ')} [${details.join('; ')}]`;
    });
}

/** The failures, and the rules of the errors, of an outcome: how many layouts have each. */
export function byCode(runs: readonly LayoutRun[], outcome: Outcome): string {
  const counts = new Map<string, number>();
  for (const { reading } of runs)
    if (reading.outcome === outcome) for (const code of reading.codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([code, count]) => `${code} ${count}`)
    .join(', ');
}
