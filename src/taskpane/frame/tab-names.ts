/** The names of the tabs, with what waits in each. */
import { formatCount } from '../../messages/format';
import type { PaneWords } from '../shared/pane-fr';
import type { TabName } from '../shared/screens';

/** How many items wait in a tab; 0 or absent: none, or not counted. */
export type TabCounts = Readonly<Partial<Record<TabName, number>>>;

/** A larger number does not fit on the line: it is cut, and read in full. */
const MOST_SHOWN = 999;

/** « 53 », « 999+ »; empty without a count. */
export function countShown(tab: TabName, counts: TabCounts, { language }: PaneWords): string {
  const count = counts[tab] ?? 0;
  if (count === 0) return '';
  return count > MOST_SHOWN ? `${formatCount(MOST_SHOWN, language)}+` : formatCount(count, language);
}

/** The accessible name: « À traiter, 53 constats ». */
export function tabName(tab: TabName, counts: TabCounts, words: PaneWords): string {
  const name = tab === 'chorus' ? words.chorusTab : words.tabs[tab];
  const count = counts[tab] ?? 0;
  return tab === 'findings' && count > 0 ? `${name}, ${words.findings.count(count, count)}` : name;
}
