/** Objects of a worksheet other than cells and pages: protection, frozen panes. */
import { GRID_COLUMNS, GRID_ROWS, type GridArea, type GridSheet } from '../../grid';
import { generalException, invalidArgument, itemNotFound } from '../errors';
import { defineType, NULL_OBJECT, stateOf, type HostObject, type Model, type NullObject } from '../model';
import { range, rangeObject } from './range';
import { stateOfAddress } from './range-state';

export interface SheetState {
  readonly id: string;
}

export function sheetOf({ id }: SheetState, model: Model): GridSheet {
  const found = model.grid.sheet(id);
  if (!found) throw itemNotFound();
  return found;
}

export const areaOf = (given: unknown, state: SheetState, model: Model): GridArea =>
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
