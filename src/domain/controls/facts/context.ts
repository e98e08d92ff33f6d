/** What the controls are given: the convention, the ledger, its balances at a date, and who each row is charged to. */
import type { CivilDate } from '../../calendar/civil-date';
import type { Assignment } from '../../envelopes/assignment';
import type { Convention } from '../../envelopes/convention';
import type { Balances } from '../../envelopes/figures';
import type { Ledger, LedgerRow } from '../../envelopes/ledger';

/** The input of `runControls`. */
export interface ControlContext {
  readonly convention: Convention;
  readonly ledger: Ledger;
  readonly balances: Balances;
  readonly asOf: CivilDate;
  /** The envelope and the poste of a row, as `createAssigner` says; remembered there, so asking twice is cheap. */
  readonly assign: (row: LedgerRow) => Assignment;
}
