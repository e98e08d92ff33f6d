/**
 * Drawn layouts of ledgers, read by the product: `npm run bench -- layouts`, 2,000 of them, with the table by feature and
 * the smallest layouts that fail. `--runs N`, `--minutes N`, `--from SEED` draw others; `--seed N` prints one workbook and
 * how it is read, `--without "feature; feature"` without some features. Fails when a layout is silently wrong.
 */
import { printed } from '../support/layouts/grid';
import { runHeadings } from '../support/layouts/headings-alone';
import { drawLayout } from '../support/layouts/layouts';
import { OUTCOMES, type Outcome } from '../support/layouts/oracle';
import { byCode, runLayout, type LayoutRun, smallestFailures, tableOf } from '../support/layouts/report';

function option(name: string): string | null {
  const at = process.argv.indexOf(name);
  return at < 0 ? null : (process.argv[at + 1] ?? null);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function printOne(seed: number, without: ReadonlySet<string>): void {
  const layout = drawLayout(seed, { allows: (feature) => !without.has(feature) });
  const { features, reading } = runLayout(seed, without);
  print(printed(layout.workbook));
  for (const [date, figures] of layout.truth) print(`truth ${date} ${JSON.stringify([...figures])}`);
  print(`features: ${features.join('; ')}`);
  print(`${reading.outcome}: ${[...reading.codes, ...reading.differences].join('; ')}`);
}

const HEADINGS = 110;

function printHeadings(): void {
  const runs = runHeadings(HEADINGS);
  const count = (outcome: Outcome): number => runs.filter(({ reading }) => reading.outcome === outcome).length;
  const counts = OUTCOMES.map((outcome) => `${outcome} ${count(outcome)}`);
  print(`\n${runs.length} ordinary headings, one at a time in place of the expected one: ${counts.join(', ')}`);
  for (const { field, heading, reading } of runs)
    if (reading.outcome !== 'read')
      print(
        `  ${reading.outcome} ${field} « ${heading} » ${[...reading.codes, ...reading.differences.slice(0, 1)].join('; ')}`,
      );
}

function main(): void {
  const seed = option('--seed');
  if (seed !== null) {
    printOne(Number(seed), new Set((option('--without') ?? '').split(';').map((feature) => feature.trim())));
    return;
  }
  const from = Number(option('--from') ?? 0);
  const started = performance.now();
  const minutes = option('--minutes');
  const most = minutes === null ? Number(option('--runs') ?? 2_000) : Infinity;
  const end = started + (minutes === null ? Infinity : Number(minutes) * 60_000);
  const runs: LayoutRun[] = [];
  while (runs.length < most && performance.now() < end) runs.push(runLayout(from + runs.length));
  print(tableOf(runs));
  for (const outcome of ['silent', 'falseAlarm', 'reported', 'asked'] as const) {
    print(`\n${outcome} (${byCode(runs, outcome)}), by the features that are left when all others are dropped:`);
    for (const line of smallestFailures(runs, outcome, 3).slice(0, 25)) print(line);
  }
  printHeadings();
  print(
    `\n${runs.length} layouts, ${((performance.now() - started) / 1000).toFixed(1)} s; one in full: npm run bench -- layouts --seed N`,
  );
  if (runs.some(({ reading }) => reading.outcome === 'silent')) process.exitCode = 1;
}

main();
