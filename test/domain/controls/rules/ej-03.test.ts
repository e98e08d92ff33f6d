/** EJ-03: an EJ number that is not ten digits beginning with 10 to 22. */
import { findingsIn, found } from '../../../support/controls';

test('right: numbers of every nature, as text or as a number; « # » is no number at all', () => {
  expect(
    findingsIn(`
      axe 2 | EJ
      PDE   | 1405886249
      PDE   | nombre 2103105755
      PDE   | 2200000001
      PDE   | EJ 1405886249
      PDE   | 1405886249/10
      PDE   | 2103105755.0
      PDE   | #
      PDE   |
    `),
  ).toEqual([]);
});

test('wrong: too short, a foreign prefix, a number of something else, two numbers', () => {
  expect(
    findingsIn(`
      axe 2 | EJ
      PDE   | 140588624
      PDE   | 0001821732
      PDE   | DP 1405886249
      PDE   | 1405886249 et 2103105755
    `),
  ).toEqual([
    found('EJ-03', 'error', 1, 'ejNumber', { raw: '140588624', several: false }),
    found('EJ-03', 'error', 2, 'ejNumber', { raw: '0001821732', several: false }),
    found('EJ-03', 'error', 3, 'ejNumber', { raw: 'DP 1405886249', several: false }),
    found('EJ-03', 'error', 4, 'ejNumber', { raw: '1405886249 et 2103105755', several: true }),
  ]);
});

test.each`
  status      | ej                 | expected
  ${'projet'} | ${'à créer'}       | ${[]}
  ${'annulé'} | ${'en cours'}      | ${[]}
  ${'projet'} | ${'DA 1000123456'} | ${[]}
  ${'projet'} | ${'14058862'}      | ${['EJ-03']}
  ${''}       | ${'à créer'}       | ${['EJ-03']}
`('words in place of the EJ of « $status »: $ej is $expected', ({ status, ej, expected }) => {
  const findings = findingsIn(`
    axe 2 | état | EJ
    PDE   | ${status as string} | ${ej as string}
  `);
  expect(findings.map(({ rule }) => rule).filter((rule) => rule === 'EJ-03')).toEqual(expected);
});

test('edge: a cell error is DON-06', () => {
  expect(
    findingsIn(`
      axe 2 | EJ
      PDE   | #N/A
      PDE   | #REF!
    `).map(({ rule, place }) => [rule, place.kind === 'row' && place.row]),
  ).toEqual([
    ['DON-06', 1],
    ['DON-06', 2],
  ]);
});

test('not checkable: no column of EJ', () => {
  expect(
    findingsIn(`
      axe 2 | objet
      PDE   | 140588624
    `),
  ).toEqual([]);
});
