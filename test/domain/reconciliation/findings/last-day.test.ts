/** Whether an extract ends before a row that it lacks: the day of its data decides, else its last line. */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { extractOf } from '../../../support/ledgers/extract-builder';
import { reconciled } from '../../../support/reconciliation';

const LEDGER = 'imputation | axe 2 | EJ | poste EJ | date EJ | AE | payé le | CP | DP | état\n';
const LINES = 'mouvement | codes | axe 2 | EJ | poste EJ | DP | date | montant\n';

test.each`
  updated         | severity     | lastDate
  ${null}         | ${'warning'} | ${'2023-02-20'}
  ${'2023-03-14'} | ${'warning'} | ${'2023-03-14'}
  ${'2023-03-15'} | ${'error'}   | ${null}
`('data of $updated without a row of 15/03: $severity, its end is $lastDate', ({ updated, severity, lastDate }) => {
  const extract = extractOf(`${LINES} engagement | juste | PDE | 1400000002 | 1 | | 20/02/2023 | 5,00`);
  const dated = updated === null ? extract : { ...extract, updated: isoDate(updated as string) };
  const { findings } = reconciled(`${LEDGER} juste | PDE | 1400000001 | | 15/03/2023 | 10,00 | | | |`, [dated]);
  const [first] = findings;
  expect(first?.severity).toBe(severity);
  expect(first?.details).toMatchObject({ lastDate: lastDate === null ? null : isoDate(lastDate as string) });
});
