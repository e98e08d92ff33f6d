/** The list of documents: the letters that are owed, and how many documents are in each state. */
import type { ControlReport, Dossier } from '../../application/dossier';
import type { DocumentState } from '../../application/documents/document-states';
import type { CivilDate } from '../../domain/calendar/civil-date';
import { documentsOf, type DocumentFrame, type DocumentId } from '../../documents/document';
import { documentOf, dutyViews } from '../duties/duty-views';

/** Why a letter is owed; `due` is null when its duty has no day. */
export interface Owed {
  readonly due: CivilDate | null;
  readonly isLate: boolean;
}

/** The letters that a duty of today asks for. */
export function owedLetters(dossier: Dossier, report: ControlReport): ReadonlyMap<DocumentId, Owed> {
  const letters = new Set(documentsOf(dossier.convention).flatMap(({ id, onDemand }) => (onDemand ? [id] : [])));
  const owed = new Map<DocumentId, Owed>();
  for (const view of dutyViews(dossier, report)) {
    const document = documentOf(view);
    if (document === null || !letters.has(document) || owed.has(document)) continue;
    if (view.status === 'late' || view.status === 'soon')
      owed.set(document, { due: view.due, isLate: view.status === 'late' });
  }
  return owed;
}

/** How many of some documents are in each state. */
export function countStates(
  frames: readonly DocumentFrame[],
  states: ReadonlyMap<DocumentId, DocumentState>,
): Readonly<Record<DocumentState['kind'], number>> {
  const counts = { never: 0, upToDate: 0, outdated: 0, refused: 0 };
  for (const { id } of frames) {
    const kind = states.get(id)?.kind;
    if (kind) counts[kind]++;
  }
  return counts;
}
