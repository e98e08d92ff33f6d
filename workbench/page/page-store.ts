/** The state shown around the grid, as one immutable object for React. */
import type { AddinManifest } from './manifest';
import type { PageView } from './page-view';

/** A message above the grid, and what to do about it. */
export interface PageMessage {
  readonly sentence: string;
  readonly remedy: string;
}

/** The locale is that of the add-in and of the cells, from the start of the page to its end. */
export interface PageState extends PageView {
  /** Null until a first workbook is open. */
  readonly fileName: string | null;
  /** The file being read, or null. */
  readonly opening: string | null;
  /** A copy is being written. */
  readonly isSaving: boolean;
  readonly message: PageMessage | null;
  readonly manifest: AddinManifest | null;
  readonly isPaneShown: boolean;
  /** A file is dragged over the page. */
  readonly isFileHeld: boolean;
}

export class PageStore {
  private state: PageState;
  private readonly listeners = new Set<() => void>();

  constructor(view: PageView) {
    const nothing = { fileName: null, opening: null, message: null, manifest: null, isSaving: false };
    this.state = { ...nothing, isPaneShown: true, isFileHeld: false, ...view };
  }

  readonly read = (): PageState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  change(change: Partial<PageState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
