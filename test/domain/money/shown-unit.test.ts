/** The unit that words beside a number give it, as a text or the format of its cell shows them. */
import { shownUnitIn, type ShownUnit } from '../../../src/domain/money/shown-unit';

/** `euros`, `euros ×10^3`, `percentage`…; « - » for words that name no unit. */
function shown(unit: ShownUnit | null): string {
  if (unit?.kind === 'euros') return unit.exponent === 0 ? 'euros' : `euros ×10^${unit.exponent}`;
  return unit?.kind ?? '-';
}

test.each`
  words                    | unit             | why
  ${'€'}                   | ${'euros'}       | ${'the sign'}
  ${'EUR'}                 | ${'euros'}       | ${'the code'}
  ${'Euros'}               | ${'euros'}       | ${'the word'}
  ${'€ TTC'}               | ${'euros'}       | ${'a word after it that is no unit'}
  ${'€ dont TVA 20 %'}     | ${'euros'}       | ${'the euro comes before a percentage'}
  ${'€ (300 USD)'}         | ${'euros'}       | ${'and before another currency'}
  ${'€ pour 12 jours'}     | ${'euros'}       | ${'and before a quantity'}
  ${'k€'}                  | ${'euros ×10^3'} | ${'thousands'}
  ${'K€ HT'}               | ${'euros ×10^3'} | ${'in capitals'}
  ${'keur'}                | ${'euros ×10^3'} | ${'in one word'}
  ${'kE'}                  | ${'euros ×10^3'} | ${'a letter for the sign'}
  ${'KE'}                  | ${'euros ×10^3'} | ${'the same in capitals'}
  ${'Keuros'}              | ${'euros ×10^3'} | ${'the same in one word'}
  ${'MEuros'}              | ${'euros ×10^6'} | ${'millions in one word'}
  ${"milliers d'euros"}    | ${'euros ×10^3'} | ${'in words'}
  ${'M€'}                  | ${'euros ×10^6'} | ${'millions'}
  ${'MEUR'}                | ${'euros ×10^6'} | ${'in one word'}
  ${"millions d'euros"}    | ${'euros ×10^6'} | ${'in words'}
  ${'Md€'}                 | ${'euros ×10^9'} | ${'thousands of millions'}
  ${'MdEUR'}               | ${'euros ×10^9'} | ${'in one word'}
  ${'milliards euros'}     | ${'euros ×10^9'} | ${'in words'}
  ${'env. € sur k'}        | ${'euros'}       | ${'the word after the euro is not its multiple'}
  ${'k'}                   | ${'euros ×10^3'} | ${'a multiple alone is one of euros'}
  ${'millions'}            | ${'euros ×10^6'} | ${'the same in words'}
  ${'Mds'}                 | ${'euros ×10^9'} | ${'the same, short'}
  ${'k environ'}           | ${'-'}           | ${'beside another word it may be anything'}
  ${'%'}                   | ${'percentage'}  | ${'a share'}
  ${'‰'}                   | ${'percentage'}  | ${'per thousand'}
  ${'% du temps, 2 jours'} | ${'percentage'}  | ${'a share before a quantity'}
  ${'$'}                   | ${'currency'}    | ${'a sign'}
  ${'£'}                   | ${'currency'}    | ${'another sign'}
  ${'CHF'}                 | ${'currency'}    | ${'a code'}
  ${'k$'}                  | ${'currency'}    | ${'a multiple of another currency'}
  ${'francs'}              | ${'currency'}    | ${'a word'}
  ${'cts'}                 | ${'currency'}    | ${'hundredths of euros are no euros'}
  ${'dollars par jour'}    | ${'currency'}    | ${'a currency before a quantity'}
  ${'jours'}               | ${'quantity'}    | ${'days'}
  ${'h'}                   | ${'quantity'}    | ${'hours'}
  ${'weeks'}               | ${'quantity'}    | ${'weeks, in English'}
  ${'ETP'}                 | ${'quantity'}    | ${'people'}
  ${'m²'}                  | ${'quantity'}    | ${'an area'}
  ${'unités'}              | ${'quantity'}    | ${'pieces, with an accent'}
  ${'HT'}                  | ${'-'}           | ${'no unit'}
  ${'env.'}                | ${'-'}           | ${'no unit'}
  ${''}                    | ${'-'}           | ${'nothing'}
`('« $words » is $unit: $why', ({ words, unit }: { words: string; unit: string }) => {
  expect(shown(shownUnitIn(words))).toBe(unit);
});
