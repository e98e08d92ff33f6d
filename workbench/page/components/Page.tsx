/**
 * The window: title, ribbon, messages, the grid at the left and the pane at the right. The grid and the pane fill their
 * own elements.
 */
import { useSyncExternalStore, type RefCallback } from 'react';
import type { RibbonCommand } from '../manifest';
import type { PageStore } from '../page-store';
import type { PageView } from '../page-view';
import { PAGE_WORDS } from '../page-words';
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
  const words = PAGE_WORDS[state.locale];
  const addin = state.manifest?.name ?? '';
  return (
    <DropTarget
      words={words}
      isFileHeld={state.isFileHeld}
      onHold={(isFileHeld) => store.change({ isFileHeld })}
      onDrop={onOpen}
    >
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
        <Ribbon words={words} manifest={state.manifest} onCommand={onCommand} />
        {state.message && (
          <MessageBar words={words} message={state.message} onClose={() => store.change({ message: null })} />
        )}
        <PaneEdge
          words={words}
          isPaneShown={state.isPaneShown}
          width={state.paneWidth}
          onWidth={(paneWidth) => onView({ paneWidth })}
          grid={<section className="grid" aria-label={words.grid} ref={gridRef} />}
          pane={
            <aside className="pane" aria-label={words.pane} hidden={!state.isPaneShown}>
              <header className="pane-title">
                <h2>{addin}</h2>
                <button
                  type="button"
                  className="icon-button"
                  aria-label={words.closePane}
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
