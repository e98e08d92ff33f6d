/**
 * Faults planted by seed, and what the product finds of them: `npm run bench -- faults`, 2,000 runs. `--runs N` sets the
 * number; `--seed N` prints one run in full. Fails when a fault is missed, or when something else is found.
 */
import type { RuleCode } from '../../src/domain/controls/findings/finding';
import { PLANTS } from '../support/worlds/plants';
import { describeRun, ruleOfTold, runOf, type Run } from '../support/worlds/runs';

interface Tally {
  planted: number;
  found: number;
  missed: number;
  extra: number;
}

function option(name: string): number | null {
  const at = process.argv.indexOf(name);
  return at < 0 ? null : Number(process.argv[at + 1]);
}

function tallies(runs: readonly Run[]): ReadonlyMap<RuleCode, Tally> {
  const table = new Map<RuleCode, Tally>(
    PLANTS.map(({ rule }) => [rule, { planted: 0, found: 0, missed: 0, extra: 0 }]),
  );
  const count = (rule: RuleCode, what: keyof Tally, by: number): void => {
    const tally = table.get(rule);
    if (tally) tally[what] += by;
  };
  for (const { expected, missed, extra } of runs) {
    for (const told of expected) for (const what of ['planted', 'found'] as const) count(ruleOfTold(told), what, 1);
    for (const told of missed) {
      count(ruleOfTold(told), 'missed', 1);
      count(ruleOfTold(told), 'found', -1);
    }
    for (const told of extra) count(ruleOfTold(told), 'extra', 1);
  }
  return table;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function printTable(runs: readonly Run[]): void {
  print('rule     ways  planted    found   missed    extra');
  const all: Tally = { planted: 0, found: 0, missed: 0, extra: 0 };
  for (const [rule, tally] of tallies(runs)) {
    const ways = PLANTS.filter((plant) => plant.rule === rule).length;
    print(`${rule}${String(ways).padStart(7)}${cells(tally)}`);
    for (const what of ['planted', 'found', 'missed', 'extra'] as const) all[what] += tally[what];
  }
  print(`all   ${String(PLANTS.length).padStart(7)}${cells(all)}`);
}

function cells({ planted, found, missed, extra }: Tally): string {
  return [planted, found, missed, extra].map((count) => String(count).padStart(9)).join('');
}

function main(): void {
  const seed = option('--seed');
  const started = performance.now();
  const runs =
    seed === null ? Array.from({ length: option('--runs') ?? 2_000 }, (_, number) => runOf(number)) : [runOf(seed)];
  const failed = runs.filter(({ missed, extra }) => missed.length + extra.length > 0);
  if (seed !== null)
    for (const run of runs) print([describeRun(run), ...run.expected.map((told) => `  planted ${told}`)].join('\n'));
  else printTable(runs);
  for (const run of failed.slice(0, 20)) print(describeRun(run));
  print(`${runs.length} runs, ${failed.length} failed, ${((performance.now() - started) / 1000).toFixed(1)} s`);
  if (failed.length > 0) process.exitCode = 1;
}

main();
