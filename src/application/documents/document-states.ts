/**
 * The state of each document of a workbook, found by comparing its cells with those that would be written now, never by
 * its date: one document at a time, so that the pane stays responsive.
 */
import type { CivilDate } from '../../domain/calendar/civil-date';
import { documentsOf, type DocumentFrame } from '../../documents/document';
import type { DocumentSource } from '../../documents/input';
import { placementOf, type Placement } from '../../documents/placing/placement';
import { DOCUMENT_WORDS } from '../../messages/documents/documents-fr';
import { formatDate } from '../../messages/format';
import type { Result } from '../../domain/result';
import type { Area } from '../../workbook/cells';
import type { Failure } from '../../workbook/failure';
import type { PlannedCell, WriteStep } from '../../workbook/plan';
import { dateOfSerial } from '../../workbook/serials';
import { valueAt, type SheetSnapshot } from '../../workbook/snapshot';
import type { ControlReport, Dossier } from '../dossier';
import { documentSourceInSlices, planDocument } from './documents';

/** `asOf`: the date that the document itself states; null when it states none that can be read. */
export type DocumentState =
  | { readonly kind: 'never' }
  /** Every figure is today's; the document may state an earlier date. */
  | { readonly kind: 'upToDate'; readonly sheet: string; readonly asOf: CivilDate | null }
  /** Cells that would change, those of the date of the situation aside. */
  | { readonly kind: 'outdated'; readonly sheet: string; readonly asOf: CivilDate | null; readonly cells: number }
  /** It cannot be written, nor compared. `sheet`: null when it is not in the workbook. */
  | { readonly kind: 'refused'; readonly sheet: string | null; readonly failure: Failure };

export interface StatedDocument {
  readonly frame: DocumentFrame;
  readonly state: DocumentState;
}

/** The documents of a dossier in reading order, one at each step, between pauses; the rows are read for one to compare. */
export function* documentStates(
  dossier: Dossier,
  report: ControlReport,
): Generator<StatedDocument | undefined, void, undefined> {
  let source: Result<DocumentSource, Failure> | null = null;
  for (const frame of documentsOf(dossier.convention)) {
    const placement = placementOf(dossier.workbook, frame);
    if (!placement.ok) yield { frame, state: refused(null, placement.failure) };
    else if (placement.value.kind !== 'existing') yield { frame, state: { kind: 'never' } };
    else {
      const read: Result<DocumentSource, Failure> = source ?? (yield* documentSourceInSlices(dossier, report));
      source = read;
      const { value } = placement;
      yield {
        frame,
        state: read.ok ? stateOf(read.value, frame, value) : refused(value.sheet.name, read.failure),
      };
    }
  }
}

type Existing = Extract<Placement, { kind: 'existing' }>;

function stateOf(source: DocumentSource, frame: DocumentFrame, { sheet, area }: Existing): DocumentState {
  const planned = planDocument(source, frame, [frame]);
  if (!planned.ok) return refused(sheet.name, planned.failure);
  const asOf = statedDate(sheet, area, source.input.workbook.uses1904Dates);
  const { steps, charts } = planned.value.part;
  if (steps.length + charts.length === 0) return { kind: 'upToDate', sheet: sheet.name, asOf };
  const changes = steps.flatMap((step) => changesOf(step, sheet));
  const today = dated(source.input.balances.asOf);
  const cells = changes.filter(({ present, cell }) => !isDateOnly(present, cell, dated(asOf), today)).length;
  const isDate =
    cells === 0 && charts.length === 0 && steps.every(({ kind }) => kind === 'setCells' || kind === 'defineName');
  return isDate ? { kind: 'upToDate', sheet: sheet.name, asOf } : { kind: 'outdated', sheet: sheet.name, asOf, cells };
}

function refused(sheet: string | null, failure: Failure): DocumentState {
  return { kind: 'refused', sheet, failure };
}

/** The date beside « Situation arrêtée au ». */
function statedDate(sheet: SheetSnapshot, area: Area, uses1904: boolean): CivilDate | null {
  for (let row = area.top; row < area.top + area.rows; row++) {
    if (valueAt(sheet, row, area.left) !== DOCUMENT_WORDS.asOf) continue;
    const value = valueAt(sheet, row, area.left + 1);
    return typeof value === 'number' ? dateOfSerial(value, uses1904) : null;
  }
  return null;
}

/** A cell that the step writes over another content. */
interface Change {
  readonly present: unknown;
  readonly cell: PlannedCell;
}

function changesOf(step: WriteStep, sheet: SheetSnapshot): readonly Change[] {
  if (step.kind !== 'setCells') return [];
  return step.cells.flatMap((line, row) =>
    line.flatMap((cell, column) =>
      cell ? [{ present: valueAt(sheet, step.top + row, step.left + column), cell }] : [],
    ),
  );
}

/** A date as a document writes it: as a number of the sheet, and in a sentence. */
interface Dated {
  readonly date: CivilDate;
  readonly text: string;
}

function dated(date: CivilDate | null): Dated | null {
  return date === null ? null : { date, text: formatDate(date, 'fr') };
}

/** True when the cell states the former date, and would state the new one. */
function isDateOnly(
  present: unknown,
  { value, formula }: PlannedCell,
  former: Dated | null,
  today: Dated | null,
): boolean {
  if (formula !== undefined || !former || !today) return false;
  if (typeof present === 'number' && typeof value === 'number') return value - present === today.date - former.date;
  return (
    typeof present === 'string' &&
    typeof value === 'string' &&
    present.includes(former.text) &&
    present.replaceAll(former.text, today.text) === value
  );
}
