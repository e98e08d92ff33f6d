/** The window around the pane: its width, by the keyboard, and the language asked for in the address. */
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PaneEdge } from '../../../workbench/page/components/PaneEdge';
import { localeIn } from '../../../workbench/page/page-locale';

test('the arrow keys make the pane wider and narrower, within what Excel allows', async () => {
  const user = userEvent.setup();
  render(<PaneEdge isPaneShown grid={<p>grid</p>} pane={<p>pane</p>} />);
  const edge = screen.getByRole('separator', { name: 'Largeur du volet' });
  const width = (): string => screen.getByRole('main').style.getPropertyValue('--pane-width');
  edge.focus();
  expect(width()).toBe('380px');
  await user.keyboard('{ArrowLeft}');
  expect(width()).toBe('400px');
  await user.keyboard('{ArrowRight>10/}');
  expect([width(), edge.getAttribute('aria-valuenow')]).toEqual(['320px', '320']);
  await user.keyboard('{ArrowLeft>40/}');
  expect(width()).toBe('800px');
});

test.each([
  ['', 'fr-FR'],
  ['?langue=en', 'en-US'],
  ['?langue=fr', 'fr-FR'],
  ['?langue=<b>', 'fr-FR'],
])('the address with « %s » plays Excel in %s', (search, locale) => expect(localeIn(search)).toBe(locale));
