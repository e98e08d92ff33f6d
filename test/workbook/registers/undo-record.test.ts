/** The undo kept in a workbook: read back as it was written, rejected when any part is not exactly an undo. */
import fc from 'fast-check';
import { undoOfRecord } from '../../../src/application/writing/undo-of-record';
import { undoAsAsked } from '../../../src/application/writing/undo-references';
import type { CellValue } from '../../../src/workbook/cells';
import { UNDO_SHEET } from '../../../src/workbook/workbook-names';
import { ANCHORS } from '../../../src/workbook/registers/sheet-anchors';
import {
  WHATEVER_ID,
  type ChartLook,
  type PlannedCell,
  type WritePlan,
  type WriteStep,
} from '../../../src/workbook/plan';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import {
  encodeUndo,
  readUndoRecord,
  UNDO_DONE,
  UNDO_ROWS,
  UNDO_UNDRESSED,
} from '../../../src/workbook/registers/undo-record';
import { applyPlan, emptyWorkbook } from '../../support/apply-plan';
import { movedChart, plannedChart } from '../../support/excel/charts';

const CHART = plannedChart('ENV_Graphique_bilan_PDE_AE_9_32', 'État');
const LOOK: ChartLook = {
  title: 'Notre titre',
  box: { left: 10.5, top: 0, width: 300, height: 120 },
  series: [{ name: 'Cumul', shape: 'LineMarkers', line: '#B34000' }],
};
const UNDO: WritePlan = {
  sheetIds: [{ sheet: 'Suivi', id: 'Suivi' }],
  purpose: 'undo',
  expected: [
    { sheet: 'Annexe é', top: 0, left: 0, contents: [['Poste', 12.5, true, null, { error: '#N/A' }, '=SUM(A1:A3)']] },
  ],
  steps: [
    { kind: 'deleteSheet', sheet: 'Annexe é', charts: ['ENV_Graphique_etat_PDE_AE'], tables: 1 },
    {
      kind: 'removeList',
      sheet: 'Suivi',
      area: { top: 1, left: 1, rows: 2, columns: 1 },
      prompt: { title: 'Poste', message: 'Voir la note', showPrompt: true },
    },
    {
      kind: 'setCells',
      sheet: 'Suivi',
      top: 3,
      left: 2,
      cells: [[{ value: '0103 😀', numberFormat: '@' }, null, { value: null, formula: '=A1' }]],
    },
    { kind: 'deleteName', name: 'ENV_Doc' },
    { kind: 'deleteChart', sheet: 'Bilan', name: 'ENV_Graphique_bilan_PDE_AE_9_32' },
    {
      kind: 'redrawChart',
      sheet: 'Bilan',
      chart: CHART,
      before: movedChart(CHART, 'ENV_Graphique_bilan_PDE_AE_9_40', 8),
    },
    { kind: 'addChart', sheet: 'Bilan', chart: CHART, look: LOOK },
    {
      kind: 'highlightWhen',
      sheet: 'Bilan',
      area: { top: 0, left: 0, rows: 500, columns: 2 },
      formula: '=$A1<0',
      remove: WHATEVER_ID,
    },
    { kind: 'setColumnWidths', sheet: 'Suivi', left: 0, widths: [12.5] },
    { kind: 'freezeRows', sheet: 'Suivi', rows: 1, columns: 0 },
    {
      kind: 'setPage',
      sheet: 'Suivi',
      landscape: true,
      exactly: { landscape: true, paper: null, scale: 80, pagesWide: null, pagesTall: null },
    },
  ],
};

function holding(texts: readonly (string | null)[], base = emptyWorkbook('Suivi')): WorkbookSnapshot {
  const cells = texts.map((value) => [{ value }]);
  const steps: WriteStep[] = [
    { kind: 'addSheet', sheet: UNDO_SHEET },
    { kind: 'setCells', sheet: UNDO_SHEET, top: 0, left: 0, cells },
  ];
  return applyPlan(base, { purpose: 'undo', expected: [], steps });
}

function put(sheet: string, top: number, left: number, cell: PlannedCell): WriteStep {
  return { kind: 'setCells', sheet, top, left, cells: [[cell]] };
}

function textsOf(undo: WritePlan, isDone = true): string[] {
  const texts = [...(encodeUndo('documents', undo) ?? [])];
  if (isDone) texts[UNDO_ROWS.state] = UNDO_DONE;
  return texts;
}

test('is read back as it was written', () => {
  const undo = { ...UNDO, undoesRecord: '' };
  expect(readUndoRecord(holding(textsOf(UNDO)))).toEqual({ purpose: 'documents', isComplete: true, undo });
  expect(readUndoRecord(holding(textsOf(UNDO, false)))?.isComplete).toBe(false);
  expect(readUndoRecord(emptyWorkbook('Suivi'))).toBeNull();
});

test.each<[string, string, readonly string[] | undefined, readonly string[] | undefined]>([
  ['the page set-up is still missing', UNDO_UNDRESSED, ['Été 2023'], ['Été 2023']],
  ['it followed', UNDO_DONE, ['Été 2023'], undefined],
  ['the plan had none', UNDO_DONE, undefined, undefined],
])('after a writing whose cells are written, %s: the undo is complete', (_, state, sheets, undressed) => {
  const texts = [...(encodeUndo('documents', UNDO, sheets) ?? [])];
  texts[UNDO_ROWS.state] = state;
  const record = readUndoRecord(holding(texts));
  expect(record).toMatchObject({ isComplete: true, undo: UNDO });
  expect(record?.undressed).toEqual(undressed);
});

test.each([[[5]], [['']], [['x'.repeat(32)]], [{ sheet: 'A' }]])(
  'sheets that are no names (%j) are no record of ours',
  (sheets) => {
    const texts = [...(encodeUndo('documents', UNDO, sheets as string[]) ?? [])];
    texts[UNDO_ROWS.state] = UNDO_UNDRESSED;
    expect(readUndoRecord(holding(texts))).toBeNull();
  },
);

test('whatever the cells held, in cells that Excel can hold', () => {
  const content = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(content, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
      (values) => {
        const contents = values.map((row) => row.map((value): CellValue => (Object.is(value, -0) ? 0 : value)));
        const undo: WritePlan = {
          purpose: 'undo',
          expected: [{ sheet: 'S', top: 0, left: 0, contents }],
          steps: [],
          sheetIds: [],
        };
        const texts = textsOf(undo);
        expect(texts.every((text) => text.length <= 8_000)).toBe(true);
        expect(readUndoRecord(holding(texts))?.undo).toEqual({ ...undo, undoesRecord: '' });
      },
    ),
  );
});

/** Texts that no compression makes shorter than half. */
function scrambled(row: number): string {
  return Array.from({ length: 8 }, (_, part) => (Math.imul(row * 8 + part + 1, 0x9e3779b1) >>> 0).toString(36)).join(
    '',
  );
}

test('a large record takes several cells; a larger one is not kept', () => {
  const undo = (rows: number): WritePlan => {
    const contents = Array.from({ length: rows }, (_, row) => [scrambled(row)]);
    return { ...UNDO, expected: [{ sheet: 'S', top: 0, left: 0, contents }] };
  };
  expect(textsOf(undo(2_000)).length).toBeGreaterThan(6);
  expect(readUndoRecord(holding(textsOf(undo(2_000))))?.undo).toEqual({ ...undo(2_000), undoesRecord: '' });
  expect(encodeUndo('documents', undo(60_000))).toBeNull();
});

describe('a record that a person changed is rejected', () => {
  test.each<[string, (texts: string[]) => (string | null)[]]>([
    ['a cell emptied', (texts) => texts.map((text, row) => (row === UNDO_ROWS.first ? null : text))],
    [
      'a letter typed over',
      (texts) => texts.map((text, row) => (row === UNDO_ROWS.first ? `${text.slice(0, 9)}-${text.slice(10)}` : text)),
    ],
    ['another state', (texts) => texts.map((text, row) => (row === UNDO_ROWS.state ? 'finie' : text))],
    ['the checksum cut', (texts) => texts.slice(0, -1)],
    ['a row added', (texts) => [...texts, 'x']],
  ])('%s', (_, change) => {
    expect(readUndoRecord(holding(change(textsOf(UNDO))))).toBeNull();
  });

  test.each<[string, object]>([
    ['a step that no undo has', { kind: 'addSheet', sheet: 'X' }],
    ['a step of no kind', { sheet: 'X' }],
    [
      'a formula that is none',
      { kind: 'setCells', sheet: 'X', top: 0, left: 0, cells: [[{ value: null, formula: 'A1' }]] },
    ],
    ['a row outside the sheet', { kind: 'setCells', sheet: 'X', top: 2_000_000, left: 0, cells: [] }],
    ['a negative row', { kind: 'setCells', sheet: 'X', top: -1, left: 0, cells: [] }],
    ['a member too many', { kind: 'deleteSheet', sheet: 'X', other: 1 }],
    ['an empty area', { kind: 'resizeTable', sheet: 'X', name: 'T', area: { top: 0, left: 0, rows: 0, columns: 1 } }],
    [
      'half a look',
      { kind: 'setCells', sheet: 'X', top: 0, left: 0, cells: [[{ value: 1, look: { numberFormat: '@' } }]] },
    ],
    ['a chart of the team', { kind: 'deleteChart', sheet: 'X', name: 'Graphique 1' }],
    [
      'a chart of the team to draw',
      { kind: 'redrawChart', sheet: 'X', chart: { ...CHART, name: 'Graphique 1' }, before: CHART },
    ],
    [
      'a chart of a role that there is not',
      { kind: 'addChart', sheet: 'X', chart: { ...CHART, series: [{ ...CHART.series[0], role: 'toString' }] } },
    ],
    ['half a look of a chart', { kind: 'addChart', sheet: 'X', chart: CHART, look: { title: '', box: LOOK.box } }],
    ['a prototype', JSON.parse('{"kind":"constructor","__proto__":{"kind":"deleteSheet"}}') as object],
  ])('%s', (_, step) => {
    const undo = { ...UNDO, steps: [step] } as unknown as WritePlan;
    expect(readUndoRecord(holding(textsOf(undo)))).toBeNull();
  });
});

describe('adapted to the present content of the workbook', () => {
  const cells = [[{ value: 5, formula: "=Sum('Suivi'!B1)" }, { value: 'avant' }]];
  const writing: WritePlan = {
    purpose: 'repair',
    expected: [],
    steps: [{ kind: 'setCells', sheet: 'Suivi', top: 0, left: 0, cells }],
  };
  const undo: WritePlan = {
    purpose: 'undo',
    expected: [{ sheet: 'Suivi', top: 0, left: 0, contents: [['=SUM(Suivi!B1)', 'après']] }],
    steps: [{ kind: 'setCells', sheet: 'Suivi', top: 0, left: 0, cells: [[{ value: 3 }, { value: 'avant' }]] }],
  };
  const now = applyPlan(emptyWorkbook('Suivi'), writing);

  test('a formula that Excel rewrote is the same; a cell edited since is still compared with the written value', () => {
    expect(undoOfRecord(now, { purpose: 'repair', isComplete: true, undo }).expected[0]?.contents).toEqual([
      ["=Sum('Suivi'!B1)", 'après'],
    ]);
  });

  test('after an interrupted writing, the parts not written are expected as before', () => {
    expect(undoOfRecord(now, { purpose: 'repair', isComplete: false, undo }).expected[0]?.contents).toEqual([
      ["=Sum('Suivi'!B1)", 'avant'],
    ]);
  });
});

test.each<[people: string, formula: string, id: string | undefined]>([
  ['left the new sheet', "='Annexe é'!$A$1", 'Annexe é'],
  ['renamed it', '=Bilan!$A$1', 'Bilan'],
  ['renamed it while the workbook was read', '=Annexe_2!$A$1', 'Annexe é'],
  ['inserted a row in it', "='Annexe é'!$A$2", 'Annexe é'],
  ['deleted its first row', "='Annexe é'!#REF!", 'Annexe é'],
  ['deleted it', '=#REF!', 'deleted'],
  ['stopped the writing before it was added', '', undefined],
])('people %s: the formula beside the record shows where it is', (_, formula, id) => {
  const anchor = formula === '' ? [] : [put(UNDO_SHEET, ANCHORS.row, ANCHORS.column, { value: null, formula })];
  const workbook = applyPlan(holding(textsOf(UNDO), emptyWorkbook('Suivi', 'Annexe é', 'Bilan')), {
    purpose: 'undo',
    expected: [],
    steps: anchor,
  });
  const ids = readUndoRecord(workbook)?.undo.sheetIds ?? [];
  expect(ids.find(({ sheet }) => sheet === 'Annexe é')?.id).toBe(id);
});

test('people renamed it before the reading, and again during it: which sheet it is, the next reading shows', () => {
  const formula = "='Annexe 1 bis'!$A$1";
  const workbook = applyPlan(holding(textsOf(UNDO), emptyWorkbook('Suivi', 'Annexe 1', 'Bilan')), {
    purpose: 'undo',
    expected: [],
    steps: [put(UNDO_SHEET, ANCHORS.row, ANCHORS.column, { value: null, formula })],
  });
  const undo = readUndoRecord(workbook)?.undo;
  expect(undo?.sheetIds?.find(({ sheet }) => sheet === 'Annexe é')?.id).toBe('renamed');
  for (const used of ['ask', 'keep', 'delete'] as const)
    expect(undo && undoAsAsked(workbook, undo, used)).toEqual({
      ok: false,
      failure: { code: 'sheetMissing', sheet: 'Annexe é' },
    });
});

test('a workbook saved as another, with new ids: the sheets are known by their names', () => {
  const undo = { ...UNDO, sheetIds: [{ sheet: 'Suivi', id: '{1}' }] };
  expect(readUndoRecord(holding(textsOf(undo)))?.undo.sheetIds).toEqual([]);
});
