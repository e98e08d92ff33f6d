/**
 * Gives each row of a document that has another place the height, the visibility, the group and the format of the whole
 * row that people gave to it, and its contents the rich text that they typed or the picture that they put in a cell.
 * They stayed at their address: a hidden row hid another line of the document.
 */
import { formerRows } from '../../../../workbook/row-marks';
import type { FollowedRows } from '../../../../workbook/followed-rows';
import { contentAt, contentOf, sameContent } from '../../../../workbook/contents';
import type { CellValue } from '../../../../workbook/cells';
import { frameOf } from '../../package/sheet-frame';
import { attributeIn } from '../../package/xml-scan';
import { type RowText, rowTexts } from '../../read/row-texts';
import type { RowAttributes, SheetDraft } from '../sheet-draft';

const OF_ROWS = ['s', 'customFormat', 'ht', 'customHeight', 'hidden', 'outlineLevel', 'collapsed'] as const;
const NO_LOOK: RowAttributes = Object.fromEntries(OF_ROWS.map((name) => [name, null]));

/** `content` is the sheet as the file has it. */
export function followRowLooks(content: Uint8Array, path: string, draft: SheetDraft): void {
  const { followed } = draft;
  const [firstRow] = followed?.rows ?? [];
  const former = followed && formerRows(followed);
  if (!followed || !former || !firstRow) return;
  const rows = rowTexts(frameOf(content, path), Math.min(firstRow.from, ...former.keys()) - 1);
  for (const [row, look] of wantedLooks(followed, rows)) {
    const present = lookOf(rows.get(row));
    if (OF_ROWS.some((name) => look[name] !== present[name])) draft.rowAttributes.set(row, look);
  }
  for (const [row, from] of former) followContents(draft, followed, { row, from }, rows.get(from));
}

/** The look of each row from the first one that moves: that of its former row; a new row has only its group. */
function wantedLooks(
  { rows, end }: FollowedRows,
  texts: ReadonlyMap<number, RowText>,
): ReadonlyMap<number, RowAttributes> {
  const origins = new Map(rows.flatMap(({ from, to }) => (to === null ? [] : [[to, from] as const])));
  const first = Math.min(...rows.map(({ from }) => from));
  const last = Math.max(end - 1, ...rows.map(({ from }) => from));
  const looks = new Map<number, RowAttributes>();
  for (let row = first; row <= last; row += 1) {
    const from = origins.get(row);
    const isNew = from === undefined && row < end;
    const level = isNew ? levelBetween(looks.get(row - 1) ?? lookOf(texts.get(row - 1)), nextLook(row)) : null;
    looks.set(row, from === undefined ? { ...NO_LOOK, outlineLevel: level } : lookOf(texts.get(from)));
  }
  return looks;

  function nextLook(row: number): RowAttributes {
    let next = row + 1;
    while (next < end && !origins.has(next)) next += 1;
    return lookOf(texts.get(origins.get(next) ?? -1));
  }
}

/** A new row is in the group that both its neighbours are in. */
function levelBetween(before: RowAttributes, after: RowAttributes): string | null {
  const level = Math.min(Number(before.outlineLevel ?? 0), Number(after.outlineLevel ?? 0));
  return level > 0 ? String(level) : null;
}

function lookOf(row: RowText | undefined): RowAttributes {
  return row === undefined ? NO_LOOK : Object.fromEntries(OF_ROWS.map((name) => [name, attributeIn(row.tag, name)]));
}

/** A content that is written again as it was, on the row where it goes, keeps its runs, or the picture in its cell. */
function followContents(
  draft: SheetDraft,
  { left, columns }: FollowedRows,
  { row, from }: { readonly row: number; readonly from: number },
  text: RowText | undefined,
): void {
  if (!text || !draft.present) return;
  const { snapshot } = draft.present;
  for (let column = left; column < left + columns; column += 1) {
    const planned = draft.plannedAt(row, column);
    const source = text.cells.get(column);
    if (source === undefined || !planned || planned.formula !== undefined) continue;
    const isAsItWas = sameContent(contentOf(planned.value), contentAt(snapshot, from, column));
    if (isAsItWas && holdsMore(source, planned.value)) draft.putFormat(row, column, { source });
  }
}

/** True for a text, which may have runs, and for a value of a richer kind, such as a picture, which reads as an error. */
function holdsMore(source: string, value: CellValue): boolean {
  return typeof value === 'string'
    ? value !== ''
    : attributeIn(source.slice(0, source.indexOf('>') + 1), 'vm') !== null;
}
