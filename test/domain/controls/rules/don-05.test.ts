/** DON-05: a total row inside the data: never counted, and compared with the rows that it covers. */
import type { Finding } from '../../../../src/domain/controls/findings/finding';
import type { LedgerRow, RowKey } from '../../../../src/domain/envelopes/ledger';
import { findingsIn, findingsOf, found } from '../../../support/controls';
import { ledgerOf } from '../../../support/ledgers/ledger-builder';

test('right: no total row', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | date EJ    | AE
      PDE   | 1400000001 | 15/02/2023 | 1 000,00
    `),
  ).toEqual([]);
});

test('an information when it agrees, each total covering the rows since the one before', () => {
  expect(
    findingsIn(`
      axe 2          | EJ         | date EJ    | AE       | CP
      PDE            | 1400000001 | 15/02/2023 | 1 000,00 |
      PDE            | 1400000002 | 15/02/2023 | 234,56   |
      Total PDE      |            |            | 1 234,56 | 0
      Signaux Faibles| 1400000003 | 15/02/2023 | 10,00    |
      Total SF       |            |            | 10,00    |
    `),
  ).toEqual([
    found('DON-05', 'info', 3, 'ae', { field: 'ae', shown: 123456, sum: 123456 }),
    found('DON-05', 'info', 5, 'ae', { field: 'ae', shown: 1000, sum: 1000 }),
  ]);
});

test('wrong: a total that differs, at the amount that differs', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | date EJ    | AE       | payé le    | CP
      PDE   | 1400000001 | 15/02/2023 | 1 000,00 |            |
      PDE   | 1400000001 |            |          | 20/03/2023 | 300,00
      Total |            |            | 1 000,00 |            | 300,01
    `),
  ).toEqual([found('DON-05', 'error', 3, 'cp', { field: 'cp', shown: 30001, sum: 30000 })]);
});

test('not checkable: a total that nothing can read is reported, never passed over', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | date EJ    | AE
      PDE   | 1400000001 | 15/02/2023 | 1 000,00
      Total |            |            | environ 1 000
    `),
  ).toEqual([found('DON-05', 'warning', 2, 'ae', { field: 'ae', shown: null, raw: 'environ 1 000', sum: 100000 })]);
});

describe('a total may sum several sets of rows', () => {
  const isRight = (table: string): void => {
    const findings = findingsIn(table).filter(({ rule }) => rule === 'DON-05');
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  };

  test('the rows of an envelope, between those of another', () => {
    isRight(`
      axe 2           | EJ         | date EJ    | AE     | objet
      PDE             | 1400000001 | 15/02/2023 | 100,00 |
      Signaux Faibles | 1400000002 | 15/02/2023 | 7,00   |
      PDE             | 1400000003 | 15/02/2023 | 200,00 |
                      |            |            | 300,00 | TOTAL PLACE DES ENTREPRISES
      SF              |            |            | 7,00   | Total
    `);
  });

  test('the rows of a poste, of a supplier, of an EJ, of a kind of operation', () => {
    isRight(`
      opération | axe 2 | poste         | EJ         | titulaire | date EJ    | AE     | payé le    | CP    | objet
      EJ        | PDE   | Frais annexes | 1400000001 | Durand    | 15/02/2023 | 100,00 |            |       |
      EJ        | PDE   | Prestation    | 1400000002 | Martin    | 15/02/2023 | 30,00  |            |       |
      DP        | PDE   | Frais annexes | 1400000001 | Durand    |            |        | 20/03/2023 | 40,00 |
      DP        | PDE   | Prestation    | 1400000002 | Martin    |            |        | 20/03/2023 | 20,00 |
                |       |               |            |           |            | 100,00 |            | 40,00 | Total Frais annexes
                |       |               |            | Martin    |            | 30,00  |            | 20,00 | Sous-total
                |       |               |            |           |            | 100,00 |            | 40,00 | Sous-total EJ 1400000001
                |       |               |            |           |            |        |            | 60,00 | Total DP
    `);
  });

  test('the rows of a month, of a quarter, until a day: commitments and payments by their own dates', () => {
    isRight(`
      axe 2 | EJ         | date EJ    | AE     | payé le    | CP    | objet
      PDE   | 1400000001 | 15/02/2023 | 100,00 |            |       |
      PDE   | 1400000001 |            |        | 20/02/2023 | 40,00 |
      PDE   | 1400000002 | 03/04/2023 | 30,00  |            |       |
      PDE   | 1400000002 |            |        | 20/05/2023 | 20,00 |
            |            |            | 100,00 |            | 40,00 | Sous-total février 2023
            |            |            | 30,00  |            |       | Total avril
            |            |            | 30,00  |            | 20,00 | Total T2
            |            |            | 130,00 |            | 40,00 | Cumul au 30/04/2023
            |            |            | 130,00 |            | 60,00 | Ensemble
    `);
  });

  test('the rows of a month by the day of their service, where they are not paid', () => {
    isRight(`
      axe 2 | EJ         | service fait | payé le | CP    | objet
      PDE   | 1400000001 | 20/02/2023   |         | 40,00 |
      PDE   | 1400000002 | 20/05/2023   |         | 20,00 |
            |            |              |         | 40,00 | Sous-total février 2023
    `);
  });

  test('the rows since the last blank one', () => {
    const ledger = ledgerOf(`
      axe 2 | EJ         | date EJ    | AE     | objet
      PDE   | 1400000001 | 15/02/2023 | 100,00 |
      PDE   | 1400000002 | 15/02/2023 | 7,00   |
      PDE   | 1400000003 | 15/02/2023 | 30,00  |
            |            |            | 37,00  | Total
    `);
    const below = <T extends { readonly key: number }>(one: T): T => (one.key > 1 ? { ...one, key: one.key + 1 } : one);
    const withBlank = { ...ledger, rows: ledger.rows.map(below), totals: ledger.totals.map(below) };
    expect(findingsOf(withBlank)).toMatchObject([{ rule: 'DON-05', severity: 'info' }]);
    expect(findingsOf(ledger)).toMatchObject([{ rule: 'DON-05', severity: 'error' }]);
  });

  /** Two tables: rows 1 to 4 below the headings of row 0, then rows 5 and 6 below those that this adds. */
  function inTwoTables(table: string): readonly string[] {
    const ledger = ledgerOf(table);
    const [first] = ledger.headings;
    const second = { ...first!, row: 4.5 as RowKey };
    return findingsOf({ ...ledger, headings: [first!, second] }).map(({ rule, severity }) => `${rule} ${severity}`);
  }

  test('of several tables: all the rows of its own, above and below it, and no subtotal of another', () => {
    expect(
      inTwoTables(`
        axe 2 | EJ         | date EJ    | AE     | objet
        PDE   | 1400000001 | 15/02/2023 | 100,00 |
              |            |            | 137,00 | Total
        PDE   | 1400000002 | 15/02/2023 | 7,00   |
        PDE   | 1400000003 | 15/02/2023 | 30,00  |
        PDE   | 1400000004 | 15/02/2023 | 5,00   |
      `),
    ).toEqual(['DON-05 info']);
    expect(
      inTwoTables(`
        axe 2 | EJ         | date EJ    | AE     | objet
        PDE   | 1400000001 | 15/02/2023 | 100,00 |
              |            |            | 90,00  | Sous-total
        PDE   | 1400000002 | 15/02/2023 | 7,00   |
        PDE   | 1400000003 | 15/02/2023 | 30,00  |
        PDE   | 1400000004 | 15/02/2023 | 5,00   |
              |            |            | 5,00   | Sous-total
              |            |            | 95,00  | Total général
      `),
    ).toEqual(['DON-05 error', 'DON-05 info', 'DON-05 error']);
  });

  test('in one column of AE and CP, a total is of the ones, of the others, or of both', () => {
    const shown = (total: string): Finding[] => {
      const ledger = ledgerOf(`
        axe 2 | EJ         | date EJ    | AE       | payé le    | CP
        PDE   | 1400000001 | 15/02/2023 | 100,00   |            |
        PDE   | 1400000001 |            |          | 20/03/2023 | 40,00
        Total |            |            | ${total} |            |
      `);
      return findingsOf({ ...ledger, totals: ledger.totals.map((one) => ({ ...one, isEither: true as const })) });
    };
    for (const total of ['100,00', '40,00', '140,00']) expect(shown(total)).toMatchObject([{ severity: 'info' }]);
    expect(shown('130,00')).toEqual([found('DON-05', 'error', 3, 'ae', { field: 'ae', shown: 13000, sum: 14000 })]);
  });

  test('a total above its rows, and subtotals added up', () => {
    isRight(`
      axe 2           | EJ         | date EJ    | AE     | objet
                      |            |            | 107,00 | Total
      PDE             | 1400000001 | 15/02/2023 | 100,00 |
                      |            |            | 100,00 | Sous-total
      Signaux Faibles | 1400000002 | 15/02/2023 | 7,00   |
                      |            |            | 7,00   | S/Total
                      |            |            | 107,00 | Total général
    `);
  });

  test('a total above its rows goes to the next total of its rank, over the subtotals of its part', () => {
    isRight(`
      axe 2           | EJ         | date EJ    | AE     | objet
                      |            |            | 107,00 | Total
      PDE             | 1400000001 | 15/02/2023 | 100,00 |
                      |            |            | 100,00 | Sous-total
      Signaux Faibles | 1400000002 | 15/02/2023 | 7,00   |
                      |            |            | 7,00   | Sous-total
                      |            |            | 30,00  | Total
      PDE             | 1400000003 | 15/02/2023 | 30,00  |
    `);
  });

  test('the rows of the longest name among its words: « Durand Frères » is not « Durand »', () => {
    const shown = (amount: string) =>
      findingsIn(`
        axe 2 | EJ         | titulaire     | date EJ    | AE        | objet
        PDE   | 1400000001 | Durand        | 15/02/2023 | 100,00    |
        PDE   | 1400000002 | Durand Frères | 15/02/2023 | 30,00     |
        PDE   | 1400000003 | Martin        | 15/02/2023 | 7,00      |
              |            |               |            | ${amount} | Total Durand Frères
      `);
    expect(shown('30,00')).toEqual([found('DON-05', 'info', 4, 'ae', { field: 'ae', shown: 3000, sum: 3000 })]);
    expect(shown('31,00')).toEqual([found('DON-05', 'error', 4, 'ae', { field: 'ae', shown: 3100, sum: 3000 })]);
  });

  test('a total of subtotals, one of which is wrong, is right itself', () => {
    const found05 = findingsIn(`
      axe 2           | EJ         | date EJ    | AE     | objet
      PDE             | 1400000001 | 15/02/2023 | 100,00 |
                      |            |            | 100,00 | Sous-total
      Signaux Faibles | 1400000002 | 15/02/2023 | 7,00   |
                      |            |            | 8,00   | Sous-total
                      |            |            | 108,00 | Total général
    `);
    expect(found05.map(({ severity }) => severity)).toEqual(['info', 'error', 'info']);
  });

  test('an amount brought forward, with the rows after it', () => {
    const table = `
      axe 2 | EJ         | date EJ    | AE     | objet
            |            |            | 500,00 | Report 2022
      PDE   | 1400000001 | 15/02/2023 | 100,00 |
            |            |            | 600,00 | Total
    `;
    expect(findingsIn(table).filter(({ rule }) => rule === 'DON-05')).toEqual([
      found('DON-05', 'warning', 1, 'ae', { field: 'ae', shown: 50000, sum: null }),
      found('DON-05', 'info', 3, 'ae', { field: 'ae', shown: 60000, sum: 60000 }),
    ]);
  });

  test('a wrong one is compared with the rows that its words name', () => {
    expect(
      findingsIn(`
        axe 2           | EJ         | date EJ    | AE     | objet
        PDE             | 1400000001 | 15/02/2023 | 100,00 |
        Signaux Faibles | 1400000002 | 15/02/2023 | 7,00   |
        PDE             | 1400000003 | 15/02/2023 | 200,00 |
                        |            |            | 290,00 | Total PDE
      `),
    ).toEqual([found('DON-05', 'error', 4, 'ae', { field: 'ae', shown: 29000, sum: 30000 })]);
  });

  test('amounts and payments are of the same rows: one right amount does not excuse the other', () => {
    expect(
      findingsIn(`
        axe 2           | EJ         | date EJ    | AE     | payé le    | CP
        PDE             | 1400000001 | 15/02/2023 | 100,00 | 01/03/2023 | 50,00
        Signaux Faibles | 1400000002 | 15/02/2023 | 7,00   | 01/03/2023 | 3,00
        Total           |            |            | 107,00 |            | 50,00
      `),
    ).toEqual([found('DON-05', 'error', 3, 'cp', { field: 'cp', shown: 5000, sum: 5300 })]);
  });
});

test('edge: it is never counted: a total above the ceiling crosses nothing', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | date EJ    | AE
      PDE   | 1400000001 | 15/02/2023 | 340 000,00
      Total |            |            | 340 000,00
    `).map(({ rule }) => rule),
  ).toEqual(['DON-05']);
});

test('edge: a total of rows that nothing can read has no finding', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | date EJ    | AE
      PDE   | 1400000001 | 15/02/2023 | 1 000,00
      Total |            |            |
    `),
  ).toEqual([]);
});

test('not checkable: no column of amounts', () => {
  expect(
    findingsIn(`
      axe 2 | EJ
      PDE   | 1400000001
      Total |
    `),
  ).toEqual([]);
});

test('right: a total that sums cancelled rows too', () => {
  const cancelled = ledgerOf(`
    axe 2 | EJ         | date EJ    | AE       | état
    PDE   | 1400000001 | 15/02/2023 | 1 000,00 |
    PDE   | 1400000002 | 15/02/2023 | 200,00   | Annulé
    Total |            |            | 1 200,00 |
  `);
  const isCancelled = ({ status }: LedgerRow): boolean => status === 'cancelled';
  const ledger = {
    ...cancelled,
    rows: cancelled.rows.filter((row) => !isCancelled(row)),
    leftOut: cancelled.rows.filter(isCancelled),
  };
  expect(findingsOf(ledger)).toEqual([found('DON-05', 'info', 3, 'ae', { field: 'ae', shown: 120000, sum: 120000 })]);
  expect(findingsOf({ ...ledger, leftOut: [] })).toMatchObject([{ severity: 'error' }]);
});
