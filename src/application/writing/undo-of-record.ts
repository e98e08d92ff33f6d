/**
 * The plan of the undo record that the workbook keeps, with guards set to the present cells: Excel may have respelt a
 * formula, and a writing that stopped left some cells unchanged.
 */
import { assert } from '../../domain/result';
import { cellAddress } from '../../workbook/cells';
import { contentAt, holdsWritten } from '../../workbook/contents';
import type { ExpectedCells, WritePlan } from '../../workbook/plan';
import { undoOfOurs, type FilledCell, type PresentCells } from '../../workbook/registers/undo-of-ours';
import { findRows } from '../../workbook/registers/moved-rows';
import type { SheetMarks } from '../../workbook/registers/row-likeness';
import { markOf } from '../../workbook/registers/row-witnesses';
import { findUndoSheet } from '../../workbook/registers/record-sheet';
import { UNDO_ROWS, type UndoRecord } from '../../workbook/registers/undo-record';
import { withPresentNames } from '../../workbook/sheet-renames';
import { findSheet, type SheetSnapshot, type WorkbookSnapshot } from '../../workbook/snapshot';

/**
 * The undo plan. After a complete writing, a cell that somebody changed since keeps its guard, so that the undo is
 * refused and names the cell. After one that stopped, only the cells that still hold what it wrote are restored, where
 * their rows are now; where columns were inserted or deleted since, it is refused.
 */
export function undoOfRecord(workbook: WorkbookSnapshot, { undo, isComplete }: UndoRecord): WritePlan {
  const recorded = withPresentNames(undo, (id) => workbook.sheets.find((sheet) => sheet.id === id)?.name);
  const cells = cellsOf(workbook);
  const marksOf = (name: string): SheetMarks | null => marksOfSheet(workbook, name);
  const found = isComplete ? null : findRows(recorded, (one) => cells.marksOf(one), marksOf);
  if (found?.inMovedColumns) return recorded; // its guards refuse it, and the record stays until the columns are back
  const named = found?.undo ?? recorded;
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
  if (!found) return { ...named, expected };
  const witnesses = (named.witnesses ?? []).map((one) => ({ ...one, rows: cells.marksOf(one) }));
  const { steps, kept } = undoOfOurs(named, cells);
  const gone = found.lost.map(({ sheet, row, column }) => ({ sheet, cell: cellAddress(row, column) }));
  const left = [...kept, ...gone];
  const ends = steps.length === 0 ? endOfRecord(workbook) : null; // nothing is still ours: the record goes all the same
  return { ...named, expected, steps, witnesses, ...(left.length > 0 && { left }), ...ends };
}

/** The plan that takes the record of a writing that stopped out of the workbook, and leaves the cells as they are. */
export function keepAsIs(workbook: WorkbookSnapshot): WritePlan {
  return { purpose: 'keep', steps: [], ...endOfRecord(workbook) };
}

/** Takes the record out of the workbook, unless somebody else ended it. */
function endOfRecord(workbook: WorkbookSnapshot): Required<Pick<WritePlan, 'endsRecord' | 'expected'>> {
  const sheet = findUndoSheet(workbook);
  assert(sheet, 'a record was read from this workbook');
  const state = { sheet: sheet.name, top: UNDO_ROWS.state, left: 0 };
  const contents = [[contentAt(sheet, state.top, state.left)]];
  return { endsRecord: true, expected: [{ ...state, contents }] };
}

/** The marks of the used rows of a sheet, from its first row and column. */
function marksOfSheet(workbook: WorkbookSnapshot, name: string): SheetMarks | null {
  const sheet = findSheet(workbook, name);
  if (!sheet?.used) return null;
  const [rows, columns] = [sheet.used.top + sheet.used.rows, sheet.used.left + sheet.used.columns];
  const marksIn = (row: number): string =>
    Array.from({ length: columns }, (_, column) => markOf(contentAt(sheet, row, column))).join('');
  return { left: 0, rows: Array.from({ length: rows }, (_, row) => marksIn(row)) };
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
    thingsOn: () => [], // no reading gives the charts: Excel is asked before the sheet is deleted, which is refused
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
