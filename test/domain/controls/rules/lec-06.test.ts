/** LEC-06: a poste that no envelope has. */
import { findingsIn, found } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';

test('right: labels, beginnings, plurals', () => {
  expect(
    findingsIn(`
      axe 2 | poste                | EJ         | date EJ    | AE
      PDE   | Frais annexes        | 1400000001 | 15/02/2023 | 1,00
      PDE   | frais annexe         | 1400000002 | 15/02/2023 | 1,00
      PDE   | Outils de production | 1400000003 | 15/02/2023 | 1,00
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

/** Two postes that begin alike. */
function withTwoLines(first: string, second: string) {
  const { envelopes, ...rest } = convention2023();
  return {
    ...rest,
    envelopes: envelopes.map((envelope) => ({
      ...envelope,
      lines: envelope.lines.slice(0, 2).map((line, at) => ({ ...line, label: at === 0 ? first : second, aliases: [] })),
    })),
  };
}

test('wrong: the beginning of two postes names neither, and both are offered', () => {
  const table = `
      axe 2 | poste         | EJ         | date EJ    | AE
      PDE   | Logiciel      | 1400000001 | 15/02/2023 | 900,00
      PDE   | Logiciel 2023 | 1400000002 | 15/02/2023 | 1,00
    `;
  expect(findingsIn(table, { convention: withTwoLines('Logiciel 2023', 'Logiciel 2024') })).toEqual([
    found('LEC-06', 'warning', 1, 'budgetLine', {
      envelope: 'PDE',
      raw: 'Logiciel',
      nearest: null,
      candidates: ['Logiciel 2023', 'Logiciel 2024'],
    }),
  ]);
});

test('wrong: rows without a poste where most have one, once for each envelope, with their sum', () => {
  expect(
    findingsIn(`
      axe 2 | poste                | EJ         | date EJ    | AE
      PDE   | Frais annexes        | 1400000001 | 15/02/2023 | 1,00
      PDE   |                      | 1400000002 | 15/02/2023 | 450,00
      PDE   | #                    | 1400000003 | 15/02/2023 | 50,00
      PDE   | Outils de production | 1400000004 | 15/02/2023 | 1,00
    `),
  ).toEqual([
    found('LEC-06', 'warning', 2, 'budgetLine', {
      envelope: 'PDE',
      raw: '',
      nearest: null,
      blank: { rows: 2, ae: 500_00, cp: 0 },
    }),
  ]);
});

test('right: a team that seldom fills in the poste, an envelope of one poste, a payment, a cancelled row', () => {
  expect(
    findingsIn(`
      axe 2 | poste         | EJ         | date EJ    | AE
      PDE   | Frais annexes | 1400000001 | 15/02/2023 | 1,00
      PDE   |               | 1400000002 | 15/02/2023 | 450,00
      PDE   |               | 1400000003 | 15/02/2023 | 50,00
    `),
  ).toEqual([]);
  const { envelopes, ...rest } = convention2023();
  const oneLine = { ...rest, envelopes: envelopes.map((one) => ({ ...one, lines: one.lines.slice(0, 1) })) };
  const label = oneLine.envelopes.find(({ code }) => code === 'PDE')?.lines[0]?.label ?? '';
  expect(
    findingsIn(
      `
      axe 2 | poste       | EJ         | date EJ    | AE
      PDE   | ${label}    | 1400000001 | 15/02/2023 | 1,00
      PDE   |             | 1400000002 | 15/02/2023 | 450,00
    `,
      { convention: oneLine },
    ),
  ).toEqual([]);
  expect(
    findingsIn(`
      axe 2 | poste         | état   | EJ         | date EJ    | AE   | service fait | DP         | payé le    | CP
      PDE   | Frais annexes |        | 1400000001 | 15/02/2023 | 9,00 |              |            |            |
      PDE   |               |        | 1400000001 |            |      | 01/03/2023   | 0100000001 | 10/03/2023 | 9,00
      PDE   |               | Annulé | 1400000002 | 15/02/2023 | 5,00 |              |            |            |
    `),
  ).toEqual([]);
});
