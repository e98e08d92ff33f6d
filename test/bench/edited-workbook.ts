/** One edited cell of a workbook that was read, to the report: what the session does between a snapshot and what the pane shows. */
import { EditFollower } from '../../src/application/follow-edits';
import { openDossier } from '../../src/application/open-dossier';
import type { WorkbookSnapshot } from '../../src/workbook/snapshot';
import { ledgerWorkbook } from '../support/ledger-workbook';
import { HandTimers } from '../support/memory-workbook';
import { AS_OF, cellsFor, conventionFor } from './ledgers';

const EDITS = 11;
type Print = (what: string, ...figures: readonly string[]) => void;

/** Prints the first reading, then each edit: the ledger read again, and its controls. */
export function benchEditedWorkbook(size: number, print: Print): void {
  const cells = cellsFor(size, 0);
  const [timers, reading, following] = [new HandTimers(), [] as number[], [] as number[]];
  const follower = new EditFollower(timers);
  for (let edit = 0; edit <= EDITS; edit++) {
    const row = cells[1 + edit * 8_009];
    if (row && edit > 0) row[row.length - 2] = 2_871 + edit;
    const workbook: WorkbookSnapshot = ledgerWorkbook(conventionFor(size), cells);
    const start = performance.now();
    const opened = openDossier(workbook);
    if (!opened.ok) throw new Error(opened.failure.code);
    const read = performance.now();
    follower.controlledAt(opened.value, AS_OF);
    reading.push(read - start);
    following.push(performance.now() - read);
    timers.pass(10_000);
  }
  const medianOf = (times: readonly number[]): string => ([...times.slice(1)].sort((one, other) => one - other)[EDITS >> 1] ?? 0).toFixed(1);
  print(`${size.toLocaleString('en')} rows, open workbook`, 'first ms', 'an edit ms');
  print('  the ledger read', (reading[0] ?? 0).toFixed(1), medianOf(reading));
  print('  compared and controlled', (following[0] ?? 0).toFixed(1), medianOf(following));
}
