/**
 * Steps that only a file can carry out, beside those of a plan: exact looks, results, rules and set-ups of a workbook
 * that somebody edited outside Excel. Members that are absent stay as the file has them.
 */
import type { Area, CellValue } from '../../../workbook/cells';
import type { WritePlan, WriteStep } from '../../../workbook/plan';
import type { LookStyle } from '../read/look/style-looks';
import type { ChoiceLook, HighlightLook } from '../read/read-look';
import type { PrintLook } from '../read/read-print';

/** A member set to null goes back to the default. */
export interface LookChange {
  /** `General` for none. */
  readonly numberFormat?: string;
  readonly style?: { readonly [Member in keyof LookStyle]?: LookStyle[Member] | null };
}

export interface PlacedLook extends LookChange {
  readonly row: number;
  readonly column: number;
}

/** The result of a formula that stays as it is. */
export interface PlacedResult {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
}

export interface RowLookChange {
  /** Pixels; null leaves the height to Excel. Excel fits it again when the contents change. */
  readonly height?: number | null;
  readonly hidden?: boolean;
}

/** A list of choices to add; the title is that of its message about another value, which is accepted. */
export interface WrittenChoice extends ChoiceLook {
  readonly title?: string;
}

export type PrintChange = Partial<PrintLook> & { readonly paper?: string };

export interface TableChange {
  readonly newName?: string;
  /** Headings, data, and the totals row when there is one; it keeps its first cell and its columns. */
  readonly area?: Area;
  readonly columns?: readonly string[];
  readonly hasTotalsRow?: boolean;
  readonly style?: string;
}

/** A name of the workbook (null) or of one sheet. */
export interface ScopedName {
  readonly scope: string | null;
  readonly name: string;
}

export type FileStep =
  /** With every reference to it: formulas, names, rules, charts, pivot tables. */
  | { readonly kind: 'renameSheet'; readonly sheet: string; readonly name: string }
  | {
      readonly kind: 'dressSheet';
      readonly sheet: string;
      readonly visibility?: 'visible' | 'hidden' | 'veryHidden';
      /** `RRGGBB`; null for none. */
      readonly tabColor?: string | null;
      readonly showGridlines?: boolean;
    }
  /** Every sheet, in the new order. */
  | { readonly kind: 'orderSheets'; readonly sheets: readonly string[] }
  | { readonly kind: 'setLooks'; readonly sheet: string; readonly looks: readonly PlacedLook[] }
  /** Allowed on a protected sheet, which Excel recalculates too. */
  | { readonly kind: 'setResults'; readonly sheet: string; readonly results: readonly PlacedResult[] }
  /** The cells over which the formula at `area` spills its results: an array formula of the file. */
  | { readonly kind: 'spill'; readonly sheet: string; readonly area: Area }
  | { readonly kind: 'setRows'; readonly sheet: string; readonly rows: ReadonlyMap<number, RowLookChange> }
  | { readonly kind: 'hideColumns'; readonly sheet: string; readonly columns: ReadonlyMap<number, boolean> }
  /** Every merged area of the sheet; before the cells that they free. */
  | { readonly kind: 'setMerges'; readonly sheet: string; readonly merges: readonly Area[] }
  | {
      readonly kind: 'changeHighlights';
      readonly sheet: string;
      readonly removed: readonly HighlightLook[];
      readonly added: readonly HighlightLook[];
    }
  | {
      readonly kind: 'changeChoices';
      readonly sheet: string;
      readonly removed: readonly ChoiceLook[];
      readonly added: readonly WrittenChoice[];
    }
  | { readonly kind: 'setPrint'; readonly sheet: string; readonly print: PrintChange }
  | ({ readonly kind: 'changeTable'; readonly name: string } & TableChange)
  | ({
      readonly kind: 'putName';
      /** With a leading `=`. */
      readonly refersTo: string;
      readonly visible?: boolean;
      readonly comment?: string;
    } & ScopedName)
  | ({ readonly kind: 'dropName' } & ScopedName);

/** A plan for a file. Every `WritePlan` is one. */
export interface FilePlan extends Omit<WritePlan, 'steps'> {
  readonly steps: readonly (WriteStep | FileStep)[];
}
