/**
 * An edit of the ledger to the figures in cells, through the real Office.js client with its own delays: milliseconds
 * from the moment at which the cell of the ledger holds its amount to the moment at which a cell with a function holds
 * the new figure. The simulated Excel is in the same process and is counted too. Budget at 20,000 rows: 700 ms.
 */
import { machineTimers } from '../../src/adapters/excel/machine';
import { Session } from '../../src/application/session/session';
import { functionWordsIn } from '../../src/functions/function-sentences';
import { associateFunctions, streams } from '../../src/functions/streams';
import { functionsFile } from '../../scripts/function-metadata';
import type { FunctionsFile } from '../../workbench/host/custom-functions/metadata';
import { gridOfSnapshot } from '../support/excel/grid-of-snapshot';
import { startExcel } from '../support/excel/excel';
import { HandClock, noFiles } from '../support/excel/memory-workbook';
import { ledgerWorkbook } from '../support/ledgers/ledger-workbook';
import { cellsFor, conventionFor } from './ledgers';

const SIZES = [5_000, 20_000];
const EDITS = 21;
/** Cells with a function, and the distinct calls among them: one a day. */
const CELLS = 5_000;
const CALLS = 40;
const FIRST_OF_MARCH = 44_986; // 2023, as Excel counts days
const ENVELOPE = 'PDE';
const LONGEST_WAIT = 120_000; // milliseconds

async function benchAt(rows: number): Promise<void> {
  const cells = cellsFor(rows, 0);
  const column = (heading: string): number => cells[0]?.indexOf(heading) ?? -1;
  const [amount, envelope] = [column('Montant AE TTC'), column('Axe ministériel 2')];
  const commitments = cells.flatMap((row, at) =>
    row[envelope] === ENVELOPE && typeof row[amount] === 'number' ? [at] : [],
  );
  const step = Math.floor(commitments.length / EDITS);
  const excel = startExcel(gridOfSnapshot(ledgerWorkbook(conventionFor(rows), cells)), {
    computes: true,
    functions: { file: JSON.parse(functionsFile('fr')) as FunctionsFile, namespace: 'ENVELOPE' },
  });
  const { grid, host } = excel;
  const ledger = grid.sheets()[0]?.id ?? '';
  const dashboard = grid.addSheet('Tableau de bord').id;
  const last = { top: CELLS - 1, left: 0, rows: 1, columns: 1 };
  const shown = (): unknown => grid.readValues(dashboard, last)[0]?.[0];
  const changed = async (before: unknown): Promise<number> => {
    const start = performance.now();
    while (shown() === before || typeof shown() !== 'number') {
      if (performance.now() - start > LONGEST_WAIT) throw new Error(`still ${JSON.stringify(shown())}`);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    return performance.now() - start;
  };
  associateFunctions();
  const session = new Session(excel.workbook, new HandClock('2023-12-31'), machineTimers, noFiles);
  streams.connect(
    { functionState: () => session.state().functions, subscribe: session.subscribe },
    functionWordsIn('fr'),
  );
  const formulas = Array.from({ length: CELLS }, (_, row) => [
    { formula: `=ENVELOPE.REMAINING("${ENVELOPE}","AE",,${FIRST_OF_MARCH + (row % CALLS)})` },
  ]);
  grid.writeCells(dashboard, 0, 0, formulas);
  const first = changed(null);
  await session.start();
  const opening = await first;
  const times: number[] = [];
  for (let edit = 0; edit < EDITS; edit++) {
    const before = shown();
    grid.writeCells(ledger, commitments[edit * step] ?? 0, amount, [[{ value: 2_871 + edit }]]);
    times.push(await changed(before));
  }
  times.sort((one, other) => one - other);
  const figures = [opening, times[EDITS >> 1] ?? 0, times.at(-1) ?? 0].map((ms) => `${ms.toFixed(0)} ms`);
  const streamsOpen = `${CELLS.toLocaleString('en')} cells, ${host.functions.openCalls} subscriptions`;
  process.stdout.write(`${rows.toLocaleString('en')} rows  ${figures.join('  ')}  ${streamsOpen}\n`);
  await host.settled();
  excel.dispose();
}

async function main(): Promise<void> {
  process.stdout.write('rows  first figures  median edit  worst edit\n');
  for (const rows of SIZES) await benchAt(rows);
  process.exit(0);
}

void main();
