/** DON-01: an EJ or a paid DP whose row is there with its day, and without its amount, counts for nothing: a doubt. */
import type { LedgerField } from '../../../../src/domain/envelopes/ledger';
import { findingsIn, findingsOf, found } from '../../../support/controls';
import { ledgerOf } from '../../../support/ledgers/ledger-builder';

const missing = (line: number, field: LedgerField, raw: string, status?: string) =>
  found('DON-01', 'warning', line, field, { field, raw, what: 'missing', ...(status !== undefined && { status }) });

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

test('wrong: the day of a payment on a row without a DP nor a well formed EJ', () => {
  expect(
    doubts(`
      axe 2 | EJ         | titulaire | objet   | date EJ    | AE  | payé le    | CP
      PDE   |            |           |         |            |     | 10/03/2023 |
      PDE   |            | Alpha     |         |            |     | 10/03/2023 |
      PDE   |            |           | Serveur |            |     | 10/03/2023 |
      PDE   | BC 12      |           |         |            |     | 10/03/2023 |
      PDE   |            | Bravo     |         | 15/02/2023 | 100 | 10/03/2023 |
    `),
  ).toEqual([
    missing(1, 'cp', ''),
    missing(2, 'cp', ''),
    missing(3, 'cp', ''),
    missing(4, 'cp', 'BC 12'),
    missing(5, 'cp', ''),
  ]);
});

test('right: without a number, the amount is on another row of the supplier on that day, or of the label', () => {
  expect(
    doubts(`
      axe 2 | EJ         | titulaire | objet   | date EJ    | AE  | payé le    | CP
      PDE   | 1400000001 | Alpha     |         | 15/02/2023 | 100 | 10/03/2023 | 20
      PDE   |            | ALPHA     | suite   |            |     | 10/03/2023 |
      PDE   |            |           | Serveur | 15/02/2023 | 100 | 12/03/2023 |
      PDE   |            |           | Serveur |            |     | 10/03/2023 | 20
      PDE   |            | Bravo     |         |            |     | 10/09/2023 |
      PDE   | BC 12      |           |         | 15/02/2023 | 100 | 10/03/2023 |
      PDE   | BC 12      |           |         |            |     | 11/03/2023 | 20
    `),
  ).toEqual([]);
});

test('wrong: a status gives the payment as done, and no cell gives its CP', () => {
  expect(
    doubts(`
      axe 2 | état             | EJ         | titulaire | date EJ    | AE  | DP         | payé le | CP
      PDE   | Engagé           | 1400000001 |           | 15/02/2023 | 100 |            |         |
      PDE   | Payé             | 1400000001 |           |            |     | 0100000001 |         |
      PDE   | DP réglée        |            |           |            |     | 0100000002 |         |
      PDE   | Mandaté          | 1400000001 |           |            |     | 0100000003 |         |
      PDE   | Payé le 12/03    | 1400000002 |           | 15/02/2023 | 100 |            |         |
      PDE   | Payée en partie  |            | Alpha     |            |     |            |         |
      PDE   | Mis en paiement  | 1400000001 |           |            |     | 0100000004 |         |
    `),
  ).toEqual([
    missing(2, 'cp', '0100000001', 'Payé'),
    missing(3, 'cp', '0100000002', 'DP réglée'),
    missing(4, 'cp', '0100000003', 'Mandaté'),
    missing(5, 'cp', '1400000002', 'Payé le 12/03'),
    missing(6, 'cp', '', 'Payée en partie'),
    missing(7, 'cp', '0100000004', 'Mis en paiement'),
  ]);
});

test('right: a status of what is still to do, or whose amount is on another row', () => {
  expect(
    doubts(`
      axe 2 | état            | EJ         | titulaire | date EJ    | AE  | DP         | payé le    | CP
      PDE   | Payé            | 1400000001 |           | 15/02/2023 | 100 |            |            |
      PDE   | Payé            | 1400000001 |           |            |     | 0100000001 | 01/03/2023 | 20
      PDE   | Payé            | 1400000001 |           |            |     | 100000001  |            |
      PDE   | À payer         | 1400000001 |           |            |     | 0100000002 |            |
      PDE   | Non payé        | 1400000001 |           |            |     | 0100000003 |            |
      PDE   | Service fait    | 1400000001 |           |            |     | 0100000004 |            |
      PDE   | Facture reçue   | 1400000001 |           |            |     | 0100000005 |            |
      PDE   | En attente      |            | Alpha     |            |     | 0100000006 |            |
    `),
  ).toEqual([]);
});

test('wrong: a status, or a day beside a supplier, gives the EJ as committed, and no cell gives its AE', () => {
  expect(
    doubts(`
      axe 2 | état        | EJ         | titulaire | date EJ    | AE  | CP
      PDE   | Engagé      | 1400000001 |           |            |     |
      PDE   | EJ notifié  | 1400000002 |           |            |     |
      PDE   | Signé       |            | Alpha     |            |     |
      PDE   |             |            | Bravo     | 15/02/2023 |     |
      PDE   |             | BC 12      |           | 15/02/2023 |     |
    `),
  ).toEqual([
    missing(1, 'ae', '1400000001', 'Engagé'),
    missing(2, 'ae', '1400000002', 'EJ notifié'),
    missing(3, 'ae', '', 'Signé'),
    missing(4, 'ae', ''),
    missing(5, 'ae', 'BC 12'),
  ]);
});

test('right: a row typed step by step, a commitment to come, or an AE on another row', () => {
  expect(
    doubts(`
      axe 2 | état       | EJ         | titulaire | objet            | date EJ    | AE  | CP
      PDE   |            | 1400000001 | Alpha     |                  |            |     |
      PDE   | À engager  |            | Alpha     |                  |            |     |
      PDE   | Engagé     |            |           |                  |            |     |
      PDE   |            |            |           | Comité de suivi  | 15/02/2023 |     |
      PDE   |            |            | Bravo     |                  | 15/09/2023 |     |
      PDE   | Engagé     | 1400000002 | Delta     |                  | 15/02/2023 | 100 |
      PDE   | Engagé     | 1400000002 | Delta     | service fait     |            |     |
      PDE   | Engagé     |            | Écho      |                  |            | 100 |
      PDE   | Engagé     |            | Écho      |                  | 15/02/2023 |     |
      PDE   | Engagé     | 1300000005 |           | Accord-cadre     |            |     |
    `).filter(({ details }) => 'what' in details && details.what === 'missing'),
  ).toEqual([]);
});

test('edge: one column of dates, in a journal, may date a note', () => {
  const table = 'axe 2 | titulaire | date EJ    | AE  | CP\nPDE | Alpha | 15/02/2023 | |';
  const ledger = ledgerOf(table);
  const headings = ledger.headings.map((one) => ({ ...one, hasOneDate: true as const }));
  expect(findingsOf(ledger).filter(({ rule }) => rule === 'DON-01')).toEqual([missing(1, 'ae', '')]);
  expect(findingsOf({ ...ledger, headings }).filter(({ rule }) => rule === 'DON-01')).toEqual([]);
});
