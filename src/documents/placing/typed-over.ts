/**
 * Amounts and texts that people typed over those of a document, which its next generation writes again: the writer is
 * given each before, with its content.
 */
import { DOCUMENT_WORDS } from '../../messages/documents/documents-fr';
import { HEAD_WORDS } from '../../messages/documents/head-fr';
import { cellAddress, isCellError, type Area, type CellValue } from '../../workbook/cells';
import { sameContent } from '../../workbook/contents';
import type { StyleName } from '../../workbook/plan';
import { hasFormula, valueAt, type SheetSnapshot } from '../../workbook/snapshot';
import type { TypedOver } from '../../workbook/writer-advice';
import type { DocumentFrame } from '../document';
import type { DocumentPage, PageCell } from '../page/document-page';
import { NOT_CALCULABLE } from '../page/page-builder';
import { doubtfulContents, writesValues } from './former-contents';
import { doubtfulOnGoneRows } from './gone-rows';
import { layoutOf, type RowLayout } from './row-layout';

/** Cells that are named; the others are counted, but those that become blank, whose contents nothing else has. */
const MOST_NAMED = 5;
/** Texts of the product's own that no figure changes. */
const FIXED: ReadonlySet<StyleName> = new Set(['heading', 'label', 'totalLabel', 'controlLabel']);
/** Lines of the product in place of others. */
const OWN_LINES: ReadonlySet<string> = new Set([HEAD_WORDS.cannotBeSigned]);

/** The texts that a document has of the workbook, which change there too, and those of the documents as they are. */
export interface KnownTexts {
  readonly isOfData: (text: string) => boolean;
  readonly isInDocuments: (text: string) => boolean;
}

/**
 * The cells of the document that hold something typed; null when there is none. The sentences of a letter change with
 * its figures, and people complete them: each that another one replaces is given.
 */
export function typedOver(
  { onDemand: isLetter }: Pick<DocumentFrame, 'onDemand'>,
  page: DocumentPage,
  sheet: SheetSnapshot,
  area: Area,
  known: KnownTexts,
): TypedOver | null {
  const layout = layoutOf(page, sheet, area);
  const areNotesOthers = !hasSameNotes(layout);
  const isOwnNumber = writesValues(layout) && areNotesOthers;
  const hadValues = areNotesOthers && notesIn(firstTexts(layout)).includes(DOCUMENT_WORDS.scheduleIsValues);
  const own = wordsForFigures(page);
  const inRows = placesOf(layout, isLetter).flatMap(([row, place]) =>
    (page.rows[place] ?? []).flatMap((planned, column) => {
      const [sheetRow, sheetColumn] = [area.top + row, area.left + column];
      const present = valueAt(sheet, sheetRow, sheetColumn);
      const isFormula = hasFormula(sheet, sheetRow, sheetColumn);
      if (!planned || isFormula || !isTypedOver(planned, present, isLetter)) return [];
      if (present === 0 && (planned.isOfSchedule || planned.isZeroElsewhere)) return [];
      if (planned.isOfSchedule && hadValues) return [];
      if (planned.formula !== undefined && (typeof present === 'number' ? isOwnNumber : own.has(present))) return [];
      return [{ row, column }];
    }),
  );
  const labels = isLetter ? [] : rowsTypedOver(layout, known).map((row) => ({ row, column: 0 }));
  const inOrder = [...inRows, ...labels].sort((one, other) => one.row - other.row || one.column - other.column);
  const doubtful = [...doubtfulContents(layout), ...doubtfulOnGoneRows(layout)];
  const cells = [...doubtful, ...inOrder.slice(0, MOST_NAMED)].map(({ row, column }) => namedCell(layout, row, column));
  return cells.length === 0 ? null : { cells, others: Math.max(0, inOrder.length - MOST_NAMED) };
}

/**
 * The rows of a document, but a letter, whose first text somebody replaced: between two rows that it still has, beside
 * the row of the page at their place. A text of the data of the workbook may have changed there: it is the former one,
 * unless the documents have the text of today elsewhere.
 */
function rowsTypedOver({ page, sheet, area, before, after, places }: RowLayout, known: KnownTexts): readonly number[] {
  return before.flatMap((key, row) => {
    const offset = (places.get(before[row - 1] ?? '') ?? NaN) - (row - 1);
    const planned = page.rows[row + offset]?.[0];
    const isBetween = places.get(before[row + 1] ?? '') === row + 1 + offset;
    if (!planned || places.has(key) || !isBetween || hasFormula(sheet, area.top + row, area.left)) return [];
    const present = valueAt(sheet, area.top + row, area.left);
    if (typeof planned.value !== 'string' || typeof present !== 'string' || OWN_LINES.has(present)) return [];
    const isSigned = planned.style === 'paragraph' && after[row + offset]?.startsWith(`${HEAD_WORDS.signature}\n`);
    const isFixed = planned.style !== undefined && FIXED.has(planned.style) && planned.style !== 'controlLabel';
    if (!isSigned && !isFixed) return [];
    return isSigned || !known.isOfData(planned.value) || known.isInDocuments(planned.value) ? [row] : [];
  });
}

/** True when the notes of the document, which list its figures written as values, are those of the page. */
function hasSameNotes(layout: RowLayout): boolean {
  const { page } = layout;
  return notesIn(firstTexts(layout)) === notesIn(page.rows.map(([first]) => first?.value ?? null));
}

/** The first cell of each row of the document. */
function firstTexts({ sheet, area }: RowLayout): readonly CellValue[] {
  return Array.from({ length: area.rows }, (_, row) => valueAt(sheet, area.top + row, area.left));
}

/** The notes, without the last line of the document. */
function notesIn(texts: readonly CellValue[]): string {
  const from = texts.lastIndexOf(DOCUMENT_WORDS.notesHeading);
  return from < 0 ? '' : texts.slice(from, -1).join('\n');
}

/** A cell of the document by its address, with its content. */
function namedCell({ sheet, area }: RowLayout, row: number, column: number): TypedOver['cells'][number] {
  const [sheetRow, sheetColumn] = [area.top + row, area.left + column];
  return {
    cell: cellAddress(sheetRow, sheetColumn),
    content: valueAt(sheet, sheetRow, sheetColumn) as string | number,
  };
}

/**
 * The words that a document has in place of a figure: those of the page at this moment, and those that it would have of
 * another ledger.
 */
function wordsForFigures({ rows }: DocumentPage): ReadonlySet<CellValue> {
  const { notGiven, right, wrong, toRepair, toVerify } = DOCUMENT_WORDS;
  const texts = rows.flatMap((cells) => cells.map((cell) => cell?.value ?? null));
  return new Set([
    notGiven,
    right,
    wrong,
    toRepair,
    toVerify,
    NOT_CALCULABLE,
    ...texts.filter((text) => typeof text === 'string'),
  ]);
}

/** True for another constant over a formula, and for other words than those of a text of the product. */
function isTypedOver(planned: PageCell, present: CellValue, isLetter: boolean): boolean {
  const { value, formula, style } = planned;
  if (present === null || present === '' || isCellError(present) || style === 'inputText') return false;
  if (sameContent(value, present)) return false;
  if (formula !== undefined) return true;
  if (typeof value !== 'string' || style === undefined) return false;
  return (FIXED.has(style) || (isLetter && style === 'paragraph')) && wordsOf(value) !== wordsOf(String(present));
}

/** A text without its figures, which change with the ledger. */
export function wordsOf(text: string): string {
  return text.replace(/[\d\s.,/%€−-]+/gu, ' ').trim();
}

/**
 * The rows of the document with their place in the page. In a letter, a row that the page does not have, such as one
 * whose first text was typed over, has the place of a new one as far from the row above it; elsewhere it may be of the
 * former figures, and go away.
 */
function placesOf(
  { before, after, places }: RowLayout,
  isLetter: boolean,
): readonly (readonly [row: number, place: number])[] {
  const known = new Set(before);
  let offset = 0;
  return before.flatMap((key, row): (readonly [number, number])[] => {
    const place = places.get(key);
    if (place !== undefined) {
      offset = place - row;
      return [[row, place]];
    }
    const beside = isLetter ? after[row + offset] : undefined;
    return beside === undefined || known.has(beside) ? [] : [[row, row + offset]];
  });
}
