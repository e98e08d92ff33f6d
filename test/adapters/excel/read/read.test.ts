/** Reading the workbook open in Excel, through the real client: complete, in few round trips of bounded size. */
import { formulaKey, valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../../../../src/workbook/snapshot';
import { startExcel, valueOf, type StartedExcel } from '../../../support/excel/excel';
import { gridOfSnapshot } from '../../../support/excel/grid-of-snapshot';
import { workbookOf } from '../../../support/excel/grid-workbook';
import { sampleDossier } from '../../../support/sample-dossier';

let excel: StartedExcel;
afterEach(() => excel.dispose());

function sheetNamed(workbook: WorkbookSnapshot, name: string): SheetSnapshot {
  const sheet = workbook.sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw new Error(`No sheet ${name}`);
  return sheet;
}

describe('a small workbook', () => {
  const contents = workbookOf(
    [
      {
        name: "Suivi d'été",
        blocks: {
          B3: [
            ['Code', 'Montant', 'Vrai', 'Date'],
            ['010300000104', 1234.56, true, 45_291],
            [{ value: '=pas une formule' }, '=C4*2', false, null],
            [{ value: { error: '#REF!' } }, '=1/0', null, '=""'],
          ],
        },
        more: { hiddenRows: [4], hiddenColumns: [0, 2, 9] },
      },
      { name: 'Vide' },
      { name: 'Cachée', blocks: { A1: [['x']] }, more: { visibility: 'veryHidden', isProtected: true } },
    ],
    [{ name: 'T_Suivi', sheet: "Suivi d'été", area: 'B3:E6' }],
    [
      { name: 'ENV_Bilan', refersTo: "='Suivi d''été'!$B$3:$E$6" },
      { name: 'Local', scope: 'Cachée', refersTo: "='Cachée'!$A$1" },
    ],
  );

  beforeEach(() => {
    excel = startExcel(contents, { computes: true });
  });

  test('values, formulas and errors at their places', async () => {
    const sheet = sheetNamed(await excel.read(), "Suivi d'été");
    expect(sheet.used).toEqual({ top: 2, left: 1, rows: 4, columns: 4 });
    expect(sheet.values).toEqual([
      ['Code', 'Montant', 'Vrai', 'Date'],
      ['010300000104', 1234.56, true, 45_291],
      ['=pas une formule', 2469.12, false, null],
      [{ error: '#REF!' }, { error: '#DIV/0!' }, null, ''],
    ]);
    expect([...sheet.formulas]).toEqual([
      [formulaKey(4, 2), '=C4*2'],
      [formulaKey(5, 2), '=1/0'],
      [formulaKey(5, 4), '=""'],
    ]);
  });

  test('sheets, tables, names, protection, hidden rows and columns', async () => {
    const workbook = await excel.read();
    expect(workbook.name).toBe('Suivi 2023.xlsx');
    expect(
      workbook.sheets.map(({ name, visibility, isProtected, used }) => [name, visibility, isProtected, used !== null]),
    ).toEqual([
      ["Suivi d'été", 'visible', false, true],
      ['Vide', 'visible', false, false],
      ['Cachée', 'veryHidden', true, true],
    ]);
    expect(workbook.sheets[0]?.hiddenRows).toEqual(new Set([4]));
    expect(workbook.sheets.map(({ hiddenColumns }) => hiddenColumns)).toEqual([new Set([2]), undefined, undefined]);
    expect(workbook.tables).toEqual([
      {
        name: 'T_Suivi',
        sheet: "Suivi d'été",
        area: { top: 2, left: 1, rows: 4, columns: 4 },
        columns: ['Code', 'Montant', 'Vrai', 'Date'],
        hasTotalsRow: false,
      },
    ]);
    expect(workbook.names).toEqual([
      { name: 'ENV_Bilan', scope: null, refersTo: "='Suivi d''été'!$B$3:$E$6" },
      { name: 'Local', scope: 'Cachée', refersTo: expect.stringMatching(/^='?Cachée'?!\$A\$1$/) },
    ]);
    expect(workbook.uses1904Dates).toBe(false);
    expect(workbook.structureProtected).toBe(false);
  });

  test.each([0, 1, 2, 3])(
    'a sheet renamed at request %i of the reading: its table and its names are still on it',
    async (at) => {
      excel.host.faults.at(at, { kind: 'renameSheet', sheet: "Suivi d'été", to: 'Renommée' });
      const { sheets, tables, names } = await excel.read();
      const [first] = sheets;
      expect(first?.name).toBe(at === 0 ? 'Renommée' : "Suivi d'été");
      expect(tables.map(({ sheet }) => sheet)).toEqual([first?.name]);
      expect(names[0]?.refersTo).toContain(at === 0 ? 'Renommée' : "Suivi d''été");
    },
  );

  test('four round trips: lists, places, contents, results of formulas', async () => {
    await excel.read();
    expect(excel.roundTrips()).toBe(4);
  });
});

test('the 1904 date system and a protected structure are reported', async () => {
  excel = startExcel({ ...workbookOf([{ name: 'A' }]), uses1904Dates: true, structureProtected: true });
  expect(await excel.read()).toMatchObject({ uses1904Dates: true, structureProtected: true });
});

test('a totals row is outside the table’s area', async () => {
  excel = startExcel(
    workbookOf(
      [{ name: 'A', blocks: { A1: [['AE'], [1], ['Total']] } }],
      [{ name: 'T', sheet: 'A', area: 'A1:A3', hasTotalsRow: true }],
    ),
  );
  expect((await excel.read()).tables).toMatchObject([{ area: { rows: 2 }, hasTotalsRow: true }]);
});

test('the sample reads as it does from the file', async () => {
  const { workbook } = sampleDossier();
  excel = startExcel(gridOfSnapshot(workbook), { computes: true });
  const read = await excel.read();
  for (const sheet of workbook.sheets) {
    const found = sheetNamed(read, sheet.name);
    expect(found.used).toEqual(sheet.used);
    sheet.values.forEach((line, r) => {
      line.forEach((value, c) => {
        const [row, column] = [(sheet.used?.top ?? 0) + r, (sheet.used?.left ?? 0) + c];
        if (!sheet.formulas.has(formulaKey(row, column)))
          expect([row, column, valueAt(found, row, column)]).toEqual([row, column, value]);
      });
    });
  }
  expect(read.tables).toEqual(workbook.tables);
  expect(excel.roundTrips()).toBeLessThanOrEqual(5);
});

describe('a large ledger', () => {
  const ROWS = 20_000;
  const long = (row: number): string =>
    `Prestation n° ${row} « développement », hébergement et accompagnement ${'é'.repeat(row % 40)}`;
  const rows = Array.from({ length: ROWS }, (_, row) => [
    `PDE`,
    1_400_000_000 + row,
    long(row),
    row / 100,
    row % 5000 === 0 ? `=D${row + 1}*2` : row,
  ]);
  const contents = workbookOf([{ name: 'Suivi', blocks: { A1: rows } }]);

  beforeEach(() => {
    excel = startExcel(contents, { computes: true });
  });

  test('is read completely, in answers under 4 MB, yielding to the page in between', async () => {
    const sheet = sheetNamed(await excel.read(), 'Suivi');
    expect(sheet.values).toHaveLength(ROWS);
    expect(sheet.values[19_999]).toEqual(['PDE', 1_400_019_999, long(19_999), 199.99, 19_999]);
    expect(sheet.values[15_000]?.[4]).toBe(300);
    const sizes = excel.host.requests.map(({ responseBytes }) => responseBytes);
    expect(Math.max(...sizes)).toBeLessThan(4_000_000);
    expect(excel.roundTrips()).toBeLessThanOrEqual(10);
    expect(excel.pauses()).toBeGreaterThanOrEqual(2);
  });

  test('when Excel limits its answers, less is requested at once', async () => {
    excel.dispose();
    excel = startExcel(contents, { computes: true, payloadLimit: 600_000 });
    expect(sheetNamed(await excel.read(), 'Suivi').values[19_999]?.[1]).toBe(1_400_019_999);
  });
});

test('a sheet with a leftover value in the last column is refused by its name, not read for minutes', async () => {
  excel = startExcel(workbookOf([{ name: 'Étalée', blocks: { A1: [[1]], XFD900: [[1]] } }]));
  expect(await excel.workbook.read()).toEqual({
    ok: false,
    failure: { code: 'tooLarge', what: 'Étalée', limit: '4000000' },
  });
});

describe('a second reading', () => {
  const contents = workbookOf([
    {
      name: 'Suivi',
      blocks: {
        A1: Array.from({ length: 6000 }, (_, row) => ['PDE', row, `ligne ${row}`, row === 0 ? '=SUM(B2:B6000)' : null]),
      },
    },
    { name: 'Autre', blocks: { A1: [['rien']] } },
  ]);

  beforeEach(async () => {
    excel = startExcel(contents, { computes: true });
    valueOf(await excel.workbook.watch(() => undefined));
    await excel.read();
    excel.roundTrips();
  });

  async function editedBy(
    origin: 'user' | 'coauthor',
    row: number,
    column: number,
    value: number | string,
  ): Promise<WorkbookSnapshot> {
    const sheet = excel.grid.sheets()[0];
    excel.grid.actingAs(origin, () => excel.grid.writeCells(sheet?.id ?? '', row, column, [[{ value }]]));
    await excel.host.settled();
    return valueOf(await excel.workbook.reread());
  }

  test.each(['user', 'coauthor'] as const)(
    'after an edit of a %s, asks for the edited cells and the results of formulas alone',
    async (origin) => {
      const before = excel.host.requests.length;
      const workbook = await editedBy(origin, 10, 1, 1_000_000);
      const sheet = sheetNamed(workbook, 'Suivi');
      expect(valueAt(sheet, 10, 1)).toBe(1_000_000);
      expect(valueAt(sheet, 0, 3)).toBe(18_996_990);
      expect(valueAt(sheet, 5999, 2)).toBe('ligne 5999');
      expect(excel.roundTrips()).toBe(3);
      expect(Math.max(...excel.host.requests.slice(before).map(({ responseBytes }) => responseBytes))).toBeLessThan(
        5000,
      );
    },
  );

  test('does not change the earlier snapshot', async () => {
    const first = await excel.read();
    await editedBy('user', 10, 1, 5);
    expect(valueAt(sheetNamed(first, 'Suivi'), 10, 1)).toBe(10);
  });

  test('a value typed below the last row is read, and the used area grows', async () => {
    const sheet = sheetNamed(await editedBy('user', 6000, 1, 7), 'Suivi');
    expect(sheet.used?.rows).toBe(6001);
    expect(valueAt(sheet, 6000, 1)).toBe(7);
    expect(valueAt(sheet, 6000, 0)).toBeNull();
    expect(valueAt(sheet, 5999, 1)).toBe(5999);
  });

  test('after inserted rows, the whole sheet is read', async () => {
    excel.grid.actingAs('user', () => excel.grid.insertRows(excel.grid.sheets()[0]?.id ?? '', 5, 2));
    await excel.host.settled();
    const sheet = sheetNamed(valueOf(await excel.workbook.reread()), 'Suivi');
    expect(valueAt(sheet, 7, 1)).toBe(5);
    expect(valueAt(sheet, 5, 1)).toBeNull();
    expect(sheet.values).toHaveLength(6002);
  });

  test('after a failed reading, everything is read again: no change reported meanwhile is lost', async () => {
    excel.host.faults.at(2, { kind: 'refuse', refusal: 'activityLimit' });
    excel.grid.actingAs('user', () =>
      excel.grid.writeCells(excel.grid.sheets()[0]?.id ?? '', 10, 1, [[{ value: 99 }]]),
    );
    await excel.host.settled();
    expect(await excel.workbook.reread()).toEqual({ ok: false, failure: { code: 'busy' } });
    expect(valueAt(sheetNamed(valueOf(await excel.workbook.reread()), 'Suivi'), 10, 1)).toBe(99);
  });
});

test('the calculation mode is known after a reading', async () => {
  excel = startExcel(workbookOf([{ name: 'A', blocks: { A1: [[1]] } }]));
  await excel.read();
  expect(excel.workbook.calculatesOnDemand).toBe(false);
  await excel.run(async (context) => {
    context.workbook.application.calculationMode = 'Manual';
    await context.sync();
  });
  await excel.read();
  expect(excel.workbook.calculatesOnDemand).toBe(true);
});
