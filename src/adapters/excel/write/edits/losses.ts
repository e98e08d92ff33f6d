/** Names in a failure what people put in cells at the moment of a writing: what was kept, and what is lost. */
import type { CellOfFailure, Failure, LostContents } from '../../../../workbook/failure';
import type { MovedCell } from '../../../../workbook/registers/row-witnesses';
import type { KeptCell } from '../../../../workbook/registers/undo-of-ours';
import { SentCells } from '../sent-cells';
import type { Writing } from '../write-part';
import { eachOnce, keyOf } from './by-cell';
import { placeOfEdit } from './covered-edits';

/** Entries that Excel refused to write back, with the sheets where the writing itself stays half done. */
export function withHalf(lost: Failure, stopped: Failure | null): Failure {
  return lost.code === 'entriesLost' && stopped?.code === 'halfWritten' ? { ...lost, sheets: stopped.sheets } : lost;
}

/** The failure of a writing whose rollback gave entries back: their cells are named. */
export function withKept(stopped: Failure, kept: readonly KeptCell[]): Failure {
  if (kept.length === 0 || stopped.code === 'outcomeUnknown') return stopped;
  if (stopped.code === 'halfWritten')
    return { ...stopped, sheets: [...new Set([...stopped.sheets, ...kept.map(({ sheet }) => sheet)])] };
  return { code: 'editsKept', cells: eachOnce([...cellsOf(stopped), ...kept]), ...sheetsOf(stopped) };
}

/**
 * The failure with the contents that nothing gives back, whatever stopped the writing: data types and images, and
 * pastes under a request whose answer is lost.
 */
export function withLost(stopped: Failure, writing: Writing): Failure {
  const rich = placesIn([...richWrittenOver(writing), ...writing.richLost]);
  const unknown = placesIn(writing.unread, rich);
  const [first, ...others] = rich;
  if (!first && unknown.length === 0) return stopped;
  const { code } = stopped;
  if (code === 'halfWritten' || code === 'outcomeUnknown' || code === 'entriesLost') {
    const lost: LostContents = { ...(first && { rich }), ...(unknown.length > 0 && { unknown }) };
    return { ...stopped, lost };
  }
  const kept = without(cellsOf(stopped), [...rich, ...unknown]);
  if (!first) return { code: 'entriesUnknown', cells: [...unknown, ...kept], ...sheetsOf(stopped) };
  return {
    ...{ code: 'richValue', ...first, isLost: true },
    ...(others.length > 0 && { others }),
    ...(unknown.length > 0 && { unknown }),
    ...(kept.length > 0 && { kept }),
    ...sheetsOf(stopped),
  };
}

/** The data types that the requests found, without those of blocks that Excel did not come to. */
function richWrittenOver({ rich, sentParts }: Writing): readonly MovedCell[] {
  if (rich.length === 0) return [];
  const written = new SentCells(sentParts);
  return rich.filter(({ sheet, row, column }) => written.has(sheet, row, column));
}

/** The cells that a failure names for what somebody typed there. */
function cellsOf(stopped: Failure): readonly KeptCell[] {
  if (stopped.code === 'editsKept') return stopped.cells;
  return stopped.code === 'changedMeanwhile' ? [{ sheet: stopped.sheet, cell: stopped.cell }] : [];
}

/** The sheets that it names for what people put on them. */
function sheetsOf(stopped: Failure): Pick<Extract<Failure, { code: 'editsKept' }>, 'keptSheets'> {
  const keptSheets = stopped.code === 'editsKept' ? stopped.keptSheets : undefined;
  return keptSheets === undefined ? {} : { keptSheets };
}

/** Each cell once. */
function placesIn(cells: readonly MovedCell[], others: readonly CellOfFailure[] = []): readonly CellOfFailure[] {
  const places = new Map(cells.map(placeOfEdit).map((place) => [keyOf(place), place]));
  return without([...places.values()], others);
}

function without(cells: readonly CellOfFailure[], others: readonly CellOfFailure[]): readonly CellOfFailure[] {
  const taken = new Set(others.map(keyOf));
  return cells.filter((cell) => !taken.has(keyOf(cell)));
}
