/**
 * Collects what changed in the workbook since the last reading, from Excel's events, co-authors' edits included. Our
 * own writings are recorded without a notification: their author reads them again.
 */
import type { WorkbookChange } from '../../../application/ports';
import { parseArea, parseColumns, parseRows, type Area, type CellValue } from '../../../workbook/cells';
import { contentIn, isRichEntry } from '../excel-values';

/** The changed areas of a sheet; `whole` when rows or columns moved, or too much changed. */
export type SheetChanges = readonly Area[] | 'whole';

/** The changes since the last reading, by sheet; `everything` when something may have changed without an event. */
export type Changes = ReadonlyMap<string, SheetChanges> | 'everything';

/** An edit by somebody else than the add-in; `content`: of one cell, by its value, a formula by its result. */
export interface HeardEdit {
  readonly sheetId: string;
  readonly area: Area;
  readonly content?: CellValue;
  /** See `isRichEntry`. */
  readonly isRich?: true;
}

/** Above this many edited areas, the whole sheet is read. */
const MOST_AREAS = 20;
const MOST_HEARD = 200;

/** The log as a writing uses it. */
export type WritingLog = Pick<ChangeLog, 'noteOwnWrite' | 'listen' | 'edits' | 'reshaped'>;

export class ChangeLog {
  private bySheet = new Map<string, SheetChanges>();
  private isEverything = false;
  private pending: WorkbookChange | null = null;
  private heard: HeardEdit[] = [];
  private moved = new Set<string>();

  constructor(private readonly notify: (change: WorkbookChange) => void) {}

  /** Returns the changes noted so far and clears them. */
  take(): Changes {
    const taken = this.isEverything ? 'everything' : this.bySheet;
    this.bySheet = new Map();
    this.isEverything = false;
    return taken;
  }

  /** Something may have changed without an event. */
  noteEverything(): void {
    this.isEverything = true;
    this.notifySoon(false);
  }

  /** Formulas have other results: each reading reads them again, so this only notifies. */
  noteResults(): void {
    this.notifySoon(false);
  }

  /** Sorted rows or columns: the only event of a sort. */
  noteSort(event: { readonly worksheetId: string; readonly source: string }): void {
    this.bySheet.set(event.worksheetId, 'whole');
    this.moved.add(event.worksheetId);
    this.notifySoon(event.source === 'Remote');
  }

  /** A sheet that we wrote to: to be read again, without a notification. */
  noteOwnWrite(sheetId: string): void {
    this.bySheet.set(sheetId, 'whole');
  }

  noteCells(event: Excel.WorksheetChangedEventArgs): void {
    if (event.triggerSource === 'ThisLocalAddin') return;
    const areas = event.changeType === 'RangeEdited' ? areasOf(event.address) : null;
    this.hear(event, areas ?? []);
    if (areas === null) this.moved.add(event.worksheetId);
    this.noteAreas(event.worksheetId, areas);
    this.notifySoon(event.source === 'Remote');
  }

  /** The check of a plan begins: earlier edits are in what it reads. */
  listen(): void {
    this.heard = [];
    this.moved = new Set();
  }

  /** The last edits by others since then, first to last. */
  get edits(): readonly HeardEdit[] {
    return this.heard;
  }

  /** The ids of the sheets in which others inserted, deleted or sorted cells since then. */
  get reshaped(): ReadonlySet<string> {
    return this.moved;
  }

  private hear({ worksheetId: sheetId, details }: Excel.WorksheetChangedEventArgs, areas: readonly Area[]): void {
    const content = details && contentIn(null, details.valueAfter, details.valueTypeAfter);
    const isRich = details !== undefined && isRichEntry(null, details.valueAfter, details.valueTypeAfter);
    for (const area of areas)
      this.heard.push({ sheetId, area, ...(content !== undefined && { content }), ...(isRich && { isRich }) });
    this.heard = this.heard.slice(-MOST_HEARD);
  }

  /** Only people's: our own writings turn the events off. A date format, or a crossed-out row, changes what is read. */
  noteFormats(event: Excel.WorksheetFormatChangedEventArgs): void {
    this.noteAreas(event.worksheetId, areasOf(event.address));
    this.notifySoon(event.source === 'Remote');
  }

  private noteAreas(sheetId: string, areas: readonly Area[] | null): void {
    const known = this.bySheet.get(sheetId) ?? [];
    const isWhole = known === 'whole' || areas === null || known.length + areas.length > MOST_AREAS;
    this.bySheet.set(sheetId, isWhole ? 'whole' : [...known, ...areas]);
  }

  /**
   * A sheet, table, comment or protection was added, removed or changed, or rows hidden or shown. These are read at
   * each reading, so this only notifies.
   */
  noteStructure(event: { readonly source: string }): void {
    this.notifySoon(event.source === 'Remote');
  }

  /** Coalesces events that arrive in the same tick. */
  private notifySoon(remote: boolean): void {
    if (this.pending) {
      this.pending = { remote: this.pending.remote && remote };
      return;
    }
    this.pending = { remote };
    queueMicrotask(() => {
      const change = this.pending;
      this.pending = null;
      if (change) this.notify(change);
    });
  }
}

/** The areas of `A1:B2,D5` or `E:E`; null when one of them cannot be read. */
function areasOf(address: string): Area[] | null {
  const areas = address.split(',').map((part) => {
    const range = part.trim();
    return parseArea(range) ?? parseColumns(range) ?? parseRows(range);
  });
  return areas.every((area) => area !== null) ? areas : null;
}

/** Events newer than our lowest Excel: subscribed to only where they exist. */
export interface EventSupport {
  readonly protection: boolean;
  readonly sheetNames: boolean;
}

/** The cells that the user selects, as Excel reports them. */
export interface SelectionEvent {
  readonly worksheetId: string;
  readonly address: string;
}

/** Subscribes to the events of threaded comments, in one round trip; notes have none. */
export async function watchComments(context: Excel.RequestContext, changes: ChangeLog): Promise<void> {
  const { comments } = context.workbook;
  const note = async (event: { readonly source: string }): Promise<void> => changes.noteStructure(event);
  comments.onAdded.add(note);
  comments.onChanged.add(note);
  comments.onDeleted.add(note);
  await context.sync();
}

/** Subscribes to the events of the log and to those of the selection, in one round trip. */
export async function watchChanges(
  context: Excel.RequestContext,
  changes: ChangeLog,
  onSelection: (event: SelectionEvent) => void,
  support: EventSupport,
): Promise<void> {
  const { worksheets, tables } = context.workbook;
  const noteStructure = async (event: { readonly source: string }): Promise<void> => changes.noteStructure(event);
  worksheets.onChanged.add(async (event) => changes.noteCells(event));
  worksheets.onFormatChanged.add(async (event) => changes.noteFormats(event));
  worksheets.onRowSorted.add(async (event) => changes.noteSort(event));
  worksheets.onColumnSorted.add(async (event) => changes.noteSort(event));
  worksheets.onRowHiddenChanged.add(noteStructure);
  worksheets.onSelectionChanged.add(async (event) => onSelection(event));
  context.workbook.onActivated.add(async () => changes.noteEverything());
  worksheets.onAdded.add(noteStructure);
  worksheets.onDeleted.add(noteStructure);
  tables.onAdded.add(noteStructure);
  tables.onDeleted.add(noteStructure);
  if (support.protection) worksheets.onProtectionChanged.add(noteStructure);
  if (support.sheetNames) worksheets.onNameChanged.add(noteStructure);
  await context.sync();
}
