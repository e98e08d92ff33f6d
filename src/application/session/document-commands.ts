/** The commands on documents. The code that formats them is fetched when one is first asked for: the pane opens sooner. */
import type { DocumentId } from '../../documents/document';
import type { ChorusExtract } from '../../domain/reconciliation/extract';
import { success } from '../../domain/result';
import type { PlanWriter } from './plan-writer';
import type { Clock, OpenWorkbookFile, Timers } from '../ports';
import { comparisonCommands } from './comparison-commands';
import type { ReadyPhase } from './session-state';
import type { SessionStore } from './session-store';
import type { PageDecision } from './shown-preview';

export function documentCommands(
  store: SessionStore,
  writer: PlanWriter,
  clock: Clock,
  openFile: OpenWorkbookFile,
  timers: Timers,
) {
  return {
    ...comparisonCommands(store, writer, openFile, timers),

    /** Decides what the documents write (all of them when none is named), for the user to look at; nothing is written. */
    prepare(documents?: readonly DocumentId[]): Promise<void> {
      return writer.prepareOf((ready) => pagesOf(ready, documents));
    },

    /** The same, for one document that may be up to date. */
    preview(document: DocumentId): Promise<void> {
      return writer.prepareOf((ready) => pagesOf(ready, [document]), true);
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

async function pagesOf({ dossier, report }: ReadyPhase, documents?: readonly DocumentId[]): Promise<PageDecision> {
  const { planDocumentPages } = await import(/* webpackChunkName: "documents" */ '../documents/documents');
  return planDocumentPages(dossier, report, documents);
}
