/** LEC-06: a poste that no envelope has. */
import { findingsIn, found } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';

test('right: labels, beginnings, plurals; no poste at all', () => {
  expect(
    findingsIn(`
      axe 2 | poste                | EJ         | date EJ    | AE
      PDE   | Frais annexes        | 1400000001 | 15/02/2023 | 1,00
      PDE   | frais annexe         | 1400000002 | 15/02/2023 | 1,00
      PDE   | Outils de production | 1400000003 | 15/02/2023 | 1,00
      PDE   |                      | 1400000004 | 15/02/2023 | 1,00
    `),
  ).toEqual([]);
});

test('wrong: a typing error is repaired, another word is offered the nearest or nothing', () => {
  expect(
    findingsIn(`
      axe 2 | poste         | EJ         | date EJ    | AE
      PDE   | Frais anexes  | 1400000001 | 15/02/2023 | 1,00
      PDE   | Divers        | 1400000002 | 15/02/2023 | 1,00
      PDE   | Fraiz anexex  | 1400000003 | 15/02/2023 | 1,00
    `),
  ).toEqual([
    found(
      'LEC-06',
      'warning',
      1,
      'budgetLine',
      { envelope: 'PDE', raw: 'Frais anexes', nearest: 'Frais annexes' },
      { kind: 'text', value: 'Frais annexes' },
    ),
    found('LEC-06', 'warning', 2, 'budgetLine', { envelope: 'PDE', raw: 'Divers', nearest: null }),
    found('LEC-06', 'warning', 3, 'budgetLine', { envelope: 'PDE', raw: 'Fraiz anexex', nearest: 'Frais annexes' }),
  ]);
});

test('edge: the poste of another envelope is FON-04, an error in its cell DON-06', () => {
  expect(
    findingsIn(`
      axe 2 | poste             | EJ         | date EJ    | AE
      PDE   | Audit de sécurité | 1400000001 | 15/02/2023 | 1,00
      PDE   | #REF!             | 1400000002 | 15/02/2023 | 1,00
    `).map(({ rule }) => rule),
  ).toEqual(['FON-04', 'DON-06']);
});

test('not checkable: a convention without postes, a row without an envelope', () => {
  const { envelopes, ...rest } = convention2023();
  const convention = { ...rest, envelopes: envelopes.map((envelope) => ({ ...envelope, lines: [] })) };
  const table = (axis: string): string => `
      axe 2 | poste  | EJ         | date EJ    | AE
      ${axis} | Divers | 1400000001 | 15/02/2023 | 1,00
    `;
  expect(findingsIn(table('PDE'), { convention })).toEqual([]);
  expect(findingsIn(table('Autre')).map(({ rule }) => rule)).toEqual(['IMP-06']);
});
