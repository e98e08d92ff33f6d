/** « Remplacer par leur valeur » over the functions as Excel calls them: the values are those of the ledger as it is. */
import { machineTimers } from '../../src/adapters/excel/machine';
import { Session } from '../../src/application/session/session';
import { functionWordsIn } from '../../src/functions/function-sentences';
import { associateFunctions, streams } from '../../src/functions/streams';
import { functionsFile } from '../../scripts/function-metadata';
import type { FunctionsFile } from '../../workbench/host/custom-functions/metadata';
import { convention2023 } from '../support/conventions';
import { startExcel, type StartedExcel } from '../support/excel/excel';
import { gridOfSnapshot } from '../support/excel/grid-of-snapshot';
import { area } from '../support/excel/grid-workbook';
import { HandClock, noFiles } from '../support/excel/memory-workbook';
import { ledgerWorkbook } from '../support/ledgers/ledger-workbook';

const LEDGER = `
  Axe ministériel 2 | Poste de dépense | N° EJ      | Date d'engagement | Montant AE
  PDE               | Frais annexes    | 1400000001 | 15/02/2023        | 1000
  PDE               | Prestations      | 1400000002 | 01/03/2023        | 400000
`;
const LONGEST_WAIT = 30_000; // milliseconds
const PDE = 'ENVELOPE.REMAINING("PDE","AE")';

let excel: StartedExcel;
let session: Session;
let dashboard: string;

beforeEach(() => {
  const file = JSON.parse(functionsFile('fr')) as FunctionsFile;
  const workbook = ledgerWorkbook(convention2023(), LEDGER);
  excel = startExcel(gridOfSnapshot(workbook), { computes: true, functions: { file, namespace: 'ENVELOPE' } });
  dashboard = excel.grid.addSheet('Tableau de bord').id;
  associateFunctions();
  session = new Session(excel.workbook, new HandClock('2023-12-31'), machineTimers, noFiles);
  const source = { functionState: () => session.state().functions, subscribe: session.subscribe };
  streams.connect(source, functionWordsIn('fr'));
});

afterEach(async () => {
  await excel.host.settled();
  excel.dispose();
});

const valueOf = (cell: string): unknown => excel.grid.readValues(dashboard, area(cell))[0]?.[0] ?? null;
const formulaOf = (cell: string): string | null => excel.grid.readFormulas(dashboard, area(cell))[0]?.[0] ?? null;

/** Enters formulas in A1, A2…, and waits until each has its answer. */
async function enter(...formulas: readonly string[]): Promise<void> {
  formulas.forEach((formula, row) => excel.grid.writeCells(dashboard, row, 0, [[{ formula }]]));
  const isAnswered = (_: string, row: number): boolean => typeof valueOf(`A${row + 1}`) === 'number';
  for (const start = performance.now(); !formulas.every(isAnswered);) {
    if (performance.now() - start > LONGEST_WAIT) throw new Error(`still ${JSON.stringify(valueOf('A1'))}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await excel.host.settled();
}

function commit(amount: number): void {
  const { top, left } = area('E2');
  excel.grid.writeCells(excel.grid.sheets()[0]?.id ?? '', top, left, [[{ value: amount }]]);
}

test.each([
  ['announced', () => commit(6_000)],
  ['that Excel does not announce', () => excel.host.unannounced(() => commit(6_000))],
])('after an edit %s, the values are those of the ledger as it is', async (_, edit) => {
  await session.start();
  await enter(`=${PDE}`, `=${PDE}+1`, `=IFERROR(${PDE},0)`);
  expect(valueOf('A1')).toBe(99_000);
  edit();
  await session.formulas.freeze();
  expect(session.state().notice).toMatchObject({ kind: 'written', purpose: 'values', summary: { cells: 3 } });
  expect(['A1', 'A2', 'A3'].map(valueOf)).toEqual([94_000, 94_001, 94_000]);
  expect(['A1', 'A2', 'A3'].map(formulaOf)).toEqual([null, null, null]);
  await session.undo();
  expect(['A1', 'A2', 'A3'].map(formulaOf)).toEqual([`=${PDE}`, `=${PDE}+1`, `=IFERROR(${PDE},0)`]);
});

test('asked while the add-in starts, before a guarded call has its answer', async () => {
  await enter(`=IFERROR(${PDE},0)`);
  await Promise.all([session.start(), session.formulas.freeze()]);
  expect([valueOf('A1'), formulaOf('A1')]).toEqual([99_000, null]);
});

test('a call that fills several cells stays, and its cells with it', async () => {
  await session.start();
  await enter(`=IF({1;2;3}>0,${PDE},0)`);
  expect(['A1', 'A2', 'A3'].map(valueOf)).toEqual([99_000, 99_000, 99_000]);
  await session.formulas.freeze();
  expect(session.state().notice).toMatchObject({ kind: 'nothingToWrite', purpose: 'values' });
  expect(['A1', 'A2', 'A3'].map(valueOf)).toEqual([99_000, 99_000, 99_000]);
});
