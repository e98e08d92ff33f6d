/** Accepts a file dropped anywhere on the page; a veil is shown while one is dragged over it. */
import type { DragEvent, ReactNode } from 'react';
import type { PageWords } from '../page-words';

export interface DropTargetProps {
  readonly words: PageWords;
  readonly isFileHeld: boolean;
  readonly onHold: (isHeld: boolean) => void;
  readonly onDrop: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

export function DropTarget({ words, isFileHeld, onHold, onDrop, children }: DropTargetProps) {
  const hold = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    onHold(true);
  };
  // The veil covers the page and the pane's frame, so that leaving the veil means leaving the page.
  return (
    <div
      className="drop-target"
      onDragEnter={hold}
      onDragOver={hold}
      onDrop={(event) => {
        event.preventDefault();
        onHold(false);
        onDrop([...event.dataTransfer.files]);
      }}
    >
      {children}
      {isFileHeld && (
        <div className="drop-veil" onDragLeave={() => onHold(false)}>
          <p>{words.dropHere}</p>
        </div>
      )}
    </div>
  );
}
