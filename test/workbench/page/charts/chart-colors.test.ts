/** Colours of series are legible on the paper of either theme. */
import { inkOf, legibleOn } from '../../../../workbench/page/charts/chart-colors';

test.each`
  color       | paper      | drawn
  ${'000091'} | ${'light'} | ${'000091'}
  ${'B34000'} | ${'light'} | ${'B34000'}
  ${'161616'} | ${'light'} | ${'161616'}
  ${'FFFFFF'} | ${'dark'}  | ${'FFFFFF'}
`('$color is kept on $paper paper', ({ color, paper, drawn }) => expect(legibleOn(color, paper)).toBe(drawn));

test.each(['000091', '161616', '000000', '7F0000'])('%s is made lighter in the dark', (color) => {
  const [before, after] = [color, legibleOn(color, 'dark')].map((text) => Number.parseInt(text.slice(4), 16));
  expect(after).toBeGreaterThan(before ?? 255);
});

test('white is made darker on white, and both colours are in one CSS colour', () => {
  expect(legibleOn('FFFFFF', 'light')).toBe('8C8C8C');
  expect(inkOf('000091')).toMatch(/^light-dark\(#000091, #[0-9A-F]{6}\)$/);
});
