/** Gives the cells of a document whose rows have another place the formats and the marks that people had put on them. */
import { STYLES } from '../../../../workbook/cell-styles';
import { formerRows, marksOf } from '../../../../workbook/row-marks';
import { valueAt } from '../../../../workbook/snapshot';
import { frameOf } from '../../package/sheet-frame';
import { readSharedStrings } from '../../package/shared-strings';
import { Colors } from '../../read/look/colors';
import { RowLooks } from '../../read/look/row-looks';
import { type FileCellLook, type LookStyle, readLooks } from '../../read/look/style-looks';
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
      const isKept = cell.style === undefined || (rewrites(draft, from, column) && isOfSomebody(looks[index]));
      draft.putFormat(row, column, isKept ? { base: index } : marksIn(looks[index]));
    }
  }
}

/** The cellXfs index of a cell; -1 when the sheet has no such cell. */
function styleAt({ rows }: RowLooks, row: number, column: number): number {
  const look = rows.get(row);
  return look?.styles[column - look.left] ?? -1;
}

/** True for a cell that held something: a cell that was blank takes the format of what comes there. */
function rewrites({ present }: SheetDraft, from: number, column: number): boolean {
  return present !== null && valueAt(present.snapshot, from, column) !== null;
}

/** True for a look that is not one of ours: a date in an observation, another font, another number of decimals. */
function isOfSomebody(look: FileCellLook | undefined): boolean {
  return look !== undefined && !OUR_LOOKS.has(lookKey(look.numberFormat, look.style));
}

const OUR_LOOKS: ReadonlySet<string> = new Set(
  Object.values(STYLES).map(({ numberFormat = 'General', align, ...style }) =>
    lookKey(numberFormat, { ...style, ...(align && { horizontal: align }) }),
  ),
);

/** Without borders and vertical places, which other programs write in several ways. */
function lookKey(numberFormat: string, style: LookStyle): string {
  const { bold, italic, underline, strike, horizontal, size = 11, font = 'Calibri', color = '000000', fill } = style;
  const marks = [bold, italic, underline, strike].map((mark) => mark === true);
  return JSON.stringify([numberFormat, ...marks, horizontal, size, font, color.toUpperCase(), fill?.toUpperCase()]);
}

function marksIn(look: FileCellLook | undefined): { readonly marks?: NonNullable<ReturnType<typeof marksOf>> } {
  const marks = look ? marksOf(look.style) : null;
  return marks ? { marks } : {};
}
