/**
 * The journal: a row for each writing, in the batch of the writing, added and never removed; one sentence when it
 * cannot take a row.
 */
import { withJournal, type JournalEntry } from '../../../src/application/writing/journal';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { JOURNAL } from '../../../src/workbook/workbook-names';
import type { WritePlan, WriteStep } from '../../../src/workbook/plan';
import { findLedgers } from '../../../src/workbook/ledger/find-ledger';
import { serialOfDate } from '../../../src/workbook/serials';
import { findSheet, findTable, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan, emptyWorkbook } from '../../support/apply-plan';

const DAY = isoDate('2023-12-31');
const ZOE: JournalEntry = { on: DAY, author: 'Zoé' };
const SERIAL = serialOfDate(DAY, false);

const put = (
  sheet: string,
  top: number,
  left: number,
  ...rows: readonly (readonly (string | number | null)[])[]
): WriteStep => ({
  kind: 'setCells',
  sheet,
  top,
  left,
  cells: rows.map((row) => row.map((value) => ({ value }))),
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
  const annexe = plan(
    'documents',
    { kind: 'addSheet', sheet: 'Annexe 1' },
    put('Annexe 1', 0, 0, ['a', 'b'], ['c', 'd']),
  );
  const twice = journalled(once, annexe, { on: DAY, author: '' });
  expect(rowsOf(twice).map((row) => row.map((cell) => (typeof cell === 'string' ? plain(cell) : cell)))).toEqual([
    [SERIAL, 'Correction', 'Zoé', 'Suivi!C5, C9', '2 cellules'],
    [SERIAL, 'Génération des documents', null, "'Annexe 1'!A1:B2", '4 cellules ; feuille ajoutée : Annexe 1'],
  ]);
});

test('each kind of writing has its own word; an undo names what it undoes and the sheets that it removes', () => {
  const undo = plan('undo', { kind: 'deleteSheet', sheet: 'Annexe 1' });
  const workbook = applyPlan(emptyWorkbook('Suivi'), plan('documents', { kind: 'addSheet', sheet: 'Annexe 1' }));
  const [row] = rowsOf(journalled(workbook, undo, { ...ZOE, ended: 'documents' }));
  expect(row?.map(plain)).toEqual([
    String(SERIAL),
    'Annulation',
    'Zoé',
    'null',
    'annule : Génération des documents ; feuille retirée : Annexe 1',
  ]);
  const purposes = [
    'documents',
    'copies',
    'reconciliation',
    'initialise',
    'ledger',
    'repair',
    'mapping',
    'acceptance',
    'reading',
    'formulas',
    'values',
    'undo',
  ] as const;
  const words = purposes.map((purpose) => rowsOf(journalled(emptyWorkbook('Suivi'), { ...REPAIR, purpose }))[0]?.[1]);
  expect(new Set(words).size).toBe(purposes.length);
});

test('a writing that writes nothing adds no row', () => {
  expect(withJournal(emptyWorkbook('Suivi'), plan('documents'), ZOE)).toEqual({ ok: true, value: plan('documents') });
});

test('many places are one rectangle and their number; an endless list of sheets is cut', () => {
  const many = plan('repair', ...Array.from({ length: 30 }, (_, row) => put('Suivi', 3 + row * 2, 2, ['x'])));
  expect(plain(rowsOf(journalled(emptyWorkbook('Suivi'), many))[0]?.[3])).toBe('Suivi!C4:C62 (30 plages)');
  const sheets = Array.from({ length: 400 }, (_, index): WriteStep => ({
    kind: 'addSheet',
    sheet: `Feuille très longue ${index}`,
  }));
  expect(String(rowsOf(journalled(emptyWorkbook('Suivi'), plan('documents', ...sheets)))[0]?.[4])).toMatch(/^.{999}…$/);
});

test('the columns are found wherever the team put them; its own stay empty', () => {
  const headings = ['Auteur', 'Visa', 'Plage', 'Détail', 'Action', 'Date'];
  const workbook = applyPlan(
    emptyWorkbook('Traces'),
    plan('repair', put('Traces', 0, 0, headings, ['x', 'x', 'x', 'x', 'x', 1]), {
      kind: 'addTable',
      sheet: 'Traces',
      name: 'ENV_Journal',
      area: { top: 0, left: 0, rows: 2, columns: 6 },
    }),
  );
  const after = journalled(workbook, plan('repair', put('Traces', 9, 9, ['x'])));
  expect(findTable(after, 'ENV_Journal')?.area.rows).toBe(3);
  expect(
    findSheet(after, 'Traces')
      ?.values[2]?.slice(0, 6)
      .map((cell) => (cell === null ? null : plain(cell))),
  ).toEqual(['Zoé', null, 'Traces!J10', '1 cellule', 'Correction', String(SERIAL)]);
});

test('a sheet of the team called Journal is left alone', () => {
  const workbook = applyPlan(emptyWorkbook('Suivi', 'journal'), plan('repair', put('journal', 0, 0, ['à nous'])));
  const after = journalled(workbook, REPAIR);
  expect(after.sheets.map(({ name }) => name)).toEqual(['Suivi', 'journal', 'Journal Enveloppe']);
});

describe('edits by people', () => {
  const kept = journalled(journalled(emptyWorkbook('Suivi'), REPAIR), REPAIR);
  const renamed = { ...kept, tables: kept.tables.map((table) => ({ ...table, name: 'Tableau5' })) };

  test('renamed, it is known by its headings, takes the next row, and is still no ledger', () => {
    const after = journalled(renamed, REPAIR);
    expect(after.sheets.map(({ name }) => name)).toEqual(['Suivi', 'Journal']);
    expect(findTable(after, 'Tableau5')?.area.rows).toBe(4);
    expect(findLedgers(after)).toEqual([]);
  });

  test('edited and sorted, its rows stay as they were left; the next one comes last', () => {
    const edited = applyPlan(kept, plan('repair', put('Journal', 4, 1, ['mon mot', 'moi'])));
    const after = rowsOf(journalled(edited, plan('documents', put('Suivi', 0, 0, ['x']))));
    expect(after.map(([, action]) => action)).toEqual(['mon mot', 'Correction', 'Génération des documents']);
  });

  test('with its rows deleted, it continues with the next one', () => {
    const one = { ...kept, tables: kept.tables.map((table) => ({ ...table, area: { ...table.area, rows: 2 } })) };
    const cleared = applyPlan(one, plan('repair', put('Journal', 5, 0, [null, null, null, null, null])));
    expect(rowsOf(journalled(cleared, REPAIR))).toHaveLength(2);
  });

  test('its sheet deleted, another begins; its table made a range, the next journal names the one that it continues', () => {
    const begun = journalled(emptyWorkbook('Suivi'), REPAIR);
    expect(begun.sheets.map(({ name }) => name)).toEqual(['Suivi', 'Journal']);
    const after = journalled({ ...kept, tables: [] }, REPAIR);
    expect(after.sheets.map(({ name }) => name)).toEqual(['Suivi', 'Journal', 'Journal Enveloppe']);
    expect(plain(findSheet(after, 'Journal Enveloppe')?.values[1]?.[0])).toMatch(
      /^Suite du journal de la feuille « Journal », dont le tableau/,
    );
    expect(findSheet(after, 'Journal')?.values).toEqual(findSheet(kept, 'Journal')?.values);
    expect(journalled({ ...after, tables: [] }, REPAIR).sheets.at(-1)?.name).toBe('Journal Enveloppe 2');
  });

  test('a writing of charts alone gives their number', () => {
    const drawn = plan('documents', { kind: 'deleteChart', sheet: 'Suivi', name: 'ENV_Graphique_etat_PDE_AE_7' });
    expect(plain(rowsOf(journalled(emptyWorkbook('Suivi'), drawn))[0]?.[4])).toBe('1 graphique');
  });
});

test('the journal and the kept undo are never taken for a ledger', () => {
  expect(findLedgers(journalled(emptyWorkbook('Suivi'), REPAIR))).toEqual([]);
});

describe('refused in one sentence, and nothing is written', () => {
  const kept = journalled(emptyWorkbook('Suivi'), REPAIR);
  const withSheet = (
    change: (sheet: WorkbookSnapshot['sheets'][number]) => Partial<WorkbookSnapshot['sheets'][number]>,
  ): WorkbookSnapshot => ({
    ...kept,
    sheets: kept.sheets.map((sheet) => (sheet.name === 'Journal' ? { ...sheet, ...change(sheet) } : sheet)),
  });
  test.each<[string, WorkbookSnapshot, object]>([
    ['a protected journal', withSheet(() => ({ isProtected: true })), { code: 'sheetProtected', sheet: 'Journal' }],
    [
      'a filtered journal',
      withSheet(() => ({ hiddenRows: new Set([4]) })),
      { code: 'tableNotPlain', table: 'ENV_Journal', sheet: 'Journal' },
    ],
    [
      'a totals row',
      { ...kept, tables: kept.tables.map((table) => ({ ...table, hasTotalsRow: true })) },
      { code: 'tableNotPlain' },
    ],
    [
      'something under it',
      applyPlan(kept, plan('repair', put('Journal', 5, 1, ['note']))),
      { code: 'occupied', sheet: 'Journal', cell: 'B6' },
    ],
    [
      'a column taken away',
      {
        ...kept,
        tables: kept.tables.map((table) => ({ ...table, columns: ['Date', 'Action', 'Auteur', 'Plage', 'X'] })),
      },
      { code: 'badConvention', table: 'ENV_Journal', expected: 'Détail' },
    ],
    [
      'no journal and a protected structure',
      { ...emptyWorkbook('Suivi'), structureProtected: true },
      { code: 'structureProtected' },
    ],
  ])('%s', (_, workbook, failure) => {
    expect(withJournal(workbook, REPAIR, ZOE)).toMatchObject({ ok: false, failure });
  });
});
