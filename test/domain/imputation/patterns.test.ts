/** Codes given as patterns: what has the form of one, held against a regular expression on small texts. */
import fc from 'fast-check';
import { isPattern, matchesPattern } from '../../../src/domain/imputation/patterns';

test.each`
  pattern             | text                | matches
  ${'0103-01-*'}      | ${'0103-01-01'}     | ${true}
  ${'0103-01-*'}      | ${'0103-01-'}       | ${true}
  ${'0103-01-*'}      | ${'0103-02-01'}     | ${false}
  ${'0129-????-C00?'} | ${'0129-CAAC-C001'} | ${true}
  ${'0129-????-C00?'} | ${'0129-CAA-C001'}  | ${false}
  ${'*'}              | ${''}               | ${true}
  ${'?'}              | ${''}               | ${false}
  ${'0129'}           | ${'0129'}           | ${true}
  ${'a.c'}            | ${'abc'}            | ${false}
  ${'*01*'}           | ${'0103-01-01'}     | ${true}
  ${'*01'}            | ${'0103-01-02'}     | ${false}
`('$text and $pattern: $matches', ({ pattern, text, matches }: { pattern: string; text: string; matches: boolean }) => {
  expect(matchesPattern(pattern, text)).toBe(matches);
});

test('any pattern matches the same texts as its regular expression', () => {
  const letters = (alphabet: string) => fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 8 });
  fc.assert(
    fc.property(letters('ab*?'), letters('ab'), (pattern, text) => {
      const expression = new RegExp(`^${pattern.replaceAll('*', '[^]*').replaceAll('?', '[^]')}$`);
      expect(matchesPattern(pattern, text)).toBe(expression.test(text));
    }),
    { numRuns: 2000 },
  );
});

test('a pattern made to be slow is not, and an endless text matches nothing', () => {
  expect(matchesPattern('*a'.repeat(90), 'a'.repeat(199) + 'b')).toBe(false);
  expect(matchesPattern('*', 'x'.repeat(1_000_000))).toBe(false);
});

test('patterns and texts have at most two hundred letters', () => {
  const letters = (count: number): string => 'x'.repeat(count);
  expect(matchesPattern(letters(200), letters(200))).toBe(true);
  expect(matchesPattern(`${letters(200)}*`, letters(200))).toBe(false);
  expect(matchesPattern('*', letters(201))).toBe(false);
});

test('a code is no pattern', () => {
  expect(['0103-01-01', 'Signaux Faibles', '0103-*', '0?03'].map(isPattern)).toEqual([false, false, true, true]);
});
