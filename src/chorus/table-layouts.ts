/** The tables of an extract with their layouts, or why none can be read. */
import { failure, success, type Result } from '../domain/result';
import type { Failure } from '../workbook/failure';
import { textOf } from '../workbook/cells';
import { layoutOf, type Layout } from './extract-layout';
import type { GridRow } from './extract-rows';
import { FEWEST_HEADINGS, fieldsIn, HEADER_WITHIN, tablesAmong, type HeadedTable } from './extract-tables';
import { isNotInEuros } from './extract-units';

type Look = Extract<Failure, { readonly code: 'notAnExtract' }>['looksLike'];

/** A table with its layout. */
export interface LaidOut {
  readonly table: HeadedTable;
  readonly layout: Layout;
}

/** The tables that can be read: the refusal is that of the only one. The rows of another are under other headings. */
export function layoutsOf(rows: readonly GridRow[], source: string): Result<readonly LaidOut[], Failure> {
  const tables: LaidOut[] = [];
  let refused: { readonly failure: Failure; readonly size: number } | null = null;
  let above: readonly GridRow[] = [];
  for (const table of tablesAmong(rows)) {
    const layout = layoutOf(table, source);
    const last = tables.at(-1);
    const size = fieldsIn(table.headings).size;
    if (!layout.ok && size > (refused?.size ?? 0)) refused = { failure: layout.failure, size };
    if (layout.ok) {
      tables.push({ table: under(above, table), layout: layout.value });
      above = [];
    } else if (last) {
      tables.splice(-1, 1, { ...last, table: { ...last.table, rows: [...last.table.rows, ...table.rows] } });
    } else {
      above = [...above, ...table.rows];
    }
  }
  if (tables.length > 0) return success(tables);
  return failure(refused?.failure ?? withoutHeadings(rows, source));
}

/** Why no row holds enough known headings: those in thousands are none. */
function withoutHeadings(rows: readonly GridRow[], source: string): Failure {
  let looksLike: Look = rows.length === 0 ? 'empty' : 'table';
  for (const { cells, line } of rows.slice(0, HEADER_WITHIN)) {
    const fields = fieldsIn(cells);
    if (!fields.has('ej') && !fields.has('dp')) continue;
    const others = cells.map(textOf).filter(isNotInEuros);
    const [text] = others;
    if (text !== undefined && fields.size + others.length >= FEWEST_HEADINGS)
      return { code: 'extractIncomplete', source, missing: 'euros', unit: { line, text } };
    if (fields.size === FEWEST_HEADINGS - 1) looksLike = 'fewHeadings';
  }
  return { code: 'notAnExtract', source, looksLike };
}

function under(above: readonly GridRow[], table: HeadedTable): HeadedTable {
  return { ...table, rows: [...above, ...table.rows], header: table.header + above.length };
}
