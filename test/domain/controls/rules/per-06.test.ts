/** PER-06: paid more than thirty days after the receipt, or after the service when later. */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { Severity } from '../../../../src/domain/controls/findings/finding';
import { findingsIn, findingsOf, found } from '../../../support/controls';
import { ledgerOf } from '../../../support/ledgers/ledger-builder';
import { convention2023 } from '../../../support/conventions';

const late = (
  line: number,
  severity: Severity,
  date: string,
  from: 'receiptDate' | 'serviceDate',
  fromDate: string,
  dueOn: string,
  days: number,
) =>
  found('PER-06', severity, line, 'paymentDate', {
    date: isoDate(date),
    from,
    fromDate: isoDate(fromDate),
    paymentDays: 30,
    dueOn: isoDate(dueOn),
    days,
  });

test('right: on the thirtieth day', () => {
  expect(
    findingsIn(`
      axe 2 | service fait | reçue le   | payé le    | CP
      PDE   | 01/03/2023   | 03/04/2023 | 03/05/2023 | 100,00
      PDE   | 03/04/2023   | 01/03/2023 | 03/05/2023 | 101,00
      PDE   | 03/04/2023   |            | 03/05/2023 | 102,00
    `).filter(({ rule }) => rule === 'PER-06'),
  ).toEqual([]);
});

test('wrong: the day after, from the later of receipt and service; a doubt when one is not known', () => {
  expect(
    findingsIn(`
      axe 2 | objet | service fait | reçue le   | payé le    | CP
      PDE   |       | 01/03/2023   | 03/04/2023 | 04/05/2023 | 100,00
      PDE   |       | 03/04/2023   | 01/03/2023 | 10/05/2023 | 101,00
      PDE   |       | 03/04/2023   |            | 04/05/2023 | 102,00
      PDE   | Loyer |              | 03/04/2023 | 04/05/2023 | 103,00
    `).filter(({ rule }) => rule === 'PER-06'),
  ).toEqual([
    late(1, 'error', '2023-05-04', 'receiptDate', '2023-04-03', '2023-05-03', 1),
    late(2, 'error', '2023-05-10', 'serviceDate', '2023-04-03', '2023-05-03', 7),
    late(3, 'warning', '2023-05-04', 'serviceDate', '2023-04-03', '2023-05-03', 1),
    late(4, 'warning', '2023-05-04', 'receiptDate', '2023-04-03', '2023-05-03', 1),
  ]);
});

test('edge: the delay of the convention; nothing due on an avoir; a payment out of the period has its own control', () => {
  const table = `
    axe 2 | service fait | reçue le   | payé le    | CP
    PDE   | 01/03/2023   | 01/03/2023 | 30/04/2023 | 100,00
    PDE   | 01/03/2023   | 01/03/2023 | 30/09/2023 | -10,00
    PDE   | 01/03/2023   | 01/03/2023 | 30/01/2024 | 101,00
  `;
  const rulesUnder = (paymentDays: number) =>
    findingsIn(table, { convention: { ...convention2023(), paymentDays } }).flatMap(({ rule, place }) =>
      rule.startsWith('PER') && place.kind === 'row' ? [`${rule} ${Number(place.row)}`] : [],
    );
  expect(rulesUnder(60)).toEqual(['PER-02 3']);
  expect(rulesUnder(59)).toEqual(['PER-06 1', 'PER-02 3']);
});

test('not checkable: no column of receipts, or a date that nobody can read', () => {
  expect(
    findingsIn(`
      axe 2 | service fait | payé le    | CP
      PDE   | 01/03/2023   | 30/09/2023 | 100,00
    `),
  ).toEqual([]);
  expect(
    findingsIn(`
      axe 2 | service fait | reçue le | payé le    | CP
      PDE   | 01/03/2023   | en mars  | 30/09/2023 | 100,00
    `).map(({ rule }) => rule),
  ).toEqual(['DON-01']);
});

test.each`
  row                                              | expected                 | why
  ${'| 01/03/2023 | 30/09/2023 | 0,01'}            | ${'warning receiptDate'} | ${'a cent is paid'}
  ${'| 01/03/2023 | 30/09/2023 | 0,00'}            | ${null}                  | ${'nothing is paid'}
  ${'| 01/03/2023 | 30/09/2023 |'}                 | ${null}                  | ${'no amount'}
  ${'| 01/03/2023 | 30/09/2023 | environ 5'}       | ${null}                  | ${'an amount that nobody can read'}
  ${'| 01/03/2023 | | 5,00'}                       | ${null}                  | ${'not paid yet'}
  ${'| | 30/09/2023 | 5,00'}                       | ${null}                  | ${'neither date is known'}
  ${'en mars | 01/03/2023 | 30/09/2023 | 5,00'}    | ${null}                  | ${'a service that nobody can read may be later'}
  ${'01/03/2023 | en mars | 30/09/2023 | 5,00'}    | ${null}                  | ${'a receipt that nobody can read may be later'}
  ${'01/03/2023 | 01/03/2023 | 30/09/2023 | 5,00'} | ${'error receiptDate'}   | ${'received on the day of the service'}
`('« $row »: $expected, $why', ({ row, expected }) => {
  const found06 = findingsIn(`
    axe 2 | service fait | reçue le | payé le | CP
    PDE   | ${row as string}
  `).flatMap((one) => (one.rule === 'PER-06' ? [`${one.severity} ${one.details.from}`] : []));
  expect(found06).toEqual(expected === null ? [] : [expected]);
});

test('a suspension that a column of the team gives is not deducted: a doubt, with its heading', () => {
  const ledger = ledgerOf(`
    axe 2 | EJ         | reçue le   | service fait | payé le    | CP
    PDE   | 1400000001 | 01/03/2023 | 28/02/2023   | 20/04/2023 | 100,00
  `);
  const paidLate = (suspension: string | null) =>
    findingsOf({ ...ledger, rows: ledger.rows.map((row) => ({ ...row, ...(suspension && { suspension }) })) })
      .filter(({ rule }) => rule === 'PER-06')
      .map(({ severity, details }) => [severity, 'suspension' in details ? details.suspension : null]);
  expect(paidLate(null)).toEqual([['error', null]]);
  expect(paidLate('Fin de suspension')).toEqual([['warning', 'Fin de suspension']]);
});
