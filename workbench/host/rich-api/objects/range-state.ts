/** The state of a range in the object model, and how to find one from an address, a name or a reference. */
import { fullAddress, isInsideSheet, parseLocalAddress, splitSheet } from '../../address';
import { GRID_COLUMNS, GRID_ROWS, type GridArea } from '../../grid';
import { invalidArgument, itemNotFound } from '../errors';
import type { Model } from '../model';

export interface RangeState {
  readonly sheetId: string;
  readonly area: GridArea;
}

export function rangeState(sheetId: string, area: GridArea): RangeState {
  if (!isInsideSheet(area)) throw invalidArgument();
  return { sheetId, area };
}

export function addressOf(state: RangeState, model: Model): string {
  return fullAddress(model.sheetName(state.sheetId), state.area);
}

/** The id of the sheet with that name or id. */
export function findSheetId(key: unknown, model: Model): string | null {
  if (typeof key !== 'string') return null;
  const wanted = key.toLowerCase();
  const sheets = model.grid.sheets();
  return (sheets.find(({ id }) => id === key) ?? sheets.find(({ name }) => name.toLowerCase() === wanted))?.id ?? null;
}

/** `A1:B2` on this sheet, `Autre!A1` on another, a table's or a name's area by its name. */
export function stateOfAddress(address: unknown, sheetId: string, model: Model): RangeState {
  if (address === undefined || address === null || address === '')
    return { sheetId, area: { top: 0, left: 0, rows: GRID_ROWS, columns: GRID_COLUMNS } };
  if (typeof address !== 'string') throw invalidArgument();
  const { sheet, local } = splitSheet(address);
  const onSheet = sheet === null ? sheetId : findSheetId(sheet, model);
  if (onSheet === null) throw itemNotFound();
  const area = parseLocalAddress(local);
  if (area) return { sheetId: onSheet, area };
  const named = stateOfName(local, sheetId, model);
  if (!named) throw invalidArgument();
  return named;
}

/** The area of a defined name or of a table's data, when the text names one. */
function stateOfName(text: string, sheetId: string, model: Model): RangeState | null {
  const wanted = text.toLowerCase();
  const table = model.grid.tables().find(({ name }) => name.toLowerCase() === wanted);
  if (table) {
    const rows = table.area.rows - 1 - (table.hasTotalsRow ? 1 : 0);
    return { sheetId: table.sheetId, area: { ...table.area, top: table.area.top + 1, rows } };
  }
  const names = model.grid.names().filter(({ name }) => name.toLowerCase() === wanted);
  const found = names.find(({ scope }) => scope === sheetId) ?? names.find(({ scope }) => scope === null);
  return found ? stateOfReference(found.refersTo, model) : null;
}

/** The range of `='Suivi 2023'!$A$1:$B$2`; null when it is not one area of one sheet. */
export function stateOfReference(refersTo: string, model: Model): RangeState | null {
  const { sheet, local } = splitSheet(refersTo);
  const sheetId = sheet === null ? null : findSheetId(sheet, model);
  const area = parseLocalAddress(local);
  return sheetId !== null && area ? { sheetId, area } : null;
}
