/** The commands on rows of the ledger. Their code is fetched when first asked for. */
import type { NewRow } from '../writing/new-row';
import type { PlanWriter } from './plan-writer';

export function rowCommands(writer: PlanWriter) {
  return {
    /** Writes a row under the table of the ledger. */
    add(newRow: NewRow): Promise<void> {
      return writer.writeOf(async ({ dossier }) => {
        const { planNewRow } = await import(/* webpackChunkName: "new-row" */ '../writing/new-row');
        return planNewRow(dossier, newRow);
      });
    },

    /** Gives the columns of the ledger their lists to choose from, or takes them away. */
    setLists(areThere: boolean): Promise<void> {
      return writer.writeOf(async ({ dossier }) => {
        const { planLists, planNoLists } = await import(/* webpackChunkName: "entry-aids" */ '../writing/choice-lists');
        return areThere ? planLists(dossier) : planNoLists(dossier);
      });
    },

    /** Adds the column of checks beside the ledger or completes it, or removes it. */
    setStatusColumn(isThere: boolean): Promise<void> {
      return writer.writeOf(async ({ dossier }) => {
        const aids = await import(/* webpackChunkName: "entry-aids" */ '../writing/status-column');
        return isThere ? aids.planStatusColumn(dossier) : aids.planNoStatusColumn(dossier.workbook);
      });
    },
  };
}
