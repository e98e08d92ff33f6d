/** A snapshot as the simulated Excel opens it, so that one workbook serves pure tests and tests on the real client. */
import type { GridCell, GridValue, GridWorkbook } from '../../../workbench/host/grid';
import type { CellValue } from '../../../src/workbook/cells';
import { formulaKey, type SheetSnapshot, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { sheetContents } from './grid-workbook';

/** The same workbook for a grid. */
export function gridOfSnapshot(workbook: WorkbookSnapshot): GridWorkbook {
  return {
    name: 'Suivi 2023.xlsx',
    sheets: workbook.sheets.map((sheet) =>
      sheetContents({
        name: sheet.name,
        more: {
          cells: cellsOf(sheet),
          isProtected: sheet.isProtected,
          visibility: sheet.visibility,
          hiddenRows: [...sheet.hiddenRows],
        },
      }),
    ),
    tables: workbook.tables.map(({ name, sheet, area, columns, hasTotalsRow }) => ({
      name,
      sheet,
      area: hasTotalsRow ? { ...area, rows: area.rows + 1 } : area,
      columns,
      hasTotalsRow,
      style: 'TableStyleMedium2',
    })),
    names: workbook.names.map((name) => ({ ...name, visible: true, comment: '' })),
    activeSheet: workbook.sheets[0]?.name ?? null,
    uses1904Dates: workbook.uses1904Dates,
    structureProtected: workbook.structureProtected,
  };
}

function cellsOf({ used, values, formulas }: SheetSnapshot): (GridCell & { row: number; column: number })[] {
  if (!used) return [];
  return values.flatMap((line, r) =>
    line.flatMap((value, c) => {
      const [row, column] = [used.top + r, used.left + c];
      const formula = formulas.get(formulaKey(row, column));
      if (value === null && formula === undefined) return [];
      return [{ row, column, value: gridValue(value), ...(formula === undefined ? {} : { formula }) }];
    }),
  );
}

function gridValue(value: CellValue): GridValue {
  return value;
}
