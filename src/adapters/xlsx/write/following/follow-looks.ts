/** Gives the cells of a document whose rows have another place the marks that people had put on them. */
import { formerRows, marksOf } from '../../../../workbook/row-marks';
import { frameOf } from '../../package/sheet-frame';
import { readSharedStrings } from '../../package/shared-strings';
import { Colors } from '../../read/look/colors';
import { RowLooks } from '../../read/look/row-looks';
import { type FileCellLook, readLooks } from '../../read/look/style-looks';
import type { OpenedWorkbook } from '../../read/opened-workbook';
import { scanRows } from '../../read/sheet-scan';
import type { SheetDraft } from '../sheet-draft';

/** `content` is the sheet as the file has it. */
export function followLooks(
  { parts, part }: OpenedWorkbook,
  content: Uint8Array,
  path: string,
  draft: SheetDraft,
): void {
  const { followed } = draft;
  const former = followed && formerRows(followed);
  const stylesPath = parts.related(part.path, 'styles');
  if (!followed || !former || former.size === 0 || stylesPath === null) return;
  const strings = readSharedStrings(parts, part.path);
  const rows = new RowLooks();
  const context = {
    strings,
    uses1904Dates: part.uses1904Dates,
    struckStyles: null,
    whiteStyles: null,
    numberStyles: null,
  };
  scanRows(frameOf(content, path), context, rows);
  const { root } = parts.tree(stylesPath);
  const looks = readLooks(root, Colors.of(parts, part.path, root));
  for (const [row, from] of former) {
    for (let column = followed.left; column < followed.left + followed.columns; column++) {
      const cell = draft.plannedAt(row, column);
      const index = styleAt(rows, from, column);
      if (!cell || index < 0) continue;
      if (cell.style === undefined) draft.putFormat(row, column, { base: index });
      else draft.putFormat(row, column, marksIn(looks[index]));
    }
  }
}

/** The cellXfs index of a cell; -1 when the sheet has no such cell. */
function styleAt({ rows }: RowLooks, row: number, column: number): number {
  const look = rows.get(row);
  return look?.styles[column - look.left] ?? -1;
}

function marksIn(look: FileCellLook | undefined): { readonly marks?: NonNullable<ReturnType<typeof marksOf>> } {
  const marks = look ? marksOf(look.style) : null;
  return marks ? { marks } : {};
}
