/** The commands on findings: repair, acceptance. Their code is fetched when first asked for. */
import type { Finding } from '../../domain/controls/findings/finding';
import type { ControlReport } from '../dossier';
import { success, type Result } from '../../domain/result';
import type { Failure } from '../../workbook/failure';
import type { WritePlan } from '../../workbook/plan';
import type { Clock } from '../ports';
import type { SeenReading, SeenFinding } from '../writing/findings-after';
import type { PlanWriter } from './plan-writer';
import type { SessionStore } from './session-store';

export function findingCommands(store: SessionStore, writer: PlanWriter, clock: Clock) {
  return {
    /** Repairs the cells of these findings, where the right value is certain, wherever their rows are now. */
    repair(seen: readonly SeenFinding[]): Promise<void> {
      return writer.writeOf((ready) => repairOf(seen, ready));
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
        const plan = planAcceptance(ready.dossier, ready.report, found, { ...given, on: clock.today() });
        return leavingAlone(plan, seen.length - found.length);
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

/** The plan that repairs what is still as it was seen; with the number of cells that are not. */
async function repairOf(seen: readonly SeenFinding[], now: SeenReading): Promise<Result<WritePlan, Failure>> {
  const { correctionsOf, planRepair } = await import(/* webpackChunkName: "repair" */ '../writing/repair');
  const plan = planRepair(now.dossier, await stillFound(seen, now));
  if (!plan.ok) return plan;
  const shown = [...byReading(seen)].flatMap(([{ dossier }, findings]) => correctionsOf(dossier, findings));
  return leavingAlone(plan, shown.length - plan.value.steps.length);
}

function leavingAlone(plan: Result<WritePlan, Failure>, leftAlone: number): Result<WritePlan, Failure> {
  return plan.ok && leftAlone > 0 ? success({ ...plan.value, leftAlone }) : plan;
}

/**
 * The findings of the screen, in the last reading: a row may have moved since, be repaired already, or hold the words
 * of somebody else, which are left alone.
 */
async function stillFound(seen: readonly SeenFinding[], now: SeenReading): Promise<readonly Finding[]> {
  if (seen.every(({ reading }) => reading.dossier === now.dossier)) return seen.map(({ finding }) => finding);
  const { findingsAfter } = await import(/* webpackChunkName: "repair" */ '../writing/findings-after');
  return [...byReading(seen)].flatMap(([before, findings]) =>
    before.dossier === now.dossier ? findings : findingsAfter(findings, before, now),
  );
}

function byReading(seen: readonly SeenFinding[]): ReadonlyMap<SeenReading, readonly Finding[]> {
  const found = new Map<SeenReading, Finding[]>();
  for (const { finding, reading } of seen) {
    const known = found.get(reading);
    if (known) known.push(finding);
    else found.set(reading, [finding]);
  }
  return found;
}
