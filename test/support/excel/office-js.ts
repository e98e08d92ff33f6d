/**
 * The real, unmodified Office.js client (`@microsoft/office-js`) over the simulated host, as in a page: `Excel.run`,
 * events and custom functions are the client's own. Each `startHost` runs the scripts of the client afresh, so that no test
 * sees another's handlers.
 */
import type { FunctionsFile } from '../../../workbench/host/custom-functions/metadata';
import type { Grid, GridWorkbook } from '../../../workbench/host/grid';
import { Host, type HostOptions } from '../../../workbench/host/host';
import { createBridge, type NativeBridge } from '../../../workbench/host/transport/bridge';
import { createHeadlessGrid } from '../../../workbench/host/univer/headless';
import { PlainGrid } from '../grid/plain-grid';
import { runClientScripts, type ClientWindow } from './client-scripts';
import { FrameTimers, type ClientTimers } from './frame-timers';

export interface OfficeClient {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly CustomFunctions: typeof CustomFunctions;
}

export interface StartedHost extends StartedClient {
  readonly host: Host;
  readonly grid: Grid;
  /** `Excel.run` of this client. */
  readonly run: <T>(batch: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;
  dispose(): void;
}

export interface StartOptions extends HostOptions {
  /** The grid has an engine, which computes native formulas (`startExcel` does without, fifteen times faster). */
  readonly computes?: boolean;
  /** Requirement sets that the client finds supported, and up to which version; all of them when absent. */
  readonly apiSets?: Readonly<Record<string, string>>;
  readonly functions?: { readonly file: FunctionsFile; readonly namespace: string };
  /** The language of Excel's menus: `Office.context.displayLanguage`. */
  readonly displayLanguage?: string;
  readonly isDarkTheme?: boolean;
}

/** The globals of a page, as far as the client asks for them. */
function clientWindow(bridge: NativeBridge, timers: ClientTimers): ClientWindow {
  const window: ClientWindow = {
    ...{ Promise, JSON, Date, URL, performance },
    navigator: { userAgent: 'Jest', language: 'fr-FR', platform: 'Linux' },
    location: new URL('https://localhost/taskpane.html'),
    ...timers.globals,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    name: '',
    CustomFunctionMappings: {},
    _richApiNativeBridge: bridge,
  };
  return Object.assign(window, { window, self: window, top: window, parent: window });
}

/** A client of a host: one runtime of the add-in. */
export interface StartedClient extends OfficeClient {
  /** The window that the client sees. */
  readonly window: ClientWindow;
  /**
   * Makes the client's globals those of the test (`Excel`, `Office`, `OfficeExtension`, `CustomFunctions`), as in the
   * add-in's page.
   */
  install(): void;
}

/** Loads a client of a host. It ends with its bridge and its timers. */
export function startClient(bridge: NativeBridge, timers: ClientTimers, options: StartOptions = {}): StartedClient {
  const window = clientWindow(bridge, timers);
  runClientScripts(window);
  describeOffice(window, options);
  const { Excel, Office, OfficeExtension, CustomFunctions } = window as unknown as OfficeClient;
  const globals = { Excel, Office, OfficeExtension, CustomFunctions };
  return { ...globals, window, install: () => install(globals) };
}

/** The client whose globals the test has. */
let installed: OfficeClient | null = null;

/** A global is defined once, as that of the present client: the environment of a test keeps each former value. */
function install(client: OfficeClient): void {
  for (const name of Object.keys(client) as (keyof OfficeClient)[])
    if (!(name in globalThis))
      Object.defineProperty(globalThis, name, { configurable: true, get: () => installed?.[name] });
  installed = client;
}

/** Starts a host over a workbook and a client of it. */
export function startHost(workbook: GridWorkbook, options: StartOptions = {}): StartedHost {
  const { computes = true, locale } = options;
  const grid = computes ? createHeadlessGrid(workbook, locale) : new PlainGrid(workbook);
  const host = new Host(grid, options);
  if (options.functions) host.registerFunctions(options.functions.file, options.functions.namespace);
  const timers = new FrameTimers();
  const client = startClient(createBridge(host), timers, options);
  if (options.functions) host.functions.ready();
  return {
    ...client,
    host,
    grid,
    run: (batch) => client.Excel.run(batch),
    dispose: () => {
      timers.close();
      host.dispose();
    },
  };
}

/** Facts that the bootstrap learns from the host of a page, and cannot learn here. */
function describeOffice(
  window: ClientWindow,
  { apiSets, displayLanguage = 'fr-FR', isDarkTheme = false }: StartOptions,
): void {
  const isSetSupported = (name: string, version = '1.1'): boolean => {
    if (!apiSets) return true;
    const supported = apiSets[name];
    return supported !== undefined && compareVersions(supported, version) >= 0;
  };
  const context = {
    displayLanguage,
    contentLanguage: displayLanguage,
    requirements: { isSetSupported },
    officeTheme: { isDarkTheme },
  };
  const info = { host: 'Excel', platform: 'OfficeOnline' };
  Object.assign(window.OSF as object, {
    _OfficeAppFactory: { getContext: () => context, getHostInfo: () => ({ hostType: 'excel', hostPlatform: 'web' }) },
  });
  Object.assign(window.Office as object, { onReady: async () => info });
}

function compareVersions(one: string, other: string): number {
  const [major = 0, minor = 0] = one.split('.').map(Number);
  const [otherMajor = 0, otherMinor = 0] = other.split('.').map(Number);
  return major - otherMajor || minor - otherMinor;
}
