/**
 * One run of the add-in over the simulated Excel: the real client, the adapter, the session, the functions. It can be
 * killed between any two messages to Excel; the next one starts on the same workbook.
 */
import { ExcelWorkbook } from '../../../src/adapters/excel/excel-workbook';
import { startOffice } from '../../../src/adapters/excel/office';
import type { LiveWorkbook } from '../../../src/application/ports';
import { Session } from '../../../src/application/session/session';
import { functionWordsIn } from '../../../src/functions/function-sentences';
import { associateFunctions, FunctionStreams } from '../../../src/functions/streams';
import type { Host } from '../../../workbench/host/host';
import { createBridge, type NativeBridge } from '../../../workbench/host/transport/bridge';
import { startClient, type StartOptions } from '../excel/office-js';
import { HandClock, noFiles } from '../excel/memory-workbook';
import { RuntimeTimers, type VirtualTime } from './virtual-time';

/** Today in every simulated day. */
export const TODAY = '2023-12-31';

/** Milliseconds between two regular calls, as in the page of the add-in. */
export const PERIOD = 10_000;

/** The Excel of a day: its requirement sets, and the bytes that it takes in a request; the usual ones when not given. */
export interface ExcelOfDay {
  readonly apiSets: StartOptions['apiSets'];
  readonly requestBytes: number | undefined;
}

/** `before`: Excel never gets the message. `after`: Excel does it, and nobody gets the answer. */
export type KillMoment = 'before' | 'after';

export class Runtime {
  isAlive = true;
  /** Messages sent to Excel so far. */
  messages = 0;
  private killing: { readonly at: number; readonly moment: KillMoment } | null = null;

  private constructor(
    readonly session: Session,
    readonly streams: FunctionStreams,
    private readonly bridge: NativeBridge,
    private readonly timers: RuntimeTimers,
    private readonly host: Host,
    private readonly shown: readonly (() => void)[],
  ) {
    const send = bridge.sendMessageToHost.bind(bridge);
    bridge.sendMessageToHost = (message) => {
      this.messages += 1;
      const isLast = this.killing?.at === this.messages;
      if (isLast && this.killing?.moment === 'before') return this.kill();
      send(message);
      if (isLast) this.kill();
    };
  }

  /** Loads the client and the add-in; the session is not started yet. `tap` sees what the session asks of Excel. */
  static async load(
    host: Host,
    time: VirtualTime,
    { apiSets, requestBytes }: ExcelOfDay,
    tap: (workbook: LiveWorkbook) => LiveWorkbook,
  ): Promise<Runtime> {
    const timers = new RuntimeTimers(time);
    const bridge = createBridge(host);
    const client = startClient(bridge, timers, apiSets ? { apiSets } : {});
    client.install();
    const streams = new FunctionStreams((code, message) => {
      const { Error: CellError, ErrorCode } = client.CustomFunctions;
      return new CellError(code === '#N/A' ? ErrorCode.notAvailable : ErrorCode.invalidValue, message);
    });
    associateFunctions(streams);
    const office = await startOffice();
    const shown: (() => void)[] = [];
    const excel = new ExcelWorkbook({
      ...office.host,
      ...(requestBytes !== undefined && { requestBytes }),
      pause: () => Promise.resolve(),
      whenShown: (act) => shown.push(act),
      regularly: (act) => timers.every(PERIOD, () => act(true)),
    });
    const session = new Session(tap(excel), new HandClock(TODAY), timers, noFiles);
    streams.connect(
      { functionState: () => session.state().functions, subscribe: session.subscribe },
      functionWordsIn('fr'),
    );
    const runtime = new Runtime(session, streams, bridge, timers, host, shown);
    host.functions.ready();
    return runtime;
  }

  /** The pane is shown again after it was hidden. */
  show(): void {
    this.shown.forEach((act) => act());
  }

  /** Kills the runtime at its n-th next message. */
  killAt(message: number, moment: KillMoment): void {
    this.killing = { at: this.messages + message, moment };
  }

  /** Ends it at once: its timers and its messages, in both directions. */
  kill(): void {
    if (!this.isAlive) return;
    this.isAlive = false;
    this.timers.close();
    this.bridge.close();
    this.host.forgetClient();
  }
}
