/** The session over a workbook in memory: its state, its readings, its writings, and the faults that it survives. */
import { proposeMapping } from '../../../src/application/writing/propose-mapping';
import { Session } from '../../../src/application/session/session';
import type { Phase, SessionState } from '../../../src/application/session/session-state';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { Failure } from '../../../src/workbook/failure';
import type { WriteStep } from '../../../src/workbook/plan';
import { findTable, valueAt, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { emptyWorkbook } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';
import { ledgerWorkbook } from '../../support/ledgers/ledger-workbook';
import { HandClock, HandTimers, MemoryWorkbook, noFiles } from '../../support/excel/memory-workbook';
import { sampleDossier } from '../../support/sample-dossier';
import { calculated } from '../../support/known';
import { generate } from '../../support/excel/generate';

const LEDGER = `
Axe ministériel 2 | Poste de dépense | Activité | N° EJ | Date d'engagement | Montant AE | Date de paiement | Montant CP
PDE | Frais annexes | 10300000104 | 1400000001 | 15/02/2023 | 1000 | 10/05/2023 | 600
PDE | Prestations | 10300000104 | 1400000002 | 01/03/2023 | 400000 | |
`;
const AE = { row: 1, column: 5 };

interface Started {
  readonly session: Session;
  readonly workbook: MemoryWorkbook;
  readonly timers: HandTimers;
  readonly clock: HandClock;
  readonly state: () => SessionState;
}

async function started(contents: WorkbookSnapshot = ledgerWorkbook(convention2023(), LEDGER)): Promise<Started> {
  const workbook = new MemoryWorkbook(contents);
  const timers = new HandTimers();
  const clock = new HandClock('2023-12-31');
  const session = new Session(workbook, clock, timers, noFiles);
  await session.start();
  return { session, workbook, timers, clock, state: session.state };
}

function ready(state: SessionState): Extract<Phase, { kind: 'ready' }> {
  if (state.phase.kind !== 'ready') throw new Error(JSON.stringify(state.phase));
  return state.phase;
}

function consumed(state: SessionState): number {
  return calculated(ready(state).report.balances.figures({ envelope: 'PDE', line: null }, 'AE')).consumed.cents / 100;
}

function typed(value: number, { row, column } = AE): WriteStep[] {
  return [{ kind: 'setCells', sheet: 'Suivi', top: row, left: column, cells: [[{ value }]] }];
}

/** Every task that was started is done: the turns of the queue are promises only. */
async function settled(session: Session): Promise<void> {
  await session.goTo({ sheet: 'Suivi', row: 0, column: 0 });
}

describe('reading', () => {
  test('watches first, then reads: an edit in between is not missed', async () => {
    const { workbook, state } = await started();
    expect(workbook.calls).toEqual(['watch', 'read']);
    expect(consumed(state())).toBe(401_000);
    expect(state()).toMatchObject({ activity: 'idle', notice: null, undoable: null });
  });

  test('is loading until then, and notifies each change once', async () => {
    const session = new Session(
      new MemoryWorkbook(emptyWorkbook('A')),
      new HandClock('2023-12-31'),
      new HandTimers(),
      noFiles,
    );
    const seen: SessionState[] = [];
    const stop = session.subscribe(() => seen.push(session.state()));
    expect(session.state()).toMatchObject({ phase: { kind: 'loading' }, functions: null });
    await session.start();
    expect(new Set(seen).size).toBe(seen.length);
    stop();
    const count = seen.length;
    await session.refresh();
    expect(seen).toHaveLength(count);
  });

  test.each<[string, WorkbookSnapshot, Failure['code']]>([
    ['nothing of ours', emptyWorkbook('Feuil1'), 'noConvention'],
    ['a convention and no ledger', ledgerWorkbook(convention2023(), 'Mois | Total\n janvier | 1'), 'noLedger'],
  ])('%s is refused, with what the functions can still answer', async (_, contents, code) => {
    const { state } = await started(contents);
    expect(state().phase).toMatchObject({ kind: 'refused', failure: { code } });
    expect(state().functions?.failure?.code).toBe(code);
    expect(state().functions?.convention === null).toBe(code === 'noConvention');
  });

  test('a refusal at the start is shown; a later one leaves the figures and shows why', async () => {
    const workbook = new MemoryWorkbook(ledgerWorkbook(convention2023(), LEDGER));
    workbook.refuseNext({ code: 'busy' });
    const session = new Session(workbook, new HandClock('2023-12-31'), new HandTimers(), noFiles);
    await session.start();
    expect(session.state().phase).toMatchObject({ kind: 'refused', failure: { code: 'busy' } });
    await session.refresh();
    // Watching is asked again after a refusal, or no edit would ever be notified.
    expect(workbook.calls).toEqual(['watch', 'watch', 'read']);
    expect(session.state().phase.kind).toBe('ready');
    workbook.refuseNext({ code: 'busy' });
    await session.refresh();
    expect(session.state()).toMatchObject({
      phase: { kind: 'ready' },
      notice: { kind: 'failed', failure: { code: 'busy' } },
      activity: 'idle',
    });
    await session.refresh();
    expect(session.state().notice).toBeNull();
  });

  test('shows that Excel keeps it waiting after two seconds, and that it no longer does', async () => {
    const { session, workbook, timers, state } = await started();
    let answer: () => void = () => undefined;
    const reread = workbook.read.bind(workbook);
    workbook.read = () => new Promise((resolve) => (answer = () => void reread().then(resolve)));
    const reading = session.refresh();
    await Promise.resolve().then(() => undefined);
    timers.pass(1999);
    expect(state().activity).toBe('reading');
    timers.pass(1);
    expect(state().activity).toBe('waiting');
    answer();
    await reading;
    expect(state().activity).toBe('idle');
    timers.pass(10_000);
    expect(state().activity).toBe('idle');
  });

  test('knows when the workbook computes on demand', async () => {
    const { session, workbook, state } = await started();
    workbook.calculatesOnDemand = true;
    await session.refresh();
    expect(state().calculatesOnDemand).toBe(true);
  });
});

describe('edits of others', () => {
  test('are read once they pause, however many they are', async () => {
    const { session, workbook, timers, state } = await started();
    for (const amount of [1, 2, 3]) {
      workbook.edit(typed(amount));
      timers.pass(20);
    }
    expect(workbook.calls).toEqual(['watch', 'read']);
    timers.pass(40);
    await settled(session);
    expect(workbook.calls.filter((call) => call === 'reread')).toHaveLength(1);
    expect(consumed(state())).toBe(400_003);
  });

  test('are read after a while even when they never pause', async () => {
    const { session, workbook, timers, state } = await started();
    for (let edit = 1; edit <= 40; edit++) {
      workbook.edit(typed(edit));
      timers.pass(30);
    }
    await settled(session);
    expect(workbook.calls.filter((call) => call === 'reread').length).toBeGreaterThanOrEqual(2);
    timers.pass(1000);
    await settled(session);
    expect(consumed(state())).toBe(400_040);
  });

  test('of a co-author are read and never answered with a write', async () => {
    const { session, workbook, timers } = await started();
    workbook.edit(typed(5), true);
    timers.pass(1000);
    await settled(session);
    expect(workbook.calls).toEqual(['watch', 'read', 'reread', 'goTo']);
  });

  test('nothing is read while nothing changes: no polling', async () => {
    const { workbook, timers } = await started();
    timers.pass(3_600_000);
    expect(workbook.calls).toEqual(['watch', 'read']);
  });

  test('the change of day is noticed at the next reading, unless a date was chosen', async () => {
    const { session, clock, state } = await started();
    clock.show('2024-01-02');
    await session.refresh();
    expect(state().asOf).toBe(isoDate('2024-01-02'));
    session.chooseAsOf(isoDate('2023-02-20'));
    clock.show('2024-01-03');
    await session.refresh();
    expect(state()).toMatchObject({ asOf: isoDate('2023-02-20'), isAsOfChosen: true });
  });
});

describe('the date of the figures', () => {
  test('moves the pane’s figures, not those of the cells', async () => {
    const { session, state } = await started();
    const { functions } = state();
    session.chooseAsOf(isoDate('2023-02-20'));
    expect(consumed(state())).toBe(1_000);
    expect(state().functions).toBe(functions);
    session.chooseAsOf(null);
    expect(consumed(state())).toBe(401_000);
    expect(state().isAsOfChosen).toBe(false);
  });
});

describe('two candidate ledgers', () => {
  const two = (): WorkbookSnapshot => {
    const one = ledgerWorkbook(convention2023(), LEDGER);
    const [sheet] = one.sheets;
    const [table] = one.tables;
    if (!sheet || !table) throw new Error('no ledger');
    const copy = { ...sheet, id: 'copy', name: 'Suivi bis' };
    return {
      ...one,
      sheets: [...one.sheets, copy],
      tables: [...one.tables, { ...table, name: 'T_Bis', sheet: 'Suivi bis' }],
    };
  };

  test('the user chooses, and the choice holds at the next reading', async () => {
    const { session, state } = await started(two());
    expect(state().phase).toMatchObject({
      kind: 'refused',
      failure: { code: 'severalLedgers', candidates: [{ name: 'T_Suivi' }, { name: 'T_Bis' }] },
    });
    session.chooseLedger('T_Bis');
    expect(ready(state()).dossier.blocks[0]?.table).toBe('T_Bis');
    await session.refresh();
    expect(ready(state()).dossier.blocks[0]?.table).toBe('T_Bis');
    session.chooseLedger(null);
    expect(state().phase.kind).toBe('refused');
  });
});

describe('writing', () => {
  test('initialises an empty workbook from a known convention', async () => {
    const { session, workbook, state } = await started(emptyWorkbook('Feuil1'));
    await session.convention.initialise('dgefp-dge-2023');
    expect(findTable(workbook.workbook, 'ENV_Enveloppes')).toBeDefined();
    expect(state()).toMatchObject({
      notice: { kind: 'written', purpose: 'initialise' },
      undoable: 'initialise',
      phase: { failure: { code: 'noLedger' } },
    });
    await session.undo();
    expect(state().phase).toMatchObject({ failure: { code: 'noConvention' } });
    expect(state()).toMatchObject({ notice: { kind: 'written', purpose: 'undo' }, undoable: null });
  });

  test('an unknown convention is refused by its name', async () => {
    const { session, state } = await started(emptyWorkbook('Feuil1'));
    await session.convention.initialise('inconnue');
    expect(state().notice).toMatchObject({ kind: 'failed', failure: { code: 'unknownConvention', id: 'inconnue' } });
  });

  test('repairs what is certain, one or all, and undoes it', async () => {
    const { session, workbook, state } = await started();
    const reading = ready(state());
    const zeroLost = reading.report.findings.flatMap((finding) =>
      finding.rule === 'IMP-04' ? [{ finding, reading }] : [],
    );
    expect(zeroLost).toHaveLength(2);
    await session.findings.repair(zeroLost.slice(0, 1));
    expect(ready(state()).report.findings.filter(({ rule }) => rule === 'IMP-04')).toHaveLength(1);
    await session.findings.repairAll();
    expect(valueAt(workbook.workbook.sheets[0]!, 2, 2)).toBe('010300000104');
    await session.findings.repairAll();
    expect(state().notice).toEqual({ kind: 'nothingToWrite', purpose: 'repair' });
    await session.undo();
    await session.undo();
    expect(ready(state()).report.findings.filter(({ rule }) => rule === 'IMP-04')).toHaveLength(2);
  });

  test('documents are shown before they are written, and need nothing the second time', async () => {
    const { session, workbook, state } = await started(sampleDossier().workbook);
    await session.documents.prepare(['annexe1', 'repartition']);
    expect(state().prepared?.summary).toMatchObject({
      sheetsAdded: ['Annexe 1', 'Répartition AE-CP'],
      sheetsChanged: [],
    });
    expect(workbook.calls).not.toContain('apply');
    session.documents.discardPrepared();
    expect(state().prepared).toBeNull();
    await session.documents.writePrepared();
    expect(workbook.calls).not.toContain('apply');
    await session.documents.prepare(['annexe1']);
    await session.documents.writePrepared();
    expect(state()).toMatchObject({
      prepared: null,
      undoable: 'documents',
      notice: { kind: 'written', summary: { sheetsAdded: ['Annexe 1'] } },
    });
    await session.documents.prepare(['annexe1']);
    expect(state()).toMatchObject({ prepared: null, notice: { kind: 'nothingToWrite' } });
    await generate(session);
    expect(workbook.workbook.sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Annexe 2', 'Bilan financier 2023']),
    );
    await session.undo();
    await session.undo();
    expect(workbook.workbook.sheets.map(({ name }) => name)).not.toContain('Annexe 1');
  });

  const note = (sheet: string, row: number, column: number): WriteStep[] => [
    { kind: 'setCells', sheet, top: row, left: column, cells: [[{ value: 'à rappeler lundi' }]] },
  ];

  /** The 2023 convention and its ledger, with a sheet that is part of neither. */
  async function startedBesideNotes(): Promise<Started> {
    const { workbook } = sampleDossier();
    const [first] = workbook.sheets;
    if (!first) throw new Error('the sample has a sheet');
    return started({ ...workbook, sheets: [...workbook.sheets, { ...first, id: 'notes', name: 'Notes', values: [] }] });
  }

  test.each<[string, WriteStep[]]>([
    ['on a sheet that is no part of the reading', note('Notes', 3, 1)],
    ['in a cell outside of every table', note('Convention', 60, 25)],
  ])('a preview stays through an edit %s', async (_, edit) => {
    const { session, workbook, timers, state } = await startedBesideNotes();
    await session.documents.prepare(['annexe1', 'bilan']);
    const { plan } = state().prepared ?? {};
    workbook.edit(edit);
    timers.pass(1000);
    await settled(session);
    expect(workbook.calls).toContain('reread');
    expect(state()).toMatchObject({ prepared: { plan }, notice: null });
    await session.documents.writePrepared();
    expect(state()).toMatchObject({ prepared: null, notice: { kind: 'written', closesPreview: false } });
  });

  test('a preview is closed, with its reason, by an edit that makes its plan another', async () => {
    const { session, workbook, timers, state } = await started();
    await session.documents.prepare(['bilan']);
    expect(state().prepared).not.toBeNull();
    workbook.edit(typed(5));
    timers.pass(1000);
    await settled(session);
    expect(state()).toMatchObject({ prepared: null, notice: { kind: 'previewOvertaken' } });
  });

  test('a preview of figures at another date than the one chosen since is closed, with its reason', async () => {
    const { session, state } = await started();
    await session.documents.prepare(['bilan']);
    session.chooseAsOf(isoDate('2023-02-01'));
    await settled(session);
    expect(state()).toMatchObject({ prepared: null, notice: { kind: 'previewOvertaken' } });
  });

  test('a writing that makes the plan of an open preview another closes it, and its message reports both', async () => {
    const { session, state } = await started();
    await session.documents.prepare(['bilan']);
    await session.findings.repairAll();
    expect(state()).toMatchObject({
      prepared: null,
      notice: { kind: 'written', purpose: 'repair', closesPreview: true },
    });
  });

  test('a preview stays open when Excel cannot be read at the moment of writing', async () => {
    const { session, workbook, state } = await started();
    await session.documents.prepare(['bilan']);
    workbook.refuseNext({ code: 'busy' }, 'read');
    await session.documents.writePrepared();
    expect(state()).toMatchObject({ notice: { kind: 'failed', failure: { code: 'busy' } } });
    expect(state().prepared).not.toBeNull();
    await session.documents.writePrepared();
    expect(state()).toMatchObject({ prepared: null, notice: { kind: 'written', purpose: 'documents' } });
  });

  test.each<Failure>([
    { code: 'cellBeingEdited' },
    { code: 'sheetProtected', sheet: 'Suivi' },
    { code: 'changedMeanwhile', sheet: 'Suivi', cell: 'A1' },
  ])('a refusal ($code) is shown, and nothing can be undone that was not done', async (failure) => {
    const { session, workbook, state } = await started();
    workbook.refuseNext(failure, 'apply');
    await session.findings.repairAll();
    expect(state()).toMatchObject({ activity: 'idle', notice: { kind: 'failed', failure }, undoable: null });
    expect(workbook.calls.slice(-2)).toEqual(['apply', 'read']); // what is there after a failure is shown
    session.dismissNotice();
    expect(state().notice).toBeNull();
  });

  test('an undo that was refused can be tried again', async () => {
    const { session, workbook, state } = await started();
    await session.findings.repairAll();
    workbook.refuseNext({ code: 'cellBeingEdited' }, 'apply');
    await session.undo();
    expect(state().undoable).toBe('repair');
    await session.undo();
    expect(state().undoable).toBeNull();
  });

  test('a workbook that is not ready is read again, and nothing is written', async () => {
    const { session, workbook } = await started(emptyWorkbook('Feuil1'));
    await Promise.all([
      session.findings.repairAll(),
      session.documents.prepare(['bilan']),
      generate(session),
      session.undo(),
      session.documents.writePrepared(),
    ]);
    expect(new Set(workbook.calls)).toEqual(new Set(['watch', 'read']));
  });

  test('one thing at a time, in the order in which it was asked', async () => {
    const { session, workbook } = await started();
    await Promise.all([session.findings.repairAll(), session.refresh(), session.undo()]);
    expect(workbook.calls).toEqual([
      ...['watch', 'read'],
      ...['read', 'apply', 'reread'], // the repair
      'read', // the refresh
      ...['read', 'apply', 'reread'], // the undo
    ]);
  });
});

test('a cell that cannot be shown is reported', async () => {
  const { session, workbook, state } = await started();
  workbook.refuseNext({ code: 'sheetMissing', sheet: 'Suivi' });
  await session.goTo({ sheet: 'Suivi', row: 1, column: 1 });
  expect(state().notice).toMatchObject({ kind: 'failed', failure: { code: 'sheetMissing' } });
});

test('an Excel that is too old is reported from the start', () => {
  const session = new Session(
    new MemoryWorkbook(emptyWorkbook('A')),
    new HandClock('2023-12-31'),
    new HandTimers(),
    noFiles,
  );
  session.reportFailure({ code: 'excelTooOld', needs: 'ExcelApi 1.13' });
  expect(session.state().phase).toMatchObject({ kind: 'refused', failure: { code: 'excelTooOld' } });
});

test('the user’s choice of columns is kept, read again, and undone by one undo', async () => {
  const { session, state } = await started();
  const proposed = () => proposeMapping(ready(state()).dossier.workbook);
  const before = proposed();
  expect(before).toMatchObject({ ok: true, value: { sources: [{ name: 'T_Suivi', needsConfirmation: true }] } });
  await session.convention.confirmColumns([{ source: 'T_Suivi', heading: 'Montant AE', field: null }]);
  expect(ready(state()).dossier.ledger.fields.has('ae')).toBe(false);
  await session.undo();
  expect(consumed(state())).toBe(401_000);
  expect(proposed()).toEqual(before);
});
