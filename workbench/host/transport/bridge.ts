/**
 * The host without a page: Office.js's native bridge (`_richApiNativeBridge`), which desktop Excel uses. The client
 * finds it as a global when it loads; `Excel.run`, events and custom functions then work.
 */
import { requestOf, type Host, type HostRequest, type RequestOutcome } from '../host';
import { toArrayEntry } from '../message-entries';
import { statusOf } from '../rich-api/errors';
import type { RequestBody } from '../rich-api/protocol';

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
  readonly message: { readonly body: RequestBody | string };
}

export function createBridge(host: Host): NativeBridge {
  let lastEntry = 0;
  let isOpen = true;
  const bridge: NativeBridge = {
    sendMessageToHost(text) {
      if (!isOpen) return;
      const message = JSON.parse(text) as BridgeRequest;
      if (message.type !== MESSAGE.request) throw new Error(`The client sent a message of type ${message.type}`);
      const answer = (outcome: RequestOutcome): void =>
        deliver(`{"id":${message.id},"type":${MESSAGE.response},"message":${responseOf(outcome)}}`);
      host.process(requestIn(message, text), message.flags ?? 0, answer).catch((bug: unknown) => answer(crash(bug)));
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

/** The body of a message, which is not written and parsed again to know its length. */
function requestIn(message: BridgeRequest, text: string): HostRequest {
  const { body } = message.message;
  if (typeof body === 'string') return requestOf(body);
  const around = JSON.stringify({ ...message, message: { ...message.message, body: null } }).length - 'null'.length;
  return { body, length: text.length - around };
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
