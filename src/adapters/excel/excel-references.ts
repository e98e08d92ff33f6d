/** References of frozen panes, as Excel writes them. */
import { columnNumber, parseArea } from '../../workbook/cells';

const ROWS_PER_SHEET = 1_048_576;
const COLUMNS_PER_SHEET = 16_384;

/** The frozen rows and columns of `Feuil1!1:3` (rows), `Feuil1!A:B` (columns) or `Feuil1!A1:B3` (both). */
export function frozenBy(address: string): { readonly rows: number; readonly columns: number } {
  const local = address.slice(address.lastIndexOf('!') + 1).replaceAll('$', '');
  const area = parseArea(local);
  const [, lastRow] = /^\d+(?::(\d+))?$/.exec(local) ?? [];
  const [, lastColumn] = /^[A-Z]+(?::([A-Z]+))?$/i.exec(local) ?? [];
  if (/^\d/.test(local)) return { rows: Number(lastRow ?? local), columns: 0 };
  if (/^[A-Z]+(:|$)/i.test(local) && !area) return { rows: 0, columns: columnNumber(lastColumn ?? local) + 1 };
  if (!area) return { rows: 0, columns: 0 };
  const rows = area.top + area.rows;
  const columns = area.left + area.columns;
  return { rows: rows < ROWS_PER_SHEET ? rows : 0, columns: columns < COLUMNS_PER_SHEET ? columns : 0 };
}
