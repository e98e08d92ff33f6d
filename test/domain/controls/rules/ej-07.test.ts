/** EJ-07: a payment before its service fait, or without any. */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { findingsIn, found } from '../../../support/controls';

const PAID = isoDate('2023-03-20');

test('right: served on the day of the payment, or before', () => {
  expect(
    findingsIn(`
      axe 2 | service fait | payé le    | CP
      PDE   | 20/03/2023   | 20/03/2023 | 100,00
      PDE   | 28/02/2023   | 20/03/2023 | 101,00
      PDE   | 28/02/2023   |            | 102,00
    `),
  ).toEqual([]);
});

test('wrong: served the day after; without a date of service it is a doubt', () => {
  expect(
    findingsIn(`
      axe 2 | service fait | payé le    | CP
      PDE   | 21/03/2023   | 20/03/2023 | 100,00
      PDE   |              | 20/03/2023 | 101,00
    `),
  ).toEqual([
    found('EJ-07', 'error', 1, 'serviceDate', { paid: PAID, served: isoDate('2023-03-21') }),
    found('EJ-07', 'warning', 2, 'serviceDate', { paid: PAID, served: null }),
  ]);
});

test('edge: expenses that may be paid before the service, when the row names them', () => {
  expect(
    findingsIn(`
      axe 2 | opération            | objet                   | service fait | payé le    | CP
      PDE   |                      | Avance de 20 %          | 30/06/2023   | 20/03/2023 | 100,00
      PDE   |                      | Abonnement annuel       |              | 20/03/2023 | 101,00
      PDE   | Carte d'achat        |                         |              | 20/03/2023 | 102,00
      PDE   | DP flux 4            | Service fait présumé    |              | 20/03/2023 | 103,00
      PDE   |                      | Loyer du 2e trimestre   | 30/06/2023   | 20/03/2023 | 104,00
    `),
  ).toEqual([]);
});

test('edge: an avoir has no service; a date out of the period is reported by its own control', () => {
  expect(
    findingsIn(`
      axe 2 | opération | EJ         | date EJ    | AE     | service fait | payé le    | CP
      PDE   | EJ        | 1400000001 | 15/02/2023 | 900,00 |              |            |
      PDE   | Avoir     | 1400000001 |            |        |              | 20/03/2023 | -10,00
      PDE   | DP        | 1400000001 |            |        | 08/01/2024   | 20/03/2023 | 100,00
    `).map(({ rule }) => rule),
  ).toEqual(['PER-02']);
});

test('not checkable: no column of services, or a date that nobody can read', () => {
  expect(
    findingsIn(`
      axe 2 | payé le    | CP
      PDE   | 20/03/2023 | 100,00
    `),
  ).toEqual([]);
  expect(
    findingsIn(`
      axe 2 | service fait | payé le    | CP
      PDE   | en mars      | 20/03/2023 | 100,00
    `).map(({ rule }) => rule),
  ).toEqual(['DON-01']);
});
