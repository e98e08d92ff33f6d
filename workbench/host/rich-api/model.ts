/**
 * What the object model stands on: the grid, and the facts of Excel around it that no grid holds (settings, modes,
 * references kept).
 */
import type { Grid, GridValue } from '../grid';
import type { ChartFacts } from './chart-facts';
import { accessDenied } from './errors';
import type { HostObject } from './object-type';

export interface ModelOptions {
  /** The language of Excel's user: typed text, separators, `formulasLocal`. */
  readonly locale: string;
  /** Opens a file, in base 64, as a new workbook. */
  readonly onNewWorkbook?: (base64: string) => void;
  /** A chart was made, that the grid does not draw. */
  readonly onChart?: () => void;
}

/** What the object model tells the rest of the host. */
export interface ModelListener {
  /** A handler was registered (+1) or removed (-1) for events of this type. */
  events(eventType: number, change: 1 | -1): void;
  /** The custom functions runtime of the client is there. */
  functionsReady(): void;
  /** Values of custom functions, as the client's runtime sends them. */
  functionResults(results: readonly unknown[]): void;
  /** The add-in shows or hides its pane. */
  paneState(state: 'Visible' | 'Background'): void;
}

/** Objects that others lead to without knowing how they are made. */
export interface ObjectFactory {
  worksheet(sheetId: string): HostObject;
  table(tableId: string): HostObject;
}

export class Model {
  calculationMode: 'Automatic' | 'AutomaticExceptTables' | 'Manual' = 'Automatic';
  enableEvents = true;
  paneState: 'Visible' | 'Background' = 'Visible';
  /** Until the end of the request, values are read as they are, formulas not yet computed. */
  isCalculationSuspended = false;
  readonly settings = new Map<string, unknown>();
  readonly customProperties = new Map<string, unknown>();
  /** The grid draws none: they are kept here, each with the sheet that it stands on. */
  readonly charts: ChartFacts[] = [];
  private readonly kept = new Map<string, HostObject>();
  private readonly references = new WeakMap<HostObject, string>();
  private lastReference = 0;

  constructor(
    readonly grid: Grid,
    readonly options: ModelOptions,
    readonly listener: ModelListener,
    readonly objects: ObjectFactory,
  ) {}

  /** Charts that the workbook has when it opens. */
  loadCharts(charts: readonly Omit<ChartFacts, 'id' | 'box'>[]): void {
    for (const chart of charts) this.charts.push({ ...chart, id: `chart-${this.charts.length + 1}`, box: null });
  }

  /** Keeps an object alive between requests; answers its reference. */
  keep(object: HostObject): string {
    const known = this.referenceOf(object);
    if (known !== null) return known;
    this.lastReference += 1;
    const reference = `reference-${this.lastReference}`;
    this.kept.set(reference, object);
    this.references.set(object, reference);
    return reference;
  }

  referenceOf(object: HostObject): string | null {
    const reference = this.references.get(object);
    return reference !== undefined && this.kept.has(reference) ? reference : null;
  }

  byReference(reference: string): HostObject | undefined {
    return this.kept.get(reference);
  }

  release(reference: string): void {
    this.kept.delete(reference);
  }

  releaseAll(): void {
    this.kept.clear();
  }

  get keptCount(): number {
    return this.kept.size;
  }

  /** Waits for the formulas, unless the batch put calculation off. */
  async settled(): Promise<void> {
    if (!this.isCalculationSuspended) await this.grid.calculated();
  }

  guardSheet(sheetId: string): void {
    if (this.grid.sheet(sheetId)?.isProtected) throw accessDenied();
  }

  guardStructure(): void {
    if (this.grid.structureProtected) throw accessDenied();
  }

  sheetName(sheetId: string): string {
    return this.grid.sheet(sheetId)?.name ?? '';
  }
}

/** A value as the wire carries it: an empty cell is an empty text, an error is its text. */
export function toWire(value: GridValue): string | number | boolean {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : value;
}
