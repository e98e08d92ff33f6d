/**
 * Cells in which Excel wrote something else than it was asked, without an error: rows that a filter hides (office-js
 * #224), a formula that a table fills its column with (#5909). Excel may respell what it writes: only what is surely
 * another content counts.
 */
import { isCellError, type Area, type CellValue } from '../../../../workbook/cells';
import { contentOfPlanned, sameContent } from '../../../../workbook/contents';
import { sameFormula } from '../../../../workbook/formula-text';
import { isFilledDown } from '../../../../workbook/moved-references';
import type { PlannedCell } from '../../../../workbook/plan';
import type { MovedCell } from '../../../../workbook/registers/row-witnesses';
import { formulaKey } from '../../../../workbook/snapshot';
import { TEXT_FORMAT } from '../../excel-values';
import type { Before } from '../before';
import { isBlock, type Block, type Part } from '../parts';
import type { LoadedBlock } from '../rows/loaded-blocks';
import type { CoveredEdit } from './covered-edits';

/** Those cells of a request, each with what it was asked to hold. The headings of tables are none: Excel names a blank one, and one that comes twice. */
export function writtenOtherwise(
  written: readonly LoadedBlock[],
  part: Part,
  { tables }: Before,
): readonly CoveredEdit[] {
  const isLast = lastOf(written);
  const isHeading = headingsOf(part, tables);
  return written.flatMap(({ block, contents, numberFormats }) =>
    block.rows.flatMap((cells, r) =>
      cells.flatMap((cell, c): readonly CoveredEdit[] => {
        const place = { sheet: block.step.sheet, row: block.area.top + r, column: block.area.left + c };
        if (cell === null || !isLast(place, cell) || isHeading(place)) return [];
        const present = contents[r]?.[c] ?? null;
        const numberFormat = numberFormats[r]?.[c] ?? 'General';
        if (isWritten(cell, present, numberFormat === TEXT_FORMAT) && !isOfOther(cell, present, block, [r, c]))
          return [];
        return [{ ...place, content: contentOfPlanned(cell), numberFormat }];
      }),
    ),
  );
}

/**
 * The cells between those of the plan that the request wrote all the same, each with what it held: `found`, the blocks
 * before the request. What it emptied, or gave a formula of its column, was filled by a formula or by a table.
 */
export function writtenBeside(
  found: readonly LoadedBlock[],
  written: readonly LoadedBlock[],
  part: Part,
  { tables, cells: known }: Before,
): readonly CoveredEdit[] {
  const isLast = lastOf(written);
  const isHeading = headingsOf(part, tables);
  const before = new Map(found.map((one) => [one.block, one]));
  return written.flatMap(({ block, contents }) => {
    const { step, area, rows } = block;
    if ((known.get(step)?.spilling.length ?? 0) > 0) return [];
    const former = before.get(block);
    const [formerContents, formats] = [former?.contents ?? [], former?.numberFormats ?? []];
    return rows.flatMap(
      (cells, r) =>
        contents[r]?.flatMap((present, c): readonly CoveredEdit[] => {
          const place = { sheet: step.sheet, row: area.top + r, column: area.left + c };
          const content = formerContents[r]?.[c] ?? null;
          if (!former || (cells[c] ?? null) !== null || sameContent(content, present)) return [];
          if (sameContent(present, null) || isFormula(present) || isHeading(place) || !isLast(place, null)) return [];
          return [{ ...place, content, numberFormat: formats[r]?.[c] ?? 'General' }];
        }) ?? [],
    );
  });
}

function isFormula(content: CellValue): boolean {
  return typeof content === 'string' && content.startsWith('=');
}

/** True for the last cell that the request writes at a place; for null, where it writes none. */
function lastOf(written: readonly LoadedBlock[]): (place: MovedCell, cell: PlannedCell | null) => boolean {
  const last = new Map<string, Map<number, PlannedCell>>();
  for (const { block } of written) {
    const name = block.step.sheet.toLowerCase();
    const cells = last.get(name) ?? new Map<number, PlannedCell>();
    last.set(name, cells);
    block.rows.forEach((row, r) =>
      row.forEach((cell, c) => {
        if (cell) cells.set(formulaKey(block.area.top + r, block.area.left + c), cell);
      }),
    );
  }
  return ({ sheet, row, column }, cell) =>
    (last.get(sheet.toLowerCase())?.get(formulaKey(row, column)) ?? null) === cell;
}

/** True for a heading of a table, as it was or as the request makes it, and on the sheets of one that it moves. */
function headingsOf({ operations }: Part, tables: Before['tables']): (place: MovedCell) => boolean {
  const steps = operations.flatMap((one) => (isBlock(one) ? [] : [one]));
  const moved = new Set(
    steps.flatMap((step) =>
      step.kind === 'moveTable' ? [step.sheet.toLowerCase(), step.from.sheet.toLowerCase()] : [],
    ),
  );
  const known: { readonly sheet: string; readonly area: Area }[] = [
    ...tables.values(),
    ...steps.flatMap((step) => (step.kind === 'addTable' || step.kind === 'resizeTable' ? [step] : [])),
  ];
  return ({ sheet, row, column }) =>
    moved.has(sheet.toLowerCase()) ||
    known.some(
      ({ sheet: other, area: { top, left, columns } }) =>
        other.toLowerCase() === sheet.toLowerCase() && row === top && column >= left && column < left + columns,
    );
}

/** Control characters and halves of pairs, which Excel may leave out of a text. */
const UNSURE = /[\p{Cc}\p{Cs}\ufffd]/gu;

/** False for a content that is surely another one. */
function isWritten(cell: PlannedCell, present: CellValue, isText: boolean): boolean {
  const planned = contentOfPlanned(cell);
  if (isCellError(planned)) return true; // its text depends on the language
  if (planned === null || planned === '') return present === null || present === '';
  if (cell.formula !== undefined) return isFormula(present);
  if (typeof planned === 'string')
    return typeof present === 'string'
      ? present.replace(UNSURE, '') === planned.replace(UNSURE, '')
      : isCellError(present) && planned.startsWith("'#");
  if (isText && typeof present === 'string') return true; // as the region spells numbers
  if (typeof planned !== 'number' || typeof present !== 'number') return planned === present;
  return Math.abs(planned - present) <= Math.abs(planned) * 1e-12;
}

/**
 * True for a formula that is not its own, and is the first or the last of the column: with one of these a table fills
 * it.
 */
function isOfOther(
  { formula }: PlannedCell,
  present: CellValue,
  { rows }: Block,
  [r, c]: readonly [number, number],
): boolean {
  if (formula === undefined || typeof present !== 'string' || sameFormula(formula, present)) return false;
  return [0, rows.length - 1].some((at) => {
    const other = rows[at]?.[c]?.formula;
    return other !== undefined && at !== r && isFilledDown(other, r - at, present);
  });
}
