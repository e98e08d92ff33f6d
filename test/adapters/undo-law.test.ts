/**
 * The law of undo, for every kind of step of a plan, drawn at random over a workbook where each changes something: once
 * written and undone, at once or from the record after a reload, the workbook is as before; a plan that is refused or
 * fails half way leaves it as before too. Undo works in memory and in files as in Excel.
 */
import fc from 'fast-check';
import { undoOfRecord } from '../../src/application/writing/undo-of-record';
import { blankXlsx } from '../../src/adapters/xlsx/write/blank';
import type { Area, CellValue } from '../../src/workbook/cells';
import type { PlannedCell, StyleName, WritePlan, WriteStep } from '../../src/workbook/plan';
import type { WorkbookSnapshot } from '../../src/workbook/snapshot';
import { readUndoRecord } from '../../src/workbook/registers/undo-record';
import { applyPlan } from '../support/apply-plan';
import { chartOn, MONTHS, plannedChart, redrawOn } from '../support/excel/charts';
import { everythingIn, startExcel, valueOf, type StartedExcel } from '../support/excel/excel';
import { area, workbookOf } from '../support/excel/grid-workbook';
import { opened, written } from '../support/readers/xlsx-read';
import { rawEntries } from '../support/readers/zip-parts';

const CHART = 'ENV_Graphique_etat_PDE_AE_7';
const LATER_CHART = 'ENV_Graphique_etat_PDE_AE_17';
/** Undos made in Excel that are carried out in memory and in files. About one plan in three gives one. */
const UNDOS = 16;

/** A sheet of the team with a table, and one of ours with a chart: each step has something to change. */
const BASE: readonly WriteStep[] = [
  { kind: 'addSheet', sheet: 'Suivi' },
  cells(
    'Suivi',
    0,
    0,
    [
      ['Poste', 'AE'],
      ['a', 10],
      ['b', 20],
    ],
    'heading',
  ),
  { kind: 'addTable', sheet: 'Suivi', name: 'T_Suivi', area: area('A1:B3') },
  { kind: 'setColumnWidths', sheet: 'Suivi', left: 0, widths: [30, 9] },
  { kind: 'freezeRows', sheet: 'Suivi', rows: 1, columns: 1 },
  { kind: 'addSheet', sheet: 'État' },
  cells('État', 0, 0, MONTHS, 'amount'),
  cells('État', 10, 0, MONTHS),
  { kind: 'setName', name: 'ENV_Doc_Etat', sheet: 'État', area: area('A1:D20') },
  { kind: 'defineName', name: 'ENV_AE', formula: '=T_Suivi[Poste]' },
  { kind: 'setPage', sheet: 'État', landscape: true, breaks: [6, 12] },
  { kind: 'highlightWhen', sheet: 'État', area: area('A1:D5'), formula: '=$B1>5' },
  chartOn('État', CHART),
];

function cells(
  sheet: string,
  top: number,
  left: number,
  rows: readonly (readonly CellValue[])[],
  style?: StyleName,
): WriteStep {
  return {
    kind: 'setCells',
    sheet,
    top,
    left,
    cells: rows.map((row) => row.map((value): PlannedCell => (style ? { value, style } : { value }))),
  };
}

const sheet = fc.constantFrom('Suivi', 'État', 'Neuve', 'Neuve');
const place: fc.Arbitrary<Area> = fc.record({
  top: fc.integer({ min: 4, max: 30 }),
  left: fc.integer({ min: 0, max: 8 }),
  rows: fc.integer({ min: 1, max: 4 }),
  columns: fc.integer({ min: 1, max: 4 }),
});
const value: fc.Arbitrary<CellValue> = fc.constantFrom<CellValue>(
  'texte',
  '0103',
  '=pas une formule',
  12.5,
  -3,
  0,
  true,
  null,
);
const style = fc.constantFrom<StyleName | undefined>(
  'heading',
  'amount',
  'date',
  'rate',
  'repairedText',
  'totalAmount',
  undefined,
);
const cell: fc.Arbitrary<PlannedCell | null> = fc.oneof(
  fc.constant(null),
  fc
    .record({ value, style })
    .map(({ value: one, style: look }): PlannedCell => (look ? { value: one, style: look } : { value: one })),
  fc.constant<PlannedCell>({ value: 2, formula: '=1+1' }),
);

/** One step of each kind, with any members: some plans are impossible, and refused. */
const step: fc.Arbitrary<readonly WriteStep[]> = fc.oneof(
  fc.constant<WriteStep[]>([{ kind: 'addSheet', sheet: 'Neuve' }]),
  fc
    .tuple(sheet, place, fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }))
    .map(([on, { top, left }, rows]) => [{ kind: 'setCells', sheet: on, top: top - 4, left, cells: rows } as const]),
  fc.tuple(sheet, fc.integer({ min: 40, max: 60 })).map(([on, top]) => [
    cells(on, top, 0, [
      ['Date', 'Action'],
      [1, 'x'],
    ]),
    { kind: 'addTable', sheet: on, name: `ENV_T${top}`, area: { top, left: 0, rows: 2, columns: 2 } } as const,
  ]),
  fc.integer({ min: 2, max: 5 }).map((rows) => [
    {
      ...({ kind: 'resizeTable', sheet: 'Suivi', name: 'T_Suivi' } as const),
      ...{ area: { ...area('A1:B3'), rows }, from: area('A1:B3') },
    },
  ]),
  fc
    .tuple(fc.constantFrom('ENV_Doc_Etat', 'ENV_Neuf'), sheet, place)
    .map(([name, on, at]) => [{ kind: 'setName', name, sheet: on, area: at } as const]),
  fc
    .tuple(fc.constantFrom('ENV_AE', 'ENV_Noms_PDE'), fc.constantFrom('=T_Suivi[AE]', '={"PDE","a, b"}'))
    .map(([name, formula]) => [{ kind: 'defineName', name, formula } as const]),
  fc
    .tuple(sheet, fc.array(fc.integer({ min: 4, max: 40 }), { minLength: 1, maxLength: 4 }))
    .map(([on, widths]) => [{ kind: 'setColumnWidths', sheet: on, left: 1, widths } as const]),
  fc
    .tuple(sheet, fc.nat(3), fc.nat(2))
    .map(([on, rows, columns]) => [{ kind: 'freezeRows', sheet: on, rows, columns } as const]),
  fc
    .tuple(sheet, fc.boolean(), fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 3 }))
    .map(([on, landscape, breaks]) => [{ kind: 'setPage', sheet: on, landscape, breaks } as const]),
  fc.constantFrom<WriteStep[]>([
    {
      kind: 'movePageBreaks',
      sheet: 'État',
      moves: [
        { from: 6, to: 8 },
        { from: null, to: 15 },
        { from: 12, to: null },
      ],
    },
  ]),
  fc.tuple(sheet, place).map(([on, at]) => [
    {
      kind: 'highlightWhen',
      sheet: on,
      area: at,
      formula: `=ROW()>${at.top * 1000 + at.left * 100 + at.rows * 10 + at.columns}`,
    } as const,
  ]),
  fc.constantFrom('Suivi', 'État', 'Neuve').map((on) => [chartOn(on, 'ENV_Graphique_bilan_PDE_AE_9_7', 'État')]),
  fc.constant([redrawOn('État', CHART, LATER_CHART, 10)]),
  fc.constant<WriteStep[]>([{ kind: 'deleteChart', sheet: 'État', name: CHART, drew: plannedChart(CHART, 'État') }]),
);
const plan: fc.Arbitrary<WritePlan> = fc
  .array(step, { minLength: 1, maxLength: 6 })
  .map((steps): WritePlan => ({ purpose: 'documents', expected: [], steps: steps.flat() }))
  .filter(({ steps }) => saysOnce(steps));

/** Our plans have one step for a chart, for a longer table and for the place of a name, and add a chart to a sheet once. */
function saysOnce(steps: readonly WriteStep[]): boolean {
  const charts = steps.filter(({ kind }) => kind === 'redrawChart' || kind === 'deleteChart').length;
  const names = steps.flatMap((one) => (one.kind === 'setName' || one.kind === 'defineName' ? [one.name] : []));
  const added = steps.flatMap((one) => (one.kind === 'addChart' ? [one.sheet] : []));
  const tables = steps.filter(({ kind }) => kind === 'resizeTable').length;
  return charts <= 1 && tables <= 1 && [names, added].every((list) => new Set(list).size === list.length);
}

/** A new workbook for each drawn plan, so that runs are independent. */
async function withExcel(run: (excel: StartedExcel, before: unknown) => Promise<void>): Promise<void> {
  const excel = startExcel(workbookOf([{ name: 'Feuil1' }]), { computes: true });
  try {
    valueOf(await excel.workbook.apply({ purpose: 'documents', expected: [], steps: BASE }));
    await run(excel, await everythingIn(excel));
  } finally {
    excel.dispose();
  }
}

const RUNS = { numRuns: Number(process.env.UNDO_RUNS ?? '10') };

describe('in Excel', () => {
  test('a written plan is undone, and a refused one writes nothing', () =>
    fc.assert(
      fc.asyncProperty(plan, (drawn) =>
        withExcel(async (excel, before) => {
          const applied = await excel.workbook.apply(drawn);
          if (applied.ok) valueOf(await excel.workbook.apply(applied.value.undo));
          expect(await everythingIn(excel)).toEqual(before);
        }),
      ),
      RUNS,
    ));

  test('also after a reload, from the record in the workbook', () =>
    fc.assert(
      fc.asyncProperty(plan, (drawn) =>
        withExcel(async (excel, before) => {
          fc.pre(!dresses(drawn));
          const applied = await excel.workbook.apply({ ...drawn, keepsUndo: true });
          if (applied.ok) valueOf(await excel.workbook.apply(await keptUndo(excel)));
          expect(await everythingIn(excel)).toEqual(before);
        }),
      ),
      RUNS,
    ));

  test('a writing that Excel stops at any action leaves no trace', () =>
    fc.assert(
      fc.asyncProperty(plan, fc.nat(), (drawn, at) =>
        withExcel(async (excel, before) => {
          fc.pre(!dresses(drawn));
          const asked = excel.host.requests.length;
          const applied = await excel.workbook.apply(drawn);
          if (!applied.ok) return;
          const writing = excel.host.requests.length - asked - 1;
          const actions = excel.host.requests.at(-1)?.actions ?? 1;
          valueOf(await excel.workbook.apply(applied.value.undo));
          excel.host.faults.at(writing, { kind: 'failAction', at: at % actions, code: 'GeneralException' });
          expect(await excel.workbook.apply(drawn)).toMatchObject({ ok: false, failure: { code: 'hostRefused' } });
          expect(await everythingIn(excel)).toEqual(before);
        }),
      ),
      RUNS,
    ));

  test('a table that Excel makes and refuses to name is deleted, whichever action it stops at', () =>
    withExcel(async (excel, before) => {
      const area = { top: 40, left: 0, rows: 2, columns: 2 };
      const cells = [
        ['Date', 'Action'],
        [1, 'x'],
      ].map((row) => row.map((value) => ({ value })));
      const drawn: WritePlan = {
        purpose: 'documents',
        expected: [],
        steps: [
          { kind: 'setCells', sheet: 'Suivi', top: 40, left: 0, cells },
          { kind: 'addTable', sheet: 'Suivi', name: 'ENV_T40', area },
        ],
      };
      const asked = excel.host.requests.length;
      const { undo } = valueOf(await excel.workbook.apply(drawn));
      const writing = excel.host.requests.length - asked - 1;
      const actions = excel.host.requests.at(-1)?.actions ?? 1;
      valueOf(await excel.workbook.apply(undo));
      for (let at = 0; at < actions; at++) {
        excel.host.faults.at(writing, { kind: 'failAction', at, code: 'GeneralException' });
        expect(await excel.workbook.apply(drawn)).toMatchObject({ ok: false, failure: { code: 'hostRefused' } });
        expect([at, await everythingIn(excel)]).toEqual([at, before]);
      }
    }));

  test('a step that leaves every cell alone is undone, from the record too', () =>
    withExcel(async (excel, before) => {
      const nothing: WriteStep = { kind: 'setCells', sheet: 'Suivi', top: 0, left: 0, cells: [[null], [null]] };
      const drawn: WritePlan = { purpose: 'documents', expected: [], steps: [nothing] };
      valueOf(await excel.workbook.apply(valueOf(await excel.workbook.apply(drawn)).undo));
      valueOf(await excel.workbook.apply({ ...drawn, keepsUndo: true }));
      valueOf(await excel.workbook.apply(await keptUndo(excel)));
      expect(await everythingIn(excel)).toEqual(before);
    }));
});

/** True when a plan dresses the sheet that it adds later. */
function dressesEarly({ steps }: WritePlan): boolean {
  const added = steps.findIndex(({ kind }) => kind === 'addSheet');
  return steps.slice(0, Math.max(0, added)).some((one) => 'sheet' in one && one.sheet === 'Neuve');
}

/** True when a plan writes in a heading of the table of « Suivi ». */
function renamesColumn({ steps }: WritePlan): boolean {
  return steps.some((step) => {
    if (step.kind !== 'setCells' || step.sheet !== 'Suivi') return false;
    return step.cells[-step.top]?.some((cell, c) => cell !== null && step.left + c < 2) ?? false;
  });
}

/** Steps that only dress a sheet are written as far as Excel accepts, and are not in the kept undo: `dress.test.ts`. */
function dresses({ steps }: WritePlan): boolean {
  return steps.some(({ kind }) => kind === 'setPage' || kind === 'freezeRows' || kind === 'movePageBreaks');
}

/** The undo as the pane finds it at its next start. */
async function keptUndo(excel: StartedExcel): Promise<WritePlan> {
  await excel.host.settled();
  const workbook = await excel.read();
  const record = readUndoRecord(workbook);
  if (!record) throw new Error('the workbook keeps no undo');
  return undoOfRecord(workbook, record);
}

describe('in memory and in files', () => {
  let undos: readonly { readonly drawn: WritePlan; readonly undo: WritePlan }[];
  beforeAll(async () => {
    const found: { drawn: WritePlan; undo: WritePlan }[] = [];
    await withExcel(async (excel) => {
      for (const drawn of fc.sample(plan, 400)) {
        if (found.length === UNDOS) break;
        const applied = await excel.workbook.apply(drawn);
        if (!applied.ok) continue;
        valueOf(await excel.workbook.apply(applied.value.undo));
        // No plan for a file: one that dresses a sheet that is not there (Excel dresses last), or that gives another
        // name to the column of a table (Excel alone follows its formulas).
        if (!applied.value.undressed?.length && !dressesEarly(drawn) && !renamesColumn(drawn))
          found.push({ drawn, undo: plain(applied.value.undo) });
      }
    });
    undos = found;
  });

  test('in memory, the undo made in Excel restores every value, formula, table, name and chart', () => {
    const base = applyPlan(opened(blankXlsx()).read(), { purpose: 'documents', expected: [], steps: BASE });
    expect(undos).toHaveLength(UNDOS);
    for (const { drawn, undo } of undos)
      expect(contents(applyPlan(applyPlan(base, drawn), undo))).toEqual(contents(base));
  });

  test('so it does in a file; unwritten parts keep their bytes, and no part is left over', () => {
    const base = written(blankXlsx(), ...BASE);
    for (const { drawn, undo } of undos) {
      const after = written(base, ...drawn.steps);
      const back = written(after, ...undo.steps);
      expect(contents(opened(back).read())).toEqual(contents(opened(base).read()));
      const [kept, now] = [rawEntries(base), rawEntries(back)];
      const left = [...now.keys()].filter((path) => !kept.has(path) && !/_rels\/|drawing\d+\.xml$/.test(path));
      expect(left).toEqual([]);
      const untouched = ['docProps/app.xml', 'xl/theme/theme1.xml', '_rels/.rels'].filter((path) => kept.has(path));
      for (const path of untouched) expect(now.get(path)).toEqual(kept.get(path));
    }
  });
});

/** Without looks, which only the adapter that read them can restore. */
function plain(undo: WritePlan): WritePlan {
  const steps = undo.steps.flatMap((one): readonly WriteStep[] => {
    if (one.kind === 'highlightWhen') return [];
    if (one.kind === 'addChart') return [{ kind: 'addChart', sheet: one.sheet, chart: one.chart }];
    if (one.kind !== 'setCells') return [one];
    return [{ ...one, cells: one.cells.map((row) => row.map((put) => put && plainCell(put))) }];
  });
  return { ...undo, expected: [], steps };
}

function plainCell({ value: one, formula }: PlannedCell): PlannedCell {
  return formula === undefined ? { value: one } : { value: one, formula };
}

/** The contents of a snapshot, in any order. */
function contents({ sheets, tables, names }: WorkbookSnapshot): unknown {
  const byName = (one: { readonly name: string }, other: { readonly name: string }): number =>
    one.name.localeCompare(other.name);
  return {
    sheets: sheets.map(({ name, used, values, formulas, charts }) => ({ name, used, values, formulas, charts })),
    tables: [...tables].sort(byName),
    names: [...names].sort(byName),
  };
}
