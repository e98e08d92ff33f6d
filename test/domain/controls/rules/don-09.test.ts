/** DON-09: an amount with more than two decimals. */
import { findingsIn, found } from '../../../support/controls';

test.each`
  amount                          | why
  ${'100,10'}                     | ${'right'}
  ${'nombre 1080.1'}              | ${'right: one decimal'}
  ${'nombre 0.30000000000000004'} | ${'right: a sum of tenths, whose noise no sheet shows'}
  ${''}                           | ${'right: nothing'}
`('$amount: $why', ({ amount }: { amount: string }) => {
  const findings = findingsIn(`axe 2 | EJ | date EJ | AE\nPDE | 1400000001 | 15/02/2023 | ${amount}`);
  expect(findings.filter(({ rule }) => rule === 'DON-09')).toEqual([]);
});

test('wrong: reported with the counted amount, and never rounded in place of the user', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | date EJ    | AE            | payé le    | CP
      PDE   | 1400000001 | 15/02/2023 | nombre 10.005 | 20/03/2023 | nombre 3.333333
    `),
  ).toEqual([
    found('DON-09', 'warning', 1, 'ae', { field: 'ae', raw: '10.005', cents: 1001 }),
    found('DON-09', 'warning', 1, 'cp', { field: 'cp', raw: '3.333333', cents: 333 }),
  ]);
});

test('edge: kept as text too, it has two faults', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | date EJ    | AE
      PDE   | 1400000001 | 15/02/2023 | texte 10,0055
    `).map(({ rule, repair }) => [rule, repair]),
  ).toEqual([
    ['DON-02', null],
    ['DON-09', null],
  ]);
});

test('edge: a cancelled row is not judged', () => {
  expect(findingsIn('axe 2 | état | AE\nPDE | annulé | nombre 10.005')).toEqual([]);
});
