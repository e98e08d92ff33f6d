/** The commands on findings: repair, acceptance. Their code is fetched when first asked for. */
import type { Finding } from '../../domain/controls/findings/finding';
import type { Clock } from '../ports';
import type { ControlReport } from '../dossier';
import type { PlanWriter } from './plan-writer';
import type { ReadyPhase } from './session-state';
import type { SessionStore } from './session-store';

export function findingCommands(store: SessionStore, writer: PlanWriter, clock: Clock) {
  return {
    /** Repairs the cells of these findings, where the right value is certain, wherever their rows are now. */
    repair(findings: readonly Finding[]): Promise<void> {
      const before = store.ready();
      return writer.writeOf(async (ready) => {
        const { planRepair } = await import(/* webpackChunkName: "repair" */ '../writing/repair');
        return planRepair(ready.dossier, await stillFound(findings, before, ready));
      });
    },

    /** Repairs every cell whose right value is certain, those of accepted findings excepted. */
    repairAll(): Promise<void> {
      return writer.writeOf(async ({ dossier, report }) => {
        const { isRepairable, planRepair } = await import(/* webpackChunkName: "repair" */ '../writing/repair');
        return planRepair(
          dossier,
          report.findings.filter((finding) => !report.accepted.has(finding) && isRepairable(dossier, finding)),
        );
      });
    },

    /** Accepts findings for one reason, today; its author is the user from then on. */
    accept(findings: readonly Finding[], given: { readonly reason: string; readonly author: string }): Promise<void> {
      store.set({ author: given.author.trim() });
      const before = store.ready();
      return writer.writeOf(async (ready) => {
        const { planAcceptance } = await import(/* webpackChunkName: "acceptance" */ '../writing/accept');
        const found = await stillFound(findings, before, ready);
        return planAcceptance(ready.dossier, ready.report, found, { ...given, on: clock.today() });
      });
    },

    /** Reopens an accepted finding; `accepted` lists those of the reconciliation, which the controls do not know. */
    reopen(finding: Finding, accepted?: ControlReport['accepted']): Promise<void> {
      const before = store.ready();
      return writer.writeOf(async (ready) => {
        const { planReopen } = await import(/* webpackChunkName: "acceptance" */ '../writing/accept');
        if (accepted) return planReopen(ready.dossier, { accepted }, [finding]);
        return planReopen(ready.dossier, ready.report, await stillFound([finding], before, ready));
      });
    },
  };
}

/** The findings of the screen, in the reading that was made since: a row may have moved, or be repaired already. */
async function stillFound(
  findings: readonly Finding[],
  before: ReadyPhase | null,
  now: ReadyPhase,
): Promise<readonly Finding[]> {
  if (!before || before.dossier === now.dossier) return findings;
  const { findingsAfter } = await import(/* webpackChunkName: "repair" */ '../writing/findings-after');
  return findingsAfter(findings, before, now);
}
