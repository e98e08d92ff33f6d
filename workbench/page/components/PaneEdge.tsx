/** The edge between the grid and the pane: dragged with the pointer, or moved with the arrow keys. */
import type { CSSProperties, KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { allowedWidth, NARROWEST, USUAL_WIDTH, WIDEST } from '../page-view';
import type { PageWords } from '../page-words';

const KEY_STEP = 20;

export interface PaneEdgeProps {
  readonly words: PageWords;
  readonly isPaneShown: boolean;
  /** Pixels. */
  readonly width: number;
  readonly onWidth: (pixels: number) => void;
  readonly grid: ReactNode;
  readonly pane: ReactNode;
}

export function PaneEdge({ words, isPaneShown, width, onWidth, grid, pane }: PaneEdgeProps) {
  const resize = (pixels: number): void => onWidth(allowedWidth(pixels));
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) resize(window.innerWidth - event.clientX);
  };
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === 'ArrowLeft') resize(width + KEY_STEP);
    if (key === 'ArrowRight') resize(width - KEY_STEP);
  };
  return (
    <main className="work" style={{ '--pane-width': `${width}px` } as CSSProperties}>
      {grid}
      <div
        className="pane-edge"
        hidden={!isPaneShown}
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={words.paneWidth}
        aria-valuemin={NARROWEST}
        aria-valuemax={WIDEST}
        aria-valuenow={width}
        title={words.paneWidth}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
        onDoubleClick={() => resize(USUAL_WIDTH)}
        onKeyDown={onKeyDown}
      />
      {pane}
    </main>
  );
}
