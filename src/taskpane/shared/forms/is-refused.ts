/** Whether the last action wrote nothing because it was refused: a form then stays open, with what was typed in it. */
import type { Notice } from '../../../application/session/session-state';

/** True for a failure, and for a writing that an interrupted one holds back. */
export function isRefused(notice: Notice | null): boolean {
  return notice?.kind === 'failed' || (notice?.kind === 'interrupted' && notice.isRefusal);
}
