/** DON-04: a negative amount that nothing explains. */
import { findingsIn, found } from '../../../support/controls';

test('right: tied to an EJ or to a DP, or explained by a word', () => {
  expect(
    findingsIn(`
      axe 2 | opération | EJ         | DP         | objet                     | date EJ    | AE      | payé le    | CP
      PDE   |           | 1400000001 |            |                           | 15/02/2023 | 500,00  |            |
      PDE   |           | 1400000001 |            |                           | 15/06/2023 | -200,00 |            |
      PDE   |           |            | 0100000001 |                           |            |         | 20/03/2023 | -40,00
      PDE   | Retrait   |            |            |                           | 15/06/2023 | -10,00  |            |
      PDE   |           |            |            | Avoir sur facture de mai  |            |         | 20/03/2023 | -41,00
      PDE   |           |            |            | PÉNALITÉS de retard       |            |         | 20/03/2023 | -42,00
      PDE   |           |            |            | régul. trop-perçu         |            |         | 20/03/2023 | -43,00
    `),
  ).toEqual([]);
});

test('wrong: a decommitment without its commitment; one finding for the row', () => {
  expect(
    findingsIn(`
      axe 2 | opération | EJ | objet     | date EJ    | AE      | payé le    | CP
      PDE   |           |    | Formation | 15/06/2023 | -100,00 |            |
      PDE   | DP        |    | Formation |            |         | 20/06/2023 | -50,00
      PDE   |           |    |           | 15/06/2023 | -1,00   | 20/06/2023 | -1,00
    `),
  ).toEqual([
    found('DON-04', 'warning', 1, 'ae', { field: 'ae', cents: -10000 }),
    found('DON-04', 'warning', 2, 'cp', { field: 'cp', cents: -5000 }),
    found('DON-04', 'warning', 3, 'ae', { field: 'ae', cents: -100 }),
  ]);
});

test('edge: « savoir » and « devoir » are no « avoir »', () => {
  expect(
    findingsIn(`
      axe 2 | objet             | date EJ    | AE
      PDE   | Faire savoir      | 15/06/2023 | -100,00
      PDE   | Devoir de réserve | 15/06/2023 | -101,00
    `).map(({ rule }) => rule),
  ).toEqual(['DON-04', 'DON-04']);
});

test('not checkable: a table that has no place for a number nor for a reason', () => {
  expect(
    findingsIn(`
      axe 2 | date EJ    | AE
      PDE   | 15/06/2023 | -100,00
    `),
  ).toEqual([]);
});
