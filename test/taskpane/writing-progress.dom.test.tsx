/** A writing that lasts shows how far it is and can be stopped; a short one shows nothing. */
import { act, render, screen } from '@testing-library/react';
import type { Session } from '../../src/application/session/session';
import type { SessionState } from '../../src/application/session/session-state';
import { Drafts } from '../../src/taskpane/shared/forms/drafts';
import { WritingProgress } from '../../src/taskpane/frame/WritingProgress';
import { PaneContext } from '../../src/taskpane/shared/pane-context';
import { paneWords } from '../../src/taskpane/shared/pane-words';
import { anExample, pack, plain } from '../support/excel/pane';

test('shown after half a second, with « Arrêter »', async () => {
  jest.useFakeTimers();
  let state = { activity: 'writing', progress: null } as Partial<SessionState> as SessionState;
  let tell = (): void => undefined;
  let stops = 0;
  const session = {
    state: () => state,
    subscribe: (listener: () => void) => {
      tell = listener;
      return () => undefined;
    },
    stopWriting: () => stops++,
  } as unknown as Session;
  render(
    <PaneContext.Provider
      value={{
        session,
        words: await paneWords('fr'),
        drafts: new Drafts(),
        packPublication: pack,
        fetchExample: anExample,
      }}
    >
      <WritingProgress />
    </PaneContext.Provider>,
  );
  act(() => jest.advanceTimersByTime(499));
  expect(screen.queryByRole('progressbar')).toBeNull();
  act(() => jest.advanceTimersByTime(1));
  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBeNull();
  act(() => {
    state = { ...state, progress: { done: 3, total: 6 } };
    tell();
  });
  expect(plain(screen.getByRole('progressbar').getAttribute('aria-label'))).toBe(
    'Écriture dans le classeur : 3 sur 6.',
  );
  act(() => screen.getByRole('button', { name: 'Arrêter' }).click());
  expect(stops).toBe(1);
  expect(screen.getByRole('button', { name: 'Arrêt demandé…' }).getAttribute('aria-disabled')).toBe('true');
  act(() => {
    state = { ...state, activity: 'idle', progress: null };
    tell();
  });
  expect(screen.queryByRole('progressbar')).toBeNull();
  jest.useRealTimers();
});
