/** The actions that the rows of the list call. */
import type { Finding } from '../../domain/controls/findings/finding';
import type { Entry } from './finding-entries';
import type { Group } from './finding-groups';
import type { GroupRow, ListRow, SectionRow } from './finding-list';
import type { FindingViews } from './finding-views';

export interface FindingActions {
  readonly views: FindingViews;
  /** True while something is written: no other decision can be made. */
  readonly isBusy: boolean;
  /** The user is on this row. */
  onReach(row: ListRow): void;
  onToggle(row: SectionRow | GroupRow): void;
  /** Shows the cell of a finding. */
  onGo(finding: Finding): void;
  /** Carries a decision on a row out; the focus then goes to the next one. */
  onDecide(row: ListRow, act: () => Promise<void>): Promise<void>;
  /** Asks for a reason; `isWhole`: for the whole group. */
  onAccept(entry: Entry | undefined, group: Group, isWhole: boolean): void;
  /** Shows the corrections of these findings before they are written. */
  onCorrect(entries: readonly Entry[]): void;
}
