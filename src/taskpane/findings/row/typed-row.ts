/**
 * The row that is being typed: the cursor moves below a row once it is typed, and what was found on it must be shown
 * all the same, until the user goes elsewhere. Pure.
 */
import { keysAt } from '../../../application/row-situation';
import type { Dossier } from '../../../application/dossier';

/** A row of a sheet, from 0. */
export interface SheetRow {
  readonly sheet: string;
  readonly row: number;
}

/** The state of the last look. */
export interface SeenRows {
  /** The last row of each table of the ledger, by sheet and first column. */
  readonly lastRows: ReadonlyMap<string, number>;
  /** The row that the user typed since; null when there is none. */
  readonly typed: SheetRow | null;
}

function lastRowsOf({ blocks }: Dossier): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const { sheet, left, lastRow } of blocks) {
    const key = JSON.stringify([sheet, left]);
    last.set(key, Math.max(lastRow, last.get(key) ?? -1));
  }
  return last;
}

function isSame(one: SeenRows, other: SeenRows): boolean {
  const isSameRow = one.typed?.sheet === other.typed?.sheet && one.typed?.row === other.typed?.row;
  return (
    isSameRow &&
    one.lastRows.size === other.lastRows.size &&
    [...one.lastRows].every(([table, last]) => other.lastRows.get(table) === last)
  );
}

/** The row to show for a selected one: itself, or the new row that the user has just left downwards. */
export function newRowNear(
  dossier: Dossier,
  selected: SheetRow,
  seen: SeenRows | null,
): { readonly row: number; readonly isNew: boolean; readonly next: SeenRows } {
  const lastRows = lastRowsOf(dossier);
  const grown = [...lastRows].find(([key, last]) => (seen?.lastRows.get(key) ?? Infinity) < last);
  const typed = grown ? { sheet: JSON.parse(grown[0])[0] as string, row: grown[1] } : (seen?.typed ?? null);
  const isNear = typed?.sheet === selected.sheet && (selected.row === typed.row || selected.row === typed.row + 1);
  const isOnTyped =
    isNear && (selected.row === typed.row || keysAt(dossier, selected.sheet, selected.row).length === 0);
  const next = { lastRows, typed: isNear ? typed : null };
  return {
    row: isOnTyped ? typed.row : selected.row,
    isNew: isOnTyped,
    next: seen && isSame(seen, next) ? seen : next,
  };
}
