/** The faults that refuse a convention. */
import type { CellFault } from '../../domain/unread-cells';

/**
 * The faults of a cell of a convention table, or of a member of a convention file. Their words are in `messages/`.
 */
export type ConventionProblem =
  | 'tableMissing'
  /** Cells have the headings of the table, and no table has its name. */
  | 'tableLost'
  | 'columnMissing'
  | 'valueMissing'
  | 'amountUnreadable'
  | 'dateUnreadable'
  | 'numberUnreadable'
  /** A text that is not the address of cells. */
  | 'areaUnreadable'
  /** A word outside the few that are understood; `expected` lists them. */
  | 'wordUnknown'
  | 'envelopeUnknown'
  /** A poste that the envelope named beside it does not have. */
  | 'lineUnknown'
  /** A programme or a titre that no code, poste or envelope of the convention has: its ceiling would bound nothing. */
  | 'partUnknown'
  /** A sheet that the workbook does not have. */
  | 'sheetUnknown'
  /** A row of envelopes that has no code: nothing could name it. */
  | 'codeMissing'
  /** A row of envelopes that has a text under « Code » alone, which nothing names. */
  | 'noteRow'
  /** A row of totals in a table of envelopes or of postes. */
  | 'totalRow'
  /** The same name means two envelopes, or two postes of one envelope; `expected`: the place of the other. */
  | 'nameRepeated'
  /**
   * A cell that may hold one code holds several, or a number that the spreadsheet damaged; a code has the form of
   * another field, in `expected`; a code is valid until a day before the first one.
   */
  | CellFault
  /** A code that names the envelope of a row is of two; `expected` gives both. */
  | 'codeShared'
  /** An envelope has the name of the whole convention, `*`. */
  | 'nameReserved'
  /** The cell holds an error such as `#REF!`. */
  | 'errorInCell'
  | 'endBeforeSignature'
  /** A date of another century than the credit year, in `expected`: one of the two is mistyped. */
  | 'dateFar'
  /** A closing date in none of the credit years, in `expected`. */
  | 'closesNothing'
  /** A cell of one credit year holds several; `expected` gives those of the convention. */
  | 'severalYears'
  /** A cell of one nature holds both. */
  | 'bothNatures'
  /** A credit year that begins after the end; `expected`: the last one. */
  | 'yearAfterEnd'
  /** The file gives something of another kind (a list for a text…); `expected` says which kind. */
  | 'wrongKind'
  /** The file has a member, or the table a key or a heading, that nothing reads, such as a misspelt one. */
  | 'memberUnknown'
  /** A key of the convention, or a member of the file, that is given twice. */
  | 'memberRepeated';
