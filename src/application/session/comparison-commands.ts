/** The commands of « Depuis… »: what changed since another date, or since an earlier workbook. */
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Result } from '../../domain/result';
import type { Failure } from '../../workbook/failure';
import type { DossierComparison } from '../comparison/compare-dossiers';
import type { ControlledDossier } from '../control';
import type { Dossier } from '../dossier';
import type { OpenWorkbookFile, Timers } from '../ports';
import type { PlanWriter } from './plan-writer';
import type { ReadyPhase } from './session-state';
import type { SessionStore } from './session-store';
import type { PageDecision } from './shown-preview';
import { LARGE, SliceRun } from './slice-run';

export function comparisonCommands(
  store: SessionStore,
  writer: PlanWriter,
  openFile: OpenWorkbookFile,
  timers: Timers,
) {
  const comparing = new SliceRun(timers);
  let lastAsked = 0;
  return {
    /**
     * Compares with an earlier date, of this workbook or of another, and hands the result to `show`; in slices when
     * the ledgers are large. A newer comparison abandons the one under way.
     */
    async compare(
      after: ControlledDossier,
      from: CivilDate,
      earlier: Dossier | null,
      show: (comparison: DossierComparison) => void,
    ): Promise<void> {
      const asked = ++lastAsked;
      comparing.abandon();
      const { compareSinceInSlices } = await import(
        /* webpackChunkName: "comparison" */ '../comparison/compare-dossiers'
      );
      if (asked === lastAsked)
        await comparing.run(compareSinceInSlices(after, earlier, from), isLarge(after, earlier), show);
    },

    /** Abandons the comparison under way, which is then never shown. */
    stopComparing(): void {
      lastAsked++;
      comparing.abandon();
    },

    /** The same for the document that compares with an earlier date, of this workbook or of another. */
    prepareComparison(from: CivilDate, earlier: Dossier | null): Promise<void> {
      return writer.prepareOf((ready) => comparisonOf(ready, from, earlier, new SliceRun(timers)));
    },

    /** Opens an earlier workbook, which is read and never written; null once its refusal is shown. */
    async openEarlier(name: string, bytes: Uint8Array): Promise<Dossier | null> {
      const opened = await earlierDossier(name, bytes, openFile);
      if (!opened.ok) store.setFailure(opened.failure);
      return opened.ok ? opened.value : null;
    },
  };
}

async function comparisonOf(
  ready: ReadyPhase,
  from: CivilDate,
  earlier: Dossier | null,
  run: SliceRun,
): Promise<PageDecision> {
  const [{ compareSinceInSlices }, { comparisonPages }] = await Promise.all([
    import(/* webpackChunkName: "comparison" */ '../comparison/compare-dossiers'),
    import(/* webpackChunkName: "documents" */ '../comparison/comparison-document'),
  ]);
  let decision: PageDecision = null;
  await run.run(compareSinceInSlices(ready, earlier, from), isLarge(ready, earlier), (comparison) => {
    decision = comparisonPages(comparison);
  });
  return decision;
}

function isLarge({ dossier }: ControlledDossier, earlier: Dossier | null): boolean {
  return dossier.ledger.rows.length + (earlier ?? dossier).ledger.rows.length > LARGE;
}

async function earlierDossier(
  name: string,
  bytes: Uint8Array,
  openFile: OpenWorkbookFile,
): Promise<Result<Dossier, Failure>> {
  const [file, { openDossier }] = await Promise.all([
    openFile(bytes),
    import(/* webpackChunkName: "ledger-desk" */ '../open-dossier'),
  ]);
  return file.ok ? openDossier({ ...file.value, name }) : file;
}
