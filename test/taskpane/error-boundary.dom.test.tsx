/** A bug never leaves a blank pane. */
import { act, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { ErrorBoundary } from '../../src/taskpane/shared/ErrorBoundary';
import { paneWords } from '../../src/taskpane/shared/pane-words';

function Broken(): ReactElement {
  throw new Error('a bug');
}

test('a component that throws', async () => {
  const words = await paneWords('fr');
  const quiet = jest.spyOn(globalThis['console'], 'error').mockImplementation(() => undefined); // React logs it too
  render(
    <ErrorBoundary words={words}>
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
    <ErrorBoundary words={words}>
      <p>fine</p>
    </ErrorBoundary>,
  );
  act(() => void window.dispatchEvent(new Event('unhandledrejection')));
  expect(screen.getByRole('alert').textContent).toMatch(/internal error/);
});
