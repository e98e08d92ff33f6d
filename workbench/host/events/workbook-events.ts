/**
 * Sends the events of the workbook to the client's handlers. They are sent after the formulas are up to date and after
 * the answer of the batch that caused them, once for the sheet or table and once for the whole workbook.
 */
import { intersection, localAddress } from '../address';
import type { GridArea, GridEdit, GridEvent, GridNotice, GridOrigin, GridTable } from '../grid';
import { CATEGORY, type MessageEntry, type SendMessages } from '../message-entries';
import { toWire, type Model } from '../rich-api/model';
import { EVENT } from '../rich-api/objects/event-calls';
import { valueType } from '../rich-api/objects/range-contents';
import { eventReference } from '../rich-api/objects/workbook';

/** The client's target name for the whole workbook. */
export const WORKBOOK = 'Workbook';

interface Outgoing {
  readonly type: number;
  readonly targets: readonly string[];
  readonly message: Readonly<Record<string, unknown>>;
}

export class WorkbookEvents {
  private waiting: (() => MessageEntry[])[] = [];
  private isHeld = 0;
  private delivery: Promise<void> = Promise.resolve();
  private readonly listened = new Map<number, number>();
  private readonly stop: () => void;

  constructor(
    private readonly model: Model,
    private readonly send: SendMessages,
  ) {
    this.stop = model.grid.subscribe((event) => this.note(event));
  }

  /** Counts the client's handlers for a type of event. */
  listen(type: number, change: 1 | -1): void {
    this.listened.set(type, (this.listened.get(type) ?? 0) + change);
  }

  /** How many handlers are registered. */
  get handlers(): number {
    return [...this.listened.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Forgets the client's handlers, and the events that it was about to be sent. */
  forgetHandlers(): void {
    this.listened.clear();
    this.waiting = [];
  }

  /** Holds events back during a batch. */
  hold(): void {
    this.isHeld += 1;
  }

  release(): void {
    this.isHeld -= 1;
    this.deliverSoon();
  }

  /** An event that no change of the grid announces: a sort, the activation of the workbook. */
  announce(
    type: number,
    targets: readonly string[],
    message: Readonly<Record<string, unknown>>,
    isRemote = false,
  ): void {
    if (!this.model.enableEvents || (this.listened.get(type) ?? 0) === 0) return;
    const text = JSON.stringify(message);
    this.waiting.push(() =>
      targets.map((targetId) => ({ category: CATEGORY.event, type, targetId, message: text, isRemote })),
    );
    this.deliverSoon();
  }

  /** Resolves when all events noted so far were sent. */
  async delivered(): Promise<void> {
    await this.delivery;
  }

  dispose(): void {
    this.stop();
    this.waiting = [];
  }

  private note(event: GridEvent): void {
    if (!this.model.enableEvents || (this.model.isUnannounced && 'origin' in event)) return;
    const outgoing = ('origin' in event ? this.ofEdit(event, event.origin) : this.ofNotice(event)).filter(
      ({ type }) => (this.listened.get(type) ?? 0) > 0,
    );
    if (outgoing.length === 0) return;
    const isRemote = 'origin' in event && event.origin === 'coauthor';
    const details = this.detailsOf(event);
    this.waiting.push(() => {
      const found = details();
      return outgoing.flatMap(({ type, targets, message }) => {
        const text = JSON.stringify({ ...message, ...found });
        return targets.map((targetId) => ({ category: CATEGORY.event, type, targetId, message: text, isRemote }));
      });
    });
    this.deliverSoon();
  }

  private deliverSoon(): void {
    if (this.isHeld > 0 || this.waiting.length === 0) return;
    this.delivery = this.delivery.then(async () => {
      await this.model.grid.calculated();
      const entries = this.waiting.flatMap((make) => make());
      this.waiting = [];
      if (entries.length > 0) this.send(entries);
    });
  }

  /**
   * Values before and after, which Excel gives only for a single cell: the one just computed for a formula, else that
   * of the edit, whatever is written next.
   */
  private detailsOf(event: GridEvent): () => Record<string, unknown> {
    if (event.kind !== 'cellsChanged' || !event.single) return () => ({});
    const { sheetId, area, single } = event;
    const { grid } = this.model;
    const isFormula = typeof grid.readFormulas(sheetId, area)[0]?.[0] === 'string';
    return () => {
      if (!grid.sheet(sheetId)) return {};
      const after = isFormula ? (grid.readValues(sheetId, area)[0]?.[0] ?? null) : single.after;
      return {
        valueBefore: toWire(single.before),
        valueAfter: toWire(after),
        valueTypeBefore: valueType(single.before),
        valueTypeAfter: valueType(after),
      };
    };
  }

  private ofNotice(notice: GridNotice): Outgoing[] {
    switch (notice.kind) {
      case 'calculated':
        return notice.sheetIds.map((worksheetId) => ({
          type: EVENT.calculated,
          targets: [worksheetId, WORKBOOK],
          message: { worksheetId, address: '' },
        }));
      case 'sheetActivated':
        return [sheetEvent(EVENT.activated, notice.sheetId, {})];
      case 'sheetDeactivated':
        return [sheetEvent(EVENT.deactivated, notice.sheetId, {})];
      case 'selectionChanged':
        return this.ofSelection(notice.sheetId, notice.areas);
    }
  }

  private ofSelection(sheetId: string, areas: readonly GridArea[]): Outgoing[] {
    const address = areas.map(localAddress).join(',');
    const inTables = this.tablesIn(sheetId, areas[0]).map((table) =>
      tableEvent(EVENT.tableSelectionChanged, table, { address, isInsideTable: true }),
    );
    return [sheetEvent(EVENT.selectionChanged, sheetId, { address }), ...inTables];
  }

  private ofEdit(edit: GridEdit, origin: GridOrigin): Outgoing[] {
    const by = { source: origin === 'coauthor' ? 'Remote' : 'Local' };
    switch (edit.kind) {
      case 'cellsChanged':
        return this.ofCells(edit, by.source, origin);
      case 'formatsChanged':
        return [sheetEvent(EVENT.formatChanged, edit.sheetId, { ...by, ...placeOf(edit.sheetId, edit.area) })];
      case 'rowsHidden': {
        const changeType = edit.hidden ? 'Hidden' : 'Unhidden';
        const address = localAddress(edit.area);
        return [sheetEvent(EVENT.rowHiddenChanged, edit.sheetId, { ...by, address, changeType })];
      }
      case 'sheetAdded':
        return [workbookEvent(EVENT.added, { ...by, worksheetId: edit.sheetId })];
      case 'sheetDeleted':
        return [workbookEvent(EVENT.deleted, { ...by, worksheetId: edit.sheetId })];
      case 'sheetRenamed':
        return [sheetEvent(EVENT.nameChanged, edit.sheetId, { ...by, nameBefore: edit.before, nameAfter: edit.after })];
      case 'sheetMoved':
        return [
          workbookEvent(EVENT.moved, {
            ...by,
            worksheetId: edit.sheetId,
            positionBefore: edit.before,
            positionAfter: edit.after,
          }),
        ];
      case 'sheetVisibility':
        return [
          sheetEvent(EVENT.visibilityChanged, edit.sheetId, {
            ...by,
            visibilityBefore: capital(edit.before),
            visibilityAfter: capital(edit.after),
          }),
        ];
      case 'sheetProtection':
        return [sheetEvent(EVENT.protectionChanged, edit.sheetId, { ...by, isProtected: edit.isProtected })];
      case 'tableAdded':
        return [tablesEvent(EVENT.tableAdded, edit.sheetId, { ...by, tableId: edit.tableId })];
      case 'tableDeleted':
        return [tablesEvent(EVENT.tableDeleted, edit.sheetId, { ...by, tableId: edit.tableId, tableName: edit.name })];
      default:
        return []; // the client has no event for names
    }
  }

  private ofCells(edit: Extract<GridEdit, { kind: 'cellsChanged' }>, source: string, origin: GridOrigin): Outgoing[] {
    const { sheetId, area, change } = edit;
    const trigger = origin === 'addin' ? { triggerSource: 'ThisLocalAddin' } : {};
    const message = { source, changeType: change, shiftDirection: 'None', ...placeOf(sheetId, area) };
    const inTables = this.tablesIn(sheetId, area).map((table) => tableEvent(EVENT.tableChanged, table, message));
    return [sheetEvent(EVENT.changed, sheetId, { ...message, ...trigger }), ...inTables];
  }

  private tablesIn(sheetId: string, area: GridArea | undefined): GridTable[] {
    if (!area) return [];
    return this.model.grid
      .tables()
      .filter((table) => table.sheetId === sheetId && intersection(table.area, area) !== null);
  }
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function placeOf(sheetId: string, area: GridArea): Record<string, unknown> {
  const address = localAddress(area);
  return { address, referenceId: eventReference({ sheetId, area }, address) };
}

function sheetEvent(type: number, worksheetId: string, message: Record<string, unknown>): Outgoing {
  return { type, targets: [worksheetId, WORKBOOK], message: { ...message, worksheetId } };
}

function workbookEvent(type: number, message: Record<string, unknown>): Outgoing {
  return { type, targets: [WORKBOOK], message };
}

function tablesEvent(type: number, worksheetId: string, message: Record<string, unknown>): Outgoing {
  return { type, targets: [WORKBOOK, worksheetId], message: { ...message, worksheetId } };
}

function tableEvent(type: number, table: GridTable, message: Record<string, unknown>): Outgoing {
  return {
    type,
    targets: [table.id, WORKBOOK, table.sheetId],
    message: { ...message, tableId: table.id, worksheetId: table.sheetId },
  };
}
