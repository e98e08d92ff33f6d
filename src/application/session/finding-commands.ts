/** The commands on findings: repair, acceptance. Their code is fetched when first asked for. */
import type { Finding } from '../../domain/controls/findings/finding';
import type { Clock } from '../ports';
import type { ControlReport } from '../dossier';
import type { PlanWriter } from './plan-writer';
import type { SessionStore } from './session-store';

export function findingCommands(store: SessionStore, writer: PlanWriter, clock: Clock) {
  return {
    /** Repairs the cells of these findings, where the right value is certain. */
    repair(findings: readonly Finding[]): Promise<void> {
      return writer.writeOf(async ({ dossier }) => {
        const { planRepair } = await import(/* webpackChunkName: "repair" */ '../writing/repair');
        return planRepair(dossier, findings);
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

    /** Accepts a finding, today; its author is the user from then on. */
    accept(finding: Finding, given: { readonly reason: string; readonly author: string }): Promise<void> {
      store.set({ author: given.author.trim() });
      return writer.writeOf(async ({ dossier, report }) => {
        const { planAcceptance } = await import(/* webpackChunkName: "acceptance" */ '../writing/accept');
        return planAcceptance(dossier, report, [finding], { ...given, on: clock.today() });
      });
    },

    /** Reopens an accepted finding; `accepted` lists those of the reconciliation, which the controls do not know. */
    reopen(finding: Finding, accepted?: ControlReport['accepted']): Promise<void> {
      return writer.writeOf(async ({ dossier, report }) => {
        const { planReopen } = await import(/* webpackChunkName: "acceptance" */ '../writing/accept');
        return planReopen(dossier, accepted ? { accepted } : report, [finding]);
      });
    },
  };
}
