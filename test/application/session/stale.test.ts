/** Nothing is prepared, written or accepted from cells that Excel changed without an announcement. */
import { Session } from '../../../src/application/session/session';
import type { SessionState } from '../../../src/application/session/session-state';
import type { SeenFinding } from '../../../src/application/writing/findings-after';
import type { Finding } from '../../../src/domain/controls/findings/finding';
import type { PlannedCell, WriteStep } from '../../../src/workbook/plan';
import { valueAt, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { convention2023 } from '../../support/conventions';
import { HandClock, HandTimers, MemoryWorkbook, noFiles } from '../../support/excel/memory-workbook';
import { ledgerWorkbook } from '../../support/ledgers/ledger-workbook';
import { freeze, generate } from '../../support/excel/generate';

// The activity of the first two rows has lost its zero: IMP-04, repaired to 010300000104.
const LEDGER = `
Axe ministériel 2 | Poste de dépense | Activité | N° EJ | Date d'engagement | Montant AE | Date de paiement | Montant CP
PDE | Frais annexes | 10300000104 | 1400000001 | 15/02/2023 | 1000 | 10/05/2023 | 600
PDE | Prestations | 10300000104 | 1400000002 | 01/03/2023 | 400000 | |
PDE | Prestations | 010300000104 | 1400000003 | 01/04/2023 | 500 | |
`;
const ACTIVITY = 2;
const LAST_AE: Pick<WriteStep & { kind: 'setCells' }, 'top' | 'left'> = { top: 3, left: 5 };

let session: Session;
let workbook: MemoryWorkbook;
let clock: HandClock;
let timers: HandTimers;

beforeEach(async () => {
  workbook = new MemoryWorkbook(ledgerWorkbook(convention2023(), LEDGER));
  clock = new HandClock('2023-12-31');
  timers = new HandTimers();
  session = new Session(workbook, clock, timers, noFiles);
  await session.start();
});

/** A finding as the pane shows it now. */
function seen(finding: Finding): SeenFinding {
  const { phase } = session.state();
  if (phase.kind !== 'ready') throw new Error(phase.kind);
  return { finding, reading: phase };
}

function findings(rule: string): readonly Finding[] {
  const { phase } = session.state();
  return phase.kind === 'ready' ? phase.report.findings.filter((finding) => finding.rule === rule) : [];
}

const set = (top: number, left: number, ...cells: readonly PlannedCell[]): WriteStep => ({
  kind: 'setCells',
  sheet: 'Suivi',
  top,
  left,
  cells: [cells],
});

const activities = ({ sheets }: WorkbookSnapshot): unknown[] =>
  [1, 2, 3].map((row) => (sheets[0] ? valueAt(sheets[0], row, ACTIVITY) : null));

/** The rows of the ledger in another order, as a sort leaves them. */
function sorted(order: readonly number[]): void {
  const sheet = workbook.workbook.sheets[0];
  if (!sheet) throw new Error('no sheet');
  const rows = order.map((row) => Array.from({ length: 8 }, (_, column) => ({ value: valueAt(sheet, row, column) })));
  workbook.editUnannounced(rows.map((row, index) => set(index + 1, 0, ...row)));
}

test('sort, then repair the first row of the screen: the row that it was is repaired, wherever it is now', async () => {
  const [finding] = findings('IMP-04');
  if (!finding) throw new Error('no finding');
  const first = seen(finding);
  sorted([3, 2, 1]);
  await session.findings.repair([first]);
  expect(activities(workbook.workbook)).toEqual(['010300000104', '10300000104', '010300000104']);
  expect(session.state().notice).toMatchObject({ kind: 'written', summary: { cells: 1 } });
});

test('a finding that somebody repaired meanwhile is nothing to repair', async () => {
  const [finding] = findings('IMP-04');
  if (!finding) throw new Error('no finding');
  const first = seen(finding);
  workbook.editUnannounced([set(1, ACTIVITY, { value: '010300000104' })]);
  await session.findings.repair([first]);
  expect(session.state().notice).toEqual({ kind: 'nothingToWrite', purpose: 'repair', leftAlone: 1 });
});

test('a screen older than the last reading: what a colleague wrote meanwhile is not covered by a repair, nor accepted', async () => {
  const [finding] = findings('IMP-04');
  if (!finding) throw new Error('no finding');
  const first = seen(finding);
  workbook.editUnannounced([set(1, ACTIVITY, { value: 'à voir avec Paul' })]);
  await session.refresh(); // the screen of `first` is not drawn again yet
  await session.findings.repair([first]);
  expect(session.state().notice).toEqual({ kind: 'nothingToWrite', purpose: 'repair', leftAlone: 1 });
  await session.findings.accept([first], { reason: 'accord du délégant', author: 'A. Martin' });
  expect(session.state().notice).toEqual({ kind: 'nothingToWrite', purpose: 'acceptance', leftAlone: 1 });
  expect(activities(workbook.workbook)).toEqual(['à voir avec Paul', '10300000104', '010300000104']);
  const { phase } = session.state();
  expect(phase.kind === 'ready' ? phase.report.accepted.size : null).toBe(0);
});

test('a cell that became a formula of the same value stays, and the message counts it', async () => {
  const both = findings('IMP-04').map(seen);
  workbook.editUnannounced([set(1, ACTIVITY, { value: 10_300_000_104, formula: '=10300000103+1' })]);
  await session.findings.repair(both);
  expect(activities(workbook.workbook)).toEqual([10_300_000_104, '010300000104', '010300000104']);
  expect(session.state().notice).toMatchObject({ kind: 'written', summary: { cells: 1, leftAlone: 1 } });
});

test('a group accepted, one finding of which changed since: the others are, and the message counts it', async () => {
  const all = findings('IMP-04').map(seen);
  workbook.editUnannounced([set(1, ACTIVITY, { value: 'à voir avec Paul' })]);
  await session.findings.accept(all, { reason: 'accord du délégant', author: 'A. Martin' });
  expect(session.state().notice).toMatchObject({ kind: 'written', purpose: 'acceptance', summary: { leftAlone: 1 } });
  const { phase } = session.state();
  expect(phase.kind === 'ready' ? phase.report.accepted.size : null).toBe(all.length - 1);
});

test('sort, then accept: the acceptance is of the row that the user saw', async () => {
  const [finding] = findings('IMP-04');
  if (!finding) throw new Error('no finding');
  const first = seen(finding);
  sorted([3, 2, 1]);
  await session.findings.accept([first], { reason: 'accord du délégant', author: 'A. Martin' });
  const { phase } = session.state();
  const accepted = phase.kind === 'ready' ? [...phase.report.accepted.keys()] : [];
  expect(accepted.map(({ place }) => (place.kind === 'row' ? place.row : null))).toHaveLength(1);
  expect(findings('IMP-04').filter((one) => !accepted.includes(one))).toHaveLength(1);
  const register = workbook.workbook.tables.find(({ name }) => name === 'ENV_Acceptations');
  const sheet = workbook.workbook.sheets.find(({ name }) => name === register?.sheet);
  const cells = sheet?.values.flat() ?? [];
  expect(cells).toContain('C4'); // the first row is now the last
});

test.each`
  command       | act
  ${'prepare'}  | ${() => session.documents.prepare(['annexe1'])}
  ${'generate'} | ${() => generate(session, ['annexe1'])}
  ${'freeze'}   | ${() => freeze(session, ['annexe1'])}
  ${'repair'}   | ${() => session.findings.repairAll()}
`('$command reads the whole workbook first', async ({ act }: { act: () => Promise<void> }) => {
  workbook.editUnannounced([set(LAST_AE.top, LAST_AE.left, { value: 99 })]);
  await act();
  expect(workbook.calls.slice(0, 3)).toEqual(['watch', 'read', 'read']);
  const { phase } = session.state();
  const amount = phase.kind === 'ready' ? phase.dossier.ledger.rows[2]?.ae : null;
  expect(amount).toMatchObject({ cents: 9900 });
});

test('a preview that the workbook has overtaken is shown again, and written once it was seen', async () => {
  await session.documents.prepare(['annexe1', 'bilan']);
  const before = session.state().prepared;
  workbook.editUnannounced([set(LAST_AE.top, LAST_AE.left, { value: 99 })]);
  await session.documents.writePrepared();
  expect(workbook.calls).not.toContain('apply');
  expect(session.state().notice).toEqual({ kind: 'preparedAgain' });
  expect(session.state().prepared?.plan).not.toEqual(before?.plan);
  await session.documents.writePrepared();
  expect(session.state().notice).toMatchObject({ kind: 'written', purpose: 'documents' });
});

test('nothing is written when the workbook cannot be read', async () => {
  workbook.refuseNext({ code: 'busy' }, 'read');
  await generate(session);
  expect(workbook.calls).not.toContain('apply');
  expect(session.state().notice).toEqual({ kind: 'failed', failure: { code: 'busy' } });
});

test('the time of the last reading is that of the last one that succeeded', async () => {
  const readAt = (): SessionState['readAt'] => session.state().readAt;
  expect(readAt()).toEqual({ hours: 12, minutes: 0 });
  clock.minutes = 5;
  workbook.refuseNext({ code: 'busy' }, 'read');
  await session.refresh();
  expect(readAt()).toEqual({ hours: 12, minutes: 0 });
  await session.refresh();
  expect(readAt()).toEqual({ hours: 12, minutes: 5 });
});

test('the message about a reading that failed goes once the workbook is read; another message stays', async () => {
  const reread = async (): Promise<void> => {
    workbook.edit([]); // what Excel, or the regular check after a failure, announces
    timers.pass(1_000);
    await new Promise((resolve) => setImmediate(resolve));
  };
  workbook.refuseNext({ code: 'busy' }, 'reread');
  await reread();
  expect(session.state().notice).toEqual({ kind: 'failed', failure: { code: 'busy' } });
  await reread();
  expect(session.state().notice).toBeNull();
  workbook.refuseNext({ code: 'busy' }, 'apply');
  await generate(session);
  const other = session.state().notice;
  expect(other).toEqual({ kind: 'failed', failure: { code: 'busy' } });
  await reread();
  expect(session.state().notice).toBe(other);
});

test('an Excel that cannot run the add-in is never read, whatever is clicked', async () => {
  const other = new MemoryWorkbook(ledgerWorkbook(convention2023(), LEDGER));
  const blocked = new Session(other, clock, new HandTimers(), noFiles);
  blocked.block({ code: 'excelTooOld', needs: 'ExcelApi 1.13' });
  await blocked.refresh();
  await generate(blocked);
  expect(other.calls).toEqual([]);
  expect(blocked.state().phase).toMatchObject({ kind: 'refused', failure: { code: 'excelTooOld' } });
});
