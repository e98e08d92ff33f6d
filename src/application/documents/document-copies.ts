/**
 * Copies of the documents with their values only, on sheets of their own, for the archive and for publication. They
 * keep what people wrote in the documents of the workbook, and are never written again; a publication, the comments.
 */
import { documentsAsked, frameOf, type DocumentFrame, type DocumentId } from '../../documents/document';
import { DocumentSource } from '../../documents/input';
import type { MonthlyRows } from '../../documents/kinds/etat-charts';
import { TOP_LEFT, type DocumentPage } from '../../documents/page/document-page';
import { withCompletedLines } from '../../documents/placing/completed-lines';
import { firstTime, withComments, withWritings } from '../../documents/placing/in-place';
import { aroundDocument } from '../../documents/placing/outside';
import { placementOf, type PlacedDocument } from '../../documents/placing/placement';
import { layoutOf } from '../../documents/placing/row-layout';
import { typedOver } from '../../documents/placing/typed-over';
import type { TextGate } from '../../documents/publication/text-gate';
import { REGISTRY } from '../../documents/document-registry';
import { assert, success, type Result } from '../../domain/result';
import { textOf } from '../../workbook/cells';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import type { DocumentAdvice } from '../../workbook/writer-advice';
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
  const input = documentInput(dossier, report);
  const source = new DocumentSource({ ...input, texts });
  // The document of the workbook has the texts that a publication leaves out: its comments are found by them.
  const whole = texts ? new DocumentSource(input) : source;
  // `sheetOf` is called once per document: it never gives the same name twice.
  const frames = documentsAsked(dossier.convention, documents).map((frame) => ({ ...frame, sheet: sheetOf(frame) }));
  const steps: WriteStep[] = [];
  const charts: WriteStep[] = [];
  const advice: DocumentAdvice[] = [];
  for (const frame of frames) {
    const { page: build, drawsRowsOf } = REGISTRY[frame.kind];
    const drawn = frames.find(({ kind }) => kind === drawsRowsOf);
    const built = build(source, TOP_LEFT, frame, drawn ? monthlyOf(source, drawn) : null);
    const placement = placementOf(dossier.workbook, frame);
    const isThere = placement.ok && placement.value.kind === 'existing';
    const unpublished = texts && isThere ? build(whole, TOP_LEFT, frame, null) : built;
    const written = texts ? withComments : withWritings; // the notes of people are never published
    const asCompleted = (page: DocumentPage): DocumentPage =>
      texts || !isThere ? page : withCompletedLines(page, placement.value);
    const withTheirs = (page: DocumentPage): Result<DocumentPage, Failure> =>
      isThere ? written(layoutOf(asCompleted(page), placement.value)) : success(page);
    const direct = withTheirs(unpublished);
    const undrawn = direct.ok || texts || drawn || !drawsRowsOf ? null : frameOf(dossier.convention, drawsRowsOf);
    // Texts under charts that the copy cannot draw: their room stays.
    const commented = undrawn
      ? withTheirs(build(source, TOP_LEFT, frame, { ...monthlyOf(source, undrawn), isRoomAlone: true }))
      : direct;
    if (!commented.ok) return commented;
    if (!texts && isThere) advice.push(...notCopied(dossier.workbook, asCompleted(built), placement.value));
    const part = firstTime(frame, texts ? published(built, commented.value, texts) : commented.value, null);
    steps.push(...part.steps);
    charts.push(...part.charts);
  }
  return success({
    purpose: 'documents',
    ...(advice.length > 0 && { advice }),
    expected: [],
    steps: [...steps, ...charts].flatMap(valuesOnly),
  });
}

/** The advice on the cells that people typed over a document or around it, and that its copy does not have. */
function notCopied(workbook: WorkbookSnapshot, page: DocumentPage, placed: PlacedDocument): readonly DocumentAdvice[] {
  const { sheet, area } = placed;
  const parts = [typedOver(layoutOf(page, placed)), aroundDocument(workbook, sheet, area)].flatMap(
    (part) => part ?? [],
  );
  if (parts.length === 0) return [];
  const cells = parts.flatMap((part) => part.cells);
  const others = parts.reduce((sum, part) => sum + part.others, 0);
  return [{ sheet: sheet.name, advice: [{ code: 'notCopied', cells, others }] }];
}

/** The rows that a copy of a document has, for the charts of another. */
function monthlyOf(source: DocumentSource, drawn: DocumentFrame): MonthlyRows {
  const { charts } = REGISTRY[drawn.kind].page(source, TOP_LEFT, drawn, null);
  return { sheet: drawn.sheet, isNew: true, charts };
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

/**
 * The page without its control page, and with the comments of `commented` that are confirmed. Both pages have the same
 * cells for comments in the same order, whatever the texts that a publication leaves out.
 */
function published(built: DocumentPage, commented: DocumentPage, texts: TextGate): DocumentPage {
  const page = withoutControlPage(built);
  const comments = withoutControlPage(commented).rows.flatMap((cells) => cells.filter(isForComment));
  let next = 0;
  const rows = page.rows.map((cells) =>
    cells.map((cell) => {
      if (!isForComment(cell)) return cell;
      const value = comments[next++]?.value ?? null;
      return { ...cell, value: value === null ? null : texts.pass('comment', textOf(value)) || null };
    }),
  );
  assert(next === comments.length, 'a publication has the cells for comments of its document');
  return { ...page, rows };
}

/** A cell that belongs to the user. */
function isForComment(cell: PlannedCell | null): cell is PlannedCell {
  return cell?.style === 'inputText';
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
