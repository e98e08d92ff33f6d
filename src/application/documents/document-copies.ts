/**
 * Copies of the documents with their values only, on sheets of their own: for the archive and for publication. They
 * carry the comments that people wrote in the documents of the workbook, and nothing ever rewrites them.
 */
import { documentsAsked, type DocumentFrame, type DocumentId } from '../../documents/document';
import { firstTime, withComments } from '../../documents/placing/in-place';
import { DocumentSource } from '../../documents/input';
import { placementOf } from '../../documents/placing/placement';
import { valuesOnly } from '../../documents/placing/values-only';
import { success, type Result } from '../../domain/result';
import type { Failure } from '../../workbook/failure';
import type { WritePlan } from '../../workbook/plan';
import type { ControlReport, Dossier } from '../dossier';
import { documentInput, pageOf } from './documents';

const ORIGIN = { row: 0, column: 0 };

/** The plan that writes copies on new sheets, named by `sheetOf`; all the documents when none is named. */
export function planCopies(
  dossier: Dossier,
  report: ControlReport,
  sheetOf: (frame: DocumentFrame) => string,
  documents?: readonly DocumentId[],
): Result<WritePlan, Failure> {
  const source = new DocumentSource(documentInput(dossier, report));
  const frames = documentsAsked(dossier.convention, documents);
  // Asked once for each: a name that was given is taken.
  const sheets = new Map(frames.map((frame) => [frame.id, sheetOf(frame)]));
  const etat = frames.find(({ id }) => id === 'etat');
  const monthly = etat
    ? { sheet: sheets.get(etat.id) ?? etat.sheet, isNew: true, charts: pageOf(source, etat, ORIGIN, null).charts }
    : null;
  const steps: WritePlan['steps'][number][] = [];
  const charts: WritePlan['steps'][number][] = [];
  for (const frame of frames) {
    const page = pageOf(source, frame, ORIGIN, monthly);
    const placement = placementOf(dossier.workbook, frame);
    const isThere = placement.ok && placement.value.kind === 'existing';
    const commented = isThere ? withComments(page, placement.value.sheet, placement.value.area) : success(page);
    if (!commented.ok) return commented;
    const part = firstTime({ ...frame, sheet: sheets.get(frame.id) ?? frame.sheet }, commented.value, null);
    steps.push(...part.steps);
    charts.push(...part.charts);
  }
  return success(valuesOnly({ purpose: 'documents', expected: [], steps: [...steps, ...charts] }));
}
