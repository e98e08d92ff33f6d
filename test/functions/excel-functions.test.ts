/**
 * The functions in the cells of the simulated Excel, through the custom functions runtime of Office.js: the adapter
 * reads the workbook, the session follows it, the cells show the results of the streams.
 */
import { machineTimers } from '../../src/adapters/excel/machine';
import { Session } from '../../src/application/session/session';
import type { GridValue } from '../../workbench/host/grid';
import { functionsFile } from '../../scripts/function-metadata';
import { associateFunctions, streams } from '../../src/functions/streams';
import { functionWordsIn } from '../../src/functions/function-sentences';
import type { FunctionsFile } from '../../workbench/host/custom-functions/metadata';
import { dateOfSerial } from '../../src/workbook/serials';
import { isoDate, toIso } from '../../src/domain/calendar/civil-date';
import { convention2023 } from '../support/conventions';
import { startExcel, type StartedExcel } from '../support/excel/excel';
import { gridOfSnapshot } from '../support/excel/grid-of-snapshot';
import { area } from '../support/excel/grid-workbook';
import { ledgerWorkbook } from '../support/ledgers/ledger-workbook';
import { HandClock, noFiles } from '../support/excel/memory-workbook';

const LEDGER = `
  Axe ministériel 2 | Poste de dépense | N° EJ      | Date d'engagement | Montant AE | Date de paiement | Montant CP
  PDE               | Frais annexes    | 1400000001 | 15/02/2023        | 1000       |                  |
  PDE               | Prestations      | 1400000002 | 01/03/2023        | 400000     |                  |
`;
const AMOUNT = area('E2');
const FIRST_OF_MARCH = 44_986; // 2023, as Excel counts days

let excel: StartedExcel;
let session: Session;
let clock: HandClock;
let ledger: string;
let sheet: string;

beforeEach(() => {
  const file = JSON.parse(functionsFile('fr')) as FunctionsFile;
  excel = startExcel(gridOfSnapshot(ledgerWorkbook(convention2023(), LEDGER)), {
    computes: true,
    functions: { file, namespace: 'ENVELOPE' },
  });
  ledger = excel.grid.sheets()[0]?.id ?? '';
  sheet = excel.grid.addSheet('Tableau de bord').id;
  associateFunctions();
  clock = new HandClock('2023-12-31');
  session = new Session(excel.workbook, clock, machineTimers, noFiles);
  streams.connect(
    { functionState: () => session.state().functions, subscribe: session.subscribe },
    functionWordsIn('fr'),
  );
});

afterEach(async () => {
  await excel.host.settled();
  excel.dispose();
});

function enter(address: string, formula: string): void {
  const { top, left, rows, columns } = area(address);
  excel.grid.writeCells(
    sheet,
    top,
    left,
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => ({ formula }))),
  );
}

const shown = (address: string): GridValue => excel.grid.readValues(sheet, area(address))[0]?.[0] ?? null;

const isBusy = (value: GridValue): boolean => typeof value === 'object' && value?.error === '#BUSY!';

const PATIENCE = 120_000; // milliseconds; ends a test that would wait without end

/** Resolves when the condition holds. */
async function until(condition: () => boolean): Promise<void> {
  for (const start = Date.now(); !condition();) {
    if (Date.now() - start > PATIENCE) throw new Error('what the test waits for did not happen');
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Resolves with the next value of the cell that its function gives. */
async function answered(address: string): Promise<GridValue> {
  const before = JSON.stringify(shown(address));
  await until(() => JSON.stringify(shown(address)) !== before && shown(address) !== null && !isBusy(shown(address)));
  return shown(address);
}

test('a cell waits for the workbook to be read, shows its figure, and follows an edit of the ledger without F9', async () => {
  enter('A1', '=ENVELOPE.REMAINING("PDE","AE")');
  await excel.grid.calculated();
  expect(shown('A1')).toEqual({ error: '#BUSY!' });
  const first = answered('A1');
  await session.start();
  expect(await first).toBe(99_000);
  const next = answered('A1');
  excel.grid.writeCells(ledger, AMOUNT.top, AMOUNT.left, [[{ value: 6000 }]]);
  expect(await next).toBe(94_000);
});

test('1,000 cells of one call are one stream', async () => {
  await session.start();
  const first = answered('A1000');
  enter('A1:A1000', '=ENVELOPE.REMAINING("PDE","AE")');
  await excel.grid.calculated();
  expect(await first).toBe(99_000);
  expect(excel.host.functions.openCalls).toBe(1);
});

describe('5,000 cells of 40 distinct calls', () => {
  const [CELLS, CALLS] = [5_000, 40];
  /** Requests after an edit: the structure in two, the cells, their results, and the formats of these. */
  const READING = 5;
  const SHEET_OF_CALLS = area(`A1:A${CELLS}`);
  let results: jest.SpyInstance<void, [readonly unknown[]]>;
  let others: number; // the open calls of the tests before

  beforeEach(() => {
    results = jest.spyOn(excel.host.functions, 'results');
    others = streams.openCalls;
  });

  /** One paste. The envelope has another name in each test: two tests share no call. */
  function pasteCalls(envelope: string): void {
    const formulaOf = (day: number): string => `=ENVELOPE.CONSUMED("${envelope}","AE",,${FIRST_OF_MARCH + day})`;
    const cells = Array.from({ length: CELLS }, (_, row) => [{ formula: formulaOf(row % CALLS) }]);
    excel.grid.writeCells(sheet, 0, 0, cells);
  }

  const subscriptions = (): number[] => [excel.host.functions.openCalls, streams.openCalls - others];
  const figures = (): ReadonlySet<GridValue> =>
    new Set(excel.grid.readValues(sheet, SHEET_OF_CALLS).map(([value = null]) => value));
  /** The results of each batch since the last time this was asked, once all the cells show this figure. */
  async function batchesUntil(figure: number): Promise<readonly number[]> {
    await until(() => shown('A1') === figure && shown(`A${CELLS}`) === figure);
    await excel.host.settled();
    expect(figures()).toEqual(new Set([figure]));
    return results.mock.calls.splice(0).map(([batch]) => batch.length);
  }

  test.each`
    formulas                 | isReadFirst | envelope
    ${'saved with the file'} | ${false}    | ${'PDE'}
    ${'pasted while we run'} | ${true}     | ${'Place des entreprises'}
  `(
    '$formulas: 40 subscriptions, one batch of answers; an edit is read once and answered in one batch',
    async ({ isReadFirst, envelope }: { isReadFirst: boolean; envelope: string }) => {
      if (isReadFirst) await session.start();
      pasteCalls(envelope);
      await excel.grid.calculated();
      expect(subscriptions()).toEqual([CALLS, CALLS]);
      if (!isReadFirst) {
        expect(results).not.toHaveBeenCalled();
        await session.start();
      }
      expect(await batchesUntil(401_000)).toEqual([CALLS]);
      excel.grid.writeCells(ledger, AMOUNT.top, AMOUNT.left, [[{ value: 6000 }]]);
      excel.roundTrips();
      expect(await batchesUntil(406_000)).toEqual([CALLS]);
      expect(excel.roundTrips()).toBe(READING);
      expect(subscriptions()).toEqual([CALLS, CALLS]);
    },
  );
});

test('every function answers in its cell', async () => {
  await session.start();
  const formulas = [
    ['=ENVELOPE.ALLOCATED("PDE","CP")', 573_032],
    ['=ENVELOPE.CONSUMED("place des entreprises","AE","Frais annexes")', 1_000],
    ['=ENVELOPE.RESERVED("PDE","AE")', 0],
    ['=ENVELOPE.AVAILABLE("*","AE")', 199_000],
    ['=ENVELOPE.RATE("PDE","AE",,"31/12/2023")', 0.802],
    ['=ENVELOPE.OUTSTANDING("PDE")', 474_032],
    ['=ENVELOPE.CODE("activité")', '010300000104'],
    ['=ENVELOPE.STATUS("PDE")', 'Ouverte'],
    ['=ENVELOPE.WHATIF("PDE","AE","100 000,50")', -1_000.5],
    ['=ENVELOPE.FORECAST("PDE","AE")', 401_000],
    ['=ENVELOPE.CHECK(Suivi!A2:G2,Suivi!A1:G1)', 'Conforme'],
    ['=ROUND(ENVELOPE.REMAINING("PDE","AE")/3,2)&" €"', '33000 €'],
  ] as const;
  formulas.forEach(([formula], index) => enter(`A${index + 1}`, formula));
  await until(() => formulas.every((_, index) => shown(`A${index + 1}`) !== null && !isBusy(shown(`A${index + 1}`))));
  expect(formulas.map((_, index) => shown(`A${index + 1}`))).toEqual(formulas.map(([, value]) => value));
});

test('SUMMARY spills a table that follows the ledger, and shows #SPILL! over a filled cell', async () => {
  await session.start();
  const read = (address: string): GridValue[] => excel.grid.readValues(sheet, area(address))[0] ?? [];
  const first = answered('A1');
  enter('A1', '=ENVELOPE.SUMMARY("31/12/2023")');
  await first;
  await excel.host.settled();
  expect(read('A1:D1')).toEqual(['Code', 'Libellé', 'AE ouvertes', 'AE consommées']);
  expect(read('A2:F2')).toEqual(['PDE', 'Place des entreprises', 500_000, 401_000, 0, 99_000]);
  expect([read('A4')[0], read('P4')[0]]).toEqual(['*', 'Ouverte']);
  excel.grid.writeCells(ledger, AMOUNT.top, AMOUNT.left, [[{ value: 6000 }]]);
  await until(() => shown('D2') === 406_000);
  excel.grid.writeCells(sheet, 3, 1, [[{ value: 'à moi' }]]);
  await until(() => JSON.stringify(shown('A1')).includes('#SPILL!'));
  expect(shown('B4')).toBe('à moi');
});

test('FINDINGS and CHECK show an error of the ledger until it is repaired', async () => {
  await session.start();
  enter('A1', '=ENVELOPE.FINDINGS("erreur")');
  enter('H1', '=ENVELOPE.CHECK(Suivi!A2:G2,Suivi!A1:G1)');
  await until(() => shown('E2') === 'Aucun constat.' && shown('H1') === 'Conforme');
  excel.grid.writeCells(ledger, AMOUNT.top, AMOUNT.left, [[{ value: 'mille' }]]);
  await until(() => shown('B2') === 'DON-01' && String(shown('H1')).startsWith('DON-01'));
  expect([shown('C2'), shown('D2')]).toEqual(['Suivi', 'E2']);
  excel.grid.writeCells(ledger, AMOUNT.top, AMOUNT.left, [[{ value: 1000 }]]);
  await until(() => shown('E2') === 'Aucun constat.' && shown('A3') === null && shown('H1') === 'Conforme');
});

test('a date is a serial that the cell can format', async () => {
  await session.start();
  const first = answered('A1');
  enter('A1', '=ENVELOPE.DEADLINE("2023-04-03")');
  expect(toIso(dateOfSerial(Number(await first), false)!)).toBe('2023-04-11');
});

test('an unknown envelope is #N/A with a sentence that offers the nearest; a bad nature is #VALUE!', async () => {
  await session.start();
  const both = Promise.all([answered('A1'), answered('A2')]);
  enter('A1', '=ENVELOPE.REMAINING("PDX","AE")');
  enter('A2', '=ENVELOPE.REMAINING("PDE","XX")');
  await both;
  await excel.host.settled();
  expect(shown('A1')).toMatchObject({
    error: '#N/A',
    message: 'Enveloppe inconnue\u00a0: PDX. Vouliez-vous dire PDE\u00a0?',
  });
  expect(shown('A2')).toMatchObject({ error: '#VALUE!', message: expect.stringContaining('AE ou CP') as string });
});

test('codes and deadlines follow the convention’s own tables', async () => {
  await session.start();
  const first = answered('A1');
  enter('A1', '=ENVELOPE.CODE("centre de coûts")');
  expect(await first).toBe('EMPEF00075');
  const convention = excel.grid.sheets().find(({ name }) => name === 'Imputations et mouvements');
  const used = convention && excel.grid.usedArea(convention.id, 'values');
  if (!convention || !used) throw new Error('no convention');
  const values = excel.grid.readValues(convention.id, used);
  const row = values.findIndex((line) => line.includes('EMPEF00075'));
  const column = values[row]?.indexOf('EMPEF00075') ?? -1;
  const next = answered('A1');
  excel.grid.writeCells(convention.id, used.top + row, used.left + column, [[{ value: 'EMPEF00099' }]]);
  expect(await next).toBe('EMPEF00099');
});

describe('midnight, with the workbook left open and nothing edited', () => {
  beforeEach(() => clock.show('2023-02-14'));

  test.each`
    pane        | isShown
    ${'shown'}  | ${true}
    ${'closed'} | ${false}
  `(
    'the pane $pane: the cells and the pane have the figures of the new day',
    async ({ isShown }: { isShown: boolean }) => {
      await session.start();
      const first = answered('A1');
      enter('A1', '=ENVELOPE.REMAINING("PDE","AE")');
      expect(await first).toBe(500_000);
      excel.tick(false);
      expect(session.state().asOf).toBe(isoDate('2023-02-14'));
      const next = answered('A1');
      clock.show('2023-02-15');
      excel.tick(isShown);
      expect(await next).toBe(499_000);
      expect(session.state()).toMatchObject({ asOf: isoDate('2023-02-15'), isAsOfChosen: false });
    },
  );

  test('a date that the user chose stays; the cells follow the day', async () => {
    await session.start();
    session.chooseAsOf(isoDate('2023-01-31'));
    const first = answered('A1');
    enter('A1', '=ENVELOPE.REMAINING("PDE","AE")');
    expect(await first).toBe(500_000);
    const next = answered('A1');
    clock.show('2023-02-15');
    excel.tick();
    expect(await next).toBe(499_000);
    expect(session.state()).toMatchObject({ asOf: isoDate('2023-01-31'), isAsOfChosen: true });
  });

  test('without a ledger, the pane shows the new day', async () => {
    const amounts = excel.grid.readValues(ledger, area('A1:G1'))[0] ?? [];
    excel.grid.writeCells(ledger, 0, 0, [amounts.map(() => ({ value: null }))]);
    await session.start();
    expect(session.state()).toMatchObject({ phase: { kind: 'refused' }, asOf: isoDate('2023-02-14') });
    clock.show('2023-02-15');
    excel.tick();
    await until(() => session.state().asOf === isoDate('2023-02-15'));
    expect(session.state().functions?.today).toBe(isoDate('2023-02-15'));
  });
});

test('a deleted formula ends its stream', async () => {
  await session.start();
  const first = answered('A1');
  enter('A1', '=ENVELOPE.STATUS("SF")');
  await first;
  const before = streams.openCalls;
  excel.grid.writeCells(sheet, 0, 0, [[{ value: null }]]);
  await until(() => streams.openCalls === before - 1);
  expect(excel.host.functions.openCalls).toBe(0);
});
