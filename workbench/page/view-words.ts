/** The texts of the switches of the view, in the languages of the page. */
import type { PageLocale } from './page-locale';

interface ViewWords {
  readonly darkTheme: string;
  readonly darkThemeHint: string;
  readonly paneWidth: string;
  readonly pixels: (width: number) => string;
}

export const VIEW_WORDS: Readonly<Record<PageLocale, ViewWords>> = {
  'fr-FR': {
    darkTheme: 'Sombre',
    darkThemeHint: 'Thème sombre d’Excel : le complément redémarre pour le lire, le classeur reste ouvert',
    paneWidth: 'Largeur du volet',
    pixels: (width) => `${width} pixels`,
  },
  'en-US': {
    darkTheme: 'Dark',
    darkThemeHint: 'Excel’s dark theme: the add-in restarts to read it, the workbook stays open',
    paneWidth: 'Width of the pane',
    pixels: (width) => `${width} pixels`,
  },
};
