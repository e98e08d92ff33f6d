/**
 * Formulas that repeat amounts of the ledger, or other rows of their own table: a sum, a running total, a summary. A
 * formula over the quantities and prices of its own row, or over a list of prices, is an amount of its row.
 */
import { parseArea, type Area } from '../cells';
import { isOurName } from '../document-names';
import { sheetsNamedIn, withoutNamedSheets } from '../formula-text';
import { findTable, formulaAt, type SheetSnapshot, type WorkbookSnapshot } from '../snapshot';
import { plainFormula, isComputed } from './derived-cells';
import { overlap } from './our-areas';

/** A place of the ledger. */
export interface LedgerPlace {
  readonly sheet: SheetSnapshot;
  readonly area: Area;
}

/** Functions that read cells without naming them, and ours. */
const BY_NAME = /\b(?:INDIRECT|GETPIVOTDATA|OFFSET|ENVELOPE\.[A-Z]+)\(/i;
const TABLE = /(?<![\p{L}\p{N}_.\\])([\p{L}_\\][\p{L}\p{N}_.]*)\[/gu;
const CELLS = /(?<![\p{L}\p{N}_.!$])\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?(?![\p{L}\p{N}_(])/giu;
const COLUMNS = /(?<![\p{L}\p{N}_.!$])\$?([A-Z]{1,3}):\$?([A-Z]{1,3})(?![\p{L}\p{N}_(])/giu;
/** A chain of formulas over formulas of one row. */
const LONGEST_CHAIN = 4;
const MOST_NAMES = 200;
const LAST_ROW = 1_048_576;

/** Judges the formulas of one workbook. */
export class DerivedFormulas {
  /** Sheets that hold the ledger, or formulas over it; null while a sheet is judged. */
  private readonly fromLedger = new Map<string, boolean | null>();

  constructor(
    private readonly workbook: WorkbookSnapshot,
    private readonly ledger: readonly LedgerPlace[],
  ) {
    for (const { sheet } of ledger) this.fromLedger.set(sheet.name.toLowerCase(), true);
  }

  /** True for a cell whose formula repeats other amounts. */
  isDerived(sheet: SheetSnapshot, row: number, column: number, chain = 0): boolean {
    if (!isComputed(sheet, row, column)) return false;
    const formula = plainFormula(formulaAt(sheet, row, column) ?? '');
    if (BY_NAME.test(formula) || this.readsOthers(formula)) return true;
    const own = this.ledger.filter((place) => place.sheet === sheet);
    return areasIn(withoutNamedSheets(formula)).some((area) => {
      if (own.some((place) => overlap(place.area, area))) return true;
      const isColumn = area.columns === 1 && area.left === column;
      if (isColumn && (area.top !== row || area.rows > 1)) return true;
      const isRow = area.rows === 1 && area.top === row && area.left !== column;
      return isRow && chain < LONGEST_CHAIN && this.isDerived(sheet, row, area.left, chain + 1);
    });
  }

  /** True for a formula that names a sheet, a Table or a range of the ledger, or one computed from it. */
  private readsOthers(formula: string): boolean {
    if (sheetsNamedIn(formula).some((name) => this.isFromLedger(name))) return true;
    for (const [, name = ''] of formula.matchAll(TABLE)) {
      const table = findTable(this.workbook, name);
      if (table && this.ledger.some(({ sheet, area }) => sheet.name === table.sheet && overlap(area, table.area)))
        return true;
    }
    return this.workbook.names.slice(0, MOST_NAMES).some(({ name, refersTo }) => {
      if (!formula.includes(name)) return false;
      return isOurName(name) || sheetsNamedIn(refersTo).some((sheet) => this.isFromLedger(sheet));
    });
  }

  private isFromLedger(name: string): boolean {
    const key = name.toLowerCase();
    const known = this.fromLedger.get(key);
    if (known !== undefined) return known === true;
    this.fromLedger.set(key, null);
    const sheet = this.workbook.sheets.find((one) => one.name.toLowerCase() === key);
    const formulas = sheet ? [...sheet.formulas.values()] : [];
    const isFrom = formulas.some((formula) => BY_NAME.test(formula) || this.readsOthers(plainFormula(formula)));
    this.fromLedger.set(key, isFrom);
    return isFrom;
  }
}

/** The cells of its own sheet that a formula reads. */
export function areasReadBy(formula: string): readonly Area[] {
  return areasIn(withoutNamedSheets(plainFormula(formula)));
}

function areasIn(formula: string): readonly Area[] {
  const cells = [...formula.matchAll(CELLS)].map(([address]) => parseArea(address.toUpperCase()));
  const columns = [...formula.matchAll(COLUMNS)].map(([, first = '', last = '']) =>
    parseArea(`${first}1:${last}${LAST_ROW}`.toUpperCase()),
  );
  return [...cells, ...columns].filter((area) => area !== null);
}
