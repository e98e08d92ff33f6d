/** The commands on findings: repair, acceptance. Their code is fetched when first asked for. */
import type { Finding } from '../../domain/controls/findings/finding';
import type { ControlReport } from '../dossier';
import { success } from '../../domain/result';
import type { Clock } from '../ports';
import type { SeenReading, SeenFinding } from '../writing/findings-after';
import type { PlanWriter } from './plan-writer';
import type { SessionStore } from './session-store';

export function findingCommands(store: SessionStore, writer: PlanWriter, clock: Clock) {
  return {
    /** Repairs the cells of these findings, where the right value is certain, wherever their rows are now. */
    repair(seen: readonly SeenFinding[]): Promise<void> {
      return writer.writeOf(async (ready) => {
        const { planRepair } = await import(/* webpackChunkName: "repair" */ '../writing/repair');
        const found = await stillFound(seen, ready);
        const plan = planRepair(ready.dossier, found);
        const leftAlone = seen.length - found.length;
        return plan.ok && leftAlone > 0 ? success({ ...plan.value, leftAlone }) : plan;
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
    accept(seen: readonly SeenFinding[], given: { readonly reason: string; readonly author: string }): Promise<void> {
      store.set({ author: given.author.trim() });
      return writer.writeOf(async (ready) => {
        const { planAcceptance } = await import(/* webpackChunkName: "acceptance" */ '../writing/accept');
        const found = await stillFound(seen, ready);
        return planAcceptance(ready.dossier, ready.report, found, { ...given, on: clock.today() });
      });
    },

    /** Reopens an accepted finding. */
    reopen(seen: SeenFinding): Promise<void> {
      return writer.writeOf(async (ready) => {
        const { planReopen } = await import(/* webpackChunkName: "acceptance" */ '../writing/accept');
        return planReopen(ready.dossier, ready.report, await stillFound([seen], ready));
      });
    },

    /** As `accept`, for a finding of the reconciliation: the controls, and so a new reading, do not know it. */
    acceptGap(finding: Finding, given: { readonly reason: string; readonly author: string }): Promise<void> {
      store.set({ author: given.author.trim() });
      return writer.writeOf(async ({ dossier, report }) => {
        const { planAcceptance } = await import(/* webpackChunkName: "acceptance" */ '../writing/accept');
        return planAcceptance(dossier, report, [finding], { ...given, on: clock.today() });
      });
    },

    /** As `reopen`, for a finding of the reconciliation; `accepted` lists those that are. */
    reopenGap(finding: Finding, accepted: ControlReport['accepted']): Promise<void> {
      return writer.writeOf(async ({ dossier }) => {
        const { planReopen } = await import(/* webpackChunkName: "acceptance" */ '../writing/accept');
        return planReopen(dossier, { accepted }, [finding]);
      });
    },
  };
}

/**
 * The findings of the screen, in the last reading: a row may have moved since, be repaired already, or hold the words
 * of somebody else, which are left alone.
 */
async function stillFound(seen: readonly SeenFinding[], now: SeenReading): Promise<readonly Finding[]> {
  if (seen.every(({ reading }) => reading.dossier === now.dossier)) return seen.map(({ finding }) => finding);
  const { findingsAfter } = await import(/* webpackChunkName: "repair" */ '../writing/findings-after');
  const readings = new Set(seen.map(({ reading }) => reading));
  return [...readings].flatMap((before) => {
    const findings = seen.flatMap(({ finding, reading }) => (reading === before ? [finding] : []));
    return before.dossier === now.dossier ? findings : findingsAfter(findings, before, now);
  });
}
