/**
 * Notes of people on a row of the document that the page does not have any more, such as that of an EJ that is paid, or
 * under a chart that goes away: they would be lost. The rows of its block that the page has show where the document
 * writes.
 */
import { CHART_WORDS } from '../../messages/documents/charts-fr';
import { contentAt } from '../../workbook/contents';
import { namedChart } from '../../workbook/document-names';
import type { PlannedCell } from '../../workbook/plan';
import { CHART_ROOM } from '../kinds/etat-charts';
import type { DocumentPage } from '../page/document-page';
import { authorAt } from './former-contents';
import { isBlankKey, type RowLayout } from './row-layout';

const WITH_CHARTS = ['bilan', 'etat'] as const;

interface Place {
  readonly row: number;
  readonly column: number;
}

/** The first such note, by row and column of the document; null when there is none. */
export function noteOnGoneRow(layout: RowLayout): Place | null {
  const { page, area, before, places, firstMoved, marks } = layout;
  for (let row = firstMoved; row < before.length - 1; row++) {
    const key = before[row] ?? '';
    if (places.has(key) || (!marks && isBlankKey(key))) continue;
    const block = blockOf(layout, row);
    for (let column = marks ? 0 : 1; column < area.columns; column++) {
      if (column === page.commentColumn || (!marks && block.some((cells) => holds(cells[column] ?? null)))) continue;
      const filled = block.find((one) => one[column]?.isElsewhereFilled)?.[column] ?? null;
      if (authorAt(layout, row, column, filled) === 'person') return { row, column };
    }
  }
  return null;
}

/** The first text under a chart whose rows the page does not have; null when there is none. */
export function noteUnderGoneChart(layout: RowLayout): { readonly row: number; readonly column: number } | null {
  const { sheet, area, before, places, firstMoved } = layout;
  const room = roomOfCharts(layout);
  for (let row = firstMoved; row < before.length - 1; row++) {
    if (!room.has(row) || places.has(before[row] ?? '')) continue;
    for (let column = 0; column < area.columns; column++)
      if (contentAt(sheet, area.top + row, area.left + column) !== null) return { row, column };
  }
  return null;
}

/** The rows of the document that it left blank for charts, from 0: by their names, or under their section that is gone. */
function roomOfCharts({ sheet, area, before, places }: RowLayout): ReadonlySet<number> {
  const room = new Set<number>();
  const charts = (sheet.charts ?? []).flatMap((name) => WITH_CHARTS.flatMap((kind) => namedChart(kind, name) ?? []));
  for (const { row } of charts) for (let at = row + CHART_ROOM.from; at < row + CHART_ROOM.to; at++) room.add(at);
  const section = before.findIndex((_, row) => contentAt(sheet, area.top + row, area.left) === CHART_WORDS.section);
  if (section < 0 || places.has(before[section] ?? '')) return room;
  for (let at = section + 1; at < before.length && !places.has(before[at] ?? ''); at++) room.add(at);
  return room;
}

/** The rows of the page in the block of a row of the document. */
function blockOf({ page, before, places }: RowLayout, row: number): DocumentPage['rows'] {
  const isOfBlock = (at: number): boolean => !isBlankKey(before[at] ?? '\n');
  const [first, last] = ends(row, isOfBlock);
  const place = before.slice(first, last + 1).flatMap((key) => places.get(key) ?? [])[0];
  if (place === undefined) return [];
  const isWritten = (at: number): boolean => (page.rows[at]?.[0]?.value ?? null) !== null;
  const [top, bottom] = ends(place, isWritten);
  return page.rows.slice(top, bottom + 1);
}

/** True where the document writes. */
function holds(cell: PlannedCell | null): boolean {
  return cell !== null && (cell.value !== null || 'formula' in cell);
}

/** The first and the last of the adjacent rows, around one, that a test keeps. */
function ends(row: number, keeps: (at: number) => boolean): readonly [number, number] {
  let [first, last] = [row, row];
  while (keeps(first - 1)) first--;
  while (keeps(last + 1)) last++;
  return [first, last];
}
