/**
 * The object model: the form of its classes, and the state that they share. A class is a table of members by their wire
 * names (`Values`, `GetRange`); a member that is not in a table is refused by name. `Model` holds the grid and the facts
 * of Excel that no grid holds (settings, modes, kept references).
 */
import type { Grid, GridValue } from '../grid';
import type { CommentFacts, NoteFacts, PlacedFacts, PromptFacts, ShapeFacts } from './beside-facts';
import type { ChartFacts } from './chart-facts';
import { accessDenied } from './errors';

/** Reads a scalar, once the formulas are up to date. */
export type Read<S> = (state: S, model: Model) => unknown;
export type Write<S> = (state: S, value: unknown, model: Model) => void;
/** Returns a value, an object, nothing, or the null object for an `…OrNullObject` without a match; or a promise of it. */
export type Call<S> = (state: S, args: readonly unknown[], model: Model) => unknown;
export type Link<S> = (state: S, model: Model) => HostObject | NullObject;

export interface ObjectType<S> {
  readonly name: string;
  readonly scalars?: Readonly<Record<string, { readonly read: Read<S>; readonly write?: Write<S> }>>;
  readonly links?: Readonly<Record<string, Link<S>>>;
  readonly calls?: Readonly<Record<string, Call<S>>>;
  /** Members of a collection. */
  readonly items?: (state: S, model: Model) => readonly HostObject[];
  /** `collection.getItem(key)`; refuses what is not there. */
  readonly item?: (state: S, key: unknown, model: Model) => HostObject;
  /** The identity across requests. */
  readonly id?: (state: S) => string | number;
}

/** All classes of the model. */
export const IMPLEMENTED: ObjectType<unknown>[] = [];

export function defineType<S>(type: ObjectType<S>): ObjectType<S> {
  IMPLEMENTED.push(type as unknown as ObjectType<unknown>);
  return type;
}

export interface HostObject {
  readonly type: ObjectType<unknown>;
  readonly state: unknown;
}

/** The result of `…OrNullObject` without a match. */
export const NULL_OBJECT = Symbol('null object');
export type NullObject = typeof NULL_OBJECT;

export function objectOf<S>(type: ObjectType<S>, state: S): HostObject {
  return { type: type as unknown as ObjectType<unknown>, state };
}

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === 'object' && value !== null && 'type' in value && 'state' in value;
}

/** The state of an object, mostly an argument, if it has the given type; else null. */
export function stateOf<S>(value: unknown, type: ObjectType<S>): S | null {
  return isHostObject(value) && value.type === (type as unknown as ObjectType<unknown>) ? (value.state as S) : null;
}

export interface ModelOptions {
  /** The language of Excel's user: typed text, separators, `formulasLocal`. */
  readonly locale: string;
  /** Opens a file, in base 64, as a new workbook. */
  readonly onNewWorkbook?: (base64: string) => void;
  /** A chart was added, changed or deleted: the page draws it again. */
  readonly onCharts?: () => void;
}

/** Notifications of the object model to the rest of the host. */
export interface ModelListener {
  /** A handler was registered (+1) or removed (-1) for events of this type. */
  events(eventType: number, change: 1 | -1): void;
  /** The client's runtime of custom functions is ready. */
  functionsReady(): void;
  /** Values of custom functions, as the client's runtime sends them. */
  functionResults(results: readonly unknown[]): void;
  /** The add-in shows or hides its pane. */
  paneState(state: 'Visible' | 'Background'): void;
}

/** Makes objects for the classes that must not import their definitions. */
export interface ObjectFactory {
  worksheet(sheetId: string): HostObject;
  table(tableId: string): HostObject;
}

/** Defects of some versions of Excel, turned on by a test. */
export type Weakness =
  /** No printer: the page set-up cannot be changed. */
  | 'noPrinter'
  /** Panes are frozen on the active sheet only (office-js #3148). */
  | 'freezesActiveSheetOnly'
  /** A page is never fitted to a number of pages: the scale stays, without a word (office-js #1860). */
  | 'ignoresFitToPages'
  /** The properties of cells give every border as black (office-js #2349). */
  | 'reportsBlackBorders'
  /** Comments cannot be read: threaded comments are turned off for the organisation. */
  | 'refusesComments'
  /** The headers and footers of pages cannot be read. */
  | 'refusesHeaders'
  /** Merged areas cannot be read. */
  | 'refusesMerges'
  /** Of several rows of contents, some of them hidden, each visible row gets the first (office-js #224, xlwings #747). */
  | 'writesVisibleRows'
  /** No defect but an option, on by default: a formula in a blank column of a table fills it (office-js #2093). */
  | 'fillsTableColumns';

export class Model {
  calculationMode: 'Automatic' | 'AutomaticExceptTables' | 'Manual' = 'Automatic';
  enableEvents = true;
  paneState: 'Visible' | 'Background' = 'Visible';
  /** Until the end of the request, values are read without waiting for the calculation. */
  isCalculationSuspended = false;
  /** While true, changes have no event: a drop-down list on the web, Text to Columns. */
  isUnannounced = false;
  readonly weaknesses = new Set<Weakness>();
  readonly settings = new Map<string, unknown>();
  readonly customProperties = new Map<string, unknown>();
  /** Charts are kept here, each with its sheet: the grid has none. A page draws them over it. */
  readonly charts: ChartFacts[] = [];
  /** Texts that people put beside the cells: the grid has none. */
  readonly comments: CommentFacts[] = [];
  readonly notes: NoteFacts[] = [];
  readonly shapes: ShapeFacts[] = [];
  readonly pivotTables: PlacedFacts[] = [];
  readonly slicers: PlacedFacts[] = [];
  readonly prompts: PromptFacts[] = [];
  /** Headers and footers of pages, by « id of the sheet, pages, side »: the grid has the usual footer alone. */
  readonly pageTexts = new Map<string, string>();
  private readonly kept = new Map<string, HostObject>();
  private readonly references = new WeakMap<HostObject, string>();
  private lastReference = 0;

  constructor(
    readonly grid: Grid,
    readonly options: ModelOptions,
    readonly listener: ModelListener,
    readonly objects: ObjectFactory,
  ) {}

  /** Adds the charts that the workbook has when it opens. */
  loadCharts(charts: readonly Omit<ChartFacts, 'id' | 'box'>[]): void {
    for (const chart of charts) this.charts.push({ ...chart, id: `chart-${this.charts.length + 1}`, box: null });
  }

  /** To be called after each change of `charts`. */
  chartsChanged(): void {
    this.options.onCharts?.();
  }

  /** Keeps an object alive between requests; returns its reference. */
  keep(object: HostObject): string {
    const known = this.referenceOf(object);
    if (known !== null) return known;
    this.lastReference += 1;
    const reference = referenceName(this.lastReference);
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

  /** The number of the last object kept. */
  get lastKept(): number {
    return this.lastReference;
  }

  /** Releases the objects kept after that number. */
  releaseAfter(number: number): void {
    for (let later = number + 1; later <= this.lastReference; later++) this.kept.delete(referenceName(later));
  }

  releaseAll(): void {
    this.kept.clear();
  }

  get keptCount(): number {
    return this.kept.size;
  }

  /** Waits for the formulas, unless the batch suspended calculation. */
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

/** A value on the wire: an empty cell is an empty text, an error is its text. */
export function toWire(value: GridValue): string | number | boolean {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : value;
}

const referenceName = (number: number): string => `reference-${number}`;
