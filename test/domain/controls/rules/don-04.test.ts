/** DON-04: a negative amount that nothing explains. */
import { findingsIn, found } from '../../../support/controls';

test('right: tied to an EJ or to a DP, or explained by a word', () => {
  expect(
    findingsIn(`
      axe 2 | opération | EJ         | DP         | objet                     | date EJ    | AE      | payé le    | CP
      PDE   |           | 1400000001 |            |                           | 15/02/2023 | 500,00  |            |
      PDE   |           | 1400000001 |            |                           | 15/06/2023 | -200,00 |            |
      PDE   |           |            | 0100000001 |                           |            |         | 20/03/2023 | -40,00
      PDE   |           |            |            | Avoir sur facture de mai  |            |         | 20/03/2023 | -41,00
      PDE   |           |            |            | PÉNALITÉS de retard       |            |         | 20/03/2023 | -42,00
      PDE   |           |            |            | régul. trop-perçu         |            |         | 20/03/2023 | -43,00
    `),
  ).toEqual([]);
});

test('wrong: a decommitment without its commitment; one finding for the row', () => {
  expect(
    findingsIn(`
      axe 2 | opération | objet     | date EJ    | AE      | payé le    | CP
      PDE   |           | Formation | 15/06/2023 | -100,00 |            |
      PDE   | DP        | Formation |            |         | 20/06/2023 | -50,00
      PDE   |           |           | 15/06/2023 | -1,00   | 20/06/2023 | -1,00
    `),
  ).toEqual([
    found('DON-04', 'warning', 1, 'ae', { field: 'ae', cents: -10000 }),
    found('DON-04', 'warning', 2, 'cp', { field: 'cp', cents: -5000 }),
    found('DON-04', 'warning', 3, 'ae', { field: 'ae', cents: -100 }),
  ]);
});

test('wrong: negative AE on an operation that commits, with the EJ that they lower', () => {
  const operation = (words: string) => ({ field: 'ae', cents: -100_00, operation: words }) as const;
  expect(
    findingsIn(`
      axe 2 | opération              | EJ         | objet             | date EJ    | AE
      PDE   | Engagement             | 1400000001 | Mission           | 15/02/2023 | 5 000,00
      PDE   | Engagement             | 1400000001 | Mission           | 15/06/2023 | -100,00
      PDE   | Complément             | 1400000001 | Mission           | 16/06/2023 | -100,00
      PDE   | Engagement             | 1400000001 | Retrait partiel   | 17/06/2023 | -100,00
      PDE   | Complément en moins    | 1400000001 | Mission           | 18/06/2023 | -100,00
      PDE   | EJ                     | 1400000001 | Mission           | 19/06/2023 | -100,00
      PDE   | Avenant                | 1400000001 | Mission           | 20/06/2023 | -100,00
    `),
  ).toEqual([
    found('DON-04', 'warning', 2, 'ae', operation('Engagement')),
    found('DON-04', 'warning', 3, 'ae', operation('Complément')),
  ]);
});

test('wrong: AE taken off by a payment of the same amount, which frees none', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | objet                  | date EJ    | AE       | payé le    | CP
      PDE   | 1400000001 | Mission                | 15/02/2023 | 5 000,00 |            |
      PDE   | 1400000001 | Paiement F1            | 15/06/2023 | -100,00  | 15/06/2023 | 100,00
      PDE   | 1400000001 | Paiement et retrait    | 16/06/2023 | -200,00  | 16/06/2023 | 200,00
      PDE   | 1400000001 | Paiement F3            | 17/06/2023 | -301,00  | 17/06/2023 | 300,00
    `),
  ).toEqual([found('DON-04', 'warning', 2, 'ae', { field: 'ae', cents: -100_00, isOfPayment: true })]);
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

test.each`
  column         | isJudged | why
  ${'EJ'}        | ${false} | ${'it could be tied to its commitment, which EJ-08 asks for'}
  ${'DP'}        | ${true}  | ${'it could be tied to its payment'}
  ${'opération'} | ${true}  | ${'the operation could give the reason'}
  ${'objet'}     | ${true}  | ${'the objet could give the reason'}
  ${'titulaire'} | ${false} | ${'a supplier gives no reason'}
`('a table with « $column » alone beside the amounts is judged: $isJudged, $why', ({ column, isJudged }) => {
  const found04 = findingsIn(`
    axe 2 | ${column as string} | date EJ    | AE
    PDE   |                     | 15/06/2023 | -100,00
  `).filter(({ rule }) => rule === 'DON-04');
  expect(found04).toHaveLength(isJudged ? 1 : 0);
});

test.each`
  ae                 | cp         | field   | why
  ${'0,00'}          | ${'0,00'}  | ${null} | ${'nothing is negative'}
  ${'0,00'}          | ${'-1,00'} | ${'cp'} | ${'the payment is negative'}
  ${'5,00'}          | ${'-1,00'} | ${'cp'} | ${'the payment is negative, beside a commitment'}
  ${'-0,01'}         | ${'5,00'}  | ${'ae'} | ${'a cent is withdrawn, beside a payment'}
  ${'texte env. -5'} | ${'-1,00'} | ${'cp'} | ${'the AE cannot be read, the payment is negative'}
`('AE $ae and CP $cp: found at $field, $why', ({ ae, cp, field }) => {
  const found04 = findingsIn(`
    axe 2 | objet | date EJ    | AE | payé le | CP
    PDE   | Étude | 15/06/2023 | ${ae as string} | 20/06/2023 | ${cp as string}
  `).filter(({ rule }) => rule === 'DON-04');
  expect(found04.map(({ place }) => place.kind === 'row' && place.field)).toEqual(field === null ? [] : [field]);
});

test('edge: a number that is not that of an EJ is reported as such (EJ-03), not as a missing reason', () => {
  const rules = findingsIn(`
    axe 2 | EJ  | date EJ    | AE
    PDE   | 140 | 15/06/2023 | -100,00
  `).map(({ rule }) => rule);
  expect(rules).toEqual(['EJ-03']);
});

test.each(
  (
    'Retrait partiel, Avoirs, Annulation, Régularisation, Pénalité, Remboursement, Désengagement, Dégagement, Diminution, ' +
    'Réduction, Restitution, Reversement, Rétablissement de crédits, Rectification, Correction, Extourne, ' +
    'Contrepassation, Trop-perçu, Trop versé, Ristourne, Remise, Rabais, Réimputation, Résiliation'
  ).split(', '),
)('right: « %s » is a reason, as an operation or in an objet', (words) => {
  for (const row of [`${words} |`, `| Facture, ${words.toLowerCase()}`]) {
    const found04 = findingsIn(`
      axe 2 | opération | objet | date EJ    | AE
      PDE   | ${row}            | 15/06/2023 | -100,00
    `).filter(({ rule }) => rule === 'DON-04');
    expect(found04).toEqual([]);
  }
});
