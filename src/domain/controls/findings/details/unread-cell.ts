/** Cells of the registers that cannot be read, in the details of a finding. */
import type { CellFault } from '../../../unread-cells';

/** A cell of a register that cannot be read, as a finding has it. */
export interface UnreadCellDetails {
  /** A French heading of its register. */
  readonly column: string;
  /** Its text; empty where one is missing. */
  readonly unread: string;
  /** The texts that are understood there, which a new version may lengthen; empty where they are no list. */
  readonly expected: string;
  /** Absent: for another reason. */
  readonly fault?: CellFault;
}
