/**
 * The commands on the account of reading: the user decides on a place of the workbook, which is then read again. Their
 * code is fetched when first asked for.
 */
import type { Area } from '../../workbook/cells';
import type { ReadingDecision } from '../../workbook/registers/reading-choices';
import type { Clock, LiveWorkbook, SelectedRange } from '../ports';
import type { PlanWriter } from './plan-writer';
import type { SessionStore } from './session-store';
import type { TaskQueue } from './task-queue';

/** A place of the workbook; the whole sheet without an area. */
export interface DecidedPlace {
  readonly sheet: string;
  readonly area: Area | null;
}

export function readingCommands(
  store: SessionStore,
  queue: TaskQueue,
  writer: PlanWriter,
  live: LiveWorkbook,
  clock: Clock,
) {
  const decide = (place: DecidedPlace, decision: ReadingDecision, reason: string): Promise<void> =>
    writer.write(async () => {
      const workbook = store.workbook();
      const { planSetAside } = await import(/* webpackChunkName: "set-aside" */ '../writing/set-aside');
      const by = store.state().author;
      const read = store.ready()?.dossier ?? { blocks: [], account: [] };
      return workbook && planSetAside(workbook, { ...place, decision, reason, by, on: clock.today() }, read);
    });
  return {
    /** Leaves a place out of the figures, with a reason, today; its author is the user from then on. */
    setAside(place: DecidedPlace, given: { readonly reason: string; readonly author: string }): Promise<void> {
      store.set({ author: given.author.trim() });
      return decide(place, 'setAside', given.reason);
    },

    /** Reads a place as a part of the ledger. */
    addToLedger(place: DecidedPlace): Promise<void> {
      return decide(place, 'ledger', '');
    },

    /** Makes the Excel Table above these rows take them in. */
    extendTable({ sheet, area }: DecidedPlace): Promise<void> {
      return writer.write(async () => {
        const workbook = store.workbook();
        const { planExtendTable } = await import(/* webpackChunkName: "extend-table" */ '../writing/extend-table');
        return workbook && area && planExtendTable(workbook, { sheet, area });
      });
    },

    /** Reads these rows as the headings of a table of the ledger. */
    nameHeadings(place: SelectedRange): Promise<void> {
      return decide(place, 'headings', '');
    },

    /** The range that the user has selected; null, and the failure is shown, when it is not one range. */
    async selection(): Promise<SelectedRange | null> {
      let selected: SelectedRange | null = null;
      await queue.run(async () => {
        const answer = await live.selection();
        if (answer.ok) selected = answer.value;
        else store.setFailure(answer.failure);
      });
      return selected;
    },
  };
}
