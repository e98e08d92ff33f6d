/** How the page looks, kept in its address: `?langue=en&theme=sombre&volet=500`. */
import { localeIn, type PageLocale } from './page-locale';

export type PageTheme = 'light' | 'dark';

export interface PageView {
  readonly locale: PageLocale;
  readonly theme: PageTheme;
  /** Pixels. */
  readonly paneWidth: number;
}

/** Pixels: what Excel allows, and the widths of the switch. */
export const NARROWEST = 320;
export const WIDEST = 800;
export const USUAL_WIDTH = 380;
export const PANE_WIDTHS: readonly number[] = [NARROWEST, USUAL_WIDTH, 500];

/** A whole number of pixels that Excel allows. */
export function allowedWidth(pixels: number): number {
  return Math.min(WIDEST, Math.max(NARROWEST, Math.round(pixels)));
}

/** The view that an address asks for; what it does not state, or states wrongly, is as usual. */
export function viewIn(search: string): PageView {
  const words = new URLSearchParams(search);
  const width = words.get('volet') ?? '';
  return {
    locale: localeIn(search),
    theme: words.get('theme') === 'sombre' ? 'dark' : 'light',
    paneWidth: /^\d{1,4}$/.test(width) ? allowedWidth(Number(width)) : USUAL_WIDTH,
  };
}

/** The search of the address of a view; the usual theme and width are left out. */
export function searchOf({ locale, theme, paneWidth }: PageView): string {
  const words = new URLSearchParams({ langue: locale.slice(0, 2) });
  if (theme === 'dark') words.set('theme', 'sombre');
  if (paneWidth !== USUAL_WIDTH) words.set('volet', String(paneWidth));
  return `?${words.toString()}`;
}
