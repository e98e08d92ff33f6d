/**
 * Documents in a workbook in use, through the real client: what people typed and coloured is kept, a change between the
 * preview and the writing is refused by name, and a writing that fails at any point leaves the workbook as before.
 * Faults are drawn from a seed, printed on failure.
 */
import { planDocuments, type DocumentId } from '../../../../src/application/documents/documents';
import { type Fault, type RefusalName, REFUSALS } from '../../../../workbench/host/faults';
import type { GridName } from '../../../../workbench/host/grid';
import { cellAddress, parseArea, type Area } from '../../../../src/workbook/cells';
import type { Failure } from '../../../../src/workbook/failure';
import { isEmptyPlan, type WritePlan } from '../../../../src/workbook/plan';
import { DocumentReader } from '../../../support/readers/document-reader';
import { everythingIn, startExcel, valueOf, type StartedExcel } from '../../../support/excel/excel';
import { controlled } from '../../../support/ledgers/ledger-workbook';
import { withLine } from '../../../support/ledgers/typing';
import { START, withDocuments } from '../../../support/troubles/scene';
import { gridOf } from '../../../support/troubles/scene-grid';
import { Random } from '../../../support/worlds/random';

const IDS: readonly DocumentId[] = ['annexe1', 'bilan'];
const BILAN = 'Bilan financier 2023';
const DONE = withDocuments(START, IDS);
const COLLEAGUE = 'un collègue';
const RUNS = Number(process.env.FAULT_RUNS ?? 2);

let excel: StartedExcel;
afterEach(() => excel.dispose());

function start(scene = DONE, computes = false): void {
  excel = startExcel(gridOf(scene), { computes });
}

function idOf(sheet: string): string {
  const found = excel.grid.sheets().find(({ name }) => name === sheet);
  if (!found) throw new Error(`no sheet ${sheet}`);
  return found.id;
}

function type(sheet: string, address: string, value: string | number): void {
  const { top, left } = parseArea(address) as Area;
  excel.grid.writeCells(idOf(sheet), top, left, [[{ value }]]);
}

async function planned(): Promise<WritePlan> {
  await excel.host.settled();
  const { dossier, report } = controlled(await excel.read());
  return valueOf(planDocuments(dossier, report, IDS));
}

async function refused(): Promise<Failure> {
  await excel.host.settled();
  const { dossier, report } = controlled(await excel.read());
  const plan = planDocuments(dossier, report, IDS);
  if (plan.ok) throw new Error('was planned');
  return plan.failure;
}

async function reader(sheet: string): Promise<DocumentReader> {
  await excel.host.settled();
  return new DocumentReader(await excel.read(), sheet);
}

describe('what people put in a document is kept', () => {
  test('a comment in its column, a note beside, the colour of a figure; the figure follows the ledger', async () => {
    start(DONE, true);
    const bilan = await reader(BILAN);
    const comment = bilan.find('Frais annexes', 'Observations').address;
    const figure = bilan.find('Frais annexes', 'AE engagées (brut)').address;
    const place = parseArea(figure) as Area;
    type(BILAN, comment, 'Salons du printemps.');
    type(BILAN, 'L3', 'vu le 12/01');
    excel.grid.formatArea(idOf(BILAN), place, { style: { fill: 'FFEE00' } });
    type('Suivi', 'E2', 650);
    valueOf(await excel.workbook.apply(await planned()));
    const after = await reader(BILAN);
    expect(after.find('Frais annexes', 'Observations')).toMatchObject({
      address: comment,
      value: 'Salons du printemps.',
    });
    expect(after.find('Frais annexes', 'AE engagées (brut)')).toMatchObject({ address: figure, value: 650 });
    expect(after.cells().find(({ address }) => address === 'L3')?.value).toBe('vu le 12/01');
    expect(excel.grid.readStyle(idOf(BILAN), place.top, place.left).fill).toBe('FFEE00');
    expect(isEmptyPlan(await planned())).toBe(true);
  });

  test('rows inserted above move it, and it is written at its new place', async () => {
    start();
    excel.grid.insertRows(idOf('Annexe 1'), 0, 3);
    type('Annexe 1', 'A1', 'Pièce n° 4');
    await excel.host.settled();
    const name = (): GridName | undefined => excel.grid.names().find((one) => one.name === 'ENV_Doc_Annexe1');
    expect(name()?.refersTo).toContain('$A$4');
    const title = (await reader('Annexe 1')).cells().find(({ address }) => address === 'A4')?.value;
    type('Annexe 1', 'A4', 'Brouillon');
    valueOf(await excel.workbook.apply(await planned()));
    const after = (await reader('Annexe 1')).cells();
    expect(['A1', 'A4'].map((address) => after.find((cell) => cell.address === address)?.value)).toEqual([
      'Pièce n° 4',
      title,
    ]);
    expect(isEmptyPlan(await planned())).toBe(true);
  });

  test('a row added in it is refused by name', async () => {
    start();
    excel.grid.insertRows(idOf('Annexe 1'), 11, 1);
    expect(await refused()).toEqual({
      code: 'documentAltered',
      sheet: 'Annexe 1',
      cell: 'A12',
      name: 'ENV_Doc_Annexe1',
      what: 'rowAdded',
    });
  });

  test('a row deleted in it is refused by name', async () => {
    start();
    excel.grid.deleteRows(idOf('Annexe 1'), 11, 1);
    expect(await refused()).toMatchObject({ code: 'documentAltered', sheet: 'Annexe 1', cell: 'A12', what: 'lost' });
  });
});

describe('between the preview and the writing', () => {
  test.each<[string, () => void, Partial<Failure>]>([
    [
      'the sheet of a document is deleted',
      () => excel.grid.deleteSheet(idOf('Annexe 1')),
      { code: 'sheetMissing', sheet: 'Annexe 1' },
    ],
    [
      'the sheet of a document is renamed',
      () => excel.grid.changeSheet(idOf('Annexe 1'), { name: 'Envoi' }),
      { code: 'sheetMissing', sheet: 'Annexe 1' },
    ],
    [
      'its sheet is protected',
      () => excel.grid.changeSheet(idOf('Annexe 1'), { isProtected: true }),
      { code: 'sheetProtected', sheet: 'Annexe 1' },
    ],
    [
      'somebody writes where it goes',
      () => type('Annexe 1', 'A1', 'Version du 3 mai'),
      { code: 'changedMeanwhile', sheet: 'Annexe 1', cell: 'A1' },
    ],
    [
      'its cells are merged',
      () => excel.grid.merge(idOf('Annexe 1'), parseArea('A1:B12') as Area),
      { code: 'mergedCells', sheet: 'Annexe 1' },
    ],
    [
      'rows are inserted above it',
      () => excel.grid.insertRows(idOf('Annexe 1'), 0, 2),
      { code: 'changedMeanwhile', sheet: 'Annexe 1' },
    ],
  ])('%s', async (_, happens, failure) => {
    start();
    for (const [address, text] of [
      ['A1', 'Brouillon'],
      ['A12', 'Autre poste'],
    ] as const)
      type('Annexe 1', address, text);
    const plan = await planned();
    expect(isEmptyPlan(plan)).toBe(false);
    happens();
    const before = await everythingIn(excel);
    const result = await excel.workbook.apply(plan);
    expect(result).toMatchObject({ ok: false, failure });
    expect(await everythingIn(excel)).toEqual(before);
  });

  test('a sheet of its name is added', async () => {
    start(START);
    const plan = await planned();
    excel.grid.addSheet('annexe 1');
    const before = await everythingIn(excel);
    expect(await excel.workbook.apply(plan)).toMatchObject({ ok: false, failure: { code: 'nameTaken' } });
    expect(await everythingIn(excel)).toEqual(before);
  });

  test('somebody is typing in a cell: nothing is written until they are done', async () => {
    start(START, true);
    const plan = await planned();
    const before = await everythingIn(excel);
    excel.host.faults.startCellEdit();
    expect(await excel.workbook.apply(plan)).toEqual({ ok: false, failure: { code: 'cellBeingEdited' } });
    excel.host.faults.endCellEdit();
    expect(await everythingIn(excel)).toEqual(before);
    valueOf(await excel.workbook.apply(plan));
    expect(isEmptyPlan(await planned())).toBe(true);
  });
});

describe('somebody changes the workbook during the writing: their change is kept, and ours is complete or absent', () => {
  const changes: readonly (readonly [string, Fault])[] = [
    ['a document is renamed', { kind: 'renameSheet', sheet: BILAN, to: 'Envoi' }],
    ['a document is deleted', { kind: 'deleteSheet', sheet: BILAN }],
    ['a document is protected', { kind: 'protectSheet', sheet: BILAN }],
    ['the ledger is renamed', { kind: 'renameSheet', sheet: 'Suivi', to: 'Suivi 2024' }],
    ['references are lost', { kind: 'loseReferences' }],
  ];

  function begin(): void {
    start();
    for (const sheet of ['Annexe 1', BILAN]) type(sheet, 'A1', 'Brouillon');
  }

  /** As requested by the pane: the undo is kept in the workbook, and is dropped when the writing fails. */
  async function kept(): Promise<WritePlan> {
    return { ...(await planned()), keepsUndo: true };
  }

  /** The workbook when only the change is made, or when the change is made after the writing. */
  async function alone(fault: Fault, isWritten: boolean): Promise<unknown> {
    begin();
    if (isWritten) valueOf(await excel.workbook.apply(await kept()));
    excel.host.faults.next(fault);
    await excel.read();
    const found = await everythingIn(excel);
    excel.dispose();
    return found;
  }

  test.each(changes)('%s', async (_, fault) => {
    const [before, after] = [await alone(fault, false), await alone(fault, true)];
    for (const batch of [0, 1, 2]) {
      begin();
      const plan = await kept();
      excel.host.faults.at(batch, fault);
      const result = await excel.workbook.apply(plan);
      expect([batch, await everythingIn(excel)]).toEqual([batch, result.ok ? after : before]);
      if (!result.ok) expect(result.failure.code).not.toBe('halfWritten');
      excel.dispose();
    }
    begin();
  });
});

describe('a failed writing changes nothing', () => {
  /** A first generation, and one over existing documents with comments and moved rows. */
  const scenes: readonly (readonly [string, () => void])[] = [
    ['the first time', () => start(START)],
    ['again, on changed data', again],
  ];

  function again(): void {
    start();
    type('Suivi', 'E2', 650);
    type('Convention', 'B3', 'NOR ECOI2336199X');
    type('Annexe 1', 'A1', 'Brouillon');
  }

  /** The contents of the workbook, without what the colleague typed meanwhile. */
  async function state(): Promise<string> {
    const isOurs = (part: unknown): boolean => (part as { readonly value?: unknown } | null)?.value !== COLLEAGUE;
    return JSON.stringify(await everythingIn(excel), (_, part: unknown) =>
      Array.isArray(part) ? part.filter(isOurs) : part,
    );
  }

  function faultOf(
    random: Random,
    batches: number,
    actions: readonly number[],
  ): { readonly batch: number; readonly fault: Fault } {
    const batch = random.whole(0, batches - 1);
    const refusals = Object.keys(REFUSALS) as RefusalName[];
    const faults: readonly Fault[] = [
      { kind: 'failAction', at: random.whole(0, Math.max(0, (actions[batch] ?? 1) - 1)), code: 'GeneralException' },
      { kind: 'failAction', at: random.whole(0, Math.max(0, (actions[batch] ?? 1) - 1)), code: 'ItemNotFound' },
      { kind: 'refuse', refusal: random.pick(refusals) },
      { kind: 'edit', sheet: 'Suivi', address: 'K9', value: COLLEAGUE, remote: true },
    ];
    return { batch, fault: random.pick(faults) };
  }

  test.each(scenes)('%s', async (_, begin) => {
    begin();
    const plan = await planned();
    const before = await state();
    const first = excel.host.requests.length;
    valueOf(await excel.workbook.apply(plan));
    const actions = excel.host.requests.slice(first).map((request) => request.actions);
    const after = await state();
    expect(after).not.toBe(before);
    for (let seed = 1; seed <= RUNS; seed++) {
      excel.dispose();
      begin();
      const same = await planned();
      const { batch, fault } = faultOf(new Random(seed), actions.length, actions);
      excel.host.faults.at(batch, fault);
      const result = await excel.workbook.apply(same);
      const found = await state();
      const expected = result.ok ? after : before;
      expect({ seed, batch, fault, isWhole: found === expected }).toEqual({ seed, batch, fault, isWhole: true });
      if (!result.ok) expect(result.failure.code).not.toBe('halfWritten');
    }
  });
});

test('a comment on a row that moves is announced before the writing: Excel cannot move it with its author', async () => {
  start();
  const { top: row, left: column } = parseArea(
    new DocumentReader(await excel.read(), BILAN).find('Total PDE', 'AE engagées (brut)').address,
  ) as Area;
  const comment = { id: 'c1', sheetId: idOf(BILAN), row, column, content: 'À vérifier' };
  excel.host.model.comments.push(comment, { ...comment, id: 'c2', row: 0, column: 0 });
  const { dossier, report } = controlled(withLine(await excel.read(), 'Frais de mission', 0));
  const [advice] = valueOf(planDocuments(dossier, report, ['bilan'])).advice ?? [];
  expect(advice?.advice).toMatchObject([
    { code: 'attachedStays', kind: 'note', cell: cellAddress(row, column), others: 0 },
  ]);
  expect(advice?.advice[0]).not.toMatchObject({ to: null });
  expect((await planned()).advice).toBeUndefined();
});

describe('a document whose rows move', () => {
  const bands = (): readonly string[] => {
    const area = { top: 0, left: 0, rows: 260, columns: 9 };
    return Array.from({ length: area.rows * area.columns }, (_, index) => {
      const [row, column] = [Math.floor(index / area.columns), index % area.columns];
      const { fill } = excel.grid.readStyle(idOf(BILAN), row, column);
      return fill ? `${cellAddress(row, column)} ${fill}` : '';
    }).filter((text) => text !== '');
  };

  const write = async (): Promise<void> => {
    await excel.host.settled();
    const { dossier, report } = controlled(await excel.read());
    valueOf(await excel.workbook.apply(valueOf(planDocuments(dossier, report, ['bilan']))));
  };
  const addLine = (): void => {
    const table = excel.grid.tables().find(({ name }) => name === 'ENV_Postes')!;
    const { sheetId, area } = table;
    const cells = ['PDE', 'Frais de mission', 100, null, 'alerte'].map((value) => ({ value }));
    excel.grid.writeCells(sheetId, area.top + area.rows, area.left, [cells]);
    excel.grid.changeTable(table.id, { area: { ...area, rows: area.rows + 1 } });
  };
  const total = async (): Promise<string> => (await reader(BILAN)).find('Total PDE', 'AE engagées (brut)').address;

  test('has the fills of its new rows, and the colour that somebody gave to a row follows it', async () => {
    start(START);
    addLine();
    await write();
    const fresh = bands();
    excel.dispose();
    start(START);
    await write();
    const from = await total();
    const { top, left } = parseArea(from) as Area;
    excel.grid.writeCells(idOf(BILAN), top, left, [[{ style: { fill: 'FFFF00' } }]]);
    addLine();
    await write();
    const to = await total();
    expect(to).not.toBe(from);
    expect(bands()).toEqual(fresh.map((text) => (text.startsWith(`${to} `) ? `${to} FFFF00` : text)));
  });
});
