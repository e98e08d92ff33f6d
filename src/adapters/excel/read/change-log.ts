/**
 * What changed in the workbook since the last reading, from Excel's events: somebody else's edits, a co-author's
 * included. Our own writes are recognised and left out: they are read again by the one who made them.
 */
import type { WorkbookChange } from '../../../application/ports';
import { parseArea, type Area } from '../../../workbook/cells';

/** The areas of a sheet that changed; `whole` when rows, columns or too much moved. */
export type SheetChanges = readonly Area[] | 'whole';

/** Above this many edited places, a sheet is read whole. */
const MOST_AREAS = 20;

export class ChangeLog {
  private bySheet = new Map<string, SheetChanges>();
  private toTell: WorkbookChange | null = null;

  constructor(private readonly tell: (change: WorkbookChange) => void) {}

  /** The changes noted so far, which are then forgotten. */
  take(): ReadonlyMap<string, SheetChanges> {
    const taken = this.bySheet;
    this.bySheet = new Map();
    return taken;
  }

  /** A sheet that we wrote to: to read again, and nothing to tell. */
  noteOwnWrite(sheetId: string): void {
    this.bySheet.set(sheetId, 'whole');
  }

  noteCells(event: Excel.WorksheetChangedEventArgs): void {
    if (event.triggerSource === 'ThisLocalAddin') return;
    const known = this.bySheet.get(event.worksheetId) ?? [];
    const areas = event.changeType === 'RangeEdited' ? areasOf(event.address) : null;
    const isWhole = known === 'whole' || areas === null || known.length + areas.length > MOST_AREAS;
    this.bySheet.set(event.worksheetId, isWhole ? 'whole' : [...known, ...areas]);
    this.tellSoon(event.source === 'Remote');
  }

  /** A sheet, table or protection came, went or changed: the structure is read at each reading, so this only tells. */
  noteStructure(event: { readonly source: string }): void {
    this.tellSoon(event.source === 'Remote');
  }

  /** Events that arrive together are told once. */
  private tellSoon(remote: boolean): void {
    if (this.toTell) {
      this.toTell = { remote: this.toTell.remote && remote };
      return;
    }
    this.toTell = { remote };
    queueMicrotask(() => {
      const change = this.toTell;
      this.toTell = null;
      if (change) this.tell(change);
    });
  }
}

/** The areas of `A1:B2,D5`; null when one of them is not a rectangle of cells (whole rows, whole columns). */
function areasOf(address: string): Area[] | null {
  const areas = address.split(',').map((part) => parseArea(part.trim()));
  return areas.every((area) => area !== null) ? areas : null;
}

/** Events that came after our lowest Excel: subscribed to only where they exist. */
export interface EventSupport {
  readonly protection: boolean;
  readonly sheetNames: boolean;
}

/** Subscribes to what the changes need, in one round trip. */
export async function watchChanges(
  context: Excel.RequestContext,
  changes: ChangeLog,
  support: EventSupport,
): Promise<void> {
  const { worksheets, tables } = context.workbook;
  const noteStructure = async (event: { readonly source: string }): Promise<void> => changes.noteStructure(event);
  worksheets.onChanged.add(async (event) => changes.noteCells(event));
  worksheets.onAdded.add(noteStructure);
  worksheets.onDeleted.add(noteStructure);
  tables.onAdded.add(noteStructure);
  tables.onDeleted.add(noteStructure);
  if (support.protection) worksheets.onProtectionChanged.add(noteStructure);
  if (support.sheetNames) worksheets.onNameChanged.add(noteStructure);
  await context.sync();
}
