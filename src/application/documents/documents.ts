/**
 * « Générer les documents »: the plan that writes or refreshes the documents of a convention in the workbook. Nothing
 * is written over a cell that the product did not write, and a document that is right already gives no step at all.
 */
import { toIso } from '../../domain/calendar/civil-date';
import { assert, failure, success, type Result } from '../../domain/result';
import { annexe } from '../../documents/kinds/annexe';
import { bilan } from '../../documents/kinds/bilan';
import { chorusReference } from '../../documents/kinds/chorus-reference';
import { followingSteps } from '../../documents/placing/chart-steps';
import type { MonthlyRows } from '../../documents/page/charts';
import {
  documentsAsked,
  documentsOf,
  noticeKindOf,
  type DocumentFrame,
  type DocumentId,
  type DocumentPage,
  type Origin,
} from '../../documents/document';
import { forecastState } from '../../documents/kinds/forecast-state';
import { again, firstTime, type PlanPart } from '../../documents/placing/in-place';
import { DocumentSource, type DocumentInput } from '../../documents/input';
import { notice } from '../../documents/kinds/notices';
import { placementOf } from '../../documents/placing/placement';
import { qualitative } from '../../documents/kinds/qualitative';
import { repartition } from '../../documents/kinds/repartition';
import type { Area } from '../../workbook/cells';
import type { Failure } from '../../workbook/failure';
import type { WritePlan } from '../../workbook/plan';
import { serialOfDate } from '../../workbook/serials';
import { valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../../workbook/snapshot';
import { dossierAt } from '../control';
import type { ControlReport, Dossier } from '../dossier';

export type { DocumentId } from '../../documents/document';

/**
 * The plan of the documents asked for; all of them when none is named. Refuses, before anything is written, at the
 * first cell, sheet or name that is not ours. Empty when the workbook is already as it should be.
 */
export function planDocuments(
  of: Dossier,
  report: ControlReport,
  documents?: readonly DocumentId[],
): Result<WritePlan, Failure> {
  const dossier = dossierAt(of, report.asOf);
  const { workbook, convention } = dossier;
  if (serialOfDate(report.asOf, workbook.uses1904Dates) === null)
    return failure({ code: 'usage', problem: `--as-of ${toIso(report.asOf)}` });
  const frames = documentsAsked(convention, documents);
  const source = new DocumentSource(documentInput(dossier, report));
  const monthly = frames.some(({ id }) => id === 'bilan') ? monthlyRows(source, frames) : null;
  const parts: PlanPart[] = [];
  for (const frame of frames) {
    const isRenewed = frame.id === 'bilan' && monthly?.isNew === true;
    const part = planDocument(workbook, frame, (origin) => pageOf(source, frame, origin, monthly), isRenewed);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  return success({
    purpose: 'documents',
    expected: parts.flatMap(({ expected }) => expected),
    steps: [
      ...parts.flatMap(({ steps }) => steps),
      ...parts.flatMap(({ charts }) => charts),
      ...followers(source, frames),
    ],
  });
}

/** The charts of the Bilan follow the État, also when that one alone is written. */
function followers(source: DocumentSource, asked: readonly DocumentFrame[]): WritePlan['steps'] {
  const isAsked = (wanted: DocumentId): boolean => asked.some(({ id }) => id === wanted);
  const frame = documentsOf(source.convention).find(({ id }) => id === 'bilan');
  if (!frame || !isAsked('etat') || isAsked('bilan')) return [];
  const there = placementOf(source.input.workbook, frame);
  if (!there.ok || there.value.kind !== 'existing' || !there.value.sheet.charts) return [];
  const { name, charts } = there.value.sheet;
  const monthly = monthlyRows(source, asked);
  return monthly ? followingSteps(monthly.charts, monthly.sheet, { name, present: charts }, monthly.isNew) : [];
}

/**
 * Where the Bilan finds its months: the État of the same generation, or the one that stands in the workbook with the
 * rows of today.
 */
function monthlyRows(source: DocumentSource, asked: readonly DocumentFrame[]): MonthlyRows | null {
  const { workbook } = source.input;
  const frame = documentsOf(source.convention).find(({ id }) => id === 'etat');
  const placement = frame && placementOf(workbook, frame);
  if (!frame || !placement?.ok) return null;
  const isAsked = asked.some(({ id }) => id === 'etat');
  const { value } = placement;
  if (value.kind !== 'existing')
    return isAsked ? { sheet: frame.sheet, isNew: true, charts: forecastState(source, ORIGIN).charts } : null;
  const page = forecastState(source, { row: value.area.top, column: value.area.left });
  if (!isAsked && !hasMonthsOf(page, value.sheet, value.area)) return null;
  return { sheet: value.sheet.name, isNew: false, charts: page.charts };
}

/** True when the rows of months that the page would have stand there already, under their labels. */
function hasMonthsOf(page: DocumentPage, sheet: SheetSnapshot, { top, left }: Area): boolean {
  const rows = page.charts.flatMap(({ categories, series }) => [categories.top, ...series.map(({ area }) => area.top)]);
  return rows.every((row) => valueAt(sheet, row, left) === (page.rows[row - top]?.[0]?.value ?? null));
}

const ORIGIN: Origin = { row: 0, column: 0 };

/** What the documents of a dossier are made from. */
export function documentInput(
  { workbook, convention, ledger, blocks, ignored }: Dossier,
  report: ControlReport,
): DocumentInput {
  const { balances, findings, accepted } = report;
  const errors = findings.filter((finding) => finding.severity === 'error' && !accepted.has(finding)).length;
  return { workbook, convention, ledger, blocks, ignored, balances, errors };
}

/** The part of a plan that writes one document where it stands, or on its new sheet. */
export function planDocument(
  workbook: WorkbookSnapshot,
  frame: DocumentFrame,
  build: (origin: Origin) => DocumentPage,
  isRenewed = false,
): Result<PlanPart, Failure> {
  const placement = placementOf(workbook, frame);
  if (!placement.ok) return failure(placement.failure);
  if (placement.value.kind === 'newSheet') return success(firstTime(frame, build(ORIGIN), null));
  const { sheet } = placement.value;
  if (placement.value.kind === 'emptySheet') return success(firstTime(frame, build(ORIGIN), sheet, isRenewed));
  const { area } = placement.value;
  return again(frame, build({ row: area.top, column: area.left }), sheet, area, isRenewed);
}

/** The page of one document, laid out from its origin; `monthly` is where the Bilan finds the months of its charts. */
export function pageOf(
  source: DocumentSource,
  frame: DocumentFrame,
  origin: Origin,
  monthly: MonthlyRows | null,
): DocumentPage {
  if (frame.id === 'repartition') return repartition(source, origin);
  if (frame.id === 'reference') return chorusReference(source, origin);
  if (frame.id === 'bilan') return bilan(source, origin, monthly);
  if (frame.id === 'qualitatif') return qualitative(source, origin);
  if (frame.id === 'etat') return forecastState(source, origin);
  const kind = noticeKindOf(frame.id);
  if (kind) return notice(source, kind, origin);
  const number = Number(frame.id.slice('annexe'.length));
  const envelope = source.convention.envelopes[number - 1];
  assert(envelope, `the annex ${frame.id} is that of an envelope`);
  return annexe(source, envelope, number, origin);
}
