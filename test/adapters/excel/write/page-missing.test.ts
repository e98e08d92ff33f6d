/**
 * A runtime that stops between the cells of a document and its page set-up, over the real client and under the session:
 * the next start names the sheets, the undo takes all back, and a document made again has its page.
 */
import type { ExcelRun } from '../../../../src/adapters/excel/host-errors';
import { JOURNAL, UNDO_SHEET } from '../../../../src/workbook/workbook-names';
import { isUndoneState, UNDO_ROWS } from '../../../../src/workbook/registers/undo-record';
import { convention2023 } from '../../../support/conventions';
import { everythingIn, startExcel, type StartedExcel } from '../../../support/excel/excel';
import { generate } from '../../../support/excel/generate';
import { gridOfSnapshot } from '../../../support/excel/grid-of-snapshot';
import { ledgerWorkbook } from '../../../support/ledgers/ledger-workbook';
import { openSession } from '../../../support/excel/open-session';

const LEDGER = `
Axe ministériel 2 | Poste de dépense | Activité | N° EJ | Date d'engagement | Montant AE | Date de paiement | Montant CP
PDE | Frais annexes | 10300000104 | 1400000001 | 15/02/2023 | 1000 | 10/05/2023 | 600
`;

let excel: StartedExcel;
beforeEach(() => {
  excel = startExcel(gridOfSnapshot(ledgerWorkbook(convention2023(), LEDGER)));
});
afterEach(() => excel.dispose());

const toExcel: ExcelRun = (options, batch) => Excel.run(options, batch);

/** Writes the document in a runtime that stops for good once the sheet is there, before the next request. */
async function writeInRuntimeThatStops(): Promise<void> {
  let stop: () => void = () => undefined;
  const stopped = new Promise<void>((done) => (stop = done));
  const session = await openSession((options, batch) => {
    if (!annexe()) return toExcel(options, batch);
    stop();
    return new Promise(() => undefined);
  });
  void generate(session, ['annexe1']);
  await stopped;
  await excel.host.settled();
}

const sheetNamed = (wanted: string) => excel.grid.sheets().find(({ name }) => name === wanted);
const annexe = () => sheetNamed('Annexe 1');

/** The workbook without its journal, which an undo does not remove. */
async function besidesJournal(): Promise<unknown> {
  const { sheets, tables, names } = (await everythingIn(excel)) as Record<'sheets' | 'tables', { name: string }[]> & {
    names: unknown;
  };
  return {
    sheets: sheets.filter(({ name }) => name !== JOURNAL.sheet),
    tables: tables.filter(({ name }) => name !== JOURNAL.table),
    names,
  };
}

const MISSING = { kind: 'undressed', purpose: 'documents', sheets: ['Annexe 1', 'Journal'] };

test('the next start names the sheet; undone and made again, the document has its page', async () => {
  const before = await besidesJournal();
  await writeInRuntimeThatStops();
  expect(annexe()?.page.footer).toEqual(['', '', '']);
  const again = await openSession();
  expect(again.state()).toMatchObject({ notice: MISSING, undoable: 'documents' });
  await again.undo();
  expect(await besidesJournal()).toEqual(before);
  await generate(again, ['annexe1']);
  expect(annexe()?.page.footer).not.toEqual(['', '', '']);
  expect((await openSession()).state().notice).toBeNull();
});

test('what somebody types in the document meanwhile is not lost: the undo is refused, and names the cell', async () => {
  await writeInRuntimeThatStops();
  excel.grid.writeCells(annexe()?.id ?? '', 0, 0, [[{ value: 'Corrigé à la main' }]]);
  await excel.host.settled();
  const again = await openSession();
  await again.undo();
  expect(again.state().notice).toMatchObject({
    kind: 'failed',
    failure: { code: 'changedMeanwhile', sheet: 'Annexe 1', cell: 'A1' },
  });
});

test('it is reported at each start, until the next writing', async () => {
  await writeInRuntimeThatStops();
  expect((await openSession()).state().notice).toEqual(MISSING);
  const session = await openSession();
  expect(session.state().notice).toEqual(MISSING);
  await generate(session, ['annexe2']);
  expect((await openSession()).state()).toMatchObject({ notice: null, undoable: 'documents' });
});

test('once it is put away, the next start no longer reports it; the undo is as before', async () => {
  const before = await besidesJournal();
  await writeInRuntimeThatStops();
  const session = await openSession();
  expect(session.state().notice).toEqual(MISSING);
  await session.forgetMissingPage();
  expect(session.state().notice).toBeNull();
  const next = await openSession();
  expect(next.state()).toMatchObject({ notice: null, undoable: 'documents' });
  await next.undo();
  expect(await besidesJournal()).toEqual(before);
});

test('a message that is only closed comes back at the next start', async () => {
  await writeInRuntimeThatStops();
  const session = await openSession();
  session.dismissNotice();
  expect((await openSession()).state().notice).toEqual(MISSING);
});

test.each([
  ['a page that Excel accepts', false, []],
  ['a page that Excel refused, which the outcome of the writing reported', true, ['Annexe 1', 'Journal']],
])('%s is not reported at the next start', async (_, isRefused, undressed) => {
  if (isRefused) excel.host.model.weaknesses.add('noPrinter');
  const session = await openSession();
  await generate(session, ['annexe1']);
  expect(session.state().notice).toMatchObject({ kind: 'written', undressed });
  expect((await openSession()).state()).toMatchObject({ notice: null, undoable: 'documents' });
});

describe('an undo that stops between the cells and the page set-up that it restores', () => {
  const footer = (): readonly string[] => annexe()?.page.footer ?? [];

  /** The document on a blank sheet of the team, then its undo in a runtime that stops once its record has ended. */
  async function undoInRuntimeThatStops(): Promise<void> {
    excel.dispose();
    const start = ledgerWorkbook(convention2023(), LEDGER);
    const blank = { name: 'Annexe 1', used: null, values: [], formulas: new Map(), hiddenRows: new Set<number>() };
    const sheet = { ...blank, id: '90', visibility: 'visible', isProtected: false } as const;
    excel = startExcel(gridOfSnapshot({ ...start, sheets: [...start.sheets, sheet] }));
    let stop: () => void = () => undefined;
    const stopped = new Promise<void>((done) => (stop = done));
    let isUndoing = false;
    const session = await openSession((options, batch) => {
      if (!isUndoing || !isUndoneState(stateOfRecord())) return toExcel(options, batch);
      stop();
      return new Promise(() => undefined);
    });
    await generate(session, ['annexe1']);
    isUndoing = true;
    void session.undo();
    await stopped;
    await excel.host.settled();
  }

  function stateOfRecord(): string {
    const state = { top: UNDO_ROWS.state, left: 0, rows: 1, columns: 1 };
    return String(excel.grid.readValues(sheetNamed(UNDO_SHEET)?.id ?? '', state)[0]?.[0]);
  }

  test('the next start names the sheet, and offers no undo of what is undone already', async () => {
    await undoInRuntimeThatStops();
    expect(footer()).not.toEqual(['', '', '']);
    expect((await openSession()).state()).toMatchObject({
      notice: { kind: 'undressed', purpose: 'undo', sheets: ['Annexe 1'] },
      undoable: null,
    });
  });

  test('the next writing ends it', async () => {
    await undoInRuntimeThatStops();
    await generate(await openSession(), ['annexe1']);
    expect((await openSession()).state()).toMatchObject({ notice: null, undoable: 'documents' });
  });

  test('put away, it is reported no more', async () => {
    await undoInRuntimeThatStops();
    const session = await openSession();
    await session.forgetMissingPage();
    expect(session.state().notice).toBeNull();
    expect((await openSession()).state()).toMatchObject({ notice: null, undoable: null });
    expect(sheetNamed(UNDO_SHEET)).toBeUndefined();
  });

  test('a page that is restored, or that Excel refuses to restore, is not reported at the next start', async () => {
    for (const isRefused of [false, true]) {
      const session = await openSession();
      await generate(session, ['annexe1']);
      if (isRefused) excel.host.model.weaknesses.add('noPrinter');
      await session.undo();
      expect((await openSession()).state()).toMatchObject({ notice: null, undoable: null });
      expect(sheetNamed(UNDO_SHEET)).toBeUndefined();
    }
  });
});

test('a record that somebody changed reports nothing', async () => {
  await writeInRuntimeThatStops();
  excel.grid.writeCells(sheetNamed(UNDO_SHEET)?.id ?? '', 1, 0, [[{ value: 'complète, ou presque' }]]);
  await excel.host.settled();
  expect((await openSession()).state()).toMatchObject({ notice: null, undoable: null });
});
