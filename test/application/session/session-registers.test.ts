/** Accepted findings and Chorus extracts, through the session. */
import { Session } from '../../../src/application/session/session';
import type { Phase, SessionState } from '../../../src/application/session/session-state';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { success } from '../../../src/domain/result';
import { applyPlan } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';
import { ledgerWorkbook } from '../../support/ledgers/ledger-workbook';
import { HandClock, HandTimers, MemoryWorkbook, noFiles } from '../../support/excel/memory-workbook';

const LEDGER = `
  Axe ministériel 2 | Poste de dépense | Activité    | N° EJ      | Date d'engagement | Montant AE
  PDE               | Frais annexes    | 10300000104 | 1400000001 | 15/02/2023        | 1000
`;

async function started() {
  const workbook = new MemoryWorkbook(ledgerWorkbook(convention2023(), LEDGER));
  const timers = new HandTimers();
  const session = new Session(workbook, new HandClock('2023-12-31'), timers, noFiles);
  await session.start();
  return { session, workbook, timers, state: session.state };
}

function ready(state: SessionState): Extract<Phase, { kind: 'ready' }> {
  if (state.phase.kind !== 'ready') throw new Error(JSON.stringify(state.phase));
  return state.phase;
}

describe('accepting', () => {
  const finding = (state: SessionState, rule: string) => {
    const reading = ready(state);
    const found = reading.report.findings.find((one) => one.rule === rule);
    if (!found) throw new Error(`no ${rule}`);
    return { finding: found, reading };
  };

  test('is dated by the clock, keeps its author, holds until the row changes, and is undone', async () => {
    const { session, workbook, timers, state } = await started();
    await session.findings.accept([finding(state(), 'IMP-04')], { reason: 'corrigé en avril', author: ' Mme Durand ' });
    expect(state()).toMatchObject({
      author: 'Mme Durand',
      undoable: 'acceptance',
      notice: { kind: 'written', purpose: 'acceptance' },
    });
    const [acceptance] = ready(state()).report.accepted.values();
    expect(acceptance).toMatchObject({
      rule: 'IMP-04',
      reason: 'corrigé en avril',
      author: 'Mme Durand',
      on: isoDate('2023-12-31'),
    });
    workbook.edit([{ kind: 'setCells', sheet: 'Suivi', top: 1, left: 5, cells: [[{ value: 1001 }]] }]);
    timers.pass(1000);
    await session.goTo({ sheet: 'Suivi', row: 0, column: 0 }); // every task asked before is done
    expect(ready(state()).report.accepted.size).toBe(0);
    expect(ready(state()).report.unmatchedAcceptances).toHaveLength(1);
    await session.undo();
    expect(state().undoable).toBeNull();
  });

  test('without a reason nothing is written, and the reason why is shown', async () => {
    const { session, workbook, state } = await started();
    await session.findings.accept([finding(state(), 'IMP-04')], { reason: ' ', author: 'A' });
    expect(state().notice).toMatchObject({
      kind: 'failed',
      failure: { code: 'acceptanceIncomplete', missing: 'reason' },
    });
    expect(workbook.calls).not.toContain('apply');
  });

  test('can be opened again', async () => {
    const { session, state } = await started();
    await session.findings.accept([finding(state(), 'IMP-04')], { reason: 'r', author: 'A' });
    const reading = ready(state());
    const [accepted] = reading.report.accepted.keys();
    if (accepted) await session.findings.reopen({ finding: accepted, reading });
    expect(ready(state()).report.accepted.size).toBe(0);
  });
});

describe('extracts of Chorus', () => {
  const CSV = [
    'Programme;Centre financier;Activité;Axe ministériel 2;N° EJ;N° poste EJ;Exercice;Date comptable;Montant engagé',
    '0103;0103-CEFP-C002;010300000104;PDE;1400000001;1;2023;15/02/2023;1000',
  ].join('\n');
  const sources = (state: SessionState): readonly string[] => state.extracts.map(({ source }) => source);

  test('are read beside each other, the good ones in spite of the bad ones, and nothing is written', async () => {
    const { session, workbook, state } = await started();
    await session.extracts.add([
      { name: 'a.csv', bytes: new TextEncoder().encode(CSV) },
      { name: 'b.csv', text: 'Mois;Total\n1;2' },
    ]);
    expect(sources(state())).toEqual(['a.csv']);
    expect(state().notice).toMatchObject({ kind: 'failed', failure: { code: 'notAnExtract', source: 'b.csv' } });
    await session.extracts.add([{ name: 'c', text: CSV }]);
    expect(sources(state())).toEqual(['a.csv', 'c']);
    expect(state().notice).toBeNull();
    session.extracts.remove('a.csv');
    expect(sources(state())).toEqual(['c']);
    expect(workbook.calls).toEqual(['watch', 'read']);
  });

  test('of the same name replace the former', async () => {
    const { session, state } = await started();
    await session.extracts.add([{ name: 'a.csv', text: CSV }]);
    await session.extracts.add([
      { name: 'a.csv', text: `${CSV}\n${CSV.split('\n')[1]?.replace('1400000001', '1400000002')}` },
    ]);
    expect(state().extracts.map(({ lines }) => lines.length)).toEqual([2]);
  });

  test('a workbook is opened by the reader of files; a sheet is one of the workbook that is open', async () => {
    const cells = CSV.split('\n').map((line) => line.split(';').map((value) => ({ value })));
    const withExtract = applyPlan(ledgerWorkbook(convention2023(), LEDGER), {
      purpose: 'repair',
      expected: [],
      steps: [
        { kind: 'addSheet', sheet: 'Extraction' },
        { kind: 'setCells', sheet: 'Extraction', top: 0, left: 0, cells },
        { kind: 'addSheet', sheet: 'Autre k€' },
        { kind: 'setCells', sheet: 'Autre k€', top: 0, left: 0, cells },
      ],
    });
    const opened: Uint8Array[] = [];
    const session = new Session(
      new MemoryWorkbook(withExtract),
      new HandClock('2023-12-31'),
      new HandTimers(),
      (bytes) => {
        opened.push(bytes);
        return Promise.resolve(success(withExtract));
      },
    );
    await session.start();
    const zip = Uint8Array.from([0x50, 0x4b, 3, 4]);
    await session.extracts.add([{ sheet: 'Extraction' }, { name: 'x.xlsx', bytes: zip }]);
    expect(opened).toEqual([zip]);
    expect(sources(session.state())).toEqual(['Extraction', 'x.xlsx · Extraction', 'x.xlsx · Autre k€']);
    expect(session.state().extracts.map(({ refusal }) => refusal?.code)).toEqual([
      undefined,
      undefined,
      'extractIncomplete',
    ]);
    await session.extracts.add([{ sheet: 'Disparue' }]);
    expect(session.state().notice).toMatchObject({ failure: { code: 'sheetMissing', sheet: 'Disparue' } });
  });
});
