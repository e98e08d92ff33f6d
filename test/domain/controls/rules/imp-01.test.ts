/** IMP-01: a code that the convention imposes is absent. */
import type { Severity } from '../../../../src/domain/controls/findings/finding';
import { findingsIn, found } from '../../../support/controls';
import type { ImputationField } from '../../../../src/domain/imputation/imputation';

const absent = (line: number, field: ImputationField, expected: string, severity: Severity = 'error') =>
  found('IMP-01', severity, line, field, { field, expected: [expected] });

test('right: every code of the « Référence Chorus » is there', () => {
  expect(
    findingsIn(`
      imputation | axe 2
      juste      | PDE
      juste      | Signaux Faibles
    `),
  ).toEqual([]);
});

test('wrong: each absent code is found at its own cell, « # » and « N/A » being empty; the first axis is only a doubt', () => {
  expect(
    findingsIn(`
      axe 2 | programme | domaine    | centre financier | activité     | centre de coûts | axe 1
      PDE   | 0103      |            | 0103-CEFP-C002   | 010300000104 | EMPEF00075      | 36
      PDE   | 0103      | 0103-01-01 | #                | 010300000104 | N/A             | 36
      PDE   |           | 0103-01-01 | 0103-CEFP-C002   |              | EMPEF00075      |
    `),
  ).toEqual([
    absent(1, 'functionalDomain', '0103-01-01'),
    absent(2, 'financialCentre', '0103-CEFP-C002'),
    absent(2, 'costCentre', 'EMPEF00075'),
    absent(3, 'programme', '0103'),
    absent(3, 'activity', '010300000104'),
    absent(3, 'ministerialAxis1', '36', 'warning'),
  ]);
});

test('edge: a payment takes the imputation of its commitment, wherever it is in the ledger', () => {
  expect(
    findingsIn(`
      axe 2 | activité     | EJ         | date EJ    | AE       | payé le    | CP
      PDE   |              | 1400000001 |            |          | 20/03/2023 | 400,00
      PDE   | 010300000104 | 1400000001 | 15/02/2023 | 1 000,00 |            |
      PDE   |              | 1400000001 |            |          | 20/04/2023 | 600,00
    `),
  ).toEqual([]);
});

test('edge: a commitment inherits nothing, and neither does a payment whose EJ is not committed here', () => {
  expect(
    findingsIn(`
      axe 2 | activité     | EJ         | date EJ    | AE       | payé le    | CP
      PDE   |              | 1400000001 | 15/02/2023 | 1 000,00 |            |
      PDE   |              | 1400000002 |            |          | 20/03/2023 | 400,00
    `),
  ).toEqual([
    absent(1, 'activity', '010300000104'),
    absent(2, 'activity', '010300000104'),
    found('EJ-01', 'error', 2, 'ejNumber', { raw: '1400000002', known: true, cp: 40000 }),
  ]);
});

test('edge: a row that commits and pays at once inherits from nobody; an AE of zero commits nothing', () => {
  expect(
    findingsIn(`
      axe 2 | activité     | EJ         | date EJ    | AE     | payé le    | CP
      PDE   |              | 1400000001 | 15/02/2023 | 100,00 | 20/03/2023 | 100,00
      PDE   | 010300000104 | 1400000002 | 15/02/2023 | 100,00 |            |
      PDE   |              | 1400000002 |            | 0      | 20/03/2023 | 50,00
    `),
  ).toEqual([absent(1, 'activity', '010300000104')]);
});

test('not checkable: a column that the team does not have is not blamed', () => {
  expect(
    findingsIn(`
      axe 2 | domaine    | EJ
      PDE   | 0103-01-01 | 1400000001
    `),
  ).toEqual([]);
});

test.each`
  ae              | isFound  | why
  ${''}           | ${false} | ${'a payment'}
  ${'0,00'}       | ${false} | ${'a payment: an AE of zero commits nothing'}
  ${'10,00'}      | ${true}  | ${'a complement of the EJ'}
  ${'-10,00'}     | ${true}  | ${'a retrait'}
  ${'environ 10'} | ${true}  | ${'a commitment, though nobody can read how much'}
`('a row that pays on a committed EJ, with « $ae » of AE and no activité: found $isFound, $why', ({ ae, isFound }) => {
  const found01 = findingsIn(`
    axe 2 | activité     | EJ         | date EJ    | AE     | payé le    | CP
    PDE   | 010300000104 | 1400000001 | 15/02/2023 | 100,00 |            |
    PDE   |              | 1400000001 | 16/02/2023 | ${ae as string} | 20/03/2023 | 50,00
  `).filter(({ rule }) => rule === 'IMP-01');
  expect(found01).toEqual(isFound ? [absent(2, 'activity', '010300000104')] : []);
});

test.each`
  cp              | isFound  | why
  ${'50,00'}      | ${false} | ${'it pays'}
  ${'environ 50'} | ${false} | ${'it pays, though nobody can read how much'}
  ${''}           | ${true}  | ${'it neither commits nor pays'}
`(
  'a row without AE, with « $cp » of CP and no activité, on a committed EJ: found $isFound, $why',
  ({ cp, isFound }) => {
    const found01 = findingsIn(`
    axe 2 | activité     | EJ         | date EJ    | AE     | payé le    | CP
    PDE   | 010300000104 | 1400000001 | 15/02/2023 | 100,00 |            |
    PDE   |              | 1400000001 |            |        | 20/03/2023 | ${cp as string}
  `).filter(({ rule }) => rule === 'IMP-01');
    expect(found01).toEqual(isFound ? [absent(2, 'activity', '010300000104')] : []);
  },
);
