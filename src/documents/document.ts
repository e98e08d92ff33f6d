/** The documents of a convention, each with its sheet and its named range. */
import type { Convention } from '../domain/envelopes/convention';
import {
  DOCUMENTS,
  DOCUMENT_KINDS,
  documentRange,
  type DocumentId,
  type DocumentKind,
} from '../workbook/document-names';

export type { DocumentId } from '../workbook/document-names';

/** Where a document is written. */
export interface DocumentFrame {
  readonly id: DocumentId;
  readonly kind: DocumentKind;
  /** The number of an annex, from 1: that of its envelope; null for other documents. */
  readonly number: number | null;
  /** The sheet of a new document; one that exists is found by its range alone. */
  readonly sheet: string;
  readonly range: string;
  /** Written only when named: a notice is sent when its facts call for it. */
  readonly onDemand: boolean;
}

/** Every document that needs nothing but the workbook, in reading order. */
export function documentsOf(convention: Convention): readonly DocumentFrame[] {
  return DOCUMENT_KINDS.filter((kind) => !DOCUMENTS[kind].issue.startsWith('with')).flatMap((kind) =>
    framesOf(convention, kind),
  );
}

/** The documents named; those written by default when none is. */
export function documentsAsked(
  convention: Convention,
  asked: readonly DocumentId[] | undefined,
): readonly DocumentFrame[] {
  return documentsOf(convention).filter(({ id, onDemand }) => (asked ? asked.includes(id) : !onDemand));
}

/** The documents of one kind: an annex per envelope that has postes in the year, one of any other kind. */
function framesOf(convention: Convention, kind: DocumentKind): readonly DocumentFrame[] {
  if (kind !== 'annexe') return [frameOf(convention, kind)];
  return convention.envelopes.flatMap(({ lines }, index) =>
    lines.length === 0 ? [] : [frame(convention, kind, `annexe${index + 1}`, index + 1)],
  );
}

/** The document of a kind that occurs once. */
export function frameOf(convention: Convention, kind: Exclude<DocumentKind, 'annexe'>): DocumentFrame {
  return frame(convention, kind, kind, null);
}

/** Each credit year has its own documents: those of another year are left as they are. */
function frame(
  { creditYear, otherYears }: Convention,
  kind: DocumentKind,
  id: DocumentId,
  number: number | null,
): DocumentFrame {
  const { sheet, issue, ...row } = DOCUMENTS[kind];
  const hasYears = otherYears.length > 0;
  const words = [sheet, ...(number === null ? [] : [number]), ...(hasYears || 'isYearly' in row ? [creditYear] : [])];
  return {
    id,
    kind,
    number,
    sheet: words.join(' '),
    range: documentRange(id, hasYears ? creditYear : null),
    onDemand: issue === 'onDemand',
  };
}
