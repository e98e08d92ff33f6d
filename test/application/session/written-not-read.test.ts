/**
 * Excel refuses to give the workbook after a writing, as when somebody deletes a sheet at that moment: the writing is
 * reported and can be undone, so that nobody does it twice.
 */
import { Session } from '../../../src/application/session/session';
import { convention2023 } from '../../support/conventions';
import { HandClock, HandTimers, MemoryWorkbook, noFiles } from '../../support/excel/memory-workbook';
import { ledgerWorkbook } from '../../support/ledgers/ledger-workbook';

// The activity of the first row has lost its zero: IMP-04, repaired to 010300000104.
const LEDGER = `
Axe ministériel 2 | Poste de dépense | Activité | N° EJ | Date d'engagement | Montant AE | Date de paiement | Montant CP
PDE | Frais annexes | 10300000104 | 1400000001 | 15/02/2023 | 1000 | 10/05/2023 | 600
`;
const SHEET_GONE = { code: 'hostRefused', hostCode: 'ItemNotFound', message: '' } as const;

let session: Session;
let workbook: MemoryWorkbook;
let timers: HandTimers;
beforeEach(async () => {
  workbook = new MemoryWorkbook(ledgerWorkbook(convention2023(), LEDGER));
  timers = new HandTimers();
  session = new Session(workbook, new HandClock('2023-12-31'), timers, noFiles);
  await session.start();
});

test.each`
  refusal             | isNotRead
  ${null}             | ${false}
  ${SHEET_GONE}       | ${true}
  ${{ code: 'busy' }} | ${true}
`('the workbook read after a writing: $refusal.code', async ({ refusal, isNotRead }) => {
  if (refusal) workbook.refuseNext(refusal as typeof SHEET_GONE, 'reread');
  await session.findings.repairAll();
  const written = { kind: 'written', purpose: 'repair', summary: { cells: 1 } };
  expect(session.state()).toMatchObject({ notice: { ...written, isNotRead }, undoable: 'repair', activity: 'idle' });
});

test('once the workbook is read, the message no longer asks for it', async () => {
  workbook.refuseNext(SHEET_GONE, 'reread');
  await session.findings.repairAll();
  workbook.edit([]);
  timers.pass(10_000);
  for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve));
  expect(session.state().notice).toMatchObject({ kind: 'written', isNotRead: false });
});
