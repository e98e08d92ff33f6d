/** Decisions of `ENV_Lecture` about a sheet that the workbook does not have. */
import { failure, success, type Result } from '../../domain/result';
import { comparable } from '../../domain/text';
import { ConventionCells } from '../convention/convention-cells';
import type { Failure } from '../failure';
import { DECISION_WORDS } from '../registers/reading-choices';
import { OurTable } from '../registers/our-tables';
import { findSheet, type WorkbookSnapshot } from '../snapshot';

const COUNTS: ReadonlySet<string> = new Set([DECISION_WORDS.ledger, DECISION_WORDS.headings].map(comparable));

/**
 * Refuses a row that a person typed, by which rows would count, about a sheet that is not there: its name is misspelt.
 * A row with a name to follow is of a sheet that was deleted since, and nothing of a missing sheet can be set aside:
 * both are left alone.
 */
export function checkDecidedSheets(workbook: WorkbookSnapshot): Result<null, Failure> {
  const cells = new ConventionCells(workbook.uses1904Dates);
  const visible = workbook.sheets.filter(({ visibility }) => visibility === 'visible').map(({ name }) => name);
  for (const row of OurTable.find(workbook, 'reading')?.rows() ?? []) {
    const sheet = row.table.text(row, 'sheet');
    const isTyped = row.table.text(row, 'marker') === '' && COUNTS.has(comparable(row.table.text(row, 'decision')));
    if (isTyped && sheet !== '' && !findSheet(workbook, sheet))
      cells.reportCell(row, 'sheet', 'sheetUnknown', visible.join(', '));
  }
  return cells.fault ? failure(cells.fault) : success(null);
}
