/** The assignment of columns to fields against every possible one, on small cases. */
import fc from 'fast-check';
import { bestAssignment, type Claim } from '../../../src/workbook/ledger/columns/column-assignment';

const claims = fc.array(
  fc.record({
    field: fc.constantFrom('a', 'b', 'c', 'd'),
    position: fc.nat(4),
    confidence: fc.nat(20).map((n) => n / 20),
  }),
  { maxLength: 12 },
);

/** The greatest sum over every choice of claims with distinct fields and positions. */
function greatestSum(
  given: readonly Claim<string>[],
  fields: readonly string[] = [],
  positions: readonly number[] = [],
): number {
  return given.reduce((best, claim, index) => {
    if (fields.includes(claim.field) || positions.includes(claim.position)) return best;
    const rest = greatestSum(given.slice(index + 1), [...fields, claim.field], [...positions, claim.position]);
    return Math.max(best, claim.confidence + rest);
  }, 0);
}

test('no other assignment is surer', () => {
  fc.assert(
    fc.property(claims, (given) => {
      const chosen = bestAssignment<string, Claim<string>>(given);
      expect(new Set(chosen.map(({ field }) => field)).size).toBe(chosen.length);
      expect(new Set(chosen.map(({ position }) => position)).size).toBe(chosen.length);
      expect(chosen.reduce((sum, { confidence }) => sum + confidence, 0)).toBeCloseTo(greatestSum(given), 4);
    }),
  );
});

test('a field gives up its first column when another field has no other', () => {
  const chosen = bestAssignment<string, Claim<string>>([
    { field: 'ejNumber', position: 0, confidence: 0.9 },
    { field: 'ejNumber', position: 1, confidence: 0.8 },
    { field: 'ae', position: 0, confidence: 0.7 },
  ]);
  expect(chosen.map(({ field, position }) => `${field} ${position}`).sort()).toEqual(['ae 0', 'ejNumber 1']);
});

test('between equal columns the leftmost wins', () => {
  const chosen = bestAssignment<string, Claim<string>>(
    [3, 1, 2].map((position) => ({ field: 'ae', position, confidence: 1 })),
  );
  expect(chosen).toMatchObject([{ position: 1 }]);
});
