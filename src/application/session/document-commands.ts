/** The commands on documents. The code that formats them is fetched when one is first asked for: the pane opens sooner. */
import type { DocumentId } from '../../documents/document';
import type { ChorusExtract } from '../../domain/reconciliation/extract';
import { success, type Result } from '../../domain/result';
import type { Failure } from '../../workbook/failure';
import type { Dossier } from '../dossier';
import type { Clock, OpenWorkbookFile } from '../ports';
import type { PageDecision, PlanWriter } from './plan-writer';
import type { Clock, OpenWorkbookFile, Timers } from '../ports';
import { comparisonCommands } from './comparison-commands';
import type { Decision, PlanWriter } from './plan-writer';
import type { ReadyPhase } from './session-state';
import type { SessionStore } from './session-store';

export function documentCommands(
  store: SessionStore,
  writer: PlanWriter,
  clock: Clock,
  openFile: OpenWorkbookFile,
  timers: Timers,
) {
  return {
    /** Decides what the documents write (all of them when none is named), for the user to look at; nothing is written. */
    prepare(documents?: readonly DocumentId[]): Promise<void> {
      return writer.prepareOf((ready) => pagesOf(ready, documents));
    },

    /** The same, for one document that may be up to date. */
    preview(document: DocumentId): Promise<void> {
      return writer.prepareOf((ready) => pagesOf(ready, [document]), true);
    ...comparisonCommands(store, writer, openFile, timers),

    /** Decides what the documents write, for the user to look at; nothing is written. */
    prepare(documents: readonly DocumentId[]): Promise<void> {
      return writer.prepareOf((ready) => planOf(ready, documents));
    },

    /** The same for the document of the reconciliation with these extracts. */
    prepareReconciliation(extracts: readonly ChorusExtract[]): Promise<void> {
      return writer.prepareOf(async ({ dossier, report }) => {
        const { reconciliationPages } = await import(
          /* webpackChunkName: "reconciliation" */ '../reconciliation/reconciliation-document'
        );
        return reconciliationPages(dossier, report, extracts);
      });
    },

    /** The same for the document that compares with an earlier date, of this workbook or of another. */
    prepareComparison(from: CivilDate, earlier: Dossier | null): Promise<void> {
      return writer.prepareOf((ready) => comparisonOf(ready, from, earlier));
    },

    /** The same for copies of documents, with their values only, on new sheets that nothing rewrites. */
    prepareCopies(documents: readonly DocumentId[]): Promise<void> {
      return writer.prepareOf(async ({ dossier, report }) => {
        const [{ planFrozenCopies }, { pagesOfPlan }] = await Promise.all([
          import(/* webpackChunkName: "documents" */ '../documents/frozen-copies'),
          import(/* webpackChunkName: "documents" */ '../documents/written-pages'),
        ]);
        const plan = planFrozenCopies(dossier, report, clock.today(), documents);
        return plan.ok ? success({ plan: plan.value, pages: pagesOfPlan(plan.value) }) : plan;
      });
    },

    /** Opens an earlier workbook, which is read and never written; null once its refusal is shown. */
    async openEarlier(bytes: Uint8Array): Promise<Dossier | null> {
      const opened = await earlierDossier(bytes, openFile);
      if (!opened.ok) store.setFailure(opened.failure);
      return opened.ok ? opened.value : null;
    },

    /** Discards what was prepared. */
    discardPrepared(): void {
      store.set({ prepared: null });
    },

    /** Writes what was prepared. */
    writePrepared(): Promise<void> {
      return writer.writePrepared();
    },
  };
}

async function comparisonOf(ready: ReadyPhase, from: CivilDate, earlier: Dossier | null): Promise<PageDecision> {
  const [{ compareSince }, { comparisonPages }] = await Promise.all([
    import(/* webpackChunkName: "comparison" */ '../comparison/compare-dossiers'),
    import(/* webpackChunkName: "documents" */ '../comparison/comparison-document'),
  ]);
  return comparisonPages(compareSince(ready, earlier, from));
}

async function earlierDossier(bytes: Uint8Array, openFile: OpenWorkbookFile): Promise<Result<Dossier, Failure>> {
  const [file, { openDossier }] = await Promise.all([
    openFile(bytes),
    import(/* webpackChunkName: "ledger-desk" */ '../open-dossier'),
  ]);
  return file.ok ? openDossier(file.value) : file;
}

async function pagesOf({ dossier, report }: ReadyPhase, documents?: readonly DocumentId[]): Promise<PageDecision> {
  const { planDocumentPages } = await import(/* webpackChunkName: "documents" */ '../documents/documents');
  return planDocumentPages(dossier, report, documents);
async function planOf({ dossier, report }: ReadyPhase, documents?: readonly DocumentId[]): Promise<Decision> {
  const { planDocuments } = await import(/* webpackChunkName: "documents" */ '../documents/documents');
  return planDocuments(dossier, report, documents);
}
