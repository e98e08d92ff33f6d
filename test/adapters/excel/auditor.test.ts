/** The auditor of the simulated days sees each kind of harm: the add-in of these tests does it on purpose. */
import type { AppliedPlan, LiveWorkbook } from '../../../src/application/ports';
import { failure, success, type Result } from '../../../src/domain/result';
import type { Failure } from '../../../src/workbook/failure';
import type { WritePlan } from '../../../src/workbook/plan';
import type { GridCellChange } from '../../../workbench/host/grid';
import { Host } from '../../../workbench/host/host';
import { Auditor } from '../../support/days/auditor';
import { PlainGrid } from '../../support/grid/plain-grid';
import { workbookOf } from '../../support/excel/grid-workbook';

const JOURNAL_ROWS = [
  ['Date', 'Action'],
  [45_291, 'Réparation'],
];

const LOST = 'what somebody typed during repair is lost';

function scene() {
  const grid = new PlainGrid(
    workbookOf(
      [
        { name: 'Suivi', blocks: { A1: [['Montant'], [1000], [2000]] } },
        { name: 'Journal', blocks: { A1: JOURNAL_ROWS } },
      ],
      [{ name: 'ENV_Journal', sheet: 'Journal', area: 'A1:B2' }],
    ),
  );
  const [ledger = '', journal = ''] = grid.sheets().map(({ id }) => id);
  const host = new Host(grid);
  const auditor = new Auditor(grid, host);
  const put = (sheet: string, row: number, cell: GridCellChange): void => grid.writeCells(sheet, row, 0, [[cell]]);
  const byAddin = (act: () => void): void => grid.actingAs('addin', act);
  /** An adapter that carries out a plan in this way. */
  const apply = (act: () => Result<AppliedPlan, Failure>, asked = PLAN): Promise<unknown> =>
    auditor.tap({ apply: async () => act() } as unknown as LiveWorkbook).apply(asked);
  const done = (plan: WritePlan = PLAN): Result<AppliedPlan, Failure> => {
    byAddin(() => put(journal, 2 + rows++, { value: 45_291 }));
    return success({ plan, undo: { ...plan, purpose: 'undo' }, isUndoKept: true });
  };
  let rows = 0;
  return { grid, host, ledger, journal, auditor, put, byAddin, apply, done };
}

const PLAN: WritePlan = {
  purpose: 'repair',
  expected: [],
  steps: [{ kind: 'setCells', sheet: 'Suivi', top: 1, left: 0, cells: [[{ value: 1500 }]] }],
  journal: [{ kind: 'appendRow', sheet: 'Journal', table: 'ENV_Journal', cells: [{ value: 45_291 }, { value: null }] }],
};
const UNDO: WritePlan = { ...PLAN, purpose: 'undo', steps: [] };
const BUSY = failure({ code: 'busy' } as const);

type Scene = ReturnType<typeof scene>;

/** Somebody gives a cell what the plan writes in it next; the plan is refused, and gives back what it was made for. */
const refusedOnSameEntry = ({ apply, byAddin, put, ledger, host }: Scene, answersLost: number): Promise<unknown> =>
  apply(() => {
    put(ledger, 1, { value: 1500 });
    byAddin(() => put(ledger, 1, { value: 1500 }));
    host.answersLost += answersLost;
    byAddin(() => put(ledger, 1, { value: 1000 }));
    return BUSY;
  });

/** The rows of a refused plan are sorted before it gives back what they held. */
const refusedAfterSort = ({ apply, byAddin, put, ledger, auditor }: Scene, isSort: boolean): Promise<unknown> =>
  apply(() => {
    byAddin(() => put(ledger, 1, { value: 1500 }));
    const swap = (): void => [2000, 1500].forEach((value, row) => put(ledger, row + 1, { value }));
    if (isSort) auditor.whileSorting(swap);
    else swap();
    byAddin(() => put(ledger, 2, { value: 1000 }));
    return BUSY;
  });

/** Below a row that a refused plan wrote in the journal, or in it, somebody types; the plan takes its row out. */
const rowTakenOut = ({ apply, byAddin, put, grid, journal }: Scene, typedIn: number): Promise<unknown> =>
  apply(() => {
    byAddin(() => put(journal, 2, { value: 45_291 }));
    put(journal, typedIn, { value: 240 });
    byAddin(() => grid.deleteRows(journal, 2, 1));
    return BUSY;
  });

const tableOver = ({ grid, ledger }: Scene): unknown =>
  grid.addTable({
    ...{ sheetId: ledger, area: { top: 0, left: 0, rows: 3, columns: 1 } },
    ...{ name: 'T_Suivi', hasTotalsRow: false, style: '' },
  });

/** Somebody empties a heading while a plan is under way; the refused plan gives the heading back with its table. */
const headingBack = (at: Scene, hasTable: boolean, heading = 'Montant'): Promise<unknown> =>
  at.apply(() => {
    at.put(at.ledger, 0, { value: null });
    at.byAddin(() => at.put(at.ledger, 0, { value: heading }));
    if (hasTable) tableOver(at);
    return BUSY;
  });

/** Somebody types a number where the table of a refused plan has its heading again. */
const numberAsHeading = (at: Scene, row: number): Promise<unknown> =>
  at.apply(() => {
    at.put(at.ledger, row, { value: 4224 });
    at.byAddin(() => (tableOver(at), at.put(at.ledger, row, { value: '4224' })));
    return BUSY;
  });

/** A formula of which the grid announces no new reference is written over, and restored as it then was. */
const undoneFormula = async ({ apply, done, byAddin, put, ledger, grid }: Scene, restored: string): Promise<void> => {
  put(ledger, 1, { formula: '=B2' });
  const read = grid.readFormulas.bind(grid);
  const rewritten = (formula: string | null): string | null => (formula === '=B2' ? '=B3' : formula);
  grid.readFormulas = (...at) => read(...at).map((row) => row.map(rewritten));
  await apply(() => (byAddin(() => put(ledger, 1, { value: 1500 })), done()));
  await apply(() => (byAddin(() => put(ledger, 1, { formula: restored })), done(UNDO)), UNDO);
};

/** A plan stops half way, with its record and a sheet for what somebody typed; its cells are then undone. */
async function halfWritten({ apply, done, byAddin, grid, put, ledger }: Scene, sheets: readonly string[]) {
  const write = (): void => {
    grid.writeCells(grid.addSheet('ENV_Annulation').id, 0, 0, [[{ value: 'à défaire' }], [{ value: '1' }]]);
    put(ledger, 1, { value: 1500 });
    put(grid.addSheet('Suivi 2').id, 3, { value: 348 });
  };
  await apply(() => (byAddin(write), failure({ code: 'halfWritten', sheets, hostCode: 'noPermission', message: '' })));
  await apply(() => (byAddin(() => put(ledger, 1, { value: 1000 })), done(UNDO)), UNDO);
}

/** Excel refuses a plan; what it covered is given back on a sheet of its own, and the failure names a sheet. */
function refusedWithEntry({ apply, byAddin, grid, put }: Scene, sheet: string) {
  const giveBack = (): void => put(grid.addSheet('Suivi 2').id, 3, { value: 348 });
  const cells = [{ sheet, cell: 'A4' }];
  return apply(() => (byAddin(giveBack), failure({ code: 'editsKept', cells })));
}

/** Somebody types 348 in Annexe 1, which is then deleted; a sheet is added with a content in the same cell. */
function deleteUnder({ grid, put }: Pick<Scene, 'grid' | 'put'>, given: string | null, content = 348): void {
  const { id } = grid.addSheet('Annexe 1');
  grid.actingAs('user', () => put(id, 3, { value: 348 }));
  grid.deleteSheet(id);
  if (given !== null) put(grid.addSheet(given).id, 3, { value: content });
}

/**
 * Somebody empties a cell that a plan has just emptied, or that one person filled since; the refused plan gives it its
 * former content back, which an earlier plan wrote.
 */
async function emptiedUnder({ apply, byAddin, grid, ledger, done }: Scene, entry: number | null = null): Promise<void> {
  const cells = [[{ value: null }]];
  const plan: WritePlan = { ...PLAN, steps: [{ kind: 'setCells', sheet: 'Suivi', top: 1, left: 0, cells }] };
  const put = (value: number | null): void => grid.writeCells(ledger, 1, 0, [[{ value }]]);
  await apply(() => (byAddin(() => put(1500)), done()));
  await apply(() => {
    byAddin(() => put(null));
    if (entry !== null) put(entry);
    put(null);
    byAddin(() => put(1500));
    return BUSY;
  }, plan);
}

/** A rollback gives A2 back, and covers what somebody had just typed in A3; the runtime is then killed. */
function killedRollback({ auditor, byAddin, put, ledger }: Scene, isGivenBack: boolean): Promise<void> {
  const cells = [[{ value: 1500 }], [{ value: null }]];
  const plan: WritePlan = { ...PLAN, steps: [{ kind: 'setCells', sheet: 'Suivi', top: 1, left: 0, cells }] };
  const never = auditor.tap({
    apply: () => {
      byAddin(() => put(ledger, 1, { value: 1500 }));
      put(ledger, 2, { value: 348 });
      byAddin(() => put(ledger, 2, { value: 2000 }));
      if (isGivenBack) byAddin(() => put(ledger, 1, { value: 1000 }));
      return new Promise(() => undefined);
    },
  } as unknown as LiveWorkbook);
  void never.apply(plan);
  auditor.runtimeKilled();
  auditor.checkInterrupted(null);
  return Promise.resolve();
}

/** Somebody types 348 where the add-in then writes, and Excel refuses everything else; the failure gives a content. */
function coverEntry(
  { byAddin, put, ledger }: Pick<Scene, 'byAddin' | 'put' | 'ledger'>,
  content: number,
): Result<AppliedPlan, Failure> {
  put(ledger, 1, { value: 348 });
  byAddin(() => put(ledger, 1, { value: 1500 }));
  return failure({ code: 'entriesLost', entries: [{ sheet: 'Suivi', cell: 'A2', content }], sheets: ['Suivi'] });
}

/** A plan empties a cell over what somebody just typed there; another person may empty it too. */
const emptiedOver = ({ apply, done, byAddin, put, ledger, grid }: Scene, isEmptiedToo: boolean): Promise<unknown> => {
  const plan: WritePlan = {
    ...PLAN,
    steps: [{ kind: 'setCells', sheet: 'Suivi', top: 1, left: 0, cells: [[{ value: null }]] }],
  };
  const byPeople = (value: number | null): void => grid.actingAs('user', () => put(ledger, 1, { value }));
  return apply(() => {
    byPeople(348);
    byAddin(() => put(ledger, 1, { value: null }));
    if (isEmptiedToo) byPeople(null);
    return done(plan);
  }, plan);
};

/** Somebody pastes this many rows over those of a plan, which is then refused without giving its cell back. */
const refusedAfterPaste = ({ apply, byAddin, put, ledger, grid }: Scene, rows: number): Promise<unknown> =>
  apply(() => {
    byAddin(() => put(ledger, 1, { value: 1500 }));
    grid.writeCells(
      ledger,
      1,
      1,
      Array.from({ length: rows }, (_, row) => [{ value: row }]),
    );
    return failure({ code: 'editsKept', cells: [{ sheet: 'Suivi', cell: 'A2' }] });
  });

/** A row of three cells is written; people type in so many of them, and the others stay as written. */
const refusedUnder = ({ apply, byAddin, grid, ledger }: Scene, typed: number): Promise<unknown> => {
  const row = [{ value: 'SF' }, { value: 'Frais' }, { value: 12 }];
  const write = (values: readonly GridCellChange[]): void => grid.writeCells(ledger, 5, 0, [values]);
  const plan: WritePlan = { ...PLAN, steps: [{ kind: 'setCells', sheet: 'Suivi', top: 5, left: 0, cells: [row] }] };
  return apply(() => {
    byAddin(() => write(row));
    write(Array.from({ length: typed }, (_, number) => ({ value: 4220 + number })));
    return failure({ code: 'editsKept', cells: [{ sheet: 'Suivi', cell: 'A6' }] });
  }, plan);
};

/** A row is inserted during the rollback, which writes in another row, and gives that one its content back. */
const refusedByPosition = ({ apply, byAddin, grid, ledger, put }: Scene, given: number): Promise<unknown> =>
  apply(() => {
    byAddin(() => put(ledger, 1, { value: 1500 }));
    grid.insertRows(ledger, 1, 1);
    grid.actingAs('user', () => put(ledger, 1, { value: 348 }));
    byAddin(() => put(ledger, 1, { value: 1000 }));
    byAddin(() => [given, 1000].forEach((value, row) => put(ledger, row + 1, { value })));
    return BUSY;
  });

const HARMS: readonly (readonly [what: string, act: (at: Scene) => unknown, seen: string | null])[] = [
  [
    'a plan carried out',
    ({ apply, done, byAddin, put, ledger }) => apply(() => (byAddin(() => put(ledger, 1, { value: 1500 })), done())),
    null,
  ],
  ['rows pasted over those of a refused plan, of which a cell is named', (at) => refusedAfterPaste(at, 100), null],
  ['a few cells beside it: its row is known', (at) => refusedAfterPaste(at, 3), 'stay changed: Suivi!A2'],
  ['a row that people typed over for the most part', (at) => refusedUnder(at, 2), null],
  ['the same, of which they changed one cell', (at) => refusedUnder(at, 1), 'stay changed: Suivi!B6'],
  ['a row in the place of a written one, given back', (at) => refusedByPosition(at, 348), null],
  ['the same, left as planned', (at) => refusedByPosition(at, 1500), '348 of somebody is nowhere'],
  ['an entry emptied by the plan', (at) => emptiedOver(at, false), LOST],
  ['the same, in a cell that another person empties then', (at) => emptiedOver(at, true), null],
  ['people who type', ({ put, ledger }) => put(ledger, 1, { value: 7 }), null],
  [
    'a cell without a plan',
    ({ byAddin, put, ledger }) => byAddin(() => put(ledger, 1, { value: 7 })),
    'without a plan',
  ],
  [
    'a cell beside the plan',
    ({ apply, done, byAddin, put, ledger }) =>
      apply(() => (byAddin(() => [1, 2].forEach((row) => put(ledger, row, { value: 1500 }))), done())),
    'outside the plan',
  ],
  ['a plan that wrote nothing', ({ apply, done }) => apply(() => done()), 'said to be written, but not'],
  [
    'a refusal that leaves a cell',
    ({ apply, byAddin, put, ledger }) => apply(() => (byAddin(() => put(ledger, 1, { value: 1500 })), BUSY)),
    'stay changed',
  ],
  [
    'a refusal that restores a cell, to which people then give what the add-in once wrote there',
    async ({ apply, done, byAddin, put, ledger }) => {
      await apply(() => (byAddin(() => put(ledger, 1, { value: 1500 })), done()));
      put(ledger, 1, { value: 900 });
      const writeAndRestore = (): void => [1600, 900].forEach((value) => put(ledger, 1, { value }));
      await apply(() => (byAddin(writeAndRestore), put(ledger, 1, { value: 1500 }), BUSY));
    },
    null,
  ],
  [
    'a refusal that leaves its own content where people had given what the add-in once wrote there',
    async ({ apply, done, byAddin, put, ledger }) => {
      await apply(() => (byAddin(() => put(ledger, 1, { value: 1500 })), done()));
      [900, 1500].forEach((value) => put(ledger, 1, { value }));
      await apply(() => (byAddin(() => put(ledger, 1, { value: 1600 })), BUSY));
    },
    'stay changed',
  ],
  [
    'an edit written over, in rows that then moved',
    ({ grid, apply, byAddin, put, ledger }) =>
      apply(
        () => (
          put(ledger, 1, { value: 'à moi' }),
          byAddin(() => put(ledger, 1, { value: 1500 })),
          grid.actingAs('user', () => grid.insertRows(ledger, 1, 1)),
          byAddin(() => put(ledger, 2, { value: 1000 })),
          BUSY
        ),
      ),
    'of somebody is nowhere',
  ],
  [
    'a refusal that leaves a cell in rows that moved',
    ({ grid, apply, byAddin, put, ledger }) =>
      apply(
        () => (
          byAddin(() => put(ledger, 1, { value: 1500 })),
          grid.actingAs('user', () => grid.insertRows(ledger, 1, 1)),
          BUSY
        ),
      ),
    'in the moved rows of Suivi 1 cells stay',
  ],
  [
    'a refusal that writes a former content over an entry in rows that then move, and gives the entry on a sheet of its own',
    ({ grid, apply, byAddin, put, ledger }) =>
      apply(() => {
        put(ledger, 1, { value: 'à moi' });
        byAddin(() => put(ledger, 1, { value: 1000 }));
        grid.actingAs('user', () => grid.insertRows(ledger, 1, 1));
        byAddin(() => put(grid.addSheet('Suivi 2').id, 1, { value: 'à moi' }));
        return failure({ code: 'editsKept', cells: [{ sheet: 'Suivi 2', cell: 'B2' }] });
      }),
    null,
  ],
  [
    'a refusal that restores a cell in rows that moved',
    ({ grid, apply, byAddin, put, ledger }) =>
      apply(
        () => (
          byAddin(() => put(ledger, 1, { value: 1500 })),
          grid.actingAs('user', () => grid.insertRows(ledger, 1, 1)),
          byAddin(() => put(ledger, 2, { value: 1000 })),
          BUSY
        ),
      ),
    null,
  ],
  [
    'an edit written over',
    ({ apply, done, byAddin, put, ledger }) =>
      apply(() => (put(ledger, 1, { value: 'à moi' }), byAddin(() => put(ledger, 1, { value: 1500 })), done())),
    'is lost',
  ],
  [
    'a writing without its row of the journal',
    ({ apply, byAddin, put, ledger }) =>
      apply(
        () => (byAddin(() => put(ledger, 1, { value: 1500 })), success({ plan: PLAN, undo: UNDO, isUndoKept: true })),
      ),
    'the journal has 1 rows',
  ],
  [
    'an undo that restores nothing',
    async ({ apply, done, byAddin, put, ledger }) => {
      await apply(() => (byAddin(() => put(ledger, 1, { value: 1500 })), done()));
      await apply(() => done(UNDO), UNDO);
    },
    'is not undone',
  ],
  ['an undo that restores a formula as the grid had rewritten it', (at) => undoneFormula(at, '=B3'), null],
  ['the same with another formula', (at) => undoneFormula(at, '=B4'), 'Suivi!A2 is not undone: =B4, it was =B3'],
  [
    'an undo that is refused, and rolled back in a row that moved before it',
    async ({ apply, done, byAddin, grid, put, ledger }) => {
      await apply(() => (byAddin(() => put(ledger, 1, { value: 1500 })), done()));
      grid.actingAs('user', () => grid.insertRows(ledger, 1, 1));
      const undoAndRollBack = (): void => [1000, 1500].forEach((value) => put(ledger, 2, { value }));
      await apply(() => (byAddin(undoAndRollBack), BUSY), UNDO);
    },
    null,
  ],
  [
    'a sheet of ours deleted, where people gave a cell its content back',
    async ({ apply, done, byAddin, grid, put, ledger }) => {
      let added = '';
      const write = (): void => {
        added = grid.addSheet('Doc').id;
        put(added, 0, { value: 'à nous' });
        put(ledger, 1, { value: 1500 });
      };
      await apply(() => (byAddin(write), done()));
      put(added, 0, { value: 'essai' });
      put(added, 0, { value: 'à nous' });
      byAddin(() => grid.deleteSheet(added));
    },
    null,
  ],
  [
    'a sheet deleted while people type in it, with their entry on a new sheet of its name at the end',
    ({ apply, done, byAddin, grid, put }) =>
      apply(() => (byAddin(() => deleteUnder({ grid, put }, 'Annexe 1')), done(UNDO)), UNDO),
    null,
  ],
  [
    'a sheet deleted while people type in it, with their entry on a sheet of another name',
    ({ apply, done, byAddin, grid, put }) =>
      apply(() => (byAddin(() => deleteUnder({ grid, put }, 'Annexe 2')), done(UNDO)), UNDO),
    'the add-in deleted Annexe 1, with 1 cells of people, such as A4 348',
  ],
  [
    'a sheet deleted while people type in it, with another content in the cell at the end',
    ({ apply, done, byAddin, grid, put }) =>
      apply(() => (byAddin(() => deleteUnder({ grid, put }, 'Annexe 1', 349)), done(UNDO)), UNDO),
    'what somebody typed during undo is lost',
  ],
  [
    'a sheet deleted while people type in it, and no sheet of its name at the end',
    ({ apply, done, byAddin, grid, put }) =>
      apply(() => (byAddin(() => deleteUnder({ grid, put }, null)), done(UNDO)), UNDO),
    'the add-in deleted Annexe 1',
  ],
  [
    'an entry that was given back, then deleted with its sheet',
    async ({ apply, done, byAddin, grid, put }) => {
      await apply(() => (byAddin(() => deleteUnder({ grid, put }, 'Annexe 1')), done(UNDO)), UNDO);
      byAddin(() => grid.deleteSheet(grid.sheets().find(({ name }) => name === 'Annexe 1')?.id ?? ''));
    },
    'the add-in deleted Annexe 1',
  ],
  [
    'an entry that is covered, and that the failure gives with its content',
    ({ apply, byAddin, put, ledger }) => apply(() => coverEntry({ byAddin, put, ledger }, 348)),
    null,
  ],
  [
    'an entry that is covered, while the failure gives another content',
    ({ apply, byAddin, put, ledger }) => apply(() => coverEntry({ byAddin, put, ledger }, 349)),
    LOST,
  ],
  [
    'people who delete a sheet with their own entry, while a plan is refused',
    ({ apply, grid, put }) => {
      const { id } = grid.addSheet('Notes');
      return apply(() => (put(id, 3, { value: 348 }), grid.deleteSheet(id), BUSY));
    },
    null,
  ],
  [
    'the undo of a half-written plan leaves an entry given back on a sheet that the failure names',
    (at) => halfWritten(at, ['Suivi', 'Suivi 2']),
    null,
  ],
  [
    'the undo of a half-written plan leaves a sheet that the failure does not name',
    (at) => halfWritten(at, ['Suivi']),
    'the sheet Suivi 2 stays after the undo of repair',
  ],
  [
    'an entry that a refused plan covered, given back on a sheet that the failure names',
    (at) => refusedWithEntry(at, 'Suivi 2'),
    null,
  ],
  [
    'an entry given back on another sheet than the failure names',
    (at) => refusedWithEntry(at, 'Suivi 3'),
    'but 1 cells stay changed: Suivi 2!',
  ],
  [
    'what somebody gave to a cell as the plan then wrote it, when its answer is lost',
    (at) => refusedOnSameEntry(at, 1),
    null,
  ],
  ['the same, although the answer showed it', (at) => refusedOnSameEntry(at, 0), LOST],
  ['a cell that somebody empties when a refused plan has emptied it, given back', (at) => emptiedUnder(at), null],
  ['the same, after an entry of another person there', (at) => emptiedUnder(at, 348), null],
  ['a rollback killed before it gives back what it covered', (at) => killedRollback(at, true), null],
  ['the same, with a written cell left', (at) => killedRollback(at, false), 'an interrupted repair has no undo'],
  ['an entry below a row that the plan takes out', (at) => rowTakenOut(at, 3), null],
  ['the same in that row', (at) => rowTakenOut(at, 2), LOST],
  ['a refused plan, given back where a sort left its row', (at) => refusedAfterSort(at, true), null],
  ['the same, typed by people', (at) => refusedAfterSort(at, false), LOST],
  ['an emptied heading that comes back with the table of a refused plan', (at) => headingBack(at, true), null],
  ['the same without a table', (at) => headingBack(at, false), LOST],
  ['the same with another heading', (at) => headingBack(at, true, 'Colonne1'), LOST],
  ['a number in a heading of a table, of which Excel makes a text', (at) => numberAsHeading(at, 0), null],
  ['a number below it that becomes a text', (at) => numberAsHeading(at, 1), LOST],
  [
    'a sheet with cells of people deleted',
    ({ byAddin, grid, ledger }) => byAddin(() => grid.deleteSheet(ledger)),
    'the add-in deleted Suivi',
  ],
];

test.each(HARMS)('%s', async (_, act, seen) => {
  const at = scene();
  await act(at);
  const { violations } = at.auditor;
  at.auditor.dispose();
  if (seen === null) expect(violations).toEqual([]);
  else expect(violations.join('\n')).toContain(seen);
});
