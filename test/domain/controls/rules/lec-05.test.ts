/** LEC-05: a status, or the nature of an amount, in words that nothing understands. */
import { findingsIn, found } from '../../../support/controls';

test('right: what teams write, and nothing', () => {
  expect(
    findingsIn(`
      axe 2 | état           | EJ         | date EJ    | AE
      PDE   | Notifié        | 1400000001 | 15/02/2023 | 100,00
      PDE   | En cours       | 1400000002 | 15/02/2023 | 100,00
      PDE   | Non signé      | 1400000003 |            | 100,00
      PDE   | Visa refusé    | 1400000004 | 15/02/2023 | 100,00
      PDE   |                | 1400000005 | 15/02/2023 | 100,00
    `),
  ).toEqual([]);
});

test('wrong: one finding for each word, at its first row, with the number of its rows', () => {
  expect(
    findingsIn(`
      axe 2 | état | EJ         | date EJ    | AE
      PDE   | Vert | 1400000001 | 15/02/2023 | 100,00
      PDE   | VERT | 1400000002 | 15/02/2023 | 100,00
      PDE   | Gelé | 1400000003 | 15/02/2023 | 100,00
      PDE   | vert | 1400000004 | 15/02/2023 | 100,00
    `),
  ).toEqual([
    found('LEC-05', 'warning', 1, 'status', { field: 'status', raw: 'Vert', countedAs: 'firm', rows: 3 }),
    found('LEC-05', 'warning', 3, 'status', { field: 'status', raw: 'Gelé', countedAs: 'firm', rows: 1 }),
  ]);
});
