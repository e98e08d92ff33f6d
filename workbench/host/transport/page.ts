/**
 * The host in a page that shows the add-in in an iframe, as in Excel on the web: JSON by `postMessage`, one
 * conversation per frame. Both pages must be served over https under the same host name, or the client asks its user
 * whether to trust the host.
 */
import { requestOf, type Host, type RequestOutcome } from '../host';
import { toArrayEntry, type MessageEntry } from '../message-entries';
import { giveTheme, type OfficeTheme, type ThemedClient } from './office-theme';

export interface PageAddin {
  readonly id: string;
  readonly name: string;
  /** Address of the add-in's page. */
  readonly page: URL;
}

export interface PageOptions {
  /** Language of Excel's menus and of its data. */
  readonly locale: string;
  /** Address of the workbook, shown by `Office.context.document.url`. */
  readonly documentUrl: string;
  /** Requirement sets and their versions. */
  readonly apiSets: Readonly<Record<string, string>>;
  /** The theme at this moment; absent, the add-in is given none, as in Excel on the web. */
  readonly theme?: () => OfficeTheme;
}

/** The requirement sets of a Microsoft 365 of 2024, as far as this host implements them. */
export const CURRENT_API_SETS: Readonly<Record<string, string>> = {
  ExcelApi: '1.17',
  SharedRuntime: '1.2',
  CustomFunctionsRuntime: '1.4',
  CustomFunctions: '1.7',
  RibbonApi: '1.2',
  DelayForCellEdit: '1.1',
};

/** The members of a window that the transport uses, so that a test can pass its own. */
export interface HostWindow {
  readonly origin: string;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

export interface AddinWindow extends ThemedClient {
  postMessage(message: string, targetOrigin: string): void;
}

const SHARED_RUNTIME_WITH_FUNCTIONS = 3;

/** The address of the frame, with the description of the host. */
export function frameAddress(addin: PageAddin, locale: string, hostOrigin: string, conversation: string): string {
  const address = new URL(addin.page);
  address.search = `?_host_Info=Excel$Web$16.01$${locale}$${conversation}$$$${SHARED_RUNTIME_WITH_FUNCTIONS}`;
  address.hash = `#&_serializer_version=1&_xdm_Info=${conversation}|${addin.id}|${hostOrigin}`;
  return address.href;
}

interface ClientMessage {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _actionType: number;
  readonly _data: unknown;
}

interface MethodData {
  readonly DdaMethod?: { readonly DispatchId: number };
  readonly ArrayData?: readonly unknown[];
  readonly [index: number]: unknown;
}

const TYPE = { request: 0, response: 1 } as const;
const ACTION = { invoke: 0, register: 1, unregister: 2 } as const;
const RESPONSE = { forCall: 0, forEvent: 1 } as const;
const DISPATCH = { richApi: 93, commandCompleted: 94 } as const;
const NOT_SUPPORTED = 5000;
/** The error of Excel itself when it fails. */
const GENERAL_EXCEPTION = 5001;
const BODY = 4;
const FLAGS = 6;

export class PageTransport {
  private readonly registered = new Set<string>();
  private readonly commands = new Map<string, (status: number) => void>();
  private waitingCommands: (() => void)[] = [];
  private waitingEntries: MessageEntry[] = [];
  private lastId = 0;
  private readonly listener = (event: MessageEvent): void => this.receive(event);
  private readonly disconnect: () => void;

  constructor(
    private readonly host: Host,
    private readonly window: HostWindow,
    /** Null while the frame is empty. */
    private readonly frame: () => AddinWindow | null,
    private readonly conversation: string,
    private readonly addin: PageAddin,
    private readonly options: PageOptions,
  ) {
    window.addEventListener('message', this.listener);
    this.disconnect = host.connect((entries) => this.sendEntries(entries));
  }

  /**
   * Presses a ribbon button whose action runs a function; resolves with the status that the add-in returns (0: done).
   */
  invokeCommand(action: string, controlId: string): Promise<number> {
    const id = `command-${(this.lastId += 1)}`;
    return new Promise((resolve) => {
      this.commands.set(id, resolve);
      const send = (): void =>
        this.sendEvent('appCommandInvoked', { 0: id, 1: action, 2: JSON.stringify({ source: { id: controlId } }) });
      if (this.registered.has('appCommandInvoked')) send();
      else this.waitingCommands.push(send);
    });
  }

  dispose(): void {
    this.window.removeEventListener('message', this.listener);
    this.disconnect();
  }

  private receive(event: MessageEvent): void {
    if (event.source !== this.frame() || event.origin !== this.addin.page.origin || typeof event.data !== 'string')
      return;
    const message = readMessage(event.data);
    if (!message || message._conversationId !== this.conversation || message._messageType !== TYPE.request) return;
    if (message._actionType === ACTION.register) this.register(message);
    else if (message._actionType === ACTION.unregister) this.unregister(message);
    else if (message._actionName === 'ContextActivationManager_getAppContextAsync') this.greet(message);
    else if (message._actionName === 'executeMethod') this.execute(message);
    else if (message._actionName.startsWith('ContextActivationManager_'))
      return; // focus and telemetry messages need no answer
    else this.answer(message, { Error: NOT_SUPPORTED });
  }

  /** The first request of a page: the registrations of an earlier page of the frame are dropped. */
  private greet(message: ClientMessage): void {
    this.registered.clear();
    this.waitingEntries = [];
    const frame = this.frame();
    if (frame && this.options.theme) giveTheme(frame, this.options.theme);
    this.answer(message, this.appContext());
  }

  private register(message: ClientMessage): void {
    this.registered.add(message._actionName);
    this.answer(message, { Error: 0 });
    if (message._actionName === 'richApiMessage') this.sendEntries(this.waitingEntries.splice(0));
    if (message._actionName === 'appCommandInvoked') this.waitingCommands.splice(0).forEach((send) => send());
  }

  private unregister(message: ClientMessage): void {
    this.registered.delete(message._actionName);
    this.answer(message, { Error: 0 });
  }

  private execute(message: ClientMessage): void {
    const data = (message._data ?? {}) as MethodData;
    const dispatchId = data.DdaMethod?.DispatchId;
    if (dispatchId === DISPATCH.richApi) this.executeRichApi(message, data.ArrayData ?? []);
    else if (dispatchId === DISPATCH.commandCompleted) this.completeCommand(message, data);
    else this.answer(message, { Error: NOT_SUPPORTED });
  }

  private executeRichApi(message: ClientMessage, data: readonly unknown[]): void {
    const answer = (outcome: RequestOutcome): void => {
      if (outcome.kind === 'refused') this.answer(message, { Error: outcome.refusal.officeError });
      else this.answer(message, { Error: 0, Data: [200, [], outcome.text] });
    };
    this.host.process(requestOf(String(data[BODY])), Number(data[FLAGS] ?? 0), answer).catch((bug: unknown) => {
      this.answer(message, { Error: GENERAL_EXCEPTION }); // the client would wait for ever
      throw bug;
    });
  }

  private completeCommand(message: ClientMessage, data: MethodData): void {
    const id = String(data[0]);
    this.answer(message, { Error: 0 });
    this.commands.get(id)?.(Number(data[1]));
    this.commands.delete(id);
  }

  private sendEntries(entries: readonly MessageEntry[]): void {
    if (entries.length === 0) return;
    if (!this.registered.has('richApiMessage')) {
      this.waitingEntries.push(...entries);
      return;
    }
    this.sendEvent('richApiMessage', { ArrayData: entries.map((entry) => toArrayEntry(entry, (this.lastId += 1))) });
  }

  private sendEvent(name: string, data: unknown): void {
    this.post({ _actionName: name, _correlationId: 0, _responseType: RESPONSE.forEvent, _data: data });
  }

  private answer({ _actionName, _correlationId }: ClientMessage, data: unknown): void {
    this.post({ _actionName, _correlationId, _responseType: RESPONSE.forCall, _data: data });
  }

  private post(message: object): void {
    const envelope = {
      _messageType: TYPE.response,
      _conversationId: this.conversation,
      _origin: this.window.origin,
      _errorCode: 0,
      _serializerVersion: 1,
    };
    this.frame()?.postMessage(JSON.stringify({ ...envelope, ...message }), this.addin.page.origin);
  }

  private appContext(): object {
    const { locale, documentUrl, apiSets } = this.options;
    return {
      _id: this.addin.id,
      _appName: 16,
      _appVersion: '16.01',
      _appUILocale: locale,
      _dataLocale: locale,
      _docUrl: documentUrl,
      _clientMode: 1,
      _settings: {},
      _reason: 1,
      _osfControlType: 1,
      _eToken: '',
      _correlationId: this.conversation,
      _appInstanceId: this.addin.id,
      _requirementMatrix: JSON.stringify(apiSets),
      _appMinorVersion: 1,
      _hostCustomMessage: '',
      _hostFullVersion: '16.0.18000.40000',
      _featureGates: {},
      _addinName: this.addin.name,
      _appDomains: [],
      _initialDisplayMode: 2,
    };
  }
}

function readMessage(text: string): ClientMessage | null {
  try {
    const message: unknown = JSON.parse(text);
    return typeof message === 'object' && message !== null && '_actionName' in message
      ? (message as ClientMessage)
      : null;
  } catch {
    return null; // a message of another script
  }
}
