/** A scene as the simulated Excel opens it. */
import type { GridWorkbook } from '../../../workbench/host/grid';
import { gridOfSnapshot } from '../excel/grid-of-snapshot';
import type { Scene } from './scene';

/** The workbook of a scene for a grid. */
export function gridOf({ workbook, looks }: Scene): GridWorkbook {
  const grid = gridOfSnapshot(workbook);
  return {
    ...grid,
    sheets: grid.sheets.map((sheet) => {
      const { merges = [], frozen } = looks.get(sheet.name) ?? {};
      return { ...sheet, merges, ...(frozen && { freeze: frozen }) };
    }),
  };
}
