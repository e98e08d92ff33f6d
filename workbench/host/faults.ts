/** Raises Excel's faults on demand or drawn from a seed, each at its batch. A failing run is replayed with its seed. */
import type { GridArea, GridValue } from './grid';
import type { Model } from './rich-api/model';
import { HostError, invalidReference } from './rich-api/errors';
import { findSheetId, stateOfAddress } from './rich-api/objects/range-state';
import type { RequestBody } from './rich-api/protocol';

/** A request that Excel refuses before doing any of it. */
export interface Refusal {
  /** Error number of Office.js. */
  readonly officeError: number;
  readonly code: string;
  readonly message: string;
}

export const REFUSALS = {
  cellEditMode: {
    officeError: 5004,
    code: 'InvalidOperationInCellEditMode',
    message: 'Excel is in cell-editing mode.',
  },
  sessionTimedOut: {
    officeError: 5012,
    code: 'InvalidOrTimedOutSession',
    message: 'Your session has expired or is invalid.',
  },
  dialogOpen: { officeError: 5016, code: 'WriteNotSupportedWhenModalDialogOpen', message: 'A dialog is open.' },
  activityLimit: { officeError: 5102, code: 'ActivityLimitReached', message: 'Activity limit has been reached.' },
  requestTooLarge: {
    officeError: 5103,
    code: 'RequestPayloadSizeLimitExceeded',
    message: 'The request payload size exceeds the limit.',
  },
  responseTooLarge: {
    officeError: 5104,
    code: 'ResponsePayloadSizeLimitExceeded',
    message: 'The response payload size exceeds the limit.',
  },
  connectionLost: { officeError: 5001, code: 'ConnectionFailure', message: 'The connection was lost.' },
  noPermission: {
    officeError: 7000,
    code: 'AccessDenied',
    message: 'You do not have sufficient permissions for this action.',
  },
} as const satisfies Readonly<Record<string, Refusal>>;

export type RefusalName = keyof typeof REFUSALS;

export type Fault =
  | { readonly kind: 'refuse'; readonly refusal: RefusalName }
  /** The batch is carried out, and the client receives this refusal instead of the answer. */
  | { readonly kind: 'loseAnswer'; readonly refusal: RefusalName }
  /** The batch fails at this action (from 0); earlier actions are done. */
  | { readonly kind: 'failAction'; readonly at: number; readonly code: string }
  | { readonly kind: 'renameSheet'; readonly sheet: string; readonly to: string }
  | { readonly kind: 'deleteSheet'; readonly sheet: string }
  | { readonly kind: 'protectSheet'; readonly sheet: string }
  /** Somebody types before the batch runs; `remote`: a co-author. */
  | {
      readonly kind: 'edit';
      readonly sheet: string;
      readonly address: string;
      readonly value: GridValue;
      readonly remote?: boolean;
      /** Without an event: a drop-down list on the web. */
      readonly unannounced?: boolean;
    }
  | { readonly kind: 'insertRows'; readonly sheet: string; readonly top: number; readonly count: number }
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** Whatever the test does just before the batch. */
  | { readonly kind: 'act'; readonly act: () => void }
  /** References kept from earlier requests become invalid. */
  | { readonly kind: 'loseReferences' };

interface Planned {
  readonly fault: Fault;
  batch: number;
}

export class Faults {
  private planned: Planned[] = [];
  private lost: Refusal | null = null;
  private isEditing = false;
  private onEditEnd: (() => void)[] = [];
  private waiting = 0;

  /** `wait`: how a slow answer waits. */
  constructor(
    private readonly model: Model,
    private readonly wait: (milliseconds: number) => Promise<void>,
  ) {}

  /** True while a batch waits: for the end of a cell edit, or because the answer is slow. */
  get isWaiting(): boolean {
    return this.waiting > 0;
  }

  /** Discards the faults that have not been raised yet. */
  clear(): void {
    this.planned = [];
  }

  /** Raises the fault at a later batch: 0 is the next one. */
  at(batch: number, fault: Fault): void {
    this.planned.push({ fault, batch });
  }

  next(fault: Fault): void {
    this.at(0, fault);
  }

  /** Plans these faults at batches drawn from the seed; returns them, for the message of a failing test. */
  draw(
    seed: number,
    faults: readonly Fault[],
    batches: number,
  ): readonly { readonly batch: number; readonly fault: Fault }[] {
    const random = generator(seed);
    const drawn = faults.map((fault) => ({ fault, batch: Math.floor(random() * batches) }));
    drawn.forEach(({ fault, batch }) => this.at(batch, fault));
    return drawn;
  }

  /** Simulates typing in a cell until `endCellEdit`. */
  startCellEdit(): void {
    this.isEditing = true;
  }

  endCellEdit(): void {
    this.isEditing = false;
    this.onEditEnd.splice(0).forEach((resume) => resume());
  }

  /** Waits, returns a refusal, or changes the workbook before the batch; null lets it run. */
  async before(delaysForCellEdit: boolean): Promise<Refusal | null> {
    if (this.isEditing && !delaysForCellEdit) return REFUSALS.cellEditMode;
    while (this.isEditing) await this.during(new Promise<void>((resolve) => this.onEditEnd.push(resolve)));
    const due = this.planned.filter(
      ({ batch, fault }) => batch === 0 && fault.kind !== 'failAction' && fault.kind !== 'loseAnswer',
    );
    this.planned = this.planned.filter((one) => !due.includes(one));
    for (const { fault } of due) {
      const refusal = await this.raise(fault);
      if (refusal) {
        this.countDown();
        return refusal;
      }
    }
    return null;
  }

  /** The check to run before each action of the batch. */
  insideBatch(): (index: number) => void {
    const due = this.planned.filter(({ batch }) => batch === 0);
    this.planned = this.planned.filter((one) => !due.includes(one));
    this.countDown();
    const failing = due.filter(({ fault }) => fault.kind === 'failAction');
    const losing = due.flatMap(({ fault }) => (fault.kind === 'loseAnswer' ? [REFUSALS[fault.refusal]] : []));
    this.lost = losing[0] ?? null;
    return (index) => {
      for (const { fault } of failing) {
        if (fault.kind === 'failAction' && fault.at === index)
          throw new HostError(fault.code, `${fault.code}, raised on demand`);
      }
    };
  }

  /** The refusal sent instead of the answer of the batch that was just carried out; null when the answer is sent. */
  lostAnswer(): Refusal | null {
    return this.lost;
  }

  private async during(work: Promise<void>): Promise<void> {
    this.waiting += 1;
    await work;
    this.waiting -= 1;
  }

  private countDown(): void {
    this.planned.forEach((one) => (one.batch -= 1));
  }

  private async raise(fault: Fault): Promise<Refusal | null> {
    const { grid } = this.model;
    switch (fault.kind) {
      case 'refuse':
        return REFUSALS[fault.refusal];
      case 'slow':
        await this.during(this.wait(fault.milliseconds));
        return null;
      case 'renameSheet':
        grid.changeSheet(this.sheetId(fault.sheet), { name: fault.to });
        return null;
      case 'deleteSheet':
        grid.deleteSheet(this.sheetId(fault.sheet));
        return null;
      case 'protectSheet':
        grid.changeSheet(this.sheetId(fault.sheet), { isProtected: true });
        return null;
      case 'insertRows':
        grid.insertRows(this.sheetId(fault.sheet), fault.top, fault.count);
        return null;
      case 'act':
        fault.act();
        return null;
      case 'loseReferences':
        this.model.releaseAll();
        return null;
      case 'edit': {
        const { top, left }: GridArea = stateOfAddress(fault.address, this.sheetId(fault.sheet), this.model).area;
        this.model.isUnannounced = fault.unannounced === true;
        grid.actingAs(fault.remote ? 'coauthor' : 'user', () =>
          grid.writeCells(this.sheetId(fault.sheet), top, left, [[{ value: fault.value }]]),
        );
        this.model.isUnannounced = false;
        return null;
      }
      case 'failAction':
      case 'loseAnswer':
        return null;
    }
  }

  private sheetId(name: string): string {
    const id = findSheetId(name, this.model);
    if (id === null) throw invalidReference();
    return id;
  }
}

/** Numbers in [0, 1) that depend on the seed alone. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Maximum size in bytes of a request or answer of Excel on the web. */
export const PAYLOAD_LIMIT = 5_242_880;

const MOST_BYTES_OF_A_UNIT = 3;

/** `length` is that of the text, in UTF-16 units; the text is asked for only when the length does not decide. */
export function isTooLarge(length: number, text: () => string, limit: number): boolean {
  if (length > limit) return true;
  return length * MOST_BYTES_OF_A_UNIT > limit && new TextEncoder().encode(text()).length > limit;
}

/** Requests of the custom functions runtime and of the services are not batches of the add-in. */
export function isWorkbookBatch(body: RequestBody): boolean {
  return !Object.values(body.ObjectPaths).some((path) => path.ObjectPathType === 2);
}
