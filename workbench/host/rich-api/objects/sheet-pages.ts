/** The pages of a sheet: orientation, scale, headers and footers, breaks. */
import { absoluteAddress, parseLocalAddress } from '../../address';
import { GRID_COLUMNS, type GridArea, type GridPage } from '../../grid';
import { generalException, invalidArgument, itemNotFound } from '../errors';
import { defineType, NULL_OBJECT, objectOf, type HostObject, type Model } from '../model';
import { rangeObject } from './range';
import { rangeAreas } from './range-areas';
import { areaOf, sheetOf, type SheetState } from './sheet-parts';

function changePage(state: SheetState, change: Partial<GridPage>, model: Model): void {
  if (model.weaknesses.has('noPrinter')) throw generalException();
  model.grid.changeSheet(state.id, { page: { ...sheetOf(state, model).page, ...change } });
}

interface Zoom {
  readonly scale?: number;
  readonly horizontalFitToPages?: number;
  readonly verticalFitToPages?: number;
}

function zoomOf({ scale, pagesWide, pagesTall }: GridPage): Zoom {
  if (scale !== null) return { scale };
  return {
    ...(pagesWide !== null && { horizontalFitToPages: pagesWide }),
    ...(pagesTall !== null && { verticalFitToPages: pagesTall }),
  };
}

function setZoom(state: SheetState, value: unknown, model: Model): void {
  const zoom = value as Zoom;
  const fits = zoom.horizontalFitToPages !== undefined || zoom.verticalFitToPages !== undefined;
  if (typeof value !== 'object' || value === null || (fits && zoom.scale !== undefined)) throw invalidArgument();
  if (fits && model.weaknesses.has('ignoresFitToPages')) return;
  const scale = fits ? null : (zoom.scale ?? 100);
  changePage(
    state,
    { scale, pagesWide: zoom.horizontalFitToPages ?? null, pagesTall: zoom.verticalFitToPages ?? null },
    model,
  );
}

interface PagesState extends SheetState {
  /** `DefaultForAllPages`, `FirstPage`… */
  readonly pages: string;
}

const SIDES = ['Left', 'Center', 'Right'] as const;
const DEFAULT = 'DefaultForAllPages';

function headersOf(state: SheetState, model: Model) {
  if (model.weaknesses.has('refusesHeaders')) throw generalException();
  return sheetOf(state, model).page;
}

/** The default footer is that of the grid, which a copy of the workbook keeps. */
function side(index: 0 | 1 | 2, part: 'Header' | 'Footer') {
  const keyOf = ({ id, pages }: PagesState): string => `${id} ${pages} ${SIDES[index]}${part}`;
  const isOfGrid = ({ pages }: PagesState): boolean => part === 'Footer' && pages === DEFAULT;
  return {
    read: (state: PagesState, model: Model): string => {
      const { footer } = headersOf(state, model);
      return isOfGrid(state) ? footer[index] : (model.pageTexts.get(keyOf(state)) ?? '');
    },
    write: (state: PagesState, value: unknown, model: Model): void => {
      const [left, centre, right] = sheetOf(state, model).page.footer;
      const text = String(value);
      const footer = [index === 0 ? text : left, index === 1 ? text : centre, index === 2 ? text : right] as const;
      changePage(state, isOfGrid(state) ? { footer } : {}, model);
      if (!isOfGrid(state)) model.pageTexts.set(keyOf(state), text);
    },
  };
}

const headerFooter = defineType<PagesState>({
  name: 'HeaderFooter',
  scalars: {
    LeftHeader: side(0, 'Header'),
    CenterHeader: side(1, 'Header'),
    RightHeader: side(2, 'Header'),
    LeftFooter: side(0, 'Footer'),
    CenterFooter: side(1, 'Footer'),
    RightFooter: side(2, 'Footer'),
  },
});

const headersFooters = defineType<SheetState>({
  name: 'HeaderFooterGroup',
  links: Object.fromEntries(
    [DEFAULT, 'EvenPages', 'FirstPage', 'OddPages'].map((pages) => [
      pages,
      ({ id }: SheetState) => objectOf(headerFooter, { id, pages }),
    ]),
  ),
});

interface BreakState extends SheetState {
  readonly row: number;
  readonly index: number;
}

const breaksOf = (state: SheetState, model: Model): readonly HostObject[] =>
  sheetOf(state, model).page.breaks.map((row, index) => objectOf(pageBreak, { id: state.id, row, index }));

const pageBreak = defineType<BreakState>({
  name: 'PageBreak',
  id: ({ index }) => index,
  scalars: { RowIndex: { read: ({ row }) => row } },
  calls: {
    GetCellAfterBreak: ({ id, row }) => rangeObject({ sheetId: id, area: { top: row, left: 0, rows: 1, columns: 1 } }),
  },
});

/** Manual breaks only, as in Excel; none above the first row. */
export const horizontalPageBreaks = defineType<SheetState>({
  name: 'PageBreakCollection',
  items: breaksOf,
  item: (state, index, model) => {
    const found = breaksOf(state, model)[Number(index)];
    if (!found) throw itemNotFound();
    return found;
  },
  calls: {
    Add: (state, [given], model) => {
      const { top: row } = areaOf(given, state, model);
      if (row === 0) throw invalidArgument();
      const breaks = [...new Set([...sheetOf(state, model).page.breaks, row])].sort((a, b) => a - b);
      changePage(state, { breaks }, model);
      return objectOf(pageBreak, { id: state.id, row, index: breaks.indexOf(row) });
    },
    RemovePageBreaks: (state, _, model) => changePage(state, { breaks: [] }, model),
  },
});

function areaFrom(text: string | null): GridArea | null {
  return text === null ? null : parseLocalAddress(text);
}

export const pageLayout = defineType<SheetState>({
  name: 'PageLayout',
  scalars: {
    Orientation: {
      read: (state, model) => (sheetOf(state, model).page.orientation === 'landscape' ? 'Landscape' : 'Portrait'),
      write: (state, value, model) =>
        changePage(state, { orientation: value === 'Landscape' ? 'landscape' : 'portrait' }, model),
    },
    PaperSize: {
      read: (state, model) => sheetOf(state, model).page.paper,
      write: (state, value, model) => changePage(state, { paper: String(value) }, model),
    },
    Zoom: { read: (state, model) => zoomOf(sheetOf(state, model).page), write: setZoom },
  },
  links: { HeadersFooters: (state) => objectOf(headersFooters, state) },
  calls: {
    SetPrintTitleRows: (state, [given], model) => {
      const { top, rows } = areaOf(given, state, model);
      changePage(state, { titleRows: absoluteAddress({ top, rows, left: 0, columns: GRID_COLUMNS }) }, model);
    },
    GetPrintTitleRowsOrNullObject: (state, _, model) => {
      const area = areaFrom(sheetOf(state, model).page.titleRows);
      return area ? rangeObject({ sheetId: state.id, area }) : NULL_OBJECT;
    },
    SetPrintArea: (state, [given], model) =>
      changePage(state, { printArea: absoluteAddress(areaOf(given, state, model)) }, model),
    GetPrintAreaOrNullObject: (state, _, model) => {
      const area = areaFrom(sheetOf(state, model).page.printArea);
      return area ? objectOf(rangeAreas, { sheetId: state.id, areas: [area] }) : NULL_OBJECT;
    },
  },
});
