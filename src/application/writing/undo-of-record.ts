/**
 * The plan of the undo record that the workbook keeps, with guards set to the present cells: Excel may have respelt a
 * formula, and a writing that stopped left some cells unchanged.
 */
import { contentAt, holdsWritten } from '../../workbook/contents';
import type { ExpectedCells, WritePlan } from '../../workbook/plan';
import { undoOfOurs, type FilledCell, type PresentCells } from '../../workbook/registers/undo-of-ours';
import { markOf } from '../../workbook/registers/row-witnesses';
import type { UndoRecord } from '../../workbook/registers/undo-record';
import { withPresentNames } from '../../workbook/sheet-renames';
import { findSheet, type SheetSnapshot, type WorkbookSnapshot } from '../../workbook/snapshot';

/**
 * The undo plan. After a complete writing, a cell that somebody changed since keeps its guard, so that the undo is
 * refused and names the cell. After one that stopped, only the cells that still hold what it wrote are restored.
 */
export function undoOfRecord(workbook: WorkbookSnapshot, { undo, isComplete }: UndoRecord): WritePlan {
  const named = withPresentNames(undo, (id) => workbook.sheets.find((sheet) => sheet.id === id)?.name);
  const expected = named.expected.map((guard): ExpectedCells => {
    const sheet = findSheet(workbook, guard.sheet);
    if (!sheet) return guard;
    return {
      ...guard,
      contents: guard.contents.map((row, r) =>
        row.map((written, c) => {
          const present = contentAt(sheet, guard.top + r, guard.left + c);
          return !isComplete || holdsWritten(written, present) ? present : written;
        }),
      ),
    };
  });
  if (isComplete) return { ...named, expected };
  const cells = cellsOf(workbook);
  const witnesses = (named.witnesses ?? []).map((one) => ({ ...one, rows: cells.marksOf(one) }));
  return { ...named, expected, steps: undoOfOurs(named, cells).steps, witnesses };
}

function cellsOf(workbook: WorkbookSnapshot): PresentCells {
  return {
    contentAt: (name, row, column) => {
      const sheet = findSheet(workbook, name);
      return sheet ? contentAt(sheet, row, column) : null;
    },
    marksOf: ({ sheet: name, top, left, rows }) => {
      const sheet = findSheet(workbook, name);
      return rows.map((marks, r) =>
        [...marks].map((_, c) => markOf(sheet ? contentAt(sheet, top + r, left + c) : null)).join(''),
      );
    },
    *filledCells(name) {
      const sheet = findSheet(workbook, name);
      if (sheet) yield* filledCells(sheet);
    },
  };
}

function* filledCells(sheet: SheetSnapshot): Generator<FilledCell> {
  const { used } = sheet;
  if (!used) return;
  for (let row = used.top; row < used.top + used.rows; row++)
    for (let column = used.left; column < used.left + used.columns; column++) {
      const content = contentAt(sheet, row, column);
      if (content !== null && content !== '') yield { row, column, content };
    }
}
