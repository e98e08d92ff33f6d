/** The first sheet of the synthesis: each envelope of each convention, with a link to its workbook, and the totals. */
import { type KnownCents, sumOfKnown } from '../../domain/money/known-cents';
import { rateOf, shownRate } from '../../domain/money/rate';
import { amount, blank, NOT_CALCULABLE, text } from '../../documents/page/page-builder';
import { DOCUMENT_WORDS } from '../../messages/documents/documents-fr';
import { SYNTHESE_WORDS as words } from '../../messages/documents/synthese-fr';
import { lakeHeading } from '../../messages/lake-words';
import { cellAddress } from '../../workbook/cells';
import type { PlannedCell } from '../../workbook/plan';
import type { AnswerValue, LakeAnswer } from './lake-answer';
import { centsOf, linkCell, type LinkOf } from './synthesis-cells';

/** The columns of amounts, from the left of the sheet; each rate follows its two terms. */
const AMOUNTS = {
  ae_allocated: 4,
  ae_consumed: 5,
  ae_available: 6,
  cp_allocated: 8,
  cp_consumed: 9,
  cp_available: 10,
  outstanding: 12,
} as const;
const RATES = { AE: 7, CP: 11 } as const;
const ENVELOPE = 2;
const NAMES = Object.keys(AMOUNTS) as (keyof typeof AMOUNTS)[];

export const SITUATION_WIDTHS = [30, 9, 14, 11, 17, 17, 17, 10, 17, 17, 17, 10, 17, 8, 30];

/** The amounts of a line or of a total. */
type Cents = Readonly<Record<keyof typeof AMOUNTS, KnownCents>>;

export class Situation {
  private readonly at: ReadonlyMap<string, number>;

  constructor(
    private readonly answer: LakeAnswer,
    private readonly linkOf: LinkOf,
  ) {
    this.at = new Map(answer.columns.map(({ name }, index) => [name, index]));
  }

  /** The values of a column, without those that are not known. */
  values(column: string): readonly string[] {
    return this.answer.rows.map((row) => this.text(row, column)).filter((value) => value !== '');
  }

  /** The credit years of the lines, ascending. */
  get years(): readonly string[] {
    return [...new Set(this.values('year'))].sort();
  }

  /** The conventions kept in several workbooks. */
  get severalWorkbooks(): number {
    const files = new Map<string, Set<string>>();
    for (const row of this.answer.rows) {
      const key = this.groupOf(row);
      files.set(key, (files.get(key) ?? new Set<string>()).add(this.text(row, 'file')));
    }
    return [...files.values()].filter(({ size }) => size > 1).length;
  }

  get headings(): readonly PlannedCell[] {
    const names = [
      'convention',
      'year',
      'envelope',
      'programme',
      ...NAMES.slice(0, 3),
      'AE',
      ...NAMES.slice(3, 6),
      'CP',
    ];
    return [...names, 'outstanding', 'errors', 'file'].map((name) =>
      text(name === 'AE' || name === 'CP' ? words.rateOf[name] : synthesisHeading(name), 'heading'),
    );
  }

  /** The lines of each convention and its total when it has several, then the whole; `top` is the row of the first. */
  rows(top: number): readonly (readonly PlannedCell[])[] {
    const rows: (readonly PlannedCell[])[] = [];
    const totals: Cents[] = [];
    let group: Cents[] = [];
    this.answer.rows.forEach((row, index) => {
      const cents = this.centsOf(row);
      group.push(cents);
      totals.push(cents);
      rows.push(this.line(row, cents));
      const next = this.answer.rows[index + 1];
      if (next && this.groupOf(next) === this.groupOf(row)) return;
      const [first, last] = [top + rows.length - group.length, top + rows.length - 1];
      const sum = (column: number): string => `=SUM(${cellAddress(first, column)}:${cellAddress(last, column)})`;
      if (group.length > 1) rows.push(totalRow(words.totalOf(this.text(row, 'convention')), group, sum));
      group = [];
    });
    if (totals.length === 0) return [[text(words.none, 'text')]];
    const last = top + rows.length - 1;
    const span = (column: number): string =>
      `$${cellAddress(top, column).replace(/\d+/, '')}$${top + 1}:$${cellAddress(last, column).replace(/\d+/, '')}$${last + 1}`;
    // The rows of totals have no envelope.
    return [...rows, totalRow(words.total, totals, (column) => `=SUMIF(${span(ENVELOPE)},"?*",${span(column)})`)];
  }

  private line(row: readonly AnswerValue[], cents: Cents): readonly PlannedCell[] {
    const cells: PlannedCell[] = [
      text(this.text(row, 'convention'), 'text'),
      { value: Number(this.text(row, 'year')), style: 'year' },
      text(this.text(row, 'envelope'), 'code'),
      text(this.text(row, 'programme'), 'code'),
    ];
    for (const name of NAMES) cells[AMOUNTS[name]] = amountCell(name, cents, undefined, 'amount');
    cells[RATES.AE] = rateCell(cents.ae_consumed, cents.ae_allocated, 'rate');
    cells[RATES.CP] = rateCell(cents.cp_consumed, cents.cp_allocated, 'rate');
    return [
      ...cells,
      { value: Number(this.text(row, 'errors')), style: 'year' },
      linkCell(this.text(row, 'file'), this.linkOf),
    ];
  }

  private centsOf(row: readonly AnswerValue[]): Cents {
    const of = (name: string): KnownCents => centsOf(row[this.at.get(name) ?? -1]);
    return Object.fromEntries(NAMES.map((name) => [name, of(name)])) as Record<keyof typeof AMOUNTS, KnownCents>;
  }

  private groupOf(row: readonly AnswerValue[]): string {
    return JSON.stringify([this.text(row, 'convention'), this.text(row, 'year')]);
  }

  private text(row: readonly AnswerValue[], column: string): string {
    return String(row[this.at.get(column) ?? -1] ?? '');
  }
}

/** A dash where the convention gives no credits of that nature. */
function amountCell(
  name: keyof typeof AMOUNTS,
  cents: Cents,
  formula: string | undefined,
  style: 'amount' | 'totalAmount',
): PlannedCell {
  return creditsOf(name, cents) === null ? text(DOCUMENT_WORDS.notGiven, style) : amount(cents[name], formula, style);
}

/** The credits that an amount depends on: null for one that the convention does not give. 0 for the others. */
function creditsOf(name: keyof typeof AMOUNTS, cents: Cents): KnownCents {
  if (name === 'ae_allocated' || name === 'ae_available') return cents.ae_allocated;
  return name === 'cp_allocated' || name === 'cp_available' ? cents.cp_allocated : 0;
}

function totalRow(label: string, lines: readonly Cents[], formula: (column: number) => string): readonly PlannedCell[] {
  const sumOf = (name: keyof typeof AMOUNTS): KnownCents => {
    const given = lines.filter((cents) => creditsOf(name, cents) !== null);
    return given.length === 0 ? null : sumOfKnown(given.map((cents) => cents[name]));
  };
  const total = Object.fromEntries(NAMES.map((name) => [name, sumOf(name)])) as Cents;
  const cells: PlannedCell[] = SITUATION_WIDTHS.map(() => blank('totalLabel'));
  cells[0] = text(label, 'totalLabel');
  for (const name of NAMES) cells[AMOUNTS[name]] = amountCell(name, total, formula(AMOUNTS[name]), 'totalAmount');
  cells[RATES.AE] = rateCell(total.ae_consumed, total.ae_allocated, 'totalRate');
  cells[RATES.CP] = rateCell(total.cp_consumed, total.cp_allocated, 'totalRate');
  for (const nature of ['ae', 'cp'] as const)
    if (isPartlyBounded(lines, nature))
      for (const column of creditColumnsOf(nature)) cells[column] = amount(null, undefined, 'totalAmount');
  return cells;
}

/** The credits open, what is available of them, and the rate. */
function creditColumnsOf(nature: 'ae' | 'cp'): readonly number[] {
  return [AMOUNTS[`${nature}_allocated`], AMOUNTS[`${nature}_available`], RATES[nature === 'ae' ? 'AE' : 'CP']];
}

/**
 * True where a line consumes without a ceiling of its own, under that of the whole perhaps, and another has one: the
 * ceilings of the others do not bound their consumption together, and what they have available is not that of all.
 */
function isPartlyBounded(lines: readonly Cents[], nature: 'ae' | 'cp'): boolean {
  const isBounded = (cents: Cents): boolean => cents[`${nature}_allocated`] !== null;
  const isUsed = (cents: Cents): boolean => cents[`${nature}_consumed`] !== 0;
  return lines.some(isBounded) && lines.some((cents) => !isBounded(cents) && isUsed(cents));
}

function rateCell(consumed: KnownCents, allocated: KnownCents, style: 'rate' | 'totalRate'): PlannedCell {
  if (allocated === null) return text(words.noRate, style);
  if (consumed === null) return { value: NOT_CALCULABLE, style };
  const rate = rateOf(consumed, allocated);
  return { value: rate === null ? words.noRate : shownRate(rate) / 10_000, style };
}

/** True on a row where credits are exceeded, for the rows that begin there. */
export function exceededFormula(top: number): string {
  const isNegative = (column: number): string => {
    const cell = `$${cellAddress(top, column)}`;
    return `AND(ISNUMBER(${cell}),${cell}<0)`;
  };
  return `=OR(${isNegative(AMOUNTS.ae_available)},${isNegative(AMOUNTS.cp_available)})`;
}

/** The heading of a column in a document, which begins with a capital. */
export function synthesisHeading(column: string): string {
  const heading = lakeHeading(column, 'fr');
  return heading.charAt(0).toUpperCase() + heading.slice(1);
}
