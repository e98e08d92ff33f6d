/** A bug of ours in a command: the workbook is read again, as after a failure, and one plain sentence is shown. */
import { Session } from '../../../src/application/session/session';
import { describeFailure } from '../../../src/messages/failures';
import { MemoryWorkbook, HandClock, HandTimers, noFiles } from '../../support/excel/memory-workbook';
import { convention2023 } from '../../support/conventions';
import { ledgerWorkbook } from '../../support/ledgers/ledger-workbook';

/** The code of the activity lacks its zero: a repair is certain. */
const LEDGER = `
Axe ministériel 2 | Poste de dépense | Activité | N° EJ | Date d'engagement | Montant AE | Date de paiement | Montant CP
PDE | Frais annexes | 10300000104 | 1400000001 | 15/02/2023 | 1000 | 10/05/2023 | 600
`;

const bug = (): never => {
  throw new TypeError('undefined is not a function');
};

type Act = (session: Session, workbook: MemoryWorkbook) => Promise<void>;

test.each<[where: string, act: Act]>([
  [
    'in the writing',
    (session, workbook) => {
      jest.spyOn(workbook, 'apply').mockImplementationOnce(bug);
      return session.findings.repairAll();
    },
  ],
  [
    'after part of it was written',
    (session, workbook) => {
      const apply = workbook.apply.bind(workbook);
      jest.spyOn(workbook, 'apply').mockImplementationOnce(async (plan) => {
        await apply(plan);
        return bug();
      });
      return session.findings.repairAll();
    },
  ],
  [
    'in a command without a plan',
    (session, workbook) => {
      jest.spyOn(workbook, 'goTo').mockImplementationOnce(bug);
      return session.goTo({ sheet: 'Suivi', row: 0, column: 0 });
    },
  ],
])('%s', async (_, act) => {
  const workbook = new MemoryWorkbook(ledgerWorkbook(convention2023(), LEDGER));
  const session = new Session(workbook, new HandClock('2023-12-31'), new HandTimers(), noFiles);
  await session.start();
  await act(session, workbook);
  expect(workbook.calls.at(-1)).toBe('read');
  const { activity, progress, notice, phase } = session.state();
  expect([activity, progress, notice?.kind]).toEqual(['idle', null, 'failed']);
  expect(phase.kind === 'ready' && phase.dossier.workbook).toBe(workbook.workbook);
  if (notice?.kind !== 'failed') throw new Error('no failure is shown');
  for (const language of ['fr', 'en'] as const) {
    const { sentence, remedy } = describeFailure(notice.failure, language);
    expect(`${sentence} ${remedy}`).not.toMatch(/undefined|TypeError|internalError/);
  }
  await session.refresh();
  expect(session.state().notice).toBeNull();
});

test('a bug in the reading itself is thrown: the pane is then replaced by one sentence', async () => {
  const workbook = new MemoryWorkbook(ledgerWorkbook(convention2023(), LEDGER));
  const session = new Session(workbook, new HandClock('2023-12-31'), new HandTimers(), noFiles);
  await session.start();
  jest.spyOn(workbook, 'read').mockImplementation(bug);
  await expect(session.refresh()).rejects.toThrow('undefined is not a function');
});
