/** The texts beside the cells of a workbook: as it opens, and as rows and columns come or go. */
import type { GridChangeKind, GridEvent } from '../grid';
import type { LoadedText, OnCell } from './beside-facts';
import type { Model } from './model';

/**
 * Adds the texts that a sheet has when the workbook opens. A note comes as a comment: the client that the package
 * manager has knows no notes.
 */
export function loadTexts(model: Model, sheetId: string, texts: readonly LoadedText[]): void {
  const headers: string[] = [];
  for (const { on, at, text } of texts) {
    if (on === 'note' && at)
      model.comments.push({ id: `comment-${model.comments.length + 1}`, sheetId, ...at, content: text });
    else if (on === 'shape')
      model.shapes.push({ id: `shape-${model.shapes.length + 1}`, sheetId, type: 'GeometricShape', text });
    else if (on === 'page') headers.push(text.replaceAll('&', '&&'));
  }
  if (headers.length > 0) model.pageTexts.set(`${sheetId} DefaultForAllPages CenterHeader`, headers.join('\n'));
}

interface Shift {
  readonly sheetId: string;
  readonly change: GridChangeKind;
  readonly first: number;
  readonly count: number;
  readonly removed: readonly [OnCell[], OnCell][];
}

const INVERSE: Partial<Record<GridChangeKind, GridChangeKind>> = {
  RowInserted: 'RowDeleted',
  RowDeleted: 'RowInserted',
  ColumnInserted: 'ColumnDeleted',
  ColumnDeleted: 'ColumnInserted',
};

/**
 * Moves comments and notes with their cells when rows or columns come or go; those of deleted cells go too, and come
 * back when the deletion is undone. Returns the function that stops.
 */
export function moveTextsWithCells(model: Model): () => void {
  const shifts: Shift[] = [];
  return model.grid.subscribe((event: GridEvent) => {
    if (event.kind !== 'cellsChanged' || INVERSE[event.change] === undefined) return;
    const { sheetId, change, area } = event;
    const isOfRows = change === 'RowInserted' || change === 'RowDeleted';
    const [first, count] = isOfRows ? [area.top, area.rows] : [area.left, area.columns];
    const removed = shifted([model.comments, model.notes], { sheetId, change, first, count });
    const last = shifts.at(-1);
    const isUndone = last?.sheetId === sheetId && INVERSE[last.change] === change && last.first === first;
    if (isUndone) shifts.pop()?.removed.forEach(([list, one]) => list.push(one));
    else shifts.push({ sheetId, change, first, count, removed });
  });
}

function shifted(
  lists: readonly OnCell[][],
  { sheetId, change, first, count }: Omit<Shift, 'removed'>,
): Shift['removed'] {
  const line = change === 'RowInserted' || change === 'RowDeleted' ? 'row' : 'column';
  const isInserted = change === 'RowInserted' || change === 'ColumnInserted';
  const removed: [OnCell[], OnCell][] = [];
  for (const list of lists) {
    for (const one of list.filter((other) => other.sheetId === sheetId && other[line] >= first)) {
      if (isInserted) one[line] += count;
      else if (one[line] >= first + count) one[line] -= count;
      else removed.push([list, list.splice(list.indexOf(one), 1)[0]!]);
    }
  }
  return removed;
}
