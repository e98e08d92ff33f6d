/** A table of ours that people made a plain range, or renamed: its cells are named, and nothing is read without them. */
import fc from 'fast-check';
import { planAcceptance } from '../../../src/application/writing/accept';
import { control } from '../../../src/application/control';
import { planInitialise } from '../../../src/application/writing/initialise';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { cellAddress, quoteSheet } from '../../../src/workbook/cells';
import { readConventionTables } from '../../../src/workbook/convention/convention-tables';
import { readColumnChoices } from '../../../src/workbook/registers/column-choices';
import { lostTables } from '../../../src/workbook/registers/lost-tables';
import { readReadingChoices } from '../../../src/workbook/registers/reading-choices';
import { findTable, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { COLUMNS, TABLES, type TableId } from '../../../src/workbook/workbook-names';
import { applyPlan, emptyWorkbook } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';
import { workbookOf } from '../../support/ledgers/workbook-of';
import { opened, sampleDossier } from '../../support/sample-dossier';
import { withoutTable } from '../../support/without-table';

const OF_THE_CONVENTION = [
  ...(['convention', 'envelopes', 'lines', 'imputations', 'movements', 'fungibility', 'partCeilings', 'rap'] as const),
  ...(['requests', 'duties', 'indicators', 'milestones'] as const),
];

const INITIALISED = initialised();

function initialised(): WorkbookSnapshot {
  const workbook = emptyWorkbook('Feuil1');
  const plan = planInitialise(workbook, convention2023());
  if (!plan.ok) throw new Error(plan.failure.code);
  return applyPlan(workbook, plan.value);
}

/** « Convertir en plage »: the cells stay. */
function asRange(workbook: WorkbookSnapshot, id: TableId): WorkbookSnapshot {
  return { ...workbook, tables: workbook.tables.filter(({ name }) => name !== TABLES[id]) };
}

function renamed(workbook: WorkbookSnapshot, id: TableId): WorkbookSnapshot {
  const name = `${TABLES[id]}_82`;
  return {
    ...workbook,
    tables: workbook.tables.map((table) => (table.name === TABLES[id] ? { ...table, name } : table)),
  };
}

function addressOf(workbook: WorkbookSnapshot, id: TableId): string {
  const table = findTable(workbook, TABLES[id]);
  if (!table) throw new Error(`no ${id}`);
  return `${quoteSheet(table.sheet)}!${cellAddress(table.area.top, table.area.left)}`;
}

describe.each(OF_THE_CONVENTION)('%s', (id) => {
  test.each([
    ['made a plain range', asRange],
    ['renamed', renamed],
  ])('%s: the convention is refused at its cells', (_, lose) => {
    expect(readConventionTables(lose(INITIALISED, id))).toMatchObject({
      ok: false,
      failure: {
        code: 'badConvention',
        problem: 'tableLost',
        table: TABLES[id],
        cell: addressOf(INITIALISED, id),
      },
    });
  });
});

describe('every table', () => {
  const EVERY = Object.keys(TABLES) as TableId[];
  const cellsOf = (ids: readonly TableId[]) =>
    new Set(ids.map((id) => ({ table: TABLES[id], cell: addressOf(INITIALISED, id) })));

  function refusedAt(workbook: WorkbookSnapshot): ReadonlySet<{ table: string; cell: string | null }> {
    const read = readConventionTables(workbook);
    if (read.ok || read.failure.code !== 'badConvention') throw new Error('not refused');
    const { table, cell, problem, alsoLost = [] } = read.failure;
    expect(problem).toBe('tableLost');
    return new Set([{ table, cell }, ...alsoLost]);
  }

  test.each([
    ['made a plain range', asRange],
    ['renamed', renamed],
  ])('%s: the convention is refused at the cells of each', (_, lose) => {
    expect(refusedAt(EVERY.reduce(lose, INITIALISED))).toEqual(cellsOf(EVERY));
  });

  test.each<[string, readonly TableId[]]>([
    ['the envelopes are', ['envelopes', 'lines', 'movements', 'reading']],
    ['the terms are', ['convention', 'lines', 'rap']],
  ])('made a plain range, of which %s left: the cells that are left are named', (_, left) => {
    const deleted = EVERY.filter((id) => !left.includes(id)).map((id) => TABLES[id]);
    expect(refusedAt(left.reduce(asRange, deleted.reduce(withoutTable, INITIALISED)))).toEqual(cellsOf(left));
  });

  test('but the terms and the envelopes: the refusal names the others', () => {
    const others = EVERY.filter((id) => id !== 'convention' && id !== 'envelopes');
    expect(refusedAt(others.reduce(renamed, INITIALISED))).toEqual(cellsOf(others));
  });

  test('made a plain range: no second convention is written beside the cells', () => {
    expect(planInitialise(EVERY.reduce(asRange, INITIALISED), convention2023())).toMatchObject({
      ok: false,
      failure: { problem: 'tableLost' },
    });
  });
});

describe('a workbook that has no convention is not refused', () => {
  const KEYS: readonly (readonly string[])[] = ['Délégant', 'Date de fin', 'Exercice', 'Service', 'Ville'].map(
    (key) => [key, 'x'],
  );

  test.each<[string, readonly (readonly string[])[]]>([
    ['one register of a team', [['EJ', 'Montant', 'Exercice']]],
    ['two', [['EJ', 'Montant', 'Exercice'], [], ['Thème', 'Indicateur', 'Valeur', 'Unité', 'Période']]],
    ['budget lines of a team', [Object.values(COLUMNS.lines)]],
    ['settings of a team', [['Clé', 'Valeur'], ...KEYS]],
    ['the envelopes of a team', [['Code', 'Libellé', 'AE', 'CP', 'Exercice']]],
    ['a ledger', [['Enveloppe', 'Poste', 'EJ', 'Date', 'Montant', 'Objet', 'Exercice']]],
  ])('%s', (_, rows) => {
    expect(readConventionTables(workbookOf({ name: 'Feuil1', rows }))).toEqual({ ok: true, value: null });
  });

  test('the same settings with the keys of a convention: they are those of a lost one', () => {
    const rows = [['Clé', 'Valeur'], ...KEYS, ['Délégataire', 'DGE'], ['Date de signature', '01/01/2023']];
    expect(readConventionTables(workbookOf({ name: 'Feuil1', rows }))).toMatchObject({
      failure: { problem: 'tableLost', table: 'ENV_Convention', cell: 'Feuil1!A1' },
    });
  });
});

/** The cells of a table on a sheet of its own, which is no table. */
function range(headings: readonly string[], row: readonly (string | number)[] = []): WorkbookSnapshot {
  return workbookOf({ name: 'Réglages', rows: [['Réglages'], [], headings, row] });
}

test.each([
  ['ENV_Lecture', 'reading', readReadingChoices],
  ['ENV_Colonnes', 'columns', readColumnChoices],
] as const)(
  '%s made a plain range: its decisions would be left out in silence, they are refused',
  (table, id, read) => {
    const found = read(range(Object.values(COLUMNS[id])));
    expect(found).toMatchObject({ ok: false, failure: { problem: 'tableLost', table, cell: 'Réglages!A3' } });
  },
);

test('acceptances that are a plain range: no second register is begun', () => {
  const { workbook } = sampleDossier();
  const rows = [Object.values(COLUMNS.acceptances)];
  const { sheets } = workbookOf({ name: 'Ancien', rows });
  const dossier = opened({ ...asRange(workbook, 'acceptances'), sheets: [...workbook.sheets, ...sheets] });
  const report = control(dossier, isoDate('2023-12-31'));
  const given = { reason: 'Vu', author: 'Zoé', on: isoDate('2023-11-02') };
  expect(planAcceptance(dossier, report, report.findings.slice(0, 1), given)).toMatchObject({
    ok: false,
    failure: { problem: 'tableLost', table: 'ENV_Acceptations' },
  });
});

test.each<[string, readonly string[], TableId | null]>([
  ['as we write them', ['EJ', 'Montant', 'Exercice'], 'rap'],
  ['with a column of the team', ['EJ', 'Montant', 'Exercice', 'Note'], 'rap'],
  ['in another order, other case', ['exercice', 'EJ', 'Montant'], 'rap'],
  ['two of three, in a table of the team', ['EJ', 'Montant'], null],
  ['among many of the team', ['EJ', 'Montant', 'Exercice', 'Tiers', 'Objet', 'Date'], null],
  ['an optional column left out', Object.values<string>(COLUMNS.movements).slice(0, 8), 'movements'],
])('headings %s', (_, headings, id) => {
  expect(lostTables(range(headings), Object.keys(TABLES) as TableId[]).map((lost) => lost.id)).toEqual(id ? [id] : []);
});

test('a document with the same headings, and the undo record, are no table', () => {
  const workbook = range(Object.values(COLUMNS.milestones));
  const document = { name: 'ENV_Doc_Qualitatif', scope: null, refersTo: '=Réglages!$A$3:$E$4' };
  expect(lostTables({ ...workbook, names: [document] }, ['milestones'])).toEqual([]);
  const record = workbookOf({ name: 'ENV_Annulation', rows: [Object.values(COLUMNS.milestones)] });
  expect(lostTables(record, ['milestones'])).toEqual([]);
});

test('nothing is lost while the tables have their names, wherever they are', () => {
  fc.assert(
    fc.property(fc.subarray(Object.keys(TABLES) as TableId[]), (ids) => {
      expect(
        lostTables(
          INITIALISED,
          ids.filter((id) => findTable(INITIALISED, TABLES[id])),
        ),
      ).toEqual([]);
    }),
    { numRuns: 50 },
  );
});
