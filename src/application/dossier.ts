/**
 * The contents of one workbook as the product reads it, and the report of its controls at a date. Both are plain data,
 * rebuilt from the workbook alone.
 */
import type { CivilDate } from '../domain/calendar/civil-date';
import type { Acceptance } from '../domain/controls/findings/acceptance';
import type { Finding } from '../domain/controls/findings/finding';
import type { Convention } from '../domain/envelopes/convention';
import type { ChargedLedger } from '../domain/envelopes/charged-ledger';
import type { Balances, UncheckedRow } from '../domain/envelopes/figures';
import type { Ledger } from '../domain/envelopes/ledger';
import type { LeftTable } from '../workbook/ledger/choice/left-tables';
import type { IgnoredRow, LedgerBlock } from '../workbook/ledger/ledger-source';
import type { ReadingEntry } from '../workbook/reading/account';
import type { IdlePlace } from '../workbook/reading/idle-columns';
import type { WorkbookSnapshot } from '../workbook/snapshot';

export interface Dossier {
  readonly workbook: WorkbookSnapshot;
  readonly convention: Convention;
  /** `workbook`: read from the ENV_ tables; `named`: given by the user (`--convention`), whatever the workbook has. */
  readonly conventionFrom: 'workbook' | 'named';
  readonly ledger: Ledger;
  readonly blocks: readonly LedgerBlock[];
  /** Tables of operations that are no part of the ledger, with the reason. */
  readonly left: readonly LeftTable[];
  readonly ignored: readonly IgnoredRow[];
  /** Every place of the workbook that holds amounts, and what was made of it. */
  readonly account: readonly ReadingEntry[];
  /** The columns of the ledger that no figure uses. */
  readonly idle: readonly IdlePlace[];
}

export interface ControlReport {
  readonly asOf: CivilDate;
  /** Who each row is charged to, for everything that is computed from this report. */
  readonly charged: ChargedLedger;
  readonly balances: Balances;
  /** In reading order of the workbook, then in the order of the registry. */
  readonly findings: readonly Finding[];
  /**
   * Findings accepted with a reason that is still valid: they stay in `findings` and no longer fail the command line.
   */
  readonly accepted: ReadonlyMap<Finding, Acceptance>;
  /** Acceptances that match no finding: the row changed, or the fault is gone. */
  readonly unmatchedAcceptances: readonly Acceptance[];
  readonly unchecked: readonly UncheckedRow[];
  readonly rows: RowCounts;
  /** False when no row of the ledger has an amount of AE or CP: its figures are zeros that conform to nothing. */
  readonly hasAmounts: boolean;
}

/** The extent of a control: whether there was anything to find. */
export type ControlExtent = Pick<ControlReport, 'rows' | 'hasAmounts'>;

/** `read` = `checked` + `unchecked` + `ignored`, over the rows that are not empty. */
export interface RowCounts {
  readonly read: number;
  readonly checked: number;
  readonly unchecked: number;
  readonly ignored: number;
}
