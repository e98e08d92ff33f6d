/** EJ-08: a retrait of an EJ that the ledger does not know. */
import { Euros } from '../../../../src/domain/money/euros';
import { findingsIn, found } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';

test('right: the EJ is committed, above or below, or is a project, or is listed', () => {
  const convention = { ...convention2023(), rap: [{ ej: '1400000900', amount: Euros.fromCents<'CP'>(50_000_00) }] };
  expect(
    findingsIn(
      `
      axe 2 | état   | opération | EJ         | date EJ    | AE
      PDE   |        | Retrait   | 1400000001 | 15/06/2023 | -100,00
      PDE   |        | EJ        | 1400000001 | 15/02/2023 | 1 000,00
      PDE   | projet | EJ        | 1400000002 |            | 500,00
      PDE   | projet | Retrait   | 1400000002 |            | -100,00
      PDE   |        | Retrait   | 1400000900 | 15/06/2023 | -100,00
    `,
      { convention },
    ).map(({ rule }) => rule),
  ).toEqual(['EJ-06']);
});

test('wrong: no row commits it; a payment or a cancelled commitment does not', () => {
  expect(
    findingsIn(`
      axe 2 | état   | opération | EJ         | date EJ    | AE         | payé le    | CP
      PDE   |        | Retrait   | 1400000001 | 15/06/2023 | -20 000,00 |            |
      PDE   | projet | Retrait   | 1400000002 |            | -50,00     |            |
      PDE   | annulé | EJ        | 1400000003 | 15/02/2023 | 100,00     |            |
      PDE   |        | Retrait   | 1400000003 | 15/06/2023 | -100,00    |            |
    `),
  ).toEqual([
    found('EJ-08', 'error', 1, 'ejNumber', { ej: '1400000001', cents: 20_000_00 }),
    found('EJ-08', 'error', 2, 'ejNumber', { ej: '1400000002', cents: 50_00 }),
    found('EJ-08', 'error', 4, 'ejNumber', { ej: '1400000003', cents: 100_00, isPresent: true }),
  ]);
});

test('wrong: the rows of the EJ are in the ledger, and no AE is read on them', () => {
  expect(
    findingsIn(`
      axe 2 | opération | EJ         | date EJ    | AE          | payé le    | CP
      PDE   | EJ        | 1400000001 | 15/02/2023 |             |            |
      PDE   | Retrait   | 1400000001 | 15/06/2023 | -100,00     |            |
      PDE   | DP        | 1400000003 |            |             | 15/03/2023 | 50,00
      PDE   | Retrait   | 1400000003 | 15/06/2023 | -100,00     |            |
      PDE   | Retrait   | 1400000004 | 15/06/2023 | -100,00     |            |
      PDE   | Retrait   | 1400000004 | 16/06/2023 | -100,00     |            |
    `)
      .filter(({ rule }) => rule === 'EJ-08')
      .map(({ details }) => details),
  ).toEqual([
    ...['1400000001', '1400000003'].map((ej) => ({ ej, cents: 100_00, isPresent: true })),
    { ej: '1400000004', cents: 100_00 },
    { ej: '1400000004', cents: 100_00 },
  ]);
});

test('wrong: the retrait names no EJ, signed or not, and nothing is committed without number', () => {
  expect(
    findingsIn(`
      axe 2 | état   | opération | EJ         | date EJ    | AE
      PDE   |        | EJ        | 1400000001 | 15/02/2023 | 1 000,00
      PDE   |        | Retrait   |            | 15/06/2023 | -100,00
      PDE   | projet | Retrait   |            |            | -50,00
      PDE   | annulé | Retrait   |            | 15/06/2023 | -20,00
    `),
  ).toEqual([
    found('EJ-08', 'error', 2, 'ejNumber', { ej: '', cents: 100_00, counted: 0 }),
    found('EJ-08', 'error', 3, 'ejNumber', { ej: '', cents: 50_00, counted: 0 }),
  ]);
});

test('edge: a retrait without number may be of what is committed without number: a doubt, then an error', () => {
  expect(
    findingsIn(`
      axe 2 | opération | EJ | date EJ    | AE
      PDE   | EJ        |    | 15/02/2023 | 120,00
      PDE   | Retrait   |    | 15/06/2023 | -100,00
      PDE   | Retrait   |    | 16/06/2023 | -50,00
    `),
  ).toEqual([
    found('EJ-08', 'warning', 2, 'ejNumber', { ej: '', cents: 100_00, counted: 100_00 }),
    found('EJ-08', 'error', 3, 'ejNumber', { ej: '', cents: 50_00, counted: 20_00 }),
  ]);
});

test('edge: a malformed number is a finding of its own (EJ-03), which shows the retrait that frees nothing', () => {
  expect(
    findingsIn(`
      axe 2 | opération | EJ     | date EJ    | AE
      PDE   | Retrait   | 140500 | 15/06/2023 | -100,00
    `),
  ).toEqual([found('EJ-03', 'error', 1, 'ejNumber', { raw: '140500', several: false, retrait: 100_00 })]);
});

test('edge: a commitment that cannot be read is one; an EJ with words around its number is the same EJ', () => {
  expect(
    findingsIn(`
      axe 2 | opération | EJ            | date EJ    | AE
      PDE   | EJ        | 1400000001    | 15/02/2023 | environ 500
      PDE   | Retrait   | 1400000001    | 15/06/2023 | -100,00
      PDE   | EJ        | 1400000002    | 15/02/2023 | 500,00
      PDE   | Retrait   | EJ 1400000002 | 15/06/2023 | -100,00
    `).map(({ rule }) => rule),
  ).toEqual(['DON-01']);
});

test('not checkable: no column of EJ', () => {
  expect(
    findingsIn(`
      axe 2 | opération | date EJ    | AE
      PDE   | Retrait   | 15/06/2023 | -100,00
    `),
  ).toEqual([]);
});
