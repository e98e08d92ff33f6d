/**
 * Contents in cells that the document leaves blank and that other data fill: an indicator without its value any more, a
 * poste that took its movement back. Whether they are of the document as it was, or of a person.
 */
import { contentAt } from '../../workbook/contents';
import type { PlannedCell } from '../../workbook/plan';
import type { PageCell } from '../page/document-page';
import type { RowLayout } from './row-layout';

/** `doubtful`: of the document or of a person, and nothing shows which. */
export type Author = 'document' | 'doubtful' | 'person';

/**
 * The author of the content in a row of the document, where the page has a blank cell or none; null without content.
 * One that is typed over the document is named before it goes away.
 */
export function authorAt(
  { sheet, area, marks }: RowLayout,
  row: number,
  column: number,
  planned: PageCell | PlannedCell | null,
): Author | null {
  if (contentAt(sheet, area.top + row, area.left + column) === null) return null;
  if (marks) return marks.holding(sheet, area, row, column) === 'notWritten' ? 'person' : 'document';
  return planned && 'isElsewhereFilled' in planned ? 'doubtful' : 'person';
}
