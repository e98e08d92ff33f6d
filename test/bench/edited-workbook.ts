/**
 * One edited cell of a workbook that was read, to the report: the work of the session between a snapshot and the pane.
 * As with Excel, the rows that nobody touched are those of the snapshot before.
 */
import { controlInSlices } from '../../src/application/control';
import { openDossier } from '../../src/application/open-dossier';
import { LedgerReader } from '../../src/workbook/ledger/read-ledger';
import type { WorkbookSnapshot } from '../../src/workbook/snapshot';
import { ledgerWorkbook } from '../support/ledgers/ledger-workbook';
import { AS_OF, cellsFor, conventionFor } from './ledgers';

const EDITS = 21;
const SHEET = 'Suivi';
type Print = (what: string, ...figures: readonly string[]) => void;

/**
 * Prints the first reading, then the edits: the ledger read again, and its controls. `share` of the amounts is under
 * the ceilings.
 */
export function benchEditedWorkbook(size: number, share: number, print: Print): void {
  const reader = new LedgerReader();
  const [reading, judging, slices] = [[], [], []] as [number[], number[], number[]];
  let workbook: WorkbookSnapshot = ledgerWorkbook(conventionFor(size * share), cellsFor(size, 0));
  for (let edit = 0; edit <= EDITS; edit++) {
    if (edit > 0) workbook = withAmount(workbook, 1 + edit * 4_007, 2_871 + edit);
    const start = performance.now();
    const opened = openDossier(workbook, {}, reader);
    if (!opened.ok) throw new Error(opened.failure.code);
    const read = performance.now();
    const run = controlInSlices(opened.value, AS_OF);
    let [isDone, longest] = [false, 0];
    while (!isDone) {
      const from = performance.now();
      isDone = run.next().done === true;
      longest = Math.max(longest, performance.now() - from);
    }
    reading.push(read - start);
    judging.push(performance.now() - read);
    slices.push(longest);
  }
  print(`${size.toLocaleString('en')} rows, open workbook`, 'first ms', 'median ms', 'worst ms');
  printEdits('  the ledger read', reading, print);
  printEdits('  judged', judging, print);
  printEdits('  longest slice', slices, print);
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
