/**
 * Copies of the documents with their values only, on sheets of their own, for the archive and for publication. They
 * keep the comments of the documents of the workbook, and are never written again.
 */
import { documentsAsked, type DocumentFrame, type DocumentId } from '../../documents/document';
import { DocumentSource } from '../../documents/input';
import { TOP_LEFT, type DocumentPage } from '../../documents/page/document-page';
import { firstTime, withComments } from '../../documents/placing/in-place';
import { placementOf } from '../../documents/placing/placement';
import type { TextGate } from '../../documents/publication/text-gate';
import { REGISTRY } from '../../documents/document-registry';
import { success, type Result } from '../../domain/result';
import { textOf } from '../../workbook/ledger/read-cells';
import type { Failure } from '../../workbook/failure';
import type { PlannedCell, WritePlan, WriteStep } from '../../workbook/plan';
import type { ControlReport, Dossier } from '../dossier';
import { documentInput } from './documents';

/** The plan that writes copies on new sheets named by `sheetOf`; of the default documents when none is named. */
export function planCopies(
  dossier: Dossier,
  report: ControlReport,
  sheetOf: (frame: DocumentFrame) => string,
  documents?: readonly DocumentId[],
  texts: TextGate | null = null,
): Result<WritePlan, Failure> {
  const source = new DocumentSource({ ...documentInput(dossier, report), texts });
  // `sheetOf` is called once per document: it never gives the same name twice.
  const frames = documentsAsked(dossier.convention, documents).map((frame) => ({ ...frame, sheet: sheetOf(frame) }));
  const steps: WriteStep[] = [];
  const charts: WriteStep[] = [];
  for (const frame of frames) {
    const { page: build, drawsRowsOf } = REGISTRY[frame.kind];
    const drawn = frames.find(({ kind }) => kind === drawsRowsOf);
    const built = build(
      source,
      TOP_LEFT,
      frame,
      drawn
        ? { sheet: drawn.sheet, isNew: true, charts: REGISTRY[drawn.kind].page(source, TOP_LEFT, drawn, null).charts }
        : null,
    );
    const page = texts ? withoutControlPage(built) : built;
    const placement = placementOf(dossier.workbook, frame);
    const isThere = placement.ok && placement.value.kind === 'existing';
    const commented = isThere ? withComments(page, placement.value.sheet, placement.value.area) : success(page);
    if (!commented.ok) return commented;
    const part = firstTime(frame, texts ? withoutComments(commented.value, texts) : commented.value, null);
    steps.push(...part.steps);
    charts.push(...part.charts);
  }
  return success({ purpose: 'documents', expected: [], steps: [...steps, ...charts].flatMap(valuesOnly) });
}

/** The page without its control page, which is internal and is not sent. */
function withoutControlPage(page: DocumentPage): DocumentPage {
  const end = page.starts.find(({ level }) => level === 'page')?.row ?? page.rows.length;
  return {
    ...page,
    rows: page.rows.slice(0, end),
    starts: page.starts.filter(({ row }) => row < end),
    breaks: page.breaks.filter((row) => row < end - 1),
  };
}

/** The page with the comments that are confirmed, in the cells that belong to the user. */
function withoutComments(page: DocumentPage, texts: TextGate): DocumentPage {
  const rows = page.rows.map((cells) =>
    cells.map((cell) => {
      if (cell?.style !== 'inputText' || cell.value === null) return cell;
      return { ...cell, value: texts.pass('comment', textOf(cell.value)) || null };
    }),
  );
  return { ...page, rows };
}

/** The step without formulas; none for a named range, since a copy is never written again. */
function valuesOnly(step: WriteStep): readonly WriteStep[] {
  if (step.kind === 'setName') return [];
  if (step.kind !== 'setCells') return [step];
  return [{ ...step, cells: step.cells.map((row) => row.map((cell) => cell && withoutFormula(cell))) }];
}

function withoutFormula({ formula: _, ...cell }: PlannedCell): PlannedCell {
  return cell;
}
