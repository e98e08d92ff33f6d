/**
 * The titles of tables, and what they give: engagements or payments, and plans (« Engagements prévisionnels » under
 * those that are done).
 */
import { valueAt, type SheetSnapshot } from '../../snapshot';
import { subjectOf, type Subject } from '../columns/subjects';
import type { LedgerBlock } from '../ledger-source';
import type { BlockSearch, HeadingPlace } from '../make-block';
import { namesAPlan } from '../rows/marks/effect-headings';
import { isFilled, textsOf, type Row } from '../sheet-rows';

const TITLE_ROWS = 3;
const ROWS_OF_SUBJECTS = 8;
const MOST_TEXTS_OF_A_TITLE = 3;

/** The texts of the nearest title above a row; none where a row of a table is nearer. */
export function titlesOver(rowAt: (row: number) => Row, row: number, first: number): readonly string[] {
  for (let above = row - 1; above >= Math.max(first, row - TITLE_ROWS); above--) {
    const filled = rowAt(above).filter(isFilled);
    const texts = filled.filter((value) => typeof value === 'string');
    if (filled.length > MOST_TEXTS_OF_A_TITLE || texts.length < filled.length) return [];
    if (filled.length > 0) return texts;
  }
  return [];
}

/** The titles of a table, above its headings or read as the first row of them. */
export function titlesOfTable(
  rowAt: (row: number) => Row,
  { topRow, headingRow }: Pick<LedgerBlock, 'topRow' | 'headingRow'>,
  first: number,
): readonly string[] {
  const above = titlesOver(rowAt, topRow, first);
  return headingRow > topRow ? [...above, ...titlesOver(rowAt, headingRow, topRow)] : above;
}

/** The titles of a table, over its own columns alone. */
export function titlesOfBlock(sheet: SheetSnapshot, block: LedgerBlock): readonly string[] {
  const right = Math.max(...[...block.columns.values()].map(({ column }) => column));
  const cells = (row: number): Row =>
    Array.from({ length: right - block.left + 1 }, (_, at) => valueAt(sheet, row, block.left + at));
  return titlesOfTable(cells, block, 0);
}

/** True when the nearest title above a row announces a plan. */
export function isUnderPlan(rowAt: (row: number) => Row, row: number, first: number): boolean {
  return titlesOver(rowAt, row, first).some(namesAPlan);
}

/** True for a table whose own title announces a plan; a status would distinguish what is done. */
export function isPlanned({ used, values }: SheetSnapshot, { topRow, left, columns }: LedgerBlock): boolean {
  if (!used || columns.has('status')) return false;
  const right = Math.max(...[...columns.values()].map(({ column }) => column));
  const rowAt = (row: number): Row => (values[row - used.top] ?? []).slice(left - used.left, right - used.left + 1);
  return isUnderPlan(rowAt, topRow, used.top);
}

/** The subject of the table, from the nearest title, else from the name of the table or of the sheet. */
export function subjectAround({ rows, table, sheet }: BlockSearch, topRow: number): Subject | null {
  for (let row = topRow - 1; row >= Math.max(rows.first, topRow - ROWS_OF_SUBJECTS); row--) {
    const [title, ...others] = textsOf(rows.at(row));
    if (title === undefined) continue;
    if (others.length > 0) break;
    const subject = subjectOf(title);
    if (subject !== null) return subject;
  }
  return (table === null ? null : subjectOf(table.replaceAll('_', ' '))) ?? subjectOf(sheet.name);
}

/** The subject of its nearest titles alone; null without one, or with several. */
export function subjectOver({ rows }: BlockSearch, place: Pick<HeadingPlace, 'topRow' | 'headingRow'>): Subject | null {
  const subjects = titlesOfTable((above) => rows.at(above), place, rows.first).map(subjectOf);
  const [subject = null, ...others] = new Set(subjects.filter((one) => one !== null));
  return others.length > 0 ? null : subject;
}
