/**
 * The window: title, ribbon, messages, the grid at the left and the pane at the right. The grid and the pane fill their
 * own elements.
 */
import { useSyncExternalStore, type RefCallback } from 'react';
import type { RibbonCommand } from '../manifest';
import type { PageStore } from '../page-store';
import type { PageView } from '../page-view';
import { WORDS } from '../page-words';
import { Cross } from './Cross';
import { DropTarget } from './DropTarget';
import { MessageBar } from './MessageBar';
import { PaneEdge } from './PaneEdge';
import { Ribbon } from './Ribbon';
import { TitleBar } from './TitleBar';

export interface PageProps {
  readonly store: PageStore;
  readonly gridRef: RefCallback<HTMLElement>;
  readonly paneRef: RefCallback<HTMLElement>;
  readonly onOpen: (files: readonly File[]) => void;
  readonly onSave: () => void;
  readonly onCommand: (command: RibbonCommand) => void;
  readonly onView: (change: Partial<PageView>) => void;
}

export function Page({ store, gridRef, paneRef, onOpen, onSave, onCommand, onView }: PageProps) {
  const state = useSyncExternalStore(store.subscribe, store.read);
  const addin = state.manifest?.name ?? '';
  return (
    <DropTarget isFileHeld={state.isFileHeld} onHold={(isFileHeld) => store.change({ isFileHeld })} onDrop={onOpen}>
      <div className="window">
        <TitleBar
          fileName={state.fileName}
          opening={state.opening}
          isSaving={state.isSaving}
          view={state}
          onView={onView}
          onOpen={onOpen}
          onSave={onSave}
        />
        <Ribbon manifest={state.manifest} onCommand={onCommand} />
        {state.message && <MessageBar message={state.message} onClose={() => store.change({ message: null })} />}
        <PaneEdge
          isPaneShown={state.isPaneShown}
          width={state.paneWidth}
          onWidth={(paneWidth) => onView({ paneWidth })}
          grid={<section className="grid" aria-label={WORDS.grid} ref={gridRef} />}
          pane={
            <aside className="pane" aria-label={WORDS.pane} hidden={!state.isPaneShown}>
              <header className="pane-title">
                <h2>{addin}</h2>
                <button
                  type="button"
                  className="icon-button"
                  aria-label={WORDS.closePane}
                  onClick={() => store.change({ isPaneShown: false })}
                >
                  <Cross />
                </button>
              </header>
              <div className="pane-frame" ref={paneRef} />
            </aside>
          }
        />
      </div>
    </DropTarget>
  );
}
