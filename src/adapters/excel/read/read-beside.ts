/**
 * Reads what is beside the values of the sheets: threaded comments, notes, page headers and footers, text boxes, merged
 * areas. Excel lists them, then gives their places or texts: these requests travel with those of the sheets and
 * of the cells. When Excel refuses a request that asks for them, it is sent again without them, and each kind is read
 * alone: the one that is refused is named in the snapshot.
 */
import { LONGEST_BESIDE, pageLines, withoutAuthor } from '../../../workbook/texts/beside-texts';
import type { SheetSnapshot, TextBeside, BesideUnread, WorkbookSnapshot } from '../../../workbook/snapshot';
import type { SheetArea } from '../../../workbook/references';
import { areaOfRange } from '../excel-ranges';
import { isRefusal } from '../host-errors';
import type { SheetChanges } from './change-log';
import { mergesNow, readMerges, type MergesOfSheet } from './read-merges';

/** Comments read, and notes read: more than anybody would look at. */
const MOST_ON_CELLS = 500;
/** Shapes listed on a sheet: copies from the web leave thousands of pictures and empty boxes. */
const MOST_LISTED = 5000;
/** Of those of the workbook: groups that are listed, boxes that may hold a text, and boxes whose text is read. */
const MOST_GROUPS = 300;
const MOST_BOXES = 1000;
const MOST_FILLED = 300;

export type KindBeside = BesideUnread['what'];

/** The texts of one kind, with the ids of their sheets. */
interface Found {
  readonly texts: readonly { readonly sheetId: string; readonly text: TextBeside }[];
  /** Cells with a comment, read by its text or not. */
  readonly places?: readonly { readonly sheetId: string; readonly area: SheetArea['area'] }[];
  readonly merges?: readonly MergesOfSheet[];
  readonly isCut: boolean;
}

/** Each step adds its loads to a request, and ends when the next ones need its answer. */
type Steps = Generator<undefined, Found, undefined>;

/**
 * The earlier reading: texts on pages and in shapes are kept, since Excel announces none of their changes, and so are
 * the merges of rows where nothing changed.
 */
export interface EarlierBeside {
  readonly sheets: readonly SheetSnapshot[];
  readonly besideUnread: readonly BesideUnread[];
  readonly changes: ReadonlyMap<string, SheetChanges>;
}

export class BesideReading {
  private readonly running = new Map<KindBeside, Steps>();
  private readonly found = new Map<KindBeside, Found>();
  private readonly apart = new Set<KindBeside>();
  private readonly refused = new Set<KindBeside>();

  constructor(
    private readonly context: Excel.RequestContext,
    private readonly givesNotes: boolean,
    private readonly known: EarlierBeside | null,
  ) {
    const refused = (known?.besideUnread ?? []).flatMap(({ what, why }) => (why === 'refused' ? [what] : []));
    for (const kind of refused) this.refused.add(kind);
    for (const kind of kindsRead(givesNotes)) if (!this.refused.has(kind)) this.running.set(kind, this.stepsOf(kind));
  }

  /** Sends a request of the reading with what is to be asked about the texts. */
  async request<T>(load: () => T): Promise<T> {
    const loaded = load();
    this.advance();
    try {
      await this.context.sync();
      return loaded;
    } catch (error) {
      if (!this.isSetApartAfter(error)) throw error;
    }
    const again = load();
    await this.context.sync();
    return again;
  }

  /** After the last request of the reading: what is still to be asked. */
  async finish(): Promise<void> {
    try {
      for (this.advance(); this.running.size > 0; this.advance()) await this.context.sync();
    } catch (error) {
      if (!this.isSetApartAfter(error)) throw error;
    }
    for (const kind of this.apart) await this.readAlone(kind);
  }

  private async readAlone(kind: KindBeside): Promise<void> {
    try {
      const steps = this.stepsOf(kind);
      let step = steps.next();
      while (!step.done) step = await this.afterRequest(steps);
      this.found.set(kind, step.value);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      this.refused.add(kind);
    }
  }

  /** The next step once its request is answered; a refusal is thrown into the steps, which may ask for less. */
  private async afterRequest(steps: Steps): Promise<IteratorResult<undefined, Found>> {
    try {
      await this.context.sync();
    } catch (error) {
      return steps.throw(error);
    }
    return steps.next();
  }

  private advance(): void {
    for (const [kind, steps] of this.running) {
      const step = steps.next();
      if (!step.done) continue;
      this.running.delete(kind);
      this.found.set(kind, step.value);
    }
  }

  private isSetApartAfter(error: unknown): boolean {
    if (this.running.size === 0 || !isRefusal(error)) return false;
    for (const kind of this.running.keys()) this.apart.add(kind);
    this.running.clear();
    return true;
  }

  private stepsOf(kind: KindBeside): Steps {
    const { workbook } = this.context;
    if (kind === 'comments') return readComments(workbook.comments);
    if (kind === 'notes') return readNotes(workbook.notes);
    if (kind === 'merges') return mergesFound(workbook.worksheets, (sheetId) => this.changesOf(sheetId));
    const sheets = (): readonly Excel.Worksheet[] =>
      workbook.worksheets.items.filter(({ id }) => !this.known?.sheets.some((sheet) => sheet.id === id));
    return kind === 'pages' ? readPages(sheets) : readShapes(sheets);
  }

  private changesOf(sheetId: string): SheetChanges {
    const isKnown = this.known?.sheets.some(({ id }) => id === sheetId) === true;
    return isKnown ? (this.known?.changes.get(sheetId) ?? []) : 'whole';
  }

  /** The merged areas of a sheet: those that are read, and those known before in its other rows. */
  mergesOf(sheetId: string): Pick<SheetSnapshot, 'merges'> {
    return mergesNow(
      this.found.get('merges')?.merges?.find((one) => one.sheetId === sheetId),
      this.known?.sheets.find(({ id }) => id === sheetId),
    );
  }

  /** The texts of a sheet in the order of a file; `isOfCharts`: it holds charts alone, and its text boxes are theirs. */
  textsOf(sheetId: string, isOfCharts: boolean): Pick<SheetSnapshot, 'textsBeside'> {
    const kept = this.known?.sheets.find(({ id }) => id === sheetId)?.textsBeside ?? [];
    const of = (kind: KindBeside): readonly TextBeside[] =>
      (this.found.get(kind)?.texts ?? []).flatMap((one) => (one.sheetId === sheetId ? [one.text] : []));
    const all = [
      ...[...kept.filter(({ on }) => on === 'page'), ...of('pages')],
      ...[...of('notes'), ...of('comments')],
      ...(isOfCharts ? [] : [...kept.filter(({ on }) => on === 'shape'), ...of('shapes')]),
    ];
    return all.length > 0 ? { textsBeside: all } : {};
  }

  /** The cells of a sheet that have a comment. */
  commentedIn(sheetId: string): readonly SheetArea['area'][] {
    const places = this.found.get('comments')?.places ?? [];
    return places.flatMap((place) => (place.sheetId === sheetId ? [place.area] : []));
  }

  /** The kinds of which some text may not be read. */
  unread(): Pick<WorkbookSnapshot, 'besideUnread'> {
    const kept = (this.known?.besideUnread ?? []).filter(({ what, why }) => why === 'tooMany' && KEPT.has(what));
    const cut = [...this.found].flatMap(([what, { isCut }]) => (isCut ? [{ what, why: 'tooMany' } as const] : []));
    const unread: readonly BesideUnread[] = [
      ...[...this.refused].map((what) => ({ what, why: 'refused' }) as const),
      ...cut,
      ...kept.filter(({ what }) => !cut.some((one) => one.what === what)),
      ...(this.givesNotes ? [] : [{ what: 'notes', why: 'notGiven' } as const]),
    ];
    return unread.length > 0 ? { besideUnread: unread } : {};
  }
}

/** Kinds of which an earlier reading is kept. */
const KEPT: ReadonlySet<KindBeside> = new Set(['pages', 'shapes', 'merges'] as const);

function kindsRead(givesNotes: boolean): readonly KindBeside[] {
  return ['comments', ...(givesNotes ? (['notes'] as const) : []), 'pages', 'shapes', 'merges'];
}

function* mergesFound(worksheets: Excel.WorksheetCollection, changesOf: (sheetId: string) => SheetChanges): Steps {
  const { sheets: merges, isCut } = yield* readMerges(() => worksheets.items, changesOf, isRefusal);
  return { texts: [], merges, isCut };
}

function loadComments(comments: Excel.CommentCollection): void {
  comments.load({ select: 'content,resolved,replies/items/content', top: MOST_ON_CELLS + 1 });
}

/** The comment and its answers, as one text; none of a thread that is resolved. */
function textOfComment({ content, resolved, replies }: Excel.Comment): string {
  return resolved ? '' : cleaned([content, ...replies.items.map((reply) => reply.content)].join('\n'));
}

function* readComments(comments: Excel.CommentCollection): Steps {
  loadComments(comments);
  yield;
  const items = comments.items.slice(0, MOST_ON_CELLS);
  const places = items.map(placeOf);
  if (places.length > 0) yield;
  return {
    texts: onCells(places, items.map(textOfComment)),
    places: places.map((range) => ({ sheetId: range.worksheet.id, area: areaOfRange(range) })),
    isCut: comments.items.length > MOST_ON_CELLS,
  };
}

function loadNotes(notes: Excel.NoteCollection): void {
  notes.load({ select: 'content,authorName', top: MOST_ON_CELLS + 1 });
}

function textOfNote({ content, authorName }: Excel.Note): string {
  return cleaned(withoutAuthor(content, authorName));
}

function* readNotes(notes: Excel.NoteCollection): Steps {
  loadNotes(notes);
  yield;
  const items = notes.items.slice(0, MOST_ON_CELLS);
  const places = items.map(placeOf);
  if (places.length > 0) yield;
  return { texts: onCells(places, items.map(textOfNote)), isCut: notes.items.length > MOST_ON_CELLS };
}

function placeOf(note: Excel.Comment | Excel.Note): Excel.Range {
  const range = note.getLocation();
  range.load('rowIndex,columnIndex,rowCount,columnCount,worksheet/id');
  return range;
}

function onCells(places: readonly Excel.Range[], texts: readonly string[]): Found['texts'] {
  return places.flatMap(({ rowIndex: row, columnIndex: column, worksheet }, index) => {
    const text = texts[index] ?? '';
    return text === '' ? [] : [{ sheetId: worksheet.id, text: { on: 'note', at: { row, column }, text } as const }];
  });
}

const GROUPS = ['defaultForAllPages', 'evenPages', 'firstPage', 'oddPages'] as const;
const SIDES = ['leftHeader', 'centerHeader', 'rightHeader', 'leftFooter', 'centerFooter', 'rightFooter'] as const;
const HEADERS = GROUPS.flatMap((group) => SIDES.map((side) => `${group}/${side}`)).join();

function* readPages(sheets: () => readonly Excel.Worksheet[]): Steps {
  yield; // the first request lists the sheets
  const pages = sheets().map(({ id, pageLayout: { headersFooters } }) => ({ sheetId: id, headersFooters }));
  for (const { headersFooters } of pages) headersFooters.load(HEADERS);
  if (pages.length > 0) yield;
  const texts = pages.flatMap(({ sheetId, headersFooters }) =>
    pageLines(GROUPS.flatMap((group) => SIDES.map((side) => headersFooters[group][side]))).map((text) => ({
      sheetId,
      text: { on: 'page', at: null, text } as const,
    })),
  );
  return { texts, isCut: false };
}

interface ShapeOfSheet {
  readonly sheetId: string;
  readonly shape: Excel.Shape;
}

/** A picture has no text frame, and Excel refuses the text of an empty one: each is asked once it is known to exist. */
function* readShapes(sheets: () => readonly Excel.Worksheet[]): Steps {
  yield; // the first request lists the sheets
  const lists = sheets().map(({ id, shapes }) => ({ sheetId: id, shapes }));
  for (const { shapes } of lists) shapes.load({ select: 'type', top: MOST_LISTED + 1 });
  if (lists.length > 0) yield;
  const all = lists.flatMap(({ sheetId, shapes }) => shapes.items.map((shape) => ({ sheetId, shape })));
  const groups = all.filter(({ shape }) => shape.type === 'Group');
  const members = groups.slice(0, MOST_GROUPS).map(({ sheetId, shape }) => ({ sheetId, shapes: shape.group.shapes }));
  for (const { shapes } of members) shapes.load('items/type');
  if (members.length > 0) yield;
  const grouped = members.flatMap(({ sheetId, shapes }) => shapes.items.map((shape) => ({ sheetId, shape })));
  const boxes = [...all, ...grouped].filter(({ shape }) => shape.type === 'GeometricShape');
  const asked = boxes.slice(0, MOST_BOXES);
  for (const { shape } of asked) shape.textFrame.load('hasText');
  if (asked.length > 0) yield;
  const filled = asked.filter(({ shape }) => shape.textFrame.hasText);
  const read = filled.slice(0, MOST_FILLED);
  for (const { shape } of read) shape.textFrame.textRange.load('text');
  if (read.length > 0) yield;
  const isCut =
    lists.some(({ shapes }) => shapes.items.length > MOST_LISTED) ||
    [groups.length > MOST_GROUPS, boxes.length > MOST_BOXES, filled.length > MOST_FILLED].includes(true);
  return { texts: shapeTexts(read), isCut };
}

/** Each text once in a sheet. */
function shapeTexts(shapes: readonly ShapeOfSheet[]): Found['texts'] {
  const bySheet = new Map<string, Set<string>>();
  for (const { sheetId, shape } of shapes) {
    const texts = bySheet.get(sheetId) ?? new Set();
    bySheet.set(sheetId, texts.add(cleaned(shape.textFrame.textRange.text)));
  }
  return [...bySheet].flatMap(([sheetId, texts]) =>
    [...texts].flatMap((text) => (text === '' ? [] : [{ sheetId, text: { on: 'shape', at: null, text } as const }])),
  );
}

/** Excel ends a paragraph of a shape by a carriage return, and a line by a vertical tab. */
function cleaned(text: string): string {
  return text
    .slice(0, LONGEST_BESIDE)
    .replace(/\r\n?|\v/g, '\n')
    .trim();
}

/**
 * Loads the comments and the notes, without their places, within the request of a check. After the request, the
 * function returned is true when they are still those of the last reading: Excel announces no change of a note.
 */
export function loadTextsOnCells(
  { workbook }: Excel.RequestContext,
  { sheets, besideUnread = [] }: WorkbookSnapshot,
): () => boolean {
  const isRead = (kind: KindBeside): boolean =>
    besideUnread.every(({ what, why }) => what !== kind || why === 'tooMany');
  const comments = isRead('comments') ? workbook.comments : null;
  const notes = isRead('notes') ? workbook.notes : null;
  if (comments) loadComments(comments);
  if (notes) loadNotes(notes);
  return () => {
    const now = [
      ...(comments?.items.slice(0, MOST_ON_CELLS).map(textOfComment) ?? []),
      ...(notes?.items.slice(0, MOST_ON_CELLS).map(textOfNote) ?? []),
    ].filter((text) => text !== '');
    const before = sheets.flatMap(({ textsBeside = [] }) =>
      textsBeside.flatMap(({ on, text }) => (on === 'note' ? [text] : [])),
    );
    return JSON.stringify(now.sort()) === JSON.stringify(before.sort());
  };
}
