/** The window around the pane: its width by the keyboard and by the switch, and the theme. */
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { PaneEdge } from '../../../workbench/page/components/PaneEdge';
import { ViewSwitches } from '../../../workbench/page/components/ViewSwitches';
import { PAGE_WORDS } from '../../../workbench/page/page-words';
import { viewIn, type PageView } from '../../../workbench/page/page-view';

function Window({ search = '', seen }: { readonly search?: string; readonly seen?: (view: PageView) => void }) {
  const [view, setView] = useState(viewIn(search));
  seen?.(view);
  const change = (part: Partial<PageView>): void => setView({ ...view, ...part });
  return (
    <>
      <ViewSwitches view={view} onView={change} />
      <PaneEdge
        words={PAGE_WORDS[view.locale]}
        isPaneShown
        width={view.paneWidth}
        onWidth={(paneWidth) => change({ paneWidth })}
        grid={<p>grid</p>}
        pane={<p>pane</p>}
      />
    </>
  );
}

const width = (): string => screen.getByRole('main').style.getPropertyValue('--pane-width');

test('the arrow keys make the pane wider and narrower, within what Excel allows', async () => {
  const user = userEvent.setup();
  render(<Window />);
  const edge = screen.getByRole('separator', { name: 'Largeur du volet' });
  edge.focus();
  expect(width()).toBe('380px');
  await user.keyboard('{ArrowLeft}');
  expect(width()).toBe('400px');
  await user.keyboard('{ArrowRight>10/}');
  expect([width(), edge.getAttribute('aria-valuenow')]).toEqual(['320px', '320']);
  await user.keyboard('{ArrowLeft>40/}');
  expect(width()).toBe('800px');
});

test('a switch sets the usual widths, and shows which is on', async () => {
  const user = userEvent.setup();
  render(<Window />);
  const pressed = (): readonly (string | null)[] =>
    screen.getAllByRole('button', { pressed: true }).map((button) => button.textContent);
  expect(pressed()).toEqual(['380']);
  await user.tab();
  await user.keyboard('{Enter}');
  expect([width(), pressed()]).toEqual(['320px', ['320']]);
  await user.click(screen.getByRole('button', { name: '500 pixels' }));
  expect(width()).toBe('500px');
});

test.each([
  ['?langue=fr', 'Sombre'],
  ['?langue=en', 'Dark'],
])('%s: the theme is chosen by « %s »', async (search, name) => {
  const user = userEvent.setup();
  const themes: string[] = [];
  render(<Window search={search} seen={({ theme }) => themes.push(theme)} />);
  const button = screen.getByRole('button', { name });
  await user.click(button);
  expect([themes.at(-1), button.getAttribute('aria-pressed')]).toEqual(['dark', 'true']);
  await user.click(button);
  expect(themes.at(-1)).toBe('light');
});
