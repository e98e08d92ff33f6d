/**
 * The host without a page: Office.js's native bridge (`_richApiNativeBridge`), which desktop Excel uses. The client
 * finds it as a global when it loads; `Excel.run`, events and custom functions then work.
 */
import type { Host, RequestOutcome } from '../host';
import { toArrayEntry } from '../message-entries';
import { statusOf } from '../rich-api/errors';

/** The interface that the client expects. */
export interface NativeBridge {
  sendMessageToHost(message: string): void;
  /** Set by the client. */
  onMessageFromHost?: (message: string) => void;
  /** The runtime of the client has ended: nothing more reaches the host, nor the client. */
  close(): void;
}

const MESSAGE = { request: 1, response: 2, event: 3 } as const;

interface BridgeRequest {
  readonly id: number;
  readonly type: number;
  readonly flags?: number;
  readonly message: { readonly body: unknown };
}

export function createBridge(host: Host): NativeBridge {
  let lastEntry = 0;
  let isOpen = true;
  const bridge: NativeBridge = {
    sendMessageToHost(text) {
      if (!isOpen) return;
      const request = JSON.parse(text) as BridgeRequest;
      if (request.type !== MESSAGE.request) throw new Error(`The client sent a message of type ${request.type}`);
      const body =
        typeof request.message.body === 'string' ? request.message.body : JSON.stringify(request.message.body);
      const answer = (outcome: RequestOutcome): void =>
        deliver(`{"id":${request.id},"type":${MESSAGE.response},"message":${responseOf(outcome)}}`);
      host.process(body, request.flags ?? 0, answer).catch((bug: unknown) => answer(crash(bug)));
    },
    close() {
      isOpen = false;
      disconnect();
    },
  };
  const deliver = (message: string): void => {
    if (isOpen) bridge.onMessageFromHost?.(message);
  };
  const disconnect = host.connect((entries) => {
    const numbered = entries.map((entry) => toArrayEntry(entry, (lastEntry += 1)));
    deliver(JSON.stringify({ type: MESSAGE.event, message: { entries: numbered } }));
  });
  return bridge;
}

/** As JSON; that of an answer is not parsed again. */
function responseOf(outcome: RequestOutcome): string {
  if (outcome.kind === 'answered') return `{"statusCode":200,"headers":{},"body":${outcome.text}}`;
  const { code, message } = outcome.refusal;
  return JSON.stringify({ statusCode: statusOf(code), headers: {}, body: { error: { code, message } } });
}

/** Turns a bug of the host into a failed request that names it. */
function crash(bug: unknown): RequestOutcome {
  const message = bug instanceof Error ? (bug.stack ?? bug.message) : String(bug);
  return {
    kind: 'refused',
    refusal: { officeError: 5001, code: 'GeneralException', message: `The host failed: ${message}` },
  };
}
