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

test.each`
  words                           | isFound
  ${'Avance forfaitaire'}         | ${false}
  ${'Remboursement des avances'}  | ${false}
  ${'Avancement des travaux'}     | ${true}
  ${'Licence LOCAVANCE'}          | ${true}
  ${'Abonnements presse'}         | ${false}
  ${'Réabonnement presse'}        | ${false}
  ${'CARTES D’ACHATS'}            | ${false}
  ${'Carte  achat de mars'}       | ${true}
  ${'carte  d achat'}             | ${false}
  ${'carte dachat'}               | ${false}
  ${'Cartes de visite'}           | ${true}
  ${'Pancarte d’achat local'}     | ${true}
  ${"Régie d'avances du service"} | ${false}
  ${'Regies  davances'}           | ${false}
  ${'régie davance'}              | ${false}
  ${'Stratégie davance'}          | ${true}
  ${'Régie de recettes'}          | ${true}
  ${'SF presume'}                 | ${false}
  ${'Services faits présumés'}    | ${false}
  ${'LOYERS de mars'}             | ${false}
  ${'Mobiloyer'}                  | ${true}
  ${'Prestation'}                 | ${true}
  ${''}                           | ${true}
`(
  'a payment without service fait, « $words » as its operation or its objet: a doubt $isFound',
  ({ words, isFound }) => {
    for (const column of ['opération', 'objet']) {
      const found07 = findingsIn(`
      axe 2 | ${column} | service fait | payé le    | CP
      PDE   | ${words as string} |     | 20/03/2023 | 100,00
    `).filter(({ rule }) => rule === 'EJ-07');
      expect(found07.map(({ severity }) => severity)).toEqual(isFound ? ['warning'] : []);
    }
  },
);

test.each`
  payment                    | isFound  | why
  ${'| 20/03/2023 | 0,01'}   | ${true}  | ${'a cent is paid'}
  ${'| 20/03/2023 | 0,00'}   | ${false} | ${'nothing is paid'}
  ${'| 20/03/2023 | -5,00'}  | ${false} | ${'an avoir'}
  ${'| 20/03/2023 |'}        | ${false} | ${'no amount'}
  ${'| | 100,00'}            | ${false} | ${'not paid yet'}
  ${'| 05/01/2024 | 100,00'} | ${false} | ${'paid out of the period, which is PER-02'}
`('a payment « $payment » without service fait: found $isFound, $why', ({ payment, isFound }) => {
  const found07 = findingsIn(`
    axe 2 | service fait | payé le | CP
    PDE   ${`| ${payment as string}`}
  `).filter(({ rule }) => rule === 'EJ-07');
  expect(found07).toHaveLength(isFound ? 1 : 0);
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
