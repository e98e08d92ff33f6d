/** The edge between the grid and the pane: dragged with the pointer, or moved with the arrow keys. */
import { useState, type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { WORDS } from '../page-words';

/** Pixels: what Excel allows. */
const NARROWEST = 320;
const WIDEST = 800;
const USUAL = 380;
const KEY_STEP = 20;

export interface PaneEdgeProps {
  readonly isPaneShown: boolean;
  readonly grid: ReactNode;
  readonly pane: ReactNode;
}

export function PaneEdge({ isPaneShown, grid, pane }: PaneEdgeProps) {
  const [width, setWidth] = useState(USUAL);
  const resize = (pixels: number): void => setWidth(Math.min(WIDEST, Math.max(NARROWEST, Math.round(pixels))));
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
        aria-label={WORDS.paneWidth}
        aria-valuemin={NARROWEST}
        aria-valuemax={WIDEST}
        aria-valuenow={width}
        title={WORDS.paneWidth}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
        onDoubleClick={() => resize(USUAL)}
        onKeyDown={onKeyDown}
      />
      {pane}
    </main>
  );
}
