/** The context of every component of the pane: the session, and the words of the user's language. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { PackPublication } from '../../application/documents/publication';
import type { Session } from '../../application/session/session';
import type { SessionState } from '../../application/session/session-state';
import { assert, type Result } from '../../domain/result';
import type { Failure } from '../../workbook/failure';
import type { Drafts } from './forms/drafts';
import type { PaneWords } from './pane-fr';

export interface Pane {
  readonly session: Session;
  readonly words: PaneWords;
  readonly drafts: Drafts;
  readonly packPublication: PackPublication;
  /** The example workbook of the add-in, which is a file beside its page. */
  readonly fetchExample: () => Promise<Result<Uint8Array, Failure>>;
}

export const PaneContext = createContext<Pane | null>(null);

/** The session and the words. */
export function usePane(): Pane {
  const pane = useContext(PaneContext);
  assert(pane, 'components of the pane live inside PaneContext');
  return pane;
}

/** True while something is written, or waits for Excel: a button that writes is then out of use. */
export function useIsWriting(): boolean {
  const { activity } = useSessionState();
  return activity === 'writing' || activity === 'waiting';
}

/** The current state; the component renders again when it changes. */
export function useSessionState(): SessionState {
  const { session } = usePane();
  return useSyncExternalStore(session.subscribe, session.state);
}
