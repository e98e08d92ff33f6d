/**
 * The contents of a document once it was written, as marks of its cells kept in names of the workbook: with them, a
 * content that differs from the page is known as a former one of the document, or as one of a person. A name keeps them
 * in every Excel and every program, is written in the same batch as the document, and is undone with it.
 */
import { isCellError, parseArea, type Area, type CellValue } from '../../workbook/cells';
import { marksName } from '../../workbook/document-names';
import { fingerprintOf } from '../../domain/fingerprint';
import { plainFormula, sameFormula } from '../../workbook/formula-text';
import type { PlannedCell, WriteStep } from '../../workbook/plan';
import { formulaKey, valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../../workbook/snapshot';
import type { DocumentFrame } from '../document';
import type { DocumentPage, Origin } from '../page/document-page';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const BITS = 6;
const WORD = 32;
const LETTERS_OF_A_CELL = 3;
/** In place of three letters: the document wrote nothing there. */
const NOTHING = '.';
const MARKS = /\.|[\w-]{3}/g;
const AFTER_ROW = '/';
/** Amounts and rates are compared to the ten-thousandth: less is rounding noise of another program. */
const PRECISION = 10_000;
/** Characters of a text in a formula, and texts in a name, whose formula takes 8,192 characters. */
const LONGEST_TEXT = 250;
const MOST_TEXTS = 30;
/** A document of some 150,000 cells; a longer one keeps no marks: all that differs in it is then given as doubtful. */
const MOST_NAMES = 60;
/** A cell, or several, with the mark after the name of a sheet. */
const CELLS = /!?(?<![\p{L}\p{N}_.$:])\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?(?![\p{L}\p{N}_.(])/gu;

/** Of a cell: never of the document, of the document as it wrote it, or typed over what it wrote. */
export type Holding = 'notWritten' | 'asWritten' | 'typedOver';

type Names = WorkbookSnapshot['names'];

/** The marks of one document. */
export class WrittenMarks {
  private constructor(private readonly rows: readonly (readonly string[])[]) {}

  /** The marks of a page once it is written from an origin. */
  static of({ rows }: DocumentPage, origin: Origin): WrittenMarks {
    return new WrittenMarks(rows.map((cells) => cells.map((cell) => markOf(writtenContent(cell, origin)))));
  }

  /** The marks that the workbook keeps of the document in an area; null when it keeps none of that size. */
  static in(names: Names, { range }: DocumentFrame, area: Area): WrittenMarks | null {
    const texts = definitionsOf(names, range).flatMap((formula) =>
      formula.split('"').filter((_, index) => index % 2 === 1),
    );
    const rows = texts.join('').split(AFTER_ROW);
    const isWhole = rows.length === area.rows + 1 && rows.pop() === '';
    return isWhole ? new WrittenMarks(rows.map((row) => row.match(MARKS) ?? [])) : null;
  }

  /** The holding of a cell of the document in an area, by its row and column from the corner. */
  holding(sheet: SheetSnapshot, { top, left }: Area, row: number, column: number): Holding {
    const mark = this.rows[row]?.[column] ?? NOTHING;
    if (mark === NOTHING) return 'notWritten';
    const present = presentContent(sheet, { row: top, column: left }, row, column);
    return markOf(present) === mark ? 'asWritten' : 'typedOver';
  }

  /** The names to define in the workbook: those that keep other marks than these. */
  steps(names: Names, { range }: DocumentFrame): readonly WriteStep[] {
    const text = this.rows.map((marks) => textOfRow(marks) + AFTER_ROW).join('');
    const size = LONGEST_TEXT * MOST_TEXTS;
    const parts = Array.from({ length: Math.ceil(text.length / size) }, (_, part) =>
      text.slice(part * size, (part + 1) * size),
    );
    const kept = parts.length > MOST_NAMES ? [''] : parts;
    const former = definitionsOf(names, range);
    const stale = former.slice(kept.length).map(() => '');
    return [...kept, ...stale].flatMap((part, index): WriteStep[] => {
      const formula = `={${textsOf(part)
        .map((one) => `"${one}"`)
        .join(',')}}`;
      const present = former[index];
      if (present !== undefined && sameFormula(present, formula)) return [];
      return [{ kind: 'defineName', name: marksName(range, index + 1), formula }];
    });
  }
}

/** The marks of a row, without those of nothing at its end. */
function textOfRow(marks: readonly string[]): string {
  const end = marks.reduce((most, mark, column) => (mark === NOTHING ? most : column + 1), 0);
  return marks.slice(0, end).join('');
}

/** A text in pieces; one empty piece for an empty text. */
function textsOf(text: string): readonly string[] {
  return Array.from({ length: Math.max(1, Math.ceil(text.length / LONGEST_TEXT)) }, (_, index) =>
    text.slice(index * LONGEST_TEXT, (index + 1) * LONGEST_TEXT),
  );
}

/** The definitions of the names of a range, from the first one. */
function definitionsOf(names: Names, range: string): readonly string[] {
  const all = new Map(
    names.flatMap(({ name, scope, refersTo }) => (scope === null ? [[name.toLowerCase(), refersTo]] : [])),
  );
  const found: string[] = [];
  for (let number = 1; number <= MOST_NAMES; number++) {
    const formula = all.get(marksName(range, number).toLowerCase());
    if (formula === undefined) break;
    found.push(formula);
  }
  return found;
}

/** The mark of a content; that of nothing when the document writes none. */
function markOf(content: string | null): string {
  if (content === null) return NOTHING;
  const hash = fingerprintOf(`${content}\n`); // the line spreads the last character over the number
  const letter = (place: number): string => LETTERS.charAt((hash >>> (WORD - BITS * (place + 1))) % LETTERS.length);
  return Array.from({ length: LETTERS_OF_A_CELL }, (_, place) => letter(place)).join('');
}

/** The content that the document writes in a cell; null where it writes nothing, or where people write. */
function writtenContent(cell: PlannedCell | null, origin: Origin): string | null {
  if (!cell || cell.style === 'inputText') return null;
  if (cell.formula !== undefined) return formulaText(cell.formula, origin);
  return cell.value === null || cell.value === '' ? null : contentText(cell.value);
}

function presentContent(sheet: SheetSnapshot, origin: Origin, row: number, column: number): string {
  const [sheetRow, sheetColumn] = [origin.row + row, origin.column + column];
  const formula = sheet.formulas.get(formulaKey(sheetRow, sheetColumn));
  return formula === undefined ? contentText(valueAt(sheet, sheetRow, sheetColumn)) : formulaText(formula, origin);
}

/** A formula with the cells of its own sheet counted from the origin: it is the same once the document is moved. */
function formulaText(formula: string, origin: Origin): string {
  return plainFormula(formula).replace(CELLS, (cells) => {
    const area = cells.startsWith('!') ? null : parseArea(cells);
    if (!area) return cells;
    return [area.top - origin.row, area.left - origin.column, area.rows, area.columns].join(',');
  });
}

/** A line of a text ends in one way or the other. */
function contentText(value: CellValue): string {
  if (typeof value === 'number') return String(Math.round(value * PRECISION));
  if (value === null) return '';
  return isCellError(value) ? value.error : String(value).replaceAll('\r', '');
}
