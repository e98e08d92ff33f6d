/** The content of a workbook that has no convention yet: tables that look like a ledger, sheets that do not. */
import type { ColumnProposal, MappingProposal } from '../../application/writing/mapping-proposal';
import type { ReadingEntry } from '../../workbook/reading/account';
import type { WorkbookSnapshot } from '../../workbook/snapshot';

/** A table that looks like a ledger. Rows are those of the sheet, from 1. */
export interface FoundLedger {
  /** The Excel Table, or the sheet. */
  readonly name: string;
  readonly sheet: string;
  readonly headingRow: number;
  readonly rows: number;
  readonly ignored: number;
  /** Columns with a field, the surest ones last, so that those to check are seen. */
  readonly known: readonly ColumnProposal[];
  readonly unknown: readonly ColumnProposal[];
}

/** Why a sheet is not read. */
export type NotRead = 'noAmount' | 'notALedger';

export interface Found {
  readonly tables: readonly FoundLedger[];
  readonly others: readonly { readonly sheet: string; readonly why: NotRead }[];
  /** True when no sheet holds anything. */
  readonly isEmpty: boolean;
}

/** A confidence under which a person should look. */
const SURE = 0.8;

/** True for a column whose field should be checked. */
export function isToCheck({ status, confidence }: ColumnProposal): boolean {
  return status === 'proposed' && confidence < SURE;
}

/** The content of a workbook. */
export function foundIn(
  workbook: WorkbookSnapshot | null,
  proposal: MappingProposal | null,
  entries: readonly ReadingEntry[],
): Found {
  const tables = (proposal?.sources ?? []).flatMap(({ name, sheet, tables: parts, ignored }) =>
    parts
      .filter(({ isPart, columns }) => isPart && columns.some(({ field }) => field !== null))
      .map(({ headingRow, firstRow, lastRow, columns }, part): FoundLedger => {
        const known = columns.filter(({ field }) => field !== null);
        return {
          name,
          sheet,
          headingRow,
          rows: lastRow - firstRow + 1,
          ignored: part === 0 ? ignored.length : 0,
          known: [...known.filter(isToCheck), ...known.filter((column) => !isToCheck(column))],
          unknown: columns.filter(({ field }) => field === null),
        };
      }),
  );
  const used = (workbook?.sheets ?? []).filter((sheet) => sheet.used !== null);
  const shown = new Set(tables.map(({ sheet }) => sheet));
  const hasAmounts = new Set(entries.map(({ sheet }) => sheet));
  const others = used
    .filter(({ name }) => !shown.has(name))
    .map(({ name }) => ({ sheet: name, why: hasAmounts.has(name) ? ('notALedger' as const) : ('noAmount' as const) }));
  return { tables, others, isEmpty: used.length === 0 };
}
