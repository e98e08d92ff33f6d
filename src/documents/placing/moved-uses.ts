/**
 * The formulas and names of the team that use rows of a document whose place changes. A document is written cell by
 * cell, so they keep their address, and would show another row without a word: the writer is advised. So are charts,
 * pivot tables, rules and links, where the reading lists them. A printed area that the document outgrows keeps its
 * address too.
 */
import { areaAddress, cellAddress, type Area } from '../../workbook/cells';
import { cellsUsed } from '../../workbook/formula-text';
import { placeOfReference } from '../../workbook/references';
import { columnOfKey, rowOfKey, type SheetSnapshot, type WorkbookSnapshot } from '../../workbook/snapshot';
import { isOurName } from '../../workbook/document-names';
import type { MovedUse, WriterAdvice } from '../../workbook/writer-advice';
import { areaOf } from '../page/document-page';
import type { RowLayout } from './row-layout';

/** Of the names by which Excel keeps the printed area, the repeated rows, the filter. */
const EXCELS_PREFIX = '_xlnm.';
/** As a file and Excel's interface name it. */
const PRINT_AREA = /^(?:_xlnm\.)?Print_Area$/i;

/** The uses that would show another row; null when there is none. */
export function movedUses(
  workbook: WorkbookSnapshot,
  layout: RowLayout,
  /** The sheets whose charts of ours are drawn again. */
  redrawn: ReadonlySet<string> = new Set(),
): MovedUse | null {
  const { page, sheet, area } = layout;
  const target = areaOf(page, { row: area.top, column: area.left });
  const last = Math.max(area.rows, target.rows);
  if (layout.firstMoved >= last) return null;
  const found = [
    ...usesInCells(workbook, layout),
    ...usesInNames(workbook, sheet),
    ...otherUses(workbook, layout, redrawn),
  ];
  const uses = found.flatMap(({ by, area: used }) => {
    const moved = firstMovedOf(layout, used, last);
    return moved ? [{ by, ...moved }] : [];
  });
  const [first] = uses;
  const users = new Set(uses.map(({ by }) => JSON.stringify(by)));
  return first ? { ...first, others: users.size - 1 } : null;
}

/** The printed area of the sheet when it held the whole document and no longer does; null otherwise. */
export function outgrownPrint(
  { names }: WorkbookSnapshot,
  { page, sheet, area }: RowLayout,
): Extract<WriterAdvice, { code: 'printedArea' }> | null {
  const named = names.find(({ name, scope }) => scope === sheet.name && PRINT_AREA.test(name));
  const printed = named && placeOfReference(named.refersTo)?.area;
  const target = areaOf(page, { row: area.top, column: area.left });
  if (!printed || !holds(printed, area) || holds(printed, target)) return null;
  return { code: 'printedArea', printed: areaAddress(printed), needed: areaAddress(target) };
}

function holds(outer: Area, inner: Area): boolean {
  const isAcross = outer.left <= inner.left && inner.left + inner.columns <= outer.left + outer.columns;
  return isAcross && outer.top <= inner.top && inner.top + inner.rows <= outer.top + outer.rows;
}

interface Use {
  readonly by: MovedUse['by'];
  readonly area: Area;
}

function usesInCells({ sheets }: WorkbookSnapshot, layout: RowLayout): readonly Use[] {
  const { sheet } = layout;
  return sheets.flatMap((other) => {
    const isOwn = other === sheet;
    return [...other.formulas].flatMap(([key, formula]): readonly Use[] => {
      const [row, column] = [rowOfKey(key), columnOfKey(key)];
      const areas = isOwn && isRewritten(layout, row, column) ? [] : cellsUsed(formula, sheet.name, isOwn);
      return areas.map((area) => ({ by: { sheet: other.name, cell: cellAddress(row, column) }, area }));
    });
  });
}

/** Those on the rows of the document follow them, with what their formulas use there. */
function otherUses(
  { sheets }: WorkbookSnapshot,
  { sheet, area, page }: RowLayout,
  redrawn: ReadonlySet<string>,
): readonly Use[] {
  const titles = new Set(page.charts.map(({ title }) => title));
  return sheets.flatMap(({ name, otherUses: uses = [], unnamedCharts = [] }) => {
    const isOwn = name === sheet.name;
    const ours = unnamedCharts.filter(({ title }) => redrawn.has(name) && titles.has(title));
    return uses.flatMap(({ by, place, formula, chart }): readonly Use[] => {
      if (isOwn && place && isOn(area, place.row, place.column)) return [];
      if (ours.some((one) => one.name === chart)) return [];
      const cell = place && cellAddress(place.row, place.column);
      const areas = cellsUsed(formula, sheet.name, isOwn);
      return areas.map((used) => ({ by: { what: by, sheet: name, cell }, area: used }));
    });
  });
}

function isOn({ top, left, rows, columns }: Area, row: number, column: number): boolean {
  return row >= top && row < top + rows && column >= left && column < left + columns;
}

/** True for a cell of the document that the plan writes, or that moves with its row. */
function isRewritten({ page, area, firstMoved }: RowLayout, row: number, column: number): boolean {
  const [line, place] = [row - area.top, column - area.left];
  if (line < 0 || place < 0 || line >= area.rows || place >= area.columns) return false;
  return line >= firstMoved || page.rows[line]?.[place]?.formula !== undefined;
}

function usesInNames({ names }: WorkbookSnapshot, sheet: SheetSnapshot): readonly Use[] {
  return names
    .filter(({ name }) => !isOurName(name) && !name.startsWith(EXCELS_PREFIX))
    .flatMap(({ name, refersTo }) => cellsUsed(refersTo, sheet.name, false).map((area) => ({ by: { name }, area })));
}

/** The first used cell whose row has another place. A range over every row that moves still holds them all. */
function firstMovedOf(
  { area, before, places, firstMoved }: RowLayout,
  used: Area,
  last: number,
): Pick<MovedUse, 'from' | 'to'> | null {
  const [first, end] = [used.top - area.top, used.top - area.top + used.rows];
  const isBeside = used.left >= area.left + area.columns || used.left + used.columns <= area.left;
  if (isBeside || (first <= firstMoved && end >= last)) return null;
  for (let row = Math.max(first, firstMoved); row < Math.min(end, area.rows); row += 1) {
    const place = places.get(before[row] ?? '');
    if (place === row) continue;
    const at = (line: number): string => cellAddress(area.top + line, used.left);
    return { from: at(row), to: place === undefined ? null : at(place) };
  }
  return null;
}
