/**
 * Entries of people in the sheets that the add-in deleted while it carried out a plan: lost, unless a sheet of the
 * same name holds it in the same cell at the end.
 */
import { cellAddress } from '../../../src/workbook/cells';
import type { Grid } from '../../../workbench/host/grid';
import type { CellChange, Shadow } from './shadow';

interface Entry {
  readonly row: number;
  readonly column: number;
  readonly content: string;
  /** True when it was typed while Excel carried out the request that deleted its sheet. */
  readonly isOfThatRequest?: boolean;
}

export class DeletedEntries {
  private readonly sheets = new Map<string, { readonly name: string; readonly entries: readonly Entry[] }>();

  constructor(
    private readonly grid: Grid,
    private readonly shadow: Shadow,
  ) {}

  /** `typed`: what people typed while Excel carried out the request that deletes the sheet. */
  add(sheetId: string, name: string, entries: readonly Entry[], typed: readonly CellChange[]): void {
    const isOfThatRequest = ({ row, column }: Entry): boolean =>
      typed.some((change) => change.sheetId === sheetId && change.row === row && change.column === column);
    const known = entries.map((entry) => ({ ...entry, isOfThatRequest: isOfThatRequest(entry) }));
    this.sheets.set(sheetId, { name, entries: known });
  }

  /** The sheet that now has the name of the deleted one; any other sheet is itself. */
  placeOf(sheetId: string): string {
    const deleted = this.sheets.get(sheetId);
    const same = deleted && this.grid.sheets().find(({ name }) => name.toLowerCase() === deleted.name.toLowerCase());
    return same?.id ?? sheetId;
  }

  /**
   * Entries that are there again are people's again; returns a sentence for each sheet with a lost one. A runtime that
   * died cannot know what was typed in its last request (docs/excel-checklist.md).
   */
  settle(isDead = false): string[] {
    return [...this.sheets].flatMap(([sheetId, { name, entries }]) => {
      const place = this.placeOf(sheetId);
      const lost = entries.filter(({ row, column, content }) => !this.shadow.giveToPeople(place, row, column, content));
      return lossOf(
        name,
        lost.filter(({ isOfThatRequest }) => !(isDead && isOfThatRequest)),
      );
    });
  }
}

/** The sentence about the entries that a deleted sheet held; none without an entry. */
export function lossOf(sheet: string, entries: readonly Entry[]): string[] {
  const [first] = entries;
  if (!first) return [];
  const example = `${cellAddress(first.row, first.column)} ${first.content}`;
  return [`the add-in deleted ${sheet}, with ${entries.length} cells of people, such as ${example}`];
}
