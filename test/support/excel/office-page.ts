/**
 * The real Office.js booted as in Excel on the web: a host page and the add-in's frame that exchange messages, without
 * a browser. Slower than `startHost`, for what only a page has: `Office.onReady`, requirement sets, ribbon commands,
 * the start of the functions runtime.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createContext } from 'node:vm';
import type { Host } from '../../../workbench/host/host';
import type { OfficeTheme, ThemedClient } from '../../../workbench/host/transport/office-theme';
import {
  CURRENT_API_SETS,
  frameAddress,
  PageTransport,
  type AddinWindow,
  type HostWindow,
} from '../../../workbench/host/transport/page';
import { FrameTimers } from './frame-timers';
import { DIST, scriptOf, type ClientWindow } from './client-scripts';
import type { OfficeClient } from './office-js';

const ORIGIN = 'https://localhost:3000';
const CONVERSATION = 'conversation-1';
const ADDIN = { id: 'addin-1', name: 'Enveloppe', page: new URL(`${ORIGIN}/taskpane.html`) };

type Listener = (event: { data: string; origin: string; source: unknown }) => void;

/** One side of a pair of windows: what is posted to it reaches its listeners later. */
class MessageWindow {
  readonly origin = ORIGIN;
  private readonly listeners = new Set<Listener>();
  source: unknown = null;

  addEventListener(type: string, listener: unknown): void {
    if (type === 'message') this.listeners.add(listener as Listener);
  }

  removeEventListener(_: string, listener: unknown): void {
    this.listeners.delete(listener as Listener);
  }

  postMessage(data: string): void {
    setTimeout(() => this.listeners.forEach((listener) => listener({ data, origin: ORIGIN, source: this.source })), 0);
  }
}

export interface OpenPage extends OfficeClient {
  readonly transport: PageTransport;
  readonly window: ClientWindow;
  close(): void;
}

export interface PageChoice {
  readonly apiSets?: Readonly<Record<string, string>>;
  readonly theme?: () => OfficeTheme;
  /** Runs in the frame before the add-in's scripts, as its own scripts would: associates functions and commands. */
  readonly script?: (client: OfficeClient) => void;
}

/** Opens the add-in's page in a frame of the host's page and waits for `Office.onReady`. */
export async function openPage(
  host: Host,
  { apiSets = CURRENT_API_SETS, theme, script }: PageChoice = {},
): Promise<OpenPage> {
  const outer = new MessageWindow();
  const inner = new MessageWindow();
  outer.source = inner;
  inner.source = outer;
  const options = { locale: 'fr-FR', documentUrl: `${ORIGIN}/Suivi.xlsx`, apiSets, ...(theme && { theme }) };
  const timers = new FrameTimers();
  const window = frameWindow(inner, outer, timers);
  createContext(window);
  // A window of the browser is one object; here its messages and its scripts are two. The transport compares the first.
  const frame: AddinWindow = Object.defineProperty(inner, 'OSF', { get: () => (window as ThemedClient).OSF });
  const transport = new PageTransport(host, outer as unknown as HostWindow, () => frame, CONVERSATION, ADDIN, options);
  scriptOf('office.debug.js').runInContext(window);
  const client = window as unknown as OfficeClient;
  script?.(client);
  await client.Office.onReady();
  const { Excel, Office, OfficeExtension, CustomFunctions } = client;
  const close = (): void => {
    timers.close();
    transport.dispose();
  };
  return { ...{ Excel, Office, OfficeExtension, CustomFunctions }, transport, window, close };
}

function frameWindow(inner: MessageWindow, outer: MessageWindow, timers: FrameTimers): ClientWindow {
  const address = new URL(frameAddress(ADDIN, 'fr-FR', ORIGIN, CONVERSATION));
  const storage = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  const window: ClientWindow = {
    ...{ Promise, JSON, Date, URL, performance },
    ...timers.globals,
    addEventListener: inner.addEventListener.bind(inner),
    removeEventListener: inner.removeEventListener.bind(inner),
    navigator: { userAgent: 'Mozilla/5.0 Chrome/150', language: 'fr-FR', platform: 'Linux' },
    ...{
      location: address,
      name: '',
      history: {},
      sessionStorage: storage,
      localStorage: storage,
      CustomFunctionMappings: {},
    },
    ...{ parent: outer, top: outer },
  };
  window.document = frameDocument(window, address);
  return Object.assign(window, { window, self: window });
}

/** Loads scripts by their tags, and reads addresses with an anchor: all that the client does with its document. */
function frameDocument(window: ClientWindow, address: URL): unknown {
  const load = (tag: { src: string; onload?: () => void; onreadystatechange?: () => void }): void => {
    const file = new URL(tag.src).pathname.replace('/office/', '');
    setTimeout(() => {
      if (existsSync(join(DIST, file))) scriptOf(file).runInContext(window);
      tag.onload?.();
      tag.onreadystatechange?.();
    }, 0);
  };
  const own = { src: `${ORIGIN}/office/office.debug.js`, getAttribute: () => null };
  return {
    readyState: 'complete',
    domain: 'localhost',
    URL: address.href,
    location: address,
    cookie: '',
    hasFocus: () => true,
    addEventListener: () => undefined,
    getElementById: () => null,
    querySelector: () => null,
    querySelectorAll: () => [],
    getElementsByTagName: (tag: string) => (tag === 'script' ? [own] : [{ appendChild: load }]),
    createElement: anchor,
    body: { appendChild: () => undefined },
    head: { appendChild: load },
    documentElement: {},
  };
}

function anchor(): object {
  return {
    style: {},
    setAttribute(this: Record<string, unknown>, name: string, value: unknown) {
      this[name] = value;
    },
    getAttribute: () => null,
    set href(text: string) {
      const { protocol, hostname, host, port, pathname } = new URL(text, ORIGIN);
      Object.assign(this, { protocol, hostname, host, port, pathname });
    },
  };
}
