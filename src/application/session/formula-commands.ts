/** The commands on the formulas that call ENVELOPE functions. Their code is fetched when first asked for. */
import { failure } from '../../domain/result';
import type { LiveWorkbook, Timers } from '../ports';
import type { Decision, PlanWriter } from './plan-writer';
import type { SessionStore } from './session-store';
import type { WorkbookFollower } from './workbook-follower';

/** How often, and how many milliseconds apart, a freeze asks whether Excel has calculated. */
const [MOST_ASKED, BETWEEN] = [10, 500];

export function formulaCommands(
  store: SessionStore,
  writer: PlanWriter,
  follower: WorkbookFollower,
  live: LiveWorkbook,
  timers: Timers,
) {
  /** On the values that Excel has calculated since the last reading, from the answers that it was then given. */
  async function decideValues(): Promise<Decision> {
    const { planValues } = await import(/* webpackChunkName: "formulas" */ '../writing/our-formulas');
    for (let asked = 1; ; asked++) {
      const calculated = await live.calculated();
      if (!calculated.ok) return calculated;
      let decided: Decision = failure({ code: 'notCalculated', place: null });
      if (calculated.value) {
        if (!(await follower.load('read'))) return null;
        const workbook = store.workbook();
        decided = workbook && planValues(workbook, store.state().functions);
      }
      if (!decided || decided.ok || decided.failure.code !== 'notCalculated' || asked === MOST_ASKED) return decided;
      await new Promise<void>((resolve) => void timers.after(BETWEEN, resolve));
    }
  }

  return {
    /** Writes a formula in the cell that the user has selected, which must be empty. */
    insert(formula: string): Promise<void> {
      return writer.write(async () => {
        const selected = await live.selection();
        if (!selected.ok) return selected;
        const workbook = store.workbook();
        const { planFormula } = await import(/* webpackChunkName: "help" */ '../writing/insert-formula');
        return workbook && planFormula(workbook, selected.value, formula);
      });
    },

    /** Enters the formulas again that Excel left at `#NAME?`. */
    correct(): Promise<void> {
      return writer.write(async () => {
        const workbook = store.workbook();
        const { planFormulas } = await import(/* webpackChunkName: "formulas" */ '../writing/our-formulas');
        return workbook && planFormulas(workbook);
      });
    },

    /** Replaces the formulas by their values, for readers without the add-in. */
    freeze(): Promise<void> {
      return writer.write(decideValues);
    },
  };
}
