/** The commands on documents. The code that formats them is fetched when one is first asked for: the pane opens sooner. */
import type { DocumentId } from '../../documents/document';
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { ChorusExtract } from '../../domain/reconciliation/extract';
import type { Result } from '../../domain/result';
import type { Failure } from '../../workbook/failure';
import type { Dossier } from '../dossier';
import type { Clock, OpenWorkbookFile } from '../ports';
import type { Decision, PlanWriter } from './plan-writer';
import type { ReadyPhase } from './session-state';
import type { SessionStore } from './session-store';

export function documentCommands(store: SessionStore, writer: PlanWriter, clock: Clock, openFile: OpenWorkbookFile) {
  return {
    /** Decides what the documents write, for the user to look at; nothing is written. */
    prepare(documents: readonly DocumentId[]): Promise<void> {
      return writer.prepareOf((ready) => planOf(ready, documents));
    },

    /** The same for the document of the reconciliation with these extracts. */
    prepareReconciliation(extracts: readonly ChorusExtract[]): Promise<void> {
      return writer.prepareOf(async ({ dossier, report }) => {
        const { planReconciliation } = await import(
          /* webpackChunkName: "reconciliation" */ '../reconciliation/reconciliation-document'
        );
        return planReconciliation(dossier, report, extracts);
      });
    },

    /** The same for the document that compares with an earlier date, of this workbook or of another. */
    prepareComparison(from: CivilDate, earlier: Dossier | null): Promise<void> {
      return writer.prepareOf((ready) => comparisonOf(ready, from, earlier));
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

    /** Writes documents without a preview (all of them when none is named), for the ribbon. */
    generate(documents?: readonly DocumentId[]): Promise<void> {
      return writer.writeOf((ready) => planOf(ready, documents));
    },

    /** Copies documents, with their values only, on new sheets that nothing rewrites. */
    freeze(documents: readonly DocumentId[]): Promise<void> {
      return writer.writeOf(async ({ dossier, report }) => {
        const { planFrozenCopies } = await import(/* webpackChunkName: "documents" */ '../documents/frozen-copies');
        return planFrozenCopies(dossier, report, clock.today(), documents);
      });
    },
  };
}

async function comparisonOf(ready: ReadyPhase, from: CivilDate, earlier: Dossier | null): Promise<Decision> {
  const [{ compareSince }, { planComparison }] = await Promise.all([
    import(/* webpackChunkName: "comparison" */ '../comparison/compare-dossiers'),
    import(/* webpackChunkName: "documents" */ '../comparison/comparison-document'),
  ]);
  return planComparison(compareSince(ready, earlier, from));
}

async function earlierDossier(bytes: Uint8Array, openFile: OpenWorkbookFile): Promise<Result<Dossier, Failure>> {
  const [file, { openDossier }] = await Promise.all([
    openFile(bytes),
    import(/* webpackChunkName: "ledger-desk" */ '../open-dossier'),
  ]);
  return file.ok ? openDossier(file.value) : file;
}

async function planOf({ dossier, report }: ReadyPhase, documents?: readonly DocumentId[]): Promise<Decision> {
  const { planDocuments } = await import(/* webpackChunkName: "documents" */ '../documents/documents');
  return planDocuments(dossier, report, documents);
}
