/** DON-08: the receipt of invoices, that PER-06 needs where a payment comes late after its service. */
import { findingsIn } from '../../../support/controls';

const receiptsMissing = (table: string) =>
  findingsIn(table, { whole: true }).flatMap(({ rule, severity, details }) =>
    rule === 'DON-08' && details.field === 'receiptDate' ? [`${severity} ${details.prevented.join(' ')}`] : [],
  );

test.each([
  ['paid 112 days after its service', '05/03/2023', '25/06/2023', ['info PER-06']],
  ['paid 30 days after it: in time, whenever the invoice came', '05/03/2023', '04/04/2023', []],
  ['not paid', '05/03/2023', '', []],
  ['without its service, which is reported as such', '', '25/06/2023', []],
])('%s', (_why, served, paid, expected) => {
  const table = `
    axe 2 | EJ         | date EJ    | AE       | service fait | payé le | CP
    PDE   | 1400000001 | 15/02/2023 | 1 000,00 | ${served}    | ${paid} | 400,00
    PDE   | 1400000001 |            |          | ${served}    | ${paid} | 500,00
  `;
  expect(receiptsMissing(table)).toEqual(expected);
});

test('a ledger with that column is judged by PER-06', () => {
  const table = `
    axe 2 | EJ         | date EJ    | AE       | service fait | reçue le | payé le    | CP
    PDE   | 1400000001 | 15/02/2023 | 1 000,00 | 05/03/2023   |          | 25/06/2023 | 400,00
  `;
  expect(receiptsMissing(table)).toEqual([]);
});
