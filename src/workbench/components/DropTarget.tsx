/** The whole page takes a dropped file; a veil says so while one is held over it. */
import { useState, type DragEvent, type ReactNode } from 'react';
import { WORDS } from '../words';

export interface DropTargetProps {
  readonly onDrop: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

export function DropTarget({ onDrop, children }: DropTargetProps) {
  const [isOver, setIsOver] = useState(false);
  const hold = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setIsOver(true);
  };
  // The veil covers the page, the pane's frame included, so that leaving it is leaving the page.
  return (
    <div
      className="drop-target"
      onDragEnter={hold}
      onDragOver={hold}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        onDrop([...event.dataTransfer.files]);
      }}
    >
      {children}
      {isOver && (
        <div className="drop-veil" onDragLeave={() => setIsOver(false)}>
          <p>{WORDS.dropHere}</p>
        </div>
      )}
    </div>
  );
}
