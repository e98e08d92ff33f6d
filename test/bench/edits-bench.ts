/**
 * The memory of a session over many edits of one workbook, through the real Office.js client: what is kept after each
 * thousand, once collected. It must not grow. The simulated Excel is in the same process and is counted too, without
 * its record of the requests, which would grow by 400 bytes an edit.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Session } from '../../src/application/session/session';
import { gridOfSnapshot } from '../support/excel/grid-of-snapshot';
import { startExcel } from '../support/excel/excel';
import { HandClock, HandTimers, noFiles } from '../support/excel/memory-workbook';
import { sampleDossier } from '../support/sample-dossier';

const EDITS = Number(process.argv[process.argv.indexOf('--edits') + 1]) || 10_000;
const SHEET = 'Suivi 2023';
/** The amounts of these rows change in turn; column P is « Montant AE TTC ». */
const [FIRST_ROW, ROWS, COLUMN] = [7, 120, 15];
/** Longer than the quiet time after which a session reads an edit. */
const QUIET_MS = 1_000;

async function main(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const excel = startExcel(gridOfSnapshot(sampleDossier().workbook));
  const timers = new HandTimers();
  const session = new Session(excel.workbook, new HandClock('2023-12-31'), timers, noFiles);
  await session.start();
  const sheet = excel.host.grid.sheets().find(({ name }) => name === SHEET);
  if (!sheet) throw new Error(`no sheet ${SHEET}`);
  const kept = (): string => {
    excel.host.forgetRequests();
    collect();
    return `${(process.memoryUsage().heapUsed / 1e6).toFixed(1)} MB`;
  };
  print(0, kept());
  for (let edit = 1; edit <= EDITS; edit++) {
    const change = { value: 1_000 + edit / 100 };
    excel.host.grid.writeCells(sheet.id, FIRST_ROW + (edit % ROWS), COLUMN, [[change]]);
    await excel.host.settled();
    timers.pass(QUIET_MS);
    await session.goTo({ sheet: SHEET, row: 0, column: 0 }); // each task asked before is done
    if (edit % (EDITS / 10) === 0) print(edit, kept());
  }
  const { phase } = session.state();
  print(EDITS, phase.kind === 'ready' ? `${phase.dossier.ledger.rows.length} rows read` : phase.kind);
  excel.dispose();
}

function print(edits: number, text: string): void {
  process.stdout.write(`${String(edits).padStart(6)} edits  ${text}\n`);
}

void main();
