/** The readers that the rows of one workbook share. */
import type { WorkbookSnapshot } from '../snapshot';
import type { KnownNames } from './known-names';
import { CellReader } from './read-cells';
import { TotalWords } from './rows/total-words';

/** The readers of cells and words of one workbook, which remember what they read. */
export interface Readers {
  readonly cells: CellReader;
  readonly words: TotalWords;
  readonly names: KnownNames | null;
}

/** New readers; `names` are those of the convention, null when none is known. */
export function createReaders(workbook: WorkbookSnapshot, names: KnownNames | null): Readers {
  return { cells: new CellReader(workbook.uses1904Dates), words: TotalWords.with(names), names };
}
