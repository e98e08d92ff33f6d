/** DON-01: an EJ or a paid DP whose row is there with its day, and without its amount, counts for nothing: a doubt. */
import type { LedgerField } from '../../../../src/domain/envelopes/ledger';
import { findingsIn, found } from '../../../support/controls';

const missing = (line: number, field: LedgerField, raw: string) =>
  found('DON-01', 'warning', line, field, { field, raw, what: 'missing' });

/** The findings of DON-01, up to the end of June 2023. */
const doubts = (table: string) => findingsIn(table, { asOf: '2023-06-30' }).filter(({ rule }) => rule === 'DON-01');

test('wrong: a payment without its CP, with a DP or only its EJ and its day', () => {
  expect(
    doubts(`
      axe 2 | EJ         | date EJ    | AE   | service fait | DP         | payé le    | CP
      PDE   | 1400000001 | 15/02/2023 | 1000 |              |            |            |
      PDE   | 1400000001 |            |      | 01/03/2023   | 0100000001 | 10/03/2023 |
      PDE   | 1400000001 |            |      | 01/04/2023   |            | 10/04/2023 |
      PDE   | 1400000001 |            |      | 01/05/2023   | 0100000003 | 10/05/2023 | 40
    `),
  ).toEqual([missing(2, 'cp', '0100000001'), missing(3, 'cp', '1400000001')]);
});

test('wrong: a payment on the row of its EJ, and an EJ without AE', () => {
  expect(
    doubts(`
      axe 2 | EJ         | date EJ    | AE   | service fait | payé le    | CP
      PDE   | 1400000001 | 15/02/2023 | 1000 | 01/03/2023   | 10/03/2023 |
      PDE   | 1400000002 | 16/02/2023 |      |              |            |
      PDE   | 1400000002 | 17/02/2023 |      |              |            |
    `),
  ).toEqual([missing(1, 'cp', '1400000001'), missing(2, 'ae', '1400000002')]);
});

test('right: the amount is on another row of the DP, of the day, of the EJ, or is 0', () => {
  expect(
    doubts(`
      axe 2 | EJ         | date EJ    | AE   | service fait | DP         | payé le    | CP
      PDE   | 1400000001 | 15/02/2023 | 1000 | 01/03/2023   | 0100000001 | 10/03/2023 | 40
      PDE   | 1400000001 |            |      | 01/03/2023   | 100000001  | 10/03/2023 |
      PDE   | 1400000001 |            |      |              |            | 10/03/2023 |
      PDE   | 1400000001 | 15/02/2023 |      |              |            |            |
      PDE   | 1400000002 | 16/02/2023 | 0    | 02/03/2023   | 0100000002 | 11/03/2023 | 0
      PDE   | 1400000003 | 16/02/2023 | 500  | 02/03/2023   |            | 11/03/2023 |
      PDE   | 1400000003 |            |      | 02/03/2023   | 0100000003 | 12/03/2023 | 20
    `),
  ).toEqual([]);
});

test('edge: what is to come, projects, cancelled rows and framework agreements lack nothing', () => {
  expect(
    doubts(`
      axe 2 | opération    | état   | EJ         | date EJ    | AE   | payé le    | CP
      PDE   | EJ           |        | 1400000001 | 15/02/2023 | 1000 | 10/09/2023 |
      PDE   | EJ           | projet | 1400000002 | 15/02/2023 |      |            |
      PDE   | EJ           | annulé | 1400000003 | 15/02/2023 |      | 10/03/2023 |
      PDE   | Accord-cadre |        | 1400000004 | 15/02/2023 |      |            |
      PDE   |              |        | 1300000005 | 15/02/2023 |      |            |
      PDE   |              |        |            | 15/02/2023 |      |            |
    `),
  ).toEqual([]);
});

test('edge: a table without the column of the amount lacks it as a whole (DON-08)', () => {
  expect(
    doubts(`
      axe 2 | EJ         | date EJ    | payé le    | CP
      PDE   | 1400000001 | 15/02/2023 |            |
      PDE   | 1400000002 | 15/02/2023 | 01/03/2023 | 10
    `),
  ).toEqual([]);
});

test('wrong: a retrait without its amount, and payments that are numbered within their EJ', () => {
  expect(
    doubts(`
      axe 2 | opération | EJ         | date EJ    | AE  | DP | payé le    | CP
      PDE   | EJ        | 1400000001 | 15/02/2023 | 100 |    |            |
      PDE   | Retrait   | 1400000001 | 15/05/2023 |     |    |            |
      PDE   | EJ        | 1400000002 | 15/02/2023 | 100 |    |            |
      PDE   | DP        | 1400000001 |            |     | 1  | 01/03/2023 | 5
      PDE   | DP        | 1400000002 |            |     | 1  | 02/03/2023 |
    `),
  ).toEqual([missing(2, 'ae', '1400000001'), missing(5, 'cp', '1')]);
});

test.each(['Marché à bons de commande', 'MàBC nettoyage', 'Marché cadre', 'Accord-cadre informatique'])(
  'right: « %s » commits nothing by itself',
  (label) => {
    expect(doubts(`axe 2 | objet | EJ | date EJ | AE\nPDE | ${label} | 1400000001 | 15/02/2023 |`)).toEqual([]);
  },
);

test('wrong: an order on a framework agreement does', () => {
  const table =
    'axe 2 | objet | EJ | date EJ | AE\nPDE | Bon de commande n° 3, accord-cadre | 1400000001 | 15/02/2023 |';
  expect(doubts(table)).toEqual([missing(1, 'ae', '1400000001')]);
});

test('edge: an AE, or a CP, that comes on a later row of the EJ', () => {
  expect(
    doubts(`
      axe 2 | EJ         | date EJ    | AE  | service fait | payé le    | CP
      PDE   | 1400000001 | 15/02/2023 |     |              |            |
      PDE   | 1400000001 | 20/02/2023 | 100 |              |            |
      PDE   | 1400000002 | 15/02/2023 |     |              |            |
      PDE   | 1400000002 |            |     | 01/03/2023   | 01/03/2023 | 5
      PDE   | 1400000003 | 15/02/2023 |     | 01/03/2023   |            | 7
      PDE   | 1400000004 |            |     |              |            |
    `),
  ).toEqual([]);
});

test('edge: a payment of the very day lacks its amount; one in project, or beside an AE that cannot be read, does not', () => {
  expect(
    doubts(`
      axe 2 | état   | EJ         | date EJ    | AE          | DP         | payé le    | CP
      PDE   |        | 1400000001 | 15/02/2023 | 100         | 0100000001 | 30/06/2023 |
      PDE   | projet | 1400000001 |            |             | 0100000002 | 15/06/2023 |
      PDE   |        | 1400000002 | 15/02/2023 | environ 500 | 0100000003 | 15/06/2023 |
    `).map(({ details }) => details),
  ).toEqual([
    { field: 'cp', raw: '0100000001', what: 'missing' },
    { field: 'ae', raw: 'environ 500', what: 'amount' },
  ]);
});
