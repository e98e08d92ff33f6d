/** The commands on the formulas that call ENVELOPE functions. Their code is fetched when first asked for. */
import type { PlanWriter } from './plan-writer';
import type { SessionStore } from './session-store';

export function formulaCommands(store: SessionStore, writer: PlanWriter) {
  return {
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
      return writer.write(async () => {
        const workbook = store.workbook();
        const { planValues } = await import(/* webpackChunkName: "formulas" */ '../writing/our-formulas');
        return workbook && planValues(workbook);
      });
    },
  };
}
