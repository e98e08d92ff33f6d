/** Holds the state of the session and notifies its listeners: the pane, the functions. */
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Failure } from '../../workbook/failure';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import { workbookOf, type ReadyPhase, type SessionState } from './session-state';

export class SessionStore {
  private current: SessionState;
  private readonly listeners = new Set<() => void>();

  constructor(today: CivilDate) {
    this.current = {
      phase: { kind: 'loading' },
      asOf: today,
      isAsOfChosen: false,
      ledger: null,
      activity: 'idle',
      progress: null,
      notice: null,
      prepared: null,
      undoable: null,
      author: '',
      contact: { service: '', email: '' },
      calculatesOnDemand: false,
      readAt: null,
      functions: null,
      selected: null,
      extracts: [],
    };
  }

  /** The state now; the same object until something changes. */
  readonly state = (): SessionState => this.current;

  /** Calls the listener at each change, until the returned function is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Replaces the state. */
  set(change: Partial<SessionState>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }

  /** Shows why the last action failed. */
  setFailure(failure: Failure): void {
    this.set({ notice: { kind: 'failed', failure } });
  }

  /** The dossier and its report; null while there is none. */
  ready(): ReadyPhase | null {
    const { phase } = this.current;
    return phase.kind === 'ready' ? phase : null;
  }

  /** The last reading of the workbook; null when it could not be read. */
  workbook(): WorkbookSnapshot | null {
    return workbookOf(this.current.phase);
  }
}
