/** The first sheet of the synthesis: each envelope of each convention, with a link to its workbook, and the totals. */
import { groupedBy } from '../../domain/grouped';
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
import { type ColumnNature, type Credits, type SituationLine, totalCredits } from './synthesis-totals';

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
const NATURES: readonly ColumnNature[] = ['ae', 'cp'];
const NAMES = Object.keys(AMOUNTS) as (keyof typeof AMOUNTS)[];

export const SITUATION_WIDTHS = [30, 9, 14, 11, 17, 17, 17, 10, 17, 17, 17, 10, 17, 8, 30];

/** The amounts of a line or of a total. */
type Cents = Readonly<Record<keyof typeof AMOUNTS, KnownCents>>;

/** The lines of one convention in one credit year. */
interface Group {
  readonly convention: string;
  readonly lines: readonly { readonly row: readonly AnswerValue[]; readonly line: SituationLine }[];
}

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

  /** The conventions whose ceiling as a whole gives other credits than the sum of their envelopes. */
  get boundAsWhole(): number {
    return this.groups().filter((group) => !isSumOfLines(group)).length;
  }

  /**
   * The lines of each convention and its total when it has several, or another ceiling than their sum; then the whole.
   * `top` is the row of the first.
   */
  rows(top: number): readonly (readonly PlannedCell[])[] {
    const rows: (readonly PlannedCell[])[] = [];
    const groups = this.groups();
    for (const group of groups) {
      const [first, last] = [top + rows.length, top + rows.length + group.lines.length - 1];
      rows.push(...group.lines.map(({ row, line }) => this.line(row, centsOfLine(line))));
      const sum = (column: number): string => `=SUM(${cellAddress(first, column)}:${cellAddress(last, column)})`;
      if (group.lines.length === 1 && isSumOfLines(group)) continue;
      rows.push(totalRow(words.totalOf(group.convention), linesOf(group), sum));
    }
    if (groups.length === 0) return [[text(words.none, 'text')]];
    const last = top + rows.length - 1;
    const span = (column: number): string =>
      `$${cellAddress(top, column).replace(/\d+/, '')}$${top + 1}:$${cellAddress(last, column).replace(/\d+/, '')}$${last + 1}`;
    // The rows of totals have no envelope.
    const sumOfAll = (column: number): string => `=SUMIF(${span(ENVELOPE)},"?*",${span(column)})`;
    return [...rows, totalRow(words.total, groups.flatMap(linesOf), sumOfAll)];
  }

  /** Consecutive rows of one convention and one credit year. */
  private groups(): readonly Group[] {
    const groups = groupedBy(this.answer.rows, (row) => this.groupOf(row));
    return [...groups.values()].map((rows) => ({
      convention: this.text(rows[0] ?? [], 'convention'),
      lines: rows.map((row) => ({ row, line: this.lineOf(row) })),
    }));
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

  private lineOf(row: readonly AnswerValue[]): SituationLine {
    const of = (name: string): KnownCents => centsOf(row[this.at.get(name) ?? -1]);
    const creditsOf = (nature: ColumnNature): Credits => ({
      allocated: of(`${nature}_allocated`),
      consumed: of(`${nature}_consumed`),
      reserved: of(`${nature}_reserved`),
      available: of(`${nature}_available`),
    });
    return {
      file: this.text(row, 'file'),
      ae: creditsOf('ae'),
      cp: creditsOf('cp'),
      outstanding: of('outstanding'),
      whole: { ae: of('convention_ae_allocated'), cp: of('convention_cp_allocated') },
    };
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

function linesOf({ lines }: Group): readonly SituationLine[] {
  return lines.map(({ line }) => line);
}

function isSumOfLines(group: Group): boolean {
  return NATURES.every((nature) => totalCredits(linesOf(group), nature).isSum);
}

function centsOfLine({ ae, cp, outstanding }: Pick<SituationLine, 'ae' | 'cp' | 'outstanding'>): Cents {
  return {
    ae_allocated: ae.allocated,
    ae_consumed: ae.consumed,
    ae_available: ae.available,
    cp_allocated: cp.allocated,
    cp_consumed: cp.consumed,
    cp_available: cp.available,
    outstanding,
  };
}

/** Native sums, and values where the ceiling of a whole convention is not the sum of its envelopes. */
function totalRow(
  label: string,
  lines: readonly SituationLine[],
  formula: (column: number) => string,
): readonly PlannedCell[] {
  const credits = { ae: totalCredits(lines, 'ae'), cp: totalCredits(lines, 'cp') };
  const total = centsOfLine({ ...credits, outstanding: sumOfKnown(lines.map(({ outstanding }) => outstanding)) });
  const cells: PlannedCell[] = SITUATION_WIDTHS.map(() => blank('totalLabel'));
  cells[0] = text(label, 'totalLabel');
  for (const name of NAMES) cells[AMOUNTS[name]] = amountCell(name, total, formula(AMOUNTS[name]), 'totalAmount');
  cells[RATES.AE] = rateCell(total.ae_consumed, total.ae_allocated, 'totalRate');
  cells[RATES.CP] = rateCell(total.cp_consumed, total.cp_allocated, 'totalRate');
  for (const nature of NATURES) {
    const { isPartlyBounded, isSum } = credits[nature];
    if (!isSum)
      for (const name of [`${nature}_allocated`, `${nature}_available`] as const)
        cells[AMOUNTS[name]] = amountCell(name, total, undefined, 'totalAmount');
    if (isPartlyBounded)
      for (const column of creditColumnsOf(nature)) cells[column] = amount(null, undefined, 'totalAmount');
  }
  return cells;
}

/** The credits open, what is available of them, and the rate. */
function creditColumnsOf(nature: ColumnNature): readonly number[] {
  return [AMOUNTS[`${nature}_allocated`], AMOUNTS[`${nature}_available`], RATES[nature === 'ae' ? 'AE' : 'CP']];
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
