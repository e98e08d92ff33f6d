/**
 * One edited cell of a workbook that was read, to the report: what the session does between a snapshot and what the
 * pane shows. As with Excel, the rows that nobody touched are those of the snapshot before.
 */
import { EditFollower } from '../../src/application/session/follow-edits';
import { openDossier } from '../../src/application/open-dossier';
import { LedgerReader } from '../../src/workbook/ledger/read-ledger';
import type { WorkbookSnapshot } from '../../src/workbook/snapshot';
import { ledgerWorkbook } from '../support/ledgers/ledger-workbook';
import { HandTimers } from '../support/excel/memory-workbook';
import { AS_OF, cellsFor, conventionFor } from './ledgers';

const EDITS = 21;
const SHEET = 'Suivi';
type Print = (what: string, ...figures: readonly string[]) => void;

/**
 * Prints the first reading, then the edits: the ledger read again, and its controls. `share` of the amounts is under
 * the ceilings.
 */
export function benchEditedWorkbook(size: number, share: number, print: Print): void {
  const [timers, reader, reading, following] = [new HandTimers(), new LedgerReader(), [] as number[], [] as number[]];
  const follower = new EditFollower(timers);
  let workbook: WorkbookSnapshot = ledgerWorkbook(conventionFor(size * share), cellsFor(size, 0));
  for (let edit = 0; edit <= EDITS; edit++) {
    if (edit > 0) workbook = withAmount(workbook, 1 + edit * 4_007, 2_871 + edit);
    const start = performance.now();
    const opened = openDossier(workbook, {}, reader);
    if (!opened.ok) throw new Error(opened.failure.code);
    const read = performance.now();
    follower.controlledAt(opened.value, AS_OF);
    reading.push(read - start);
    following.push(performance.now() - read);
    timers.pass(10_000);
  }
  print(`${size.toLocaleString('en')} rows, open workbook`, 'first ms', 'median ms', 'worst ms');
  printEdits('  the ledger read', reading, print);
  printEdits('  compared and controlled', following, print);
}

function printEdits(what: string, [first = 0, ...edits]: readonly number[], print: Print): void {
  const sorted = edits.sort((one, other) => one - other);
  print(what, ...[first, sorted[EDITS >> 1] ?? 0, sorted.at(-1) ?? 0].map((ms) => ms.toFixed(1)));
}

/** Another amount of AE in a row. */
function withAmount(workbook: WorkbookSnapshot, row: number, amount: number): WorkbookSnapshot {
  const sheets = workbook.sheets.map((sheet) => {
    if (sheet.name !== SHEET) return sheet;
    const values = sheet.values.map((cells, index) =>
      index === row ? cells.map((cell, column) => (column === cells.length - 2 ? amount : cell)) : cells,
    );
    return { ...sheet, values };
  });
  return { ...workbook, sheets };
}
