/** Text for a terminal: wrapped where an ordinary space allows, figures aligned in columns. */
import fc from 'fast-check';
import { inColumns, wrapped } from '../../src/cli/text-layout';

const NB = '\u00a0';

test('a sentence is wrapped at 100 characters, its other lines under its first', () => {
  const sentence = `Suivi!K57 ${'mot '.repeat(40).trim()} : 1${NB}234,00${NB}€ au plus.`;
  const lines = wrapped(sentence, 4, 6);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines[0]).toMatch(/^ {4}Suivi!K57 mot /);
  for (const line of lines.slice(1)) expect(line).toMatch(/^ {6}\S/);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
  expect(lines.join('\n')).toContain(`1${NB}234,00${NB}€`);
});

test('no word is lost or cut in any text; a line is longer than 100 characters only when one word is', () => {
  const words = fc.array(fc.stringMatching(/^[a-zé!$0-9]{1,120}$/), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(words, fc.integer({ min: 0, max: 8 }), (list, indent) => {
      const lines = wrapped(list.join(' '), indent);
      expect(lines.flatMap((line) => line.trim().split(' '))).toEqual(list);
      for (const line of lines) expect(line.length <= 100 || !line.trim().includes(' ')).toBe(true);
    }),
  );
});

test('figures are aligned to the right', () => {
  expect(
    inColumns(
      [
        ['', 'alloué', 'taux'],
        ['AE', '500,00', '9 %'],
        ['CP', '7,00', '100 %'],
      ],
      2,
    ),
  ).toEqual(['      alloué   taux', '  AE  500,00    9 %', '  CP    7,00  100 %']);
});
