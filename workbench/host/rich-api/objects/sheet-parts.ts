/** Objects of a worksheet other than cells: protection, frozen panes, page layout, page breaks. */
import { absoluteAddress, parseLocalAddress } from '../../address';
import { GRID_COLUMNS, GRID_ROWS, type GridArea, type GridPage, type GridSheet } from '../../grid';
import { generalException, invalidArgument, itemNotFound } from '../errors';
import { defineType, NULL_OBJECT, objectOf, stateOf, type HostObject, type Model, type NullObject } from '../model';
import { range, rangeObject } from './range';
import { rangeAreas } from './range-areas';
import { stateOfAddress } from './range-state';

export interface SheetState {
  readonly id: string;
}

export function sheetOf({ id }: SheetState, model: Model): GridSheet {
  const found = model.grid.sheet(id);
  if (!found) throw itemNotFound();
  return found;
}

const areaOf = (given: unknown, state: SheetState, model: Model): GridArea =>
  (stateOf(given, range) ?? stateOfAddress(given, state.id, model)).area;

export const protection = defineType<SheetState>({
  name: 'WorksheetProtection',
  scalars: {
    Protected: { read: (state, model) => sheetOf(state, model).isProtected },
  },
  calls: {
    Protect: (state, _, model) => {
      model.guardSheet(state.id);
      model.grid.changeSheet(state.id, { isProtected: true });
    },
    Unprotect: (state, _, model) => model.grid.changeSheet(sheetOf(state, model).id, { isProtected: false }),
  },
});

function frozen(state: SheetState, model: Model): HostObject | NullObject {
  const { rows, columns } = sheetOf(state, model).freeze;
  if (rows === 0 && columns === 0) return NULL_OBJECT;
  return rangeObject({
    sheetId: state.id,
    area: { top: 0, left: 0, rows: rows || GRID_ROWS, columns: columns || GRID_COLUMNS },
  });
}

function freeze(state: SheetState, rows: number, columns: number, model: Model): void {
  if (![rows, columns].every((count) => Number.isInteger(count) && count >= 0)) throw invalidArgument();
  if (model.weaknesses.has('freezesActiveSheetOnly') && model.grid.activeSheetId() !== state.id)
    throw generalException();
  model.grid.changeSheet(state.id, { freeze: { rows, columns } });
}

export const freezePanes = defineType<SheetState>({
  name: 'WorksheetFreezePanes',
  calls: {
    FreezeRows: (state, [count], model) => freeze(state, Number(count ?? 1), 0, model),
    FreezeColumns: (state, [count], model) => freeze(state, 0, Number(count ?? 1), model),
    FreezeAt: (state, [given], model) => {
      const { top, left, rows, columns } = areaOf(given, state, model);
      freeze(state, rows === GRID_ROWS ? 0 : top + rows, columns === GRID_COLUMNS ? 0 : left + columns, model);
    },
    Unfreeze: (state, _, model) => freeze(state, 0, 0, model),
    GetLocation: (state, _, model) => {
      const found = frozen(state, model);
      if (found === NULL_OBJECT) throw itemNotFound();
      return found;
    },
    GetLocationOrNullObject: (state, _, model) => frozen(state, model),
  },
});

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

/** One side of the footer. */
function footer(side: 0 | 1 | 2) {
  return {
    read: (state: SheetState, model: Model): string => sheetOf(state, model).page.footer[side],
    write: (state: SheetState, value: unknown, model: Model): void => {
      const [left, centre, right] = sheetOf(state, model).page.footer;
      const text = String(value);
      const footer = [side === 0 ? text : left, side === 1 ? text : centre, side === 2 ? text : right] as const;
      changePage(state, { footer }, model);
    },
  };
}

const headerFooter = defineType<SheetState>({
  name: 'HeaderFooter',
  scalars: { LeftFooter: footer(0), CenterFooter: footer(1), RightFooter: footer(2) },
});

const headersFooters = defineType<SheetState>({
  name: 'HeaderFooterGroup',
  links: { DefaultForAllPages: (state) => objectOf(headerFooter, state) },
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
