/** A workbook whose last writing stopped before its end, with the undo that it keeps. */
import type { WritePlan } from '../../../src/workbook/plan';
import { encodeUndo } from '../../../src/workbook/registers/undo-record';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { UNDO_SHEET } from '../../../src/workbook/workbook-names';
import { applyPlan } from '../apply-plan';

/** The writing added a sheet of its own, and typed « nouveau » in a cell of « Notes », which now holds `note`. */
export function withStoppedWriting(workbook: WorkbookSnapshot, note = 'nouveau'): WorkbookSnapshot {
  const undo: WritePlan = {
    purpose: 'undo',
    expected: [{ sheet: 'Notes', top: 0, left: 0, contents: [['nouveau']] }],
    steps: [
      { kind: 'deleteSheet', sheet: 'Annexe 1' },
      { kind: 'setCells', sheet: 'Notes', top: 0, left: 0, cells: [[{ value: 'ancien' }]] },
    ],
  };
  const texts = encodeUndo('documents', undo) ?? [];
  return applyPlan(workbook, {
    purpose: 'documents',
    expected: [],
    steps: [
      { kind: 'addSheet', sheet: UNDO_SHEET },
      { kind: 'setCells', sheet: UNDO_SHEET, top: 0, left: 0, cells: texts.map((value) => [{ value }]) },
      { kind: 'addSheet', sheet: 'Annexe 1' },
      { kind: 'addSheet', sheet: 'Notes' },
      { kind: 'setCells', sheet: 'Notes', top: 0, left: 0, cells: [[{ value: note }]] },
    ],
  });
}
