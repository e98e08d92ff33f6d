/**
 * A small table below the operations of a plain range, after a blank row: contacts, codes, a legend, a summary under
 * headings of its own. None of its rows has the number of an EJ or of a DP, a date or an amount of the ledger, a day
 * and an amount, nor an envelope where the ledger has it: it is no part of the ledger. Nor are payees and amounts under
 * « Bénéficiaire | Versé », words where the ledger has its amounts or its EJ, even without a blank row. Nor is anything
 * under headings that are those of the ledger but its amounts: « Axe 2 | EJ | Service | janv-23 | févr-23 », or under
 * words and months where the ledger has its EJ, amounts and days: « Axe 2 | Service | janv-23 | févr-23 ».
 * Nor are rows without a number or a day under the headings of a summary, « Enveloppe | Dotation | Reste ». Nor is a
 * list whose amounts are where the ledger has a text, « EJ | Montant » under « Axe 2 | Poste »: the account of reading
 * gives its sum (LEC-01), which a row without its envelope does not.
 */
import { readEj } from '../../../domain/imputation/ej-number';
import type { LedgerField } from '../../../domain/envelopes/ledger';
import { comparable } from '../../../domain/text';
import { textOf, type CellValue } from '../../cells';
import type { BlockSearch, FoundBlock } from '../make-block';
import { TotalWords } from '../rows/total-words';
import { shownAt } from '../../snapshot';
import { isFilled, looksLikeHeadings, type Row } from '../sheet-rows';
import { withMonthsAsTexts } from './month-dates';

const AMOUNTS: readonly LedgerField[] = ['ae', 'cp'];
const PIECES: readonly LedgerField[] = [...AMOUNTS, 'ejNumber'];
const DATES: readonly LedgerField[] = ['commitmentDate', 'serviceDate', 'paymentDate'];
/** Cells of a row that is no note. */
const FEWEST_CELLS = 2;
const MOST_ROWS = 60;
/** Cells of such headings that are nothing that the ledger has in their columns. */
const FEWEST_OTHERS = 3;
const PAYEE = /^(?:beneficiaires?|depenses?|achats?|fournisseurs?|prestataires?|titulaires?)$/;
const PAID = /^(?:montants?(?: (?:ttc|versee?s?|payee?s?))?|versee?s?|payee?s?|reglee?s?)$/;
const LISTED =
  /^(?:montants?|ae|cp|sommes?|prix|couts?)(?: (?:ae|cp|ttc|ht|eur|euros?|estimee?s?|prevue?s?|total|engagee?s?|payee?s?)){0,3}$/;
/** Words of the headings of a summary: what is given, used or left. */
const MEASURE =
  /(?<![a-z])(?:ae|cp|dotations?|budgets?|credits?|plafonds?|notifie[es]{0,2}|deleguee?s?|engage[a-z]{0,5}|consomm[a-z]{1,6}|pay[a-z]{1,3}|paiements?|mandat[a-z]{1,5}|realisee?s?|prevue?s?|restes?|restants?|disponibles?|dispo|soldes?|rap|montants?|total|totaux|cumuls?|nb|nombre|taux|ecarts?)(?![a-z])|%/;
const MONTH =
  /^(?:janv(?:ier)?|fevr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?)\.?(?:[ -]\d{2,4})?$|^[ts][1-4](?: 20\d\d)?$/;
/** The serial numbers of the days of a convention, from 2010 to 2040: an amount may be as large. */
const [FIRST_DAY, LAST_DAY] = [40_179, 51_501];

/** The last row of the operations of the tables found under one row of headings, above such small tables. */
export function lastRowOfOperations(search: BlockSearch, found: readonly FoundBlock[], lastRow: number): number {
  const first = found[0]?.block;
  if (!first) return lastRow;
  const rows = new RowsOfTables(search, found);
  for (let row = first.firstRow + 1; row < lastRow; row++) {
    if (rows.headOtherAmounts(row, first.headingRow)) return rows.lastFilledAbove(row);
  }
  const areShown = rows.haveShownDays(first.firstRow, lastRow);
  const top = Math.max(first.firstRow, lastRow - MOST_ROWS);
  for (let row = top + 1; row < lastRow; row++) {
    if (
      rows.headOthers(row, first.headingRow, lastRow) ||
      rows.headMonths(row, lastRow) ||
      rows.headList(row, first.headingRow, lastRow) ||
      rows.headSummary(row, { ...first, lastRow }, areShown)
    )
      return rows.lastFilledAbove(row);
  }
  let last = lastRow;
  let below: Row[] = [];
  for (let row = lastRow; row >= top; row--) {
    const values = rows.at(row);
    if (values.some(isFilled)) {
      if (rows.isOperation(values)) return last;
      below.unshift(values);
      continue;
    }
    if (rows.nameEnvelopes(below)) return last;
    if (below.some((cells) => cells.filter(isFilled).length >= FEWEST_CELLS)) last = row - 1;
    below = [];
  }
  return lastRow;
}

function comparableText(value: CellValue): string {
  return comparable(textOf(value)).trim();
}

/** « Bénéficiaire | Versé », « Dépense | Montant »: the account of reading reports what is under them (LEC-01). */
function namePayees(values: Row): boolean {
  const words = values.flatMap((value) => (isFilled(value) ? [comparable(textOf(value)).trim()] : []));
  return words.some((word) => PAYEE.test(word)) && words.some((word) => PAID.test(word));
}

/** « Montant », « AE », « Montant TTC »: not « Reste », nor « N° du crédit ». */
function isAmount(value: CellValue): boolean {
  return isFilled(value) && LISTED.test(comparableText(value));
}

/** True for cells side by side: the account of reading sees one table there, and no amounts without words. */
function areTogether(values: Row): boolean {
  const filled = values.flatMap((value, at) => (isFilled(value) ? [at] : []));
  return (filled.at(-1) ?? 0) - (filled[0] ?? 0) === filled.length - 1;
}

/** The rows of some tables, in all their columns. */
class RowsOfTables {
  private readonly left: number;
  private readonly right: number;
  private readonly positions: (...fields: LedgerField[]) => readonly number[];

  constructor(
    private readonly search: BlockSearch,
    found: readonly FoundBlock[],
  ) {
    const columns = found.flatMap(({ block }) => [...block.columns.values()]);
    const at = columns.map(({ column }) => column - search.rows.left);
    const headings = found.flatMap(({ block }) =>
      search.rows.at(block.headingRow).map((cell, at) => (isFilled(cell) ? at : 0)),
    );
    [this.left, this.right] = [Math.min(...at), Math.max(...at, ...headings)];
    this.positions = (...fields) =>
      columns.filter(({ field }) => fields.includes(field)).map(({ column }) => column - search.rows.left - this.left);
  }

  at(row: number): Row {
    return this.search.rows.at(row).slice(this.left, this.right + 1);
  }

  isOperation(values: Row): boolean {
    return this.has(values, AMOUNTS, (value) => /\d/.test(textOf(value))) || this.isIdentified(values);
  }

  /** A number of EJ or of DP, or a day. */
  private isIdentified(values: Row): boolean {
    return this.isNumbered(values) || this.hasDay(values);
  }

  private isNumbered(values: Row): boolean {
    return (
      values.some(
        (value) => isFilled(value) && readEj(textOf(value).trim(), typeof value === 'number').kind === 'ej',
      ) || this.has(values, ['dpNumber'], (value) => /\d{6}/.test(textOf(value)))
    );
  }

  private hasDay(values: Row): boolean {
    const { cells } = this.search;
    return this.has(values, DATES, (value) => cells.date(value).kind === 'date') || this.isDated(values);
  }

  private has(values: Row, fields: readonly LedgerField[], isIn: (value: CellValue) => boolean): boolean {
    return this.positions(...fields).some((position) => {
      const value = values[position] ?? null;
      return isFilled(value) && isIn(value);
    });
  }

  /**
   * True for headings of another table: words where the ledger has its amounts or its EJ, none of its own headings, and
   * only words and amounts in their columns, down to the last row, that no number, day nor envelope makes operations.
   */
  headOthers(row: number, headingRow: number, lastRow: number): boolean {
    const head = this.at(row);
    const own = this.at(headingRow);
    const isWord = (value: CellValue): boolean => typeof value === 'string' && !/\d/.test(value);
    if (!looksLikeHeadings(head) || !head.every((value) => !isFilled(value) || isWord(value))) return false;
    if (head.some((value, at) => isFilled(value) && textOf(value) === textOf(own[at] ?? null))) return false;
    if (!this.has(head, PIECES, isWord) || !areTogether(head) || !namePayees(head)) return false;
    const below = Array.from({ length: lastRow - row }, (_, offset) => this.at(row + 1 + offset)).filter((values) =>
      values.some(isFilled),
    );
    const isPayee = (values: Row): boolean =>
      values.some((value) => typeof value === 'number') &&
      values.some((value) => typeof value === 'string') &&
      values.every((value, at) => !isFilled(value) || isFilled(head[at] ?? null)) &&
      !this.isIdentified(values);
    return below.length > 0 && below.every(isPayee) && !this.namesOne([head, ...below]);
  }

  /**
   * True for words side by side, one of them of an amount where the ledger has none, above rows down to the last one
   * that have numbers under it and nothing elsewhere.
   */
  headList(row: number, headingRow: number, lastRow: number): boolean {
    const [head, own] = [this.at(row), this.at(headingRow)];
    const isWord = (value: CellValue): boolean => typeof value === 'string' && /\p{L}/u.test(value);
    if (!looksLikeHeadings(head) || !head.every((value) => !isFilled(value) || isWord(value)) || !areTogether(head))
      return false;
    if (head.some((value, at) => isFilled(value) && comparableText(value) === comparableText(own[at] ?? null)))
      return false;
    const others = this.positions(...AMOUNTS, ...DATES);
    const amounts = head.flatMap((value, at) => (isAmount(value) && !others.includes(at) ? [at] : []));
    const below = Array.from({ length: lastRow - row }, (_, offset) => this.at(row + 1 + offset)).filter((values) =>
      values.some(isFilled),
    );
    const isListed = (values: Row): boolean =>
      amounts.some((at) => typeof values[at] === 'number') &&
      values.every((value, at) => !isFilled(value) || isFilled(head[at] ?? null));
    return amounts.length > 0 && below.length > 0 && below.every(isListed) && !this.namesOne([head, ...below]);
  }

  /** True for headings of the ledger, its EJ among them, with something else where it has its amounts. */
  headOtherAmounts(row: number, headingRow: number): boolean {
    const head = this.at(row);
    if (!this.has(head, ['ejNumber'], (value) => typeof value === 'string' && /\p{L}/u.test(value))) return false;
    const own = new Set(this.at(headingRow).filter(isFilled).map(comparableText));
    const isOwn = (value: CellValue): boolean => own.has(comparableText(value));
    if (head.filter((value) => isFilled(value) && isOwn(value)).length < FEWEST_CELLS) return false;
    return this.has(head, ['ejNumber'], isOwn) && this.has(head, AMOUNTS, (value) => !isOwn(value));
  }

  /**
   * True for words and months where the ledger has its EJ, its amounts and its days, and for no envelope, above rows
   * that nothing makes operations.
   */
  headMonths(row: number, lastRow: number): boolean {
    const head = withMonthsAsTexts(this.at(row), this.search.cells);
    const filled = (...fields: LedgerField[]): readonly CellValue[] =>
      this.positions(...fields).flatMap((position) =>
        isFilled(head[position] ?? null) ? [head[position] ?? null] : [],
      );
    const isWord = (value: CellValue): boolean =>
      typeof value === 'string' && /\p{L}/u.test(value) && this.search.cells.amount(value).kind !== 'amount';
    const others = filled(...PIECES, ...DATES);
    if (others.length < FEWEST_OTHERS || filled(...AMOUNTS).length === 0 || this.namesOne([head])) return false;
    if (!filled('ejNumber').every(isWord) || !head.every((value) => !isFilled(value) || isWord(value))) return false;
    const below = Array.from({ length: lastRow - row }, (_, offset) => this.at(row + 1 + offset));
    return below.some((values) => values.some(isFilled)) && !below.some((values) => this.isIdentified(values));
  }

  /** True for a ledger whose days are shown as dates: another number is none. */
  haveShownDays(firstRow: number, lastRow: number): boolean {
    const { sheet, rows } = this.search;
    for (let row = firstRow; row <= lastRow; row++) {
      const values = this.at(row);
      const at = this.positions(...DATES).find((position) => typeof values[position] === 'number');
      if (at !== undefined) return shownAt(sheet, row, rows.left + this.left + at)?.kind === 'date';
    }
    return false;
  }

  /**
   * True for headings of a summary: words alone, two of what is given, used or left, one where the ledger has its
   * amounts, days or EJ, above rows with amounts under them, each beside one text at most, which names a sum. A
   * supplier names none: orders may be listed so.
   */
  headSummary(row: number, { headingRow, lastRow }: FoundBlock['block'], areDaysShown: boolean): boolean {
    const head = this.at(row);
    const own = new Set(this.at(headingRow).filter(isFilled).map(comparableText));
    const isOther = (value: CellValue): boolean =>
      typeof value === 'string' && /\p{L}|%/u.test(value) && !own.has(comparableText(value));
    if (!looksLikeHeadings(head) || !this.has(head, [...PIECES, ...DATES], isOther) || this.namesOne([head]))
      return false;
    if (head.filter((value) => MEASURE.test(comparableText(value))).length < FEWEST_CELLS) return false;
    const { sheet, rows } = this.search;
    let hasAmounts = false;
    for (let at = row + 1; at <= lastRow; at++) {
      const values = this.at(at);
      if (!values.some(isFilled)) continue;
      const isShown = (value: CellValue, position: number): boolean =>
        typeof value === 'string'
          ? this.search.cells.date(value).kind === 'date'
          : shownAt(sheet, at, rows.left + this.left + position)?.kind === 'date';
      if (this.isNumbered(values) || (areDaysShown ? values.some(isShown) : this.hasDay(values))) return false;
      const texts = values.filter((value) => typeof value === 'string' && /\p{L}/u.test(value)).map(comparableText);
      if (texts.length > 1 || !texts.every((text) => this.namesASum(text))) return false;
      hasAmounts ||= values.some((value) => typeof value === 'number');
    }
    return hasAmounts;
  }

  /** An envelope, a poste, a month, a total, a balance or a measure. */
  private namesASum(text: string): boolean {
    const { names } = this.search;
    const isNamed = names?.isEnvelope(text) === true || names?.isBudgetLine(text) === true;
    return isNamed || MONTH.test(text) || MEASURE.test(text) || TotalWords.with(names).labelOf(text) !== null;
  }

  lastFilledAbove(row: number): number {
    let last = row - 1;
    while (last > 0 && !this.at(last).some(isFilled)) last--;
    return last;
  }

  /** A day and an amount, under whatever headings: « Hermine », 15/03/2023, 1 200. */
  private isDated(values: Row): boolean {
    const numbers = values.filter((value) => typeof value === 'number');
    const isDay = (value: CellValue): boolean =>
      typeof value === 'number'
        ? Number.isInteger(value) && value >= FIRST_DAY && value <= LAST_DAY
        : isFilled(value) && this.search.cells.date(value).kind === 'date';
    const days = values.filter(isDay);
    return days.length > 0 && numbers.length > days.filter((value) => typeof value === 'number').length;
  }

  /** Envelopes in the column of the envelope, unless the rows have headings of their own. */
  nameEnvelopes(rows: readonly Row[]): boolean {
    const headings = rows.find((values) => values.filter(isFilled).length >= FEWEST_CELLS);
    return this.namesOne(rows) && (!headings || !looksLikeHeadings(headings) || this.namesOne([headings]));
  }

  private namesOne(rows: readonly Row[]): boolean {
    const { names } = this.search;
    return rows.some((values) =>
      this.has(values, ['ministerialAxis2'], (value) => names?.isEnvelope(textOf(value).trim()) === true),
    );
  }
}
