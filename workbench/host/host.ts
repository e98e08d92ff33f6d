/**
 * Excel's side of the unmodified Office.js client: answers its batches one after another over a grid, sends it the
 * changes, runs its custom functions and its ribbon commands. Transports carry the messages; see `transport/`.
 */
import { CustomFunctions } from './custom-functions/custom-functions';
import type { FunctionsFile } from './custom-functions/metadata';
import { localAddress } from './address';
import { WORKBOOK, WorkbookEvents } from './events/workbook-events';
import { Faults, isTooLarge, isWorkbookBatch, PAYLOAD_LIMIT, REFUSALS, type Refusal } from './faults';
import type { Grid, GridArea } from './grid';
import type { MessageEntry, SendMessages } from './message-entries';
import type { CommentFacts } from './rich-api/beside-facts';
import { moveChartsWithCells } from './rich-api/chart-moves';
import { dispatch } from './rich-api/dispatch';
import { Model, type ModelListener } from './rich-api/model';
import { EVENT } from './rich-api/objects/event-calls';
import { OBJECTS, ROOTS } from './rich-api/objects/workbook';
import { ACTION, REQUEST_FLAGS, type RequestBody } from './rich-api/protocol';
import { moveTextsWithCells } from './rich-api/text-moves';

export interface HostOptions {
  /** `fr-FR` by default. */
  readonly locale?: string;
  /** Bytes; those of Excel on the web by default. */
  readonly payloadLimit?: number;
  /** The add-in shows its pane (from a command) or hides it. */
  readonly onPane?: (isShown: boolean) => void;
  /** The add-in opens a file, in base 64, as a new workbook. Absent, opening is refused. */
  readonly onNewWorkbook?: (base64: string) => void;
  /** The add-in added, changed or deleted a chart: the page draws it again. */
  readonly onCharts?: () => void;
  /** How a slow answer waits; the machine's clock by default. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

const machineWait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A request of the client, as its transport parsed it. */
export interface HostRequest {
  readonly body: RequestBody;
  /** Of its JSON, in UTF-16 units. */
  readonly length: number;
}

export function requestOf(text: string): HostRequest {
  return { body: JSON.parse(text) as RequestBody, length: text.length };
}

export type RequestOutcome =
  { readonly kind: 'answered'; readonly text: string } | { readonly kind: 'refused'; readonly refusal: Refusal };

/** The cost of one request, for tests with budgets. */
export interface RequestMeasure {
  readonly actions: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
}

export class Host {
  readonly model: Model;
  readonly faults: Faults;
  readonly functions: CustomFunctions;
  /** Requests that were carried out and whose answer the client did not get. */
  answersLost = 0;
  private readonly events: WorkbookEvents;
  private readonly receivers = new Set<SendMessages>();
  private readonly measures: RequestMeasure[] = [];
  private queue: Promise<unknown> = Promise.resolve();
  private readonly payloadLimit: number;
  private readonly stopMoving: () => void;

  constructor(
    readonly grid: Grid,
    options: HostOptions = {},
  ) {
    const listener: ModelListener = {
      events: (type, change) => this.events.listen(type, change),
      functionsReady: () => this.functions.ready(),
      functionResults: (results) => this.functions.results(results),
      paneState: (state) => options.onPane?.(state === 'Visible'),
    };
    const { locale = 'fr-FR', onNewWorkbook, onCharts } = options;
    this.model = new Model(
      grid,
      { locale, ...(onNewWorkbook && { onNewWorkbook }), ...(onCharts && { onCharts }) },
      listener,
      OBJECTS,
    );
    this.payloadLimit = options.payloadLimit ?? PAYLOAD_LIMIT;
    const stops = [moveChartsWithCells(this.model), moveTextsWithCells(this.model)];
    this.stopMoving = () => stops.forEach((stop) => stop());
    this.faults = new Faults(this.model, options.wait ?? machineWait);
    this.functions = new CustomFunctions(grid, (entries) => this.broadcast(entries));
    this.events = new WorkbookEvents(this.model, (entries) => this.broadcast(entries));
  }

  /** The batches of the add-in so far, in order, without the requests by which the client releases objects. */
  get requests(): readonly RequestMeasure[] {
    return this.measures;
  }

  /** Empties that record, which grows by each batch: what a long run keeps is then the add-in's. */
  forgetRequests(): void {
    this.measures.length = 0;
  }

  /** Adds a receiver of messages to the client; returns the function that removes it. */
  connect(receive: SendMessages): () => void {
    this.receivers.add(receive);
    return () => this.receivers.delete(receive);
  }

  registerFunctions(file: FunctionsFile, namespace: string): void {
    this.functions.register(file, namespace);
  }

  /** Carries out one request after the earlier ones. Events that it causes are sent after its answer. */
  process(request: HostRequest, flags: number, answer: (outcome: RequestOutcome) => void): Promise<void> {
    const done = this.queue.then(async () => {
      this.events.hold();
      try {
        answer(await this.processNow(request, flags));
      } finally {
        this.events.release();
      }
    });
    this.queue = done.catch(() => undefined);
    return done;
  }

  /**
   * The runtime of the add-in has ended: Excel forgets its handlers and its references, and sends events again; those
   * of the requests that it had sent, too, once they are carried out.
   */
  forgetClient(): void {
    this.forgetNow();
    this.queue = this.queue.then(() => this.forgetNow());
  }

  private forgetNow(): void {
    this.events.forgetHandlers();
    this.model.releaseAll();
    this.model.enableEvents = true;
    this.model.isCalculationSuspended = false;
  }

  /** How many handlers of events the client has registered. */
  get handlers(): number {
    return this.events.handlers;
  }

  /** Resolves when there is no pending request, calculation or event. */
  async settled(): Promise<void> {
    await this.queue;
    await this.grid.calculated();
    await this.events.delivered();
  }

  /** Changes cells without an event of Excel: a drop-down list on the web, Text to Columns. */
  unannounced(change: () => void): void {
    this.model.isUnannounced = true;
    try {
      change();
    } finally {
      this.model.isUnannounced = false;
    }
  }

  /** A sort, which Excel announces by its own event and no other; `change` moves the contents. */
  sort(sheetId: string, area: GridArea, change: () => void, by: 'rows' | 'columns' = 'rows'): void {
    this.unannounced(change);
    const type = by === 'rows' ? EVENT.rowSorted : EVENT.columnSorted;
    const message = { worksheetId: sheetId, address: localAddress(area), source: 'Local' };
    this.events.announce(type, [sheetId, WORKBOOK], message);
  }

  /** A person comments a cell, or changes or deletes a comment; `change` is done first. */
  comment(
    what: 'added' | 'changed' | 'deleted',
    { id, sheetId }: Pick<CommentFacts, 'id' | 'sheetId'>,
    change: (comments: CommentFacts[]) => void,
  ): void {
    change(this.model.comments);
    const type = { added: EVENT.commentAdded, changed: EVENT.commentChanged, deleted: EVENT.commentDeleted }[what];
    const message = { commentDetails: [{ commentId: id, replyIds: [] }], source: 'Local', worksheetId: sheetId };
    this.events.announce(type, [sheetId, WORKBOOK], {
      ...message,
      ...(what === 'changed' && { changeType: 'CommentEdited' }),
    });
  }

  /** The user comes back to this workbook from another window. */
  activate(): void {
    this.events.announce(EVENT.workbookActivated, [WORKBOOK], {});
  }

  dispose(): void {
    this.stopMoving();
    this.events.dispose();
    this.functions.dispose();
    this.receivers.clear();
    this.grid.dispose();
  }

  private broadcast(entries: readonly MessageEntry[]): void {
    for (const receive of [...this.receivers]) receive(entries);
  }

  private async processNow({ body, length }: HostRequest, flags: number): Promise<RequestOutcome> {
    if (isTooLarge(length, () => JSON.stringify(body), this.payloadLimit))
      return { kind: 'refused', refusal: REFUSALS.requestTooLarge };
    if (!isWorkbookBatch(body) || isHousekeeping(body))
      return { kind: 'answered', text: JSON.stringify(await dispatch(body, ROOTS, this.model, () => undefined)) };
    const refusal = await this.faults.before((flags & REQUEST_FLAGS.delayForCellEdit) !== 0);
    if (refusal) return { kind: 'refused', refusal };
    const keptBefore = this.model.lastKept;
    const text = JSON.stringify(await dispatch(body, ROOTS, this.model, this.faults.insideBatch()));
    this.measures.push({ actions: body.Actions.length, requestBytes: length, responseBytes: text.length });
    const tooLarge = isTooLarge(text.length, () => text, this.payloadLimit) ? REFUSALS.responseTooLarge : null;
    const lost = this.faults.lostAnswer() ?? tooLarge;
    if (!lost) return { kind: 'answered', text };
    this.answersLost += 1;
    this.model.releaseAfter(keptBefore); // the client does not know them
    return { kind: 'refused', refusal: lost };
  }
}

/** True for the requests that release ranges after `Excel.run`: nobody waits for them. */
function isHousekeeping(body: RequestBody): boolean {
  return body.Actions.every(({ ActionType, Name }) => ActionType === ACTION.instantiate || Name === '_RemoveReference');
}
