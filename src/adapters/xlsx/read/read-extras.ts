/**
 * Reads the parts of a workbook file other than cells, for a page that shows it: its charts with the cells that they
 * draw, its print settings, and counts of what the page cannot show. An unreadable drawing is counted, not refused.
 */
import type { Failure } from '../../../workbook/failure';
import type { Result } from '../../../domain/result';
import type { Area } from '../../../workbook/cells';
import { type Codec, PORTABLE_CODEC } from '../package/codec';
import { XlsxPackage } from '../package/package';
import { readChartPart, type ChartPart } from './read-chart';
import { printLook, type PrintLook } from './read-print';
import { guarded } from '../package/refusal';
import { frameOf } from '../package/sheet-frame';
import { type NameEntry, readWorkbookPart, type SheetEntry } from '../package/workbook-part';
import {
  attributeOf,
  childAt,
  childrenOf,
  descendantsOf,
  itemsOf,
  referenceOf,
  type XmlElement,
} from '../package/xml-tree';

/** Kinds of content that a page of cells cannot show. */
export type LeftOut =
  | 'unreadChart'
  | 'image'
  | 'shape'
  | 'pivotTable'
  | 'comment'
  | 'validation'
  | 'conditionalFormat'
  | 'sparkline'
  | 'header'
  | 'chartSheet'
  | 'externalLink'
  | 'macros';

export interface FileChart extends ChartPart {
  readonly sheet: string;
  readonly name: string;
  /** The cells between its corners; null when it has no cell anchors. */
  readonly place: Area | null;
}

export interface Extras {
  readonly charts: readonly FileChart[];
  /** By the name of the sheet. */
  readonly prints: ReadonlyMap<string, PrintLook>;
  /** Counts by kind; a kind with none is absent. */
  readonly leftOut: ReadonlyMap<LeftOut, number>;
}

const OF_RELATIONS: ReadonlyMap<string, LeftOut> = new Map([
  ['pivotTable', 'pivotTable'],
  ['externalLink', 'externalLink'],
  ['vbaProject', 'macros'],
]);

/** Refuses as `openXlsx` does. */
export function readExtras(bytes: Uint8Array, codec: Codec = PORTABLE_CODEC): Result<Extras, Failure> {
  return guarded(() => {
    const parts = new XlsxPackage(bytes, codec);
    const part = readWorkbookPart(parts);
    const reader = new ExtrasReader(parts);
    reader.countRelations(part.path);
    part.sheets.forEach((sheet, index) =>
      reader.readSheet(
        sheet,
        part.names.filter(({ localTo }) => localTo === index),
      ),
    );
    return { charts: reader.charts, prints: reader.prints, leftOut: reader.leftOut };
  });
}

class ExtrasReader {
  readonly charts: FileChart[] = [];
  readonly prints = new Map<string, PrintLook>();
  readonly leftOut = new Map<LeftOut, number>();

  constructor(private readonly parts: XlsxPackage) {}

  countRelations(path: string): void {
    for (const { kind } of this.parts.relationships(path)) this.count(OF_RELATIONS.get(kind), 1);
  }

  readSheet({ path, name }: SheetEntry, names: readonly NameEntry[]): void {
    if (path === null) return this.count('chartSheet', 1);
    this.countRelations(path);
    this.countComments(path);
    const { root } = frameOf(this.parts.content(path), path);
    this.prints.set(name, printLook(root, names));
    this.count('validation', validations(root));
    this.count('conditionalFormat', conditionalFormats(root));
    this.count('sparkline', descendantsOf(root).filter(({ local }) => local === 'sparkline').length);
    const headers = ['oddHeader', 'evenHeader', 'firstHeader'].map(
      (header) => childAt(root, 'headerFooter', header)?.text ?? '',
    );
    this.count('header', headers.some((text) => text !== '') ? 1 : 0);
    const drawing = this.parts.related(path, 'drawing');
    if (drawing !== null) this.readDrawing(name, drawing);
  }

  private readDrawing(sheet: string, path: string): void {
    const drawing = guarded(() => this.parts.tree(path).root);
    if (!drawing.ok) return this.count('shape', 1);
    for (const anchor of drawing.value.children) {
      const inside = descendantsOf(anchor);
      const frame = inside.find(({ local }) => local === 'chart');
      if (frame) this.readChart(sheet, path, anchor, frame);
      else if (inside.some(({ local }) => local === 'pic')) this.count('image', 1);
      else if (inside.some(({ local }) => local === 'cNvPr')) this.count('shape', 1);
    }
  }

  private readChart(sheet: string, drawing: string, anchor: XmlElement, frame: XmlElement): void {
    const target = this.parts.relationships(drawing).find(({ id }) => id === referenceOf(frame))?.target;
    const chart = target && this.parts.has(target) ? guarded(() => this.parts.tree(target).root) : null;
    const part = chart?.ok ? readChartPart(chart.value) : null;
    if (!part || part.series.length === 0) return this.count('unreadChart', 1);
    const name = descendantsOf(anchor).find(({ local }) => local === 'cNvPr');
    this.charts.push({
      sheet,
      name: (name && attributeOf(name, 'name')) ?? '',
      place: placeOf(anchor),
      ...part,
    });
  }

  /** Threaded comments each have a note too, for older programs: they are counted once. */
  private countComments(path: string): void {
    const notes = this.parts
      .relationships(path)
      .filter(({ kind, target }) => kind === 'comments' && target !== null && this.parts.has(target));
    for (const { target } of notes) {
      const list = guarded(() => this.parts.tree(target ?? '').root);
      this.count('comment', list.ok ? descendantsOf(list.value).filter(({ local }) => local === 'comment').length : 1);
    }
  }

  private count(kind: LeftOut | undefined, more: number): void {
    if (kind && more > 0) this.leftOut.set(kind, (this.leftOut.get(kind) ?? 0) + more);
  }
}

/** A page can show lists of choices; not bounds, dates and formulas. */
function validations(root: XmlElement): number {
  return itemsOf(root, 'dataValidations', 'dataValidation').filter((one) => attributeOf(one, 'type') !== 'list').length;
}

/** All rules but formulas: bars, scales, icons, ranks. */
function conditionalFormats(root: XmlElement): number {
  const rules = childrenOf(root, 'conditionalFormatting').flatMap((element) => childrenOf(element, 'cfRule'));
  return rules.filter((rule) => attributeOf(rule, 'type') !== 'expression').length;
}

function placeOf(anchor: XmlElement): Area | null {
  const [top, left, bottom, right] = ['from', 'to'].flatMap((corner) =>
    ['row', 'col'].map((member) => Number(childAt(anchor, corner, member)?.text ?? Number.NaN)),
  );
  if (![top, left, bottom, right].every((index) => Number.isSafeInteger(index))) return null;
  return { top: top!, left: left!, rows: Math.max(1, bottom! - top!), columns: Math.max(1, right! - left!) };
}
