/**
 * A writing that stopped before its end, over the real client and under the session. The workbook keeps one undo:
 * nothing else is written until the user undoes what is there, or keeps it as it is.
 */
import type { WritePlan } from '../../../../src/workbook/plan';
import { isUndoSheetName } from '../../../../src/workbook/registers/record-sheet';
import { UNDO_ROWS } from '../../../../src/workbook/registers/undo-record';
import { JOURNAL } from '../../../../src/workbook/workbook-names';
import type { Session } from '../../../../src/application/session/session';
import { convention2023 } from '../../../support/conventions';
import { everythingIn, startExcel, type StartedExcel } from '../../../support/excel/excel';
import { generate } from '../../../support/excel/generate';
import { gridOfSnapshot } from '../../../support/excel/grid-of-snapshot';
import { openSession } from '../../../support/excel/open-session';
import { ledgerWorkbook } from '../../../support/ledgers/ledger-workbook';

const LEDGER = `
Axe ministériel 2 | Poste de dépense | Activité | N° EJ | Date d'engagement | Montant AE | Date de paiement | Montant CP
PDE | Frais annexes | 10300000104 | 1400000001 | 15/02/2023 | 1000 | 10/05/2023 | 600
`;
const NOTE = { row: 20, column: 9 };

let excel: StartedExcel;
beforeEach(() => {
  excel = startExcel(gridOfSnapshot(ledgerWorkbook(convention2023(), LEDGER)));
});
afterEach(() => excel.dispose());

/** A correction of two requests: the first is written, the second is refused, and so is the rollback. */
async function stopHalfWay(): Promise<void> {
  const cells = Array.from({ length: 500 }, (_, row) =>
    Array.from({ length: 10 }, (__, column) => ({ value: row * 10 + column, style: 'amount' as const })),
  );
  const plan: WritePlan = {
    purpose: 'repair',
    expected: [],
    steps: [
      { kind: 'setCells', sheet: 'Suivi', top: NOTE.row, left: NOTE.column, cells: [[{ value: 'corrigé' }]] },
      { kind: 'addSheet', sheet: 'Grand' },
      { kind: 'setCells', sheet: 'Grand', top: 0, left: 0, cells },
    ],
    keepsUndo: true,
  };
  for (const request of [3, 4, 5]) excel.host.faults.at(request, { kind: 'refuse', refusal: 'activityLimit' });
  expect(await excel.workbook.apply(plan)).toMatchObject({ ok: false, failure: { code: 'halfWritten' } });
}

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const sheetNamed = (wanted: string) => excel.grid.sheets().find(({ name }) => name === wanted);

const sheetNames = (): readonly string[] =>
  excel.grid.sheets().flatMap(({ name }) => (isUndoSheetName(name) ? [] : [name]));

function noteInLedger(): unknown {
  const area = { top: NOTE.row, left: NOTE.column, rows: 1, columns: 1 };
  return excel.grid.readValues(sheetNamed('Suivi')?.id ?? '', area)[0]?.[0];
}

/** The journal, one line for each row: what was done, and the details. */
function journalLines(): string[] {
  const sheet = sheetNamed(JOURNAL.sheet);
  const used = sheet && excel.grid.usedArea(sheet.id, 'values');
  if (!sheet || !used) return [];
  const rows = excel.grid.readValues(sheet.id, used).slice(4);
  return rows.map((row) => plain(`${String(row[1])} | ${String(row[4])}`));
}

async function besidesJournal(): Promise<unknown> {
  const { sheets, tables, names } = (await everythingIn(excel)) as Record<'sheets' | 'tables', { name: string }[]> & {
    names: unknown;
  };
  return {
    sheets: sheets.filter(({ name }) => name !== JOURNAL.sheet && !isUndoSheetName(name)),
    tables: tables.filter(({ name }) => name !== JOURNAL.table),
    names,
  };
}

const HELD_BACK = { kind: 'interrupted', purpose: 'repair', isRefusal: true };
const WRITINGS: readonly (readonly [string, (session: Session) => Promise<void>])[] = [
  ['a document', (session) => generate(session, ['annexe1'])],
  ['a row', (session) => session.rows.setStatusColumn(true)],
  ['a request', (session) => session.duties.addRequest({ receivedOn: session.state().asOf, subject: 'Redéploiement' })],
];

test.each(WRITINGS)('%s is held back until the writing that stopped is undone', async (_, write) => {
  const before = await besidesJournal();
  await stopHalfWay();
  const stopped = await everythingIn(excel);
  const session = await openSession();
  await write(session);
  expect(session.state()).toMatchObject({ activity: 'idle', notice: HELD_BACK, undoable: 'repair' });
  expect(await everythingIn(excel)).toEqual(stopped);

  await session.undo();
  expect(session.state().notice).toMatchObject({ kind: 'written', purpose: 'undo' });
  expect(await besidesJournal()).toEqual(before);

  await write(session);
  expect(session.state().notice).toMatchObject({ kind: 'written' });
  await session.undo();
  expect(await besidesJournal()).toEqual(before);
});

test('kept as it is, it stays in the cells and in the journal, and other writings have their own undo', async () => {
  await stopHalfWay();
  const stopped = await besidesJournal();
  const session = await openSession();
  await session.keepInterrupted();
  expect(session.state()).toMatchObject({ notice: { kind: 'written', purpose: 'keep' }, undoable: null });
  expect(await besidesJournal()).toEqual(stopped);
  expect(journalLines()).toEqual(['Écriture arrêtée, gardée telle quelle | arrêtée avant la fin : Correction']);
  expect(excel.grid.sheets().filter(({ name }) => isUndoSheetName(name))).toEqual([]);

  await generate(session, ['annexe1']);
  await session.undo();
  expect([await besidesJournal(), noteInLedger()]).toEqual([stopped, 'corrigé']);
  expect((await openSession()).state()).toMatchObject({ notice: null, undoable: null });
});

test('undone when somebody changed its only cell: nothing is given back, and nothing is held back any more', async () => {
  const cell = { kind: 'setCells', sheet: 'Suivi', top: NOTE.row, left: NOTE.column, cells: [[{ value: 'corrigé' }]] };
  const plan = { purpose: 'repair', expected: [], steps: [cell], keepsUndo: true } as WritePlan;
  excel.host.faults.at(2, { kind: 'failAction', at: 30, code: 'GeneralException' });
  for (const request of [3, 4, 5]) excel.host.faults.at(request, { kind: 'refuse', refusal: 'activityLimit' });
  expect(await excel.workbook.apply(plan)).toMatchObject({ ok: false, failure: { code: 'halfWritten' } });
  excel.grid.writeCells(sheetNamed('Suivi')?.id ?? '', NOTE.row, NOTE.column, [[{ value: 'relu par Marie' }]]);

  const session = await openSession();
  expect(session.state().notice).toMatchObject({ kind: 'interrupted', purpose: 'repair' });
  await session.undo();
  const left = [{ sheet: 'Suivi', cell: 'J21' }];
  expect(session.state()).toMatchObject({ notice: { kind: 'written', purpose: 'undo', left }, undoable: null });
  expect(noteInLedger()).toBe('relu par Marie');
  expect(journalLines()).toHaveLength(1);
  expect(excel.grid.sheets().filter(({ name }) => isUndoSheetName(name))).toEqual([]);
  await generate(session, ['annexe1']);
  expect(session.state().notice).toMatchObject({ kind: 'written', purpose: 'documents' });
});

test.each([
  ['a piece of it is cut', UNDO_ROWS.first, 'eJzt'],
  ['its state was edited', UNDO_ROWS.state, 'x'],
])('a record that cannot be read is reported, and holds the next writing back: %s', async (_, row, value) => {
  await stopHalfWay();
  const record = excel.grid.sheets().find(({ name }) => isUndoSheetName(name));
  excel.grid.writeCells(record?.id ?? '', row, 0, [[{ value }]]);
  const session = await openSession();
  const illegible = { kind: 'interrupted', purpose: null };
  expect(session.state()).toMatchObject({ notice: { ...illegible, isRefusal: false }, undoable: null });
  await session.rows.setStatusColumn(true);
  expect(session.state()).toMatchObject({ notice: { ...illegible, isRefusal: true }, undoable: null });
  await session.undo();
  expect([noteInLedger(), excel.grid.sheets().some(({ name }) => isUndoSheetName(name))]).toEqual(['corrigé', true]);

  await session.keepInterrupted();
  expect(session.state()).toMatchObject({ notice: { kind: 'written', purpose: 'keep' }, undoable: null });
  expect(excel.grid.sheets().some(({ name }) => isUndoSheetName(name))).toBe(false);
  await session.rows.setStatusColumn(true);
  expect(session.state().notice).toMatchObject({ kind: 'written' });
});

describe('somebody copied the sheet of the record, and put the copy before it', () => {
  const COPY = 'ENV_Annulation (2)';

  function copyRecord(): void {
    const cells = excel.grid.contents().sheets.find(({ name }) => isUndoSheetName(name))?.cells ?? [];
    const { id } = excel.grid.addSheet(COPY, 0);
    for (const { row, column, value, formula } of cells)
      excel.grid.writeCells(id, row, column, [[formula === undefined ? { value } : { formula }]]);
  }
  const records = (): readonly string[] =>
    excel.grid.sheets().flatMap(({ name }) => (isUndoSheetName(name) ? [name] : []));

  test('of a writing that stopped: undone once, nothing is held back any more', async () => {
    const before = await besidesJournal();
    await stopHalfWay();
    copyRecord();
    const session = await openSession();
    await session.undo();
    expect([await besidesJournal(), records()]).toEqual([before, [COPY]]);
    const next = await openSession();
    expect(next.state()).toMatchObject({ notice: null, undoable: null });
    await next.rows.setStatusColumn(true);
    expect([next.state().notice, records()]).toMatchObject([{ kind: 'written' }, [COPY, 'ENV_Annulation']]);
  });

  test('of a writing that is done: the next one keeps its own undo, which a restart finds', async () => {
    const session = await openSession();
    await session.rows.setStatusColumn(true);
    copyRecord();
    const before = await besidesJournal();
    await generate(session, ['annexe1']);
    const next = await openSession();
    expect(next.state()).toMatchObject({ notice: null, undoable: 'documents' });
    await next.undo();
    expect([await besidesJournal(), records()]).toEqual([before, [COPY]]);
    expect((await openSession()).state()).toMatchObject({ notice: null, undoable: null });
  });
});

test('a preview that is held back stays, and is written afterwards', async () => {
  await stopHalfWay();
  const session = await openSession();
  await session.documents.prepare(['annexe1']);
  expect(session.state().prepared).not.toBeNull();
  await session.documents.writePrepared();
  expect([session.state().notice, session.state().prepared !== null]).toEqual([HELD_BACK, true]);
  await session.keepInterrupted();
  await session.documents.writePrepared();
  if (session.state().prepared) await session.documents.writePrepared(); // the plan was decided again
  expect(sheetNamed('Annexe 1')).toBeDefined();
});

test('a record on a protected sheet is not given up: the sheet is named, and nothing changes', async () => {
  await stopHalfWay();
  const record = excel.grid.sheets().find(({ name }) => isUndoSheetName(name));
  excel.grid.changeSheet(record?.id ?? '', { isProtected: true });
  const session = await openSession();
  await session.keepInterrupted();
  const failure = { code: 'sheetProtected', sheet: record?.name };
  expect(session.state().notice).toEqual({ kind: 'failed', failure });
  expect(journalLines()).toEqual([]);
});

test('a colleague who ends the writing meanwhile keeps the undo of it', async () => {
  await stopHalfWay();
  const session = await openSession();
  const record = excel.grid.sheets().find(({ name }) => isUndoSheetName(name));
  excel.host.faults.at(4, { kind: 'edit', sheet: record?.name ?? '', address: 'A2', value: 'complète', remote: true });
  await session.keepInterrupted();
  expect(session.state().notice).toMatchObject({ kind: 'failed', failure: { code: 'changedMeanwhile' } });
  expect(excel.grid.sheets().some(({ name }) => isUndoSheetName(name))).toBe(true);
});

test('a complete writing is not kept: it has its undo as before', async () => {
  const session = await openSession();
  await generate(session, ['annexe1']);
  await session.keepInterrupted();
  expect(session.state()).toMatchObject({ notice: { kind: 'nothingToWrite', purpose: 'keep' }, undoable: 'documents' });
  await session.undo();
  expect(sheetNamed('Annexe 1')).toBeUndefined();
});

test('a writing of one request that stays half done is undone before those of the same run', async () => {
  const session = await openSession();
  await generate(session, ['annexe1']);
  await excel.host.settled();
  await session.refresh();
  const withAnnex = sheetNames();
  const activity = { top: 1, left: 2, rows: 1, columns: 1 };
  const suivi = sheetNamed('Suivi')?.id ?? '';
  const present = (): unknown => excel.grid.readValues(suivi, activity)[0]?.[0];
  const before = present();
  const [sent, rollback] = [6, [7, 8]]; // after four requests that read, and two that check
  excel.host.faults.at(sent, { kind: 'edit', sheet: 'Suivi', address: 'C2', value: 'relu' });
  for (const request of rollback) excel.host.faults.at(request, { kind: 'refuse', refusal: 'activityLimit' });
  await session.findings.repairAll();
  expect(session.state()).toMatchObject({ notice: { failure: { code: 'halfWritten' } }, undoable: 'repair' });
  await session.undo();
  expect([present(), sheetNames()]).toEqual([before, [...withAnnex, 'Suivi 2']]); // which keeps « relu »
});
