/** Checks before anything is written; each refusal names the sheet and the cell. */
import { assert } from '../../../domain/result';
import { type Area, cellAddress, type CellValue, isCellError, parseArea } from '../../../workbook/cells';
import type { ExpectedCells } from '../../../workbook/plan';
import { contentAt } from '../../../workbook/contents';
import { findSheet, type WorkbookSnapshot } from '../../../workbook/snapshot';
import { refuse } from '../package/refusal';
import type { SheetFacts } from '../read/opened-workbook';
import type { XlsxPackage } from '../package/package';
import { attributeIn, openTagsOf } from '../package/xml-scan';
import { decodePart } from '../package/xml-text';

/** The cells on which the plan was decided must still hold what was read. */
export function checkExpected(workbook: WorkbookSnapshot, expected: readonly ExpectedCells[]): void {
  for (const block of expected) {
    const sheet = findSheet(workbook, block.sheet) ?? refuse({ code: 'sheetMissing', sheet: block.sheet });
    block.contents.forEach((row, r) => {
      row.forEach((wanted, c) => {
        const place = [block.top + r, block.left + c] as const;
        const found = contentAt(sheet, ...place);
        if (isSame(found, wanted)) return;
        const code = isBlank(wanted) ? 'occupied' : 'changedMeanwhile';
        refuse({ code, sheet: sheet.name, cell: cellAddress(...place) });
      });
    });
  }
}

function isBlank(value: CellValue): boolean {
  return value === null || value === '';
}

function isSame(a: CellValue, b: CellValue): boolean {
  if (isBlank(a) && isBlank(b)) return true;
  if (isCellError(a) && isCellError(b)) return a.error === b.error;
  return a === b;
}

/** A cell inside a merged area or a multi-cell array formula cannot be written alone. */
export function checkWritable(
  facts: SheetFacts,
  { name: sheet, merges }: { readonly name: string; readonly merges: readonly Area[] | null },
  row: number,
  column: number,
): void {
  for (const merge of merges ?? facts.merges) {
    if (contains(merge, row, column) && (merge.top !== row || merge.left !== column)) {
      refuse({ code: 'mergedCells', sheet, cell: cellAddress(row, column) });
    }
  }
  const array = facts.arrays.find((area) => contains(area, row, column));
  const isFirst = array?.top === row && array.left === column;
  if (array)
    refuse({ code: 'occupied', sheet, cell: cellAddress(row, column), ...(!isFirst && { isOfFormula: true }) });
}

export function contains(area: Area, row: number, column: number): boolean {
  return row >= area.top && row < area.top + area.rows && column >= area.left && column < area.left + area.columns;
}

export function overlaps(a: Area, b: Area): boolean {
  return a.top < b.top + b.rows && b.top < a.top + a.rows && a.left < b.left + b.columns && b.left < a.left + a.columns;
}

/** A sheet name that Excel accepts; ours are constants or were accepted before. */
export function assertSheetName(name: string): void {
  assert(
    name.length > 0 && name.length <= 31 && !/[[\]:*?/\\]/.test(name) && !/^'|'$/.test(name),
    `not a sheet name: ${name}`,
  );
}

/** A table or range name that Excel accepts. */
export function assertDefinedName(name: string): void {
  assert(
    /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(name) && !/^[A-Z]{1,3}\d+$/i.test(name) && !/^[RC]$/i.test(name),
    `not a name: ${name}`,
  );
}

/**
 * The areas of the pivot tables of a sheet: Excel refuses to write there, and a refresh would lose it. One without a
 * stated area is left to Excel.
 */
export function pivotAreasOf(parts: XlsxPackage, sheetPath: string): readonly Area[] {
  return parts
    .relationships(sheetPath)
    .filter(({ kind, target }) => kind === 'pivotTable' && target !== null && parts.has(target))
    .flatMap(({ target }) => {
      const tags = [...openTagsOf(decodePart(parts.content(target ?? '')), 'location')];
      return parseArea(attributeIn(tags[0]?.tag ?? '', 'ref') ?? '') ?? [];
    });
}
