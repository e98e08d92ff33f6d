/**
 * The plan that the user is looking at, and the decision behind it. After each reading it is decided again: it stays
 * while the plan is the same, whatever else changed in the workbook, and is closed with its reason otherwise.
 */
import type { Result } from '../../domain/result';
import type { Failure } from '../../workbook/failure';
import type { PlannedPages } from '../documents/written-pages';
import { summarisePlan } from '../writing/plan-summary';
import type { Notice, Prepared, ReadyPhase } from './session-state';
import type { SessionStore } from './session-store';

/** A plan with the pages that it makes, why there is none, or null. */
export type PageDecision = Result<PlannedPages, Failure> | null;

export type DecidePages = (ready: ReadyPhase) => Promise<PageDecision>;

/** A preview on its way to be written. */
interface TakenPreview {
  readonly prepared: Prepared;
  readonly decide: DecidePages;
}

export class ShownPreview {
  /** Null while there is no preview, or while it is being written. */
  private decide: DecidePages | null = null;

  constructor(private readonly store: SessionStore) {}

  /** Shows a plan, and its notice. */
  show(planned: PlannedPages, decide: DecidePages, notice: Notice | null): void {
    this.decide = decide;
    this.store.set({ prepared: preparedOf(planned), notice });
  }

  /** The preview that is shown, to be written: it is not reviewed until then. Null when nothing is shown. */
  take(): TakenPreview | null {
    const { decide } = this;
    const { prepared } = this.store.state();
    this.decide = null;
    return prepared && decide && { prepared, decide };
  }

  /** Gives back a preview that could not be written, the workbook being out of reach. */
  giveBack({ decide }: TakenPreview): void {
    this.decide = decide;
  }

  /** Closes the preview, if there is one, with its reason. */
  overtake(): void {
    this.decide = null;
    if (this.store.state().prepared) this.store.set({ prepared: null, notice: { kind: 'previewOvertaken' } });
  }

  /** Decides again on the figures now shown. */
  async review(): Promise<void> {
    const { decide } = this;
    const { prepared } = this.store.state();
    const ready = this.store.ready();
    if (!decide || !prepared || !ready) return;
    const decided = await decide(ready);
    if (this.decide !== decide || this.store.state().prepared !== prepared) return;
    if (decided?.ok && isSamePlan(decided.value, prepared)) this.store.set({ prepared: preparedOf(decided.value) });
    else this.overtake();
  }
}

/** True when both would write the same. */
export function isSamePlan(one: Pick<PlannedPages, 'plan'>, other: Pick<PlannedPages, 'plan'>): boolean {
  return JSON.stringify(one.plan) === JSON.stringify(other.plan);
}

function preparedOf({ plan, pages }: PlannedPages): Prepared {
  return { plan, pages, summary: summarisePlan(plan) };
}
