/** EJ-09: retraits above their EJ. */
import { Euros } from '../../../../src/domain/money/euros';
import { findingsIn, found } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';

test('right: the whole EJ may be withdrawn, in several rows, even above what is paid', () => {
  expect(
    findingsIn(`
      axe 2 | opération  | EJ         | date EJ    | AE
      PDE   | EJ         | 1400000001 | 15/02/2023 | 600,00
      PDE   | Complément | 1400000001 | 15/03/2023 | 400,00
      PDE   | Retrait    | 1400000001 | 15/06/2023 | -700,00
      PDE   | Retrait    | 1400000001 | 16/06/2023 | -300,00
    `),
  ).toEqual([]);
});

test('wrong: the row that crosses, by date, and each later one', () => {
  expect(
    findingsIn(`
      axe 2 | opération | EJ         | date EJ    | AE
      PDE   | Retrait   | 1400000001 | 17/06/2023 | -50,00
      PDE   | EJ        | 1400000001 | 15/02/2023 | 1 000,00
      PDE   | Retrait   | 1400000001 | 16/06/2023 | -500,00
      PDE   | Retrait   | 1400000001 | 15/06/2023 | -700,00
    `),
  ).toEqual([
    found('EJ-09', 'error', 1, 'ae', { ej: '1400000001', withdrawn: 1250_00, committed: 1000_00, counted: 0 }),
    found('EJ-09', 'error', 3, 'ae', { ej: '1400000001', withdrawn: 1200_00, committed: 1000_00, counted: 300_00 }),
  ]);
});

test('edge: a signed retrait takes nothing from a project, and a project may take from both', () => {
  expect(
    findingsIn(`
      axe 2 | état   | opération | EJ         | date EJ    | AE
      PDE   | projet | EJ        | 1400000001 |            | 100,00
      PDE   |        | Retrait   | 1400000001 | 15/06/2023 | -40,00
      PDE   |        | EJ        | 1400000002 | 15/02/2023 | 100,00
      PDE   | projet | EJ        | 1400000002 |            | 20,00
      PDE   | projet | Retrait   | 1400000002 |            | -130,00
    `),
  ).toEqual([
    found('EJ-09', 'error', 2, 'ae', { ej: '1400000001', withdrawn: 40_00, committed: 0, counted: 0 }),
    found('EJ-09', 'error', 5, 'ae', { ej: '1400000002', withdrawn: 130_00, committed: 120_00, counted: 0 }),
  ]);
});

test('edge: a listed EJ allows its restes à payer', () => {
  const convention = { ...convention2023(), rap: [{ ej: '1400000900', amount: Euros.fromCents<'CP'>(500_00) }] };
  const table = (ae: string): string => `
      axe 2 | opération | EJ         | date EJ    | AE
      PDE   | Retrait   | 1400000900 | 15/06/2023 | ${ae}
    `;
  expect(findingsIn(table('-500,00'), { convention }).map(({ rule }) => rule)).toEqual(['EJ-06']);
  expect(findingsIn(table('-500,01'), { convention })).toEqual([
    found('EJ-06', 'info', 1, 'ae', { ej: '1400000900', cents: 500_00, listed: true }),
    found('EJ-09', 'error', 1, 'ae', { ej: '1400000900', withdrawn: 500_01, committed: 500_00, counted: 500_00 }),
  ]);
});

test('not checkable: no column of EJ', () => {
  expect(
    findingsIn(`
      axe 2 | opération | date EJ    | AE
      PDE   | EJ        | 15/02/2023 | 10,00
      PDE   | Retrait   | 15/06/2023 | -100,00
    `),
  ).toEqual([]);
});
