/** The commands on what is due to the délégant: requests and duties. Their code is fetched when first asked for. */
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { DueCell, RequestGiven } from '../writing/due-registers';
import type { PlanWriter } from './plan-writer';
import type { SessionStore } from './session-store';

export function dutyCommands(store: SessionStore, writer: PlanWriter) {
  const registers = () => import(/* webpackChunkName: "duty-writing" */ '../writing/due-registers');
  return {
    /** Adds a request to the register. */
    addRequest(given: RequestGiven): Promise<void> {
      return writer.write(async () => {
        const workbook = store.workbook();
        const { planRequest } = await registers();
        return workbook && planRequest(workbook, given);
      });
    },

    /** Writes the day of an answer, of a duty done, or the day agreed on for a duty. */
    setDate(cell: DueCell, date: CivilDate): Promise<void> {
      return writer.write(async () => {
        const workbook = store.workbook();
        const { planDate } = await registers();
        return workbook && planDate(workbook, cell, date);
      });
    },
  };
}
