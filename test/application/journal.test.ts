/** The journal: a row for each writing, in the batch of the writing, added and never taken away; one sentence when it cannot take a row. */
import { withJournal, type JournalEntry } from '../../src/application/journal';
import { isoDate } from '../../src/domain/calendar/civil-date';
import { JOURNAL } from '../../src/workbook/names';
import type { WritePlan, WriteStep } from '../../src/workbook/plan';
import { findLedgers } from '../../src/workbook/find-ledger';
import { serialOfDate } from '../../src/workbook/serials';
import { findSheet, findTable, type WorkbookSnapshot } from '../../src/workbook/snapshot';
import { applyPlan, emptyWorkbook } from '../support/apply-plan';

const DAY = isoDate('2023-12-31');
const ZOE: JournalEntry = { on: DAY, author: 'Zoé' };
const SERIAL = serialOfDate(DAY, false);

const put = (sheet: string, top: number, left: number, ...rows: readonly (readonly (string | number | null)[])[]): WriteStep => ({
  kind: 'setCells', sheet, top, left, cells: rows.map((row) => row.map((value) => ({ value }))),
});
const plan = (purpose: WritePlan['purpose'], ...steps: WriteStep[]): WritePlan => ({ purpose, expected: [], steps });
const REPAIR = plan('repair', put('Suivi', 4, 2, ['x']), put('Suivi', 8, 2, ['y']));

function journalled(workbook: WorkbookSnapshot, asked: WritePlan, entry = ZOE): WorkbookSnapshot {
  const told = withJournal(workbook, asked, entry);
  if (!told.ok) throw new Error(JSON.stringify(told.failure));
  return applyPlan(workbook, told.value);
}

/** The rows under the headings of the journal. */
function rowsOf(workbook: WorkbookSnapshot): unknown[][] {
  const table = findTable(workbook, JOURNAL.table);
  const sheet = table && findSheet(workbook, table.sheet);
  return sheet?.values.slice((table?.area.top ?? 0) + 1).map((row) => [...row]) ?? [];
}

const plain = (text: unknown): string => String(text).replace(/[\u00a0\u202f]/g, ' ');

test('the first writing makes the sheet, the next ones add to it', () => {
  const once = journalled(emptyWorkbook('Suivi'), REPAIR);
  expect(once.sheets.map(({ name }) => name)).toEqual(['Suivi', 'Journal']);
  expect(findTable(once, 'ENV_Journal')?.columns).toEqual(['Date', 'Action', 'Auteur', 'Plage', 'Détail']);
  const annexe = plan('documents', { kind: 'addSheet', sheet: 'Annexe 1' }, put('Annexe 1', 0, 0, ['a', 'b'], ['c', 'd']));
  const twice = journalled(once, annexe, { on: DAY, author: '' });
  expect(rowsOf(twice).map((row) => row.map((cell) => (typeof cell === 'string' ? plain(cell) : cell)))).toEqual([
    [SERIAL, 'Réparation', 'Zoé', 'Suivi!C5, C9', '2 cellules'],
    [SERIAL, 'Génération des documents', null, "'Annexe 1'!A1:B2", '4 cellules ; feuille ajoutée : Annexe 1'],
  ]);
});

test('each kind of writing has its own word; an undo says what it takes back and which sheets go', () => {
  const undo = plan('undo', { kind: 'deleteSheet', sheet: 'Annexe 1' });
  const workbook = applyPlan(emptyWorkbook('Suivi'), plan('documents', { kind: 'addSheet', sheet: 'Annexe 1' }));
  const [row] = rowsOf(journalled(workbook, undo, { ...ZOE, undone: 'documents' }));
  expect(row?.map(plain)).toEqual([String(SERIAL), 'Annulation', 'Zoé', 'null', 'annule : Génération des documents ; feuille retirée : Annexe 1']);
  const purposes = ['documents', 'copies', 'reconciliation', 'initialise', 'repair', 'mapping', 'acceptance', 'undo'] as const;
  const words = purposes.map((purpose) => rowsOf(journalled(emptyWorkbook('Suivi'), { ...REPAIR, purpose }))[0]?.[1]);
  expect(new Set(words).size).toBe(purposes.length);
});

test('a writing that writes nothing tells nothing', () => {
  expect(withJournal(emptyWorkbook('Suivi'), plan('documents'), ZOE)).toEqual({ ok: true, value: plan('documents') });
});

test('many places are one rectangle and their number; an endless list of sheets is cut', () => {
  const many = plan('repair', ...Array.from({ length: 30 }, (_, row) => put('Suivi', 3 + row * 2, 2, ['x'])));
  expect(plain(rowsOf(journalled(emptyWorkbook('Suivi'), many))[0]?.[3])).toBe('Suivi!C4:C62 (30 plages)');
  const sheets = Array.from({ length: 400 }, (_, index): WriteStep => ({ kind: 'addSheet', sheet: `Feuille très longue ${index}` }));
  expect(String(rowsOf(journalled(emptyWorkbook('Suivi'), plan('documents', ...sheets)))[0]?.[4])).toMatch(/^.{999}…$/);
});

test('the columns are found wherever the team put them; its own stay empty', () => {
  const headings = ['Auteur', 'Visa', 'Plage', 'Détail', 'Action', 'Date'];
  const workbook = applyPlan(
    emptyWorkbook('Traces'),
    plan('repair', put('Traces', 0, 0, headings, ['x', 'x', 'x', 'x', 'x', 1]), {
      kind: 'addTable', sheet: 'Traces', name: 'ENV_Journal', area: { top: 0, left: 0, rows: 2, columns: 6 },
    }),
  );
  const after = journalled(workbook, plan('repair', put('Traces', 9, 9, ['x'])));
  expect(findTable(after, 'ENV_Journal')?.area.rows).toBe(3);
  expect(findSheet(after, 'Traces')?.values[2]?.slice(0, 6).map((cell) => (cell === null ? null : plain(cell)))).toEqual([
    'Zoé', null, 'Traces!J10', '1 cellule', 'Réparation', String(SERIAL),
  ]);
});

test('a sheet of the team called Journal is left alone', () => {
  const workbook = applyPlan(emptyWorkbook('Suivi', 'journal'), plan('repair', put('journal', 0, 0, ['à nous'])));
  const after = journalled(workbook, REPAIR);
  expect(after.sheets.map(({ name }) => name)).toEqual(['Suivi', 'journal', 'Journal Enveloppe']);
});

test('the journal and the kept undo are never taken for a ledger', () => {
  expect(findLedgers(journalled(emptyWorkbook('Suivi'), REPAIR))).toEqual([]);
});

describe('refused in one sentence, and nothing is written', () => {
  const kept = journalled(emptyWorkbook('Suivi'), REPAIR);
  const withSheet = (change: (sheet: WorkbookSnapshot['sheets'][number]) => Partial<WorkbookSnapshot['sheets'][number]>): WorkbookSnapshot => ({
    ...kept,
    sheets: kept.sheets.map((sheet) => (sheet.name === 'Journal' ? { ...sheet, ...change(sheet) } : sheet)),
  });
  test.each<[string, WorkbookSnapshot, object]>([
    ['a protected journal', withSheet(() => ({ isProtected: true })), { code: 'sheetProtected', sheet: 'Journal' }],
    ['a filtered journal', withSheet(() => ({ hiddenRows: new Set([4]) })), { code: 'tableNotPlain', table: 'ENV_Journal', sheet: 'Journal' }],
    ['a totals row', { ...kept, tables: kept.tables.map((table) => ({ ...table, hasTotalsRow: true })) }, { code: 'tableNotPlain' }],
    ['something under it', applyPlan(kept, plan('repair', put('Journal', 5, 1, ['note']))), { code: 'occupied', sheet: 'Journal', cell: 'B6' }],
    [
      'a column taken away',
      { ...kept, tables: kept.tables.map((table) => ({ ...table, columns: ['Date', 'Action', 'Auteur', 'Plage', 'X'] })) },
      { code: 'badConvention', table: 'ENV_Journal', expected: 'Détail' },
    ],
    ['no journal and a protected structure', { ...emptyWorkbook('Suivi'), structureProtected: true }, { code: 'structureProtected' }],
  ])('%s', (_, workbook, failure) => {
    expect(withJournal(workbook, REPAIR, ZOE)).toMatchObject({ ok: false, failure });
  });
});
