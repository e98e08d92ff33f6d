/** Univer's interface in the language of the page, in one element of the page: formula bar, cells, sheet tabs. */
import { LogLevel, ThemeService, Univer, type Plugin, type PluginCtor } from '@univerjs/core';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import { UniverSheetsTablePreset, UniverSheetsTableUIPlugin } from '@univerjs/preset-sheets-table';
import { defaultTheme } from '@univerjs/themes';
import { GRID_LANGUAGES } from './grid-words';
import type { PageLocale } from './page-locale';
import type { PageTheme } from './page-view';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import '@univerjs/preset-sheets-table/lib/index.css';

/** Shades of the blue of the French State, as in the window and the pane. */
const BLUE = {
  50: '#F5F5FE',
  100: '#E3E3FD',
  200: '#CACAFB',
  300: '#AEAEF9',
  400: '#8585F6',
  500: '#4C4CC9',
  600: '#000091',
  700: '#00007F',
  800: '#00006D',
  900: '#00005B',
};

type PresetPlugin = PluginCtor<Plugin> | readonly [PluginCtor<Plugin>, unknown];

/** The engine lets the page answer after that many formulas; its usual 500 may last seconds. */
const FORMULAS_IN_A_TASK = 20;

/** Options that the presets do not pass. Excel shows no label over a table. */
const OWN_OPTIONS = new Map<string, object>([
  [UniverSheetsTableUIPlugin.pluginName, { hideAnchor: true }],
  [UniverFormulaEnginePlugin.pluginName, { intervalCount: FORMULAS_IN_A_TASK }],
]);

/** Starts a Univer in the element; workbooks are loaded into it later. */
export function startUniver(container: HTMLElement, pageLocale: PageLocale): Univer {
  const { locale, words } = GRID_LANGUAGES[pageLocale];
  const univer = new Univer({
    theme: { ...defaultTheme, primary: BLUE },
    locale,
    locales: { [locale]: words },
    logLevel: LogLevel.SILENT,
  });
  const presets = [
    UniverSheetsCorePreset({ container, toolbar: false, disableTextFormatMark: true, disableTextFormatAlert: true }),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsDataValidationPreset({ showEditOnDropdown: false }),
    UniverSheetsTablePreset(),
  ];
  const registered = new Set<string>();
  for (const plugin of presets.flatMap((preset) => preset.plugins as readonly PresetPlugin[])) {
    const [constructor, options] = Array.isArray(plugin) ? plugin : [plugin, undefined];
    if (registered.has(constructor.pluginName)) continue; // presets share plugins; each must be registered once
    registered.add(constructor.pluginName);
    univer.registerPlugin(constructor, {
      ...(options as object | undefined),
      ...OWN_OPTIONS.get(constructor.pluginName),
    });
  }
  return univer;
}

/** Univer draws its own window and its cells in either theme. */
export function setGridTheme(univer: Univer, theme: PageTheme): void {
  univer
    .__getInjector()
    .get(ThemeService)
    .setDarkMode(theme === 'dark');
}
