/** The field proposed for each column of the tables that may be the ledger, for the user to confirm. */
import type { AmountUnit } from '../../domain/money/amount-text';
import type { ColumnField } from '../../workbook/ledger/column-field';
import type { Failure } from '../../workbook/failure';
import type { IgnoredRow } from '../../workbook/ledger/ledger-source';

/** A column of a table of the team. */
export interface ColumnProposal {
  readonly heading: string;
  /** Its letter on the sheet. */
  readonly column: string;
  /** Null: no field of a ledger. */
  readonly field: ColumnField | null;
  /** From 0 to 1. */
  readonly confidence: number;
  /** `notUsed`: the user set the column aside. */
  readonly status: 'confirmed' | 'notUsed' | 'proposed' | 'unmapped';
  /** Unit of a column of amounts; `€` for the others. */
  readonly unit: AmountUnit;
  readonly examples: readonly string[];
}

/** One table of a source. Rows are those of the sheet, from 1. */
export interface TableProposal {
  readonly headingRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
  /** False: left out, too few of its columns are recognised. */
  readonly isPart: boolean;
  readonly columns: readonly ColumnProposal[];
}

/** Why a confirmed mapping is asked again. */
export type MappingChange =
  | { readonly kind: 'headingGone'; readonly heading: string; readonly field: ColumnField }
  /** A new heading says the field better than the confirmed one. */
  | {
      readonly kind: 'betterHeading';
      readonly heading: string;
      readonly field: ColumnField;
      readonly confirmed: string;
    }
  /** A new heading says a field that had none. */
  | { readonly kind: 'newHeading'; readonly heading: string; readonly field: ColumnField };

/** An Excel Table or a sheet that may be the ledger. */
export interface SourceProposal {
  /** Its name in `ENV_Colonnes`. */
  readonly name: string;
  readonly sheet: string;
  readonly isTable: boolean;
  readonly isHidden: boolean;
  /** True when the controls read it. */
  readonly isRead: boolean;
  readonly isConfirmed: boolean;
  /** True when it was never confirmed, or when the headings changed since. */
  readonly needsConfirmation: boolean;
  readonly changes: readonly MappingChange[];
  readonly tables: readonly TableProposal[];
  /** Rows that are not counted, with the reason. */
  readonly ignored: readonly { readonly row: number; readonly reason: IgnoredRow['reason'] }[];
}

export interface MappingProposal {
  readonly sources: readonly SourceProposal[];
  /** Why the ledger cannot be chosen yet; null when it can. */
  readonly refusal: Failure | null;
}
