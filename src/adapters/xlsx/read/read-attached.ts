/**
 * Reads all that a document generated again leaves at its address: the notes, links, conditional formats and
 * validations of its sheet, and the charts, pivot tables, rules and links of any sheet that use its cells.
 */
import { parseArea, type Area } from '../../../workbook/cells';
import type { Attached, OtherUse, SheetSnapshot, UnnamedChart } from '../../../workbook/snapshot';
import { CHART_PREFIX } from '../../../workbook/workbook-names';
import { fromFileFormula } from '../formula';
import { drawnPlaces } from './read-anchors';
import { readChartPart } from './read-chart';
import type { DataInput } from './sheet-grid';
import type { XlsxPackage } from '../package/package';
import { guarded } from '../package/refusal';
import { attributeIn, openTagsOf } from '../package/xml-scan';
import { decodePart, decodeText } from '../package/xml-text';
import { attributeOf, descendantsOf, referenceOf, type XmlElement } from '../package/xml-tree';

/** A conditional format, a validation, in its own list or in that of later versions of Excel, or a sparkline. */
export interface PlacedRule {
  readonly element: XmlElement;
  readonly kind: 'format' | 'choice' | 'sparkline';
  readonly areas: readonly Area[];
  /** Relative to the first cell of its areas. */
  readonly formulas: readonly XmlElement[];
}

const RULES: ReadonlyMap<string, PlacedRule['kind']> = new Map([
  ['conditionalFormatting', 'format'],
  ['dataValidation', 'choice'],
  ['sparkline', 'sparkline'],
]);
const RULE_FORMULAS: ReadonlySet<string> = new Set(['formula', 'formula1', 'formula2', 'f']);

/** The areas of a list of references; null when one of them is not read, such as a whole column. */
export function placesOf(sqref: string): readonly Area[] | null {
  const areas = sqref.trim().split(/\s+/).map(parseArea);
  return areas.every((area) => area !== null) ? areas : null;
}

/** The element or attribute that holds the areas of an element; undefined when it has none. */
export function sqrefOf(element: XmlElement): string | undefined {
  return attributeOf(element, 'sqref') ?? element.children.find(({ local }) => local === 'sqref')?.text;
}

/** The rules of a sheet, from the frame of its part. */
export function rulesOf(root: XmlElement): readonly PlacedRule[] {
  return descendantsOf(root).flatMap((element): readonly PlacedRule[] => {
    const kind = RULES.get(element.local);
    const areas = kind && placesOf(sqrefOf(element) ?? '');
    if (!kind || !areas) return [];
    const inside = descendantsOf(element).filter((one) => RULE_FORMULAS.has(one.local) && one.text.trim() !== '');
    return [{ element, kind, areas, formulas: inside }];
  });
}

/** The links of a sheet. */
export function linksOf(root: XmlElement): readonly XmlElement[] {
  return descendantsOf(root).filter(({ local }) => local === 'hyperlink');
}

const CELLS_OF_THEIR_OWN: ReadonlySet<string> = new Set(['inputCells', 'cellWatch', 'cellSmartTags']);

/** The changing cells of scenarios, the watched cells, and those with smart tags. */
export function ownCellsOf(root: XmlElement): readonly XmlElement[] {
  return descendantsOf(root).filter(({ local }) => CELLS_OF_THEIR_OWN.has(local));
}

/** The attached things of a sheet that has a document; `root` is the frame of its part. */
export function attachedOf(parts: XlsxPackage, path: string, root: XmlElement): Pick<SheetSnapshot, 'attached'> {
  const links = linksOf(root).flatMap((link) => parseArea(attributeOf(link, 'ref') ?? '') ?? []);
  const changing = ownCellsOf(root).filter(({ local }) => local === 'inputCells');
  const scenarios = changing.flatMap((cell) => parseArea(attributeOf(cell, 'r') ?? '') ?? []);
  const attached: readonly Attached[] = [
    ...notesOf(parts, path).map((area) => ({ kind: 'note', area }) as const),
    ...links.map((area) => ({ kind: 'link', area }) as const),
    ...rulesOf(root).flatMap(({ kind, areas }) => areas.map((area) => ({ kind, area }))),
    ...drawnPlaces(drawingOf(parts, path)?.root ?? null, root).map((area) => ({ kind: 'shape', area }) as const),
    ...scenarios.map((area) => ({ kind: 'scenario', area }) as const),
  ];
  return attached.length > 0 ? { attached } : {};
}

/** A threaded comment has a note too, for older programs. */
function notesOf(parts: XlsxPackage, path: string): readonly Area[] {
  return textsRelated(parts, path, 'comments').flatMap((text) =>
    [...openTagsOf(text, 'comment')].flatMap(({ tag }) => parseArea(attributeIn(tag, 'ref') ?? '') ?? []),
  );
}

/** The texts of the parts of a kind that a part leads to. */
function textsRelated(parts: XlsxPackage, path: string, kind: string): readonly string[] {
  return parts
    .relationships(path)
    .flatMap((one) =>
      one.kind === kind && one.target !== null && parts.has(one.target) ? [decodePart(parts.content(one.target))] : [],
    );
}

/** The drawing of a sheet; null for one that is not well formed, which is passed over. */
function drawingOf(parts: XlsxPackage, path: string): { readonly path: string; readonly root: XmlElement } | null {
  const drawing = parts.related(path, 'drawing');
  const root = drawing === null ? null : guarded(() => parts.tree(drawing).root);
  return drawing !== null && root?.ok ? { path: drawing, root: root.value } : null;
}

/** The uses of the cells of some sheets by what is on a sheet. */
export function otherUsesOf(
  parts: XlsxPackage,
  path: string,
  { root, dataInputs }: { readonly root: XmlElement; readonly dataInputs: readonly DataInput[] },
  isOfDocuments: (formula: string) => boolean,
): Pick<SheetSnapshot, 'otherUses'> {
  const uses = [
    ...usesOfRules(root),
    ...usesOfLinks(root),
    ...usesOfCharts(parts, path),
    ...usesOfPivots(parts, path),
    ...usesOfShapes(parts, path, root),
    ...dataInputs.map(({ row, column, input }) => ({
      by: 'dataTable' as const,
      place: { row, column },
      formula: `=${input}`,
    })),
  ];
  const found = uses.filter(({ formula }) => isOfDocuments(formula));
  return found.length > 0 ? { otherUses: found } : {};
}

function usesOfRules(root: XmlElement): readonly OtherUse[] {
  return rulesOf(root).flatMap(({ kind, areas: [area], formulas }) =>
    formulas.map(({ text }) => ({
      by: kind,
      place: area ? { row: area.top, column: area.left } : null,
      formula: fromFileFormula(text),
    })),
  );
}

function usesOfLinks(root: XmlElement): readonly OtherUse[] {
  return linksOf(root).flatMap((link) => {
    const [area, location] = [parseArea(attributeOf(link, 'ref') ?? ''), attributeOf(link, 'location')];
    if (!area || !location) return [];
    return [{ by: 'link', place: { row: area.top, column: area.left }, formula: `=${location}` } as const];
  });
}

/** By attribute: the text of a shape, the cells that a picture shows, the cells that a control reads or writes. */
const LINKS_OF_SHAPES = ['textlink', 'cellRange', 'linkedCell', 'listFillRange', 'fmlaLink', 'fmlaRange', 'fmlaTxbx'];

function usesOfShapes(parts: XlsxPackage, path: string, root: XmlElement): readonly OtherUse[] {
  const properties = parts
    .relationships(path)
    .flatMap(({ kind, target }) => (kind === 'ctrlProp' && target !== null && parts.has(target) ? [target] : []))
    .flatMap((target) => guarded(() => parts.tree(target).root))
    .flatMap((read) => (read.ok ? [read.value] : []));
  const drawing = drawingOf(parts, path);
  const controls = descendantsOf(root).filter(({ local }) => local === 'controlPr');
  const linked = [...(drawing ? descendantsOf(drawing.root) : []), ...controls, ...properties];
  const formulas = linked.flatMap((element) =>
    LINKS_OF_SHAPES.map((name) => attributeOf(element, name)?.replace(/^=/, '') ?? ''),
  );
  const links = drawing ? parts.relationships(drawing.path).map(({ fragment = '' }) => fragment) : [];
  return [...formulas, ...links]
    .filter((formula) => formula !== '')
    .map((formula) => ({ by: 'shape', place: null, formula: fromFileFormula(formula) }));
}

/** Those of the team: the product redraws its own. */
function usesOfCharts(parts: XlsxPackage, path: string): readonly OtherUse[] {
  return chartsOn(parts, path).flatMap(({ name, target }) =>
    referencesIn(decodePart(parts.content(target))).map((text) => ({
      by: 'chart' as const,
      place: null,
      formula: fromFileFormula(text),
      chart: name,
    })),
  );
}

/** The charts of a sheet without a name of ours; `target` is the part. */
function chartsOn(parts: XlsxPackage, path: string): readonly { readonly name: string; readonly target: string }[] {
  const drawing = drawingOf(parts, path);
  if (!drawing) return [];
  const relationships = new Map(parts.relationships(drawing.path).map((one) => [one.id, one.target]));
  const frames = descendantsOf(drawing.root).filter(({ local }) => local === 'graphicFrame');
  return frames.map(descendantsOf).flatMap((inside) => {
    const name = attributeOf(inside.find(({ local }) => local === 'cNvPr') ?? drawing.root, 'name') ?? '';
    const chart = inside.find(({ local }) => local === 'chart');
    const target = chart && relationships.get(referenceOf(chart) ?? '');
    return !target || !parts.has(target) || name.startsWith(CHART_PREFIX) ? [] : [{ name, target }];
  });
}

/** The charts of the sheet of a document where none has a name of ours any more. */
export function unnamedChartsOf(parts: XlsxPackage, path: string): Pick<SheetSnapshot, 'unnamedCharts'> {
  const charts = chartsOn(parts, path);
  const alone = charts.filter(({ name }) => name !== '' && charts.filter((other) => other.name === name).length === 1);
  const found = alone.flatMap(({ name, target }): readonly UnnamedChart[] => {
    const root = guarded(() => parts.tree(target).root);
    const { title, series } = root.ok ? readChartPart(root.value) : { title: null, series: [] };
    return title === null ? [] : [{ name, title, series: series.flatMap((one) => one.name ?? []) }];
  });
  return found.length > 0 ? { unnamedCharts: found } : {};
}

function referencesIn(text: string): readonly string[] {
  return [...openTagsOf(text, 'f')].map(({ end }) => decodeText(text.slice(end, text.indexOf('<', end))));
}

function usesOfPivots(parts: XlsxPackage, path: string): readonly OtherUse[] {
  const pivots = parts.relationships(path).filter(({ kind, target }) => kind === 'pivotTable' && target !== null);
  return pivots
    .flatMap(({ target }) => textsRelated(parts, target ?? '', 'pivotCacheDefinition'))
    .flatMap((text) => [...openTagsOf(text, 'worksheetSource')])
    .flatMap(({ tag }): readonly OtherUse[] => {
      const [sheet, ref] = [attributeIn(tag, 'sheet'), attributeIn(tag, 'ref')];
      if (sheet === null || ref === null) return [];
      return [{ by: 'pivot', place: null, formula: `='${decodeText(sheet).replaceAll("'", "''")}'!${ref}` }];
    });
}
