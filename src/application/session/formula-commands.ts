/** The commands on the formulas that call ENVELOPE functions. Their code is fetched when first asked for. */
import type { LiveWorkbook } from '../ports';
import type { PlanWriter } from './plan-writer';
import type { SessionStore } from './session-store';

export function formulaCommands(store: SessionStore, writer: PlanWriter, live: LiveWorkbook) {
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
      return writer.write(async () => {
        const workbook = store.workbook();
        const { planValues } = await import(/* webpackChunkName: "formulas" */ '../writing/our-formulas');
        return workbook && planValues(workbook);
      });
    },
  };
}
