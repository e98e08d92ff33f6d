/**
 * Reads the look of a workbook, for a page that shows it: fonts, fills, borders, number formats, widths, heights,
 * merges, frozen and hidden rows, conditional formats, lists of choices. Values and formulas come from `openXlsx`.
 */
import type { Failure } from '../../../workbook/failure';
import type { Result } from '../../../domain/result';
import type { Area } from '../../../workbook/cells';
import { type Codec, PORTABLE_CODEC } from '../package/codec';
import { fromFileFormula } from '../formula';
import { Colors } from './look/colors';
import { type RowLook, RowLooks } from './look/row-looks';
import { type FileCellLook, type LookStyle, readLooks, readPaints } from './look/style-looks';
import { XlsxPackage } from '../package/package';
import { guarded } from '../package/refusal';
import { areasOf, frameOf, isHiddenRun, mergesOf } from '../package/sheet-frame';
import { scanRows } from './sheet-scan';
import { readSharedStrings } from '../package/shared-strings';
import { readWorkbookPart, type SheetEntry } from '../package/workbook-part';
import { attributeOf, childAt, childOf, childrenOf, itemsOf, type XmlElement } from '../package/xml-tree';

/** Paints the areas where the formula, written for the top left cell of the first, is true. */
export interface HighlightLook {
  readonly areas: readonly Area[];
  readonly formula: string;
  readonly style: LookStyle;
}

/** A list of allowed values: typed in (`"AE,CP"`) or a range (`=Convention!$A$1:$A$3`). */
export interface ChoiceLook {
  readonly area: Area;
  readonly source: string;
}

export interface SheetLook {
  readonly name: string;
  readonly showGridlines: boolean;
  /** `RRGGBB`, or null. */
  readonly tabColor: string | null;
  readonly freeze: { readonly rows: number; readonly columns: number };
  /** Pixels, by column; only columns with a stated width. */
  readonly columnWidths: ReadonlyMap<number, number>;
  readonly hiddenColumns: readonly number[];
  /** cellXfs index for the absent cells of a column. */
  readonly columnStyles: ReadonlyMap<number, number>;
  /** Rows with a look of their own. */
  readonly rows: ReadonlyMap<number, RowLook>;
  readonly merges: readonly Area[];
  readonly highlights: readonly HighlightLook[];
  readonly choices: readonly ChoiceLook[];
}

export interface WorkbookLook {
  /** By the index that cells, rows and columns carry. */
  readonly looks: readonly FileCellLook[];
  readonly sheets: readonly SheetLook[];
  readonly activeSheet: string | null;
  /** Style of each table by its name (`TableStyleMedium2`); tables without one are absent. */
  readonly tableStyles: ReadonlyMap<string, string>;
}

const PLAIN: FileCellLook = { numberFormat: 'General', style: {} };
/** Widths are read up to this column: many files state one for all 16,384. */
const LOOKED_COLUMNS = 256;

/** Reads the look of a workbook file; refuses as `openXlsx` does. */
export function readLook(bytes: Uint8Array, codec: Codec = PORTABLE_CODEC): Result<WorkbookLook, Failure> {
  return guarded(() => lookOf(new XlsxPackage(bytes, codec)));
}

/** The look of one cell, whether the file has the cell or only its row or column. */
export function lookAt(book: WorkbookLook, sheet: SheetLook, row: number, column: number): FileCellLook {
  const rowLook = sheet.rows.get(row);
  const own = rowLook?.styles[column - rowLook.left] ?? -1;
  const index = own >= 0 ? own : (rowLook?.style ?? sheet.columnStyles.get(column) ?? 0);
  return book.looks[index] ?? PLAIN;
}

function lookOf(parts: XlsxPackage): WorkbookLook {
  const part = readWorkbookPart(parts);
  const stylesPath = parts.related(part.path, 'styles');
  const styles = stylesPath === null ? null : parts.tree(stylesPath).root;
  const colors = Colors.of(parts, part.path, styles);
  const context = {
    strings: readSharedStrings(parts, part.path),
    uses1904Dates: part.uses1904Dates,
    struckStyles: null,
    whiteStyles: null,
    numberStyles: null,
  };
  const paints = styles ? readPaints(styles, colors) : [];
  const sheets = part.sheets.map((entry) => {
    if (entry.path === null) return emptyLook(entry.name);
    const frame = frameOf(parts.content(entry.path), entry.path);
    const rows = new RowLooks();
    scanRows(frame, context, rows);
    return { ...sheetLook(entry, frame.root, paints, colors), merges: mergesOf(frame.root), rows: rows.rows };
  });
  return {
    looks: styles ? readLooks(styles, colors) : [],
    sheets,
    activeSheet: activeSheetOf(parts, part.path, part.sheets),
    tableStyles: tableStylesOf(parts, part.sheets),
  };
}

function emptyLook(name: string): SheetLook {
  return {
    name,
    showGridlines: true,
    tabColor: null,
    freeze: { rows: 0, columns: 0 },
    columnWidths: new Map(),
    hiddenColumns: [],
    columnStyles: new Map(),
    rows: new Map(),
    merges: [],
    highlights: [],
    choices: [],
  };
}

function sheetLook(entry: SheetEntry, root: XmlElement, paints: readonly LookStyle[], colors: Colors): SheetLook {
  const view = childAt(root, 'sheetViews', 'sheetView');
  const pane = view && childOf(view, 'pane');
  const isFrozen = pane && attributeOf(pane, 'state') !== 'split';
  return {
    ...emptyLook(entry.name),
    showGridlines: view ? attributeOf(view, 'showGridLines') !== '0' : true,
    tabColor: colors.of(childAt(root, 'sheetPr', 'tabColor')),
    freeze: isFrozen
      ? { rows: Number(attributeOf(pane, 'ySplit') ?? '0'), columns: Number(attributeOf(pane, 'xSplit') ?? '0') }
      : { rows: 0, columns: 0 },
    ...columnsLook(root),
    highlights: highlightsOf(root, paints),
    choices: choicesOf(root),
  };
}

function columnsLook(root: XmlElement): Pick<SheetLook, 'columnWidths' | 'hiddenColumns' | 'columnStyles'> {
  const columnWidths = new Map<number, number>();
  const columnStyles = new Map<number, number>();
  const hiddenColumns: number[] = [];
  for (const run of itemsOf(root, 'cols', 'col')) {
    const width = Number(attributeOf(run, 'width') ?? 'NaN');
    const style = Number(attributeOf(run, 'style') ?? '0');
    const last = Math.min(Number(attributeOf(run, 'max')), LOOKED_COLUMNS);
    for (let column = Number(attributeOf(run, 'min')) - 1; column < last; column += 1) {
      if (Number.isFinite(width)) columnWidths.set(column, Math.round(width * 7));
      if (style > 0) columnStyles.set(column, style);
      if (isHiddenRun(run)) hiddenColumns.push(column);
    }
  }
  return { columnWidths, hiddenColumns, columnStyles };
}

/** Rules with a formula; data bars, scales and the like are not read. */
function highlightsOf(root: XmlElement, paints: readonly LookStyle[]): HighlightLook[] {
  return childrenOf(root, 'conditionalFormatting').flatMap((element) => {
    const areas = areasOf(attributeOf(element, 'sqref'));
    return childrenOf(element, 'cfRule').flatMap((rule) => {
      const formula = childOf(rule, 'formula')?.text;
      const style = paints[Number(attributeOf(rule, 'dxfId') ?? 'NaN')];
      const isPainted = attributeOf(rule, 'type') === 'expression' && formula && style && areas.length > 0;
      return isPainted ? [{ areas, formula: fromFileFormula(formula), style }] : [];
    });
  });
}

function choicesOf(root: XmlElement): ChoiceLook[] {
  return itemsOf(root, 'dataValidations', 'dataValidation').flatMap((element) => {
    const formula = childOf(element, 'formula1')?.text;
    if (attributeOf(element, 'type') !== 'list' || !formula) return [];
    const source = formula.startsWith('"') ? formula : fromFileFormula(formula);
    return areasOf(attributeOf(element, 'sqref')).map((area) => ({ area, source }));
  });
}

function activeSheetOf(parts: XlsxPackage, path: string, sheets: readonly SheetEntry[]): string | null {
  const view = childAt(parts.tree(path).root, 'bookViews', 'workbookView');
  return sheets[Number((view && attributeOf(view, 'activeTab')) ?? '0')]?.name ?? null;
}

function tableStylesOf(parts: XlsxPackage, sheets: readonly SheetEntry[]): ReadonlyMap<string, string> {
  const styles = new Map<string, string>();
  for (const { path } of sheets) {
    for (const { kind, target } of path === null ? [] : parts.relationships(path)) {
      if (kind !== 'table' || target === null) continue;
      const { root } = parts.tree(target);
      const info = childOf(root, 'tableStyleInfo');
      const style = info && attributeOf(info, 'name');
      if (style) styles.set(attributeOf(root, 'displayName') ?? '', style);
    }
  }
  return styles;
}
