/**
 * A ledger above 20,000 rows is read and judged in slices: the figures and the date change together at the end of a
 * run, and a run abandoned by a newer edit is never shown.
 */
import { Session } from '../../../src/application/session/session';
import type { SessionState } from '../../../src/application/session/session-state';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../src/workbook/cells';
import { serialOfDate } from '../../../src/workbook/serials';
import { convention2023 } from '../../support/conventions';
import { HandClock, MemoryWorkbook, noFiles } from '../../support/excel/memory-workbook';
import { StepTimers } from '../../support/excel/step-timers';
import { ledgerWorkbook } from '../../support/ledgers/ledger-workbook';
import { known } from '../../support/known';

const ROWS = 20_001;
const HEADINGS = ['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Montant AE'];
const DAY = serialOfDate(isoDate('2023-02-15'), false);
/** One row counts, the others commit nothing. */
const CELLS: CellValue[][] = [
  HEADINGS,
  ...Array.from({ length: ROWS }, (_, row): CellValue[] => ['PDE', '1400000001', DAY, row === 0 ? 1000 : 0]),
];

async function turns(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await new Promise(setImmediate);
}

async function started() {
  const timers = new StepTimers();
  const workbook = new MemoryWorkbook(ledgerWorkbook(convention2023(), CELLS));
  const session = new Session(workbook, new HandClock('2023-12-31'), timers, noFiles);
  /** The figure and the date of each state, and the date of its report. */
  const shown: string[] = [];
  session.subscribe(() => {
    const text = textOf(session.state());
    if (text !== shown.at(-1)) shown.push(text);
  });
  const finish = async (): Promise<void> => {
    for (let idle = 0; idle < 3; idle++) {
      await turns();
      if (timers.run(1_000) > 0) idle = 0;
    }
  };
  void session.start();
  await finish();
  const type = (value: number): void =>
    workbook.edit([{ kind: 'setCells', sheet: 'Suivi', top: 1, left: 3, cells: [[{ value }]] }]);
  return { session, timers, shown, finish, type };
}

function textOf({ phase, asOf }: SessionState): string {
  if (phase.kind !== 'ready') return phase.kind;
  const { balances, asOf: ofReport } = phase.report;
  const { consumed } = balances.figures({ envelope: 'PDE', line: null }, 'AE');
  return `${known(consumed).cents / 100} on ${asOf - isoDate('2023-01-01')}${asOf === ofReport ? '' : ' (mixed)'}`;
}

test.each([
  ['the reading', 3],
  ['the judging', 13],
])('a newer edit abandons %s under way', async (_, slices) => {
  const { timers, shown, finish, type } = await started();
  expect(shown).toEqual(['loading', '1000 on 364']);
  type(2000);
  timers.elapse(120);
  await turns();
  expect(timers.run(slices)).toBe(slices); // in the middle of the run on 2 000 €
  type(3000);
  timers.elapse(120);
  await finish();
  expect(shown).toEqual(['loading', '1000 on 364', '3000 on 364']);
});

test('a date chosen during a run is shown with the figures of the newest reading', async () => {
  const { session, timers, shown, finish, type } = await started();
  type(2000);
  timers.elapse(120);
  await turns();
  timers.run(5);
  session.chooseAsOf(isoDate('2023-01-31'));
  expect(shown.at(-1)).toBe('1000 on 364');
  await finish();
  expect(shown).toEqual(['loading', '1000 on 364', '0 on 30']);
  session.chooseAsOf(null);
  await finish();
  expect(shown.at(-1)).toBe('2000 on 364');
});

test.each([
  ['a table', 'T_Suivi'],
  ['no table', null],
])('%s chosen as the ledger during a run is that of the newest reading', async (_, ledger) => {
  const { session, timers, shown, finish, type } = await started();
  type(2000);
  timers.elapse(120);
  await turns();
  timers.run(3);
  const activities = new Set<string>();
  session.subscribe(() => {
    if (shown.at(-1) === '1000 on 364') activities.add(session.state().activity);
  });
  session.chooseLedger(ledger);
  await finish();
  expect([...activities]).toEqual(['reading']);
  expect([shown.at(-1), session.state().activity]).toEqual(['2000 on 364', 'idle']);
});
