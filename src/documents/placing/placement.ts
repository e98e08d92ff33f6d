/**
 * The place of a document: that of its named range, wherever the user moved it. Without that range, a sheet of its name
 * that is not empty belongs to the user, and is refused; so is a hidden one, where nobody would see the document.
 */
import { failure, success, type Result } from '../../domain/result';
import { cellAddress, parseArea, type Area } from '../../workbook/cells';
import type { Failure } from '../../workbook/failure';
import {
  findSheet,
  findTable,
  formulaKey,
  valueAt,
  type NameSnapshot,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from '../../workbook/snapshot';
import type { DocumentFrame } from '../document';
import { WrittenMarks } from './written-marks';

export type Placement =
  /** The sheet has to be added. */
  | { readonly kind: 'newSheet' }
  /** An empty sheet has its name. */
  | { readonly kind: 'emptySheet'; readonly sheet: SheetSnapshot }
  /** The document is in the workbook. */
  | ({ readonly kind: 'existing' } & PlacedDocument);

export interface PlacedDocument {
  readonly sheet: SheetSnapshot;
  readonly area: Area;
  /** Of what it held once written; null without any. */
  readonly marks: WrittenMarks | null;
}

/** `='Annexe 1'!$A$1:$F$22`: one rectangle of one sheet. */
const ONE_AREA = /^=?('(?:[^']|'')+'|[^'!,() ]+)!([$A-Z\d:]+)$/i;

/** Refuses a name that is not a rectangle of cells, a sheet with cells of the user or hidden, a protected structure or sheet. */
export function placementOf(workbook: WorkbookSnapshot, frame: DocumentFrame): Result<Placement, Failure> {
  if (findTable(workbook, frame.range)) return failure({ code: 'nameTaken', name: frame.range });
  const name = workbook.names.find(
    (candidate) => candidate.scope === null && candidate.name.toLowerCase() === frame.range.toLowerCase(),
  );
  const found = name ? targetOf(workbook, name) : null;
  if (found === 'elsewhere') return failure({ code: 'nameTaken', name: frame.range });
  if (found) return success({ kind: 'existing', ...found, marks: WrittenMarks.in(workbook.names, frame, found.area) });
  const sheet = findSheet(workbook, frame.sheet);
  if (!sheet)
    return workbook.structureProtected ? failure({ code: 'structureProtected' }) : success({ kind: 'newSheet' });
  const occupied = firstOccupied(sheet);
  if (occupied !== null) return failure({ code: 'sheetTaken', sheet: sheet.name, cell: occupied });
  if (sheet.visibility !== 'visible')
    return failure({ code: 'sheetHidden', sheet: sheet.name, byMacro: sheet.visibility === 'veryHidden' });
  return sheet.isProtected
    ? failure({ code: 'sheetProtected', sheet: sheet.name })
    : success({ kind: 'emptySheet', sheet });
}

/** The target of a name: null when its cells or sheet were deleted, `elsewhere` when it is not one rectangle. */
function targetOf(
  workbook: WorkbookSnapshot,
  name: NameSnapshot,
): { readonly sheet: SheetSnapshot; readonly area: Area } | 'elsewhere' | null {
  if (name.refersTo.includes('#REF!')) return null;
  const [, sheetName = '', address = ''] = ONE_AREA.exec(name.refersTo) ?? [];
  const area = parseArea(address);
  if (!area) return 'elsewhere';
  const sheet = findSheet(workbook, unquote(sheetName));
  return sheet ? { sheet, area } : null;
}

function unquote(sheet: string): string {
  return sheet.startsWith("'") && sheet.endsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
}

/** The address of the first cell that is not empty, or of a table that is. */
function firstOccupied(sheet: SheetSnapshot): string | null {
  const { used, bareTables: [table] = [] } = sheet;
  if (table) return cellAddress(table.top, table.left);
  if (!used) return null;
  for (let row = used.top; row < used.top + used.rows; row++) {
    for (let column = used.left; column < used.left + used.columns; column++) {
      if (valueAt(sheet, row, column) !== null || sheet.formulas.has(formulaKey(row, column)))
        return cellAddress(row, column);
    }
  }
  return null;
}
