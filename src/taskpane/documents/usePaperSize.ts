/** The size of a page in the pane: its real one where it fits; else reduced to the width of the pane, or its real one. */
import { useEffect, useState, type RefObject } from 'react';

/** The part of the page that is seen. */
interface Sight {
  /** The scale at which the page fits: 1 when it is no wider than the pane. */
  readonly fitting: number;
  /** The real width and height of the page, in pixels. */
  readonly width: number;
  readonly height: number;
  /** Sides on which a part of the page is out of sight. */
  readonly isCutLeft: boolean;
  readonly isCutRight: boolean;
}

const UNSEEN: Sight = { fitting: 1, width: 0, height: 0, isCutLeft: false, isCutRight: false };

export interface PaperSize extends Sight {
  readonly isReal: boolean;
  readonly setReal: (isReal: boolean) => void;
}

export function usePaperSize(desk: RefObject<HTMLElement | null>, paper: RefObject<HTMLElement | null>): PaperSize {
  const [sight, setSight] = useState(UNSEEN);
  const [isReal, setReal] = useState(false);
  useEffect(() => {
    const [place, page] = [desk.current, paper.current];
    if (place === null || page === null) return undefined;
    const look = (): void => setSight(sightOf(place, page));
    const observer = new ResizeObserver(look); // looks at once, and again when the pane or the page is another
    observer.observe(place);
    observer.observe(page);
    place.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      place.removeEventListener('scroll', look);
    };
  }, [desk, paper]);
  return { ...sight, isReal, setReal };
}

function sightOf(place: HTMLElement, page: HTMLElement): Sight {
  const { scrollLeft, scrollWidth, clientWidth } = place;
  const [isCutLeft, isCutRight] = [scrollLeft > 0, scrollLeft + clientWidth < scrollWidth - 1];
  const { paddingLeft, paddingRight } = getComputedStyle(place);
  const room = clientWidth - pixelsOf(paddingLeft) - pixelsOf(paddingRight);
  const { offsetWidth: width, offsetHeight: height } = page; // a transform does not change them
  return { fitting: width > room && room > 0 ? room / width : 1, width, height, isCutLeft, isCutRight };
}

function pixelsOf(length: string): number {
  return Number(/^[\d.]+(?=px$)/.exec(length)?.[0] ?? 0);
}
