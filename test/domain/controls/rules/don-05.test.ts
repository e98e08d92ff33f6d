/** DON-05: a total row inside the data: never counted, and compared with the rows that it covers. */
import { findingsIn, found } from '../../../support/controls';

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
