/** Colours of series are legible on the paper of either theme. */
import { fillOf, inkOf, legibleOn, mirrored } from '../../../../workbench/page/charts/chart-colors';

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

test('white is made darker on white', () => expect(legibleOn('FFFFFF', 'light')).toBe('8C8C8C'));

test.each`
  color       | other       | because
  ${'161616'} | ${'E9E9E9'} | ${'a line of credits is as strong in the dark'}
  ${'000091'} | ${'6E6EFF'} | ${'the hue stays'}
  ${'E3E3FD'} | ${'02021C'} | ${'a pale fill is dim in the dark'}
  ${'808080'} | ${'7F7F7F'} | ${'grey stays'}
`('$color is mirrored as $other: $because', ({ color, other }) => expect(mirrored(color)).toBe(other));

test('a CSS colour holds that of each theme', () => {
  expect(inkOf('000091')).toBe('light-dark(#000091, #6E6EFF)');
  expect(fillOf('E3E3FD')).toBe('light-dark(#E3E3FD, #02021C)');
});
