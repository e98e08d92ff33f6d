/**
 * « Générer les documents »: the plan that writes or refreshes the documents of a convention in the workbook. It never
 * overwrites a cell that the product did not write, and an up-to-date document gives no step.
 */
import { toIso } from '../../domain/calendar/civil-date';
import type { Finding } from '../../domain/controls/findings/finding';
import { failure, success, type Result } from '../../domain/result';
import { drain, type Slices } from '../../domain/slices';
import { documentsAsked, frameOf, type DocumentFrame, type DocumentId } from '../../documents/document';
import { DocumentSource, type DocumentInput } from '../../documents/input';
import type { MonthlyRows } from '../../documents/kinds/etat-charts';
import { areaOf, TOP_LEFT, type DocumentPage, type Origin } from '../../documents/page/document-page';
import { followingSteps } from '../../documents/placing/chart-steps';
import { attachedStays } from '../../documents/placing/attached';
import { withCompletedLines } from '../../documents/placing/completed-lines';
import { again, firstTime, type PlanPart, withComments } from '../../documents/placing/in-place';
import { movedUses, outgrownPrint } from '../../documents/placing/moved-uses';
import { placementOf } from '../../documents/placing/placement';
import { layoutOf } from '../../documents/placing/row-layout';
import { staysBeside } from '../../documents/placing/stays-beside';
import { takenRoom } from '../../documents/placing/room';
import { typedOver } from '../../documents/placing/typed-over';
import { WrittenMarks } from '../../documents/placing/written-marks';
import { REGISTRY } from '../../documents/document-registry';
import type { Area } from '../../workbook/cells';
import { DOCUMENT_KINDS, type DocumentKind } from '../../workbook/document-names';
import type { Failure } from '../../workbook/failure';
import type { WritePlan } from '../../workbook/plan';
import type { DocumentAdvice, WriterAdvice } from '../../workbook/writer-advice';
import { serialOfDate } from '../../workbook/serials';
import { valueAt, type SheetSnapshot } from '../../workbook/snapshot';
import { dossierAt } from '../control';
import type { ControlReport, Dossier } from '../dossier';
import { writtenPage, type PlannedPages, type WrittenPage } from './written-pages';

export type { DocumentId } from '../../documents/document';

/**
 * The plan of the documents named; of all those written by default when none is. Refuses, before anything is written,
 * the first cell, sheet or name that is not ours. Empty when the workbook is up to date.
 */
export function planDocuments(
  of: Dossier,
  report: ControlReport,
  documents?: readonly DocumentId[],
): Result<WritePlan, Failure> {
  const planned = planDocumentPages(of, report, documents);
  return planned.ok ? success(planned.value.plan) : planned;
}

/** The same, with the pages that the plan makes. */
export function planDocumentPages(
  of: Dossier,
  report: ControlReport,
  documents?: readonly DocumentId[],
): Result<PlannedPages, Failure> {
  const source = documentSource(of, report);
  return source.ok ? planPages(source.value, documentsAsked(source.value.convention, documents), 'documents') : source;
}

/** The source of the documents of a dossier. Refuses a date that the workbook cannot hold. */
function documentSource(of: Dossier, report: ControlReport): Result<DocumentSource, Failure> {
  return drain(documentSourceInSlices(of, report));
}

/** The same, yielding between the readings of the rows, for callers that must not block the UI. */
export function* documentSourceInSlices(of: Dossier, report: ControlReport): Slices<Result<DocumentSource, Failure>> {
  const dossier = dossierAt(of, report.asOf);
  if (serialOfDate(report.asOf, dossier.workbook.uses1904Dates) === null)
    return failure({ code: 'usage', problem: `--as-of ${toIso(report.asOf)}` });
  return success(yield* DocumentSource.inSlices(documentInput(dossier, report)));
}

/** The input of the documents of a dossier. */
export function documentInput(
  { workbook, convention, ledger, blocks, ignored, account }: Dossier,
  report: ControlReport,
): DocumentInput {
  const { charged, balances, findings, accepted } = report;
  const open = findings.filter((finding) => !accepted.has(finding));
  return {
    workbook,
    convention,
    ledger,
    blocks,
    ignored,
    charged,
    balances,
    errors: open.filter(({ severity }) => severity === 'error').length,
    warnings: warningsIn(open),
    account,
    chorus: null,
    comparison: null,
    texts: null,
  };
}

/** The warnings about the ledger and the convention: a report that is due is no fault of their rows. */
export function warningsIn(findings: readonly Finding[]): number {
  return findings.filter(({ rule, severity }) => severity === 'warning' && !rule.startsWith('DEL-')).length;
}

/** The plan of documents: their cells first, then the charts, which may draw the cells of any of them. */
export function planPages(
  source: DocumentSource,
  frames: readonly DocumentFrame[],
  purpose: WritePlan['purpose'],
): Result<PlannedPages, Failure> {
  const documents: PlannedDocument[] = [];
  for (const frame of frames) {
    const planned = planDocument(source, frame, frames);
    if (!planned.ok) return planned;
    documents.push(planned.value);
  }
  const parts = documents.map(({ part }) => part);
  const advice = frames.flatMap(({ kind, sheet }, index): readonly DocumentAdvice[] => {
    const found = [...(REGISTRY[kind].adviceOf?.(source.input) ?? []), ...(documents[index]?.advice ?? [])];
    return found.length === 0 ? [] : [{ sheet, advice: found }];
  });
  const plan: WritePlan = {
    purpose,
    ...(advice.length > 0 && { advice }),
    expected: parts.flatMap(({ expected }) => expected),
    steps: [
      ...source.names.steps(),
      ...parts.flatMap(({ steps }) => steps),
      ...parts.flatMap(({ charts }) => charts),
      ...followers(source, frames),
    ],
  };
  return success({ plan, pages: documents.map(({ page }) => page) });
}

export interface PlannedDocument {
  readonly part: PlanPart;
  readonly page: WrittenPage;
  /** On what keeps its address in the workbook while the document moves or grows. */
  readonly advice: readonly WriterAdvice[];
}

/** One document of those asked for. */
export function planDocument(
  source: DocumentSource,
  frame: DocumentFrame,
  asked: readonly DocumentFrame[],
): Result<PlannedDocument, Failure> {
  const placement = placementOf(source.input.workbook, frame);
  if (!placement.ok) return failure(placement.failure);
  const monthly = monthlyRows(source, frame.kind, asked);
  const isRenewed = monthly?.isNew === true;
  const { value } = placement;
  const origin: Origin = value.kind === 'existing' ? { row: value.area.top, column: value.area.left } : TOP_LEFT;
  const built = REGISTRY[frame.kind].page(source, origin, frame, monthly);
  const marks = WrittenMarks.of(built, origin).steps(source.input.workbook.names, frame);
  if (value.kind !== 'existing') {
    const sheet = value.kind === 'emptySheet' ? value.sheet : null;
    const part = withSteps(firstTime(frame, built, sheet, isRenewed), marks);
    return success({ part, page: writtenPage(sheet?.name ?? frame.sheet, built, origin), advice: [] });
  }
  const { sheet } = value;
  const page = withCompletedLines(built, value);
  const layout = layoutOf(page, value);
  const part = again(frame, layout, isRenewed);
  if (!part.ok) return part;
  const taken = takenRoom(source.input.workbook, sheet, areaOf(page, origin), value.area);
  if (taken) return failure(taken);
  const commented = withComments(layout);
  const shown = commented.ok ? commented.value : page;
  const moved = movedUses(source.input.workbook, layout, sheetsOf(source, asked));
  const print = outgrownPrint(source.input.workbook, layout);
  const stays = attachedStays(layout);
  const beside = staysBeside(source.input.workbook, layout);
  const typed = typedOver(layout);
  const advice: readonly WriterAdvice[] = [
    ...(typed ? [{ code: 'typedOver', ...typed } as const] : []),
    ...(moved ? [{ code: 'rowsMoved', ...moved } as const] : []),
    ...(stays ? [{ code: 'attachedStays', ...stays } as const] : []),
    ...(beside ? [{ code: 'staysBeside', ...beside } as const] : []),
    ...(print ? [print] : []),
  ];
  const isSame = value.marks !== null && part.value.steps.length + part.value.charts.length === 0;
  const written = isSame ? part.value : withSteps(part.value, marks);
  return success({ part: written, page: writtenPage(sheet.name, shown, origin), advice });
}

function withSteps(part: PlanPart, steps: PlanPart['steps']): PlanPart {
  return { ...part, steps: [...part.steps, ...steps] };
}

/** The sheets of the documents asked for that are in the workbook. */
function sheetsOf({ input }: DocumentSource, asked: readonly DocumentFrame[]): ReadonlySet<string> {
  const placements = asked.map((frame) => placementOf(input.workbook, frame));
  return new Set(
    placements.flatMap((placement) =>
      placement.ok && placement.value.kind === 'existing' ? [placement.value.sheet.name] : [],
    ),
  );
}

/** The charts of documents that are not asked for follow the rows of one that is. */
function followers(source: DocumentSource, asked: readonly DocumentFrame[]): WritePlan['steps'] {
  const isAsked = (wanted: DocumentKind): boolean => asked.some(({ kind }) => kind === wanted);
  return DOCUMENT_KINDS.flatMap((kind): WritePlan['steps'] => {
    const { drawsRowsOf } = REGISTRY[kind];
    if (kind === 'annexe' || !drawsRowsOf || !isAsked(drawsRowsOf) || isAsked(kind)) return [];
    const placement = placementOf(source.input.workbook, frameOf(source.convention, kind));
    if (!placement.ok || placement.value.kind !== 'existing' || !placement.value.sheet.charts) return [];
    const { name, charts } = placement.value.sheet;
    const monthly = monthlyRows(source, kind, asked);
    return monthly ? followingSteps({ id: kind, drawn: drawsRowsOf }, monthly, { name, present: charts }) : [];
  });
}

/**
 * The rows that the charts of a kind draw: those of the document of this generation, or of the one in the workbook when
 * it already has today's rows. Null when there is none.
 */
function monthlyRows(source: DocumentSource, kind: DocumentKind, asked: readonly DocumentFrame[]): MonthlyRows | null {
  const { drawsRowsOf } = REGISTRY[kind];
  if (!drawsRowsOf) return null;
  const frame = frameOf(source.convention, drawsRowsOf);
  const placement = placementOf(source.input.workbook, frame);
  if (!placement.ok) return null;
  const isAsked = asked.some(({ id }) => id === frame.id);
  const pageAt = (origin: Origin): DocumentPage => REGISTRY[drawsRowsOf].page(source, origin, frame, null);
  const { value } = placement;
  if (value.kind !== 'existing')
    return isAsked ? { sheet: frame.sheet, isNew: true, charts: pageAt(TOP_LEFT).charts } : null;
  const page = pageAt({ row: value.area.top, column: value.area.left });
  if (!isAsked && !hasRowsOf(page, value.sheet, value.area)) return null;
  return { sheet: value.sheet.name, isNew: false, charts: page.charts };
}

/** True when the sheet already has the rows that the charts of the page draw, under their labels. */
function hasRowsOf(page: DocumentPage, sheet: SheetSnapshot, { top, left }: Area): boolean {
  const rows = page.charts.flatMap(({ categories, series }) => [categories.top, ...series.map(({ area }) => area.top)]);
  return rows.every((row) => valueAt(sheet, row, left) === (page.rows[row - top]?.[0]?.value ?? null));
}
