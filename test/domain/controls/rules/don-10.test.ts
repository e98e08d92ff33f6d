/** DON-10: an amount typed with a plus on a row whose operation lowers. */
import { findingsIn, findingsOf, found } from '../../../support/controls';
import { ledgerOf } from '../../../support/ledgers/ledger-builder';

test('right: a minus on what lowers, a plus on what commits or pays', () => {
  expect(
    findingsIn(`
      axe 2 | opération          | EJ         | date EJ    | AE       | payé le    | CP     | service fait
      PDE   | EJ                 | 1400000001 | 15/02/2023 | 1 000,00 |            |        |
      PDE   | Retrait            | 1400000001 | 15/06/2023 | -100,00  |            |        |
      PDE   | DP                 | 1400000001 |            |          | 20/03/2023 | 300,00 | 10/03/2023
      PDE   | Avoir              | 1400000001 |            |          | 21/03/2023 | -50,00 | 10/03/2023
      PDE   | DP hors avoir      | 1400000001 |            |          | 22/03/2023 | 60,00  | 10/03/2023
      PDE   | Annulation d'avoir | 1400000001 |            |          | 23/03/2023 | 50,00  | 10/03/2023
    `),
  ).toEqual([]);
});

test('wrong: the operation decides, and the repair is the negative amount', () => {
  expect(
    findingsIn(`
      axe 2 | opération               | EJ         | date EJ    | AE         | payé le    | CP     | service fait
      PDE   | EJ                      | 1400000001 | 15/02/2023 | 100 000,00 |            |        |
      PDE   | Retrait d'engagement    | 1400000001 | 15/06/2023 | 40 000,00  |            |        |
      PDE   | DP                      | 1400000001 |            |            | 20/03/2023 | 300,00 | 10/03/2023
      PDE   | AVOIR                   | 1400000001 |            |            | 21/03/2023 | 50,00  | 10/03/2023
      PDE   | Désengagements partiels | 1400000001 | 16/06/2023 | 1,00       |            |        |
    `),
  ).toEqual([
    found(
      'DON-10',
      'error',
      2,
      'ae',
      { field: 'ae', words: "Retrait d'engagement", cents: 40_000_00, isLowered: true },
      { kind: 'amount', cents: -40_000_00 },
    ),
    found(
      'DON-10',
      'error',
      4,
      'cp',
      { field: 'cp', words: 'AVOIR', cents: 50_00, isLowered: true },
      { kind: 'amount', cents: -50_00 },
    ),
    found(
      'DON-10',
      'error',
      5,
      'ae',
      { field: 'ae', words: 'Désengagements partiels', cents: 1_00, isLowered: true },
      { kind: 'amount', cents: -1_00 },
    ),
  ]);
});

test('wrong, a doubt: words with another meaning lower without a repair; a label with other words does not lower', () => {
  expect(
    findingsIn(`
      axe 2 | opération     | EJ         | objet              | date EJ    | AE     | payé le    | CP    | service fait
      PDE   | EJ            | 1400000001 | Étude              | 15/02/2023 | 900,00 |            |       |
      PDE   | Remboursement | 1400000001 | Trop-perçu         |            |        | 20/03/2023 | 30,00 | 10/03/2023
      PDE   | DP            | 1400000001 | Avoir Dupont       |            |        | 21/03/2023 | 40,00 | 10/03/2023
    `),
  ).toEqual([
    found('DON-10', 'warning', 2, 'cp', { field: 'cp', words: 'Remboursement', cents: 30_00, isLowered: true }),
    found('DON-10', 'warning', 3, 'cp', { field: 'cp', words: 'Avoir Dupont', cents: 40_00, isLowered: false }),
  ]);
});

test('wrong, a doubt: payments that the whole ledger types with a minus count as payments, each with its heading', () => {
  const ledger = ledgerOf(`
    axe 2 | EJ         | date EJ    | AE     | payé le    | CP    | service fait
    PDE   | 1400000001 | 15/02/2023 | 900,00 |            |       |
    PDE   | 1400000001 |            |        | 20/03/2023 | 30,00 | 10/03/2023
  `);
  const typedWithMinus = { words: 'Paiements', certainty: 'likely', raises: true } as const;
  const rows = ledger.rows.map((row) =>
    row.cp.kind === 'amount' ? { ...row, cp: { ...row.cp, against: typedWithMinus } } : row,
  );
  const details = { field: 'cp', words: 'Paiements', cents: 30_00, isLowered: true, raises: true } as const;
  expect(findingsOf({ ...ledger, rows })).toEqual([found('DON-10', 'warning', 2, 'cp', details)]);
});

test('edge: an amount with fractions of a cent lowers too, and no repair writes it', () => {
  const found10 = findingsIn(`
    axe 2 | opération | EJ         | date EJ    | AE
    PDE   | EJ        | 1400000001 | 15/02/2023 | 900,00
    PDE   | Retrait   | 1400000001 | 15/06/2023 | nombre 33.333
  `).filter(({ rule }) => rule === 'DON-10');
  const details = { field: 'ae', words: 'Retrait', cents: 33_33, isLowered: true } as const;
  expect(found10).toEqual([found('DON-10', 'error', 2, 'ae', details)]);
});
