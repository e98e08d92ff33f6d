/** EJ-06: a retrait on an EJ of an earlier year frees no AE (GBCP, art. 160). */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { Convention } from '../../../../src/domain/envelopes/convention';
import { conventionAt } from '../../../../src/domain/envelopes/credit-years';
import { findingsIn, found } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';
import { Euros } from '../../../../src/domain/money/euros';

const LISTED = '1400000900';
const convention = { ...convention2023(), rap: [{ ej: LISTED, amount: Euros.fromCents<'CP'>(5000000) }] };
const useless = (line: number, ej: string, cents: number, listed: boolean) =>
  found('EJ-06', 'info', line, 'ae', { ej, cents, listed });

const BASE = convention2023();
const BOTH: Convention = {
  ...BASE,
  endsOn: isoDate('2024-12-31'),
  otherYears: [{ year: 2024, ceilings: BASE.ceilings, envelopes: BASE.envelopes, rap: [] }],
};

test('right: a retrait of the year frees AE', () => {
  const table = `
    axe 2 | EJ         | date EJ    | AE
    PDE   | 1400000001 | 15/02/2023 | 100,00
    PDE   | 1400000001 | 15/06/2023 | -40,00
  `;
  expect(findingsIn(table, { convention })).toEqual([]);
});

test('wrong: on an EJ of the RAP list, or one that the ledger dates before the credits', () => {
  const table = `
    axe 2 | EJ         | date EJ    | AE
    PDE   | 1400000900 | 15/06/2023 | -40,00
    PDE   | 1400000001 | 20/12/2022 | 100,00
    PDE   | 1400000001 | 15/06/2023 | -50,00
  `;
  expect(findingsIn(table, { convention }).filter(({ rule }) => rule !== 'PER-03')).toEqual([
    useless(1, LISTED, 4000, true),
    useless(3, '1400000001', 5000, false),
  ]);
});

test('edge: committed in advance on the credits of the year, it is of the year', () => {
  const table = `
    axe 2 | opération         | EJ         | date EJ    | AE
    PDE   | Gestion anticipée | 1400000001 | 20/12/2022 | 100,00
    PDE   | Retrait           | 1400000001 | 15/06/2023 | -50,00
  `;
  expect(findingsIn(table, { convention })).toEqual([]);
});

test('edge: the AE are freed where the convention names a legal basis', () => {
  const table = `
    axe 2 | EJ         | date EJ    | AE
    PDE   | 1400000900 | 15/06/2023 | -40,00
  `;
  expect(findingsIn(table, { convention: { ...convention, recyclingBasis: 'Arrêté du 29 décembre 2016' } })).toEqual(
    [],
  );
  expect(findingsIn(table, { convention: { ...convention, recyclingBasis: ' ' } })).toEqual([
    useless(1, LISTED, 4000, true),
  ]);
});

test('not checkable: a project withdraws nothing yet; without a number nobody knows the year', () => {
  const table = `
    axe 2 | état   | opération | EJ         | date EJ    | AE
    PDE   | projet | Retrait   | 1400000900 | 15/06/2023 | -40,00
    PDE   |        | Retrait   |            | 15/06/2023 | -41,00
  `;
  expect(findingsIn(table, { convention }).map(({ rule }) => rule)).toEqual(['EJ-08']);
});

test('edge: of two retraits, the one that the EJ no longer allows lowers nothing: EJ-09 alone', () => {
  const table = `
    axe 2 | EJ         | date EJ    | AE
    PDE   | 1400000900 | 15/06/2023 | -50 000,00
    PDE   | 1400000900 | 16/06/2023 | -10,00
  `;
  expect(
    findingsIn(table, { convention }).map(({ rule, place }) => [rule, place.kind === 'row' && Number(place.row)]),
  ).toEqual([
    ['EJ-06', 1],
    ['EJ-09', 2],
  ]);
});

test('edge: a retrait of an earlier year is of that year, where it freed AE', () => {
  expect(
    findingsIn(
      `
      axe 2 | EJ         | date EJ    | AE
      PDE   | 1400000001 | 15/02/2023 | 100,00
      PDE   | 1400000001 | 15/09/2023 | -10,00
      PDE   | 1400000001 | 15/02/2024 | -20,00
    `,
      { convention: conventionAt(BOTH, isoDate('2024-12-31')), asOf: '2024-12-31' },
    ).flatMap(({ rule, place }) => (rule === 'EJ-06' && place.kind === 'row' ? [place.row] : [])),
  ).toEqual([3]);
});
