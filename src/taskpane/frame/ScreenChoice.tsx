/**
 * The tabs as a menu, on the line of the header, where there is no room for both. Its button is drawn with the first
 * screen; its entries are fetched while the workbook is read, and a button pressed before they came opens them then.
 */
import { lazy, Suspense, useState, type ReactElement } from 'react';
import { ScreenButton } from './ScreenButton';
import type { TabCounts } from './tab-names';

/** Asks for the entries; they come once. */
export const fetchScreenMenu = () => import(/* webpackChunkName: "screen-menu" */ './ScreenMenu');

const ScreenMenu = lazy(async () => ({ default: (await fetchScreenMenu()).ScreenMenu }));

export function ScreenChoice({ counts }: { readonly counts: TabCounts }): ReactElement {
  const [isAsked, setAsked] = useState(false);
  return (
    <Suspense
      fallback={
        <ScreenButton counts={counts} aria-haspopup="menu" aria-expanded={false} onClick={() => setAsked(true)} />
      }
    >
      <ScreenMenu counts={counts} isOpenFirst={isAsked} />
    </Suspense>
  );
}
