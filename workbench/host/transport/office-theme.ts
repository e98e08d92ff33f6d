/**
 * The theme of Excel, for `Office.context.officeTheme`. On Windows and Mac the client reads it from Excel; the client of
 * Excel on the web, which the page runs, receives none (office-js #6134). The page gives it through the argument that
 * the context of every client has for it, so that the add-in reads the theme as it does on a desktop.
 */

export interface OfficeTheme {
  readonly isDarkTheme: boolean;
  /** 0 is Black, 1 Colorful. */
  readonly themeId: number;
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly controlBackgroundColor: string;
  readonly controlForegroundColor: string;
}

export const OFFICE_THEMES: Readonly<Record<'light' | 'dark', OfficeTheme>> = {
  light: {
    isDarkTheme: false,
    themeId: 1,
    bodyBackgroundColor: '#ffffff',
    bodyForegroundColor: '#000000',
    controlBackgroundColor: '#f3f2f1',
    controlForegroundColor: '#252423',
  },
  dark: {
    isDarkTheme: true,
    themeId: 0,
    bodyBackgroundColor: '#262626',
    bodyForegroundColor: '#ffffff',
    controlBackgroundColor: '#363636',
    controlForegroundColor: '#ffffff',
  },
};

type Constructor = new (...parts: unknown[]) => object;

/** The members of the client's window that the theme goes through; absent before Office.js is loaded. */
export interface ThemedClient {
  OSF?: { DDA?: { Context?: Constructor } };
}

/** The rank of `getOfficeTheme` among the arguments of the context. */
const THEME_ARGUMENT = 4;

/** To be called before the client has its context, on the first request of each page. */
export function giveTheme(client: ThemedClient, theme: () => OfficeTheme): void {
  const classes = client.OSF?.DDA;
  if (!classes?.Context) return;
  classes.Context = new Proxy(classes.Context, {
    construct(context, [...parts], target) {
      parts[THEME_ARGUMENT] ??= theme;
      return Reflect.construct(context, parts, target) as object;
    },
  });
}
