/**
 * Plans carried out through the real client: cells hold what was planned, and undo restores every cell, format, name
 * and sheet.
 */
import { control } from '../../../../src/application/control';
import { planDocuments } from '../../../../src/application/documents/documents';
import type { Dossier } from '../../../../src/application/dossier';
import { planInitialise } from '../../../../src/application/writing/initialise';
import { openDossier } from '../../../../src/application/open-dossier';
import { planRepair } from '../../../../src/application/writing/repair';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { DEFAULT_PAGE, type GridPage, type GridWorkbook } from '../../../../workbench/host/grid';
import type { CellValue } from '../../../../src/workbook/cells';
import { isEmptyPlan, type PlannedCell, type WritePlan, type WriteStep } from '../../../../src/workbook/plan';
import { formulaKey, valueAt } from '../../../../src/workbook/snapshot';
import { convention2023 } from '../../../support/conventions';
import { chartOn } from '../../../support/excel/charts';
import { everythingIn, startExcel, valueOf, type StartedExcel } from '../../../support/excel/excel';
import { gridOfSnapshot } from '../../../support/excel/grid-of-snapshot';
import { area, workbookOf } from '../../../support/excel/grid-workbook';
import { sampleDossier } from '../../../support/sample-dossier';

let excel: StartedExcel;
afterEach(() => excel.dispose());

function planOf(steps: readonly WriteStep[], expected: WritePlan['expected'] = []): WritePlan {
  return { purpose: 'repair', expected, steps };
}

function cells(sheet: string, address: string, rows: readonly (readonly (PlannedCell | null)[])[]): WriteStep {
  const { top, left } = area(address);
  return { kind: 'setCells', sheet, top, left, cells: rows };
}

async function applied(plan: WritePlan): Promise<WritePlan> {
  return valueOf(await excel.workbook.apply(plan)).undo;
}

async function dossierOf(): Promise<Dossier> {
  return valueOf(openDossier(await excel.read()));
}

/** Carries the plan out, undoes it, and expects the workbook to be as before. */
async function expectTakenBack(plan: WritePlan): Promise<void> {
  const before = await everythingIn(excel);
  const undo = await applied(plan);
  expect(await everythingIn(excel)).not.toEqual(before);
  await applied(undo);
  expect(await everythingIn(excel)).toEqual(before);
}

describe('the documents of the sample', () => {
  const contents: GridWorkbook = gridOfSnapshot(sampleDossier().workbook);

  async function documents(asOf = '2023-12-31'): Promise<WritePlan> {
    const dossier = await dossierOf();
    return valueOf(planDocuments(dossier, control(dossier, isoDate(asOf))));
  }

  test('are written in eight round trips, with their formulas, and need nothing the second time', async () => {
    excel = startExcel(contents, { computes: true });
    const plan = await documents();
    excel.roundTrips();
    await applied(plan);
    expect(excel.roundTrips()).toBe(8); // 3 for what counts, 5 for the pages
    await excel.host.settled();
    const workbook = await excel.read();
    const annexe = workbook.sheets.find(({ name }) => name === 'Annexe 1');
    expect(annexe?.formulas.size).toBeGreaterThan(5);
    expect(workbook.names.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['ENV_Doc_Annexe1', 'ENV_Doc_Bilan']),
    );
    expect(isEmptyPlan(await documents())).toBe(true);
  });

  test('repeat their title on each printed page, and keep the page set-up that the user changed when they are written again', async () => {
    excel = startExcel(contents);
    const pageOfBilan = (): { readonly id: string; readonly page: GridPage } =>
      excel.grid.sheets().find(({ name }) => name === 'Bilan financier 2023')!;
    const before = excel.grid.sheets();
    await applied(await documents());
    const set = pageOfBilan();
    expect(set.page).toMatchObject({
      orientation: 'landscape',
      paper: 'A4',
      pagesWide: 1,
      titleRows: '$1:$2',
      footer: ['&A', '', 'Page &P / &N'],
    });
    expect(set.page.breaks.length).toBeGreaterThan(3);
    for (const { name, page } of before)
      expect([name, excel.grid.sheets().find((sheet) => sheet.name === name)?.page]).toEqual([name, page]);
    const own: GridPage = {
      ...DEFAULT_PAGE,
      paper: 'A3',
      footer: ['', 'Confidentiel', ''],
      breaks: [7],
      titleRows: '$1:$1',
    };
    excel.grid.changeSheet(set.id, { page: own });
    await excel.host.settled();
    await applied(await documents('2023-06-30'));
    expect(pageOfBilan().page).toEqual(own);
  });

  test('are undone to the last cell', async () => {
    excel = startExcel(contents);
    await expectTakenBack(await documents());
  });

  test('every certain repair is carried out and undone', async () => {
    excel = startExcel(contents, { computes: true });
    const dossier = await dossierOf();
    const report = control(dossier, isoDate('2023-12-31'));
    const plan = valueOf(planRepair(dossier, report.findings));
    expect(plan.steps.length).toBeGreaterThan(3);
    await expectTakenBack(plan);
    await applied(plan);
    await excel.host.settled();
    const after = await dossierOf();
    expect(valueOf(planRepair(after, control(after, isoDate('2023-12-31')).findings)).steps).toEqual([]);
  });
});

test('the tables of a convention are added to an empty workbook, read back unchanged, and undone', async () => {
  excel = startExcel(workbookOf([{ name: 'Feuil1' }]));
  const plan = valueOf(planInitialise(await excel.read(), convention2023()));
  await expectTakenBack(plan);
  excel.roundTrips();
  await applied(plan);
  expect(excel.roundTrips()).toBe(7); // 2 for what counts, 5 for the pages
  const { tables } = await excel.read();
  expect(tables.map(({ name }) => name)).toContain('ENV_Enveloppes');
});

describe('the contents of a written cell', () => {
  beforeEach(() => {
    const texts = { numberFormat: '@' };
    excel = startExcel(
      workbookOf([{ name: 'A', blocks: { A1: [['avant', { value: 'du texte', ...texts }]], A2: [[1]] } }]),
      { computes: true },
    );
  });

  async function cellAfter(
    cell: PlannedCell,
    address = 'A1',
  ): Promise<{ value: CellValue; formula: string | undefined }> {
    await applied(planOf([cells('A', address, [[cell]])]));
    await excel.host.settled();
    const sheet = (await excel.read()).sheets[0];
    if (!sheet) throw new Error('no sheet');
    const { top, left } = area(address);
    return { value: valueAt(sheet, top, left), formula: sheet.formulas.get(formulaKey(top, left)) };
  }

  test.each([
    '010300000104',
    '1,5',
    '31/12/2023',
    'VRAI',
    'true',
    '=SOMME(A1)',
    '+33',
    '-',
    '@x',
    "'déjà",
    '1E5',
    '#REF',
    'mars',
    '50 %',
  ])('the text « %s » is written as text', async (text) =>
    expect(await cellAfter({ value: text })).toEqual({ value: text, formula: undefined }),
  );

  test.each([0, -1234.56, true, 1e21])('%s stays itself', async (value) =>
    expect(await cellAfter({ value })).toEqual({ value, formula: undefined }),
  );

  test('nothing empties the cell', async () =>
    expect(await cellAfter({ value: null })).toEqual({ value: null, formula: undefined }));

  test('a formula is computed', async () =>
    expect(await cellAfter({ value: 2, formula: '=A2*2' })).toEqual({ value: 2, formula: '=A2*2' }));

  test('a number written into a text cell is a number', async () =>
    expect((await cellAfter({ value: 12.5 }, 'B1')).value).toBe(12.5));

  test('a code keeps its leading zeros in a cell without format', async () => {
    expect((await cellAfter({ value: '010300000104', style: 'code' }, 'A2')).value).toBe('010300000104');
  });

  test('a cell that the plan omits does not change', async () => {
    await applied(planOf([cells('A', 'A1', [[null, { value: 'après' }]])]));
    expect(valueAt((await excel.read()).sheets[0]!, 0, 0)).toBe('avant');
  });
});

describe('undo of each kind of step, on a sheet of the team', () => {
  const contents = workbookOf(
    [
      {
        name: 'Suivi',
        blocks: {
          A1: [
            [
              { value: 'AE', style: { bold: true, fill: 'FFEE00', bottom: { line: 'double', color: '112233' } } },
              { value: 'CP', style: { horizontal: 'center' } },
            ],
            [
              { value: 0.5, numberFormat: '0.0%' },
              { value: null, formula: '=A2*2', numberFormat: '0.000' },
            ],
          ],
          D1: [
            ['Poste', 'AE'],
            ['a', 1],
          ],
        },
        more: {
          columnWidths: new Map([[0, 130]]),
          freeze: { rows: 1, columns: 2 },
          page: { ...DEFAULT_PAGE, scale: 80, breaks: [1, 8] },
        },
      },
    ],
    [{ name: 'T_Suivi', sheet: 'Suivi', area: 'D1:E2' }],
    [{ name: 'ENV_Doc', refersTo: '=Suivi!$A$1:$B$1' }],
  );

  beforeEach(() => {
    excel = startExcel(contents);
  });

  const styled = (value: CellValue): PlannedCell => ({ value, style: 'heading' });

  test.each<[string, WriteStep[]]>([
    [
      'contents alone',
      [
        cells('Suivi', 'A1', [
          [{ value: 'x' }, null],
          [{ value: 3 }, { value: 'y' }],
        ]),
      ],
    ],
    [
      'contents and looks, over a fill, a border, a format and none',
      [
        cells('Suivi', 'A1', [
          [styled('x'), styled(1)],
          [styled('z'), styled(2)],
          [styled(1), null],
        ]),
      ],
    ],
    [
      'the same cell twice',
      [cells('Suivi', 'A2', [[{ value: 1, style: 'amount' }]]), cells('Suivi', 'A2', [[{ value: 2, style: 'rate' }]])],
    ],
    [
      'a formula over a value, a value over a formula',
      [cells('Suivi', 'A2', [[{ value: 2, formula: '=1+1' }, { value: 4 }]])],
    ],
    [
      'cells written against a table of the team, which stays as long',
      [cells('Suivi', 'D3', [[{ value: 'sous le tableau' }, { value: 1 }]])],
    ],
    ['a table', [{ kind: 'addTable', sheet: 'Suivi', name: 'ENV_T', area: area('A1:B2') }]],
    ['a name that is new', [{ kind: 'setName', name: 'ENV_Neuf', sheet: 'Suivi', area: area('A1:A2') }]],
    ['a name that was elsewhere', [{ kind: 'setName', name: 'ENV_Doc', sheet: 'Suivi', area: area('A2:B2') }]],
    ['a name of a column', [{ kind: 'defineName', name: 'ENV_AE', formula: '=Suivi!$A$2:$A$3' }]],
    ['a name of a list', [{ kind: 'defineName', name: 'ENV_Noms', formula: '={"PDE","Place; des"}' }]],
    ['widths', [{ kind: 'setColumnWidths', sheet: 'Suivi', left: 0, widths: [30, 12] }]],
    ['frozen rows', [{ kind: 'freezeRows', sheet: 'Suivi', rows: 5 }]],
    ['the page', [{ kind: 'setPage', sheet: 'Suivi', landscape: true }]],
    [
      'the page, with breaks among those of the team',
      [{ kind: 'setPage', sheet: 'Suivi', landscape: true, breaks: [3, 8] }],
    ],
    [
      'page breaks that move, one that is new, one that goes',
      [
        {
          kind: 'movePageBreaks',
          sheet: 'Suivi',
          moves: [
            { from: 1, to: 2 },
            { from: null, to: 5 },
            { from: 8, to: null },
          ],
        },
      ],
    ],
    ['a chart', [chartOn('Suivi', 'ENV_Graphique_essai')]],
    ['a highlight', [{ kind: 'highlightWhen', sheet: 'Suivi', area: area('A1:B2'), formula: '=$A1>1' }]],
    [
      'a new sheet with all of it',
      [
        { kind: 'addSheet', sheet: 'Neuve' },
        cells('Neuve', 'A1', [
          [styled('a'), styled('b')],
          [{ value: 1 }, { value: 2 }],
        ]),
        { kind: 'addTable', sheet: 'Neuve', name: 'ENV_T', area: area('A1:B2') },
        { kind: 'setName', name: 'ENV_Neuf', sheet: 'Neuve', area: area('A1:B2') },
        { kind: 'highlightWhen', sheet: 'Neuve', area: area('A1:B2'), formula: '=$A1>1' },
        { kind: 'freezeRows', sheet: 'Neuve', rows: 1 },
        chartOn('Suivi', 'ENV_Graphique_essai', 'Neuve'),
        chartOn('Neuve', 'ENV_Graphique_essai'),
      ],
    ],
  ])('%s', async (_, steps) => expectTakenBack(planOf(steps)));

  test('undoing in reverse order restores the state before both plans', async () => {
    const before = await everythingIn(excel);
    const first = await applied(planOf([cells('Suivi', 'A1', [[styled('un')]])]));
    const second = await applied(planOf([cells('Suivi', 'A1', [[{ value: 'deux', style: 'amount' }]])]));
    await applied(second);
    await applied(first);
    expect(await everythingIn(excel)).toEqual(before);
  });
});

describe('page set-up', () => {
  const page = (name: string): GridPage | undefined => excel.grid.sheets().find((sheet) => sheet.name === name)?.page;

  test('a new sheet: A4, one page wide, its name and the page number in the footer, repeated rows, page breaks', async () => {
    excel = startExcel(workbookOf([{ name: 'A' }]));
    await applied(
      planOf([
        { kind: 'addSheet', sheet: 'Bilan' },
        { kind: 'setPage', sheet: 'Bilan', landscape: true, titleRows: 2, breaks: [9, 30] },
      ]),
    );
    expect(page('Bilan')).toEqual({
      ...DEFAULT_PAGE,
      orientation: 'landscape',
      scale: null,
      pagesWide: 1,
      titleRows: '$1:$2',
      footer: ['&A', '', 'Page &P / &N'],
      breaks: [9, 30],
    });
    expect(page('A')).toEqual(DEFAULT_PAGE);
  });

  test('a footer that is not empty is kept', async () => {
    const footer = ['', 'Confidentiel', ''] as const;
    excel = startExcel(workbookOf([{ name: 'A', more: { page: { ...DEFAULT_PAGE, footer } } }]));
    await applied(planOf([{ kind: 'setPage', sheet: 'A', landscape: false }]));
    expect(page('A')?.footer).toEqual(footer);
  });

  test.each<[string, number[], number[]]>([
    ['a break that stands where it was put goes with its row; that of the team stays', [4, 20], [6, 20]],
    ['a break that the user took away is not put back', [20], [20]],
  ])('%s', async (_, breaks, after) => {
    excel = startExcel(workbookOf([{ name: 'A', more: { page: { ...DEFAULT_PAGE, breaks } } }]));
    const undo = await applied(planOf([{ kind: 'movePageBreaks', sheet: 'A', moves: [{ from: 4, to: 6 }] }]));
    expect(page('A')?.breaks).toEqual(after);
    await applied(undo);
    expect(page('A')?.breaks).toEqual(breaks);
  });

  const DRESSED: WriteStep = { kind: 'setPage', sheet: 'A', landscape: false, breaks: [1] };
  const MOVED: WriteStep = {
    kind: 'movePageBreaks',
    sheet: 'A',
    moves: [
      { from: 1, to: 3 },
      { from: 12, to: null },
    ],
  };

  test.each<[string, WriteStep[], number[]]>([
    ['moves a break that the page set-up before it added', [DRESSED, MOVED], [3, 6]],
    ['is followed by a page set-up that adds one', [MOVED, DRESSED], [1, 6]],
  ])('a step of page breaks that %s, both undone together', async (_, steps, after) => {
    const breaks = [6, 12];
    excel = startExcel(workbookOf([{ name: 'A', more: { page: { ...DEFAULT_PAGE, breaks } } }]));
    const undo = await applied(planOf(steps));
    expect(page('A')?.breaks).toEqual(after);
    await applied(undo);
    expect(page('A')?.breaks).toEqual(breaks);
  });
});

test('a plan too large for one request is sent in several, and undone', async () => {
  excel = startExcel(workbookOf([{ name: 'A', blocks: { A1: [['x']] } }]), { payloadLimit: 3_200_000 });
  const rows = Array.from({ length: 4000 }, (_, row): PlannedCell[] => [
    { value: `ligne ${row}`, style: 'text' },
    { value: row, style: 'amount' },
  ]);
  await expectTakenBack(planOf([{ kind: 'addSheet', sheet: 'Longue' }, cells('Longue', 'A1', rows)]));
});

test('an empty plan sends no request', async () => {
  excel = startExcel(workbookOf([{ name: 'A' }]));
  await applied(planOf([]));
  expect(excel.roundTrips()).toBe(0);
});
