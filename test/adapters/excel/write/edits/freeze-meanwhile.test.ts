/**
 * « Remplacer par leur valeur » while somebody acts before any of its requests, or of those of its rollback: no entry
 * is lost, each formula is there or has become the value that it showed, and its undo restores them or is refused.
 */
import { Session } from '../../../../../src/application/session/session';
import type { Timers } from '../../../../../src/application/ports';
import type { Fault } from '../../../../../workbench/host/faults';
import { startExcel, type StartedExcel } from '../../../../support/excel/excel';
import { gridOfSnapshot } from '../../../../support/excel/grid-of-snapshot';
import { ALL_MOMENTS } from '../../../../support/excel/moments';
import { area } from '../../../../support/excel/grid-workbook';
import { HandClock, noFiles } from '../../../../support/excel/memory-workbook';
import { convention2023 } from '../../../../support/conventions';
import { ledgerWorkbook } from '../../../../support/ledgers/ledger-workbook';

const LEDGER = `
  Axe ministériel 2 | Poste de dépense | N° EJ      | Date d'engagement | Montant AE
  PDE               | Frais annexes    | 1400000001 | 15/02/2023        | 1000
  PDE               | Prestations      | 1400000002 | 01/03/2023        | 400000
`;
const [BEFORE, AFTER] = [99_000, 94_000];
const CALL = '=ENVELOPE.REMAINING("PDE","AE")';
const BOARD = [
  ['un', CALL],
  ['deux', CALL],
  ['trois', `${CALL}+1`],
  ['quatre', CALL],
] as const;
const ENTERED = 'deux';
const OTHER_CALL = '=ENVELOPE.REMAINING("SF","AE")';
const STATES: ReadonlySet<string> = new Set(['formula', 'value', 'entry']);
/** The request that writes: the first ones read, decide and check. */
const WRITING = 11;
const FAILURE: Fault = { kind: 'failAction', at: 40, code: 'GeneralException' };
const AT_ONCE: Timers = {
  after: (_, action) => {
    const timer = setTimeout(action, 0);
    return () => clearTimeout(timer);
  },
};

let excel: StartedExcel;
let session: Session;
let figure: number;
let board: string;

async function open(): Promise<void> {
  figure = BEFORE;
  excel = startExcel(gridOfSnapshot(ledgerWorkbook(convention2023(), LEDGER)), { computes: true });
  board = excel.grid.addSheet('Bord').id;
  const own = { name: 'ENVELOPE.REMAINING', description: '', minimumArguments: 1, maximumArguments: 4 };
  excel.grid.registerFunction({ ...own, evaluate: () => figure });
  BOARD.forEach(([label, formula], row) => excel.grid.writeCells(board, row, 0, [[{ value: label }, { formula }]]));
  await excel.host.settled();
  session = new Session(excel.workbook, new HandClock('2023-12-31'), AT_ONCE, noFiles);
  await session.start();
  await excel.host.settled();
  excel.roundTrips();
}

const write = (address: string, cell: Parameters<StartedExcel['grid']['writeCells']>[3][number][number]): void => {
  const { top, left } = area(address);
  excel.grid.writeCells(board, top, left, [[cell]]);
};

const ACTS: Readonly<Record<string, () => void>> = {
  'types in a formula': () => write('B2', { value: 'PERSONNE' }),
  'types the value of a formula': () => write('B2', { value: BEFORE }),
  'empties a formula': () => write('B2', { value: null }),
  'enters another formula': () => write('B2', { formula: '=1+1' }),
  'enters another call': () => write('B2', { formula: OTHER_CALL }),
  'types beside': () => write('C2', { value: 'PERSONNE' }),
  'inserts rows above': () => excel.grid.insertRows(board, 1, 2),
  'inserts a column before': () => excel.grid.insertColumns(board, 0, 1),
  'deletes the first row': () => excel.grid.deleteRows(board, 0, 1),
  'renames the sheet': () => excel.grid.changeSheet(board, { name: 'Bord 2' }),
  'deletes the sheet': () => excel.grid.deleteSheet(board),
  'protects the sheet': () => excel.grid.changeSheet(board, { isProtected: true }),
  'edits the ledger': () => {
    figure = AFTER;
    const { id } = excel.grid.sheets()[0]!;
    excel.grid.writeCells(id, 1, 4, [[{ value: 6000 }]]);
    excel.grid.recalculate(BOARD.map((_, row) => ({ sheetId: board, row, column: 1 })));
  },
};

const ENTRIES: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['types in a formula', 'PERSONNE'],
  ['types the value of a formula', BEFORE],
  ['empties a formula', null],
  ['enters another formula', '=1+1'],
  ['enters another call', OTHER_CALL],
]);

/** The contents beside the labels, by label, wherever they are now; none once the sheet is deleted. */
function contents(): ReadonlyMap<string, unknown> {
  const labels: readonly string[] = BOARD.map(([label]) => label);
  if (!excel.grid.sheets().some(({ id }) => id === board)) return new Map();
  const all = area('A1:D8');
  const formulas = excel.grid.readFormulas(board, all);
  return new Map(
    excel.grid.readValues(board, all).flatMap((row, r) => {
      const at = row.findIndex((value) => labels.includes(String(value)));
      return at < 0 ? [] : [[String(row[at]), formulas[r]?.[at + 1] ?? row[at + 1] ?? null] as const];
    }),
  );
}

/** Whether each cell holds its formula, the value that it showed, or the entry of the person. */
function stateOfBoard(entry: unknown): readonly string[] {
  return [...contents()].map(([label, content]) => {
    const formula = BOARD.find(([one]) => one === label)?.[1];
    if (label === ENTERED && entry !== undefined && content === entry) return 'entry';
    if (content === formula) return 'formula';
    const shown = [BEFORE, AFTER].map((one) => one + (label === 'trois' ? 1 : 0));
    return shown.some((one) => one === content) ? 'value' : `${label}: ${String(content)}`;
  });
}

/** Restoring is not possible, or not certain: the notice names the sheet or the cells. */
function isReported(): boolean {
  const { notice } = session.state();
  return notice?.kind === 'failed' && ['halfWritten', 'editsKept'].includes(notice.failure.code);
}

/** Freezes while somebody acts before this request, undoes it, and describes what is wrong; null when nothing is. */
async function faultOf(name: string, trip: number, fault: Fault | null): Promise<string | null> {
  await open();
  excel.host.faults.at(trip, { kind: 'act', act: () => excel.grid.actingAs('coauthor', ACTS[name]!) });
  if (fault) excel.host.faults.at(WRITING, fault);
  await session.formulas.freeze();
  await excel.host.settled();
  const entry = ENTRIES.get(name);
  const after = stateOfBoard(entry);
  const isFrozen = session.state().notice?.kind === 'written';
  const isMixed = !isFrozen && after.includes('value') && !isReported();
  const isLost = entry !== undefined && !after.includes('entry');
  await session.undo();
  await excel.host.settled();
  const isUndone = isFrozen && session.state().notice?.kind === 'written';
  const undone = stateOfBoard(entry);
  excel.dispose();
  if (after.some((state) => !STATES.has(state)) || isMixed || isLost) return `@${trip}: ${after.join()}`;
  if (isUndone && undone.includes('value')) return `@${trip}, undone: ${undone.join()}`;
  return null;
}

/** The requests of a freeze, from one to another: the one that writes, and another by turns; `explore` tries each. */
function momentsAmong(first: number, last: number, turn: number): readonly number[] {
  const all = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return ALL_MOMENTS ? all : all.filter((trip, at) => trip === WRITING || at === turn % all.length);
}

const NAMES = Object.keys(ACTS).map((name, turn) => ({ name, turn }));

test.each(NAMES)('somebody $name before a request of a freeze', async ({ name, turn }) => {
  for (const trip of momentsAmong(0, WRITING + 2, turn)) expect(await faultOf(name, trip, null)).toBeNull();
});

/** Typed under the rollback, the value that the cell shows cannot be distinguished from ours: the formula is back. */
const KNOWN = NAMES.filter(({ name }) => name !== 'types the value of a formula');

test.each(KNOWN)('somebody $name before a request of the rollback of a freeze', async ({ name, turn }) => {
  for (const trip of momentsAmong(WRITING, WRITING + 8, turn)) expect(await faultOf(name, trip, FAILURE)).toBeNull();
});
