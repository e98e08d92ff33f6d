/** A bug never leaves a blank pane. */
import { act, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { ErrorBoundary } from '../../src/taskpane/shared/ErrorBoundary';
import { Drafts, type DraftStorage } from '../../src/taskpane/shared/forms/drafts';
import { paneWords } from '../../src/taskpane/shared/pane-words';
import { plain } from '../support/excel/pane';

function Broken(): ReactElement {
  throw new Error('a bug');
}

test('a component that throws', async () => {
  const words = await paneWords('fr');
  const quiet = jest.spyOn(globalThis['console'], 'error').mockImplementation(() => undefined); // React logs it too
  render(
    <ErrorBoundary words={words} drafts={new Drafts()}>
      <Broken />
    </ErrorBoundary>,
  );
  expect(screen.getByRole('alert').textContent).toMatch(/Une erreur interne a interrompu le volet/);
  expect(screen.getByRole('button', { name: 'Recharger le volet' })).toBeTruthy();
  quiet.mockRestore();
});

test('a promise that fails outside of React’s sight', async () => {
  const words = await paneWords('en');
  render(
    <ErrorBoundary words={words} drafts={new Drafts()}>
      <p>fine</p>
    </ErrorBoundary>,
  );
  act(() => void window.dispatchEvent(new Event('unhandledrejection')));
  expect(screen.getByRole('alert').textContent).toMatch(/internal error/);
});

/** A web view: its storage outlives the pages that it shows. */
function webView(): DraftStorage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, text) => void items.set(key, text),
  };
}

describe.each([
  [
    'fr',
    'Ce que vous saisissiez est gardé : vous le retrouverez en rouvrant le formulaire.',
    'Ce que vous saisissiez dans le formulaire est perdu.',
  ],
  ['en', 'Your entry is kept: you find it again when you open the form.', 'Your entry in the form is lost.'],
] as const)('a bug while a form is filled in, in %s', (language, kept, lost) => {
  const broken = async (drafts: Drafts): Promise<string> => {
    const { container, unmount } = render(
      <ErrorBoundary words={await paneWords(language)} drafts={drafts}>
        <p>fine</p>
      </ErrorBoundary>,
    );
    act(() => void window.dispatchEvent(new Event('unhandledrejection')));
    const text = plain(container.textContent);
    unmount();
    return text;
  };
  const filled = (drafts: Drafts): Drafts => {
    drafts.setOpen('row');
    drafts.type('row', { texts: { label: 'Étude' } });
    return drafts;
  };

  test('the entry is given back after the reload, and the form does not open by itself', async () => {
    const view = webView();
    expect(await broken(filled(new Drafts('Suivi.xlsx v1', view)))).toContain(kept);
    const again = new Drafts('Suivi.xlsx v1', view);
    expect([again.isOpen('row'), again.typed('row')]).toEqual([false, { texts: { label: 'Étude' } }]);
  });

  test('an entry that may be the cause, since the same form broke before, is lost, and that is reported', async () => {
    const view = webView();
    await broken(filled(new Drafts('Suivi.xlsx v1', view)));
    expect(await broken(filled(new Drafts('Suivi.xlsx v1', view)))).toContain(lost);
    expect(new Drafts('Suivi.xlsx v1', view).typed('row')).toBeUndefined();
  });

  test('without storage it is lost, and that is reported; without a form nothing is', async () => {
    expect(await broken(filled(new Drafts()))).toContain(lost);
    expect(await broken(new Drafts())).not.toMatch(/saisi|entry/);
  });
});
