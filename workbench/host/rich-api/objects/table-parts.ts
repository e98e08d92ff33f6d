/**
 * The parts of a table. Objects of the model hold the id of a table and look it up each time, since it may be deleted.
 */
import type { GridArea, GridTable } from '../../grid';
import { itemNotFound } from '../errors';
import type { Model } from '../model';

export interface TableState {
  readonly id: string;
}

export function tableOf({ id }: TableState, model: Model): GridTable {
  const found = model.grid.tables().find((table) => table.id === id);
  if (!found) throw itemNotFound();
  return found;
}

export const headerOf = ({ area }: GridTable): GridArea => ({ ...area, rows: 1 });

export function bodyOf({ area, hasTotalsRow }: GridTable): GridArea {
  return { ...area, top: area.top + 1, rows: area.rows - 1 - (hasTotalsRow ? 1 : 0) };
}

export const totalsOf = ({ area }: GridTable): GridArea => ({ ...area, top: area.top + area.rows - 1, rows: 1 });

/** True when the cells hold neither value nor formula. */
export function isFree(sheetId: string, area: GridArea, model: Model): boolean {
  const isEmpty = (cell: unknown): boolean => cell === null;
  return (
    model.grid.readValues(sheetId, area).flat().every(isEmpty) &&
    model.grid.readFormulas(sheetId, area).flat().every(isEmpty)
  );
}
