/** EJ-02: the payments of an EJ go above what is committed on it. */
import { Euros } from '../../../../src/domain/money/euros';
import { findingsIn, found } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';

const above = (line: number, ej: string, committed: number, paid: number) =>
  found('EJ-02', 'error', line, 'cp', { ej, committed, paid, over: paid - committed });

test('right: paid to the cent, over several commitments and a retrait of the same EJ', () => {
  expect(
    findingsIn(`
      axe 2 | opération | EJ         | date EJ    | AE       | payé le    | CP
      PDE   | EJ        | 1400000001 | 15/02/2023 | 1 000,00 |            |
      PDE   | EJ        | 1400000001 | 15/03/2023 | 500,00   |            |
      PDE   | Retrait   | 1400000001 | 15/11/2023 | -200,00  |            |
      PDE   | DP        | 1400000001 |            |          | 20/04/2023 | 1 000,00
      PDE   | DP        | 1400000001 |            |          | 20/06/2023 | 300,00
    `),
  ).toEqual([]);
});

test('wrong: the row that crosses in the order of payment, then each later one that adds to it', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | date EJ    | AE       | payé le    | CP
      PDE   | 1400000001 |            |          | 20/09/2023 | 50,00
      PDE   | 1400000001 | 15/02/2023 | 1 000,00 |            |
      PDE   | 1400000001 |            |          | 20/04/2023 | 900,00
      PDE   | 1400000001 |            |          | 20/06/2023 | 100,01
    `),
  ).toEqual([above(1, '1400000001', 100000, 105001), above(4, '1400000001', 100000, 100001)]);
});

test('wrong: by a cent', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | date EJ    | AE       | payé le    | CP
      PDE   | 1400000001 | 15/02/2023 | 1 000,00 | 20/04/2023 | 1 000,01
    `),
  ).toEqual([above(1, '1400000001', 100000, 100001)]);
});

test('edge: what is not paid by the day of the controls does not count; a credit note gives room again', () => {
  const table = `
    axe 2 | opération | EJ         | date EJ    | AE       | payé le    | CP
    PDE   | EJ        | 1400000001 | 15/02/2023 | 1 000,00 |            |
    PDE   | DP        | 1400000001 |            |          | 20/04/2023 | 900,00
    PDE   | Avoir     | 1400000001 |            |          | 20/05/2023 | -100,00
    PDE   | DP        | 1400000001 |            |          | 20/06/2023 | 200,00
    PDE   | DP        | 1400000001 |            |          | 20/07/2023 | 1,00
  `;
  expect(findingsIn(table, { asOf: '2023-07-19' })).toEqual([]);
  expect(findingsIn(table, { asOf: '2023-07-20' })).toEqual([above(5, '1400000001', 100000, 100100)]);
});

test('edge: an EJ that one row alone cannot make readable is not judged', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | date EJ    | AE       | payé le    | CP
      PDE   | 1400000001 | 15/02/2023 | 1 000,00 |            |
      PDE   | 1400000001 | 15/03/2023 | environ  |            |
      PDE   | 1400000001 |            |          | 20/04/2023 | 1 200,00
    `).map(({ rule }) => rule),
  ).toEqual(['DON-01']);
});

describe('an earlier EJ, with its restes à payer', () => {
  const convention = {
    ...convention2023(),
    rap: [
      { ej: '1400000900', amount: Euros.fromCents<'CP'>(1000000) },
      { ej: '1400000901', amount: Euros.fromCents<'CP'>(6303200) },
    ],
  };

  test('wrong: above the amount listed for it, though the RAP of the envelope holds', () => {
    expect(
      findingsIn(
        `
        axe 2 | EJ         | AE | payé le    | CP
        PDE   | 1400000900 |    | 20/01/2023 | 10 000,00
        PDE   | 1400000900 |    | 20/02/2023 | 500,00
      `,
        { convention },
      ),
    ).toEqual([above(2, '1400000900', 1000000, 1050000)]);
  });

  test('edge: a decommitment on it lowers what may be paid', () => {
    expect(
      findingsIn(
        `
        axe 2 | opération | EJ         | date EJ    | AE      | payé le    | CP
        PDE   | Retrait   | 1400000900 | 15/01/2023 | -600,00 |            |
        PDE   | DP        | 1400000900 |            |         | 20/01/2023 | 9 500,00
      `,
        { convention },
      ).filter(({ rule }) => rule === 'EJ-02'),
    ).toEqual([above(2, '1400000900', 940000, 950000)]);
  });

  test('edge: a row that breaks the RAP of its envelope too has one finding, PLA-05', () => {
    expect(
      findingsIn(
        `
        axe 2 | EJ         | AE | payé le    | CP
        PDE   | 1400000901 |    | 20/01/2023 | 63 032,00
        PDE   | 1400000900 |    | 20/02/2023 | 10 000,01
      `,
        { convention },
      ).map(({ rule }) => rule),
    ).toEqual(['PLA-05']);
  });
});

test('not checkable: without a column of AE, nobody knows what was committed', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | payé le    | CP
      PDE   | 1400000001 | 20/04/2023 | 1 200,00
    `),
  ).toEqual([]);
});
