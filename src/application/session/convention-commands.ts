/** The commands that set a workbook up: its convention, its columns. Their code is fetched when first asked for. */
import type { Convention } from '../../domain/envelopes/convention';
import type { ColumnChoice } from '../../workbook/registers/column-choices';
import type { PlanWriter } from './plan-writer';
import type { SessionStore } from './session-store';

export function conventionCommands(store: SessionStore, writer: PlanWriter) {
  return {
    /** Adds the tables of a convention to the workbook: one of the product's by its identifier, or any other. */
    initialise(convention: string | Convention): Promise<void> {
      return writer.write(async () => {
        const { phase } = store.state();
        if (phase.kind !== 'refused' || !phase.workbook) return null;
        const { planTemplate } = await import(/* webpackChunkName: "welcome" */ '../writing/initialise');
        return planTemplate(phase.workbook, convention);
      });
    },

    /** Keeps the fields that the user confirmed for the columns; a workbook that lacked them is then controlled. */
    confirmColumns(choices: readonly ColumnChoice[]): Promise<void> {
      return writer.write(async () => {
        const workbook = store.workbook();
        const { planMapping } = await import(/* webpackChunkName: "mapping" */ '../writing/keep-mapping');
        return workbook && planMapping(workbook, choices);
      });
    },
  };
}
