/**
 * The kinds of document, each with the function that builds its page. To add one: its row in `DOCUMENTS`
 * (`workbook/document-names.ts`), its file in `kinds/`, its row here, and its words.
 */
import type { DocumentKind } from '../workbook/document-names';
import type { WriterAdvice } from '../workbook/writer-advice';
import type { DocumentFrame } from './document';
import type { DocumentInput, DocumentSource } from './input';
import { annexe } from './kinds/annexe';
import { bilan } from './kinds/bilan';
import { comparaison } from './kinds/comparaison';
import { etat } from './kinds/etat';
import type { MonthlyRows } from './kinds/etat-charts';
import { notice, noticeAdvice } from './kinds/notices/notices';
import { qualitatif, qualitatifAdvice } from './kinds/qualitatif';
import { rapprochement } from './kinds/rapprochement';
import { reference } from './kinds/reference';
import { repartition } from './kinds/repartition';
import type { DocumentPage, Origin } from './page/document-page';

interface DocumentDefinition {
  /** Builds the page from an origin; `monthly` are the rows of the document that its charts draw. */
  readonly page: (
    source: DocumentSource,
    origin: Origin,
    frame: DocumentFrame,
    monthly: MonthlyRows | null,
  ) => DocumentPage;
  /** The document whose rows its charts draw; they follow those rows when that document is written alone. */
  readonly drawsRowsOf?: Exclude<DocumentKind, 'annexe'>;
  /** The advice to its writer before it is signed or sent. */
  readonly adviceOf?: (input: DocumentInput) => readonly WriterAdvice[];
}

export const REGISTRY: Readonly<Record<DocumentKind, DocumentDefinition>> = {
  annexe: { page: (source, origin, { number }) => annexe(source, origin, number ?? 0) },
  repartition: { page: repartition },
  reference: { page: reference },
  bilan: { page: (source, origin, _, monthly) => bilan(source, origin, monthly), drawsRowsOf: 'etat' },
  qualitatif: { page: qualitatif, adviceOf: qualitatifAdvice },
  etat: { page: etat },
  rapprochement: { page: rapprochement },
  comparaison: { page: comparaison },
  insuffisance: { page: notice('insuffisance'), adviceOf: noticeAdvice('insuffisance') },
  suspension: { page: notice('suspension'), adviceOf: noticeAdvice('suspension') },
  'non-consommes': { page: notice('non-consommes'), adviceOf: noticeAdvice('non-consommes') },
  fongibilite: { page: notice('fongibilite'), adviceOf: noticeAdvice('fongibilite') },
  avenant: { page: notice('avenant'), adviceOf: noticeAdvice('avenant') },
  resiliation: { page: notice('resiliation'), adviceOf: noticeAdvice('resiliation') },
};
