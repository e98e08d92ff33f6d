/**
 * A long list of which only the rows in view are drawn, and a few around. The row of the user and the heading of the
 * section in view are always drawn: the focus survives a scroll, and the heading stays at the top.
 */
import { makeStyles } from '@fluentui/react-components';
import { defaultRangeExtractor, useVirtualizer, type Range, type VirtualItem } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import { useScreens } from '../shared/screens';

const useStyles = makeStyles({
  list: { position: 'relative', width: '100%', margin: 0, padding: 0, listStyleType: 'none' },
  item: { position: 'absolute', top: 0, left: 0, width: '100%' },
  sticky: { position: 'sticky', zIndex: 1 },
});

/** Rows drawn above and below the view. */
const AROUND = 10;
/** Height of a row on one line. */
const LINE = 32;

export interface VirtualRowsProps<R extends { readonly key: string }> {
  readonly rows: readonly R[];
  readonly label: string;
  /** The position of the row of the user; −1 for none. */
  readonly current: number;
  /** Positions of the rows that stay at the top, ascending. */
  readonly headings: readonly number[];
  /** Distinguishes the heights that are remembered. */
  readonly name: string;
  readonly draw: (row: R, position: number) => ReactElement;
}

export function VirtualRows<R extends { readonly key: string }>(props: VirtualRowsProps<R>): ReactElement {
  const { rows, label, draw } = props;
  const styles = useStyles();
  const { list, virtualizer, items, heading } = useRows(props);
  const drawItem = ({ index, key, start }: VirtualItem): ReactElement | null => {
    const row = rows[index];
    if (!row) return null;
    const isSticky = index === heading;
    return (
      <li
        key={String(key)}
        ref={virtualizer.measureElement}
        data-index={index}
        aria-setsize={rows.length}
        aria-posinset={index + 1}
        className={isSticky ? styles.sticky : styles.item}
        style={isSticky ? { top: 0 } : { transform: `translateY(${start - virtualizer.options.scrollMargin}px)` }}
      >
        {draw(row, index)}
      </li>
    );
  };
  return (
    <ul ref={list} aria-label={label} className={styles.list} style={{ height: virtualizer.getTotalSize() }}>
      {items.map(drawItem)}
    </ul>
  );
}

function useRows<R extends { readonly key: string }>({ rows, current, headings, name }: VirtualRowsProps<R>) {
  const { kept } = useScreens();
  const list = useRef<HTMLUListElement>(null);
  const margin = useMargin(list);
  const heading = useRef(-1);
  const [sizes] = useState(() => kept.get(`heights of ${name}`) as VirtualItem[] | undefined);
  // oxlint-disable-next-line react/incompatible-library -- the library changes its own object; nothing is memoised
  const virtualizer = useVirtualizer<HTMLElement, HTMLLIElement>({
    count: rows.length,
    getScrollElement: () => scrollerOf(list.current),
    estimateSize: () => LINE,
    getItemKey: useCallback((index: number) => rows[index]?.key ?? index, [rows]),
    overscan: AROUND,
    scrollMargin: margin,
    initialMeasurementsCache: sizes ?? [],
    initialOffset: () => scrollerOf(list.current)?.scrollTop ?? 0,
    useFlushSync: false,
    rangeExtractor: (range: Range) => {
      heading.current = headings.reduce((last, position) => (position <= range.startIndex ? position : last), -1);
      const always = [heading.current, current].filter((position) => position >= 0 && position < rows.length);
      return [...new Set([...always, ...defaultRangeExtractor(range)])].sort((one, other) => one - other);
    },
  });
  useEffect(() => () => void kept.set(`heights of ${name}`, virtualizer.measurementsCache), [kept, name, virtualizer]);
  const shown = useRef(current);
  useEffect(() => {
    if (current >= 0 && shown.current !== current) virtualizer.scrollToIndex(current, { align: 'auto' });
    shown.current = current;
  }, [current, virtualizer]);
  const items = virtualizer.getVirtualItems(); // finds the heading too
  return { list, virtualizer, items, heading: heading.current };
}

/** The part of the pane that scrolls: the list and what is above it. */
function scrollerOf(list: HTMLElement | null): HTMLElement | null {
  let element = list?.parentElement ?? null;
  while (element && !SCROLLS.has(getComputedStyle(element).overflowY)) element = element.parentElement;
  return element ?? (list ? document.documentElement : null);
}

const SCROLLS: ReadonlySet<string> = new Set(['auto', 'scroll']);

/** How far below the top of the scrolled content the list begins; it moves when the filters take another line. */
function useMargin(list: { readonly current: HTMLElement | null }): number {
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => {
    const element = list.current;
    const scroller = scrollerOf(element);
    const above = element?.parentElement;
    if (!element || !scroller || !above) return undefined;
    const measure = (): void => {
      const top = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
      setMargin(Math.round(top + scroller.scrollTop));
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const sibling of above.children) if (sibling !== element) observer.observe(sibling);
    return () => observer.disconnect();
  }, [list]);
  return margin;
}
