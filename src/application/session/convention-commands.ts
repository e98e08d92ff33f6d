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

    /** Moves the registers of an earlier version to sheets by purpose. */
    moveRegisters(): Promise<void> {
      return writer.write(async () => {
        const workbook = store.workbook();
        const { planMoveRegisters } = await import(/* webpackChunkName: "registers" */ '../writing/move-registers');
        return workbook && planMoveRegisters(workbook);
      });
    },

    /** Adds the table Suivi, with the columns that the convention needs, to a workbook without a ledger. */
    startLedger(): Promise<void> {
      return writer.write(async () => {
        const { phase } = store.state();
        if (phase.kind !== 'refused' || !phase.workbook || !phase.convention) return null;
        const { planNewLedger } = await import(/* webpackChunkName: "welcome" */ '../writing/start-ledger');
        return planNewLedger(phase.workbook, phase.convention);
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
