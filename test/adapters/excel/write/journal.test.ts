/**
 * The journal and the kept undo through the real client, under the session: written in the batch of the writing or not
 * at all, undone after a reload to the last cell, with every row of the journal kept.
 */
import type { Session } from '../../../../src/application/session/session';
import { JOURNAL, UNDO_SHEET } from '../../../../src/workbook/workbook-names';
import type { WritePlan } from '../../../../src/workbook/plan';
import { UNDO_ROWS, undoState } from '../../../../src/workbook/registers/undo-record';
import { convention2023 } from '../../../support/conventions';
import { everythingIn, startExcel, valueOf, type StartedExcel } from '../../../support/excel/excel';
import { gridOfSnapshot } from '../../../support/excel/grid-of-snapshot';
import { area, workbookOf } from '../../../support/excel/grid-workbook';
import { ledgerWorkbook } from '../../../support/ledgers/ledger-workbook';
import { freeze, generate } from '../../../support/excel/generate';
import { openSession } from '../../../support/excel/open-session';
import { momentsOf } from '../../../support/excel/moments';

const LEDGER = `
Axe ministériel 2 | Poste de dépense | Activité | N° EJ | Date d'engagement | Montant AE | Date de paiement | Montant CP
PDE | Frais annexes | 10300000104 | 1400000001 | 15/02/2023 | 1000 | 10/05/2023 | 600
`;

let excel: StartedExcel;
afterEach(() => excel.dispose());

async function opened(): Promise<Session> {
  const session = await openSession();
  session.setAuthor('Zoé');
  return session;
}

async function start(computes = false): Promise<Session> {
  excel = startExcel(gridOfSnapshot(ledgerWorkbook(convention2023(), LEDGER)), { computes });
  return opened();
}

const idOf = (sheet: string): string => excel.grid.sheets().find(({ name }) => name === sheet)?.id ?? '';
const sheetNames = (): string[] => excel.grid.sheets().map(({ name }) => name);

/** Action and author of each row of the journal. */
function told(): unknown[][] {
  const table = excel.grid.tables().find(({ name }) => name === JOURNAL.table);
  if (!table) return [];
  return excel.grid
    .readValues(table.sheetId, table.area)
    .slice(1)
    .map(([, action, author]) => [action, author]);
}

/** The workbook without its journal, which an undo does not remove. */
async function besidesJournal(): Promise<unknown> {
  const { sheets, tables, names } = (await everythingIn(excel)) as {
    sheets: { name: string }[];
    tables: { name: string }[];
    names: unknown;
  };
  return {
    sheets: sheets.filter(({ name }) => name !== JOURNAL.sheet),
    tables: tables.filter(({ name }) => name !== JOURNAL.table),
    names,
  };
}

/** Nor the sheet that keeps the undo, which disappears with it. */
async function besidesRecords(): Promise<unknown> {
  const { sheets, ...others } = (await besidesJournal()) as { sheets: { name: string }[] };
  return { ...others, sheets: sheets.filter(({ name }) => name !== UNDO_SHEET) };
}

/** Every chart, with its place, its cells and its looks. */
async function charts(): Promise<readonly unknown[]> {
  return ((await everythingIn(excel)) as { charts: readonly unknown[] }).charts;
}

/** Removes an envelope from the convention as a user would: every row that names it. */
async function takeOut(code: string): Promise<void> {
  for (const { id, name, sheetId, area: place } of excel.grid.tables()) {
    if (!name.startsWith('ENV_') || name === JOURNAL.table) continue;
    const rows = excel.grid.readValues(sheetId, place);
    const kept = rows.filter((row) => !row.includes(code));
    if (kept.length === rows.length) continue;
    excel.grid.clearArea(sheetId, place, 'contents');
    excel.grid.writeCells(
      sheetId,
      place.top,
      place.left,
      kept.map((row) => row.map((value) => ({ value }))),
    );
    excel.grid.changeTable(id, { area: { ...place, rows: Math.max(2, kept.length) } });
  }
  await excel.host.settled();
}

function writeState(text: string): void {
  excel.grid.writeCells(idOf(UNDO_SHEET), UNDO_ROWS.state, 0, [[{ value: text }]]);
}

test('a generation and its undo add two rows; everything else is as before, and the kept undo is removed', async () => {
  const session = await start();
  const before = await besidesJournal();
  await generate(session, ['annexe1', 'bilan']);
  expect(session.state().notice).toMatchObject({ kind: 'written', isUndoKept: true });
  expect(told()).toEqual([['Génération des documents', 'Zoé']]);
  expect(excel.grid.sheet(idOf(UNDO_SHEET))?.visibility).toBe('veryHidden');
  await session.undo();
  expect(session.state().notice).toMatchObject({ kind: 'written', purpose: 'undo' });
  expect(told()).toEqual([
    ['Génération des documents', 'Zoé'],
    ['Annulation', 'Zoé'],
  ]);
  expect(await besidesJournal()).toEqual(before);
});

test('regenerating without change writes nothing, not even in the journal', async () => {
  const session = await start(true);
  await generate(session, ['annexe1']);
  await excel.host.settled();
  await session.refresh();
  const once = await everythingIn(excel);
  await generate(session, ['annexe1']);
  expect(session.state().notice).toEqual({ kind: 'nothingToWrite', purpose: 'documents' });
  expect(await everythingIn(excel)).toEqual(once);
});

describe('after a reload', () => {
  test.each<[string, (session: Session) => Promise<void>]>([
    ['a generation', (session) => generate(session, ['annexe1', 'bilan', 'reference'])],
    ['repairs', (session) => session.findings.repairAll()],
    ['a frozen copy', (session) => freeze(session, ['annexe1'])],
    [
      'a choice of columns',
      (session) => session.convention.confirmColumns([{ source: 'T_Suivi', heading: 'Montant AE', field: 'ae' }]),
    ],
  ])('%s can be undone to the last cell', async (_, write) => {
    const first = await start();
    const before = await besidesJournal();
    await write(first);
    await excel.host.settled();
    expect(await besidesJournal()).not.toEqual(before);
    const again = await opened();
    expect(again.state()).toMatchObject({ undoable: first.state().undoable, notice: null });
    await again.undo();
    expect(again.state()).toMatchObject({ undoable: null, notice: { kind: 'written', purpose: 'undo' } });
    expect(await besidesJournal()).toEqual(before);
    expect(told()).toHaveLength(2);
  });

  test('a second generation in place is undone to the first', async () => {
    const first = await start();
    await generate(first, ['annexe1', 'bilan']);
    excel.grid.writeCells(idOf('Suivi'), 1, 5, [[{ value: 2_000 }]]);
    await excel.host.settled();
    await first.refresh();
    const before = JSON.stringify(excel.grid.readFormulas(idOf('Bilan financier 2023'), area('A1:H60')));
    await generate(first, ['annexe1', 'bilan']);
    await excel.host.settled();
    const again = await opened();
    if (first.state().notice?.kind === 'written') await again.undo();
    await excel.host.settled();
    expect(JSON.stringify(excel.grid.readFormulas(idOf('Bilan financier 2023'), area('A1:H60')))).toBe(before);
  });

  test('charts whose rows moved, and those of a deleted envelope, are restored as people had changed them', async () => {
    const first = await start();
    await generate(first, ['etat', 'bilan']);
    await excel.run(async (context) => {
      const { charts } = context.workbook.worksheets.getItem('Bilan financier 2023');
      charts.load('items/name');
      await context.sync();
      const [chart, other] = charts.items;
      if (chart) chart.series.getItemAt(0).format.fill.setSolidColor('#00AA00');
      if (other) Object.assign(other, { top: 4, height: 90 });
      await context.sync();
    });
    await takeOut('SF');
    await first.refresh();
    expect(first.state().phase).toMatchObject({ kind: 'ready' });
    const before = await charts();
    await generate(first, ['etat']);
    expect(first.state().notice).toMatchObject({ kind: 'written', isUndoKept: true });
    const after = await charts();
    expect([before.length, after.length]).toEqual([8, 4]);
    const again = await opened();
    await again.undo();
    expect(again.state().notice).toMatchObject({ kind: 'written', purpose: 'undo' });
    expect(await charts()).toEqual(before);
  });

  test('a cell that somebody changed since is named, and nothing is undone', async () => {
    await generate(await start(), ['annexe1']);
    const again = await opened();
    excel.grid.writeCells(idOf('Annexe 1'), 0, 0, [[{ value: 'Mon titre' }]]);
    await excel.host.settled();
    await again.refresh();
    await again.undo();
    expect(again.state().notice).toMatchObject({
      kind: 'failed',
      failure: { code: 'changedMeanwhile', sheet: 'Annexe 1', cell: 'A1' },
    });
    expect([sheetNames().includes('Annexe 1'), told().length]).toEqual([true, 1]);
  });

  test('an edited record offers no undo', async () => {
    await generate(await start(), ['annexe1']);
    excel.grid.writeCells(idOf(UNDO_SHEET), UNDO_ROWS.first, 0, [[{ value: '{}' }]]);
    expect((await opened()).state().undoable).toBeNull();
  });

  test('an interrupted writing is reported at the start, and its written part is undone', async () => {
    const first = await start();
    const before = await besidesJournal();
    await generate(first, ['annexe1', 'annexe2']);
    writeState(undoState(0));
    excel.grid.deleteSheet(idOf('Annexe 2'));
    excel.grid.deleteName('ENV_Doc_Annexe2', null);
    excel.grid.clearArea(idOf('Annexe 1'), area('A4:H40'), 'contents');
    await excel.host.settled();
    const again = await opened();
    expect(again.state().notice).toEqual({ kind: 'interrupted', purpose: 'documents', isRefusal: false });
    await again.undo();
    expect(await besidesJournal()).toEqual(before);
  });
});

test('a writing of several requests, interrupted after the first and not rolled back: the record of the first one undoes it at the next start', async () => {
  excel = startExcel(gridOfSnapshot(ledgerWorkbook(convention2023(), LEDGER)));
  const before = await besidesJournal();
  const cells = Array.from({ length: 500 }, (_, row) =>
    Array.from({ length: 10 }, (__, column) => ({ value: row * 10 + column, style: 'amount' as const })),
  );
  const plan: WritePlan = {
    purpose: 'documents',
    expected: [],
    steps: [
      { kind: 'setCells', sheet: 'Suivi', top: 20, left: 0, cells: [[{ value: 'écrit' }]] },
      { kind: 'addSheet', sheet: 'Grand' },
      { kind: 'setCells', sheet: 'Grand', top: 0, left: 0, cells },
    ],
    keepsUndo: true,
  };
  const refused = [3, 4, 5]; // after structure, cells and first part: the second one, and twice the rollback
  for (const request of refused) excel.host.faults.at(request, { kind: 'refuse', refusal: 'activityLimit' });
  expect(await excel.workbook.apply(plan)).toMatchObject({
    ok: false,
    failure: { code: 'halfWritten', sheets: ['Grand', 'Suivi'] },
  });
  expect(await besidesJournal()).not.toEqual(before);
  const again = await opened();
  expect(again.state().notice).toEqual({ kind: 'interrupted', purpose: 'documents', isRefusal: false });
  await again.undo();
  expect(again.state().notice).toMatchObject({ kind: 'written', purpose: 'undo' });
  expect(await besidesJournal()).toEqual(before);
});

describe('Excel does not answer whether a second writing took place, until the connection is back', () => {
  /** The writing is one of these requests of its command, or none is. */
  const TRIPS = [1, 2, 3, 4, 5, 6];

  test.each([
    ['loseAnswer', 'it did: that is shown then, and « Annuler » undoes it alone'],
    ['refuse', 'it did not: that is shown then, and « Annuler » undoes the first one'],
  ] as const)('%s: %s', async (kind, _) => {
    let unknown = 0;
    for (const trip of TRIPS) {
      const session = await start();
      const untouched = await besidesRecords();
      await session.convention.confirmColumns([{ source: 'T_Suivi', heading: 'Montant AE', field: 'ae' }]);
      const once = await besidesRecords();
      for (let more = 0; more < 20; more++)
        excel.host.faults.at(trip + more, { kind: more === 0 ? kind : 'refuse', refusal: 'connectionLost' });
      await session.findings.repairAll();
      const { notice } = session.state();
      excel.host.faults.clear();
      if (notice?.kind === 'failed' && notice.failure.code === 'outcomeUnknown') {
        unknown += 1;
        await session.refresh();
        expect(session.state().notice).toMatchObject(
          kind === 'loseAnswer'
            ? { kind: 'written', purpose: 'repair', isUndoKept: true }
            : { kind: 'failed', failure: { code: 'notWritten' } },
        );
        await session.undo();
        expect(session.state().notice).toMatchObject({ kind: 'written', purpose: 'undo' });
        expect(await besidesRecords()).toEqual(kind === 'loseAnswer' ? once : untouched);
      }
      excel.dispose();
    }
    expect(unknown).toBeGreaterThan(0);
    await start();
  });

  test('with the journal deleted meanwhile, nothing is claimed', async () => {
    for (const trip of TRIPS) {
      const session = await start();
      await session.convention.confirmColumns([{ source: 'T_Suivi', heading: 'Montant AE', field: 'ae' }]);
      for (let more = 0; more < 20; more++)
        excel.host.faults.at(trip + more, { kind: 'refuse', refusal: 'connectionLost' });
      await session.findings.repairAll();
      const { notice } = session.state();
      excel.host.faults.clear();
      if (notice?.kind === 'failed' && notice.failure.code === 'outcomeUnknown') {
        excel.grid.deleteSheet(idOf(JOURNAL.sheet));
        await session.refresh();
        expect(session.state().notice).toEqual(notice);
      }
      excel.dispose();
    }
    await start();
  });
});

test('whichever action fails, neither the writing nor its journal row nor its undo remains', async () => {
  const session = await start();
  await session.findings.repairAll(); // the journal and the record exist already
  await session.undo();
  const before = await everythingIn(excel);
  const requests = excel.host.requests.length;
  await session.findings.repairAll();
  const actions = excel.host.requests[requests + 6]?.actions ?? 0;
  await session.undo();
  expect(actions).toBeGreaterThan(8);
  for (const at of momentsOf(actions)) {
    const rows = told().length;
    excel.host.faults.at(6, { kind: 'failAction', at, code: 'GeneralException' });
    await session.findings.repairAll();
    expect([at, session.state().notice]).toMatchObject([at, { kind: 'failed', failure: { code: 'hostRefused' } }]);
    expect([at, told().length, sheetNames().includes(UNDO_SHEET)]).toEqual([at, rows, false]);
  }
  expect(told()).toHaveLength(4);
  expect(await besidesJournalOf(before)).toEqual(await besidesJournal());
});

function besidesJournalOf(whole: unknown): unknown {
  const { sheets, tables, names } = whole as { sheets: { name: string }[]; tables: { name: string }[]; names: unknown };
  return {
    sheets: sheets.filter(({ name }) => name !== JOURNAL.sheet),
    tables: tables.filter(({ name }) => name !== JOURNAL.table),
    names,
  };
}

describe('a row under the last existing one', () => {
  const CONTENTS = workbookOf(
    [
      {
        name: 'Journal',
        blocks: {
          A1: [
            ['Date', 'Action'],
            [45_000, 'Réparation'],
          ],
        },
      },
      { name: 'Suivi', blocks: { A1: [['x']] } },
    ],
    [{ name: 'ENV_Journal', sheet: 'Journal', area: 'A1:B2' }],
  );
  const PLAN: WritePlan = {
    purpose: 'repair',
    expected: [],
    steps: [{ kind: 'setCells', sheet: 'Suivi', top: 0, left: 0, cells: [[{ value: 'y' }]] }],
    journal: [
      {
        kind: 'appendRow',
        sheet: 'Journal',
        table: 'ENV_Journal',
        cells: [
          { value: 45_001, style: 'date' },
          { value: '=1+1', style: 'text' },
        ],
      },
    ],
  };

  test('a co-author’s row added meanwhile is kept; a text is never a formula; undo leaves both', async () => {
    excel = startExcel(CONTENTS);
    excel.grid.actingAs('coauthor', () => {
      excel.grid.writeCells(idOf('Journal'), 2, 0, [[{ value: 45_002 }, { value: 'Acceptation' }]]);
      excel.grid.changeTable(excel.grid.tables()[0]?.id ?? '', { area: area('A1:B3') });
    });
    const { undo } = valueOf(await excel.workbook.apply(PLAN));
    const rows = [
      ['Date', 'Action'],
      [45_000, 'Réparation'],
      [45_002, 'Acceptation'],
      [45_001, '=1+1'],
    ];
    expect(excel.grid.readValues(idOf('Journal'), area('A1:B4'))).toEqual(rows);
    expect(excel.grid.tables()[0]?.area.rows).toBe(4);
    valueOf(await excel.workbook.apply(undo));
    expect(excel.grid.readValues(idOf('Journal'), area('A1:B4'))).toEqual(rows);
    expect(excel.grid.readValues(idOf('Suivi'), area('A1'))).toEqual([['x']]);
  });

  test.each<[string, () => void, object]>([
    [
      'protected',
      () => excel.grid.changeSheet(idOf('Journal'), { isProtected: true }),
      { code: 'sheetProtected', sheet: 'Journal' },
    ],
    [
      'filtered',
      () => excel.grid.setRowsHidden(idOf('Journal'), 1, 1, true),
      { code: 'tableNotPlain', table: 'ENV_Journal' },
    ],
    [
      'no longer a table',
      () => excel.grid.deleteTable(excel.grid.tables()[0]?.id ?? ''),
      { code: 'changedMeanwhile', sheet: 'Journal' },
    ],
  ])('a journal that is %s: nothing is written', async (_, change, failure) => {
    excel = startExcel(CONTENTS);
    change();
    expect(await excel.workbook.apply(PLAN)).toMatchObject({ ok: false, failure });
    expect(excel.grid.readValues(idOf('Suivi'), area('A1'))).toEqual([['x']]);
  });

  /** The journal with notes under it. */
  const WITH_NOTES = [
    ['Date', 'Action'],
    [45_000, 'Réparation'],
    ['', ''],
    ['À relire', 'Zoé'],
    ['par', 'Léa'],
  ];
  const begin = (): void => {
    excel = startExcel(CONTENTS);
    excel.grid.writeCells(
      idOf('Journal'),
      3,
      0,
      WITH_NOTES.slice(3).map((row) => row.map((value) => ({ value }))),
    );
  };
  const journal = (): unknown =>
    excel.grid.readValues(idOf('Journal'), area('A1:B5')).map((row) => row.map((value) => value ?? ''));

  test('cells under the journal, which grew since it was read: nothing is written', async () => {
    begin();
    excel.grid.writeCells(idOf('Journal'), 2, 1, [[{ value: 'à suivre' }]]);
    const failure = { code: 'occupied', sheet: 'Journal', cell: 'A4' };
    expect(await excel.workbook.apply(PLAN)).toMatchObject({ ok: false, failure });
    expect(excel.grid.readValues(idOf('Suivi'), area('A1'))).toEqual([['x']]);
  });

  test('a journal that grows at that moment: what is then under it stays in its place', async () => {
    begin();
    excel.host.faults.at(2, { kind: 'edit', sheet: 'Journal', address: 'B3', value: 'à suivre' });
    const failure = { code: 'changedMeanwhile', sheet: 'Journal', cell: 'A4' };
    expect(await excel.workbook.apply(PLAN)).toMatchObject({ ok: false, failure });
    expect(journal()).toEqual(WITH_NOTES.map((row, at) => (at === 2 ? ['', 'à suivre'] : row)));
    expect(excel.grid.tables()[0]?.area.rows).toBe(3);
    expect(excel.grid.readValues(idOf('Suivi'), area('A1'))).toEqual([['x']]);
  });

  test('a journal that is deleted under the rollback: the rest is rolled back', async () => {
    for (const request of [3, 4, 5]) {
      begin();
      excel.host.faults.at(2, { kind: 'edit', sheet: 'Journal', address: 'B3', value: 'à suivre' });
      excel.host.faults.at(request, { kind: 'act', act: () => excel.grid.deleteSheet(idOf('Journal')) });
      expect(await excel.workbook.apply(PLAN)).toMatchObject({ ok: false, failure: { code: 'changedMeanwhile' } });
      expect(excel.grid.readValues(idOf('Suivi'), area('A1'))).toEqual([['x']]);
      excel.dispose();
    }
    begin();
  });

  test('an entry in the row of the journal, typed before a rollback, stays alone in it and is named', async () => {
    for (const [address, left] of [
      ['A3', [7, '']],
      ['B3', ['', 7]],
    ] as const) {
      begin();
      valueOf(await excel.workbook.watch(() => undefined));
      excel.host.faults.at(2, { kind: 'edit', sheet: 'Suivi', address: 'A1', value: 'à garder' });
      excel.host.faults.at(3, { kind: 'edit', sheet: 'Journal', address, value: 7 });
      const failure = { code: 'editsKept', cells: [{ sheet: 'Journal', cell: address }] };
      expect(await excel.workbook.apply(PLAN)).toMatchObject({ ok: false, failure });
      expect(journal()).toEqual(WITH_NOTES.map((row, at) => (at === 2 ? left : row)));
      expect(excel.grid.readValues(idOf('Suivi'), area('A1'))).toEqual([['à garder']]);
      excel.dispose();
    }
    begin();
  });

  test('an action that fails after the row: the notes under the journal stay in their places', async () => {
    for (let at = 0; ; at++) {
      begin();
      excel.host.faults.at(2, { kind: 'failAction', at, code: 'GeneralException' });
      const applied = await excel.workbook.apply(PLAN);
      if (applied.ok) break;
      expect([at, journal(), excel.grid.tables()[0]?.area.rows]).toEqual([at, WITH_NOTES, 2]);
      excel.dispose();
    }
  });
});
